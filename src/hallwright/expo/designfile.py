"""A design as JSON text and back: strict, for templates come from strangers, too."""

import json
import re
import typing
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from types import UnionType
from typing import Any, TypeVar

from hallwright.expo.design import FIELDS, LARGEST_TYPE, LONGEST, SHORTEST, SMALLEST_TYPE, Design, Element, Page
from hallwright.expo.people import Role
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

T = TypeVar("T")
VERSION = 1
MOST_ELEMENTS = 200
MOST_PARTS = 64
"""Paragraphs, corners or roles of one element."""
LONGEST_NAME = 80
LONGEST_TEXT = 2_000
FARTHEST = 2_000_000
"""No coordinate lies farther from the corner, in micrometres; nor is any other whole number larger."""
COLOURS = ("ink", "soft", "pale", "white", "role", "role.deep")
_RGB = re.compile(r"#[0-9a-f]{6}")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Part:
    """What a template has of its own; a template without parent has all.

    Attributes:
        page: or None to take over the parent's.
        elements: new ones, and those that take the place of the parent's of the same name.
        without: names of the parent's elements that are left out.
        order: names of all elements in paint order, where that is not the parent's with the new ones above.
    """

    page: Page | None = None
    elements: tuple[Element, ...] = ()
    without: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


def written(part: Part) -> str:
    """Return a part as one line of JSON; what has its default is left out."""
    return json.dumps({"version": VERSION, **_plain(part)}, ensure_ascii=False, separators=(",", ":"))


def read(text: str, where: str = "") -> Part:
    """Return the part that a text describes.

    Args:
        text: JSON as ``written`` makes it.
        where: name of the template or file, for the refusal.

    Raises:
        Refused: one line that says what is wrong and at which place.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _bad(where, _("it is no JSON ({reason})").format(reason=" ".join(str(error).split())[:80])) from None
    return read_plain(value, where)


def read_plain(value: Any, where: str = "") -> Part:
    """Return the part that parsed JSON describes; refused as by ``read``."""
    if not isinstance(value, dict):
        raise _bad(where, _("{place} is no object").format(place="design"))
    version = value.get("version")
    if version != VERSION or isinstance(version, bool):
        raise _bad(
            where,
            _("its version is {version}; this program reads {known}").format(version=str(version)[:20], known=VERSION),
        )
    part = _Reader(where).object(Part, {key: one for key, one in value.items() if key != "version"}, "design")
    check(part, where)
    return part


def check(part: Part, where: str = "") -> None:
    """Refuse what has the right form but makes no badge."""
    page = part.page
    if page is not None:
        for side in (page.width, page.height, *page.panel):
            if not SHORTEST <= side <= LONGEST:
                size = f"{page.width / 1000:g} x {page.height / 1000:g} mm"
                least, most = f"{SHORTEST / 1000:g}", f"{LONGEST / 1000:g}"
                raise _bad(where, _("a badge of {size}; sides are {least} to {most} mm").format(
                    size=size, least=least, most=most
                ))  # fmt: skip
        if not (0 <= page.bleed <= SHORTEST and 0 <= page.safe <= SHORTEST):
            raise _bad(where, _("bleed and safe margin are 0 to {most} mm").format(most=SHORTEST // 1000))
    if len(part.elements) > MOST_ELEMENTS:
        raise _bad(where, _("more than {most} elements").format(most=MOST_ELEMENTS))
    seen: set[str] = set()
    for one in part.elements:
        if not one.name.strip() or len(one.name) > LONGEST_NAME:
            raise _bad(where, _("an element without a sound name"))
        if one.name in seen:
            raise _bad(where, _("two elements are called {name}").format(name=one.name))
        seen.add(one.name)
        fault = _fault(one)
        if fault:
            raise _bad(where, _("element {name}: {fault}").format(name=one.name, fault=fault))


def _fault(one: Element) -> str:
    """Return what is wrong with an element, or an empty text."""
    if one.width < 0 or one.height < 0:
        return _("width and height are not below 0")
    if not SMALLEST_TYPE <= one.smallest <= one.size <= LARGEST_TYPE:
        return _("type is {least:g} to {most:g} pt, the least size not above the greatest").format(
            least=SMALLEST_TYPE, most=LARGEST_TYPE
        )
    for colour in (one.colour, one.ground or "ink", *(words.colour or "ink" for words in one.words)):
        if colour not in COLOURS and not _RGB.fullmatch(colour):
            return _("{colour} is no colour; use {known} or #rrggbb").format(
                colour=colour[:20], known=", ".join(COLOURS)
            )
    if one.asset and not _HASH.fullmatch(one.asset):
        return _("asset is no SHA-256")
    if min(one.pixels) < 0:
        return _("a picture without a sound size")
    unknown = [role for role in one.roles if role not in tuple(Role)]
    if unknown:
        return _("there is no role {role}").format(role=unknown[0][:20])
    for condition in (one.filled, one.empty):
        if condition and condition not in FIELDS:
            return _("there is no field {field}").format(field=condition[:40])
    if any(not (0 < w.size <= 1000 and 0 <= w.lead <= 1000 and 0 <= w.alone <= 1000) for w in one.words):
        return _("sizes of paragraphs are 1 to 1000 percent")
    if any(not (0 <= words.gap <= 1000 and 1 <= words.most <= 20) for words in one.words):
        return _("gaps are 0 to 1000 percent, lines 1 to 20")
    return ""


def _plain(value: Any) -> Any:
    """Return a value as JSON has it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            item.name: _plain(getattr(value, item.name))
            for item in fields(value)
            if item.default is MISSING or getattr(value, item.name) != item.default
        }
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, StrEnum) else value


class _Reader:
    """Makes frozen objects of parsed JSON, refusing whatever is not exactly of their form."""

    def __init__(self, where: str) -> None:
        self._where = where

    def object(self, kind: type[T], value: Any, place: str) -> T:
        """Return an object of a dataclass; every key is known, and all without default are there."""
        if not isinstance(value, dict):
            raise _bad(self._where, _("{place} is no object").format(place=place))
        hints = _hints(kind)
        unknown = [key for key in value if key not in hints]
        if unknown:
            raise _bad(self._where, _("{place} knows no {key}").format(place=place, key=str(unknown[0])[:40]))
        for item in fields(kind):  # type: ignore[arg-type]
            if item.default is MISSING and item.name not in value:
                raise _bad(self._where, _("{place} lacks {key}").format(place=place, key=item.name))
        return kind(**{key: self._value(hints[key], one, f"{place}.{key}") for key, one in value.items()})

    def _value(self, kind: Any, value: Any, place: str) -> Any:
        if isinstance(kind, UnionType):
            inner = next(part for part in typing.get_args(kind) if part is not type(None))
            return None if value is None else self._value(inner, value, place)
        if typing.get_origin(kind) is tuple:
            return self._tuple(typing.get_args(kind), value, place)
        if is_dataclass(kind):
            return self.object(typing.cast("type[Any]", kind), value, place)
        return self._single(kind, value, place)

    def _tuple(self, kinds: tuple[Any, ...], value: Any, place: str) -> Any:
        most = MOST_ELEMENTS if place.startswith("design.") and place.count(".") == 1 else MOST_PARTS
        if not isinstance(value, list) or len(value) > most:
            raise _bad(self._where, _("{place} is no list of {most} at most").format(place=place, most=most))
        if len(kinds) == 2 and kinds[1] is not Ellipsis:
            if len(value) != 2:
                raise _bad(self._where, _("{place} is no pair").format(place=place))
            return tuple(self._value(kinds[k], value[k], f"{place}.{k}") for k in range(2))
        return tuple(self._value(kinds[0], one, f"{place}.{k}") for k, one in enumerate(value))

    def _single(self, kind: Any, value: Any, place: str) -> Any:
        if kind is bool:
            if isinstance(value, bool):
                return value
        elif kind is int:
            if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= FARTHEST:
                return value
            raise _bad(self._where, _("{place} is no whole number").format(place=place))
        elif kind is float:
            if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= FARTHEST:
                return float(value)
            raise _bad(self._where, _("{place} is no number").format(place=place))
        elif isinstance(value, str) and len(value) <= LONGEST_TEXT:
            if kind is str:
                return value
            try:
                return kind(value)
            except ValueError:
                known = ", ".join(kind)
                raise _bad(self._where, _("{place} is none of {known}").format(place=place, known=known)) from None
        raise _bad(self._where, _("{place} has no sound value").format(place=place))


_KNOWN: dict[type, Mapping[str, Any]] = {}


def _hints(kind: type) -> Mapping[str, Any]:
    if kind not in _KNOWN:
        _KNOWN[kind] = typing.get_type_hints(kind)
    return _KNOWN[kind]


def _bad(where: str, what: str) -> Refused:
    return Refused(
        _("The badge template cannot be read: {what}").format(what=what), where, _("Export it again, or make it anew.")
    )


def whole(part: Part, where: str = "") -> Design:
    """Return the design of a part that has no parent.

    Raises:
        Refused: it has no page.
    """
    if part.page is None:
        raise _bad(where, _("{place} lacks {key}").format(place="design", key="page"))
    return Design(part.page, part.elements)
