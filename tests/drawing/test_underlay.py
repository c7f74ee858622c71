"""The compact form of an underlay's lines."""

import json
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.drawing.underlay import Layer, Linework, Note

_points = st.lists(st.tuples(st.integers(-(2**40), 2**40), st.integers(-(2**40), 2**40)), min_size=1, max_size=6)
_paths = st.lists(st.tuples(_points, st.booleans()), max_size=5)


def layer(name: str, paths: list[tuple[list[tuple[int, int]], bool]], *notes: Note, on: bool = True) -> Layer:
    points = np.array([point for path, _closed in paths for point in path], dtype=np.int64).reshape(-1, 2)
    ends = np.cumsum([len(path) for path, _closed in paths]).astype(np.int64)
    return Layer(name, on, points, ends, np.array([closed for _path, closed in paths], dtype=np.bool_), notes)


@given(_paths, st.booleans(), st.text(max_size=5))
def test_what_is_packed_is_unpacked(paths: list[tuple[list[tuple[int, int]], bool]], on: bool, text: str) -> None:
    lines = Linework(9, 8, (-5, 7), (layer("展位", paths, Note(1, -2, 3, 45.5, text), on=on), layer("", [])))
    found = Linework.decoded(lines.encoded())
    assert (found.width, found.height, found.origin) == (9, 8, (-5, 7))
    one, other = found.layers
    assert (one.name, one.on, one.notes) == ("展位", on, lines.layers[0].notes)
    assert [path.tolist() for path in one.paths()] == [[list(point) for point in path] for path, _closed in paths]
    assert one.closed.tolist() == [closed for _path, closed in paths]
    assert other.paths() == []


def test_a_drawing_kept_in_the_old_form_is_read() -> None:
    found = Linework.decoded(_packed(closed=[0], notes=[[1, 2, 3, 4.5, "展位"]]))
    assert found.layers[0].points.tolist() == [[0, 0], [1, 1]]
    assert (found.layers[0].closed.tolist(), found.layers[0].notes) == ([True], (Note(1, 2, 3, 4.5, "展位"),))


def _new(content: bytes = b"", **values: object) -> bytes:
    """Return a drawing of one layer with a path of two corners, something in it altered."""
    sheet = {"name": "A", "on": True, "points": 2, "paths": 1, "wide": False, "notes": []}
    document = {"width": 1, "height": 1, "origin": [0, 0], "layers": [sheet | values]}
    head = json.dumps(document).encode()
    return b"HWL2" + zlib.compress(
        len(head).to_bytes(4, "little") + head + (content or bytes((0, 0, 1, 1, *[0] * 12, 2, *[0] * 4)))
    )


def _packed(**values: object) -> bytes:
    sheet = {"name": "A", "on": True, "xy": [0, 0, 1, 1], "ends": [2], "closed": [], "notes": []}
    document = {"width": 1, "height": 1, "origin": [0, 0], "layers": [sheet | values]}
    return b"HWL1" + zlib.compress(json.dumps(document).encode())


def test_the_sample_of_the_bad_ones_is_good() -> None:
    assert len(Linework.decoded(_packed()).layers[0].points) == 2
    assert Linework.decoded(_new()).layers[0].points.tolist() == [[0, 0], [1, 1]]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PNG",
        b"HWL1",
        b"HWL1" + zlib.compress(b"[" * 100_000),
        b"HWL1" + zlib.compress(b"[]"),
        b"HWL1" + zlib.compress(b"{}")[:-3],
        b"HWL1" + zlib.compress(bytes(170 * 1024 * 1024), 1),
        _packed(xy=[0, 0, 1]),
        _packed(ends=[1]),
        _packed(ends=[2, 2]),
        _packed(ends=[-1, 2]),
        _packed(closed=[5]),
        _packed(xy=[0, 0, 2**60, 1]),
        _packed(xy=[0, 0, 2**80, 1]),
        b"HWL2",
        b"HWL2" + zlib.compress(b"\xff\xff\xff\xff"),
        b"HWL2" + zlib.compress(b"\x02\0\0\0{}"),
        _new(points=3),
        _new(points=-1),
        _new(points=10**12),
        _new(paths=2),
        _new(paths=-1),
        _new(wide=True),
        _new(name=1, layers=2, notes=[[1]]),
        _new(bytes((0, 0, 1, 1, *[0] * 12, 1, *[0] * 4))),
        _new(bytes((0, 0, 1, 1, *[0] * 8, 0, 0, 0, 0, 255, 255, 255, 255, 0))),
        _packed(notes=[[1, 2]]),
        _packed(notes=[[1, 2, "high", 0, "A"]]),
    ],
)
def test_what_is_damaged_is_told_and_nothing_else_happens(content: bytes) -> None:
    with pytest.raises(ValueError, match="lines of an underlay are damaged"):
        Linework.decoded(content)
