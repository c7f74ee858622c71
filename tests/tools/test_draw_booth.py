import pytest
from tests.tools.scripting import Script

from hallwright.expo.show import Show
from hallwright.geometry.outline import rectangle
from hallwright.support.errors import Refused
from hallwright.tools.draw_booth import DrawBooth
from hallwright.tools.tool import Pointer, Verdict


def test_a_drag_draws_from_corner_to_corner_on_the_grid_with_the_next_number(show: Show) -> None:
    script = Script(show, DrawBooth())
    held = script.hold((25_030, 24_960), (28_000, 28_000), (31_020, 27_980))
    assert held.preview is not None
    assert held.preview.caption == "6 × 3 m   18 m²"
    answer = script.take(script.tool.release(script.scene(), script.last))
    assert answer.select_made
    (booth,) = (row for key, row in script.show.booths.items() if key not in show.booths)
    assert booth.outline == ((25_000, 25_000), (31_000, 25_000), (31_000, 28_000), (25_000, 28_000))
    assert booth.number == "B02"


def test_a_click_places_a_module_snapped_to_the_row(show: Show) -> None:
    script = Script(show, DrawBooth())
    shown = script.tool.hover(script.scene(), Pointer(13_460, 4_520, 10.0))
    assert shown.preview is not None
    assert shown.preview.outlines[""][0] == (12_000, 3000)
    script.drag((13_460, 4_520))
    (booth,) = (row for key, row in script.show.booths.items() if key not in show.booths)
    assert booth.outline == ((12_000, 3000), (15_000, 3000), (15_000, 6000), (12_000, 6000))
    assert booth.number == "A04"


def test_shift_draws_a_square_in_any_direction(show: Show) -> None:
    script = Script(show, DrawBooth())
    held = script.hold((30_000, 20_000), (27_000, 18_500), shift=True)
    assert held.preview is not None
    assert held.preview.caption == "3 × 3 m   9 m²"


def test_overlap_is_shown_while_drawing(show: Show) -> None:
    script = Script(show, DrawBooth())
    held = script.hold((4000, 5000), (8000, 9000))
    assert held.preview is not None
    assert held.preview.conflicts == {"", "b0", "b1"}


def test_a_sliver_is_refused_and_nothing_is_drawn(show: Show) -> None:
    script = Script(show, DrawBooth())
    with pytest.raises(Refused, match=r"at least 0\.3 m"):
        script.drag((25_000, 25_000), (31_000, 25_100))
    assert script.show is show


def test_escape_gives_the_drawing_up(show: Show) -> None:
    script = Script(show, DrawBooth())
    script.hold((25_000, 25_000), (28_000, 28_000))
    assert script.take(script.tool.key(script.scene(), "escape")).verdict is Verdict.REVERT
    assert script.take(script.tool.release(script.scene(), script.last)).change is None


def test_a_size_is_typed_while_it_is_dragged(show: Show) -> None:
    script = Script(show, DrawBooth())
    script.hold((5000, 15_000), (7030, 16_020))
    for sign in "6x4.":
        assert script.tool.takes(sign)
        script.take(script.tool.type(script.scene(), sign))
    answer = script.take(script.tool.type(script.scene(), "5"))
    assert answer.preview is not None
    assert answer.preview.entry == "6×4.5"
    assert answer.preview.caption == "6 × 4.5 m   27 m²"
    script.take(script.tool.key(script.scene(), "enter"))
    (made,) = [row.outline for key, row in script.show.booths.items() if key not in show.booths]
    assert made == rectangle(5000, 15_000, 6000, 4500)
    assert not script.tool.takes("1")


def test_what_cannot_be_read_is_told_and_the_drag_goes_on(show: Show) -> None:
    script = Script(show, DrawBooth())
    script.hold((5000, 15_000), (7000, 16_000))
    for sign in "6q":
        script.take(script.tool.type(script.scene(), sign))
    answer = script.take(script.tool.key(script.scene(), "enter"))
    assert answer.preview is not None
    assert answer.preview.caption == "'6q': not a length"
    script.take(script.tool.key(script.scene(), "backspace"))
    script.take(script.tool.key(script.scene(), "escape"))
    script.take(script.tool.release(script.scene(), script.last))
    (made,) = [row.outline for key, row in script.show.booths.items() if key not in show.booths]
    assert made == rectangle(5000, 15_000, 2000, 1000)
