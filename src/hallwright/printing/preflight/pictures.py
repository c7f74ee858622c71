"""Images, and how finely they are resolved on paper."""

import math
from typing import Any

from hallwright.printing.preflight.matrices import NOWHERE, box_of, common, finite
from hallwright.printing.preflight.spaces import GREY, UNKNOWN, space_of
from hallwright.printing.preflight.state import Image, State


def image_of(source: Any, state: State, resources: Any) -> Image:
    """Return an image that is shown in the unit square of a state."""
    wide, high = (int(value) for value in finite([source.get("/Width", 0), source.get("/Height", 0)]))
    stencil = bool(source.get("/ImageMask", False))
    bits = 1 if stencil else int(finite([source.get("/BitsPerComponent", 8)])[0])
    a, b, c, d, _, _ = state.ctm
    across, up = math.hypot(a, b) / 72, math.hypot(c, d) / 72
    ppi = min(wide / across if across else math.inf, high / up if up else math.inf)
    box = common(box_of(state.ctm, (0.0, 0.0, 1.0, 1.0)), state.clip) or NOWHERE
    space = GREY if stencil else UNKNOWN
    if "/ColorSpace" in source and not stencil:
        space = space_of(source["/ColorSpace"], resources.get("/ColorSpace"))
    return Image(box, ppi, (wide, high), bits, stencil, space, state, source)
