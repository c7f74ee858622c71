"""One view of a hall on a sheet: a part of the floor at true scale in a rectangle of the paper."""

from collections.abc import Collection, Iterable, Sequence

from hallwright.drawing.composing import Composer
from hallwright.drawing.culling import Edges, within
from hallwright.drawing.floor import floor_shapes, hall_bounds
from hallwright.drawing.floor_names import floor_labels
from hallwright.drawing.labels import extent
from hallwright.drawing.options import Part, SheetOptions
from hallwright.drawing.paper import Layout
from hallwright.drawing.plan import View, as_seen, booth_labels, booth_names
from hallwright.drawing.primitives import Group, Item, NotShown, Shapes, Text
from hallwright.drawing.supplies import drops_of, supplies
from hallwright.drawing.titleblock import Grid, crosses
from hallwright.drawing.wholehall import WholeHall
from hallwright.drawing.wording import joined, names
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Fixture, Zone
from hallwright.geometry.outline import Box, Outline, bounds, rectangle
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

_MARGIN = 1500  # of its surroundings that a zone's plan shows, mm of floor
TRIED = 600
"""Booths whose labels are tried before sheet and scale are chosen; with more the choice is hardly ever another."""


def sample(booths: Sequence[Booth], most: int) -> list[Booth]:
    """Return the booths, or of more than ``most`` some evenly from all over the list, always the same."""
    return list(booths) if len(booths) <= most else [booths[k * len(booths) // most] for k in range(most)]


class Pane:
    """One view of a hall, while its sheet is made.

    Args:
        show: the expo.
        part: what is shown.
        options: of the sheet.
        whole: all of the hall, shared by its views.

    Attributes:
        box: the floor in view, mm.
        booths: those that are shown as themselves, not as surroundings.
        place: the sheet, with this view's own rectangle and scale; set by ``lay``.
    """

    def __init__(self, show: Show, part: Part, options: SheetOptions, whole: WholeHall) -> None:
        if part.hall not in show.halls:
            raise Refused(_("There is no such hall"), mend=_("Name a hall of this project."))
        self.show, self.part, self.options = show, part, options
        self.hall = show.halls[part.hall]
        self.zone = self._zone()
        self.box = self._box()
        self._hall = whole
        self.booths = self._shown()
        self.place: Layout
        self._corner = (0.0, 0.0)

    def lay(self, place: Layout) -> None:
        """Put the view at its place: the floor's middle lies in the middle of the rectangle."""
        self.place = place
        left, top, right, bottom = place.view
        middle_x, middle_y = (self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2
        # The paper's place of the floor's zero.
        self._corner = (left + right) / 2 - middle_x / place.scale, (top + bottom) / 2 - middle_y / place.scale

    @property
    def headline(self) -> tuple[str, str]:
        """What is shown, Latin and native: the title given to it, the hall, or hall and zone."""
        if self.part.title:
            return self.part.title, ""
        lang = self.options.lang
        latin, native = names(self.hall.name, self.hall.name_native, lang)
        if self.zone is None:
            return latin, native
        zone_latin, zone_native = names(self.zone.name, self.zone.name_native, lang)
        return " – ".join(filter(None, (latin, zone_latin))), " – ".join(filter(None, (native, zone_native)))

    @property
    def name(self) -> str:
        """What is shown, in one line."""
        return joined(*self.headline, "both")

    @property
    def whole(self) -> bool:
        """Whether all of the hall is in view."""
        return self.zone is None and self.part.box is None

    @property
    def ground(self) -> Outline:
        """The floor whose area counts."""
        if self.zone is not None:
            return self.zone.outline
        if self.part.box is not None:
            return rectangle(self.box.left, self.box.top, self.box.width, self.box.height)
        return self.hall.outline

    def _box(self) -> Box:
        if self.zone is not None:
            return bounds(self.zone.outline).grown(_MARGIN)
        box = self.part.box
        if box is None:
            return hall_bounds(self.show, self.hall.id)
        if not box.touches(hall_bounds(self.show, self.hall.id)):
            raise Refused(
                _("The part of the hall asked for shows nothing of it"), self.hall.name, _("Give a part of the hall.")
            )
        return box

    def _zone(self) -> Zone | None:
        if self.part.zone is None:
            return None
        zone = self.show.zones.get(self.part.zone)
        if zone is None or zone.hall != self.hall.id:
            raise Refused(_("There is no such zone"), self.hall.name, _("Name a zone of this hall."))
        return zone

    def _shown(self) -> list[Booth]:
        if self.zone is not None:
            return self._hall.in_zone(self.zone)
        return self._hall.booths if self.part.box is None else self._hall.within(self.box)

    def has(self, x: float, y: float) -> bool:
        """Say whether a point of the floor is in view."""
        box = self.box
        return box.left <= x <= box.right and box.top <= y <= box.bottom

    def shows(self, item: Zone | Fixture) -> bool:
        """Say whether any of an item is in view."""
        return item.hall == self.hall.id and bounds(item.outline).touches(self.box)

    def lost_share(self, place: Layout, booths: Collection[Booth] | None = None) -> float:
        """Return the share of booths that show no number, or no name in any script though they have one.

        Args:
            place: where the view would be.
            booths: those to look at, or None for all in view; of very many, some here and there are tried.
        """
        looked_at = sample(self.booths if booths is None else list(booths), TRIED)
        texts, _ = self._labels(looked_at, place)
        numbered = {text.id for text in texts}
        named = {text.id for text in texts if text.role == "booth.name"}
        lost = 0
        for booth in looked_at:
            has_name = any(booth_names(self.show, booth, self.options.view, self.options.lang))
            lost += booth.id not in (named if has_name else numbered)
        return lost / len(looked_at) if looked_at else 0.0

    def _floor(self) -> Iterable[Item]:
        """Return what lies under all names, mm of floor."""
        return floor_shapes(self.show, self.hall.id)

    def _seen(self) -> list[Shapes]:
        """Return the booths of the hall as they are painted."""
        return as_seen(self._hall.shapes, self.options.view)

    def _beneath_names(self) -> Iterable[Item]:
        """Return what lies on the booths but under their names, mm of floor: nothing on a plan."""
        return ()

    def _labels(self, booths: list[Booth], place: Layout) -> tuple[list[Text], list[NotShown]]:
        return booth_labels(
            self.show,
            booths,
            smallest=place.smallest,
            largest=place.largest,
            lang=self.options.lang,
            view=self.options.view,
        )

    def on_paper(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the floor lies on the sheet, mm."""
        return self._corner[0] + x / self.place.scale, self._corner[1] + y / self.place.scale

    def edges_on_paper(self, box: Box) -> Edges:
        """Return where some floor lies on the sheet, as much of it as lies in the view's rectangle."""
        left, top, right, bottom = self.place.view
        a, b = self.on_paper(box.left, box.top)
        c, d = self.on_paper(box.right, box.bottom)
        return max(a, left), max(b, top), min(c, right), min(d, bottom)

    def compose(self, page: Composer, fields: Grid) -> tuple[set[str], list[NotShown], list[NotShown]]:
        """Draw the floor in its rectangle.

        Returns:
            The ids of what bears its name; what is lost of the floor, and what of the booths.
        """
        show, hall, view, place = self.show, self.hall, self.options.view, self.place
        left, top, right, bottom = place.view
        factor = 1 / place.scale
        dx, dy = self._corner
        clip = (left - dx) / factor, (top - dy) / factor, (right - dx) / factor, (bottom - dy) / factor
        names_of_floor, lost = floor_labels(
            show,
            hall.id,
            self.options.lang,
            smallest=place.smallest,
            largest=place.largest,
            zones=None if self.zone is None else (self.zone.id,),
            taken=self._hall.taken,
        )
        texts, more = self._labels(self.booths, place)
        floor = Group(tuple(self._floor()), factor, dx, dy, clip)
        shapes = self._seen()
        if not self.whole:
            near = [one for one in within(shapes, clip) if isinstance(one, Shapes)]
            shapes = _set_apart(near, {booth.id for booth in self.booths})
        drops = () if view is View.PUBLIC else supplies(drops_of(show, hall.id))
        upper = Group((*names_of_floor, *shapes, *drops, *self._beneath_names(), *texts), factor, dx, dy, clip)
        taken = [
            (dx + a * factor, dy + b * factor, dx + c * factor, dy + d * factor)
            for text in names_of_floor
            if isinstance(text, Text) and not text.angle
            for a, b, c, d in [extent(text)]
        ]
        page.items += [floor, crosses(fields, taken, place.view), upper]
        named = {text.id for text in names_of_floor if isinstance(text, Text) and self.has(text.x, text.y)}
        return named, lost, more


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
