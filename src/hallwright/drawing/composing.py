"""Setting the lines and paragraphs of a sheet in paper millimetres, nothing under the smallest size."""

from dataclasses import dataclass, field

from hallwright.drawing.breaking import filled, phrases
from hallwright.drawing.fonts import missing, width
from hallwright.drawing.paper import SMALLEST
from hallwright.drawing.primitives import Anchor, Item, Lines, NotShown, Shapes, Text
from hallwright.support.i18n import _


@dataclass(slots=True)
class Composer:
    """Collects the items of one page, and what does not fit it."""

    items: list[Item] = field(default_factory=list)
    lost: list[NotShown] = field(default_factory=list)

    def line(
        self,
        text: str,
        x: float,
        y: float,
        size: float,
        wide: float,
        *,
        role: str = "text",
        bold: bool = False,
        anchor: Anchor = Anchor.START,
        key: str = "",
    ) -> float:
        """Set one line, smaller when it is too wide; return its width, 0 when it cannot be set."""
        if not text:
            return 0.0
        self._check(text, key)
        full = width(text, size, bold)
        if full > wide:
            size *= wide / full
            if size < SMALLEST:
                self.lost.append(NotShown(key, text, _("the line does not fit at 4 pt")))
                return 0.0
            full = wide
        self.items.append(Text(role, text, x, y, size, anchor, bold, id=key))
        return full

    def paragraph(
        self,
        text: str,
        x: float,
        y: float,
        size: float,
        wide: float,
        *,
        role: str = "text",
        bold: bool = False,
        most: int = 3,
        leading: float = 1.25,
        key: str = "",
    ) -> float:
        """Set a text in lines from a first baseline, smaller when it takes too many; return the height it takes."""
        if not text:
            return 0.0
        self._check(text, key)
        parts = phrases(text)
        widest = max((width(part, 1, bold) for part in parts), default=0.0)
        if width(text, size, bold) > wide >= widest * max(0.8 * size, SMALLEST) and 1 < len(parts) <= most:
            # A title reads best broken at its own marks, even if it must be a little smaller for that.
            size = min(size, wide / widest)
        else:
            parts = []
        while size >= SMALLEST - 1e-9:
            lines = parts or filled(text, wide / size, bold)
            if lines is not None and len(lines) <= most:
                for k, part in enumerate(lines):
                    self.items.append(Text(role, part, x, y + k * size * leading, size, Anchor.START, bold, id=key))
                return len(lines) * size * leading
            if size == SMALLEST:
                break
            size = max(size * 0.92, SMALLEST)
        self.lost.append(NotShown(key, text, _("the text does not fit its place at 4 pt")))
        return 0.0

    def rule(self, x1: float, y: float, x2: float, role: str = "rule") -> None:
        """Draw a level line."""
        self.items.append(Lines.of(role, (x1, y, x2, y)))

    def box(self, role: str, left: float, top: float, right: float, bottom: float, tint: str = "") -> None:
        """Draw an upright rectangle."""
        self.items.append(Shapes.box(role, left, top, right, bottom, tint))

    def _check(self, text: str, key: str) -> None:
        chars = missing(text)
        if chars:
            self.lost.append(
                NotShown(key, text, _("no font has {characters}; shown as ?").format(characters=" ".join(chars)))
            )
