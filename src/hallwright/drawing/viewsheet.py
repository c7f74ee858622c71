"""One sheet with a view of a hall, or several: title block, legend, scale bars and the grid of the paper."""

from collections.abc import Sequence

from hallwright.drawing.composing import Composer
from hallwright.drawing.index import Entry, IndexSetter
from hallwright.drawing.legend import Legend
from hallwright.drawing.options import Part, SheetOptions
from hallwright.drawing.pane import Pane, sample
from hallwright.drawing.paneset import caption, divided, marks
from hallwright.drawing.paper import Layout, choose
from hallwright.drawing.plan import View
from hallwright.drawing.primitives import NotShown, Page
from hallwright.drawing.titleblock import Side, approval, bars, calibration, dates, facts, frame, grid, title
from hallwright.drawing.wholehall import WholeHall
from hallwright.drawing.wording import joined, names, word
from hallwright.expo.figures import gross_within
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Hall
from hallwright.geometry.outline import Box, Outline, centre
from hallwright.geometry.units import square_metres
from hallwright.support.i18n import _


class ViewSheet:
    """The parts of one sheet, while it is made.

    Attributes:
        panes: its views, in the order in which they were asked for.
        booths: those that any view shows as themselves, not as surroundings.
        place: the sheet; its rectangle for views is that of all of them.
        fields: its grid, which is the paper's and so one for all views.
        page: what is on it.
        free: top and bottom of the part of the panel that is left, once ``compose`` has set the rest.
    """

    pane_type = Pane
    """How views are made; a sheet that shows booths in another way has panes of its own."""

    def __init__(
        self,
        show: Show,
        hall: Hall,
        options: SheetOptions,
        place: Layout | None = None,
        whole: WholeHall | None = None,
    ) -> None:
        self.show, self.options = show, options
        self.lang = options.lang
        parts = options.parts or (Part(hall.id, options.zone, options.box),)
        # A hall that is not there is refused by its view.
        wholes = {hall.id: whole} if whole is not None else {}
        for part in parts:
            if part.hall not in wholes:
                wholes[part.hall] = WholeHall(show, part.hall)
        self.panes = [self.pane_type(show, part, options, wholes[part.hall]) for part in parts]
        self.halls = list(dict.fromkeys(pane.hall for pane in self.panes))
        if options.parts:
            self.place = divided(self.panes, options)
        else:
            (pane,) = self.panes
            self.place = place or choose(
                pane.box, options.sheet, options.scale, options.landscape, pane.lost_share, pane.name
            )
            pane.lay(self.place)
        # Where several views show a booth, the one that shows it largest speaks for it; the first of those alike.
        self._by_size = sorted(self.panes, key=lambda pane: pane.place.scale)
        self._told = {b.id: pane for pane in reversed(self._by_size) for b in pane.booths}
        self.booths = [b for one in self.halls for b in show.booths.where("hall", one.id) if b.id in self._told]
        self.fields = grid(self.place)
        self.page = Composer()
        self.free = self.place.panel[1], self.place.panel[3]

    @property
    def box(self) -> Box:
        """The floor that the first view shows."""
        return self.panes[0].box

    @property
    def name(self) -> str:
        """What the sheet shows, in one line."""
        return joined(*self._headline(), "both")

    @property
    def scales(self) -> str:
        """The scales of the sheet, such as ``1:500, 1:200``."""
        return ", ".join(dict.fromkeys(f"1:{pane.place.scale}" for pane in self.panes))

    def lost_share(self, place: Layout, looked_at: int) -> float:
        """Return the share of booths that show no number, or no name in any script though they have one.

        Args:
            place: where the view would be.
            looked_at: at most so many booths are tried.
        """
        return self.panes[0].lost_share(place, sample(self.booths, looked_at))

    def _headline(self) -> tuple[str, str]:
        """Return what the sheet shows, Latin and native: hall and zone of one view, the halls of several."""
        if len(self.panes) == 1:
            return self.panes[0].headline
        pairs = [names(hall.name, hall.name_native, self.lang) for hall in self.halls]
        return " · ".join(filter(None, (a for a, _ in pairs))), " · ".join(filter(None, (b for _, b in pairs)))

    def compose(self, number: str = "", without: frozenset[tuple[Side, int]] = frozenset()) -> None:
        """Set all but the index; ``free`` then tells what is left of the panel.

        Args:
            number: of the sheet in an atlas, such as ``2 / 6``.
            without: where the grid's frame has no line, see ``frame``.
        """
        page, place = self.page, self.place
        self._views(page)
        frame(page, place, self.fields, without)
        if self.options.parts:
            calibration(page, place, self.lang)
        else:
            bars(page, place, self.lang, self.panes[0].hall.north)
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
        """Return the field of the grid in which a booth lies, such as ``C4``, in the view that speaks for it."""
        pane = self._told.get(booth.id)
        return self.field(booth.outline, booth.hall) if pane is None else self._field(pane, booth.outline)

    def field(self, outline: Outline, hall: str = "") -> str:
        """Return the field of the grid in which the middle of an outline lies; a dash if that is out of view.

        Args:
            outline: of something in the hall.
            hall: id of the hall; that of the first view if empty.
        """
        wanted = hall or self.panes[0].hall.id
        found = (self._field(pane, outline) for pane in self._by_size if pane.hall.id == wanted)
        return next((field for field in found if field != "–"), "–")

    def _field(self, pane: Pane, outline: Outline) -> str:
        x, y = centre(outline)
        return self.fields.at(*pane.on_paper(x, y)) if pane.has(x, y) else "–"

    def on_paper(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the first view's floor lies on the sheet, mm."""
        return self.panes[0].on_paper(x, y)

    def _views(self, page: Composer) -> None:
        """Place all views; what one cannot show but another does is not lost."""
        named: set[str] = set()
        unnamed: list[NotShown] = []
        for number, pane in enumerate(self.panes, 1):
            shown, floor, booths = pane.compose(page, self.fields)
            named |= shown
            unnamed += floor
            page.lost += [one for one in booths if self._told.get(one.id) is pane]
            if self.options.parts:
                marks(page, self.panes, pane)
                caption(page, pane, number, self.lang)
        page.lost += [one for one in unnamed if one.id not in named]

    def _legend(self, page: Composer, top: float) -> float:
        show, options, place = self.show, self.options, self.place
        left, _, right, _ = place.panel
        legend = Legend(page, left + 4 * place.unit, right, place.unit, self.lang)
        top = legend.booths(show, self.booths, options.view, top)
        zones = [zone for hall in self.halls for zone in show.zones.where("hall", hall.id)]
        zones = [zone for zone in zones if any(pane.shows(zone) for pane in self.panes)]
        top = legend.zones(show, zones, self.booths, options.view, top)
        fixtures = [item for hall in self.halls for item in show.fixtures.where("hall", hall.id)]
        fixtures = [item for item in fixtures if any(pane.shows(item) for pane in self.panes)]
        return legend.fixtures(fixtures, options.view, top)

    def _ground(self) -> float:
        """Return the gross area of the floor that the views show, what two show but once."""
        found = 0.0
        for hall in self.halls:
            parts = [pane.ground for pane in self.panes if pane.hall is hall]
            found += gross_within(self.show, hall.id, parts)
        return found

    def _facts(self, number: str) -> Sequence[tuple[str, str]]:
        event, lang, options, place = self.show.event, self.lang, self.options, self.place
        sound = sum(booth.area for booth in self.booths)
        rows = [
            ("venue", "\n".join(part for part in names(event.venue, event.venue_native, lang)[::-1] if part)),
            ("dates", dates(event, lang)),
        ]
        if options.view is not View.PUBLIC:
            ground = self._ground()
            share = f" ({sound / ground:.1%})" if ground else ""
            rows += [
                ("gross", f"{square_metres(ground):,.0f} m²"),
                ("net", f"{square_metres(sound):,.0f} m²{share}"),
            ]
        rows += [
            ("scale", self.scales),
            ("grid", word("grid-of", lang) if options.parts else ""),
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
