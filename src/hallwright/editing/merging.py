"""What the merges of imported rows have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hallwright.editing.change import Change


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
