"""The floor of the sample: hall, zones, fixtures and booths as drawn in the data files."""

from hallwright.editing.sample import data
from hallwright.editing.sample.keys import stable_id
from hallwright.expo.row import Row
from hallwright.expo.space import SOLID, Aisle, Booth, BoothStatus, Construction, Fixture, FixtureKind, Hall, Zone
from hallwright.geometry.adjoining import frontages
from hallwright.geometry.outline import Outline, rectangle
from hallwright.geometry.units import to_mm

HALL = stable_id("hall:1")
_WIDTH, _DEPTH = 125_000, 80_000


def rows() -> list[Row]:
    """Return hall, zones, fixtures, aisles and booths, all booths free or blocked."""
    hall = Hall(id=HALL, name="Hall 1", name_native="1号馆", outline=rectangle(0, 0, _WIDTH, _DEPTH))
    fixtures = _fixtures()
    rooms = [fixture.outline for fixture in fixtures if fixture.kind in SOLID]
    return [hall, *_zones(), *fixtures, *_aisles(), *_booths(hall, rooms)]


def _zones() -> list[Zone]:
    return [
        Zone(
            id=stable_id(f"zone:{row['name']}"),
            hall=HALL,
            name=row["name"],
            name_native=row["name_native"],
            colour=row["colour"],
            outline=data.outline(row["outline_m"]),
        )
        for row in data.table("zones")
    ]


def _fixtures() -> list[Fixture]:
    return [
        Fixture(
            id=stable_id(f"fixture:{row['kind']}:{row['x_m']}:{row['y_m']}"),
            hall=HALL,
            kind=FixtureKind(row["kind"]),
            name=row["name"],
            name_native=row["name_native"],
            outline=data.box(row),
        )
        for row in data.table("fixtures")
    ]


def _aisles() -> list[Aisle]:
    return [
        Aisle(
            id=stable_id(f"aisle:{row['name']}"),
            hall=HALL,
            name=row["name"],
            name_native=row["name_native"],
            main=row["main"] == "yes",
            outline=data.box(row),
        )
        for row in data.table("aisles")
    ]


def _booths(hall: Hall, rooms: list[Outline]) -> list[Booth]:
    drawn = _drawn()
    stands = frontages(hall.outline, {number: outline for number, (outline, _, _) in drawn.items()}, others=rooms)
    blocked = {row["number"]: row["note"] for row in data.table("blocked")}
    return [
        Booth(
            id=stable_id(f"booth:{number}"),
            hall=hall.id,
            number=number,
            outline=outline,
            construction=construction,
            open_sides=stands[number].sides,
            status=BoothStatus.BLOCKED if number in blocked else BoothStatus.AVAILABLE,
            note=blocked.get(number, note),
        )
        for number, (outline, construction, note) in drawn.items()
    ]


def _drawn() -> dict[str, tuple[Outline, Construction, str]]:
    """Return outline, construction and note of each booth by number; a run is numbered on from the last of its row."""
    drawn: dict[str, tuple[Outline, Construction, str]] = {}
    counts: dict[str, int] = {}
    for run in data.table("runs"):
        x, y = to_mm(float(run["x_m"])), to_mm(float(run["y_m"]))
        depth = to_mm(float(run["depth_m"]))
        for width in (to_mm(float(text)) for text in run["widths_m"].split()):
            counts[run["row"]] = counts.get(run["row"], 0) + 1
            number = f"{run['row']}{counts[run['row']]:02d}"
            if run["along"] == "x":
                outline, x = rectangle(x, y, width, depth), x + width
            else:
                outline, y = rectangle(x, y, depth, width), y + width
            drawn[number] = outline, Construction(run["construction"]), run["note"]
    for row in data.table("features"):
        drawn[row["number"]] = data.outline(row["outline_m"]), Construction(row["construction"]), row["note"]
    return drawn
