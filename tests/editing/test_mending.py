import pytest

from hallwright.editing.mending import mend
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Hall
from hallwright.geometry.outline import Outline, rectangle
from hallwright.support.errors import Refused


def show_with(outline: Outline) -> Show:
    return Show.of(
        [
            Hall(id="h", name="Hall 1", outline=rectangle(0, 0, 40_000, 30_000)),
            Booth(id="b", hall="h", number="A01", outline=outline),
        ]
    )


def test_a_draft_becomes_a_booth() -> None:
    show = show_with(((0, 0), (4000, 3000), (4000, 0), (0, 3000)))
    mended = mend(show, "b").applied(show).booths["b"]
    assert not mended.draft
    assert mended.area == 12_000_000


def test_corners_in_one_line_are_refused() -> None:
    with pytest.raises(Refused, match="booth A01: No order of its corners"):
        mend(show_with(((0, 0), (1000, 0), (2000, 0), (3000, 0))), "b")
