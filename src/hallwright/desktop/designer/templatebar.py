"""Which template is drawn, whose badges it makes, what it inherits from, and what else can be done with it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox, QVBoxLayout, QWidget

from hallwright.desktop.designer.widgets import Choice, menu_button, role_text
from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, add_row, form
from hallwright.editing import templates as edits
from hallwright.editing.change import Change
from hallwright.expo.badges import UNUSED, Template
from hallwright.expo.people import Role
from hallwright.expo.starters import Size, begun
from hallwright.expo.templates import by_name, unused
from hallwright.support.i18n import _

Do = Callable[[Callable[[], Change]], bool]


class TemplateBar(QWidget):
    """Chooses the template; its menu adds, copies, names, deletes, carries in and out."""

    chosen = Signal(str)
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, desk: Desk, do: Do, sizes: tuple[Size, ...]) -> None:
        super().__init__()
        self._desk = desk
        self._do = do
        self.key = ""
        self.templates = Choice()
        self.templates.picked.connect(lambda key: self.choose(str(key)))
        self.menu = QMenu(self)
        self._fill_menu(sizes)
        self.more = menu_button(_("New, copy, import…"), self.menu)
        self.roles = menu_button("", QMenu(self), wide=True)
        self.roles.menu().aboutToShow.connect(self._fill_roles)
        self.parent_ = Choice()
        self.parent_.picked.connect(
            lambda key: self._do(lambda: edits.inherit_template(desk.show, self.key, key or None))
        )
        fields = form()
        fields.setRowWrapPolicy(fields.RowWrapPolicy.WrapAllRows)
        add_row(fields, _("Template"), self.templates)
        add_row(fields, _("Badges of"), self.roles)
        add_row(fields, _("Inherits from"), self.parent_)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(fields)
        column.addWidget(self.more)

    def _fill_menu(self, sizes: tuple[Size, ...]) -> None:
        new = self.menu.addMenu(_("&New"))
        for size in sizes:
            new.addAction(size.name, partial(self.add, size))
        self.child = self.menu.addAction(_("New that &inherits from this one…"), self._add_child)
        self.copy = self.menu.addAction(_("&Duplicate"), self._duplicate)
        self.rename = self.menu.addAction(_("&Rename…"), self._rename)
        self.delete = self.menu.addAction(_("De&lete"), self._delete)
        self.menu.addSeparator()
        self.menu.addAction(_("I&mport from a file…"), self.import_wanted.emit)
        self.out = self.menu.addAction(_("E&xport to a file…"), self.export_wanted.emit)

    @property
    def row(self) -> Template | None:
        """The template that is drawn."""
        return self._desk.show.templates.get(self.key)

    def refresh(self) -> None:
        """Show the templates as they are now."""
        rows = by_name(self._desk.show)
        if self.key not in self._desk.show.templates:
            self.key = rows[0].id if rows else ""
        self.templates.offer([(row.name, row.id) for row in rows])
        self.templates.put(self.key)
        row = self.row
        for action in (self.child, self.copy, self.rename, self.delete, self.out):
            action.setEnabled(row is not None)
        for field in (self.templates, self.roles, self.parent_):
            field.setEnabled(row is not None)
        self.parent_.offer([(_("None"), ""), *((other.name, other.id) for other in rows if other.id != self.key)])
        self.parent_.put((row.parent or "") if row else "")
        self._show_roles(row)

    def choose(self, key: str) -> None:
        """Draw another template."""
        if key != self.key and key in self._desk.show.templates:
            self.key = key
            self.refresh()
            self.chosen.emit(key)

    def add(self, size: Size) -> bool:
        """Add a template of a size; the first of a project makes all badges."""
        show = self._desk.show
        name = edits.free_name(show, size.name)
        first = not show.templates
        if not self._made(lambda: edits.add_template(show, name, begun(size.width, size.height, size.fold))):
            return False
        return self._do(lambda: edits.use_template(self._desk.show, self.key, ())) if first else True

    def taken(self, edit: Callable[[], Change]) -> bool:
        """Add what an edit makes, and draw it."""
        return self._made(edit)

    def _made(self, edit: Callable[[], Change]) -> bool:
        before = set(self._desk.show.templates)
        if not self._do(edit):
            return False
        made = [key for key in self._desk.show.templates if key not in before]
        if made:
            self.choose(made[0])
        return True

    def _show_roles(self, row: Template | None) -> None:
        if row is None:
            text = "–"
        elif unused(row):
            text = _("Nobody yet")
        else:
            names = [role_text(role) for role in Role if role in row.roles]
            text = ", ".join(names) if names else _("All that no other template makes")
        self.roles.setText(text)
        self.roles.setToolTip(text)
        self.roles.setAccessibleDescription(text)

    def _fill_roles(self) -> None:
        """Offer the roles as they are now: when the menu opens, for its own actions are not deleted while they run."""
        row, menu = self.row, self.roles.menu()
        menu.clear()
        if row is None:
            return
        choices: list[tuple[str, bool, tuple[str, ...]]] = [
            (_("All that no other template makes"), not row.roles, ()),
            (_("Nobody yet"), unused(row), UNUSED),
        ]
        for role in Role:
            roles = {one for one in row.roles if one} ^ {str(role)}
            choices.append((role_text(role), role in row.roles, tuple(roles) or UNUSED))
        for text, on, roles_ in choices:
            action = menu.addAction(text, partial(self._use, roles_))
            action.setCheckable(True)
            action.setChecked(on)

    def _use(self, roles: tuple[str, ...]) -> None:
        self._do(lambda: edits.use_template(self._desk.show, self.key, roles))

    def _add_child(self) -> None:
        row = self.row
        if row is not None:
            name = self._asked(_("New template"), edits.free_name(self._desk.show, row.name))
            if name:
                self._made(lambda: edits.add_child(self._desk.show, row.id, name))

    def _duplicate(self) -> None:
        row = self.row
        if row is not None:
            name = edits.free_name(self._desk.show, row.name)
            self._made(lambda: edits.duplicate_template(self._desk.show, row.id, name))

    def _rename(self) -> None:
        row = self.row
        if row is not None:
            name = self._asked(_("Rename template"), row.name)
            if name:
                self._do(lambda: edits.rename_template(self._desk.show, row.id, name))

    def _delete(self) -> None:
        row = self.row
        if row is None:
            return
        text = _("Delete the template {name}? Undo brings it back.").format(name=row.name)
        if QMessageBox.question(self, _("Delete template"), text) == QMessageBox.StandardButton.Yes:
            self._do(lambda: edits.delete_template(self._desk.show, row.id))

    def _asked(self, title: str, name: str) -> str:
        text, agreed = QInputDialog.getText(self, title, _("Name"), text=name)
        return text.strip() if agreed else ""
