"""Edits of what lies under the booths - halls, zones, aisles, fixtures - as one picks them on the plan."""

import math
from typing import Any

from hallwright.editing.change import Change, Edit, amend, remove
from hallwright.editing.typing_booths import with_types
from hallwright.expo.show import Show
from hallwright.expo.space import NOT_GROSS, Aisle, Fixture, FixtureKind, Hall, Zone
from hallwright.geometry.outline import Outline, bounds, contains, fault, moved
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, counted

Item = Hall | Zone | Fixture | Aisle
SMALL = 1000
"""A fixture no larger than this, mm, is picked by its symbol."""


def floor_item(show: Show, key: str) -> Item | None:
    """Return the hall, zone, fixture or named aisle with an id, or None."""
    return show.fixtures.get(key) or show.zones.get(key) or show.halls.get(key) or show.aisles.get(key)


def item_at(show: Show, hall: str, x: float, y: float, reach: float = 0.0) -> Item | None:
    """Return what lies at a point of a hall: a fixture, else a named aisle, else a zone, the last drawn, else the hall.

    Args:
        show: the show.
        hall: id of the hall.
        x: mm.
        y: mm.
        reach: mm about a small fixture within which it is meant; a drop is smaller than its symbol.
    """
    fixtures = show.fixtures.where("hall", hall)
    near = [(math.dist(bounds(row.outline).centre, (x, y)), row) for row in fixtures if _small(row)] if reach else []
    nearest = min(near, key=lambda one: one[0], default=None)
    if nearest is not None and nearest[0] <= reach:
        return nearest[1]
    here: list[Item] = [*reversed(fixtures), *reversed(show.aisles.where("hall", hall))]
    here += reversed(show.zones.where("hall", hall))
    for row in here:
        if contains(row.outline, x, y):
            return row
    room = show.halls[hall]
    return room if contains(room.outline, x, y) else None


def _small(fixture: Fixture) -> bool:
    box = bounds(fixture.outline)
    return max(box.width, box.height) <= SMALL


def called(item: Item) -> str:
    """Return what people call an item: its name, or for a nameless fixture its kind."""
    return item.name or (item.kind.replace("-", " ") if isinstance(item, Fixture) else "zone")


def move_item(show: Show, key: str, dx: int, dy: int) -> Change:
    """Shift a zone, an aisle or a fixture by whole mm; booths beside a wall or a room that moves are typed anew.

    Raises:
        Refused: it is a hall, which everything else is placed in.
    """
    item = _item(show, key)
    if isinstance(item, Hall):
        raise Refused(_("A hall is moved only with all that is in it"), item.name, _("Use Tools > Move a hall."))
    change = Change.of("move-item", f"Move {called(item)}", [amend(item, outline=moved(item.outline, dx, dy))])
    return with_types(show, change)


def reshape_item(show: Show, key: str, outline: Outline) -> Change:
    """Give a hall, zone or fixture another outline; booths beside what then is another wall are typed anew.

    Raises:
        Refused: the outline encloses no proper floor.
    """
    item = _item(show, key)
    why = fault(outline)
    if why:
        raise Refused(_("No floor: {why}").format(why=_(why)), called(item), _("Drag the corner elsewhere."))
    return with_types(show, Change.of("reshape-item", f"Reshape {called(item)}", [amend(item, outline=outline)]))


def amend_item(show: Show, key: str, **values: Any) -> Change:
    """Set the name, native name, colour or kind of a zone or fixture, or what is to be said of an aisle.

    A fixture of another kind counts to the gross area as that kind does.

    Raises:
        Refused: a zone or an aisle would be left without a name.
    """
    item = _item(show, key)
    if isinstance(item, Zone) and not str(values.get("name", item.name)).strip():
        raise Refused(_("A zone needs a name"), item.name)
    if isinstance(item, Aisle) and not str(values.get("name", item.name)).strip():
        raise Refused(_("A named aisle needs a name"), item.name)
    if "kind" in values:
        values["kind"] = FixtureKind(values["kind"])
        values.setdefault("gross", values["kind"] not in NOT_GROSS)
    return with_types(show, Change.of("amend-item", f"Edit {called(item)}", [amend(item, **values)]))


def delete_item(show: Show, key: str) -> Change:
    """Delete a zone or fixture, the name of an aisle, or a hall with all that is in it.

    Raises:
        Refused: a booth of the hall is let.
    """
    item = _item(show, key)
    edits: list[Edit] = []
    if isinstance(item, Hall):
        booths = show.booths.where("hall", item.id)
        let = [row for row in booths if row.exhibitor is not None]
        if let:
            raise Refused(
                counted("{number} booth in it are let", "{number} booths in it are let", len(let)),
                item.name,
                _("Release them first."),
            )
        edits += [remove(row) for row in booths]
        edits += [remove(row) for row in show.zones.where("hall", item.id)]
        edits += [remove(row) for row in show.fixtures.where("hall", item.id)]
        edits += [remove(row) for row in show.underlays.where("hall", item.id)]
        edits += [remove(row) for row in show.aisles.where("hall", item.id)]
    edits.append(remove(item))
    return with_types(show, Change.of("delete-item", f"Delete {called(item)}", edits))


def _item(show: Show, key: str) -> Item:
    item = floor_item(show, key)
    if item is None:
        raise Refused(_("It no longer exists"), mend=_("Select another."))
    return item
