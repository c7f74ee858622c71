"""What the fields of a badge's texts are for a person: plain texts, put in the place of ``{field}``."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from hallwright.drawing.codes import Codes, plain
from hallwright.drawing.days import chinese, english
from hallwright.drawing.wording import pair, word
from hallwright.expo.naming import ordered
from hallwright.expo.people import Person, Role
from hallwright.expo.show import Show
from hallwright.support.text import natural_key

_ROLE_WORDS = {Role.STAFF: "crew"}


class Fields:
    """Looks up fields for the badges of one expo; what many people share is looked up once."""

    def __init__(self, show: Show, codes: Codes = plain) -> None:
        self._show = show
        self._codes = codes
        self._themes = {day.day: day for day in show.theme_days.values()}
        self._valid: dict[tuple[date, ...], tuple[str, str, str, str]] = {}
        self._firms: dict[str, tuple[str, str, str]] = {}
        self._zones: dict[tuple[str, ...], tuple[str, str]] = {}
        self._known: Mapping[str, Callable[[Person], str]] = self._table()

    def of(self, person: Person, wanted: Iterable[str]) -> dict[str, str]:
        """Return the values of some fields; unknown ones are left out."""
        known = self._known
        return {name: known[name](person) for name in wanted if name in known}

    def _table(self) -> Mapping[str, Callable[[Person], str]]:
        event = self._show.event
        return {
            "name": lambda person: person.native or ordered(person.given, person.family),
            # Where there is one name only it is the name, and not a second one in another script.
            "latin": lambda person: ordered(person.given, person.family),
            "native": lambda person: "" if person.native == person.latin else person.native,
            "title": lambda person: person.title if person.latin else "",
            "given": lambda person: person.given,
            "family": lambda person: person.family,
            "company": lambda person: self._firm(person)[0],
            "company_native": self._native_firm,
            "job": lambda person: person.job,
            "delegation": lambda person: person.delegation,
            "role": lambda person: role_words(person.role)[0],
            "role_capitals": lambda person: role_words(person.role)[0].upper(),
            "role_native": lambda person: role_words(person.role)[1],
            "booth": lambda person: self._firm(person)[2],
            "booth_caption": lambda person: word("booth", "both") if self._firm(person)[2] else "",
            "days": lambda person: self._days(person.days)[0],
            "days_native": lambda person: self._days(person.days)[1],
            "days_note": lambda person: self._days(person.days)[2],
            "days_note_native": lambda person: self._days(person.days)[3],
            "zones": lambda person: self._access(person.access)[0],
            "zones_native": lambda person: self._access(person.access)[1],
            "seat": lambda person: person.seat,
            "code": lambda person: plain(person)[0],
            "qr": lambda person: self._codes(person)[0],
            # Only where a second code was asked for.
            "qr_second": lambda person: "".join(self._codes(person)[1:2]),
            "event": lambda _person: event.name,
            "event_native": lambda _person: event.name_native,
            "theme": lambda _person: event.theme,
            "theme_native": lambda _person: event.theme_native,
            "venue": lambda _person: event.venue,
            "venue_native": lambda _person: event.venue_native,
        }

    def _native_firm(self, person: Person) -> str:
        name, native, _booths = self._firm(person)
        return "" if native == name else native

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

    def _days(self, days: tuple[date, ...]) -> tuple[str, str, str, str]:
        """Return when a badge is valid in English and Chinese, and what is said of that in both."""
        if days not in self._valid:
            event_days = self._show.event.days
            valid = days or event_days
            found = ("", "", "", "")
            if valid:
                found = english(valid), chinese(valid), "", ""
                if event_days and set(valid) >= set(event_days):
                    found = *found[:2], *pair("all-days")
                elif len(valid) == 1 and valid[0] in self._themes:
                    theme = self._themes[valid[0]]
                    found = *found[:2], theme.name, theme.name_native
            self._valid[days] = found
        return self._valid[days]

    def _access(self, access: tuple[str, ...]) -> tuple[str, str]:
        """Return the names of the zones that a badge opens, in both scripts where they have them."""
        if access not in self._zones:
            rows = [self._show.zones[key] for key in access if key in self._show.zones]
            names = ", ".join(row.name or row.name_native for row in rows)
            native = "、".join(row.name_native or row.name for row in rows)
            self._zones[access] = names, native
        return self._zones[access]


def role_words(role: Role) -> tuple[str, str]:
    """Return a role as it is printed, in English and Chinese."""
    return pair(_ROLE_WORDS.get(role, role))
