"""Fixtures and services of a hall as tables: symbols with their counts, and the drops of each booth."""

from collections import Counter

from hallwright.drawing.primitives import Anchor
from hallwright.drawing.tables import Column, Row, Section
from hallwright.drawing.wording import Lang, joined, word
from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, Booth, FixtureKind
from hallwright.expo.supplies import supplied
from hallwright.support.text import natural_key

_BESIDE = 4
"""Halls that have a column each; of more, only this one and the sum of all."""


def service_sections(show: Show, hall_id: str, lang: Lang) -> list[Section]:
    """Return what stands in a hall by kind, beside the other halls if there are any, and the drops by booth."""
    halls = [show.halls[hall_id], *(hall for hall in show.halls.values() if hall.id != hall_id)]
    counts = {hall.id: Counter(row.kind for row in show.fixtures.where("hall", hall.id)) for hall in halls}
    kinds = [kind for kind in FixtureKind if counts[hall_id][kind]]
    several = len(halls) > 1
    if len(halls) > _BESIDE:
        halls = halls[:1]
    rows = []
    for kind in kinds:
        cells = [word(kind, lang), *(f"{counts[hall.id][kind]:,}" for hall in halls)]
        if several:
            cells.append(f"{sum(count[kind] for count in counts.values()):,}")
        rows.append(Row(tuple(cells), symbol=kind))
    columns = [Column(word("kind", lang), 40)]
    columns += [Column(joined(hall.name, hall.name_native, lang), 16, Anchor.END) for hall in halls]
    if several:
        columns.append(Column(word("total", lang), 14, Anchor.END))
    sections = [Section(word("fixtures", lang), tuple(columns), rows)] if rows else []
    drops = _drops(show, hall_id, lang)
    return [*sections, drops] if drops.rows else sections


def _drops(show: Show, hall_id: str, lang: Lang) -> Section:
    kinds = [kind for kind in FixtureKind if kind in DROPS]
    owners = {drop.id: key for key, some in supplied(show).items() for drop in some}
    by_booth: dict[str, Counter[FixtureKind]] = {}
    for drop in show.fixtures.where("hall", hall_id):
        if drop.kind in DROPS:
            by_booth.setdefault(owners.get(drop.id, ""), Counter())[drop.kind] += 1
    rows = []
    for key in sorted(by_booth, key=lambda one: (not one, natural_key(_number(show.booths.get(one), lang)))):
        count = by_booth[key]
        cells = (_number(show.booths.get(key), lang), *(f"{count[kind]:,}" if count[kind] else "–" for kind in kinds))
        rows.append(Row(cells, key))
    columns = (
        Column(word("booth", lang), 20, bold=True),
        *(Column(word(kind, lang), 20, Anchor.END) for kind in kinds),
    )
    return Section(word("drops", lang), columns, rows)


def _number(booth: Booth | None, lang: Lang) -> str:
    return word("no-booth", lang) if booth is None else booth.number or "–"
