"""A show whose exhibitors have secrets, and packets of it."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from tests.shows import booth

from hallwright.editing.reviewing import send_proofs
from hallwright.expo.event import Event
from hallwright.expo.people import Exhibitor
from hallwright.expo.review import Packet
from hallwright.expo.show import Show
from hallwright.expo.space import BoothStatus, Construction, Fixture, FixtureKind, Hall, Zone
from hallwright.geometry.outline import rectangle
from hallwright.review.sending import Sent, Wanted, chosen, send

NOW = datetime(2026, 11, 1, 9)  # noqa: DTZ001
WANTED = Wanted(deadline=date(2026, 12, 10))


def party(key: str, name: str, native: str = "", **values: str) -> Exhibitor:
    """Return an exhibitor whose every private field names it."""
    private = {
        field: f"{field}-of-{key}"
        for field in ("address", "contact", "phone", "description", "contract", "zone_wanted", "note", "website")
    }
    given = {**private, "email": f"mail@{key}.example", **values}
    return Exhibitor(id=key, name=name, name_native=native, priority=77, **given)  # type: ignore[arg-type]


def fair() -> Show:
    """Return two halls with five exhibitors; x4 is a guest of x1, x5 has a booth that is only held."""
    rows = [
        Event(id="e", name="Expo <1>", name_native="博览会"),
        Hall(id="h1", name="Hall 1", name_native="一号馆", outline=rectangle(0, 0, 40_000, 30_000), north=300),
        Hall(id="h2", name="Hall 2", outline=rectangle(0, 0, 20_000, 20_000)),
        Zone(
            id="z",
            hall="h1",
            name="Robots",
            name_native="机器人",
            colour="#3366cc",
            outline=rectangle(0, 0, 20_000, 30_000),
        ),
        Fixture(id="c", hall="h1", kind=FixtureKind.COLUMN, outline=rectangle(3500, 3500, 400, 400)),
        Fixture(id="d", hall="h1", kind=FixtureKind.POWER, outline=rectangle(4000, 4500, 100, 100)),
        Fixture(id="n", hall="h1", kind=FixtureKind.ENTRANCE, outline=rectangle(18_000, 29_800, 3000, 200)),
        party("x1", "NetEase <b>&", "网易", country="China", fascia="NETEASE 网易"),
        party("x2", 'R&D "Lab"', country="Germany"),
        party("x3", "Kugou", "酷狗"),
        replace(party("x4", "Guest"), host="x1"),
        party("x5", "Secretive", email=""),
        booth("b1", "A01", 3000, 3000, exhibitor="x1", status=BoothStatus.CONFIRMED),
        booth("b2", "A02", 6000, 3000, exhibitor="x2", status=BoothStatus.CONFIRMED, construction=Construction.RAW),
        booth("b3", "A03", 9000, 3000, exhibitor="x3", status=BoothStatus.RESERVED),
        booth("b4", "B01", 3000, 3000, hall="h2", exhibitor="x1", status=BoothStatus.CONFIRMED),
        booth("b5", "A04", 12_000, 3000, exhibitor="x5", status=BoothStatus.HELD),
        booth("b6", "A05", 15_000, 3000),
    ]
    return Show.of(rows)


def sent(show: Show, folder: Path, *ids: str, wanted: Wanted = WANTED) -> tuple[Show, Sent]:
    """Return the show after packets were made, and the batch."""
    kept: list[Packet] = []
    made = send(
        show, folder, chosen(show, ids or None), wanted, version="Draft 2", position=7, now=NOW, keep=kept.extend
    )
    assert kept == list(made.packets)
    return send_proofs(kept).applied(show), made
