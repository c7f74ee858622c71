"""The text part of reading a content stream."""

import copy
from abc import ABC, abstractmethod
from typing import Any

from pikepdf import Name, Stream, String

from hallwright.printing.preflight.matrices import NOWHERE, Matrix, box_of, finite, times
from hallwright.printing.preflight.owners import dictionary, matrix_of
from hallwright.printing.preflight.state import Font, Sheet, State, Text, TextPlace
from hallwright.printing.preflight.telling import Top

_EM = 0.5
"""Width of a letter in parts of its size; only places that are told depend on it."""


class Lettering(ABC):
    """Keeps the text matrices and shows strings; a Reader is one."""

    def __init__(self, top: Top, sheet: Sheet, state: State, resources: Any, seen: set[object]) -> None:
        self.top, self.sheet, self.state, self.resources = top, sheet, state, resources
        self.seen = seen
        """Patterns and glyphs of this page that were read already."""
        self.colourless = False
        self.place = TextPlace()
        self._fonts: dict[str, Font] = {}

    @abstractmethod
    def within(self, stream: Any, state: State, *, resources: Any = None, colourless: bool = False) -> None:
        """Read a stream inside this one."""

    # Text

    def begin_text(self, _: Any) -> None:
        """BT: begin a text."""
        self.place = TextPlace()

    def font(self, values: Any) -> None:
        """Tf: choose font and size."""
        key = str(values[0])
        if key not in self._fonts:
            self._fonts[key] = self.top.font(self.resources.Font[key])
        self.state.font, self.state.size = self._fonts[key], finite([values[1]])[0]

    def text_matrix(self, values: Any) -> None:
        """Tm: place the text."""
        a, b, c, d, e, f = finite(values)
        self.place.line = self.place.now = (a, b, c, d, e, f)

    def next_line(self, values: Any) -> None:
        """Td: go to another line."""
        x, y = finite(values)
        self.place.line = self.place.now = times((1, 0, 0, 1, x, y), self.place.line)

    def next_line_leading(self, values: Any) -> None:
        """TD: go to another line, and keep the distance."""
        self.state.leading = -finite(values)[1]
        self.next_line(values)

    def new_line(self, _: Any) -> None:
        """T*: go one line down."""
        self.next_line((0, -self.state.leading))

    def number(self, name: str, values: Any) -> None:
        """TL, Tz, Ts, Tr: set a number of the state."""
        value = finite(values)[0]
        setattr(self.state, name, value / 100 if name == "stretch" else int(value) if name == "mode" else value)

    def show(self, values: Any) -> None:
        """Tj: show a string."""
        self._show(bytes(values[0]))

    def show_on_new_line(self, values: Any) -> None:
        """' and ": show a string one line down."""
        self.new_line(None)
        self._show(bytes(values[-1]))

    def show_many(self, values: Any) -> None:
        """TJ: show strings with gaps between them."""
        self._show(b"".join(bytes(part) for part in values[0] if isinstance(part, String)))

    def _show(self, codes: bytes) -> None:
        state, font = self.state, self.state.font
        if font is None or not codes:
            return
        place = times(self.place.now, state.ctm)
        # Two bytes of a wide font are one letter about twice as wide: the same length in either case.
        length = len(codes) * state.size * _EM * state.stretch
        box = box_of(place, (0.0, state.rise, length, state.rise + 0.7 * state.size))
        self.place.now = times((1, 0, 0, 1, length, 0), self.place.now)
        mode = state.mode & 3
        if mode == 3 or state.clip == NOWHERE:
            return
        paints = (state.fill,) if mode == 0 else (state.stroke,) if mode == 1 else (state.fill, state.stroke)
        # The height of the letters: how far one unit upwards goes.
        size = abs(state.size) * (place[2] ** 2 + place[3] ** 2) ** 0.5
        self.top.tell("text", self.sheet, Text(font, size, box, paints, mode != 1, state))
        if font.glyphs is not None:
            self._glyphs(font, codes, place)

    def _glyphs(self, font: Font, codes: bytes, place: Matrix) -> None:
        """Read the streams of a Type 3 font's glyphs, each once a page and colour."""
        state = self.state
        size = (state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise)
        matrix = times(times(matrix_of(font.glyphs, "/FontMatrix", (0.001, 0, 0, 0.001, 0, 0)), size), place)
        names: dict[int, str] = {}
        at = 0
        for entry in font.glyphs.Encoding.Differences.as_list():
            if isinstance(entry, Name):
                names[at] = str(entry)
                at += 1
            else:
                at = int(entry)
        for code in sorted(set(codes)):
            glyph = font.glyphs.CharProcs.get(names.get(code, "/.notdef"))
            if not isinstance(glyph, Stream) or (glyph.objgen, state.fill) in self.seen:
                continue
            self.seen.add((glyph.objgen, state.fill))
            inner = copy.copy(state)
            inner.ctm = matrix
            resources = dictionary(font.glyphs.get("/Resources", self.resources))
            self.within(glyph, inner, resources=resources)

    def colourless_glyph(self, _: Any) -> None:
        """d1: the glyph takes the colour of the text; its own colours do not count."""
        self.colourless = True
