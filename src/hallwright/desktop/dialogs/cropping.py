"""A photo for a badge: a frame of 3 : 4 is moved and sized over the picture, and what is in it is kept."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from hallwright.desktop.dialogs.frame import Frame, Role, soft
from hallwright.desktop.dialogs.worker import Token, Worker
from hallwright.exchange.underlays.reading import Found, read_underlay
from hallwright.expo.underlay import Media
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

WIDE, HIGH = 3, 4
PIXELS = 600, 800
"""Kept at most: 35 x 47 mm at more than 400 dpi."""
_LEAST = 90
"""Pixels across that a frame has at least; less would be a blur on any badge."""
_QUALITY = 88
_STEP = 1.08


def read_photo(path: Path, token: Token | None = None) -> QImage:
    """Read a PNG or JPEG in a fenced process of its own, turned as its camera was held.

    Raises:
        Refused: it is none, is damaged, or is too small for a badge.
    """
    found: Found = read_underlay(path, pulse=token.check if token is not None else lambda: None)
    picture = QImage.fromData(found.content) if found.media is Media.RASTER else QImage()
    if picture.isNull() or path.suffix.lower() == ".pdf":
        raise Refused(_("That is no photo"), path.name, _("Choose a PNG or JPEG."))
    if picture.width() < _LEAST or picture.height() < _LEAST * HIGH // WIDE:
        raise Refused(_("The photo is too small for a badge"), path.name, _("Choose a larger one."))
    return picture


def cropped(picture: QImage, frame: QRectF) -> bytes:
    """Return what is in a frame as JPEG, no larger than is of use in print, without anything but pixels."""
    part = picture.copy(frame.toAlignedRect().intersected(picture.rect())).convertToFormat(QImage.Format.Format_RGB32)
    if part.width() > PIXELS[0]:
        part = part.scaled(
            QSize(*PIXELS), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    part.save(buffer, "JPEG", _QUALITY)  # type: ignore[call-overload]
    return bytes(data.data())


class CropView(QWidget):
    """The picture with its frame: drag moves it, the wheel and + and - size it, arrows nudge it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture = QImage()
        self.frame = QRectF()
        self._held: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Frame of the photo"))
        self.setAccessibleDescription(_("Arrow keys move the frame, plus and minus size it"))
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def sizeHint(self) -> QSize:
        """Return room for a photo."""
        side = self.fontMetrics().height() * 26
        return QSize(side, side)

    def show_picture(self, picture: QImage) -> None:
        """Show a picture with the largest frame, at the middle and near the top, where faces are."""
        self.picture = picture
        wide = min(picture.width(), picture.height() * WIDE / HIGH)
        high = wide * HIGH / WIDE
        self.frame = QRectF((picture.width() - wide) / 2, (picture.height() - high) / 4, wide, high)
        self.update()
        self.changed.emit()

    def move_by(self, across: float, down: float) -> None:
        """Move the frame by pixels of the picture, and stop it at the edges."""
        self._set(self.frame.translated(across, down))

    def scale_by(self, factor: float) -> None:
        """Size the frame about its middle."""
        most = min(self.picture.width(), self.picture.height() * WIDE / HIGH)
        wide = min(max(self.frame.width() * factor, _LEAST), most)
        middle = self.frame.center()
        frame = QRectF(0, 0, wide, wide * HIGH / WIDE)
        frame.moveCenter(middle)
        self._set(frame)

    def _set(self, frame: QRectF) -> None:
        frame.moveLeft(min(max(frame.left(), 0.0), self.picture.width() - frame.width()))
        frame.moveTop(min(max(frame.top(), 0.0), self.picture.height() - frame.height()))
        self.frame = frame
        self.update()
        self.changed.emit()

    def _scale(self) -> tuple[float, QPointF]:
        """Return screen pixels of a picture's pixel, and where the picture's corner is."""
        scale = min(self.width() / max(self.picture.width(), 1), self.height() / max(self.picture.height(), 1))
        left = (self.width() - self.picture.width() * scale) / 2
        return scale, QPointF(left, (self.height() - self.picture.height() * scale) / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, dimmed outside the frame."""
        if self.picture.isNull():
            return
        scale, corner = self._scale()
        whole = QRectF(corner.x(), corner.y(), self.picture.width() * scale, self.picture.height() * scale)
        frame = QRectF(
            corner.x() + self.frame.x() * scale,
            corner.y() + self.frame.y() * scale,
            self.frame.width() * scale,
            self.frame.height() * scale,
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(whole, self.picture)
        outside = QPainterPath()
        outside.addRect(whole)
        hole = QPainterPath()
        hole.addRect(frame)
        painter.fillPath(outside.subtracted(hole), QColor(0, 0, 0, 150))
        for colour, width in (("#000000", 3.0), ("#ffffff", 1.5)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRect(frame)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame."""
        self._held = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the frame with the hand."""
        if self._held is not None:
            scale, _corner = self._scale()
            moved = event.position() - self._held
            self._held = event.position()
            self.move_by(moved.x() / scale, moved.y() / scale)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the frame."""
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Size the frame."""
        self.scale_by(_STEP if event.angleDelta().y() < 0 else 1 / _STEP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or size the frame."""
        step = max(self.picture.width() / 100, 1.0)
        ways = {
            Qt.Key.Key_Left: (-step, 0.0),
            Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step),
            Qt.Key.Key_Down: (0.0, step),
        }
        if event.key() in ways:
            self.move_by(*ways[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.scale_by(_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.scale_by(1 / _STEP)
        else:
            super().keyPressEvent(event)


class CropDialog(Frame):
    """Reads a photo and lets its frame be chosen; ``photo`` then holds the JPEG."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(_("Photo for the badge"), parent)
        self.photo: bytes | None = None
        self.view = CropView()
        self.body.addWidget(soft(_("Drag the frame over the face; the wheel, + and - size it.")))
        self.body.addWidget(self.view, 1)
        self.ok = self.add_button(_("Use photo"), Role.AcceptRole, default=True)
        self.add_button(_("Cancel"), Role.RejectRole)
        self.buttons.accepted.connect(self._take)
        self.worker = Worker(self)
        self.worker.done.connect(self._show)
        self.worker.refused.connect(self._refuse)
        self.require(self.ok, _("Reading the photo…"))
        self.worker.run(lambda token: read_photo(path, token))

    def done(self, result: int) -> None:
        """Stop reading, whatever way the dialog ends."""
        self.worker.abandon()
        super().done(result)

    def _show(self, picture: QImage) -> None:
        self.view.show_picture(picture)
        self.require(self.ok, "")
        self.view.setFocus()

    def _refuse(self, refusal: Refused) -> None:
        self.message.refuse(refusal)
        self.require(self.ok, _("There is no photo to use."))

    def _take(self) -> None:
        self.photo = cropped(self.view.picture, self.view.frame)
        self.accept()
