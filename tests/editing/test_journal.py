from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from hallwright.editing.journal import Entry, Kind, Stacks, stacks


def entry(seq: int, kind: Kind, target: int | None = None, schema: int = 1) -> Entry:
    at = datetime(2024, 9, 9, tzinfo=UTC)
    return Entry(seq=seq, at=at, kind=kind, target=target, operation="o", summary="s", rows=1, schema=schema)


def test_what_is_undone_can_be_redone_until_something_new_is_done() -> None:
    entries = [entry(1, Kind.DO), entry(2, Kind.DO), entry(3, Kind.UNDO, 2)]
    assert stacks(entries, 1) == ((1,), (2,))
    assert stacks([*entries, entry(4, Kind.REDO, 2)], 1) == ((1, 2), ())
    assert stacks([*entries, entry(4, Kind.DO)], 1) == ((1, 4), ())


def test_the_founding_of_a_project_is_never_undone() -> None:
    assert stacks([entry(1, Kind.FOUND)], 1) == ((), ())
    assert stacks([entry(1, Kind.FOUND), entry(2, Kind.DO)], 1) == ((2,), ())


def test_undo_does_not_reach_back_over_a_migration() -> None:
    entries = [entry(1, Kind.DO, schema=1), entry(2, Kind.DO, schema=2)]
    assert stacks(entries, 2) == ((2,), ())


def test_only_undo_and_redo_are_named_in_a_history() -> None:
    assert [kind.prefix for kind in Kind] == ["", "", "Undo: ", "Redo: "]


@given(st.lists(st.tuples(st.sampled_from(Kind), st.sampled_from((1, 1, 1, 2))), max_size=30))
def test_replaying_a_journal_gives_what_following_it_gives(steps: list[tuple[Kind, int]]) -> None:
    entries = [entry(seq, kind, schema=schema) for seq, (kind, schema) in enumerate(steps, 1)]
    followed = Stacks()
    for one in entries:
        followed = followed.after(one, 1)
    assert stacks(entries, 1) == followed
