"""``export``: lists of booths, exhibitors, people and assignments for a spreadsheet program."""

import argparse
from pathlib import Path

from hallwright.cli.output import result
from hallwright.cli.parsing import Commands, command, group, opened, require_other_file, takes_force, takes_project
from hallwright.support.text import count_of

_KINDS = {
    "booths": "Write all booths with place, size, status and exhibitor.",
    "exhibitors": "Write all exhibitors.",
    "people": "Write all people with a badge.",
    "assignments": "Write who stands where, and who has no booth.",
}


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    kinds = group(commands, "export", "Write a list as CSV or XLSX, whichever the file's name ends in.")
    for what, does in _KINDS.items():
        parser = command(
            kinds,
            what,
            does,
            run,
            f"hallwright export {what} demo.expo {what}.xlsx",
            f"hallwright export {what} demo.expo {what}.csv --force",
        )
        takes_project(parser)
        parser.add_argument("file", metavar="FILE", type=Path, help="a name that ends in .csv or .xlsx")
        takes_force(parser)
        parser.set_defaults(what=what)


def run(options: argparse.Namespace) -> int:
    """Write one list."""
    from hallwright.exchange.export import write

    require_other_file(options.file, options.project)
    with opened(options.project) as session:
        rows = write(session.show, options.what, options.file, force=options.force)
    result(options, {"file": str(options.file), "rows": rows}, [f"Wrote {count_of(rows, 'row')} to {options.file}."])
    return 0
