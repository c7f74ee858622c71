import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hallwright.drawing.culling import Edges, Ink, within
from hallwright.drawing.primitives import Anchor, Bitmap, Drawing, Group, Lines, Shapes, Text

WHOLE: Edges = (0.0, 0.0, 100.0, 100.0)
TRIANGLE = np.array([[10.0, 10.0], [90.0, 10.0], [10.0, 90.0]])


def ring(role: str) -> Shapes:
    return Shapes(role, ("r",), np.array([[10.0, 10.0, 90.0, 90.0]]), {0: TRIANGLE})


def test_only_what_touches_a_part_is_kept_with_its_id_and_corners() -> None:
    boxes = np.array([[0.0, 0.0, 10.0, 10.0], [50.0, 50.0, 60.0, 60.0], [10.0, 10.0, 90.0, 90.0]])
    batch = Shapes("booth", ("a", "b", "c"), boxes, {2: TRIANGLE})
    kept = within([batch], (70.0, 70.0, 80.0, 80.0))
    assert len(kept) == 1
    assert isinstance(kept[0], Shapes)
    assert kept[0].ids == ("c",)
    assert np.array_equal(kept[0].rings[0], TRIANGLE)
    assert within([batch], (95.0, 0.0, 99.0, 9.0)) == []


def test_lines_texts_and_bitmaps_are_kept_where_they_reach() -> None:
    items: Drawing = (
        Lines.of("frame", (0, 0, 20, 20), (60, 60, 90, 60)),
        Text("text", "AAAA", 50, 50, 10, Anchor.MIDDLE),
        Text("text", "turned", 50, 50, 5, Anchor.START, False, 90.0),
        Bitmap("qr", (0, 90, 10, 100), np.ones((2, 2), dtype=bool)),
    )
    assert [type(item).__name__ for item in within(items, (0.0, 0.0, 5.0, 5.0))] == ["Lines"]
    assert within(items, (48.0, 64.0, 52.0, 66.0)) == [items[2]]
    assert within(items, (0.0, 95.0, 5.0, 99.0)) == [items[3]]
    lines = within(items, (61.0, 59.0, 62.0, 61.0))[0]
    assert isinstance(lines, Lines)
    assert lines.points.tolist() == [[60, 60, 90, 60]]


def test_a_group_is_looked_at_in_its_own_millimetres_and_within_its_clip() -> None:
    inner = Shapes.box("booth", 1000, 1000, 2000, 2000)
    group = Group((inner,), 0.01, 5.0, 5.0, (0, 0, 1500, 1500), "kept")
    assert within([group], (16.0, 16.0, 18.0, 18.0))
    assert within([group], (22.0, 22.0, 24.0, 24.0)) == []  # the box lies there, but is clipped
    kept = within([group], (0.0, 0.0, 50.0, 50.0))[0]
    assert isinstance(kept, Group)
    assert not kept.name  # a form of that name may hold more, or less


def test_a_white_floor_is_blank_and_a_line_or_a_colour_is_not() -> None:
    middle = (20.0, 20.0, 30.0, 30.0)
    assert not Ink((Shapes.box("hall", 0, 0, 100, 100),), WHOLE).on(middle)
    assert Ink((Shapes.box("hall", 0, 0, 100, 100),), WHOLE).on((0.0, 20.0, 5.0, 30.0))
    assert Ink((Shapes.box("zone", 0, 0, 100, 100, "#ffeedd"),), WHOLE).on(middle)
    assert Ink((Lines.of("frame", (0, 0, 100, 100)),), WHOLE).on(middle)
    assert not Ink((Lines.of("frame", (0, 0, 100, 100)),), WHOLE).on((60.0, 20.0, 90.0, 50.0))


def test_the_corner_a_slanted_outline_leaves_is_blank() -> None:
    far = (70.0, 70.0, 85.0, 85.0)
    assert not Ink((ring("fixture"),), WHOLE).on(far)
    assert Ink((ring("fixture"),), WHOLE).on((20.0, 20.0, 30.0, 30.0))


def test_ink_beyond_a_clip_does_not_count_and_turned_text_lies_where_it_is_turned() -> None:
    clipped = Group((Shapes.box("zone", 0, 0, 9000, 9000, "#ffeedd"),), 0.01, 0.0, 0.0, (0, 0, 3000, 3000))
    assert Ink((clipped,), WHOLE).on((10.0, 10.0, 20.0, 20.0))
    assert not Ink((clipped,), WHOLE).on((40.0, 40.0, 50.0, 50.0))
    turned = Text("text", "A line that is turned", 50, 10, 5, Anchor.START, False, 90.0)
    assert Ink((turned,), WHOLE).on((48.0, 30.0, 52.0, 34.0))
    assert not Ink((turned,), WHOLE).on((70.0, 8.0, 90.0, 12.0))


@given(st.lists(st.tuples(*[st.floats(0, 100)] * 4), max_size=8), st.tuples(*[st.floats(0, 80)] * 2))
def test_nothing_that_leaves_ink_in_a_part_is_culled(
    places: list[tuple[float, float, float, float]], corner: tuple[float, float]
) -> None:
    items = tuple(
        Shapes.box("zone", min(a, c), min(b, d), max(a, c) + 1, max(b, d) + 1, "#aabbcc") for a, b, c, d in places
    )
    part = corner[0], corner[1], corner[0] + 20, corner[1] + 20
    assert Ink(items, WHOLE).on(part) == Ink(tuple(within(items, part)), WHOLE).on(part)
