"""What a badge looks like: a page and the elements on it, made by staff and never by program.

Lengths are whole *micrometres* (85.6 mm is 85,600): a millimetre, the unit of floors, is too coarse for a card. Sizes
of type are points.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

MICRONS = 1000
"""Micrometres in a millimetre."""
SHORTEST, LONGEST = 15 * MICRONS, 450 * MICRONS
"""Bounds of a side of a badge: a card of less cannot be worn, and none is larger than a sheet of A3."""
SMALLEST_TYPE, LARGEST_TYPE = 4.0, 200.0
"""Bounds of a size of type in points; under 4 pt nothing can be read."""
FIELDS: Final = (
    *("name", "latin", "native", "title", "given", "family", "company", "company_native", "job", "delegation"),
    *("role", "role_capitals", "role_native", "booth", "booth_caption", "days", "days_native", "days_note"),
    *("days_note_native", "zones", "zones_native", "seat", "code", "qr", "qr_second", "event", "event_native", "theme"),
    *("theme_native", "venue", "venue_native"),
)
"""Names that a text may bear in braces; ``{name}`` is replaced by the person's name, and nothing is ever evaluated."""
SHARED: Final = frozenset(
    ("role", "role_capitals", "role_native", "event", "event_native", "theme", "theme_native", "venue", "venue_native")
)
"""Those of them that are the same on all badges of a role."""
_PLACE = re.compile(r"\{([a-z_]+)\}")


class Fold(StrEnum):
    """How a badge is folded; the back then lies on the same side of the sheet."""

    NONE = "none"
    FOOT = "foot"
    """Butterfly: over its lower edge. The back stands upside down below the front; the punches of both meet."""
    TOP = "top"
    """Like a tent: over its upper edge. The back stands upside down above the front."""
    SIDE = "side"
    """Like a book: the back lies left of the front."""


class Face(StrEnum):
    """Which of its two faces."""

    FRONT = "front"
    BACK = "back"


class Kind(StrEnum):
    """What an element is."""

    TEXT = "text"
    BOX = "box"
    ELLIPSE = "ellipse"
    POLYGON = "polygon"
    QR = "qr"
    BARCODE = "barcode"
    PHOTO = "photo"
    PICTURE = "picture"


SHAPES: Final = frozenset((Kind.BOX, Kind.ELLIPSE, Kind.POLYGON))
CODES: Final = frozenset((Kind.QR, Kind.BARCODE))


class Fit(StrEnum):
    """What becomes of a text that is too long for its place."""

    WRAP = "wrap"
    """Broken into lines, then made smaller down to the least size."""
    SHRINK = "shrink"
    """Made smaller on one line, down to the least size."""
    ABBREVIATE = "abbreviate"
    """As wrapped; what still does not fit is written shorter, and that is reported."""


class Across(StrEnum):
    """Where lines stand in a box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Down(StrEnum):
    """Where a block of lines stands in a box."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Fill(StrEnum):
    """How a picture fills its box."""

    COVER = "cover"
    """Wholly; what is too much is cut off."""
    CONTAIN = "contain"
    """As far as the whole picture allows."""
    STRETCH = "stretch"


@dataclass(frozen=True, slots=True)
class Punch:
    """A slot or hole for a lanyard: a box that is kept clear, in micrometres of the front; it goes through the back."""

    x: int
    y: int
    width: int
    height: int
    round: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The card itself.

    Attributes:
        width, height: trimmed and flat, before it is folded.
        back: whether the back is printed.
        bleed: how far colour is to go on beyond the edge.
        safe: how far texts and codes are to stay away from it.
        punch: what is punched out, or None.
    """

    width: int
    height: int
    fold: Fold = Fold.NONE
    back: bool = False
    bleed: int = 3 * MICRONS
    safe: int = 4 * MICRONS
    punch: Punch | None = None

    @property
    def panel(self) -> tuple[int, int]:
        """Width and height of one face."""
        if self.fold in (Fold.FOOT, Fold.TOP):
            return self.width, self.height // 2
        return (self.width // 2, self.height) if self.fold is Fold.SIDE else (self.width, self.height)

    def hole(self, face: Face) -> Punch | None:
        """Return what is punched out of a face: on the back it lies as seen from behind."""
        if self.punch is None or face is Face.FRONT:
            return self.punch
        return replace(self.punch, x=self.panel[0] - self.punch.x - self.punch.width)

    @property
    def faces(self) -> tuple[Face, ...]:
        """The faces that are printed."""
        return (Face.FRONT, Face.BACK) if self.back or self.fold is not Fold.NONE else (Face.FRONT,)


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph of a text; it is left out when all its fields are empty.

    Attributes:
        text: as printed, with ``{field}`` for what differs.
        size: in percent of the element's size.
        lead: percent instead when no paragraph stands above it, and then it is bold; 0 for as ``size``.
        alone: percent instead when it is the only one; 0 for as ``size``.
        colour: as an element's; empty for the element's own.
        gap: extra space above it, in percent of the element's size.
        most: at most so many lines.
    """

    text: str
    size: int = 100
    lead: int = 0
    alone: int = 0
    bold: bool = False
    colour: str = ""
    gap: int = 0
    most: int = 3


@dataclass(frozen=True, slots=True)
class Element:
    """One thing on a face; what its kind has no use for is ignored.

    Attributes:
        name: unique in a design; by it a template takes the place of its parent's.
        x, y, width, height: its box from the upper left corner of the face; shapes may reach into the bleed.
        words: paragraphs of a text.
        content: what a QR code or a barcode holds.
        size, smallest: greatest and least size of type, in points.
        colour: ``ink``, ``soft``, ``pale``, ``white``, ``role`` and ``role.deep`` (the colour of the person's role), or
            ``#rrggbb``.
        ground: colour laid beneath a code or a picture, or empty.
        points: corners of a polygon, in ten-thousandths of the box.
        asset: hash of a picture, under which the store keeps it.
        pixels: width and height of that picture.
        roles: shown for these roles only; for all if empty.
        filled: shown only if this field is not empty; or empty.
        empty: shown only if this field is empty; or empty.
        below: name of a text above; this box then starts under that one's last line, ``distance`` below it.
    """

    name: str
    kind: Kind
    x: int
    y: int
    width: int
    height: int
    face: Face = Face.FRONT
    words: tuple[Words, ...] = ()
    content: str = ""
    fit: Fit = Fit.WRAP
    size: float = 12.0
    smallest: float = 6.0
    across: Across = Across.LEFT
    down: Down = Down.TOP
    colour: str = "ink"
    ground: str = ""
    points: tuple[tuple[int, int], ...] = ()
    asset: str = ""
    pixels: tuple[int, int] = (0, 0)
    fill: Fill = Fill.CONTAIN
    roles: tuple[str, ...] = ()
    filled: str = ""
    empty: str = ""
    below: str = ""
    distance: int = 0

    @property
    def right(self) -> int:
        """The right side of its box."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The lower side of its box."""
        return self.y + self.height

    @property
    def ppi(self) -> float:
        """Pixels an inch of its picture as it is placed; 0 without one."""
        if not (self.asset and self.pixels[0] and self.pixels[1] and self.width and self.height):
            return 0.0
        across, down = self.pixels[0] * 25_400 / self.width, self.pixels[1] * 25_400 / self.height
        # One that covers is enlarged until the coarser side fits; one that is contained stays finer.
        return max(across, down) if self.fill is Fill.CONTAIN else min(across, down)


@dataclass(frozen=True, slots=True)
class Design:
    """A whole badge: page, and elements in paint order, the first lowest."""

    page: Page
    elements: tuple[Element, ...] = ()

    def named(self, name: str) -> Element | None:
        """Return the element with a name."""
        return next((one for one in self.elements if one.name == name), None)

    @property
    def assets(self) -> frozenset[str]:
        """Hashes of all pictures in it."""
        return frozenset(one.asset for one in self.elements if one.asset)


def fields_of(text: str) -> tuple[str, ...]:
    """Return the names in braces in a text, known or not, each once."""
    return tuple(dict.fromkeys(_PLACE.findall(text)))


def replaced(text: str, values: "dict[str, str]") -> str:
    """Put values in the place of ``{field}``; what is no known name stays as it is, and values are not looked into."""
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), text)


def texts_of(element: Element) -> tuple[str, ...]:
    """Return every text of an element in which fields may stand."""
    return (*(words.text for words in element.words), element.content)
