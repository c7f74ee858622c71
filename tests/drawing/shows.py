"""A small expo with what is hard to set: several scripts, odd outlines, long names."""

from dataclasses import replace
from datetime import date

from hallwright.expo.event import Event, ThemeDay
from hallwright.expo.people import Exhibitor, Person, Role
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus, Fixture, FixtureKind, Hall, Zone
from hallwright.geometry.outline import rectangle

HARD = ("R&D <Lab>", "{0} %s", "Ελληνικά", "Русский", "한국보안", "陳大文", "José Łukasz", "さくら株式会社", "360")


def small() -> Show:
    """Return one hall of 30 x 20 m with ten booths, every kind of fixture and nine people."""
    rows: list[Row] = [
        Event(
            id="event",
            name="Test Fair",
            name_native="测试博览会",
            venue="Trade Hall",
            venue_native="会展中心",
            starts=date(2024, 9, 9),
            ends=date(2024, 9, 15),
        ),
        ThemeDay(id="day", day=date(2024, 9, 12), name="Rule of Law Day", name_native="法治日"),
        Hall(id="hall", name="Hall 1", name_native="1号馆", outline=rectangle(0, 0, 30_000, 20_000)),
        Zone(
            id="zone",
            hall="hall",
            name="Industry",
            name_native="行业区",
            colour="#b3cff2",
            outline=rectangle(0, 0, 15_000, 20_000),
        ),
    ]
    for k, kind in enumerate(FixtureKind):
        outline = rectangle(400 + 1150 * k, 18_500, 1000, 1000)
        rows.append(Fixture(id=f"fixture{k}", hall="hall", kind=kind, outline=outline))
    rows.append(
        Fixture(
            id="door",
            hall="hall",
            kind=FixtureKind.ENTRANCE,
            name="North door",
            name_native="北门",
            outline=rectangle(12_000, 0, 4000, 300),
        )
    )
    for k, name in enumerate(HARD):
        rows.append(Exhibitor(id=f"firm{k}", name=name))
        rows.append(
            Booth(
                id=f"booth{k}",
                hall="hall",
                number=f"A{k + 1:02d}",
                outline=rectangle(1000 + 3000 * k, 3000, 3000, 3000),
                status=BoothStatus.CONFIRMED,
                exhibitor=f"firm{k}",
            )
        )
        rows.append(
            Person(
                id=f"person{k}",
                role=list(Role)[k],
                given="Given",
                family=name,
                native=HARD[k - 1],
                exhibitor=f"firm{k}" if k % 2 else None,
                company="" if k % 2 else "Company & Sons",
                code=f"CODE-{k:04d}",
            )
        )
    rows.append(Booth(id="free", hall="hall", number="B01", outline=rectangle(1000, 10_000, 6000, 4000)))
    rows.append(Exhibitor(id="partner", name="Partner GmbH", host="firm0"))
    return Show.of(rows)


def with_rows(show: Show, *rows: Row) -> Show:
    """Return a show with some rows added or replaced by id."""
    kept = {(type(row), row.id): row for row in show.rows()}
    kept.update({(type(row), row.id): row for row in rows})
    return Show.of(kept.values())


def renamed(show: Show, firm: str, name: str, native: str = "") -> Show:
    """Return a show in which an exhibitor has other names."""
    return with_rows(show, replace(show.exhibitors[firm], name=name, name_native=native))
