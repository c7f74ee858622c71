"""What is amiss with a design, whoever wears the badge: told in the designer and with every print."""

from collections.abc import Iterator
from typing import NamedTuple

from hallwright.expo.design import CODES, FIELDS, SHAPES, Design, Element, Kind, fields_of, texts_of
from hallwright.support.i18n import _

FINE, COARSE = 300, 225
"""Pixels an inch: good for photos in print, and the least that print shops take (Ghent Workgroup practice)."""
_TOUCH = 200
"""An element this near the edge, in micrometres, means to reach it."""
_READ = frozenset((Kind.TEXT, Kind.PHOTO)) | CODES
_CLOSE = 300
"""Micrometres by which boxes may lie over each other: nobody draws them to a hair."""


class Amiss(NamedTuple):
    """What is wrong with which element; advice is only told to those who design."""

    element: str
    what: str
    advice: bool = False


def amiss(design: Design) -> tuple[Amiss, ...]:
    """Return what is amiss, element by element in paint order."""
    return tuple(found for one in design.elements if one.face in design.page.faces for found in _of(design, one))


def _apart(one: Element, other: Element) -> bool:
    """Say whether no badge shows both: one is for a field that is filled, the other for the same that is empty."""
    return bool(one.filled and one.filled == other.empty) or bool(one.empty and one.empty == other.filled)


def _of(design: Design, one: Element) -> Iterator[Amiss]:
    page = design.page
    wide, high = page.panel
    if one.right <= 0 or one.bottom <= 0 or one.x >= wide or one.y >= high:
        yield Amiss(one.name, _("lies wholly outside the badge"))
        return
    if one.kind in SHAPES or one.kind is Kind.PICTURE:
        if _short_of_bleed(one, wide, high, page.bleed):
            yield Amiss(one.name, _("ends at the edge: let it go on {mm:g} mm beyond, into the bleed").format(
                mm=page.bleed / 1000
            ))  # fmt: skip
    elif min(one.x, one.y, wide - one.right, high - one.bottom) < page.safe:
        yield Amiss(one.name, _("reaches into the safe margin of {mm:g} mm").format(mm=page.safe / 1000))
    hole = page.hole(one.face)
    solid = one.kind not in SHAPES and not _background(one, wide, high)
    if hole is not None and solid and _meets(one, (hole.x, hole.y, hole.x + hole.width, hole.y + hole.height)):
        yield Amiss(one.name, _("lies where the badge is punched"))
    for other in design.elements[: design.elements.index(one)]:
        if other.kind in _READ and not _apart(one, other) and _over(one, other):
            yield Amiss(one.name, _("lies over {other}").format(other=other.name))
    if one.kind is Kind.PICTURE:
        yield from _picture(one)
    if one.kind in CODES and not one.content.strip():
        yield Amiss(one.name, _("the code holds nothing"))
    for name in dict.fromkeys(name for text in texts_of(one) for name in fields_of(text)):
        if name not in FIELDS:
            yield Amiss(one.name, _("there is no field {{{field}}}; it is printed as it is").format(field=name))


def _picture(one: Element) -> Iterator[Amiss]:
    if not one.asset:
        yield Amiss(one.name, _("has no picture yet"))
    elif one.ppi < COARSE:
        yield Amiss(one.name, _("{value:.0f} pixels an inch: too coarse for a press, which wants {limit}").format(
            value=one.ppi, limit=COARSE
        ))  # fmt: skip
    elif one.ppi < FINE:
        yield Amiss(
            one.name, _("{value:.0f} pixels an inch; {limit} are better").format(value=one.ppi, limit=FINE), True
        )


def _short_of_bleed(one: Element, wide: int, high: int, bleed: int) -> bool:
    """Say whether one of the sides means to reach the edge, and does not go beyond it as far as the bleed."""
    beyond = (-one.x, -one.y, one.right - wide, one.bottom - high)
    return any(-_TOUCH <= over < bleed for over in beyond)


def _background(one: Element, wide: int, high: int) -> bool:
    return one.kind is Kind.PICTURE and one.width * one.height > wide * high / 2


def _over(one: Element, other: Element) -> bool:
    """Say whether an element covers another that is to be read, on some badge."""
    if one.face is not other.face or other.name == one.below or one.name == other.below:
        return False
    if one.roles and other.roles and not set(one.roles) & set(other.roles):
        return False
    return _meets(one, (other.x + _CLOSE, other.y + _CLOSE, other.right - _CLOSE, other.bottom - _CLOSE))


def _meets(one: Element, box: tuple[int, int, int, int]) -> bool:
    left, top, right, bottom = box
    return one.x < right and left < one.right and one.y < bottom and top < one.bottom
