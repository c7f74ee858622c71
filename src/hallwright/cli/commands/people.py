"""``people`` and ``erase``: who is listed twice, who may have how many badges, whose data are to go."""

import argparse
from datetime import date

from hallwright.cli.lookup import person_named
from hallwright.cli.output import result
from hallwright.cli.parsing import Commands, command, group, opened, takes_project
from hallwright.cli.press import member
from hallwright.editing.people import name_of
from hallwright.expo.people import Person, Role
from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.support.text import count_of


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    kinds = group(commands, "people", "Find people who are listed twice, join them, compare staff with quotas.")
    parser = command(
        kinds,
        "duplicates",
        "List people who are probably one: the same name, and the same company or e-mail. Status 1 if there are any.",
        list_duplicates,
        "hallwright people duplicates demo.expo",
    )
    takes_project(parser)
    parser = command(
        kinds,
        "join",
        "Make one person of several entries; the first is kept and takes over what it lacks.",
        join,
        "hallwright people join demo.expo P1A2B3C4D5E6F P6F5E4D3C2B1A",
    )
    takes_project(parser)
    parser.add_argument("person", metavar="PERSON", nargs="+", help="badge codes or names, the one to keep first")
    parser = command(
        kinds,
        "quotas",
        "List exhibitors with their staff badges and how many they may have. Status 1 if one has too many.",
        list_quotas,
        "hallwright people quotas demo.expo",
    )
    takes_project(parser)
    parser = command(
        kinds,
        "keep",
        "Set the day until which people may be kept; 'erase --due' erases them after it.",
        keep,
        "hallwright people keep demo.expo 2025-03-31",
        "hallwright people keep demo.expo 2025-03-31 --role visitor --role press",
        'hallwright people keep demo.expo never --person "Mei Lin"',
    )
    takes_project(parser)
    parser.add_argument("until", metavar="UNTIL", help="the last day, e.g. 2025-03-31, or 'never' for no such day")
    parser.add_argument("--person", metavar="P", action="append", help="only this person; may be repeated")
    parser.add_argument("--role", metavar="R", action="append", help="only people of this role; may be repeated")
    parser = command(
        commands,
        "erase",
        "Erase people: one by name, or all whose day to be kept until has passed. Their badges become void.",
        erase,
        'hallwright erase demo.expo --person "Mei Lin"',
        "hallwright erase demo.expo --due --dry-run",
        "hallwright erase demo.expo --due",
    )
    takes_project(parser)
    parser.add_argument("--person", metavar="P", action="append", help="badge code or name; may be repeated")
    parser.add_argument("--due", action="store_true", help="all people past the day until which they may be kept")
    parser.add_argument("--dry-run", action="store_true", help="only list whom it would erase")


def list_duplicates(options: argparse.Namespace) -> int:
    """List groups of people who are probably one."""
    from hallwright.editing.duplicates import duplicates

    with opened(options.project) as session:
        show = session.show
    groups = duplicates(show)
    lines = ["  ".join(_line(show, person) for person in some) for some in groups]
    document = {"duplicates": [[_document(show, person) for person in some] for some in groups]}
    result(options, document, lines or ["Nobody is listed twice."])
    return 1 if groups else 0


def join(options: argparse.Namespace) -> int:
    """Make one person of several entries."""
    from hallwright.editing.duplicates import join as joined

    with opened(options.project) as session:
        people = [person_named(session.show, text) for text in options.person]
        session.commit(joined(session.show, [person.id for person in people]))
        kept = session.show.people[people[0].id]
        document = _document(session.show, kept)
    result(options, {"kept": document}, [f"Joined {len(people)} entries into {name_of(kept)}, {kept.code}."])
    return 0


def list_quotas(options: argparse.Namespace) -> int:
    """List the staff badges of exhibitors beside their quotas."""
    from hallwright.expo.quotas import quota, staff_of

    with opened(options.project) as session:
        show = session.show
    if not show.event.badge_area:
        raise Refused("The event sets no quota of badges", mend="Set one in the window: File > Event.")
    rows, lines, over = [], [], 0
    for party in show.exhibitors.values():
        name, limit, count = party.name or party.name_native, quota(show, party) or 0, len(staff_of(show, party))
        rows.append({"exhibitor": name, "badges": count, "quota": limit})
        lines.append(f"{count} of {limit}  {name}")
        over += count > limit
    lines.append(f"{count_of(over, 'exhibitor')} over the quota.")
    result(options, {"quotas": rows, "over": over}, lines)
    return 1 if over else 0


def keep(options: argparse.Namespace) -> int:
    """Set the day until which people may be kept."""
    from hallwright.editing.retention import keep_for

    try:
        until = None if options.until == "never" else date.fromisoformat(options.until)
    except ValueError:
        raise Refused(f"'{options.until}' is no day", "UNTIL", "Write it like 2025-03-31, or never.") from None
    roles = {member(Role, "--role", role) for role in options.role or ()}
    with opened(options.project) as session:
        show = session.show
        people = [person_named(show, text) for text in options.person or ()] or list(show.people.values())
        chosen = [person for person in people if not roles or person.role in roles]
        session.commit(keep_for(show, [person.id for person in chosen], until))
    told = f"until {until.isoformat()}" if until is not None else "without a last day"
    result(
        options,
        {"people": len(chosen), "keep_until": until.isoformat() if until is not None else None},
        [f"{count_of(len(chosen), 'person', 'people')} may be kept {told}."],
    )
    return 0


def erase(options: argparse.Namespace) -> int:
    """Erase people."""
    from hallwright.editing.retention import due
    from hallwright.editing.retention import erase as erased
    from hallwright.expo.printed import now

    if bool(options.person) == options.due:
        raise Refused("Nothing says whom to erase", mend="Give --person P, or --due.")
    with opened(options.project) as session:
        show = session.show
        today = date.today()  # noqa: DTZ011  # the user's own calendar
        people = due(show, today) if options.due else [person_named(show, text) for text in options.person]
        documents = [_document(show, person) for person in people]
        lines = [_line(show, person) for person in people] if options.dry_run else []
        if people and not options.dry_run:
            session.commit(erased(show, [person.id for person in people], now()))
    verb = "Would erase" if options.dry_run else "Erased"
    lines.append(f"{verb} {count_of(len(people), 'person', 'people')}.")
    if people and not options.dry_run:
        lines.append("The history of the project still holds what was known of them, so that it can be undone.")
    result(options, {"erased": [] if options.dry_run else documents, "due": documents}, lines)
    return 0


def _document(show: Show, person: Person) -> dict[str, str | None]:
    until = person.keep_until
    return {
        "code": person.code,
        "name": name_of(person),
        "native": person.native,
        "company": _firm(show, person),
        "email": person.email,
        "keep_until": until.isoformat() if until is not None else None,
    }


def _line(show: Show, person: Person) -> str:
    names = " ".join(dict.fromkeys(filter(None, (person.latin, person.native))))
    return ", ".join(filter(None, (f"{person.code} {names}", _firm(show, person), person.email)))


def _firm(show: Show, person: Person) -> str:
    party = show.exhibitors.get(person.exhibitor or "")
    return person.company or person.company_native or (party.name if party is not None else "")
