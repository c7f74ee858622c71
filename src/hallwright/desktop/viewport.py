"""The view's arithmetic: which millimetre lies under which pixel."""

from dataclasses import dataclass

from hallwright.geometry.outline import Box

NEAREST = 2.0
"""Most pixels a millimetre may cover: 500 px for a quarter metre."""
FARTHEST = 0.0005
"""Fewest: a kilometre on 500 px."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """Pixel = (mm - left) * scale; left and top are the millimetres in the window's top left corner."""

    scale: float = 0.01
    left: float = 0.0
    top: float = 0.0

    def to_mm(self, x: float, y: float) -> tuple[float, float]:
        """Return the millimetre under a pixel."""
        return self.left + x / self.scale, self.top + y / self.scale

    def to_pixel(self, x: float, y: float) -> tuple[float, float]:
        """Return the pixel over a millimetre."""
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def zoomed(self, factor: float, x: float, y: float) -> "Viewport":
        """Return the view zoomed so that the millimetre under a pixel stays there."""
        scale = min(max(self.scale * factor, FARTHEST), NEAREST)
        mx, my = self.to_mm(x, y)
        return Viewport(scale, mx - x / scale, my - y / scale)

    def panned(self, dx: float, dy: float) -> "Viewport":
        """Return the view after its content moved by some pixels."""
        return Viewport(self.scale, self.left - dx / self.scale, self.top - dy / self.scale)

    @classmethod
    def fitting(cls, box: Box, width: float, height: float, margin: float = 28.0, foot: float = 0.0) -> "Viewport":
        """Return the view that shows a box in the middle of a window, with a margin in pixels.

        Where something covers the window up to ``foot`` pixels from below, the box moves up as far as there is room.
        """
        room_x, room_y = max(width - 2 * margin, 10.0), max(height - 2 * margin, 10.0)
        scale = min(room_x / max(box.width, 1), room_y / max(box.height, 1))
        scale = min(max(scale, FARTHEST), NEAREST)
        free = (height - box.height * scale) / 2
        up = min(max(foot - free, 0.0), max(free - margin, 0.0))
        return cls(
            scale,
            (box.left + box.right) / 2 - width / scale / 2,
            (box.top + box.bottom) / 2 - (height / 2 - up) / scale,
        )
