"""The designer: templates and elements at the left, the badge in the middle, what the selected is like at the right."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.designer.bar import Bar
from hallwright.desktop.designer.elements import Elements
from hallwright.desktop.designer.files import Files
from hallwright.desktop.designer.pageform import PageForm
from hallwright.desktop.designer.properties import KINDS, Properties
from hallwright.desktop.designer.sheet import Sheet
from hallwright.desktop.designer.templatebar import TemplateBar
from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, explain, soft
from hallwright.drawing.badgecheck import amiss
from hallwright.drawing.badgeface import FaceMaker
from hallwright.drawing.badgefields import Fields
from hallwright.drawing.primitives import Drawing, NotShown
from hallwright.editing import templates as edits
from hallwright.editing.change import Change
from hallwright.editing.designing import added, background, changed, free_name, new_element, paged
from hallwright.editing.telling import retold
from hallwright.expo.design import Design, Face, Kind, Page
from hallwright.expo.starters import classic, resized, sizes
from hallwright.expo.templates import design_of, inherited
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, counted

_TOLD = 4
"""Lines of what is amiss that are told; the list marks the others."""


class Designer(Frame):
    """Designs badge templates; every edit is on disk at once and can be undone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Badge templates"), parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.desk = desk
        self._design: Design | None = None
        self._fitting = True
        self._since = 0
        self._undone = 0
        self._lost: list[NotShown] = []
        self.files = Files(desk, self.message, self)
        offered = sizes()
        self.templates = TemplateBar(desk, self._do, offered)
        self.elements = Elements()
        self.sheet = Sheet(self._drawn)
        self.properties = Properties()
        self.page = PageForm(offered)
        self.bar = Bar()
        self.face, self.person, self.snap = self.bar.face, self.bar.person, self.bar.snap
        self.undo, self.redo = self.bar.undo, self.bar.redo
        self.area = QScrollArea()
        self.area.setWidget(self.sheet)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setMinimumWidth(320)
        self.area.installEventFilter(self)
        self.notes = soft()
        self.notes.setAccessibleName(_("What is amiss"))
        self.body.addWidget(self._parts(), 1)
        self.add_button(_("Close"), Role.RejectRole)
        self._connect()
        self._keys()
        em = self.fontMetrics().horizontalAdvance("m")
        self.resize(em * 112, self.fontMetrics().height() * 48)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the badge once there is room for it."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """Show the whole face, and keep doing so when there is more or less room."""
        self._fitting = True
        self.sheet.fit(self.area.maximumViewportSize())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the badge fitted."""
        if watched is self.area and event.type() == QEvent.Type.Resize and self._fitting:
            QTimer.singleShot(0, self, self.fit)
        return super().eventFilter(watched, event)

    # -- parts --------------------------------------------------------------------------------------------------

    def _parts(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.templates)
        column.addWidget(self.elements, 1)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(GRID, 0, GRID, 0)
        column.setSpacing(GRID)
        column.addWidget(self.bar)
        column.addWidget(self.area, 1)
        column.addWidget(self.notes)
        self.side = QStackedWidget()
        self.side.addWidget(self.page)
        self.side.addWidget(self.properties)
        self.right = right = QScrollArea()
        right.setWidget(self.side)
        right.setWidgetResizable(True)
        right.setFrameShape(QFrame.Shape.NoFrame)
        right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        for part in (left, middle, right):
            splitter.addWidget(part)
        splitter.setStretchFactor(1, 1)
        em = self.fontMetrics().horizontalAdvance("m")
        left.setMinimumWidth(em * 19)
        right.setMinimumWidth(em * 27)
        splitter.setSizes([em * 22, em * 60, em * 30])
        return splitter

    def _connect(self) -> None:
        self.desk.changed.connect(self.refresh)
        self.templates.chosen.connect(lambda _key: self._chosen())
        self.templates.import_wanted.connect(self.import_from)
        self.templates.export_wanted.connect(self.export_to)
        self.elements.selected.connect(self.select)
        self.elements.edited.connect(self.edit)
        self.elements.wanted.connect(self.add)
        self.sheet.selected.connect(self._selected)
        self.sheet.edited.connect(self.edit)
        self.sheet.zoom_asked.connect(self._zoom_by)
        self.sheet.zoomed.connect(self.bar.show_zoom)
        self.bar.zoom_asked.connect(self._zoom_by)
        self.undo.clicked.connect(self._undo)
        self.redo.clicked.connect(self._redo)
        self.properties.changed.connect(self._change)
        self.properties.picture_wanted.connect(self.take_picture)
        self.properties.wrong.connect(self._refuse)
        self.page.changed.connect(self._set_page)
        self.person.changed.connect(self._look_at)
        self.face.picked.connect(lambda _face: self._show())
        self.snap.toggled.connect(lambda on: setattr(self.sheet, "snap", on))

    def _keys(self) -> None:
        for keys, run in (
            (QKeySequence.StandardKey.Undo, self._undo),
            (QKeySequence.StandardKey.Redo, self._redo),
            (QKeySequence("Ctrl+D"), self.elements.duplicate_selected),
        ):
            QShortcut(QKeySequence(keys), self, run)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.sheet, self.elements.delete_selected)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)

    # -- what is shown ------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the template as it is in the project now."""
        self.templates.refresh()
        self.message.clear()
        row = self.templates.row
        try:
            self._design = design_of(self.desk.show, row) if row is not None else None
        except Refused as refusal:
            self._design = None
            self.message.refuse(refusal)
        self.person.offer(self.desk.show, [role for role in row.roles if role] if row else [])
        for part in (self.elements, self.side, self.face):
            part.setEnabled(self._design is not None)
        session = self.desk.session
        for button, can, summary in (
            (self.undo, self._since > 0, session.undo_summary),
            (self.redo, self._undone > 0, session.redo_summary),
        ):
            explain(button, "" if can else _("There is nothing to take back here."))
            if can and summary:
                button.setToolTip(retold(summary))
        self._show()

    def _show(self) -> None:
        design = self._design
        self.sheet.setEnabled(design is not None)
        self.right.setVisible(design is not None)
        if design is None:
            # What badges look like until there is a template.
            self.sheet.show_design(classic(), Face.FRONT)
            self.notes.setText(_("Choose a size under “New, copy, import…”: the first template makes all badges."))
            return
        if self.face.currentData() not in design.page.faces:
            self.face.put(Face.FRONT)
        self.face.setEnabled(len(design.page.faces) > 1)
        face = Face(self.face.currentData())
        found = amiss(design)
        row = self.templates.row
        base = inherited(self.desk.show, row) if row is not None else None
        self.elements.show_design(design, face, [one.element for one in found], base)
        self.sheet.show_design(design, face)
        self.page.show_page(design.page)
        self._show_notes()
        self._selected(self.sheet.names)

    def _show_notes(self) -> None:
        design = self._design
        if design is None:
            return
        self._lost.clear()
        self._drawn(design, Face(self.face.currentData()))
        lines = [f"{lost.text}: {lost.reason}" for lost in dict.fromkeys(self._lost)]
        lines += [f"{one.element}: {one.what}" for one in amiss(design)]
        more = len(lines) - _TOLD
        lines = lines[:_TOLD] + ([counted("and {number} more", "and {number} more", more)] if more > 0 else [])
        self.notes.setText("\n".join(lines) if lines else _("Nothing is amiss."))

    def _drawn(self, design: Design, face: Face) -> Drawing:
        self._lost.clear()
        fields = Fields(self.desk.show)
        maker = FaceMaker(design, face, "shown", fields, self.desk.session.store.asset, self._lost)
        return maker.items(self.person.person)

    def _look_at(self) -> None:
        self.sheet.renew()
        self._show_notes()

    def select(self, names: tuple[str, ...]) -> None:
        """Select elements of the face that is shown."""
        self.sheet.select(names)

    def _selected(self, names: tuple[str, ...]) -> None:
        self.elements.select(names)
        one = self._design.named(names[0]) if self._design is not None and len(names) == 1 else None
        if one is not None and self._design is not None:
            self.properties.show_element(one, self._design)
        self.side.setCurrentWidget(self.properties if one is not None else self.page)

    def _chosen(self) -> None:
        self.sheet.select(())
        self.refresh()
        self.fit()

    def _zoom_by(self, factor: float) -> None:
        if not factor:
            self.fit()
            return
        self._fitting = False
        self.sheet.set_zoom(self.sheet.zoom * factor)

    # -- edits --------------------------------------------------------------------------------------------------

    def _do(self, edit: Callable[[], Change]) -> bool:
        before = self.desk.session.position
        if not self.commit(self.desk, edit):
            line = self.message.text
            self.refresh()
            self.message.error(line)
            return False
        if self.desk.session.position > before:
            self._since, self._undone = self._since + 1, 0
            self.refresh()
        return True

    def edit(self, design: Design) -> bool:
        """Put a design in the place of the template's."""
        key = self.templates.key
        return self._do(lambda: edits.design_template(self.desk.show, key, design))

    def add(self, kind: Kind | None) -> None:
        """Add an element and select it; a picture, or artwork behind everything, is asked for."""
        design = self._design
        if design is None:
            return
        if kind is None:
            self.take_background()
            return
        one = new_element(design, kind, Face(self.face.currentData()), _(KINDS[kind]))
        if self.edit(added(design, one)):
            self.select((one.name,))
            self.sheet.setFocus()

    def _change(self, values: dict[str, Any]) -> None:
        design, names = self._design, self.sheet.names
        if design is None or len(names) != 1:
            return
        new = values.get("name")
        if new is not None and new != free_name(design, new):
            self._refuse(_("Two elements of a template cannot have one name."))
            return
        if self.edit(changed(design, names[0], **values)) and new:
            self.select((new,))

    def _refuse(self, line: str) -> None:
        """Show again what is, and say what was wrong with what was typed."""
        self._show()
        self.message.error(line)

    def _set_page(self, page: Page) -> None:
        design = self._design
        if design is None:
            return
        if self.page.stretch.isChecked() and page.panel != design.page.panel:
            # Where the punch is, the page itself says.
            design = replace(resized(design, replace(page, punch=None)), page=design.page)
        if self.edit(paged(design, page)):
            self.fit()

    def _undo(self, _checked: bool = False) -> None:
        if self._since > 0:
            self._since, self._undone = self._since - 1, self._undone + 1
            self.desk.undo()

    def _redo(self, _checked: bool = False) -> None:
        if self._undone > 0:
            self._since, self._undone = self._since + 1, self._undone - 1
            self.desk.redo()

    # -- files --------------------------------------------------------------------------------------------------

    def take_picture(self, path: Path | None = None) -> None:
        """Put a file's picture into the selected element; the file is asked for if none is given."""
        found = self.files.picture(_("Choose a picture"), path)
        if found is not None:
            self._change({"asset": found.asset, "pixels": found.pixels})

    def take_background(self, path: Path | None = None) -> None:
        """Lay a file's picture behind everything on the face, out to the bleed."""
        design = self._design
        found = self.files.picture(_("Choose background artwork"), path) if design is not None else None
        if design is None or found is None:
            return
        one = background(design, Face(self.face.currentData()), _("background"))
        one = replace(one, asset=found.asset, pixels=found.pixels)
        if self.edit(added(design, one, lowest=True)):
            self.select((one.name,))

    def import_from(self, path: Path | None = None) -> None:
        """Add the template of a file; it makes nobody's badge until it is told whose."""
        found = self.files.template_in(path)
        if found is not None:
            show = self.desk.show
            self.templates.taken(lambda: edits.add_template(show, edits.free_name(show, found.name), found.design))

    def export_to(self, path: Path | None = None) -> None:
        """Write the template into a file."""
        row = self.templates.row
        if row is not None:
            self.files.template_out(row, path)
