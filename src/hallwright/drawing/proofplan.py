"""The two plans of a proof: where the booth lies in its hall, and the booth itself at scale."""

import math
from collections.abc import Sequence

import numpy as np

from hallwright.drawing.composing import Composer
from hallwright.drawing.culling import within
from hallwright.drawing.floor import floor_shapes, hall_bounds
from hallwright.drawing.floor_names import floor_labels
from hallwright.drawing.fonts import CAP_HEIGHT, width
from hallwright.drawing.north import north_arrow
from hallwright.drawing.paper import POINT, SCALES, SMALLEST
from hallwright.drawing.plan import View, as_seen, booth_labels
from hallwright.drawing.primitives import Anchor, Drawing, Group, Item, Lines, Shapes, Text
from hallwright.drawing.prooffacts import NEIGHBOUR, BoothFacts
from hallwright.drawing.proofwords import said
from hallwright.drawing.supplies import drops_of, supplies
from hallwright.drawing.symbols import disc, shapes
from hallwright.drawing.wholehall import WholeHall
from hallwright.drawing.wording import Lang
from hallwright.editing.typing_booths import open_sides_of
from hallwright.expo.show import Show
from hallwright.geometry.outline import Box, Outline, bounds, bounds_of

Edges = tuple[float, float, float, float]
_AROUND = 2_500
"""mm of surroundings that a detail shows at least."""
_DIMENSION = 2.6
_MOST_EDGES = 12
_FINE = frozenset(("fixture.furniture", "fixture.symbol"))


class HallPlan:
    """One hall as all proofs of a batch show it: what they share is drawn once.

    Args:
        show: the expo.
        hall: id of the hall.
        view: public, or permit where nobody's name is told.
    """

    def __init__(self, show: Show, hall: str, view: View) -> None:
        self._show, self._hall, self._view = show, show.halls[hall], view
        self._whole = WholeHall(show, hall)
        self._floor = floor_shapes(show, hall)
        # So small as it is there, furniture would be specks.
        self._rough = tuple(item for item in self._floor if getattr(item, "role", "") not in _FINE)
        self._booths = tuple(as_seen(self._whole.shapes, view))
        self._box = hall_bounds(show, hall)
        self._drops = supplies(drops_of(show, hall))
        self._names: dict[str, Drawing] = {}
        self._fixed: dict[Edges, Group] = {}

    @property
    def aspect(self) -> float:
        """Width of the hall over its height."""
        return self._box.width / self._box.height

    def overview(self, page: Composer, own: Sequence[BoothFacts], lang: str, place: Edges) -> None:
        """Draw the whole hall in a rectangle of the page, with the exhibitor's booths marked."""
        left, top, right, bottom = place
        factor = min((right - left) / self._box.width, (bottom - top) / self._box.height)
        dx = (left + right) / 2 - factor * (self._box.left + self._box.right) / 2
        dy = (top + bottom) / 2 - factor * (self._box.top + self._box.bottom) / 2
        if place not in self._fixed:
            # Named, so that a painter writes it once, and a batch of files shares what was written.
            inner = Group((*self._rough, *self._booths), factor, dx, dy)
            self._fixed[place] = Group((inner,), name=f"hall-{self._hall.id}")
        marked = Shapes.of("proof.here", {one.id: one.outline for one in own})
        if lang not in self._names:
            smallest = 5 * POINT / factor
            labels = floor_labels(
                self._show, self._hall.id, lang, smallest=smallest, largest=smallest * 1.3, taken=self._whole.taken
            )[0]
            self._names[lang] = tuple(one for one in labels if isinstance(one, Text) and one.role == "zone.label")
        page.items += [self._fixed[place], Group((*self._names[lang], marked), factor, dx, dy)]
        around = bounds_of([one.outline for one in own])
        assert around is not None, "a proof has a booth"
        x, y = dx + factor * (around.left + around.right) / 2, dy + factor * (around.top + around.bottom) / 2
        radius = max(2.6, factor * math.hypot(around.width, around.height) / 2 + 1.2)
        self._pointer(page, (x, y), radius, said("here", lang), place)

    def _pointer(self, page: Composer, at: tuple[float, float], radius: float, text: str, place: Edges) -> None:
        """Draw a ring about a place, and words beside it that stay within the rectangle."""
        x, y = at
        left, _, right, bottom = place
        size = 2.8
        on_left = x > (left + right) / 2
        above = y > (place[1] + bottom) / 2
        dx, dy = (-1 if on_left else 1) * 6.0, (-1 if above else 1) * 5.0
        length = math.hypot(dx, dy)
        start = x + dx / length * radius, y + dy / length * radius
        end = x + dx / length * (radius + 5), y + dy / length * (radius + 5)
        wide = page_width(text, size)
        box_left = end[0] - wide - 2.4 if on_left else end[0]
        box_left = min(max(box_left, left), right - wide - 2.4)
        page.items += [
            shapes("proof.ring", [np.asarray(disc(x, y, radius, 40))]),
            Lines.of("proof.ring", (*start, *end)),
        ]
        page.box("proof.tag", box_left, end[1] - 2.2, box_left + wide + 2.4, end[1] + 2.2)
        page.items.append(
            Text("text.inverse", text, box_left + 1.2, end[1] + size * CAP_HEIGHT / 2, size, Anchor.START, True)
        )

    def scale_for(self, own: Sequence[BoothFacts], wide: float, high: float) -> int:
        """Return the largest usual scale at which booths and what is around them fit so many mm of paper."""
        around = bounds_of([one.outline for one in own])
        assert around is not None, "a proof has a booth"
        more = max(_AROUND, round(0.3 * max(around.width, around.height)))
        seen = around.grown(more)
        fitting = (n for n in (50, 75, *SCALES[1:]) if seen.width <= wide * n and seen.height <= high * n)
        return next(fitting, max(SCALES[-1], math.ceil(max(seen.width / wide, seen.height / high))))

    def detail(self, page: Composer, own: Sequence[BoothFacts], lang: str, place: Edges) -> int:
        """Draw the booths at scale with what is around them, in a rectangle of the page; return the scale."""
        left, top, right, bottom = place
        scale = self.scale_for(own, right - left, bottom - top)
        around = bounds_of([one.outline for one in own])
        assert around is not None, "a proof has a booth"
        factor = 1 / scale
        dx = (left + right) / 2 - factor * (around.left + around.right) / 2
        dy = (top + bottom) / 2 - factor * (around.top + around.bottom) / 2
        clip = (left - dx) * scale, (top - dy) * scale, (right - dx) * scale, (bottom - dy) * scale
        mine = {one.id: one.outline for one in own}
        region = Box(*(round(value) for value in clip))
        near = [
            booth for booth in self._whole.within(region) if booth.id not in mine and _inside(booth.outline, region)
        ]
        smallest, largest = SMALLEST * 1.2 * scale, 7 * POINT * scale
        # Neighbours' names in one script are enough there, and keep the file small: a Chinese sign takes 100 bytes.
        script = Lang.ZH if lang == Lang.ZH else Lang.EN
        around_it = {one.id for one in self._show.booths.near([one.outline for one in own], NEIGHBOUR)}
        others: list[Text] = []
        for view, told in ((self._view, True), (View.PERMIT, False)):
            some = [one for one in near if (one.id in around_it) is told]
            others += booth_labels(self._show, some, smallest=smallest, largest=largest, lang=script, view=view)[0]
        drawn: list[Item] = [*within(self._floor, clip), *within(self._booths, clip)]
        drawn += [Shapes.of("proof.own", mine), *within(self._over(mine), clip), *others]
        for one in own:
            size = min(one.box.width, one.box.height) * 0.16
            x, y = one.box.centre
            drawn.append(
                Text("booth.number", one.number, x, y + size * CAP_HEIGHT / 2, size, Anchor.MIDDLE, True, id=one.id)
            )
        page.items.append(Group(tuple(drawn), factor, dx, dy, clip))
        for one in own:
            self._sides(page, one, factor, (dx, dy))
            self._dimensions(page, one, factor, (dx, dy))
        page.items.append(
            Lines.of(
                "frame",
                (left, top, right, top),
                (right, top, right, bottom),
                (right, bottom, left, bottom),
                (left, bottom, left, top),
            )
        )
        if self._hall.north is not None:
            page.items += north_arrow(self._hall.north, right - 7, top + 7, 6.0, lang)
        return scale

    def _over(self, mine: dict[str, tuple[tuple[int, int], ...]]) -> list[Item]:
        """Return what must stay seen above the marked booth: columns and supplies."""
        columns = [item for item in self._floor if isinstance(item, Shapes) and item.role == "fixture.column"]
        return [*columns, *self._drops] if mine else []

    def _sides(self, page: Composer, one: BoothFacts, factor: float, shift: tuple[float, float]) -> None:
        """Draw the open sides as gaps: the booth's line is thick where a wall may stand, and dashed where none may."""
        sides = open_sides_of(self._show, self._show.booths[one.id])
        lines = [
            (shift[0] + factor * ax, shift[1] + factor * ay, shift[0] + factor * bx, shift[1] + factor * by)
            for (ax, ay), (bx, by) in sides
        ]
        if lines:
            page.items += [Lines.of("proof.gap", *lines), Lines.of("proof.open", *lines)]

    def _dimensions(self, page: Composer, one: BoothFacts, factor: float, shift: tuple[float, float]) -> None:
        """Write the length of each side inside a booth, along the side."""
        ring = one.outline
        middle = one.box.centre
        pairs = list(zip(ring, (*ring[1:], ring[0]), strict=True))
        if len(pairs) > _MOST_EDGES:
            pairs = sorted(pairs, key=lambda pair: -math.dist(*pair))[:_MOST_EDGES]
        for (ax, ay), (bx, by) in pairs:
            long = math.hypot(bx - ax, by - ay)
            text = f"{long / 1000:.2f}".rstrip("0").rstrip(".") + " m"
            size = min(_DIMENSION, long * factor * 0.3, min(one.box.width, one.box.height) * factor * 0.14)
            if size < SMALLEST:
                continue
            mx, my = (ax + bx) / 2, (ay + by) / 2
            nx, ny = (by - ay) / long, (ax - bx) / long
            if nx * (middle[0] - mx) + ny * (middle[1] - my) < 0:
                nx, ny = -nx, -ny
            angle = math.degrees(math.atan2(by - ay, bx - ax))
            angle = angle - 180 if angle > 90 else angle + 180 if angle <= -90 else angle
            x, y = shift[0] + factor * mx + nx * size * 1.1, shift[1] + factor * my + ny * size * 1.1
            turn = math.radians(angle)
            # From the middle of the letters to their baseline, in the text's own direction.
            drop = size * CAP_HEIGHT / 2
            page.items.append(
                Text(
                    "proof.dimension",
                    text,
                    x - drop * math.sin(turn),
                    y + drop * math.cos(turn),
                    size,
                    Anchor.MIDDLE,
                    True,
                    angle,
                )
            )


def _inside(outline: Outline, region: Box) -> bool:
    box = bounds(outline)
    across = region.left <= box.left and box.right <= region.right
    return across and region.top <= box.top and box.bottom <= region.bottom


def page_width(text: str, size: float) -> float:
    """Return the width of a bold line on the page, mm."""
    return width(text, size, True)
