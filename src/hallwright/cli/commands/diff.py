"""``diff``: what changed between two versions of the plan, and who must be told."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hallwright.cli.commands.preflight import finding_document
from hallwright.cli.lookup import hall_named
from hallwright.cli.output import progress, result, rounded
from hallwright.cli.parsing import Commands, command, opened, require_other_file, takes_force, takes_project
from hallwright.cli.press import finish_of, member, takes_press
from hallwright.support.errors import Refused
from hallwright.support.text import count_of

if TYPE_CHECKING:
    from hallwright.printing.printed import Printed
    from hallwright.review.comparing import Comparison

_LISTED = 20


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = command(
        commands,
        "diff",
        "Compare two versions of the plan: what changed, what that means for others, who must be told.",
        diff,
        'hallwright diff demo.expo "Sent to exhibitors" now',
        "hallwright diff demo.expo 12 15 --json",
        'hallwright diff demo.expo "Draft 1" "Draft 2" --pdf redline.pdf --sheet A1',
    )
    takes_project(parser)
    help_ = "name of a version, 'now', or a number of the journal"
    parser.add_argument("before", metavar="A", help=help_)
    parser.add_argument("after", metavar="B", help=help_)
    parser.add_argument("--pdf", metavar="OUT.pdf", type=Path, help="also make a redline of it")
    parser.add_argument("--hall", metavar="H", help="draw only this hall; all with changes if left out")
    parser.add_argument("--sheet", metavar="A0..A4", help="of the redline; the smallest that is legible if left out")
    parser.add_argument("--scale", metavar="N", type=int, help="200 for 1:200; the largest that fits if left out")
    parser.add_argument(
        "--lang", default="en", metavar="L", help="of the sheet's own words: en (as if left out), zh, both"
    )
    takes_force(parser)
    takes_press(parser)


def diff(options: argparse.Namespace) -> int:
    """Print what differs; make the redline if it is asked for."""
    from hallwright.editing.earlier import moment
    from hallwright.review.comparing import compare

    if options.pdf is None:
        for name in ("hall", "sheet", "scale", "force"):
            if getattr(options, name):
                raise Refused("Only a redline is drawn on a sheet", f"--{name}", "Add --pdf OUT.pdf, or leave it out.")
    else:
        require_other_file(options.pdf, options.project)
    with opened(options.project) as session:
        before, after = moment(session, options.before), moment(session, options.after)
        count = session.position - min(before.seq, after.seq)
        done, tell = 0, progress("Changes read")

        def still() -> None:
            nonlocal done
            done += 1
            if done <= count and (done % 100 == 0 or done == count):
                tell(done, count)

        found = compare(session, before, after, still)
        document, lines = _document(found), _lines(found)
        printed = _pdf(options, session, found) if options.pdf is not None else None
    if printed is not None:
        document["pdf"] = {
            "file": str(printed.file),
            "pages": printed.pages,
            "bytes": printed.bytes,
            "not_shown": [{"id": lost.id, "text": lost.text, "reason": lost.reason} for lost in printed.not_shown],
            "seconds": rounded(printed.seconds, 3),
            "profile": options.profile,
            "findings": [finding_document(finding) for finding in printed.findings],
        }
        lines.append(f"Printed {count_of(printed.pages, 'page')} to {printed.file}.")
        lines += [f"  not shown: {lost.text}, {lost.reason}" for lost in printed.not_shown[:_LISTED]]
        if len(printed.not_shown) > _LISTED:
            lines.append(f"  and {len(printed.not_shown) - _LISTED:,} more; --json lists them all")
        lines += [f"  preflight: {finding.line()}" for finding in printed.findings]
    result(options, document, lines)
    return 1 if printed is not None and printed.findings else 0


def _pdf(options: argparse.Namespace, session: Any, found: "Comparison") -> "Printed":
    from hallwright.drawing.options import SheetOptions
    from hallwright.drawing.paper import SHEETS
    from hallwright.drawing.plan import View
    from hallwright.drawing.wording import Lang
    from hallwright.review.redline import write_redline

    sheet = options.sheet.upper() if options.sheet else None
    if sheet not in (None, *SHEETS):
        raise Refused(f"There is no sheet {options.sheet}", "--sheet", f"Choose one of {', '.join(SHEETS)}.")
    if options.scale is not None and options.scale < 1:
        raise Refused(f"There is no scale 1:{options.scale}", "--scale", "Give 200 for 1:200.")
    chosen = SheetOptions(
        sheet=sheet,
        scale=options.scale,
        view=View.STAFF,
        lang=member(Lang, "--lang", options.lang),
        printed=datetime.now().astimezone().date(),
    )
    hall = hall_named(found.b, options.hall).id if options.hall else None
    finish = finish_of(options, session)
    return write_redline(found, options.pdf, chosen, hall=hall, finish=finish, force=options.force)


def _document(found: "Comparison") -> dict[str, Any]:
    from hallwright.review.differences import What
    from hallwright.review.sentences import line

    differences = []
    for one in found.found:
        said = line(found.a, found.b, one)
        row: dict[str, Any] = {
            "kind": type(one.row).__name__.lower(),
            "subject": said.subject,
            "hall": said.hall,
            "what": one.what.value,
            "fields": list(one.fields),
            "text": said.text,
        }
        if one.what is What.MOVED:
            row["shift_m"] = [rounded(step / 1000, 3) for step in one.shift]
        differences.append(row)
    consequences = []
    for each in found.followed:
        said = line(found.a, found.b, each)
        consequences.append({"booth": said.subject, "hall": said.hall, "what": each.effect.value, "text": said.text})
    return {
        "a": {"name": found.before.name, "change": found.before.seq},
        "b": {"name": found.after.name, "change": found.after.seq},
        "differences": differences,
        "consequences": consequences,
        "told": [
            {
                "exhibitor": one.exhibitor.name,
                "contract": one.exhibitor.contract,
                "host": one.host.name if one.host is not None else None,
                "booths": [booth.number for booth in one.booths],
                "reasons": [reason.text for reason in one.reasons],
            }
            for one in found.told
        ],
    }


def _lines(found: "Comparison") -> list[str]:
    from hallwright.review.informing import exhibitor_text
    from hallwright.review.sentences import line

    versions = f"{found.before.name} (change {found.before.seq}) to {found.after.name} (change {found.after.seq})"
    if not found.found:
        return [f"Nothing differs from {versions}."]
    lines = [f"From {versions}: {count_of(len(found.found), 'difference')}."]
    for one in found.found:
        said = line(found.a, found.b, one)
        lines.append(f"  {said.kind} {said.told}")
    if found.followed:
        lines.append(f"What that means for booths: {count_of(len(found.followed), 'consequence')}.")
        lines += [f"  {line(found.a, found.b, each).told}" for each in found.followed]
    if found.told:
        lines.append(f"Who must be told: {count_of(len(found.told), 'exhibitor')}.")
        lines += [f"  {exhibitor_text(one)}: {'; '.join(r.text for r in one.reasons)}" for one in found.told]
    else:
        lines.append("Nobody has to be told.")
    return lines
