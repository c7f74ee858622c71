"""What the merges of imported rows have in common."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from hallwright.editing.change import Change
from hallwright.expo.row import Row

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a file, read and typed.

    Attributes:
        row: its row number in the file as a person counts it (the heading is row 1).
        values: typed values by entity field; an empty cell is absent, so that it leaves data alone.
    """

    row: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rejection:
    """A row, or a cell of it, that was not taken (or taken as a draft), and why."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Merge:
    """One Change that brings a file's rows into the show, and what became of each row."""

    change: Change
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    drafts: list[Rejection] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)


Keys = tuple[tuple[str, ...], ...]
"""What a row is known by, the surest level first; the first level is its own number, or nothing."""


class Match(NamedTuple, Generic[R]):
    """What a record of a file is: a known row, an earlier record of the same file, or something new (both None)."""

    record: Record
    known: R | None
    same_as: int | None


def matched(
    records: Sequence[Record], wanted: Sequence[Keys], rows: Iterable[R], keys: Mapping[str, Keys]
) -> list[Match[R]]:
    """Find for each record the row it means; each row is found once.

    All records are tried on a surer level before any is on the next, so that a namesake further up in the file does not
    take the row of a record that gives its number. Two records with different numbers are never the same.

    Args:
        records: the rows of a file.
        wanted: the keys of each record; every record and row has the same number of levels.
        rows: the rows known before.
        keys: their keys by id.

    Returns:
        One match for each record, in their order; ``same_as`` is the row number of the earlier record.
    """
    index: dict[tuple[int, str], list[R]] = {}
    for row in rows:
        for level, some in enumerate(keys[row.id]):
            for key in some:
                index.setdefault((level, key), []).append(row)
    found: dict[int, R] = {}
    repeats: dict[int, int] = {}
    takers: dict[str, int] = {}
    for level in range(max(map(len, wanted), default=0)):
        for k, own in enumerate(wanted):
            if k in found or k in repeats:
                continue
            candidates = [row for key in own[level] for row in index.get((level, key), ())]
            free = next((row for row in candidates if row.id not in takers), None)
            if free is not None:
                found[k], takers[free.id] = free, k
                continue
            others = (takers[row.id] for row in candidates)
            taker = next((other for other in others if not _told_apart(own, wanted[other])), None)
            if taker is not None:
                repeats[k] = records[taker].row
    first: dict[tuple[int, str], list[int]] = {}
    for k, own in enumerate(wanted):
        if k in found or k in repeats:
            continue
        marks = [(level, key) for level, some in enumerate(own) for key in some]
        earlier = (other for mark in marks for other in first.get(mark, ()) if not _told_apart(own, wanted[other]))
        repeat = next(earlier, None)
        if repeat is not None:
            repeats[k] = records[repeat].row
            continue
        for mark in marks:
            first.setdefault(mark, []).append(k)
    return [Match(record, found.get(k), repeats.get(k)) for k, record in enumerate(records)]


def _told_apart(one: Keys, other: Keys) -> bool:
    """Say whether both bear a number of their own and the numbers differ."""
    return bool(one[0]) and bool(other[0]) and one[0] != other[0]
