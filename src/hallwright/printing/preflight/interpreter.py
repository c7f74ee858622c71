"""Reads the content streams of pages as a press would, and tells the checks what is painted, where and how."""

import copy
from collections.abc import Callable, Iterable
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Stream, String

from hallwright.printing.preflight.fonts import font_of
from hallwright.printing.preflight.limits import MOST_DEPTH
from hallwright.printing.preflight.matrices import IDENTITY, Box, Matrix, box_of, common, finite, moved, scale, times
from hallwright.printing.preflight.paths import PathBuilder
from hallwright.printing.preflight.pictures import image_of
from hallwright.printing.preflight.spaces import CMYK, GREY, RGB, Space, space_of
from hallwright.printing.preflight.state import Font, Paint, Path, Sheet, State, Text, TextPlace, paint_of
from hallwright.printing.preflight.streams import Budget
from hallwright.printing.preflight.watching import HOOKS, Check
from hallwright.support.i18n import _

_EM = 0.5
"""Width of a letter in parts of its size; only places that are told depend on it."""
_SHORT_KEYS = {"/CS": "/ColorSpace", "/BPC": "/BitsPerComponent", "/W": "/Width", "/H": "/Height", "/IM": "/ImageMask"}


class Interpreter:
    """Reads pages, one after another."""

    def __init__(self, checks: Iterable[Check]) -> None:
        checks = tuple(checks)
        self._tell: dict[str, list[Callable[..., None]]] = {
            # Only those that look: a plan has a hundred thousand things to show to each.
            hook: [getattr(check, hook) for check in checks if getattr(type(check), hook) is not getattr(Check, hook)]
            for hook in HOOKS
        }
        self._notes = checks[0].notes if checks else None
        self._budget = Budget()
        self._fonts: dict[tuple[int, int], Font] = {}

    def page(self, sheet: Sheet, unit: float) -> None:
        """Read one page.

        Args:
            sheet: the page.
            unit: points of one of its units.
        """
        for tell in self._tell["sheet"]:
            tell(sheet)
        start = (unit, 0.0, 0.0, unit, 0.0, 0.0)
        reader = _Reader(self, sheet, State(start, sheet.media), _dictionary(sheet.obj.get("/Resources")), 0, set())
        reader.group(sheet.obj)
        reader.read(sheet.obj)
        for tell in self._tell["sheet_end"]:
            tell(sheet)

    def font(self, obj: Any) -> Font:
        """Return what is worth knowing of a font; read once."""
        key = obj.objgen
        if key == (0, 0):
            return font_of(obj)
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = font_of(obj)
        return found

    @property
    def budget(self) -> Budget:
        """The work that is left for this file."""
        return self._budget

    def tell(self, hook: str, *what: object) -> None:
        """Show something to the checks."""
        for look in self._tell[hook]:
            look(*what)

    def broken(self, sheet: Sheet, error: Exception) -> None:
        """Note a stream that cannot be read."""
        if self._notes is not None:
            reason = " ".join(str(error).split())[:120]
            self._notes.note("damaged", _("the content cannot be read ({reason})").format(reason=reason), sheet.number)


class _Reader:
    """Reads one content stream: of a page, or of a form, pattern or glyph within it."""

    def __init__(
        self, top: Interpreter, sheet: Sheet, state: State, resources: Any, depth: int, seen: set[object]
    ) -> None:
        self.top, self.sheet, self.state, self.resources = top, sheet, state, resources
        self.base: Matrix = state.ctm
        self.depth = depth
        self.seen = seen
        """Patterns and glyphs of this page that were read already."""
        self.colourless = False
        self.stack: list[State] = []
        self.path = PathBuilder()
        self.place = TextPlace()
        self._spaces: dict[str, Space] = {}
        self._fonts: dict[str, Font] = {}

    def read(self, source: Any) -> None:
        """Read a stream, or the contents of a page."""
        try:
            instructions = self.top.budget.instructions(source)
        except (pikepdf.PdfError, ValueError) as error:
            self.top.broken(self.sheet, error)
            return
        for instruction in instructions:
            name = str(instruction.operator)
            if name == "INLINE IMAGE":
                self._inline(instruction.iimage)
                continue
            act = _ACTIONS.get(name)
            if act is not None:
                try:
                    act(self, instruction.operands)
                except (IndexError, TypeError, ValueError, AttributeError, KeyError, pikepdf.PdfError):
                    # Operands missing or of a wrong kind: readers skip such an operator, so nothing is painted by it.
                    continue

    def group(self, owner: Any) -> None:
        """Show the transparency group of a page or form, if it has one."""
        group = owner.get("/Group")
        if isinstance(group, Dictionary) and group.get("/S") == Name.Transparency:
            self.top.tell("group", self.sheet, group)

    # Graphics state

    def save(self, _: Any) -> None:
        self.stack.append(copy.copy(self.state))

    def restore(self, _: Any) -> None:
        if self.stack:
            self.state = self.stack.pop()

    def concat(self, values: Any) -> None:
        a, b, c, d, e, f = finite(values)
        self.state.ctm = times((a, b, c, d, e, f), self.state.ctm)

    def line_width(self, values: Any) -> None:
        self.state.width = finite(values)[0]

    def settings(self, values: Any) -> None:
        found = self.resources.ExtGState[str(values[0])]
        state = self.state
        if "/LW" in found:
            state.width = finite([found.LW])[0]
        if "/Font" in found:
            state.font, state.size = self.top.font(found.Font[0]), finite([found.Font[1]])[0]
        if "/OP" in found:
            state.stroke_overprints = bool(found.OP)
            # Without one of its own, the fill follows.
            state.fill_overprints = bool(found.get("/op", found.OP))
        elif "/op" in found:
            state.fill_overprints = bool(found.get("/op"))
        if "/OPM" in found:
            state.overprint_mode = int(found.OPM)
        self.top.tell("settings", self.sheet, found, state)

    # Colour

    def space(self, name: Any) -> Space:
        key = str(name)
        found = self._spaces.get(key)
        if found is None:
            found = self._spaces[key] = space_of(name, self.resources.get("/ColorSpace"))
        return found

    def fill_space(self, values: Any) -> None:
        space = self.space(values[0])
        self._set(True, paint_of(space, space.start()))

    def stroke_space(self, values: Any) -> None:
        space = self.space(values[0])
        self._set(False, paint_of(space, space.start()))

    def fill_colour(self, values: Any) -> None:
        self._set(True, self._colour(self.state.fill.space, values))

    def stroke_colour(self, values: Any) -> None:
        self._set(False, self._colour(self.state.stroke.space, values))

    def device(self, fill: bool, space: Space, values: Any) -> None:
        self._set(fill, paint_of(space, tuple(finite(values))))

    def _set(self, fill: bool, paint: Paint) -> None:
        if self.colourless:
            return
        if fill:
            self.state.fill = paint
        else:
            self.state.stroke = paint

    def _colour(self, space: Space, values: Any) -> Paint:
        values = list(values)
        if space.kind == "Pattern" and values and isinstance(values[-1], Name):
            return self._pattern(str(values[-1]), space, values[:-1])
        return paint_of(space, tuple(finite(values)))

    def _pattern(self, name: str, space: Space, values: Any) -> Paint:
        pattern = self.resources.Pattern[name]
        matrix = times(_matrix(pattern), self.base)
        if pattern.get("/PatternType") == 2:
            self._shade(pattern.Shading)
            return paint_of(space, ())
        paint = paint_of(space.base, tuple(finite(values))) if space.base is not None else paint_of(space, ())
        key = (pattern.objgen, paint)
        if isinstance(pattern, Stream) and key not in self.seen:
            self.seen.add(key)
            inner = copy.copy(self.state)
            inner.ctm = matrix
            if pattern.get("/PaintType") == 2:
                inner.fill = inner.stroke = paint
            self._within(pattern, inner, colourless=pattern.get("/PaintType") == 2)
        return paint

    def shade(self, values: Any) -> None:
        self._shade(self.resources.Shading[str(values[0])])

    def _shade(self, shading: Any) -> None:
        space = space_of(shading.ColorSpace, self.resources.get("/ColorSpace"))
        self.top.tell("shading", self.sheet, space, self.state)

    # Paths

    def paint(self, fills: bool, strokes: bool, closes: bool) -> None:
        if closes:
            self.path.close()
        state = self.state
        shapes = self.path.shapes(state.clip)
        if shapes and (fills or strokes):
            width = state.width * scale(state.ctm)
            self.top.tell("path", self.sheet, Path(shapes, fills, strokes, width, state))
        self.end_path(None)

    def end_path(self, _: Any) -> None:
        if self.path.clips:
            box = self.path.box()
            # What lies outside a clip of nothing is nothing; a box without extent keeps the arithmetic simple.
            shared = common(self.state.clip, box) if box else None
            self.state.clip = shared or (0.0, 0.0, 0.0, 0.0)
        self.path.clear()

    # Text

    def begin_text(self, _: Any) -> None:
        self.place = TextPlace()

    def font(self, values: Any) -> None:
        key = str(values[0])
        if key not in self._fonts:
            self._fonts[key] = self.top.font(self.resources.Font[key])
        self.state.font, self.state.size = self._fonts[key], finite([values[1]])[0]

    def text_matrix(self, values: Any) -> None:
        a, b, c, d, e, f = finite(values)
        self.place.line = self.place.now = (a, b, c, d, e, f)

    def next_line(self, values: Any) -> None:
        x, y = finite(values)
        self.place.line = self.place.now = times((1, 0, 0, 1, x, y), self.place.line)

    def next_line_leading(self, values: Any) -> None:
        self.state.leading = -finite(values)[1]
        self.next_line(values)

    def new_line(self, _: Any) -> None:
        self.next_line((0, -self.state.leading))

    def number(self, name: str, values: Any) -> None:
        value = finite(values)[0]
        setattr(self.state, name, value / 100 if name == "stretch" else int(value) if name == "mode" else value)

    def show(self, values: Any) -> None:
        self._show(bytes(values[0]))

    def show_on_new_line(self, values: Any) -> None:
        self.new_line(None)
        self._show(bytes(values[-1]))

    def show_many(self, values: Any) -> None:
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
        if mode == 3:
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
        matrix = times(times(_matrix(font.glyphs, "/FontMatrix", (0.001, 0, 0, 0.001, 0, 0)), size), place)
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
            resources = _dictionary(font.glyphs.get("/Resources", self.resources))
            self._within(glyph, inner, resources=resources)

    def colourless_glyph(self, _: Any) -> None:
        self.colourless = True

    # Forms and images

    def show_object(self, values: Any) -> None:
        found = self.resources.XObject[str(values[0])]
        self.top.tell("xobject", self.sheet, found)
        kind = found.get("/Subtype")
        if kind == Name.Image:
            self.top.tell("image", self.sheet, image_of(found, self.state, self.resources))
        elif kind == Name.Form:
            self.group(found)
            inner = copy.copy(self.state)
            inner.ctm = times(_matrix(found), self.state.ctm)
            box = finite(found.get("/BBox", ()))
            if len(box) == 4:
                shown: Box = box_of(inner.ctm, (box[0], box[1], box[2], box[3]))
                inner.clip = common(inner.clip, shown) or (0.0, 0.0, 0.0, 0.0)
            self._within(found, inner)

    def _within(self, stream: Any, state: State, *, resources: Any = None, colourless: bool = False) -> None:
        if self.depth >= MOST_DEPTH:
            self.top.broken(self.sheet, RecursionError(_("forms lie in each other without end")))
            return
        if resources is None:
            resources = _dictionary(stream.get("/Resources", self.resources))
        reader = _Reader(self.top, self.sheet, state, resources, self.depth + 1, self.seen)
        reader.colourless = colourless
        reader.read(stream)

    def _inline(self, image: Any) -> None:
        keys = Dictionary({_SHORT_KEYS.get(key, key): value for key, value in image.obj.items()})
        self.top.tell("image", self.sheet, image_of(keys, self.state, self.resources))


def _dictionary(value: Any) -> Any:
    return value if isinstance(value, Dictionary) else Dictionary()


def _matrix(owner: Any, key: str = "/Matrix", without: Matrix = IDENTITY) -> Matrix:
    values = finite(owner.get(key, without))
    return (values[0], values[1], values[2], values[3], values[4], values[5]) if len(values) == 6 else without


def _point(values: Any, reader: _Reader, at: int = 0) -> tuple[float, float]:
    x, y = finite(values[at : at + 2])
    return moved(reader.state.ctm, x, y)


def _rectangle(reader: _Reader, values: Any) -> None:
    x, y, wide, high = finite(values)
    reader.path.rectangle(reader.state.ctm, x, y, wide, high)


def _clip(reader: _Reader, _: Any) -> None:
    reader.path.clips = True


_Act = Callable[[_Reader, Any], None]


def _painting(fills: bool, strokes: bool, closes: bool = False) -> _Act:
    return lambda reader, _: reader.paint(fills, strokes, closes)


def _device(fill: bool, space: Space) -> _Act:
    return lambda reader, values: reader.device(fill, space, values)


def _number(name: str) -> _Act:
    return lambda reader, values: reader.number(name, values)


def _curve(reader: _Reader, values: Any) -> None:
    for at in range(0, len(values), 2):
        reader.path.bend(_point(values, reader, at))


_ACTIONS: dict[str, _Act] = {
    "q": _Reader.save,
    "Q": _Reader.restore,
    "cm": _Reader.concat,
    "w": _Reader.line_width,
    "gs": _Reader.settings,
    "cs": _Reader.fill_space,
    "CS": _Reader.stroke_space,
    "sc": _Reader.fill_colour,
    "scn": _Reader.fill_colour,
    "SC": _Reader.stroke_colour,
    "SCN": _Reader.stroke_colour,
    "g": _device(True, GREY),
    "G": _device(False, GREY),
    "rg": _device(True, RGB),
    "RG": _device(False, RGB),
    "k": _device(True, CMYK),
    "K": _device(False, CMYK),
    "sh": _Reader.shade,
    "m": lambda reader, values: reader.path.move(_point(values, reader)),
    "l": lambda reader, values: reader.path.line(_point(values, reader)),
    "c": _curve,
    "v": _curve,
    "y": _curve,
    "h": lambda reader, _: reader.path.close(),
    "re": _rectangle,
    "W": _clip,
    "W*": _clip,
    "n": _Reader.end_path,
    "S": _painting(False, True),
    "s": _painting(False, True, True),
    "f": _painting(True, False),
    "F": _painting(True, False),
    "f*": _painting(True, False),
    "B": _painting(True, True),
    "B*": _painting(True, True),
    "b": _painting(True, True, True),
    "b*": _painting(True, True, True),
    "BT": _Reader.begin_text,
    "Tf": _Reader.font,
    "Tm": _Reader.text_matrix,
    "Td": _Reader.next_line,
    "TD": _Reader.next_line_leading,
    "T*": _Reader.new_line,
    "TL": _number("leading"),
    "Tz": _number("stretch"),
    "Ts": _number("rise"),
    "Tr": _number("mode"),
    "Tj": _Reader.show,
    "TJ": _Reader.show_many,
    "'": _Reader.show_on_new_line,
    '"': _Reader.show_on_new_line,
    "d1": _Reader.colourless_glyph,
    "Do": _Reader.show_object,
}
