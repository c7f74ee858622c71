"""The history beside the plan: every change, newest first, and the way back and forth to any of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QMessageBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.desk import Desk
from hallwright.desktop.locales import moment
from hallwright.editing.journal import Entry, Kind
from hallwright.editing.session import Session
from hallwright.editing.telling import retold
from hallwright.support.i18n import N_, _, counted

Index = QModelIndex | QPersistentModelIndex
ROW = 44
LEFT_BEHIND = N_("That state was left behind by later changes; undo cannot reach it.")


class Steps:
    """What can be undone and redone, replayed from the journal: positions of the entries first done, the next last."""

    def __init__(self, schema: int) -> None:
        self._schema = schema
        self.undo: list[int] = []
        self.redo: list[int] = []

    def take(self, entries: Sequence[Entry]) -> Steps:
        """Go on with further entries; those of another schema end what can be undone."""
        for entry in entries:
            if entry.schema != self._schema:
                self.undo, self.redo = [], []
            elif entry.kind is Kind.DO:
                self.undo.append(entry.seq)
                self.redo = []
            elif entry.kind is Kind.UNDO and self.undo:
                self.redo.append(self.undo.pop())
            elif entry.kind is Kind.REDO and self.redo:
                self.undo.append(self.redo.pop())
        return self


def way_to(session: Session, seq: int) -> int | None:
    """Return how many steps lead to the state after an entry: undo below 0, redo above; None if none do."""
    entries, schema = session.log(), session.store.schema
    if entries[seq - 1].schema != schema:
        return None
    then, now = Steps(schema).take(entries[:seq]).undo, Steps(schema).take(entries)
    ahead = [*now.undo, *reversed(now.redo)]
    return len(then) - len(now.undo) if ahead[: len(then)] == then else None


class Journal(QAbstractListModel):
    """The journal, newest entry first; new entries are put on top, so that a view keeps its place."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._entries: Sequence[Entry] = ()
        self._steps = Steps(session.store.schema)
        self._undone: dict[int, bool] = {}
        self._versions: dict[int, list[str]] = {}
        self.present = 0
        """Position of the entry whose state is on the plan."""

    def reload(self) -> None:
        """Take in what was written since."""
        entries = self._session.log()
        known = len(self._entries)
        if len(entries) > known:
            self.beginInsertRows(QModelIndex(), 0, len(entries) - known - 1)
            self._entries = entries
            self.endInsertRows()
        for entry in entries[known:]:
            if entry.target is not None:
                self._undone[entry.target] = entry.kind is Kind.UNDO
        undo = self._steps.take(entries[known:]).undo
        self.present = undo[-1] if undo else next((e.seq for e in entries if e.kind is Kind.FOUND), 0)
        self._versions = {}
        for version in self._session.versions():
            self._versions.setdefault(version.seq, []).append(version.name)
        if entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, 0))

    def entry(self, row: int) -> Entry:
        """Return the entry of a row."""
        return self._entries[len(self._entries) - 1 - row]

    def undone(self, row: int) -> bool:
        """Say whether the change of a row is taken back at present."""
        return self._undone.get(self.entry(row).seq, False)

    def below(self, row: int) -> str:
        """Return the second line of a row: when, how much, and the names given to the state."""
        entry = self.entry(row)
        marks = [_("undone")] if self.undone(row) else [_("now")] if entry.seq == self.present else []
        return "   ".join([moment(entry.at), counted("{number} row", "{number} rows", entry.rows), *marks])

    def names(self, row: int) -> str:
        """Return the names of the versions that a row's state was given."""
        return ", ".join(self._versions.get(self.entry(row).seq, ()))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of entries."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says."""
        row = index.row()
        entry = self.entry(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return retold(f"{entry.kind.prefix}{entry.summary}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                part
                for part in (retold(f"{entry.kind.prefix}{entry.summary}"), self.below(row), self.names(row))
                if part
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            when = _("{moment}, number {seq}").format(moment=moment(entry.at, seconds=True), seq=entry.seq)
            return "\n".join(
                part for part in (retold(f"{entry.kind.prefix}{entry.summary}"), when, self.names(row)) if part
            )
        return None


class _Line(QStyledItemDelegate):
    """Paints an entry on two lines, with a bar at the present state and a tag for a version's name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, model, row = self.parent(), index.model(), index.row()
        assert isinstance(view, QListView)
        assert isinstance(model, Journal)
        palette, box = view.palette(), view.visualRect(index)
        undone, now = model.undone(row), model.entry(row).seq == model.present
        chosen = view.selectionModel().isSelected(model.index(row, 0))
        ink, soft = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.PlaceholderText)
        accent = palette.color(QPalette.ColorRole.Highlight)
        painter.save()
        if chosen:
            painter.fillRect(box, accent)
            ink = soft = palette.color(QPalette.ColorRole.HighlightedText)
        elif now:
            painter.fillRect(QRect(box.left(), box.top() + 4, 3, ROW - 8), accent)
        metrics, middle = painter.fontMetrics(), Qt.AlignmentFlag.AlignVCenter
        left, wide = box.left() + 16, box.width() - 28
        half = ROW // 2 - 2
        font = painter.font()
        strong = painter.font()
        strong.setBold(now)
        strong.setStrikeOut(undone)
        painter.setFont(strong)
        painter.setPen(soft if undone else ink)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRect(left, box.top() + 3, wide, half), middle, text)
        painter.setFont(font)
        painter.setPen(soft)
        below, name = model.below(row), model.names(row)
        room = wide - metrics.horizontalAdvance(below) - 28
        if name and room > 24:
            name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            tag = QRect(0, 0, metrics.horizontalAdvance(name) + 12, metrics.height() + 2)
            tag.moveRight(left + wide)
            tag.moveTop(box.top() + half + 1)
            painter.setPen(ink if chosen else accent)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(tag, 4, 4)
            painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, name)
            painter.setPen(soft)
        painter.drawText(QRect(left, box.top() + half, wide, half), middle, below)
        painter.restore()


class HistoryPanel(QWidget):
    """Lists the journal while it is looked at; a double click leads the plan to an entry's state."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = Journal(desk.session)
        self.list = QListView()
        self.list.setAccessibleName(_("Changes of the project, newest first"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Line(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.activated.connect(lambda index: self.go(index.row()))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.compare = QAction(_("&Compare with the present plan…"), self.list)
        self.compare.triggered.connect(self._compare)
        self.list.addAction(self.compare)
        self._count = QLabel()
        self._count.setProperty("soft", "true")
        self._count.setContentsMargins(16, 8, 16, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._count)
        desk.changed.connect(lambda _: self._refresh())
        desk.said.connect(lambda _: self._refresh())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the journal: nothing is read while the panel is hidden."""
        super().showEvent(event)
        self._refresh()

    def go(self, row: int) -> None:
        """Undo or redo up to the state after an entry; more than one step only after a question."""
        steps = way_to(self._desk.session, self.model.entry(row).seq)
        if steps is None:
            self._desk.refused.emit(_(LEFT_BEHIND))
            return
        if abs(steps) > 1:
            text = (
                counted(
                    "Undo {number} change, to the state after '{summary}'?",
                    "Undo {number} changes, to the state after '{summary}'?",
                    -steps,
                    summary=retold(self.model.entry(row).summary),
                )
                if steps < 0
                else counted(
                    "Do again {number} change, to the state after '{summary}'?",
                    "Do again {number} changes, to the state after '{summary}'?",
                    steps,
                    summary=retold(self.model.entry(row).summary),
                )
            )
            answer = QMessageBox.question(
                self,
                _("History"),
                text,
                QMessageBox.StandardButton.Cancel | QMessageBox.StandardButton.Yes,
            )
            if answer != QMessageBox.StandardButton.Yes:
                return
        step = self._desk.undo if steps < 0 else self._desk.redo
        for _step in range(abs(steps)):
            before = self._desk.session.position
            step(one=True)
            if self._desk.session.position == before:
                return  # refused, and told; going on would only be refused again

    def _compare(self) -> None:
        """Compare the state after the chosen entry with the present one."""
        from hallwright.desktop.dialogs.comparing import CompareDialog

        index = self.list.currentIndex()
        if index.isValid():
            CompareDialog(self._desk, self.window(), self.model.entry(index.row()).seq).exec()

    def _refresh(self) -> None:
        if self.isVisible():
            self.model.reload()
            self._count.setText(
                counted(
                    "{number} change; double click to go back or forth",
                    "{number} changes; double click to go back or forth",
                    self.model.rowCount(),
                )
            )
