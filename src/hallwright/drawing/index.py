"""The index of exhibitors: who stands where, in the order of the alphabet."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from hallwright.drawing.breaking import filled
from hallwright.drawing.composing import Composer
from hallwright.drawing.fonts import width
from hallwright.drawing.paper import POINT, SMALLEST
from hallwright.drawing.plan import View, let
from hallwright.drawing.primitives import Anchor, Text
from hallwright.drawing.wording import names
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Booth
from hallwright.support.text import folded, natural_key

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class Entry(NamedTuple):
    """One exhibitor of the index: its id, names, the heading it stands under, and ``(booth, reference)`` pairs."""

    id: str
    heading: str
    name: str
    second: str
    places: tuple[tuple[str, str], ...]


def sort_text(text: str) -> str:
    """Return a text for sorting by the Latin alphabet: Chinese by its pinyin, accents dropped."""
    if _HAN.search(text):
        # Late: the dictionary of readings takes longer to load than most plans to draw.
        from pypinyin import lazy_pinyin

        text = " ".join(lazy_pinyin(text))
    return unicodedata.normalize("NFC", folded(text))


_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def _heading(key: str) -> str:
    first = key[:1].upper()
    if "가" <= first <= "힣":
        return _INITIALS[(ord(first) - ord("가")) // 588]
    return "0–9" if first.isdigit() else first if first.isalpha() else "#"


def entries(
    show: Show, booths: Iterable[Booth], reference: Callable[[Booth], str], view: View, lang: str
) -> list[Entry]:
    """Return the exhibitors who stand in some booths, co-exhibitors under their own names.

    Args:
        show: the expo.
        booths: the booths that the sheet shows.
        reference: gives a booth's field on the sheet, such as ``C4``.
        view: for the public only booths that are let count.
        lang: decides which name stands first and gives the order.
    """
    here = {booth.id for booth in booths if booth.exhibitor and (view is not View.PUBLIC or let(booth))}
    found: list[tuple[tuple[object, ...], Entry]] = []
    for exhibitor in show.exhibitors.values():
        places = [booth for booth in show.booths_of(exhibitor) if booth.id in here]
        if not places:
            continue
        places.sort(key=lambda booth: natural_key(booth.number))
        first, second = _shown(exhibitor, lang)
        key = sort_text(exhibitor.sort_name or first)
        pairs = tuple((booth.number, reference(booth)) for booth in places)
        entry = Entry(exhibitor.id, _heading(key), first, second, pairs)
        # Figures first, then Latin letters, then other scripts; the id only makes the order certain.
        found.append(((not key[:1].isdigit(), natural_key(key), exhibitor.id), entry))
    found.sort(key=lambda pair: pair[0])
    return [entry for _, entry in found]


def _shown(exhibitor: Exhibitor, lang: str) -> tuple[str, str]:
    latin, native = names(exhibitor.name, exhibitor.name_native, lang)
    return (latin, native) if latin else (native, "")


class _Row(NamedTuple):
    height: float
    texts: tuple[Text, ...]
    heading: bool


class IndexSetter:
    """Sets an index in columns that run over pages."""

    def __init__(self, page: Composer, wide: float, unit: float) -> None:
        self._page = page
        self._wide = wide
        self._size = max(2.35 * min(unit, 1.25), SMALLEST)

    def rows(self, listed: Sequence[Entry]) -> list[_Row]:
        """Break all entries into rows of the column's width, with a heading before each letter."""
        found: list[_Row] = []
        before = ""
        size = self._size
        for entry in listed:
            if entry.heading != before:
                before = entry.heading
                head = Text("text", before, 0.0, size * 1.9, size * 1.15, Anchor.START, True)
                found.append(_Row(size * 2.5, (head,), True))
            found.append(self._entry(entry))
        return found

    def _entry(self, entry: Entry) -> _Row:
        size = self._size
        step = size * 1.3
        first = size * 1.0
        texts: list[Text] = []
        # Booths and field stand in two columns at the right, booths of one field on a line as far as they fit.
        places = self._gathered(entry.places)
        field = max(width("M10", size), *(width(spot, size) for _, spot in places))
        room = max(width(number, size, True) for number, _ in places)
        gap = size * 0.8
        for k, (number, spot) in enumerate(places):
            y = first + k * step
            texts.append(Text("text.soft", spot, self._wide, y, size, Anchor.END, id=entry.id))
            texts.append(Text("text", number, self._wide - field - gap, y, size, Anchor.END, True, id=entry.id))
        free = self._wide - field - room - 2.5 * gap
        lines = 0
        if entry.second and width(entry.name, size) + gap + width(entry.second, size) <= free:
            texts.append(Text("text", entry.name, 0.0, first, size, id=entry.id))
            x = width(entry.name, size) + gap
            texts.append(Text("text.soft", entry.second, x, first, size, id=entry.id))
            lines = 1
        else:
            for role, name in (("text", entry.name), ("text.soft", entry.second)):
                for part in self._broken(name, free, entry.id) if name else ():
                    indent = size * 0.9 if lines else 0.0
                    texts.append(Text(role, part, indent, first + lines * step, size, id=entry.id))
                    lines += 1
        return _Row(max(lines, len(places)) * step + size * 0.28, tuple(texts), False)

    def _gathered(self, places: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for number, spot in places:
            if found and found[-1][1] == spot:
                together = f"{found[-1][0]}, {number}"
                if width(together, self._size, True) <= 0.34 * self._wide:
                    found[-1] = together, spot
                    continue
            found.append((number, spot))
        return found

    def _broken(self, name: str, free: float, key: str) -> list[str]:
        """Break a name into lines; a word wider than the column is broken where it must be."""
        limit = free / self._size - 0.9
        lines = filled(name, limit)
        if lines is not None:
            return lines
        parts, part = [], ""
        for char in name:
            if part and width(part + char, 1) > limit:
                parts.append(part)
                part = ""
            part += char
        return [*parts, part]

    def least(self, count: int) -> float:
        """Return the height that so many entries take at the very least."""
        return count * self._size * 1.58

    def height(self, rows: Sequence[_Row]) -> float:
        """Return the height of one column with all rows."""
        return sum(row.height for row in rows)

    def place(self, rows: Sequence[_Row], left: float, top: float) -> None:
        """Set rows in one column."""
        y = top
        for row in rows:
            for text in row.texts:
                moved = Text(
                    text.role, text.text, left + text.x, y + text.y, text.size, text.anchor, text.bold, 0.0, text.id
                )
                self._page.items.append(moved)
            if row.heading:
                self._page.rule(left, y + row.height - self._size * 0.25, left + self._wide)
            y += row.height

    @staticmethod
    def columns(rows: Sequence[_Row], high: float) -> list[list[_Row]]:
        """Divide rows into columns; a heading never stands last in one."""
        found: list[list[_Row]] = [[]]
        used = 0.0
        for row in rows:
            need = row.height + (4 * POINT if row.heading else 0.0)
            if found[-1] and used + need > high:
                carried = found[-1].pop() if found[-1][-1].heading else None
                found.append([carried] if carried else [])
                used = carried.height if carried else 0.0
            found[-1].append(row)
            used += row.height
        return found

    def evened(self, rows: Sequence[_Row], count: int) -> list[list[_Row]]:
        """Divide rows into at most so many columns of much the same height."""
        low, high = self.height(rows) / count, self.height(rows)
        best = self.columns(rows, high)
        for _ in range(12):
            middle = (low + high) / 2
            found = self.columns(rows, middle)
            if len(found) <= count:
                best, high = found, middle
            else:
                low = middle
        return best
