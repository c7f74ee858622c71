"""Units in which drawings are made, and how large a drawing is in each: what a person needs to choose the right one."""

from typing import NamedTuple

from hallwright.exchange.underlays.reading import Found
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.support.numbers import written


class DrawingUnit(NamedTuple):
    """A unit by the name on the command line, its label, and its millimetres."""

    name: str
    label: str
    millimetres: float


UNITS = (
    DrawingUnit("mm", N_("Millimetres"), 1.0),
    DrawingUnit("cm", N_("Centimetres"), 10.0),
    DrawingUnit("m", N_("Metres"), 1000.0),
    DrawingUnit("in", N_("Inches"), 25.4),
    DrawingUnit("ft", N_("Feet"), 304.8),
)


def size_text(found: Found, unit: float) -> str:
    """Return width and height of a drawing in metres if one of its units has so many millimetres."""
    scale = found.scale(unit) / 1000
    return f"{_metres(found.width * scale)} × {_metres(found.height * scale)} m"


def _metres(length: float) -> str:
    return f"{written(length):,.1f}" if length >= 1 else f"{written(length):.3g}"


def unit_of(found: Found, name: str | None) -> float:
    """Return the millimetres of a drawing's unit: the one named, else what the file says.

    Raises:
        Refused: neither says it; the line lists the sizes to choose from.
    """
    if name is not None:
        return next(unit.millimetres for unit in UNITS if unit.name == name)
    if found.unit is not None:
        return found.unit
    sizes = ", ".join(f"{unit.name}: {size_text(found, unit.millimetres)}" for unit in UNITS)
    raise Refused(
        _("The file does not say its unit"), found.name, _("Give it with --unit ({sizes}).").format(sizes=sizes)
    )
