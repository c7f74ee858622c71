"""``print``: plans and badges as PDF, and the print shop's package."""

import argparse
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hallwright.cli.badging import print_recorded, takes_codes
from hallwright.cli.commands import imposing, package, pictures
from hallwright.cli.commands.preflight import finding_document
from hallwright.cli.lookup import hall_named, zone_named
from hallwright.cli.output import result, rounded
from hallwright.cli.parsing import (
    Commands,
    Parser,
    command,
    group,
    opened,
    require_other_file,
    takes_force,
    takes_project,
)
from hallwright.cli.press import finish_of, member, takes_press
from hallwright.expo.people import Role
from hallwright.support.collecting import uncollected
from hallwright.support.errors import Refused
from hallwright.support.text import count_of, one_line

if TYPE_CHECKING:
    from hallwright.printing.printed import Printed

_LISTED = 20


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    kinds = group(
        commands, "print", "Print floor plans or badges into a PDF, or all that a print shop gets into a folder."
    )
    parser = command(
        kinds,
        "plan",
        "Print the plan of a hall at true scale, with title block, legend and index of exhibitors.",
        plan,
        "hallwright print plan demo.expo plan.pdf",
        'hallwright print plan demo.expo plan.pdf --hall "Hall 1" --sheet A1 --scale 200 --lang zh',
        "hallwright print plan demo.expo permit.pdf --view permit --with permit,services",
        "hallwright print plan demo.expo atlas.pdf --atlas --sheet A3",
        "hallwright print plan demo.expo wall.pdf --sheet A0 --tile A4",
        "hallwright print plan demo.expo entrance.pdf --hall 1 --view-box 0,0,40,25",
        "hallwright print plan demo.expo wall.pdf --sheet A1 --part 'hall=Hall 1;scale=500' --part 'zone=Industry'",
        "hallwright print plan demo.expo press.pdf --hall 1 --profile pdfx4",
        "hallwright print plan demo.expo plan.png --dpi 200",
    )
    _outputs(parser)
    parser.add_argument("--hall", metavar="H", help="name of the hall; all halls if left out")
    parser.add_argument("--zone", metavar="Z", help="name of the zone; whole halls if left out")
    parser.add_argument("--sheet", metavar="A0..A4", help="the smallest that is legible if left out")
    parser.add_argument("--scale", metavar="N", type=int, help="200 for 1:200; the largest that fits if left out")
    parser.add_argument("--atlas", action="store_true", help="one sheet a zone, all at one scale, each with a key map")
    parser.add_argument(
        "--tile", metavar="A4|A3", help="cut the plan into office pages to glue together, at true scale"
    )
    parser.add_argument(
        "--view-box", metavar="X,Y,W,H", help="only this part of the hall, in metres: left, top, width, height"
    )
    parser.add_argument(
        "--part",
        dest="parts",
        metavar="WHAT",
        action="append",
        default=[],
        help="one of several views on one sheet: hall=, zone= or box= (as --view-box), scale= and title=, separated by "
        "semicolons; may be repeated",
    )
    parser.add_argument(
        "--with",
        dest="supplements",
        metavar="LISTS",
        default="",
        help="lists that follow the plan: booths, fascia, services, permit, separated by commas",
    )
    parser.add_argument("--plan-number", metavar="P", default="", help="number of the plan, for its title block")
    parser.add_argument("--view", default="public", metavar="V", help="public (as if left out), staff or permit")
    parser.add_argument("--lang", default="both", metavar="L", help="en, zh or both (as if left out)")
    parser.add_argument("--dpi", metavar="N", type=int, help="dots an inch of OUT.png; 150 if left out")
    parser = command(
        kinds,
        "badges",
        "Print badges as the template of each role has them, one a page or several a sheet; for the press with bleed.",
        badges,
        "hallwright print badges demo.expo badges.pdf",
        "hallwright print badges demo.expo press.pdf --role press --role speaker --days 2024-09-12",
        "hallwright print badges demo.expo press.pdf --role press --template 'Press badge'",
        "hallwright print badges demo.expo shop.pdf --profile pdfx1a --icc PSOcoated_v3.icc",
        "hallwright print badges demo.expo office.pdf --impose a4 --duplex --order name --stack",
        "hallwright print badges demo.expo test.pdf --impose a4 --duplex --alignment-test",
        "hallwright print badges demo.expo late.pdf --only new --desk 2",
        'hallwright print badges demo.expo again.pdf --person "Mei Lin" --reason lost --code badge,contact',
    )
    _outputs(parser)
    parser.add_argument(
        "--template", metavar="T", help="the badge template of all; the one of each person's role if left out"
    )
    parser.add_argument(
        "--role", metavar="R", action="append", help=f"only this role ({', '.join(Role)}); may be repeated"
    )
    parser.add_argument(
        "--days", metavar="D", action="append", help="only badges valid on this day, e.g. 2024-09-12; may be repeated"
    )
    imposing.add_to(parser)
    takes_codes(parser)
    package.add(kinds)


def plan(options: argparse.Namespace) -> int:
    """Print floor plans."""
    # Until the process ends: a look for garbage after all is made would take a tenth of a second, and find none.
    with uncollected():
        return _plan(options)


def _plan(options: argparse.Namespace) -> int:
    from hallwright.cli.commands.parts import box_of, parts_of
    from hallwright.drawing.paper import SHEETS
    from hallwright.drawing.plan import View
    from hallwright.drawing.sheet import SheetOptions
    from hallwright.drawing.supplements import Supplement
    from hallwright.drawing.tiling import TILES
    from hallwright.drawing.wording import Lang
    from hallwright.printing.plan import print_plan

    sheet = options.sheet.upper() if options.sheet else None
    if sheet not in (None, *SHEETS):
        raise Refused(f"There is no sheet {options.sheet}", "--sheet", f"Choose one of {', '.join(SHEETS)}.")
    pictures.require(options)
    if options.scale is not None and options.scale < 1:
        raise Refused(f"There is no scale 1:{options.scale}", "--scale", "Give 200 for 1:200.")
    tile = options.tile.upper() if options.tile else None
    if tile not in (None, *TILES):
        raise Refused(f"There are no tiles of {options.tile}", "--tile", f"Choose one of {', '.join(TILES)}.")
    box = box_of(options.view_box, "--view-box") if options.view_box else None
    if box is not None and options.zone:
        raise Refused("A zone has its own part of the hall", "--view-box", "Leave out --zone or --view-box.")
    if options.atlas and (options.zone or box):
        raise Refused("An atlas shows all zones", "--atlas", "Leave out --zone and --view-box, or --atlas.")
    if options.parts and (options.zone or box or options.atlas or options.scale):
        raise Refused(
            "Each view has its own zone, box and scale", "--part", "Leave out --zone, --view-box, --scale and --atlas."
        )
    view, lang = member(View, "--view", options.view), member(Lang, "--lang", options.lang)
    require_other_file(options.out, options.project)
    with opened(options.project) as session:
        show = session.show
        hall = hall_named(show, options.hall).id if options.hall else None
        chosen = SheetOptions(
            sheet=sheet,
            scale=options.scale,
            view=view,
            lang=lang,
            zone=zone_named(show, options.zone, hall).id if options.zone else None,
            box=box,
            parts=parts_of(show, options.parts, hall),
            supplements=frozenset(member(Supplement, "--with", name) for name in _split([options.supplements])),
            atlas=options.atlas,
            tile=tile,
            version=session.version_name(),
            plan_number=one_line(options.plan_number),
            printed=datetime.now().astimezone().date(),
        )
        finish = finish_of(options, session)
        if options.out.suffix.lower() in pictures.ENDINGS:
            return pictures.plan(options, show, hall, chosen)
        printed = print_plan(show, options.out, hall=hall, options=chosen, finish=finish, force=options.force)
    return _report(options, printed)


def badges(options: argparse.Namespace) -> int:
    """Print badges."""
    from hallwright.printing.badges import Order, print_alignment

    imposition = imposing.imposition_of(options)
    if options.alignment_test:
        if imposition is None:
            raise Refused("A test needs a sheet to align", "--alignment-test", "Name one with --impose.")
        return _report(options, print_alignment(options.out, imposition, force=options.force))
    roles = {member(Role, "--role", name) for name in _split(options.role)} or None
    days = {_day(text) for text in _split(options.days)} or None
    require_other_file(options.out, options.project)
    with opened(options.project) as session:
        order = member(Order, "--order", options.order)
        printed = print_recorded(options, session, finish_of(options, session), roles, days, order, imposition)
    return _report(options, printed)


def _outputs(parser: Parser) -> None:
    takes_project(parser)
    parser.add_argument("out", metavar="OUT.pdf", type=Path, help="the file to make")
    takes_force(parser)
    takes_press(parser)


def _split(values: list[str] | None) -> list[str]:
    return [part.strip() for value in values or [] for part in value.split(",") if part.strip()]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"'{text}' is no day", "--days", "Write it like 2024-09-12.") from None


def _report(options: argparse.Namespace, printed: "Printed") -> int:
    document = {
        "file": str(printed.file),
        "pages": printed.pages,
        "bytes": printed.bytes,
        "not_shown": [{"id": lost.id, "text": lost.text, "reason": lost.reason} for lost in printed.not_shown],
        "seconds": rounded(printed.seconds, 3),
        "profile": options.profile,
        "findings": [finding_document(finding) for finding in printed.findings],
    }
    lines = [f"Printed {count_of(printed.pages, 'page')} to {printed.file}."]
    if printed.counts:
        document |= printed.counts
        people, made, sheets = (printed.counts[name] for name in ("people", "badges", "sheets"))
        told = f"{count_of(people, 'person', 'people')}, {count_of(made, 'badge')}, {count_of(sheets, 'sheet')}"
        lines[0] = f"Printed {told} to {printed.file}."
    lines += [f"  not shown: {lost.text}, {lost.reason}" for lost in printed.not_shown[:_LISTED]]
    if len(printed.not_shown) > _LISTED:
        lines.append(f"  and {len(printed.not_shown) - _LISTED:,} more; --json lists them all")
    lines += [f"  preflight: {finding.line()}" for finding in printed.findings]
    result(options, document, lines)
    return 1 if printed.findings else 0
