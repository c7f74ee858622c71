"""Pages: none of them empty, all of one size."""

from typing import Any

from hallwright.printing.preflight.matrices import Box, common
from hallwright.printing.preflight.state import POINT, Image, Path, Sheet, State, Text
from hallwright.printing.preflight.watching import Check
from hallwright.support.i18n import _

_LOOSE = 0.5
"""Millimetres that count as none."""


class Pages(Check):
    """Rules ``empty-page`` and ``page-size``; also lists the sizes."""

    def document(self, pdf: Any, path: Any) -> None:
        """Begin with no page."""
        self._first: tuple[float, float] | None = None

    def sheet(self, sheet: Sheet) -> None:
        """Compare a page's size with the first's."""
        self._bare = True
        left, bottom, right, top = (edge * POINT for edge in sheet.trim)
        size = right - left, top - bottom
        self.notes.sizes[f"{size[0]:.0f} x {size[1]:.0f} mm"] = None
        if self._first is None:
            self._first = size
        elif self.profile.choices["page_sizes"] == "same" and (
            abs(size[0] - self._first[0]) > _LOOSE or abs(size[1] - self._first[1]) > _LOOSE
        ):
            self.notes.note(
                "page-size",
                _("the page is {one} mm, the first is {other} mm").format(one=_size(size), other=_size(self._first)),
                sheet.number,
            )

    def text(self, sheet: Sheet, text: Text) -> None:
        """Text is content."""
        self._look(sheet, text.box)

    def path(self, sheet: Sheet, path: Path) -> None:
        """Anything but white is content."""
        state = path.state
        inked = (path.strokes and not state.stroke.is_white) or (path.fills and not state.fill.is_white)
        if self._bare and inked:
            for shape in path.shapes:
                self._look(sheet, shape.box)

    def image(self, sheet: Sheet, image: Image) -> None:
        """An image is content."""
        self._look(sheet, image.box)

    def shading(self, sheet: Sheet, space: Any, state: State) -> None:
        """A shading is content."""
        self._look(sheet, state.clip)

    def sheet_end(self, sheet: Sheet) -> None:
        """Tell of a page without content."""
        if self._bare:
            self.notes.note("empty-page", _("the page is empty"), sheet.number)

    def _look(self, sheet: Sheet, box: Box) -> None:
        if self._bare and common(box, sheet.trim) is not None:
            self._bare = False


def _size(size: tuple[float, float]) -> str:
    return f"{size[0]:.1f} x {size[1]:.1f}"
