"""The longest way out of the hall on the canvas, as a permit plan shows it."""

from PySide6.QtCore import QObject

from hallwright.desktop.canvas import Canvas
from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.worker import Worker
from hallwright.drawing.plan import View
from hallwright.expo.show import Show
from hallwright.geometry.steps import finished
from hallwright.geometry.wayfinding import Line
from hallwright.geometry.ways import Way
from hallwright.rules.profile import profile_of
from hallwright.rules.travel_distance import longest_steps


class WaysOut(QObject):
    """Measures it in another thread whenever the plan has rested, while it is to be seen."""

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._desk, self._canvas = desk, canvas
        self._of: tuple[Show, str] | None = None
        self._worker = Worker(self)
        self._worker.done.connect(self._put)
        desk.findings_changed.connect(self.refresh)
        desk.hall_changed.connect(self.refresh)

    @property
    def busy(self) -> bool:
        """Whether it is being measured."""
        return self._worker.busy

    def refresh(self) -> None:
        """Measure anew if it is to be seen, and is not known of this plan."""
        layers, show, hall = self._canvas.scenery.layers, self._desk.show, self._desk.hall
        if not (layers.ways and layers.view is View.PERMIT) or hall not in show.halls:
            self._worker.abandon()
            self._of = None
            self._canvas.show_way(None)
        elif self._of is None or self._of[0] is not show or self._of[1] != hall:
            self._of = show, hall
            self._worker.abandon()
            self._worker.run(lambda _token: finished(longest_steps(show, hall, profile_of(show))))

    def _put(self, found: tuple[Way, Line] | None) -> None:
        self._canvas.show_way(found)
