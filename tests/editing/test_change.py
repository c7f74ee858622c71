"""The Change as a value: its order, its inverse, and how it is carried over to newer rows."""

from dataclasses import replace

from tests.shows import as_change, booth, content, small_rows, small_show

from hallwright.editing import booths
from hallwright.editing.change import Change, Edit, amend, create, remove
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import KINDS, Show


def test_edits_stand_parents_first_and_deletions_children_first() -> None:
    rows = small_rows()[::-1]
    made = [KINDS.index(type(edit.row)) for edit in Change.of("make", "Make", map(create, rows))]
    gone = [KINDS.index(type(edit.row)) for edit in Change.of("clear", "Clear", map(remove, rows))]
    assert made == sorted(made)
    assert gone == sorted(gone, reverse=True)
    mixed = Change.of("mix", "Mix", [remove(rows[0]), create(rows[1])])
    assert [edit.after is None for edit in mixed] == [False, True]


def test_an_edit_that_changes_nothing_is_dropped() -> None:
    row = booth("b1", "A01")
    assert amend(row, number="A01") == Edit(row, row)
    assert not Change.of("renumber", "Renumber", [amend(row, number="A01")])
    change = Change.of("renumber", "Renumber", [amend(row, number="A02")])
    assert change
    assert change.edits[0].after == replace(row, number="A02", revision=1)


def test_a_change_names_what_it_concerns() -> None:
    show = small_show()
    change = Change.of("x", "X", [remove(show.booths["b1"]), create(Exhibitor(id="x9", name="New"))])
    assert change.ids() == {"b1", "x9"}
    assert {kind.__name__ for kind in change.kinds()} == {"Booth", "Exhibitor"}


def test_making_and_unmaking_a_whole_show() -> None:
    change = as_change(small_show())
    made = change.applied(Show())
    assert made == small_show()
    assert list(change.inverse().applied(made).rows()) == []


def test_revisions_go_on_counting_through_undo() -> None:
    show = small_show()
    move = booths.move(show, ["b1"], 5, 5)
    undone = move.inverse().applied(move.applied(show))
    assert undone.booths["b1"] == replace(show.booths["b1"], revision=2)


def test_a_change_is_carried_over_to_the_present_revisions() -> None:
    show = small_show()
    move = booths.move(show, ["b1", "b2"], 5, 5)
    now = show.replaced([(show.booths["b1"], replace(show.booths["b1"], revision=7))])
    rebased = move.rebased(now)
    assert rebased is not None
    assert rebased.edits[0].before is now.booths["b1"]
    assert [edit.row.revision for edit in rebased] == [8, 1]
    assert content(rebased.applied(now)) == content(move.applied(show))


def test_a_change_that_no_longer_fits_is_not_carried_over() -> None:
    show = small_show()
    move, delete, draw = (
        booths.move(show, ["b1"], 5, 5),
        booths.delete(show, ["b1"]),
        Change.of("draw", "Draw", [create(booth("b1", "A01"))]),
    )
    other = show.replaced([(show.booths["b1"], replace(show.booths["b1"], note="new"))])
    gone = show.replaced([(show.booths["b1"], None)])
    assert [change.rebased(other) for change in (move, delete, draw)] == [None, None, None]
    assert [change.rebased(gone) for change in (move, delete)] == [None, None]
    assert draw.rebased(gone) == draw
    assert delete.rebased(show) == delete
