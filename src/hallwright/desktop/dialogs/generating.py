"""Fill a zone or a hall with booths: a form, what it gives in figures, and the booths on a small plan."""

from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.formparts import choice, index_of, pair, scrolled
from hallwright.desktop.dialogs.frame import GRID, Frame, Role, add_row, form, read_length, show_length, soft
from hallwright.desktop.dialogs.numbering import PATTERNS, count
from hallwright.desktop.dialogs.planview import PlanView
from hallwright.desktop.dialogs.worker import Worker
from hallwright.editing.generating import Plan, Standing, generate, numbered, plan
from hallwright.editing.layout import PRESETS, Layout, Meeting, Rows, Way
from hallwright.editing.schemes import Scheme, next_row
from hallwright.exchange.measures import degrees
from hallwright.expo.lengths import told_area, working
from hallwright.expo.show import Show
from hallwright.expo.space import Construction, FixtureKind
from hallwright.expo.terms import called
from hallwright.geometry.outline import Outline, bounds, nearest_edge
from hallwright.geometry.units import Unit
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _, counted, marked
from hallwright.support.text import one_line

ROWS: tuple[tuple[Rows, str], ...] = (
    (Rows.BACK_TO_BACK, N_("Back to back")),
    (Rows.SINGLE, N_("Single rows")),
    (Rows.ISLANDS, N_("Islands")),
)
WAYS: tuple[tuple[Way, str], ...] = (
    (Way.RIGHT, N_("Across, from the left")),
    (Way.DOWN, N_("Down, from the top")),
    (Way.LEFT, N_("Across, from the right")),
    (Way.UP, N_("Up, from the bottom")),
    (Way.WALL, N_("Along the longest wall")),
)
MEETINGS: tuple[tuple[Meeting, str], ...] = (
    (Meeting.SKIP, N_("Leave the booth out")),
    (Meeting.SHIFT, N_("Move booths along the row")),
)
CONSTRUCTIONS: tuple[tuple[Construction, str], ...] = (
    (Construction.SHELL, N_("Shell scheme")),
    (Construction.RAW, N_("Raw space")),
)
LENGTHS = (
    "width", "depth", "wall_depth", "aisle", "wall_aisle", "behind", "margin", "cross_after_mm", "cross_aisle",
    "clearance", "door_clearance",
)  # fmt: skip
COUNTS = ("island_along", "island_deep", "cross_after", "per_row", "row_count")
OPTIONAL = frozenset({"wall_depth", "cross_after_mm", "cross_aisle", "cross_after", "per_row", "row_count"})
"""Fields in which nothing is written for 0."""
REST_MS = 60
PICK = 10
"""Pixels that a click may be off an edge of the plan."""


MANY = 1000
"""An area with room for so many booths is filled in another thread while one types."""


class _Tried(NamedTuple):
    """What a layout would give on an area: the plan, outlines and numbers by key, and why it cannot be done."""

    area: Outline
    plan: Plan | None
    outlines: dict[str, Outline]
    numbers: dict[str, str]
    reason: str


def _tried(show: Show, hall: str, area: Outline, layout: Layout, standing: Standing) -> _Tried:
    try:
        made = plan(show, hall, area, layout, standing)
        outlines = {str(index): outline for index, outline in enumerate(made.outlines)}
        numbers = numbered(show, hall, outlines, layout, made.around)
        # Counted here, for the figures tell it and the window's own thread must not wait.
        made.open_sides  # noqa: B018
    except Refused as refusal:
        return _Tried(area, None, {}, {}, refusal.line())
    return _Tried(area, made, outlines, numbers, "" if outlines else _("No booth of this size fits there."))


class GenerateDialog(Frame):
    """Choose an area and a layout; nothing is made before Create.

    Attributes:
        layout_made: the layout as it stood when booths were created, for the tool to go on with; None before.
    """

    def __init__(self, desk: Desk, layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(_("Fill an area"), parent)
        self._desk = desk
        self._hall = desk.hall
        self._standing = Standing.of(desk.show, self._hall)
        self._plan: Plan | None = None
        self.layout_made: Layout | None = None
        self.lines = {name: QLineEdit() for name in (*LENGTHS, *COUNTS)}
        self._make_choices()
        self.figures, self.more = QLabel(), soft()
        self.figures.setProperty("heading", "true")
        self.figures.setAccessibleName(_("What the layout gives"))
        self.view = PlanView(desk.show, self._hall)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(self.view, 1)
        right.addWidget(self.figures)
        right.addWidget(self.more)
        columns = QHBoxLayout()
        columns.setSpacing(2 * GRID)
        columns.addWidget(scrolled(self._form()))
        columns.addLayout(right, 1)
        self.body.addLayout(columns)
        self.ok = self.add_button(_("Create"), Role.AcceptRole, default=True)
        self.add_button(_("Cancel"), Role.RejectRole)
        self.buttons.accepted.connect(self._create)
        self._asked: tuple[Outline, Layout] | None = None
        self._worker = Worker(self)
        self._worker.done.connect(self._show)
        self.finished.connect(lambda _result: self._worker.abandon())
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self.look)
        self.fill(layout)
        self._connect()
        # As large as the form wants, and no larger than the screen: at 200 % that is soon the case.
        room = self.screen().availableSize()
        self.resize(min(1120, room.width()), min(820, room.height() - 5 * GRID))
        self.look()

    # -- the form -----------------------------------------------------------------------------------------------

    def _make_choices(self) -> None:
        show, hall = self._desk.show, self._desk.show.halls[self._hall]
        zones = show.zones.where("hall", self._hall)
        names = [_("The whole of {hall}").format(hall=called(hall)), *(called(zone) for zone in zones)]
        self._areas: list[Outline] = [hall.outline, *(zone.outline for zone in zones)]
        self.preset = choice([_("Choose a usual layout"), *(_(name) for name in PRESETS)])
        self.area = choice(names)
        picked = [zone.id for zone in zones]
        if self._desk.item in picked:
            self.area.setCurrentIndex(1 + picked.index(self._desk.item))
        self.rows = choice([_(text) for _kind, text in ROWS])
        self.way = choice([_(text) for _kind, text in WAYS])
        self.meeting = choice([_(text) for _kind, text in MEETINGS])
        self.construction = choice([_(text) for _kind, text in CONSTRUCTIONS])
        self.numbering = choice([_("No numbers yet"), *(_(text) for _kind, text in PATTERNS)])
        self.centred = QCheckBox(_("Share what is left over to &both ends"))
        self.perimeter = QCheckBox(_("A row along all walls, an aisle be&fore it"))
        self.slant = QLineEdit()
        self.slant.setToolTip(_("Degrees, clockwise. A click on an edge of the plan turns the rows along it."))

    def _form(self) -> QFormLayout:
        fields, line = form(), self.lines
        for name in OPTIONAL:
            line[name].setPlaceholderText(_("as many as fit") if name in ("per_row", "row_count") else _("none"))
        line["wall_depth"].setPlaceholderText(_("as the others"))
        line["cross_aisle"].setPlaceholderText(_("as the aisle"))
        line["cross_after"].setPlaceholderText(_("booths"))
        line["cross_after_mm"].setPlaceholderText(_("feet") if working() is Unit.FT else _("metres"))
        add_row(fields, _("&Layout"), self.preset)
        add_row(fields, _("Are&a"), self.area)
        add_row(fields, _("&Rows"), self.rows)
        pair(fields, _("Rows r&un"), self.way, self.slant, _("Rows run"), _("Turned by, degrees"), "+")
        fields.addRow("", self.perimeter)
        add_row(fields, _("Clear be&hind it"), line["behind"], name=_("Clear behind the row along the walls"))
        add_row(fields, _("Depth of its booths"), line["wall_depth"], name=_("Depth of the booths along the walls"))
        pair(fields, _("Booth, &width × depth"), line["width"], line["depth"], _("Booth width"), _("Booth depth"))
        pair(
            fields, _("&Islands, booths"), line["island_along"], line["island_deep"],
            _("Booths in an island along the rows"), _("Booths in an island across the rows"),
        )  # fmt: skip
        add_row(fields, _("Ai&sle"), line["aisle"])
        add_row(fields, _("Aisle along the wa&lls"), line["wall_aisle"])
        pair(
            fields, _("Cr&oss aisle after"), line["cross_after"], line["cross_after_mm"],
            _("Booths between cross aisles"), _("Metres between cross aisles"), "/",
        )  # fmt: skip
        add_row(fields, _("Cross aisle"), line["cross_aisle"], name=_("Width of a cross aisle"))
        pair(fields, _("Rows × &booths in a row"), line["row_count"], line["per_row"], _("Rows"), _("Booths in a row"))
        add_row(fields, _("&Margin to the edge"), line["margin"])
        add_row(fields, _("On a &column or booth"), self.meeting)
        add_row(fields, _("Cl&ear of them"), line["clearance"])
        add_row(fields, _("Clear of &doors"), line["door_clearance"])
        add_row(fields, _("Cons&truction"), self.construction)
        add_row(fields, _("&Numbers"), self.numbering)
        fields.addRow("", self.centred)
        return fields

    def _connect(self) -> None:
        self.preset.activated.connect(self._take_preset)
        self.area.activated.connect(lambda _index: self._timer.start())
        for box in (self.rows, self.way, self.meeting, self.construction, self.numbering):
            box.activated.connect(lambda _index: self._changed())
        for line in self.lines.values():
            line.textEdited.connect(lambda _text: self._changed())
        self.slant.textEdited.connect(lambda _text: self._changed())
        for option in (self.centred, self.perimeter):
            option.toggled.connect(lambda _on: self._changed())
        self.view.clicked.connect(self.pick)

    def pick(self, x: float, y: float, pixel: float) -> None:
        """Turn the rows along the edge of the plan at a place of the hall, if there is one."""
        show, hall = self._desk.show, self._hall
        walls = [row.outline for row in show.fixtures.where("hall", hall) if row.kind is FixtureKind.WALL]
        edge = nearest_edge([*self._areas, *walls], x, y, PICK * pixel)
        if edge is None:
            return
        way = Layout(way=WAYS[self.way.currentIndex()][0]).along_edge(*edge)
        self.way.setCurrentIndex(index_of(WAYS, way.way))
        self.slant.setText(f"{way.slant:.4g}°")
        self.preset.setCurrentIndex(0)
        self.look()

    def _changed(self) -> None:
        self.preset.setCurrentIndex(0)
        self._timer.start()

    def _take_preset(self, index: int) -> None:
        if index > 0:
            self.fill(list(PRESETS.values())[index - 1])
            self.preset.setCurrentIndex(index)
            self.look()

    def fill(self, layout: Layout) -> None:
        """Write a layout into the form."""
        for name in LENGTHS:
            value = getattr(layout, name)
            if name in OPTIONAL and not value:
                self.lines[name].clear()
            else:
                show_length(self.lines[name], value)
        for name in COUNTS:
            value = getattr(layout, name)
            self.lines[name].setText("" if name in OPTIONAL and not value else str(value))
        self.rows.setCurrentIndex(index_of(ROWS, layout.rows))
        self.way.setCurrentIndex(index_of(WAYS, layout.way))
        self.slant.setText(f"{layout.slant:.4g}°")
        self.perimeter.setChecked(layout.perimeter)
        self.meeting.setCurrentIndex(index_of(MEETINGS, layout.meeting))
        self.construction.setCurrentIndex(index_of(CONSTRUCTIONS, layout.construction))
        pattern = layout.numbering.pattern if layout.numbering else None
        self.numbering.setCurrentIndex(0 if pattern is None else 1 + index_of(PATTERNS, pattern))
        self.centred.setChecked(layout.centred)
        names = list(PRESETS.values())
        self.preset.setCurrentIndex(1 + names.index(layout) if layout in names else 0)

    def layout_wanted(self) -> Layout:
        """Return the layout as it stands in the form.

        Raises:
            Refused: a field holds no length or no whole number.
        """
        lengths: dict[str, Any] = {name: self._length(name) for name in LENGTHS}
        counts: dict[str, Any] = {
            name: count(self.lines[name].accessibleName(), self.lines[name].text()) for name in COUNTS
        }
        pattern = self.numbering.currentIndex()
        return Layout(
            **lengths,
            **counts,
            rows=ROWS[self.rows.currentIndex()][0],
            way=WAYS[self.way.currentIndex()][0],
            slant=self._degrees(),
            perimeter=self.perimeter.isChecked(),
            meeting=MEETINGS[self.meeting.currentIndex()][0],
            construction=CONSTRUCTIONS[self.construction.currentIndex()][0],
            centred=self.centred.isChecked(),
            numbering=Scheme.usual(PATTERNS[pattern - 1][0]) if pattern else None,
        )

    def _length(self, name: str) -> int:
        line = self.lines[name]
        text = one_line(line.text())
        if not text and name in OPTIONAL:
            return 0
        try:
            return read_length(line)
        except ValueError as error:
            raise Refused(f"{line.accessibleName()} '{text}': {error}") from None

    def _degrees(self) -> float:
        try:
            return degrees(self.slant.text())
        except ValueError as error:
            text = one_line(self.slant.text())
            raise Refused(f"{self.slant.accessibleName()} '{text}': {error}") from None

    # -- what it gives ------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Show what the form would give."""
        islands = ROWS[self.rows.currentIndex()][0] is Rows.ISLANDS
        for name in ("island_along", "island_deep"):
            self.lines[name].setEnabled(islands)
        for name in ("cross_after", "cross_after_mm"):
            self.lines[name].setEnabled(not islands)
        around = self.perimeter.isChecked()
        for name in ("behind", "wall_depth"):
            self.lines[name].setEnabled(around)
        self.lines["wall_aisle"].setEnabled(not around)
        self._worker.abandon()
        area, show, hall, standing = self._areas[self.area.currentIndex()], self._desk.show, self._hall, self._standing
        try:
            layout = self._numbered(self.layout_wanted())
            # What makes no sense is refused at once.
            layout.grid  # noqa: B018
        except Refused as refusal:
            self._show(_Tried(area, None, {}, {}, refusal.line()))
            return
        self._asked = area, layout
        box = bounds(area)
        if box.width * box.height < MANY * max(layout.width * layout.depth, 1):
            self._show(_tried(show, hall, area, layout, standing))
            return
        # Thousands are laid out in another thread; what was typed last counts.
        self._plan = None
        self.figures.setText("…")
        self._worker.run(lambda _token: _tried(show, hall, area, layout, standing))

    def _show(self, tried: "_Tried") -> None:
        self._plan = tried.plan
        self._say()
        box = bounds(tried.area)
        self.view.show_made(tried.outlines, tried.numbers, box=box.grown(max(box.width, box.height) // 40))
        self.require(self.ok, tried.reason)

    def _say(self) -> None:
        made = self._plan
        if made is None:
            self.figures.setText("–")
            self.more.setText("")
            return
        booths = counted("{number} booth", "{number} booths", made.count)
        self.figures.setText(_("{booths}, {net} net").format(booths=booths, net=_area(made.net)))
        parts = [_("{share} of {gross} used").format(share=f"{made.utilisation:.0%}", gross=_area(made.gross))]
        for sides, one, many in (
            (1, *marked("{number} inline", "{number} inline")),
            (2, *marked("{number} corner", "{number} corner")),
            (3, *marked("{number} peninsula", "{number} peninsula")),
            (4, *marked("{number} island", "{number} island")),
            (0, *marked("{number} without an aisle", "{number} without an aisle")),
        ):
            if made.open_sides.count(sides):
                parts.append(counted(one, many, made.open_sides.count(sides)))
        self.more.setText("   ·   ".join(parts))

    def _numbered(self, layout: Layout) -> Layout:
        if layout.numbering is None:
            return layout
        return replace(layout, numbering=next_row(self._desk.show, self._hall, layout.numbering))

    def _create(self) -> None:
        try:
            area, layout = self._areas[self.area.currentIndex()], self.layout_wanted()
            wanted = self._numbered(layout)
        except Refused:
            self.look()
            return
        # What was typed last may not be laid out yet: then it is while it is made.
        made = self._plan if self._asked == (area, wanted) else None
        if made is not None and not made.count:
            return
        box = bounds(area)
        rows = made.count if made is not None else box.width * box.height // max(layout.width * layout.depth, 1)
        show = self._desk.show
        if self.commit(self._desk, lambda: generate(show, self._hall, area, wanted, made), rows):
            self.layout_made = layout
            self.accept()


def _area(value: float) -> str:
    return told_area(value)
