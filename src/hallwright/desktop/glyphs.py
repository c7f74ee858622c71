"""Lines of text as glyph runs, placed by the bundled fonts' own advances, so that screen and PDF agree."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QGlyphRun, QPainter, QPainterPath, QRawFont

from hallwright.drawing.fonts import FACES, runs
from hallwright.support.paths import resources

_UNIT = 1000.0
_KEPT = 40_000
SMALLEST = 3.0
"""Text under this many pixels is not drawn: it would be a grey smear."""
LARGEST = 60.0
"""Text over this many pixels of the device is filled as outlines: Qt draws no glyph run over 64 pixels."""


class _Line(NamedTuple):
    """A laid out line at size 1: per run the face, glyph numbers and x of each glyph; and the whole width."""

    parts: tuple[tuple[str, list[int], list[float]], ...]
    width: float


class Glyphs:
    """Lays out and draws lines of text; keeps what it laid out, since a plan shows the same lines every frame."""

    def __init__(self, step: float = 1 / 32) -> None:
        """Round sizes to ``step`` pixels: finer for pages, coarser for a canvas that zooms through all sizes."""
        self._step = step
        self._files: dict[str, QRawFont] = {}
        self._fonts: dict[tuple[str, float], QRawFont] = {}
        self._advances: dict[str, dict[int, float]] = {}
        self._lines: OrderedDict[tuple[str, bool], _Line] = OrderedDict()
        self._ready: OrderedDict[tuple[str, bool, float], list[QGlyphRun]] = OrderedDict()
        self._outlines: OrderedDict[tuple[str, bool], QPainterPath] = OrderedDict()

    def _font(self, key: str, size: float) -> QRawFont:
        if (key, size) not in self._fonts:
            if key not in self._files:
                path = resources() / "fonts" / FACES[key].file
                hinting = QFont.HintingPreference.PreferNoHinting
                self._files[key] = QRawFont(str(path), _UNIT, hinting)
            font = QRawFont(self._files[key])
            font.setPixelSize(size)
            self._fonts[key, size] = font
        return self._fonts[key, size]

    def _line(self, text: str, bold: bool) -> _Line:
        known = self._lines.get((text, bold))
        if known is not None:
            return known
        parts = []
        x = 0.0
        for key, piece in runs(text, bold):
            font = self._font(key, _UNIT)
            glyphs = list(font.glyphIndexesForString(piece))
            advances = self._advances.setdefault(key, {})
            # Asked for once each: Qt draws the outline of every glyph to tell how wide it is.
            unknown = [glyph for glyph in dict.fromkeys(glyphs) if glyph not in advances]
            for glyph, advance in zip(unknown, font.advancesForGlyphIndexes(unknown), strict=True):
                advances[glyph] = advance.x() / _UNIT
            places = []
            for glyph in glyphs:
                places.append(x)
                x += advances[glyph]
            parts.append((key, glyphs, places))
        line = _Line(tuple(parts), x)
        self._lines[text, bold] = line
        if len(self._lines) > _KEPT:
            self._lines.popitem(last=False)
        return line

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Return the width of a line in the unit of ``size``."""
        return self._line(text, bold).width * size

    def rounded(self, size: float) -> float:
        """Return the size at which a text of a size in pixels is drawn; 0 for one that is not."""
        size = round(size / self._step) * self._step
        return size if size >= SMALLEST else 0.0

    def runs(self, text: str, size: float, bold: bool = False) -> Sequence[QGlyphRun]:
        """Return a line's glyph runs at a rounded size, to be drawn from its left end on the baseline."""
        if not size:
            return ()
        key = (text, bold, size)
        ready = self._ready.get(key)
        if ready is None:
            ready = []
            for face, glyphs, places in self._line(text, bold).parts:
                run = QGlyphRun()
                run.setRawFont(self._font(face, size))
                run.setGlyphIndexes(glyphs)
                run.setPositions([QPointF(place * size, 0.0) for place in places])
                ready.append(run)
            self._ready[key] = ready
            if len(self._ready) > _KEPT:
                self._ready.popitem(last=False)
        return ready

    @staticmethod
    def largest(painter: QPainter) -> float:
        """Return the greatest size, in the painter's pixels, that glyph runs can have."""
        return LARGEST / painter.device().devicePixelRatio()

    def draw(self, painter: QPainter, text: str, x: float, y: float, size: float, bold: bool = False) -> None:
        """Draw a line from its left end on the baseline; all in the painter's own pixels."""
        size = self.rounded(size)
        if size > self.largest(painter):
            self._fill(painter, text, x, y, size, bold)
            return
        origin = QPointF(x, y)
        for run in self.runs(text, size, bold):
            painter.drawGlyphRun(origin, run)

    def _fill(self, painter: QPainter, text: str, x: float, y: float, size: float, bold: bool) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(x, y)
        painter.scale(size / _UNIT, size / _UNIT)
        painter.fillPath(self._outline(text, bold), painter.pen().brush())
        painter.restore()

    def _outline(self, text: str, bold: bool) -> QPainterPath:
        """Return the outlines of a line at size ``_UNIT``."""
        known = self._outlines.get((text, bold))
        if known is not None:
            return known
        outline = QPainterPath()
        for face, glyphs, places in self._line(text, bold).parts:
            font = self._font(face, _UNIT)
            for glyph, place in zip(glyphs, places, strict=True):
                outline.addPath(font.pathForGlyph(glyph).translated(place * _UNIT, 0.0))
        outline.setFillRule(Qt.FillRule.WindingFill)
        self._outlines[text, bold] = outline
        if len(self._outlines) > _KEPT // 40:
            self._outlines.popitem(last=False)
        return outline
