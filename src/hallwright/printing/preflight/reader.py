"""Reads one content stream: graphics state, colours, paths, forms and images."""

import copy
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Stream

from hallwright.printing.preflight.lettering import Lettering
from hallwright.printing.preflight.limits import MOST_DEPTH
from hallwright.printing.preflight.matrices import NOWHERE, Box, Matrix, box_of, clipped, finite, thinning, times
from hallwright.printing.preflight.owners import dictionary, matrix_of
from hallwright.printing.preflight.paths import PathBuilder
from hallwright.printing.preflight.pictures import image_of
from hallwright.printing.preflight.spaces import Space, space_of
from hallwright.printing.preflight.state import Paint, Path, Sheet, State, paint_of
from hallwright.printing.preflight.telling import Top
from hallwright.support.i18n import _

_SHORT_KEYS = {"/CS": "/ColorSpace", "/BPC": "/BitsPerComponent", "/W": "/Width", "/H": "/Height", "/IM": "/ImageMask"}


class Reader(Lettering):
    """Reads one content stream: of a page, or of a form, pattern or glyph within it."""

    def __init__(self, top: Top, sheet: Sheet, state: State, resources: Any, depth: int, seen: set[object]) -> None:
        super().__init__(top, sheet, state, resources, seen)
        self.base: Matrix = state.ctm
        self.depth = depth
        self.stack: list[State] = []
        self.path = PathBuilder()
        self._spaces: dict[str, Space] = {}

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
            act = self.top.actions.get(name)
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
        """q: keep the state."""
        self.stack.append(copy.copy(self.state))

    def restore(self, _: Any) -> None:
        """Q: take the kept state."""
        if self.stack:
            self.state = self.stack.pop()

    def concat(self, values: Any) -> None:
        """cm: move the coordinates."""
        a, b, c, d, e, f = finite(values)
        self.state.ctm = times((a, b, c, d, e, f), self.state.ctm)

    def line_width(self, values: Any) -> None:
        """w: set the width of lines."""
        self.state.width = finite(values)[0]

    def settings(self, values: Any) -> None:
        """gs: set what a dictionary holds."""
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
        """Return the colour space of a name."""
        key = str(name)
        found = self._spaces.get(key)
        if found is None:
            found = self._spaces[key] = space_of(name, self.resources.get("/ColorSpace"))
        return found

    def fill_space(self, values: Any) -> None:
        """cs: choose the space of fills."""
        space = self.space(values[0])
        self._set(True, paint_of(space, space.start()))

    def stroke_space(self, values: Any) -> None:
        """CS: choose the space of strokes."""
        space = self.space(values[0])
        self._set(False, paint_of(space, space.start()))

    def fill_colour(self, values: Any) -> None:
        """sc, scn: set the colour of fills."""
        self._set(True, self._colour(self.state.fill.space, values))

    def stroke_colour(self, values: Any) -> None:
        """SC, SCN: set the colour of strokes."""
        self._set(False, self._colour(self.state.stroke.space, values))

    def device(self, fill: bool, space: Space, values: Any) -> None:
        """g, rg, k and their capitals: set space and colour at once."""
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
        matrix = times(matrix_of(pattern), self.base)
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
            self.within(pattern, inner, colourless=pattern.get("/PaintType") == 2)
        return paint

    def shade(self, values: Any) -> None:
        """sh: paint a shading."""
        self._shade(self.resources.Shading[str(values[0])])

    def _shade(self, shading: Any) -> None:
        if self.state.clip == NOWHERE:
            return
        space = space_of(shading.ColorSpace, self.resources.get("/ColorSpace"))
        self.top.tell("shading", self.sheet, space, self.state)

    # Paths

    def paint(self, fills: bool, strokes: bool, closes: bool) -> None:
        """Paint the path."""
        if closes:
            self.path.close()
        state = self.state
        shapes = self.path.shapes(state.clip)
        if shapes and (fills or strokes):
            width = state.width * thinning(state.ctm, (shape.box for shape in shapes)) if strokes else 0.0
            self.top.tell("path", self.sheet, Path(shapes, fills, strokes, width, state))
        self.end_path(None)

    def end_path(self, _: Any) -> None:
        """n, and the end of any painting: clip where asked to, and begin a new path."""
        if self.path.clips:
            self.state.clip = clipped(self.state.clip, self.path.box())
        self.path.clear()

    # Forms and images

    def show_object(self, values: Any) -> None:
        """Do: show a form or an image."""
        found = self.resources.XObject[str(values[0])]
        self.top.tell("xobject", self.sheet, found)
        kind = found.get("/Subtype")
        if kind == Name.Image:
            self._image(found)
        elif kind == Name.Form:
            self.group(found)
            inner = copy.copy(self.state)
            inner.ctm = times(matrix_of(found), self.state.ctm)
            box = finite(found.get("/BBox", ()))
            if len(box) == 4:
                shown: Box = box_of(inner.ctm, (box[0], box[1], box[2], box[3]))
                inner.clip = clipped(inner.clip, shown)
            self.within(found, inner)

    def within(self, stream: Any, state: State, *, resources: Any = None, colourless: bool = False) -> None:
        """Read a stream inside this one."""
        if self.depth >= MOST_DEPTH:
            self.top.broken(self.sheet, RecursionError(_("forms lie in each other without end")))
            return
        if resources is None:
            resources = dictionary(stream.get("/Resources", self.resources))
        reader = Reader(self.top, self.sheet, state, resources, self.depth + 1, self.seen)
        reader.colourless = colourless
        reader.read(stream)

    def _inline(self, image: Any) -> None:
        keys = Dictionary({_SHORT_KEYS.get(key, key): value for key, value in image.obj.items()})
        self._image(keys)

    def _image(self, source: Any) -> None:
        image = image_of(source, self.state, self.resources)
        if image.box != NOWHERE:
            self.top.tell("image", self.sheet, image)
