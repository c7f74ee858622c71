"""DXF files: what is drawn in the model space, blocks expanded and curves flattened."""

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hallwright.exchange.underlays.dxffile import CHINESE, SAVE_AGAIN, encoding_of, opened, raw_count, require_end
from hallwright.exchange.underlays.limits import MOST_DEPTH, MOST_ENTITIES
from hallwright.exchange.underlays.sketch import Drawn, Sketch, Written, text_width, too_many
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.numbers import figure, written

UNITS = {
    1: 25.4,
    2: 304.8,
    3: 1_609_344.0,
    4: 1.0,
    5: 10.0,
    6: 1000.0,
    10: 914.4,
    13: 0.001,
    14: 100.0,
    21: 1200 / 3.937,
}
"""Millimetres of a unit of ``$INSUNITS``; 0, or one not listed, says nothing."""
_COMPOSED = frozenset({"DIMENSION", "ARC_DIMENSION", "LARGE_RADIAL_DIMENSION", "LEADER", "MULTILEADER", "MLINE"})
_CURVES = frozenset({"CIRCLE", "ARC", "ELLIPSE", "SPLINE", "LWPOLYLINE", "POLYLINE", "HELIX"})
_FACES = frozenset({"SOLID", "TRACE", "3DFACE"})
_UNSEEN = frozenset({"ATTDEF", "VIEWPORT", "POINT", "XLINE", "RAY", "SEQEND", "IMAGE", "WIPEOUT", "OLE2FRAME"})
_COUNTED = frozenset({"LINE", "INSERT", "TEXT", "MTEXT", "HATCH"}) | _CURVES | _FACES
_CURVE_PARTS = 20_000
"""A curve strays from its chords by the drawing's size over this: 5 mm in a hall of 100 m."""
_LOSS = 0.01


def read(path: Path) -> Drawn:
    """Read a DXF file.

    Raises:
        Refused: it is cut short, damaged, empty, or too large once its blocks are expanded.
    """
    require_end(path)
    encoding = encoding_of(path)
    document, mended = opened(path, encoding)
    raw, kept = raw_count(path, _COUNTED), _kept_count(document)
    if raw > kept and raw - kept > raw * _LOSS:
        raise Refused(
            _("The file is damaged: only {kept:,} of {raw:,} entities can be read").format(
                kept=written(kept), raw=written(raw)
            ),
            mend=SAVE_AGAIN,
        )
    blocks = _Blocks(document)
    expanded = blocks.weight(document.modelspace(), ())
    if expanded > MOST_ENTITIES:
        raise too_many(expanded)
    reader = _Reader(document)
    reader.draw()
    if reader.sketch.box() is None:
        _refuse_elsewhere(document, reader)
    notes = [*reader.notes()]
    if encoding == CHINESE:
        notes.append(_("The texts were read as Chinese (GB18030), though the file does not say so"))
    if mended:
        notes.append(_("The file has faults; {number} were mended").format(number=figure(mended, 0)))
    unit = UNITS.get(int(document.header.get("$INSUNITS", 0)))
    return Drawn(reader.sketch.gridded(up=True), unit, tuple(notes))


def _refuse_elsewhere(document: Any, reader: "_Reader") -> None:
    """Say where the drawing is, if nothing of it is in the model space itself.

    Raises:
        Refused: it lies on a sheet, or in other files.
    """
    if reader.elsewhere:
        names = ", ".join(sorted(reader.elsewhere))[:80]
        raise Refused(
            _("The file only refers to other drawings ({names}), which are not read").format(names=names),
            mend=_("Bind them (XREF, Bind) and save it again."),
        )
    sheets = [name for name in document.layout_names() if name != "Model"]
    if any(entity.dxftype() != "VIEWPORT" for name in sheets for entity in document.layout(name)):
        raise Refused(
            _("The drawing lies on a sheet (paper space), and there is nothing in the model space"),
            mend=_("Export the sheet to the model space (EXPORTLAYOUT), and save it again."),
        )


def _kept_count(document: Any) -> int:
    return sum(entity.dxftype() in _COUNTED for entity in document.entitydb.values() if entity.is_alive)


class _Blocks:
    """Counts what blocks come to before any is expanded: exact, and quick also for 10^9 lines."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._known: dict[str, int] = {}

    def weight(self, entities: Any, inside: tuple[str, ...]) -> int:
        """Return the number of entities with all inserts expanded."""
        total = 0
        for entity in entities:
            if entity.dxftype() != "INSERT":
                total += 1
                continue
            name = str(entity.dxf.get("name", ""))
            total += self._of_block(name, inside) * max(int(entity.mcount), 1) + len(entity.attribs)
        return total

    def _of_block(self, name: str, inside: tuple[str, ...]) -> int:
        key = name.casefold()
        if key in inside:
            raise Refused(_("Block '{name}' contains itself").format(name=name[:60]), mend=SAVE_AGAIN)
        if len(inside) >= MOST_DEPTH:
            raise Refused(
                _("Blocks lie more than {most_depth} deep in each other").format(most_depth=written(MOST_DEPTH)),
                mend=_("Explode them and save again."),
            )
        if key not in self._known:
            block = self._document.blocks.get(name)
            self._known[key] = self.weight(block, (*inside, key)) if block is not None else 0
        return self._known[key]


class _Reader:
    """Draws the model space into a sketch."""

    def __init__(self, document: Any) -> None:
        self.sketch = Sketch()
        self._document = document
        self._skipped: dict[str, int] = {}
        self.elsewhere: set[str] = set()
        """Names of blocks whose content lies in other files: none of those is opened."""
        self._curves: list[tuple[str, Any, bool]] = []
        for layer in document.layers:
            self.sketch.layer(str(layer.dxf.name), on=not (layer.is_off() or layer.is_frozen()))

    def draw(self) -> None:
        """Take in everything; curves last, since their tolerance depends on how large the drawing is."""
        for entity in self._document.modelspace():
            self._take(entity, "0", 0)
        self._flatten()

    def notes(self) -> Iterator[str]:
        """Yield what was left out, for people."""
        for kind, number in sorted(self._skipped.items()):
            yield _("Left out: {number} × {kind}").format(number=figure(number, 0), kind=kind)
        for name in sorted(self.elsewhere):
            yield _("Left out: the other drawing '{name}'; bind it (XREF, Bind) to have it").format(name=name[:60])
        if self.sketch.lost:
            yield _("Left out: {number} without sound coordinates").format(number=figure(self.sketch.lost, 0))

    def _take(self, entity: Any, layer: str, depth: int) -> None:
        kind = entity.dxftype()
        if entity.dxf.get("invisible", 0):
            return
        own = str(entity.dxf.get("layer", "0"))
        # What lies on layer 0 in a block is on the layer of the block's insert.
        layer = layer if own == "0" else own
        try:
            if kind == "INSERT":
                self._insert(entity, layer, depth)
            elif kind in _COMPOSED and depth < MOST_DEPTH:
                for part in entity.virtual_entities():
                    self._take(part, layer, depth + 1)
            else:
                self._draw(kind, entity, layer)
        except (ValueError, TypeError, ArithmeticError, LookupError, AttributeError, NotImplementedError) as error:
            if isinstance(error, RecursionError):
                raise
            self._skip(kind)

    def _insert(self, insert: Any, layer: str, depth: int) -> None:
        if depth > MOST_DEPTH:
            raise Refused(
                _("Blocks lie more than {most_depth} deep in each other").format(most_depth=written(MOST_DEPTH)),
                mend=_("Explode them and save again."),
            )
        block = insert.block()
        if block is None:
            self._skip("INSERT without block")
            return
        if block.block.is_xref or block.block.is_xref_overlay:
            self.elsewhere.add(str(block.name))
            return
        for single in insert.multi_insert() if insert.mcount > 1 else (insert,):
            for part in single.virtual_entities():
                self._take(part, layer, depth + 1)
        for attribute in insert.attribs:
            if not attribute.is_invisible:
                self._take(attribute, layer, depth + 1)

    def _draw(self, kind: str, entity: Any, layer: str) -> None:
        if kind == "LINE":
            self.sketch.path(layer, (entity.dxf.start, entity.dxf.end))
        elif kind == "LWPOLYLINE" and not entity.has_arc and not _tilted(entity):
            self.sketch.path(layer, entity.get_points("xy"), closed=bool(entity.closed))
        elif kind in _CURVES:
            self._curve(entity, layer)
        elif kind in _FACES:
            self.sketch.path(layer, entity.wcs_vertices(), closed=True)
        elif kind in ("HATCH", "MPOLYGON"):
            from ezdxf import path

            for boundary in path.from_hatch(entity):
                self._curves.append((layer, boundary, True))
        elif kind in ("TEXT", "ATTRIB"):
            self._text(entity, layer)
        elif kind == "MTEXT":
            self._mtext(entity, layer)
        elif kind not in _UNSEEN:
            self._skip(kind)

    def _curve(self, entity: Any, layer: str) -> None:
        from ezdxf import path

        if entity.dxftype() == "POLYLINE" and not (entity.is_2d_polyline or entity.is_3d_polyline):
            self._skip("POLYLINE mesh")
            return
        made = path.make_path(entity)
        self._curves.append((layer, made, bool(made.is_closed)))

    def _flatten(self) -> None:
        tolerance = self._size() / _CURVE_PARTS or 0.01
        for layer, curve, closed in self._curves:
            try:
                self.sketch.path(layer, curve.flattening(tolerance, segments=4), closed=closed)
            except (ValueError, ArithmeticError):
                self._skip("curve")

    def _size(self) -> float:
        """Return the longer side of all that is drawn, 0 if that is nothing."""
        corners = [point for _layer, curve, _closed in self._curves for point in curve.control_vertices()]
        xs = [point.x for point in corners if math.isfinite(point.x)]
        ys = [point.y for point in corners if math.isfinite(point.y)]
        box = self.sketch.box()
        if box is not None:
            xs += box[0::2]
            ys += box[1::2]
        return max(max(xs) - min(xs), max(ys) - min(ys)) if xs and ys else 0.0

    def _text(self, entity: Any, layer: str) -> None:
        text = entity.plain_text()
        height, angle = float(entity.dxf.height), float(entity.dxf.get("rotation", 0.0))
        align, first, second = entity.get_placement()
        width = text_width(text, height)
        if second is not None:
            dx = dy = 0.0
            first = first.lerp(second)
            dy = height / 2
        else:
            name = align.name
            dx = -width / 2 if "RIGHT" in name else 0.0 if "CENTER" in name or name == "MIDDLE" else width / 2
            dy = -height / 2 if "TOP" in name else 0.0 if "MIDDLE" in name else height / 2
        # Its box is laid out in the text's own plane, which looks at us from behind where it was mirrored.
        cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        middle = first + type(first)(dx * cosine - dy * sine, dx * sine + dy * cosine)
        behind = _tilted(entity) and entity.dxf.extrusion.z < 0
        self._write(entity.ocs().to_wcs(middle), 0.0, 0.0, height, -angle if behind else angle, text, layer)

    def _mtext(self, entity: Any, layer: str) -> None:
        text = entity.plain_text()
        height = float(entity.dxf.char_height)
        lines = max(text.count("\n") + 1, 1)
        width, tall = text_width(text, height), height * (1 + 1.6 * (lines - 1))
        place = int(entity.dxf.get("attachment_point", 1)) - 1
        dx = (width / 2, 0.0, -width / 2)[place % 3]
        dy = (-tall / 2, 0.0, tall / 2)[place // 3]
        self._write(entity.dxf.insert, dx, dy, height, float(entity.get_rotation()), text, layer)

    def _write(self, at: Any, dx: float, dy: float, height: float, angle: float, text: str, layer: str) -> None:
        cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        x, y = at.x + dx * cosine - dy * sine, at.y + dx * sine + dy * cosine
        self.sketch.text(layer, Written(x, y, height, -angle, text))

    def _skip(self, kind: str) -> None:
        self._skipped[kind] = self._skipped.get(kind, 0) + 1


def _tilted(entity: Any) -> bool:
    """Say whether an entity has a plane of its own, as mirrored ones have."""
    return bool(entity.dxf.hasattr("extrusion")) and not entity.dxf.extrusion.isclose((0, 0, 1))
