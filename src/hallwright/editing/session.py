"""The Session: one show in memory, kept in step with its store."""

from collections.abc import Callable, Sequence

from hallwright.editing.change import Change
from hallwright.editing.journal import Entry, Kind, Version, stacks
from hallwright.editing.store import Conflict, Store
from hallwright.expo.show import Show
from hallwright.support.i18n import _

Listener = Callable[[Change], None]


class Session:
    """Store first, then memory, then notify: if the store raises, nothing happened."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._listeners: list[Listener] = []
        self._show, self._seq = store.load()
        self._entries: list[Entry] = list(store.entries())
        self._stacks = stacks(self._entries, store.schema)

    @property
    def name(self) -> str:
        """Path or name of the project."""
        return self._store.name

    @property
    def store(self) -> Store:
        """The store behind this session."""
        return self._store

    @property
    def show(self) -> Show:
        """The show as it is on disk."""
        return self._show

    @property
    def position(self) -> int:
        """Journal position of the show in memory."""
        return self._seq

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with each change after it is on disk and in memory; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def commit(self, change: Change) -> bool:
        """Write a change, apply it and tell the listeners.

        Returns:
            False if the change is empty, so that nothing was written.

        Raises:
            Conflict: another program changed one of its rows first; the show now holds that program's rows.
            Refused: the store could not write; nothing happened.
        """
        if not change:
            return False
        self._write(change, Kind.DO, None)
        return True

    def undo(self) -> Change | None:
        """Take back the last change that is not taken back yet; None if there is none."""
        return self._step(Kind.UNDO)

    def redo(self) -> Change | None:
        """Do again the change taken back last; None if there is none."""
        return self._step(Kind.REDO)

    @property
    def undo_summary(self) -> str | None:
        """What ``undo`` would take back, or None."""
        return self._summary(self._stacks.undo)

    @property
    def redo_summary(self) -> str | None:
        """What ``redo`` would do again, or None."""
        return self._summary(self._stacks.redo)

    def log(self) -> Sequence[Entry]:
        """Return the whole journal, oldest first."""
        return tuple(self._entries)

    def versions(self) -> Sequence[Version]:
        """Return the named versions, oldest first."""
        return self._store.versions()

    def name_version(self, name: str) -> Version:
        """Name the present state of the plan."""
        return self._store.name_version(name)

    def refresh(self) -> int:
        """Apply what another program wrote meanwhile and tell the listeners; returns the number of entries."""
        news = self._store.entries(self._seq)
        for entry in news:
            self._apply(entry, self._store.change(entry.seq))
        return len(news)

    def close(self) -> None:
        """Close the store; the session is not used again."""
        self._listeners.clear()
        self._store.close()

    def _summary(self, stack: Sequence[int]) -> str | None:
        return self._entries[stack[-1] - 1].summary if stack else None

    def _step(self, kind: Kind) -> Change | None:
        self.refresh()
        stack = self._stacks.undo if kind is Kind.UNDO else self._stacks.redo
        if not stack:
            return None
        target = stack[-1]
        # The last entry about the target, be it done, undone or redone, is the one to take back.
        last = next(e for e in reversed(self._entries) if target in (e.seq, e.target))
        change = self._store.change(last.seq).inverse().rebased(self._show)
        if change is None:
            raise Conflict(
                _("'{summary}' no longer fits what is on the plan").format(summary=last.summary),
                mend=_("Close the project and open it."),
            )
        self._write(change, kind, target)
        return change

    def _write(self, change: Change, kind: Kind, target: int | None) -> None:
        self.refresh()
        try:
            entry = self._store.write(change, kind, target)
        except Conflict:
            # Written by another program since the look above: let the user see what is there now.
            self.refresh()
            raise
        if entry.seq != self._seq + 1:
            # Another program wrote between our look and our transaction; its entries come first.
            for news in self._store.entries(self._seq):
                self._apply(news, self._store.change(news.seq))
        else:
            self._apply(entry, change)

    def _apply(self, entry: Entry, change: Change) -> None:
        self._show = change.applied(self._show)
        self._seq = entry.seq
        self._entries.append(entry)
        self._stacks = self._stacks.after(entry, self._store.schema)
        for listener in tuple(self._listeners):
            listener(change)
