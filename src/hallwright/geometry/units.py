"""Units at the edges: text and floating numbers become integer millimetres here and nowhere else, and back."""

from enum import StrEnum

_FOOT = 304.8
_INCH = 25.4
_SQUARE_FOOT = _FOOT * _FOOT


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


def length_text(length: int, unit: Unit) -> str:
    """Return millimetres for reading with their unit: ``3.05 m``, or feet and inches to a tenth: ``10′ 6″``."""
    if unit is not Unit.FT:
        return f"{metres(length)} m"
    tenths = round(abs(length) / _INCH * 10)
    feet, inches = divmod(tenths, 120)
    sign = "-" if length < 0 and tenths else ""
    return f"{sign}{feet}′" + (f" {inches / 10:g}″" if inches else "")


def size_text(width: int, depth: int, unit: Unit) -> str:
    """Return width and depth in millimetres for reading: ``3 × 4.5 m``, or ``10′ × 14′ 9.2″``."""
    if unit is not Unit.FT:
        return f"{metres(width)} × {metres(depth)} m"
    return f"{length_text(width, unit)} × {length_text(depth, unit)}"


def area_text(area: float, unit: Unit) -> str:
    """Return square millimetres for reading: ``13.5 m²``, thousands marked, or whole square feet: ``145 sq ft``."""
    if unit is not Unit.FT:
        return f"{square_metres(area):,.10g} m²"
    return f"{area / _SQUARE_FOOT:,.0f} sq ft"


def shift_text(dx: int, dy: int, unit: Unit) -> str:
    """Return a shift in millimetres for reading: ``Δx 3 m   Δy -0.5 m``."""
    return f"Δx {length_text(dx, unit)}   Δy {length_text(dy, unit)}"
