"""Whose badge is looked at while a template is drawn."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from hallwright.desktop.designer.widgets import role_text, tool
from hallwright.drawing.badgepeople import STAND_IN, emptiest, longest, tried
from hallwright.expo.people import Person
from hallwright.expo.show import Show
from hallwright.support.i18n import _

_MOST = 2000


class PersonChoice(QWidget):
    """Real people, the longest name and the emptiest record; the next one by a button."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known: object = None
        self._people: list[Person] = [STAND_IN]
        self.list = QComboBox()
        self.list.setAccessibleName(_("Seen with"))
        self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list.setMinimumContentsLength(12)
        self.list.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.next = tool(_("Next person"), self._go_on, "chevron-right")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.list, 1)
        row.addWidget(self.next)

    @property
    def person(self) -> Person:
        """Whose badge is looked at."""
        row = self.list.currentIndex()
        return self._people[row] if 0 <= row < len(self._people) else STAND_IN

    def offer(self, show: Show, roles: list[str]) -> None:
        """Offer the people of some roles, of all if none are named."""
        known = (show.people, tuple(roles))
        if self._known is not None and self._known == known:
            return
        self._known = known
        before, place = self.person.id, self.list.currentIndex()
        people = tried(show, roles) or tried(show, [])
        entries = [(_("Example"), STAND_IN)]
        if people:
            entries = [(_name(one), one) for one in people[:_MOST]]
            entries.insert(0, (_("Emptiest record: {name}").format(name=_name(emptiest(people))), emptiest(people)))
            entries.insert(0, (_("Longest name: {name}").format(name=_name(longest(people))), longest(people)))
        self._people = [person for _text, person in entries]
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([text for text, _person in entries])
            same = [k for k, person in enumerate(self._people) if person.id == before]
            # The longest and the emptiest are in the list twice: stay at the one that was chosen.
            first = min(2, len(entries) - 1)
            self.list.setCurrentIndex(place if place in same else same[-1] if same else first)

    def _go_on(self) -> None:
        if self.list.count():
            self.list.setCurrentIndex((self.list.currentIndex() + 1) % self.list.count())


def _name(person: Person) -> str:
    name = "  ".join(filter(None, (person.native, person.latin))) or "–"
    return f"{name}  ({role_text(person.role)})"
