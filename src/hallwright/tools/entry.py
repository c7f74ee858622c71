"""What is typed while something is drawn, as CAD programs take it: ``12.5``, ``12.5<90``, ``12x8``."""

import math
import re
from dataclasses import dataclass, replace

from hallwright.exchange.measures import degrees, length
from hallwright.geometry.outline import Point
from hallwright.geometry.units import Unit
from hallwright.support.i18n import N_, _
from hallwright.support.numbers import as_typed, marks
from hallwright.tools.tool import Answer, Preview, keep

ANGLE, TIMES = "<", "×"
"""What parts a length from its angle, and a width from a depth; Tab types the one that makes sense."""
_PARTS = re.compile(r"[xX×*]")
_TIMES = frozenset("xX*")
NOTHING = N_("a length is more than 0")


@dataclass(frozen=True, slots=True)
class Typed:
    """Lengths as they were typed.

    Attributes:
        length: in mm, or the width if there is a depth.
        depth: in mm, or None.
        angle: degrees from the right, counterclockwise on screen as in CAD programs; None to keep the pointer's.
    """

    length: int
    depth: int | None = None
    angle: float | None = None

    def onwards(self, start: Point, towards: tuple[float, float]) -> Point:
        """Return the point so far from a start, at the angle or else in the direction of another point."""
        dx, dy = towards[0] - start[0], towards[1] - start[1]
        if self.angle is not None:
            dx, dy = math.cos(math.radians(self.angle)), -math.sin(math.radians(self.angle))
        far = math.hypot(dx, dy)
        if not far:
            dx, dy, far = 1.0, 0.0, 1.0
        return start[0] + round(dx / far * self.length), start[1] + round(dy / far * self.length)

    def across(self, start: Point, end: Point) -> Point:
        """Return the corner opposite to a start of the rectangle that was drawn to an end.

        A length alone is that of the longer side; the other stays as it was drawn.
        """
        width, depth = abs(end[0] - start[0]), abs(end[1] - start[1])
        if self.depth is not None:
            width, depth = self.length, self.depth
        elif width >= depth:
            width = self.length
        else:
            depth = self.length
        return (
            start[0] + (width if end[0] >= start[0] else -width),
            start[1] + (depth if end[1] >= start[1] else -depth),
        )


class Entry:
    """The characters typed so far."""

    def __init__(self, joint: str) -> None:
        """Begin empty.

        Args:
            joint: what Tab types: ``ANGLE`` or ``TIMES``.
        """
        self._joint = joint
        self.text = ""

    def takes(self, sign: str) -> bool:
        """Say whether a character belongs here: an entry begins with a figure, then it takes whatever is typed."""
        if not self.text:
            return len(sign) == 1 and (sign.isdecimal() or sign in marks()[0])
        return sign == "\t" or (len(sign) == 1 and sign.isprintable())

    def take(self, sign: str, *, sized: bool = True) -> None:
        """Take a character; one that makes no sense here is left out.

        Args:
            sign: the character, or a tab.
            sized: whether a width and a depth make sense.
        """
        if sign == "\t":
            sign = self._joint
        sign = TIMES if sign in _TIMES else sign
        senseless = (sign == ANGLE and self._joint == TIMES) or (sign == TIMES and not sized)
        if not senseless and not (sign in (ANGLE, TIMES) and sign in self.text):
            self.text += sign

    def key(self, key: str) -> bool:
        """Take a key: Backspace takes a character back, Esc all of them. False if it is none of the entry's."""
        if not self.text or key not in ("backspace", "escape"):
            return False
        self.text = self.text[:-1] if key == "backspace" else ""
        return True

    def clear(self) -> None:
        """Forget what was typed."""
        self.text = ""

    def read(self, unit: Unit) -> Typed | None:
        """Return what was typed, a bare number in the user's unit; None if there is nothing that can be read."""
        try:
            return self._read(unit)
        except ValueError:
            return None

    def fault(self, unit: Unit) -> str:
        """Return why what was typed cannot be read, for people; empty if it can."""
        try:
            self._read(unit)
        except ValueError as error:
            return _("'{text}': {reason}").format(text=self.text.strip(), reason=_(str(error)))
        return ""

    def refused(self, unit: Unit, shown: Answer) -> Answer | None:
        """Return the answer to Enter that tells why the entry cannot be read, over what is shown; None if it can."""
        why = self.fault(unit)
        return keep(replace(shown.preview or Preview(), caption=why)) if why else None

    def _read(self, unit: Unit) -> Typed:
        body, found, angle = self.text.partition(ANGLE)
        first, *rest = _PARTS.split(body, maxsplit=1)
        name = "ft" if unit is Unit.FT else "m"
        sides = [length(as_typed(part), name) for part in (first, *(one for one in rest if one.strip()))]
        if min(sides) <= 0:
            raise ValueError(NOTHING)
        turned = degrees(as_typed(angle)) if found and angle.strip() else None
        return Typed(sides[0], sides[1] if len(sides) > 1 else None, turned)
