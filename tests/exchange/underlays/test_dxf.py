"""DXF: every kind of line, blocks, layers, units and texts."""

from pathlib import Path

import numpy as np
import pytest
from ezdxf.filemanagement import new
from tests.exchange.underlays import files

from hallwright.drawing.underlay import Layer
from hallwright.exchange.underlays import dxf
from hallwright.exchange.underlays.reading import Found, read_underlay
from hallwright.expo.underlay import Media


def read(document: object, tmp_path: Path) -> Found:
    return read_underlay(files.saved(document, tmp_path / "a.dxf"))


def layer(found: Found, name: str) -> Layer:
    assert found.linework is not None
    return next(layer for layer in found.linework.layers if layer.name == name)


def size(found: Found) -> tuple[float, float]:
    return found.width / found.steps, found.height / found.steps


def test_outlines_and_texts_keep_their_places_and_y_is_turned_down(tmp_path: Path) -> None:
    document = files.drawing()
    files.add_box(document.modelspace(), 1000, 2000, 3000, 4000)
    files.add_box(document.modelspace(), 4000, 2000, 3000.5, 4000)
    files.add_text(document.modelspace(), "A01", 2500, 5000)
    found = read(document, tmp_path)
    assert (found.media, found.unit, size(found)) == (Media.VECTOR, 1.0, (6000.5, 4000))
    assert found.linework is not None
    assert found.linework.origin == (1000 * found.steps, -6000 * found.steps)
    booths = layer(found, "BOOTHS")
    assert booths.closed.all()
    assert (booths.paths()[0] / found.steps).tolist() == [[0, 4000], [3000, 4000], [3000, 0], [0, 0]]
    (note,) = layer(found, "NUMBERS").notes
    assert (note.text, note.x / found.steps, note.y / found.steps) == ("A01", 1500, 1000)
    assert note.height / found.steps == 300


def test_curves_stray_by_millimetres_in_ten_metres(tmp_path: Path) -> None:
    document = files.drawing()
    space = document.modelspace()
    space.add_circle((0, 0), 10_000)
    space.add_arc((0, 0), 10_000, 0, 90)
    space.add_ellipse((0, 0), (10_000, 0), 1.0)
    space.add_lwpolyline([(10_000, 0, 1), (-10_000, 0, 1)], format="xyb", close=True)
    space.add_polyline2d([(10_000, 0, 1), (-10_000, 0, 1)], format="xyb", close=True)
    found = read(document, tmp_path)
    (only,) = [some for some in found.linework.layers if len(some.ends)]  # type: ignore[union-attr]
    assert len(only.ends) == 5
    assert only.closed.tolist() == [True, False, True, True, True]
    middle = np.array([found.width, found.height]) / 2
    for path in only.paths():
        ways = (path[:-1] + path[1:]) / 2
        assert np.abs(np.hypot(*(path - middle).T) / found.steps - 10_000).max() < 3
        assert np.abs(np.hypot(*(ways - middle).T) / found.steps - 10_000).max() < 4


def test_blocks_are_expanded_where_they_stand_and_layer_0_takes_that_of_the_insert(tmp_path: Path) -> None:
    document = files.drawing()
    block = document.blocks.new("BOOTH")
    files.add_box(block, 0, 0, 3000, 3000, layer="0")
    files.add_box(block, 500, 500, 100, 100, layer="SOCKETS")
    block.add_attdef("NO", (1500, 1500), dxfattribs={"height": 250})
    outer = document.blocks.new("PAIR")
    outer.add_blockref("BOOTH", (0, 0))
    outer.add_blockref("BOOTH", (6000, 0), dxfattribs={"xscale": -1})
    for k, number in enumerate(("A1", "A2")):
        placed = document.modelspace().add_blockref("PAIR", (0, 10_000 * k), dxfattribs={"layer": "PLAN"})
        placed.add_attrib("NO", number, (1500, 10_000 * k + 1500), dxfattribs={"height": 250})
    document.modelspace().add_blockref("BOOTH", (0, 20_000), dxfattribs={"layer": "GRID"}).grid((2, 3), (4000, 3000))
    found = read(document, tmp_path)
    assert len(layer(found, "PLAN").ends) == 4
    assert len(layer(found, "SOCKETS").ends) == 4 + 6
    assert len(layer(found, "GRID").ends) == 6
    assert [note.text for note in layer(found, "PLAN").notes] == ["A1", "A2"]
    lefts = [(path[:, 0].min() / found.steps, path[:, 1].max() / found.steps) for path in layer(found, "PLAN").paths()]
    assert sorted(lefts) == [(0, 17_000), (0, 27_000), (3000, 17_000), (3000, 27_000)]


def test_layers_that_are_off_or_frozen_are_known_as_such(tmp_path: Path) -> None:
    document = files.drawing()
    document.layers.add("OFF").off()
    document.layers.add("FROZEN").freeze()
    document.layers.add("EMPTY")
    for name in ("ON", "OFF", "FROZEN"):
        files.add_box(document.modelspace(), 0, 0, 1000, 1000, layer=name)
    hidden = document.modelspace().add_line((0, 0), (9e6, 0))
    hidden.dxf.invisible = 1
    found = read(document, tmp_path)
    assert {some.name: some.on for some in found.linework.layers} == {"ON": True, "OFF": False, "FROZEN": False}  # type: ignore[union-attr]
    assert size(found) == (1000, 1000)


@pytest.mark.parametrize(
    ("code", "unit"), [(0, None), (1, 25.4), (2, 304.8), (4, 1.0), (5, 10.0), (6, 1000.0), (8, None)]
)
def test_the_unit_is_read_and_not_guessed(code: int, unit: float | None, tmp_path: Path) -> None:
    document = files.drawing(code)
    files.add_box(document.modelspace(), 0, 0, 30, 20)
    found = read(document, tmp_path)
    assert found.unit == unit
    assert found.scale(1000.0) * found.width == pytest.approx(30_000)


def test_texts_of_several_lines_hatches_faces_dimensions_and_splines(tmp_path: Path) -> None:
    document = files.drawing()
    space = document.modelspace()
    space.add_mtext("{\\fArial;Stand}\\PA 12", dxfattribs={"char_height": 200, "insert": (0, 0), "attachment_point": 5})
    space.add_text("%%c12", height=100, rotation=90).set_placement((5000, 0))
    space.add_hatch(dxfattribs={"layer": "FILL"}).paths.add_polyline_path(
        [(0, 0), (100, 0), (100, 100)], is_closed=True
    )
    space.add_solid([(0, 0), (100, 0), (0, 100), (100, 100)], dxfattribs={"layer": "FACE"})
    space.add_spline([(0, 0), (1000, 2000), (3000, 0)], dxfattribs={"layer": "CURVE"})
    space.add_linear_dim(base=(0, -500), p1=(0, 0), p2=(3000, 0), dxfattribs={"layer": "DIM"}).render()
    found = read(document, tmp_path)
    notes = {note.text: note for note in layer(found, "0").notes}
    assert notes["Stand\nA 12"].angle == 0
    assert notes["∅12" if "∅12" in notes else "Ø12"].angle == -90
    assert layer(found, "FILL").closed.all()
    assert len(layer(found, "FACE").points) == 4
    assert len(layer(found, "CURVE").points) > 10
    assert len(layer(found, "DIM").ends) >= 3


def test_binary_files_are_read_too(tmp_path: Path) -> None:
    document = files.drawing()
    files.add_box(document.modelspace(), 0, 0, 3000, 2000)
    document.saveas(tmp_path / "b.dxf", fmt="bin")
    assert size(read_underlay(tmp_path / "b.dxf")) == (3000, 2000)


def test_what_is_left_out_and_what_was_mended_is_said(tmp_path: Path) -> None:
    document = files.drawing()
    files.add_box(document.modelspace(), 0, 0, 3000, 2000)
    with document.modelspace().add_mesh().edit_data() as mesh:
        mesh.vertices, mesh.faces = [(0, 0, 0), (9, 0, 0), (9, 9, 0)], [(0, 1, 2)]
    path = files.saved(document, tmp_path / "a.dxf")
    assert dxf.read(path).notes == ("Left out: 1 × MESH",)
    path.write_text(path.read_text("utf-8").replace("  0\nENDSEC\n", "", 1), "utf-8")
    assert any("mended" in note for note in dxf.read(path).notes)


def test_far_coordinates_lose_nothing(tmp_path: Path) -> None:
    document = files.drawing()
    files.add_box(document.modelspace(), 450_123_456.5, 3_987_654_321.25, 3000, 2000)
    found = read(document, tmp_path)
    assert size(found) == (3000, 2000)
    assert layer(found, "BOOTHS").points.min() == 0


def test_chinese_texts_of_an_old_file(tmp_path: Path) -> None:
    document = new("R2000")
    document.encoding = "gbk"
    document.header["$DWGCODEPAGE"] = "ANSI_936"
    files.add_box(document.modelspace(), 0, 0, 3000, 2000)
    files.add_text(document.modelspace(), "展位12", 1000, 1000, layer="编号")
    found = read(document, tmp_path)
    assert [note.text for note in layer(found, "编号").notes] == ["展位12"]
