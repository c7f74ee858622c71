"""Print jobs: how many, on what, finished how; defaults as files that a user can edit.

A job ``standard`` is ``print-jobs/standard.json`` among the program's resources; a file of that name in the folder
``print-jobs`` of the user's data takes its place, and further files there are further jobs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.support.paths import resources, user_data
from hallwright.support.shelf import Held, Shelf, Words
from hallwright.support.text import one_line

STANDARD = "standard"
KINDS = ("plan", "badges")
"""What a package has files of."""
SIDES = ("simplex", "duplex")
ANSWERS = ("quantity", "stock", "finishing", "sides")
MOST = 100_000
"""Copies at most."""
_FOLDER = "print-jobs"
_LETTERS = 200


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for of one kind of file.

    Attributes:
        quantity: copies of each page.
        stock, stock_native: the paper, in English or the user's own words, and in Chinese.
        finishing, finishing_native: what is done after printing.
        sides: ``simplex`` or ``duplex``.
    """

    quantity: int
    stock: str
    finishing: str
    sides: str
    stock_native: str = ""
    finishing_native: str = ""

    def sheets(self, pages: int) -> int:
        """Return the sheets that one copy of so many pages takes."""
        return -(-pages // 2) if self.sides == "duplex" else pages

    def answered(self, answer: str, text: str) -> "Order":
        """Return the order with one of ``ANSWERS`` given anew.

        Raises:
            Refused: it is none, or not one that can be given.
        """
        text = one_line(text)
        if answer == "quantity":
            if not text.isdecimal() or not 1 <= int(text[:9]) <= MOST:
                raise Refused(
                    _("'{text}' is no quantity").format(text=text),
                    mend=_("Give a number from {least:,} to {most:,}.").format(least=1, most=MOST),
                )
            return replace(self, quantity=int(text))
        if answer == "sides":
            if text not in SIDES:
                raise Refused(
                    _("'{text}' is not known").format(text=text),
                    mend=_("Take one of: {names}.").format(names=", ".join(SIDES)),
                )
            return replace(self, sides=text)
        if len(text) > _LETTERS:
            raise Refused(_("The text is longer than {most} letters").format(most=_LETTERS), mend=_("Shorten it."))
        if answer == "stock":
            return self if text == self.stock else replace(self, stock=text, stock_native="")
        if answer == "finishing":
            return self if text == self.finishing else replace(self, finishing=text, finishing_native="")
        raise Refused(
            _("'{text}' is not known").format(text=answer),
            mend=_("Take one of: {names}.").format(names=", ".join(ANSWERS)),
        )


Job = Mapping[str, Order]
"""Orders by kind of file."""


def names() -> list[str]:
    """Return the names of all print jobs, the standard one first."""
    return _SHELF.names()


def load(name: str = STANDARD) -> Job:
    """Return a print job by its name.

    Raises:
        Refused: there is none of that name, or its file is not as it should be.
    """
    return _SHELF.load(name)


def _folders() -> tuple[Path, Path]:
    return user_data() / _FOLDER, resources() / _FOLDER


def _read(held: Held) -> Job:
    return {kind: _order(held, held.as_table(held.table.get(kind), kind), kind) for kind in KINDS}


def _order(held: Held, table: Mapping[str, Any], kind: str) -> Order:
    for key in sorted(table):
        held.require(kind, key, ANSWERS)
    order = Order(1, "", "", SIDES[0])
    natives = {}
    for answer in ANSWERS:
        place = f"{kind}.{answer}"
        entry = held.as_table(table.get(answer), place)
        value = entry.get("value")
        wanted = int if answer == "quantity" else str
        if not isinstance(value, wanted) or isinstance(value, bool):
            raise held.bad(_("{place} has no sound value").format(place=place))
        try:
            order = order.answered(answer, str(value))
        except Refused as refusal:
            raise held.bad(f"{place}: {refusal.what}") from None
        natives[answer] = one_line(str(entry.get("native", "")))[:_LETTERS]
    return replace(order, stock_native=natives["stock"], finishing_native=natives["finishing"])


_SHELF = Shelf(
    _folders,
    STANDARD,
    Words(
        N_("There is no print job {name}"),
        N_("The print job cannot be read ({reason})"),
        N_("The print job {name} cannot be used: {what}"),
    ),
    _read,
)
