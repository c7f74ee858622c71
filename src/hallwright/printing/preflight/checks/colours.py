"""In which colour spaces things are painted."""

from pikepdf import Dictionary

from hallwright.printing.preflight.matrices import Box, common
from hallwright.printing.preflight.spaces import Space, space_of
from hallwright.printing.preflight.state import Image, Paint, Path, Shape, Sheet, State, Text
from hallwright.printing.preflight.watching import Check
from hallwright.printing.profiles import X1A
from hallwright.support.i18n import _


class Colours(Check):
    """Rules ``rgb-colour``, ``device-independent-colour``, ``spot-colour`` and ``registration-colour``."""

    def sheet(self, sheet: Sheet) -> None:
        """Forget the spaces of the page before."""
        self._known: dict[Space, list[tuple[str, str, str]]] = {}

    def text(self, sheet: Sheet, text: Text) -> None:
        """Look at a string's colours."""
        for paint in text.paints:
            self._paint(sheet, paint, text.box)

    def path(self, sheet: Sheet, path: Path) -> None:
        """Look at a path's colours."""
        for paints, paint in ((path.fills, path.state.fill), (path.strokes, path.state.stroke)):
            if paints:
                # Registration colour is allowed beside the page, so the part within it counts, whichever it is.
                apart = "All" in paint.space.names
                box = next((one for one in map(_box, path.shapes) if apart and _shares(one, sheet)), None)
                self._paint(sheet, paint, box or path.shapes[0].box)

    def image(self, sheet: Sheet, image: Image) -> None:
        """Look at the space of an image's pixels, or the colour of a stencil."""
        if image.stencil:
            self._paint(sheet, image.state.fill, image.box)
        else:
            self._space(sheet, image.space, image.box)

    def shading(self, sheet: Sheet, space: Space, state: State) -> None:
        """Look at the colours of a shading."""
        self._space(sheet, space, common(state.clip, sheet.media) or sheet.media)

    def group(self, sheet: Sheet, group: Dictionary) -> None:
        """Look at the space in which transparent colours are mixed."""
        if "/CS" in group:
            self._space(sheet, space_of(group.get("/CS")), None)

    def _paint(self, sheet: Sheet, paint: Paint, box: Box) -> None:
        self._space(sheet, paint.space, box)
        full = "All" in paint.space.names and paint.values[:1] != (0.0,)
        if full and sheet.cut and self.profile.for_press and _shares(box, sheet):
            self.notes.note(
                "registration-colour",
                _("registration colour inside the page prints all inks upon each other"),
                sheet.number,
                sheet.mm(box[0], box[3]),
            )

    def _space(self, sheet: Sheet, space: Space, box: Box | None) -> None:
        faults = self._known.get(space)
        if faults is None:
            faults = self._known[space] = [(*self._wrong(part), part.label) for part in space.parts()]
            self.notes.colours.update(part.label for part in space.parts() if part.kind)
        for rule, message, label in faults:
            if rule:
                at = sheet.mm(box[0], box[3]) if box is not None else None
                self.notes.note(rule, message, sheet.number, at, key=label)

    def _wrong(self, space: Space) -> tuple[str, str]:
        if self.profile.for_press:
            if space.is_rgb:
                return "rgb-colour", _("{space} is a screen's colour, not the press's").format(space=space.label)
            if self.profile.standard == X1A and space.kind in ("CalGray", "ICCBased"):
                return (
                    "device-independent-colour",
                    _("{space} is not allowed in {standard}").format(space=space.label, standard=X1A),
                )
        if space.spots and self.profile.choices["spot_colours"] == "forbidden":
            names = ", ".join(space.spots)
            return "spot-colour", _("the spot colour {names} needs a printing plate of its own").format(names=names)
        return "", ""


def _box(shape: Shape) -> Box:
    return shape.box


def _shares(box: Box, sheet: Sheet) -> bool:
    inner = common(box, sheet.trim)
    # A mark that ends exactly at the trim shares no area with the page.
    return inner is not None and (inner[2] > inner[0] or inner[3] > inner[1])
