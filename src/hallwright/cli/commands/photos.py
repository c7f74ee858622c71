"""``import photos``: photos of people from a folder."""

import argparse
from pathlib import Path

from hallwright.cli.output import progress, result
from hallwright.cli.parsing import Commands, command, opened, takes_project
from hallwright.support.text import count_of

_LISTED = 20


def add(kinds: Commands) -> None:
    """Add the command to those that import."""
    parser = command(
        kinds,
        "photos",
        "Give people the photos of a folder; each file bears a badge code, an e-mail address or a name.",
        run,
        "hallwright import photos demo.expo photos/",
    )
    takes_project(parser)
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="JPEG and PNG files")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")
    parser.add_argument("--strict", action="store_true", help="end with status 1 if a file was not taken")


def run(options: argparse.Namespace) -> int:
    """Read a folder and commit what it brings as one change."""
    from hallwright.editing.photos import set_photos
    from hallwright.exchange.photos import read_photos

    with opened(options.project) as session:
        photos = read_photos(session.show, options.folder, progress("Photos"))
        put = (lambda _content: "0" * 64) if options.dry_run else session.store.put_asset
        change = set_photos(session.show, {key: put(content) for key, content in photos.found.items()})
        if not options.dry_run:
            session.commit(change)
    lost = [{"file": one.file, "reason": one.reason} for one in photos.not_taken]
    document = {"photos": len(photos.found), "changed": len(change.edits), "not_taken": lost}
    lines = [f"Photos of {count_of(len(photos.found), 'person', 'people')}, {len(change.edits):,} of them new."]
    lines += [f"  not taken: {one.file}, {one.reason}" for one in photos.not_taken[:_LISTED]]
    if len(lost) > _LISTED:
        lines.append(f"  and {len(lost) - _LISTED:,} more; --json lists them all")
    result(options, document, lines)
    return 1 if options.strict and lost else 0
