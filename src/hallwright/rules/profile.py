"""Rule profiles: named sets of limits, heights and prices, as files that a user can edit.

A profile ``shanghai`` is ``profiles/shanghai.json`` among the program's resources; a file of that name in the folder
``profiles`` of the user's data takes its place, and further files there are further profiles.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.paths import resources, user_data

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
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_LARGEST = 1_000_000
_LONGEST = 1_000_000
"""Bytes of a profile; a real one has a few thousand."""


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
    found = {path.stem for folder in _folders() for path in folder.glob("*.json") if _NAME.fullmatch(path.stem)}
    return sorted(found, key=lambda name: (name != DEFAULT, name))


def load(name: str = "") -> Profile:
    """Return a profile by its name; the default for an empty one.

    Raises:
        Refused: there is none of that name, or its file is not as it should be.
    """
    name = name.strip() or DEFAULT
    if _NAME.fullmatch(name):
        for folder in _folders():
            path = folder / f"{name}.json"
            if path.is_file():
                try:
                    return _read(path, path.stat().st_mtime_ns)
                except OSError as error:
                    raise Refused(
                        _("The rule profile cannot be read ({reason})").format(reason=error.strerror), str(path)
                    ) from None
    raise Refused(
        _("There is no rule profile {name}").format(name=name),
        mend=_("Take one of: {names}.").format(names=", ".join(names())),
    )


def profile_of(show: Show) -> Profile:
    """Return the profile that a show's event names; the program's own default where that cannot be used."""
    return profile_named(show.event.profile)


def profile_named(name: str) -> Profile:
    """Return the profile of a name; the program's own default where that cannot be used."""
    try:
        return load(name)
    except Refused:
        path = resources() / "profiles" / f"{DEFAULT}.json"
        return _read(path, path.stat().st_mtime_ns)


def _folders() -> tuple[Path, Path]:
    return user_data() / "profiles", resources() / "profiles"


@lru_cache(maxsize=32)
def _read(path: Path, _changed: int) -> Profile:
    """Read a profile; kept until the file changes."""
    if path.stat().st_size > _LONGEST:
        raise _bad(path, _("it is too long"))
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise _bad(path, _("it is no JSON: {reason}").format(reason=str(error).splitlines()[0])) from None
    table = _table(path, document, "the file")
    prices = {}
    for kind, entry in _table(path, table.get("prices", {}), "prices").items():
        row = _table(path, entry, f"prices.{kind}")
        _known(path, kind, KINDS, "prices")
        surcharge = _number(path, row.get("surcharge_percent", 0), f"prices.{kind}.surcharge_percent", least=-100)
        prices[kind] = Price(str(row.get("class", "")), surcharge, str(row.get("source", "unsourced")))
    return Profile(
        path.stem,
        str(table.get("title") or path.stem),
        str(table.get("title_native", "")),
        _limits(path, table, "limits", LIMITS),
        _limits(path, table, "heights_mm", KINDS),
        prices,
    )


def _limits(path: Path, table: Mapping[str, Any], part: str, known: frozenset[str]) -> dict[str, Limit]:
    found = {}
    for key, entry in _table(path, table.get(part, {}), part).items():
        _known(path, key, known, part)
        row = _table(path, entry, f"{part}.{key}")
        value = _number(path, row.get("value"), f"{part}.{key}.value")
        strict = row.get("strict", False)
        if not isinstance(strict, bool):
            raise _bad(path, _("{place} is neither true nor false").format(place=f"{part}.{key}.strict"))
        found[key] = Limit(value, str(row.get("source", "unsourced")), strict)
    return found


def _table(path: Path, value: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _bad(path, _("{place} is no table").format(place=place))
    return value


def _known(path: Path, key: str, known: frozenset[str], part: str) -> None:
    if key not in known:
        # A limit spelt wrongly would be a limit that is silently not kept.
        raise _bad(
            path,
            _("{part} knows no {key}; it knows {known}").format(part=part, key=key, known=", ".join(sorted(known))),
        )


def _number(path: Path, value: Any, place: str, least: float = 0) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= _LARGEST:
        raise _bad(
            path,
            _("{place} is no number from {least} to {most}").format(place=place, least=f"{least:g}", most=_LARGEST),
        )
    return float(value)


def _bad(path: Path, what: str) -> Refused:
    return Refused(
        _("The rule profile {name} cannot be used: {what}").format(name=path.stem, what=what),
        str(path),
        _("Mend the file, or remove it."),
    )
