"""``log``, ``undo``, ``redo`` and ``version``: the journal."""

import argparse
from typing import Any

from hallwright.cli.output import result
from hallwright.cli.parsing import Commands, command, opened, takes_project
from hallwright.editing.journal import Entry, Kind, Version
from hallwright.support.errors import Refused
from hallwright.support.text import count_of


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = command(commands, "log", "List every change, oldest first.", log, "hallwright log demo.expo")
    takes_project(parser)
    parser = command(commands, "undo", "Take back the last change.", undo, "hallwright undo demo.expo")
    takes_project(parser)
    parser = command(commands, "redo", "Do again what was taken back last.", redo, "hallwright redo demo.expo")
    takes_project(parser)
    parser = command(
        commands,
        "version",
        "Name the present state of the plan; without a name, list the named versions.",
        version,
        'hallwright version demo.expo "Sent to the printer"',
        "hallwright version demo.expo",
    )
    takes_project(parser)
    parser.add_argument("name", metavar="NAME", nargs="?", help="name of the version")


def log(options: argparse.Namespace) -> int:
    """Print the journal."""
    with opened(options.project) as session:
        entries = session.log()
    document = {"entries": [_entry(entry) for entry in entries]}
    width = len(str(len(entries)))
    lines = [
        f"{entry.seq:>{width}}  {entry.at:%Y-%m-%d %H:%M}  {entry.kind.prefix}{entry.summary}, "
        + count_of(entry.rows, "row")
        for entry in entries
    ]
    result(options, document, lines or ["Nothing has been changed yet."])
    return 0


def undo(options: argparse.Namespace) -> int:
    """Take back one change."""
    return _step(options, Kind.UNDO)


def redo(options: argparse.Namespace) -> int:
    """Do one change again."""
    return _step(options, Kind.REDO)


def version(options: argparse.Namespace) -> int:
    """Name a version or list them."""
    with opened(options.project) as session:
        if options.name is not None:
            made = session.name_version(options.name)
            result(options, _version(made), [f"Version '{made.name}' is change {made.seq}."])
            return 0
        versions = session.versions()
    lines = [f"{known.name}: change {known.seq}, {known.at:%Y-%m-%d %H:%M}" for known in versions]
    result(options, {"versions": [_version(known) for known in versions]}, lines or ["No version has a name yet."])
    return 0


def _step(options: argparse.Namespace, kind: Kind) -> int:
    with opened(options.project) as session:
        undoing = kind is Kind.UNDO
        change = session.undo() if undoing else session.redo()
        if change is None:
            raise Refused(
                f"There is nothing to {kind}",
                options.project,
                "" if undoing else "Only what was just undone can be redone.",
            )
        verb = "Undone" if undoing else "Done again"
        document = {
            "summary": change.summary,
            "operation": change.operation,
            "rows": len(change.edits),
            "next_undo": session.undo_summary,
            "next_redo": session.redo_summary,
            "changes": session.position,
        }
        result(options, document, [f"{verb}: {change.summary}."])
    return 0


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "at": entry.at.isoformat(),
        "kind": entry.kind.value,
        "target": entry.target,
        "operation": entry.operation,
        "summary": entry.summary,
        "rows": entry.rows,
    }


def _version(known: Version) -> dict[str, Any]:
    return {"name": known.name, "change": known.seq, "at": known.at.isoformat()}
