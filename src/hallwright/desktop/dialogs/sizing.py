"""Dialogs that change booths by typed numbers: size, angle, aisle; each says beforehand what would come of it."""

import math
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import Frame, Role, add_row, form, read_length, show_length, soft
from hallwright.desktop.dialogs.worker import Worker
from hallwright.editing.arranging import distribute, gaps_between
from hallwright.editing.change import Change
from hallwright.editing.shaping import resize, rotate
from hallwright.editing.telling import retold
from hallwright.exchange.measures import number, plain
from hallwright.expo.lengths import told_area, told_size
from hallwright.expo.space import Booth
from hallwright.geometry.shapes import Anchor, frame_of
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.support.numbers import as_typed
from hallwright.support.text import one_line

T = TypeVar("T")
LENGTH_TIP = N_("A length such as 3 m, 300 cm or 10 ft; without a unit, in that in which lengths are shown")

ANCHORS = {
    Anchor.TOP_LEFT: N_("Top left corner"),
    Anchor.TOP: N_("Middle of the top"),
    Anchor.TOP_RIGHT: N_("Top right corner"),
    Anchor.LEFT: N_("Middle of the left"),
    Anchor.CENTRE: N_("Centre"),
    Anchor.RIGHT: N_("Middle of the right"),
    Anchor.BOTTOM_LEFT: N_("Bottom left corner"),
    Anchor.BOTTOM: N_("Middle of the bottom"),
    Anchor.BOTTOM_RIGHT: N_("Bottom right corner"),
}


MANY = 300
"""Of so many booths an edit is tried in another thread while one types."""
Edit = Callable[[], Change]


class EditDialog(Frame):
    """Fields on the left, what would come of them below; the button is off, with the reason, while nothing would.

    Attributes:
        rows: the booths as they were when the dialog was opened.
        outcome: the text that says what would come of it.
    """

    def __init__(self, title: str, action: str, desk: Desk, ids: list[str], parent: QWidget | None) -> None:
        super().__init__(title, parent)
        self.desk = desk
        self.rows = [desk.show.booths[key] for key in ids]
        self.fields = form()
        self.outcome = soft()
        self._worker = Worker(self)
        self._worker.done.connect(self._show)
        self._worker.refused.connect(self._refuse)
        self.finished.connect(lambda _result: self._worker.abandon())
        self.body.addLayout(self.fields)
        self.body.addWidget(self.outcome)
        self.body.addStretch(1)
        self.ok = self.add_button(action, Role.AcceptRole, default=True)
        self.add_button(_("Cancel"), Role.RejectRole)
        self.buttons.accepted.connect(self._accept)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("m") * 34)

    def edit(self) -> Edit:
        """Read the fields and return what makes the change that they ask for; that may raise Refused.

        Raises:
            ValueError: a field cannot be read; with a reason for people.
        """
        raise NotImplementedError

    def told(self, change: Change) -> str:
        """Return what would come of a change, for people."""
        return retold(change.summary)

    def line(self, label: str, text: str, tip: str = LENGTH_TIP) -> QLineEdit:
        """Add a field to type in."""
        field = QLineEdit(text)
        field.setToolTip(_(tip))
        field.textChanged.connect(self.look)
        add_row(self.fields, label, field)
        return field

    def choice(self, label: str, items: list[tuple[str, Any]]) -> QComboBox:
        """Add a field to choose from."""
        field = QComboBox()
        for text, value in items:
            field.addItem(text, value)
        field.currentIndexChanged.connect(self.look)
        add_row(self.fields, label, field)
        return field

    def look(self) -> None:
        """Try the edit on the show, which changes nothing, and say what would come of it.

        Of many booths that takes its time, so it is tried in another thread; what was typed last counts.
        """
        self._worker.abandon()
        try:
            make = self.edit()
        except ValueError as error:
            self._say("", str(error))
            return
        if len(self.rows) >= MANY:
            self.outcome.setText("…")
            self._worker.run(lambda _token: make())
            return
        try:
            change = make()
        except Refused as refusal:
            self._refuse(refusal)
        else:
            self._show(change)

    def _show(self, change: Change) -> None:
        self._say(self.told(change) if change else "", "" if change else _("It is so already."))

    def _refuse(self, refusal: Refused) -> None:
        self._say("", refusal.what if not refusal.mend else Refused(refusal.what, "", refusal.mend).line())

    def _say(self, outcome: str, reason: str) -> None:
        self.outcome.setText(outcome)
        self.require(self.ok, reason)

    def _accept(self) -> None:
        made: list[Change] = []
        try:
            make = self.edit()
        except ValueError:
            self.look()
            return

        def edit() -> Change:
            made.append(make())
            return made[-1]

        if self.commit(self.desk, edit, len(self.rows)):
            if any(e.before is None for change in made for e in change):
                # The parts of what was selected are selected; neighbours that only took another type are not.
                kept = {row.id for row in self.rows}
                parts = [e.row for change in made for e in change if e.before is None or e.row.id in kept]
                self.desk.select(row.id for row in parts)
            self.accept()


def typed_length(field: QLineEdit, what: str) -> int:
    """Return a typed length in mm.

    Raises:
        ValueError: with a reason for people.
    """
    text = one_line(field.text())
    try:
        return read_length(field)
    except ValueError as error:
        if not text:
            raise ValueError(_("{what}: type a length.").format(what=what)) from None
        raise ValueError(f"{what} '{text}': {_(str(error))}.") from None


def size_of(row: Booth) -> str:
    """Return a booth's own width and depth for people."""
    frame = frame_of(row.outline)
    return told_size(frame.width, frame.depth)


class SizeDialog(EditDialog):
    """Width and depth of booths, and what stays where it is."""

    def __init__(self, desk: Desk, ids: list[str], parent: QWidget | None = None) -> None:
        super().__init__(_("Size"), _("Resize"), desk, ids, parent)
        frames = [frame_of(row.outline) for row in self.rows]
        self.width_m = self.line(_("&Width"), "")
        self.depth_m = self.line(_("&Depth"), "")
        for field in (self.width_m, self.depth_m):
            field.setPlaceholderText(_("as it is"))
        self.anchor = self.choice(_("&Stays in place"), [(_(text), anchor) for anchor, text in ANCHORS.items()])
        for field, sides in (
            (self.width_m, {round(frame.width) for frame in frames}),
            (self.depth_m, {round(frame.depth) for frame in frames}),
        ):
            if len(sides) == 1:
                show_length(field, sides.pop())
        self.width_m.selectAll()
        self.look()

    def edit(self) -> Edit:
        """Resize; an empty field leaves that side as it is."""
        width = typed_length(self.width_m, _("Width")) if self.width_m.text().strip() else None
        depth = typed_length(self.depth_m, _("Depth")) if self.depth_m.text().strip() else None
        show, ids, anchor = self.desk.show, [row.id for row in self.rows], Anchor(self.anchor.currentData())
        return lambda: resize(show, ids, width, depth, anchor)

    def told(self, change: Change) -> str:
        """Say what size and area come of it."""
        ours = {row.id for row in self.rows}
        after = [e.after for e in change if isinstance(e.after, Booth) and e.row.id in ours]
        if len(after) == 1:
            return _("{old} becomes {new}, {area} net").format(
                old=size_of(self.rows[0]), new=size_of(after[0]), area=told_area(after[0].area)
            )
        before = sum(row.area for row in self.rows)
        changed = {row.id for row in after}
        total = before + sum(row.area for row in after) - sum(row.area for row in self.rows if row.id in changed)
        return _("{changed} of {count} booths change; {area} net together").format(
            changed=len(after), count=len(self.rows), area=told_area(total)
        )


class RotateDialog(EditDialog):
    """An angle, and about what to turn."""

    def __init__(self, desk: Desk, ids: list[str], parent: QWidget | None = None) -> None:
        super().__init__(_("Rotate"), _("Rotate"), desk, ids, parent)
        self.angle = self.line(_("&Angle"), "15°", N_("Degrees, clockwise; a minus turns the other way"))
        self.each: QComboBox | None = None
        if len(self.rows) > 1:
            self.each = self.choice(_("A&bout"), [(_("their common middle"), False), (_("each its own middle"), True)])
        self.angle.selectAll()
        self.look()

    def edit(self) -> Edit:
        """Turn by the typed angle."""
        text = plain(self.angle.text()).rstrip("°").strip()
        try:
            degrees = number(as_typed(text))
        except ValueError:
            typed = one_line(self.angle.text())
            raise ValueError(_("'{text}' is no angle in degrees.").format(text=typed)) from None
        if not math.isfinite(degrees) or abs(degrees) > 3600:
            raise ValueError(_("Choose an angle up to 360°."))
        each = self.each is not None and bool(self.each.currentData())
        show, ids = self.desk.show, [row.id for row in self.rows]
        return lambda: rotate(show, ids, degrees, each=each)


class AisleDialog(EditDialog):
    """The width of the aisles between booths in a row or column."""

    def __init__(self, desk: Desk, ids: list[str], parent: QWidget | None = None) -> None:
        super().__init__(_("Aisles"), _("Distribute"), desk, ids, parent)
        across = [gap for gap in gaps_between(self.rows, across=True) if gap > 0]
        down = [gap for gap in gaps_between(self.rows, across=False) if gap > 0]
        sides = [(_("left to right"), True), (_("top to bottom"), False)]
        self.side = self.choice(_("&Booths go"), sides if across or not down else sides[::-1])
        self.aisle = self.line(_("&Aisle width"), "")
        show_length(self.aisle, max([*across, *down], default=3000))
        self.aisle.selectAll()
        self.look()

    def edit(self) -> Edit:
        """Put the booths that far apart."""
        gap = typed_length(self.aisle, _("Aisle width"))
        show, ids, across = self.desk.show, [row.id for row in self.rows], bool(self.side.currentData())
        return lambda: distribute(show, ids, across=across, gap=gap)
