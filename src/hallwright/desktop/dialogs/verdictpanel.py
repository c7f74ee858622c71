"""The answer of a gate, to be read from two metres: a sign, a word, who it is, and why not."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hallwright.desktop.dialogs.frame import GRID

GOOD, BAD = "#1a7037", "#b3261e"
"""White text on them has a contrast of 6 and more; signs and words tell the two apart without colour."""


class _Sign(QWidget):
    """A tick or a cross in a ring, a mere ring while nothing was scanned."""

    def __init__(self) -> None:
        super().__init__()
        self.good: bool | None = None

    def sizeHint(self) -> QSize:
        """Return room for a sign that is seen from afar."""
        side = self.fontMetrics().height() * 6
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign in the colour of text."""
        side = min(self.width(), self.height()) - GRID
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - side) / 2, (self.height() - side) / 2)
        pen = QPen(self.palette().color(QPalette.ColorRole.WindowText), side * 0.07)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawEllipse(QRectF(side * 0.05, side * 0.05, side * 0.9, side * 0.9))
        if self.good is True:
            painter.drawPolyline(_points(side, (0.30, 0.52), (0.44, 0.66), (0.71, 0.36)))
        elif self.good is False:
            painter.drawPolyline(_points(side, (0.34, 0.34), (0.66, 0.66)))
            painter.drawPolyline(_points(side, (0.66, 0.34), (0.34, 0.66)))
        painter.end()


def _points(side: float, *parts: tuple[float, float]) -> list[QPointF]:
    return [QPointF(x * side, y * side) for x, y in parts]


class VerdictPanel(QWidget):
    """Shows one answer, filled with its colour."""

    def __init__(self) -> None:
        super().__init__()
        self._good: bool | None = None
        self._sign = _Sign()
        self.word, self.who, self.why = QLabel(), QLabel(), QLabel()
        for label, times, bold in ((self.word, 2.6, True), (self.who, 1.6, True), (self.why, 1.4, False)):
            font = label.font()
            font.setPointSizeF(font.pointSizeF() * times)
            font.setBold(bold)
            label.setFont(font)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        lines = QVBoxLayout()
        lines.setSpacing(GRID)
        lines.addStretch(1)
        for label in (self.word, self.who, self.why):
            lines.addWidget(label)
        lines.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(3 * GRID)
        layout.addWidget(self._sign)
        layout.addLayout(lines, 1)
        self.setMinimumHeight(self.fontMetrics().height() * 10)

    @property
    def good(self) -> bool | None:
        """Whether the last badge was good; None while there was none."""
        return self._good

    def tell(self, good: bool | None, word: str, who: str = "", why: str = "") -> None:
        """Show an answer."""
        self._good = self._sign.good = good
        for label, text in ((self.word, word), (self.who, who), (self.why, why)):
            label.setText(text)
            label.setVisible(bool(text))
        ink = QPalette(self.palette())
        if good is not None:
            ink.setColor(QPalette.ColorRole.WindowText, QColor("#ffffff"))
        for widget in (self._sign, self.word, self.who, self.why):
            widget.setPalette(ink)
        self.setAccessibleName("  ".join(filter(None, (word, who, why))))
        if word:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill with the colour of the answer."""
        palette = self.palette()
        colour = palette.color(QPalette.ColorRole.AlternateBase)
        if self._good is not None:
            colour = QColor(GOOD if self._good else BAD)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(self.rect(), GRID, GRID)
        painter.end()
