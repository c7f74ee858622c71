"""Shows of any size, laid out as the bare loops lay out theirs: ``python -m benching.shows BOOTHS PEOPLE PROJECT``.

``--packed`` lays the booths as on the sheet of the loop that prints: 5,000 fill an A0 at 1:300.
"""

import argparse
import json
import math
import random
from datetime import date
from pathlib import Path

from hallwright.editing.change import Change, create
from hallwright.expo.event import Event
from hallwright.expo.people import Exhibitor, Person, Role
from hallwright.expo.row import Row
from hallwright.expo.space import Booth, BoothStatus, Hall, Zone
from hallwright.geometry.outline import rectangle

SIDE, DEPTH = 3000, 2900
MARGIN = 4000
HALL = "hall"
STATUSES = (
    BoothStatus.AVAILABLE,
    BoothStatus.HELD,
    BoothStatus.OFFERED,
    BoothStatus.RESERVED,
    BoothStatus.CONFIRMED,
)
COLOURS = ("#dbeafe", "#dcfce7", "#fef3c7", "#fce7f3")
NATIVE = (
    "上海精密机械有限公司",
    "北京华创科技",
    "深圳市智能制造股份公司",
    "广州展览服务有限公司",
    "杭州网络安全研究院",
)
LATIN = ("Acme Robotics GmbH", "Blue Harbour Foods", "Nordic Light AS", "Vista Optik", "Delta Ocean S.A.")
GIVEN = ("José", "Zoë", "Łukasz", "Ana", "John", "Chloé", "Søren")
FAMILY = ("García", "Müller", "Dvořák", "Østergård", "Smith", "Lefèvre", "Åkesson")
PEOPLE = ("张伟", "王芳芳", "欧阳雨泽", "陈大文", "李思远", "刘洋", "赵欣怡")
ROLES = (Role.EXHIBITOR, Role.VISITOR, Role.PRESS, Role.STAFF)


def place(index: int, columns: int) -> tuple[int, int]:
    """Return the top left corner of a booth in mm: pairs of rows back to back, a cross aisle every ten booths."""
    column, row = index % columns, index // columns
    return MARGIN + column * 3400 + column // 10 * 3000, MARGIN + row * 3000 + row // 2 * 3000


def packed_place(index: int, columns: int) -> tuple[int, int]:
    """Return the top left corner of a booth in mm, as the loop that prints places it: no gaps in a pair of rows."""
    column, row = index % columns, index // columns
    return MARGIN + column * SIDE, MARGIN + row // 2 * 9000 + row % 2 * SIDE


def columns_for(count: int, packed: bool = False) -> int:
    """Return how many booths stand in a row."""
    return math.ceil(math.sqrt(count * (2 if packed else 1.6)))


def number(index: int) -> str:
    """Return a booth's number: hall, row, place."""
    return f"{index // 400 + 1}{'ABCDEFGHIJ'[index // 40 % 10]}{index % 40 + 1:02d}"


def fair(booths: int, people: int = 0, *, packed: bool = False, zones: int = len(COLOURS)) -> Change:
    """Return the Change that makes a fair: one hall with its zones, four of five booths let, all with CJK names.

    Args:
        booths: how many.
        people: how many.
        packed: booths of 3 x 3 m side by side, as on a printed sheet.
        zones: how many, side by side over the whole hall; of more than four, five stand beside each other.
    """
    rng = random.Random(7)  # noqa: S311 - the same fair every time
    columns = columns_for(booths, packed)
    depth = SIDE if packed else DEPTH
    corners = [(packed_place if packed else place)(index, columns) for index in range(booths)]
    right, bottom = max(x for x, _ in corners) + SIDE + MARGIN, max(y for _, y in corners) + depth + MARGIN
    rows: list[Row] = [
        Event(id="event", name="Bench Fair", name_native="测试展览会", starts=date(2027, 3, 1), ends=date(2027, 3, 4)),
        Hall(id=HALL, name="Hall 1", name_native="一号馆", outline=rectangle(0, 0, right, bottom)),
    ]
    beside = min(zones, 5) if zones > len(COLOURS) else zones
    wide, high = right // beside, bottom // math.ceil(zones / beside)
    for k in range(zones):
        outline = rectangle(k % beside * wide, k // beside * high, wide, high)
        colour = COLOURS[k % len(COLOURS)]
        rows.append(Zone(id=f"z{k}", hall=HALL, name=f"Zone {k + 1}", colour=colour, outline=outline))
    for k in range(booths):
        if k % 5:
            name, native = f"{rng.choice(LATIN)} {k}", f"{rng.choice(NATIVE)}{k}"
            rows.append(Exhibitor(id=f"x{k:06d}", name=name, name_native=native))
    for k, (x, y) in enumerate(corners):
        rows.append(
            Booth(
                id=f"b{k:06d}",
                hall=HALL,
                number=number(k),
                outline=rectangle(x, y, SIDE, depth),
                status=STATUSES[k % 5],
                exhibitor=f"x{k:06d}" if k % 5 else None,
            )
        )
    for k in range(people):
        rows.append(
            Person(
                id=f"p{k:06d}",
                role=ROLES[k % len(ROLES)],
                given=rng.choice(GIVEN),
                family=rng.choice(FAMILY),
                native=rng.choice(PEOPLE),
                company=rng.choice(LATIN),
                company_native=rng.choice(NATIVE),
                code=f"{rng.getrandbits(60):012X}",
            )
        )
    return Change.of("bench", "Bench fair", [create(row) for row in rows])


def booth_list(count: int) -> str:
    """Return a spreadsheet of booths as CSV text, metres."""
    columns = columns_for(count)
    lines = ["Booth,x,y,width,depth,Exhibitor,Status"]
    for k in range(count):
        x, y = place(k, columns)
        lines.append(f"{number(k)},{x / 1000:g},{y / 1000:g},{SIDE / 1000:g},{DEPTH / 1000:g},,available")
    return "\n".join(lines) + "\n"


def main(booths: int, people: int, path: str, *, packed: bool, zones: int) -> None:
    """Write a project file, and print how large it is."""
    from hallwright.store.project import create as create_project

    create_project(Path(path), fair(booths, people, packed=packed, zones=zones), force=True).close()
    print(json.dumps({"bytes": Path(path).stat().st_size}))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("booths", type=int)
    parser.add_argument("people", type=int)
    parser.add_argument("path")
    parser.add_argument("--packed", action="store_true")
    parser.add_argument("--zones", type=int, default=len(COLOURS))
    given = parser.parse_args()
    main(given.booths, given.people, given.path, packed=given.packed, zones=given.zones)
