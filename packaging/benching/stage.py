"""A window on a project without a screen, played with synthetic mouse events and painted at once."""

import gc
import os
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from hallwright.app.desktop import application, session_of
from hallwright.desktop import style
from hallwright.desktop.viewport import Viewport
from hallwright.desktop.window import Window
from hallwright.editing.change import Change
from hallwright.tools.tool import Pointer

WIDTH, HEIGHT = 1400, 900
LEFT, MIDDLE, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.NoButton


class Stage:
    """A window whose canvas is 1400 x 900. A step's time runs from the event to the window's last repainted pixel."""

    def __init__(self, project: str, told_first: Callable[[Change], None] | None = None) -> None:
        self.app = application()
        style.apply(self.app, False)
        self.session = session_of(Path(project))
        if told_first is not None:
            self.session.subscribe(told_first)
        self.window = Window(self.session, dark=False)
        self.canvas = self.window.canvas
        self.canvas.setFixedSize(WIDTH, HEIGHT)
        self.window.show()
        # As the program does once a project is open.
        gc.freeze()
        self.app.processEvents()
        self.canvas.fit()
        self.settle()

    def settle(self) -> None:
        """Paint what is due and run the rules, so that nothing of it falls into a measurement."""
        self.app.processEvents()
        self.window.desk.check_now()
        self.app.processEvents()

    def flush(self) -> None:
        """Lay out and paint everything that the last event left to be done."""
        QApplication.sendPostedEvents()
        QApplication.sendEvent(self.window, QEvent(QEvent.Type.UpdateRequest))

    def timed(self, event: QEvent) -> float:
        """Send an event to the canvas and paint; returns milliseconds."""
        start = time.perf_counter()
        QApplication.sendEvent(self.canvas, event)
        self.flush()
        return (time.perf_counter() - start) * 1000

    def press(self, x: float, y: float, button: Qt.MouseButton = LEFT) -> float:
        """Press a mouse button at a pixel."""
        return self.timed(self._mouse(QEvent.Type.MouseButtonPress, x, y, button, button))

    def drag(self, x: float, y: float, button: Qt.MouseButton = LEFT) -> float:
        """Move the mouse with a button held."""
        return self.timed(self._mouse(QEvent.Type.MouseMove, x, y, NONE, button))

    def release(self, x: float, y: float, button: Qt.MouseButton = LEFT) -> float:
        """Let go of the button."""
        return self.timed(self._mouse(QEvent.Type.MouseButtonRelease, x, y, button, NONE))

    def wheel(self, x: float, y: float, notches: float) -> float:
        """Turn the wheel."""
        at = QPointF(x, y)
        turn = QPoint(0, round(notches * 120))
        nothing = Qt.KeyboardModifier.NoModifier
        return self.timed(QWheelEvent(at, at, QPoint(), turn, NONE, nothing, Qt.ScrollPhase.NoScrollPhase, False))

    def look(self, scale: float) -> None:
        """Show the middle of the hall at a scale in pixels a millimetre."""
        extent = self.canvas.scenery.extent()
        assert extent is not None, "a project to measure has a hall"
        x, y = extent.centre
        view = self.canvas.view
        self.canvas.zoom(scale / view.scale, QPointF(0, 0))
        px, py = self.canvas.view.to_pixel(x, y)
        self.canvas.pan(round(WIDTH / 2 - px), round(HEIGHT / 2 - py))
        self.flush()

    @property
    def view(self) -> Viewport:
        """The present view."""
        return self.canvas.view

    def pointer(self, x: float, y: float) -> Pointer:
        """Return the place in the hall under a pixel."""
        mx, my = self.view.to_mm(x, y)
        return Pointer(mx, my, 1 / self.view.scale)

    @staticmethod
    def _mouse(kind: QEvent.Type, x: float, y: float, button: Qt.MouseButton, held: Qt.MouseButton) -> QMouseEvent:
        at = QPointF(x, y)
        return QMouseEvent(kind, at, at, button, held, Qt.KeyboardModifier.NoModifier)
