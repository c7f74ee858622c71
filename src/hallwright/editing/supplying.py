"""What becomes of the drops - power, water, data, air - that stand in a booth when the booth is edited."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from hallwright.editing.change import Edit, amend, create, remove
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Fixture
from hallwright.expo.supplies import supplied
from hallwright.geometry.outline import Outline
from hallwright.support.ids import new_id
from hallwright.support.text import count_of

Carry = Callable[[Booth, Outline], Outline]
"""Where an outline that goes with a booth comes to lie."""


def carried(show: Show, booths: Sequence[Booth], carry: Carry) -> list[Edit]:
    """Return the edits by which the drops in booths go where their booths go."""
    found = supplied(show, booths)
    edits = [amend(drop, outline=carry(row, drop.outline)) for row in booths for drop in found.get(row.id, ())]
    return [edit for edit in edits if edit.before is not edit.after]


def copied(drops: Iterable[Fixture], hall: str, dx: int, dy: int) -> list[Edit]:
    """Return the edits that add copies of drops to a hall, shifted by millimetres."""
    return [
        create(
            replace(
                drop,
                id=new_id(),
                revision=0,
                hall=hall,
                outline=tuple((x + dx, y + dy) for x, y in drop.outline),
            )
        )
        for drop in drops
    ]


def taken_away(show: Show, booths: Sequence[Booth]) -> tuple[list[Edit], int]:
    """Return the edits that delete the drops of booths that are deleted, and how many stay.

    What was put there for the exhibitor goes with the booth. A drop that bears a name of its own is taken for one of
    the venue, which is still in the floor when the booth is gone.
    """
    drops = [drop for rows in supplied(show, booths).values() for drop in rows]
    gone = [remove(drop) for drop in drops if not drop.name and not drop.name_native]
    return gone, len(drops) - len(gone)


def with_drops(edits: Sequence[Edit]) -> str:
    """Return `` with 2 drops`` to end a summary, or an empty text."""
    return f" with {count_of(len(edits), 'drop')}" if edits else ""
