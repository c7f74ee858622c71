"""``review``: placement proofs out, answers in, and where everybody stands."""

import argparse
import sys
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hallwright.cli.lookup import exhibitor_named
from hallwright.cli.output import progress, result, rounded
from hallwright.cli.parsing import Commands, command, group, opened, require_other_file, takes_force, takes_project
from hallwright.cli.press import member
from hallwright.support.errors import Refused
from hallwright.support.text import count_of, one_line

if TYPE_CHECKING:
    from hallwright.expo.show import Show
    from hallwright.review.sending import Wanted
    from hallwright.review.standing import Standing

_LISTED = 20


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    kinds = group(commands, "review", "Send exhibitors proofs of their placement, and take in their answers.")
    _add_send(kinds)
    parser = command(
        kinds,
        "receive",
        "Take in answers: filled proofs, answer files, mails with codes, lists, or folders of them.",
        receive,
        "hallwright review receive demo.expo inbox",
        "hallwright review receive demo.expo NetEase.pdf NetEase-answer.json scanned.csv mail.eml",
        "hallwright review receive demo.expo - < mail.txt",
    )
    takes_project(parser)
    parser.add_argument("files", metavar="FILE", nargs="+", help="files or folders; - reads codes from standard input")
    parser = command(
        kinds,
        "status",
        "Tell where each exhibitor stands: not sent, sent, overdue, commented, change wanted, stale, approved.",
        status,
        "hallwright review status demo.expo",
        "hallwright review status demo.expo --stage overdue --stage change",
        "hallwright review status demo.expo --report review.csv",
    )
    takes_project(parser)
    parser.add_argument("--stage", metavar="S", action="append", help="only those who stand there; may be repeated")
    parser.add_argument("--remind", action="store_true", help="only those who owe an answer or are owed a new proof")
    parser.add_argument("--report", metavar="OUT.csv", type=Path, help="write the list with all answers for the file")
    takes_force(parser)
    for name, does in (
        ("accept", "Accept an exhibitor's newest answer; an approval then freezes the numbers of its booths."),
        ("decline", "Decline an exhibitor's newest answer."),
    ):
        parser = command(kinds, name, does, settle, f"hallwright review {name} demo.expo NetEase")
        takes_project(parser)
        parser.add_argument("exhibitor", metavar="EXHIBITOR", help="name or contract number")
        parser.set_defaults(verb=name)
    parser = command(
        kinds,
        "page",
        "Write the public plan as one HTML file to pan, zoom and search, without anybody's form.",
        page,
        "hallwright review page demo.expo plan.html",
    )
    takes_project(parser)
    parser.add_argument("out", metavar="OUT.html", type=Path)
    parser.add_argument("--no-names", action="store_true", help="nobody's name, booth numbers only")
    takes_force(parser)


def _add_send(kinds: Commands) -> None:
    parser = command(
        kinds,
        "send",
        "Make a folder of proofs and review pages with the list for a mail merge; nothing is mailed.",
        send,
        "hallwright review send demo.expo packets --deadline 2026-12-10",
        "hallwright review send demo.expo again --exhibitor NetEase --exhibitor C-2 --drafts",
        "hallwright review send demo.expo packets --price-per-m2 1200 --currency CNY --no-names",
    )
    takes_project(parser)
    parser.add_argument("out", metavar="FOLDER", type=Path, help="the folder to make; whole or not at all")
    parser.add_argument(
        "--exhibitor", metavar="E", action="append", help="name or contract number; may be repeated; else all placed"
    )
    parser.add_argument("--deadline", metavar="DAY", help="day by which an answer is wanted, e.g. 2026-12-10")
    parser.add_argument("--lang", metavar="L", help="en, zh or both; by each exhibitor's country if left out")
    parser.add_argument("--no-names", action="store_true", help="do not tell who the neighbours are")
    parser.add_argument("--no-pages", action="store_true", help="proofs only, no review pages")
    parser.add_argument("--drafts", action="store_true", help="mails as .eml drafts, too")
    parser.add_argument("--price-per-m2", metavar="N", type=float, help="tell the price, with the profile's surcharges")
    parser.add_argument("--currency", metavar="C", default="", help="e.g. CNY")
    takes_force(parser)


def send(options: argparse.Namespace) -> int:
    """Make packets."""
    from hallwright.editing.reviewing import send_proofs
    from hallwright.review.sending import chosen
    from hallwright.review.sending import send as make

    wanted = _wanted(options)
    with opened(options.project) as session:
        show = session.show
        ids = [exhibitor_named(show, text).id for text in options.exhibitor] if options.exhibitor else None
        made = make(
            show,
            options.out,
            chosen(show, ids),
            wanted,
            version=session.version_name(),
            position=session.position,
            now=_now(),
            keep=lambda packets: session.commit(send_proofs(packets)),
            force=options.force,
            progress=progress("Proofs"),
        )
    document = {
        "folder": str(made.folder),
        "packets": len(made.packets),
        "bytes": made.bytes,
        "without_address": [row.name or row.name_native for row in made.without_address],
        "not_shown": [{"id": lost.id, "text": lost.text, "reason": lost.reason} for lost in made.not_shown],
        "seconds": rounded(made.seconds),
    }
    lines = [f"{made.folder}: {count_of(len(made.packets), 'packet')}, {made.bytes / 1e6:,.1f} MB. Nothing was mailed."]
    if made.without_address:
        names = [row.name or row.name_native for row in made.without_address]
        more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
        lines.append(f"Without a mail address: {', '.join(names[:_LISTED])}{more}")
    lines += [f"Not shown: {one_line(lost.text)} ({lost.reason})" for lost in made.not_shown[:_LISTED]]
    result(options, document, lines)
    return 1 if made.not_shown else 0


def _wanted(options: argparse.Namespace) -> "Wanted":
    from hallwright.drawing.prooffacts import Price
    from hallwright.drawing.wording import Lang
    from hallwright.review.sending import Wanted

    deadline = None
    if options.deadline:
        try:
            deadline = date.fromisoformat(options.deadline)
        except ValueError:
            raise Refused(f"'{options.deadline}' is no day", "--deadline", "Write it as 2026-12-10.") from None
    price = None
    if options.price_per_m2 is not None:
        if not 0 < options.price_per_m2 < 1e9:
            raise Refused("That is no price", "--price-per-m2", "Give a number above 0.")
        price = Price(options.price_per_m2, one_line(options.currency))
    return Wanted(
        deadline=deadline,
        lang=member(Lang, "--lang", options.lang) if options.lang else None,
        named=not options.no_names,
        price=price,
        pages=not options.no_pages,
        drafts=options.drafts,
    )


def receive(options: argparse.Namespace) -> int:
    """Take in answers."""
    from hallwright.editing.reviewing import receive_answers
    from hallwright.review.answerfiles import claims_in, claims_of_text
    from hallwright.review.receiving import Turned, take

    typed = []
    if "-" in options.files:
        typed = claims_of_text(sys.stdin.read(), "standard input")
    claims, turned = claims_in([Path(name) for name in options.files if name != "-"])
    if "-" in options.files and not typed:
        turned.append(Turned("standard input", "no code of an answer is in it"))
    with opened(options.project) as session:
        good, bad = take(session.show, [*typed, *claims], _now())
        session.commit(receive_answers(session.show, good))
        show = session.show
    turned += bad
    document: dict[str, Any] = {"received": [], "refused": [{"file": t.source, "reason": t.reason} for t in turned]}
    lines = []
    for reply in good:
        exhibitor = show.exhibitors.get(show.packets[reply.packet].exhibitor)
        name = exhibitor.name or exhibitor.name_native if exhibitor is not None else "?"
        document["received"].append(
            {
                "exhibitor": name,
                "answer": str(reply.answer),
                "comment": reply.comment,
                "name": reply.name,
                "file": reply.source,
                "stale": reply.stale,
            }
        )
        stale = ", stale: the plan has changed for it since" if reply.stale else ""
        said = f": {one_line(reply.comment)}" if reply.comment else ""
        lines.append(f"{name}: {reply.answer}{stale}{said}")
    lines += [f"Refused: {one.source}: {one.reason}" for one in turned]
    lines.append(f"{count_of(len(good), 'answer')} received, {len(turned)} refused. The plan is as it was.")
    result(options, document, lines)
    return 1 if turned else 0


def status(options: argparse.Namespace) -> int:
    """Tell where everybody stands."""
    from hallwright.review.reports import REMIND, booths_of, name_of, write_report
    from hallwright.review.standing import NAMES, Stage, standings

    wanted = {member(Stage, "--stage", text) for text in options.stage or ()} | set(REMIND if options.remind else ())
    with opened(options.project) as session:
        show = session.show
        found = standings(show, date.today())  # noqa: DTZ011 - deadlines are of the user's own calendar
    counts = Counter(one.stage for one in found)
    some = [one for one in found if not wanted or one.stage in wanted]
    if options.report is not None:
        require_other_file(options.report, options.project)
        write_report(options.report, show, some, force=options.force)
    document = {
        "counts": {str(stage): counts[stage] for stage in Stage},
        "exhibitors": [_told(show, one) for one in some],
    }
    lines = [
        f"{NAMES[one.stage]:14} {booths_of(show, one.exhibitor) or '-':12} {name_of(one.exhibitor)}"
        + (f": {one_line(one.reply.comment)}" if one.reply is not None and one.reply.comment else "")
        for one in some
    ]
    lines.append(
        ", ".join(f"{counts[stage]} {NAMES[stage]}" for stage in Stage if counts[stage]) or "Nobody has a booth."
    )
    result(options, document, lines)
    return 0


def _told(show: "Show", one: "Standing") -> dict[str, Any]:
    from hallwright.review.reports import booths_of, name_of
    from hallwright.review.since import since
    from hallwright.review.standing import Stage

    packet, reply = one.packet, one.reply
    return {
        "exhibitor": name_of(one.exhibitor),
        "booths": booths_of(show, one.exhibitor),
        "stage": str(one.stage),
        "sent": packet.sent.isoformat() if packet is not None else None,
        "deadline": packet.deadline.isoformat() if packet is not None and packet.deadline is not None else None,
        "version": packet.version if packet is not None else None,
        "answer": str(reply.answer) if reply is not None else None,
        "comment": reply.comment if reply is not None else None,
        "name": reply.name if reply is not None else None,
        "state": str(reply.state) if reply is not None else None,
        "changed": since(show, packet) if packet is not None and one.stage is Stage.STALE else [],
    }


def settle(options: argparse.Namespace) -> int:
    """Accept or decline an answer."""
    from hallwright.editing.reviewing import settle_answer
    from hallwright.expo.review import ReplyState
    from hallwright.review.standing import thread

    state = ReplyState.ACCEPTED if options.verb == "accept" else ReplyState.DECLINED
    with opened(options.project) as session:
        show = session.show
        exhibitor = exhibitor_named(show, options.exhibitor)
        replies = [reply for _, some in thread(show, exhibitor.id) for reply in some]
        if not replies:
            raise Refused("There is no answer yet", exhibitor.name or exhibitor.name_native, "Receive one first.")
        reply = max(replies, key=lambda one: one.received)
        session.commit(settle_answer(show, reply.id, state, _now()))
    name = exhibitor.name or exhibitor.name_native
    document = {"exhibitor": name, "answer": str(reply.answer), "state": str(state)}
    result(options, document, [f"{name}: {reply.answer} {state}."])
    return 0


def page(options: argparse.Namespace) -> int:
    """Write the public plan as a page."""
    from hallwright.review.page import PageMaker
    from hallwright.support.files import written_whole

    require_other_file(options.out, options.project)
    with opened(options.project) as session:
        maker = PageMaker(session.show, named=not options.no_names)
        version = session.version_name()
    with written_whole(options.out, force=options.force) as temporary:
        maker.write_for_all(temporary, version)
    size = options.out.stat().st_size
    result(options, {"file": str(options.out), "bytes": size}, [f"{options.out}: {size / 1e6:,.2f} MB."])
    return 0


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
