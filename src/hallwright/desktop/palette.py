"""The command palette: type a part of what you want, press Enter."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSettings,
    QSize,
    Qt,
)
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.actions import Actions, menu_titles, plain
from hallwright.desktop.desk import Desk
from hallwright.desktop.search import found
from hallwright.support.i18n import _
from hallwright.support.text import folded

Index = QModelIndex | QPersistentModelIndex
RECENT, KEPT = "palette/recent", 8
PLACES = 6
"""So many booths and exhibitors are offered beside the actions."""
ROW, WIDTH, ROWS = 32, 600, 12
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
Rank = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the palette: an action, or a place on the plan."""

    name: str
    label: str
    detail: str
    keys: str
    icon: QIcon
    enabled: bool
    run: Callable[[], object]


def rank(wanted: str, text: str) -> Rank | None:
    """Return how well a folded query fits a folded text, less is better; None if it does not.

    Beginnings of words count most, then the words' initials, then any part, then the letters in their order.
    """
    words = text.split()
    starts = [next((k for k, word in enumerate(words) if word.startswith(part)), -1) for part in wanted.split()]
    if all(start >= 0 for start in starts):
        return 0, min(starts, default=0), len(text)
    letters = wanted.replace(" ", "")
    initials = "".join(word[0] for word in words)
    if letters in initials:
        return 1, initials.index(letters), len(text)
    if wanted in text:
        return 2, text.index(wanted), len(text)
    at, first = -1, -1
    for letter in letters:
        at = text.find(letter, at + 1)
        if at < 0:
            return None
        first = at if first < 0 else first
    return 3, at - first, len(text)


class Catalogue:
    """All actions and places that a query may mean, the best first."""

    def __init__(
        self, desk: Desk, actions: Actions, fly: Callable[[str], object], settings: QSettings | None = None
    ) -> None:
        self._desk = desk
        self._actions = actions
        self._fly = fly
        self._settings = settings
        kept = str(settings.value(RECENT, "")) if settings is not None else ""
        self._recent = [name for name in kept.split() if name]

    def offers(self, text: str) -> list[Offer]:
        """Return what a query may mean."""
        wanted = folded(text)
        offers = list(self._all())
        if not wanted:
            order = {name: place for place, name in enumerate(self._recent)}
            return sorted(offers, key=lambda offer: order.get(offer.name, len(order)))
        ranked: list[tuple[tuple[int, bool, int, int], Offer]] = []
        for offer in offers:
            label, menu = folded(offer.label), folded(offer.detail)
            place = rank(wanted, label)
            if place is None:
                wider = rank(wanted, f"{label} {menu}")
                place = (wider[0] + 1, wider[1], wider[2]) if wider is not None and wider[0] < 3 else None
            if place is not None:
                recent = self._recent.index(offer.name) if offer.name in self._recent else KEPT
                ranked.append(((place[0], not offer.enabled, recent, place[1] * 1000 + place[2]), offer))
        ranked.sort(key=lambda pair: pair[0])
        near = [offer for place, offer in ranked if place[0] < 3]
        return [*near, *self._places(text), *(offer for place, offer in ranked if place[0] >= 3)]

    def chosen(self, offer: Offer) -> None:
        """Remember an action as used last."""
        if offer.name:
            self._recent = [offer.name, *(name for name in self._recent if name != offer.name)][:KEPT]
            if self._settings is not None:
                self._settings.setValue(RECENT, " ".join(self._recent))

    def _all(self) -> Iterable[Offer]:
        for spec in self._actions.specs:
            action = self._actions[spec.name]
            label = plain(action.text())
            if spec.checked is not None and not spec.exclusive:
                label = (_("{label}: off") if action.isChecked() else _("{label}: on")).format(label=label)
            menu, *groups = menu_titles(spec.menu)
            group = "".join(groups)
            label = _("{group}: {label}").format(group=group, label=label) if group else label
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Offer(spec.name, label, menu, keys, action.icon(), action.isEnabled(), action.trigger)

    def _places(self, text: str) -> Iterable[Offer]:
        for label, booth in found(self._desk.show, text)[:PLACES]:
            yield Offer("", label, _("Go to"), "", QIcon(), bool(booth), partial(self._fly, booth))


class _Offers(QAbstractListModel):
    """The offers as a list."""

    def __init__(self) -> None:
        super().__init__()
        self.offers: list[Offer] = []

    def fill(self, offers: list[Offer]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = "" if offer.enabled else _("not possible now")
            return ", ".join(part for part in (offer.label, offer.detail, offer.keys, state) if part)
        if role == Qt.ItemDataRole.UserRole:
            return offer
        return None


class _Line(QStyledItemDelegate):
    """Paints an offer: icon, what it does, its menu, and the shortcut at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(Qt.ItemDataRole.UserRole)
        view = option.widget
        assert isinstance(view, QListView)
        palette, box = view.palette(), view.visualRect(index)
        chosen = view.currentIndex().row() == index.row()
        ink, soft = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.PlaceholderText)
        painter.save()
        if chosen:
            back = QPalette.ColorRole.Highlight if offer.enabled else QPalette.ColorRole.Midlight
            painter.fillRect(box, palette.color(back))
            if offer.enabled:
                ink = soft = palette.color(QPalette.ColorRole.HighlightedText)
        if not offer.enabled:
            ink = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
            soft = ink
        mode = QIcon.Mode.Normal if offer.enabled else QIcon.Mode.Disabled
        state = QIcon.State.On if chosen and offer.enabled else QIcon.State.Off
        offer.icon.paint(painter, QRect(box.left() + 12, box.top() + 7, 18, 18), mode=mode, state=state)
        metrics, centre = painter.fontMetrics(), Qt.AlignmentFlag.AlignVCenter
        right = box.right() - 12
        painter.setPen(soft)
        if offer.keys:
            painter.drawText(
                QRect(box.left(), box.top(), right - box.left(), ROW), centre | Qt.AlignmentFlag.AlignRight, offer.keys
            )
            right -= metrics.horizontalAdvance(offer.keys) + 16
        left = box.left() + 42
        room = max(right - left - metrics.horizontalAdvance(offer.detail) - 16, 80)
        label = metrics.elidedText(offer.label, Qt.TextElideMode.ElideRight, room)
        after = left + metrics.horizontalAdvance(label) + 12
        painter.drawText(QRect(after, box.top(), max(right - after, 0), ROW), centre, offer.detail)
        painter.setPen(ink)
        painter.drawText(QRect(left, box.top(), room, ROW), centre, label)
        painter.restore()


class CommandPalette(QDialog):
    """A field over a list; arrow keys choose, Enter does it, Esc closes."""

    def __init__(self, catalogue: Catalogue, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setAccessibleName(_("Command palette"))
        self._catalogue = catalogue
        self._most = ROWS
        self.field = QLineEdit(placeholderText=_("What do you want to do, or where to go?"))
        self.field.setAccessibleName(_("Command"))
        self.field.installEventFilter(self)
        self._model = _Offers()
        self.list = QListView()
        self.list.setAccessibleName(_("Commands"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Line(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.field.textChanged.connect(self._look)
        self._look("")

    @property
    def offers(self) -> list[Offer]:
        """What is offered now, the best first."""
        return self._model.offers

    def open_over(self, window: QWidget) -> None:
        """Show the palette in the upper middle of a window."""
        wide = min(WIDTH, window.width() - 32)
        self._most = max((window.height() - 120) // ROW, 1)
        self.setFixedWidth(wide)
        self._fit()
        self.move(window.mapToGlobal(QPoint((window.width() - wide) // 2, 56)))
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrow keys and Enter work on the list."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _look(self, text: str) -> None:
        self._model.fill(self._catalogue.offers(text))
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is offered."""
        self.list.setFixedHeight(ROW * min(max(len(self.offers), 1), ROWS, self._most))
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.setFixedHeight(self.sizeHint().height())

    def _take(self, index: Index) -> None:
        if not index.isValid():
            return
        offer = self._model.offers[index.row()]
        if offer.enabled:
            self._catalogue.chosen(offer)
            # Closed first: what runs may open a dialog of its own.
            self.accept()
            offer.run()
