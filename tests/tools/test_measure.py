from tests.tools.scripting import Script

from hallwright.expo.show import Show
from hallwright.tools.measure import Measure
from hallwright.tools.tool import Answer, Pointer


def text(answer: Answer) -> str:
    assert answer.preview is not None
    return " | ".join(note.text for note in answer.preview.notes)


def test_a_drag_measures_from_corner_to_corner_and_stays(show: Show) -> None:
    script = Script(show, Measure())
    held = script.hold((3040, 3050), (9000, 9000), (20_050, 14_960))
    assert text(held) == "20.809 m   Δx 17 m   Δy 12 m"
    assert held.preview is not None
    assert held.preview.handles == ((3000, 3000), (20_000, 15_000))
    assert text(script.take(script.tool.release(script.scene(), script.last))) == text(held)
    assert text(script.take(script.tool.hover(script.scene(), Pointer(0, 0)))) == text(held)
    assert script.show is show


def test_an_edge_is_caught_where_no_corner_is_near(show: Show) -> None:
    script = Script(show, Measure())
    held = script.hold((1500, 29_950), (1500, 10_000), (1520, 70))
    assert text(held) == "30 m   Δx 0.02 m   Δy 30 m"


def test_shift_measures_level_and_alt_catches_nothing(show: Show) -> None:
    script = Script(show, Measure())
    assert text(script.hold((12_040, 4500), (16_000, 4600), (20_040, 15_500), shift=True)) == "11 m"
    assert text(script.hold((3040, 3000), (9000, 3000), (13_040, 3000), alt=True)) == "10 m"


def test_a_click_or_esc_takes_the_line_away(show: Show) -> None:
    script = Script(show, Measure())
    script.drag((0, 0), (1000, 0), (5000, 0))
    assert text(script.drag((7000, 12_000))) == ""
    script.drag((0, 0), (1000, 0), (5000, 0))
    assert text(script.take(script.tool.key(script.scene(), "escape"))) == ""
    assert script.tool.key(script.scene(), "escape") is None


def test_the_point_that_a_press_would_catch_shows_before(show: Show) -> None:
    script = Script(show, Measure())
    answer = script.take(script.tool.hover(script.scene(), Pointer(3040, 3040)))
    assert answer.preview is not None
    assert answer.preview.handles == ((3000, 3000),)
