"""What the commands that print for a press share: their options, and how a file is finished."""

import argparse
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hallwright.cli.parsing import Parser
from hallwright.editing.session import Session
from hallwright.support.errors import Refused

if TYPE_CHECKING:
    from hallwright.printing.printed import Finish

E = TypeVar("E", bound=StrEnum)


def takes_press(parser: Parser, default: str = "office") -> None:
    """Add print profile, ICC profile, and whether findings of the preflight stop the run."""
    others = ", ".join(name for name in ("office", "pdfx4", "pdfx1a") if name != default)
    parser.add_argument(
        "--profile",
        metavar="NAME",
        default=default,
        help=f"{default} (as if left out), {others} or a print profile of your own",
    )
    parser.add_argument(
        "--icc", metavar="FILE", type=Path, help="the print shop's own ICC profile, with pdfx4 or pdfx1a"
    )
    parser.add_argument(
        "--despite-findings",
        action="store_true",
        help="write a file for the press even if the preflight finds something",
    )


def finish_of(options: argparse.Namespace, session: Session) -> "Finish":
    """Return how the file is made; it bears the date of the project's last change."""
    from hallwright.printing.printed import Finish
    from hallwright.printing.profiles import load

    load(options.profile)
    last = session.last_change
    return Finish(options.profile, options.icc, last.at if last is not None else None, options.despite_findings)


def member(kind: type[E], option: str, text: str) -> E:
    """Return the member of an enumeration that a text names."""
    try:
        return kind(text.casefold())
    except ValueError:
        raise Refused(f"'{text}' is not known", option, f"Choose one of {', '.join(kind)}.") from None
