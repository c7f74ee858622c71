"""A hall shifted as a whole: storeys are drawn from one corner, the drawings that they were traced from are not."""

from collections.abc import Sequence

from hallwright.editing.change import Change, Edit, amend
from hallwright.expo.show import Show
from hallwright.expo.space import Aisle, Booth, Fixture, Zone
from hallwright.geometry.outline import bounds, moved
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

FARTHEST = 10_000_000
"""Coordinates beyond this, mm, are no hall's."""


def move_hall(show: Show, hall: str, dx: int, dy: int, *, underlays: bool = True) -> Change:
    """Shift a hall with all that is in it by whole millimetres: nothing in it changes its place towards the rest.

    Args:
        show: the show as it is.
        hall: id of the hall.
        dx: mm to the right.
        dy: mm down.
        underlays: take those beneath it along; else it is moved over them.

    Raises:
        Refused: there is no such hall, an underlay that would move is locked, or it would lie beyond 10 km.
    """
    if hall not in show.halls:
        raise Refused(_("The hall no longer exists"), mend=_("Choose another hall."))
    row = show.halls[hall]
    laid = show.underlays.where("hall", hall) if underlays else ()
    locked = next((one for one in laid if one.locked), None)
    if locked is not None:
        raise Refused(
            _("The underlay is locked"), locked.name, _("Unlock it first, or let underlays stay where they are.")
        )
    box = bounds(row.outline)
    if max(abs(side) for side in (box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)) > FARTHEST:
        raise Refused(_("It would lie more than 10 km off"), row.name, _("Give a shorter way."))
    edits: list[Edit] = [amend(one, outline=moved(one.outline, dx, dy)) for one in (row, *_placed(show, hall))]
    edits += [amend(one, x=one.x + dx, y=one.y + dy) for one in laid]
    return Change.of("move-hall", f"Move {row.name}", edits)


def concerned(show: Show, hall: str) -> int:
    """Return how many rows are moved with a hall, itself counted, as far as they have an outline."""
    return 1 + len(_placed(show, hall))


def _placed(show: Show, hall: str) -> Sequence[Zone | Fixture | Aisle | Booth]:
    return [
        *show.zones.where("hall", hall),
        *show.fixtures.where("hall", hall),
        *show.aisles.where("hall", hall),
        *show.booths.where("hall", hall),
    ]
