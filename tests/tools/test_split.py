import pytest
from tests.tools.scripting import Script

from hallwright.editing.splitting import Naming
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus, Hall
from hallwright.geometry.outline import Box, bounds, rectangle
from hallwright.support.errors import Refused
from hallwright.tools.split import Split
from hallwright.tools.tool import Pointer, Verdict


def by_number(script: Script) -> dict[str, Box]:
    boxes: dict[str, Box] = {row.number: bounds(row.outline) for row in script.show.booths.values()}
    return boxes


def test_a_line_across_a_booth_splits_it_and_selects_the_parts(show: Show) -> None:
    script = Script(show, Split())
    script.drag((21_530, 14_800), (21_520, 16_000), (21_510, 18_200))
    left, top, right, bottom = by_number(script)["B01a"]
    assert (left, top, bottom) == (20_000, 15_000, 18_000)
    assert 21_510 <= right <= 21_530
    assert {script.show.booths[key].number for key in script.selection} == {"B01a", "B01b"}


def test_a_line_from_side_to_side_is_laid_on_the_grid_of_the_booth(show: Show) -> None:
    script = Script(show, Split())
    held = script.hold((21_530, 15_040), (21_480, 16_000), (21_460, 17_970))
    assert held.preview is not None
    assert held.preview.caption == "4.5 m² + 7.5 m²"
    assert held.preview.numbers == {"far": "B01b"} | {key: "B01a" for key in held.preview.outlines if key != "far"}
    assert held.preview.hidden == {"far"}
    script.take(script.tool.release(script.scene(), script.last))
    assert by_number(script)["B01a"] == (20_000, 15_000, 21_500, 18_000)


def test_who_keeps_a_let_booth_is_said_while_drawing() -> None:
    show = Show.of(
        [
            Hall(id="h", name="Hall", outline=rectangle(0, 0, 40_000, 30_000)),
            Exhibitor(id="x", name="NetEase"),
            Booth(
                id="let",
                hall="h",
                number="C01",
                outline=rectangle(0, 0, 6000, 3000),
                exhibitor="x",
                status=BoothStatus.RESERVED,
            ),
        ]
    )
    script = Script(show, Split())
    held = script.hold((2000, 0), (2000, 1500), (2000, 3000))
    assert held.preview is not None
    assert held.preview.caption == "6 m² + 12 m²   NetEase keeps C01b"


def test_options_choose_numbers_and_who_keeps_the_exhibitor(show: Show) -> None:
    tool = Split()
    tool.naming, tool.heir = Naming.NEW, "first"
    script = Script(show, tool)
    script.drag((21_000, 15_000), (21_000, 16_000), (21_000, 18_000))
    assert by_number(script)["B01"] == (20_000, 15_000, 21_000, 18_000)
    assert by_number(script)["B02"] == (21_000, 15_000, 24_000, 18_000)


def test_shift_draws_level_or_upright(show: Show) -> None:
    script = Script(show, Split())
    script.drag((20_000, 16_000), (22_000, 16_400), (24_000, 16_900), shift=True)
    assert by_number(script)["B01a"] == (20_000, 15_000, 24_000, 16_000)


def test_of_several_booths_the_selected_one_is_split(show: Show) -> None:
    script = Script(show, Split())
    script.selection = frozenset({"b1"})
    script.drag((3000, 4500), (8000, 4500), (12_000, 4500))
    assert {"A01", "A02a", "A02b", "A03"} <= set(by_number(script))


def test_a_line_that_crosses_no_booth_is_refused_and_a_click_does_nothing(show: Show) -> None:
    script = Script(show, Split())
    held = script.hold((1000, 1000), (1000, 1500), (1000, 2000))
    assert held.preview is not None
    assert held.preview.caption == "Draw across a booth"
    with pytest.raises(Refused, match="crosses no booth"):
        script.tool.release(script.scene(), script.last)
    assert script.drag((4500, 4500)).verdict is Verdict.REVERT
    assert script.show is show


def test_a_sliver_is_refused_with_the_reason_while_drawing(show: Show) -> None:
    script = Script(show, Split())
    held = script.hold((20_100, 15_000), (20_100, 16_000), (20_100, 18_000), alt=True)
    assert held.preview is not None
    assert held.preview.caption.startswith("A part would be 0.1 m")
    assert held.preview.conflicts == {"far"}


def test_esc_gives_the_line_up(show: Show) -> None:
    script = Script(show, Split())
    script.hold((20_000, 16_000), (24_000, 16_000))
    assert script.take(script.tool.key(script.scene(), "escape")).verdict is Verdict.REVERT
    assert script.take(script.tool.release(script.scene(), Pointer(24_000, 16_000))).change is None
    assert script.tool.key(script.scene(), "escape") is None
