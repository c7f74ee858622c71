"""Naming the present version of the plan, and the names given before."""

from PySide6.QtWidgets import QLineEdit, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import Frame, Role, add_row, form
from hallwright.desktop.dialogs.report import Report
from hallwright.desktop.locales import moment
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, counted
from hallwright.support.numbers import figure
from hallwright.support.text import one_line


class VersionDialog(Frame):
    """Gives the present state a name, under which it can be found in the history."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Name this version"), parent)
        self._desk = desk
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("for example: Sent to the fire department"))
        self.list = Report((_("Name"), _("Named"), _("Changes since")), _("Named versions"))
        fields = form()
        add_row(fields, _("&Name"), self.name)
        self.body.addLayout(fields)
        self.body.addWidget(self.list, 1)
        self.compare = self.add_button(_("&Compare…"), Role.ActionRole)
        self.compare.setToolTip(_("Compare the chosen version, or the newest, with the present plan"))
        self.compare.clicked.connect(self._compare)
        self.ok = self.add_button(_("Name version"), Role.AcceptRole, default=True)
        self.add_button(_("Close"), Role.RejectRole)
        self.buttons.accepted.connect(self._name)
        self.name.textChanged.connect(self._look)
        desk.changed.connect(self._fill)
        self.resize(self.fontMetrics().horizontalAdvance("m") * 44, self.fontMetrics().height() * 20)
        self._fill()
        self._look()

    def _compare(self) -> None:
        from hallwright.desktop.dialogs.comparing import CompareDialog

        chosen = [index.row() for index in self.list.table.selectionModel().selectedRows()]
        before = self._versions[chosen[0]].seq if chosen else None
        CompareDialog(self._desk, self, before).exec()

    def _fill(self) -> None:
        session = self._desk.session
        versions = session.versions()
        self._versions = list(reversed(versions))
        rows = [
            (version.name, moment(version.at), figure(session.position - version.seq, 0)) for version in self._versions
        ]
        self.compare.setEnabled(bool(rows))
        title = (
            counted("{number} named version", "{number} named versions", len(rows))
            if rows
            else _("No version has a name yet.")
        )
        self.list.show_rows(title, rows)
        self._taken = {version.name.casefold() for version in versions}

    def _look(self) -> None:
        name = one_line(self.name.text())
        reason = (
            _("Type a name.")
            if not name
            else _("'{name}' is taken.").format(name=name)
            if name.casefold() in self._taken
            else ""
        )
        self.require(self.ok, reason)

    def _name(self) -> None:
        name = one_line(self.name.text())
        try:
            self._desk.session.name_version(name)
        except Refused as refusal:
            self.message.error(refusal.line())
            return
        self._desk.said.emit(_("This version is named '{name}'.").format(name=name))
        self.accept()
