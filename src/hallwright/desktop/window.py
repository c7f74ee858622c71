"""The main window: puts the parts around the plan and connects them."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QMainWindow,
    QSizePolicy,
    QTabWidget,
    QToolBar,
    QWidget,
)

from hallwright.desktop import style
from hallwright.desktop.actions import Actions, ActionSpec, plain
from hallwright.desktop.adjoining import Adjoining
from hallwright.desktop.arranging import Arranging
from hallwright.desktop.badging import Badging
from hallwright.desktop.canvas import Canvas
from hallwright.desktop.commands import Commands
from hallwright.desktop.desk import Desk
from hallwright.desktop.filling import Filling
from hallwright.desktop.glyphs import Glyphs
from hallwright.desktop.icons import SIZE
from hallwright.desktop.inspector import Inspector
from hallwright.desktop.issues import IssuesPanel
from hallwright.desktop.legend import Legend
from hallwright.desktop.lists import Lists
from hallwright.desktop.overlay import Overlay
from hallwright.desktop.reviewing import Reviewing
from hallwright.desktop.search import SearchField
from hallwright.desktop.status import StatusBar
from hallwright.desktop.style import Colours
from hallwright.desktop.surroundings import Surroundings
from hallwright.desktop.underlays import Underlays
from hallwright.drawing.theme import screen
from hallwright.editing.session import Session
from hallwright.editing.telling import retold
from hallwright.expo.show import Table
from hallwright.expo.space import Hall
from hallwright.expo.storeys import by_storey
from hallwright.support.i18n import _
from hallwright.support.numbers import written
from hallwright.tools.tool import Tool
from hallwright.tools.toolbox import toolbox

BOOTH_MENU = (
    "number", "mend", "", "duplicate", "split-into", "merge", "resize", "",
    "release", "confirm", "block", "unblock", "", "zoom-selection", "select-all", "", "delete",
)  # fmt: skip


class Window(QMainWindow):
    """One project, one window."""

    open_requested = Signal(str)
    """Path of a project to open instead."""
    new_requested = Signal(str)
    """Path of an empty project to make and open."""
    start_requested = Signal()
    """Show the start page."""
    language_requested = Signal(str)
    """Code of the language to speak instead."""
    shut = Signal()

    def __init__(self, session: Session, *, dark: bool = False, settings: QSettings | None = None) -> None:
        super().__init__()
        self.dark = dark
        self._listed: Table[Hall] | None = None
        self._closed = False
        colours = style.colours(dark)
        self.desk = Desk(session, self)
        self.setWindowTitle(f"{Path(session.name).name} — Hallwright")
        self.setAcceptDrops(True)
        theme = screen(dark)
        self.canvas = Canvas(self.desk, Glyphs(step=0.25), theme, _overlay(colours))
        self.legend = Legend(self.desk, theme, self.canvas)
        self.canvas.foot = self.legend.foot
        self.canvas.installEventFilter(self)
        self.lists = Lists(self.desk, theme)
        self.inspector = Inspector(self.desk)
        self.issues = IssuesPanel(self.desk, colours)
        self.search = SearchField(self.desk)
        self.status = StatusBar(self.desk, self.canvas)
        self.setStatusBar(self.status)
        self.tools = toolbox()
        self.filling = Filling(self)
        self.commands = Commands(self)
        self.arranging = Arranging(self)
        self.underlays = Underlays(self)
        self.surroundings = Surroundings(self, settings)
        self.reviewing = Reviewing(self, theme)
        self.setCentralWidget(self.surroundings.ruled)
        specs = [*self.commands.specs(), *self.reviewing.specs(), *self.filling.specs(), *self.arranging.specs()]
        specs += Adjoining(self.desk, self).specs()
        self.badging = Badging(self, settings)
        specs += self.badging.specs()
        specs += [*self.underlays.specs(), *self._tool_specs(), *self.surroundings.specs()]
        self.actions_ = Actions(self, specs, colours)
        self.surroundings.fill(self.actions_.fill(self.menuBar()))
        self._group_tools()
        self._top_bar()
        self._rail()
        self._docks()
        self._connect()
        self.surroundings.furnish()
        self.resize(1440, 900)
        self.use("select")
        self._renew()
        self.surroundings.restoring.restore()
        self.desk.check_soon()

    # -- parts --------------------------------------------------------------------------------------------------

    def _tool_specs(self) -> list[ActionSpec]:
        return [
            ActionSpec(
                f"tool-{tool.name}",
                "&Tools",
                tool.label,
                lambda on, name=tool.name: self.use(name) if on else None,
                tool.icon,
                (tool.shortcut,),
                checked=False,
                exclusive=True,
            )
            for tool in self.tools
        ]

    def _group_tools(self) -> None:
        group = QActionGroup(self)
        group.setExclusive(True)
        for tool in self.tools:
            group.addAction(self.actions_[f"tool-{tool.name}"])

    def _bar(self, name: str, title: str, area: Qt.ToolBarArea) -> QToolBar:
        bar = QToolBar(title)
        bar.setObjectName(name)
        bar.setMovable(False)
        bar.setFloatable(False)
        bar.setIconSize(QSize(SIZE, SIZE))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(area, bar)
        return bar

    def _top_bar(self) -> None:
        bar = self._bar("top", _("Main"), Qt.ToolBarArea.TopToolBarArea)
        self.halls = QComboBox()
        self.halls.setAccessibleName(_("Hall"))
        self.halls.setMinimumWidth(200)
        self.halls.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.halls.activated.connect(lambda _: self.desk.open_hall(self.halls.currentData()))
        bar.addWidget(self.halls)
        bar.addSeparator()
        for name in ("undo", "redo"):
            bar.addAction(self.actions_[name])
        bar.addSeparator()
        for name in ("zoom-in", "zoom-out", "fit"):
            bar.addAction(self.actions_[name])
        bar.addWidget(_stretch())
        bar.addWidget(self.search)
        bar.addWidget(_stretch())
        for name in ("print-plan", "print-badges"):
            bar.addAction(self.actions_[name])
        bar.addSeparator()
        bar.addAction(self.actions_["dark"])
        bar.widgetForAction(self.actions_["dark"]).setProperty("toggle", "true")

    def _rail(self) -> None:
        rail = self._bar("rail", _("Tools"), Qt.ToolBarArea.LeftToolBarArea)
        for tool in self.tools:
            rail.addAction(self.actions_[f"tool-{tool.name}"])
        rail.addSeparator()
        rail.addAction(self.actions_["snap"])
        rail.widgetForAction(self.actions_["snap"]).setProperty("toggle", "true")
        rail.addWidget(self.surroundings.layers_button)
        rail.addSeparator()
        rail.addAction(self.actions_["delete"])

    def _docks(self) -> None:
        lists = QTabWidget(documentMode=True)
        lists.addTab(self.lists.exhibitors, _("Exhibitors"))
        lists.addTab(self.lists.booths, _("Booths"))
        self.list_tabs = lists
        self.side_tabs = QTabWidget(documentMode=True)
        self.side_tabs.addTab(self.inspector, _("Inspector"))
        self.side_tabs.addTab(self.issues, _("Issues"))
        self.side_tabs.addTab(self.surroundings.history, _("History"))
        self.side_tabs.addTab(self.reviewing.panel, _("Answers"))
        for name, title, widget, area, width in (
            ("lists", _("Lists"), lists, Qt.DockWidgetArea.LeftDockWidgetArea, 360),
            ("side", _("Inspector"), self.side_tabs, Qt.DockWidgetArea.RightDockWidgetArea, 312),
        ):
            dock = QDockWidget(title)
            dock.setObjectName(name)
            dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
            dock.setTitleBarWidget(QWidget())
            dock.setWidget(widget)
            self.addDockWidget(area, dock)
            self.resizeDocks([dock], [width], Qt.Orientation.Horizontal)

    def _connect(self) -> None:
        desk, canvas = self.desk, self.canvas
        desk.changed.connect(lambda _: self._renew())
        desk.hall_changed.connect(self._renew)
        desk.selection_settled.connect(self._on_selection)
        desk.findings_changed.connect(self._on_findings)
        canvas.menu = self._context_menu
        self.search.chosen.connect(canvas.fly_to)
        self.issues.fly.connect(canvas.fly_to_box)
        self.inspector.number_many.connect(self.filling.number)
        self.lists.booths.activated.connect(canvas.fly_to)
        self.lists.booths.chosen.connect(self._booths_chosen)
        self.lists.exhibitors.activated.connect(self._fly_to_exhibitor)

    # -- what happens -------------------------------------------------------------------------------------------

    def use(self, name: str) -> None:
        """Make a tool the active one."""
        tool = self.tool(name)
        self.actions_[f"tool-{name}"].setChecked(True)
        self.canvas.use(tool)
        self.status.show_tool(tool)

    def tool(self, name: str) -> Tool:
        """Return a tool by name."""
        return next(tool for tool in self.tools if tool.name == name)

    def set_dark(self, dark: bool) -> None:
        """Change between the light and the dark window."""
        app = QApplication.instance()
        if not isinstance(app, QApplication) or dark == self.dark:
            return
        self.dark = dark
        colours = style.apply(app, dark)
        theme = screen(dark)
        self.canvas.restyle(theme, _overlay(colours))
        self.legend.restyle(theme)
        self.surroundings.restyle(colours)
        self.lists.restyle(theme)
        self.issues.restyle(colours)
        self.reviewing.panel.restyle(theme)
        self.actions_.restyle(colours)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the legend in its corner."""
        if watched is self.canvas and event.type() == QEvent.Type.Resize:
            self.legend.place()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood; there is nothing to save.

        A window may be closed again, and one never shown is told of it again: by then the project is let go of. What
        is raised here would end the process, for Qt cannot hand it on.
        """
        if self._closed:
            super().closeEvent(event)
            return
        self._closed = True
        self.surroundings.keep()
        # A field with the cursor in it still holds what was typed last.
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit):
            focus.clearFocus()
        self.desk.close()
        self.shut.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome one file."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a project, or ask what a spreadsheet holds."""
        self.commands.take_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def _context_menu(self, at: QPoint) -> None:
        self.actions_.menu(BOOTH_MENU).exec(at)

    def _renew(self) -> None:
        show = self.desk.show
        if self._listed is not show.halls:
            self._listed = show.halls
            self.halls.clear()
            above = None
            for hall in by_storey(show.halls.values()):
                if above not in (None, hall.storey):
                    self.halls.insertSeparator(self.halls.count())
                above = hall.storey
                parts = (hall.name, hall.name_native, f"({hall.storey})" if hall.storey else "")
                self.halls.addItem("  ".join(part for part in parts if part), hall.id)
        self.halls.setCurrentIndex(max(self.halls.findData(self.desk.hall), 0))
        session = self.desk.session
        for name, bare, with_summary, summary in (
            ("undo", _("&Undo"), _("&Undo {summary}"), session.undo_summary),
            ("redo", _("&Redo"), _("&Redo {summary}"), session.redo_summary),
        ):
            action = self.actions_[name]
            action.setEnabled(summary is not None)
            action.setText(with_summary.format(summary=retold(summary)) if summary else bare)
            action.setToolTip(plain(action.text()))
        self._on_selection()

    def _on_selection(self) -> None:
        rows = self.desk.selected()
        self.commands.enable(self.actions_, rows)
        self.arranging.enable(self.actions_, rows)
        self.lists.booths.show_selected(row.id for row in rows)
        party = rows[0].exhibitor if len(rows) == 1 else None
        self.lists.exhibitors.show_selected([party] if party else [])

    def _on_findings(self) -> None:
        count = len(self.desk.findings)
        self.side_tabs.setTabText(1, _("Issues ({count:,})").format(count=written(count)) if count else _("Issues"))

    def _booths_chosen(self, ids: list[str]) -> None:
        here = [key for key in ids if key in self.desk.show.booths]
        if here and len({self.desk.show.booths[key].hall for key in here}) == 1:
            self.desk.open_hall(self.desk.show.booths[here[0]].hall)
            self.desk.select(here)

    def _fly_to_exhibitor(self, key: str) -> None:
        show = self.desk.show
        booths = show.booths_of(show.exhibitors[key])
        if booths:
            self.canvas.fly_to(booths[0].id)
        elif len(self.desk.selected()) == 1:
            self.commands.assign(key)
        else:
            self.desk.said.emit(_("{name} has no booth yet: drag it onto one.").format(name=show.exhibitors[key].name))


def _overlay(colours: Colours) -> Overlay:
    from PySide6.QtGui import QColor

    names = (colours.accent, colours.alarm, colours.field, colours.ink, colours.soft)
    return Overlay(*map(QColor, names))


def _stretch() -> QWidget:
    widget = QWidget()
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return widget
