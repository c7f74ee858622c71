"""Large underlays kept as tiles: painted while the window rests, shown at once at any zoom, sharp soon after."""

import math
import time
from collections import deque
from collections.abc import Generator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from hallwright.desktop.backdrop import LinePicture, to_pixels
from hallwright.desktop.viewport import Viewport
from hallwright.expo.underlay import Underlay

FEW = 3_000
"""Up to so many corners are painted directly: that takes a few milliseconds."""
SIDE = 512
"""Pixels of a tile's side."""
_WHOLE = 1_536
"""Pixels of the longer side of the whole drawing as it is always kept, to be shown until there is better."""
_SLICE = 0.006
"""Seconds of painting between two looks at what the user does."""
_TELLING = 0.1
"""Seconds between two times at which what has been made is shown."""
_REST_MS = 60
"""A zoom is painted sharp once it has stood so long."""
_KEPT = 160 * 1024 * 1024
"""Bytes of tiles that are kept."""
_PHASES = 8
"""Places within a pixel at which a tile may begin; as the view shifts by whole pixels, its tiles fit."""
Index = tuple[int, int]


class Look(NamedTuple):
    """What makes tiles differ besides the zoom."""

    hidden: tuple[str, ...]
    ink: int
    angle: float
    ratio: float


class Grid(NamedTuple):
    """The tiles of one zoom: pixels of a step, and where in a pixel the underlay's corner lies."""

    step: float
    phase: tuple[int, int]


@dataclass(slots=True, eq=False)
class _Level:
    """The tiles that there are of one zoom; None stands for a tile on which nothing lies."""

    look: Look
    grid: Grid
    tiles: dict[Index, QPixmap | None] = field(default_factory=dict)


class Tiles(QObject):
    """Paints one underlay's lines, directly where they are few, else from tiles."""

    renewed = Signal(QRectF)
    """A part is sharp now: pixels of the view, counted from the underlay's corner."""

    def __init__(self, picture: LinePicture, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.picture = picture
        self._levels: list[_Level] = []
        """The last one is that of the present view."""
        self._whole: _Level | None = None
        self._wanted: deque[tuple[_Level, Index]] = deque()
        self._job: tuple[_Level, Index, Generator[None, None, QPixmap | None]] | None = None
        self._made: list[tuple[_Level, Index]] = []
        self._told = 0.0
        self._row: Underlay | None = None
        self._extent = QRectF()
        """Its turned extent, in steps from its corner."""
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._begin)
        self._work = QTimer(self, interval=0)
        self._work.timeout.connect(self._slice)

    @property
    def finished(self) -> bool:
        """Whether all that was asked for is there."""
        return self._job is None and not self._wanted and not self._rest.isActive()

    def paint(self, painter: QPainter, row: Underlay, view: Viewport, area: QRectF, ink: QColor) -> None:
        """Paint what lies in an area of the view (pixels), as sharp as is known; the rest is made and told of later."""
        if self.picture.about(row, view, area) <= FEW:
            self.picture.paint(painter, row, view, area, ink)
            return
        look = Look(row.hidden, ink.rgba(), row.angle, painter.device().devicePixelRatioF())
        corner = view.to_pixel(row.x, row.y)
        phase = round(corner[0] % 1 * _PHASES) % _PHASES, round(corner[1] % 1 * _PHASES) % _PHASES
        level = self._level(look, Grid(row.scale * view.scale, phase), row)
        left, top = (round(value - part / _PHASES) for value, part in zip(corner, phase, strict=True))
        others: list[_Level] | None = None
        for index in self._covering(level.grid.step, area.translated(-left, -top)):
            at = QPointF(left + index[0] * SIDE, top + index[1] * SIDE)
            if index not in level.tiles:
                self._want(level, index)
                others = self._others(level) if others is None else others
                place = QRectF(at.x(), at.y(), SIDE, SIDE).intersected(area)
                self._stand_in(painter, level, others, place, QPointF(*corner))
                continue
            tile = level.tiles[index]
            if tile is not None:
                painter.drawPixmap(at, tile)

    def _level(self, look: Look, grid: Grid, row: Underlay) -> _Level:
        """Return the tiles of a view; another view than the last one changes what is wanted."""
        last = self._levels[-1] if self._levels else None
        if last is not None and last.look == look and last.grid == grid:
            return last
        self._row = row
        flat = replace(row, x=0, y=0, scale=1.0)
        self._extent = to_pixels(flat, Viewport(1.0)).mapRect(QRectF(0, 0, row.width, row.height))
        found = next((one for one in self._levels if one.look == look and one.grid == grid), None)
        level = found or _Level(look, grid)
        self._levels = [one for one in self._levels if one is not level] + [level]
        self._drop()
        self._wanted.clear()
        self._job = None
        if self._whole is None or self._whole.look != look:
            whole = Grid(_WHOLE / max(row.width, row.height, 1), (0, 0))
            self._whole = _Level(look, whole)
            self._levels.insert(0, self._whole)
        # While the wheel turns, every tile would be painted in vain.
        self._work.stop()
        self._rest.start()
        return level

    def _covering(self, step: float, area: QRectF) -> list[Index]:
        """Return the tiles of the underlay that an area shows, counted from its corner."""
        box = self._extent
        extent = QRectF(box.x() * step - 2, box.y() * step - 2, box.width() * step + 4, box.height() * step + 4)
        part = area.intersected(extent)
        if part.isEmpty():
            return []
        columns = range(math.floor(part.left() / SIDE), math.floor(part.right() / SIDE) + 1)
        rows = range(math.floor(part.top() / SIDE), math.floor(part.bottom() / SIDE) + 1)
        return [(i, j) for j in rows for i in columns]

    # -- standing in --------------------------------------------------------------------------------------------

    def _others(self, level: _Level) -> list[_Level]:
        """Return the zooms that can stand in for one, the nearest first."""
        found = [one for one in self._levels if one is not level and one.tiles and one.look[2:] == level.look[2:]]
        found.sort(key=lambda one: (one.look != level.look, abs(math.log(one.grid.step / level.grid.step))))
        return found

    def _stand_in(self, painter: QPainter, level: _Level, others: list[_Level], place: QRectF, corner: QPointF) -> None:
        """Show a place from the tiles of the nearest zoom that has them all, blurred as they are."""
        for other in others:
            times = level.grid.step / other.grid.step
            left, top = (place.x() - corner.x()) / times, (place.y() - corner.y()) / times
            needed = self._covering(other.grid.step, QRectF(left, top, place.width() / times, place.height() / times))
            if not all(index in other.tiles for index in needed):
                continue
            painter.save()
            painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, times > 0.5)
            side = SIDE * times
            for i, j in needed:
                tile = other.tiles[i, j]
                if tile is not None:
                    at = QRectF(corner.x() + i * side, corner.y() + j * side, side, side)
                    painter.drawPixmap(at, tile, QRectF(tile.rect()))
            painter.restore()
            return

    # -- making -------------------------------------------------------------------------------------------------

    def _want(self, level: _Level, index: Index) -> None:
        if (level, index) not in self._wanted and (self._job is None or self._job[:2] != (level, index)):
            self._wanted.append((level, index))
            if not self._rest.isActive():
                self._work.start()

    def _begin(self) -> None:
        whole, row = self._whole, self._row
        if whole is not None and row is not None:
            side = _WHOLE * 2.0
            for index in self._covering(whole.grid.step, QRectF(-side, -side, 2 * side, 2 * side)):
                if index not in whole.tiles:
                    self._want(whole, index)
        self._work.start()

    def _slice(self) -> None:
        """Paint for some milliseconds."""
        end = time.perf_counter() + _SLICE
        while time.perf_counter() < end:
            if self._job is None:
                if not self._wanted or self._row is None:
                    self._work.stop()
                    break
                level, index = self._wanted.popleft()
                self._job = level, index, self._painting(self._row, level, index)
            level, index, painting = self._job
            try:
                next(painting)
            except StopIteration as ended:
                self._job = None
                level.tiles[index] = ended.value
                self._made.append((level, index))
        if self._made and (end - self._told > _TELLING or self.finished):
            self._told = end
            self._tell()

    def _tell(self) -> None:
        """Let what has been made be shown; the plan above it is painted anew with it, so not too often."""
        made, self._made = self._made, []
        present = [index for level, index in made if level is self._levels[-1]]
        self._drop()
        if len(present) < len(made):
            # The whole drawing stands in for anything.
            self.renewed.emit(QRectF(-1e6, -1e6, 2e6, 2e6))
        else:
            columns, rows = zip(*present, strict=True)
            left, top = min(columns) * SIDE, min(rows) * SIDE
            self.renewed.emit(QRectF(left, top, (max(columns) + 1) * SIDE - left, (max(rows) + 1) * SIDE - top))

    def _painting(self, row: Underlay, level: _Level, index: Index) -> Generator[None, None, QPixmap | None]:
        look, grid = level.look, level.grid
        pixels = round(SIDE * look.ratio)
        flat = replace(row, x=0, y=0, angle=look.angle, hidden=look.hidden, scale=1.0)
        left, top = (k * SIDE - part / _PHASES for k, part in zip(index, grid.phase, strict=True))
        view = Viewport(grid.step, left / grid.step, top / grid.step)
        area = QRectF(0, 0, SIDE, SIDE)
        if not self.picture.written and not self.picture.about(flat, view, area):
            return None
        image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(look.ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        try:
            yield from self.picture.painting(painter, flat, view, area, QColor.fromRgba(look.ink))
        finally:
            painter.end()
        return QPixmap.fromImage(image)

    def _drop(self) -> None:
        """Forget what was seen longest ago, once there is too much; the whole drawing and the present view stay."""
        present = self._levels[-1]
        ready = self._whole is not None and bool(self._whole.tiles) and self.finished
        kept: list[_Level] = []
        room = _KEPT
        for level in reversed(self._levels):
            room -= sum(tile.width() * tile.height() * 4 for tile in level.tiles.values() if tile is not None)
            stale = ready and level.look != present.look
            if level in (present, self._whole) or (room > 0 and not stale):
                kept.append(level)
        self._levels = kept[::-1]
