"""Type by geometry: open sides follow what adjoins a booth, unless they were set by hand."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from hallwright.editing.change import Change, Edit, amend
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import BOOTH_TYPES, SOLID, Booth, Fixture, FixtureKind, Hall
from hallwright.geometry.adjoining import SERVICE_GAP, TOUCHING, Frontage, frontages, open_edges
from hallwright.geometry.outline import Outline, bounds
from hallwright.geometry.overlap import changed_floor
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.text import count_of

_FEW = 500
"""Up to so many booths their surroundings are gathered first; of more, all of the hall is looked at."""
END_CAP = 6_000
"""A peninsula with a side shorter than this, in mm, is the end cap of two rows (20 ft, rounded down)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a booth stands, in the field's words.

    Attributes:
        kind: enclosed, inline, perimeter, corner, end-cap, peninsula, split-island or island.
        sides: open sides by geometry, whatever was set by hand.
        frontage: mm on an aisle.
        perimeter: its back is against a wall.
    """

    kind: str
    sides: int
    frontage: int
    perimeter: bool


def type_by_geometry(show: Show, ids: Iterable[str], *, release: bool = False) -> Change:
    """Set the open sides of booths by what adjoins them.

    Args:
        show: the show as it is.
        ids: booths; drafts stay as they are.
        release: also booths whose sides were set by hand, which then are no longer.

    Raises:
        Refused: a booth no longer exists.
    """
    booths = []
    for key in ids:
        if key not in show.booths:
            raise Refused(_("The booth no longer exists"), mend=_("Select another."))
        booths.append(show.booths[key])
    free = [booth for booth in booths if release or not booth.sides_fixed]
    sides = _sides(show, free)
    edits = [
        amend(booth, open_sides=sides[booth.id], sides_fixed=False if release else booth.sides_fixed)
        for booth in free
        if booth.id in sides
    ]
    named = booths[0].number or "booth" if len(booths) == 1 else count_of(len(booths), "booth")
    return Change.of("type-booths", f"Type {named} by geometry", edits)


def with_types(show: Show, change: Change) -> Change:
    """Return a change together with the open sides that follow from it.

    Booths that it adds, moves or reshapes, and all that stand beside where they were and where they are, take the sides
    that the plan then shows, unless those were set by hand. So do booths beside walls and rooms that it adds, moves or
    takes away, and beside a wall of the hall that it moves. Costs about 3 ms for 50 booths among 20,000.

    Args:
        show: the show before the change.
        change: any change; one that moves no outline comes back as it is.
    """
    places = [outline for edit in change for outline in _places(edit)]
    if not places:
        return change
    # Asked for here they are kept with the show, so that the next change finds them; ``after`` is soon forgotten.
    show.booths.boxes()
    after = change.applied(show)
    halls = {_hall_of(row) for edit in change for row in edit}
    near = [b for b in after.booths.near(places, SERVICE_GAP) if b.hall in halls and not b.sides_fixed]
    sides = _sides(after, near)
    typed = {b.id: sides[b.id] for b in near if b.id in sides and sides[b.id] != b.open_sides}
    if not typed:
        return change
    edits = [_retyped(edit, typed) for edit in change]
    edits += [amend(show.booths[key], open_sides=count) for key, count in typed.items()]
    return Change.of(change.operation, change.summary, edits)


def standing(show: Show, booth: str) -> Standing | None:
    """Return how a booth stands now; None for a draft or one that is gone. Costs well under a millisecond."""
    row = show.booths.get(booth)
    return None if row is None else standings(show, [row]).get(booth)


def standings(show: Show, booths: Sequence[Booth]) -> dict[str, Standing]:
    """Return how booths stand now, by id; drafts are left out. Of thousands it takes tens of milliseconds."""
    rows = {booth.id: booth for booth in booths}
    found = {}
    for key, front in _frontages(show, booths).items():
        row = rows[key]
        sides = row.open_sides if row.sides_fixed else front.sides
        found[key] = Standing(_kind(show, row, sides, front), front.sides, front.length, front.perimeter)
    return found


def open_sides_of(show: Show, booth: Booth) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Return the edges of a booth that lie on an aisle, as their ends in mm; none where they were set by hand
    and are not what the plan shows.
    """
    if booth.draft or booth.hall not in show.halls:
        return []
    around = {
        one.id: one.outline for one in show.booths.near([booth.outline], SERVICE_GAP + 1) if one.hall == booth.hall
    }
    solids = [row.outline for row in show.fixtures.where("hall", booth.hall) if row.kind in SOLID]
    found = open_edges(show.halls[booth.hall].outline, booth.id, around, solids)
    known = standings(show, [booth]).get(booth.id)
    return found if known is not None and known.sides == booth.open_sides else []


def _kind(show: Show, booth: Booth, sides: int, found: Frontage) -> str:
    if sides == 1 and found.perimeter:
        return "perimeter"
    if sides != 3:
        return BOOTH_TYPES[sides]
    if found.behind is not None:
        partner = show.booths[found.behind]
        other = _frontages(show, [partner]).get(partner.id)
        if other is not None and other.sides == 3 and other.behind == booth.id:
            return "split-island"
    box = bounds(booth.outline)
    return "end-cap" if min(box.width, box.height) < END_CAP - TOUCHING else "peninsula"


def _places(edit: Edit) -> list[Outline]:
    """Return where an edit changes what a booth may adjoin."""
    before, after = edit
    if isinstance(before, Hall) and isinstance(after, Hall):
        return changed_floor(before.outline, after.outline)
    was, now = _body(before), _body(after)
    return [] if was == now else [body[1] for body in (was, now) if body is not None]


def _body(row: Row | None) -> tuple[str, Outline, bool] | None:
    """Return hall and outline of what a booth may adjoin, and whether it is a wall; None for anything else."""
    if isinstance(row, Fixture) and row.kind not in SOLID:
        return None
    if isinstance(row, Booth | Fixture):
        return row.hall, row.outline, isinstance(row, Fixture) and row.kind is FixtureKind.WALL
    return None


def _hall_of(row: Row | None) -> str:
    return row.id if isinstance(row, Hall) else row.hall if isinstance(row, Booth | Fixture) else ""


def _retyped(edit: Edit, typed: dict[str, int]) -> Edit:
    """Give an edit's own row its sides, and take it off the list of those to be amended for their neighbours' sake."""
    after: Row | None = edit.after
    if isinstance(after, Booth) and after.id in typed:
        return Edit(edit.before, replace(after, open_sides=typed.pop(after.id)))
    return edit


def _sides(show: Show, booths: Sequence[Booth]) -> dict[str, int]:
    return {key: found.sides for key, found in _frontages(show, booths).items()}


def _frontages(show: Show, booths: Sequence[Booth]) -> dict[str, Frontage]:
    """Return the frontages of booths of any halls; drafts have none."""
    by_hall: dict[str, list[Booth]] = {}
    for booth in booths:
        if not booth.draft:
            by_hall.setdefault(booth.hall, []).append(booth)
    found: dict[str, Frontage] = {}
    for hall, some in by_hall.items():
        if hall in show.halls:
            found |= _in_hall(show, hall, some)
    return found


def _in_hall(show: Show, hall: str, booths: Collection[Booth]) -> dict[str, Frontage]:
    around: Iterable[Booth]
    if len(booths) <= _FEW:
        around = (b for b in show.booths.near([booth.outline for booth in booths], SERVICE_GAP + 1) if b.hall == hall)
    else:
        around = show.booths.where("hall", hall)
    outlines = {booth.id: booth.outline for booth in around}
    walls: list[Outline] = []
    others: list[Outline] = []
    for fixture in show.fixtures.where("hall", hall):
        if fixture.kind in SOLID:
            (walls if fixture.kind is FixtureKind.WALL else others).append(fixture.outline)
    return frontages(show.halls[hall].outline, outlines, walls, others, only=[booth.id for booth in booths])
