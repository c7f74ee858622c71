"""The fields of a print dialog that say for which printer a PDF is made."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QFormLayout, QWidget

from hallwright.desktop.dialogs.frame import add_row
from hallwright.printing.press import press_of
from hallwright.printing.printed import Finish
from hallwright.printing.profiles import DEFAULT, load, names
from hallwright.printing.separation import described
from hallwright.support.errors import Refused
from hallwright.support.i18n import ENGLISH, N_, _, language

_FILES = N_("ICC profiles (*.icc *.icm);;All files (*)")
_OTHER = "*"


class PressFields:
    """Print profile, ICC profile, and whether findings of the preflight stop the file.

    Args:
        parent: the dialog.
        refuse: shows what is wrong with a chosen ICC profile.
    """

    def __init__(self, parent: QWidget, refuse: Callable[[Refused], object]) -> None:
        self._parent = parent
        self._refuse = refuse
        self.profile = profile_choice()
        self.profile.setToolTip(_("An office printer takes any PDF; a print shop says which PDF/X it wants."))
        self.icc = QComboBox()
        self.icc.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.icc.setMinimumContentsLength(14)
        self.icc.setToolTip(_("Describes press and paper; take the print shop's own if it offers one."))
        self.despite = QCheckBox(_("Save despite the findings"))
        self.despite.hide()
        self.profile.currentIndexChanged.connect(self._fill)
        self.icc.activated.connect(self._choose)
        self._fill()

    def add_to(self, fields: QFormLayout) -> None:
        """Add the rows to a form."""
        add_row(fields, _("&Printer"), self.profile)
        add_row(fields, _("&ICC profile"), self.icc)
        fields.addRow("", self.despite)

    def finish(self, dated: datetime | None) -> Finish:
        """Return what is chosen."""
        own = self.icc.currentData()
        icc = Path(own) if own and own != _OTHER and self.icc.isEnabled() else None
        return Finish(str(self.profile.currentData()), icc, dated, self.despite.isChecked())

    def offer_despite(self, offered: bool) -> None:
        """Offer to save although the preflight finds something, or take that back."""
        self.despite.setVisible(offered)
        if not offered:
            self.despite.setChecked(False)

    def take(self, path: Path) -> None:
        """Take a print shop's ICC profile, or say what is wrong with it."""
        try:
            press_of(load(str(self.profile.currentData())), path)
            name = described(path.read_bytes()) or path.stem
        except Refused as refusal:
            self._refuse(refusal)
            self.icc.setCurrentIndex(0)
            return
        with QSignalBlocker(self.icc):
            place = self.icc.findData(str(path))
            if place < 0:
                place = self.icc.count() - 1
                self.icc.insertItem(place, name, str(path))
            self.icc.setCurrentIndex(place)
        self.icc.setToolTip(str(path))

    def _fill(self) -> None:
        """Offer the ICC profile that the print profile names, those chosen before, and to choose another."""
        self.offer_despite(False)
        try:
            profile = load(str(self.profile.currentData()))
        except Refused as refusal:
            self._refuse(refusal)
            self.icc.setEnabled(False)
            return
        chosen = [(self.icc.itemText(k), self.icc.itemData(k)) for k in range(1, self.icc.count() - 1)]
        with QSignalBlocker(self.icc):
            self.icc.clear()
            condition = profile.condition if profile.for_press else None
            self.icc.addItem(condition.name if condition else _("none"), "")
            for title, path in chosen:
                self.icc.addItem(title, path)
            self.icc.addItem(_("Choose a file…"), _OTHER)
        self.icc.setEnabled(profile.for_press)

    def _choose(self) -> None:
        if self.icc.currentData() != _OTHER:
            return
        name, _kind = QFileDialog.getOpenFileName(self._parent, _("ICC profile"), "", _(_FILES))
        if name:
            self.take(Path(name))
        else:
            self.icc.setCurrentIndex(0)


def profile_choice() -> QComboBox:
    """Return the choice of print profiles; one that is not sound is listed by its file's name and says why."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(14)
    for name in names():
        try:
            title = title_of(name)
        except Refused as refusal:
            title = f"{name}: {refusal.what}"
        box.addItem(title, name)
    box.setCurrentIndex(max(box.findData(DEFAULT), 0))
    return box


def title_of(name: str) -> str:
    """Return how a print profile is called in the window's language.

    Raises:
        Refused: there is none of that name, or it is not sound.
    """
    profile = load(name)
    return profile.title if language() == ENGLISH else profile.title_native or profile.title
