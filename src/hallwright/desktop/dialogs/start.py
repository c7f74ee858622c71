"""The start page: what was open before, a new project, or the sample expo to look around in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.dialogs.frame import GRID, Message
from hallwright.desktop.dialogs.projects import ask_new, ask_open
from hallwright.desktop.icons import tinted
from hallwright.desktop.locales import moment
from hallwright.desktop.recents import Recent, Recents
from hallwright.support.i18n import N_, _, counted

Index = QModelIndex | QPersistentModelIndex
ROW = 60
NOTHING = N_(
    "No project was opened yet.\n\nLook around in the sample expo: a hall of 10,000 m² with its booths and exhibitors."
)


class _Projects(QAbstractListModel):
    """The recent projects as a list."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Recent] = []
        self.gone: set[Path] = set()

    def fill(self, rows: list[Recent]) -> None:
        self.beginResetModel()
        self.rows = rows
        # Looked up once: a path on a sleeping network drive must not be asked for at every paint.
        self.gone = {recent.path for recent in rows if not recent.exists}
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def below(self, row: int) -> str:
        recent = self.rows[row]
        if recent.path in self.gone:
            return _("not found")
        booths = counted("{number} booth", "{number} booths", recent.booths)
        return f"{moment(recent.opened)}   {booths}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        recent = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return recent.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{recent.name}, {recent.path}, {self.below(index.row())}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(recent.path)
        return None


class _Card(QStyledItemDelegate):
    """Paints a project: its name, when it was open and how large it is, and where it lies."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, model, row = self.parent(), index.model(), index.row()
        assert isinstance(view, QListView)
        assert isinstance(model, _Projects)
        palette, box = view.palette(), view.visualRect(index)
        ink, soft = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.PlaceholderText)
        recent = model.rows[row]
        if recent.path in model.gone:
            ink = soft = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        painter.save()
        if view.currentIndex().row() == row:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(box.adjusted(0, 2, -4, -2), 6, 6)
            ink = soft = palette.color(QPalette.ColorRole.HighlightedText)
        left, wide, half = box.left() + 16, box.width() - 36, ROW // 2 - 4
        centre, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        below = model.below(row)
        plain, strong = painter.font(), painter.font()
        strong.setBold(True)
        painter.setPen(soft)
        painter.drawText(QRect(left, box.top() + 5, wide, half), centre | right, below)
        room = wide - painter.fontMetrics().horizontalAdvance(below) - 16
        path = painter.fontMetrics().elidedText(str(recent.path), Qt.TextElideMode.ElideMiddle, wide)
        painter.drawText(QRect(left, box.top() + half + 2, wide, half), centre, path)
        painter.setFont(strong)
        painter.setPen(ink)
        name = painter.fontMetrics().elidedText(recent.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, box.top() + 5, room, half), centre, name)
        painter.setFont(plain)
        painter.restore()


class StartWindow(QWidget):
    """Shown when there is no project to open."""

    open_requested = Signal(str)
    new_requested = Signal(str)
    sample_requested = Signal()

    def __init__(self, recents: Recents) -> None:
        super().__init__()
        self._recents = recents
        self.setWindowTitle("Hallwright")
        self.setAccessibleName(_("Start page"))
        self.setAcceptDrops(True)
        self.model = _Projects()
        self.list = QListView()
        self.list.setAccessibleName(_("Recent projects"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Card(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setStyleSheet("QListView { background: transparent; }")
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.message = Message(self)
        self.sample = self._button(_("&Sample expo"), self.sample_requested.emit)
        self.new = self._button(_("&New project…"), self._new)
        self.browse = self._button(_("&Open…"), self._browse)
        self._pages = QStackedWidget()
        nothing = QLabel(_(NOTHING), wordWrap=True)
        nothing.setProperty("soft", "true")
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages.addWidget(nothing)
        self._pages.addWidget(self.list)
        self._build()
        self.resize(860, 540)
        self.refresh()

    def _build(self) -> None:
        title = QLabel("Hallwright")
        title.setStyleSheet("font-size: 20pt; font-weight: bold;")
        what = QLabel(_("Exhibition halls at true scale: booths, exhibitors, plans and badges."), wordWrap=True)
        what.setProperty("soft", "true")
        left = QVBoxLayout()
        left.setContentsMargins(4 * GRID, 5 * GRID, 4 * GRID, 4 * GRID)
        left.setSpacing(GRID)
        left.addWidget(title)
        left.addWidget(what)
        left.addSpacing(3 * GRID)
        for button in (self.new, self.browse, self.sample):
            left.addWidget(button)
        left.addStretch(1)
        hint = QLabel(_("A project is one file. Every change is on disk as you make it."), wordWrap=True)
        hint.setProperty("soft", "true")
        left.addWidget(hint)
        side = QWidget()
        side.setFixedWidth(280)
        side.setLayout(left)
        heading = QLabel(_("Recent projects"))
        heading.setProperty("heading", "true")
        right = QVBoxLayout()
        right.setContentsMargins(4 * GRID, 5 * GRID, 3 * GRID, 3 * GRID)
        right.setSpacing(2 * GRID)
        right.addWidget(heading)
        right.addWidget(self._pages, 1)
        right.addWidget(self.message)
        main = QWidget()
        main.setAutoFillBackground(True)
        main.setBackgroundRole(QPalette.ColorRole.Base)
        main.setLayout(right)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(main, 1)

    def refresh(self, message: str = "") -> None:
        """List the projects anew, and say what went wrong."""
        self.message.error(message)
        rows = self._recents.all()
        role = QPalette.ColorRole.ButtonText
        on_accent = role if rows else QPalette.ColorRole.HighlightedText
        for button, name, ink in (
            (self.sample, "store", on_accent),
            (self.new, "file-plus", role),
            (self.browse, "folder-open", role),
        ):
            button.setIcon(tinted(name, self.palette().color(ink).name()))
        self.model.fill(rows)
        self._pages.setCurrentIndex(bool(rows))
        first = not rows
        self.sample.setDefault(first)
        self.sample.setAutoDefault(first)
        (self.sample if first else self.list).setFocus()
        if rows:
            self.list.setCurrentIndex(self.model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a project off the list with Del; Enter does what the button with the focus says."""
        button = self.focusWidget()
        if event.key() == Qt.Key.Key_Delete and self.list.currentIndex().isValid():
            self._forget(self.list.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome one project."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open it."""
        self.open_requested.emit(event.mimeData().urls()[0].toLocalFile())

    def _button(self, text: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setIconSize(QSize(18, 18))
        button.setStyleSheet("text-align: left; padding: 8px 12px;")
        button.clicked.connect(lambda _=False: run())
        return button

    def _open(self, index: Index) -> None:
        recent = self.model.rows[index.row()]
        if recent.exists:
            self.open_requested.emit(str(recent.path))
        else:
            self.message.error(_("{path} was not found. Del takes it off the list.").format(path=recent.path))

    def _menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            menu = QMenu(self)
            menu.addAction(_("&Open"), lambda: self._open(index)).setEnabled(self.model.rows[index.row()].exists)
            menu.addAction(_("&Remove from the list"), lambda: self._forget(index.row()))
            menu.exec(self.list.viewport().mapToGlobal(at))

    def _forget(self, row: int) -> None:
        self._recents.forget(self.model.rows[row].path)
        self.refresh()

    def _new(self) -> None:
        name = ask_new(self)
        if name:
            self.new_requested.emit(name)

    def _browse(self) -> None:
        name = ask_open(self)
        if name:
            self.open_requested.emit(name)
