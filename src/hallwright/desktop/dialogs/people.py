"""People: find, edit, add, delete; who is listed twice; whose data are to go."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, explain, soft
from hallwright.desktop.dialogs.personform import LastDayDialog, PersonForm
from hallwright.desktop.dialogs.photofield import PhotoField
from hallwright.desktop.peoplesearch import MOST, PeopleSearch, firm_of
from hallwright.editing import people
from hallwright.editing.duplicates import duplicates, join
from hallwright.editing.exhibitors import amend_exhibitor
from hallwright.editing.retention import due, erase, keep_for
from hallwright.expo.people import Person
from hallwright.expo.printed import now
from hallwright.expo.quotas import quota, staff_of
from hallwright.expo.terms import called, term
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, counted

ALL, TWICE, DUE = "all", "twice", "due"


class PeopleDialog(Frame):
    """The list on the left, the fields of whoever is chosen on the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("People"), parent)
        self._desk = desk
        self._known_people = PeopleSearch()
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(_("Name, pinyin, company, code"))
        self.search.setAccessibleName(_("Find a person"))
        self.search.textChanged.connect(self._fill)
        self.which = QComboBox()
        self.which.setAccessibleName(_("Which people"))
        for label, value in ((_("All"), ALL), (_("Listed twice"), TWICE), (_("To be erased"), DUE)):
            self.which.addItem(label, value)
        self.which.currentIndexChanged.connect(self._switch)
        self.list = QTreeWidget()
        self.list.setAccessibleName(_("People"))
        self.list.setHeaderLabels([_("Person"), _("Company"), _("Role")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._chosen)
        self.found = soft()
        self.fields = PersonForm()
        self.fields.changed.connect(self._look)
        self.quota = soft()
        self.grant = QPushButton(_("&Grant one more"))
        self.grant.setAutoDefault(False)
        self.grant.clicked.connect(self.grant_one)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.search, 1)
        top.addWidget(self.which)
        self.photo = PhotoField(desk)
        self.photo.chosen.connect(self.set_photo)
        self.joining, self.erasing = QPushButton(_("&Join into the first")), QPushButton(_("&Erase"))
        self.keeping = QPushButton(_("&Keep until…"))
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self.found, 1)
        for button, run in (
            (self.keeping, self.ask_last_day),
            (self.joining, self.join_chosen),
            (self.erasing, self.erase_chosen),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(run)
            below.addWidget(button)
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        column = QVBoxLayout(right)
        column.setContentsMargins(GRID, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.fields)
        column.addWidget(self.photo)
        granting = QHBoxLayout()
        granting.addWidget(self.quota, 1)
        granting.addWidget(self.grant)
        column.addLayout(granting)
        column.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        self.body.addWidget(splitter, 1)
        self.new = self.add_button(_("&New person"), Role.ActionRole)
        self.new.clicked.connect(self.begin)
        self.ok = self.add_button(_("&Save"), Role.ActionRole, default=True)
        self.ok.clicked.connect(self.save)
        self.add_button(_("Close"), Role.RejectRole)
        self._adding = False
        desk.changed.connect(self._fill)
        em = self.fontMetrics().horizontalAdvance("m")
        self.resize(em * 108, self.fontMetrics().height() * 50)
        splitter.setSizes([em * 44, em * 62])
        self._fill()
        self.search.setFocus()

    @property
    def person(self) -> Person | None:
        """Who is chosen, where it is one alone."""
        ids = self._ids()
        return self._desk.show.people.get(ids[0]) if len(ids) == 1 else None

    def begin(self) -> None:
        """Show empty fields for a new person."""
        self.list.clearSelection()
        self._adding = True
        self.fields.show_person(self._desk.show, Person(id=""))
        self._look()
        self.fields.lines["given"].setFocus()

    def save(self) -> None:
        """Write what is typed: a new person, or the fields of whoever is chosen."""
        values, person, show = self.fields.values(), self.person, self._desk.show
        if self._adding:
            before = set(show.people)
            if self.commit(self._desk, lambda: people.add(self._desk.show, **values)):
                self._adding = False
                self.search.clear()
                self._fill()
                self._choose([key for key in self._desk.show.people if key not in before])
        elif person is not None:
            self.commit(self._desk, lambda: people.amend_person(self._desk.show, person.id, **values))

    def set_photo(self, content: bytes) -> None:
        """Keep a photo, or none, for whoever is chosen."""
        person = self.person
        if person is None:
            return
        try:
            # Before the change that names it, as the store asks for.
            key = self._desk.session.store.put_asset(content) if content else ""
        except Refused as refusal:
            self.message.refuse(refusal)
            return
        self.commit(self._desk, lambda: people.amend_person(self._desk.show, person.id, photo=key))

    def grant_one(self) -> None:
        """Let the exhibitor of whoever is chosen have one badge more than its quota gives."""
        party = self._desk.show.exhibitors.get(self.fields.values()["exhibitor"] or "")
        if party is not None:
            more = party.badges_extra + 1
            self.commit(self._desk, lambda: amend_exhibitor(self._desk.show, party.id, badges_extra=more))

    def join_chosen(self) -> None:
        """Make one person of those who are chosen; the first in the list is kept."""
        ids = self._ids()
        twins = any(set(ids) <= {person.id for person in some} for some in duplicates(self._desk.show))
        question = counted(
            "These are {number} entries of different people, as it seems. Make one person of them?",
            "These are {number} entries of different people, as it seems. Make one person of them?",
            len(ids),
        )
        if not twins and not self._sure(question):
            return
        if self.commit(self._desk, lambda: join(self._desk.show, ids)):
            self._choose(ids[:1])

    def ask_last_day(self) -> None:
        """Ask until when those who are chosen may be kept."""
        ids = self._ids()
        rows = [self._desk.show.people[key] for key in ids]
        dialog = LastDayDialog(len(ids), rows[0].keep_until if rows else None, self)
        if dialog.exec():
            self.keep_chosen(dialog.day.value())

    def keep_chosen(self, until: date | None) -> None:
        """Set the day until which those who are chosen may be kept."""
        ids = self._ids()
        self.commit(self._desk, lambda: keep_for(self._desk.show, ids, until), rows=len(ids))

    def erase_chosen(self) -> None:
        """Erase those who are chosen."""
        ids = self._ids()
        question = counted(
            "Erase {number} person? The badge becomes void.",
            "Erase {number} people? Their badges become void.",
            len(ids),
        )
        if not self._sure(question):
            return
        if self.commit(self._desk, lambda: erase(self._desk.show, ids, now())):
            self.message.tell(
                counted(
                    "{number} person is erased. Undo and the history still know them.",
                    "{number} people are erased. Undo and the history still know them.",
                    len(ids),
                )
            )

    def _sure(self, question: str) -> bool:
        answers = QMessageBox.StandardButton.Cancel | QMessageBox.StandardButton.Yes
        answer = QMessageBox.question(self, self.windowTitle(), question, answers, QMessageBox.StandardButton.Cancel)
        return answer == QMessageBox.StandardButton.Yes

    def _switch(self) -> None:
        self._fill()
        if self.which.currentData() == DUE:
            self.list.selectAll()

    def _ids(self) -> list[str]:
        items = sorted(self.list.selectedItems(), key=self.list.indexOfTopLevelItem)
        return [str(item.data(0, Qt.ItemDataRole.UserRole)) for item in items]

    def _listed(self) -> tuple[Sequence[Person], str]:
        show, which = self._desk.show, self.which.currentData()
        if which == TWICE:
            groups = duplicates(show)
            text = counted("{number} person is listed twice", "{number} people are listed twice", len(groups))
            return [person for some in groups for person in some], text if groups else _("Nobody is listed twice.")
        if which == DUE:
            late = due(show, date.today())  # noqa: DTZ011  # the user's own calendar
            text = counted("{number} person to be erased", "{number} people to be erased", len(late))
            return late, text if late else _("Nobody is past the day until which they may be kept.")
        found = self._known_people.found(show, self.search.text())
        if len(found) == MOST:
            return found, _("The first {count}; type more to see fewer.").format(count=MOST)
        return found, counted("{number} person", "{number} people", len(found)) if found else _("Nobody is called so.")

    def _fill(self) -> None:
        ids = self._ids()
        listed, text = self._listed()
        self.search.setEnabled(self.which.currentData() == ALL)
        self.list.blockSignals(True)
        self.list.clear()
        groups = (
            {person.id: place for place, some in enumerate(duplicates(self._desk.show)) for person in some}
            if (self.which.currentData() == TWICE)
            else {}
        )
        for person in listed:
            names = "  ".join(dict.fromkeys(filter(None, (person.native, person.latin))))
            item = QTreeWidgetItem([names, firm_of(self._desk.show, person), term(person.role)])
            item.setSizeHint(0, QSize(0, self.fontMetrics().height() + GRID))
            item.setData(0, Qt.ItemDataRole.UserRole, person.id)
            if groups.get(person.id, 0) % 2:
                # Every other group on a tint, so that one sees who belongs together.
                for column in range(3):
                    item.setBackground(column, self.palette().alternateBase())
            self.list.addTopLevelItem(item)
        em = self.fontMetrics().horizontalAdvance("m")
        for column, wide in enumerate((17, 16)):
            self.list.setColumnWidth(column, em * wide)
        self.list.blockSignals(False)
        self.found.setText(text)
        if not self._adding:
            self._choose(ids)

    def _choose(self, ids: Sequence[str]) -> None:
        """Choose people in the list; the first of it where none of them is there."""
        items = [
            item for row in range(self.list.topLevelItemCount()) if (item := self.list.topLevelItem(row)) is not None
        ]
        chosen = [item for item in items if item.data(0, Qt.ItemDataRole.UserRole) in ids] or items[:1]
        self.list.blockSignals(True)
        self.list.clearSelection()
        for item in chosen:
            item.setSelected(True)
        self.list.blockSignals(False)
        self._chosen()

    def _chosen(self) -> None:
        if self.list.selectedItems():
            self._adding = False
        self.fields.show_person(self._desk.show, self.person if not self._adding else Person(id=""))
        self._look()

    def _look(self) -> None:
        person, show, ids = self.person, self._desk.show, self._ids()
        typed = self.fields.values() if person is not None or self._adding else {}
        reason = ""
        if not typed:
            reason = _("Choose one person.")
        elif not any(typed[name] for name in ("given", "family", "native")):
            reason = _("A person needs a name")
        elif person is not None and all(getattr(person, name) == value for name, value in typed.items()):
            reason = _("Nothing is changed.")
        self.require(self.ok, reason)
        explain(self.joining, "" if len(ids) > 1 else _("Choose two entries of one person or more"))
        for button in (self.erasing, self.keeping):
            explain(button, "" if ids else _("Choose someone."))
        self.joining.setVisible(self.which.currentData() != DUE)
        self.photo.show_person(person)
        party = show.exhibitors.get(typed.get("exhibitor") or "")
        limit = quota(show, party) if party is not None else None
        self.quota.setVisible(limit is not None)
        self.grant.setVisible(limit is not None)
        if party is not None and limit is not None:
            self.quota.setText(
                _("{exhibitor} has {count} of {limit} staff badges.").format(
                    exhibitor=called(party), count=len(staff_of(show, party)), limit=limit
                )
            )
