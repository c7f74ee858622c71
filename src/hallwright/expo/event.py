"""The event itself and its theme days."""

from dataclasses import dataclass
from datetime import date, timedelta

from hallwright.expo.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Row):
    """The one event of a project; ``*_native`` holds the same in the venue's own script.

    Attributes:
        numbers_frozen_on: day from which booth numbers stand in print, so that a change of one is to be confirmed.
        profile: name of the rule profile; empty for the default.
        badges_first: badges that every exhibitor may have; there is no quota where ``badge_area`` is 0.
        badge_area: mm2 of booth for each badge more.
        badge_key: public key that the codes of badges are checked with, as text; empty while there is none.
    """

    name: str
    name_native: str = ""
    theme: str = ""
    theme_native: str = ""
    venue: str = ""
    venue_native: str = ""
    starts: date | None = None
    ends: date | None = None
    numbers_frozen_on: date | None = None
    profile: str = ""
    badges_first: int = 0
    badge_area: int = 0
    badge_key: str = ""

    @property
    def days(self) -> tuple[date, ...]:
        """All days from first to last, both included."""
        if self.starts is None or self.ends is None:
            return ()
        return tuple(self.starts + timedelta(days=k) for k in range((self.ends - self.starts).days + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeDay(Row):
    """A day of the event with a theme of its own."""

    day: date
    name: str
    name_native: str = ""
