"""Paints pages into a PDF, writing the content stream's operators directly: batches stay batches."""

import math
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, NamedTuple

import numpy as np

from hallwright import __version__
from hallwright.drawing.fonts import width
from hallwright.drawing.primitives import Anchor, Bitmap, Floats, Group, Item, Lines, Page, Picture, Shapes, Text
from hallwright.drawing.theme import Style, Theme
from hallwright.printing.faces import Encoder, first_font
from hallwright.printing.fields import add_fields
from hallwright.printing.inks import Inks, OfficeInks, PressInks
from hallwright.printing.marks import crop_marks
from hallwright.printing.overprint import state_name
from hallwright.printing.press import Press
from hallwright.printing.shared import SharedForms

POINT = 72 / 25.4
"""Points in a millimetre."""
_DOTS = 600.0
"""Dots an inch of a bitmap on a press whose profile asks for no number."""
_BATCH = 400  # rectangles in one path; far longer ones are slow in some printers
_SHIFT = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


class Place(NamedTuple):
    """Where millimetres of a drawing come to lie on the page: x = dx + scale * mm, y = dy - scale * mm, in points."""

    scale: float
    dx: float
    dy: float


@dataclass(slots=True)
class _State:
    """What the content stream has set, so that nothing is set twice."""

    fill: str = ""
    stroke: str = ""
    width: float = -1.0
    dash: str = "[] 0 d"
    overprint: tuple[bool, bool] | None = None
    """Of strokes and of fills; None where nobody knows, at the start of a page or a form."""


class PdfPainter:
    """A PDF file under construction: ``page`` for each page, then ``close``.

    Args:
        target: the file.
        theme: colours and line widths of roles.
        title, author, lang: of the document.
        press: paint in a press's inks, with bleed; such a file needs ``pdfx.finish`` to be whole.
        marks: print crop marks outside the bleed, on a press.
        shared: what other files of the same batch show as well; for groups with a name and without text.
    """

    def __init__(
        self,
        target: Path | IO[bytes],
        theme: Theme,
        *,
        title: str,
        author: str = "",
        lang: str = "en",
        press: Press | None = None,
        marks: bool = False,
        shared: SharedForms | None = None,
    ) -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        rl_config.useA85 = 0
        self._theme = theme
        self._press = press
        self._shared = shared
        self._marks = marks and press is not None
        self._inks: Inks = OfficeInks() if press is None else PressInks(press.separation)
        file: Any = str(target) if isinstance(target, Path) else target
        self._canvas: Any = Canvas(file, invariant=1, initialFontName=first_font(), pageCompression=1, lang=lang)
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author or "Hallwright")
        self._canvas.setSubject(title)
        self._canvas.setCreator(f"Hallwright {__version__}")
        self._canvas.setProducer(f"Hallwright {__version__}")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._encoder = Encoder(self._canvas._doc)
        self._code: list[str] = []
        self._state = _State()
        self._forms: set[str] = set()
        self._pictures: set[str] = set()
        self._size = (0.0, 0.0)
        self.pages = 0

    def page(self, page: Page) -> None:
        """Paint one page; what reaches over its edge is bleed, and shows no further than the profile's bleed."""
        bleed, margin = self._around()
        wide, high = page.width * POINT, page.height * POINT
        size = (wide + 2 * margin, high + 2 * margin)
        if size != self._size:
            self._canvas.setPageSize(size)
            self._size = size
        self._code = []
        self._state = _State()
        canvas = self._canvas
        trim = (margin, margin, margin + wide, margin + high)
        canvas.setTrimBox(trim)
        if self._press is not None:
            box = (trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed)
            canvas.setBleedBox(box)
            self._code.append(f"q {box[0]:.3f} {box[1]:.3f} {box[2] - box[0]:.3f} {box[3] - box[1]:.3f} re W n")
        self._draw(page.items, Place(POINT, margin, size[1] - margin))
        if self._press is not None:
            self._code.append("Q")
        if self._marks and self._press is not None:
            self._code.append(crop_marks(trim, self._press.profile))
        if page.name:
            canvas.bookmarkPage(f"page{self.pages}")
            canvas.addOutlineEntry(page.name, f"page{self.pages}")
        canvas._code += self._code
        if page.fields:
            add_fields(canvas, page.fields, self._rect)
        canvas.showPage()
        self.pages += 1

    def _rect(self, box: tuple[float, float, float, float]) -> list[float]:
        """Return a box of the page in points from its lower left corner, as annotations want it."""
        left, top, right, bottom = (value * POINT for value in box)
        margin, high = self._around()[1], self._size[1]
        return [round(v, 2) for v in (margin + left, high - margin - bottom, margin + right, high - margin - top)]

    def _around(self) -> tuple[float, float]:
        """Return bleed, and the paper's margin about the trimmed page, in points."""
        if self._press is None:
            return 0.0, 0.0
        profile = self._press.profile
        bleed = profile.limit("bleed_mm") * POINT
        reach = (profile.limit("mark_offset_mm") + profile.limit("mark_length_mm")) * POINT
        return bleed, max(bleed, reach) if self._marks else bleed

    def close(self) -> None:
        """Write the file."""
        self._canvas.save()

    def _draw(self, items: Iterable[Item], place: Place) -> None:
        for item in items:
            if isinstance(item, Text):
                self._text(item, place)
            elif isinstance(item, Shapes):
                self._shapes(item, place)
            elif isinstance(item, Lines):
                self._lines(item, place)
            elif isinstance(item, Group):
                self._group(item, place)
            elif isinstance(item, Picture):
                self._picture(item, place)
            else:
                self._bitmap(item, place)

    def _text(self, item: Text, place: Place) -> None:
        fill = self._theme.style(item.role).fill
        if fill is None or not item.text:
            return
        ink = self._inks.of(fill)
        self._fill(ink)
        self._overprint(fill=self._inks.overprints(ink))
        scale, dx, dy = place
        size = item.size * scale
        x, y = dx + item.x * scale, dy - item.y * scale
        back = _SHIFT[item.anchor]
        if back:
            back *= width(item.text, size, item.bold)
        if item.angle:
            # The angle is clockwise as seen; the page's y grows upwards.
            turn = np.deg2rad(-item.angle)
            cos, sin = float(np.cos(turn)), float(np.sin(turn))
            matrix = f"{cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} {x - back * cos:.2f} {y - back * sin:.2f} Tm"
        else:
            matrix = f"1 0 0 1 {x - back:.2f} {y:.2f} Tm"
        shown = " ".join(
            f"{name} {size:.2f} Tf ({codes}) Tj" for name, codes in self._encoder.encoded(item.text, item.bold)
        )
        self._code.append(f"BT {matrix} {shown} ET")

    def _shapes(self, item: Shapes, place: Place) -> None:
        style = self._theme.style(item.role)
        if item.tint:
            fill = self._inks.tinted(item.tint, self._theme)
        else:
            fill = self._inks.of(style.fill) if style.fill else ""
        paint = self._paint(style, fill)
        if not paint:
            return
        boxes = item.boxes
        if item.rings:
            boxes = np.delete(boxes, list(item.rings), axis=0)
        code = self._code
        if len(boxes):
            scale, dx, dy = place
            rects = np.empty_like(boxes)
            rects[:, 0] = dx + boxes[:, 0] * scale
            rects[:, 1] = dy - boxes[:, 3] * scale
            rects[:, 2:] = (boxes[:, 2:] - boxes[:, :2]) * scale
            for start in range(0, len(rects), _BATCH):
                part = rects[start : start + _BATCH]
                code.append(("%.2f %.2f %.2f %.2f re\n" * len(part)) % tuple(part.ravel().tolist()) + paint)
        for ring in item.rings.values():
            points = _flat(ring, place)
            code.append(("%.2f %.2f m " + "%.2f %.2f l " * (len(ring) - 1) + "h") % points)
            code.append(paint)

    def _lines(self, item: Lines, place: Place) -> None:
        if not self._paint(replace(self._theme.style(item.role), fill=None), "") or not len(item.points):
            return
        points = _flat(item.points.reshape(-1, 2), place)
        self._code.append("%.2f %.2f m %.2f %.2f l\n" * len(item.points) % points + "S")

    def _bitmap(self, item: Bitmap, place: Place) -> None:
        fill = self._theme.style(item.role).fill
        if fill is None:
            return
        self._fill(self._inks.of(fill))
        self._overprint(fill=False)
        scale, dx, dy = place
        left, top, right, bottom = item.box
        ink = item.ink
        if self._press is not None:
            # A press wants so many dots an inch, and a code has some thirty: each becomes a square of them.
            dots = self._press.profile.limit("bitmap_ppi", _DOTS) * (right - left) * scale / 72 / ink.shape[1]
            times = max(math.ceil(dots), 1)
            ink = ink.repeat(times, axis=0).repeat(times, axis=1)
        rows, columns = ink.shape
        # An image mask paints where its bits are 0.
        bits = np.packbits(~ink, axis=1).tobytes()
        if self._press is None:
            way, data = "/AHx", f"{bits.hex()}>"
        else:
            # Squares of dots pack well, in a hundredth of their size; as digits, which the page packs again, for
            # in any other form they may look like the end of the image.
            way, data = "[/AHx /Fl]", f"{zlib.compress(bits).hex()}>"
        self._code.append(
            f"q {(right - left) * scale:.3f} 0 0 {(bottom - top) * scale:.3f} "
            f"{dx + left * scale:.3f} {dy - bottom * scale:.3f} cm "
            f"BI /W {columns} /H {rows} /BPC 1 /IM true /F {way} ID {data} EI Q"
        )

    def _picture(self, item: Picture, place: Place) -> None:
        """Show a picture, which is written once however often it is shown."""
        name, canvas = f"picture-{item.key}", self._canvas
        if name not in self._pictures:
            self._pictures.add(name)
            self._keep_picture(name, item)
        scale, dx, dy = place
        left, top, right, bottom = item.box
        wide, high = (right - left) * scale, (bottom - top) * scale
        x, y = dx + left * scale, dy - bottom * scale
        if item.turned:
            wide, high, x, y = -wide, -high, x + wide, y + high
        shown = canvas._doc.getXObjectName(name)
        self._code.append(f"q {wide:.3f} 0 0 {high:.3f} {x:.3f} {y:.3f} cm /{shown} Do Q")
        canvas._formsinuse.append(name)

    def _keep_picture(self, name: str, item: Picture) -> None:
        # Late: few documents have pictures.
        from hallwright.printing.images import image_objects

        document = self._canvas._doc
        picture, mask, kind = image_objects(item, self._press.separation if self._press else None)
        if mask is not None:
            document.addForm(f"{name}-mask", mask)
            picture.mask = kind, document.getXObjectName(f"{name}-mask")
        document.addForm(name, picture)

    def _group(self, item: Group, place: Place) -> None:
        if item.name:
            self._form(item, place)
            return
        inner = Place(place.scale * item.scale, place.dx + item.dx * place.scale, place.dy - item.dy * place.scale)
        if item.clip is None:
            self._draw(item.items, inner)
            return
        left, top, right, bottom = item.clip
        scale, dx, dy = inner
        state = replace(self._state)
        self._code.append(
            f"q {dx + left * scale:.2f} {dy - bottom * scale:.2f} "
            f"{(right - left) * scale:.2f} {(bottom - top) * scale:.2f} re W n"
        )
        self._draw(item.items, inner)
        self._code.append("Q")
        self._state = state

    def _form(self, item: Group, place: Place) -> None:
        """Show a named group, as a form that is written once."""
        canvas = self._canvas
        where = (*self._size, *place, item.scale, item.dx, item.dy)
        name = "-".join([item.name, *(f"{value:.3f}" for value in where)])
        if name not in self._forms:
            self._forms.add(name)
            code, state, used = self._code, self._state, canvas._formsinuse
            self._code, self._state, canvas._formsinuse = [], _State(), []
            shared = self._shared
            if shared is None or name not in shared:
                self._group(replace(item, name=""), place)
            if shared is None:
                canvas.beginForm(name, 0, 0, *self._size)
                canvas._code += self._code
                canvas.endForm()
            else:
                if name not in shared:
                    shared.keep(name, "\n".join(self._code))
                canvas._doc.addForm(name, shared.object(name, self._size))
            # What is shown within the form is in its own resources, and the page's are not lost by it.
            self._code, self._state, canvas._formsinuse = code, state, used
        self._show_form(name)

    def _show_form(self, name: str) -> None:
        self._code.append(f"/{self._canvas._doc.getXObjectName(name)} Do")
        self._canvas._formsinuse.append(name)

    def _fill(self, operator: str) -> None:
        if operator != self._state.fill:
            self._state.fill = operator
            self._code.append(operator)

    def _overprint(self, *, fill: bool | None = None, stroke: bool | None = None) -> None:
        """Let fills or strokes overprint or not; None leaves one as it is."""
        if self._press is None:
            return
        now = self._state.overprint or (False, False)
        wanted = (now[0] if stroke is None else stroke, now[1] if fill is None else fill)
        if wanted != self._state.overprint:
            self._state.overprint = wanted
            self._code.append(f"/{state_name(*wanted)} gs")

    def _paint(self, style: Style, fill: str) -> str:
        """Set colours and pen; return the operator that paints a path, empty when there is nothing to paint."""
        state = self._state
        if fill:
            self._fill(fill)
            self._overprint(fill=False)
        if style.stroke is None:
            return "f" if fill else ""
        ink = self._inks.of(style.stroke)
        self._overprint(stroke=self._inks.overprints(ink))
        stroke = ink.upper()
        if stroke != state.stroke:
            state.stroke = stroke
            self._code.append(stroke)
        if style.width != state.width:
            state.width = style.width
            self._code.append(f"{style.width * POINT:.3f} w")
        dash = f"[{style.dash[0] * POINT:.2f} {style.dash[1] * POINT:.2f}] 0 d" if style.dash else "[] 0 d"
        if dash != state.dash:
            state.dash = dash
            self._code.append(dash)
        return "B" if fill else "S"


def _flat(points: Floats, place: Place) -> tuple[float, ...]:
    scale, dx, dy = place
    moved = points * np.array([scale, -scale]) + np.array([dx, dy])
    return tuple(moved.ravel().tolist())
