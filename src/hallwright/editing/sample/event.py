"""The event of the sample and its theme days."""

from hallwright.editing.sample import data
from hallwright.editing.sample.keys import stable_id
from hallwright.expo.event import Event, ThemeDay
from hallwright.expo.row import Row


def rows() -> list[Row]:
    """Return the event and its theme days."""
    return [_event(), *theme_days()]


def theme_days() -> list[ThemeDay]:
    """Return the theme days in order."""
    return [
        ThemeDay(
            id=stable_id(f"day:{row['day']}"),
            day=data.day(row["day"]),
            name=row["name"],
            name_native=row["name_native"],
        )
        for row in data.table("days")
        if row["name"]
    ]


def _event() -> Event:
    (row,) = data.table("event")
    return Event(
        id=stable_id("event"),
        name=row["name"],
        name_native=row["name_native"],
        theme=row["theme"],
        theme_native=row["theme_native"],
        venue=row["venue"],
        venue_native=row["venue_native"],
        starts=data.day(row["starts"]),
        ends=data.day(row["ends"]),
    )
