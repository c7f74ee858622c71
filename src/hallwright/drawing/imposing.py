"""Badges on sheets: several a sheet, fronts and backs on each other, cut marks only where there is a badge."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import NamedTuple, TypeVar

from hallwright.drawing.breaking import filled
from hallwright.drawing.primitives import Anchor, Drawing, Group, Item, Lines, Page, Text
from hallwright.drawing.turning import turned as upside_down
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

T = TypeVar("T")
_NEAR, _LONG = 0.5, 4.0
"""mm between the colour that goes on beyond a badge and its cut marks, and the length of those."""
_SLUG = 2.8
"""Size of the line at a sheet's foot, mm."""


class Turn(StrEnum):
    """About which edge a printer turns the paper for its back."""

    LONG = "long"
    SHORT = "short"


class Pair(NamedTuple):
    """Front and back of one badge; a back of None leaves the back blank."""

    front: Page
    back: Page | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """How badges of one size lie on a sheet of paper, mm.

    Attributes:
        width, height: of the paper.
        cells: left and top of each badge's place, row by row.
        cell: width and height of a place; a smaller badge lies in its middle.
        bleed: how far colour shows beyond a badge's edge.
        room: how far a place's own ground reaches beyond its edge, half of the gap to the next.
        marks: whether badges are to be cut out.
    """

    width: float
    height: float
    cells: tuple[tuple[float, float], ...]
    cell: tuple[float, float]
    bleed: float
    room: float
    marks: bool

    def sheets(self, badges: int, start: int = 0) -> int:
        """Return how many sheets so many badges take, the first ``start`` places of the first left free."""
        return -(-(badges + start) // len(self.cells)) if badges else 0


@dataclass(frozen=True, slots=True)
class Printing:
    """How sheets go through the printer.

    Attributes:
        start: places of the first sheet that are used up already.
        turn: about which edge the paper is turned for its back, or None to print fronts only.
        offset: how far the printer is off, mm to the right and down; taken back on every front.
        back_offset: the same for backs, as seen on the back.
    """

    start: int = 0
    turn: Turn | None = None
    offset: tuple[float, float] = (0.0, 0.0)
    back_offset: tuple[float, float] = (0.0, 0.0)


class Imposer:
    """Puts badges on the sheets of one run.

    Args:
        sheet: where they go.
        printing: how it is printed.
        count: how many badges there are.

    Raises:
        Refused: the first sheet has no place to start at.
    """

    def __init__(self, sheet: Sheet, printing: Printing, count: int) -> None:
        places = len(sheet.cells)
        if not 0 <= printing.start < places:
            raise Refused(
                _("The sheet has no place {number}").format(number=printing.start + 1),
                mend=_("Begin at a place from 1 to {most}.").format(most=places),
            )
        self._sheet, self._printing, self._count = sheet, printing, count
        self.sheets = sheet.sheets(count, printing.start)
        self.sides = 1 if printing.turn is None else 2

    def on(self, number: int) -> range:
        """Return which badges lie on a sheet, counted from 0 as the sheets are."""
        places, start = len(self._sheet.cells), self._printing.start
        return range(max(number * places - start, 0), min((number + 1) * places - start, self._count))

    def pages(self, number: int, badges: Sequence[Pair]) -> list[Page]:
        """Return a sheet's front, and its back if backs are printed.

        Args:
            number: of the sheet, from 0.
            badges: those of ``on(number)``.

        Raises:
            Refused: a badge is larger than its place.
        """
        here = self.on(number)
        first_place = self._printing.start if number == 0 else 0
        placed = list(enumerate(badges, first_place))
        slug = _("Sheet {number} of {total}: badges {first} to {last} of {count}").format(
            number=number + 1, total=self.sheets, first=here.start + 1, last=here.stop, count=self._count
        )
        made = [_front(self._sheet, self._printing, placed, slug)]
        if self.sides == 2:
            made.append(_back(self._sheet, self._printing, placed, number + 1))
        return made

    def all(self, badges: Iterable[Pair]) -> Iterator[Page]:
        """Yield all sheets, one at a time: any number of badges takes no more memory than a sheet of them.

        Args:
            badges: as they lie on the sheets, place by place; see ``stacked``.
        """
        queue = iter(badges)
        for number in range(self.sheets):
            yield from self.pages(number, list(islice(queue, len(self.on(number)))))


def stacked(items: Sequence[T], sheet: Sheet, start: int = 0) -> list[T]:
    """Return items in the order of places so that the cut piles, laid on each other, are in the items' own order.

    All sheets are cut at once: the pile of the first place bears the first items, the pile of the second the next.
    """
    places = len(sheet.cells)
    spots = sorted(range(start, start + len(items)), key=lambda spot: (spot % places, spot // places))
    found: list[T | None] = [None] * len(items)
    for item, spot in zip(items, spots, strict=True):
        found[spot - start] = item
    return [item for item in found if item is not None]


def _front(sheet: Sheet, printing: Printing, here: Sequence[tuple[int, Pair]], slug: str) -> Page:
    items: list[Item] = []
    for place, badge in here:
        items += _placed(sheet, sheet.cells[place], badge.front, turned=False)
    if sheet.marks:
        items.append(Text("text.soft", slug, sheet.width / 2, sheet.height - 5.5, _SLUG, Anchor.MIDDLE))
    return Page(sheet.width, sheet.height, _moved(items, printing.offset), slug)


def _back(sheet: Sheet, printing: Printing, here: Sequence[tuple[int, Pair]], number: int) -> Page:
    items: list[Item] = []
    # The paper's long edge stands upright on an upright sheet: turned about it, left and right change places.
    level = (printing.turn is Turn.LONG) == (sheet.height >= sheet.width)
    wide, high = sheet.cell
    for place, badge in here:
        if badge.back is None:
            continue
        left, top = sheet.cells[place]
        spot = (sheet.width - left - wide, top) if level else (left, sheet.height - top - high)
        items += _placed(sheet, spot, badge.back, turned=not level)
    name = _("Back of sheet {number}").format(number=number)
    return Page(sheet.width, sheet.height, _moved(items, printing.back_offset), name)


def _moved(items: Sequence[Item], offset: tuple[float, float]) -> Drawing:
    return (Group(tuple(items), 1.0, -offset[0], -offset[1]),) if any(offset) else tuple(items)


def _placed(sheet: Sheet, spot: tuple[float, float], badge: Page, *, turned: bool) -> list[Item]:
    """Return a badge in the middle of its place, with its marks."""
    wide, high = sheet.cell
    if badge.width > wide + 0.01 or badge.height > high + 0.01:
        raise Refused(
            _("The badge of {badge} mm is larger than the sheet's places of {place} mm").format(
                badge=_size(badge.width, badge.height), place=_size(wide, high)
            ),
            mend=_("Take another sheet, or a template of that size."),
        )
    left, top = spot[0] + (wide - badge.width) / 2, spot[1] + (high - badge.height) / 2
    bleed = sheet.bleed
    items = upside_down(badge.items, badge.width, badge.height) if turned else badge.items
    clip = (-bleed, -bleed, badge.width + bleed, badge.height + bleed)
    placed: list[Item] = [Group(items, 1.0, left, top, clip)]
    if sheet.marks:
        placed.append(_cut_marks(sheet, left, top, left + badge.width, top + badge.height))
    return placed


def _cut_marks(sheet: Sheet, left: float, top: float, right: float, bottom: float) -> Lines:
    """Return two marks at each corner, outside the bleed and within the place's own ground."""
    near = sheet.bleed + _NEAR
    far = max(min(near + _LONG, sheet.room), near)
    lines: list[tuple[float, float, float, float]] = []
    for x, side in ((left, -1), (right, 1)):
        for y, end in ((top, -1), (bottom, 1)):
            lines.append((x + side * near, y, x + side * far, y))
            lines.append((x, y + end * near, x, y + end * far))
    return Lines.of("cut", *lines)


def _size(wide: float, high: float) -> str:
    return f"{wide:g} x {high:g}"


def alignment_sheet(sheet: Sheet, turn: Turn | None) -> list[Page]:
    """Return a sheet, and its back, that show how far a printer is off.

    Every place has its outline and a cross in its middle; two scales in the margin count the millimetres from where the
    edge of the paper should be. Held against the light, the crosses of front and back lie on each other.
    """
    wide, high = sheet.cell
    pages: list[Page] = []
    for back in (False, True) if turn is not None else (False,):
        lines: list[tuple[float, float, float, float]] = []
        texts: list[Item] = []
        for number, (left, top) in enumerate(sheet.cells, 1):
            x, y = left + wide / 2, top + high / 2
            right, bottom = left + wide, top + high
            lines += [(left, top, right, top), (right, top, right, bottom)]
            lines += [(right, bottom, left, bottom), (left, bottom, left, top)]
            lines += [(x - 8, y, x + 8, y), (x, y - 8, x, y + 8)]
            if not back:
                texts.append(Text("text", str(number), left + 4, top + 7, 5.0, bold=True))
        middle_x, middle_y = sheet.width / 2, sheet.height / 2
        for mm in range(41):
            long = 4.0 if mm % 10 == 0 else 3.0 if mm % 5 == 0 else 2.0
            lines += [(float(mm), middle_y - long, float(mm), middle_y), (middle_x - long, float(mm), middle_x, mm)]
            if mm and mm % 10 == 0:
                texts.append(Text("text", str(mm), float(mm), middle_y + 3.2, 2.4, Anchor.MIDDLE))
                texts.append(Text("text", str(mm), middle_x + 1.2, mm + 0.9, 2.4))
        name = _("Alignment test, back") if back else _("Alignment test")
        told = _(
            "How far inside the paper's edge does the zero of each scale lie? Give both as the offset, in mm; where a "
            "zero is cut off, give what is missing with a minus."
        )
        left, top = sheet.cells[0]
        texts.append(Text("text", name, left + 14, top + 7, 3.6, bold=True))
        size = 2.4
        lined = filled(told, (wide - 8) / size) or [told]
        for k, line in enumerate(reversed(lined)):
            texts.append(Text("text", line, left + 4, top + high - 4 - k * 1.3 * size, size))
        pages.append(Page(sheet.width, sheet.height, (Lines.of("cut", *lines), *texts), name))
    return pages
