import pytest
from tests.tools.scripting import Script

from hallwright.editing import booths
from hallwright.expo.show import Show
from hallwright.geometry.outline import Outline
from hallwright.support.errors import Refused
from hallwright.tools.draw_polygon import DrawPolygon
from hallwright.tools.tool import Answer, Pointer, Verdict


@pytest.fixture
def script(show: Show) -> Script:
    return Script(show, DrawPolygon())


def click(script: Script, x: float, y: float, *, shift: bool = False, alt: bool = False) -> Answer:
    return script.drag((x, y), shift=shift, alt=alt)


def hover(script: Script, x: float, y: float, *, shift: bool = False) -> Answer:
    return script.take(script.tool.hover(script.scene(), Pointer(x, y, 10.0, shift=shift)))


def made(script: Script, before: Show) -> Outline | None:
    return next((row.outline for key, row in script.show.booths.items() if key not in before.booths), None)


def test_clicked_corners_closed_with_enter_make_a_numbered_booth(script: Script, show: Show) -> None:
    for x, y in ((5030, 15_000), (9000, 14_980), (9000, 17_000), (5000, 19_000)):
        click(script, x, y)
    answer = script.take(script.tool.key(script.scene(), "enter"))
    assert answer.verdict is Verdict.COMMIT
    assert answer.select_made
    assert made(script, show) == ((5000, 15_000), (9000, 15_000), (9000, 17_000), (5000, 19_000))
    assert {row.number for key, row in script.show.booths.items() if key not in show.booths} == {"A04"}


def test_a_click_on_the_first_corner_closes(script: Script, show: Show) -> None:
    for x, y in ((5000, 15_000), (9000, 15_000), (5000, 19_000)):
        click(script, x, y)
    near = hover(script, 5040, 15_050)
    assert near.preview is not None
    assert near.preview.caption == "Close   8 m²"
    click(script, 5040, 15_050)
    assert made(script, show) == ((5000, 15_000), (9000, 15_000), (5000, 19_000))


def test_a_double_click_closes_with_the_corner_of_its_first_click(script: Script, show: Show) -> None:
    for x, y in ((5000, 15_000), (9000, 15_000), (9000, 19_000)):
        click(script, x, y)
    script.take(script.tool.double(script.scene(), Pointer(9000, 19_000)))
    assert made(script, show) == ((5000, 15_000), (9000, 15_000), (9000, 19_000))


def test_the_length_and_the_area_show_while_it_is_drawn(script: Script) -> None:
    click(script, 5000, 15_000)
    first = hover(script, 9000, 15_000).preview
    assert first is not None
    assert (first.caption, first.outlines) == ("4 m", {})
    click(script, 9000, 15_000)
    second = hover(script, 9000, 18_000).preview
    assert second is not None
    assert second.caption == "3 m   6 m²"
    assert second.outlines == {"": ((5000, 15_000), (9000, 15_000), (9000, 18_000))}


def test_a_side_that_crosses_another_is_refused_while_drawing(script: Script, show: Show) -> None:
    for x, y in ((5000, 15_000), (9000, 15_000), (9000, 19_000)):
        click(script, x, y)
    answer = hover(script, 7000, 13_000)
    assert answer.preview is not None
    assert answer.preview.caption == "The outline would cross itself"
    assert answer.preview.conflicts == {""}
    click(script, 7000, 13_000)
    click(script, 5000, 19_000)
    script.take(script.tool.key(script.scene(), "enter"))
    assert made(script, show) == ((5000, 15_000), (9000, 15_000), (9000, 19_000), (5000, 19_000))


def test_a_closing_side_that_would_cross_keeps_the_corners_to_be_corrected(script: Script, show: Show) -> None:
    inner = ((5000, 15_000), (12_000, 15_000), (12_000, 22_000), (3000, 22_000), (3000, 12_000))
    for x, y in (*inner, (14_000, 12_000), (14_000, 18_000)):
        click(script, x, y, alt=True)
    answer = script.take(script.tool.key(script.scene(), "enter"))
    assert answer.verdict is Verdict.KEEP
    assert answer.preview is not None
    assert answer.preview.caption == "The outline crosses itself"
    assert made(script, show) is None
    for _ in range(2):
        script.tool.key(script.scene(), "backspace")
    script.take(script.tool.key(script.scene(), "enter"))
    assert made(script, show) == inner


def test_backspace_takes_corners_back_and_at_last_the_gesture(script: Script, show: Show) -> None:
    click(script, 5000, 15_000)
    click(script, 9000, 15_000)
    back = script.take(script.tool.key(script.scene(), "backspace"))
    assert back.preview is not None
    assert back.preview.handles == ((5000, 15_000),)
    assert script.take(script.tool.key(script.scene(), "backspace")).verdict is Verdict.REVERT
    assert script.tool.key(script.scene(), "backspace") is None


def test_esc_gives_up_and_enter_alone_is_left_to_others(script: Script, show: Show) -> None:
    assert script.tool.key(script.scene(), "enter") is None
    click(script, 5000, 15_000)
    assert script.tool.key(script.scene(), "left") is None
    assert script.take(script.tool.key(script.scene(), "escape")).verdict is Verdict.REVERT
    assert script.show is show


def test_two_corners_are_no_outline(script: Script, show: Show) -> None:
    click(script, 5000, 15_000)
    click(script, 9000, 15_000)
    answer = script.take(script.tool.key(script.scene(), "enter"))
    assert answer.preview is not None
    assert answer.preview.caption == "The outline has fewer than three corners"
    assert made(script, show) is None


def test_shift_draws_in_steps_of_45_degrees(script: Script, show: Show) -> None:
    click(script, 5000, 15_000)
    click(script, 9000, 15_700, shift=True)
    click(script, 11_000, 17_100, shift=True)
    click(script, 11_300, 22_000, shift=True)
    script.take(script.tool.key(script.scene(), "enter"))
    outline = made(script, show)
    assert outline is not None
    first, second, third, fourth = outline
    assert first[1] == second[1]
    assert third[0] - second[0] == third[1] - second[1]
    assert fourth[0] == third[0]


def test_corners_line_up_with_own_corners(script: Script, show: Show) -> None:
    for x, y in ((5050, 15_050), (9000, 15_000), (9000, 19_000)):
        click(script, x, y, alt=True)
    click(script, 5060, 18_970)
    script.take(script.tool.key(script.scene(), "enter"))
    assert made(script, show) == ((5050, 15_050), (9000, 15_000), (9000, 19_000), (5050, 19_000))


def test_what_the_edit_refuses_keeps_the_corners(script: Script, show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Refused("A booth is at least 300 mm wide and deep")

    for x, y in ((5000, 15_000), (9000, 15_000), (9000, 19_000)):
        click(script, x, y)
    monkeypatch.setattr(booths, "draw", refuse)
    answer = script.take(script.tool.key(script.scene(), "enter"))
    assert answer.preview is not None
    assert answer.preview.caption == "A booth is at least 300 mm wide and deep"
    monkeypatch.undo()
    script.take(script.tool.key(script.scene(), "enter"))
    assert made(script, show) is not None
