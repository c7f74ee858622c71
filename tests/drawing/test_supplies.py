"""Drops: symbols above the booths, for those who build, not for the public."""

from tests.drawing.shows import small, with_rows

from hallwright.drawing.plan import View, hall_drawing
from hallwright.drawing.primitives import Shapes
from hallwright.drawing.sheet import SheetOptions, plan_pages
from hallwright.drawing.supplies import SIDE, drops_of, supplies
from hallwright.drawing.theme import paper
from hallwright.expo.space import DROPS, Fixture, FixtureKind
from hallwright.geometry.outline import rectangle


def drop(key: str, left: int, kind: FixtureKind = FixtureKind.POWER) -> Fixture:
    return Fixture(id=key, hall="hall", kind=kind, outline=rectangle(left, 3200, 400, 400))


def test_drops_of_a_kind_are_one_batch_centred_on_their_outlines() -> None:
    tile, *figures = supplies([drop("a", 1000), drop("b", 5000)])
    assert isinstance(tile, Shapes)
    assert tile.ids == ("a", "b")
    assert tile.boxes.tolist() == [[900, 3100, 900 + SIDE, 3100 + SIDE], [4900, 3100, 4900 + SIDE, 3100 + SIDE]]
    for item in figures:
        assert isinstance(item, Shapes)
        count = len(item.boxes) // 2
        assert item.ids == ("",) * len(item.boxes)
        assert (item.boxes[count:] - item.boxes[:count] == [4000, 0, 4000, 0]).all()
        assert all((ring[:, 0] > 4900).all() for index, ring in item.rings.items() if index >= count)


def test_from_afar_they_are_dots() -> None:
    (dots,) = supplies([drop("a", 1000), drop("b", 5000)], figures=False)
    assert isinstance(dots, Shapes)
    assert (dots.ids, dots.rings) == (("a", "b"), {})


def test_each_kind_has_a_colour_of_its_own() -> None:
    assert len({paper().style(f"fixture.{kind}.tile").fill for kind in DROPS}) == len(DROPS)


def test_staff_and_permit_office_see_them_above_the_booths_and_the_public_does_not() -> None:
    show = with_rows(small(), drop("in", 2000))
    for view in View:
        roles = [
            item.role for item in hall_drawing(show, "hall", smallest=100, view=view)[0] if isinstance(item, Shapes)
        ]
        if view is View.PUBLIC:
            assert "fixture.power.tile" not in roles
        else:
            last_booth = max(k for k, role in enumerate(roles) if role.startswith("booth."))
            assert roles.index("fixture.power.tile") > last_booth
    assert {row.kind for row in drops_of(show, "hall")} == DROPS


def test_the_legend_of_a_sheet_names_them_unless_it_is_for_the_public() -> None:
    def words(view: View) -> str:
        pages, _ = plan_pages(small(), "hall", SheetOptions(sheet="A2", view=view, index=False))
        return " ".join(getattr(item, "text", "") for item in pages[0].items)

    for word in ("Power 电源接口", "Compressed air 压缩空气接口"):
        assert word in words(View.STAFF)
        assert word in words(View.PERMIT)
        assert word not in words(View.PUBLIC)
