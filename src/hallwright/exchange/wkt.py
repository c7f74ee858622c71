"""Outlines as Well-Known Text, read and written."""

import re

from hallwright.exchange.measures import FARTHEST
from hallwright.geometry.outline import Outline, tidy
from hallwright.geometry.units import metres
from hallwright.support.i18n import _

MOST_CORNERS = 500
"""More than any booth has; whether an outline crosses itself costs the square of this."""

_POLYGON = re.compile(r"POLYGON\s*(?:Z|M|ZM)?\s*\((.*)\)", re.IGNORECASE | re.DOTALL)
_FIGURE = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?")


def outline_from(text: str, millimetres: float) -> Outline:
    """Read ``POLYGON ((x y, ...))`` whose unit has that many millimetres.

    The outline may still cross itself: then it is a draft.

    Raises:
        ValueError: with a reason for people.
    """
    body = text.strip()
    word = re.match(r"[A-Za-z]*", body)
    kind = word[0].upper() if word else ""
    if kind == "MULTIPOLYGON":
        raise ValueError(_("a MULTIPOLYGON; a booth has one outline"))
    if kind and not kind.startswith("POLYGON"):
        raise ValueError(_("a {kind}; an outline is a POLYGON").format(kind=kind[:20]))
    match = _POLYGON.fullmatch(body)
    if match is None:
        raise ValueError(_("not an outline such as POLYGON ((0 0, 3 0, 3 3, 0 3))"))
    rings = re.findall(r"\(([^()]*)\)", match[1])
    if re.sub(r"\([^()]*\)", "", match[1]).strip(" \t\r\n,") or not rings:
        raise ValueError(_("not an outline such as POLYGON ((0 0, 3 0, 3 3, 0 3))"))
    if len(rings) > 1:
        raise ValueError(_("an outline with a hole; a booth has none"))
    parts = rings[0].split(",", MOST_CORNERS + 1)
    if len(parts) > MOST_CORNERS + 1:
        raise ValueError(_("more than {most_corners} corners").format(most_corners=MOST_CORNERS))
    ring = tidy(_corner(part, millimetres) for part in parts)
    if len(ring) < 3:
        raise ValueError(_("fewer than three corners"))
    return ring


def _corner(part: str, millimetres: float) -> tuple[float, float]:
    figures = part.split()
    if not 2 <= len(figures) <= 4 or not all(_FIGURE.fullmatch(figure) for figure in figures):
        raise ValueError(_("'{part}' is no corner").format(part=part.strip()[:30]))
    x, y = float(figures[0]) * millimetres, float(figures[1]) * millimetres
    if max(abs(x), abs(y)) > FARTHEST:
        raise ValueError(
            _("a corner more than {farthest} km away; is the unit right?").format(farthest=FARTHEST // 1_000_000)
        )
    return x, y


def outline_text(outline: Outline) -> str:
    """Return an outline as WKT in metres, closed by its first corner as the format asks; empty for none."""
    if not outline:
        return ""
    ring = (*outline, outline[0])
    return f"POLYGON (({', '.join(f'{metres(x)} {metres(y)}' for x, y in ring)}))"
