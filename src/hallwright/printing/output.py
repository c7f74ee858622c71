"""From pages to the file: painted, finished for the press, checked as a print shop would, renamed."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from hallwright.drawing.theme import paper
from hallwright.printing.painter import PdfPainter
from hallwright.printing.preflight.finding import Finding
from hallwright.printing.preflight.report import Report
from hallwright.printing.press import press_of
from hallwright.printing.printed import Finish
from hallwright.printing.profiles import load
from hallwright.support.errors import Refused
from hallwright.support.files import written_whole
from hallwright.support.i18n import _, counted

_TOLD = 3
"""Findings that a refusal tells; a list holds the others."""
_KEPT = 1 << 24
"""Bytes of a painted file that stay in memory before they go to a temporary file."""


class NotForPress(Refused):
    """A file for the press was not written, because the preflight found something in it.

    Attributes:
        findings: all of them.
        files: the name of each one's file, where there are several; else empty.
    """

    def __init__(self, findings: Sequence[Finding], profile: str, files: Sequence[str] = ()) -> None:
        self.findings = tuple(findings)
        self.files = tuple(files)
        lines = [finding.line() for finding in self.findings[:_TOLD]]
        for place, file in enumerate(self.files[:_TOLD]):
            lines[place] = _("{where}: {what}").format(where=file, what=lines[place])
        told = "; ".join(lines)
        more = len(self.findings) - _TOLD
        if more > 0:
            told = _("{findings}; and {count} more").format(findings=told, count=more)
        what = counted(
            "The preflight for {profile} has {number} finding: {told}",
            "The preflight for {profile} has {number} findings: {told}",
            len(self.findings),
            profile=profile,
            told=told,
        )
        super().__init__(what, mend=_("Mend it, or print despite the findings (--despite-findings)."))


def write_pdf(
    path: Path,
    paint: Callable[[PdfPainter], None],
    finish: Finish,
    *,
    title: str,
    author: str,
    lang: str = "en",
    marks: bool = False,
    force: bool = False,
    still: Callable[[], None] = lambda: None,
) -> Report | None:
    """Write a PDF whole or not at all; the same pages and finish give the same bytes.

    Args:
        path: the file to make.
        paint: paints the pages; what it raises ends the run.
        finish: profile and ICC profile.
        title: of the document.
        author: of the document.
        lang: language of the document.
        marks: print crop marks if it is for the press.
        force: replace the file if it exists.
        still: called again and again; what it raises ends the run, and no file is made.

    Returns:
        The preflight of a file for the press, with findings if it was to be written all the same; else None.

    Raises:
        NotForPress: the preflight found something; no file was made.
        Refused: no such profile, or the file cannot be written.
    """
    profile = load(finish.profile)
    press = press_of(profile, finish.icc)
    with written_whole(path, force=force) as temporary:
        if press is None:
            painter = PdfPainter(temporary, paper(), title=title, author=author, lang=lang)
            paint(painter)
            painter.close()
            return None
        # Late: an office print needs neither.
        from hallwright.printing import pdfx
        from hallwright.printing.preflight.checking import check

        with tempfile.SpooledTemporaryFile(max_size=_KEPT) as painted:
            file = cast(BinaryIO, painted)
            painter = PdfPainter(file, paper(), title=title, author=author, lang=lang, press=press, marks=marks)
            paint(painter)
            painter.close()
            still()
            pdfx.finish(file, temporary, press, finish.dated)
        report = check(temporary, profile, still=still)
        if report.findings and not finish.despite_findings:
            raise NotForPress(report.findings, profile.name)
        return report
