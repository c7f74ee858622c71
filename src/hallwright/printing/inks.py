"""How a theme's colours are set in a content stream: as RGB and grey for an office printer, as CMYK for the press."""

from functools import lru_cache
from typing import Protocol

from hallwright.drawing.theme import Cmyk, Colour, Theme
from hallwright.printing.separation import Separation

_DARK = 0.5


class Inks(Protocol):
    """Returns the operators that set a fill; in capitals they set a stroke."""

    def overprints(self, operator: str) -> bool:
        """Return whether text and lines of a colour leave the inks below them alone."""
        ...

    def of(self, colour: Colour) -> str:
        """Return the operator of a theme's colour."""
        ...

    def tinted(self, tint: str, theme: Theme) -> str:
        """Return the operator of a zone's colour (``#rrggbb``), laid on paper at the theme's strength."""
        ...


class OfficeInks:
    """RGB; black and greys use the black ink alone."""

    def overprints(self, operator: str) -> bool:
        """Nothing does: that is for presses."""
        return False

    def of(self, colour: Colour) -> str:
        """Return the operator of a theme's colour."""
        return _office(colour)

    def tinted(self, tint: str, theme: Theme) -> str:
        """Return the operator of a zone's colour."""
        return " ".join(_number(part) for part in _mixed(tint, theme)) + " rg"


class PressInks:
    """CMYK only, greys included: overprinting (mode 1) spares the other inks in no other colour space."""

    def __init__(self, separation: Separation) -> None:
        self._separation = separation

    def overprints(self, operator: str) -> bool:
        """Black ink alone does, and dark greys of it: cut out of a colour, letters get a white rim out of register."""
        return operator.startswith("0 0 0 ") and float(operator.split()[3]) >= _DARK

    def of(self, colour: Colour) -> str:
        """Return the operator of a theme's colour."""
        return _cmyk(self._separation.of(colour))

    def tinted(self, tint: str, theme: Theme) -> str:
        """Return the operator of a zone's colour."""
        red, green, blue = (round(part * 255) for part in _mixed(tint, theme))
        return _cmyk(self._separation.rgb(red, green, blue))


@lru_cache(maxsize=256)
def _office(colour: Colour) -> str:
    cyan, magenta, yellow, black = colour.cmyk
    if not (cyan or magenta or yellow):
        return f"{_number(1 - black)} g"
    return " ".join(_number(part) for part in _channels(colour.rgb)) + " rg"


def _cmyk(inks: Cmyk) -> str:
    return " ".join(_number(part) for part in inks) + " k"


def _channels(rgb: str) -> tuple[float, float, float]:
    return int(rgb[1:3], 16) / 255, int(rgb[3:5], 16) / 255, int(rgb[5:7], 16) / 255


def _mixed(tint: str, theme: Theme) -> list[float]:
    paper = theme.style("paper").fill
    under = _channels(paper.rgb) if paper else (1.0, 1.0, 1.0)
    return [theme.tint * a + (1 - theme.tint) * b for a, b in zip(_channels(tint), under, strict=True)]


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
