"""Print profiles: what a PDF for a printer or a print shop has to be, as files that a user can edit.

A profile ``pdfx4`` is ``print-profiles/pdfx4.json`` among the program's resources; a file of that name in the folder
``print-profiles`` of the user's data takes its place, and further files there are further profiles.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hallwright.support.i18n import N_, _
from hallwright.support.paths import resources, user_data
from hallwright.support.shelf import UNSOURCED, Held, Shelf, Words

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
_FILE = re.compile(r"[\w][\w .+-]*")
_MOST = 10_000


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
    return _SHELF.names()


def load(name: str = "") -> PrintProfile:
    """Return a print profile by its name; the default for an empty one.

    Raises:
        Refused: there is none of that name, or its file is not as it should be.
    """
    return _SHELF.load(name)


def _folders() -> tuple[Path, Path]:
    return user_data() / _FOLDER, resources() / _FOLDER


def _read(held: Held) -> PrintProfile:
    choices, limits, sources = {}, {}, {}
    for key, entry in held.entries("choices", frozenset(CHOICES)):
        value = entry.get("value")
        if value not in CHOICES[key]:
            raise held.bad(
                _("choices.{key} is not one of {values}").format(
                    key=key, values=", ".join(one or '""' for one in CHOICES[key])
                )
            )
        choices[key], sources[key] = str(value), str(entry.get("source", UNSOURCED))
    for key in CHOICES:
        if key in UNSAID:
            choices.setdefault(key, UNSAID[key])
        if key not in choices:
            raise held.bad(_("choices.{key} is missing").format(key=key))
    for key, entry in held.entries("limits", LIMITS):
        limits[key] = held.as_number(entry.get("value"), f"limits.{key}.value", _MOST)
        sources[key] = str(entry.get("source", UNSOURCED))
    profile = PrintProfile(
        held.path.stem,
        held.text("title") or held.path.stem,
        held.text("title_native"),
        choices,
        limits,
        sources,
        _condition(held),
    )
    if profile.for_press != bool(profile.standard):
        raise held.bad(_("a PDF/X standard and CMYK colours go together"))
    if profile.for_press and profile.condition is None:
        raise held.bad(_("a profile for the press needs a condition"))
    return profile


def _condition(held: Held) -> Condition | None:
    value = held.table.get("condition")
    if value is None:
        return None
    table = held.as_table(value, "condition")
    icc = str(table.get("icc", ""))
    if not _FILE.fullmatch(icc):
        raise held.bad(_("condition.icc is no name of a file beside it"))
    beside = held.path.parent / icc
    return Condition(
        str(table.get("identifier") or "Custom"),
        str(table.get("name", "")),
        str(table.get("registry", "")),
        beside if beside.is_file() else resources() / _FOLDER / icc,
    )


_SHELF = Shelf(
    _folders,
    DEFAULT,
    Words(
        N_("There is no print profile {name}"),
        N_("The print profile cannot be read ({reason})"),
        N_("The print profile {name} cannot be used: {what}"),
    ),
    _read,
)
