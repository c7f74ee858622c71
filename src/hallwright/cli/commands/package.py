"""``print package``: a folder with all that a print shop gets."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from hallwright.cli.badging import signing_key, takes_passphrase
from hallwright.cli.commands.preflight import finding_document
from hallwright.cli.output import progress, result, rounded
from hallwright.cli.parsing import Commands, command, opened, takes_force, takes_project
from hallwright.cli.press import finish_of, member, takes_press
from hallwright.support.errors import Refused
from hallwright.support.text import count_of

if TYPE_CHECKING:
    from hallwright.printing.jobs import Job
    from hallwright.printing.package import Package

_LISTED = 20
_ANSWERS = (
    ("quantity", "copies of each page of plans or badges, e.g. plan=5"),
    ("stock", "the paper, e.g. badges='350 g/m2 board'"),
    ("finishing", "what is done after printing, e.g. plan='fold to A4'"),
    ("sides", "simplex or duplex, e.g. plan=duplex"),
)


def add(kinds: Commands) -> None:
    """Add the command to those of ``print``."""
    parser = command(
        kinds,
        "package",
        "Make the folder a print shop gets: the plan of each hall, badges, job ticket, preflight report, checksums.",
        package,
        "hallwright print package demo.expo shop",
        "hallwright print package demo.expo shop --profile pdfx1a --icc PSOcoated_v3.icc --force",
        "hallwright print package demo.expo shop --quantity plan=5 --stock badges='350 g/m2 board' --json",
    )
    takes_project(parser)
    parser.add_argument("out", metavar="FOLDER", type=Path, help="the folder to make; whole or not at all")
    takes_force(parser)
    takes_press(parser, "pdfx4")
    takes_passphrase(parser)
    parser.add_argument("--view", default="public", metavar="V", help="public (as if left out), staff or permit")
    parser.add_argument("--lang", default="both", metavar="L", help="en, zh or both (as if left out)")
    parser.add_argument(
        "--job", default="standard", metavar="NAME", help="a print job of your own; standard if left out"
    )
    for answer, tells in _ANSWERS:
        parser.add_argument(f"--{answer}", metavar="KIND=X", action="append", default=[], help=tells)


def package(options: argparse.Namespace) -> int:
    """Make a print package; the badges in it are recorded, those that have not changed under the code they have."""
    from hallwright.drawing.codes import Content, codes
    from hallwright.drawing.plan import View
    from hallwright.drawing.wording import Lang
    from hallwright.editing.badges import record
    from hallwright.expo.printed import now
    from hallwright.printing.package import print_package
    from hallwright.signing.signer import batch

    view, lang = member(View, "--view", options.view), member(Lang, "--lang", options.lang)
    job = _job(options)
    with opened(options.project) as session:
        show, finish = session.show, finish_of(options, session)
        badges = batch(show, show.people.values(), signing_key(options, session) if show.people else None, anew=False)
        made = print_package(
            show,
            options.out,
            finish=finish,
            job=job,
            lang=lang,
            view=view,
            version=session.version_name(),
            codes=codes(show, [Content.BADGE], badges.codes),
            force=options.force,
            pictures=session.store.asset,
            progress=progress("Package"),
        )
        session.refresh()
        session.commit(record(session.show, badges.badges, now()))
    return _report(options, made)


def _job(options: argparse.Namespace) -> "Job":
    """Return the print job with the answers that were given anew."""
    from hallwright.printing.jobs import KINDS, load

    job = dict(load(options.job))
    for answer, _ in _ANSWERS:
        for text in getattr(options, answer):
            kind, sign, value = text.partition("=")
            if not sign or kind not in KINDS:
                raise Refused(
                    f"'{text}' does not say of what", f"--{answer}", f"Write {' or '.join(f'{k}=...' for k in KINDS)}."
                )
            try:
                job[kind] = job[kind].answered(answer, value)
            except Refused as refusal:
                raise Refused(refusal.what, f"--{answer}", refusal.mend) from None
    return job


def _report(options: argparse.Namespace, made: "Package") -> int:
    from hallwright.printing.ticket import file_document

    document = {
        "folder": str(made.folder),
        "profile": options.profile,
        "files": [file_document(made.terms, file) for file in made.files],
        "names": list(made.names),
        "bytes": made.bytes,
        "not_shown": [{"id": lost.id, "text": lost.text, "reason": lost.reason} for lost in made.not_shown],
        "findings": [{"file": name, **finding_document(finding)} for name, finding in made.findings],
        "seconds": rounded(made.seconds, 3),
    }
    lines = [f"Made {made.folder} with {count_of(len(made.names), 'file')}; for the press:"]
    for file in made.files:
        order = file.order
        copies = count_of(order.quantity, "copy", "copies")
        lines.append(f"  {file.name}: {count_of(file.pages, 'page')}, {copies}, {order.stock}, {order.finishing}")
    lost = made.not_shown
    lines += [f"  not shown: {one.text}, {one.reason}" for one in lost[:_LISTED]]
    if len(lost) > _LISTED:
        lines.append(f"  and {len(lost) - _LISTED:,} more; --json lists them all")
    lines += [f"  preflight: {name}: {finding.line()}" for name, finding in made.findings]
    result(options, document, lines)
    return 1 if made.findings else 0
