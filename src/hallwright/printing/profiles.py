"""Print profiles: what a PDF for a printer or a print shop has to be, as files that a user can edit.

A profile ``pdfx4`` is ``print-profiles/pdfx4.json`` among the program's resources; a file of that name in the folder
``print-profiles`` of the user's data takes its place, and further files there are further profiles.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.paths import resources, user_data

DEFAULT = "office"
X4, X1A = "PDF/X-4", "PDF/X-1a:2003"
CHOICES: Mapping[str, tuple[str, ...]] = {
    "standard": ("", X4, X1A),
    "pdf_version": ("1.3", "1.4", "1.5", "1.6", "1.7", "2.0"),
    "colours": ("cmyk", "any"),
    "spot_colours": ("allowed", "forbidden"),
    "transparency": ("allowed", "forbidden"),
    "layers": ("allowed", "forbidden"),
    "black_text": ("on-colour", "everywhere", "any"),
    "black_text_inks": ("black-only", "any"),
    "black_areas": ("any", "black-only", "rich"),
    "page_sizes": ("same", "any"),
}
"""What a profile chooses, and among what."""
UNSAID: Mapping[str, str] = {"black_text_inks": "black-only", "black_areas": "any"}
"""What goes where a profile says nothing: choices that came after profiles were written."""
LIMITS = frozenset(
    (
        "ink_percent",
        "black_area_mm2",
        "hairline_pt",
        "text_pt",
        "image_ppi",
        "bitmap_ppi",
        "bleed_mm",
        "mark_offset_mm",
        "mark_length_mm",
        "mark_pt",
    )
)
"""What a profile may limit."""
_FOLDER = "print-profiles"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_FILE = re.compile(r"[\w][\w .+-]*")
_MOST = 10_000
_LONGEST = 1_000_000
"""Bytes of a profile; a real one has a few thousand."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A printing condition as an output intent names it.

    Attributes:
        identifier: its name in a registry, e.g. ``FOGRA39``.
        name: for reading, e.g. ``Coated FOGRA39 (ISO 12647-2:2004)``.
        registry: URL of the registry; empty when the identifier is in none.
        icc: the ICC profile that describes it.
    """

    identifier: str
    name: str
    registry: str
    icc: Path


@dataclass(frozen=True, slots=True)
class PrintProfile:
    """What a print run must be.

    Attributes:
        name: of its file.
        title, title_native: for reading.
        choices: by the names of ``CHOICES``.
        limits: by the names of ``LIMITS``, in the unit each name ends with; what is missing is not limited.
        sources: where a choice or a limit is from, by its name.
        condition: the printing condition, or None for a profile without one.
    """

    name: str
    title: str
    title_native: str
    choices: Mapping[str, str]
    limits: Mapping[str, float]
    sources: Mapping[str, str]
    condition: Condition | None

    @property
    def standard(self) -> str:
        """``PDF/X-4``, ``PDF/X-1a:2003`` or empty."""
        return self.choices["standard"]

    @property
    def for_press(self) -> bool:
        """Whether it asks for the inks of a press, not for a screen's colours."""
        return self.choices["colours"] == "cmyk"

    def limit(self, name: str, without: float = 0.0) -> float:
        """Return a limit, or another number where the profile has none."""
        return self.limits.get(name, without)


def names() -> list[str]:
    """Return the names of all print profiles, the default first."""
    found = {path.stem for folder in _folders() for path in folder.glob("*.json") if _NAME.fullmatch(path.stem)}
    return sorted(found, key=lambda name: (name != DEFAULT, name))


def load(name: str = "") -> PrintProfile:
    """Return a print profile by its name; the default for an empty one.

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
                        _("The print profile cannot be read ({reason})").format(reason=error.strerror), str(path)
                    ) from None
    raise Refused(
        _("There is no print profile {name}").format(name=name),
        mend=_("Take one of: {names}.").format(names=", ".join(names())),
    )


def _folders() -> tuple[Path, Path]:
    return user_data() / _FOLDER, resources() / _FOLDER


@lru_cache(maxsize=16)
def _read(path: Path, _changed: int) -> PrintProfile:
    """Read a profile; kept until the file changes."""
    if path.stat().st_size > _LONGEST:
        raise _bad(path, _("it is too long"))
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise _bad(path, _("it is no JSON: {reason}").format(reason=str(error).splitlines()[0])) from None
    table = _table(path, document, "the file")
    choices, limits, sources = {}, {}, {}
    for key, entry in _entries(path, table, "choices", frozenset(CHOICES)):
        value = entry.get("value")
        if value not in CHOICES[key]:
            raise _bad(
                path,
                _("choices.{key} is not one of {values}").format(
                    key=key, values=", ".join(one or '""' for one in CHOICES[key])
                ),
            )
        choices[key], sources[key] = str(value), str(entry.get("source", "unsourced"))
    for key in CHOICES:
        if key in UNSAID:
            choices.setdefault(key, UNSAID[key])
        if key not in choices:
            raise _bad(path, _("choices.{key} is missing").format(key=key))
    for key, entry in _entries(path, table, "limits", LIMITS):
        limits[key], sources[key] = _number(path, entry.get("value"), key), str(entry.get("source", "unsourced"))
    profile = PrintProfile(
        path.stem,
        str(table.get("title") or path.stem),
        str(table.get("title_native", "")),
        choices,
        limits,
        sources,
        _condition(path, table.get("condition")),
    )
    if profile.for_press != bool(profile.standard):
        raise _bad(path, _("a PDF/X standard and CMYK colours go together"))
    if profile.for_press and profile.condition is None:
        raise _bad(path, _("a profile for the press needs a condition"))
    return profile


def _condition(path: Path, value: Any) -> Condition | None:
    if value is None:
        return None
    table = _table(path, value, "condition")
    icc = str(table.get("icc", ""))
    if not _FILE.fullmatch(icc):
        raise _bad(path, _("condition.icc is no name of a file beside it"))
    beside = path.parent / icc
    return Condition(
        str(table.get("identifier") or "Custom"),
        str(table.get("name", "")),
        str(table.get("registry", "")),
        beside if beside.is_file() else resources() / _FOLDER / icc,
    )


def _entries(
    path: Path, table: Mapping[str, Any], part: str, known: frozenset[str]
) -> list[tuple[str, Mapping[str, Any]]]:
    found = []
    for key, entry in _table(path, table.get(part, {}), part).items():
        if key not in known:
            # A limit spelt wrongly would be a limit that is silently not kept.
            raise _bad(
                path,
                _("{part} knows no {key}; it knows {known}").format(part=part, key=key, known=", ".join(sorted(known))),
            )
        found.append((key, _table(path, entry, f"{part}.{key}")))
    return found


def _table(path: Path, value: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _bad(path, _("{place} is no table").format(place=place))
    return value


def _number(path: Path, value: Any, key: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _MOST:
        raise _bad(
            path,
            _("{place} is no number from {least} to {most}").format(place=f"limits.{key}.value", least=0, most=_MOST),
        )
    return float(value)


def _bad(path: Path, what: str) -> Refused:
    return Refused(
        _("The print profile {name} cannot be used: {what}").format(name=path.stem, what=what),
        str(path),
        _("Mend the file, or remove it."),
    )
