"""The Desk: what all parts of one window share - session, hall, selection - and the signals that tell them of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hallwright.desktop.dialogs.worker import Cancelled
from hallwright.desktop.patience import Patience
from hallwright.editing.change import Change
from hallwright.editing.fittings import floor_item
from hallwright.editing.session import Runner, Session, here
from hallwright.editing.telling import retold
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Hall
from hallwright.rules.finding import Finding
from hallwright.rules.rulebook import check, gravest_first, one_by_one
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

if TYPE_CHECKING:
    from hallwright.signing.keys import PrivateKey

FOLLOW_MS = 1500
"""How often the window looks for what another program wrote."""
CHECK_MS = 200
"""Rules run when the hand has rested this long, step by step; they wait as long while a mouse button is held."""
SETTLE_MS = 80
LONG = 250
"""A step that concerns so many rows takes more than a tenth of a second, so it is taken in another thread."""
LARGE = 24
"""A selection of more booths is told to lists and inspector only when it has rested."""


class Desk(QObject):
    """Wraps a Session for the window; every edit goes through ``do``."""

    changed = Signal(object)
    hall_changed = Signal()
    selection_changed = Signal()
    selection_settled = Signal()
    """The same for what takes its time: while a large selection grows under a rubber band, only once it rests."""
    findings_changed = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._unsubscribe = session.subscribe(self._on_change)
        self._hall = next(iter(session.show.halls), "")
        self._selection: frozenset[str] = frozenset()
        self._item = ""
        self._findings: list[Finding] = []
        self._checking = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._checking.timeout.connect(self._check_step)
        self._breath = QTimer(self, singleShot=True, interval=0)
        self._breath.timeout.connect(self._check_step)
        self._steps: Iterator[list[Finding]] | None = None
        self._found: list[Finding] = []
        self.hand_busy: Callable[[], bool] = _button_held
        """Asked before each step of a check; while it says True the check waits."""
        self.guard: Callable[[Change], bool] | None = None
        """Asked before a change is made; False leaves it. Undo and redo are not asked about."""
        self.undo_guard: Callable[[str], bool] | None = None
        """Asked with its operation before a change is taken back; False leaves it."""
        self.key: PrivateKey | None = None
        """Signs badges once its passphrase was typed; forgotten with the window."""
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self.selection_settled)
        self.selection_changed.connect(self._settle)
        self._following = QTimer(self, interval=FOLLOW_MS)
        self._following.timeout.connect(self._follow)
        self._following.start()

    @property
    def session(self) -> Session:
        """The session behind the window."""
        return self._session

    @property
    def show(self) -> Show:
        """The show as it is on disk."""
        return self._session.show

    @property
    def hall(self) -> str:
        """Id of the hall on the canvas, or an empty text when there is none."""
        return self._hall

    @property
    def selection(self) -> frozenset[str]:
        """Ids of the selected booths."""
        return self._selection

    @property
    def findings(self) -> list[Finding]:
        """What the rules found last."""
        return self._findings

    def selected(self) -> list[Booth]:
        """Return the selected booths that still exist."""
        booths = self.show.booths
        return [booths[key] for key in booths.keys() & self._selection]

    def select(self, ids: Iterable[str]) -> None:
        """Select booths of the present hall."""
        if ids is self._selection and not self._item:
            return
        known = self.show.booths
        if isinstance(ids, frozenset) and all(key in known for key in ids - self._selection):
            # A band over the whole hall selects most booths again at each step: only those that came are looked up,
            # for what is selected is there, whatever changes.
            chosen = ids
        else:
            chosen = frozenset(key for key in ids if key in known)
        if chosen != self._selection or self._item:
            self._selection, self._item = chosen, ""
            self.selection_changed.emit()

    @property
    def item(self) -> str:
        """Id of the selected hall, zone, fixture or underlay, or an empty text."""
        return self._item

    def select_item(self, key: str) -> None:
        """Select a hall, zone, fixture or underlay instead of booths; an empty text selects none."""
        known = key if self._is_item(key) else ""
        if known != self._item or self._selection:
            self._item, self._selection = known, frozenset()
            self.selection_changed.emit()

    def _is_item(self, key: str) -> bool:
        return floor_item(self.show, key) is not None or key in self.show.underlays

    def open_hall(self, hall: str) -> None:
        """Bring another hall onto the canvas."""
        if hall != self._hall and hall in self.show.halls:
            self._hall = hall
            self.select(())
            self.hall_changed.emit()

    def do(
        self, edit: Callable[[], Change | None], *, select_made: bool = False, rows: int = 0, told: str = ""
    ) -> bool:
        """Make a change and commit it; what is refused becomes one line in the status bar.

        A large one is made and written in another thread, with progress and a way to stop; this returns when it is
        done all the same.

        Args:
            edit: makes the change from the present show; a Refused that it raises is told, too. It touches no widget.
            select_made: select the booths or the item that the change makes, and open the hall.
            rows: how many rows the change will concern, about; 0 where they are few, or where it is made already.
            told: what to say after what the journal says.
        """
        session, done = self._session, False
        try:
            with self._patience(rows) as patience:
                change = session.aside(patience.think, lambda _step: edit()) if rows >= LONG else edit()
                if change is not None and self.guard is not None and not self.guard(change):
                    return False
                if change is not None:
                    patience.entitle(retold(change.summary))
                    done = session.commit(change, patience if len(change.edits) >= LONG else here)
        except Refused as refusal:
            self.refused.emit(refusal.line())
            return False
        except Cancelled:
            self.refused.emit(_("Cancelled; nothing was changed."))
            return False
        if done and change is not None:
            if select_made:
                made = [edit.row for edit in change if edit.before is None]
                for row in made:
                    if isinstance(row, Hall):
                        self.open_hall(row.id)
                booths = [row.id for row in made if isinstance(row, Booth)]
                self.select(booths)
                # Drops that came with their booths are not what was made.
                items = [row.id for row in made if floor_item(self.show, row.id) is not None]
                if items and not booths:
                    self.select_item(items[-1])
            self.said.emit("   ".join(filter(None, (retold(change.summary), told))))
        return done

    def undo(self, *, one: bool = False) -> None:
        """Take back the last change, or the whole run of nudges by a held key, unless only ``one`` is wanted."""
        session = self._session
        if self.undo_guard is not None and not self.undo_guard(session.undo_operation):
            return
        self._step(_("Undone: {summary}"), session.undo, session.undo_rows, 1 if one else session.undo_run)

    def redo(self, *, one: bool = False) -> None:
        """Do it, or all of the run, again."""
        session = self._session
        self._step(_("Done again: {summary}"), session.redo, session.redo_rows, 1 if one else session.redo_run)

    def check_now(self) -> None:
        """Run all rules over the show."""
        self._stop_checking()
        self._findings = check(self.show)
        self.findings_changed.emit()

    def check_soon(self) -> None:
        """Run all rules once the hand rests, one after the other: a large show must not stop the window."""
        self._stop_checking()
        self._checking.start()

    def _stop_checking(self) -> None:
        self._checking.stop()
        self._breath.stop()
        self._steps = None

    def _check_step(self) -> None:
        if self.hand_busy():
            # A frame of a drag has no time to spare, and what it shows is checked on its own.
            self._checking.start()
            return
        if self._steps is None:
            self._steps, self._found = one_by_one(self.show), []
        found = next(self._steps, None)
        if found is not None:
            self._found += found
            self._breath.start()
            return
        self._stop_checking()
        self._findings = gravest_first(self._found)
        self.findings_changed.emit()

    def _settle(self) -> None:
        if len(self._selection) > LARGE:
            self._settling.start()
        else:
            self._settling.stop()
            self.selection_settled.emit()

    def close(self) -> None:
        """Stop following and let go of the session."""
        self._stop_checking()
        self._settling.stop()
        self._following.stop()
        self._unsubscribe()
        self._session.close()

    def _patience(self, rows: int) -> Patience:
        parent = self.parent()
        title = _("Working on {number} items…").format(number=f"{rows:,}")
        return Patience(title, parent if isinstance(parent, QWidget) else None)

    def _step(self, words: str, step: Callable[[Runner], Change | None], rows: int, times: int) -> None:
        change = None
        try:
            with self._patience(rows * times) as patience:
                for _time in range(max(times, 1)):
                    change = step(patience if rows >= LONG else here)
        except Refused as refusal:
            self.refused.emit(refusal.line())
            return
        except Cancelled:
            self.refused.emit(_("Cancelled; nothing was changed."))
            return
        if change is not None:
            self.said.emit(words.format(summary=retold(change.summary)))
            booths = [(e.before, e.after) for e in change if isinstance(e.after, Booth)]
            touched = [now.id for was, now in booths if now.hall == self._hall and not _follows(was, now)]
            if touched:
                self.select(touched)

    def _follow(self) -> None:
        try:
            count = self._session.refresh()
        except Refused as refusal:
            self._following.stop()
            self.refused.emit(refusal.line())
            return
        if count:
            self.said.emit(_("The plan was changed by another program; it is shown here."))

    def _on_change(self, change: Change) -> None:
        if self._hall not in self.show.halls:
            self._hall = next(iter(self.show.halls), "")
            self.hall_changed.emit()
        self.changed.emit(change)
        if self._item and not self._is_item(self._item):
            self._item = ""
            self.selection_changed.emit()
        # Not a difference with the keys, which would walk through all booths.
        gone = frozenset(key for key in self._selection if key not in self.show.booths)
        if gone:
            self.select(self._selection - gone)
        elif self._selection & change.ids() or change.kinds() - {Booth}:
            self.selection_changed.emit()
        self.check_soon()


def _button_held() -> bool:
    return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton


def _follows(was: Row | None, now: Booth) -> bool:
    """Say whether a booth only follows a change beside it: nothing but its open sides became others."""
    if not isinstance(was, Booth) or now.sides_fixed or was.open_sides == now.open_sides:
        return False
    return replace(was, open_sides=now.open_sides, revision=now.revision) == now
