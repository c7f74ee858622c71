"""The few shapes of which every drawing consists; painters know these and nothing else.

Coordinates are millimetres, y grows downwards. Each primitive bears a *role* that a theme maps to colours and line
width, and the ids it stands for. Line widths are millimetres on paper, whatever scale a Group applies.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

import numpy as np
import numpy.typing as npt

from hallwright.drawing.fields import Field
from hallwright.geometry.boxes import square
from hallwright.geometry.outline import Outline, is_box

Floats = npt.NDArray[np.float64]
_FEW = 8


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """Closed outlines of one role, as columns.

    Attributes:
        role: e.g. ``booth.available``.
        ids: one id a shape; empty texts for decoration.
        boxes: (n, 4) left, top, right, bottom of each shape.
        rings: corners of the shapes that are not upright rectangles, by index; the others are their box.
        tint: ``#rrggbb`` that takes the place of the role's fill (a zone has its own colour), or empty.
    """

    role: str
    ids: tuple[str, ...]
    boxes: Floats
    rings: dict[int, Floats] = field(default_factory=dict)
    tint: str = ""

    @classmethod
    def of(cls, role: str, outlines: "dict[str, Outline]", tint: str = "") -> "Shapes":
        """Build from outlines by id."""
        if len(outlines) > _FEW and all(len(outline) == 4 for outline in outlines.values()):
            # Taken in together: one by one, thousands cost a picture a tenth of a second.
            flat = chain.from_iterable(chain.from_iterable(outlines.values()))
            corners = np.fromiter(flat, dtype=float, count=8 * len(outlines)).reshape(-1, 4, 2)
            around = np.concatenate([corners.min(axis=1), corners.max(axis=1)], axis=1)
            slanted = {index: corners[index] for index in np.flatnonzero(~square(corners)).tolist()}
            return cls(role, tuple(outlines), around, slanted, tint)
        boxes = np.empty((len(outlines), 4))
        rings: dict[int, Floats] = {}
        for index, outline in enumerate(outlines.values()):
            ring = np.asarray(outline, dtype=float)
            boxes[index, :2], boxes[index, 2:] = ring.min(axis=0), ring.max(axis=0)
            if not is_box(outline):
                rings[index] = ring
        return cls(role, tuple(outlines), boxes, rings, tint)

    @classmethod
    def box(cls, role: str, left: float, top: float, right: float, bottom: float, tint: str = "") -> "Shapes":
        """Build one upright rectangle without id."""
        return cls(role, ("",), np.array([[left, top, right, bottom]], dtype=float), {}, tint)


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Straight lines of one role: (n, 4) x1, y1, x2, y2."""

    role: str
    points: Floats

    @classmethod
    def of(cls, role: str, *lines: tuple[float, float, float, float]) -> "Lines":
        """Build from single lines."""
        return cls(role, np.array(lines, dtype=float).reshape(-1, 4))


class Anchor(StrEnum):
    """Which point of a line of text lies at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text, measured and fitted already.

    Attributes:
        x, y: anchor on the baseline.
        size: height of the em square, in the same millimetres as x and y.
        angle: degrees clockwise about the anchor.
    """

    role: str
    text: str
    x: float
    y: float
    size: float
    anchor: Anchor = Anchor.START
    bold: bool = False
    angle: float = 0.0
    id: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Bitmap:
    """A black and white raster, such as a QR code: True is ink; ``box`` is left, top, right, bottom."""

    role: str
    box: tuple[float, float, float, float]
    ink: npt.NDArray[np.bool_]
    id: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A photo, a logo or artwork as pixels.

    Attributes:
        box: left, top, right, bottom; the picture fills it.
        key: names the content, so that a painter prepares it once: its SHA-256.
        content: a PNG or JPEG; one may look through parts of a PNG.
        turned: upside down.
    """

    box: tuple[float, float, float, float]
    key: str
    content: bytes
    id: str = ""
    turned: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Items in a coordinate system of their own: page = offset + scale * inner.

    Attributes:
        name: not empty for content that several pages repeat unchanged; a painter may then draw it once and reuse it.
        clip: inner left, top, right, bottom beyond which nothing shows, or None.
    """

    items: "tuple[Item, ...]"
    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0
    clip: tuple[float, float, float, float] | None = None
    name: str = ""


Item = Shapes | Lines | Text | Bitmap | Picture | Group
Drawing = tuple[Item, ...]
"""Items in paint order, the first lowest."""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A sheet of paper: trimmed size in millimetres, what is on it, from its top left corner, and its fields."""

    width: float
    height: float
    items: Drawing
    name: str = ""
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class NotShown:
    """Something that could not be shown as it is, and why; listed in the report of every export."""

    id: str
    text: str
    reason: str
