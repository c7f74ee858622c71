import pytest
from tests.shows import booth, small_show

from hallwright.editing import shaping
from hallwright.expo.show import Show
from hallwright.geometry.outline import bounds, rectangle
from hallwright.geometry.shapes import Anchor, Side, frame_of
from hallwright.support.errors import Refused


@pytest.fixture
def show() -> Show:
    return small_show()


def test_booths_turn_about_their_common_or_their_own_middle(show: Show) -> None:
    change = shaping.rotate(show, ["b2", "b3"], 90)
    assert change.summary == "Rotate 2 booths by 90°"
    after = change.applied(show)
    assert bounds(after.booths["b2"].outline) == (4500, -1500, 7500, 1500)
    assert bounds(after.booths["b3"].outline) == (4500, 1500, 7500, 4500)
    own = shaping.rotate(show, ["b2"], 45, each=True).applied(show)
    assert frame_of(own.booths["b2"].outline).slant == pytest.approx(45, abs=0.1)
    assert bounds(own.booths["b2"].outline).centre == (4500, 1500)


def test_each_booth_turned_alone_stays_in_its_place(show: Show) -> None:
    wide = show.replaced([(show.booths["b2"], booth("b2", "A02", outline=rectangle(0, 0, 6000, 2000)))])
    after = shaping.rotate(wide, ["b2", "b3"], 90, each=True).applied(wide)
    assert bounds(after.booths["b2"].outline) == (2000, -2000, 4000, 4000)
    assert bounds(after.booths["b3"].outline) == bounds(show.booths["b3"].outline)


def test_booths_are_mirrored_about_their_common_middle(show: Show) -> None:
    change = shaping.flip(show, ["b2", "b3"], left_right=True)
    assert change.summary == "Mirror 2 booths left to right"
    after = change.applied(show)
    assert bounds(after.booths["b2"].outline).left == 6000
    assert bounds(after.booths["b3"].outline).left == 3000
    assert not shaping.flip(show, ["b2"], left_right=False), "a rectangle is its own mirror image"


def test_typed_sizes_keep_the_anchor_and_one_side_may_stay(show: Show) -> None:
    after = shaping.resize(show, ["b2"], 4000, None, Anchor.BOTTOM_RIGHT).applied(show)
    assert bounds(after.booths["b2"].outline) == (2000, 0, 6000, 3000)
    assert not shaping.resize(show, ["b2"], 3000, 3000)


@pytest.mark.parametrize("width", [299, 1_000_001])
def test_a_size_out_of_range_is_refused(show: Show, width: int) -> None:
    with pytest.raises(Refused, match=r"^A02: A width of .* is out of range"):
        shaping.resize(show, ["b2"], width, None)


def test_a_draft_is_not_resized(show: Show) -> None:
    with pytest.raises(Refused, match="Mend its outline first"):
        shaping.resize(show, ["b4"], 3000, 4000)


def test_notches_make_l_and_u_shapes(show: Show) -> None:
    l_made = shaping.notch_corner(show, "b2", 1000, 2000, Anchor.TOP_RIGHT)
    assert l_made.summary == "L-shape of A02"
    assert l_made.applied(show).booths["b2"].area == 7_000_000
    u_made = shaping.notch_side(show, "b2", 1000, 1000, Side.BOTTOM)
    assert u_made.applied(show).booths["b2"].area == 8_000_000
    with pytest.raises(Refused, match="The notch must be smaller than the booth"):
        shaping.notch_corner(show, "b2", 3000, 2000, Anchor.TOP_RIGHT)


def test_a_booth_that_is_gone_is_refused(show: Show) -> None:
    with pytest.raises(Refused, match="no longer exists"):
        shaping.rotate(show, ["gone"], 90)
