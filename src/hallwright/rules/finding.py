"""What a rule says."""

from dataclasses import dataclass
from enum import StrEnum

from hallwright.geometry.outline import Point


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a rule found.

    Attributes:
        rule: name of the rule, e.g. ``booth-overlap``.
        booths: ids of the booths concerned.
        hall: id of the hall.
        at: where to look, in millimetres of the hall.
        value, limit: measured and allowed, in the unit that the message names; None where nothing is measured.
        message: one sentence with the numbers of the booths and what to do.
        line: from and to of a measured distance, in millimetres of the hall; None where none was measured.
        path: corners of the way that was measured, in millimetres of the hall; shown when the finding is looked at.
    """

    rule: str
    severity: Severity
    booths: tuple[str, ...]
    hall: str
    at: Point
    value: float | None = None
    limit: float | None = None
    message: str
    line: tuple[Point, Point] | None = None
    path: tuple[Point, ...] = ()
