"""``import booths`` from a drawing: closed outlines become booths, the texts in them their numbers."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hallwright.cli.output import result
from hallwright.cli.parsing import Parser, opened
from hallwright.editing.merging import Rejection
from hallwright.support.errors import Refused
from hallwright.support.text import count_of, folded

if TYPE_CHECKING:
    from hallwright.drawing.tracing import Traced
    from hallwright.drawing.underlay import Layer
    from hallwright.editing.underlays import Content
    from hallwright.exchange.underlays.reading import Found
    from hallwright.expo.show import Show
    from hallwright.expo.underlay import Underlay

_ENDINGS = (".dxf", ".dwg", ".svg")


def is_drawing(file: str) -> bool:
    """Say whether a file is a drawing by its name."""
    return file.lower().endswith(_ENDINGS)


def add_options(parser: Parser) -> None:
    """Add what only drawings need."""
    parser.add_argument(
        "--layer",
        metavar="L",
        action="append",
        default=[],
        help="layer of a drawing whose outlines are booths; may be repeated; all visible ones if left out",
    )
    parser.add_argument(
        "--text-layer",
        metavar="L",
        action="append",
        default=[],
        help="layer of a drawing whose texts are numbers; may be repeated; all visible ones if left out",
    )


def run(options: argparse.Namespace) -> int:
    """Read a drawing, find its outlines, and commit them as one change."""
    from hallwright.drawing.tracing import Tracing, likely, trace
    from hallwright.editing.converting import convert_booths
    from hallwright.editing.underlays import Content
    from hallwright.exchange.underlays.reading import read_underlay
    from hallwright.exchange.underlays.units import unit_of

    found = read_underlay(Path(options.file))
    if found.linework is None:
        raise Refused("A picture has no outlines", found.name, "Give a DXF or SVG.")
    scale = found.scale(unit_of(found, options.unit))
    layers = found.linework.layers
    outlines, texts = likely(found.linework, (layer.name for layer in layers if layer.on))
    wanted = Tracing(
        _named(layers, options.layer, found) or outlines, _named(layers, options.text_layer, found) or texts
    )
    content = Content(found.name, "", found.media, found.width, found.height, found.linework.origin)
    with opened(options.project) as session:
        traced = trace(found.linework, _place(session.show, options.hall, content, scale), wanted)
        if not traced.shapes:
            raise Refused(
                "No closed outline of a booth's size is on these layers",
                found.name,
                f"Check --unit, or name others with --layer. There are: {_listed(layers)}.",
            )
        merge = convert_booths(session.show, options.hall, traced.shapes)
        if not options.dry_run:
            session.commit(merge.change)
    document = {
        "added": merge.added,
        "updated": merge.updated,
        "unchanged": merge.unchanged,
        "drafts": len(merge.drafts),
        "rejected": [as_json(fault) for fault in merge.rejected],
        "draft_rows": [as_json(fault) for fault in merge.drafts],
        "outlines": len(traced.shapes),
        "numbered": sum(bool(shape.number) for shape in traced.shapes),
        "left_out": {"twice": traced.twice, "frames": traced.frames, "size": traced.sized, "loose": traced.unjoined},
        "layers": [
            {"name": layer.name, "on": layer.on, "paths": len(layer.ends), "texts": len(layer.notes)}
            for layer in layers
        ],
        "dry_run": options.dry_run,
    }
    counts = f"{merge.added:,} added, {merge.updated:,} updated, {merge.unchanged:,} unchanged"
    counts += f", {count_of(len(merge.drafts), 'draft')}, {len(merge.rejected):,} rejected"
    lines = [f"Nothing is written; there would be {counts}." if options.dry_run else f"{counts}."]
    lines += [*_left_out(traced), *found.notes]
    lines += [f"  outline {fault.row}: kept as a draft, {fault.reason}" for fault in merge.drafts]
    lines += [f"  outline {fault.row}: {fault.column} '{fault.value}': {fault.reason}" for fault in merge.rejected]
    result(options, document, lines)
    return 1 if options.strict and (merge.rejected or merge.drafts) else 0


def _place(show: "Show", hall_name: str, content: "Content", scale: float) -> "Underlay":
    from hallwright.editing.underlays import laid, laid_anywhere

    wanted = folded(hall_name)
    halls = list(show.halls.values())
    hall = next((row for row in halls if folded(row.name) == wanted), None)
    if hall is None and not wanted and len(halls) == 1:
        hall = halls[0]
    return laid(show, hall.id, content, scale) if hall is not None else laid_anywhere(content, scale)


def _named(layers: tuple["Layer", ...], names: list[str], found: "Found") -> frozenset[str]:
    """Return the layers of these names, without regard to case."""
    by_name = {folded(layer.name): layer.name for layer in layers}
    unknown = [name for name in names if folded(name) not in by_name]
    if unknown:
        raise Refused(f"There is no layer '{unknown[0]}'", found.name, f"There are: {_listed(layers)}.")
    return frozenset(by_name[folded(name)] for name in names)


def _listed(layers: tuple["Layer", ...]) -> str:
    most = sorted(layers, key=lambda layer: -len(layer.ends))[:12]
    return ", ".join(f"{layer.name} ({len(layer.ends):,})" for layer in most)


def _left_out(traced: "Traced") -> list[str]:
    parts = (
        (traced.twice, "drawn twice"),
        (traced.frames, "around others"),
        (traced.sized, "too small or too large"),
        (traced.unjoined, "loose lines, too many to join"),
    )
    told = ", ".join(f"{number:,} {why}" for number, why in parts if number)
    return [f"Left out: {told}."] if told else []


def as_json(fault: Rejection) -> dict[str, Any]:
    """Return what became of a row, for the JSON document."""
    return {"row": fault.row, "column": fault.column, "value": fault.value, "reason": fault.reason}
