"""What a fire permit asks of a hall, as tables: areas, exits, aisles, fire equipment and the ways out, all measured."""

import math
from collections.abc import Callable, Sequence

from hallwright.drawing.primitives import Anchor
from hallwright.drawing.tables import Column, Row, Section
from hallwright.drawing.wording import Lang, joined, word
from hallwright.editing.aisles import measured
from hallwright.expo.figures import figures
from hallwright.expo.show import Show
from hallwright.expo.space import Fixture, FixtureKind, Hall
from hallwright.geometry.outline import Outline, area, fault
from hallwright.geometry.steps import finished
from hallwright.geometry.units import square_metres
from hallwright.geometry.ways import Way
from hallwright.rules import aisle_width
from hallwright.rules.looking import fixtures
from hallwright.rules.persons import width_of
from hallwright.rules.profile import Profile, profile_of
from hallwright.rules.travel_distance import DOORS, EXITS, measured_steps
from hallwright.support.text import natural_key

Where = Callable[[Outline], str]
"""Gives the field of the sheet in which an outline lies."""
_EQUIPMENT = (FixtureKind.HYDRANT, FixtureKind.EXTINGUISHER, FixtureKind.FIRST_AID, FixtureKind.PANEL)
_FARTHEST = 5
"""Booths whose ways are told."""


def permit_sections(show: Show, hall_id: str, lang: Lang, where: Where) -> list[Section]:
    """Return the tables of one hall under the rule profile of its event.

    Args:
        show: the expo.
        hall_id: the hall.
        lang: of the words.
        where: gives the field of an outline on the sheet.
    """
    hall, profile = show.halls[hall_id], profile_of(show)
    exits = fixtures(show, hall_id, DOORS)
    sections = [
        _areas(show, hall, profile, lang, exits),
        _exits(exits, lang, where),
        _aisles(show, hall, profile, lang),
        _equipment(show, hall, lang, where),
        _ways(show, hall, profile, lang, where),
    ]
    return [section for section in sections if section.rows]


def _plain(lang: Lang) -> tuple[Column, ...]:
    """Return the columns of a table of facts: what, measured, asked for."""
    return (
        Column(word("item", lang), 52),
        Column(word("measured", lang), 24, Anchor.END, True),
        Column(word("asked", lang), 24, Anchor.END),
    )


def _areas(show: Show, hall: Hall, profile: Profile, lang: Lang, doors: Sequence[Fixture]) -> Section:
    found = figures(show, hall.id)
    rows = [
        Row((word("gross", lang), f"{square_metres(found.gross):,.1f} m²", "–")),
        Row((word("net", lang), f"{square_metres(found.net):,.1f} m²", "–")),
        Row((word("utilisation", lang), f"{found.utilisation:.1%}", "–")),
        Row((word("booth-count", lang), f"{found.booths:,}", "–")),
    ]
    compartment = profile.number("compartment_m2")
    if not fault(hall.outline):
        asked = f"≤ {compartment:,.0f} m²" if compartment else "–"
        rows.insert(0, Row((word("hall-area", lang), f"{square_metres(area(hall.outline)):,.1f} m²", asked)))
    density, each = profile.number("persons_per_m2"), profile.number("exit_mm_per_person")
    exits = [door for door in doors if door.kind in EXITS]
    wide = sum(width_of(door.outline) for door in exits)
    needed = "–"
    if density and not fault(hall.outline):
        persons = area(hall.outline) / 1_000_000 * density
        rows.append(Row((word("persons", lang), f"{persons:,.0f}", f"{density:g} / m²")))
        needed = f"≥ {persons * each / 1000:,.1f} m" if each else "–"
    rows.append(Row((word("exit-width", lang), f"{wide / 1000:,.2f} m", needed)))
    return Section(word("areas", lang), _plain(lang), rows, _source(profile, lang))


def _source(profile: Profile, lang: Lang) -> str:
    title = joined(profile.title, profile.title_native, lang)
    return word("asked-by", lang).replace("{profile}", title)


def _exits(doors: Sequence[Fixture], lang: Lang, where: Where) -> Section:
    order = {kind: number for number, kind in enumerate((FixtureKind.FIRE_EXIT, FixtureKind.EXIT))}
    rows = []
    spots = {door.id: where(door.outline) for door in doors}
    for door in sorted(doors, key=lambda row: (order.get(row.kind, 2), natural_key(spots[row.id]), row.id)):
        kind = word(door.kind, lang)
        name = joined(door.name, door.name_native, lang) or "–"
        rows.append(Row((kind, name, f"{width_of(door.outline) / 1000:.2f}", spots[door.id]), door.id, door.kind))
    columns = (
        Column(word("exits", lang), 34),
        Column(word("name", lang), 34),
        Column(word("width", lang), 18, Anchor.END, True),
        Column(word("field", lang), 14, Anchor.END),
    )
    return Section(word("exits", lang), columns, rows, word("exits-note", lang) if rows else "")


def _aisles(show: Show, hall: Hall, profile: Profile, lang: Lang) -> Section:
    least, main = profile.mm("aisle_mm"), profile.mm("main_aisle_mm")
    rows = []
    for aisle in sorted(show.aisles.where("hall", hall.id), key=lambda row: (not row.main, natural_key(row.name))):
        clear = measured(show, aisle)
        limit = main if aisle.main and main else least
        rows.append(
            Row(
                (
                    joined(aisle.name, aisle.name_native, lang) + (f" ({word('main', lang)})" if aisle.main else ""),
                    "–" if clear is None else f"{clear.width / 1000:.2f} m",
                    _at_least(limit, profile.strict("main_aisle_mm" if aisle.main and main else "aisle_mm")),
                ),
                aisle.id,
            )
        )
    if least:
        narrow = [finding.value for finding in aisle_width.check_hall(show, hall.id, profile) if finding.value]
        shown = f"{min(narrow):.2f} m" if narrow else word("kept", lang)
        name = (
            word("aisles-narrow", lang).replace("{count}", f"{len(narrow):,}") if narrow else word("aisles-all", lang)
        )
        rows.append(Row((name, shown, _at_least(least, profile.strict("aisle_mm")))))
    return Section(word("aisles", lang), _plain(lang), rows)


def _at_least(limit: int | None, strict: bool) -> str:
    return "–" if not limit else f"{'>' if strict else '≥'} {limit / 1000:g} m"


def _equipment(show: Show, hall: Hall, lang: Lang, where: Where) -> Section:
    rows = []
    for kind in _EQUIPMENT:
        found = fixtures(show, hall.id, (kind,))
        if found:
            spots = sorted({where(row.outline) for row in found}, key=natural_key)
            rows.append(Row((word(kind, lang), f"{len(found):,}", ", ".join(spots)), symbol=kind))
    columns = (
        Column(word("equipment", lang), 42),
        Column(word("count", lang), 14, Anchor.END, True),
        Column(word("field", lang), 44, Anchor.END),
    )
    return Section(word("equipment", lang), columns, rows)


def _ways(show: Show, hall: Hall, profile: Profile, lang: Lang, where: Where) -> Section:
    """Tell the longest ways out, from the farthest point of each booth; measured, whatever the profile limits."""
    ways, cell, _finder = finished(measured_steps(show, hall.id, profile))
    limit = profile.mm("travel_to_exit_mm") or profile.mm("travel_to_exit_sprinklered_mm")
    sprinklered = profile.mm("travel_to_exit_sprinklered_mm")
    asked = "–" if not limit else f"≤ {limit / 1000:g} m"
    if limit and sprinklered and sprinklered > limit:
        asked += f" ({word('sprinklered', lang)} {sprinklered / 1000:g} m)"
    rows = []
    for key, way in sorted(ways.items(), key=lambda item: (-item[1].to_door, item[0]))[:_FARTHEST]:
        booth = show.booths[key]
        name = f"{word('booth', lang)} {booth.number or '–'} ({where(booth.outline)})"
        rows.append(Row((name, _metres(way.to_door, lang), asked), key))
    most = max(ways.values(), key=_to_floor, default=None)
    if most is not None:
        to_aisle = profile.mm("travel_to_aisle_mm")
        asked = "–" if not to_aisle else f"≤ {to_aisle / 1000:g} m"
        rows.append(Row((word("to-aisle", lang), _metres(most.to_floor, lang), asked)))
    return Section(
        word("ways", lang), _plain(lang), rows, word("ways-note", lang).replace("{cell}", f"{cell / 1000:g}")
    )


def _to_floor(way: Way) -> float:
    return way.to_floor


def _metres(length: float, lang: Lang) -> str:
    return word("no-way", lang) if math.isinf(length) else f"{length / 1000:.1f} m"
