"""Booths and fixtures made of the outlines of a drawing."""

from collections.abc import Sequence
from typing import NamedTuple

from hallwright.editing.change import Change, Edit, create
from hallwright.editing.floor import MARGIN, merge_booths
from hallwright.editing.merging import Merge, Record, Rejection
from hallwright.editing.typing_booths import with_types
from hallwright.expo.show import Show
from hallwright.expo.space import NOT_GROSS, Booth, Fixture, FixtureKind, Hall
from hallwright.geometry.outline import Outline, bounds_of, rectangle
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, counted
from hallwright.support.ids import new_id
from hallwright.support.text import folded, one_line


class Shape(NamedTuple):
    """A closed outline of a drawing in mm of the hall, and the number written in it, if any."""

    outline: Outline
    number: str = ""
    layer: str = ""


def convert_booths(show: Show, hall_name: str, shapes: Sequence[Shape]) -> Merge:
    """Bring outlines into a hall as booths, in one change.

    A shape is the same booth if its number is, within the hall; it then takes the drawing's outline. Shapes without a
    number, or with one that an earlier shape has, become booths without number, unless one stands just there.

    Args:
        show: the show as it is.
        hall_name: name of the hall, made around the shapes when it is missing; if empty, the only hall there is.
        shapes: outlines; rows of the report count them from 1.

    Raises:
        Refused: no hall is named, and there is not just one.
    """
    hall, made = _hall(show, hall_name, shapes)
    base = Change.of("add-hall", hall.name, made).applied(show)
    here = base.booths.where("hall", hall.id)
    standing = {frozenset(row.outline) for row in here}
    # The same ring may start at another corner, or run the other way round: that is no new outline.
    known = {(folded(row.number), frozenset(row.outline)): row.outline for row in here}
    numbers: dict[str, int] = {}
    records: list[Record] = []
    edits: list[Edit] = []
    repeated: list[Rejection] = []
    unchanged = 0
    for row, shape in enumerate(shapes, 1):
        first = numbers.setdefault(folded(shape.number), row) if shape.number else 0
        if first == row:
            outline = known.get((folded(shape.number), frozenset(shape.outline)), shape.outline)
            records.append(Record(row, {"number": shape.number, "outline": outline}))
            continue
        if first:
            reason = _("the number is that of outline {first} already; the booth is kept without").format(first=first)
            repeated.append(Rejection(row, "number", shape.number, reason))
        if frozenset(shape.outline) in standing:
            unchanged += 1
        else:
            edits.append(create(Booth(id=new_id(), hall=hall.id, number="", outline=shape.outline)))
    merge = merge_booths(base, hall.name, records)
    added = merge.added + len(edits)
    summary = f"Convert {added + merge.updated:,} outlines to booths"
    return Merge(
        Change.of("convert-booths", summary, [*made, *merge.change.edits, *edits]),
        added,
        merge.updated,
        merge.unchanged + unchanged,
        merge.drafts,
        sorted([*merge.rejected, *repeated], key=lambda item: item.row),
    )


def convert_fixtures(show: Show, hall: str, shapes: Sequence[Shape], kind: FixtureKind) -> Change:
    """Add outlines to a hall as fixtures of one kind; those that stand there already are left alone.

    Raises:
        Refused: there is no such hall.
    """
    if hall not in show.halls:
        raise Refused(_("The hall no longer exists"), mend=_("Choose another hall."))
    standing = {frozenset(row.outline) for row in show.fixtures.where("hall", hall) if row.kind is kind}
    new = [shape for shape in shapes if frozenset(shape.outline) not in standing]
    counts = kind not in NOT_GROSS
    edits = [create(Fixture(id=new_id(), hall=hall, kind=kind, outline=one.outline, gross=counts)) for one in new]
    return with_types(show, Change.of("convert-fixtures", f"Convert {len(new):,} outlines to fixtures", edits))


def described(merge: Merge) -> str:
    """Return in one line what a conversion to booths does."""
    parts = [
        counted("{number} booth added", "{number} booths added", merge.added),
        counted("{number} updated", "{number} updated", merge.updated),
        counted("{number} unchanged", "{number} unchanged", merge.unchanged),
    ]
    if merge.drafts:
        parts.append(counted("{number} draft", "{number} drafts", len(merge.drafts)))
    return ", ".join(parts)


def _hall(show: Show, name: str, shapes: Sequence[Shape]) -> tuple[Hall, list[Edit]]:
    """Return the hall of a name, and the edit that makes it where it is missing."""
    name = one_line(name)
    if not name:
        if len(show.halls) != 1:
            raise Refused(_("No hall is named"), mend=_("Name the hall of the booths."))
        return next(iter(show.halls.values())), []
    known = next((hall for hall in show.halls.values() if folded(hall.name) == folded(name)), None)
    if known is not None:
        return known, []
    box = bounds_of(shape.outline for shape in shapes)
    if box is None:
        raise Refused(_("There is nothing to make a hall around"), name)
    wide = box.grown(MARGIN)
    left, top = wide.left // 1000 * 1000, wide.top // 1000 * 1000
    outline = rectangle(left, top, -(-wide.right // 1000) * 1000 - left, -(-wide.bottom // 1000) * 1000 - top)
    hall = Hall(id=new_id(), name=name, outline=outline)
    return hall, [create(hall)]
