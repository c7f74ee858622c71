"""SVG: shapes, paths, groups as layers, uses, texts and the unit of the sheet."""

import math
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.underlays import files

from hallwright.drawing.underlay import Layer, Linework
from hallwright.exchange.underlays import svg
from hallwright.exchange.underlays.sketch import Drawn
from hallwright.exchange.underlays.svgpaths import IDENTITY, apply, flattened, times, transform

FRAME = '<rect width="1000" height="800"/>'


def drawn(tmp_path: Path, content: str, attributes: str = 'viewBox="0 0 1000 800"') -> Drawn:
    return svg.read(files.svg(tmp_path / "a.svg", content, attributes))


def lines(some: Drawn) -> Linework:
    return some.gridded.linework


def layer(some: Drawn, name: str = "Drawing") -> Layer:
    return next(layer for layer in lines(some).layers if layer.name == name)


def corners(some: Drawn, index: int = -1, name: str = "Drawing") -> list[list[float]]:
    """Return a path's corners in the file's own units."""
    origin = np.array(lines(some).origin)
    found: list[list[float]] = ((layer(some, name).paths()[index] + origin) / some.gridded.steps).round(3).tolist()
    return found


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ('<rect x="10" y="20" width="30" height="40"/>', [[10, 20], [40, 20], [40, 60], [10, 60]]),
        ('<polygon points="0,0 10,0 10-5"/>', [[0, 0], [10, 0], [10, -5]]),
        ('<polyline points="1 2 3 4"/>', [[1, 2], [3, 4]]),
        ('<line x1="1" y1="2" x2="3" y2="4"/>', [[1, 2], [3, 4]]),
        ('<path d="M10 10h5v5h-5z"/>', [[10, 10], [15, 10], [15, 15], [10, 15]]),
        ('<path d="m1,1 2,0 0,2 L0 0"/>', [[1, 1], [3, 1], [3, 3], [0, 0]]),
        ('<path d="M0 0L5 5L6 oops 7"/>', [[0, 0], [5, 5]]),
        ('<g transform="translate(100,50) scale(2)"><line x2="5"/></g>', [[100, 50], [110, 50]]),
        ('<line x2="10" transform="rotate(90 5 0)"/>', [[5, -5], [5, 5]]),
        (
            '<svg x="100" y="100" width="200" height="100" viewBox="0 0 10 10"><line x2="10"/></svg>',
            [[150, 100], [250, 100]],
        ),
        ('<defs><line id="l" x2="10"/></defs><use href="#l" x="7" y="3"/>', [[7, 3], [17, 3]]),
        (
            '<symbol id="s" viewBox="0 0 10 10"><line x2="10"/></symbol><use xlink:href="#s" width="50" height="50"/>',
            [[0, 0], [50, 0]],
        ),
    ],
)  # fmt: skip
def test_shapes(shape: str, expected: list[list[float]], tmp_path: Path) -> None:
    assert corners(drawn(tmp_path, FRAME + shape)) == expected


def test_what_is_hidden_or_only_defined_is_not_drawn(tmp_path: Path) -> None:
    hidden = (
        '<g style="display:none"><path d="M0 0H9000"/></g><path visibility="hidden" d="M0 0H9000"/>'
        '<defs><path d="M0 0H9000"/></defs><clipPath><path d="M0 0H9000"/></clipPath><image href="x.png"/>'
    )
    some = drawn(tmp_path, FRAME + hidden)
    assert len(layer(some).ends) == 1
    assert some.notes == ("Left out: 1 × picture",)


def test_groups_give_the_layers(tmp_path: Path) -> None:
    some = drawn(
        tmp_path,
        '<g inkscape:groupmode="layer" inkscape:label="Booths" id="layer1"><g id="row"><path d="M0 0H10"/></g></g>'
        '<g id="walls"><g id="inner"><path d="M0 0V10"/></g></g><path d="M0 5H10"/>',
    )
    assert {one.name for one in lines(some).layers} == {"Booths", "walls", "Drawing"}


def test_texts_lie_by_their_middle(tmp_path: Path) -> None:
    some = drawn(
        tmp_path,
        FRAME + '<text x="500" y="400" font-size="20" text-anchor="middle">A<tspan>01</tspan></text>'
        '<text style="font-size:10px" transform="translate(100 100) rotate(30)">B<tspan x="0" y="20">C</tspan></text>',
    )
    steps = some.gridded.steps
    notes = {note.text: note for note in layer(some).notes}
    assert set(notes) == {"A01", "B", "C"}
    assert (notes["A01"].x / steps, notes["A01"].y / steps) == pytest.approx((500, 400 - 7.2))
    assert notes["B"].angle == pytest.approx(30)


@pytest.mark.parametrize(
    ("attributes", "unit"),
    [
        ('viewBox="0 0 1000 800"', None),
        ('width="297mm" height="210mm" viewBox="0 0 1000 800"', None),
        ('width="100000mm" height="80000mm" viewBox="0 0 1000 800"', 100.0),
        ('width="100m" height="80m"', 25.4 / 96),
        ('width="1000" height="800"', None),
    ],
)
def test_the_unit_is_known_only_where_the_sheet_is_as_large_as_a_hall(
    attributes: str, unit: float | None, tmp_path: Path
) -> None:
    assert drawn(tmp_path, FRAME, attributes).unit == (pytest.approx(unit) if unit else None)


def test_short_entities_of_drawing_programs_are_let_be(tmp_path: Path) -> None:
    before = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [<!ENTITY ns "http://ns.example/">]>'
    path = files.svg(
        tmp_path / "a.svg", FRAME + '<g xmlns:x="&ns;"><x:meta><rect width="9999"/></x:meta></g>', before=before
    )
    assert len(svg.read(path).gridded.linework.layers[0].ends) == 1


def test_arcs_lie_on_their_circle() -> None:
    (((*found,), closed),) = flattened("M10 0A10 10 0 1 1 -10 0a10 10 0 0110-10z", IDENTITY, 0.01)
    assert closed
    assert all(abs(math.hypot(x, y) - 10) < 1e-6 for x, y in found)
    ways = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(found)]
    assert all(abs(math.hypot(x, y) - 10) < 0.02 for x, y in ways)


def test_curves_go_through_their_ends_and_stay_smooth() -> None:
    ((first, _), (second, _)) = flattened("M0 0C0 10 10 10 10 0S20-10 20 0M0 0Q5 10 10 0T20 0", IDENTITY, 0.001)
    assert (first[0], first[-1], second[-1]) == ((0, 0), (20, 0), (20, 0))
    assert max(y for _, y in first) == pytest.approx(7.5, abs=0.01)
    assert min(y for _, y in second) == pytest.approx(-5, abs=0.01)


@given(st.lists(st.sampled_from(["translate(3,4)", "scale(2)", "rotate(30)", "skewX(10)", "matrix(1 2 3 4 5 6)"])))
def test_a_list_of_transforms_is_their_product(calls: list[str]) -> None:
    product = IDENTITY
    for call in calls:
        product = times(product, transform(call))
    assert apply(transform(" ".join(calls)), 1, 2) == pytest.approx(apply(product, 1, 2))


@given(st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.-+eE, ", max_size=40))
def test_any_path_data_is_read_or_ended(data: str) -> None:
    for found, _ in flattened(data, IDENTITY, 0.1):
        assert len(found) > 1
