"""Sheets for badges, as files that a user can edit: paper with as many as fit, and label stock.

A sheet ``a4`` is ``badge-sheets/a4.json`` among the program's resources; a file of that name in the folder
``badge-sheets`` of the user's data takes its place, and further files there are further sheets.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallwright.drawing.imposing import Sheet
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.support.paths import resources, user_data
from hallwright.support.shelf import Held, Shelf, Words

SINGLE = "single"
"""One badge a page, without a sheet."""
_FOLDER = "badge-sheets"
_LARGEST = 2000.0
_MOST = 1000
_PAPER = ("width", "height")
_FILL = ("margin", "gap", "bleed")
_LABELS = ("columns", "rows", "width", "height", "left", "top", "across", "down")
_LABEL_BLEED = 1.0
"""mm of colour beyond a label's edge: nobody cuts label stock, but it does not lie quite true."""
_WORDS = Words(
    unknown=N_("There is no sheet of badges {name}"),
    unread=N_("The sheet of badges cannot be read: {reason}"),
    bad=N_("The sheet of badges {name} cannot be used: {what}"),
)


@dataclass(frozen=True, slots=True)
class Stock:
    """Paper or label stock for badges.

    Attributes:
        name: of its file.
        title, title_native: what to call it, in English and Chinese.
        paper: width and height, mm.
        fill: ``margin``, ``gap`` and ``bleed`` of paper that takes as many as fit; empty for labels.
        labels: ``columns``, ``rows``, ``width``, ``height``, ``left``, ``top``, ``across`` and ``down``; else empty.
    """

    name: str
    title: str
    title_native: str
    paper: tuple[float, float]
    fill: Mapping[str, float]
    labels: Mapping[str, float]

    def sheet(self, wide: float, high: float) -> Sheet:
        """Return how badges of a size in mm lie on it.

        Raises:
            Refused: not one fits.
        """
        return self._filled(wide, high) if self.fill else self._on_labels(wide, high)

    def _filled(self, wide: float, high: float) -> Sheet:
        margin, gap = self.fill["margin"], self.fill["gap"]
        across, down = (
            int((side - 2 * margin + gap) // (own + gap)) for side, own in zip(self.paper, (wide, high), strict=True)
        )
        # Paper lies in the printer as it likes: the way that takes more of them.
        paper = self.paper
        turned = tuple(
            int((side - 2 * margin + gap) // (own + gap)) for side, own in zip(paper[::-1], (wide, high), strict=True)
        )
        if turned[0] * turned[1] > across * down:
            paper, (across, down) = paper[::-1], turned
        if across < 1 or down < 1:
            raise self._too_large(wide, high)
        left = (paper[0] - across * wide - (across - 1) * gap) / 2
        top = (paper[1] - down * high - (down - 1) * gap) / 2
        cells = tuple((left + k * (wide + gap), top + j * (high + gap)) for j in range(down) for k in range(across))
        return Sheet(*paper, cells, (wide, high), self.fill["bleed"], gap / 2, marks=True)

    def _on_labels(self, wide: float, high: float) -> Sheet:
        of = self.labels
        if wide > of["width"] + 0.01 or high > of["height"] + 0.01:
            raise self._too_large(wide, high)
        columns, rows = int(of["columns"]), int(of["rows"])
        cells = tuple(
            (of["left"] + k * of["across"], of["top"] + j * of["down"]) for j in range(rows) for k in range(columns)
        )
        gap = min(of["across"] - of["width"], of["down"] - of["height"])
        bleed = max(min(_LABEL_BLEED, gap / 2), 0.0)
        return Sheet(*self.paper, cells, (of["width"], of["height"]), bleed, max(gap / 2, 0.0), marks=False)

    def _too_large(self, wide: float, high: float) -> Refused:
        return Refused(
            _("A badge of {wide} x {high} mm does not fit on {sheet}").format(
                wide=f"{wide:g}", high=f"{high:g}", sheet=self.name
            ),
            mend=_("Take another sheet, or a template of another size."),
        )


def _folders() -> tuple[Path, ...]:
    return user_data() / _FOLDER, resources() / _FOLDER


def _numbers(held: Held, part: str, known: tuple[str, ...]) -> dict[str, float]:
    """Return the numbers of a part, all of them or none."""
    found: dict[str, float] = {}
    for key, entry in held.entries(part, known):
        count = key in ("columns", "rows")
        value = held.as_number(entry.get("value"), f"{part}.{key}", _MOST if count else _LARGEST, 1 if count else 0)
        if count and value != int(value):
            raise held.bad(_("{place} is no whole number").format(place=f"{part}.{key}"))
        found[key] = value
    if found and len(found) < len(known):
        missing = next(key for key in known if key not in found)
        raise held.bad(_("{place} is missing").format(place=f"{part}.{missing}"))
    return found


def _stock(held: Held) -> Stock:
    known = ("title", "title_native", "about", "paper", "fill", "labels")
    for key in held.table:
        held.require("the file", key, known)
    paper, fill, labels = (
        _numbers(held, "paper", _PAPER),
        _numbers(held, "fill", _FILL),
        _numbers(held, "labels", _LABELS),
    )
    if not paper or min(paper.values()) < 20:
        raise held.bad(_("it has no paper of 20 mm or more"))
    if bool(fill) is bool(labels):
        raise held.bad(_("it has to have either fill or labels"))
    if labels:
        _require_inside(held, (paper["width"], paper["height"]), labels)
    title = held.text("title") or held.path.stem
    return Stock(
        held.path.stem, title, held.text("title_native") or title, (paper["width"], paper["height"]), fill, labels
    )


def _require_inside(held: Held, paper: tuple[float, float], of: Mapping[str, Any]) -> None:
    right = of["left"] + (of["columns"] - 1) * of["across"] + of["width"]
    bottom = of["top"] + (of["rows"] - 1) * of["down"] + of["height"]
    if right > paper[0] + 0.01 or bottom > paper[1] + 0.01:
        raise held.bad(_("its labels reach over the edge of the paper"))
    if (of["columns"] > 1 and of["across"] < of["width"]) or (of["rows"] > 1 and of["down"] < of["height"]):
        raise held.bad(_("its labels lie on each other"))


STOCKS: Shelf[Stock] = Shelf(_folders, "a4", _WORDS, _stock)
"""All sheets for badges by name."""
