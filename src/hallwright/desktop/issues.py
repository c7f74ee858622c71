"""What the rules found, as a list that leads to the place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.desk import Desk
from hallwright.desktop.icons import tinted
from hallwright.desktop.style import Colours
from hallwright.geometry.outline import bounds_of
from hallwright.rules.finding import Finding, Severity
from hallwright.support.i18n import _, counted

ICONS = {Severity.ERROR: "circle-x", Severity.WARNING: "triangle-alert", Severity.INFO: "info"}
MOST = 500
"""More lines than this help nobody; the count still tells."""


class IssuesPanel(QWidget):
    """Findings, the gravest first; a click flies to the place."""

    fly = Signal(object)
    """The Box to look at."""

    def __init__(self, desk: Desk, colours: Colours) -> None:
        super().__init__()
        self._desk = desk
        self._colours = colours
        self._empty = QLabel(_("No issues. Every booth stands on its own floor."), wordWrap=True)
        self._empty.setProperty("soft", "true")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(16, 16, 16, 16)
        self._count = QLabel()
        self._count.setProperty("soft", "true")
        self._count.setContentsMargins(16, 8, 16, 8)
        self._list = QListWidget()
        self._list.setAccessibleName(_("Issues"))
        self._list.setWordWrap(True)
        self._list.setItemDelegate(_Wrapped(self._list))
        self._list.setIconSize(QSize(20, 20))
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._go)
        self._list.itemActivated.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._empty)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._count)
        self._shown: list[Finding] = []
        desk.findings_changed.connect(self.refresh)
        self.refresh()

    def restyle(self, colours: Colours) -> None:
        """Take the icons of another palette."""
        self._colours = colours
        self.refresh()

    def refresh(self) -> None:
        """List what was found last."""
        findings = self._desk.findings
        self._empty.setVisible(not findings)
        self._list.setVisible(bool(findings))
        self._count.setVisible(bool(findings))
        self._count.setText(counted("{number} issue", "{number} issues", len(findings)))
        self._list.clear()
        self._shown = findings[:MOST]
        for finding in self._shown:
            self._list.addItem(QListWidgetItem(self._icon(finding.severity), finding.message))

    def _icon(self, severity: Severity) -> QIcon:
        c = self._colours
        inks = {Severity.ERROR: c.alarm, Severity.WARNING: c.warning, Severity.INFO: c.soft}
        return tinted(ICONS[severity], inks[severity])

    def _go(self, item: QListWidgetItem) -> None:
        finding = self._shown[self._list.row(item)]
        self._desk.open_hall(finding.hall)
        self._desk.select(finding.booths)
        around = bounds_of([finding.path or (finding.at,)])
        assert around is not None, "a finding is somewhere"
        self.fly.emit(around.grown(1500))


class _Wrapped(QStyledItemDelegate):
    """Gives a line the height its text needs: the list itself forgets the icon's width and cuts the last words."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the width of the list and the height of the wrapped text."""
        width = self._view.viewport().width()
        room = QRect(0, 0, width - self._view.iconSize().width() - 24, 10_000)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        box = QFontMetrics(self._view.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        return QSize(width, box.height() + 14)
