"""A drawing while it is read: paths and texts by layer in the file's own units, then brought onto the grid."""

import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hallwright.drawing.underlay import Layer, Linework, Note
from hallwright.exchange.underlays.limits import LONGEST_TEXT, MOST_ENTITIES, MOST_LAYERS, MOST_POINTS, MOST_TEXTS
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.numbers import figure, written

FINENESS = 6
"""The longer side gets at least ten to this power steps: a hall of 100 m lies on a grid of 0.1 mm."""
_FARTHEST = 1e12
Floats = npt.NDArray[np.float64]


class Written(NamedTuple):
    """A text, by the middle of its box; angle in degrees, clockwise on screen."""

    x: float
    y: float
    height: float
    angle: float
    text: str


class Gridded(NamedTuple):
    """The lines on their grid, and how many steps one unit of the file has."""

    linework: Linework
    steps: float


class Drawn(NamedTuple):
    """A drawing: its lines, the millimetres of one of its units or None, and what could not be read."""

    gridded: Gridded
    unit: float | None
    notes: tuple[str, ...]


@dataclass(slots=True)
class _Sheet:
    on: bool = True
    paths: list[Floats] = field(default_factory=list)
    closed: list[bool] = field(default_factory=list)
    texts: list[Written] = field(default_factory=list)


class Sketch:
    """Collects what a reader finds and counts while it does, so that a small file cannot become a huge one."""

    def __init__(self) -> None:
        self._sheets: dict[str, _Sheet] = {}
        self._points = self._entities = self._texts = 0
        self.lost = 0
        """Things left out because their coordinates are no numbers."""

    def layer(self, name: str, *, on: bool = True) -> None:
        """Say that there is a layer, and whether the file shows it."""
        self._sheet(name).on = on

    def path(self, layer: str, corners: Iterable[Sequence[float]], *, closed: bool = False) -> None:
        """Add a path of two corners or more."""
        self._count()
        points = np.asarray([(corner[0], corner[1]) for corner in corners], dtype=np.float64).reshape(-1, 2)
        if len(points) < 2:
            return
        if len(points) > 2 and np.allclose(points[0], points[-1], rtol=1e-9, atol=1e-9):
            points, closed = points[:-1], True
        if not np.isfinite(points).all() or np.abs(points).max() > _FARTHEST:
            self.lost += 1
            return
        self._points += len(points)
        if self._points > MOST_POINTS:
            raise Refused(
                _("The drawing has more than {most_points:,} corners").format(most_points=written(MOST_POINTS)),
                mend=_("Save only the layers needed."),
            )
        sheet = self._sheet(layer)
        sheet.paths.append(points)
        sheet.closed.append(closed)

    def text(self, layer: str, written: Written) -> None:
        """Add a text; one that is blank is left out."""
        self._count()
        text = _clean(written.text)
        if not text:
            return
        numbers = (written.x, written.y, written.height, written.angle)
        if not all(map(math.isfinite, numbers)) or max(map(abs, numbers)) > _FARTHEST or written.height <= 0:
            self.lost += 1
            return
        self._texts += 1
        if self._texts > MOST_TEXTS:
            raise Refused(
                _("The drawing has more than {most_texts} texts").format(most_texts=figure(MOST_TEXTS, 0)),
                mend=_("Save only the layers needed."),
            )
        self._sheet(layer).texts.append(written._replace(text=text))

    def box(self) -> tuple[float, float, float, float] | None:
        """Return left, low, right and high of all paths, or None without any."""
        every = [points for sheet in self._sheets.values() for points in sheet.paths]
        if not every:
            return None
        corners = np.concatenate(every)
        (left, low), (right, high) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
        return left, low, right, high

    def gridded(self, *, up: bool) -> Gridded:
        """Return everything on a grid of whole steps from the upper left corner on.

        Args:
            up: y grows upwards in the file.

        Raises:
            Refused: there is nothing in it.
        """
        sheets = {name: sheet for name, sheet in self._sheets.items() if sheet.paths or sheet.texts}
        every = [points for sheet in sheets.values() for points in sheet.paths]
        places = [(text.x, text.y) for sheet in sheets.values() for text in sheet.texts]
        if not every:
            texts = f", only {figure(len(places), 0)} texts" if places else ""
            raise Refused(
                _("There is nothing to draw in it (0 lines{texts})").format(texts=texts),
                mend=_("Look at it in its own program."),
            )
        corners = np.concatenate([*every, np.asarray(places, dtype=np.float64).reshape(-1, 2)])
        low, high = corners.min(axis=0), corners.max(axis=0)
        side = float((high - low).max())
        if side <= 0:
            raise Refused(_("Everything in it lies on one point"), mend=_("Look at it in its own program."))
        # A power of ten, so that what was typed in whole units or their decimals stays exact.
        steps = 10.0 ** (FINENESS - math.floor(math.log10(side)))
        top = -high[1] if up else low[1]
        origin = round(float(low[0]) * steps), round(float(top) * steps)
        sign = np.array([steps, -steps if up else steps])
        layers = tuple(_layer(name, sheet, sign, origin, steps) for name, sheet in sheets.items())
        width = max(round(float(high[0]) * steps) - origin[0], 1)
        height = max(round(float(-low[1] if up else high[1]) * steps) - origin[1], 1)
        return Gridded(Linework(width, height, origin, layers), steps)

    def _count(self) -> None:
        self._entities += 1
        if self._entities > MOST_ENTITIES:
            raise too_many(self._entities)

    def _sheet(self, name: str) -> _Sheet:
        if name not in self._sheets:
            if len(self._sheets) >= MOST_LAYERS:
                raise Refused(
                    _("The drawing has more than {most_layers:,} layers").format(most_layers=written(MOST_LAYERS)),
                    mend=_("Purge those not needed."),
                )
            self._sheets[name] = _Sheet()
        return self._sheets[name]


def too_many(number: int) -> Refused:
    """Return the refusal of a drawing with too many things in it."""
    return Refused(
        _(
            "The drawing has {number} lines and texts with its blocks expanded; {most_entities:,} at most are read"
        ).format(number=_counted(number), most_entities=written(MOST_ENTITIES)),
        mend=_("Save only the layers needed."),
    )


def _counted(number: int) -> str:
    if number <= MOST_ENTITIES + 1:
        return f"more than {figure(MOST_ENTITIES, 0)}"
    return figure(number, 0) if number < 10**15 else f"about 10^{len(str(number)) - 1}"


def _layer(name: str, sheet: _Sheet, sign: Floats, origin: tuple[int, int], steps: float) -> Layer:
    shift = np.array(origin, dtype=np.int64)
    if sheet.paths:
        points = np.rint(np.concatenate(sheet.paths) * sign).astype(np.int64) - shift
        ends = np.cumsum([len(path) for path in sheet.paths]).astype(np.int64)
    else:
        points, ends = np.empty((0, 2), np.int64), np.empty(0, np.int64)
    notes = []
    for text in sheet.texts:
        x, y = np.rint(np.array([text.x, text.y]) * sign).astype(np.int64) - shift
        notes.append(Note(int(x), int(y), max(round(text.height * steps), 1), round(text.angle, 3) + 0.0, text.text))
    return Layer(name, sheet.on, points, ends, np.array(sheet.closed, dtype=np.bool_), tuple(notes))


def _clean(text: str) -> str:
    """Return a text without control characters and blank lines, no longer than a plan needs."""
    lines = []
    for line in text.replace("\r", "\n").split("\n"):
        plain = " ".join("".join(" " if unicodedata.category(c)[0] == "C" else c for c in line).split())
        if plain:
            lines.append(plain)
    return "\n".join(lines)[:LONGEST_TEXT]


def text_width(text: str, height: float) -> float:
    """Return about how wide a text is: the fonts of drawings are seldom at hand, and a middle needs no more."""
    lines = text.split("\n")
    return max(sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.62 for c in line) for line in lines) * height
