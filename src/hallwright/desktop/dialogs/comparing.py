"""Compare two versions of the plan: what differs as a list and on the plan, and who must be told."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.beforeafter import BeforeAfter
from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, explain, soft
from hallwright.desktop.dialogs.sifted import Sifted
from hallwright.desktop.dialogs.versionchoice import VersionChoice, older
from hallwright.desktop.dialogs.worker import Token, Worker
from hallwright.desktop.glyphs import Glyphs
from hallwright.drawing.redlinemarks import Mark
from hallwright.drawing.theme import screen
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Hall
from hallwright.expo.terms import called
from hallwright.geometry.outline import Box, bounds_of
from hallwright.review.comparing import Comparison, compare
from hallwright.review.informing import exhibitor_text
from hallwright.review.redline import marks_of
from hallwright.review.sentences import Line, lines
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, counted
from hallwright.support.text import natural_key

_STEPS = 100
_MOST = 10
"""Reasons that are spelt out below the list; the list and the redline have all of them."""


class CompareDialog(Frame):
    """Two versions side by side; a row of the list leads to its place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, before: int | None = None) -> None:
        """Open it.

        Args:
            desk: the desk.
            parent: the window.
            before: position of the journal to compare the present plan with; the newest named version if it is None.
        """
        super().__init__(_("Compare versions"), parent)
        dark = self.palette().color(QPalette.ColorRole.Window).lightness() < 128
        self._first = before
        self._desk = desk
        self._found: Comparison | None = None
        self._lines: list[Line] = []
        self._marks: dict[str, list[Mark]] = {}
        self._worker = Worker(self)
        self._worker.done.connect(self._show)
        self._worker.refused.connect(self._refuse)
        self._worker.busy_changed.connect(self._look)
        self.before, self.after, self.hall = VersionChoice(), VersionChoice(), QComboBox()
        several = len(desk.show.halls) > 1
        heads = (_("Where"), _("What"), *((_("Hall"),) if several else ()), _("Before → after"))
        self._several = several
        self.differences = Sifted(heads, _("What differs"), widest=14)
        self.told = Sifted((_("Exhibitor"), _("Booths"), _("Why")), _("Who must be told"), widest=16)
        self.why = soft()
        self.why.hide()
        self.followed = QCheckBox(_("&With what it means for other booths"))
        self.followed.setChecked(True)
        self.marks = QCheckBox(_("&Mark what differs"))
        self.marks.setChecked(True)
        self.picture = BeforeAfter(Glyphs(step=0.25), screen(dark))
        self.picture.setAccessibleName(_("The plan before and after"))
        self.picture.setToolTip(
            _("Drag the divider, or press comma and full stop. Drag the plan to move it, turn the wheel to zoom.")
        )
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setValue(_STEPS // 2)
        self.slider.setAccessibleName(_("Before and after"))
        self.slider.setToolTip(_("To the right the plan of before is shown, to the left the plan of after"))
        self._choosers()
        self._parts()
        self.redline = self.add_button(_("&Redline PDF…"), Role.ActionRole)
        self.redline.clicked.connect(self._open_redline)
        self.add_button(_("Close"), Role.RejectRole)
        self._connect()
        self._fill_versions()
        desk.changed.connect(self._fill_versions)
        em, line = self.fontMetrics().horizontalAdvance("m"), self.fontMetrics().height()
        self.resize(em * 100, line * 50)
        self._look()
        self.before.setFocus()

    # -- parts --------------------------------------------------------------------------------------------------

    def _choosers(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for text, box in ((_("&Before"), self.before), (_("&After"), self.after), (_("&Hall"), self.hall)):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(text.replace("&", ""))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(14 if box is self.hall else 24)
            row.addWidget(label)
            row.addWidget(box, 1)
            row.addSpacing(GRID)
        row.addWidget(self.marks)
        self.body.addLayout(row)

    def _parts(self) -> None:
        tabs = self.tabs = QTabWidget(documentMode=True)
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, GRID, 0, 0)
        column.addWidget(self.differences, 1)
        column.addWidget(self.followed)
        second = QWidget()
        below = QVBoxLayout(second)
        below.setContentsMargins(0, GRID, 0, 0)
        below.addWidget(self.told, 1)
        below.addWidget(self.why)
        tabs.addTab(first, _("What differs"))
        tabs.addTab(second, _("Who must be told"))
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(GRID, 0, 0, 0)
        beside.setSpacing(GRID)
        beside.addWidget(self.picture, 1)
        beside.addWidget(self.slider)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(tabs)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        em = self.fontMetrics().horizontalAdvance("m")
        splitter.setSizes([em * 42, em * 58])
        self.body.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.before.currentIndexChanged.connect(self.compare)
        self.after.currentIndexChanged.connect(self.compare)
        self.hall.currentIndexChanged.connect(self._show_hall)
        self.marks.toggled.connect(self.picture.show_marks)
        self.followed.toggled.connect(self._list)
        self.differences.chosen.connect(self._go)
        self.told.chosen.connect(self._go_to_told)
        self.slider.valueChanged.connect(lambda value: self.picture.divide(value / _STEPS))
        self.picture.divided.connect(self._follow)

    def _fill_versions(self) -> None:
        """Offer what there is now, and compare what is chosen."""
        session = self._desk.session
        kept = None if self._found is None else (self.before.chosen(), self.after.chosen())
        first = self._first if self._first is not None else older(session)
        for box, chosen in zip((self.before, self.after), kept or (first, None), strict=True):
            box.fill(session, chosen, first)
        self.compare()

    # -- comparing ----------------------------------------------------------------------------------------------

    def compare(self) -> None:
        """Compare the chosen versions in the background."""
        session = self._desk.session
        before, after = self.before.moment(session), self.after.moment(session)
        now = session.show, session.position

        def work(token: Token) -> Comparison:
            return compare(session, before, after, token.check, now)

        self.message.clear()
        self._worker.run(work)

    def _show(self, found: Comparison) -> None:
        self._found = found
        self._marks, _tags = marks_of(found)
        self._list()
        rows = []
        for one in found.told:
            booths = ", ".join(sorted((booth.number for booth in one.booths), key=natural_key))
            rows.append((exhibitor_text(one), booths, "; ".join(reason.text for reason in one.reasons)))
        title = counted("{number} exhibitor must be told", "{number} exhibitors must be told", len(rows))
        self.told.show_rows(title if rows else _("Nobody has to be told."), rows)
        self.why.hide()
        self.tabs.setTabText(1, _("Who must be told ({count})").format(count=len(rows)))
        self._fill_halls(found)
        self._look()

    def _list(self) -> None:
        found = self._found
        if found is None:
            return
        self._lines = lines(found.a, found.b, found.found, found.followed if self.followed.isChecked() else ())
        title = (
            counted("{number} difference", "{number} differences", len(found.found))
            if found.found
            else _("Nothing differs.")
        )
        self.differences.show_rows(
            title,
            [
                (f"{one.kind} {one.subject}", one.what, *((one.hall,) if self._several else ()), one.text)
                for one in self._lines
            ],
        )
        self.followed.setVisible(bool(found.followed))

    def _fill_halls(self, found: Comparison) -> None:
        """Offer the halls of both versions; the one in view stays, unless only others differ."""
        kept = self.hall.currentData() or self._desk.hall
        both: dict[str, Hall] = {**found.a.halls, **found.b.halls}
        with QSignalBlocker(self.hall):
            self.hall.clear()
            for key, hall in both.items():
                count = len(self._marks.get(key, ()))
                text = called(hall)
                self.hall.addItem(_("{hall} ({count})").format(hall=text, count=count) if count else text, key)
            if self._marks and kept not in self._marks:
                kept = next(iter(self._marks))
            self.hall.setCurrentIndex(max(self.hall.findData(kept), 0))
        self._show_hall()

    def _show_hall(self) -> None:
        found, hall = self._found, self.hall.currentData()
        if found is None or hall is None:
            self.picture.clear()
            return
        names = found.before.name, found.after.name
        self.picture.show_versions(found.a, found.b, str(hall), self._marks.get(str(hall), ()), names)

    # -- leading to places ----------------------------------------------------------------------------------------

    def _go(self, place: int) -> None:
        if 0 <= place < len(self._lines) and self._found is not None:
            row = self._lines[place]
            self._fly([each for each in row.rows if each is not None])

    def _go_to_told(self, place: int) -> None:
        if self._found is not None and 0 <= place < len(self._found.told):
            one = self._found.told[place]
            said = [exhibitor_text(one), *(reason.text for reason in one.reasons[:_MOST])]
            if len(one.reasons) > _MOST:
                said.append(counted("and {number} more", "and {number} more", len(one.reasons) - _MOST))
            self.why.setText("\n".join(said))
            self.why.show()
            self._fly(one.booths)

    def _fly(self, rows: Sequence[Row]) -> None:
        """Look at rows; an exhibitor is looked at where it stands."""
        found = self._found
        assert found is not None, "there are rows only once versions are compared"
        placed = [one for row in rows for one in (row, *_booths_of(found.b, row), *_booths_of(found.a, row))]
        placed = [row for row in placed if getattr(row, "outline", ())]
        if not placed:
            return
        hall = _hall_of(placed[-1])
        self.hall.setCurrentIndex(max(self.hall.findData(hall), 0))
        box = bounds_of(getattr(row, "outline", ()) for row in placed if _hall_of(row) == hall)
        if isinstance(box, Box):
            self.picture.fly_to(box)

    def _follow(self, share: float) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(share * _STEPS))

    # -- the rest -------------------------------------------------------------------------------------------------

    def _refuse(self, refusal: Refused) -> None:
        self._found = None
        self._lines, self._marks = [], {}
        self.differences.show_rows("", [])
        self.told.show_rows("", [])
        self.picture.clear()
        self.message.refuse(refusal)
        self._look()

    def _look(self) -> None:
        if self._worker.busy:
            reason = _("Comparing…")
        elif self._found is None:
            reason = _("Choose two versions that can be compared.")
        else:
            reason = ""
        explain(self.redline, reason)
        self.hint.setText(reason)

    def _open_redline(self) -> None:
        from hallwright.desktop.dialogs.redline import RedlineDialog

        if self._found is not None:
            RedlineDialog(self._desk, self._found, self).exec()

    def done(self, result: int) -> None:
        """Stop comparing, whatever way the dialog ends."""
        self._worker.abandon()
        super().done(result)


def _booths_of(show: Show, row: Row) -> Sequence[Row]:
    return show.booths.where("exhibitor", row.id) if row.id in show.exhibitors else ()


def _hall_of(row: Row) -> str:
    return row.id if isinstance(row, Hall) else str(getattr(row, "hall", ""))
