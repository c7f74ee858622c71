from dataclasses import replace

import pytest
from tests.drawing.shows import HARD, renamed, small, with_rows

from hallwright.drawing.columns import BoothColumns
from hallwright.drawing.floor import floor_shapes, hall_bounds, inward
from hallwright.drawing.floor_names import floor_labels
from hallwright.drawing.labels import extent
from hallwright.drawing.plan import View, background, booth_labels, booth_shapes, hall_drawing
from hallwright.drawing.primitives import Item, Shapes, Text
from hallwright.drawing.supplies import drops_of, supplies
from hallwright.expo.space import Aisle, BoothStatus, FixtureKind
from hallwright.geometry.outline import bounds, rectangle


def texts(items: "tuple[Item, ...] | list[Item]") -> list[Text]:
    return [item for item in items if isinstance(item, Text)]


def test_every_booth_bears_number_and_name() -> None:
    drawing, lost = hall_drawing(small(), "hall", smallest=100)
    words = [text.text for text in texts(drawing)]
    assert not lost
    for k, name in enumerate(HARD):
        assert f"A{k + 1:02d}" in words
        own = " ".join(text.text for text in texts(drawing) if text.id == f"booth{k}" and text.role == "booth.name")
        assert own.replace(" ", "") == name.replace(" ", "")


def test_what_does_not_fit_is_reported_with_its_reason() -> None:
    show = renamed(small(), "firm0", "Donaudampfschifffahrtsgesellschaft")
    _, lost = hall_drawing(show, "hall", smallest=300)
    assert [(item.id, item.text) for item in lost] == [("booth0", "Donaudampfschifffahrtsgesellschaft")]
    assert "number only" in lost[0].reason
    show = renamed(show, "firm0", "Donaudampfschifffahrtsgesellschaft", "船")
    _, lost = hall_drawing(show, "hall", smallest=300)
    assert "one of two names" in lost[0].reason
    _, lost = booth_labels(show, [show.booths["booth0"]], smallest=3000)
    assert "neither number nor name" in lost[0].reason


def test_a_glyph_of_no_font_is_reported() -> None:
    _, lost = hall_drawing(renamed(small(), "firm0", "Rocket 🚀"), "hall", smallest=100)
    assert [(item.id, "🚀" in item.reason) for item in lost] == [("booth0", True)]


def test_the_public_learns_neither_status_nor_open_offers() -> None:
    show = small()
    offered = replace(show.booths["booth0"], status=BoothStatus.OFFERED)
    blocked = replace(show.booths["booth1"], status=BoothStatus.BLOCKED, exhibitor=None)
    show = with_rows(show, offered, blocked)
    drawing, _ = hall_drawing(show, "hall", smallest=100, status=False)
    roles = {item.role for item in drawing if isinstance(item, Shapes) and item.role.startswith("booth")}
    assert roles == {"booth.let", "booth.free"}
    assert [text.text for text in texts(drawing) if text.id == "booth0"] == ["A01"]
    staff, _ = hall_drawing(show, "hall", smallest=100, status=True)
    assert "booth.offered" in {item.role for item in staff if isinstance(item, Shapes)}
    assert len([text for text in texts(staff) if text.id == "booth0"]) > 1


def test_a_permit_plan_names_nobody() -> None:
    show = small()
    found, lost = booth_labels(show, show.booths.values(), smallest=100, view=View.PERMIT)
    assert {text.role for text in found} == {"booth.number"}
    assert not lost


def test_columns_at_hand_are_used_and_drafts_keep_their_role() -> None:
    show = small()
    draft = replace(show.booths["free"], outline=((0, 0), (3000, 3000), (3000, 0), (0, 3000)))
    show = with_rows(show, draft)
    columns = BoothColumns.of(show, "hall")
    for view in View:
        batches = booth_shapes(show, "hall", view, columns)
        assert sorted(key for batch in batches for key in batch.ids) == sorted(show.booths)
        assert "booth.draft" in {batch.role for batch in batches}


def test_background_holds_each_fixture_and_zone_in_the_language_asked_for() -> None:
    show = small()
    words = {lang: [text.text for text in texts(background(show, "hall", lang))] for lang in ("en", "zh", "both")}
    assert "North door" in words["en"]
    assert "北门" in words["zh"]
    assert "北门  North door" in words["both"]
    assert "Industry" in words["en"]
    items = (*floor_shapes(show, "hall"), *supplies(drops_of(show, "hall")))
    shapes = [item for item in items if isinstance(item, Shapes)]
    drawn = {key for item in shapes for key in item.ids if key}
    assert drawn == {"hall", *show.zones, *show.fixtures}
    assert {f"fixture.{kind}" for kind in FixtureKind} <= {item.role.removesuffix(".tile") for item in shapes}


def test_a_zone_name_stands_on_free_floor() -> None:
    show = small()
    items, lost = floor_labels(show, "hall", "en")
    label = next(text for text in texts(items) if text.role == "zone.label")
    assert not lost
    for booth in show.booths.values():
        box = bounds(booth.outline)
        assert not (box.left < label.x < box.right and box.top < label.y < box.bottom)
    full = replace(show.booths["free"], outline=rectangle(0, 0, 30_000, 20_000))
    _, lost = floor_labels(with_rows(show, full), "hall", "en")
    assert [item.id for item in lost] == ["zone"]


def test_an_aisle_is_named_along_its_longer_side_and_no_zone_name_covers_it() -> None:
    level = Aisle(id="level", hall="hall", name="Main Street", outline=rectangle(0, 0, 15_000, 3000))
    upright = Aisle(id="upright", hall="hall", name="Lane", outline=rectangle(8000, 7000, 2000, 9000))
    thin = Aisle(id="thin", hall="hall", name="Gap", outline=rectangle(10_000, 15_000, 9000, 300))
    items, lost = floor_labels(with_rows(small(), level, upright, thin), "hall", "en", smallest=200)
    found = {text.id: text for text in texts(items)}
    assert found["level"].angle == 0
    assert found["upright"].angle == -90
    assert [item.id for item in lost] == ["thin"]
    assert found["level"].x == 7500
    assert found["upright"].x == pytest.approx(9000, abs=300)
    slanted = Aisle(
        id="s", hall="hall", name="Diagonal", outline=((0, 0), (3000, 0), (15_000, 12_000), (12_000, 12_000))
    )
    items, _ = floor_labels(with_rows(small(), slanted), "hall", "en")
    (diagonal,) = (text for text in texts(items) if text.id == "s")
    assert diagonal.angle == pytest.approx(45)
    assert diagonal.x == pytest.approx(7500, abs=300)
    assert diagonal.y == pytest.approx(6000, abs=300)
    street, zone = extent(found["level"]), extent(found["zone"])
    assert zone[2] <= street[0] or street[2] <= zone[0] or zone[3] <= street[1] or street[3] <= zone[1]


@pytest.mark.parametrize(
    ("point", "direction"),
    [((15, 0), (0, 1)), ((15, 20), (0, -1)), ((0, 10), (1, 0)), ((30, 10), (-1, 0))],
)
def test_inward_points_into_the_hall_whatever_way_its_outline_runs(
    point: tuple[int, int], direction: tuple[int, int]
) -> None:
    outline = rectangle(0, 0, 30_000, 20_000)
    for ring in (outline, outline[::-1]):
        found, distance = inward(ring, point[0] * 1000, point[1] * 1000)
        assert found == pytest.approx(direction)
        assert distance == 0


def test_the_bounds_leave_room_for_doors() -> None:
    box = hall_bounds(small(), "hall")
    door = [item for item in floor_shapes(small(), "hall") if isinstance(item, Shapes) and "entrance" in item.role]
    assert all(box.left <= b[0] and box.top <= b[1] and b[2] <= box.right for item in door for b in item.boxes)
    assert box.top < 0
