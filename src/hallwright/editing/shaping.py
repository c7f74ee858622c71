"""Edits of booths' shapes: rotate, mirror, resize, notch."""

from collections.abc import Callable, Iterable, Sequence

from hallwright.editing.booths import SMALLEST
from hallwright.editing.change import Change, Edit, amend
from hallwright.editing.supplying import carried, with_drops
from hallwright.editing.typing_booths import with_types
from hallwright.expo.lengths import told
from hallwright.expo.show import Show
from hallwright.expo.space import Booth
from hallwright.geometry.outline import Outline, bounds, bounds_of
from hallwright.geometry.shapes import Anchor, Side, frame_of, l_shape, mirror, resized, turn, u_shape
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, counted
from hallwright.support.text import count_of

LARGEST = 1_000_000
"""Longest side of a booth, in mm: more is a wrong unit."""


def rotate(show: Show, ids: Iterable[str], degrees: float, *, each: bool = False) -> Change:
    """Turn booths clockwise on screen about the middle of the box around them, or each about its own.

    Corners are rounded to millimetres; quarter turns are exact, so that four of them change nothing. The drops that
    stand in the booths turn along.
    """
    rows = chosen(show, ids)
    outlines = rotated([row.outline for row in rows], degrees, each=each)
    edits = [amend(row, outline=outline) for row, outline in zip(rows, outlines, strict=True)]
    around = bounds_of(row.outline for row in rows)
    drops = carried(show, rows, lambda row, drop: turn([drop], degrees, bounds(row.outline) if each else around)[0])
    summary = f"Rotate {named(rows)} by {degrees:g}°{with_drops(drops)}"
    return with_types(show, Change.of("rotate-booths", summary, edits + drops))


def rotated(outlines: Sequence[Outline], degrees: float, *, each: bool = False) -> list[Outline]:
    """Return outlines as ``rotate`` would leave them, for a preview."""
    if each:
        return [turn([outline], degrees)[0] for outline in outlines]
    return turn(outlines, degrees)


def flip(show: Show, ids: Iterable[str], *, left_right: bool) -> Change:
    """Mirror booths, and the drops in them, at the middle of the box around the booths; twice changes nothing."""
    rows = chosen(show, ids)
    outlines = mirror([row.outline for row in rows], left_right=left_right)
    edits = [amend(row, outline=outline) for row, outline in zip(rows, outlines, strict=True)]
    around = bounds_of(row.outline for row in rows)
    drops = carried(show, rows, lambda _row, drop: mirror([drop], left_right=left_right, box=around)[0])
    how = "left to right" if left_right else "top to bottom"
    summary = f"Mirror {named(rows)} {how}{with_drops(drops)}"
    return with_types(show, Change.of("mirror-booths", summary, edits + drops))


def resize(
    show: Show, ids: Iterable[str], width: int | None, depth: int | None, anchor: Anchor = Anchor.TOP_LEFT
) -> Change:
    """Give booths a width and depth in mm along their own axes; None leaves one as it is.

    Rectangles stay rectangles, also those at an angle; other outlines are scaled.

    Raises:
        Refused: a side would be shorter than the smallest or longer than the largest booth's, or a booth is a draft.
    """
    rows = _sound(show, ids)
    for refusal, side in (
        (_("A width of {side} is out of range"), width),
        (_("A depth of {side} is out of range"), depth),
    ):
        if side is not None and not SMALLEST <= side <= LARGEST:
            raise Refused(
                refusal.format(side=told(side)),
                _place(rows),
                _("Choose {least} to {most}.").format(least=told(SMALLEST), most=told(LARGEST)),
            )
    edits: list[Edit] = []
    for row in rows:
        frame = frame_of(row.outline)
        wide, deep = width or round(frame.width), depth or round(frame.depth)
        if (round(frame.width), round(frame.depth)) != (wide, deep):
            edits.append(amend(row, outline=resized(row.outline, wide, deep, anchor)))
    return with_types(show, Change.of("resize-booths", f"Resize {named(rows)}", edits))


def notch_corner(show: Show, booth: str, width: int, depth: int, corner: Anchor) -> Change:
    """Make an L-shape of a rectangular booth by a notch in a corner, in mm.

    Raises:
        Refused: the booth is no rectangle, or the notch is not smaller than the booth.
    """
    return _notched(show, booth, "L-shape", lambda outline: l_shape(outline, width, depth, corner))


def notch_side(show: Show, booth: str, width: int, depth: int, side: Side, offset: int | None = None) -> Change:
    """Make a U-shape of a rectangular booth by a notch in a side, in its middle or ``offset`` mm from its start.

    Raises:
        Refused: the booth is no rectangle, or the notch leaves no arm beside it.
    """
    return _notched(show, booth, "U-shape", lambda outline: u_shape(outline, width, depth, side, offset))


def _notched(show: Show, booth: str, shape: str, make: Callable[[Outline], Outline]) -> Change:
    row = _sound(show, [booth])[0]
    try:
        outline = make(row.outline)
    except ValueError as error:
        reason = _(str(error))
        raise Refused(reason[0].upper() + reason[1:], _where(row), _("Choose another size.")) from None
    change = Change.of("notch-booth", f"{shape} of {named([row])}", [amend(row, outline=outline)])
    return with_types(show, change)


def chosen(show: Show, ids: Iterable[str]) -> list[Booth]:
    """Return the booths with these ids, each once.

    Raises:
        Refused: one no longer exists.
    """
    rows = []
    for key in dict.fromkeys(ids):
        if key not in show.booths:
            raise Refused(_("The booth no longer exists"), mend=_("Select another."))
        rows.append(show.booths[key])
    return rows


def named(rows: Sequence[Booth]) -> str:
    """Return a booth's number, or how many booths there are."""
    return rows[0].number or "booth" if len(rows) == 1 else count_of(len(rows), "booth")


def _place(rows: Sequence[Booth]) -> str:
    return (rows[0].number or _("booth")) if len(rows) == 1 else counted("{number} booth", "{number} booths", len(rows))


def _sound(show: Show, ids: Iterable[str]) -> list[Booth]:
    rows = chosen(show, ids)
    for row in rows:
        box = bounds(row.outline)
        if row.draft or not box.width or not box.height:
            raise Refused(
                _("It is a draft, {fault}").format(fault=row.fault), _where(row), _("Mend its outline first.")
            )
    return rows


def _where(row: Booth) -> str:
    return f"booth {row.number}".rstrip()
