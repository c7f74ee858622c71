"""The labels of a hall's booths: laid out once for each zoom, kept, and drawn by the thousand."""

import math
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QGlyphRun, QPainter

from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.layers import Layers
from hallwright.desktop.painter import SHIFT, Place
from hallwright.drawing.labels import booth_label
from hallwright.drawing.primitives import Text
from hallwright.drawing.theme import Theme
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Booth
from hallwright.geometry.outline import bounds

SMALLEST_TEXT, LEAST_TEXT, LARGEST_TEXT = 6.25, 8.5, 15.0
SMALLEST_NUMBER = 5.0
"""A number alone may be this small, so that M01 is there where F01 is: a row half numbered looks broken."""
STEP = 1.25
CROWD = 500
"""Up to so many labels are laid out in one go."""
PATIENCE = 0.005
"""Seconds that one frame may spend on laying out more: the rest follows in the next."""
_KEPT = 60_000


class _Piece:
    """One line of a label: where it begins, in mm, and the glyph runs of the size at which it was drawn last."""

    __slots__ = ("bold", "left", "pixels", "role", "runs", "size", "text", "y")

    def __init__(self, text: Text, wide: float) -> None:
        self.role, self.text, self.bold, self.size = text.role, text.text, text.bold, text.size
        self.left = text.x - SHIFT[text.anchor] * wide
        self.y = text.y
        self.pixels = -1.0
        self.runs: Sequence[QGlyphRun] = ()


class _Label(NamedTuple):
    texts: list[Text]
    pieces: list[_Piece]


_NOTHING = _Label([], [])


class Lettering:
    """Keeps the labels of booths for each zoom; booths whose label may have changed are forgotten by name."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self._labels: dict[int, dict[str, _Label]] = {}
        self.unfinished = False
        """Whether labels are missing in what was drawn last, so that drawing it again shows more of them."""

    def forget(self, booths: Iterable[str] | None = None) -> None:
        """Lay the labels of some booths, or of all, out anew when they are drawn next."""
        if booths is None:
            self._labels.clear()
            return
        for kept in self._labels.values():
            for key in booths:
                kept.pop(key, None)

    def draw(
        self,
        painter: QPainter,
        theme: Theme,
        place: Place,
        show: Show,
        layers: Layers,
        booths: Sequence[str],
    ) -> None:
        """Draw the labels of booths; those for which there is no time now follow in the next frame.

        Args:
            painter: paints in pixels.
            theme: gives the inks.
            place: where the hall's millimetres lie.
            show: the rows.
            layers: what a label says.
            booths: ids of the booths to label.
        """
        step, table = _step(place.scale), show.booths
        end = time.perf_counter() + PATIENCE if len(booths) > CROWD else math.inf
        kept = self._labels.get(step, {})
        self.unfinished = False
        by_role: dict[str, list[_Piece]] = {}
        for key in booths:
            label = kept.get(key)
            if label is None and time.perf_counter() < end:
                label = self._lay_out(show, layers, table[key], step)
                kept = self._labels[step]
            elif label is None:
                # Till its turn comes, the label of a zoom near this one stands in, if there is one.
                self.unfinished = True
                label = self._near(key, step)
            for piece in label.pieces:
                if piece.role in by_role:
                    by_role[piece.role].append(piece)
                else:
                    by_role[piece.role] = [piece]
        for role, pieces in by_role.items():
            fill = theme.style(role).fill
            if fill is not None:
                painter.setPen(QColor(fill.rgb))
                self._draw(painter, pieces, place)

    def _draw(self, painter: QPainter, pieces: Iterable[_Piece], place: Place) -> None:
        glyphs, scale, dx, dy = self._glyphs, place.scale, place.dx, place.dy
        largest = glyphs.largest(painter)
        rounded: dict[float, float] = {}
        draw = painter.drawGlyphRun
        for piece in pieces:
            pixels = rounded.get(piece.size)
            if pixels is None:
                pixels = rounded[piece.size] = glyphs.rounded(piece.size * scale)
            origin = QPointF(piece.left * scale + dx, piece.y * scale + dy)
            if pixels > largest:
                glyphs.draw(painter, piece.text, origin.x(), origin.y(), pixels, piece.bold)
                continue
            if piece.pixels != pixels:
                piece.pixels, piece.runs = pixels, glyphs.runs(piece.text, pixels, piece.bold)
            for run in piece.runs:
                draw(origin, run)

    def texts(self, show: Show, layers: Layers, booth: Booth, scale: float) -> list[Text]:
        """Return a booth's label for a zoom, in mm; zooms within a quarter share one layout."""
        step = _step(scale)
        kept = self._labels.get(step, {}).get(booth.id)
        return (kept if kept is not None else self._lay_out(show, layers, booth, step)).texts

    def _near(self, key: str, step: int) -> _Label:
        for other in (step - 1, step + 1):
            label = self._labels.get(other, {}).get(key)
            if label is not None:
                return label
        return _NOTHING

    def _lay_out(self, show: Show, layers: Layers, booth: Booth, step: int) -> _Label:
        party = _party(show, layers, booth)
        number = booth.number if layers.numbers else ""
        near = STEP**step
        names = (party.fascia or party.name, party.name_native) if party else ("", "")
        if names[0] == names[1]:
            names = ("", names[1])
        # Small booths bear small figures, islands large ones, so that a whole hall reads as a plan.
        box = bounds(booth.outline)
        side = min(box.width, box.height) * near
        smallest, largest = SMALLEST_TEXT / near, min(max(side / 4, LEAST_TEXT), LARGEST_TEXT) / near
        texts, _ = booth_label(booth.outline, number, *names, smallest=smallest, largest=largest)
        if not texts and number:
            texts, _ = booth_label(booth.outline, number, "", "", smallest=SMALLEST_NUMBER / near, largest=largest)
        if booth.status == "blocked" and layers.role("booth.blocked") == "booth.blocked":
            texts = [replace(text, role="booth.number.blocked") for text in texts]
        label = _Label(texts, [_Piece(text, self._glyphs.width(text.text, text.size, text.bold)) for text in texts])
        self._labels.setdefault(step, {})[booth.id] = label
        if sum(map(len, self._labels.values())) > _KEPT:
            # The zoom farthest from this one is the last to be needed again.
            del self._labels[max(self._labels, key=lambda other: abs(other - step))]
        return label


def _party(show: Show, layers: Layers, booth: Booth) -> Exhibitor | None:
    if booth.exhibitor is None or not layers.named(booth):
        return None
    return show.exhibitors.get(booth.exhibitor)


def _step(scale: float) -> int:
    return math.floor(math.log(scale, STEP))
