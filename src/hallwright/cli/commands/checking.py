"""``check``: every rule over the project."""

import argparse
from typing import Any

from hallwright.cli.output import result, rounded
from hallwright.cli.parsing import Commands, command, opened, takes_project
from hallwright.expo.show import Show
from hallwright.geometry.units import metres
from hallwright.rules.finding import Finding


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = command(
        commands,
        "check",
        "Run every rule; one finding a line. Ends with status 1 if there are findings.",
        check,
        "hallwright check demo.expo",
        "hallwright check demo.expo --json",
        "hallwright check demo.expo --profile shanghai",
    )
    takes_project(parser)
    parser.add_argument("--profile", metavar="NAME", help="limits to check against; the event's own unless given")


def check(options: argparse.Namespace) -> int:
    """Print the findings of all rules."""
    from hallwright.rules.profile import load
    from hallwright.rules.rulebook import check as findings_of

    with opened(options.project) as session:
        show = session.show
    findings = findings_of(show, load(options.profile or show.event.profile))
    document = {"findings": [_document(show, finding) for finding in findings]}
    result(options, document, [_line(show, finding) for finding in findings] or ["No findings."])
    return 1 if findings else 0


def _numbers(show: Show, finding: Finding) -> list[str]:
    return [show.booths[key].number for key in finding.booths]


def _document(show: Show, finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "booths": _numbers(show, finding),
        "hall": show.halls[finding.hall].name,
        "at_m": [rounded(finding.at[0] / 1000, 3), rounded(finding.at[1] / 1000, 3)],
        "value": finding.value,
        "limit": finding.limit,
        "message": finding.message,
        "line_m": [[rounded(x / 1000, 3), rounded(y / 1000, 3)] for x, y in finding.line or ()],
    }


def _line(show: Show, finding: Finding) -> str:
    booths = ", ".join(number or "unnumbered" for number in _numbers(show, finding))
    x, y = finding.at
    return f"{finding.severity} {finding.rule} {booths} at {metres(x)}, {metres(y)} m: {finding.message}"
