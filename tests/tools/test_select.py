from tests.tools.scripting import Script

from hallwright.expo.show import Show
from hallwright.tools.select import Select
from hallwright.tools.tool import Sign, Verdict


def test_a_click_selects_one_booth_and_a_click_on_the_floor_none(show: Show) -> None:
    script = Script(show, Select())
    script.drag((4000, 4000))
    assert script.selection == {"b0"}
    script.drag((7000, 4000))
    assert script.selection == {"b1"}
    script.drag((35_000, 25_000))
    assert script.selection == frozenset()


def test_shift_or_ctrl_click_adds_and_takes_out(show: Show) -> None:
    script = Script(show, Select())
    script.drag((4000, 4000))
    script.drag((7000, 4000), shift=True)
    assert script.selection == {"b0", "b1"}
    script.drag((4000, 4000), ctrl=True)
    assert script.selection == {"b1"}


def test_the_rubber_band_selects_what_it_touches_and_ends_without_a_change(show: Show) -> None:
    script = Script(show, Select())
    held = script.hold((1000, 1000), (5000, 5000), (8000, 5000))
    assert held.preview is not None
    assert held.preview.band == (1000, 1000, 8000, 5000)
    answer = script.take(script.tool.release(script.scene(), script.last))
    assert answer.verdict is Verdict.REVERT
    assert script.selection == {"b0", "b1"}


def test_dragging_a_booth_moves_the_selection_and_writes_once(show: Show) -> None:
    script = Script(show, Select())
    script.selection = frozenset({"b0", "b1"})
    answer = script.drag((4000, 4000), (5000, 9000), (5020, 14_030))
    assert answer.edit is not None
    # The booth that stays is typed anew in the same change.
    assert {key for key, row in script.show.booths.items() if row is not show.booths[key]} == {"b0", "b1", "b2"}
    assert script.box("b0") == (4000, 13_000, 7000, 16_000)
    assert script.box("b1") == (7000, 13_000, 10_000, 16_000)


def test_a_move_snaps_to_the_edge_of_a_neighbour_and_shows_the_guide(show: Show) -> None:
    script = Script(show, Select())
    # The right edge of the row is at 12,000; the booth is dropped 63 mm off it and 45 mm below the row's top.
    held = script.hold((21_000, 16_000), (13_063, 4_045))
    assert held.preview is not None
    edges = [guide for guide in held.preview.guides if guide.sign is Sign.EDGE]
    assert {(g.x1, g.x2) for g in edges if g.x1 == g.x2} == {(12_000, 12_000)}
    script.take(script.tool.release(script.scene(), script.last))
    assert script.box("far") == (12_000, 3000, 16_000, 6000)


def test_alt_moves_freely_and_shift_along_one_axis(show: Show) -> None:
    script = Script(show, Select())
    script.drag((21_000, 16_000), (22_137, 16_059), alt=True)
    assert script.box("far")[:2] == (21_137, 15_059)
    script.drag((22_000, 16_000), (24_000, 16_900), shift=True)
    assert script.box("far")[1] == 15_059


def test_overlaps_are_marked_while_dragging(show: Show) -> None:
    script = Script(show, Select())
    held = script.hold((21_000, 16_000), (6_000, 5_000), alt=True)
    assert held.preview is not None
    assert held.preview.conflicts == {"far", "b0", "b1"}
    clear = script.take(script.tool.drag(script.scene(), script.last.__class__(30_000, 25_000, 10.0)))
    assert clear.preview is not None
    assert clear.preview.conflicts == frozenset()


def test_escape_gives_a_drag_up(show: Show) -> None:
    script = Script(show, Select())
    script.hold((4000, 4000), (9000, 9000))
    answer = script.take(script.tool.key(script.scene(), "escape"))
    assert answer.verdict is Verdict.REVERT
    assert script.take(script.tool.release(script.scene(), script.last)).edit is None
    assert script.show is show


def test_a_hand_that_trembles_does_not_move_a_booth(show: Show) -> None:
    script = Script(show, Select())
    answer = script.drag((4000, 4000), (4030, 4020))
    assert answer.edit is None
    assert script.selection == {"b0"}


def test_arrow_keys_nudge_by_the_grid_and_shift_by_a_metre(show: Show) -> None:
    script = Script(show, Select())
    assert script.tool.key(script.scene(), "left") is None
    script.selection = frozenset({"far"})
    script.take(script.tool.key(script.scene(), "left"))
    script.take(script.tool.key(script.scene(), "down", shift=True))
    assert script.box("far")[:2] == (19_900, 16_000)


def test_nudges_in_a_row_are_a_change_each_and_tell_how_far_it_has_come_and_what_is_near(show: Show) -> None:
    script = Script(show, Select())
    script.selection = frozenset({"far"})
    for told in ("Δx 0.1 m   Δy 0 m", "Δx 0.2 m   Δy 0 m", "Δx 0.3 m   Δy 0 m"):
        answer = script.take(script.tool.key(script.scene(), "right"))
        assert answer.edit is not None
        assert answer.told == told
    answer = script.take(script.tool.key(script.scene(), "up", shift=True))
    assert answer.told == "Δx 0.3 m   Δy -1 m"
    # A drag in between, or another selection, starts from nothing again.
    script.drag((22_000, 15_000), (25_000, 15_000))
    assert script.take(script.tool.key(script.scene(), "left")).told == "Δx -0.1 m   Δy 0 m"
    script.selection = frozenset({"b0"})
    answer = script.take(script.tool.key(script.scene(), "left"))
    assert answer.preview is not None
    assert {guide.text for guide in answer.preview.guides} == {"0.1 m", "2.9 m", "3 m"}
    assert answer.told == "Δx -0.1 m   Δy 0 m"
