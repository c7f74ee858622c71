"""The Show: all rows of one expo, as immutable tables."""

from collections.abc import Callable, Hashable, Iterable, Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar, cast

from hallwright.expo.badges import Badge, Template
from hallwright.expo.event import Event, ThemeDay
from hallwright.expo.people import Exhibitor, Person
from hallwright.expo.review import Packet, Reply
from hallwright.expo.row import Row
from hallwright.expo.space import Aisle, Booth, Fixture, Hall, Zone
from hallwright.expo.underlay import Underlay
from hallwright.geometry.boxes import Boxes
from hallwright.geometry.outline import Outline, centre, contains

R = TypeVar("R", bound=Row)

_Groups = dict[Hashable, dict[str, R]]
_Pair = tuple[R | None, R | None]

KINDS: tuple[type[Row], ...] = (
    *(Event, ThemeDay, Hall, Underlay, Zone, Fixture, Aisle, Exhibitor, Booth, Person),
    *(Template, Badge, Packet, Reply),
)
"""Every entity, parents before children, so that rows can be written in this order."""


_FEW = 512
"""Up to so many changed rows, groups are carried along; more are grouped anew when they are asked for."""


class Table(Mapping[str, R]):
    """An immutable map from id to row that remembers how it was last grouped.

    A changed Show gets a new Table for each kind that changed; the others, with their groupings, are shared.
    """

    __slots__ = ("_asked", "_boxes", "_groups", "_pending", "_rows")

    def __init__(self, rows: dict[str, R] | None = None) -> None:
        self._rows: dict[str, R] = rows if rows is not None else {}
        self._groups: dict[str, _Groups[R]] = {}
        self._pending: dict[str, tuple[_Groups[R], tuple[_Pair[R], ...]]] = {}
        self._asked: dict[tuple[str, Hashable], tuple[R, ...]] = {}
        self._boxes: Boxes | None = None

    def __getitem__(self, key: str) -> R:
        return self._rows[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def keys(self) -> KeysView[str]:
        """Return the ids; as quick to compare with others as those of a dict."""
        return self._rows.keys()

    def by(self, attribute: str) -> Mapping[Hashable, tuple[R, ...]]:
        """Return the rows grouped by one attribute's value, in table order."""
        return {value: tuple(rows.values()) for value, rows in self._by(attribute).items()}

    def where(self, attribute: str, value: Hashable) -> tuple[R, ...]:
        """Return the rows whose attribute has this value, in table order."""
        known = self._asked.get((attribute, value))
        if known is None:
            known = self._asked[attribute, value] = tuple(self._by(attribute).get(value, {}).values())
        return known

    def _by(self, attribute: str) -> _Groups[R]:
        # Brought up to date when it is asked for: many a show of one step is never asked.
        waiting = self._pending.pop(attribute, None)
        if waiting is not None:
            known, pairs = waiting
            self._groups[attribute] = _regrouped(attribute, known, self._rows, pairs)
        if attribute not in self._groups:
            groups: _Groups[R] = {}
            for key, row in self._rows.items():
                groups.setdefault(getattr(row, attribute), {})[key] = row
            self._groups[attribute] = groups
        return self._groups[attribute]

    def near(self, outlines: Sequence[Outline], by: int) -> list[R]:
        """Return the rows whose box touches one of the outlines' boxes, these grown by some millimetres.

        Only for kinds with an outline.
        """
        return [self._rows[key] for key in self.boxes().near(outlines, by)]

    def boxes(self) -> Boxes:
        """Return the boxes of all rows; once asked for they are kept, and carried along when rows change."""
        if self._boxes is None:
            self._boxes = Boxes.of({key: _outline_of(row) for key, row in self._rows.items()})
        return self._boxes

    def replaced(self, pairs: Iterable[tuple[R | None, R | None]]) -> "Table[R]":
        """Return a table in which each ``before`` gives way to its ``after``; a changed row keeps its place."""
        rows = dict(self._rows)
        gone: list[str] = []
        drawn: dict[str, Outline] = {}
        pairs = tuple(pairs)
        for before, after in pairs:
            if after is not None:
                rows[after.id] = after
                if self._boxes is not None and (before is None or _outline_of(before) != _outline_of(after)):
                    drawn[after.id] = _outline_of(after)
            elif before is not None:
                del rows[before.id]
                gone.append(before.id)
        table = Table(rows)
        if self._boxes is not None:
            table._boxes = self._boxes.replaced(gone, drawn) if gone or drawn else self._boxes
        known = {attribute: (groups, pairs) for attribute, groups in self._groups.items()}
        known |= {attribute: (groups, earlier + pairs) for attribute, (groups, earlier) in self._pending.items()}
        table._pending = {attribute: one for attribute, one in known.items() if len(one[1]) <= _FEW}
        return table


def _regrouped(
    attribute: str, groups: _Groups[R], rows: dict[str, R], pairs: Sequence[_Pair[R]]
) -> dict[Hashable, dict[str, R]]:
    """Return groups brought up to date: made anew, 20,000 rows would cost each step of the hand 10 ms."""
    fresh = dict(groups)
    stale: set[Hashable] = set()
    copied: set[Hashable] = set()

    def own(value: Hashable) -> dict[str, R]:
        if value not in copied:
            fresh[value] = dict(fresh.get(value, {}))
            copied.add(value)
        return fresh[value]

    for before, after in pairs:
        was = getattr(before, attribute) if before is not None else None
        now = getattr(after, attribute) if after is not None else None
        if before is not None and (after is None or was != now):
            own(was).pop(before.id, None)
        if after is not None:
            own(now)[after.id] = after
            if before is not None and was != now:
                # Not at the end of its new group, but where the table has it.
                stale.add(now)
    for value in stale:
        fresh[value] = {key: row for key, row in rows.items() if getattr(row, attribute) == value}
    for value in copied | stale:
        if not fresh[value]:
            del fresh[value]
    return fresh


def _outline_of(row: Row) -> Outline:
    return cast("Outline", getattr(row, "outline", ()))


@dataclass(frozen=True, slots=True)
class Show:
    """One expo in memory. Safe to hand to another thread: nothing in it ever changes."""

    tables: Mapping[type[Row], Table[Any]] = field(default_factory=lambda: {kind: Table() for kind in KINDS})

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Self:
        """Build a Show from rows of any kind."""
        maps: dict[type[Row], dict[str, Row]] = {kind: {} for kind in KINDS}
        for row in rows:
            maps[type(row)][row.id] = row
        return cls({kind: Table(rows) for kind, rows in maps.items()})

    def table(self, kind: type[R]) -> Table[R]:
        """Return the table of one kind."""
        return cast("Table[R]", self.tables[kind])

    def rows(self) -> Iterator[Row]:
        """Yield every row, parents before children."""
        for kind in KINDS:
            yield from self.tables[kind].values()

    def replaced(self, pairs: Iterable[tuple[Row | None, Row | None]]) -> "Show":
        """Return the Show after the given ``(before, after)`` pairs; tables without a pair are shared."""
        grouped: dict[type[Row], list[tuple[Row | None, Row | None]]] = {}
        for before, after in pairs:
            row = after if after is not None else before
            if row is not None:
                grouped.setdefault(type(row), []).append((before, after))
        tables = dict(self.tables)
        for kind, some in grouped.items():
            tables[kind] = tables[kind].replaced(some)
        return Show(tables)

    @property
    def event(self) -> Event:
        """The event; an unnamed one while the project has none."""
        return next(iter(self.table(Event).values()), Event(id="event", name=""))

    @property
    def halls(self) -> Table[Hall]:
        """All halls."""
        return self.table(Hall)

    @property
    def zones(self) -> Table[Zone]:
        """All zones."""
        return self.table(Zone)

    @property
    def fixtures(self) -> Table[Fixture]:
        """All fixtures."""
        return self.table(Fixture)

    @property
    def aisles(self) -> Table[Aisle]:
        """All named aisles."""
        return self.table(Aisle)

    @property
    def underlays(self) -> Table[Underlay]:
        """All underlays, the lowest first."""
        return self.table(Underlay)

    @property
    def booths(self) -> Table[Booth]:
        """All booths, drafts included."""
        return self.table(Booth)

    @property
    def exhibitors(self) -> Table[Exhibitor]:
        """All exhibitors."""
        return self.table(Exhibitor)

    @property
    def people(self) -> Table[Person]:
        """All people with a badge."""
        return self.table(Person)

    @property
    def templates(self) -> Table[Template]:
        """All templates of badges."""
        return self.table(Template)

    @property
    def badges(self) -> Table[Badge]:
        """All badges that were printed, void ones included."""
        return self.table(Badge)

    @property
    def packets(self) -> Table[Packet]:
        """All proofs that were made for exhibitors, oldest first."""
        return self.table(Packet)

    @property
    def replies(self) -> Table[Reply]:
        """All answers to proofs, oldest first."""
        return self.table(Reply)

    @property
    def theme_days(self) -> Table[ThemeDay]:
        """All theme days."""
        return self.table(ThemeDay)

    def zone_of(self, booth: Booth) -> Zone | None:
        """Return the zone in which the middle of a booth lies, the last drawn first, or None."""
        zones = self.zones.where("hall", booth.hall)
        if not zones or not booth.outline:
            return None
        point = centre(booth.outline)
        return next((zone for zone in reversed(zones) if contains(zone.outline, *point)), None)

    def booths_of(self, exhibitor: Exhibitor) -> tuple[Booth, ...]:
        """Return the booths where an exhibitor stands: its own, or its host's for a co-exhibitor."""
        own = self.booths.where("exhibitor", exhibitor.id)
        return own or (self.booths.where("exhibitor", exhibitor.host) if exhibitor.host else ())

    def find(self, kind: type[R], test: Callable[[R], bool]) -> R | None:
        """Return the first row of a kind that passes a test, or None."""
        return next((row for row in self.table(kind).values() if test(row)), None)
