"""Black that is more than black ink: text that four plates must hit, and large areas."""

from hallwright.printing.preflight.matrices import Box, common
from hallwright.printing.preflight.state import POINT, Paint, Path, Sheet, Text
from hallwright.printing.preflight.watching import Check
from hallwright.printing.profiles import PrintProfile
from hallwright.support.i18n import _

_FULL = 0.9
"""Part of black ink from which on a colour is black whatever else is in it."""
_DEEP = 0.7
"""Part of cyan, magenta and yellow from which on the three together are black."""
_DARK = 0.1
"""Red, green and blue below which a screen's colour is black."""
_TRACE = 0.02


class Black(Check):
    """Rules ``rich-black-text`` and ``black-area``."""

    @classmethod
    def wanted(cls, profile: PrintProfile) -> bool:
        """Only for a press, and where one of the rules is asked for."""
        choices = profile.choices
        return profile.for_press and (choices["black_text_inks"], choices["black_areas"]) != ("any", "any")

    def text(self, sheet: Sheet, text: Text) -> None:
        """Look at a string's colours."""
        if self.profile.choices["black_text_inks"] == "any" or common(text.box, sheet.trim) is None:
            return
        for paint in text.paints:
            how = mixed(paint)
            if how:
                self.notes.note(
                    "rich-black-text",
                    _("text in {how}; in black ink alone it stays sharp").format(how=how),
                    sheet.number,
                    sheet.mm(text.box[0], text.box[3]),
                    key=how,
                )

    def path(self, sheet: Sheet, path: Path) -> None:
        """Look at the colour of a large area."""
        wanted = self.profile.choices["black_areas"]
        if wanted == "any" or not path.fills:
            return
        paint = path.state.fill
        how = mixed(paint) if wanted == "black-only" else _("black ink alone") if paint.is_black else ""
        if not how:
            return
        least = self.profile.limit("black_area_mm2", 100.0)
        for shape in path.shapes:
            shown = common(shape.box, sheet.trim)
            # What is not upright fills only a part of its box, a half of it as a rule.
            if shown is not None and _mm2(shown) * (1.0 if shape.upright else 0.5) >= least:
                self.notes.note(
                    "black-area",
                    _("a large area in {how}").format(how=how),
                    sheet.number,
                    sheet.mm(shown[0], shown[3]),
                    key=how,
                )
                return


def _mm2(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1]) * POINT**2


def mixed(paint: Paint) -> str:
    """Return how a colour that looks black is made of more than black ink; empty if it does not, or is not."""
    space = paint.space
    if space.is_rgb and space.kind != "Lab":
        return _("the black of a screen (RGB)") if len(paint.values) == 3 and max(paint.values) <= _DARK else ""
    if "All" in space.names:
        return ""  # a fault of its own
    inks = space.inks(paint.values)
    if inks is None:
        return ""
    others = [inks.get(name, 0.0) for name in "CMY"]
    if inks.get("K", 0.0) >= _FULL and max(others) > _TRACE:
        return _("rich black (black ink and others)")
    return _("black of cyan, magenta and yellow") if min(others) >= _DEEP else ""
