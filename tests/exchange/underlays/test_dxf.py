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
from hallwright.support.errors import Refused


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


OLD = (
    f"{files.HEAD}0\nSECTION\n2\nENTITIES\n0\nTEXT\n8\n展位号\n10\n100\n20\n100\n40\n200\n1\n甲馆12号\n"
    "0\nLINE\n8\n墙体\n10\n0\n20\n0\n11\n5000\n21\n3000\n0\nENDSEC\n0\nEOF\n"
)
PAGE = "9\n$DWGCODEPAGE\n3\nANSI_1252\n0\nENDSEC"


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (OLD, "gbk", True),
        (OLD.replace("0\nENDSEC", PAGE, 1), "gbk", True),
        (OLD.replace("AC1009", "AC1015"), "gbk", True),
        (OLD, "utf-8", False),
        (OLD, "utf-8-sig", False),
        (OLD.replace("0\nENDSEC", PAGE.replace("1252", "936"), 1), "gbk", False),
    ],
)
def test_chinese_is_read_whatever_the_file_says_of_its_code_page(
    text: str, encoding: str, told: bool, tmp_path: Path
) -> None:
    found = read_underlay(files.written(tmp_path / "a.dxf", text.encode(encoding)))
    assert [note.text for note in layer(found, "展位号").notes] == ["甲馆12号"]
    assert len(layer(found, "墙体").ends) == 1
    assert any("GB18030" in note for note in found.notes) == told


def test_western_texts_are_not_taken_for_chinese(tmp_path: Path) -> None:
    text = OLD.replace("展位号", "STÄNDE").replace("甲馆12号", "Türöffner Übergröße ß").replace("墙体", "MÄUSE")
    found = read_underlay(files.written(tmp_path / "a.dxf", text.encode("cp1252")))
    assert [note.text for note in layer(found, "STÄNDE").notes] == ["Türöffner Übergröße ß"]


def places(found: Found, name: str) -> list[tuple[float, float]]:
    """Return lowest and highest x and y of a layer, in the file's units, y upwards."""
    assert found.linework is not None
    corners = (layer(found, name).points + found.linework.origin) / found.steps
    return [(corners[:, 0].min(), corners[:, 0].max()), (-corners[:, 1].max(), -corners[:, 1].min())]


def test_what_looks_at_us_from_behind_is_mirrored_as_cad_programs_show_it(tmp_path: Path) -> None:
    document, behind = files.drawing(), {"extrusion": (0, 0, -1)}
    space = document.modelspace()
    space.add_lwpolyline([(0, 0, 1), (1000, 0, 0), (1000, 1000, 0)], format="xyb", close=True,
                         dxfattribs={"layer": "BULGE", **behind})  # fmt: skip
    space.add_arc((3000, 0), 300, 0, 90, dxfattribs={"layer": "ARC", **behind})
    space.add_solid([(0, 0), (100, 0), (0, 100), (100, 100)], dxfattribs={"layer": "FACE", **behind})
    text = space.add_text("12345", height=100, dxfattribs={"layer": "TEXT", **behind})
    text.set_placement((500, 500))
    found = read(document, tmp_path)
    assert places(found, "BULGE") == [(-1000, 0), pytest.approx((-500, 1000), abs=1)]
    assert places(found, "ARC") == [pytest.approx((-3300, -3000), abs=1), pytest.approx((0, 300), abs=1)]
    assert places(found, "FACE") == [(-100, 0), (0, 100)]
    (note,) = layer(found, "TEXT").notes
    assert found.linework is not None
    assert (note.x + found.linework.origin[0]) / found.steps == pytest.approx(-500 - 5 * 62 / 2)


def test_blocks_are_mirrored_stretched_and_turned(tmp_path: Path) -> None:
    document = files.drawing()
    block = document.blocks.new("B")
    block.add_lwpolyline([(0, 0), (1000, 0), (1000, 500)], close=True)
    space = document.modelspace()
    placed = {"xscale": -1, "yscale": 2, "rotation": 90, "layer": "TURNED"}
    space.add_blockref("B", (0, 0), dxfattribs=placed)
    space.add_blockref("B", (9000, 0), dxfattribs={"extrusion": (0, 0, -1), "layer": "BEHIND"})
    found = read(document, tmp_path)
    assert places(found, "TURNED") == [(-1000, 0), (-1000, 0)]
    assert places(found, "BEHIND") == [(-10_000, -9000), (0, 500)]


def test_other_drawings_are_named_and_never_opened(tmp_path: Path) -> None:
    secret = files.drawing()
    files.add_box(secret.modelspace(), 0, 0, 9000, 9000, layer="SECRET")
    files.saved(secret, tmp_path / "secret.dxf")
    document = files.drawing()
    document.add_xref_def(str(tmp_path / "secret.dxf"), "HALL")
    document.modelspace().add_blockref("HALL", (0, 0))
    picture = document.add_image_def("/etc/hostname", (100, 100))
    document.modelspace().add_image(picture, (0, 0), (1, 1))
    with pytest.raises(Refused, match=r"only refers to other drawings \(HALL\)"):
        read(document, tmp_path)
    files.add_box(document.modelspace(), 0, 0, 100, 100)
    found = read(document, tmp_path)
    assert size(found) == (100, 100)
    assert any("'HALL'" in note for note in found.notes)


def test_a_drawing_on_a_sheet_only_is_told_how_to_come_out_of_it(tmp_path: Path) -> None:
    document = files.drawing()
    document.paperspace().add_line((0, 0), (100, 100))
    with pytest.raises(Refused, match="paper space"):
        read(document, tmp_path)


def test_numbers_that_are_none_are_left_out_and_told(tmp_path: Path) -> None:
    bad = "0\nLINE\n8\n0\n10\nnan\n20\n0\n11\n5000\n21\n3000\n0\nCIRCLE\n8\n0\n10\n0\n20\n0\n40\ninf\n"
    text = f"{files.HEAD}0\nSECTION\n2\nENTITIES\n{bad}{files.line(5000)}0\nENDSEC\n0\nEOF\n"
    found = read_underlay(files.written(tmp_path / "a.dxf", text))
    assert size(found) == (5000, 500)
    assert len(found.notes) == 2
    with pytest.raises(Refused, match="0 lines"):
        read_underlay(files.written(tmp_path / "b.dxf", text.replace(files.line(5000), "")))


@pytest.mark.parametrize("version", ["R12", "R2000", "R2010", "R2018"])
def test_a_venue_drawing_of_any_version_gives_its_layers_blocks_and_numbers(version: str, tmp_path: Path) -> None:
    document = new(version)
    document.encoding = "gbk"
    document.header["$DWGCODEPAGE"] = "ANSI_936"
    socket = document.blocks.new("插座")
    socket.add_circle((0, 0), 60)
    stand = document.blocks.new("展位块")
    stand.add_polyline2d([(0, 0), (3000, 0), (3000, 3000), (0, 3000)], close=True, dxfattribs={"layer": "展位线"})
    stand.add_blockref("插座", (1500, 2800), dxfattribs={"layer": "电气"})
    stand.add_attdef("编号", (1500, 1500), dxfattribs={"height": 300, "layer": "编号"})
    space = document.modelspace()
    for k in range(4):
        placed = space.add_blockref("展位块", (3000 * k, 0), dxfattribs={"layer": "展位"})
        placed.add_attrib(
            "编号", f"甲{k + 1:02d}", (3000 * k + 1000, 1300), dxfattribs={"height": 300, "layer": "编号"}
        )
    found = read(document, tmp_path)
    assert len(layer(found, "展位线").ends) == 4
    assert len(layer(found, "电气").ends) == 4
    assert [note.text for note in layer(found, "编号").notes] == ["甲01", "甲02", "甲03", "甲04"]
    assert size(found) == (12_000, 3000)
