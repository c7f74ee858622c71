"""The lines of an underlay: layers of paths and texts on a grid of whole steps, and the form in which they are kept."""

import json
import zlib
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
_MAGIC = b"HWL1"
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
        """Return the compact form."""
        layers = [
            {
                "name": layer.name,
                "on": layer.on,
                # Neighbouring corners lie close: differences pack to a third.
                "xy": np.diff(layer.points, axis=0, prepend=np.zeros((1, 2), np.int64)).ravel().tolist(),
                "ends": layer.ends.tolist(),
                "closed": np.flatnonzero(layer.closed).tolist(),
                "notes": [list(note) for note in layer.notes],
            }
            for layer in self.layers
        ]
        document = {"width": self.width, "height": self.height, "origin": list(self.origin), "layers": layers}
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return _MAGIC + zlib.compress(text.encode(), 6)

    @classmethod
    def decoded(cls, content: bytes) -> "Linework":
        """Return what ``encoded`` packed.

        Raises:
            ValueError: it is damaged, or holds more than the program ever writes.
        """
        try:
            return _linework(json.loads(_unpacked(content)))
        except (zlib.error, LookupError, TypeError, ValueError, OverflowError, RecursionError) as error:
            raise ValueError(f"the lines of an underlay are damaged: {str(error)[:120]}") from error


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(_MAGIC):
        raise ValueError("unknown form")
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(content[len(_MAGIC) :], _MOST_UNPACKED)
    if not unpacker.eof:
        raise ValueError("cut short or too many")
    return data


def _linework(document: Any) -> Linework:
    width, height = int(document["width"]), int(document["height"])
    origin = int(document["origin"][0]), int(document["origin"][1])
    if len(document["layers"]) > MOST_LAYERS or not (0 <= width <= MOST_STEPS and 0 <= height <= MOST_STEPS):
        raise ValueError("too many layers or no sound size")
    layers = tuple(_layer(item) for item in document["layers"])
    points, notes = sum(len(layer.points) for layer in layers), sum(len(layer.notes) for layer in layers)
    if points > MOST_POINTS or notes > MOST_TEXTS:
        raise ValueError("too many lines")
    return Linework(width, height, origin, layers)


def _layer(item: Any) -> Layer:
    points = np.asarray(item["xy"], dtype=np.int64).reshape(-1, 2).cumsum(axis=0)
    ends = np.asarray(item["ends"], dtype=np.int64).reshape(-1)
    closed = np.zeros(len(ends), dtype=np.bool_)
    closed[np.asarray(item["closed"], dtype=np.int64)] = True
    last = int(ends[-1]) if len(ends) else 0
    if last != len(points) or (np.diff(ends, prepend=0) < 1).any():
        raise ValueError("paths without corners")
    if len(points) and np.abs(points).max() > MOST_STEPS:
        raise ValueError("corners beyond all bounds")
    notes = tuple(
        Note(int(x), int(y), int(height), float(angle), str(text)) for x, y, height, angle, text in item["notes"]
    )
    return Layer(str(item["name"]), bool(item["on"]), points, ends, closed, notes)
