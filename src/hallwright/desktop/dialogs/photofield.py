"""The photo of a person: seen small, chosen and cropped, taken away."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.cropping import HIGH, WIDE, CropDialog
from hallwright.desktop.dialogs.frame import GRID
from hallwright.expo.people import Person
from hallwright.support.errors import Refused
from hallwright.support.i18n import _


class PhotoField(QWidget):
    """Shows the photo of one person; ``chosen`` tells the JPEG of another, or no bytes where it is taken away."""

    chosen = Signal(bytes)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown = ""
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        high = self.fontMetrics().height() * 5
        self.picture.setFixedSize(high * WIDE // HIGH, high)
        self.picture.setWordWrap(True)
        self.picture.setFrameShape(QLabel.Shape.StyledPanel)
        self.pick, self.clear = QPushButton(_("&Photo…")), QPushButton(_("&Remove photo"))
        buttons = QVBoxLayout()
        buttons.setSpacing(GRID)
        for button, run in ((self.pick, self._ask), (self.clear, lambda: self.chosen.emit(b""))):
            button.setAutoDefault(False)
            button.clicked.connect(run)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.picture)
        layout.addLayout(buttons)
        layout.addStretch(1)

    def show_person(self, person: Person | None) -> None:
        """Show somebody's photo, or that there is none."""
        self.setEnabled(person is not None)
        key = person.photo if person is not None else ""
        self.clear.setVisible(bool(key))
        if key == self._shown and key:
            return
        self._shown = key
        picture, text = QPixmap(), _("no photo")
        if key:
            try:
                picture.loadFromData(self._desk.session.store.asset(key))
            except Refused:
                text = _("missing")
        if picture.isNull():
            self.picture.setText(text)
        else:
            size = QSize(self.picture.width() - 2, self.picture.height() - 2)
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(picture.scaled(size, keep, smooth))
        self.picture.setAccessibleName(_("Photo") if not picture.isNull() else text)

    def take(self, path: Path) -> None:
        """Crop a photo of a file and tell it."""
        dialog = CropDialog(path, self)
        if dialog.exec() and dialog.photo is not None:
            self.chosen.emit(dialog.photo)

    def _ask(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("Photo"), "", "PNG, JPEG (*.png *.jpg *.jpeg)")
        if name:
            self.take(Path(name))
