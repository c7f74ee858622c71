"""Number the selected booths by a scheme: the numbers on a small plan first, what is taken, who must be told."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, add_row, form, soft
from hallwright.desktop.dialogs.planview import PlanView
from hallwright.desktop.dialogs.worker import Worker
from hallwright.editing import schemes
from hallwright.editing.rowfinding import Corner, First
from hallwright.editing.schemes import Pattern, Scheme
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Booth
from hallwright.geometry.outline import bounds_of
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _, counted
from hallwright.support.text import one_line

PATTERNS: tuple[tuple[Pattern, str], ...] = (
    (Pattern.ROWS, N_("A01, A02 … B01: a letter for each row")),
    (Pattern.AISLES, N_("100, 102 … across 101, 103: hundreds for each aisle")),
    (Pattern.HALL, N_("2B15: hall, letter of the aisle, number")),
    (Pattern.PLAIN, N_("1, 2, 3 …: one run through all booths")),
)
STARTS: tuple[tuple[Corner, First, str], ...] = (
    (Corner.TOP_LEFT, First.ACROSS, N_("Top left, to the right")),
    (Corner.TOP_LEFT, First.DOWN, N_("Top left, downwards")),
    (Corner.TOP_RIGHT, First.ACROSS, N_("Top right, to the left")),
    (Corner.TOP_RIGHT, First.DOWN, N_("Top right, downwards")),
    (Corner.BOTTOM_LEFT, First.ACROSS, N_("Bottom left, to the right")),
    (Corner.BOTTOM_LEFT, First.DOWN, N_("Bottom left, upwards")),
    (Corner.BOTTOM_RIGHT, First.ACROSS, N_("Bottom right, to the left")),
    (Corner.BOTTOM_RIGHT, First.DOWN, N_("Bottom right, upwards")),
)
NAMED = 6
"""So many exhibitors are named; the others are counted."""
REST_MS = 40


MANY = 500
"""So many booths are numbered in another thread while one types."""


class _Tried(NamedTuple):
    """What a scheme would give: numbers by id, the booths that get another, and why it cannot be done."""

    numbers: dict[str, str]
    renumbered: list[Booth]
    reason: str


def _tried(show: Show, ids: Sequence[str], scheme: Scheme) -> _Tried:
    wanted: dict[str, str] = {}
    try:
        wanted = schemes.numbers(show, ids, scheme)
        change = schemes.renumber(show, ids, scheme)
    except Refused as refusal:
        return _Tried(wanted, [], refusal.line())
    reason = "" if change else _("The booths bear these numbers already.")
    return _Tried(wanted, [before for before, _after in schemes.renumberings(change)], reason)


class NumberingDialog(Frame):
    """A form beside a plan that shows the numbers as they would be."""

    def __init__(self, desk: Desk, ids: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(_("Number booths"), parent)
        self._desk = desk
        self._ids = [key for key in ids if key in desk.show.booths]
        self.pattern = _choice([_(text) for _kind, text in PATTERNS])
        self.start = _choice([_(text) for *_where, text in STARTS])
        self.row, self.first, self.step, self.digits = (QLineEdit() for _part in range(4))
        self.jump, self.skip, self.prefix, self.suffix = (QLineEdit() for _part in range(4))
        self.skip.setPlaceholderText(_("none; e.g. 4, 13, contains 4, I"))
        self.jump.setToolTip(_("Numbers that are left out where an aisle crosses the row"))
        self.serpentine = QCheckBox(_("E&very other row runs back"))
        fields = form()
        add_row(fields, _("&Pattern"), self.pattern)
        add_row(fields, _("&Start"), self.start)
        add_row(fields, _("First &row"), self.row)
        add_row(fields, _("First &number"), self.first)
        add_row(fields, _("S&tep"), self.step)
        add_row(fields, _("&Digits at least"), self.digits)
        add_row(fields, _("&Before the number"), self.prefix)
        add_row(fields, _("&After the number"), self.suffix)
        add_row(fields, _("&Left out at a cross aisle"), self.jump)
        add_row(fields, _("Ne&ver given"), self.skip)
        fields.addRow("", self.serpentine)
        self.told, self.figures = soft(), soft()
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addLayout(fields)
        left.addStretch(1)
        left.addWidget(self.told)
        show = desk.show
        self._hall = show.booths[self._ids[0]].hall if self._ids else desk.hall
        self.view = PlanView(show, self._hall)
        box = bounds_of(show.booths[key].outline for key in self._ids if show.booths[key].hall == self._hall)
        self._box = box.grown(max(box.width, box.height) // 12 + 1500) if box else None
        columns = QHBoxLayout()
        columns.setSpacing(2 * GRID)
        columns.addLayout(left)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(self.view, 1)
        right.addWidget(self.figures)
        columns.addLayout(right, 1)
        self.body.addLayout(columns)
        self.ok = self.add_button(_("Number"), Role.AcceptRole, default=True)
        self.add_button(_("Cancel"), Role.RejectRole)
        self.buttons.accepted.connect(self._number)
        self._worker = Worker(self)
        self._worker.done.connect(self._show)
        self.finished.connect(lambda _result: self._worker.abandon())
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self.look)
        self._fill(schemes.next_row(show, self._hall, Scheme()) if self._all_new() else Scheme())
        self.pattern.activated.connect(lambda _index: self._choose_pattern())
        self.start.activated.connect(lambda _index: self._timer.start())
        self.serpentine.toggled.connect(lambda _on: self._timer.start())
        for line in self._lines():
            line.textEdited.connect(lambda _text: self._timer.start())
        self.resize(1160, 720)
        self.look()

    def _lines(self) -> Sequence[QLineEdit]:
        return (self.row, self.first, self.step, self.digits, self.jump, self.skip, self.prefix, self.suffix)

    def _all_new(self) -> bool:
        return not any(self._desk.show.booths[key].number for key in self._ids)

    def _choose_pattern(self) -> None:
        kept = (one_line(self.suffix.text()), schemes.skip_list(self.skip.text()), self.serpentine.isChecked())
        usual = Scheme.usual(PATTERNS[self.pattern.currentIndex()][0])
        corner, along, _text = STARTS[self.start.currentIndex()]
        self._fill(replace(usual, suffix=kept[0], skip=kept[1], serpentine=kept[2], corner=corner, along=along))
        self.look()

    def _fill(self, scheme: Scheme) -> None:
        self.pattern.setCurrentIndex([kind for kind, _text in PATTERNS].index(scheme.pattern))
        places = [(corner, along) for corner, along, _text in STARTS]
        self.start.setCurrentIndex(places.index((scheme.corner, scheme.along)))
        for line, value in zip(
            self._lines(),
            (scheme.row, scheme.first, scheme.step, scheme.digits, scheme.jump, ", ".join(scheme.skip), scheme.prefix,
             scheme.suffix),
            strict=True,
        ):  # fmt: skip
            line.setText(str(value))
        self.serpentine.setChecked(scheme.serpentine)

    def scheme(self) -> Scheme:
        """Return the scheme as it stands in the form.

        Raises:
            Refused: a count is no whole number.
        """
        corner, along, _text = STARTS[self.start.currentIndex()]
        return Scheme(
            PATTERNS[self.pattern.currentIndex()][0],
            corner,
            along,
            one_line(self.row.text()),
            count(_("first number"), self.first.text()),
            count(_("step"), self.step.text()),
            count(_("number of digits"), self.digits.text()),
            count(_("number of those left out"), self.jump.text()),
            schemes.skip_list(self.skip.text()),
            self.serpentine.isChecked(),
            one_line(self.prefix.text()),
            one_line(self.suffix.text()),
        )

    def look(self) -> None:
        """Show what the form would give."""
        lettered = PATTERNS[self.pattern.currentIndex()][0] in (Pattern.ROWS, Pattern.HALL)
        self.row.setEnabled(lettered)
        self.message.clear()
        self._worker.abandon()
        show, ids = self._desk.show, self._ids
        try:
            scheme = self.scheme()
        except Refused as refusal:
            self._show(_Tried({}, [], refusal.line()))
            return
        if len(ids) < MANY:
            self._show(_tried(show, ids, scheme))
            return
        # Thousands are numbered in another thread; what was typed last counts.
        self.figures.setText("…")
        self._worker.run(lambda _token: _tried(show, ids, scheme))

    def _show(self, tried: _Tried) -> None:
        show, wanted = self._desk.show, tried.numbers
        outlines = {key: show.booths[key].outline for key in self._ids if key in show.booths}
        outlines = {key: outline for key, outline in outlines.items() if show.booths[key].hall == self._hall}
        reason = tried.reason if outlines else _("Select booths first.")
        self.told.setText(self._to_tell(tried.renumbered))
        ends = list(wanted.values())
        self.figures.setText(
            counted("{number} booth: {first} … {last}", "{number} booths: {first} … {last}", len(ends), first=ends[0],
                    last=ends[-1])
            if ends
            else ""
        )  # fmt: skip
        taken = {booth.id: booth.number for booth in schemes.clashes(show, wanted)}
        self.view.show_made(outlines, {**wanted, **taken}, box=self._box, alarmed=frozenset(taken))
        self.require(self.ok, reason)

    def _to_tell(self, renumbered: Sequence[Booth]) -> str:
        told = schemes.to_tell(self._desk.show, renumbered)
        if not told:
            return ""
        names = told_names(told)
        since = self._desk.show.event.numbers_frozen_on
        if since is not None and schemes.frozen(self._desk.show, date.today()):  # noqa: DTZ011 - the user's own calendar
            return _("Numbers stand in print since {day}. To be told: {names}").format(day=since, names=names)
        return _("Let booths among them: {names}").format(names=names)

    def _number(self) -> None:
        scheme, before = self.scheme(), self._desk.session.position
        self.commit(self._desk, lambda: schemes.renumber(self._desk.show, self._ids, scheme), len(self._ids))
        # Neither refused nor given up at the question that a freeze of numbers asks.
        if self._desk.session.position != before:
            self.accept()


def told_names(told: Sequence[Exhibitor]) -> str:
    """Return exhibitors by name, those beyond a few as a count."""
    names = [row.name or row.name_native for row in told[:NAMED]]
    if len(told) > NAMED:
        names.append(counted("{number} more", "{number} more", len(told) - NAMED))
    return _(", ").join(names)


def count(what: str, text: str) -> int:
    """Read a whole number; an empty field counts as 0.

    Raises:
        Refused: it is none, or too large.
    """
    body = one_line(text)
    if not body:
        return 0
    if not (body.isascii() and body.isdecimal() and len(body) <= 6):
        raise Refused(_("The {what} '{text}' is no whole number").format(what=what, text=body))
    return int(body)


def _choice(texts: Sequence[str]) -> QComboBox:
    box = QComboBox()
    box.addItems(texts)
    return box
