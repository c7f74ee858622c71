"""The storey beneath is traced, not painted: lines and columns, no booths."""

from tests.drawing.shows import small, with_rows

from hallwright.drawing.beneath import beneath_shapes
from hallwright.drawing.primitives import Lines, Shapes, Text
from hallwright.expo.space import Hall
from hallwright.geometry.outline import rectangle


def test_outline_columns_walls_shafts_and_doors_are_traced_under_the_name_of_the_hall() -> None:
    show = with_rows(small(), Hall(id="up", name="Gallery", storey="1F", outline=rectangle(0, 0, 30_000, 20_000)))
    solid, lines, name = beneath_shapes(show, "up")
    assert isinstance(solid, Shapes)
    kinds = {show.fixtures[key].kind for key in solid.ids}
    assert kinds == {"column", "wall"}
    assert isinstance(lines, Lines)
    corners = {(x, y) for x, y, _, _ in lines.points.tolist()}
    assert set(show.halls["hall"].outline) <= corners
    drawn = {row.kind for row in show.fixtures.values() if set(row.outline) <= corners}
    assert {"toilet", "stage", "entrance", "fire-exit"} <= drawn
    assert not drawn & {"seating", "hydrant", "power", "no-build", "column"}
    assert not corners & set(show.booths["free"].outline)
    assert isinstance(name, Text)
    assert name.text == "Hall 1  1号馆"


def test_one_storey_has_nothing_beneath_it() -> None:
    assert beneath_shapes(small(), "hall") == ()
