"""Paints a drawing as SVG, at true size: a unit of the file is a millimetre, a role is a class."""

import math
from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

import numpy as np

from hallwright.drawing.fonts import width
from hallwright.drawing.primitives import Anchor, Bitmap, Drawing, Floats, Group, Item, Lines, Picture, Shapes, Text
from hallwright.drawing.theme import Style, Theme

FONTS = "'Noto Sans', 'Noto Sans SC', 'Noto Sans KR', 'Microsoft YaHei', 'PingFang SC', sans-serif"
_INKSCAPE = "http://www.inkscape.org/namespaces/inkscape"


class Sheet(NamedTuple):
    """A layer of the file: what drawing programs call it, and what lies on it."""

    name: str
    items: Drawing


class Place(NamedTuple):
    """Where millimetres of a drawing come to lie: x = dx + scale * mm."""

    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0


class SvgPainter:
    """An SVG file under construction: ``sheet`` for each layer, then ``text``.

    A role such as ``booth.held`` becomes the classes ``booth held``, and the theme a style sheet over them, so that a
    web page or a drawing program can colour the plan anew.
    """

    def __init__(self, theme: Theme, *, paper: float = 1.0, fitted: bool = False) -> None:
        """Begin a file.

        Args:
            theme: colours and line widths of roles.
            paper: what a millimetre of line width on paper is in units of the file: 200 for a plan of 1:200.
            fitted: say of each text how wide it is, so that it keeps to its place where the typeface is missing.
        """
        self._fitted = fitted
        self._theme = theme
        self._paper = paper
        self._code: list[str] = []
        self._roles: dict[str, None] = {}
        self._clips = 0

    def sheet(self, sheet: Sheet) -> None:
        """Paint one layer."""
        name = escape(sheet.name)
        self._code.append(f'<g inkscape:groupmode="layer" id="{name.replace(" ", "-")}" inkscape:label="{name}">')
        self._draw(sheet.items, Place())
        self._code.append("</g>")

    def text(self, left: float, top: float, width: float, height: float, title: str = "") -> str:
        """Return the whole file, which shows the box given in millimetres."""
        size = f'width="{_n(width)}mm" height="{_n(height)}mm" viewBox="{_n(left)} {_n(top)} {_n(width)} {_n(height)}"'
        rules = "\n".join(_rule(role, self._theme.style(role), self._paper) for role in self._roles)
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="{_INKSCAPE}" {size}>\n'
            f"<title>{_shown(title)}</title>\n"
            f"<style>\ntext {{ font-family: {FONTS}; font-kerning: none; white-space: pre }}\n{rules}\n</style>\n"
            + "\n".join(self._code)
            + "\n</svg>\n"
        )

    def _draw(self, items: Iterable[Item], place: Place) -> None:
        for item in items:
            if isinstance(item, Shapes):
                self._shapes(item, place)
            elif isinstance(item, Text):
                self._text(item, place)
            elif isinstance(item, Lines):
                self._lines(item, place)
            elif isinstance(item, Group):
                self._group(item, place)
            elif isinstance(item, Picture):
                self._picture(item, place)
            else:
                self._bitmap(item, place)

    def _class(self, role: str) -> str:
        self._roles.setdefault(role)
        return f'class="{escape(role.replace(".", " "))}"'

    def _shapes(self, item: Shapes, place: Place) -> None:
        style = self._class(item.role)
        if item.tint:
            style += f' style="fill:{escape(_mixed(item.tint, self._theme))}"'
        for index, (key, box) in enumerate(zip(item.ids, item.boxes.tolist(), strict=True)):
            named = f' data-id="{escape(key)}"' if key else ""
            if index in item.rings:
                points = _points(item.rings[index], place)
                self._code.append(f'<polygon {style}{named} points="{points}"/>')
            elif math.isfinite(box[0]):
                left, top, right, bottom = box
                x, y = place.dx + left * place.scale, place.dy + top * place.scale
                width, height = (right - left) * place.scale, (bottom - top) * place.scale
                self._code.append(
                    f'<rect {style}{named} x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"/>'
                )

    def _lines(self, item: Lines, place: Place) -> None:
        if len(item.points):
            ends = (item.points.reshape(-1, 2) * place.scale + (place.dx, place.dy)).tolist()
            path = "".join(
                f"M{_n(a[0])} {_n(a[1])}L{_n(b[0])} {_n(b[1])}" for a, b in zip(ends[::2], ends[1::2], strict=True)
            )
            # A line has no inside, whatever its role has.
            self._code.append(f'<path {self._class(item.role)} style="fill:none" d="{path}"/>')

    def _text(self, item: Text, place: Place) -> None:
        if not item.text:
            return
        x, y = place.dx + item.x * place.scale, place.dy + item.y * place.scale
        parts = [self._class(item.role), f'x="{_n(x)}" y="{_n(y)}" font-size="{_n(item.size * place.scale)}"']
        if item.anchor is not Anchor.START:
            parts.append(f'text-anchor="{item.anchor}"')
        if self._fitted:
            wide = width(item.text, item.size * place.scale, item.bold)
            parts.append(f'textLength="{_n(wide)}" lengthAdjust="spacingAndGlyphs"')
        if item.bold:
            parts.append('font-weight="bold"')
        if item.angle:
            parts.append(f'transform="rotate({_n(item.angle)} {_n(x)} {_n(y)})"')
        if item.id:
            parts.append(f'data-id="{escape(item.id)}"')
        self._code.append(f"<text {' '.join(parts)}>{_shown(item.text)}</text>")

    def _group(self, item: Group, place: Place) -> None:
        inner = Place(place.scale * item.scale, place.dx + item.dx * place.scale, place.dy + item.dy * place.scale)
        if item.clip is None:
            self._draw(item.items, inner)
            return
        self._clips += 1
        left, top, right, bottom = item.clip
        box = np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
        self._code.append(
            f'<clipPath id="clip{self._clips}"><polygon points="{_points(box, inner)}"/></clipPath>'
            f'<g clip-path="url(#clip{self._clips})">'
        )
        self._draw(item.items, inner)
        self._code.append("</g>")

    def _picture(self, item: Picture, place: Place) -> None:
        left, top, right, bottom = item.box
        x, y = place.dx + left * place.scale, place.dy + top * place.scale
        wide, high = (right - left) * place.scale, (bottom - top) * place.scale
        kind = "png" if item.content.startswith(b"\x89PNG") else "jpeg"
        turn = f' transform="rotate(180 {_n(x + wide / 2)} {_n(y + high / 2)})"' if item.turned else ""
        self._code.append(
            f'<image x="{_n(x)}" y="{_n(y)}" width="{_n(wide)}" height="{_n(high)}" preserveAspectRatio="none"{turn} '
            f'href="data:image/{kind};base64,{b64encode(item.content).decode("ascii")}"/>'
        )

    def _bitmap(self, item: Bitmap, place: Place) -> None:
        left, top, right, bottom = item.box
        rows, columns = item.ink.shape
        across, down = (right - left) * place.scale / columns, (bottom - top) * place.scale / rows
        x0, y0 = place.dx + left * place.scale, place.dy + top * place.scale
        path = "".join(
            f"M{_n(x0 + column * across)} {_n(y0 + row * down)}h{_n(across)}v{_n(down)}h{_n(-across)}z"
            for row, column in np.argwhere(item.ink).tolist()
        )
        self._code.append(f'<path {self._class(item.role)} shape-rendering="crispEdges" d="{path}"/>')


def _rule(role: str, style: Style, paper: float) -> str:
    """Return the style sheet's rule of a role; every property is said, so that no shorter role shines through."""
    fill = style.fill.rgb if style.fill else "none"
    parts = [f"fill: {fill}", f"stroke: {style.stroke.rgb if style.stroke else 'none'}"]
    if style.stroke:
        parts.append(f"stroke-width: {_n(style.width * paper)}")
        parts.append(f"stroke-dasharray: {' '.join(_n(d * paper) for d in style.dash) if style.dash else 'none'}")
    return f".{role} {{ {'; '.join(parts)} }}"


def _mixed(tint: str, theme: Theme) -> str:
    """Return a zone's colour laid on paper at the theme's strength."""
    paper = theme.style("paper").fill
    under = paper.rgb if paper else "#ffffff"
    pairs = ((int(tint[k : k + 2], 16), int(under[k : k + 2], 16)) for k in (1, 3, 5))
    return "#" + "".join(f"{round(theme.tint * a + (1 - theme.tint) * b):02x}" for a, b in pairs)


def _points(ring: Floats, place: Place) -> str:
    corners: Sequence[Sequence[float]] = (ring * place.scale + (place.dx, place.dy)).tolist()
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in corners)


def _n(value: float) -> str:
    """Return a number with a thousandth of a millimetre, without what says nothing."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if value else "0"


def _shown(text: str) -> str:
    """Return a text as XML holds it: control characters and lone surrogates are none of it."""
    plain = "".join(c if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff" else " " for c in text)
    return escape(plain, quote=False)
