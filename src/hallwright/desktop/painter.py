"""Paints a drawing with Qt: the canvas, the print preview and pictures all come through here."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF

from hallwright.desktop.glyphs import Glyphs
from hallwright.drawing.primitives import Anchor, Bitmap, Drawing, Floats, Group, Lines, Page, Picture, Shapes, Text
from hallwright.drawing.theme import Style, Theme

SHIFT = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


@dataclass(frozen=True, slots=True)
class Place:
    """Where millimetres of a drawing come to lie: pixel = offset + scale * mm."""

    scale: float
    dx: float
    dy: float


class QtPainter:
    """A painter over one QPainter. Line widths are millimetres on paper, as ``paper`` pixels each."""

    def __init__(self, painter: QPainter, theme: Theme, glyphs: Glyphs, paper: float) -> None:
        self._painter = painter
        self._theme = theme
        self._glyphs = glyphs
        self._paper = paper

    def draw(self, items: Drawing, place: Place) -> None:
        """Paint items in order."""
        for item in items:
            if isinstance(item, Shapes):
                self._shapes(item, place)
            elif isinstance(item, Text):
                self._text(item, place)
            elif isinstance(item, Lines):
                self._lines(item, place)
            elif isinstance(item, Group):
                self._group(item, place)
            elif isinstance(item, Picture):
                self._picture(item, place)
            else:
                self._bitmap(item, place)

    def pen(self, style: Style) -> QPen:
        """Return the pen of a style; never thinner than a pixel's half, so that hairlines stay visible."""
        if style.stroke is None:
            return QPen(Qt.PenStyle.NoPen)
        width = max(style.width * self._paper, 0.5)
        pen = QPen(QColor(style.stroke.rgb), width)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if style.dash is not None:
            on, off = style.dash
            pen.setDashPattern([max(on * self._paper / width, 1.0), max(off * self._paper / width, 1.0)])
        return pen

    def brush(self, style: Style, tint: str = "") -> QBrush:
        """Return the brush of a style; a tint is mixed with the theme's paper."""
        if tint:
            paper = self._theme.style("paper").fill
            return QBrush(mixed(QColor(tint), QColor(paper.rgb if paper else "#ffffff"), self._theme.tint))
        if style.fill is None:
            return QBrush(Qt.BrushStyle.NoBrush)
        return QBrush(QColor(style.fill.rgb))

    def _shapes(self, item: Shapes, place: Place) -> None:
        style = self._theme.style(item.role)
        painter = self._painter
        painter.setPen(self.pen(style))
        painter.setBrush(self.brush(style, item.tint))
        upright = [k for k in range(len(item.ids)) if k not in item.rings] if item.rings else None
        boxes = item.boxes if upright is None else item.boxes[upright]
        if len(boxes):
            painter.drawRects(rects(boxes, place))
        for ring in item.rings.values():
            painter.drawPolygon(polygon(ring, place))

    def _lines(self, item: Lines, place: Place) -> None:
        self._painter.setPen(self.pen(self._theme.style(item.role)))
        points = item.points * place.scale + np.array([place.dx, place.dy, place.dx, place.dy])
        self._painter.drawLines([QLineF(*row) for row in points.tolist()])

    def _text(self, item: Text, place: Place) -> None:
        style = self._theme.style(item.role)
        if style.fill is None:
            return
        painter = self._painter
        painter.setPen(QColor(style.fill.rgb))
        size = item.size * place.scale
        x, y = item.x * place.scale + place.dx, item.y * place.scale + place.dy
        left = -SHIFT[item.anchor] * self._glyphs.width(item.text, size, item.bold)
        if not item.angle:
            self._glyphs.draw(painter, item.text, x + left, y, size, item.bold)
            return
        painter.save()
        painter.translate(x, y)
        painter.rotate(item.angle)
        self._glyphs.draw(painter, item.text, left, 0.0, size, item.bold)
        painter.restore()

    def _group(self, item: Group, place: Place) -> None:
        inner = Place(place.scale * item.scale, place.dx + place.scale * item.dx, place.dy + place.scale * item.dy)
        if item.clip is None:
            self.draw(item.items, inner)
            return
        self._painter.save()
        self._painter.setClipRect(rects(np.array([item.clip]), inner)[0], Qt.ClipOperation.IntersectClip)
        self.draw(item.items, inner)
        self._painter.restore()

    def _bitmap(self, item: Bitmap, place: Place) -> None:
        style = self._theme.style(item.role)
        height, width = item.ink.shape
        colour = QColor(style.fill.rgb if style.fill else "#000000")
        image = QImage(width, height, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        for row, column in np.argwhere(item.ink).tolist():
            image.setPixelColor(column, row, colour)
        self._painter.drawImage(rects(np.array([item.box]), place)[0], image)

    def _picture(self, item: Picture, place: Place) -> None:
        image = _pixels(Pixels(item.key, item.content))
        if image.isNull():
            return
        painter = self._painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        target = rects(np.array([item.box]), place)[0]
        if item.turned:
            painter.translate(target.center())
            painter.rotate(180.0)
            painter.translate(-target.center())
        # Far more pixels than are shown would flicker: Qt looks at four of them only.
        wide = round(target.width() * painter.device().devicePixelRatio())
        if 0 < wide < image.width() // 2:
            image = image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        painter.drawImage(target, image)
        painter.restore()


class Pixels:
    """The content of a picture, known by its key."""

    def __init__(self, key: str, content: bytes) -> None:
        self.key, self.content = key, content

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pixels) and other.key == self.key


@lru_cache(maxsize=32)
def _pixels(picture: Pixels) -> QImage:
    return QImage.fromData(picture.content)


def rects(boxes: Floats, place: Place) -> list[QRectF]:
    """Return (n, 4) boxes in mm as rectangles in pixels."""
    left, top = boxes[:, 0] * place.scale + place.dx, boxes[:, 1] * place.scale + place.dy
    width, height = (boxes[:, 2] - boxes[:, 0]) * place.scale, (boxes[:, 3] - boxes[:, 1]) * place.scale
    return [
        QRectF(a, b, c, d)
        for a, b, c, d in zip(left.tolist(), top.tolist(), width.tolist(), height.tolist(), strict=True)
    ]


def polygon(ring: Floats, place: Place) -> QPolygonF:
    """Return (n, 2) corners in mm as a polygon in pixels."""
    points = ring * place.scale + np.array([place.dx, place.dy])
    return QPolygonF([QPointF(x, y) for x, y in points.tolist()])


def mixed(colour: QColor, paper: QColor, share: float) -> QColor:
    """Return a colour laid on paper at a share of its strength, without transparency."""
    return QColor(
        *(
            round(share * a + (1 - share) * b)
            for a, b in ((colour.red(), paper.red()), (colour.green(), paper.green()), (colour.blue(), paper.blue()))
        )
    )


def picture(page: Page, theme: Theme, glyphs: Glyphs, dots_per_mm: float) -> QImage:
    """Return a page as an image."""
    image = QImage(
        math.ceil(page.width * dots_per_mm), math.ceil(page.height * dots_per_mm), QImage.Format.Format_RGB32
    )
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QtPainter(painter, theme, glyphs, dots_per_mm).draw(page.items, Place(dots_per_mm, 0.0, 0.0))
    painter.end()
    return image
