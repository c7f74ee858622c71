"""The inspector's page for an underlay."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.desk import Desk
from hallwright.editing import underlays
from hallwright.editing.change import Change
from hallwright.exchange.measures import typed_length
from hallwright.expo.lengths import told, told_size
from hallwright.expo.underlay import Media, Underlay
from hallwright.support.i18n import _
from hallwright.support.numbers import figure


def _no_layers(_row: Underlay) -> tuple[str, ...]:
    return ()


class UnderlayForm(QWidget):
    """Name, size, angle, dimming, lock and layers of the selected underlay."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.layers_of: Callable[[Underlay], tuple[str, ...]] = _no_layers
        """Gives the names of an underlay's layers."""
        self._title = QLabel(wordWrap=True)
        self._title.setProperty("heading", "true")
        self._size = QLabel(wordWrap=True)
        self._size.setProperty("soft", "true")
        self.name = QLineEdit()
        self.name.editingFinished.connect(self._rename)
        self.length = QLineEdit()
        self.length.setToolTip(_("Width of the whole underlay in metres; the calibration tool is more exact"))
        self.length.editingFinished.connect(self._resize)
        self.angle = QLineEdit()
        self.angle.setToolTip(_("Degrees, clockwise; it turns about its middle"))
        self.angle.editingFinished.connect(self._turn)
        self.dim = QSlider(Qt.Orientation.Horizontal)
        self.dim.setRange(0, 100)
        self.dim.setPageStep(10)
        # Each step while dragging would be a change of its own in the history.
        self.dim.setTracking(False)
        self.dim.valueChanged.connect(self._dim)
        self.locked = QCheckBox(_("Locked"))
        self.locked.toggled.connect(self._lock)
        self.layers = QListWidget()
        self.layers.setAccessibleName(_("Layers"))
        self.layers.itemChanged.connect(lambda _item: self._hide())
        self._layers_title = QLabel(_("Layers"))
        self._layers_title.setProperty("soft", "true")
        self._delete = QPushButton(_("Delete"))
        self._delete.clicked.connect(lambda: self._do(underlays.delete_underlay))
        note = QLabel(_("Seen on the screen only; it is never printed."), wordWrap=True)
        note.setProperty("soft", "true")
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, widget in (
            (_("Name"), self.name),
            (_("Width"), self.length),
            (_("Angle, °"), self.angle),
            (_("Dim, %"), self.dim),
        ):
            form.addRow(label, widget)
            widget.setAccessibleName(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._size)
        layout.addWidget(note)
        layout.addSpacing(8)
        layout.addLayout(form)
        layout.addWidget(self.locked)
        layout.addSpacing(8)
        layout.addWidget(self._layers_title)
        layout.addWidget(self.layers, 1)
        layout.addStretch(1)
        layout.addWidget(self._delete)

    def show_underlay(self, row: Underlay) -> None:
        """Show an underlay's values."""
        across, down = row.width * row.scale, row.height * row.scale
        kind = _("Drawing") if row.media is Media.VECTOR else _("Picture")
        self._title.setText(row.name)
        self._size.setText(f"{kind}, {told_size(round(across, -1), round(down, -1))}")
        for field, text in (
            (self.name, row.name),
            (self.length, told(across, grouped=False)),
            (self.angle, figure(row.angle, 3, grouped=False)),
        ):
            if field.text() != text and not field.hasFocus():
                field.setText(text)
        for widget in (self.length, self.angle):
            widget.setEnabled(not row.locked)
        with QSignalBlocker(self.dim), QSignalBlocker(self.locked):
            self.dim.setValue(row.dim)
            self.locked.setChecked(row.locked)
        self._show_layers(row)

    def _show_layers(self, row: Underlay) -> None:
        names = self.layers_of(row)
        shown = [self.layers.item(k).text() for k in range(self.layers.count())]
        with QSignalBlocker(self.layers):
            if shown != list(names):
                self.layers.clear()
                for name in names:
                    item = QListWidgetItem(name)
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                    self.layers.addItem(item)
            for k, name in enumerate(names):
                on = name not in row.hidden
                self.layers.item(k).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        for widget in (self.layers, self._layers_title):
            widget.setVisible(bool(names))

    def _row(self) -> Underlay | None:
        return self._desk.show.underlays.get(self._desk.item)

    def _do(self, edit: Callable[..., Change], *values: object) -> None:
        row = self._row()
        if row is None:
            return
        if not self._desk.do(lambda: edit(self._desk.show, row.id, *values)):
            # Refused or nothing to do: the fields show the underlay as it is.
            self.show_underlay(row)

    def _rename(self) -> None:
        row = self._row()
        if row is not None and self.name.text().strip() != row.name:
            self._do(underlays.rename_underlay, self.name.text())

    def _resize(self) -> None:
        row = self._row()
        if row is None or self.length.text().strip() == told(row.width * row.scale, grouped=False):
            return
        try:
            width = typed_length(self.length.text())
        except ValueError:
            width = 0
        self._do(underlays.resize_underlay, width / row.width)

    def _turn(self) -> None:
        row, angle = self._row(), _number(self.angle.text())
        if row is not None and abs(angle - row.angle) > 0.0005:
            self._do(underlays.turn_underlay, angle)

    def _dim(self) -> None:
        self._do(underlays.dim_underlay, self.dim.value())

    def _lock(self) -> None:
        self._do(underlays.lock_underlay, self.locked.isChecked())

    def _hide(self) -> None:
        items = [self.layers.item(k) for k in range(self.layers.count())]
        self._do(underlays.hide_layers, [one.text() for one in items if one.checkState() is Qt.CheckState.Unchecked])


def _number(text: str) -> float:
    """Return what was typed as a number; 0 for what is none, which no edit takes for a size."""
    try:
        return float(text.strip().rstrip("° ").replace(",", "."))
    except ValueError:
        return 0.0
