"""Options of ``print badges`` that put several badges on a sheet."""

import argparse
from typing import TYPE_CHECKING

from hallwright.cli.parsing import Parser
from hallwright.support.errors import Refused

if TYPE_CHECKING:
    from hallwright.printing.badges import Imposition

_FAR = 50.0
_TURNS = ("long", "short")
_ORDERS = ("desk", "name", "company", "zone")


def add_to(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "--impose",
        metavar="SHEET",
        default="single",
        help="single (as if left out), a4, a3, sra3, letter, avery-l4785, avery-5395 or a sheet of your own",
    )
    parser.add_argument(
        "--start-cell", metavar="N", type=int, default=1, help="first place that is free on the first sheet, from 1"
    )
    parser.add_argument(
        "--duplex",
        metavar="EDGE",
        nargs="?",
        const="long",
        choices=_TURNS,
        help="print backs too, the paper turned about its long (as if left out) or short edge",
    )
    parser.add_argument(
        "--offset", metavar="X,Y", help="mm by which the printer is off, to the right and down; see --alignment-test"
    )
    parser.add_argument("--back-offset", metavar="X,Y", help="the same for backs")
    parser.add_argument(
        "--order", metavar="O", choices=_ORDERS, default="desk", help=f"{', '.join(_ORDERS)}; desk if left out"
    )
    parser.add_argument(
        "--stack", action="store_true", help="in order once all sheets are cut and the piles laid on each other"
    )
    parser.add_argument(
        "--alignment-test", action="store_true", help="print a sheet that shows how far the printer is off, no badges"
    )


def imposition_of(options: argparse.Namespace) -> "Imposition | None":
    """Return how badges lie on their sheets, or None for one a page."""
    from hallwright.drawing.badgesheets import SINGLE
    from hallwright.drawing.imposing import Printing, Turn
    from hallwright.printing.badges import Imposition

    name = options.impose.strip().lower()
    if name == SINGLE:
        for given, option in (
            (options.start_cell != 1, "--start-cell"),
            (options.duplex is not None, "--duplex"),
            (options.offset is not None, "--offset"),
            (options.back_offset is not None, "--back-offset"),
            (options.stack, "--stack"),
        ):
            if given:
                raise Refused("One badge a page has no sheet", option, "Name a sheet with --impose.")
        return None
    printing = Printing(
        options.start_cell - 1,
        Turn(options.duplex) if options.duplex else None,
        _offset("--offset", options.offset),
        _offset("--back-offset", options.back_offset),
    )
    return Imposition(name, printing, options.stack)


def _offset(option: str, text: str | None) -> tuple[float, float]:
    if text is None:
        return 0.0, 0.0
    try:
        x, y = (float(part) for part in text.split(","))
    except ValueError:
        raise Refused(f"'{text}' is no offset", option, "Give two numbers of mm, such as 1.5,-0.8.") from None
    if not (abs(x) <= _FAR and abs(y) <= _FAR):
        raise Refused(f"An offset of {text} mm is too large", option, f"Give up to {_FAR:g} mm.")
    return x, y
