"""The printed plan of a hall: true-scale viewport, title block, legend, scale bars, and the index of exhibitors."""

from dataclasses import dataclass
from datetime import date

from hallwright.drawing.composing import Composer
from hallwright.drawing.floor import floor_shapes, hall_bounds
from hallwright.drawing.floor_names import floor_labels
from hallwright.drawing.index import Entry, IndexSetter, entries
from hallwright.drawing.labels import extent
from hallwright.drawing.legend import Legend
from hallwright.drawing.paper import Layout, choose
from hallwright.drawing.plan import View, booth_labels, booth_names, booth_shapes
from hallwright.drawing.primitives import Anchor, Group, NotShown, Page, Shapes, Text
from hallwright.drawing.supplies import drops_of, supplies
from hallwright.drawing.titleblock import bars, crosses, dates, facts, frame, grid, title
from hallwright.drawing.wording import Lang, joined, names, word
from hallwright.expo.figures import gross_area
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Fixture, Hall, Zone
from hallwright.geometry.outline import Box, bounds, centre, contains
from hallwright.geometry.units import square_metres
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

_MARGIN = 1500  # of its surroundings that a zone's plan shows, mm of floor


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
        version: number or name of this state of the plan.
        printed: date to print on the sheet; given, so that the same plan makes the same file.
        index: whether the exhibitors are listed.
    """

    sheet: str | None = None
    scale: int | None = None
    landscape: bool | None = None
    view: View = View.PUBLIC
    lang: Lang = Lang.BOTH
    zone: str | None = None
    version: str = ""
    printed: date | None = None
    index: bool = True


def plan_pages(show: Show, hall_id: str, options: SheetOptions) -> tuple[list[Page], list[NotShown]]:
    """Make the sheets of one hall.

    Returns:
        The plan, followed by pages of the same size with the index where it does not fit beside the plan; and what
        could not be shown on them.

    Raises:
        Refused: no such hall or zone, or the plan does not fit the sheet at the scale.
    """
    if hall_id not in show.halls:
        raise Refused(_("There is no such hall"), mend=_("Name a hall of this project."))
    return _Sheet(show, show.halls[hall_id], options).pages()


class _Sheet:
    """The parts of one plan, while it is made."""

    def __init__(self, show: Show, hall: Hall, options: SheetOptions) -> None:
        self.show, self.hall, self.options = show, hall, options
        self.lang = options.lang
        self.zone = self._zone()
        self.box = bounds(self.zone.outline).grown(_MARGIN) if self.zone else hall_bounds(show, hall.id)
        self.booths = [b for b in show.booths.where("hall", hall.id) if b.outline and self._shown(b.outline)]
        self.place = choose(
            self.box,
            options.sheet,
            options.scale,
            options.landscape,
            self._lost_share,
            joined(*self._headline(), "both"),
        )
        self.fields = grid(self.place)

    def _zone(self) -> Zone | None:
        if self.options.zone is None:
            return None
        zone = self.show.zones.get(self.options.zone)
        if zone is None or zone.hall != self.hall.id:
            raise Refused(_("There is no such zone"), self.hall.name, _("Name a zone of this hall."))
        return zone

    def _shown(self, outline: tuple[tuple[int, int], ...]) -> bool:
        return self.zone is None or contains(self.zone.outline, *centre(outline))

    def _lost_share(self, place: Layout) -> float:
        """Return the share of booths that show no number, or no name in any script though they have one."""
        texts, _ = self._labels(self.booths, place)
        numbered = {text.id for text in texts}
        named = {text.id for text in texts if text.role == "booth.name"}
        lost = 0
        for booth in self.booths:
            has_name = any(booth_names(self.show, booth, self.options.view, self.lang))
            lost += booth.id not in (named if has_name else numbered)
        return lost / len(self.booths) if self.booths else 0.0

    def _labels(self, booths: list[Booth], place: Layout) -> tuple[list[Text], list[NotShown]]:
        return booth_labels(
            self.show,
            booths,
            smallest=place.smallest,
            largest=place.largest,
            lang=self.lang,
            view=self.options.view,
        )

    def _headline(self) -> tuple[str, str]:
        """Return what the sheet shows, Latin and native: the hall, or hall and zone."""
        latin, native = names(self.hall.name, self.hall.name_native, self.lang)
        if self.zone is None:
            return latin, native
        zone_latin, zone_native = names(self.zone.name, self.zone.name_native, self.lang)
        return " – ".join(filter(None, (latin, zone_latin))), " – ".join(filter(None, (native, zone_native)))

    def pages(self) -> tuple[list[Page], list[NotShown]]:
        page = Composer()
        corner = self._viewport(page)
        frame(page, self.place, self.fields)
        bars(page, self.place, self.lang)
        top = title(page, self.place, self.show.event, self._headline(), self.lang, self.place.panel[1])
        top = self._legend(page, top)
        foot = facts(page, self.place, self._facts())
        if top > foot:
            page.lost.append(
                NotShown(
                    "", word("legend", self.lang), _("the legend is taller than {sheet}").format(sheet=self.place.sheet)
                )
            )
        listed = self._entries(corner)
        name = joined(*self._headline(), "both")
        beside = bool(listed) and self._index_beside(page, listed, top, foot)
        pages = [Page(self.place.width, self.place.height, tuple(page.items), name)]
        lost = list(page.lost)
        if listed and not beside:
            more, more_lost = self._index_pages(listed, name)
            pages += more
            lost += more_lost
        return pages, list(dict.fromkeys(lost))

    def _viewport(self, page: Composer) -> tuple[float, float]:
        """Place the floor in its viewport, centred; return the paper's place of the world's zero."""
        show, hall, view = self.show, self.hall, self.options.view
        left, top, right, bottom = self.place.view
        factor = 1 / self.place.scale
        dx = (left + right) / 2 - (self.box.left + self.box.right) / 2 * factor
        dy = (top + bottom) / 2 - (self.box.top + self.box.bottom) / 2 * factor
        clip = (left - dx) / factor, (top - dy) / factor, (right - dx) / factor, (bottom - dy) / factor
        names_of_floor, lost = floor_labels(
            show,
            hall.id,
            self.lang,
            smallest=self.place.smallest,
            largest=self.place.largest,
            zones=None if self.zone is None else (self.zone.id,),
        )
        texts, more = self._labels(self.booths, self.place)
        floor = Group(tuple(floor_shapes(show, hall.id)), factor, dx, dy, clip)
        shapes = booth_shapes(show, hall.id, view)
        if self.zone is not None:
            shapes = _set_apart(shapes, {booth.id for booth in self.booths})
        drops = () if view is View.PUBLIC else supplies(drops_of(show, hall.id))
        upper = Group((*names_of_floor, *shapes, *drops, *texts), factor, dx, dy, clip)
        taken = [
            (dx + a * factor, dy + b * factor, dx + c * factor, dy + d * factor)
            for text in names_of_floor
            if isinstance(text, Text) and not text.angle
            for a, b, c, d in [extent(text)]
        ]
        page.items += [floor, crosses(self.fields, taken), upper]
        page.lost += [*lost, *more]
        return dx, dy

    def _legend(self, page: Composer, top: float) -> float:
        show, options, place = self.show, self.options, self.place
        left, _, right, _ = place.panel
        legend = Legend(page, left + 4 * place.unit, right, place.unit, self.lang)
        top = legend.booths(show, self.booths, options.view, top)
        zones = [zone for zone in show.zones.where("hall", self.hall.id) if self._in_view(zone)]
        top = legend.zones(show, zones, self.booths, options.view, top)
        fixtures = [item for item in show.fixtures.where("hall", self.hall.id) if self._in_view(item)]
        return legend.fixtures(fixtures, options.view, top)

    def _in_view(self, item: Zone | Fixture) -> bool:
        return self.zone is None or bounds(item.outline).touches(Box(*self.box))

    def _facts(self) -> list[tuple[str, str]]:
        event, lang, options, place = self.show.event, self.lang, self.options, self.place
        sound = sum(booth.area for booth in self.booths)
        ground = gross_area(self.show, self.hall.id, self.zone.outline if self.zone else self.hall.outline)
        rows = [
            ("venue", "\n".join(part for part in names(event.venue, event.venue_native, lang)[::-1] if part)),
            ("dates", dates(event, lang)),
        ]
        if options.view is not View.PUBLIC:
            share = f" ({sound / ground:.1%})" if ground else ""
            rows += [
                ("gross", f"{square_metres(ground):,.0f} m²"),
                ("net", f"{square_metres(sound):,.0f} m²{share}"),
            ]
        rows += [("scale", f"1:{place.scale}"), ("sheet", place.sheet), ("view", word(options.view, lang))]
        rows += [("version", options.version), ("printed", options.printed.isoformat() if options.printed else "")]
        return [(word(key, lang), value) for key, value in rows if value]

    def _entries(self, corner: tuple[float, float]) -> list[Entry]:
        if not self.options.index or self.options.view is View.PERMIT:
            return []
        factor, (dx, dy) = 1 / self.place.scale, corner

        def reference(booth: Booth) -> str:
            x, y = centre(booth.outline)
            return self.fields.at(dx + x * factor, dy + y * factor)

        return entries(self.show, self.booths, reference, self.options.view, self.lang)

    def _index_beside(self, page: Composer, listed: list[Entry], top: float, foot: float) -> bool:
        """Set the index between legend and title block if it fits there."""
        left, _, right, _ = self.place.panel
        unit = self.place.unit
        setter = IndexSetter(page, right - left - 4 * unit, unit)
        if setter.least(len(listed)) > foot - top:
            return False
        rows = setter.rows(listed)
        if setter.height(rows) + 9 * unit > foot - top:
            return False
        page.line(word("index", self.lang), left + 4 * unit, top + 4 * unit, 2.6 * unit, right - left, bold=True)
        setter.place(rows, left + 4 * unit, top + 5 * unit)
        return True

    def _index_pages(self, listed: list[Entry], name: str) -> tuple[list[Page], list[NotShown]]:
        place = self.place
        left, top, right, bottom = place.frame
        gap = 6.0 * place.unit
        count = max(2, int((right - left + gap) // (62.0 * min(place.unit, 1.25) + gap)))
        wide = (right - left - (count - 1) * gap) / count
        head = 16.0 * place.unit
        probe = IndexSetter(Composer(), wide, place.unit)
        columns = probe.columns(probe.rows(listed), bottom - top - head - 6.0 * place.unit)
        sheets = [columns[start : start + count] for start in range(0, len(columns), count)]
        sheets[-1] = probe.evened([row for column in sheets[-1] for row in column], count)
        pages: list[Page] = []
        lost: list[NotShown] = []
        for number, part in enumerate(sheets, 1):
            page = Composer()
            size = 5.0 * place.unit
            page.line(word("index", self.lang), left, top + size * 0.8, size, (right - left) * 0.45, bold=True)
            event = joined(self.show.event.name, self.show.event.name_native, self.lang)
            page.line(
                event, right, top + size * 0.42, 2.6 * place.unit, (right - left) * 0.5, anchor=Anchor.END, bold=True
            )
            note = f"{name}   {number} / {len(sheets)}"
            page.line(
                note,
                right,
                top + size * 1.2,
                2.4 * place.unit,
                (right - left) * 0.5,
                role="text.soft",
                anchor=Anchor.END,
            )
            page.rule(left, top + size * 1.7, right, "frame")
            setter = IndexSetter(page, wide, place.unit)
            for k, column in enumerate(part):
                setter.place(column, left + k * (wide + gap), top + head - 5.0 * place.unit)
            suffix = f" {number}" if len(sheets) > 1 else ""
            pages.append(Page(place.width, place.height, tuple(page.items), f"{name}: {word('index', 'en')}{suffix}"))
            lost += page.lost
        return pages, lost


def _set_apart(batches: list[Shapes], inside: set[str]) -> list[Shapes]:
    """Return booths with those outside a zone in one neutral colour, as surroundings."""
    found: list[Shapes] = []
    for batch in batches:
        for role, wanted in (("booth.free", False), (batch.role, True)):
            picked = [k for k, key in enumerate(batch.ids) if (key in inside) is wanted]
            if picked:
                rings = {new: batch.rings[old] for new, old in enumerate(picked) if old in batch.rings}
                found.append(Shapes(role, tuple(batch.ids[k] for k in picked), batch.boxes[picked], rings, batch.tint))
    return found
