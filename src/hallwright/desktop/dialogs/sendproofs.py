"""Make packets for exhibitors: who, by when, with what."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QWidget,
)

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, add_row, form, soft
from hallwright.desktop.dialogs.worker import Token, Worker
from hallwright.desktop.locales import date_format
from hallwright.drawing.prooffacts import Price
from hallwright.drawing.wording import Lang
from hallwright.editing.reviewing import send_proofs
from hallwright.expo.people import Exhibitor
from hallwright.expo.review import Packet
from hallwright.review.reports import REMIND
from hallwright.review.sending import Sent, Wanted, chosen, send
from hallwright.review.standing import standings
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, counted
from hallwright.support.numbers import as_typed, written
from hallwright.support.text import one_line

_ALL, _OWING, _SELECTED = "all", "owing", "selected"
_DAYS = 14


class SendDialog(Frame):
    """Asks what is sent, makes the folder in the background, and keeps the packets in the project."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Send placement proofs"), parent)
        self._desk = desk
        self._worker = Worker(self)
        self._worker.done.connect(self._made)
        self._worker.refused.connect(self.message.refuse)
        self._worker.progress.connect(self._step)
        self._worker.busy_changed.connect(self._busy)
        today = QDate.currentDate()
        self.who = QComboBox()
        self._fill_who()
        self.deadline = QDateEdit(today.addDays(_DAYS))
        self.deadline.setCalendarPopup(True)
        self.deadline.setDisplayFormat(date_format())
        self.dated = QCheckBox(_("Answer wanted by a day"))
        self.dated.setChecked(True)
        self.dated.toggled.connect(self.deadline.setEnabled)
        self.lang = QComboBox()
        for text, lang in (
            (_("Each exhibitor's own, by country"), None),
            ("English", Lang.EN),
            ("简体中文", Lang.ZH),
            (_("Both"), Lang.BOTH),
        ):
            self.lang.addItem(text, lang)
        self.named = QCheckBox(_("Tell the neighbours' names"))
        self.named.setChecked(True)
        self.pages = QCheckBox(_("Review page (.html) in each packet"))
        self.pages.setChecked(True)
        self.drafts = QCheckBox(_("Mails as drafts (.eml), too"))
        self.price = QLineEdit()
        self.price.setPlaceholderText(_("not told"))
        self.currency = QLineEdit()
        self.currency.setMaximumWidth(90)
        self.currency.setPlaceholderText("CNY")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Making packets"))
        self.bar.hide()
        self._arrange()
        self.make = self.add_button(_("&Make folder…"), Role.AcceptRole, default=True)
        self.make.clicked.connect(self._ask)
        self.add_button(_("Close"), Role.RejectRole)
        self._look()

    def _arrange(self) -> None:
        fields = form()
        add_row(fields, _("&To"), self.who)
        day = QHBoxLayout()
        day.addWidget(self.dated)
        day.addWidget(self.deadline, 1)
        self.deadline.setAccessibleName(_("Day of the deadline"))
        day.setSpacing(2 * GRID)
        fields.addRow(_labelled(_("&Deadline"), self.deadline), day)
        add_row(fields, _("&Language"), self.lang)
        price = QHBoxLayout()
        price.addWidget(self.price, 1)
        price.addWidget(self.currency)
        self.price.setAccessibleName(_("Price per square metre"))
        self.currency.setAccessibleName(_("Currency"))
        fields.addRow(_labelled(_("&Price per m²"), self.price), price)
        self.body.addLayout(fields)
        for box in (self.named, self.pages, self.drafts):
            self.body.addWidget(box)
        told = _("Nothing is mailed: the folder holds the packets and a list (mail-merge.csv) for your mail program.")
        self.body.addWidget(soft(told))
        self.body.addWidget(self.bar)

    def _fill_who(self) -> None:
        show = self._desk.show
        found = standings(show, date.today())  # noqa: DTZ011 - the user's own calendar
        self._groups: dict[str, list[Exhibitor]] = {}
        try:
            self._groups[_ALL] = chosen(show)
        except Refused:
            self._groups[_ALL] = []
        known = {one.id for one in self._groups[_ALL]}
        self._groups[_OWING] = [one.exhibitor for one in found if one.stage in REMIND and one.exhibitor.id in known]
        here = {booth.exhibitor for booth in self._desk.selected()}
        here.discard(None)
        self._groups[_SELECTED] = [one for one in self._groups[_ALL] if {one.id, one.host} & here]
        for key, text in (
            (_ALL, _("All exhibitors with a booth")),
            (_OWING, _("Those who owe an answer")),
            (_SELECTED, _("Exhibitors of the selected booths")),
        ):
            count = written(len(self._groups[key]))
            self.who.addItem(_("{what} ({count:,})").format(what=text, count=count), key)
        if self._groups[_SELECTED]:
            self.who.setCurrentIndex(2)
        self.who.currentIndexChanged.connect(lambda _: self._look())

    def _look(self) -> None:
        empty = not self._groups[str(self.who.currentData())]
        self.require(self.make, _("Nobody is to be sent a proof.") if empty else "")

    def wanted(self) -> Wanted:
        """Return what is to be sent.

        Raises:
            Refused: the price is none.
        """
        price, typed = None, self.price.text().strip()
        if typed:
            try:
                amount = float(as_typed(typed))
            except ValueError:
                amount = 0.0
            if not 0 < amount < 1e9:
                raise Refused(_("'{text}' is no price").format(text=typed), mend=_("Write a number above 0."))
            price = Price(amount, one_line(self.currency.text()))
        day = self.deadline.date().toPython() if self.dated.isChecked() else None
        assert day is None or isinstance(day, date), "Qt's dates are Python's"
        lang = self.lang.currentData()
        return Wanted(
            deadline=day,
            lang=Lang(lang) if lang else None,
            named=self.named.isChecked(),
            price=price,
            pages=self.pages.isChecked(),
            drafts=self.drafts.isChecked(),
        )

    def _ask(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Folder to make"), "packets", "", "", QFileDialog.Option.DontConfirmOverwrite
        )
        if name:
            self.start(Path(name))

    def start(self, folder: Path) -> None:
        """Make the packets in a folder that is not there yet."""
        self.message.clear()
        try:
            wanted = self.wanted()
        except Refused as refusal:
            self.message.refuse(refusal)
            return
        desk = self._desk
        show, position, version = desk.show, desk.session.position, desk.session.version_name()
        some = self._groups[str(self.who.currentData())]
        now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)

        def work(token: Token) -> Sent:
            return send(
                show,
                folder,
                some,
                wanted,
                version=version,
                position=position,
                now=now,
                keep=len,
                progress=token.step,
            )

        self._worker.run(work)

    def _made(self, made: Sent) -> None:
        packets: list[Packet] = list(made.packets)
        if not self.commit(self._desk, lambda: send_proofs(packets), rows=len(packets)):
            # Nobody could ever answer what the project does not know of.
            shutil.rmtree(made.folder, ignore_errors=True)
            return
        folder = str(made.folder)
        line = counted("{number} packet in {folder}.", "{number} packets in {folder}.", len(packets), folder=folder)
        if made.without_address:
            line += " " + counted(
                "{number} exhibitor has no mail address.",
                "{number} exhibitors have no mail address.",
                len(made.without_address),
            )
        if made.not_shown:
            line += " " + counted(
                "{number} text could not be shown.", "{number} texts could not be shown.", len(made.not_shown)
            )
        self.message.tell(line)

    def _step(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.make.setEnabled(not busy)

    def done(self, result: int) -> None:
        """Stop the work, whatever way the dialog ends."""
        self._worker.cancel()
        super().done(result)


def _labelled(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(field)
    return label
