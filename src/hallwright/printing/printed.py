"""What a print run is asked for and what it reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from hallwright.drawing.primitives import NotShown
from hallwright.printing.preflight.finding import Finding
from hallwright.printing.preflight.report import Report


@dataclass(frozen=True, slots=True)
class Finish:
    """What becomes of the pages of a print run.

    Attributes:
        profile: name of the print profile.
        icc: the print shop's own ICC profile, or None for the one that the print profile names.
        dated: when what is printed was last changed; a PDF/X bears it as its date. Given, so that the same project
            makes the same file.
        despite_findings: write a file for the press even if the preflight finds something in it.
    """

    profile: str = "office"
    icc: Path | None = None
    dated: datetime | None = None
    despite_findings: bool = False


OFFICE = Finish()


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF.

    Attributes:
        file: where it is.
        pages: number of its pages.
        bytes: its size.
        not_shown: what could not be shown as it is, and why.
        seconds: how long it took.
        report: of the preflight, for the press, where it did not stop the file.
        counts: of people, badges and sheets, where badges were printed.
    """

    file: Path
    pages: int
    bytes: int
    not_shown: tuple[NotShown, ...]
    seconds: float
    report: Report | None = None
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the preflight found."""
        return self.report.findings if self.report is not None else ()
