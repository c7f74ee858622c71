"""Sizes of badges and the designs that a new template starts from, as data beside the program."""

import json
import math
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from hallwright.expo.design import SHAPES, SMALLEST_TYPE, Design, Element, Face, Fold, Page
from hallwright.expo.designfile import read, whole
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _
from hallwright.support.paths import resources, user_data

_FOLDER = "badges"
NAMES = (
    *(N_("head"), N_("head plane"), N_("foot"), N_("foot plane"), N_("band")),
    *(N_("facts, two codes"), N_("second code")),
    *(N_("event name"), N_("role"), N_("role in Chinese"), N_("person"), N_("company and job")),
    *(N_("booth and days"), N_("code")),
)
"""Names of the elements of the built-in designs, told to whoever begins with them in their own language."""
_GAP = 500
"""Micrometres left free beside a punch."""
UPRIGHT, WIDE = "upright", "wide"


@dataclass(frozen=True, slots=True)
class Size:
    """A finished size in micrometres, and where it comes from."""

    name: str
    width: int
    height: int
    fold: Fold = Fold.NONE
    source: str = ""


@cache
def classic() -> Design:
    """Return the design of badges for which nobody has made a template: 86 x 124 mm."""
    return starter(UPRIGHT)


@cache
def starter(name: str) -> Design:
    """Return a built-in design, ``UPRIGHT`` or ``WIDE``."""
    text = (resources() / _FOLDER / f"{name}.json").read_text(encoding="utf-8")
    return whole(read(text, name), name)


def sizes(folder: Path | None = None) -> tuple[Size, ...]:
    """Return the sizes on offer: the user's own file in place of the program's.

    Args:
        folder: the user's; the program's data folder as a rule.

    Raises:
        Refused: the user's file cannot be used.
    """
    own = (folder if folder is not None else user_data()) / _FOLDER / "sizes.json"
    path = own if own.is_file() else resources() / _FOLDER / "sizes.json"
    try:
        return tuple(_size(one) for one in json.loads(path.read_text(encoding="utf-8"))["sizes"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        reason = " ".join(f"{type(error).__name__} {error}".split())[:80]
        raise Refused(
            _("The sizes of badges cannot be read ({reason})").format(reason=reason),
            str(path),
            _("Mend the file, or remove it."),
        ) from None


def _size(value: Any) -> Size:
    width, height = (round(float(value[key]) * 1000) for key in ("width", "height"))
    return Size(str(value["name"]), width, height, Fold(value.get("fold", "none")), str(value.get("source", "")))


def begun(width: int, height: int, fold: Fold = Fold.NONE) -> Design:
    """Return a design to start from in any size: the built-in one whose form is nearest, stretched to it."""
    page = Page(width, height, fold)
    across, down = page.panel
    base = starter(WIDE if across > down else UPRIGHT)
    made = _kept_safe(resized(base, replace(page, bleed=base.page.bleed, safe=base.page.safe, punch=base.page.punch)))
    made = _told(made)
    return with_back(made) if fold is not Fold.NONE else made


def _told(design: Design) -> Design:
    """Return a design whose elements are named in the language of the window: from now on they are the user's."""
    elements = (replace(one, name=_(one.name), below=_(one.below) if one.below else "") for one in design.elements)
    return replace(design, elements=tuple(elements))


def _kept_safe(design: Design) -> Design:
    """Return a design whose texts keep to the safe margin and out of the punch, which do not shrink with the card."""
    (wide, high), safe, punch = design.page.panel, design.page.safe, design.page.punch
    elements = []
    for one in design.elements:
        if one.kind not in SHAPES:
            left, top = max(one.x, safe), max(one.y, safe)
            right, bottom = min(one.right, wide - safe), min(one.bottom, high - safe)
            if punch is not None and left < punch.x + punch.width and punch.x < right and top < punch.y + punch.height:
                top = punch.y + punch.height + _GAP
            one = replace(one, x=left, y=top, width=max(right - left, 0), height=max(bottom - top, 0))
        elements.append(one)
    return replace(design, elements=tuple(elements))


def resized(design: Design, page: Page) -> Design:
    """Return a design on another page: boxes are stretched, type grows or shrinks with the lesser of the two."""
    (old_wide, old_high), (wide, high) = design.page.panel, page.panel
    across, down = wide / old_wide, high / old_high
    type_ = min(across, down)
    punch = design.page.punch
    if punch is not None and page.punch is not None:
        # A punch is as large as the tool that makes it, whatever the card's size.
        page = replace(page, punch=replace(punch, x=round((punch.x + punch.width / 2) * across - punch.width / 2)))
    elements = tuple(_stretched(one, across, down, type_) for one in design.elements)
    return Design(page, elements)


def _stretched(one: Element, across: float, down: float, type_: float) -> Element:
    left, top = round(one.x * across), round(one.y * down)
    wide, high = round(one.right * across) - left, round(one.bottom * down) - top
    size = max(math.floor(one.size * type_ * 10) / 10, SMALLEST_TYPE)
    return replace(
        one,
        x=left,
        y=top,
        width=wide,
        height=high,
        size=size,
        smallest=min(max(math.floor(one.smallest * type_ * 10) / 10, SMALLEST_TYPE), size),
        distance=round(one.distance * down),
    )


def with_back(design: Design) -> Design:
    """Return a design whose back shows what its front does, if there is nothing on the back yet."""
    if any(one.face is Face.BACK for one in design.elements):
        return design

    def behind(name: str) -> str:
        return _("{name}, back").format(name=name)

    copies = tuple(
        replace(one, name=behind(one.name), face=Face.BACK, below=behind(one.below) if one.below else "")
        for one in design.elements
    )
    return replace(design, elements=(*design.elements, *copies))
