"""What stands above the badge: face, person, snapping, zoom, undo and redo."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from hallwright.desktop.designer.people import PersonChoice
from hallwright.desktop.designer.sheet import STEP
from hallwright.desktop.designer.widgets import Choice, tool
from hallwright.desktop.dialogs.frame import GRID
from hallwright.expo.design import Face
from hallwright.support.i18n import _


class Bar(QWidget):
    """The controls above the badge; what undo and redo do is for the dialog to say."""

    zoom_asked = Signal(float)
    """By which factor it shall be larger; 0 to fit."""

    def __init__(self) -> None:
        super().__init__()
        self.face = Choice([(_("Front"), Face.FRONT), (_("Back"), Face.BACK)])
        self.face.setAccessibleName(_("Face"))
        self.face.setMinimumContentsLength(5)
        self.person = PersonChoice()
        self.snap = QCheckBox(_("S&nap"))
        self.snap.setChecked(True)
        self.zoom = QLabel()
        self.zoom.setMinimumWidth(44)
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.undo = tool(_("Undo"), None, "undo-2")
        self.redo = tool(_("Redo"), None, "redo-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.face)
        row.addWidget(self.person, 1)
        row.addWidget(self.snap)
        row.addWidget(tool(_("Zoom out"), lambda: self.zoom_asked.emit(1 / STEP), "zoom-out"))
        row.addWidget(self.zoom)
        row.addWidget(tool(_("Zoom in"), lambda: self.zoom_asked.emit(STEP), "zoom-in"))
        row.addWidget(tool(_("Fit"), lambda: self.zoom_asked.emit(0.0), "maximize"))
        row.addWidget(self.undo)
        row.addWidget(self.redo)

    def show_zoom(self, zoom: float) -> None:
        """Tell how large the badge is shown."""
        self.zoom.setText(f"{zoom * 100:.0f} %")
