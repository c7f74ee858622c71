"""The Session: one show in memory, kept in step with its store."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from hallwright.editing.change import Change
from hallwright.editing.journal import Entry, Kind, Version, joined, stacks
from hallwright.editing.store import Conflict, Step, Store, unwatched
from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

RECORDS = frozenset(("print-badges", "void-badges"))
"""Operations that only note what became of paper."""

T = TypeVar("T")
Listener = Callable[[Change], None]


class Runner(Protocol):
    """Runs work that only reads what never changes, or writes to the store: maybe in another thread."""

    def __call__(self, work: Callable[[Step], T], /) -> T:
        """Return what the work returns, or raise what it raises."""
        ...


def here(work: Callable[[Step], T], /) -> T:
    """Run work at once, in this thread."""
    return work(unwatched)


class Session:
    """Store first, then memory, then notify: if the store raises, nothing happened.

    Long steps may be given a Runner, so that reading and writing the store goes on in another thread while a window
    goes on painting; memory is changed and listeners are told in the caller's own. Until then no other step is begun.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._listeners: list[Listener] = []
        self._show, self._seq = store.load()
        self._entries: list[Entry] = list(store.entries())
        self._stacks = stacks(self._entries, store.schema)
        self._away = False

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

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    @property
    def away(self) -> bool:
        """Whether a step is being taken in another thread, so that none can be begun."""
        return self._away

    def commit(self, change: Change, run: Runner = here) -> bool:
        """Write a change, apply it and tell the listeners.

        Returns:
            False if the change is empty, so that nothing was written.

        Raises:
            Conflict: another program changed one of its rows first; the show now holds that program's rows.
            Refused: the store could not write; nothing happened. So it is with whatever ``run`` raises.
        """
        if not change:
            return False
        self._write(change, Kind.DO, None, run)
        return True

    def undo(self, run: Runner = here) -> Change | None:
        """Take back the last change that is not taken back yet; None if there is none."""
        return self._step(Kind.UNDO, run)

    def redo(self, run: Runner = here) -> Change | None:
        """Do again the change taken back last; None if there is none."""
        return self._step(Kind.REDO, run)

    @property
    def undo_rows(self) -> int:
        """How many rows ``undo`` would change."""
        return self._entries[self._stacks.undo[-1] - 1].rows if self._stacks.undo else 0

    @property
    def redo_rows(self) -> int:
        """How many rows ``redo`` would change."""
        return self._entries[self._stacks.redo[-1] - 1].rows if self._stacks.redo else 0

    @property
    def undo_summary(self) -> str | None:
        """What ``undo`` would take back, or None."""
        return self._summary(self._stacks.undo)

    @property
    def undo_operation(self) -> str:
        """The operation that ``undo`` would take back, or an empty text."""
        return self._entries[self._stacks.undo[-1] - 1].operation if self._stacks.undo else ""

    @property
    def redo_summary(self) -> str | None:
        """What ``redo`` would do again, or None."""
        return self._summary(self._stacks.redo)

    @property
    def undo_run(self) -> int:
        """How many changes belong to the one that ``undo`` would take back, itself among them: nudges by a held key."""
        return self._run(self._stacks.undo)

    @property
    def redo_run(self) -> int:
        """How many changes belong to the one that ``redo`` would do again, itself among them."""
        return self._run(self._stacks.redo)

    def log(self) -> Sequence[Entry]:
        """Return the whole journal, oldest first."""
        return tuple(self._entries)

    def versions(self) -> Sequence[Version]:
        """Return the named versions, oldest first."""
        return self._store.versions()

    def version_name(self) -> str:
        """Return what the present state is called: its newest name, ``Draft 2 +3`` three changes after it.

        Without any named version, the number of the last change.
        """
        last = self.last_change
        position = last.seq if last is not None else self.position
        before = [version for version in self.versions() if version.seq <= self.position]
        if not before:
            return str(position)
        # Of names for one state the last one given counts.
        newest = max(enumerate(before), key=lambda pair: (pair[1].seq, pair[0]))[1]
        return newest.name if newest.seq >= position else f"{newest.name} +{position - newest.seq}"

    @property
    def last_change(self) -> Entry | None:
        """The last entry that changed what is printed; notes of what was printed do not.

        Sheets name the state and its date, so that the same expo gives the same files however often it is printed.
        """
        return next((entry for entry in reversed(self._entries) if entry.operation not in RECORDS), None)

    def name_version(self, name: str) -> Version:
        """Name the present state of the plan."""
        return self._store.name_version(name)

    def refresh(self) -> int:
        """Apply what another program wrote meanwhile and tell the listeners; returns the number of entries.

        While a step is being taken in another thread nothing is applied: its own entry would be among them.
        """
        if self._away:
            return 0
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

    def _step(self, kind: Kind, run: Runner) -> Change | None:
        self.refresh()
        stack = self._stacks.undo if kind is Kind.UNDO else self._stacks.redo
        if not stack:
            return None
        target = stack[-1]
        # The last entry about the target, be it done, undone or redone, is the one to take back.
        last = next(e for e in reversed(self._entries) if target in (e.seq, e.target))
        show = self._show
        change = self.aside(run, lambda _step: self._store.change(last.seq).inverse().rebased(show))
        if change is None:
            raise Conflict(
                _("'{summary}' no longer fits what is on the plan").format(summary=last.summary),
                mend=_("Close the project and open it."),
            )
        self._write(change, kind, target, run)
        return change

    def _run(self, stack: Sequence[int]) -> int:
        count = min(len(stack), 1)
        while count < len(stack):
            early, late = sorted((self._entries[stack[-count] - 1], self._entries[stack[-count - 1] - 1]), key=_seq)
            if not joined(early, late) or self._shifted(early) != self._shifted(late):
                break
            count += 1
        return count

    def _shifted(self, entry: Entry) -> frozenset[str]:
        """Return the ids of what an entry moved, without those that only took another type beside it."""
        rows = self._store.change(entry.seq).edits
        return frozenset(
            e.row.id for e in rows if getattr(e.before, "outline", None) != getattr(e.after, "outline", None)
        )

    def aside(self, run: Runner, work: Callable[[Step], T]) -> T:
        """Run work that may be long; no step is begun until it is done.

        Raises:
            Refused: such work is under way already. Besides, whatever the work or ``run`` raises.
        """
        if self._away:
            raise Refused(_("Another step is still being taken"), mend=_("Wait until it is done."))
        self._away = True
        try:
            return run(work)
        finally:
            self._away = False

    def _write(self, change: Change, kind: Kind, target: int | None, run: Runner) -> None:
        self.refresh()
        try:
            entry = self.aside(run, lambda step: self._store.write(change, kind, target, step))
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


def _seq(entry: Entry) -> int:
    return entry.seq
