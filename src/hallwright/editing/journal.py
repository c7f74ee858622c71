"""The append-only journal: what was done, undone and redone, in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a journal entry is; the first of a project that did not start empty *founds* it and is never undone."""

    FOUND = "found"
    DO = "do"
    UNDO = "undo"
    REDO = "redo"

    @property
    def prefix(self) -> str:
        """What stands before a summary in a history."""
        return {Kind.UNDO: "Undo: ", Kind.REDO: "Redo: "}.get(self, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the journal.

    Attributes:
        seq: position, counted from 1 without gaps.
        at: local time with offset.
        kind: founded, done, undone or redone.
        target: for an undo or a redo, the position of the entry that was first done.
        operation, summary: as in the Change.
        rows: number of rows concerned.
        schema: number of the schema under which it was written.
    """

    seq: int
    at: datetime
    kind: Kind
    target: int | None
    operation: str
    summary: str
    rows: int
    schema: int


NUDGE = "nudge-booths"
"""The operation of a shift by a key, of which a held key makes many."""
RUN = timedelta(seconds=1)
"""Nudges no farther apart than this belong together."""


def joined(early: Entry, late: Entry) -> bool:
    """Say whether two entries, first done one right after the other, may be one run of nudges of the same booths.

    Each is written by itself, so that none is lost; they are taken back together. That both shift the same booths is
    for whoever reads their rows to say.
    """
    return (
        early.operation == late.operation == NUDGE
        and late.seq == early.seq + 1
        and late.summary == early.summary
        and late.at - early.at <= RUN
    )


class Stacks(NamedTuple):
    """What can be undone and redone: positions of the entries first done, the next one last."""

    undo: tuple[int, ...] = ()
    redo: tuple[int, ...] = ()

    def after(self, entry: Entry, schema: int) -> "Stacks":
        """Return the stacks after one more entry.

        Entries of another schema are never undone: their rows no longer fit the tables.
        """
        undo, redo = self
        if entry.schema != schema:
            return Stacks()
        if entry.kind is Kind.DO:
            return Stacks((*undo, entry.seq), ())
        if entry.kind is Kind.UNDO and undo:
            return Stacks(undo[:-1], (*redo, undo[-1]))
        if entry.kind is Kind.REDO and redo:
            return Stacks((*undo, redo[-1]), redo[:-1])
        return self


def stacks(entries: Iterable[Entry], schema: int) -> Stacks:
    """Replay the journal's kinds and return what can be undone and redone now.

    The same as ``after`` one by one, but in time that grows with the journal, not with its square.
    """
    undo: list[int] = []
    redo: list[int] = []
    for entry in entries:
        if entry.schema != schema:
            undo.clear()
            redo.clear()
        elif entry.kind is Kind.DO:
            undo.append(entry.seq)
            redo.clear()
        elif entry.kind is Kind.UNDO and undo:
            redo.append(undo.pop())
        elif entry.kind is Kind.REDO and redo:
            undo.append(redo.pop())
    return Stacks(tuple(undo), tuple(redo))


@dataclass(frozen=True, slots=True)
class Version:
    """A named version of the plan: a position in the journal."""

    name: str
    seq: int
    at: datetime
