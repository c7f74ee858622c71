"""What differs between two versions of the plan: a list of typed differences that, applied to the one, give the other.

Rows are known by their ids, so that a booth that was moved and renumbered is still the same booth. A booth that was
deleted and drawn anew, with the number it had in the same hall, counts as the same, too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import cast

from hallwright.editing.earlier import PLAN
from hallwright.expo import codec
from hallwright.expo.people import Exhibitor
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Aisle, Booth, Fixture, Hall, Zone
from hallwright.geometry.outline import Outline, bounds, centre, moved
from hallwright.support.text import folded, natural_key

_SAME_SIDE = 3
"""mm by which the sides of an outline may differ that was only turned: its corners were rounded."""


class What(StrEnum):
    """How a row differs; most weighty first."""

    REMOVED = "removed"
    ADDED = "added"
    REDRAWN = "redrawn"
    REASSIGNED = "reassigned"
    MOVED = "moved"
    RESIZED = "resized"
    TURNED = "turned"
    RENUMBERED = "renumbered"
    RENAMED = "renamed"
    RETYPED = "retyped"
    CONSTRUCTION = "construction"
    STATUS = "status"
    RECOLOURED = "recoloured"
    DETAILS = "details"


_ORDER = {what: rank for rank, what in enumerate(What)}
_NAMES = ("name", "name_native")
_GROUPS: dict[type[Row], tuple[tuple[What, tuple[str, ...]], ...]] = {
    Booth: (
        (What.REASSIGNED, ("exhibitor",)),
        (What.RENUMBERED, ("number", "former_numbers")),
        (What.RETYPED, ("open_sides", "sides_fixed")),
        (What.CONSTRUCTION, ("construction",)),
        (What.STATUS, ("status", "held_until")),
    ),
    Exhibitor: ((What.RENAMED, (*_NAMES, "fascia")), (What.REASSIGNED, ("host",)), (What.STATUS, ("waitlisted",))),
    Hall: ((What.RENAMED, _NAMES),),
    Zone: ((What.RENAMED, _NAMES), (What.RECOLOURED, ("colour",))),
    Fixture: ((What.RENAMED, _NAMES), (What.RETYPED, ("kind",))),
    Aisle: ((What.RENAMED, _NAMES), (What.RETYPED, ("main",))),
}
"""Which fields tell what; whatever no group names is a detail."""
_PLACE = ("hall", "outline")
_WITH = frozenset(("former_numbers", "sides_fixed"))
"""Fields that go with others of their group; by themselves they are details."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which a row of the plan differs.

    Attributes:
        what: how.
        before, after: the row in both versions; None where it is not there.
        fields: names of the fields that it sets.
        shift: for what was moved, by how much, in mm to the right and down on the plan; (0, 0) from hall to hall.
    """

    what: What
    before: Row | None
    after: Row | None
    fields: tuple[str, ...] = ()
    shift: tuple[int, int] = (0, 0)

    @property
    def row(self) -> Row:
        """The row as it is known: after if it is there, else before."""
        row = self.after if self.after is not None else self.before
        assert row is not None, "a difference needs a row"
        return row

    @property
    def hall(self) -> str:
        """Id of the hall in which it is seen, or empty."""
        row = self.row
        return row.id if isinstance(row, Hall) else str(getattr(row, "hall", ""))


def differences(a: Show, b: Show) -> list[Difference]:
    """Return how version ``b`` differs from ``a``: booths by number first, then halls, zones, fixtures and the rest.

    Costs about a tenth of a second for 5,000 booths that all changed.
    """
    found: list[Difference] = []
    for kind in PLAN:
        for before, after in pairs(a, b, kind):
            found += _of(before, after)
    rank = {kind: k for k, kind in enumerate((Booth, Exhibitor, Hall, Zone, Aisle, Fixture))}
    return sorted(
        found,
        key=lambda one: (rank.get(type(one.row), len(rank)), one.hall, natural_key(_called(one.row)), _ORDER[one.what]),
    )


def pairs(a: Show, b: Show, kind: type[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield each row of a kind as it is in both versions; None where it is not there. Unchanged ones are left out."""
    was, now = a.table(kind), b.table(kind)
    gone = [row for key, row in was.items() if key not in now]
    come = [row for key, row in now.items() if key not in was]
    anew: dict[str, Row] = {}
    if kind is Booth:
        anew = _redrawn(cast("list[Booth]", gone), cast("list[Booth]", come))
        taken = {row.id for row in anew.values()}
        come = [row for row in come if row.id not in taken]
    for before in gone:
        yield before, anew.get(before.id)
    for key, before in was.items():
        after = now.get(key)
        if after is not None and after is not before and after != before:
            yield before, after
    for after in come:
        yield None, after


def applied(a: Show, found: Iterable[Difference]) -> Show:
    """Return version ``a`` after some differences in the order in which they are listed.

    All of them give the other version, up to the revisions of rows and the order in which tables hold them.
    """
    rows: dict[tuple[type[Row], str], Row] = {(type(row), row.id): row for row in a.rows()}
    # Booths that were drawn anew take their new id before anything else is said of them.
    for one in sorted(found, key=lambda one: one.what is not What.REDRAWN):
        kind = type(one.row)
        if one.before is None or one.after is None:
            if one.before is not None:
                del rows[kind, one.before.id]
            if one.after is not None:
                rows[kind, one.after.id] = one.after
            continue
        if one.what is What.REDRAWN:
            rows[kind, one.after.id] = replace(rows.pop((kind, one.before.id)), id=one.after.id)
            continue
        row = rows[kind, one.after.id]
        values = {name: getattr(one.after, name) for name in one.fields}
        if one.what is What.MOVED and "outline" in values:
            values["outline"] = moved(_outline(row), *one.shift)
        rows[kind, row.id] = replace(row, **values)
    return Show.of(rows.values())


def _redrawn(gone: Sequence[Booth], come: Sequence[Booth]) -> dict[str, Row]:
    """Return, by the ids of booths that are gone, those that were drawn in their stead."""
    by_number: dict[tuple[str, str], list[Booth]] = {}
    for booth in come:
        by_number.setdefault((booth.hall, folded(booth.number)), []).append(booth)
    found: dict[str, Row] = {}
    for booth in gone:
        same = by_number.get((booth.hall, folded(booth.number)))
        if booth.number and same:
            found[booth.id] = same.pop(0)
    return found


def _of(before: Row | None, after: Row | None) -> Iterator[Difference]:
    if before is None or after is None:
        yield Difference(What.ADDED if before is None else What.REMOVED, before, after)
        return
    differ = [name for name in codec.columns(type(after)) if getattr(before, name) != getattr(after, name)]
    if before.id != after.id:
        yield Difference(What.REDRAWN, before, after, ("id",))
    rest = [name for name in differ if name not in ("id", "revision")]
    if "outline" in rest or "hall" in rest:
        yield from _placed(before, after, "hall" in rest)
        rest = [name for name in rest if name not in _PLACE]
    for what, names in _GROUPS.get(type(after), ()):
        some = tuple(name for name in names if name in rest)
        if not _WITH.issuperset(some):
            rest = [name for name in rest if name not in some]
            yield Difference(what, before, after, some)
    if rest:
        yield Difference(What.DETAILS, before, after, tuple(rest))


def _placed(before: Row, after: Row, elsewhere: bool) -> Iterator[Difference]:
    """Tell how a row lies differently: moved, and apart from that resized or turned."""
    was, now = _outline(before), _outline(after)
    shift = _shift(was, now)
    exact = moved(was, *shift) == now
    fields = (*(("hall",) if elsewhere else ()), *(("outline",) if shift != (0, 0) else ()))
    if elsewhere or shift != (0, 0):
        yield Difference(What.MOVED, before, after, fields, shift)
    if not exact:
        what = What.TURNED if _same_sides(was, now) else What.RESIZED
        yield Difference(what, before, after, ("outline",))


def _shift(was: Outline, now: Outline) -> tuple[int, int]:
    """Return by how much an outline moved; nothing where one corner of its box still stands where it stood."""
    if not was or not now:
        return 0, 0
    one, other = bounds(was), bounds(now)
    dx, dy = other.left - one.left, other.top - one.top
    if moved(was, dx, dy) == now:
        return dx, dy
    if (dx == 0 or other.right == one.right) and (dy == 0 or other.bottom == one.bottom):
        return 0, 0
    (x1, y1), (x2, y2) = centre(was), centre(now)
    return round(x2 - x1), round(y2 - y1)


def _same_sides(was: Outline, now: Outline) -> bool:
    if len(was) != len(now):
        return False
    sides = zip(_sides(was), _sides(now), strict=True)
    return all(abs(one - other) <= _SAME_SIDE for one, other in sides)


def _sides(outline: Outline) -> list[float]:
    ends = zip(outline, outline[1:] + outline[:1], strict=True)
    return sorted(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 for (x1, y1), (x2, y2) in ends)


def _outline(row: Row) -> Outline:
    return cast("Outline", getattr(row, "outline", ()))


def _called(row: Row) -> str:
    return row.number if isinstance(row, Booth) else str(getattr(row, "name", ""))
