"""Black text prints over what is below it, white never does."""

from typing import Any

import numpy as np

from hallwright.printing.preflight.matrices import Box, common
from hallwright.printing.preflight.state import POINT, Image, Paint, Path, Sheet, State, Text
from hallwright.printing.preflight.watching import Check
from hallwright.printing.profiles import PrintProfile
from hallwright.support.i18n import _

_MOST_CELLS = 2_000_000


class Overprint(Check):
    """Rules ``black-text-knockout`` and ``white-overprint``."""

    @classmethod
    def wanted(cls, profile: PrintProfile) -> bool:
        """Only for a press."""
        return profile.for_press

    def sheet(self, sheet: Sheet) -> None:
        """Begin with bare paper."""
        self._ground = _Ground(sheet.media)

    def text(self, sheet: Sheet, text: Text) -> None:
        """Look at a string that is filled."""
        if not text.fills:
            return
        paint = text.paints[0]
        if paint.is_white:
            self._white(sheet, paint, text.state, text.box)
        elif paint.is_black and not _spares(paint, text.state):
            choice = self.profile.choices["black_text"]
            if choice == "everywhere" or (choice == "on-colour" and self._ground.is_coloured(text.box)):
                self.notes.note(
                    "black-text-knockout",
                    _("black text does not overprint the colour below it: out of register, it gets a white rim"),
                    sheet.number,
                    sheet.mm(text.box[0], text.box[3]),
                )

    def path(self, sheet: Sheet, path: Path) -> None:
        """Look at a fill, and remember its colour."""
        if not path.fills:
            return
        paint, state = path.state.fill, path.state
        if paint.is_white:
            self._white(sheet, paint, state, path.shapes[0].box)
        coloured = paint.is_coloured
        if coloured or not state.fill_overprints:
            for shape in path.shapes:
                self._ground.lay(shape.box, coloured, shape.upright)

    def image(self, sheet: Sheet, image: Image) -> None:
        """Remember an image's colour."""
        coloured = image.state.fill.is_coloured if image.stencil else image.space.channels != 1 or not image.space.kind
        if coloured:
            self._ground.lay(image.box, True, True)

    def shading(self, sheet: Sheet, space: Any, state: State) -> None:
        """Remember a shading's colour."""
        self._ground.lay(common(state.clip, sheet.media) or sheet.media, True, True)

    def _white(self, sheet: Sheet, paint: Paint, state: State, box: Box) -> None:
        # In a CMYK white, mode 1 finds no ink to print at all; readers differ about grey.
        vanishes = paint.space.kind == "DeviceGray" or (paint.space.channels == 4 and state.overprint_mode == 1)
        if state.fill_overprints and vanishes:
            message = _("white that overprints does not print at all")
            self.notes.note("white-overprint", message, sheet.number, sheet.mm(box[0], box[3]))


def _spares(paint: Paint, state: State) -> bool:
    """Return whether black leaves the other inks alone: ISO 32000-1, 8.6.7."""
    if paint.space.kind == "Separation":
        return state.fill_overprints
    return state.fill_overprints and state.overprint_mode == 1 and paint.space.kind == "DeviceCMYK"


class _Ground:
    """Where on a page an ink other than black lies, in cells of about a millimetre."""

    def __init__(self, box: Box) -> None:
        self._left, self._bottom = box[0], box[1]
        wide, high = max(box[2] - box[0], 1.0), max(box[3] - box[1], 1.0)
        self._step = max(1 / POINT, (wide * high / _MOST_CELLS) ** 0.5)
        self._cells = np.zeros((int(high / self._step) + 2, int(wide / self._step) + 2), dtype=bool)

    def lay(self, box: Box, coloured: bool, upright: bool) -> None:
        """Lay a fill: a coloured one marks the cells it touches, another clears those it covers."""
        left, bottom, right, top = box
        if not upright:
            # Its box is too much of it; its middle is surely of it.
            left, right = left + (right - left) / 4, right - (right - left) / 4
            bottom, top = bottom + (top - bottom) / 4, top - (top - bottom) / 4
        if not coloured and not upright:
            return
        ceil = 0 if coloured else 1
        rows, columns = self._cells.shape
        first, last = self._span(left, right, self._left, columns, ceil)
        low, high = self._span(bottom, top, self._bottom, rows, ceil)
        if first <= last and low <= high:
            self._cells[low : high + 1, first : last + 1] = coloured

    def is_coloured(self, box: Box) -> bool:
        """Return whether there is colour under a text; under a rim of it does not count."""
        rows, columns = self._cells.shape
        first, last = self._span(box[0], box[2], self._left, columns, 0)
        low, high = self._span(box[1], box[3], self._bottom, rows, 0)
        part = self._cells[low : high + 1, first : last + 1]
        return bool(np.count_nonzero(part) * 2 > part.size)

    def _span(self, low: float, high: float, start: float, most: int, inner: int) -> tuple[int, int]:
        step = self._step
        first = int(max(min((low - start) / step, most), -1)) + inner
        last = int(max(min((high - start) / step, most), -1)) - inner
        return max(first, 0), min(last, most - 1)
