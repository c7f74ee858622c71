"""Units at the edges: text and floating numbers become integer millimetres here and nowhere else, and back."""

from enum import StrEnum

_FOOT = 304.8


class Unit(StrEnum):
    """A unit of length in which a user or a file speaks."""

    MM = "mm"
    M = "m"
    FT = "ft"

    @property
    def millimetres(self) -> float:
        """Length of one unit in millimetres (the international foot is 304.8 mm exactly)."""
        return {"mm": 1.0, "m": 1000.0, "ft": _FOOT}[self.value]


def to_mm(value: float, unit: Unit = Unit.M) -> int:
    """Return ``value`` in whole millimetres, halves away from zero so that mirrored plans stay mirrored."""
    exact = value * unit.millimetres
    return int(exact + 0.5) if exact >= 0 else -int(0.5 - exact)


def metres(length: int) -> str:
    """Return millimetres as metres for reading: ``3000`` gives ``3``, ``3050`` gives ``3.05``."""
    return f"{length / 1000:.3f}".rstrip("0").rstrip(".")


def square_metres(area: float) -> float:
    """Return square millimetres as square metres, rounded to 0.01 m2."""
    return round(area / 1_000_000, 2)
