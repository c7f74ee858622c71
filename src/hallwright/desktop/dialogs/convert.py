"""The conversion of an underlay's outlines to booths or fixtures: what is taken, what it gives, then one change."""

from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, add_row, form, soft
from hallwright.desktop.dialogs.planview import PlanView
from hallwright.desktop.dialogs.worker import Token, Worker
from hallwright.drawing.tracing import Traced, Tracing, likely, number_in, trace
from hallwright.drawing.underlay import Linework
from hallwright.editing.change import Change
from hallwright.editing.converting import convert_booths, convert_fixtures, described
from hallwright.editing.merging import Merge
from hallwright.expo.show import Show
from hallwright.expo.space import FixtureKind
from hallwright.expo.terms import term
from hallwright.expo.underlay import Underlay
from hallwright.geometry.outline import bounds_of
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, counted
from hallwright.support.numbers import written

_REST_MS = 250
_SAMPLE = 3
_BOOTH, _FIXTURE = "1", "0.01"
"""Smallest area at first, m2: a column or a drop is smaller than any booth."""


class Outcome(NamedTuple):
    """What was traced and what a conversion would do."""

    linework: Linework
    traced: Traced
    merge: Merge | None
    change: Change


class ConvertDialog(Frame):
    """Traces in the background whenever a choice changes, and shows the outlines over the plan."""

    def __init__(self, desk: Desk, row: Underlay, parent: QWidget | None = None) -> None:
        super().__init__(_("Convert {name}").format(name=row.name), parent)
        self._desk = desk
        self._row = row
        self._linework: Linework | None = None
        self._outcome: Outcome | None = None
        self.worker = Worker(self)
        self.worker.done.connect(self._show)
        self.worker.refused.connect(self._refuse)
        self.worker.cancelled.connect(self._look)
        self.worker.busy_changed.connect(lambda _busy: self._look())
        self._soon = QTimer(self, singleShot=True, interval=_REST_MS)
        self._soon.timeout.connect(self.trace)
        self.body.addLayout(self._middle(), 1)
        self.summary = soft()
        self.body.addWidget(self.summary)
        self.ok = self.add_button(_("Convert"), Role.AcceptRole, default=True)
        self.add_button(_("Cancel"), Role.RejectRole)
        self.buttons.accepted.connect(self._convert)
        desk.changed.connect(lambda _change: self._soon.start())
        self.resize(self.fontMetrics().horizontalAdvance("m") * 72, self.fontMetrics().height() * 38)
        self.trace()

    def _middle(self) -> QHBoxLayout:
        self.kind = QComboBox()
        self.kind.addItem(_("Booths"), "")
        for kind in FixtureKind:
            self.kind.addItem(_("Fixtures: {kind}").format(kind=term(kind)), str(kind))
        self.kind.currentIndexChanged.connect(lambda _index: self._take_kind())
        self.layers = QListWidget()
        self.layers.setAccessibleName(_("Layers with outlines"))
        self.layers.itemChanged.connect(lambda _item: self._soon.start())
        self.texts = QComboBox()
        self.texts.currentIndexChanged.connect(lambda _index: self.trace())
        self.smallest, self.largest, self.gap = QLineEdit(_BOOTH), QLineEdit("2000"), QLineEdit("20")
        for field in (self.smallest, self.largest, self.gap):
            field.textEdited.connect(lambda _text: self._soon.start())
        self.join = QCheckBox(_("Join loose lines"))
        self.join.setToolTip(_("Lines that are not one closed path, but enclose something together"))
        self.join.setChecked(True)
        self.join.toggled.connect(lambda _on: self.trace())
        fields = form()
        add_row(fields, _("&Into"), self.kind)
        add_row(fields, _("&Numbers from"), self.texts)
        add_row(fields, _("&Smallest, m²"), self.smallest)
        add_row(fields, _("&Largest, m²"), self.largest)
        add_row(fields, _("Close &gaps, mm"), self.gap)
        fields.addRow("", self.join)
        side = QVBoxLayout()
        side.setSpacing(GRID)
        side.addWidget(QLabel(_("Layers with outlines")))
        side.addWidget(self.layers, 1)
        side.addLayout(fields)
        self.plan = PlanView(self._desk.show, self._row.hall)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addLayout(side, 2)
        row.addWidget(self.plan, 3)
        return row

    def _take_kind(self) -> None:
        """Look for smaller outlines when they are to be fixtures, unless a size was typed."""
        usual, other = (_FIXTURE, _BOOTH) if self.kind.currentData() else (_BOOTH, _FIXTURE)
        if self.smallest.text() == other:
            self.smallest.setText(usual)
        self.trace()

    def trace(self) -> None:
        """Find the outlines anew, in the background; the outcome replaces any older."""
        self._soon.stop()
        desk, row, linework = self._desk, self._row, self._linework
        if row.id not in desk.show.underlays:
            self.reject()
            return
        row = self._row = desk.show.underlays[row.id]
        show, store, kind = desk.show, desk.session.store, self.kind.currentData()
        wanted = self._wanted()

        def work(token: Token) -> Outcome:
            lines = linework if linework is not None else _lines(store.asset(row.asset), row)
            token.check()
            traced = trace(lines, row, wanted if wanted is not None else _first(lines, row))
            token.check()
            return _outcome(show, row, lines, traced, kind)

        self.worker.run(work)

    def done(self, result: int) -> None:
        """Stop tracing, whatever way the dialog ends."""
        self._soon.stop()
        self.worker.abandon()
        super().done(result)

    def _wanted(self) -> Tracing | None:
        """Return what the fields say; None before the layers are known.

        A field that holds no number counts as its least sensible value, which the message says.
        """
        if self._linework is None:
            return None
        chosen = self.texts.currentData()
        texts = frozenset([chosen]) if chosen else frozenset(layer.name for layer in self._linework.layers)
        return Tracing(
            self._checked(),
            texts if self.kind.currentData() == "" and chosen is not None else frozenset(),
            _number(self.smallest.text(), 0.0) * 1e6,
            _number(self.largest.text(), 1e6) * 1e6,
            max(_number(self.gap.text(), 1.0), 1.0),
            self.join.isChecked(),
        )

    def _checked(self) -> frozenset[str]:
        items = [self.layers.item(k) for k in range(self.layers.count())]
        on = [one for one in items if one.checkState() is Qt.CheckState.Checked]
        return frozenset(str(one.data(Qt.ItemDataRole.UserRole)) for one in on)

    def _refuse(self, refusal: Refused) -> None:
        self._outcome = None
        self.message.refuse(refusal)
        self._look()

    def _show(self, outcome: Outcome) -> None:
        self.message.clear()
        if self._linework is None:
            self._linework = outcome.linework
            self._fill(outcome.linework)
        self._outcome = outcome
        shapes = outcome.traced.shapes
        self.plan.show_hall(self._desk.show, self._row.hall)
        made = {f"shape {k}": shape.outline for k, shape in enumerate(shapes)}
        numbers = {f"shape {k}": shape.number for k, shape in enumerate(shapes) if shape.number}
        box = bounds_of([*made.values(), self._desk.show.halls[self._row.hall].outline])
        self.plan.show_made(made, numbers, box=box)
        self._look()

    def _fill(self, linework: Linework) -> None:
        """Offer the layers: those with outlines, and those with texts that look like numbers."""
        first = _first(linework, self._row)
        with QSignalBlocker(self.layers), QSignalBlocker(self.texts):
            for layer in linework.layers:
                if not len(layer.ends):
                    continue
                item = QListWidgetItem(f"{layer.name}   {written(len(layer.ends)):,}")
                item.setData(Qt.ItemDataRole.UserRole, layer.name)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                on = layer.name in first.layers
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
                self.layers.addItem(item)
            self.texts.addItem(_("All texts"), "")
            for layer in linework.layers:
                likely = [(note, number) for note in layer.notes if (number := number_in(note.text))]
                if likely:
                    height = sorted(note.height for note, _number in likely)[len(likely) // 2] * self._row.scale / 1000
                    sample = ", ".join(number for _note, number in likely[:_SAMPLE])
                    self.texts.addItem(f"{layer.name}: {sample}…  ({written(height):.2f} m)", layer.name)
            self.texts.addItem(_("No numbers"), None)
            if len(first.texts) == 1:
                self.texts.setCurrentIndex(max(self.texts.findData(next(iter(first.texts))), 0))

    def _look(self) -> None:
        busy, outcome = self.worker.busy, self._outcome
        if outcome is not None:
            self.summary.setText(_told(outcome))
        reason = ""
        if busy:
            reason = _("Looking for outlines…")
        elif outcome is None or not outcome.traced.shapes:
            reason = _("There is no closed outline of this size on these layers.")
        elif not outcome.change:
            reason = _("All of it is there already.")
        self.require(self.ok, reason)

    def _convert(self) -> None:
        outcome = self._outcome
        if outcome is not None and self.commit(self._desk, lambda: outcome.change):
            self.accept()


def _lines(content: bytes, row: Underlay) -> Linework:
    try:
        return Linework.decoded(content)
    except ValueError as error:
        raise Refused(_("The underlay is damaged"), row.name, str(error)) from None


def _first(linework: Linework, row: Underlay) -> Tracing:
    names = frozenset(layer.name for layer in linework.layers)
    outlines, texts = likely(linework, names - frozenset(row.hidden))
    return Tracing(outlines, texts if texts != outlines else names)


def _outcome(show: Show, row: Underlay, linework: Linework, traced: Traced, kind: str) -> Outcome:
    if kind:
        return Outcome(linework, traced, None, convert_fixtures(show, row.hall, traced.shapes, FixtureKind(kind)))
    merge = convert_booths(show, show.halls[row.hall].name, traced.shapes)
    return Outcome(linework, traced, merge, merge.change)


def _told(outcome: Outcome) -> str:
    """Return what was found and what becomes of it."""
    traced, merge = outcome.traced, outcome.merge
    numbered = sum(bool(shape.number) for shape in traced.shapes)
    parts = [counted("{number} outline", "{number} outlines", len(traced.shapes))]
    if merge is not None:
        parts.append(_("{number} with a number").format(number=f"{written(numbered):,}"))
    for number, text in (
        (traced.twice, _("{number} drawn twice left out")),
        (traced.frames, _("{number} around others left out")),
        (traced.sized, _("{number} too small or too large")),
        (traced.unjoined, _("{number} loose lines, too many to join")),
    ):
        if number:
            parts.append(text.format(number=f"{written(number):,}"))
    line = ", ".join(parts)
    if merge is None:
        return line
    faults = [*merge.rejected, *merge.drafts]
    told = "".join(f"\n{fault.value}: {fault.reason}" for fault in faults[:_SAMPLE])
    return f"{line}\n{described(merge)}{told}"


def _number(text: str, otherwise: float) -> float:
    try:
        return max(float(text.strip().replace(",", ".")), 0.0)
    except ValueError:
        return otherwise
