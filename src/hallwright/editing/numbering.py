"""Which number comes next, and in which order booths are numbered."""

import re
from collections.abc import Container, Iterable

from hallwright.editing.change import Edit, amend
from hallwright.expo.show import Show
from hallwright.expo.space import Booth
from hallwright.geometry.outline import Outline, bounds, centre

_SERIES = re.compile(r"(.*?)(\d+)(\D*)")


def next_number(show: Show, hall: str, outline: Outline) -> str:
    """Return the first free number of the series to which the nearest numbered booth belongs.

    A booth drawn beside A17 becomes A18, or A19 if A18 stands elsewhere; in an empty hall numbering starts at A01.
    """
    x, y = centre(outline)
    best: tuple[float, str] | None = None
    taken = set()
    for booth in show.booths.where("hall", hall):
        taken.add(booth.number.casefold())
        if booth.number and booth.outline and _SERIES.fullmatch(booth.number):
            left, top, right, bottom = bounds(booth.outline)
            distance = max(left - x, x - right, 0) + max(top - y, y - bottom, 0)
            if best is None or distance < best[0]:
                best = distance, booth.number
    return following(best[1] if best else "", taken)


def following(number: str, taken: Container[str]) -> str:
    """Return the first number after another in its series that is not in ``taken`` (numbers, case folded).

    A17 is followed by A18; a number without digits is followed by A01.
    """
    match = _SERIES.fullmatch(number)
    if match is None:
        head, count, width, tail = "A", 0, 2, ""
    else:
        head, count, width, tail = match[1], int(match[2]), len(match[2]), match[3]
    while True:
        count += 1
        number = f"{head}{count:0{width}d}{tail}"
        if number.casefold() not in taken:
            return number


def renumbered(booth: Booth, number: str) -> Edit:
    """Return the edit that gives a booth another number and keeps the one it bore among its former numbers."""
    if number == booth.number:
        return Edit(booth, booth)
    former = [known for known in booth.former_numbers if known not in (number, booth.number)]
    if booth.number:
        former.append(booth.number)
    return amend(booth, number=number, former_numbers=tuple(former))


def reading_order(show: Show, ids: Iterable[str]) -> list[str]:
    """Return booths row by row from the top, each row from the left.

    Booths belong to one row when the middle of the one lies within the height of the row's first.
    """
    waiting = sorted((bounds(show.booths[key].outline), key) for key in ids)
    waiting.sort(key=lambda item: (item[0].top, item[0].left))
    ordered: list[str] = []
    while waiting:
        first = waiting[0][0]
        row = [item for item in waiting if first.top <= (item[0].top + item[0].bottom) / 2 <= first.bottom]
        row = row or [waiting[0]]
        ordered += [key for _, key in sorted(row, key=lambda item: item[0].left)]
        taken = {key for _, key in row}
        waiting = [item for item in waiting if item[1] not in taken]
    return ordered
