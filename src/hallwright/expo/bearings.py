"""Bearings of a plan: where its upwards direction points, in tenths of a degree clockwise from north."""

import math

from hallwright.support.i18n import _
from hallwright.support.numbers import as_typed, figure

FULL = 3600
"""A full turn, tenths of a degree."""
_WINDS = {
    wind: k * FULL // 8
    for names in (
        ("n", "ne", "e", "se", "s", "sw", "w", "nw"),
        ("北", "东北", "东", "东南", "南", "西南", "西", "西北"),
    )
    for k, wind in enumerate(names)
}


def bearing_text(north: int | None) -> str:
    """Return a bearing for reading and for editing, such as ``30.5°``; empty while it is not known."""
    return "" if north is None else f"{figure(north / 10, 1)}°"


def bearing_from_text(text: str) -> int | None:
    """Return a bearing from degrees (``30``, ``-15°``) or a wind (``NE``, ``东北``); None for an empty text.

    Raises:
        ValueError: with a reason for people.
    """
    plain = text.strip().rstrip("°度").strip()
    if not text.strip():
        return None
    wind = _WINDS.get(plain.casefold())
    if wind is not None:
        return wind
    try:
        degrees = float(as_typed(plain))
    except ValueError:
        degrees = math.nan
    if not abs(degrees) <= FULL:
        raise ValueError(
            _("'{text}' is no direction. Write degrees such as 30, or a wind such as NE.").format(text=text)
        )
    return round(degrees * 10) % FULL


def turned(bearing: int, x: float, y: float) -> tuple[float, float]:
    """Return a step of x to the right and y upwards, turned clockwise by a bearing."""
    if not bearing:
        return x, y
    angle = math.radians(bearing / 10)
    return x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)
