"""Booths as GeoJSON, DXF and SVG: what is written is read again as it was."""

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

import pytest
from ezdxf.filemanagement import readfile
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shows import shows, small_show

from hallwright.drawing.theme import paper
from hallwright.drawing.tracing import Tracing, likely, trace
from hallwright.editing import floor
from hallwright.editing.converting import convert_booths
from hallwright.editing.underlays import Content, laid
from hallwright.exchange.earth import Earth
from hallwright.exchange.export import write
from hallwright.exchange.importing import What, read
from hallwright.exchange.listing import in_order
from hallwright.exchange.underlays import dxf, svg
from hallwright.exchange.underlays.reading import Found
from hallwright.exchange.underlays.units import unit_of
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Hall
from hallwright.expo.underlay import Media
from hallwright.geometry.outline import bounds, rectangle, same_ring, tidy
from hallwright.support.errors import Refused

SVG = "{http://www.w3.org/2000/svg}"


@st.composite
def standing(draw: st.DrawFn) -> Show:
    """Draw a hall of booths that stand apart: boxes, L-shapes and slanting ones, numbered or not."""
    hall = Hall(id="h1", name="Hall 1", outline=rectangle(0, 0, 80_000, 60_000))
    booths = []
    for k in range(draw(st.integers(1, 12))):
        left, top = (
            1000 + k % 4 * 12_000 + draw(st.integers(0, 999)),
            1000 + k // 4 * 12_000 + draw(st.integers(0, 999)),
        )
        wide, deep = draw(st.integers(1500, 9000)), draw(st.integers(1500, 9000))
        notch = draw(st.integers(300, 900))
        box = rectangle(left, top, wide, deep)
        cut = (*box[:2], (left + wide, top + deep - notch), (left + wide - notch, top + deep - notch),
               (left + wide - notch, top + deep), box[3])  # fmt: skip
        slanting = ((left + notch, top), (left + wide, top + notch), (left + wide - notch, top + deep), box[3])
        number = draw(st.sampled_from([f"A{k:02d}", f"{k + 1}", f"1B{k + 10}", f"展{k + 1}", f"No {k}/R&D <x>", ""]))
        booths.append(Booth(id=f"b{k}", hall="h1", number=number, outline=draw(st.sampled_from([box, cut, slanting]))))
    return Show.of([hall, *booths])


def through_a_drawing(show: Show, path: Path, hall: str = "Hall 1") -> Show:
    """Return a show of the same hall with the booths that a drawing of it gives."""
    write(show, "booths", path, hall=hall, force=True)
    drawn = (dxf if path.suffix == ".dxf" else svg).read(path)
    lines, steps = drawn.gridded
    found = Found(path.name, Media.VECTOR, b"", lines.width, lines.height, lines, steps, drawn.unit)
    halls = Show.of(show.halls.values())
    content = Content(path.name, "", Media.VECTOR, lines.width, lines.height, lines.origin)
    place = laid(
        halls,
        next(row.id for row in halls.halls.values() if row.name == hall),
        content,
        found.scale(unit_of(found, None)),
    )
    outlines, texts = likely(lines, (layer.name for layer in lines.layers if layer.on))
    return convert_booths(
        halls, hall, trace(lines, place, Tracing(outlines, texts, smallest=1e5)).shapes
    ).change.applied(halls)


def places(show: Show) -> list[tuple[str, frozenset[tuple[int, int]]]]:
    return sorted((booth.number, frozenset(booth.outline)) for booth in show.booths.values())


@pytest.mark.parametrize("ending", [".dxf", ".svg"])
@settings(max_examples=25, deadline=None)
@given(show=standing())
def test_any_booths_come_back_from_a_drawing(show: Show, ending: str) -> None:
    with TemporaryDirectory() as folder:
        back = through_a_drawing(show, Path(folder) / f"plan{ending}")
    assert places(back) == [(number, outline) for number, outline in places(show)]


@pytest.mark.parametrize(
    "at", [None, Earth(113.364, 23.101), Earth(-0.1, 51.5), Earth(18.42, -33.9), Earth(113.4, 23.1, 305)]
)
@settings(max_examples=15, deadline=None)
@given(show=shows())
def test_any_booths_come_back_from_geojson(show: Show, at: Earth | None) -> None:
    # A booth without number or floor cannot be named in a list.
    show = show.replaced((b, None) for b in show.booths.values() if not b.number or len(tidy(b.outline)) < 3)
    if not show.booths:
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.geojson"
        if at is not None:
            turned = [(hall, replace(hall, north=at.north or None)) for hall in show.halls.values()]
            show = show.replaced(turned)
        write(show, "booths", path, at=at)
        reading = read(path, What.BOOTHS)
    assert (reading.rejected, reading.coordinates) == ([], "plane" if at is None else "degrees")
    again = floor.merge_booths(show, "", reading.records)
    assert (again.added, again.updated, again.unchanged, again.rejected) == (0, 0, len(show.booths), [])
    empty = Show.of([*show.halls.values(), *show.exhibitors.values()])
    back = floor.merge_booths(empty, "", reading.records).change.applied(empty)
    wanted = {(booth.hall, booth.number): booth for booth in show.booths.values()}
    if len(wanted) == len({(hall, number.casefold()) for hall, number in wanted}) == len(show.booths):
        for booth in back.booths.values():
            was = wanted[booth.hall, booth.number]
            assert same_ring(booth.outline, tidy(was.outline))
            if not was.draft:
                assert (booth.status, booth.exhibitor) == (was.status, was.exhibitor)


def test_a_dxf_is_in_millimetres_with_a_layer_for_each_kind_and_sound_to_its_own_library(tmp_path: Path) -> None:
    show = small_show()
    native = replace(show.booths["b1"], number="展1")
    show = show.replaced([(show.booths["b1"], native)])
    assert write(show, "booths", tmp_path / "plan.dxf", hall="hall 1") == 5
    document = readfile(tmp_path / "plan.dxf")
    assert (document.header["$INSUNITS"], document.header["$MEASUREMENT"]) == (4, 1)
    assert not document.audit().errors
    names = {layer.dxf.name for layer in document.layers}
    assert {"Hall", "Zones", "Booths", "Booth numbers", "Exhibitors", "Fixtures - fire-exit"} <= names
    space = document.modelspace()
    assert len(space.query('LWPOLYLINE[layer=="Booths"]')) == 5
    numbers = {text.dxf.text: text.dxf.style for text in space.query('TEXT[layer=="Booth numbers"]')}
    assert (numbers["A02"], numbers["展1"]) == ("HALLWRIGHT", "HALLWRIGHT-CJK")
    assert document.styles.get("HALLWRIGHT-CJK").dxf.font == "simhei.ttf"


def test_an_svg_is_true_to_size_and_its_classes_are_the_roles(tmp_path: Path) -> None:
    write(small_show(), "booths", tmp_path / "plan.svg", hall="Hall 1")
    root = ET.parse(tmp_path / "plan.svg").getroot()  # noqa: S314
    box = [float(value) for value in root.attrib["viewBox"].split()]
    assert root.attrib["width"] == f"{box[2]:g}mm"
    assert box[2] > 60_000
    booth = next(node for node in root.iter(f"{SVG}rect") if node.get("data-id") == "b1")
    assert (booth.get("class"), booth.get("width"), booth.get("x")) == ("booth reserved", "3000", "0")
    style = root.find(f"{SVG}style")
    assert style is not None
    fill = paper().style("booth.reserved").fill
    assert fill is not None
    assert f".booth.reserved {{ fill: {fill.rgb}; stroke: #000000; stroke-width: 36; stroke-dasharray: none }}" in (
        style.text or ""
    )
    texts = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
    assert {"A01", "A05", "网易"} <= set(texts)


def test_a_number_too_long_for_its_booth_is_still_in_the_drawing(tmp_path: Path) -> None:
    long = Booth(id="b", hall="h1", number="VERY-LONG-NUMBER-0123456789", outline=rectangle(0, 0, 400, 400))
    show = Show.of([Hall(id="h1", name="Hall 1", outline=rectangle(0, 0, 9000, 9000)), long])
    write(show, "booths", tmp_path / "plan.dxf")
    texts = readfile(tmp_path / "plan.dxf").modelspace().query("TEXT")
    assert [text.dxf.text for text in texts] == [long.number]
    assert all(0 < text.dxf.height < 400 for text in texts)


@pytest.mark.parametrize("ending", [".dxf", ".svg", ".geojson"])
def test_the_same_show_gives_the_same_bytes(ending: str, tmp_path: Path) -> None:
    one, two = tmp_path / f"a{ending}", tmp_path / f"b{ending}"
    for path in (one, two):
        write(small_show(), "booths", path, hall="Hall 1")
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize(
    ("what", "name", "options", "said"),
    [
        ("booths", "a.dxf", {}, "A drawing holds one hall, and there are 2. Name it with --hall: Hall 1, Hall 2."),
        ("booths", "a.svg", {"hall": "Hall 9"}, "There is no hall 'Hall 9'. The halls are: Hall 1, Hall 2."),
        ("booths", "a.pdf", {}, "cannot be written as '.pdf'. Use .csv, .xlsx, .geojson, .dxf or .svg."),
        ("people", "a.geojson", {}, "cannot be written as '.geojson'. Use .csv or .xlsx."),
        ("booths", "a.csv", {"at": Earth(1, 2)}, "Only GeoJSON can lie on the globe. Use .geojson."),
    ],
)
def test_what_cannot_be_written_leaves_no_file(
    what: str, name: str, options: dict[str, object], said: str, tmp_path: Path
) -> None:
    with pytest.raises(Refused) as caught:
        write(small_show(), what, tmp_path / name, **options)  # type: ignore[arg-type]
    assert said in caught.value.line()
    assert not list(tmp_path.iterdir())


def test_degrees_are_turned_as_north_lies_and_halls_that_lie_otherwise_are_not_mixed(tmp_path: Path) -> None:
    show = small_show()
    one, two = show.halls.values()
    # Up is east: what lies to the right on the plan lies south on the globe.
    show = show.replaced([(one, replace(one, north=900))])
    path = tmp_path / "a.geojson"
    write(show, "booths", path, hall=one.name, at=Earth(113.4, 23.1))
    ring = json.loads(path.read_text("utf-8"))["features"][0]["geometry"]["coordinates"][0]
    booth = in_order(show)[0]
    box = bounds(booth.outline)
    assert min(y for _, y in ring) < 23.1 - (box.right - 1) / 1000 / 111_000
    with pytest.raises(Refused, match="North does not lie alike in these halls"):
        write(show, "booths", tmp_path / "b.geojson", at=Earth(113.4, 23.1))
    assert two.north is None
