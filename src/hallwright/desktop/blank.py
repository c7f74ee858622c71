"""What stands on the canvas of a project without a hall: the ways to its first one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from hallwright.support.i18n import N_, _

if TYPE_CHECKING:
    from hallwright.desktop.window import Window

DRAW = "draw-hall"
WAYS = (
    ("draw", N_("Draw its outline"), N_("Drag a rectangle, or click corner by corner and type the lengths")),
    ("size", N_("Type its size…"), N_("A rectangular hall by width and depth")),
    ("trace", N_("Trace a drawing…"), N_("Lay a DXF, SVG, PDF or picture of the venue beneath, and draw over it")),
)
WIDTH = 340


class Blank(QFrame):
    """A card in the middle of the empty canvas; it gives way as soon as a hall is being drawn."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.canvas)
        self.setObjectName("blank")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._window = window
        self._was_empty = not window.desk.hall
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(4)
        title = QLabel(_("No hall yet"))
        title.setProperty("heading", "true")
        layout.addWidget(title)
        layout.addWidget(_soft(_("Everything else is placed in a hall. Begin with one:")))
        self.buttons: dict[str, QPushButton] = {}
        does = {"draw": self._draw, "size": window.commands.add_hall, "trace": window.underlays.ask}
        for name, label, told in WAYS:
            button = self.buttons[name] = QPushButton(_(label))
            button.setDefault(name == "draw")
            button.setAccessibleDescription(_(told))
            button.clicked.connect(lambda _on=False, do=does[name]: do())
            layout.addSpacing(10)
            layout.addWidget(button)
            layout.addWidget(_soft(_(told)))
        layout.addSpacing(10)
        layout.addWidget(
            _soft(_("Or import booths: drop a spreadsheet or a map here, and a hall is made around them."))
        )
        self.setFixedWidth(WIDTH)
        window.canvas.installEventFilter(self)
        window.canvas.tool_changed.connect(self.renew)
        window.desk.hall_changed.connect(self._on_hall)
        self.renew()

    def renew(self) -> None:
        """Stand in the middle where it is wanted."""
        tool = self._window.canvas.hand.tool
        wanted = not self._window.desk.hall and (tool is None or tool.name != DRAW)
        self.setVisible(wanted)
        if wanted:
            self.adjustSize()
            canvas = self._window.canvas
            self.move((canvas.width() - self.width()) // 2, max((canvas.height() - self.height()) // 2, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize:
            self.renew()
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        self._window.use(DRAW)
        self._window.canvas.setFocus()

    def _on_hall(self) -> None:
        if self._window.desk.hall and self._was_empty:
            # Only once the gesture that made it has come to its end.
            QTimer.singleShot(0, self, self._go_on)
        self._was_empty = not self._window.desk.hall
        self.renew()

    def _go_on(self) -> None:
        """Go on with the corners of the first hall, now that it is drawn: the next drag would be a second one."""
        tool = self._window.canvas.hand.tool
        if tool is not None and tool.name == DRAW and self._window.desk.item in self._window.desk.show.halls:
            self._window.use("edit-floor")


def _soft(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setProperty("soft", "true")
    return label
