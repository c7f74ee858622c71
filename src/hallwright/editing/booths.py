"""Edits of booths: draw, move, reshape, number, retype, block, delete."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from hallwright.editing.change import Change, amend, create, remove
from hallwright.editing.journal import NUDGE
from hallwright.editing.numbering import renumbered
from hallwright.editing.supplying import carried, taken_away, with_drops
from hallwright.editing.typing_booths import with_types
from hallwright.expo.lengths import told
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus, Construction
from hallwright.geometry.outline import Outline, bounds, moved
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.ids import new_id
from hallwright.support.text import count_of, one_line

_LAST_DIGITS = re.compile(r"(\d+)(?!.*\d)")
SMALLEST = 300
"""Shortest side of a booth that is drawn, in mm: less is a slip of the mouse."""


def draw(show: Show, hall: str, outline: Outline, **values: Any) -> Change:
    """Add a booth to a hall; ``values`` are further fields of the Booth.

    Its open sides, and those of its neighbours, follow from the plan unless ``values`` give them.
    """
    _required_hall(show, hall)
    if not outline or min(bounds(outline).width, bounds(outline).height) < SMALLEST:
        raise Refused(
            _("A booth is at least {smallest} wide and deep").format(smallest=told(SMALLEST)),
            show.halls[hall].name,
            _("Draw it larger."),
        )
    booth = Booth(
        id=new_id(), hall=hall, outline=outline, **{"number": "", "sides_fixed": "open_sides" in values, **values}
    )
    _require_free(show, booth.hall, booth.number, ())
    return with_types(show, Change.of("draw-booth", f"Draw booth {booth.number}".rstrip(), [create(booth)]))


def move(show: Show, ids: Iterable[str], dx: int, dy: int) -> Change:
    """Shift booths by whole millimetres; they and their neighbours, old and new, take the type that then shows.

    The drops that stand in them go along.
    """
    booths = _booths(show, ids)
    edits = [amend(booth, outline=moved(booth.outline, dx, dy)) for booth in booths]
    drops = carried(show, booths, lambda _booth, outline: moved(outline, dx, dy))
    return with_types(show, Change.of("move-booths", f"Move {_named(booths)}{with_drops(drops)}", edits + drops))


def nudge(show: Show, ids: Iterable[str], dx: int, dy: int) -> Change:
    """Shift booths by a key; a run of these is taken back as one step."""
    return replace(move(show, ids, dx, dy), operation=NUDGE)


def reshape(show: Show, booth: str, outline: Outline) -> Change:
    """Give a booth a new outline; one that crosses itself makes it a draft, a sound one mends a draft."""
    row = _booths(show, [booth])[0]
    if len(outline) < 3:
        raise Refused(
            _("An outline needs at least three corners"),
            _("booth {number}").format(number=row.number),
            _("Add corners."),
        )
    change = Change.of("reshape-booth", f"Reshape {_named([row])}", [amend(row, outline=outline)])
    return with_types(show, change)


def renumber(show: Show, booth: str, number: str) -> Change:
    """Give a booth another number.

    Raises:
        Refused: another booth of the hall bears it.
    """
    row = _booths(show, [booth])[0]
    number = one_line(number)
    _require_free(show, row.hall, number, [row.id])
    return Change.of("renumber-booth", f"Number {row.number or 'booth'} → {number}", [renumbered(row, number)])


def number_run(show: Show, ids: Sequence[str], first: str, step: int = 1) -> Change:
    """Number booths in the given order, counting up the last digits of ``first``: A01, A02, ... A10.

    Raises:
        Refused: ``first`` has no digits, or a number is borne by a booth that is not renumbered.
    """
    booths = _booths(show, ids)
    numbers = numbers_from(first, len(booths), step)
    ours = frozenset(ids)
    for hall in {booth.hall for booth in booths}:
        # Looked at once: one by one, a sweep over a hundred of 20,000 booths would take half a second.
        taken = {row.number.casefold() for row in show.booths.where("hall", hall) if row.id not in ours}
        for booth, number in zip(booths, numbers, strict=True):
            if booth.hall == hall and number.casefold() in taken:
                _require_free(show, hall, number, ids)
    summary = f"Number {count_of(len(booths), 'booth')} {numbers[0]}-{numbers[-1]}" if booths else "Number booths"
    return Change.of("number-booths", summary, [renumbered(b, n) for b, n in zip(booths, numbers, strict=True)])


def numbers_from(first: str, count: int, step: int = 1) -> list[str]:
    """Return ``count`` numbers that start at ``first`` and keep its digits' width."""
    first = one_line(first)
    match = _LAST_DIGITS.search(first)
    if match is None:
        raise Refused(
            _("'{first}' has no digits to count up").format(first=first), mend=_("Start with a number like A01.")
        )
    start, width = int(match[1]), len(match[1])
    return [f"{first[: match.start()]}{start + k * step:0{width}d}{first[match.end() :]}" for k in range(count)]


def retype(
    show: Show, ids: Iterable[str], construction: Construction | None = None, open_sides: int | None = None
) -> Change:
    """Set construction (raw or shell) and open sides (0 to 4) of booths; None leaves as it is.

    Open sides set so stay, whatever comes to stand beside the booth, until ``type_by_geometry`` releases them.
    """
    if open_sides is not None and not 0 <= open_sides <= 4:
        raise Refused(_("A booth has 0 to 4 open sides, not {open_sides}").format(open_sides=open_sides))
    booths = _booths(show, ids)
    values: dict[str, Any] = {}
    if construction is not None:
        values["construction"] = construction
    if open_sides is not None:
        values |= {"open_sides": open_sides, "sides_fixed": True}
    return Change.of("retype-booths", f"Retype {_named(booths)}", [amend(booth, **values) for booth in booths])


def block(show: Show, ids: Iterable[str], blocked: bool = True) -> Change:
    """Take free booths out of sale, or give blocked ones back.

    Raises:
        Refused: a booth is let.
    """
    booths = _booths(show, ids)
    for booth in booths:
        if booth.exhibitor is not None:
            raise Refused(
                _("It is let, so it cannot be blocked"),
                _("booth {number}").format(number=booth.number),
                _("Release it first."),
            )
    status = BoothStatus.BLOCKED if blocked else BoothStatus.AVAILABLE
    verb = "Block" if blocked else "Unblock"
    return Change.of("block-booths", f"{verb} {_named(booths)}", [amend(booth, status=status) for booth in booths])


def annotate(show: Show, booth: str, note: str) -> Change:
    """Set the staff's note on a booth."""
    row = _booths(show, [booth])[0]
    return Change.of("annotate-booth", f"Note on {_named([row])}", [amend(row, note=note.strip())])


def delete(show: Show, ids: Iterable[str]) -> Change:
    """Delete booths and the drops in them; exhibitors stay, without a booth, and so do drops that bear a name."""
    booths = _booths(show, ids)
    drops, kept = taken_away(show, booths)
    summary = f"Delete {_named(booths)}{with_drops(drops)}"
    if kept:
        summary += f"; {count_of(kept, 'named drop')} left"
    return with_types(show, Change.of("delete-booths", summary, [*map(remove, booths), *drops]))


def _booths(show: Show, ids: Iterable[str]) -> list[Booth]:
    rows = []
    for key in ids:
        if key not in show.booths:
            raise Refused(_("The booth no longer exists"), mend=_("Select another."))
        rows.append(show.booths[key])
    return rows


def _named(booths: Sequence[Booth]) -> str:
    return booths[0].number or "booth" if len(booths) == 1 else count_of(len(booths), "booth")


def _required_hall(show: Show, hall: str) -> None:
    if hall not in show.halls:
        raise Refused(_("The hall no longer exists"), mend=_("Choose another hall."))


def _require_free(show: Show, hall: str, number: str, except_for: Sequence[str]) -> None:
    if not number:
        return
    wanted = number.casefold()
    for other in show.booths.where("hall", hall):
        if other.number.casefold() == wanted and other.id not in except_for:
            raise Refused(
                _("Number {number} is already taken").format(number=number),
                show.halls[hall].name,
                _("Choose another or renumber that booth."),
            )
