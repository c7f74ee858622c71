"""``export``: booths, exhibitors, people and assignments as lists, booths also as maps and drawings."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from hallwright.cli.output import result
from hallwright.cli.parsing import Commands, command, group, opened, require_other_file, takes_force, takes_project
from hallwright.support.errors import Refused
from hallwright.support.text import count_of

if TYPE_CHECKING:
    from hallwright.exchange.earth import Earth

_BOOTHS = (
    'hallwright export booths demo.expo hall1.dxf --hall "Hall 1"',
    "hallwright export booths demo.expo plan.geojson --at 113.3640,23.1010",
)
_KINDS = {
    "booths": "Write all booths with place, size, status and exhibitor, as a list, a map or a drawing.",
    "exhibitors": "Write all exhibitors.",
    "people": "Write all people with a badge.",
    "assignments": "Write who stands where, and who has no booth.",
}


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    kinds = group(commands, "export", "Write a list as CSV or XLSX, booths also as GeoJSON, DXF or SVG.")
    for what, does in _KINDS.items():
        parser = command(
            kinds,
            what,
            does,
            run,
            f"hallwright export {what} demo.expo {what}.xlsx",
            f"hallwright export {what} demo.expo {what}.csv --force",
            *(_BOOTHS if what == "booths" else ()),
        )
        takes_project(parser)
        endings = ".csv, .xlsx, .geojson, .dxf or .svg" if what == "booths" else ".csv or .xlsx"
        parser.add_argument("file", metavar="FILE", type=Path, help=f"a name that ends in {endings}")
        takes_force(parser)
        if what == "booths":
            parser.add_argument("--hall", metavar="H", default="", help="hall to write to GeoJSON, DXF or SVG")
            parser.add_argument(
                "--at",
                metavar="LON,LAT",
                help="where the hall's corner 0, 0 stands: GeoJSON in degrees, turned as north lies, not in metres",
            )
        parser.set_defaults(what=what, hall="", at=None)


def run(options: argparse.Namespace) -> int:
    """Write one list."""
    from hallwright.exchange.export import write

    require_other_file(options.file, options.project)
    at = _place(options.at) if options.at else None
    with opened(options.project) as session:
        rows = write(session.show, options.what, options.file, force=options.force, hall=options.hall, at=at)
    result(options, {"file": str(options.file), "rows": rows}, [f"Wrote {count_of(rows, 'row')} to {options.file}."])
    return 0


def _place(text: str) -> "Earth":
    from hallwright.exchange.earth import Earth

    try:
        longitude, latitude = (float(part) for part in text.split(","))
    except ValueError:
        raise Refused(f"'{text}' is no LON,LAT", "--at", "For example --at 113.3640,23.1010.") from None
    if not (abs(longitude) <= 180 and abs(latitude) <= 89):
        raise Refused(
            f"There is no longitude {longitude:g} and latitude {latitude:g}", "--at", "Give the longitude first."
        )
    return Earth(longitude, latitude)
