"""The drops that go with the booths in hand, looked up once a gesture."""

from collections.abc import Sequence

from hallwright.expo.show import Show
from hallwright.expo.space import Fixture
from hallwright.expo.supplies import supplied


class Carrying:
    """Knows which drops stand in the booths of a gesture, as long as neither plan nor booths are others."""

    def __init__(self) -> None:
        self._of: tuple[Show, list[str]] | None = None
        self._drops: dict[str, Fixture] = {}

    def drops(self, show: Show, ids: Sequence[str]) -> dict[str, Fixture]:
        """Return the drops in some booths by id."""
        if self._of is None or self._of[0] is not show or self._of[1] != list(ids):
            self._of = show, list(ids)
            found = supplied(show, [show.booths[key] for key in ids])
            self._drops = {drop.id: drop for drops in found.values() for drop in drops}
        return self._drops
