"""Print jobs: how many, on what, finished how; defaults as files that a user can edit.

A job ``standard`` is ``print-jobs/standard.json`` among the program's resources; a file of that name in the folder
``print-jobs`` of the user's data takes its place, and further files there are further jobs.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.paths import resources, user_data
from hallwright.support.text import one_line

STANDARD = "standard"
KINDS = ("plan", "badges")
"""What a package has files of."""
SIDES = ("simplex", "duplex")
ANSWERS = ("quantity", "stock", "finishing", "sides")
MOST = 100_000
"""Copies at most."""
_FOLDER = "print-jobs"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_LONGEST = 100_000
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
    found = {path.stem for folder in _folders() for path in folder.glob("*.json") if _NAME.fullmatch(path.stem)}
    return sorted(found, key=lambda name: (name != STANDARD, name))


def load(name: str = STANDARD) -> Job:
    """Return a print job by its name.

    Raises:
        Refused: there is none of that name, or its file is not as it should be.
    """
    if _NAME.fullmatch(name):
        for folder in _folders():
            path = folder / f"{name}.json"
            if path.is_file():
                return _read(path)
    raise Refused(
        _("There is no print job {name}").format(name=name),
        mend=_("Take one of: {names}.").format(names=", ".join(names())),
    )


def _folders() -> tuple[Path, Path]:
    return user_data() / _FOLDER, resources() / _FOLDER


def _read(path: Path) -> Job:
    try:
        if path.stat().st_size > _LONGEST:
            raise _bad(path, _("it is too long"))
        document = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _bad(path, error.strerror or str(error)) from None
    except (ValueError, RecursionError) as error:
        raise _bad(path, _("it is no JSON: {reason}").format(reason=str(error).splitlines()[0])) from None
    table = _table(path, document, "the file")
    return {kind: _order(path, _table(path, table.get(kind), kind), kind) for kind in KINDS}


def _order(path: Path, table: Mapping[str, Any], kind: str) -> Order:
    unknown = sorted(set(table) - set(ANSWERS))
    if unknown:
        raise _bad(
            path,
            _("{part} knows no {key}; it knows {known}").format(part=kind, key=unknown[0], known=", ".join(ANSWERS)),
        )
    order = Order(1, "", "", SIDES[0])
    natives = {}
    for answer in ANSWERS:
        place = f"{kind}.{answer}"
        entry = _table(path, table.get(answer), place)
        value = entry.get("value")
        wanted = int if answer == "quantity" else str
        if not isinstance(value, wanted) or isinstance(value, bool):
            raise _bad(path, _("{place} has no sound value").format(place=place))
        try:
            order = order.answered(answer, str(value))
        except Refused as refusal:
            raise _bad(path, f"{place}: {refusal.what}") from None
        natives[answer] = one_line(str(entry.get("native", "")))[:_LETTERS]
    return replace(order, stock_native=natives["stock"], finishing_native=natives["finishing"])


def _table(path: Path, value: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _bad(path, _("{place} is no table").format(place=place))
    return value


def _bad(path: Path, what: str) -> Refused:
    return Refused(
        _("The print job {name} cannot be used: {what}").format(name=path.stem, what=what),
        str(path),
        _("Mend the file, or remove it."),
    )
