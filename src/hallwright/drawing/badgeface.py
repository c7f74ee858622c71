"""One face of a badge, made of a design's elements for one person after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from hallwright.drawing.badgefields import Fields
from hallwright.drawing.badgetext import Box, paragraphs, setting
from hallwright.drawing.fonts import missing
from hallwright.drawing.pixels import size_of
from hallwright.drawing.primitives import Bitmap, Drawing, Group, Item, NotShown, Picture, Shapes
from hallwright.drawing.qr import code128_bits, qr_bits
from hallwright.drawing.turning import turned
from hallwright.expo.design import (
    CODES,
    FIELDS,
    MICRONS,
    SHAPES,
    SHARED,
    Design,
    Element,
    Face,
    Fill,
    Kind,
    fields_of,
    replaced,
    texts_of,
)
from hallwright.expo.people import Person, Role
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

Pictures = Callable[[str], bytes]
"""Returns the content kept under a hash; raises Refused where there is none."""
_QUIET = 4
"""Modules of white that a QR code needs about itself."""
_MOST_PIXELS = 100_000_000
"""A picture that says it has more was not put in by this program."""
_ROUND = 72
"""Corners of an ellipse: at 25 mm across no eye tells them from a curve."""
_PALETTE = {"ink": "text", "soft": "text.soft", "pale": "badge.pale", "white": "text.inverse"}


def no_pictures(key: str) -> bytes:
    """Refuse: there is no store at hand."""
    raise Refused(_("The picture is not in the project"), key[:12])


@dataclass(frozen=True, slots=True)
class _Part:
    """An element and what is known of it beforehand."""

    element: Element
    box: Box
    fields: tuple[str, ...]
    shared: bool
    needs: tuple[tuple[str, ...], ...] = ()
    """Known fields of each paragraph."""


@dataclass(slots=True)
class FaceMaker:
    """Makes one face for any number of people; what a role's badges share is made once, as a named group.

    Args:
        key: names the template in the names of groups.
        lost: takes what could not be shown.
        reverse: turn the face upside down.
    """

    design: Design
    face: Face
    key: str
    fields: Fields
    pictures: Pictures
    lost: list[NotShown]
    reverse: bool = False
    _parts: list[tuple[bool, list[_Part]]] = field(init=False)
    _wanted: tuple[str, ...] = field(init=False)
    _groups: dict[tuple[int, Role], Group] = field(init=False, default_factory=dict)
    _inks: dict[tuple[str, Role], tuple[str, ...]] = field(init=False, default_factory=dict)
    _kept: dict[str, tuple[bytes, tuple[int, int]] | None] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        parts = [_part(one) for one in self.design.elements if one.face is self.face]
        self._parts = [(shared, list(some)) for shared, some in groupby(parts, key=lambda part: part.shared)]
        self._wanted = tuple(dict.fromkeys(name for part in parts if not part.shared for name in part.fields))

    def items(self, person: Person) -> Drawing:
        """Return what is on the face for a person, in millimetres of the face."""
        values = self.fields.of(person, self._wanted)
        found: list[Item] = []
        feet: dict[str, float] = {}
        wide, high = (side / MICRONS for side in self.design.page.panel)
        for number, (shared, parts) in enumerate(self._parts):
            if shared:
                group = self._group(number, parts, person, wide, high)
                if group.items:
                    found.append(group)
                continue
            own: list[Item] = []
            for part in parts:
                self._add(part, person, values, feet, own)
            found += turned(tuple(own), wide, high) if self.reverse else own
        return tuple(found)

    def _group(self, number: int, parts: Sequence[_Part], person: Person, wide: float, high: float) -> Group:
        """Return what all badges of a role have in common."""
        known = self._groups.get((number, person.role))
        if known is None:
            values = self.fields.of(person, [name for part in parts for name in part.fields])
            own: list[Item] = []
            for part in parts:
                self._add(part, person, values, {}, own)
            name = f"badge-{self.key}-{self.face}{number}-{person.role}"
            known = Group(tuple(own), name=name)
            if self.reverse:
                known = Group(turned(known.items, wide, high), name=name)
            self._groups[number, person.role] = known
        return known

    def _add(
        self, part: _Part, person: Person, values: dict[str, str], feet: dict[str, float], items: list[Item]
    ) -> None:
        one = part.element
        if one.roles and person.role not in one.roles:
            return
        if (one.filled and not values.get(one.filled)) or (one.empty and values.get(one.empty)):
            return
        if one.kind is Kind.TEXT:
            self._text(part, person, values, feet, items)
        elif one.kind in SHAPES:
            items.append(_shape(one, part.box, ink_of(one.colour, person.role)))
        elif one.kind in CODES:
            self._code(part, person, values, items)
        else:
            self._picture(part, person, items)

    def _text(
        self, part: _Part, person: Person, values: dict[str, str], feet: dict[str, float], items: list[Item]
    ) -> None:
        one, box = part.element, part.box
        texts = []
        for words, needs in zip(one.words, part.needs, strict=True):
            # A paragraph of fields that are all empty is left out, whatever else it says: "Seat {seat}".
            if not needs:
                texts.append(words.text.strip())
            elif len(needs) == 1 and len(words.text) == len(needs[0]) + 2:
                texts.append(values[needs[0]].strip())
            elif any(map(values.__getitem__, needs)):
                texts.append(" ".join(replaced(words.text, values).split()))
            else:
                texts.append("")
        if one.below in feet:
            box = box._replace(top=min(feet[one.below] + one.distance / MICRONS, box.bottom))
        inks = self._inks.get((one.name, person.role))
        if inks is None:
            inks = tuple(ink_of(words.colour or one.colour, person.role) for words in one.words)
            self._inks[one.name, person.role] = inks
        set_ = setting(one, paragraphs(one, texts, inks), box, person.id)
        feet[one.name] = set_.foot
        items += set_.texts
        if set_.fits and not set_.shown and all(map(str.isascii, texts)):
            return
        text = "  ".join(filter(None, texts))
        if not set_.fits:
            reason = _("the text does not fit “{element}” at {size:g} pt")
            self.lost.append(NotShown(person.id, text, reason.format(element=one.name, size=one.smallest)))
        elif set_.shown:
            self.lost.append(NotShown(person.id, text, _("written shorter: {shown}").format(shown=set_.shown)))
        chars = "".join(map(missing, texts))
        if chars:
            reason = _("no font has {characters}; shown as ?")
            told = " ".join(dict.fromkeys(chars))
            self.lost.append(NotShown(person.id, text, reason.format(characters=told)))

    def _code(self, part: _Part, person: Person, values: dict[str, str], items: list[Item]) -> None:
        one, box = part.element, part.box
        text = replaced(one.content, values)
        if not text:
            return
        try:
            ink = qr_bits(text) if one.kind is Kind.QR else code128_bits(text)
        except ValueError:
            reason = _("the code is too long for a QR code") if one.kind is Kind.QR else _("no barcode can hold this")
            self.lost.append(NotShown(person.id, text, reason))
            return
        if one.ground:
            items.append(Shapes.box(ink_of(one.ground, person.role), *box))
        if one.kind is Kind.QR:
            side = min(box.right - box.left, box.bottom - box.top)
            x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
            if one.ground:
                side *= ink.shape[0] / (ink.shape[0] + 2 * _QUIET)
            box = Box(x - side / 2, y - side / 2, x + side / 2, y + side / 2)
        role = "qr" if one.colour == "ink" else ink_of(one.colour, person.role)
        items.append(Bitmap(role, (*box,), ink, person.id))

    def _picture(self, part: _Part, person: Person, items: list[Item]) -> None:
        one, box = part.element, part.box
        photo = one.kind is Kind.PHOTO
        key = person.photo if photo else one.asset
        if one.ground:
            items.append(Shapes.box(ink_of(one.ground, person.role), *box))
        if not key:
            return
        found = self._content(key, photo)
        if found is None:
            reason = _("the photo is missing or damaged") if photo else _("the picture is missing or damaged")
            self.lost.append(NotShown(person.id if photo else "", one.name, reason))
            return
        content, pixels = found
        place = placed(pixels, box, one.fill)
        picture = Picture((*place,), key, content, person.id if photo else "")
        items.append(Group((picture,), clip=(*box,)) if one.fill is Fill.COVER and place != box else picture)

    def _content(self, key: str, photo: bool) -> tuple[bytes, tuple[int, int]] | None:
        if key in self._kept:
            return self._kept[key]
        try:
            content = self.pictures(key)
        except Refused:
            content = b""
        size = size_of(content)
        found = (content, size) if size is not None and size[0] * size[1] <= _MOST_PIXELS else None
        # Each photo is on one badge: keeping them would keep all of them.
        if not photo:
            self._kept[key] = found
        return found


def ink_of(colour: str, role: Role) -> str:
    """Return the theme's role of a colour of a design on the badge of a person's role."""
    if colour.startswith("role"):
        return f"badge.{role}{colour[4:]}"
    return f"colour.x{colour[1:]}" if colour.startswith("#") else _PALETTE[colour]


def placed(pixels: tuple[int, int], box: Box, fill: Fill) -> Box:
    """Return where a picture lies that fills a box."""
    wide, high = box.right - box.left, box.bottom - box.top
    if fill is Fill.STRETCH or wide <= 0 or high <= 0:
        return box
    scales = wide / pixels[0], high / pixels[1]
    scale = max(scales) if fill is Fill.COVER else min(scales)
    across, down = pixels[0] * scale / 2, pixels[1] * scale / 2
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return Box(x - across, y - down, x + across, y + down)


def _part(one: Element) -> _Part:
    box = Box(one.x / MICRONS, one.y / MICRONS, one.right / MICRONS, one.bottom / MICRONS)
    needs = tuple(tuple(name for name in fields_of(words.text) if name in FIELDS) for words in one.words)
    fields = tuple(
        dict.fromkeys((*(name for text in texts_of(one) for name in fields_of(text)), one.filled, one.empty))
    )
    fields = tuple(name for name in fields if name)
    shared = set(fields) <= SHARED and not one.below and one.kind is not Kind.PHOTO
    return _Part(one, box, fields, shared, needs)


def _shape(one: Element, box: Box, role: str) -> Shapes:
    if one.kind is Kind.BOX:
        return Shapes.box(role, *box)
    wide, high = box.right - box.left, box.bottom - box.top
    if one.kind is Kind.ELLIPSE:
        angles = np.arange(_ROUND) * (2 * np.pi / _ROUND)
        ring = np.column_stack([box.left + wide * (1 + np.cos(angles)) / 2, box.top + high * (1 + np.sin(angles)) / 2])
    else:
        ring = np.array(one.points or ((0, 0), (10_000, 0), (10_000, 10_000)), dtype=float) / 10_000
        ring = ring * (wide, high) + (box.left, box.top)
    bounds = np.concatenate([ring.min(axis=0), ring.max(axis=0)])[None, :]
    return Shapes(role, ("",), bounds, {0: ring})
