"""Answers of exhibitors beside the plan: who stands where, what was said, and what to do about it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.desk import Desk
from hallwright.desktop.locales import dated, moment
from hallwright.drawing.theme import Theme
from hallwright.editing.reviewing import settle_answer
from hallwright.expo.lengths import told, told_area
from hallwright.expo.review import Answer, Packet, Reply, ReplyState
from hallwright.review.proposals import proposals
from hallwright.review.reports import REMIND, booths_of, name_of
from hallwright.review.since import since
from hallwright.review.stages import Stages
from hallwright.review.standing import NAMES, Stage, Standing, thread
from hallwright.support.i18n import N_, _, counted
from hallwright.support.numbers import written
from hallwright.support.text import folded, natural_key, one_line

_SOON = 250
_ROW = 26
_ALL, _OWING = "", "owing"
SAID = {Answer.APPROVE: N_("Approved"), Answer.CHANGE: N_("Change wanted"), Answer.COMMENT: N_("Comment")}
_STATES = {ReplyState.ACCEPTED: N_("accepted"), ReplyState.DECLINED: N_("declined")}
_URGENT = (
    *(Stage.CHANGE, Stage.OPENED, Stage.STALE, Stage.OVERDUE),
    *(Stage.SENT, Stage.NOT_SENT, Stage.APPROVED),
)
"""In which order exhibitors are listed: whoever waits for the staff first."""


def stage_name(stage: Stage) -> str:
    """Return the name of a stage."""
    return _(NAMES[stage])


class ReviewPanel(QWidget):
    """Exhibitors by where they stand; the chosen one's thread beneath, with what may be done."""

    fly = Signal(str)
    """Id of the booth to look at."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._stages = Stages()
        self._shown: list[Standing] = []
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.refresh)
        self.filter = QComboBox()
        self.filter.setAccessibleName(_("Whom to list"))
        self.filter.activated.connect(lambda _: self.refresh())
        self.list = QListWidget()
        self.list.setAccessibleName(_("Exhibitors by their answer"))
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(14, 14))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda _: self._fly_home())
        self.list.itemClicked.connect(lambda _: self._fly_home())
        self.talk = QPlainTextEdit(readOnly=True)
        self.talk.setAccessibleName(_("Proofs and answers of the exhibitor"))
        self.talk.setPlaceholderText(_("Choose an exhibitor to read its answers."))
        self._offers = QVBoxLayout()
        self._offers.setSpacing(4)
        self.accept = QPushButton(_("&Accept"))
        self.accept.clicked.connect(lambda: self._settle(ReplyState.ACCEPTED))
        self.decline = QPushButton(_("&Decline"))
        self.decline.clicked.connect(lambda: self._settle(ReplyState.DECLINED))
        self._arrange()
        desk.changed.connect(lambda _: self._refresh_soon())
        desk.selection_settled.connect(self._follow)

    def _arrange(self) -> None:
        lower = QWidget()
        beneath = QVBoxLayout(lower)
        beneath.setContentsMargins(0, 0, 0, 0)
        beneath.addWidget(self.talk, 1)
        beneath.addLayout(self._offers)
        buttons = QHBoxLayout()
        buttons.addWidget(self.accept)
        buttons.addWidget(self.decline)
        beneath.addLayout(buttons)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(lower)
        split.setSizes([300, 420])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        layout.addWidget(split, 1)

    def restyle(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up: nothing is worked out while the panel is hidden."""
        super().showEvent(event)
        self.refresh()
        self._follow()

    @property
    def chosen(self) -> Standing | None:
        """The exhibitor that is chosen, or None."""
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def refresh(self) -> None:
        """List everybody anew."""
        if not self.isVisible():
            return
        found = self._stages.all(self._desk.show)
        self._fill_filter(found)
        kept = self.chosen.exhibitor.id if self.chosen is not None else ""
        wanted = str(self.filter.currentData() or "")
        some = [
            one for one in found if not wanted or str(one.stage) == wanted or (wanted == _OWING and one.stage in REMIND)
        ]
        some.sort(key=lambda one: (_URGENT.index(one.stage), natural_key(folded(name_of(one.exhibitor)))))
        icons = {stage: self._dot(stage) for stage in Stage}
        self.list.blockSignals(True)
        self.list.clear()
        for one in some:
            numbers = booths_of(self._desk.show, one.exhibitor)
            item = QListWidgetItem(icons[one.stage], "   ".join(filter(None, (numbers, name_of(one.exhibitor)))))
            said = f"\n{one.reply.comment}" if one.reply is not None and one.reply.comment else ""
            item.setToolTip(f"{stage_name(one.stage)}{said}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {stage_name(one.stage)}")
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        self._shown = some
        place = next((k for k, one in enumerate(some) if one.exhibitor.id == kept), -1)
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self._choose(place)

    def _fill_filter(self, found: list[Standing]) -> None:
        counts = Counter(one.stage for one in found)
        now = self.filter.currentData()
        self.filter.blockSignals(True)
        self.filter.clear()
        owing = sum(counts[stage] for stage in REMIND)
        rows = [(_("All exhibitors with a booth"), _ALL, len(found)), (_("To be reminded"), _OWING, owing)]
        rows += [(stage_name(stage), str(stage), counts[stage]) for stage in _URGENT]
        for text, key, count in rows:
            self.filter.addItem(_("{what} ({count:,})").format(what=text, count=written(count)), key)
        self.filter.setCurrentIndex(max(self.filter.findData(now), 0))
        self.filter.blockSignals(False)

    def _dot(self, stage: Stage) -> QIcon:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(14, 14) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        style = self._theme.style(f"answer.{stage}")
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(style.stroke.rgb if style.stroke else "#888888"), 1.2))
        painter.setBrush(QColor(style.fill.rgb) if style.fill else Qt.BrushStyle.NoBrush)
        painter.drawRect(1, 1, 12, 12)
        painter.end()
        return QIcon(picture)

    def _refresh_soon(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _choose(self, row: int) -> None:
        one = self._shown[row] if 0 <= row < len(self._shown) else None
        reply = one.reply if one is not None else None
        self.talk.setPlainText(self._told(one) if one is not None else "")
        for button, state in ((self.accept, ReplyState.ACCEPTED), (self.decline, ReplyState.DECLINED)):
            button.setEnabled(reply is not None and reply.state is not state)
        freezes = reply is not None and reply.answer is Answer.APPROVE
        self.accept.setToolTip(
            _("Accept the approval; the numbers of its booths then stand as if in print") if freezes else ""
        )
        while self._offers.count():
            taken = self._offers.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.deleteLater()
        if one is not None and one.stage is Stage.CHANGE:
            self._offer(one)

    def _offer(self, one: Standing) -> None:
        """Show free booths that would do; a click leads there."""
        found = proposals(self._desk.show, one.exhibitor, 3)
        if found:
            title = QLabel(_("Free booths like its own"))
            title.setProperty("soft", "true")
            self._offers.addWidget(title)
        for proposal in found:
            booth = proposal.booth
            parts = [booth.number, told_area(booth.area)]
            if proposal.away is not None:
                parts.append(_("{length} away").format(length=told(round(proposal.away, -2))))
            else:
                parts.append(self._desk.show.halls[booth.hall].name)
            button = QPushButton(" · ".join(parts))
            button.clicked.connect(partial(self.fly.emit, booth.id))
            self._offers.addWidget(button)

    def _told(self, one: Standing) -> str:
        show = self._desk.show
        parts = [f"{name_of(one.exhibitor)} — {stage_name(one.stage)}"]
        for packet, replies in thread(show, one.exhibitor.id):
            parts.append(self._sent(packet, last=packet is one.packet))
            parts += [self._answer(reply) for reply in replies]
        return "\n\n".join(parts)

    def _sent(self, packet: Packet, *, last: bool) -> str:
        if packet.deadline is None:
            line = _("{moment}: proof sent, plan version {version}")
        else:
            line = _("{moment}: proof sent, plan version {version}, answer wanted by {day}")
        when, day = moment(packet.sent.replace(tzinfo=UTC)), packet.deadline and dated(packet.deadline)
        line = line.format(moment=when, version=packet.version or packet.position, day=day)
        changed = since(self._desk.show, packet) if last else []
        if changed:
            head = _("The plan has changed for this exhibitor since: send a new proof.")
            line = "\n".join((line, head, *(f"• {one}" for one in changed)))
        return line

    def _answer(self, reply: Reply) -> str:
        line = _("{moment}: {answer}").format(
            moment=moment(reply.received.replace(tzinfo=UTC)), answer=_(SAID[reply.answer])
        )
        if reply.stale:
            line = _("{answer} (stale: the plan had changed)").format(answer=line)
        if reply.state in _STATES:
            line += f" – {_(_STATES[reply.state])}"
        signed = ", ".join(filter(None, (reply.name, reply.dated, reply.source)))
        return "\n".join(filter(None, (line, reply.comment, signed and f"— {one_line(signed)}")))

    def _fly_home(self) -> None:
        one = self.chosen
        booths = self._desk.show.booths_of(one.exhibitor) if one is not None else ()
        if booths:
            self.fly.emit(booths[0].id)

    def _follow(self) -> None:
        """Choose the exhibitor whose booth is selected on the plan."""
        if not self.isVisible():
            return
        parties = {row.exhibitor for row in self._desk.selected()}
        if len(parties) == 1:
            (key,) = parties
            place = next((k for k, one in enumerate(self._shown) if one.exhibitor.id == key), None)
            if place is not None and place != self.list.currentRow():
                self.list.setCurrentRow(place)

    def _settle(self, state: ReplyState) -> None:
        one = self.chosen
        if one is None or one.reply is None:
            return
        key, now = one.reply.id, datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        if self._desk.do(lambda: settle_answer(self._desk.show, key, state, now)):
            count = len(one.packet.booths) if one.packet is not None else 0
            if state is ReplyState.ACCEPTED and one.reply.answer is Answer.APPROVE:
                frozen = counted("The number of {number} booth is frozen.", "{number} booth numbers are frozen.", count)
                self._desk.said.emit(frozen)
            self.refresh()
