"""What a print run reports."""

from dataclasses import dataclass
from pathlib import Path

from hallwright.drawing.primitives import NotShown


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF.

    Attributes:
        file: where it is.
        pages: number of its pages.
        bytes: its size.
        not_shown: what could not be shown as it is, and why.
        seconds: how long it took.
    """

    file: Path
    pages: int
    bytes: int
    not_shown: tuple[NotShown, ...]
    seconds: float
