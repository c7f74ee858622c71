"""One sheet with a view of a hall: true-scale viewport, title block, legend, scale bars."""

from hallwright.drawing.composing import Composer
from hallwright.drawing.floor import floor_shapes, hall_bounds
from hallwright.drawing.floor_names import floor_labels
from hallwright.drawing.index import Entry, IndexSetter
from hallwright.drawing.labels import extent
from hallwright.drawing.legend import Legend
from hallwright.drawing.options import SheetOptions
from hallwright.drawing.paper import Layout, choose
from hallwright.drawing.plan import View, booth_labels, booth_names, booth_shapes
from hallwright.drawing.primitives import Group, NotShown, Page, Shapes, Text
from hallwright.drawing.supplies import drops_of, supplies
from hallwright.drawing.titleblock import Side, approval, bars, crosses, dates, facts, frame, grid, title
from hallwright.drawing.wording import joined, names, word
from hallwright.expo.figures import gross_area
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Fixture, Hall, Zone
from hallwright.geometry.outline import Box, Outline, bounds, centre, contains
from hallwright.geometry.units import square_metres
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

_MARGIN = 1500  # of its surroundings that a zone's plan shows, mm of floor


class ViewSheet:
    """The parts of one view of a hall, while its sheet is made.

    Attributes:
        box: the floor in view, mm.
        booths: those that are shown as themselves, not as surroundings.
        place: the sheet.
        fields: its grid.
        page: what is on it.
        free: top and bottom of the part of the panel that is left, once ``compose`` has set the rest.
    """

    def __init__(self, show: Show, hall: Hall, options: SheetOptions, place: Layout | None = None) -> None:
        self.show, self.hall, self.options = show, hall, options
        self.lang = options.lang
        self.zone = self._zone()
        self.box = self._box()
        self.booths = [b for b in show.booths.where("hall", hall.id) if b.outline and self._shown(b.outline)]
        self.place = place or choose(
            self.box, options.sheet, options.scale, options.landscape, self.lost_share, self.name
        )
        self.fields = grid(self.place)
        self.page = Composer()
        self.free = self.place.panel[1], self.place.panel[3]
        left, top, right, bottom = self.place.view
        middle_x, middle_y = (self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2
        # The floor's middle lies in the middle of the viewport; this is the paper's place of the floor's zero.
        self._corner = (
            (left + right) / 2 - middle_x / self.place.scale,
            (top + bottom) / 2 - middle_y / self.place.scale,
        )

    @property
    def name(self) -> str:
        """What the sheet shows, in one line."""
        return joined(*self._headline(), "both")

    def _box(self) -> Box:
        if self.zone is not None:
            return bounds(self.zone.outline).grown(_MARGIN)
        box = self.options.box
        if box is None:
            return hall_bounds(self.show, self.hall.id)
        if not box.touches(hall_bounds(self.show, self.hall.id)):
            raise Refused(
                _("The part of the hall asked for shows nothing of it"), self.hall.name, _("Give a part of the hall.")
            )
        return box

    def _zone(self) -> Zone | None:
        if self.options.zone is None:
            return None
        zone = self.show.zones.get(self.options.zone)
        if zone is None or zone.hall != self.hall.id:
            raise Refused(_("There is no such zone"), self.hall.name, _("Name a zone of this hall."))
        return zone

    def _shown(self, outline: Outline) -> bool:
        x, y = centre(outline)
        if self.zone is not None:
            return contains(self.zone.outline, x, y)
        box = self.options.box
        return box is None or (box.left <= x <= box.right and box.top <= y <= box.bottom)

    def lost_share(self, place: Layout) -> float:
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

    def compose(self, number: str = "", without: frozenset[tuple[Side, int]] = frozenset()) -> None:
        """Set all but the index; ``free`` then tells what is left of the panel.

        Args:
            number: of the sheet in an atlas, such as ``2 / 6``.
            without: where the grid's frame has no line, see ``frame``.
        """
        page, place = self.page, self.place
        self._viewport(page)
        frame(page, place, self.fields, without)
        bars(page, place, self.lang, self.hall.north)
        top = title(page, place, self.show.event, self._headline(), self.lang, place.panel[1])
        top = self._legend(page, top)
        foot = facts(page, place, self._facts(number))
        if self.options.view is not View.PUBLIC:
            # A visitor's plan is signed by nobody.
            fields = Composer()
            above = approval(fields, place, self.lang, foot)
            if top <= above:
                page.items += fields.items
                foot = above
            elif top <= foot:
                reason = _("there is no room under the legend of {sheet}").format(sheet=place.sheet)
                page.lost.append(NotShown("", word("approval", self.lang), reason))
        if top > foot:
            reason = _("the legend is taller than {sheet}").format(sheet=place.sheet)
            page.lost.append(NotShown("", word("legend", self.lang), reason))
        self.free = top, foot

    def made(self) -> Page:
        """Return the sheet as it is set so far."""
        return Page(self.place.width, self.place.height, tuple(self.page.items), self.name)

    def reference(self, booth: Booth) -> str:
        """Return the field of the grid in which a booth lies, such as ``C4``."""
        return self.field(booth.outline)

    def field(self, outline: Outline) -> str:
        """Return the field of the grid in which the middle of an outline lies; a dash if that is out of view."""
        x, y = centre(outline)
        box = self.box
        if not (box.left <= x <= box.right and box.top <= y <= box.bottom):
            return "–"
        return self.fields.at(*self.on_paper(x, y))

    def on_paper(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the floor lies on the sheet, mm."""
        return self._corner[0] + x / self.place.scale, self._corner[1] + y / self.place.scale

    def _viewport(self, page: Composer) -> None:
        """Place the floor in its viewport, centred."""
        show, hall, view = self.show, self.hall, self.options.view
        left, top, right, bottom = self.place.view
        factor = 1 / self.place.scale
        dx, dy = self._corner
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
        if self.zone is not None or self.options.box is not None:
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
        return bounds(item.outline).touches(self.box)

    def _facts(self, number: str) -> list[tuple[str, str]]:
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
        rows += [
            ("scale", f"1:{place.scale}"),
            ("sheet", " · ".join(filter(None, (place.sheet, number)))),
            ("view", word(options.view, lang)),
        ]
        rows += [
            ("plan-number", options.plan_number),
            ("version", options.version),
            ("printed", options.printed.isoformat() if options.printed else ""),
        ]
        return [(word(key, lang), value) for key, value in rows if value]

    def index_beside(self, listed: list[Entry]) -> bool:
        """Set the index between legend and title block if it fits there; say whether it does."""
        page, (top, foot) = self.page, self.free
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
