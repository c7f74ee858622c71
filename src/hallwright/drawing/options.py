"""How a plan is printed."""

from dataclasses import dataclass
from datetime import date

from hallwright.drawing.plan import View
from hallwright.drawing.wording import Lang
from hallwright.geometry.outline import Box


@dataclass(frozen=True, slots=True)
class Part:
    """What one of several views on a sheet shows.

    Attributes:
        hall: id of the hall.
        zone: id of the zone, or None for the whole hall.
        box: part of the hall, mm of floor, or None; not with a zone.
        scale: 250 for 1:250, or None for the largest that fits.
        title: above its scale, or empty for the names of hall and zone.
    """

    hall: str
    zone: str | None = None
    box: Box | None = None
    scale: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """How a plan is printed.

    Attributes:
        sheet: ``A4`` to ``A0``, or None for the smallest from A3 on which the names of booths are legible.
        scale: 250 for 1:250, or None for the largest that fits the sheet.
        landscape: or None for what fits better.
        view: for whom.
        lang: language of the sheet; names of exhibitors follow it.
        zone: id of the zone to print, or None for the whole hall.
        box: part of the hall to print, mm of floor, or None; not with a zone.
        parts: several views on one sheet; then without scale, zone, box and atlas.
        atlas: one sheet a zone, all at one scale; not with a zone or a part.
        tile: ``A4`` or ``A3`` to cut the plan into sheets of an office printer, or None.
        version: number or name of this state of the plan.
        printed: date to print on the sheet; given, so that the same plan makes the same file.
        supplements: names of the lists that follow the plan: booths, fascia, services, permit.
        plan_number: of this plan in the set of drawings, or empty.
        index: whether the exhibitors are listed.
    """

    sheet: str | None = None
    scale: int | None = None
    landscape: bool | None = None
    view: View = View.PUBLIC
    lang: Lang = Lang.BOTH
    zone: str | None = None
    box: Box | None = None
    parts: tuple[Part, ...] = ()
    atlas: bool = False
    tile: str | None = None
    version: str = ""
    printed: date | None = None
    supplements: frozenset[str] = frozenset()
    plan_number: str = ""
    index: bool = True
