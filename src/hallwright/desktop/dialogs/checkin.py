"""Check-in at a gate: takes what a scanner types, answers at once, needs no network."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QDate, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDateEdit, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, add_row, form
from hallwright.desktop.dialogs.printframe import drop_down
from hallwright.desktop.dialogs.report import Report
from hallwright.desktop.dialogs.verdictpanel import VerdictPanel
from hallwright.desktop.locales import date_format
from hallwright.expo.terms import called, term
from hallwright.signing.gate import Gate, Passage
from hallwright.signing.keys import PublicKey
from hallwright.signing.revocations import read
from hallwright.signing.token import SIGNS
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, counted

_LISTED = 50


class CheckInDialog(Frame):
    """Scan after scan; wherever the focus is, what a scanner types goes into the field for codes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Check-in"), parent)
        self._desk = desk
        self.gate = Gate(lambda: desk.show)
        zones = sorted(desk.show.zones.values(), key=called)
        self.zone = drop_down([(_("Entrance"), ""), *((called(zone), zone.id) for zone in zones)], self._setup)
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(date_format())
        self.day.dateChanged.connect(self._setup)
        self.code = QLineEdit()
        self.code.setPlaceholderText(_("Scan a badge"))
        self.code.setMaxLength(4 * SIGNS)
        # A scanner types letters; an input method for Chinese would catch them.
        self.code.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.code.returnPressed.connect(self._scanned)
        fields = form()
        top = QHBoxLayout()
        top.setSpacing(2 * GRID)
        pairs: tuple[tuple[str, QWidget], ...] = ((_("&Gate"), self.zone), (_("&Day"), self.day))
        for layout_label, field in pairs:
            label = QLabel(layout_label)
            label.setBuddy(field)
            field.setAccessibleName(layout_label.replace("&", ""))
            top.addWidget(label)
            top.addWidget(field)
        top.addStretch(1)
        self.counts = QLabel()
        top.addWidget(self.counts)
        add_row(fields, _("&Code"), self.code, name=_("Code of the badge"))
        self.panel = VerdictPanel()
        self.list = Report((_("Time"), _("Answer"), _("Who"), _("Why")), _("check-in"), widest=22)
        self.body.addLayout(top)
        self.body.addLayout(fields)
        self.body.addWidget(self.panel, 1)
        self.body.addWidget(self.list, 1)
        self.revoked = self.add_button(_("&Revoked badges…"), Role.ActionRole)
        self.revoked.setToolTip(_("Read a list of revoked badges that another computer exported"))
        self.revoked.clicked.connect(self._ask_and_read)
        self.add_button(_("Close"), Role.RejectRole)
        em = self.fontMetrics().horizontalAdvance("m")
        self.resize(em * 62, self.fontMetrics().height() * 40)
        for watched in (self.zone, self.list.table):
            watched.installEventFilter(self)
        self._ready()
        self._show_list()
        self.code.setFocus()

    def scan(self, text: str) -> Passage | None:
        """Judge a code and show the answer; None where the event signs no badges."""
        try:
            passage = self.gate.scan(text, datetime.now())  # noqa: DTZ005  # the clock on the wall
        except Refused as refusal:
            self.message.refuse(refusal)
            return None
        verdict = passage.verdict
        who = self._who(passage)
        if verdict.good:
            again = _("Came in before, at {time}").format(time=f"{passage.before:%H:%M}") if passage.before else ""
            self.panel.tell(True, _("Welcome"), who, again)
        else:
            self.panel.tell(False, _("Refused"), who, verdict.reason)
            QApplication.beep()
        self._show_list()
        return passage

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a scan from the lists, which would look for its letters."""
        return isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._takes(event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Put a letter or digit that was typed elsewhere into the field for codes."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if held or not event.text().isalnum() or not self.code.isEnabled():
            return False
        self.code.setFocus()
        self.code.insert(event.text())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand letters and digits that nobody else took to the field for codes."""
        if self.focusWidget() is not self.code and self._takes(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Not to the dialog: a scan must press no button.
            if self.code.text():
                self._scanned()
        else:
            super().keyPressEvent(event)

    def read_revoked(self, path: Path) -> None:
        """Take the void badges of a list into account."""
        try:
            found = read(path, PublicKey.read(self._desk.show.event.badge_key))
        except Refused as refusal:
            self.message.refuse(refusal)
            return
        self.gate.revocations = found
        self.message.tell(counted("{number} revoked badge is known", "{number} revoked badges are known", len(found)))

    def _scanned(self) -> None:
        text = self.code.text()
        self.code.clear()
        self.code.setFocus()
        if text.strip():
            self.scan(text)

    def _setup(self) -> None:
        self.gate.zone = str(self.zone.currentData() or "")
        chosen = date(self.day.date().year(), self.day.date().month(), self.day.date().day())
        # Today stays today past midnight.
        self.gate.day = None if chosen == date.today() else chosen  # noqa: DTZ011
        self._ready()

    def _ready(self) -> None:
        signed = bool(self._desk.show.event.badge_key)
        self.code.setEnabled(signed)
        if signed:
            self.panel.tell(None, _("Ready"), "", _("Scan the code of a badge."))
        else:
            self.panel.tell(None, _("Not signed"), "", _("Make the event's key first: Badges > Signing key."))

    def _who(self, passage: Passage) -> str:
        person, claim = passage.verdict.person, passage.verdict.claim
        if person is None:
            return term(claim.kind).capitalize() if claim is not None else ""
        names = "  ".join(dict.fromkeys(filter(None, (person.native, person.latin))))
        party = self._desk.show.exhibitors.get(person.exhibitor or "")
        firm = person.company or person.company_native or (party.name or party.name_native if party else "")
        return "\n".join(filter(None, (names, ", ".join(filter(None, (firm, term(person.role)))))))

    def _show_list(self) -> None:
        admitted = counted("{number} came in", "{number} came in", self.gate.admitted)
        refused = counted("{number} refused", "{number} refused", self.gate.refused)
        self.counts.setText(f"{admitted}   {refused}")
        rows = [
            (
                f"{passage.at:%H:%M:%S}",
                _("Welcome") if passage.verdict.good else _("Refused"),
                self._who(passage).replace("\n", ", "),
                passage.verdict.reason
                or (_("Came in before, at {time}").format(time=f"{passage.before:%H:%M}") if passage.before else ""),
            )
            for passage in self.gate.passages[:_LISTED]
        ]
        self.list.show_rows(_("The last scans") if rows else "", rows)

    def _ask_and_read(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("Revoked badges"), "", "TXT (*.txt);;(*)")
        if name:
            self.read_revoked(Path(name))
