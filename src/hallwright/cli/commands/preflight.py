"""``preflight``: checks a PDF as a print shop would."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hallwright.cli.output import result, rounded
from hallwright.cli.parsing import Commands, command
from hallwright.support.text import count_of

if TYPE_CHECKING:
    from hallwright.printing.preflight.finding import Finding
    from hallwright.printing.preflight.report import Report


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = command(
        commands,
        "preflight",
        "Check a PDF, whoever made it, as a print shop would; one finding a line. Ends with status 1 if there are any.",
        preflight,
        "hallwright preflight plan.pdf",
        "hallwright preflight advert.pdf --profile pdfx1a --json",
    )
    parser.add_argument("file", metavar="FILE.pdf", type=Path, help="the file to check; it is only read")
    parser.add_argument(
        "--profile",
        metavar="NAME",
        default="",
        help="what it is to be: pdfx4, pdfx1a, office or one of your own; the PDF/X it claims to be if left out",
    )


def preflight(options: argparse.Namespace) -> int:
    """Print the findings of a preflight."""
    from hallwright.printing.preflight.apart import check_apart

    report = check_apart(options.file, options.profile)
    result(options, _document(report), _lines(report))
    return 1 if report.findings else 0


def finding_document(finding: "Finding") -> dict[str, Any]:
    """Return a finding for JSON."""
    return {
        "rule": finding.rule,
        "page": finding.page,
        "message": finding.message,
        "at_mm": list(finding.at) if finding.at is not None else None,
        "value": rounded(finding.value, 3) if finding.value is not None else None,
        "limit": finding.limit,
        "count": finding.count,
    }


def _document(report: "Report") -> dict[str, Any]:
    return {
        "profile": report.profile,
        "conforms": not report.findings,
        "findings": [finding_document(finding) for finding in report.findings],
        "standard": report.standard,
        "pages": report.pages,
        "sizes": list(report.sizes),
        "colours": list(report.colours),
        "fonts": [{"name": name, "embedding": how} for name, how in report.fonts],
    }


def _lines(report: "Report") -> list[str]:
    says = f"says it is {report.standard}" if report.standard else "says nothing of PDF/X"
    facts = f"{count_of(report.pages, 'page')}, {', '.join(report.sizes)}; {says}; checked for {report.profile}"
    if not report.findings:
        return [f"No findings ({facts})."]
    return [*(finding.line() for finding in report.findings), f"{count_of(len(report.findings), 'finding')} ({facts})."]
