"""The lines of an underlay: layers of paths and texts on a grid of whole steps, and the form in which they are kept."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

MOST_POINTS = 3_000_000
MOST_TEXTS = 200_000
MOST_LAYERS = 5_000
MOST_STEPS = 1 << 52
"""Coordinates beyond this are not whole numbers any more once a painter takes them as floats."""
_MOST_UNPACKED = 160 * 1024 * 1024
_MAGIC, _OLD = b"HWL2", b"HWL1"
"""How the compact form begins, and how it began in projects of earlier days, when all of it was JSON."""
_NARROW, _WIDE, _BYTE = np.dtype("<i4"), np.dtype("<i8"), np.dtype("u1")
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


class Note(NamedTuple):
    """A text of an underlay, by the middle of its box; lines are divided by line feeds.

    Attributes:
        height: height of a line in steps.
        angle: degrees, clockwise on screen.
    """

    x: int
    y: int
    height: int
    angle: float
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """One layer.

    Attributes:
        on: whether it is shown in the file.
        points: (n, 2) corners of all paths one after the other, in steps; y grows downwards.
        ends: index in ``points`` behind the last corner of each path.
        closed: for each path, whether its last corner joins its first.
    """

    name: str
    on: bool
    points: Ints
    ends: Ints
    closed: Bools
    notes: tuple[Note, ...] = ()

    def paths(self) -> list[Ints]:
        """Return the corners of each path."""
        return np.split(self.points, self.ends[:-1]) if len(self.ends) else []


@dataclass(frozen=True, slots=True, eq=False)
class Linework:
    """A whole drawing.

    Attributes:
        width, height: extent in steps; the upper left corner is 0, 0.
        origin: where that corner lay in the file's own coordinates, in steps, y growing downwards.
    """

    width: int
    height: int
    origin: tuple[int, int]
    layers: tuple[Layer, ...]

    def encoded(self) -> bytes:
        """Return the compact form: what there is to say as JSON, then the columns of each layer as they lie in memory.

        As JSON they would be three times as long to read, and no other thread could run meanwhile.
        """
        heads: list[dict[str, Any]] = []
        columns: list[bytes] = []
        for layer in self.layers:
            # Neighbouring corners lie close: differences pack to a third.
            steps = np.diff(layer.points, axis=0, prepend=np.zeros((1, 2), np.int64))
            wide = bool(len(steps)) and int(np.abs(steps).max()) >= 1 << 31
            counts = np.diff(layer.ends, prepend=0)
            columns += [_packed(steps, _WIDE if wide else _NARROW), _packed(counts, _NARROW)]
            columns.append(np.packbits(layer.closed).tobytes())
            sizes = {"points": len(layer.points), "paths": len(layer.ends), "wide": wide}
            heads.append({"name": layer.name, "on": layer.on, **sizes, "notes": [list(note) for note in layer.notes]})
        head = {"width": self.width, "height": self.height, "origin": list(self.origin), "layers": heads}
        text = json.dumps(head, separators=(",", ":"), allow_nan=False).encode()
        return _MAGIC + zlib.compress(b"".join([len(text).to_bytes(4, "little"), text, *columns]), 6)

    @classmethod
    def decoded(cls, content: bytes) -> "Linework":
        """Return what ``encoded`` packed.

        Raises:
            ValueError: it is damaged, or holds more than the program ever writes.
        """
        try:
            if content.startswith(_OLD):
                document = json.loads(_unpacked(content[len(_OLD) :]))
                return _linework(document, [_old_layer(item) for item in document["layers"]])
            return _parted(_unpacked(content[len(_MAGIC) :] if content.startswith(_MAGIC) else b""))
        except (zlib.error, LookupError, TypeError, ValueError, OverflowError, RecursionError) as error:
            raise ValueError(f"the lines of an underlay are damaged: {str(error)[:120]}") from error


def _packed(column: Ints, form: np.dtype[Any]) -> bytes:
    """Return numbers byte by byte, the first of all of them, then the second: like bytes side by side pack well."""
    flat = np.ascontiguousarray(column.ravel().astype(form))
    return flat.view(np.uint8).reshape(-1, form.itemsize).T.tobytes()


def _unpacked(content: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(content, _MOST_UNPACKED)
    if not unpacker.eof:
        raise ValueError("unknown form, cut short or too many")
    return data


def _parted(data: bytes) -> Linework:
    """Return the drawing in unpacked content."""
    size = int.from_bytes(data[:4], "little")
    document = json.loads(data[4 : 4 + size])
    rest = memoryview(data)[4 + size :]

    def column(count: int, form: np.dtype[Any]) -> Ints:
        nonlocal rest
        if not 0 <= count <= 2 * MOST_POINTS or count * form.itemsize > len(rest):
            raise ValueError("cut short")
        some, rest = rest[: count * form.itemsize], rest[count * form.itemsize :]
        bytes_ = np.frombuffer(some, np.uint8).reshape(form.itemsize, count).T
        return np.ascontiguousarray(bytes_).view(form).reshape(-1).astype(np.int64)

    layers = []
    for item in document["layers"]:
        points, paths = int(item["points"]), int(item["paths"])
        steps = column(2 * points, _WIDE if item["wide"] else _NARROW)
        ends = column(paths, _NARROW).cumsum()
        bits = column(-(-paths // 8), _BYTE).astype(np.uint8)
        closed = np.unpackbits(bits, count=paths).astype(np.bool_)
        layers.append(_layer(item, steps.reshape(-1, 2).cumsum(axis=0), ends, closed))
    return _linework(document, layers)


def _linework(document: Any, layers: Sequence[Layer]) -> Linework:
    width, height = int(document["width"]), int(document["height"])
    origin = int(document["origin"][0]), int(document["origin"][1])
    if len(layers) > MOST_LAYERS or not (0 <= width <= MOST_STEPS and 0 <= height <= MOST_STEPS):
        raise ValueError("too many layers or no sound size")
    points, notes = sum(len(layer.points) for layer in layers), sum(len(layer.notes) for layer in layers)
    if points > MOST_POINTS or notes > MOST_TEXTS:
        raise ValueError("too many lines")
    return Linework(width, height, origin, tuple(layers))


def _old_layer(item: Any) -> Layer:
    points = np.asarray(item["xy"], dtype=np.int64).reshape(-1, 2).cumsum(axis=0)
    ends = np.asarray(item["ends"], dtype=np.int64).reshape(-1)
    closed = np.zeros(len(ends), dtype=np.bool_)
    closed[np.asarray(item["closed"], dtype=np.int64)] = True
    return _layer(item, points, ends, closed)


def _layer(item: Any, points: Ints, ends: Ints, closed: Bools) -> Layer:
    last = int(ends[-1]) if len(ends) else 0
    if last != len(points) or (np.diff(ends, prepend=0) < 1).any():
        raise ValueError("paths without corners")
    if len(points) and np.abs(points).max() > MOST_STEPS:
        raise ValueError("corners beyond all bounds")
    notes = tuple(
        Note(int(x), int(y), int(height), float(angle), str(text)) for x, y, height, angle, text in item["notes"]
    )
    return Layer(str(item["name"]), bool(item["on"]), points, ends, closed, notes)
