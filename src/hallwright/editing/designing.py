"""Changes of a design while it is drawn: pure functions from design to design, committed by ``editing.templates``."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from hallwright.expo.design import Design, Element, Face, Fill, Kind, Page, Words
from hallwright.expo.starters import with_back

_SIZES = {
    Kind.TEXT: (0.7, 0.12),
    Kind.BOX: (0.5, 0.1),
    Kind.ELLIPSE: (0.25, 0.25),
    Kind.POLYGON: (0.3, 0.2),
    Kind.QR: (0.3, 0.3),
    Kind.BARCODE: (0.5, 0.1),
    Kind.PHOTO: (0.3, 0.4),
    Kind.PICTURE: (0.4, 0.3),
}
"""Width and height of a new element, in parts of the face's width."""


class Edge(StrEnum):
    """What elements are aligned by."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


def new_element(design: Design, kind: Kind, face: Face, name: str = "") -> Element:
    """Return an element in the middle of a face, with a name that is free."""
    wide, high = design.page.panel
    width, height = (round(wide * part / 100) * 100 for part in _SIZES[kind])
    one = Element(
        free_name(design, name or str(kind)), kind, (wide - width) // 2, (high - height) // 2, width, height, face=face
    )
    if kind is Kind.TEXT:
        return replace(one, words=(Words("{name}", bold=True),), size=18.0)
    if kind in (Kind.BOX, Kind.ELLIPSE, Kind.POLYGON):
        points = ((0, 10_000), (5_000, 0), (10_000, 10_000)) if kind is Kind.POLYGON else ()
        return replace(one, colour="role", points=points)
    if kind is Kind.QR:
        return replace(one, content="{qr}", ground="white")
    if kind is Kind.BARCODE:
        return replace(one, content="{code}", ground="white")
    return replace(one, fill=Fill.COVER, ground="pale") if kind is Kind.PHOTO else one


def background(design: Design, face: Face, name: str) -> Element:
    """Return a picture, yet to be chosen, that covers a face out to its bleed."""
    (wide, high), bleed = design.page.panel, design.page.bleed
    return Element(
        free_name(design, name),
        Kind.PICTURE,
        -bleed,
        -bleed,
        wide + 2 * bleed,
        high + 2 * bleed,
        face=face,
        fill=Fill.COVER,
    )


def free_name(design: Design, name: str) -> str:
    """Return a name that no element bears: the name itself, or with a number behind it."""
    taken = {one.name for one in design.elements}
    found, number = name, 2
    while found in taken:
        found, number = f"{name} {number}", number + 1
    return found


def added(design: Design, element: Element, *, lowest: bool = False) -> Design:
    """Return a design with one more element, on top of the others or beneath them."""
    elements = (element, *design.elements) if lowest else (*design.elements, element)
    return replace(design, elements=elements)


def changed(design: Design, name: str, /, **values: Any) -> Design:
    """Return a design with fields of an element changed; what stands below it follows its new name."""
    new = values.get("name", name)
    elements = []
    for one in design.elements:
        if one.name == name:
            one = replace(one, **values)
        elif one.below == name:
            one = replace(one, below=new)
        elements.append(one)
    return replace(design, elements=tuple(elements))


def put(design: Design, elements: Iterable[Element]) -> Design:
    """Return a design in which elements take the place of those of the same name."""
    new = {one.name: one for one in elements}
    return replace(design, elements=tuple(new.get(one.name, one) for one in design.elements))


def removed(design: Design, names: Collection[str]) -> Design:
    """Return a design without some elements; what stood below one of them stands on its own."""
    elements = tuple(
        replace(one, below="", distance=0) if one.below in names else one
        for one in design.elements
        if one.name not in names
    )
    return replace(design, elements=elements)


def duplicated(design: Design, names: Collection[str], shift: int = 2000) -> tuple[Design, tuple[str, ...]]:
    """Return a design with copies of some elements, a little beside them and on top; and the copies' names."""
    made: list[str] = []
    for one in design.elements:
        if one.name in names:
            copy = replace(one, name=free_name(design, one.name), x=one.x + shift, y=one.y + shift)
            design = added(design, copy)
            made.append(copy.name)
    return design, tuple(made)


def raised(design: Design, names: Collection[str], step: int) -> Design:
    """Return a design with elements one place higher (step 1) or lower (-1) among those of their face."""
    elements = list(design.elements)
    places = [k for k, one in enumerate(elements) if one.name in names]
    for place in reversed(places) if step > 0 else places:
        face = elements[place].face
        other = place + step
        while 0 <= other < len(elements) and elements[other].face is not face:
            other += step
        if 0 <= other < len(elements) and elements[other].name not in names:
            elements[place], elements[other] = elements[other], elements[place]
    return replace(design, elements=tuple(elements))


def aligned(design: Design, names: Sequence[str], edge: Edge) -> Design:
    """Return a design with elements aligned to each other; a single one to the safe area of its face."""
    some = [one for one in design.elements if one.name in names]
    if not some:
        return design
    if len(some) == 1:
        wide, high = design.page.panel
        safe = design.page.safe
        box = (safe, safe, wide - safe, high - safe)
    else:
        box = (
            min(one.x for one in some),
            min(one.y for one in some),
            max(one.right for one in some),
            max(one.bottom for one in some),
        )
    left, top, right, bottom = box
    moved = []
    for one in some:
        x = {
            Edge.LEFT: left,
            Edge.CENTRE: (left + right - one.width) // 2,
            Edge.RIGHT: right - one.width,
        }.get(edge, one.x)
        y = {
            Edge.TOP: top,
            Edge.MIDDLE: (top + bottom - one.height) // 2,
            Edge.BOTTOM: bottom - one.height,
        }.get(edge, one.y)
        moved.append(replace(one, x=x, y=y))
    return put(design, moved)


def distributed(design: Design, names: Sequence[str], *, across: bool) -> Design:
    """Return a design with equal gaps between three elements or more; the outermost stay."""
    some = sorted((one for one in design.elements if one.name in names), key=lambda one: one.x if across else one.y)
    if len(some) < 3:
        return design
    sizes = [one.width if across else one.height for one in some]
    start = some[0].x if across else some[0].y
    end = (some[-1].x if across else some[-1].y) + sizes[-1]
    gap = (end - start - sum(sizes)) / (len(some) - 1)
    moved, place = [], float(start)
    for one, size in zip(some, sizes, strict=True):
        moved.append(replace(one, x=round(place)) if across else replace(one, y=round(place)))
        place += size + gap
    return put(design, moved)


def paged(design: Design, page: Page) -> Design:
    """Return a design on another page; one that gets a back by folding shows there what its front does."""
    had = len(design.page.faces) > 1
    design = replace(design, page=page)
    return with_back(design) if len(page.faces) > 1 and not had else design
