"""Edits that make booths of booths: duplicate, copy as text, paste. Who has a booth is never copied."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from hallwright.editing.change import Change, Edit, create
from hallwright.editing.numbering import following, reading_order
from hallwright.editing.shaping import chosen
from hallwright.editing.supplying import copied, with_drops
from hallwright.editing.typing_booths import with_types
from hallwright.expo.codec import from_plain, to_plain
from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, Booth, BoothStatus, Fixture, FixtureKind
from hallwright.expo.supplies import supplied
from hallwright.geometry.outline import Outline, Point, bounds_of, moved
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.ids import new_id
from hallwright.support.text import count_of, one_line

FORMAT = "hallwright-booths"
_OWN = ("id", "revision", "hall", "exhibitor", "status", "held_until", "former_numbers")
"""Fields that belong to the one booth and not to its copies."""
_LAST_DIGITS = re.compile(r"\d+(?=\D*$)")
MOST_BOOTHS, MOST_CORNERS, MOST_TEXT = 20_000, 2_000, 20_000_000
FARTHEST = 1_000_000_000
"""Coordinates on the clipboard beyond this, in mm, come from no hall."""


def duplicate(show: Show, ids: Iterable[str], dx: int, dy: int) -> Change:
    """Add copies of booths, shifted by millimetres; they are available, and their numbers continue the series.

    The drops that stand in the booths are copied with them.

    Raises:
        Refused: a booth no longer exists.
    """
    rows = chosen(show, ids)
    rows = [show.booths[key] for key in reading_order(show, [row.id for row in rows if row.outline])]
    copies = [_copy(row, row.hall, dx, dy) for row in rows]
    made: list[Booth] = []
    for hall in dict.fromkeys(row.hall for row in copies):
        made += _numbered(show, hall, [row for row in copies if row.hall == hall], keep_free=False)
    found = supplied(show, rows)
    drops = [edit for row in rows for edit in copied(found.get(row.id, ()), row.hall, dx, dy)]
    return _added(show, "duplicate-booths", _summary("Duplicate", rows, made), made, drops)


class Clipping(NamedTuple):
    """What the clipboard holds; ids and halls in it mean nothing."""

    booths: list[Booth]
    drops: list[Fixture]


def clipping(show: Show, ids: Iterable[str]) -> str:
    """Return booths and the drops that stand in them as text for the clipboard."""
    rows = chosen(show, ids)
    found = supplied(show, rows)
    return to_text(rows, [drop for row in rows for drop in found.get(row.id, ())])


def to_text(rows: Sequence[Booth], drops: Sequence[Fixture] = ()) -> str:
    """Return booths and drops as JSON text for the clipboard, without those who have them."""
    document: dict[str, object] = {"format": FORMAT, "booths": [_plain(row) for row in rows if row.outline]}
    if drops:
        document["drops"] = [_plain(row) for row in drops]
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _plain(row: Booth | Fixture) -> dict[str, object]:
    return {name: value for name, value in to_plain(row).items() if name not in _OWN}


def paste(
    show: Show, hall: str, text: str, at: Point | None = None, shift: tuple[int, int] = (0, 0), grid: int = 1
) -> Change:
    """Add the booths that ``to_text`` wrote, and the drops that stood in them, from this project or another.

    Args:
        show: the show.
        hall: the hall to add them to.
        text: what the clipboard holds.
        at: where the middle of the booths comes to lie; None leaves them where they stood.
        shift: further mm to shift them, e.g. so that they do not cover the originals.
        grid: mm to which their top left corner is rounded when ``at`` says where they go.

    A number that is free in the hall is kept, any other continues its series.

    Raises:
        Refused: the hall is gone, or the text holds no booths.
    """
    if hall not in show.halls:
        raise Refused(_("There is no hall to paste into"), mend=_("Add a hall first."))
    rows, drops = from_text(text)
    around = bounds_of(row.outline for row in rows)
    if not rows or around is None:
        raise Refused(_("The clipboard holds no booths"), mend=_("Copy booths first."))
    dx, dy = shift
    if at is not None:
        left, top = at[0] - around.width // 2, at[1] - around.height // 2
        dx += round(left / grid) * grid - around.left
        dy += round(top / grid) * grid - around.top
    made = _numbered(show, hall, [_copy(row, hall, dx, dy) for row in rows], keep_free=True)
    return _added(show, "paste-booths", _summary("Paste", rows, made), made, copied(drops, hall, dx, dy))


def from_text(text: str) -> Clipping:
    """Return the booths and drops that ``to_text`` wrote; their ids and halls mean nothing.

    Raises:
        Refused: the text is none that ``to_text`` writes; any program may have put it on the clipboard.
    """
    try:
        if len(text) > MOST_TEXT:
            raise ValueError("too long")
        document = json.loads(text)
        if document["format"] != FORMAT or len(document["booths"]) > MOST_BOOTHS:
            raise ValueError("not booths")
        drops = document.get("drops", [])
        if len(drops) > MOST_BOOTHS:
            raise ValueError("not drops")
        return Clipping([_read(values) for values in document["booths"]], [_read_drop(values) for values in drops])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Refused(_("The clipboard holds no booths"), mend=_("Copy booths first.")) from None


def _read(values: dict[str, object]) -> Booth:
    kept = {name: value for name, value in values.items() if name not in _OWN}
    row = from_plain(Booth, {**kept, "id": "", "hall": ""})
    if not isinstance(row, Booth) or not all(isinstance(part, str) for part in (row.number, row.note)):
        raise TypeError("not a booth")
    if type(row.open_sides) is not int or not 0 <= row.open_sides <= 4:
        raise ValueError("not a booth")
    _require_corners(row.outline)
    return replace(row, number=one_line(row.number)[:64], note=row.note[:10_000])


def _read_drop(values: dict[str, object]) -> Fixture:
    kept = {name: value for name, value in values.items() if name not in _OWN}
    row = from_plain(Fixture, {**kept, "id": "", "hall": ""})
    if not isinstance(row, Fixture) or not all(isinstance(part, str) for part in (row.name, row.name_native)):
        raise TypeError("not a drop")
    if FixtureKind(row.kind) not in DROPS or type(row.gross) is not bool:
        raise ValueError("not a drop")
    _require_corners(row.outline)
    return replace(row, name=one_line(row.name)[:200], name_native=one_line(row.name_native)[:200])


def _require_corners(outline: Outline) -> None:
    if not 3 <= len(outline) <= MOST_CORNERS:
        raise ValueError("not an outline")
    for point in outline:
        if any(type(part) is not int or abs(part) > FARTHEST for part in point):
            raise ValueError("not a corner")


def _added(show: Show, operation: str, summary: str, made: Iterable[Booth], drops: Sequence[Edit]) -> Change:
    edits = [*map(create, made), *drops]
    return with_types(show, Change.of(operation, summary + with_drops(drops), edits))


def _copy(row: Booth, hall: str, dx: int, dy: int) -> Booth:
    # What is blocked stays so for a reason of its own floor; a copy stands elsewhere.
    return replace(
        row,
        id=new_id(),
        revision=0,
        hall=hall,
        outline=moved(row.outline, dx, dy),
        status=BoothStatus.AVAILABLE,
        exhibitor=None,
        held_until=None,
        former_numbers=(),
    )


def _numbered(show: Show, hall: str, rows: Iterable[Booth], *, keep_free: bool) -> list[Booth]:
    """Give booths to be added to a hall numbers that nobody bears."""
    taken = {other.number.casefold() for other in show.booths.where("hall", hall)}
    last: dict[str, str] = {}
    made = []
    for row in rows:
        number = row.number
        if number and not (keep_free and number.casefold() not in taken):
            # Where a series was left, it goes on: a thousand copies must not count from the start each.
            series = _LAST_DIGITS.sub("#", number)
            number = following(last.get(series, number), taken)
            last[series] = number
        if number:
            taken.add(number.casefold())
        made.append(replace(row, number=number))
    return made


def _summary(verb: str, rows: Sequence[Booth], made: Sequence[Booth]) -> str:
    if len(made) != 1:
        return f"{verb} {count_of(len(made), 'booth')}{_span(made)}"
    old, new = rows[0].number, made[0].number
    return f"{verb} {old} as {new}" if old and new and old != new else f"{verb} {new or 'booth'}"


def _span(made: Sequence[Booth]) -> str:
    numbers = [row.number for row in made if row.number]
    return f" as {numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else ""


def plain_lines(rows: Iterable[Booth]) -> Iterator[str]:
    """Yield a line of text for each booth, number, width and depth in metres, for programs that know no booths."""
    for row in rows:
        box = bounds_of([row.outline])
        if box is not None:
            yield f"{row.number}\t{box.width / 1000:g}\t{box.height / 1000:g}"
