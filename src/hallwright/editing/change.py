"""The Change: what was, what shall be; written, undone, journalled and told to the views as one value."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeVar

from hallwright.expo.row import Row
from hallwright.expo.show import KINDS, Show

R = TypeVar("R", bound=Row)
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


class Edit(NamedTuple):
    """One row before and after; None means that it does not exist."""

    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """The row as it is known: after if there is one, else before."""
        row = self.after if self.after is not None else self.before
        assert row is not None, "an edit needs a row"
        return row


@dataclass(frozen=True, slots=True)
class Change:
    """An edit of the expo.

    Attributes:
        operation: verb and object, e.g. ``move-booths``; names the edit function, stays stable.
        summary: one line for menus and the history, e.g. ``Move A01``.
        edits: the rows concerned, parents before children (deletions the other way round).
    """

    operation: str
    summary: str
    edits: tuple[Edit, ...]

    @classmethod
    def of(cls, operation: str, summary: str, edits: Iterable[Edit]) -> "Change":
        """Build a change whose edits stand in an order in which a database with foreign keys takes them."""
        some = [edit for edit in edits if edit.before is not edit.after]
        made = [edit for edit in some if edit.after is not None]
        gone = [edit for edit in some if edit.after is None]
        made.sort(key=lambda edit: _RANK[type(edit.row)])
        gone.sort(key=lambda edit: -_RANK[type(edit.row)])
        return cls(operation, summary, tuple(made + gone))

    def __bool__(self) -> bool:
        return bool(self.edits)

    def __iter__(self) -> Iterator[Edit]:
        return iter(self.edits)

    def inverse(self) -> "Change":
        """Return the change that takes this one back.

        Revisions go on counting: a row undone is not the row of before, or a stale writer would not notice.
        """
        edits = []
        for before, after in self.edits:
            if before is None:
                edits.append(Edit(after, None))
            else:
                known = after if after is not None else before
                edits.append(Edit(after, replace(before, revision=known.revision + 1)))
        return Change.of(self.operation, self.summary, edits)

    def rebased(self, show: Show) -> "Change | None":
        """Return this change with the revisions that its rows bear in ``show`` now.

        Undoing a later change leaves a row with the values of before but a higher revision.

        Returns:
            None if a row has other values than this change starts from, so that it no longer fits.
        """
        edits = []
        for before, after in self.edits:
            known = before if before is not None else after
            assert known is not None, "an edit needs a row"
            now = show.table(type(known)).get(known.id)
            if (now is None) != (before is None):
                return None
            if now is None or before is None:
                edits.append(Edit(None, after))
            elif now != before and replace(now, revision=before.revision) != before:
                return None
            else:
                edits.append(Edit(now, after and replace(after, revision=now.revision + 1)))
        return Change(self.operation, self.summary, tuple(edits))

    def applied(self, show: Show) -> Show:
        """Return the show after this change."""
        return show.replaced(self.edits)

    def ids(self) -> frozenset[str]:
        """Return the ids of all rows concerned."""
        return frozenset(edit.row.id for edit in self.edits)

    def kinds(self) -> frozenset[type[Row]]:
        """Return the kinds of all rows concerned."""
        return frozenset(type(edit.row) for edit in self.edits)


def amend(row: R, **values: Any) -> Edit:
    """Return the edit that gives fields of a row new values; one that changes nothing is dropped by a Change."""
    if all(getattr(row, name) == value for name, value in values.items()):
        return Edit(row, row)
    return Edit(row, replace(row, revision=row.revision + 1, **values))


def create(row: Row) -> Edit:
    """Return the edit that adds a row."""
    return Edit(None, row)


def remove(row: Row) -> Edit:
    """Return the edit that deletes a row."""
    return Edit(row, None)
