"""The inspector's page for a hall, a zone, an aisle or a fixture."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.desk import Desk
from hallwright.drawing.floor import is_point
from hallwright.editing.aisles import measured
from hallwright.editing.fittings import Item, amend_item, delete_item, floor_item, reshape_item
from hallwright.editing.floor import amend_hall
from hallwright.expo.bearings import bearing_from_text, bearing_text
from hallwright.expo.lengths import told, told_area, told_size
from hallwright.expo.space import Aisle, Fixture, FixtureKind, Hall, Zone
from hallwright.expo.terms import term
from hallwright.geometry.corners import NotCorners, corners_from_text, corners_text
from hallwright.geometry.outline import area, bounds
from hallwright.support.i18n import N_, _

_KINDS = {Hall: N_("Hall"), Zone: N_("Zone"), Aisle: N_("Aisle"), Fixture: N_("Fixture")}


class FloorForm(QWidget):
    """Names, kind, colour and corners of one item."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._title = QLabel(wordWrap=True)
        self._title.setProperty("heading", "true")
        self._size = QLabel(wordWrap=True)
        self._size.setProperty("soft", "true")
        self.name = QLineEdit()
        self.name.editingFinished.connect(lambda: self._set("name", self.name.text().strip()))
        self._native = QLineEdit()
        self._native.editingFinished.connect(lambda: self._set("name_native", self._native.text().strip()))
        self.storey = QLineEdit()
        self.storey.editingFinished.connect(lambda: self._set("storey", self.storey.text().strip()))
        self.north = QLineEdit()
        self.north.setPlaceholderText(_("not known"))
        self.north.setToolTip(
            _("Where the upper edge of the plan points: degrees clockwise from north, or a wind such as NE")
        )
        self.north.editingFinished.connect(self._set_north)
        self._kind = QComboBox()
        for kind in FixtureKind:
            self._kind.addItem(term(kind), str(kind))
        self._kind.activated.connect(lambda _index: self._set("kind", self._kind.currentData()))
        self.main = QCheckBox(_("Main aisle"))
        self.main.setToolTip(_("A main aisle is checked against a width of its own in the rule profile"))
        self.main.clicked.connect(lambda on: self._set("main", on))
        self.gross = QCheckBox(_("Counts to the gross area"))
        self.gross.setToolTip(_("Catering, offices and storage usually do not"))
        self.gross.clicked.connect(lambda on: self._set("gross", on))
        self._colour = QPushButton(_("Colour…"))
        self._colour.clicked.connect(self._choose_colour)
        self.corners = QPlainTextEdit()
        self.corners.setMaximumHeight(160)
        self.corners.setPlaceholderText(_("One corner a line, x y in metres"))
        self._apply = QPushButton(_("Set corners"))
        self._apply.clicked.connect(self._set_corners)
        self._delete = QPushButton(_("Delete"))
        self._delete.clicked.connect(self._remove)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, widget in (
            (_("Name"), self.name),
            (_("Native name"), self._native),
            (_("Storey"), self.storey),
            (_("Up points to"), self.north),
            (_("Kind"), self._kind),
            (_("Colour"), self._colour),
            ("", self.main),
            ("", self.gross),
        ):
            self._form.addRow(label, widget)
            if label:
                widget.setAccessibleName(label)
        self.corners.setAccessibleName(_("Corners"))
        heading = QLabel(_("Corners, in metres"))
        heading.setProperty("soft", "true")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._size)
        layout.addSpacing(8)
        layout.addLayout(self._form)
        layout.addSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self.corners)
        layout.addWidget(self._apply)
        layout.addStretch(1)
        layout.addWidget(self._delete)

    def show_item(self, item: Item) -> None:
        """Show an item's values."""
        name = item.name or (term(item.kind) if isinstance(item, Fixture) else "")
        self._title.setText(_("{what}: {name}").format(what=_(_KINDS[type(item)]), name=name))
        self._size.setText(self._measures(item))
        self.name.setText(item.name)
        self._native.setText(item.name_native)
        for field in (self.name, self._native):
            # A name longer than its field is read from its beginning.
            field.setCursorPosition(0)
        self._form.setRowVisible(self.storey, isinstance(item, Hall))
        self.storey.setText(item.storey if isinstance(item, Hall) else "")
        self._form.setRowVisible(self.north, isinstance(item, Hall))
        self.north.setText(bearing_text(item.north) if isinstance(item, Hall) else "")
        self._form.setRowVisible(self._kind, isinstance(item, Fixture))
        self._form.setRowVisible(self._colour, isinstance(item, Zone))
        self._form.setRowVisible(self.main, isinstance(item, Aisle))
        self.main.setChecked(isinstance(item, Aisle) and item.main)
        self._form.setRowVisible(self.gross, isinstance(item, Fixture) and not is_point(item))
        self.gross.setChecked(isinstance(item, Fixture) and item.gross)
        self._delete.setText(_("Delete name") if isinstance(item, Aisle) else _("Delete"))
        if isinstance(item, Fixture):
            self._kind.setCurrentIndex(self._kind.findData(str(item.kind)))
        if isinstance(item, Zone):
            pixmap = QPixmap(16, 16)
            pixmap.fill(QColor(item.colour))
            self._colour.setIcon(QIcon(pixmap))
        if not self.corners.hasFocus():
            self.corners.setPlainText(corners_text(item.outline))

    def _measures(self, item: Item) -> str:
        box = bounds(item.outline)
        size = f"{told_size(box.width, box.height)}, {told_area(area(item.outline), least=2)}"
        if not isinstance(item, Aisle):
            return size
        clear = measured(self._desk.show, item)
        if clear is None:
            return size
        return size + "\n" + _("{width} clear where it is narrowest").format(width=told(clear.width))

    def _item(self) -> Item | None:
        return floor_item(self._desk.show, self._desk.item)

    def _set(self, field: str, value: str | bool | int | None) -> None:
        item = self._item()
        if item is None or getattr(item, field) == value:
            return
        show = self._desk.show
        if isinstance(item, Hall):
            self._desk.do(lambda: amend_hall(show, item.id, **{field: value}))
        else:
            self._desk.do(lambda: amend_item(show, item.id, **{field: value}))
        current = self._item()
        if current is not None:
            self.show_item(current)

    def _set_north(self) -> None:
        try:
            north = bearing_from_text(self.north.text())
        except ValueError as wrong:
            self._desk.refused.emit(str(wrong))
            return
        self._set("north", north)

    def _set_corners(self) -> None:
        item = self._item()
        if item is not None:
            try:
                outline = corners_from_text(self.corners.toPlainText())
            except NotCorners as wrong:
                self._desk.refused.emit(_(wrong.message).format(number=wrong.number, line=wrong.line))
                return
            self._desk.do(lambda: reshape_item(self._desk.show, item.id, outline))

    def _choose_colour(self) -> None:
        item = self._item()
        if isinstance(item, Zone):
            colour = QColorDialog.getColor(QColor(item.colour), self, _("Colour of the zone"))
            if colour.isValid():
                self._set("colour", colour.name())

    def _remove(self) -> None:
        item = self._item()
        if item is None:
            return
        if isinstance(item, Hall):
            text = _("Delete {item} with all booths, zones and fixtures in it?\nUndo brings everything back.").format(
                item=item.name
            )
            buttons = QMessageBox.StandardButton.Cancel | QMessageBox.StandardButton.Yes
            if QMessageBox.question(self, _("Delete hall"), text, buttons) != QMessageBox.StandardButton.Yes:
                return
        show = self._desk.show
        within = len(show.booths.where("hall", item.id)) + len(show.fixtures.where("hall", item.id))
        self._desk.do(lambda: delete_item(show, item.id), rows=within)
