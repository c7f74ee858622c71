"""The badge desk on the day: find someone, print one badge, know what was printed before."""

from datetime import UTC
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.badgequeue import BadgeQueue
from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, add_row, explain, form, soft
from hallwright.desktop.dialogs.preview import Preview
from hallwright.desktop.dialogs.saving import ask_where
from hallwright.desktop.dialogs.unlocking import key_of, may_sign
from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.locales import moment
from hallwright.desktop.peoplesearch import MOST, PeopleSearch, firm_of
from hallwright.drawing.badge import badge_pages
from hallwright.editing.badges import void
from hallwright.editing.people import name_of
from hallwright.expo.badges import Badge
from hallwright.expo.people import Person
from hallwright.expo.printed import good_badges, now, shown
from hallwright.expo.terms import term
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _, counted
from hallwright.support.text import one_line

_FILE = ""
_DESK, _PRINTER = "badges/desk", "badges/printer"
REASONS = (N_("lost"), N_("damaged"), N_("data changed"))
_JOBS = 6


class BadgeDeskDialog(Frame):
    """People on the left, found as one types; the badge, and what is done with it, on the right."""

    def __init__(self, desk: Desk, settings: QSettings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(_("Badge desk"), parent)
        self._desk, self._settings = desk, settings
        self._known_people = PeopleSearch()
        self.queue = BadgeQueue(desk, self)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(_("Name, pinyin, company, code"))
        self.search.setAccessibleName(_("Find a person"))
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._ask_and_print)
        self.people = QTreeWidget()
        self.people.setAccessibleName(_("People"))
        self.people.setHeaderLabels([_("Person"), _("Company"), _("Role"), _("Badge")])
        self.people.setRootIsDecorated(False)
        self.people.setUniformRowHeights(True)
        self.people.setAlternatingRowColors(True)
        self.people.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.people.header().setStretchLastSection(True)
        self.people.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.people.currentItemChanged.connect(lambda *_items: self._look())
        self.found = soft()
        self.preview = Preview(Glyphs())
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.addItems(["", *(_(reason) for reason in REASONS)])
        self.reason.editTextChanged.connect(self._look)
        self.printer = QComboBox()
        for name in QPrinterInfo.availablePrinterNames():
            self.printer.addItem(name, name)
        self.printer.addItem(_("PDF file…"), _FILE)
        self.place = QLineEdit(self._kept(_DESK))
        self.place.setPlaceholderText(_("e.g. 2"))
        known = self.printer.findData(self._kept(_PRINTER))
        self.printer.setCurrentIndex(max(known, 0))
        fields = form()
        add_row(fields, _("&Reason"), self.reason, name=_("Reason for another badge"))
        add_row(fields, _("&Printer"), self.printer)
        add_row(fields, _("&Desk"), self.place, name=_("Name of this desk"))
        self.jobs = soft()
        left, right = QWidget(), QWidget()
        for side, parts in ((left, (self.search, self.people, self.found)), (right, (self.preview, self.state))):
            column = QVBoxLayout(side)
            column.setContentsMargins(0 if side is left else GRID, 0, GRID if side is left else 0, 0)
            column.setSpacing(GRID)
            for part in parts:
                column.addWidget(part, 1 if part in (self.people, self.preview) else 0)
            if side is right:
                column.addLayout(fields)
                column.addWidget(self.jobs)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 1)
        self.body.addWidget(splitter, 1)
        self.void = self.add_button(_("&Void badge"), Role.ActionRole)
        self.void.clicked.connect(self.void_badge)
        self.ok = self.add_button(_("Print &badge"), Role.ActionRole, default=True)
        self.ok.clicked.connect(self._ask_and_print)
        self.add_button(_("Close"), Role.RejectRole)
        self.queue.changed.connect(self._look)
        desk.changed.connect(self._renew)
        em = self.fontMetrics().horizontalAdvance("m")
        self.resize(em * 92, self.fontMetrics().height() * 44)
        splitter.setSizes([em * 56, em * 34])
        self._fill()
        self.search.setFocus()

    @property
    def person(self) -> Person | None:
        """Who is chosen."""
        item = self.people.currentItem()
        return self._desk.show.people.get(item.data(0, Qt.ItemDataRole.UserRole)) if item is not None else None

    def print_to(self, target: str | Path) -> bool:
        """Print the badge of whoever is chosen on a printer, or into a file.

        Returns:
            False if it was refused; why is said.
        """
        person = self.person
        if person is None:
            return False
        reason = one_line(self.reason.currentText())
        good = good_badges(self._desk.show, person.id)
        if good and not reason:
            self.message.error(
                _("{printed}. Why another? Give a reason, then print.").format(printed=_printed(good[-1]))
            )
            self.reason.setFocus()
            return False
        try:
            if not may_sign(self._desk, self):
                return False
            self.queue.add(person, target, key_of(self._desk), one_line(self.place.text()), reason)
        except Refused as refusal:
            self.message.refuse(refusal)
            return False
        self._keep()
        self.message.clear()
        self.reason.setCurrentText("")
        self.search.selectAll()
        self.search.setFocus()
        return True

    def void_badge(self) -> None:
        """Declare the badges of whoever is chosen void, without another."""
        person = self.person
        if person is None:
            return
        reason = one_line(self.reason.currentText())
        if not reason:
            self.message.error(_("Give a reason, then void the badge."))
            self.reason.setFocus()
            return
        good = [badge.id for badge in good_badges(self._desk.show, person.id)]
        if self.commit(self._desk, lambda: void(self._desk.show, good, now(), reason)):
            self.reason.setCurrentText("")
            self.message.tell(_("The badge of {name} is void. Give gates the new list.").format(name=name_of(person)))

    def done(self, result: int) -> None:
        """Keep the settings; what is in the queue is printed first."""
        if self.queue.busy:
            self.message.error(_("Badges are still being printed. Wait a moment."))
            return
        self._keep()
        super().done(result)

    def _fill(self) -> None:
        known = self.person
        show = self._desk.show
        found = self._known_people.found(show, self.search.text())
        self.people.clear()
        for person in found:
            names = "  ".join(dict.fromkeys(filter(None, (person.native, person.latin))))
            good = good_badges(show, person.id)
            row = QTreeWidgetItem([names, firm_of(show, person), term(person.role), _brief(good)])
            for column in range(4):
                row.setToolTip(column, row.text(column))
            row.setSizeHint(0, QSize(0, self.fontMetrics().height() + GRID))
            row.setData(0, Qt.ItemDataRole.UserRole, person.id)
            self.people.addTopLevelItem(row)
        em = self.fontMetrics().horizontalAdvance("m")
        for column, wide in enumerate((16, 18, 8)):
            self.people.setColumnWidth(column, em * wide)
        again = next((place for place, one in enumerate(found) if known is not None and one.id == known.id), 0)
        item = self.people.topLevelItem(again)
        if item is not None:
            self.people.setCurrentItem(item)
        if len(found) == MOST:
            told = _("The first {count}; type more to see fewer.").format(count=MOST)
        else:
            told = counted("{number} person", "{number} people", len(found)) if found else _("Nobody is called so.")
        self.found.setText(told)
        self._look()

    def _renew(self) -> None:
        self._fill()

    def _look(self) -> None:
        person = self.person
        show = self._desk.show
        if person is None:
            self.preview.show_page(None, _("Choose someone."))
            self.state.setText("")
        else:
            self.preview.show_page(next(badge_pages(show, [person], [], pictures=self._desk.session.store.asset)))
            good = good_badges(show, person.id)
            text = _printed(good[-1]) if good else _("No badge yet.")
            if not good and show.badges.where("person", person.id):
                text = _("The badge is void; there is no other.")
            if good and good[-1].shown != shown(show, person):
                text += "  " + _("The data have changed since.")
            self.state.setText(text)
            self.ok.setText(_("Print &another badge") if good else _("Print &badge"))
        has = person is not None
        self.require(self.ok, "" if has else _("Choose someone."))
        good = good_badges(show, person.id) if person is not None else ()
        explain(self.void, "" if good else _("There is no badge to void."))
        lines = [
            " – ".join(filter(None, (job.name, _(job.state), str(job.target), job.why)))
            for job in reversed(self.queue.jobs[-_JOBS:])
        ]
        self.jobs.setText("\n".join(lines))
        self.jobs.setVisible(bool(lines))

    def _ask_and_print(self) -> None:
        person = self.person
        if person is None:
            return
        target: str | Path = str(self.printer.currentData())
        if target == _FILE:
            if good_badges(self._desk.show, person.id) and not one_line(self.reason.currentText()):
                self.print_to(target)  # says that there is one already
                return
            path = ask_where(self, _("Save PDF"), name_of(person), (("PDF", "pdf"),))
            if path is None:
                return
            target = path
        self.print_to(target)

    def _kept(self, name: str) -> str:
        return str(self._settings.value(name, "")) if self._settings is not None else ""

    def _keep(self) -> None:
        if self._settings is not None:
            self._settings.setValue(_DESK, one_line(self.place.text()))
            self._settings.setValue(_PRINTER, self.printer.currentData())


def _at(badge: Badge) -> str:
    at = badge.printed.replace(tzinfo=UTC)
    here, today = at.astimezone(), now().replace(tzinfo=UTC).astimezone()
    return f"{here:%H:%M}" if here.date() == today.date() else moment(at)


def _printed(badge: Badge) -> str:
    """Tell when and where a badge was printed."""
    if badge.desk:
        return _("Already printed at {time} by desk {desk}").format(time=_at(badge), desk=badge.desk)
    return _("Already printed at {time}").format(time=_at(badge))


def _brief(good: tuple[Badge, ...]) -> str:
    return _("printed {time}").format(time=_at(good[-1])) if good else ""
