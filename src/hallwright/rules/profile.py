"""Rule profiles: named sets of limits, heights and prices, as files that a user can edit.

A profile ``shanghai`` is ``profiles/shanghai.json`` among the program's resources; a file of that name in the folder
``profiles`` of the user's data takes its place, and further files there are further profiles.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.support.paths import resources, user_data
from hallwright.support.shelf import UNSOURCED, Held, Shelf, Words

DEFAULT = "general"
LIMITS = frozenset(
    (
        "service_gap_mm",
        "aisle_mm",
        "main_aisle_mm",
        "exit_clear_mm",
        "hydrant_radius_mm",
        "fixed_gap_mm",
        "row_mm",
        "row_break_mm",
        "block_depth_mm",
        "wall_gap_mm",
        "travel_to_aisle_mm",
        "travel_to_exit_mm",
        "travel_to_exit_sprinklered_mm",
        "compartment_m2",
        "persons_per_m2",
        "exit_mm_per_person",
    )
)
"""What a profile may limit."""
KINDS = frozenset(("enclosed", "inline", "perimeter", "corner", "end-cap", "peninsula", "split-island", "island"))
"""Types of booths for which a profile has heights and prices."""
_FOLDER = "profiles"
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Limit:
    """A number and where it is from; ``unsourced`` if nobody has confirmed it.

    ``strict`` where the number itself is not allowed either: a row "shorter than 21 m", an aisle "wider than 6 m".
    """

    value: float
    source: str
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Price:
    """A price class and its surcharge in percent on the inline price."""

    name: str
    surcharge: float
    source: str


@dataclass(frozen=True, slots=True)
class Profile:
    """One set of limits.

    Attributes:
        name: of its file.
        title, title_native: for reading.
        limits: by the names of ``LIMITS``; what is missing is not limited.
        heights: greatest height in mm by type of booth.
        prices: price class by type of booth.
    """

    name: str
    title: str
    title_native: str
    limits: Mapping[str, Limit]
    heights: Mapping[str, Limit]
    prices: Mapping[str, Price]

    def mm(self, name: str) -> int | None:
        """Return a limit in millimetres, or None where the profile has none."""
        limit = self.limits.get(name)
        return round(limit.value) if limit is not None else None

    def number(self, name: str) -> float | None:
        """Return a limit that is no length, or None where the profile has none."""
        limit = self.limits.get(name)
        return limit.value if limit is not None else None

    def strict(self, name: str) -> bool:
        """Say whether the number of a limit is not allowed itself."""
        limit = self.limits.get(name)
        return limit is not None and limit.strict


def names() -> list[str]:
    """Return the names of all profiles, the default first."""
    return _SHELF.names()


def load(name: str = "") -> Profile:
    """Return a profile by its name; the default for an empty one.

    Raises:
        Refused: there is none of that name, or its file is not as it should be.
    """
    return _SHELF.load(name)


def profile_of(show: Show) -> Profile:
    """Return the profile that a show's event names; the program's own default where that cannot be used."""
    return profile_named(show.event.profile)


def profile_named(name: str) -> Profile:
    """Return the profile of a name; the program's own default where that cannot be used."""
    try:
        return load(name)
    except Refused:
        return _SHELF.read(resources() / _FOLDER / f"{DEFAULT}.json")


def _folders() -> tuple[Path, Path]:
    return user_data() / _FOLDER, resources() / _FOLDER


def _read(held: Held) -> Profile:
    prices = {}
    for kind, row in held.entries("prices", KINDS):
        surcharge = held.as_number(
            row.get("surcharge_percent", 0), f"prices.{kind}.surcharge_percent", _LARGEST, least=-100
        )
        prices[kind] = Price(str(row.get("class", "")), surcharge, str(row.get("source", UNSOURCED)))
    return Profile(
        held.path.stem,
        held.text("title") or held.path.stem,
        held.text("title_native"),
        _limits(held, "limits", LIMITS),
        _limits(held, "heights_mm", KINDS),
        prices,
    )


def _limits(held: Held, part: str, known: frozenset[str]) -> dict[str, Limit]:
    found = {}
    for key, row in held.entries(part, known):
        value = held.as_number(row.get("value"), f"{part}.{key}.value", _LARGEST)
        strict = row.get("strict", False)
        if not isinstance(strict, bool):
            raise held.bad(_("{place} is neither true nor false").format(place=f"{part}.{key}.strict"))
        found[key] = Limit(value, str(row.get("source", UNSOURCED)), strict)
    return found


_SHELF = Shelf(
    _folders,
    DEFAULT,
    Words(
        N_("There is no rule profile {name}"),
        N_("The rule profile cannot be read ({reason})"),
        N_("The rule profile {name} cannot be used: {what}"),
    ),
    _read,
)
