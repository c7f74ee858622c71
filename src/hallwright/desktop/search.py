"""The search field: a number or a part of a name, and the plan flies there."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from hallwright.desktop.desk import Desk
from hallwright.expo.show import Show
from hallwright.expo.space import Booth
from hallwright.expo.terms import term
from hallwright.support.i18n import _
from hallwright.support.text import folded, natural_key

MOST = 14


def found(show: Show, text: str) -> list[tuple[str, str]]:
    """Return ``(what to show, booth id)`` for a search, the best first.

    A booth's number counts most, its beginning next, then a number that it bore before, then exhibitors of whose names
    every word is a part. An exhibitor without a booth is listed with an empty id.
    """
    wanted = folded(text)
    if not wanted:
        return []
    numbers = [booth for booth in show.booths.values() if folded(booth.number).startswith(wanted)]
    numbers.sort(key=lambda booth: (len(booth.number), natural_key(booth.number)))
    many = len(show.halls) > 1
    hits = []
    for booth in numbers[:MOST]:
        hits.append((f"{_place(show, booth, many)}   {_who(show, booth)}", booth.id))
    for booth, former in _once(show, wanted)[: MOST - len(hits)]:
        hits.append(
            (
                _("{booth} (formerly {former})   {who}").format(
                    booth=_place(show, booth, many), former=former, who=_who(show, booth)
                ),
                booth.id,
            )
        )
    words = wanted.split()
    parties = []
    for row in show.exhibitors.values():
        name = folded(f"{row.name} {row.name_native}")
        if all(word in name for word in words):
            parties.append((not name.startswith(wanted), name, row))
    for _first, _name, row in sorted(parties, key=lambda item: item[:2])[: MOST - len(hits)]:
        label = f"{row.name}  {row.name_native}".strip()
        booths = sorted(show.booths_of(row), key=lambda booth: natural_key(booth.number))
        hits += [(f"{booth.number}   {label}", booth.id) for booth in booths] or [
            (_("{label}   (no booth)").format(label=label), "")
        ]
    unique = dict(reversed(hits))
    return [(label, unique[label]) for label in dict.fromkeys(label for label, _booth in hits)][:MOST]


def _place(show: Show, booth: Booth, many: bool) -> str:
    return f"{show.halls[booth.hall].name}, {booth.number}" if many else booth.number


def _who(show: Show, booth: Booth) -> str:
    party = show.exhibitors.get(booth.exhibitor) if booth.exhibitor else None
    return f"{party.name}  {party.name_native}".strip() if party else term(booth.status)


def _once(show: Show, wanted: str) -> list[tuple[Booth, str]]:
    """Return the booths that bore a number which begins so, with that number, the one borne last."""
    found = []
    for booth in show.booths.values():
        if booth.former_numbers and not folded(booth.number).startswith(wanted):
            former = next((n for n in reversed(booth.former_numbers) if folded(n).startswith(wanted)), "")
            if former:
                found.append((booth, former))
    return sorted(found, key=lambda item: (len(item[1]), natural_key(item[1]), natural_key(item[0].number)))


class SearchField(QLineEdit):
    """Suggests while one types; Enter takes the first."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(placeholderText=_("Find a booth or an exhibitor   (Ctrl+F)"), clearButtonEnabled=True)
        self.setObjectName("search")
        self.setAccessibleName(_("Find a booth or an exhibitor"))
        self.setMinimumWidth(240)
        self.setMaximumWidth(420)
        self._desk = desk
        self._hits: dict[str, str] = {}
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(MOST)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._take)
        self.setCompleter(completer)
        self.textEdited.connect(self._suggest)
        self.returnPressed.connect(self._first)

    def _suggest(self, text: str) -> None:
        self._hits = dict(found(self._desk.show, text))
        self._model.setStringList(list(self._hits))

    def _first(self) -> None:
        if self.text() not in self._hits:
            self._suggest(self.text())
        if self.text() in self._hits:
            self._take(self.text())
        elif self._hits:
            self._take(next(iter(self._hits)))
        else:
            self._desk.refused.emit(_("Nothing is called '{text}'.").format(text=self.text().strip()))

    def _take(self, label: str) -> None:
        booth = self._hits.get(label, "")
        if booth:
            self.chosen.emit(booth)
        elif label in self._hits:
            name = label.removesuffix(_("{label}   (no booth)").format(label="").strip()).strip()
            self._desk.said.emit(_("{label} has no booth yet.").format(label=name))
