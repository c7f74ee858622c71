"""Flying to a place on the plan, and a ring around what was looked for."""

from PySide6.QtCore import QObject, QVariantAnimation, Signal

from hallwright.desktop.viewport import Viewport

FLIGHT_MS = 350
RING_MS = 900


class Flight(QObject):
    """Leads the view from one place to another, then lets a ring fade."""

    moved = Signal(object)
    """The Viewport to show now."""
    rang = Signal(float)
    """Strength of the ring, 1 to 0."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._start = self._end = Viewport()
        self._size = (1.0, 1.0)
        self._way = QVariantAnimation(self)
        self._way.setDuration(FLIGHT_MS)
        self._way.setStartValue(0.0)
        self._way.setEndValue(1.0)
        self._ring = QVariantAnimation(self)
        self._ring.setDuration(RING_MS)
        self._ring.setStartValue(1.0)
        self._ring.setEndValue(0.0)
        self._way.valueChanged.connect(self._step)
        self._way.finished.connect(self._ring.start)
        self._ring.valueChanged.connect(lambda value: self.rang.emit(float(value)))

    def start(self, start: Viewport, end: Viewport, width: float, height: float) -> None:
        """Fly; a flight under way ends where it is."""
        self._way.stop()
        self._ring.stop()
        self._start, self._end, self._size = start, end, (width, height)
        self._way.start()

    def land(self) -> None:
        """Be there at once: for pictures and for users who want no motion."""
        self._way.stop()
        self._ring.stop()
        self.moved.emit(self._end)
        self.rang.emit(0.0)

    def _step(self, value: float) -> None:
        start, end = self._start, self._end
        width, height = self._size
        scale = start.scale * (end.scale / start.scale) ** value
        # With this share, start and end keep one straight line through the zoom, so the target stays in the window.
        flat = abs(end.scale / start.scale - 1) < 1e-6
        share = value if flat else (1 - start.scale / scale) / (1 - start.scale / end.scale)
        middles = [(view.left + width / view.scale / 2, view.top + height / view.scale / 2) for view in (start, end)]
        x = middles[0][0] + (middles[1][0] - middles[0][0]) * share
        y = middles[0][1] + (middles[1][1] - middles[0][1]) * share
        self.moved.emit(Viewport(scale, x - width / scale / 2, y - height / scale / 2))
