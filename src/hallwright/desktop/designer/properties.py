"""What one element is like: place, text, fit, colours, and when it is shown."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hallwright.desktop.designer.widgets import Choice, ColourChoice, Length, Points, RolesButton
from hallwright.desktop.designer.wordlist import FIELD_TEXTS, WordList
from hallwright.desktop.dialogs.frame import GRID, add_row, form, soft
from hallwright.expo.design import CODES, FIELDS, SHAPES, Across, Design, Down, Element, Fill, Fit, Kind
from hallwright.expo.designfile import FARTHEST, MOST_PARTS
from hallwright.support.i18n import N_, _

KINDS = {
    Kind.TEXT: N_("Text"),
    Kind.BOX: N_("Rectangle"),
    Kind.ELLIPSE: N_("Ellipse"),
    Kind.POLYGON: N_("Polygon"),
    Kind.QR: N_("QR code"),
    Kind.BARCODE: N_("Barcode"),
    Kind.PHOTO: N_("Photo"),
    Kind.PICTURE: N_("Picture"),
}
_FITS = {
    Fit.WRAP: N_("Wrap, then shrink"),
    Fit.SHRINK: N_("Shrink on one line"),
    Fit.ABBREVIATE: N_("Wrap, shrink, then abbreviate"),
}
_ACROSS = {Across.LEFT: N_("Left"), Across.CENTRE: N_("Centre"), Across.RIGHT: N_("Right")}
_DOWN = {Down.TOP: N_("Top"), Down.MIDDLE: N_("Middle"), Down.BOTTOM: N_("Bottom")}
_FILLS = {
    Fill.CONTAIN: N_("Whole picture"),
    Fill.COVER: N_("Fill the box, cut off the rest"),
    Fill.STRETCH: N_("Stretch"),
}


class Properties(QWidget):
    """Shows one element and tells which of its fields shall change."""

    changed = Signal(dict)
    picture_wanted = Signal()
    wrong = Signal(str)
    """What was typed makes no sense; the line says what would."""

    def __init__(self) -> None:
        super().__init__()
        self._one: Element | None = None
        self.title = QLabel()
        self.title.setProperty("heading", "true")
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.name.editingFinished.connect(lambda: self._set(name=self.name.text().strip()))
        self.left, self.top, self.wide, self.high = Length(), Length(), Length(0.0), Length(0.0)
        for field, key in ((self.left, "x"), (self.top, "y"), (self.wide, "width"), (self.high, "height")):
            field.changed.connect(lambda value, key=key: self._set(**{key: value}))
        self.words = WordList()
        self.words.changed.connect(lambda words: self._set(words=words))
        self.content = QLineEdit()
        self.content.setMaxLength(500)
        self.content.editingFinished.connect(lambda: self._set(content=self.content.text()))
        self.corners = QLineEdit()
        self.corners.setToolTip(_("Corners in percent of the box, for example 0,100 50,0 100,100"))
        self.corners.editingFinished.connect(self._cornered)
        self.fit = Choice([(_(text), value) for value, text in _FITS.items()])
        self.fit.picked.connect(lambda value: self._set(fit=value))
        self.greatest, self.least = Points(), Points()
        self.greatest.changed.connect(self._resize)
        self.least.changed.connect(lambda value: self._set(smallest=value, size=max(value, self.greatest.value())))
        self.across = Choice([(_(text), value) for value, text in _ACROSS.items()])
        self.across.picked.connect(lambda value: self._set(across=value))
        self.down = Choice([(_(text), value) for value, text in _DOWN.items()])
        self.down.picked.connect(lambda value: self._set(down=value))
        self.colour = ColourChoice()
        self.colour.picked.connect(lambda value: self._set(colour=value))
        self.ground = ColourChoice(none=_("None"))
        self.ground.picked.connect(lambda value: self._set(ground=value))
        self.picture = QPushButton(_("Choose a picture…"))
        self.picture.setAutoDefault(False)
        self.picture.clicked.connect(self.picture_wanted)
        self.resolution = soft()
        self.fill = Choice([(_(text), value) for value, text in _FILLS.items()])
        self.fill.picked.connect(lambda value: self._set(fill=value))
        self.roles = RolesButton(_("All roles"))
        self.roles.picked.connect(lambda roles: self._set(roles=roles))
        self.filled = Choice([(_("Always"), ""), *((_(FIELD_TEXTS[name]), name) for name in FIELDS)])
        self.filled.picked.connect(lambda value: self._set(filled=value))
        self.below = Choice()
        self.below.picked.connect(lambda value: self._set(below=value))
        self.distance = Length(0.0, 100.0)
        self.distance.changed.connect(lambda value: self._set(distance=value))
        self.form = form()
        self._rows()
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 0, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.title)
        column.addLayout(self.form)
        column.addStretch(1)

    def _rows(self) -> None:
        # Labels above: the panel is narrow, and Chinese and English labels differ in width.
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        add_row(self.form, _("Name"), self.name)
        self.form.addRow(_("Left, top"), _pair(self.left, self.top))
        self.form.addRow(_("Width, height"), _pair(self.wide, self.high))
        for field, text in (
            (self.left, _("Left")),
            (self.top, _("Top")),
            (self.wide, _("Width")),
            (self.high, _("Height")),
        ):
            field.setAccessibleName(text)
        self.form.addRow(self.words)
        add_row(self.form, _("Content"), self.content)
        add_row(self.form, _("Corners"), self.corners)
        add_row(self.form, _("If too long"), self.fit)
        self._sizes = _pair(self.greatest, self.least)
        self.form.addRow(_("Size, least size"), self._sizes)
        self.greatest.setAccessibleName(_("Size"))
        self.least.setAccessibleName(_("Least size"))
        self._sides = _pair(self.across, self.down)
        self.form.addRow(_("Alignment"), self._sides)
        self.across.setAccessibleName(_("Alignment across"))
        self.down.setAccessibleName(_("Alignment down"))
        add_row(self.form, _("Colour"), self.colour)
        add_row(self.form, _("Ground"), self.ground)
        self.form.addRow(self.picture)
        self.form.addRow(self.resolution)
        add_row(self.form, _("Fill"), self.fill)
        add_row(self.form, _("Shown for"), self.roles)
        add_row(self.form, _("Shown if filled"), self.filled)
        add_row(self.form, _("Starts below"), self.below)
        add_row(self.form, _("Distance"), self.distance)

    def show_element(self, one: Element, design: Design) -> None:
        """Show an element of a design."""
        self._one = one
        self.title.setText(_(KINDS[one.kind]))
        corners = " ".join(f"{x / 100:g},{y / 100:g}" for x, y in one.points)
        for line, text in ((self.name, one.name), (self.content, one.content), (self.corners, corners)):
            if line.text() != text:
                with QSignalBlocker(line):
                    line.setText(text)
        for field, value in (
            (self.left, one.x),
            (self.top, one.y),
            (self.wide, one.width),
            (self.high, one.height),
            (self.distance, one.distance),
        ):
            field.put(value)
        self.words.put(one.words)
        self.fit.put(one.fit)
        self.greatest.put(one.size)
        self.least.put(one.smallest)
        self.across.put(one.across)
        self.down.put(one.down)
        self.colour.put(one.colour)
        self.ground.put(one.ground)
        self.fill.put(one.fill)
        self.roles.put(one.roles)
        self.filled.put(one.filled)
        others = [o.name for o in design.elements if o.kind is Kind.TEXT and o.face is one.face and o.name != one.name]
        self.below.offer([(_("Its own place"), ""), *((name, name) for name in others)])
        self.below.put(one.below)
        self.resolution.setText(
            _("{wide} × {high} pixels, {ppi:.0f} an inch as placed").format(
                wide=one.pixels[0], high=one.pixels[1], ppi=one.ppi
            )
            if one.asset
            else _("PNG, JPEG, a page of a PDF, or SVG")
        )
        self._look(one)

    def _look(self, one: Element) -> None:
        text, picture = one.kind is Kind.TEXT, one.kind is Kind.PICTURE
        for field, shown in (
            (self.words, text),
            (self.fit, text),
            (self._sizes, text),
            (self._sides, text),
            (self.below, text),
            (self.distance, text and bool(one.below)),
            (self.content, one.kind in CODES),
            (self.corners, one.kind is Kind.POLYGON),
            (self.colour, text or one.kind in SHAPES or one.kind in CODES),
            (self.ground, not text and one.kind not in SHAPES),
            (self.picture, picture),
            (self.resolution, picture),
            (self.fill, picture or one.kind is Kind.PHOTO),
        ):
            self.form.setRowVisible(field, shown)

    def _cornered(self) -> None:
        try:
            pairs = [pair.split(",") for pair in self.corners.text().split()]
            points = tuple((round(float(x) * 100), round(float(y) * 100)) for x, y in pairs)
        except (ValueError, OverflowError):
            points = ()
        if 3 <= len(points) <= MOST_PARTS and all(abs(value) <= FARTHEST for point in points for value in point):
            self._set(points=points)
        elif self._one is not None:
            self.wrong.emit(_("Corners are three pairs or more, for example 0,100 50,0 100,100."))

    def _resize(self, size: float) -> None:
        self._set(size=size, smallest=min(self.least.value(), size))

    def _set(self, **values: Any) -> None:
        one = self._one
        if one is not None and any(getattr(one, key) != value for key, value in values.items()):
            self.changed.emit(values)


def _pair(first: QWidget, second: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    row.addWidget(first, 1)
    row.addWidget(second, 1)
    return holder
