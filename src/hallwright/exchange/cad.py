"""Paints a drawing as DXF: a layer for each kind of thing, millimetres, y upwards, texts as texts."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from hallwright.drawing.fonts import CAP_HEIGHT, runs
from hallwright.drawing.primitives import Anchor, Bitmap, Group, Item, Lines, Shapes, Text
from hallwright.drawing.theme import Style, Theme
from hallwright.exchange.svg import Place, Sheet

LATIN, HAN = "HALLWRIGHT", "HALLWRIGHT-CJK"
"""Text styles: Arial, and SimHei for texts with Chinese signs, which every Windows in Chinese has."""
_MILLIMETRES = 4
_METRIC = 1
_BY_LAYER = 256


class DxfPainter:
    """A DXF document under construction: ``sheet`` for each layer, then ``save``."""

    def __init__(self, theme: Theme) -> None:
        import ezdxf
        from ezdxf.filemanagement import new

        # The same show gives the same file, without the time and a number made up for it.
        ezdxf.options.write_fixed_meta_data_for_testing = True  # type: ignore[attr-defined]
        self._theme = theme
        self._document: Any = new("R2010", units=_MILLIMETRES)
        self._document.header["$INSUNITS"] = _MILLIMETRES
        self._document.header["$MEASUREMENT"] = _METRIC
        self._document.styles.add(LATIN, font="arial.ttf")
        self._document.styles.add(HAN, font="simhei.ttf")
        self._space: Any = self._document.modelspace()
        self._layer = "0"

    def sheet(self, sheet: Sheet) -> None:
        """Paint one layer; its colour is the one in which it is drawn first, others are set on what bears them."""
        self._layer = sheet.name
        if sheet.name not in self._document.layers:
            self._document.layers.add(sheet.name)
        self._draw(sheet.items, Place())

    def save(self, path: Path, left: float, top: float, width: float, height: float) -> None:
        """Write the file; CAD programs open it with the box given in millimetres in view."""
        self._document.header["$EXTMIN"] = (left, -top - height, 0)
        self._document.header["$EXTMAX"] = (left + width, -top, 0)
        self._document.set_modelspace_vport(height=height * 1.05, center=(left + width / 2, -top - height / 2))
        self._document.saveas(path)

    def _draw(self, items: Iterable[Item], place: Place) -> None:
        for item in items:
            if isinstance(item, Shapes):
                self._shapes(item, place)
            elif isinstance(item, Text):
                self._text(item, place)
            elif isinstance(item, Lines):
                self._lines(item, place)
            elif isinstance(item, Group):
                inner = Place(
                    place.scale * item.scale, place.dx + item.dx * place.scale, place.dy + item.dy * place.scale
                )
                self._draw(item.items, inner)
            elif isinstance(item, Bitmap):
                self._bitmap(item, place)

    def _shapes(self, item: Shapes, place: Place) -> None:
        look = self._look(self._theme.style(item.role), item.tint)
        for index, box in enumerate(item.boxes.tolist()):
            left, top, right, bottom = box
            corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
            corners = item.rings.get(index, corners) * place.scale + (place.dx, place.dy)
            if np.isfinite(corners).all():
                points = (corners * (1, -1) + 0.0).tolist()
                self._space.add_lwpolyline(points, close=True, dxfattribs=look)

    def _lines(self, item: Lines, place: Place) -> None:
        look = self._look(self._theme.style(item.role))
        ends = item.points.reshape(-1, 2) * place.scale + (place.dx, place.dy)
        for (x1, y1), (x2, y2) in (ends * (1, -1)).reshape(-1, 2, 2).tolist():
            self._space.add_line((x1, y1), (x2, y2), dxfattribs=look)

    def _text(self, item: Text, place: Place) -> None:
        from ezdxf.enums import TextEntityAlignment

        if not item.text:
            return
        aligned = {
            Anchor.START: TextEntityAlignment.LEFT,
            Anchor.MIDDLE: TextEntityAlignment.CENTER,
            Anchor.END: TextEntityAlignment.RIGHT,
        }
        latin = all(face.startswith("sans") for face, _part in runs(item.text, item.bold))
        look = {"layer": self._layer, "style": LATIN if latin else HAN, "color": _BY_LAYER}
        # Heights in CAD are those of capitals; a control character would end the line of the file.
        text = "".join(max(c, " ") for c in item.text)
        made = self._space.add_text(
            text, height=item.size * place.scale * CAP_HEIGHT, rotation=-item.angle + 0.0, dxfattribs=look
        )
        at = (place.dx + item.x * place.scale, -(place.dy + item.y * place.scale))
        made.set_placement(at, align=aligned[item.anchor])

    def _bitmap(self, item: Bitmap, place: Place) -> None:
        left, top, right, bottom = item.box
        rows, columns = item.ink.shape
        across, down = (right - left) / columns, (bottom - top) / rows
        for row, column in np.argwhere(item.ink).tolist():
            x, y = left + column * across, top + row * down
            self._shapes(Shapes.box(item.role, x, y, x + across, y + down), place)

    def _look(self, style: Style, tint: str = "") -> dict[str, Any]:
        """Return layer and colour. Outlines bear the colour of what fills them, where that can be seen on paper."""
        from ezdxf.colors import rgb2int

        fill, stroke = style.fill, style.stroke
        shown = tint or (fill.rgb if fill and stroke is None else stroke.rgb if stroke else "")
        look: dict[str, Any] = {"layer": self._layer}
        red, green, blue = (int(shown[k : k + 2], 16) for k in (1, 3, 5)) if shown else (0, 0, 0)
        if min(red, green, blue) < 200 and max(red, green, blue) > 48:
            look["true_color"] = rgb2int((red, green, blue))
        return look
