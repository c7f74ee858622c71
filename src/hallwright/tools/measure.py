"""Measure distances on the plan; nothing is written."""

import math

from hallwright.expo.lengths import length_text, shift_text
from hallwright.geometry.outline import Point
from hallwright.support.i18n import N_
from hallwright.tools.catching import catch
from hallwright.tools.tool import Answer, Guide, Note, Pointer, Preview, Scene, Sign, Tool, keep

SLACK = 4
"""Pixels the pointer may wander before a click becomes a drag."""


class Measure(Tool):
    """Drag from one point to another; the line stays until the next is drawn, Esc pressed or the tool changed."""

    name = "measure"
    label = N_("Measure")
    icon = "ruler-dimension-line"
    shortcut = "M"
    hint = N_("Drag from point to point. It catches corners and edges; Alt measures freely, Shift level or upright.")
    order = 90
    cursor = "cross"
    shows_selection = True

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the line."""
        self._start: Point | None = None
        self._end: Point | None = None
        self._pressed_at: Pointer | None = None

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Keep the last line, or show the point that a press would catch."""
        if self._start is not None and self._end is not None:
            return keep(self._drawn(scene))
        return keep(Preview(handles=(catch(scene, at),)))

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Start a line."""
        self._start, self._end, self._pressed_at = catch(scene, at), None, at
        return keep(Preview(handles=(self._start,)))

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Show distance, dx and dy."""
        start, pressed = self._start, self._pressed_at
        if start is None or pressed is None:
            return keep()
        if self._end is None and max(abs(at.x - pressed.x), abs(at.y - pressed.y)) < SLACK * at.pixel:
            return keep(Preview(handles=(start,)))
        x, y = catch(scene, at)
        if at.shift:
            x, y = (x, start[1]) if abs(x - start[0]) >= abs(y - start[1]) else (start[0], y)
        self._end = (x, y)
        return keep(self._drawn(scene))

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Leave the line where it is; a mere click takes the last one away."""
        if self._end is None:
            self.reset()
            return keep(Preview())
        self._pressed_at = None
        return keep(self._drawn(scene))

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Esc takes the line away."""
        if key != "escape" or self._start is None:
            return None
        self.reset()
        return keep(Preview())

    def _drawn(self, scene: Scene) -> Preview:
        assert self._start is not None, "a line is drawn"
        assert self._end is not None, "a line is drawn"
        (ax, ay), (bx, by) = self._start, self._end
        dx, dy = bx - ax, by - ay
        guides = [Guide(ax, ay, bx, by, sign=Sign.DRAWN)]
        if dx and dy:
            guides += [Guide(ax, ay, bx, ay), Guide(bx, ay, bx, by)]
        text = length_text(round(math.hypot(dx, dy)), scene.unit)
        if dx and dy:
            text += f"   {shift_text(abs(dx), abs(dy), scene.unit)}"
        note = Note((ax + bx) / 2, (ay + by) / 2, text)
        return Preview(guides=tuple(guides), handles=(self._start, self._end), notes=(note,))
