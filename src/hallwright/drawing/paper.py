"""Sheets of paper, scales, and the choice of both for a plan."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from hallwright.geometry.outline import Box
from hallwright.geometry.units import metres
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

P = TypeVar("P")
SHEETS = {"A4": (297, 210), "A3": (420, 297), "A2": (594, 420), "A1": (841, 594), "A0": (1189, 841)}
"""ISO 216 sheets, landscape: width and height in mm."""
SCALES = (50, 100, 150, 200, 250, 300, 400, 500, 750, 1000, 1500, 2000)
POINT = 25.4 / 72
"""Millimetres in a point."""
SMALLEST = 4 * POINT
"""No text on paper is smaller (mm)."""
_BAND = 5.0
_LOSS = 0.03  # names more that a smaller sheet may leave out


class Layout(NamedTuple):
    """A sheet and where things go on it, in mm from its top left corner.

    Attributes:
        sheet: name of the paper size.
        width: of the paper.
        height: of the paper.
        scale: 250 for 1:250.
        unit: how much larger than on A3 the furniture of the sheet is drawn.
        frame: the sheet's frame.
        view: the viewport that shows the floor.
        panel: the column for title and legend.
    """

    sheet: str
    width: float
    height: float
    scale: int
    unit: float
    frame: tuple[float, float, float, float]
    view: tuple[float, float, float, float]
    panel: tuple[float, float, float, float]

    @property
    def smallest(self) -> float:
        """Least size of a text, in mm of floor."""
        return SMALLEST * self.scale

    @property
    def largest(self) -> float:
        """Greatest size of an ordinary booth's name, in mm of floor."""
        return 6.2 * math.sqrt(self.unit) * POINT * self.scale


def layout(sheet: str, scale: int, landscape: bool) -> Layout:
    """Divide a sheet: frame with a band for grid references, viewport on the left, panel on the right."""
    wide, high = SHEETS[sheet]
    if not landscape:
        wide, high = high, wide
    unit = {"A4": 0.86, "A3": 1.0, "A2": 1.2, "A1": 1.45, "A0": 1.7}[sheet]
    margin = 6.0 + 2.0 * unit
    panel = (58.0 if landscape else 50.0) * unit
    frame = (margin, margin, wide - margin, high - margin)
    foot = 10.0 + 3.0 * unit
    view = (margin + _BAND, margin + _BAND, wide - margin - panel - _BAND, high - margin - foot - _BAND)
    return Layout(sheet, wide, high, scale, unit, frame, view, (frame[2] - panel, frame[1], frame[2], frame[3]))


def _fits(place: Layout, box: Box) -> bool:
    left, top, right, bottom = place.view
    return box.width <= (right - left) * place.scale and box.height <= (bottom - top) * place.scale


def _best(sheet: str, box: Box, landscape: bool | None) -> Layout | None:
    """Return the layout of the largest scale at which a floor fits a sheet."""
    turns = (True, False) if landscape is None else (landscape,)
    for scale in SCALES:
        for turn in turns:
            place = layout(sheet, scale, turn)
            if _fits(place, box):
                return place
    return None


def _at_scale(scale: int, box: Box, landscape: bool | None) -> Iterator[Layout]:
    turns = (True, False) if landscape is None else (landscape,)
    for sheet in SHEETS:
        for turn in turns:
            place = layout(sheet, scale, turn)
            if _fits(place, box):
                yield place


def require_sheet(sheet: str | None, scale: int | None = None) -> None:
    """Refuse a sheet that there is not, and what is no scale for a plan."""
    if sheet is not None and sheet not in SHEETS:
        raise Refused(
            _("There is no sheet {sheet}").format(sheet=sheet),
            mend=_("Use one of {list}.").format(list=", ".join(SHEETS)),
        )
    if scale is not None and not 10 <= scale <= 10_000:
        raise Refused(_("1:{scale} is no scale for a plan").format(scale=scale), mend=_("Use 1:50 to 1:1000."))


def legible(found: Sequence[P], lost: Callable[[P], float]) -> P:
    """Return the first choice, the smallest sheet, that leaves out hardly more names than the best does."""
    if len(found) == 1:
        return found[0]
    shares = [lost(one) for one in found]
    return next(one for one, share in zip(found, shares, strict=True) if share <= min(shares) + _LOSS)


def choose(
    box: Box, sheet: str | None, scale: int | None, landscape: bool | None, lost: Callable[[Layout], float], what: str
) -> Layout:
    """Choose sheet, scale and direction for a floor.

    Args:
        box: the floor to show, mm.
        sheet: the sheet asked for, or None for the smallest from A3 to A0 on which names are legible.
        scale: the scale asked for, or None for the largest that fits.
        landscape: the direction asked for, or None for the one that fits better.
        lost: returns the share of names that a layout cannot show.
        what: the floor's name, for messages.

    Raises:
        Refused: no such sheet or scale, or the floor does not fit.
    """
    require_sheet(sheet, scale)
    if scale is None:
        found = [place for name in ([sheet] if sheet else list(SHEETS)[1:]) if (place := _best(name, box, landscape))]
        if not found:
            size = f"{metres(box.width)} x {metres(box.height)} m"
            raise Refused(
                _("The plan ({size}) fits no sheet at 1:{scales}").format(size=size, scales=SCALES[-1]),
                what,
                _("Print one zone at a time."),
            )
        return legible(found, lost)
    fitting = list(_at_scale(scale, box, landscape))
    place = next((place for place in fitting if sheet in (None, place.sheet)), None)
    if place is not None:
        return place
    size = f"{metres(box.width)} x {metres(box.height)} m"
    best = _best(sheet or "A0", box, landscape)
    other = {"scale": scale, "sheet": fitting[0].sheet} if fitting else None
    if best and other:
        mend = _("1:{fitting} fits {same} and 1:{scale} fits {sheet}.").format(
            fitting=best.scale, same=best.sheet, **other
        )
    elif best:
        mend = _("1:{scale} fits {sheet}.").format(scale=best.scale, sheet=best.sheet)
    elif other:
        mend = _("1:{scale} fits {sheet}.").format(**other)
    else:
        mend = _("Print one zone at a time.")
    raise Refused(
        _("The plan ({size}) does not fit on {sheet} at 1:{scale}").format(size=size, sheet=sheet or "A0", scale=scale),
        what,
        mend,
    )
