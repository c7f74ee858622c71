"""Crop marks in registration colour, outside the bleed."""

from hallwright.printing.profiles import PrintProfile

REGISTRATION = "All"
"""Name of the colour space of registration colour in a page's resources, which the PDF/X finish defines."""
_POINT = 72 / 25.4

Box = tuple[float, float, float, float]


def crop_marks(trim: Box, profile: PrintProfile) -> str:
    """Return the operators that paint two marks at each corner of the trim box, given in points."""
    near = profile.limit("mark_offset_mm") * _POINT
    far = near + profile.limit("mark_length_mm") * _POINT
    left, bottom, right, top = trim
    lines: list[Box] = []
    for x, side in ((left, -1), (right, 1)):
        for y, end in ((bottom, -1), (top, 1)):
            lines.append((x + side * near, y, x + side * far, y))
            lines.append((x, y + end * near, x, y + end * far))
    paths = "\n".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l" for a, b, c, d in lines)
    return f"q /{REGISTRATION} CS 1 SCN {profile.limit('mark_pt', 0.25):.3f} w [] 0 d 0 J\n{paths} S Q"
