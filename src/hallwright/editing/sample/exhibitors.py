"""The exhibitors of the sample, and what each of them asked for."""

from typing import NamedTuple

from hallwright.editing.sample import data
from hallwright.editing.sample.keys import stable_id
from hallwright.expo.people import Exhibitor
from hallwright.geometry.units import to_mm

SQUARE_METRE = to_mm(1) ** 2
_INVENTED = "Sample data: an invented exhibitor."
_REPORTED = "Sample data: the company is named in public reports of the event, all else is invented."
_FROM_REPORTS = frozenset({"NetEase", "Vipshop", "Kugou", "Qi An Xin", "360"})


class Application(NamedTuple):
    """An exhibitor together with how its application went.

    Attributes:
        placed: it has a booth; otherwise it waits, is unplaced or shares its host's.
        booths: numbers of the booths that were promised to it by name, or empty.
    """

    exhibitor: Exhibitor
    placed: bool
    booths: tuple[str, ...]


def applications() -> list[Application]:
    """Return all exhibitors in the order of their applications."""
    return [
        Application(_exhibitor(row), row["state"] == "placed", tuple(row["booths"].split()))
        for row in data.table("exhibitors")
    ]


def _exhibitor(row: dict[str, str]) -> Exhibitor:
    return Exhibitor(
        id=stable_id(f"exhibitor:{row['name']}"),
        name=row["name"],
        name_native=row["name_native"],
        sort_name=row["sort_name"],
        fascia=row["fascia"],
        category=row["category"],
        country=row["country"],
        address=row["address"],
        contact=row["contact"],
        phone=row["phone"],
        email=row["email"],
        website=row["website"],
        description=row["description"],
        contract=row["contract"],
        size_wanted=int(row["size_m2"]) * SQUARE_METRE if row["size_m2"] else None,
        zone_wanted=row["zone_wanted"],
        priority=int(row["priority"]),
        host=stable_id(f"exhibitor:{row['host']}") if row["host"] else None,
        waitlisted=row["state"] == "waitlisted",
        note=_REPORTED if row["name"] in _FROM_REPORTS else _INVENTED,
    )
