"""Fields of a page that its reader fills in on the screen; painters for paper pass over them."""

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """What is filled in."""

    CHOICE = "choice"
    """One of several marks that bear one name."""
    LINE = "line"
    LINES = "lines"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Field:
    """A place to fill in.

    Attributes:
        kind: of the field.
        name: under which the answer is read; marks of one choice share it.
        label: told by screen readers and when the mouse rests on it.
        box: left, top, right, bottom in mm of the page.
        value: what is in it, or for a mark what it stands for.
    """

    kind: FieldKind
    name: str
    label: str
    box: tuple[float, float, float, float]
    value: str = ""
