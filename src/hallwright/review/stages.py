"""Where the exhibitor of each booth stands, kept until something changes that it follows from."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hallwright.expo.event import Event
from hallwright.expo.people import Exhibitor
from hallwright.expo.review import Packet, Reply
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Fixture, Hall, Zone
from hallwright.review.standing import Stage, Standing, standings

_KINDS = (Event, Hall, Zone, Fixture, Exhibitor, Booth, Packet, Reply)


class Stages:
    """Asked again and again for one show after the other; works out only what is new."""

    def __init__(self) -> None:
        self._tables: tuple[Any, ...] = ()
        self._standings: list[Standing] = []
        self._by_booth: dict[str, Stage] = {}

    def all(self, show: Show) -> list[Standing]:
        """Return where all exhibitors stand, in table order."""
        today = date.today()  # noqa: DTZ011 - deadlines are of the user's own calendar
        tables = (*(show.tables[kind] for kind in _KINDS), today)
        if len(tables) != len(self._tables) or any(
            one is not other for one, other in zip(tables[:-1], self._tables[:-1], strict=True)
        ):
            self._standings = standings(show, today)
            self._tables = tables
            self._by_booth = {
                booth.id: one.stage
                for one in self._standings
                for booth in show.booths.where("exhibitor", one.exhibitor.id)
            }
        return self._standings

    def by_booth(self, show: Show) -> Mapping[str, Stage]:
        """Return where the exhibitor of each let booth stands, by the booth's id."""
        self.all(show)
        return self._by_booth
