"""What each operator of a content stream does to its reader."""

from collections.abc import Callable
from typing import Any

from hallwright.printing.preflight.matrices import finite, moved
from hallwright.printing.preflight.reader import Reader
from hallwright.printing.preflight.spaces import CMYK, GREY, RGB, Space


def _point(values: Any, reader: Reader, at: int = 0) -> tuple[float, float]:
    x, y = finite(values[at : at + 2])
    return moved(reader.state.ctm, x, y)


def _rectangle(reader: Reader, values: Any) -> None:
    x, y, wide, high = finite(values)
    reader.path.rectangle(reader.state.ctm, x, y, wide, high)


def _clip(reader: Reader, _: Any) -> None:
    reader.path.clips = True


Act = Callable[[Reader, Any], None]


def _painting(fills: bool, strokes: bool, closes: bool = False) -> Act:
    return lambda reader, _: reader.paint(fills, strokes, closes)


def _device(fill: bool, space: Space) -> Act:
    return lambda reader, values: reader.device(fill, space, values)


def _number(name: str) -> Act:
    return lambda reader, values: reader.number(name, values)


def _curve(reader: Reader, values: Any) -> None:
    for at in range(0, len(values), 2):
        reader.path.bend(_point(values, reader, at))


ACTIONS: dict[str, Act] = {
    "q": Reader.save,
    "Q": Reader.restore,
    "cm": Reader.concat,
    "w": Reader.line_width,
    "gs": Reader.settings,
    "cs": Reader.fill_space,
    "CS": Reader.stroke_space,
    "sc": Reader.fill_colour,
    "scn": Reader.fill_colour,
    "SC": Reader.stroke_colour,
    "SCN": Reader.stroke_colour,
    "g": _device(True, GREY),
    "G": _device(False, GREY),
    "rg": _device(True, RGB),
    "RG": _device(False, RGB),
    "k": _device(True, CMYK),
    "K": _device(False, CMYK),
    "sh": Reader.shade,
    "m": lambda reader, values: reader.path.move(_point(values, reader)),
    "l": lambda reader, values: reader.path.line(_point(values, reader)),
    "c": _curve,
    "v": _curve,
    "y": _curve,
    "h": lambda reader, _: reader.path.close(),
    "re": _rectangle,
    "W": _clip,
    "W*": _clip,
    "n": Reader.end_path,
    "S": _painting(False, True),
    "s": _painting(False, True, True),
    "f": _painting(True, False),
    "F": _painting(True, False),
    "f*": _painting(True, False),
    "B": _painting(True, True),
    "B*": _painting(True, True),
    "b": _painting(True, True, True),
    "b*": _painting(True, True, True),
    "BT": Reader.begin_text,
    "Tf": Reader.font,
    "Tm": Reader.text_matrix,
    "Td": Reader.next_line,
    "TD": Reader.next_line_leading,
    "T*": Reader.new_line,
    "TL": _number("leading"),
    "Tz": _number("stretch"),
    "Ts": _number("rise"),
    "Tr": _number("mode"),
    "Tj": Reader.show,
    "TJ": Reader.show_many,
    "'": Reader.show_on_new_line,
    '"': Reader.show_on_new_line,
    "d1": Reader.colourless_glyph,
    "Do": Reader.show_object,
}
