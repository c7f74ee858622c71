"""Floor: halls, zones, fixtures and booths, all in integer millimetres."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hallwright.expo.row import Row
from hallwright.geometry.outline import Outline, area, fault
from hallwright.support.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall(Row):
    """A room or a bounded part of one; its area less what does not count is the gross area.

    Attributes:
        storey: what people call its floor: G, 1, B1.
        north: bearing of the plan's upwards direction, tenths of a degree clockwise from north, 0 to 3599; None while
            nobody has said it.
    """

    name: str
    name_native: str = ""
    outline: Outline
    storey: str = ""
    north: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone(Row):
    """A named, coloured part of a hall by theme; ``colour`` is ``#rrggbb``."""

    hall: str
    name: str
    name_native: str = ""
    colour: str
    outline: Outline


class FixtureKind(StrEnum):
    """What stands in a hall and is not let."""

    COLUMN = "column"
    WALL = "wall"
    ENTRANCE = "entrance"
    EXIT = "exit"
    FIRE_EXIT = "fire-exit"
    HYDRANT = "hydrant"
    EXTINGUISHER = "extinguisher"
    PANEL = "electrical-panel"
    POWER = "power"
    WATER = "water"
    DATA = "data"
    AIR = "compressed-air"
    STAGE = "stage"
    SEATING = "seating"
    CATERING = "catering"
    TOILET = "toilet"
    INFORMATION = "information"
    REGISTRATION = "registration"
    FIRST_AID = "first-aid"
    CLOAKROOM = "cloakroom"
    OFFICE = "office"
    STORAGE = "storage"
    MEETING = "meeting-tables"
    RECRUITMENT = "recruitment-counter"
    NO_BUILD = "no-build"


SOLID = frozenset(
    (
        FixtureKind.WALL,
        FixtureKind.STAGE,
        FixtureKind.CATERING,
        FixtureKind.TOILET,
        FixtureKind.FIRST_AID,
        FixtureKind.CLOAKROOM,
        FixtureKind.OFFICE,
        FixtureKind.STORAGE,
        FixtureKind.NO_BUILD,
    )
)
"""Kinds that are no aisle to a booth beside them; chairs and counters are moved, rooms are not."""

FURNITURE = frozenset(
    (
        FixtureKind.SEATING,
        FixtureKind.INFORMATION,
        FixtureKind.REGISTRATION,
        FixtureKind.MEETING,
        FixtureKind.RECRUITMENT,
    )
)
"""Counters, tables and chairs: they adjoin no booth as a room does, but nobody walks through them either."""

DROPS = frozenset((FixtureKind.POWER, FixtureKind.WATER, FixtureKind.DATA, FixtureKind.AIR))
"""Where a supply comes out of the floor or the ceiling: points, inside booths as a rule, and in nobody's way."""


NOT_GROSS = frozenset((FixtureKind.CATERING, FixtureKind.OFFICE, FixtureKind.STORAGE))
"""Kinds that do not count to the gross area unless somebody says so (UFI)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixture(Row):
    """A fixture of a hall; points such as hydrants are drawn as a symbol over their small outline.

    ``gross`` is False for floor that does not count to the gross area, as catering, offices and storage do not.
    """

    hall: str
    kind: FixtureKind
    name: str = ""
    name_native: str = ""
    outline: Outline
    gross: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Aisle(Row):
    """A named piece of the free floor between booths; a main aisle has a width of its own in rule profiles."""

    hall: str
    name: str
    name_native: str = ""
    main: bool = False
    outline: Outline


class BoothStatus(StrEnum):
    """Where a booth stands between free and sold."""

    AVAILABLE = "available"
    HELD = "held"
    OFFERED = "offered"
    RESERVED = "reserved"
    CONFIRMED = "confirmed"
    BLOCKED = "blocked"


class Construction(StrEnum):
    """What the exhibitor gets: bare floor, or floor with walls and fascia."""

    RAW = "raw"
    SHELL = "shell"


BOOTH_TYPES = {0: "enclosed", 1: "inline", 2: "corner", 3: "peninsula", 4: "island"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Booth(Row):
    """The unit that is let.

    Attributes:
        number: what people call it; unique in a hall unless an import brought two of the same.
        open_sides: sides on an aisle, 0 to 4; they give the type.
        exhibitor: id of the exhibitor who has it, or None.
        held_until: local time at which a hold ends; None unless held.
        sides_fixed: the open sides were set by hand; what adjoins no longer changes them.
        former_numbers: numbers that the booth bore before, oldest first.
    """

    hall: str
    number: str
    outline: Outline
    construction: Construction = Construction.SHELL
    open_sides: int = 1
    status: BoothStatus = BoothStatus.AVAILABLE
    exhibitor: str | None = None
    held_until: datetime | None = None
    note: str = ""
    sides_fixed: bool = False
    former_numbers: tuple[str, ...] = ()

    @property
    def fault(self) -> str:
        """Why the outline is not sound, or an empty text."""
        return _(fault(self.outline))

    @property
    def draft(self) -> bool:
        """Kept, shown and mendable, but not valid: it counts for no area and no rule but its own."""
        return bool(fault(self.outline))

    @property
    def area(self) -> float:
        """Net area in mm2; 0 for a draft."""
        return 0.0 if self.draft else area(self.outline)

    @property
    def type(self) -> str:
        """Type by open sides: enclosed, inline, corner, peninsula or island."""
        return BOOTH_TYPES[self.open_sides]
