"""``assign``, ``release`` and ``hold``: one placement."""

import argparse
from datetime import datetime, time

from hallwright.cli.lookup import booth_named, exhibitor_named
from hallwright.cli.output import result
from hallwright.cli.parsing import Commands, command, opened, takes_project
from hallwright.editing import assignment
from hallwright.editing.change import Change
from hallwright.editing.session import Session
from hallwright.support.errors import Refused

_BOOTH = "its number; 'Hall:Number' where several halls have it"
_EXHIBITOR = "name in either script, or contract number"


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = command(
        commands,
        "assign",
        "Give a booth to an exhibitor.",
        assign,
        "hallwright assign demo.expo A01 NetEase",
        'hallwright assign demo.expo "Hall 1:A01" 网易',
    )
    takes_project(parser)
    parser.add_argument("booth", metavar="BOOTH", help=_BOOTH)
    parser.add_argument("exhibitor", metavar="EXHIBITOR", help=_EXHIBITOR)
    parser = command(commands, "release", "Make a booth available again.", release, "hallwright release demo.expo A01")
    takes_project(parser)
    parser.add_argument("booth", metavar="BOOTH", help=_BOOTH)
    parser = command(
        commands,
        "hold",
        "Hold a booth for an exhibitor until a day or an hour.",
        hold,
        "hallwright hold demo.expo A01 --until 2026-09-01 --for NetEase",
        'hallwright hold demo.expo A01 --until "2026-09-01 18:00" --for 网易',
    )
    takes_project(parser)
    parser.add_argument("booth", metavar="BOOTH", help=_BOOTH)
    parser.add_argument(
        "--until", metavar="WHEN", required=True, help="local time like '2026-09-01 18:00'; a day alone means its end"
    )
    parser.add_argument("--for", metavar="EXHIBITOR", dest="exhibitor", required=True, help=_EXHIBITOR)


def assign(options: argparse.Namespace) -> int:
    """Assign a booth."""
    with opened(options.project) as session:
        booth, party = booth_named(session.show, options.booth), exhibitor_named(session.show, options.exhibitor)
        return _commit(options, session, assignment.assign(session.show, booth.id, party.id), booth.id)


def release(options: argparse.Namespace) -> int:
    """Release a booth."""
    with opened(options.project) as session:
        booth = booth_named(session.show, options.booth)
        return _commit(options, session, assignment.release(session.show, booth.id), booth.id)


def hold(options: argparse.Namespace) -> int:
    """Hold a booth."""
    until = _moment(options.until)
    with opened(options.project) as session:
        booth, party = booth_named(session.show, options.booth), exhibitor_named(session.show, options.exhibitor)
        return _commit(options, session, assignment.hold(session.show, booth.id, party.id, until), booth.id)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise Refused(f"'{text}' is no time", "--until", "Write it like 2026-09-01 or '2026-09-01 18:00'.") from None
    if len(text.strip()) <= len("2026-09-01"):
        return datetime.combine(moment, time(23, 59))
    # Holds are kept in the local time of the organiser, as they are agreed.
    return moment.astimezone().replace(tzinfo=None) if moment.tzinfo else moment


def _commit(options: argparse.Namespace, session: Session, change: Change, key: str) -> int:
    written = session.commit(change)
    booth = session.show.booths[key]
    party = session.show.exhibitors[booth.exhibitor].name if booth.exhibitor else None
    document = {
        "booth": booth.number,
        "hall": session.show.halls[booth.hall].name,
        "status": booth.status.value,
        "exhibitor": party,
        "held_until": booth.held_until.isoformat() if booth.held_until else None,
        "changed": written,
        "changes": session.position,
    }
    until = f" until {booth.held_until:%Y-%m-%d %H:%M}" if booth.held_until else ""
    state = f"{booth.number}: {booth.status}{f', {party}' if party else ''}{until}"
    result(options, document, [f"{state}." if written else f"{state}, as before."])
    return 0
