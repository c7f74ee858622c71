"""Several views on one sheet: which paper, where each goes, its caption, and where one view shows another's floor."""

from collections.abc import Sequence

from hallwright.drawing.composing import Composer
from hallwright.drawing.fonts import width
from hallwright.drawing.north import north_arrow
from hallwright.drawing.options import SheetOptions
from hallwright.drawing.pane import Pane
from hallwright.drawing.paper import SHEETS, Layout, layout, legible, require_sheet
from hallwright.drawing.primitives import Anchor, Lines
from hallwright.drawing.sharing import MOST, Shared, Wanted, shared
from hallwright.drawing.titleblock import bar
from hallwright.drawing.wording import joined
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

_GAP = 4.0
"""mm between views, times the sheet's unit."""
_CAPTION = 9.0
"""Height of a caption, times the sheet's unit."""
_INSET = 2.0
"""mm between the grid's frame and the views, times the sheet's unit."""
_LEAST = 25.0
"""Width and height of the smallest view that is of use, mm."""


def divided(panes: Sequence[Pane], options: SheetOptions) -> Layout:
    """Choose the paper for several views, and lay each at its place.

    Raises:
        Refused: there are too many, or they do not fit the sheet at their scales.
    """
    require_sheet(options.sheet)
    for pane in panes:
        require_sheet(None, pane.part.scale)
    if len(panes) > MOST:
        raise Refused(
            _("{number} views are too many for one sheet").format(number=len(panes)),
            mend=_("Put at most {most} on a sheet.").format(most=MOST),
        )
    found: list[tuple[Layout, Shared]] = []
    for sheet in [options.sheet] if options.sheet else list(SHEETS)[1:]:
        turns = (True, False) if options.landscape is None else (options.landscape,)
        made = [(place, one) for turn in turns if (one := _shared(place := layout(sheet, 1, turn), panes)) is not None]
        if made:
            found.append(max(made, key=lambda pair: pair[1].worth))
    if not found:
        raise Refused(
            _("The {number} views do not fit on {sheet} at their scales").format(
                number=len(panes), sheet=options.sheet or "A0"
            ),
            mend=_("Leave scales out, so that they fit, or take views away."),
        )
    place, division = legible(found, lambda pair: _lost(panes, *pair))
    for pane, spot in zip(panes, division.spots, strict=True):
        pane.lay(place._replace(view=spot.view, scale=spot.scale))
    return place._replace(scale=division.spots[0].scale)


def _shared(place: Layout, panes: Sequence[Pane]) -> Shared | None:
    left, top, right, bottom = place.view
    inset = _INSET * place.unit
    area = left + inset, top + inset, right - inset, bottom
    wanted = [
        Wanted(
            pane.box.width,
            pane.box.height,
            pane.part.scale,
            frozenset(k for k, other in enumerate(panes) if _details(other, pane)),
        )
        for pane in panes
    ]
    found = shared(area, wanted, _GAP * place.unit, _CAPTION * place.unit)
    if found is None or any(min(c - a, d - b) < _LEAST for (a, b, c, d), _scale in found.spots):
        return None
    return found


def _lost(panes: Sequence[Pane], place: Layout, division: Shared) -> float:
    """Return the share of booths that no view names, each booth told by the view that shows it largest."""
    pairs = sorted(zip(panes, division.spots, strict=True), key=lambda pair: pair[1].scale)
    seen: set[str] = set()
    lost = 0.0
    for pane, spot in pairs:
        booths = [booth for booth in pane.booths if booth.id not in seen]
        seen |= {booth.id for booth in booths}
        lost += pane.lost_share(place._replace(scale=spot.scale), booths) * len(booths)
    return lost / len(seen) if seen else 0.0


def _details(one: Pane, other: Pane) -> bool:
    """Say whether a view shows a part of what another shows."""
    a, b = one.box, other.box
    smaller = a.width * a.height < b.width * b.height
    return one.hall is other.hall and smaller and b.left <= a.centre[0] <= b.right and b.top <= a.centre[1] <= b.bottom


def marks(page: Composer, panes: Sequence[Pane], pane: Pane) -> None:
    """Draw, into a view, the floor that others show larger, with their numbers."""
    unit = pane.place.unit
    left, top, right, bottom = pane.place.view
    page.items.append(
        Lines.of(
            "frame",
            (left, top, right, top),
            (right, top, right, bottom),
            (right, bottom, left, bottom),
            (left, bottom, left, top),
        )
    )
    for number, other in enumerate(panes, 1):
        if other.hall is not pane.hall or other.place.scale >= pane.place.scale:
            continue
        a, b, c, d = pane.edges_on_paper(other.box)
        if c - a < 2 or d - b < 2:
            continue
        page.items.append(Lines.of("detail", (a, b, c, b), (c, b, c, d), (c, d, a, d), (a, d, a, b)))
        _tag(page, number, a, b, 3.2 * unit)


def _tag(page: Composer, number: int, left: float, top: float, side: float) -> None:
    page.box("key.here", left, top, left + side, top + side)
    size = side * 0.72
    page.line(
        str(number),
        left + side / 2,
        top + side / 2 + 0.36 * size,
        size,
        side,
        role="text.inverse",
        bold=True,
        anchor=Anchor.MIDDLE,
    )


def caption(page: Composer, pane: Pane, number: int, lang: str) -> None:
    """Set what a view shows beneath it: number, title and scale, and a scale bar and a north arrow as they fit."""
    unit, scale = pane.place.unit, pane.place.scale
    left, _top, right, bottom = pane.place.view
    high = _CAPTION * unit
    middle = bottom + high / 2
    side = 4.6 * unit
    _tag(page, number, left, middle - side / 2, side)
    start, end = left + side + 1.6 * unit, right
    if pane.hall.north is not None:
        reach = high / 2 - 0.3 * unit
        page.items += north_arrow(pane.hall.north, right - reach, middle, reach, lang)
        end -= 2 * reach + 2.0 * unit
    size = 3.0 * unit
    base = middle + 0.36 * size
    named = f"1:{scale}"
    # The title is what must be read; the bar takes what it leaves.
    text = joined(*pane.headline, lang)
    told = width(named, size, True) + 2.5 * unit
    room = end - start - told
    taken = page.line(text, start, base, size, room, bold=True)
    page.line(named, start + taken + 2.5 * unit, base, size, told, role="text.soft", bold=True)
    _bar(page, pane.place, (start + taken + 2.5 * unit + told + 3.0 * unit, end), middle)


def _bar(page: Composer, place: Layout, between: tuple[float, float], middle: float) -> None:
    left, right = between
    unit = place.unit
    if right - left >= 24.0 * unit:
        bar(page, place, left, middle - 1.6 * unit, min(right - left - 6.0 * unit, 70.0 * unit))
