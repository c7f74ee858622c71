"""The graphics state while a content stream is read, and what is shown in it."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from hallwright.printing.preflight.matrices import IDENTITY, Box, Matrix, common
from hallwright.printing.preflight.spaces import GREY, Space

POINT = 25.4 / 72
"""Millimetres in a point."""


class Paint:
    """A colour: its space, and its numbers. A pattern has no numbers where it brings its own colours.

    Attributes:
        space, values: as set.
        total: all inks together in parts of 1; None if that is up to a conversion.
        is_white: whether it leaves the paper bare.
        is_black: whether it is full black ink alone.
        is_coloured: whether an ink other than black is in it; also where that is up to a conversion.
    """

    __slots__ = ("is_black", "is_coloured", "is_white", "space", "total", "values")

    def __init__(self, space: Space, values: tuple[float, ...]) -> None:
        self.space, self.values = space, values
        inks = space.inks(values)
        others = sum(part for name, part in inks.items() if name != "K") if inks is not None else 0.0
        self.total = None if inks is None else sum(inks.values())
        self.is_white = inks is not None and self.total == 0
        self.is_black = inks is not None and inks.get("K", 0) >= 1 and others == 0
        self.is_coloured = inks is None or others > 0


paint_of = lru_cache(maxsize=4096)(Paint)
"""Return the one Paint of a space and its numbers: pages set the same few colours thousands of times."""
BLACK = paint_of(GREY, (0.0,))


class Font(NamedTuple):
    """A font as a page names it.

    Attributes:
        name: its base font; empty for a Type 3 font without one.
        embedded: whether the file holds it.
        wide: whether a character takes two bytes.
        glyphs: the dictionary of a Type 3 font, else None.
    """

    name: str
    embedded: bool
    wide: bool
    glyphs: Any = None


@dataclass(slots=True)
class State:
    """The graphics state; ``copy.copy`` of it is what ``q`` keeps."""

    ctm: Matrix
    clip: Box
    fill: Paint = BLACK
    stroke: Paint = BLACK
    width: float = 1.0
    font: Font | None = None
    size: float = 0.0
    mode: int = 0
    leading: float = 0.0
    stretch: float = 1.0
    rise: float = 0.0
    fill_overprints: bool = False
    stroke_overprints: bool = False
    overprint_mode: int = 0


@dataclass(slots=True)
class TextPlace:
    """Matrices of a text object."""

    line: Matrix = IDENTITY
    now: Matrix = IDENTITY


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page.

    Attributes:
        number: from 1.
        trim, bleed, media: boxes in points of 1/72 inch, whatever unit the page has.
        cut: whether the page says where it is cut; otherwise ``trim`` is all of it, marks included.
        obj: the page's dictionary.
    """

    number: int
    trim: Box
    bleed: Box
    media: Box
    cut: bool
    obj: Any = field(compare=False)

    def mm(self, x: float, y: float) -> tuple[float, float]:
        """Return a point as mm from the top left corner of the trimmed page."""
        return round((x - self.trim[0]) * POINT, 1), round((self.trim[3] - y) * POINT, 1)


class Shape(NamedTuple):
    """A part of a path: its box in points, and whether all its edges are upright or level."""

    box: Box
    upright: bool


class Text(NamedTuple):
    """A string that is shown.

    Attributes:
        font, size: the size in points as it comes out.
        box: about where it is; its width is an estimate.
        paints: of fill and stroke, as far as the render mode shows them.
        fills: whether it is filled.
        state: the graphics state.
    """

    font: Font
    size: float
    box: Box
    paints: tuple[Paint, ...]
    fills: bool
    state: State


class Path(NamedTuple):
    """A path that is painted; ``shapes`` are clipped to what shows, ``width`` is the line's in points as it comes."""

    shapes: list[Shape]
    fills: bool
    strokes: bool
    width: float
    state: State

    def inside(self, area: Box) -> Box | None:
        """Return the box of the first part that shares a point with an area; None if none does."""
        return next((shape.box for shape in self.shapes if common(shape.box, area) is not None), None)


class Image(NamedTuple):
    """An image or stencil that is shown.

    Attributes:
        box: where it shows, in points.
        ppi: pixels an inch in the coarser direction.
        pixels: its width and height.
        bits: 1 for a bitmap.
        stencil: painted in the fill's colour.
        space: of its pixels.
        source: its dictionary.
    """

    box: Box
    ppi: float
    pixels: tuple[int, int]
    bits: int
    stencil: bool
    space: Space
    state: State
    source: Any
