"""GeoJSON: degrees and metres, properties as columns, parts, and what is no GeoJSON."""

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from hallwright.editing import floor
from hallwright.editing.merging import Merge
from hallwright.exchange.geojson import GEOMETRY
from hallwright.exchange.importing import Lie, Reading, What, read
from hallwright.expo.show import Show
from hallwright.expo.space import BoothStatus
from hallwright.geometry.outline import Outline, bounds, rectangle, same_ring
from hallwright.geometry.units import Unit
from hallwright.support.errors import Refused

SQUARE = [[0, 0], [3, 0], [3, 3], [0, 3], [0, 0]]


def feature(geometry: Any, /, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def polygon(*ring: Sequence[float]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [list(map(list, ring))]}


def shifted(by: float, ring: list[list[int]] = SQUARE) -> list[list[float]]:
    return [[x + by, y] for x, y in ring]


def written(path: Path, *features: Any, **members: Any) -> Path:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features, **members}), encoding="utf-8")
    return path


def outlines(reading: Reading) -> list[Outline]:
    return [record.values["outline"] for record in reading.records]


def merged(reading: Reading) -> Merge:
    return floor.merge_booths(Show.of([]), "Hall 1", reading.records)


def test_metres_with_y_upwards_are_turned_and_properties_are_columns(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.geojson",
        feature(polygon(*SQUARE), 展位号="A01", status="blocked", colour=None, seats=4),
        feature(polygon(*shifted(5)), 展位号=12.0, note="near the door"),
    )
    reading = read(path, What.BOOTHS)
    assert (reading.coordinates, reading.rejected) == ("plane", [])
    assert reading.headings == (GEOMETRY, "展位号", "status", "colour", "seats", "note")
    assert reading.mapping == {GEOMETRY: "outline", "展位号": "number", "status": "status", "note": "note"}
    assert [record.row for record in reading.records] == [1, 2]
    assert [record.values["number"] for record in reading.records] == ["A01", "12"]
    assert reading.records[0].values["status"] is BoothStatus.BLOCKED
    assert [bounds(one) for one in outlines(reading)] == [(0, 0, 3000, 3000), (5000, 0, 8000, 3000)]
    assert same_ring(outlines(reading)[0], rectangle(0, 0, 3000, 3000))
    (note,) = reading.notes
    assert note.startswith("The coordinates are lengths on a plane, not degrees; y grows upwards.")
    assert note.endswith("The upper left corner of all outlines lies at 0, 0.")


@pytest.mark.parametrize(
    ("unit", "lie", "box"),
    [
        (None, Lie(), (0, 2000, 3000, 5000)),
        (None, Lie(down=True), (10_000, 20_000, 13_000, 23_000)),
        (Unit.MM, Lie(down=True), (10, 20, 13, 23)),
        (Unit.FT, Lie(degrees=False), (0, 610, 914, 1524)),
    ],
)
def test_unit_and_the_way_y_grows_are_what_is_said(
    tmp_path: Path, unit: Unit | None, lie: Lie, box: tuple[int, ...]
) -> None:
    low = [[x + 10, y + 20] for x, y in SQUARE]
    high = [[x + 20, y + 22] for x, y in SQUARE]
    path = written(tmp_path / "a.geojson", feature(polygon(*low), number="A1"), feature(polygon(*high), number="A2"))
    assert bounds(outlines(read(path, What.BOOTHS, unit=unit, lie=lie))[0]) == box


def test_degrees_are_laid_on_a_plane_about_their_middle(tmp_path: Path) -> None:
    """The lengths of a degree are those of the usual series (m111 ... of the National Geodetic Survey)."""
    latitude, longitude = 31.19, 121.30
    angle = math.radians(latitude)
    east = 111_412.84 * math.cos(angle) - 93.5 * math.cos(3 * angle) + 0.118 * math.cos(5 * angle)
    north = 111_132.92 - 559.82 * math.cos(2 * angle) + 1.175 * math.cos(4 * angle)
    ring = [[longitude + x * 15 / east, latitude + y * 10 / north] for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    path = written(tmp_path / "a.geojson", feature(polygon(*ring, ring[0]), number="A1"))
    reading = read(path, What.BOOTHS)
    assert reading.coordinates == "degrees"
    assert same_ring(outlines(reading)[0], rectangle(0, 0, 30_000, 20_000))
    assert "touches the globe at 31.19000°, 121.30000°" in reading.notes[0]
    assert read(path, What.BOOTHS, lie=Lie(degrees=False)).rejected[0].reason == "fewer than three corners"


def test_web_mercator_is_known_by_its_name_and_its_metres_are_made_true(tmp_path: Path) -> None:
    radius = 6_378_137.0

    def mercator(longitude: float, latitude: float) -> list[float]:
        angle = math.radians(latitude)
        return [radius * math.radians(longitude), radius * math.log(math.tan(math.pi / 4 + angle / 2))]

    ring = [(8.68, 50.11), (8.681, 50.11), (8.681, 50.111), (8.68, 50.111)]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    there = written(tmp_path / "a.geojson", feature(polygon(*(mercator(*c) for c in ring)), number="A1"), crs=crs)
    plain = written(tmp_path / "b.geojson", feature(polygon(*map(list, ring)), number="A1"))
    assert outlines(read(there, What.BOOTHS)) == outlines(read(plain, What.BOOTHS))


def test_parts_become_booths_of_their_own_and_one_part_is_a_booth(tmp_path: Path) -> None:
    far = [[x + 10, y] for x, y in SQUARE]
    path = written(
        tmp_path / "a.geojson",
        feature({"type": "MultiPolygon", "coordinates": [[SQUARE]]}, number="A01"),
        feature({"type": "MultiPolygon", "coordinates": [[far], [shifted(20)]]}, number="A02"),
        feature({"type": "MultiPolygon", "coordinates": [[shifted(30)], [shifted(40)]]}),
    )
    reading = read(path, What.BOOTHS)
    assert [(r.row, r.values.get("number")) for r in reading.records] == [
        (1, "A01"),
        (2, "A02a"),
        (2, "A02b"),
        (3, None),
        (3, None),
    ]
    (told,) = reading.rejected
    assert (told.row, told.reason) == (2, "an outline in 2 parts; each is a booth of its own: A02a, A02b")
    merge = merged(reading)
    assert merge.added == 3
    assert [fault.reason for fault in merge.rejected] == ["no number", "no number"]


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        ({"type": "Point", "coordinates": [1, 2]}, "a POINT; an outline is a POLYGON"),
        ({"type": "LineString", "coordinates": SQUARE}, "a LINESTRING; an outline is a POLYGON"),
        ({"type": "GeometryCollection", "geometries": []}, "a GEOMETRYCOLLECTION; an outline is a POLYGON"),
        ({"type": "Polygon", "coordinates": [SQUARE, SQUARE]}, "an outline with a hole; a booth has none"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [3, 0]]]}, "fewer than three corners"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [3, "x"], [3, 3]]]}, "'?' is no corner"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [3, math.nan], [3, 3]]]}, "'?' is no corner"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1e300, 0], [3, 3]]]}, "'?' is no corner"),
        ({"type": "Polygon", "coordinates": []}, "not an outline such as POLYGON ((0 0, 3 0, 3 3, 0 3))"),
        ({"type": "Polygon"}, "not an outline such as POLYGON ((0 0, 3 0, 3 3, 0 3))"),
        ({"type": "Polygon", "coordinates": [[[k / 10, k * k / 1e5] for k in range(600)]]}, "more than 500 corners"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [2e4, 0], [2e4, 1]]]}, "a corner more than 10 km away"),
        ({"type": 7}, "not an outline such as"),
    ],
)
def test_what_is_no_outline_is_rejected_with_its_reason_and_the_rest_is_taken(
    geometry: Any, reason: str, tmp_path: Path
) -> None:
    path = written(tmp_path / "a.geojson", feature(geometry, number="A1"), feature(polygon(*SQUARE), number="A2"))
    reading = read(path, What.BOOTHS)
    (fault,) = reading.rejected
    assert (fault.row, fault.column) == (1, GEOMETRY)
    assert fault.reason.startswith(reason)
    assert [record.values["number"] for record in reading.records] == ["A2"]


def test_an_outline_that_crosses_itself_is_a_draft_and_one_without_geometry_needs_its_booth(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.geojson",
        feature(polygon([0, 0], [3, 3], [3, 0], [0, 3]), number="A1"),
        feature(None, number="A2"),
    )
    merge = merged(read(path, What.BOOTHS))
    assert (merge.added, [draft.reason for draft in merge.drafts]) == (1, ["the outline crosses itself"])
    assert [fault.reason for fault in merge.rejected] == ["no outline, and no booth A2 yet"]


def test_a_property_that_is_called_like_an_outline_does_not_take_its_place(tmp_path: Path) -> None:
    path = written(tmp_path / "a.geojson", feature(polygon(*SQUARE), number="A1", outline="square", geometry="x"))
    reading = read(path, What.BOOTHS)
    assert (reading.rejected, reading.mapping[GEOMETRY]) == ([], "outline")
    named = read(path, What.BOOTHS, mapping={"geometry": "note"})
    assert named.records[0].values["note"] == "x"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"type": "Topology", "objects": {}}', "This is TopoJSON. Save it as GeoJSON."),
        (b'{"type": "FeatureCollection", "features": []}', "There is nothing in it (0 features)"),
        (b'{"name": "x"}', "The JSON is no GeoJSON"),
        (b'{"type": "FeatureCollection", "features": [{"type"', "damaged or cut short"),
        (b'{"type": "Feature"}\n{"type": "Feature"}', "several JSON documents"),
        (b'{"a": ' + b"[" * 200_000, "nested too deep"),
        (b'{"type": "Polygon", "coordinates": ' + b"9" * 6000 + b"}", "damaged"),
    ],
)
def test_what_is_no_geojson_is_refused_in_one_line(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    path.write_bytes(content)
    with pytest.raises(Refused) as caught:
        read(path, What.BOOTHS)
    assert said in caught.value.line()
    assert "\n" not in caught.value.line()


def test_chinese_files_in_gbk_are_read(tmp_path: Path) -> None:
    text = json.dumps(
        {"type": "FeatureCollection", "features": [feature(polygon(*SQUARE), 展位号="甲1")]}, ensure_ascii=False
    )
    (tmp_path / "a.json").write_bytes(text.encode("gbk"))
    assert read(tmp_path / "a.json", What.BOOTHS).records[0].values["number"] == "甲1"


def test_only_booths_have_a_place(tmp_path: Path) -> None:
    path = written(tmp_path / "a.geojson", feature(polygon(*SQUARE), name="NetEase"))
    with pytest.raises(Refused, match="This is a JSON file"):
        read(path, What.EXHIBITORS)
