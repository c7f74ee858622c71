"""What stands about the plan on its sheet: frame, grid references, title, facts, scale bars."""

import math
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hallwright.drawing.composing import Composer
from hallwright.drawing.north import north_arrow
from hallwright.drawing.paper import Layout
from hallwright.drawing.primitives import Anchor, Lines, Text
from hallwright.drawing.wording import names, word
from hallwright.expo.event import Event

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # without I and O, as on technical drawings
_FIELD = 50.0
BAND = 5.0
"""Width of the band of letters and numbers about the viewport, mm."""


class Side(StrEnum):
    """A side of the viewport."""

    LEFT = "left"
    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"


class Grid(NamedTuple):
    """The fields of a viewport: letters across, numbers down."""

    left: float
    top: float
    wide: float
    high: float
    columns: int
    rows: int

    def at(self, x: float, y: float) -> str:
        """Return the field of a point on the paper, such as ``C4``."""
        column = min(max(int((x - self.left) / self.wide * self.columns), 0), self.columns - 1)
        row = min(max(int((y - self.top) / self.high * self.rows), 0), self.rows - 1)
        return f"{_LETTERS[column]}{row + 1}"


def grid(place: Layout) -> Grid:
    """Divide a viewport into fields of about 50 mm."""
    left, top, right, bottom = place.view
    wide, high = right - left, bottom - top
    columns = min(max(round(wide / _FIELD), 2), len(_LETTERS))
    return Grid(left, top, wide, high, columns, max(round(high / _FIELD), 2))


def frame(page: Composer, place: Layout, fields: Grid, without: frozenset[tuple[Side, int]] = frozenset()) -> None:
    """Draw the viewport's border with its letters and numbers.

    Args:
        page: the page.
        place: its layout.
        fields: its grid.
        without: where no line parts two fields, for something else stands there: side, and number of the field after.
    """
    left, top, right, bottom = place.view
    band = BAND
    lines = [
        (left, top, right, top),
        (right, top, right, bottom),
        (right, bottom, left, bottom),
        (left, bottom, left, top),
        (left - band, top - band, right + band, top - band),
        (right + band, top - band, right + band, bottom + band),
        (right + band, bottom + band, left - band, bottom + band),
        (left - band, bottom + band, left - band, top - band),
    ]
    size = 2.4
    for k in range(fields.columns):
        x = left + fields.wide * k / fields.columns
        middle = x + fields.wide / fields.columns / 2
        for y in (top - band / 2, bottom + band / 2):
            page.items.append(Text("text.soft", _LETTERS[k], middle, y + size * 0.36, size, Anchor.MIDDLE, True))
        if k:
            parting = {Side.TOP: (x, top - band, x, top), Side.BOTTOM: (x, bottom, x, bottom + band)}
            lines += [line for side, line in parting.items() if (side, k) not in without]
    for k in range(fields.rows):
        y = top + fields.high * k / fields.rows
        middle = y + fields.high / fields.rows / 2
        for x in (left - band / 2, right + band / 2):
            page.items.append(Text("text.soft", str(k + 1), x, middle + size * 0.36, size, Anchor.MIDDLE, True))
        if k:
            parting = {Side.LEFT: (left - band, y, left, y), Side.RIGHT: (right, y, right + band, y)}
            lines += [line for side, line in parting.items() if (side, k) not in without]
    page.items.append(Lines.of("frame", *lines))


def crosses(
    fields: Grid,
    avoid: Sequence[tuple[float, float, float, float]],
    within: tuple[float, float, float, float] | None = None,
) -> Lines:
    """Return small crosses where the fields of the grid meet, in paper millimetres, but none through a name.

    Args:
        fields: the grid.
        avoid: left, top, right, bottom of what no cross may touch.
        within: the view in which they are drawn, or None for all of the grid.
    """
    inside = within or (-math.inf, -math.inf, math.inf, math.inf)
    arms = []
    for column in range(1, fields.columns):
        for row in range(1, fields.rows):
            x = fields.left + fields.wide * column / fields.columns
            y = fields.top + fields.high * row / fields.rows
            if not (inside[0] < x - 1.5 and x + 1.5 < inside[2] and inside[1] < y - 1.5 and y + 1.5 < inside[3]):
                continue
            if not any(a - 2 < x < c + 2 and b - 2 < y < d + 2 for a, b, c, d in avoid):
                arms += [(x - 1.5, y, x + 1.5, y), (x, y - 1.5, x, y + 1.5)]
    return Lines.of("grid.mark", *arms)


def title(page: Composer, place: Layout, event: Event, headline: tuple[str, str], lang: str, top: float) -> float:
    """Set the event's and the hall's name at the head of the panel; return where the next block starts."""
    left, _, right, _ = place.panel
    unit, wide = place.unit, right - left - 4 * place.unit
    x, y = left + 4 * unit, top
    latin, native = names(event.name, event.name_native, lang)
    for text, size in ((native, 4.25), (latin, 3.4 if native else 4.6)):
        if text:
            y += page.paragraph(text, x, y + size * unit * 0.8, size * unit, wide, bold=True, most=4, key=event.id)
            y += 0.8 * unit
    latin, native = names(event.theme, event.theme_native, lang)
    for text in (native, latin):
        if text:
            y += page.paragraph(text, x, y + 2.0 * unit, 2.2 * unit, wide, role="text.soft", most=3, key=event.id)
    y += 2.2 * unit
    page.items.append(Lines.of("frame", (x, y, right, y)))
    y += 2.0 * unit
    for text, size in ((headline[1], 4.4), (headline[0], 3.4 if headline[1] else 4.4)):
        if text:
            y += page.paragraph(text, x, y + size * unit * 0.85, size * unit, wide, bold=True, most=3)
    return y + 2.5 * unit


def facts(page: Composer, place: Layout, rows: Sequence[tuple[str, str]]) -> float:
    """Set the table of facts at the foot of the panel; return its top."""
    left, _, right, foot = place.panel
    # Values wrap, so the height is known only once all is set: a first time on a page of its own.
    top = foot - _table(Composer(), place, rows, 0.0)
    _table(page, place, rows, top)
    page.items.append(Lines.of("frame", (left + 4 * place.unit, top, right, top)))
    return top


def _table(page: Composer, place: Layout, rows: Sequence[tuple[str, str]], top: float) -> float:
    left, _, right, _ = place.panel
    unit = place.unit
    x, size = left + 4 * unit, 2.35 * unit
    tab = x + 17.5 * unit
    y = top
    for label, value in rows:
        page.rule(x, y, right)
        base = y + 3.2 * unit
        page.line(label, x, base, size * 0.86, tab - x - unit, role="text.soft")
        taken = 0.0
        for part in value.split("\n"):
            taken += page.paragraph(part, tab, base + taken, size, right - tab, bold=True, most=4, leading=1.2)
        y += max(4.6 * unit, taken + 1.8 * unit)
    return y - top


def approval(page: Composer, place: Layout, lang: str, foot: float) -> float:
    """Set empty fields for drawn, checked and approved above a line of the panel; return their top.

    Each has room for a signature and a date, to be filled in by hand.
    """
    left, _, right, _ = place.panel
    unit = place.unit
    x, size, high = left + 4 * unit, 2.0 * unit, 7.0 * unit
    tab, day = x + 17.5 * unit, right - 15.0 * unit
    head = 3.6 * unit
    top = foot - 3 * high - head - 2.0 * unit
    for text, at, wide in ((word("signature", lang), tab, day - tab), (word("date", lang), day, right - day)):
        page.line(text, at + 0.8 * unit, top + head - 1.1 * unit, size, wide - 1.6 * unit, role="text.soft")
    rows = [top + head + k * high for k in range(4)]
    lines = [(x, y, right, y) for y in rows] + [(at, rows[0], at, rows[-1]) for at in (x, tab, day, right)]
    for key, y in zip(("drawn", "checked", "approved"), rows, strict=False):
        page.paragraph(
            word(key, lang), x + 0.8 * unit, y + high * 0.42, size, tab - x - 1.6 * unit, role="text.soft", most=2
        )
    page.items.append(Lines.of("rule", *lines))
    return top


def bars(page: Composer, place: Layout, lang: str, north: int | None = None) -> None:
    """Draw the north arrow if north is known, the scale bar in metres and the bar of 100 mm that checks a print."""
    left, _, right, bottom = place.view
    if north is not None:
        foot = place.frame[3] - bottom - BAND
        reach = foot / 2 - 0.4
        page.items += north_arrow(north, left + reach, bottom + BAND + foot / 2, reach, lang)
        left += 2 * reach + 3.0 * place.unit
    y = bottom + BAND + 3.4 * place.unit
    page.items.append(
        Text("text", f"1:{place.scale}", left, y + 1.3 * place.unit, 3.4 * place.unit, Anchor.START, True)
    )
    end = bar(page, place, left + 17.0 * place.unit, y, min((right - left) * 0.36, 130.0))
    if right - end >= 112:
        calibration(page, place, lang)


def bar(page: Composer, place: Layout, left: float, y: float, length: float) -> float:
    """Draw a scale bar in metres, its upper edge at y, no longer than a length; return where it ends."""
    high, size = 1.3 * place.unit, 2.1 * place.unit
    step = next(s for s in (100, 50, 20, 10, 5, 2, 1, 0.5) if 4 * s * 1000 / place.scale <= length or s == 0.5)
    wide = step * 1000 / place.scale
    count = min(int(length / wide), 8)
    for k in range(count):
        role = "scale.dark" if k % 2 == 0 else "scale.light"
        page.box(role, left + k * wide, y, left + (k + 1) * wide, y + high)
    for k in range(count + 1):
        mark = f"{k * step:g}" + (" m" if k == count else "")
        page.items.append(Text("text", mark, left + k * wide, y + high + size * 1.15, size, Anchor.MIDDLE))
    return left + count * wide


def calibration(page: Composer, place: Layout, lang: str) -> None:
    """Draw the bar of 100 mm with which a print is checked."""
    _, _, right, bottom = place.view
    y = bottom + BAND + 3.4 * place.unit
    high, size = 1.3 * place.unit, 2.1 * place.unit
    start = right - 100
    page.items.append(
        Lines.of(
            "frame",
            (start, y + high / 2, right, y + high / 2),
            *((start + 10 * k, y if k % 5 else y - high / 2, start + 10 * k, y + high) for k in range(11)),
        )
    )
    page.items.append(
        Text("text.soft", word("calibration", lang), start + 50, y + high + size * 1.15, size, Anchor.MIDDLE)
    )


def dates(event: Event, lang: str) -> str:
    """Return the event's days, such as ``9–15 September 2024`` or ``2024年9月9日—15日``; both on two lines."""
    first, last = event.starts, event.ends
    if first is None or last is None:
        return ""
    latin, native = _english(first, last), _chinese(first, last)
    if lang == "both":
        return f"{latin}\n{native}"
    return native if lang == "zh" else latin


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _english(first: date, last: date) -> str:
    end = f"{last.day} {_MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {_MONTHS[first.month - 1]}{year} – {end}"


def _chinese(first: date, last: date) -> str:
    start = f"{first.year}年{first.month}月{first.day}日"
    if first == last:
        return start
    if (first.year, first.month) == (last.year, last.month):
        return f"{start}—{last.day}日"
    year = f"{last.year}年" if first.year != last.year else ""
    return f"{start}—{year}{last.month}月{last.day}日"
