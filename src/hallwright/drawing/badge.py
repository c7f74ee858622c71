"""Badges: one page of 86 x 124 mm for each person."""

from collections.abc import Iterable, Iterator
from datetime import date

import numpy as np

from hallwright.drawing.codes import Codes, plain
from hallwright.drawing.composing import Composer
from hallwright.drawing.days import chinese, english
from hallwright.drawing.fonts import CAP_HEIGHT, missing
from hallwright.drawing.labels import Fitted, Line, fit
from hallwright.drawing.paper import SMALLEST
from hallwright.drawing.primitives import Anchor, Bitmap, Drawing, Group, Item, NotShown, Page, Shapes, Text
from hallwright.drawing.qr import qr_bits
from hallwright.drawing.symbols import shapes
from hallwright.drawing.wording import pair, word
from hallwright.expo.people import Person, Role
from hallwright.expo.show import Show
from hallwright.support.i18n import _
from hallwright.support.text import natural_key

WIDTH, HEIGHT = 86.0, 124.0
_BLEED = 5.0  # how far colour goes on beyond the edge; a press shows as much of it as it asks for
_LEFT, _RIGHT = 6.0, WIDTH - 6.0
_WIDE = _RIGHT - _LEFT
_SLOT = 11.0  # nothing is printed in the slot's way but the band's plain colour
_HEAD = 33.0
_FOOT = 106.0
_QR = 25.0
_QUIET = 4.0  # beside a code: what is printed there keeps a scanner from finding it
_GAP = 2.8
_ROLE_WORDS = {Role.STAFF: "crew"}


def badge_pages(
    show: Show, people: Iterable[Person], not_shown: list[NotShown], codes: Codes = plain
) -> Iterator[Page]:
    """Make badges one at a time, so that any number of them takes no more memory than one.

    Args:
        show: the expo.
        people: who gets a badge, in the order of printing.
        not_shown: takes what could not be shown on the pages made so far.
        codes: gives the texts of a person's QR codes, the first for the right-hand corner.
    """
    badges = _Badges(show, not_shown, codes)
    for person in people:
        yield badges.page(person)


class _Badges:
    """What all badges of one expo share."""

    def __init__(self, show: Show, not_shown: list[NotShown], codes: Codes) -> None:
        self._show = show
        self._codes = codes
        self._lost = not_shown
        self._art: dict[Role, Group] = {}
        self._themes = {day.day: day for day in show.theme_days.values()}
        self._valid: dict[tuple[date, ...], tuple[tuple[str, str], ...]] = {}
        self._firms: dict[str, tuple[str, str, str]] = {}

    def page(self, person: Person) -> Page:
        """Make one badge."""
        if person.role not in self._art:
            self._art[person.role] = self._artwork(person.role)
        items: list[Item] = [self._art[person.role]]
        firm, firm_native, booths = self._firm(person)
        bottom = self._name(person, items)
        self._work(person, firm, firm_native, bottom, items)
        right = _RIGHT
        for text in self._codes(person):
            right = self._code(person, text, right, items)
        self._facts(person, booths, right - _LEFT, items)
        return Page(WIDTH, HEIGHT, tuple(items))

    def _artwork(self, role: Role) -> Group:
        """Return what all badges of a role have in common."""
        page = Composer()
        page.items += _bands(role)
        event = self._show.event
        y = _SLOT
        native, latin = event.name_native, event.name
        for text, size, most in ((native, 4.4, 2), (latin, 3.2 if native else 4.6, 2)):
            if text:
                first = y + size * 0.85
                y += page.paragraph(
                    text, _LEFT, first, size, _WIDE, role="text.inverse", bold=True, most=most, key=event.id
                )
                y += 0.8
        english_role, chinese_role = pair(_ROLE_WORDS.get(role, role))
        middle = (_FOOT + HEIGHT) / 2
        size = 8.6
        taken = page.line(
            english_role.upper(),
            _LEFT,
            middle + size * CAP_HEIGHT / 2,
            size,
            _WIDE * 0.66,
            role="text.inverse",
            bold=True,
        )
        room = _WIDE - taken - 4.0
        page.line(
            chinese_role,
            _RIGHT,
            middle + 6.4 * 0.38,
            6.4,
            room,
            role="text.inverse",
            bold=True,
            anchor=Anchor.END,
        )
        self._lost += page.lost
        return Group(tuple(page.items), name=f"badge-{role}")

    def _firm(self, person: Person) -> tuple[str, str, str]:
        """Return the company in Latin and native script, and the numbers of its booths."""
        exhibitor = self._show.exhibitors.get(person.exhibitor or "")
        if exhibitor is None:
            return person.company, person.company_native, ""
        if exhibitor.id not in self._firms:
            numbers = sorted((booth.number for booth in self._show.booths_of(exhibitor)), key=natural_key)
            self._firms[exhibitor.id] = exhibitor.name, exhibitor.name_native, ", ".join(numbers)
        name, native, booths = self._firms[exhibitor.id]
        if person.company or person.company_native:
            name, native = person.company, person.company_native
        return name, native, booths

    def _name(self, person: Person, items: list[Item]) -> float:
        """Set the name in both scripts; return the foot of the block."""
        latin = f"{person.title} {person.latin}".strip() if person.latin else ""
        native = "" if person.native == person.latin else person.native
        top = _HEAD + 5.5
        lines = (
            Line(native, bold=True, ratio=1.3 if latin else 1.5, lines=2),
            Line(latin, bold=True, ratio=1.0 if native else 1.25, gap=0.1, lines=2 if native else 3),
        )
        fitted = fit(_WIDE, 25.0, lines, smallest=SMALLEST, largest=8.2)
        name = "  ".join(part for part in (native, latin) if part)
        self._report(person.id, name, bool(name) and fitted is None)
        if fitted is None:
            return top
        return _set(fitted, _LEFT, top, person.id, items)

    def _work(self, person: Person, firm: str, firm_native: str, top: float, items: list[Item]) -> None:
        """Set company and job below the name."""
        native = "" if firm_native == firm else firm_native
        lines = (
            Line(native, bold=True, lines=2),
            Line(firm, bold=not native, ratio=0.86 if native else 1.0, gap=0.15, lines=3),
            Line(person.job, "text.soft", ratio=0.8, gap=0.4, lines=2),
        )
        text = "  ".join(line.text for line in lines if line.text)
        if not text:
            return
        # A long name above leaves less; the block then gives way in size, never in text.
        first = top + 4.6
        fitted = fit(_WIDE, _FOOT - _QR - 4.0 - first - 1.0, lines, smallest=SMALLEST, largest=4.6)
        self._report(person.id, text, fitted is None)
        if fitted is not None:
            _set(fitted, _LEFT, first, person.id, items)

    def _facts(self, person: Person, booths: str, wide: float, items: list[Item]) -> None:
        """Set booth, delegation and days of validity at the left of the QR codes, from the foot upwards."""
        blocks: list[tuple[tuple[Line, ...], float]] = []
        if booths:
            head = Line(word("booth", "both"), "text.soft", ratio=0.42, wraps=False)
            blocks.append(((head, Line(booths, bold=True, gap=0.12, lines=2)), 5.6))
        if person.delegation:
            blocks.append(((Line(person.delegation, bold=True, lines=2),), 3.4))
        valid = self._days(person.days)
        if valid:
            blocks.append((tuple(Line(text, role, gap=0.08, lines=2) for role, text in valid), 2.7))
        # What each block would like; all shrink alike when they want more than there is.
        wanted = [sum(line.ratio for line in lines) * largest * 1.3 for lines, largest in blocks]
        share = min(1.0, (_QR - _GAP * (len(blocks) - 1)) / (sum(wanted) or 1.0))
        y = _FOOT - 4.0
        for (lines, largest), high in zip(reversed(blocks), reversed(wanted), strict=True):
            fitted = fit(wide, max(high * share, largest), lines, smallest=SMALLEST, largest=largest)
            self._report(person.id, "  ".join(line.text for line in lines), fitted is None)
            if fitted is not None:
                taken = _height(fitted)
                _set(fitted, _LEFT, y - taken, person.id, items)
                y -= taken + _GAP

    def _days(self, days: tuple[date, ...]) -> tuple[tuple[str, str], ...]:
        """Return ``(role, text)`` lines that say when a badge is valid."""
        if days not in self._valid:
            event_days = self._show.event.days
            valid = days or event_days
            lines: list[tuple[str, str]] = []
            if valid:
                lines = [("text", chinese(valid)), ("text", english(valid))]
                if event_days and set(valid) >= set(event_days):
                    lines.append(("text.soft", word("all-days", "both")))
                elif len(valid) == 1 and valid[0] in self._themes:
                    theme = self._themes[valid[0]]
                    lines += [("text.soft", text) for text in (theme.name_native, theme.name) if text]
            self._valid[days] = tuple(lines)
        return self._valid[days]

    def _code(self, person: Person, text: str, right: float, items: list[Item]) -> float:
        """Set a code at the foot, its right edge at ``right``; return how far text may reach towards it."""
        try:
            ink = qr_bits(text)
        except ValueError:
            self._lost.append(NotShown(person.id, text, _("the code is too long for a QR code")))
            return right
        box = (right - _QR, _FOOT - 4.0 - _QR, right, _FOOT - 4.0)
        items.append(Bitmap("qr", box, ink, person.id))
        return right - _QR - _QUIET

    def _report(self, key: str, text: str, unfit: bool) -> None:
        if unfit:
            self._lost.append(NotShown(key, text, _("the text does not fit the badge at 4 pt")))
        chars = missing(text)
        if chars:
            self._lost.append(
                NotShown(key, text, _("no font has {characters}; shown as ?").format(characters=" ".join(chars)))
            )


def _bands(role: Role) -> Drawing:
    """Return the colour at head and foot, with a second plane laid across it."""
    plain, deep = f"badge.{role}", f"badge.{role}.deep"
    left, top, right, bottom = -_BLEED, -_BLEED, WIDTH + _BLEED, HEIGHT + _BLEED
    # The slanted edges keep their slope in the bleed.
    head, foot = 62.0 - 14.0 * _BLEED / _HEAD, 10.4 + 8.0 * _BLEED / (HEIGHT - _FOOT)
    return (
        Shapes.box(plain, left, top, right, _HEAD),
        shapes(deep, [np.array([(head, top), (right, top), (right, _HEAD), (76.0, _HEAD)])]),
        Shapes.box(plain, left, _FOOT, right, bottom),
        shapes(deep, [np.array([(left, _FOOT), (2.4, _FOOT), (foot, bottom), (left, bottom)])]),
    )


def _height(fitted: Fitted) -> float:
    first, last = fitted.texts[0], fitted.texts[-1]
    return last.y - first.y + CAP_HEIGHT * first.size


def _set(fitted: Fitted, left: float, top: float, key: str, items: list[Item]) -> float:
    """Set a block flush left with its first capitals at ``top``; return its last baseline."""
    first = fitted.texts[0]
    shift = top + CAP_HEIGHT * first.size - first.y
    y = top
    for text in fitted.texts:
        y = text.y + shift
        items.append(Text(text.role, text.text, left, y, text.size, Anchor.START, text.bold, 0.0, key))
    return y
