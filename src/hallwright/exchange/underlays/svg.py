"""SVG files: shapes, paths and texts, with uses expanded and curves flattened."""

import math
import re
from pathlib import Path
from typing import NamedTuple

from hallwright.exchange.underlays.limits import MOST_ENTITIES
from hallwright.exchange.underlays.sketch import Drawn, Sketch, Written, text_width, too_many
from hallwright.exchange.underlays.svgpaths import (
    IDENTITY,
    Matrix,
    Point,
    apply,
    flattened,
    numbers,
    stretch,
    times,
    transform,
)
from hallwright.exchange.underlays.svgtree import INKSCAPE, XLINK, Node, parse
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.numbers import figure

_UNSEEN = frozenset(
    {"defs", "symbol", "clipPath", "mask", "marker", "pattern", "linearGradient", "radialGradient", "filter", "style"}
    | {"metadata", "title", "desc", "script", "foreignObject", "image"}
)
_LENGTH = re.compile(
    r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(mm|cm|m|in|pt|pc|px|q|em|ex|%)?\s*", re.IGNORECASE
)
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "m": 1000.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "q": 0.25}
_PIXEL = 25.4 / 96
_CURVE_PARTS = 20_000
_SMALLEST_HALL = 5_000.0
"""A drawing whose sheet is smaller than this, mm, is not at full scale: its unit is asked for."""
_DEEPEST = 300
_FONT = 16.0
_LOOSE = "Drawing"


class _Here(NamedTuple):
    """What an element takes over from those around it."""

    matrix: Matrix
    layer: str
    size: float
    anchor: str
    named: bool = False


def read(path: Path) -> Drawn:
    """Read an SVG file.

    Raises:
        Refused: it is damaged, empty, refers to other files, or is too large once its uses are expanded.
    """
    root = parse(path)
    return _Reader(root).drawn()


class _Reader:
    """Draws a tree into a sketch."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self._sketch = Sketch()
        self._by_id: dict[str, Node] = {}
        waiting = [root]
        while waiting:
            node = waiting.pop()
            key = node.attributes.get("id")
            if key:
                self._by_id.setdefault(key, node)
            waiting += node.nodes()
        self._known: dict[int, int] = {}
        self._pictures = 0
        box = numbers(root.attributes.get("viewBox", ""))
        self._box = box if len(box) == 4 and box[2] > 0 and box[3] > 0 else None
        side = max(self._box[2:]) if self._box else max(_user(root, "width", 1000.0), _user(root, "height", 1000.0))
        self._tolerance = side / _CURVE_PARTS

    def drawn(self) -> Drawn:
        """Return everything that is seen."""
        expanded = self._weight(self._root, ())
        if expanded > MOST_ENTITIES:
            raise too_many(expanded)
        here = self._styled(self._root, _Here(IDENTITY, _LOOSE, _FONT, "start"))
        for node in self._root.nodes():
            self._take(node, here, 0)
        notes = []
        if self._pictures:
            kind = _("picture")
            notes.append(_("Left out: {number} × {kind}").format(number=figure(self._pictures, 0), kind=kind))
        if self._sketch.lost:
            notes.append(_("Left out: {number} without sound coordinates").format(number=figure(self._sketch.lost, 0)))
        return Drawn(self._sketch.gridded(up=False), self._unit(), tuple(notes))

    def _unit(self) -> float | None:
        """Return the millimetres of a unit if the sheet is as large as a hall."""
        text = self._root.attributes.get("width", "")
        found = _LENGTH.fullmatch(text)
        if found is None or (found[2] or "").lower() not in _MILLIMETRES:
            return None
        width = float(found[1]) * _MILLIMETRES[found[2].lower()]
        units = self._box[2] if self._box else width / _PIXEL
        return width / units if width >= _SMALLEST_HALL else None

    def _weight(self, node: Node, inside: tuple[int, ...]) -> int:
        """Count the elements with all uses expanded, before any is."""
        key = id(node)
        if key in inside:
            raise Refused(
                _("Element '{attributes}' uses itself").format(attributes=node.attributes.get("id", "")[:60]),
                mend=_("Save it as plain SVG."),
            )
        if len(inside) > _DEEPEST:
            raise Refused(_("Uses lie too deep in each other"), mend=_("Save it as plain SVG."))
        if key not in self._known:
            parts = [child for child in node.nodes() if child.tag not in _UNSEEN]
            target = self._target(node) if node.tag == "use" else None
            if target is not None:
                parts.append(target)
            self._known[key] = 1 + sum(self._weight(part, (*inside, key)) for part in parts)
        return self._known[key]

    def _target(self, node: Node) -> Node | None:
        link = node.attributes.get("href") or node.attributes.get(f"{XLINK} href") or ""
        if link and not link.startswith("#"):
            raise Refused(
                _("The SVG file refers to another file ({link})").format(link=link[:80]),
                mend=_("Save it as plain SVG."),
            )
        return self._by_id.get(link[1:])

    def _take(self, node: Node, here: _Here, depth: int) -> None:
        if node.tag in _UNSEEN:
            self._pictures += node.tag == "image"
            return
        if _style(node, "display") == "none" or _style(node, "visibility") in ("hidden", "collapse"):
            return
        here = self._styled(node, here)
        if node.tag in ("g", "a", "switch", "svg"):
            here = self._grouped(node, here, depth)
            for child in node.nodes():
                self._take(child, here, depth + 1)
        elif node.tag == "use":
            self._use(node, here, depth)
        elif node.tag == "text":
            self._text(node, here)
        else:
            self._shape(node, here)

    def _styled(self, node: Node, here: _Here) -> _Here:
        matrix = here.matrix
        if "transform" in node.attributes:
            matrix = times(matrix, transform(node.attributes["transform"]))
        size = _length(_style(node, "font-size"), here.size)
        return here._replace(matrix=matrix, size=size, anchor=_style(node, "text-anchor") or here.anchor)

    def _grouped(self, node: Node, here: _Here, depth: int) -> _Here:
        if node.tag == "svg":
            return here._replace(matrix=times(here.matrix, _fitted(node, node)))
        label = node.attributes.get(f"{INKSCAPE} label") or node.attributes.get("id") or ""
        if node.attributes.get(f"{INKSCAPE} groupmode") == "layer" and label:
            return here._replace(layer=label, named=True)
        if depth == 0 and label and not here.named:
            return here._replace(layer=label)
        return here

    def _use(self, node: Node, here: _Here, depth: int) -> None:
        target = self._target(node)
        if target is None:
            return
        shift: Matrix = (1.0, 0.0, 0.0, 1.0, _user(node, "x", 0.0), _user(node, "y", 0.0))
        here = here._replace(matrix=times(here.matrix, shift))
        if target.tag == "symbol":
            here = self._styled(target, here)
            here = here._replace(matrix=times(here.matrix, _fitted(target, node)))
            for child in target.nodes():
                self._take(child, here, depth + 1)
        else:
            self._take(target, here, depth + 1)

    def _shape(self, node: Node, here: _Here) -> None:
        a = node.attributes
        if node.tag == "path":
            for corners, closed in flattened(a.get("d", ""), here.matrix, self._tolerance):
                self._sketch.path(here.layer, corners, closed=closed)
        elif node.tag in ("polygon", "polyline"):
            flat = numbers(a.get("points", ""))
            corners = [apply(here.matrix, x, y) for x, y in zip(flat[0::2], flat[1::2], strict=False)]
            self._sketch.path(here.layer, corners, closed=node.tag == "polygon")
        elif node.tag == "line":
            ends = [(_user(node, "x1", 0.0), _user(node, "y1", 0.0)), (_user(node, "x2", 0.0), _user(node, "y2", 0.0))]
            self._sketch.path(here.layer, [apply(here.matrix, *end) for end in ends])
        elif node.tag == "rect":
            x, y, width, height = (_user(node, name, 0.0) for name in ("x", "y", "width", "height"))
            if width > 0 and height > 0:
                # Rounded corners are drawn square: a booth's are.
                box = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
                self._sketch.path(here.layer, [apply(here.matrix, *corner) for corner in box], closed=True)
        elif node.tag in ("circle", "ellipse"):
            rx = _user(node, "r" if node.tag == "circle" else "rx", 0.0)
            ry = rx if node.tag == "circle" else _user(node, "ry", 0.0)
            if rx > 0 and ry > 0:
                middle = _user(node, "cx", 0.0), _user(node, "cy", 0.0)
                self._sketch.path(here.layer, self._ellipse(middle, rx, ry, here.matrix), closed=True)

    def _ellipse(self, middle: Point, rx: float, ry: float, matrix: Matrix) -> list[Point]:
        radius = max(rx, ry) * stretch(matrix)
        wanted = math.pi * math.sqrt(radius / (2 * self._tolerance))
        parts = max(8, min(math.ceil(wanted) if math.isfinite(wanted) else 8, 128))
        turns = [2 * math.pi * k / parts for k in range(parts)]
        return [apply(matrix, middle[0] + rx * math.cos(t), middle[1] + ry * math.sin(t)) for t in turns]

    def _text(self, node: Node, here: _Here) -> None:
        """Write a text; each of its spans with a place of its own is one by itself."""
        x, y = _user(node, "x", 0.0), _user(node, "y", 0.0)
        words = [part for part in node.parts if isinstance(part, str)]
        for span in node.nodes():
            inner = self._styled(span, here)
            if "x" in span.attributes or "y" in span.attributes:
                self._write("".join(_words(span)), _user(span, "x", x), _user(span, "y", y), inner)
            else:
                words += _words(span)
                here = here._replace(size=inner.size) if not "".join(words[:-1]).strip() else here
        self._write("".join(words), x, y, here)

    def _write(self, text: str, x: float, y: float, here: _Here) -> None:
        text = " ".join(text.split())
        if not text:
            return
        # Font size counts from the foot of the line to its top; letters fill some 0.72 of it.
        height = here.size * 0.72
        width = text_width(text, height)
        x += {"middle": 0.0, "end": -width / 2}.get(here.anchor, width / 2)
        middle = apply(here.matrix, x, y - height / 2)
        angle = math.degrees(math.atan2(here.matrix[1], here.matrix[0]))
        self._sketch.text(here.layer, Written(*middle, height * stretch(here.matrix), angle, text))


def _words(node: Node) -> list[str]:
    found: list[str] = []
    for part in node.parts:
        found += [part] if isinstance(part, str) else _words(part)
    return found


def _style(node: Node, name: str) -> str:
    """Return a property, which the ``style`` attribute says before the attribute of its own name."""
    for item in node.attributes.get("style", "").split(";"):
        key, _colon, value = item.partition(":")
        if key.strip() == name:
            return value.strip()
    return node.attributes.get(name, "").strip()


def _length(text: str, default: float) -> float:
    """Return a length in user units; a pixel is one, and so is what bears no unit."""
    found = _LENGTH.match(text) if text else None
    if found is None:
        return default
    unit = (found[2] or "px").lower()
    if unit in ("em", "ex", "%"):
        return default * float(found[1]) * {"em": 1.0, "ex": 0.5, "%": 0.01}[unit]
    return float(found[1]) * _MILLIMETRES.get(unit, _PIXEL) / _PIXEL


def _user(node: Node, name: str, default: float) -> float:
    return _length(node.attributes.get(name, ""), default)


def _fitted(inner: Node, outer: Node) -> Matrix:
    """Return the matrix of a nested drawing or symbol: its view box, in the middle of the place it is given."""
    box = numbers(inner.attributes.get("viewBox", ""))
    x, y = (_user(inner, "x", 0.0), _user(inner, "y", 0.0)) if inner is outer else (0.0, 0.0)
    shift: Matrix = (1.0, 0.0, 0.0, 1.0, x, y)
    if len(box) != 4 or box[2] <= 0 or box[3] <= 0:
        return shift
    width, height = _user(outer, "width", box[2]), _user(outer, "height", box[3])
    scale = min(width / box[2], height / box[3])
    dx, dy = (width - box[2] * scale) / 2 - box[0] * scale, (height - box[3] * scale) / 2 - box[1] * scale
    return times(shift, (scale, 0.0, 0.0, scale, dx, dy))
