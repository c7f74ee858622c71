from dataclasses import replace

from tests.tools.scripting import Script

from hallwright.expo.show import Show
from hallwright.expo.space import Booth
from hallwright.tools.reshape import Reshape
from hallwright.tools.tool import Pointer


def test_a_corner_resizes_a_rectangle_which_stays_one(show: Show) -> None:
    script = Script(show, Reshape())
    script.selection = frozenset({"far"})
    held = script.hold((24_000, 18_000), (25_010, 20_030))
    assert held.preview is not None
    assert held.preview.caption == "5 × 5 m   25 m²"
    script.take(script.tool.release(script.scene(), script.last))
    assert script.box("far") == (20_000, 15_000, 25_000, 20_000)
    assert len(script.show.booths["far"].outline) == 4


def test_alt_frees_the_corner(show: Show) -> None:
    script = Script(show, Reshape())
    script.selection = frozenset({"far"})
    script.drag((24_000, 18_000), (26_000, 19_000), alt=True)
    assert script.show.booths["far"].outline[2] == (26_000, 19_000)
    assert script.show.booths["far"].area == 17_000_000


def test_a_draft_is_mended_by_dragging_its_corners(show: Show) -> None:
    bow_tie = ((20_000, 15_000), (24_000, 18_000), (24_000, 15_000), (20_000, 18_000))
    draft = replace(show.booths["far"], outline=bow_tie)
    script = Script(show.replaced([(show.booths["far"], draft)]), Reshape())
    assert script.show.booths["far"].draft
    script.drag((22_000, 16_000))
    assert script.selection == {"far"}
    script.drag((24_000, 18_000), (26_000, 16_000))
    assert script.show.booths["far"].draft
    script.drag((24_000, 15_000), (24_000, 18_000))
    script.drag((26_000, 16_000), (24_000, 15_000))
    mended = script.show.booths["far"]
    assert isinstance(mended, Booth)
    assert not mended.draft
    assert mended.area == 12_000_000


def test_handles_are_shown_for_the_one_selected_booth(show: Show) -> None:
    script = Script(show, Reshape())
    assert script.tool.hover(script.scene(), Pointer(0, 0)).preview.handles == ()  # type: ignore[union-attr]
    script.selection = frozenset({"b0"})
    shown = script.tool.hover(script.scene(), Pointer(0, 0)).preview
    assert shown is not None
    assert shown.handles == show.booths["b0"].outline


def test_a_rectangle_cannot_be_squeezed_to_nothing(show: Show) -> None:
    script = Script(show, Reshape())
    script.selection = frozenset({"far"})
    answer = script.drag((24_000, 18_000), (20_050, 15_050))
    assert not answer.change
    assert script.show.booths["far"] == show.booths["far"]
