"""``badge``: whether one is genuine, the key that signs them, those that are void."""

import argparse
from datetime import date
from pathlib import Path

from hallwright.cli.badging import passphrase, takes_passphrase
from hallwright.cli.lookup import person_named
from hallwright.cli.output import result
from hallwright.cli.parsing import Commands, command, group, opened, takes_force, takes_project
from hallwright.support.errors import Refused
from hallwright.support.text import count_of

_LARGEST = 4096


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    kinds = group(commands, "badge", "Verify badges, keep the key that signs them, declare badges void.")
    parser = command(
        kinds,
        "verify",
        "Say whether a badge is genuine, valid today and not revoked. Ends with status 1 if it is refused.",
        verify,
        "hallwright badge verify AEBQ... --key MFRGG...",
        "hallwright badge verify AEBQ... --key key.txt --revoked revoked.txt --day 2024-09-12",
        "hallwright badge verify AEBQ... --project demo.expo",
    )
    parser.add_argument("token", metavar="TOKEN", help="what the scanner reads from the badge")
    parser.add_argument("--key", metavar="PUBLIC", help="the event's public key, or a file that holds it")
    parser.add_argument("--revoked", metavar="FILE", type=Path, help="list of revoked badges")
    parser.add_argument(
        "--project", metavar="PROJECT", help="a project: its key, its void badges, and who wears the badge"
    )
    parser.add_argument("--day", metavar="D", help="day for which the badge has to be valid; today if left out")
    parser = command(
        kinds,
        "void",
        "Declare the badges that a person has void, so that gates refuse them.",
        void,
        'hallwright badge void demo.expo "Mei Lin" --reason lost',
    )
    takes_project(parser)
    parser.add_argument("person", metavar="PERSON", help="badge code or name of the person")
    parser.add_argument("--reason", metavar="R", required=True, help="why, e.g. lost")
    parser = command(
        kinds,
        "revoked",
        "Write the list of revoked badges, for gates that do not have the project.",
        revoked,
        "hallwright badge revoked demo.expo revoked.txt",
    )
    takes_project(parser)
    parser.add_argument("out", metavar="OUT.txt", type=Path, help="the file to make")
    takes_force(parser)
    keys = group(kinds, "key", "Make the event's signing key, show its public half, bring it to another computer.")
    parser = command(
        keys,
        "new",
        "Make the key that signs the event's badges; its private half stays on this computer, under a passphrase.",
        new_key,
        "hallwright badge key new demo.expo",
        "hallwright badge key new demo.expo --passphrase-file secret.txt",
    )
    takes_project(parser)
    takes_passphrase(parser)
    parser = command(
        keys, "show", "Print the event's public key, for gates.", show_key, "hallwright badge key show demo.expo"
    )
    takes_project(parser)
    parser = command(
        keys,
        "export",
        "Copy the private key into a file, still under its passphrase, for another computer that prints badges.",
        export_key,
        "hallwright badge key export demo.expo key.pem",
    )
    takes_project(parser)
    parser.add_argument("out", metavar="OUT.pem", type=Path, help="the file to make")
    takes_force(parser)
    parser = command(
        keys,
        "import",
        "Take over the event's private key from such a file.",
        import_key,
        "hallwright badge key import demo.expo key.pem",
    )
    takes_project(parser)
    parser.add_argument("file", metavar="FILE.pem", type=Path, help="what 'badge key export' wrote")
    takes_passphrase(parser)


def verify(options: argparse.Namespace) -> int:
    """Judge one badge."""
    from hallwright.signing.keys import PublicKey
    from hallwright.signing.revocations import read
    from hallwright.signing.verifying import verify as judge

    if not options.key and not options.project:
        raise Refused("Nothing says by which key the badge is verified", mend="Give --key PUBLIC or --project PROJECT.")
    show = None
    if options.project:
        with opened(options.project) as session:
            show = session.show
    public = PublicKey.read(_key_text(options.key) if options.key else _key_of(show.event.badge_key if show else ""))
    revocations = read(options.revoked, public) if options.revoked else None
    day = _day(options.day) if options.day else date.today()  # noqa: DTZ011  # the gate's own day
    verdict = judge(options.token, public, day, revocations=revocations, show=show)
    claim = verdict.claim
    document = {
        "genuine": verdict.good,
        "why": verdict.why,
        "reason": verdict.reason,
        "badge": claim.badge if claim else None,
        "kind": claim.kind if claim else None,
        "days": [each.isoformat() for each in claim.days] if claim else None,
        "person": verdict.person.latin or verdict.person.native if verdict.person else None,
    }
    lines = [f"Genuine, valid on {day.isoformat()}." if verdict.good else f"Refused: {verdict.reason}."]
    if claim is not None:
        from hallwright.drawing.days import spans

        valid = ", ".join(_span(*span) for span in spans(claim.days)) or "all days"
        lines.append(f"  badge {claim.badge}, {claim.kind}, valid on {valid}")
    if document["person"]:
        lines.append(f"  worn by {document['person']}")
    result(options, document, lines)
    return 0 if verdict.good else 1


def void(options: argparse.Namespace) -> int:
    """Declare a person's badges void."""
    from hallwright.editing.badges import void as void_badges
    from hallwright.expo.printed import good_badges, now

    with opened(options.project) as session:
        person = person_named(session.show, options.person)
        good = [badge.id for badge in good_badges(session.show, person.id)]
        if not good:
            raise Refused("The person has no badge that is good", person.latin or person.native)
        session.commit(void_badges(session.show, good, now(), options.reason))
    result(options, {"void": good}, [f"{count_of(len(good), 'badge')} void. Give gates a new list: badge revoked."])
    return 0


def revoked(options: argparse.Namespace) -> int:
    """Write the revocation list."""
    from hallwright.cli.parsing import require_other_file
    from hallwright.expo.printed import now
    from hallwright.signing.revocations import write

    require_other_file(options.out, options.project)
    with opened(options.project) as session:
        count = write(session.show, options.out, now(), force=options.force)
    result(
        options,
        {"file": str(options.out), "badges": count},
        [f"Wrote {count_of(count, 'revoked badge')} to {options.out}."],
    )
    return 0


def new_key(options: argparse.Namespace) -> int:
    """Make a key pair."""
    from hallwright.editing.badges import set_key
    from hallwright.expo.printed import now
    from hallwright.signing.keyfiles import keep
    from hallwright.signing.keys import PrivateKey

    with opened(options.project) as session:
        key = PrivateKey.new()
        change = set_key(session.show, key.public.text, now())
        path = keep(key, passphrase(options, twice=True))
        session.commit(change)
    lines = [
        f"Public key: {key.public.text}",
        f"Private key: {path}",
        "Keep a copy of that file and its passphrase apart: without both no badge of this event can be signed.",
    ]
    result(options, {"public": key.public.text, "private": str(path)}, lines)
    return 0


def show_key(options: argparse.Namespace) -> int:
    """Print the public key."""
    from hallwright.signing.keyfiles import key_path
    from hallwright.signing.keys import PublicKey

    with opened(options.project) as session:
        public = PublicKey.read(_key_of(session.show.event.badge_key))
    path = key_path(public)
    here = path.is_file()
    told = f"Private key: {path}" if here else "The private key is not on this computer; it can verify, not sign."
    result(options, {"public": public.text, "private": str(path) if here else None}, [public.text, told])
    return 0


def export_key(options: argparse.Namespace) -> int:
    """Copy the private key into a file."""
    from hallwright.cli.parsing import require_other_file
    from hallwright.signing.keyfiles import take_out
    from hallwright.signing.keys import PublicKey

    require_other_file(options.out, options.project)
    with opened(options.project) as session:
        public = PublicKey.read(_key_of(session.show.event.badge_key))
    take_out(public, options.out, force=options.force)
    result(
        options,
        {"file": str(options.out)},
        [f"Wrote {options.out}. It opens with its passphrase; send the two on different ways."],
    )
    return 0


def import_key(options: argparse.Namespace) -> int:
    """Take over the private key from a file."""
    from hallwright.signing.keyfiles import bring_in
    from hallwright.signing.keys import PublicKey

    with opened(options.project) as session:
        public = PublicKey.read(_key_of(session.show.event.badge_key))
    path = bring_in(options.file, public, passphrase(options))
    result(options, {"private": str(path)}, [f"This computer can sign badges now; the key is in {path}."])
    return 0


def _span(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"


def _key_of(text: str) -> str:
    if not text:
        raise Refused("The badges of this event are not signed", mend="Make its key: hallwright badge key new PROJECT.")
    return text


def _key_text(text: str) -> str:
    """Return the key that is given, or the first line of the file that is."""
    path = Path(text)
    try:
        if len(text) < _LARGEST and path.is_file():
            with path.open(encoding="utf-8") as file:
                return file.readline(_LARGEST)
    except (OSError, UnicodeError):
        pass
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"'{text}' is no day", "--day", "Write it like 2024-09-12.") from None
