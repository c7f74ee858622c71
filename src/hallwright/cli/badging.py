"""What commands about badges share: whose, which codes, the passphrase, and the record of what was printed."""

import argparse
import getpass
import os
import sys
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hallwright.cli.lookup import person_named, template_named
from hallwright.cli.output import progress
from hallwright.cli.parsing import Parser
from hallwright.cli.press import member
from hallwright.editing.session import Session
from hallwright.expo.people import Role
from hallwright.expo.printed import Only
from hallwright.expo.show import Show
from hallwright.printing.printed import Finish
from hallwright.support.errors import Refused
from hallwright.support.files import written_whole
from hallwright.support.text import folded

if TYPE_CHECKING:
    from hallwright.printing.badges import Imposition, Order
    from hallwright.printing.printed import Printed
    from hallwright.signing.keys import PrivateKey

PASSPHRASE = "HALLWRIGHT_PASSPHRASE"  # noqa: S105  # the name of a variable, no secret
_LARGEST = 4096


def takes_passphrase(parser: Parser) -> None:
    """Add the option that says where the passphrase of the signing key is."""
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        type=Path,
        help=f"file whose first line is the passphrase of the signing key; else {PASSPHRASE} is used, or it is asked",
    )


def takes_codes(parser: Parser) -> None:
    """Add the options that say which badges, what their codes say, and what is recorded."""
    parser.add_argument("--only", metavar="WHICH", default="all", help="new, changed (since printed) or all")
    parser.add_argument("--person", metavar="P", action="append", help="only this person, by code or name")
    parser.add_argument("--delegation", metavar="D", action="append", help="only this delegation; may be repeated")
    parser.add_argument(
        "--code",
        metavar="CODES",
        default="badge",
        help="what the QR code says: badge (signed if the event has a key), contact (vCard) or link; two with a comma",
    )
    parser.add_argument("--link", metavar="URL", default="", help="for --code link: an address with {code} in it")
    parser.add_argument("--desk", metavar="D", default="", help="name of the desk that prints, for the record")
    parser.add_argument("--reason", metavar="R", default="", help="why somebody gets another badge, for the record")
    parser.add_argument(
        "--proof", action="store_true", help="for looking at: not recorded, and no gate takes its codes"
    )
    takes_passphrase(parser)


def passphrase(options: argparse.Namespace, *, twice: bool = False) -> str:
    """Return the passphrase of the signing key from its file, the environment, or whoever sits at the terminal.

    Raises:
        Refused: nobody can be asked, the file cannot be read, or two answers differ.
    """
    file: Path | None = options.passphrase_file
    if file is not None:
        try:
            with file.open(encoding="utf-8") as stream:
                return stream.readline(_LARGEST).rstrip("\r\n")
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or "it is no text"
            raise Refused(f"The passphrase cannot be read ({reason})", str(file)) from None
    if PASSPHRASE in os.environ:
        return os.environ[PASSPHRASE]
    if not sys.stdin.isatty():
        raise Refused(
            "The passphrase of the signing key is not known", mend=f"Give --passphrase-file FILE or set {PASSPHRASE}."
        )
    answer = getpass.getpass("Passphrase of the signing key: ")
    if twice and getpass.getpass("The same again: ") != answer:
        raise Refused("The two passphrases differ", mend="Start again.")
    return answer


def signing_key(options: argparse.Namespace, session: Session) -> "PrivateKey | None":
    """Return the key that signs the event's badges; None where it signs none."""
    public_text = session.show.event.badge_key
    if not public_text:
        return None
    from hallwright.signing.keyfiles import require_here, unlock
    from hallwright.signing.keys import PublicKey

    public = PublicKey.read(public_text)
    require_here(public)
    return unlock(public, passphrase(options))


def print_recorded(
    options: argparse.Namespace,
    session: Session,
    finish: Finish,
    roles: Collection[Role] | None,
    days: Collection[date] | None,
    order: "Order",
    imposition: "Imposition | None",
) -> "Printed":
    """Print badges and record them; the file is made only if both succeed."""
    from hallwright.drawing.codes import Content, codes
    from hallwright.editing.badges import record
    from hallwright.expo.printed import now
    from hallwright.printing.badges import print_badges, some
    from hallwright.signing.signer import batch

    contents = [member(Content, "--code", name.strip()) for name in options.code.split(",")]
    only = member(Only, "--only", options.only)
    show = session.show
    people = {person_named(show, text).id for text in options.person} if options.person else None
    if options.delegation:
        people = (people or set()).union(*(_members(show, name) for name in options.delegation))
    chosen = some(show, roles, days, people, only)
    signs = Content.BADGE in contents and not options.proof
    made = batch(show, chosen, signing_key(options, session) if signs else None)
    with written_whole(options.out, force=options.force) as temporary:
        printed = print_badges(
            show,
            temporary,
            people=made.badges.keys(),
            order=order,
            template=template_named(show, options.template) if options.template else None,
            pictures=session.store.asset,
            imposition=imposition,
            codes=codes(show, contents, made.codes, options.link),
            finish=finish,
            force=True,
            progress=progress("Badges"),
        )
        if not options.proof:
            # What another desk printed meanwhile becomes void by this one, too.
            session.refresh()
            session.commit(record(session.show, made.badges, now(), desk=options.desk, reason=options.reason))
    return replace(printed, file=options.out)


def _members(show: Show, name: str) -> set[str]:
    """Return the people of a delegation."""
    found = {person.id for person in show.people.values() if folded(person.delegation) == folded(name)}
    if not found or not name.strip():
        known = ", ".join(sorted({person.delegation for person in show.people.values()} - {""}))
        raise Refused(f"There is no delegation '{name}'", mend=f"There is: {known}." if known else "")
    return found
