"""Edits of where booths stand to each other: align, distribute; sizes stay as they are."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from hallwright.editing.change import Change, amend
from hallwright.editing.shaping import chosen, named
from hallwright.editing.supplying import carried, with_drops
from hallwright.editing.typing_booths import with_types
from hallwright.expo.lengths import told
from hallwright.expo.show import Show
from hallwright.expo.space import Booth
from hallwright.geometry.outline import Box, bounds, bounds_of, moved
from hallwright.geometry.units import metres
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

_WIDEST = 1_000_000
"""Widest aisle between booths that are distributed, in mm: more is a slip of the keys."""


class Edge(StrEnum):
    """What of the boxes is brought to one line."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"
    ACROSS = "centres across"
    DOWN = "centres down"


def align(show: Show, ids: Iterable[str], edge: Edge) -> Change:
    """Bring an edge of booths to the outermost of them, or their centres to the middle of the box around them.

    ``ACROSS`` puts the centres under each other (one x), ``DOWN`` beside each other (one y). Booths wall to wall in one
    row go as one, and keep their places in it: piled up on one spot they are of no use to anybody.

    Raises:
        Refused: fewer than two booths, or booths of different halls.
    """
    rows = _together(show, ids, 2, _("To align, select two booths or more"))
    around = bounds_of(row.outline for row in rows)
    assert around is not None, "there are booths"
    shifts: dict[str, tuple[int, int]] = {}
    for row_of_booths in _rows_along(rows, across=edge in (Edge.LEFT, Edge.RIGHT, Edge.ACROSS)):
        box = bounds_of(row.outline for row in row_of_booths)
        assert box is not None, "there is a booth in each"
        shifts |= dict.fromkeys((row.id for row in row_of_booths), _towards(box, around, edge))
    return _shifted(show, rows, shifts, "align-booths", f"Align {named(rows)} {edge}")


def _shifted(
    show: Show, rows: Sequence[Booth], shifts: Mapping[str, tuple[int, int]], operation: str, summary: str
) -> Change:
    """Return the change that shifts each booth, and the drops in it, by its own (dx, dy)."""
    edits = [amend(row, outline=moved(row.outline, *shifts[row.id])) for row in rows]
    drops = carried(show, rows, lambda row, outline: moved(outline, *shifts[row.id]))
    return with_types(show, Change.of(operation, summary + with_drops(drops), edits + drops))


def _rows_along(rows: Iterable[Booth], *, across: bool) -> list[list[Booth]]:
    """Return booths in runs that stand wall to wall along an axis on the same strip across it."""
    strips: dict[tuple[int, int], list[Booth]] = {}
    for row in rows:
        strips.setdefault(_span(row, across=not across), []).append(row)
    found: list[list[Booth]] = []
    for some in strips.values():
        reach: int | None = None
        for row in sorted(some, key=lambda row: _span(row, across=across)):
            start, end = _span(row, across=across)
            if reach is None or start != reach:
                found.append([])
            found[-1].append(row)
            reach = end
    return found


def _towards(box: Box, around: Box, edge: Edge) -> tuple[int, int]:
    match edge:
        case Edge.LEFT:
            return around.left - box.left, 0
        case Edge.RIGHT:
            return around.right - box.right, 0
        case Edge.TOP:
            return 0, around.top - box.top
        case Edge.BOTTOM:
            return 0, around.bottom - box.bottom
        case Edge.ACROSS:
            return (around.left + around.right - box.left - box.right) // 2, 0
        case Edge.DOWN:
            return 0, (around.top + around.bottom - box.top - box.bottom) // 2


def distribute(show: Show, ids: Iterable[str], *, across: bool, gap: int | None = None) -> Change:
    """Put booths in a row (``across``) or column with equal gaps.

    Booths that reach from the same line to the same line along the axis, such as those of one row when rows are
    distributed down, go as one.

    Args:
        show: the show.
        ids: the booths; their order along the axis stays.
        across: left to right, else top to bottom.
        gap: width of the aisle between neighbours in mm, counted from the first booth, which stays; None shares out
            the room between the outermost booths, which both stay.

    Raises:
        Refused: too few booths, booths of different halls, or too little room between the outermost.
    """
    if gap is None:
        rows = _together(show, ids, 3, _("To share out the gaps, select three booths or more"))
    else:
        rows = _together(show, ids, 2, _("To set the aisle between booths, select two or more"))
        if not 0 <= gap <= _WIDEST:
            raise Refused(
                _("An aisle of {gap} is out of range").format(gap=told(gap)),
                mend=_("Choose {least} to {most}.").format(least=told(0), most=told(_WIDEST)),
            )
    spans = _spans(rows, across=across)
    if len(spans) < (3 if gap is None else 2):
        raise Refused(
            _("The booths stand in too few rows for that"),
            mend=_("Select more rows, or distribute them the other way."),
        )
    starts = dict(zip(spans, _starts(spans, gap), strict=True))
    shifts = {}
    for row in rows:
        span = _span(row, across=across)
        shift = starts[span] - span[0]
        shifts[row.id] = (shift, 0) if across else (0, shift)
    how = "evenly" if gap is None else f"{metres(gap)} m apart"
    return _shifted(show, rows, shifts, "distribute-booths", f"Distribute {named(rows)} {how}")


def _spans(rows: Iterable[Booth], *, across: bool) -> list[tuple[int, int]]:
    """Return from where to where booths reach along an axis, each stretch once, in order."""
    return sorted({_span(row, across=across) for row in rows}, key=lambda span: (sum(span), span))


def _starts(spans: list[tuple[int, int]], gap: int | None) -> list[int]:
    """Return where each box begins along the axis."""
    sizes = [end - start for start, end in spans]
    first = spans[0][0]
    if gap is not None:
        starts = [first]
        for size in sizes[:-1]:
            starts.append(starts[-1] + size + gap)
        return starts
    free = spans[-1][1] - first - sum(sizes)
    if free < 0:
        raise Refused(
            _("The booths need {free} more than there is between the outermost").format(free=told(-free)),
            mend=_("Move the outermost apart or set an aisle width."),
        )
    count = len(spans) - 1
    # The remainder of a division in mm is spread, so that gaps differ by one at most and the last booth stays.
    gaps = [free * (k + 1) // count - free * k // count for k in range(count)]
    starts = [first]
    for size, width in zip(sizes[:-1], gaps, strict=True):
        starts.append(starts[-1] + size + width)
    return starts


def gaps_between(rows: Iterable[Booth], *, across: bool) -> list[int]:
    """Return the gaps between neighbours along an axis, in mm; negative where they overlap.

    Booths that reach from the same line to the same line count as one.
    """
    return [after[0] - before[1] for before, after in pairwise(_spans(rows, across=across))]


def _span(row: Booth, *, across: bool) -> tuple[int, int]:
    box = bounds(row.outline)
    return (box.left, box.right) if across else (box.top, box.bottom)


def _together(show: Show, ids: Iterable[str], least: int, reason: str) -> list[Booth]:
    rows = [row for row in chosen(show, ids) if row.outline]
    if len(rows) < least:
        raise Refused(reason)
    if len({row.hall for row in rows}) > 1:
        raise Refused(_("The booths stand in different halls"), mend=_("Select booths of one hall."))
    return rows
