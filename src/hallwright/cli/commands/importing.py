"""``import``: lists of booths, exhibitors and people into a project."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from hallwright.cli.commands import drawings, photos
from hallwright.cli.commands.drawings import as_json
from hallwright.cli.output import result
from hallwright.cli.parsing import Commands, command, group, opened, takes_project
from hallwright.editing.merging import Merge, Record, Rejection
from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.support.text import count_of

if TYPE_CHECKING:
    from hallwright.exchange.importing import Reading

_EXAMPLES = {
    "booths": (
        'hallwright import booths demo.expo plan.csv --unit m --hall "Hall 1"',
        'hallwright import booths demo.expo plan.xlsx --map "Booth Label=number" --dry-run',
        'hallwright import booths demo.expo map.geojson --hall "Hall 1" --map name=number',
        'hallwright import booths demo.expo venue.dxf --unit mm --hall "Hall 1" --layer BOOTHS --layer ISLANDS',
    ),
    "exhibitors": (
        "hallwright import exhibitors demo.expo exhibitors.xlsx --sheet 2024",
        "hallwright import exhibitors demo.expo 参展商.csv --encoding gbk --strict",
    ),
    "people": ('hallwright import people demo.expo badges.csv --map "Type=role" --map "Remarks=-"',),
}


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    kinds = group(
        commands,
        "import",
        "Bring booths, exhibitors or people from a list, booths also from a map or a drawing, photos from a folder.",
    )
    for what, examples in _EXAMPLES.items():
        parser = command(kinds, what, f"Add {what} from a file, and update those that are known.", run, *examples)
        takes_project(parser)
        files = "CSV, TSV, XLSX, XLS or ODS" + ("; GeoJSON, DXF or SVG" if what == "booths" else "")
        parser.add_argument("file", metavar="FILE", help=files)
        parser.add_argument(
            "--map",
            metavar="COLUMN=FIELD",
            action="append",
            default=[],
            help="read a column as this field; FIELD '-' leaves it out; may be repeated",
        )
        parser.add_argument("--sheet", metavar="NAME", help="sheet of a workbook")
        parser.add_argument("--encoding", metavar="E", help="encoding of a text file; guessed if left out")
        units = ("mm", "cm", "m", "in", "ft") if what == "booths" else ("mm", "m", "ft")
        parser.add_argument(
            "--unit", choices=units, help="unit of lengths that name none; metres if left out of a list"
        )
        if what == "booths":
            drawings.add_options(parser)
            parser.add_argument(
                "--hall", metavar="H", default="", help="hall of the rows that name none; made if missing"
            )
            parser.add_argument(
                "--coordinates",
                choices=("degrees", "plane"),
                help="of GeoJSON: degrees of the globe or lengths on a plane; seen by themselves if left out",
            )
            parser.add_argument("--y-down", action="store_true", help="of GeoJSON: y grows downwards, as on screens")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")
        parser.add_argument("--strict", action="store_true", help="end with status 1 if a row has a fault")
        parser.set_defaults(what=what)
    photos.add(kinds)


def run(options: argparse.Namespace) -> int:
    """Read a file and commit what it brings as one change."""
    from hallwright.exchange.importing import Lie, What, read
    from hallwright.geometry.units import Unit

    if options.what == "booths" and drawings.is_drawing(options.file):
        return drawings.run(options)
    lie = Lie()
    if options.what == "booths":
        degrees = options.coordinates == "degrees" if options.coordinates else None
        # Said to grow downwards, they are no degrees.
        lie = Lie(False if options.y_down and degrees is None else degrees, options.y_down)
    if options.unit in ("cm", "in"):
        raise Refused(f"The unit of a list cannot be {options.unit}", "--unit", "Use mm, m or ft.")
    with opened(options.project) as session:
        reading = read(
            Path(options.file),
            What(options.what),
            mapping=_mapping(options.map),
            sheet=options.sheet,
            encoding=options.encoding,
            unit=Unit(options.unit) if options.unit else None,
            lie=lie,
        )
        merge = _merge(session.show, options, reading.records)
        if not options.dry_run:
            session.commit(merge.change)
    rejected = sorted([*reading.rejected, *merge.rejected], key=lambda fault: fault.row)
    document = {
        "added": merge.added,
        "updated": merge.updated,
        "unchanged": merge.unchanged,
        "drafts": len(merge.drafts),
        "rejected": [as_json(fault) for fault in rejected],
        "draft_rows": [as_json(fault) for fault in merge.drafts],
        "mapping": reading.mapping,
        "unmapped": list(reading.unmapped),
        "coordinates": reading.coordinates,
        "notes": list(reading.notes),
        "dry_run": options.dry_run,
    }
    result(options, document, _lines(options, merge, rejected, reading))
    return 1 if options.strict and (rejected or merge.drafts) else 0


def _mapping(pairs: list[str]) -> dict[str, str]:
    mapping = {}
    for pair in pairs:
        # A heading may hold an equals sign, the name of a field never does.
        column, sign, name = pair.rpartition("=")
        if not sign or not column.strip():
            raise Refused(f"'{pair}' is no COLUMN=FIELD", "--map", 'For example --map "Booth Label=number".')
        mapping[column.strip()] = name.strip()
    return mapping


def _merge(show: Show, options: argparse.Namespace, records: list[Record]) -> Merge:
    from hallwright.editing import exhibitors, floor, people

    if options.what == "booths":
        return floor.merge_booths(show, options.hall, records)
    return exhibitors.merge(show, records) if options.what == "exhibitors" else people.merge(show, records)


def _lines(options: argparse.Namespace, merge: Merge, rejected: list[Rejection], reading: "Reading") -> list[str]:
    counts = f"{merge.added:,} added, {merge.updated:,} updated, {merge.unchanged:,} unchanged"
    counts += f", {count_of(len(merge.drafts), 'draft')}, {len(rejected):,} rejected"
    lines = [f"Nothing is written; there would be {counts}." if options.dry_run else f"{counts}."]
    lines += reading.notes
    if reading.unmapped:
        lines.append(f"Not read: {', '.join(reading.unmapped)}.")
    lines += [f"  row {fault.row}: {_cell(fault)}kept as a draft, {fault.reason}" for fault in merge.drafts]
    lines += [f"  row {fault.row}: {_cell(fault)}{fault.reason}" for fault in rejected]
    return lines


def _cell(fault: Rejection) -> str:
    named = " ".join(part for part in (fault.column, f"'{fault.value}'" if fault.value else "") if part)
    return f"{named}: " if named else ""
