"""Where on the canvas a text may stand: inside the window, on no other text, and not beneath legend or minimap."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF

EDGE = 4.0
"""Pixels that a caption keeps from the window's edge."""
ASIDE = 16.0
"""Pixels from the pointer to its caption."""


@dataclass(slots=True)
class Room:
    """One painting of the overlay, in the widget's own pixels.

    Attributes:
        window: the canvas.
        covered: what lies over it, such as the legend.
    """

    window: QRectF
    covered: Iterable[QRectF] = ()
    _taken: list[QRectF] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._taken += self.covered

    def is_free(self, box: QRectF) -> bool:
        """Say whether a text may stand in a box."""
        return self.window.contains(box) and not any(box.intersects(other) for other in self._taken)

    def take(self, box: QRectF) -> None:
        """Let no other text stand in a box."""
        self._taken.append(box)

    def beside(self, at: QPointF, size: QSizeF) -> QRectF:
        """Return where a caption stands: below and to the right of a place if that is free, else on another side."""
        box = QRectF(QPointF(), size)
        inner = self.window.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        right, left = at.x() + ASIDE, at.x() - ASIDE - size.width()
        below, above = at.y() + ASIDE, at.y() - ASIDE - size.height()
        for corner in ((right, below), (right, above), (left, below), (left, above)):
            box.moveTo(*corner)
            if inner.contains(box) and not any(box.intersects(other) for other in self._taken):
                return box
        box.moveTo(
            max(min(right, inner.right() - size.width()), inner.left()),
            max(min(below, inner.bottom() - size.height()), inner.top()),
        )
        return box
