"""``new`` and ``info``: making a project and looking at one."""

import argparse
from pathlib import Path

from hallwright.cli.output import result, rounded
from hallwright.cli.parsing import Commands, command, opened, takes_force, takes_project
from hallwright.geometry.units import square_metres
from hallwright.support.text import count_of


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = command(
        commands,
        "new",
        "Make a project, empty or with the sample expo.",
        new,
        "hallwright new my-show.expo",
        "hallwright new demo.expo --sample",
    )
    takes_project(parser)
    parser.add_argument("--sample", action="store_true", help="fill it with the sample expo")
    takes_force(parser)
    parser = command(
        commands,
        "info",
        "Show event, counts, areas and utilisation of a project.",
        info,
        "hallwright info demo.expo",
        "hallwright info demo.expo --json",
    )
    takes_project(parser)


def new(options: argparse.Namespace) -> int:
    """Make a project file."""
    from hallwright.store.project import create

    change = None
    if options.sample:
        from hallwright.editing.sample import build

        change = build()
    create(Path(options.project), change, force=options.force).close()
    rows = len(change.edits) if change else 0
    filled = f" with the sample expo, {count_of(rows, 'row')}" if change else ""
    result(options, {"file": options.project, "rows": rows}, [f"Made {options.project}{filled}."])
    return 0


def info(options: argparse.Namespace) -> int:
    """Print what a project holds."""
    from hallwright.expo import codec
    from hallwright.expo.figures import figures

    with opened(options.project) as session:
        show, changes, schema = session.show, len(session.log()), session.store.schema
    count, event = figures(show), show.event
    known = codec.to_plain(event)
    document = {
        "event": {name: value for name, value in known.items() if name not in {"id", "revision"}},
        "halls": len(show.halls),
        "zones": len(show.zones),
        "booths": count.booths,
        "drafts": count.drafts,
        "exhibitors": len(show.exhibitors),
        "people": len(show.people),
        "gross_m2": square_metres(count.gross),
        "net_m2": square_metres(count.net),
        "utilisation": rounded(count.utilisation, 4),
        "sold_m2": square_metres(count.sold),
        "schema": str(schema),
        "changes": changes,
        # Only where somebody has said it: the bearing of the plan's upwards direction, in degrees.
        "north": {hall.name: hall.north / 10 for hall in show.halls.values() if hall.north is not None},
    }
    dates = f"{event.starts} to {event.ends}" if event.starts and event.ends else ""
    title = " ".join(part for part in (event.name or "Unnamed event", event.name_native) if part)
    place = " ".join(part for part in (event.venue, event.venue_native) if part)
    drafts = f", of which {count_of(count.drafts, 'draft')}" if count.drafts else ""
    halls, zones = count_of(len(show.halls), "hall"), count_of(len(show.zones), "zone")
    areas = f"gross {square_metres(count.gross):,.2f} m², net {square_metres(count.net):,.2f} m²"
    lines = [
        ", ".join(part for part in (title, place, dates) if part),
        f"{halls}, {zones}, {count_of(count.booths, 'booth')}{drafts}",
        f"{count_of(len(show.exhibitors), 'exhibitor')}, {count_of(len(show.people), 'person', 'people')}",
        f"{areas}, utilisation {count.utilisation:.1%}, sold {square_metres(count.sold):,.2f} m²",
        f"schema {schema}, {count_of(changes, 'change')}",
    ]
    result(options, document, lines)
    return 0
