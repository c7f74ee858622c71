"""Lengths and areas for reading, in the unit in which the user works and with the marks of the user's locale."""

from hallwright.geometry.units import Unit
from hallwright.support.numbers import figure, in_metres, in_square_metres

_INCH = 25.4
_FINE = 10
"""Square feet below which parts of one matter, as where booths overlap."""


class _Work:
    """How lengths are told in this process; starts as the command line tells them."""

    def __init__(self) -> None:
        self.unit = Unit.M


# Shared by the whole process for the reasons that the marks of numbers are.
_WORK = _Work()


def work_in(unit: Unit) -> None:
    """Tell lengths and areas in feet from now on, or in metres again; only the window calls it."""
    _WORK.unit = unit


def working() -> Unit:
    """Return the unit in which the user works: what a bare number means that is typed as a length."""
    return _WORK.unit


def told(length: float, *, grouped: bool = True) -> str:
    """Return millimetres for reading in the unit in which the user works: ``3.05 m`` or ``10′ 0.1″``."""
    return length_text(round(length), _WORK.unit, grouped=grouped)


def told_size(width: float, depth: float) -> str:
    """Return width and depth in millimetres for reading: ``3 × 4.5 m`` or ``9′ 10.1″ × 14′ 9.2″``."""
    return size_text(round(width), round(depth), _WORK.unit)


def area_word() -> str:
    """Return the unit of areas: ``m²`` or ``sq ft``."""
    return "sq ft" if _WORK.unit is Unit.FT else "m²"


def told_area(area: float, most: int = 2, least: int = 0) -> str:
    """Return square millimetres for reading: ``13.5 m²`` with so many digits, or ``145 sq ft``, small ones finer."""
    if _WORK.unit is not Unit.FT:
        return f"{in_square_metres(area, most, least)} m²"
    feet = area / Unit.FT.millimetres**2
    return f"{figure(feet, 0 if abs(feet) >= _FINE else 2)} sq ft"


def length_text(length: int, unit: Unit, *, grouped: bool = True) -> str:
    """Return millimetres for reading with their unit: ``3.05 m``, or feet and inches to a tenth: ``10′ 6″``.

    Args:
        length: in mm.
        unit: feet, or else it is told in metres.
        grouped: by thousands; a field in which it is edited has them together.
    """
    if unit is not Unit.FT:
        return f"{in_metres(length, grouped=grouped)} m"
    tenths = round(abs(length) / _INCH * 10)
    feet, inches = divmod(tenths, 120)
    sign = "-" if length < 0 and tenths else ""
    return f"{sign}{figure(feet, 0, grouped=grouped)}′" + (f" {figure(inches / 10, 1)}″" if inches else "")


def size_text(width: int, depth: int, unit: Unit) -> str:
    """Return width and depth in millimetres for reading: ``3 × 4.5 m``, or ``10′ × 14′ 9.2″``."""
    if unit is not Unit.FT:
        return f"{in_metres(width)} × {in_metres(depth)} m"
    return f"{length_text(width, unit)} × {length_text(depth, unit)}"


def area_text(area: float, unit: Unit) -> str:
    """Return square millimetres for reading: ``13.5 m²``, thousands marked, or whole square feet: ``145 sq ft``."""
    if unit is not Unit.FT:
        return f"{in_square_metres(area)} m²"
    return f"{figure(area / Unit.FT.millimetres**2, 0)} sq ft"


def shift_text(dx: int, dy: int, unit: Unit) -> str:
    """Return a shift in millimetres for reading: ``Δx 3 m   Δy -0.5 m``."""
    return f"Δx {length_text(dx, unit)}   Δy {length_text(dy, unit)}"
