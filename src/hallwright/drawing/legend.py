"""The legend of a sheet: only what the sheet shows."""

from collections import Counter
from collections.abc import Sequence

from hallwright.drawing.columns import ROLES, role_of
from hallwright.drawing.composing import Composer
from hallwright.drawing.floor import DOORS
from hallwright.drawing.fonts import width
from hallwright.drawing.paper import SMALLEST
from hallwright.drawing.plan import View, let
from hallwright.drawing.primitives import Anchor, Lines, Shapes
from hallwright.drawing.symbols import TILED, pictogram
from hallwright.drawing.wording import joined, word
from hallwright.expo.show import Show
from hallwright.expo.space import DROPS, Booth, Fixture, FixtureKind, Zone
from hallwright.geometry.units import square_metres
from hallwright.support.text import count_of


def figures(booths: Sequence[Booth], lang: str) -> str:
    """Return the number and net area of booths, such as ``12 booths, 108 m²``."""
    size = square_metres(sum(booth.area for booth in booths))
    if lang == "zh":
        return f"{len(booths):,} 个，{size:,.0f} m²"
    return (
        f"{len(booths):,} · {size:,.0f} m²" if lang == "both" else f"{count_of(len(booths), 'booth')}, {size:,.0f} m²"
    )


_SWATCHED = (FixtureKind.COLUMN, FixtureKind.NO_BUILD)


class Legend:
    """Sets the sections of a legend one under another in a column of a page."""

    def __init__(self, page: Composer, left: float, right: float, unit: float, lang: str) -> None:
        self._page = page
        self._left, self._right = left, right
        self._unit = unit
        self._lang = lang
        self._row = 4.5 * unit
        self._size = 2.3 * unit

    def booths(self, show: Show, booths: Sequence[Booth], view: View, top: float) -> float:
        """Set what the colours of booths mean; return where the next section starts."""
        if not booths or view is View.PERMIT:
            return top
        y = self._heading("booths", top)
        if view is View.PUBLIC:
            rows = [
                ("booth.let", word("let", self._lang), ""),
                ("booth.free", word("free", self._lang), ""),
            ]
            shown = {let(booth) for booth in booths if not booth.draft}
            rows = [row for row, wanted in zip(rows, (True, False), strict=True) if wanted in shown]
        else:
            by_role: dict[str, list[Booth]] = {}
            for booth in booths:
                by_role.setdefault(role_of(booth), []).append(booth)
            rows = [
                (role, word(role.rpartition(".")[2], self._lang), figures(by_role[role], self._lang))
                for role in ROLES
                if role in by_role
            ]
        for role, name, note in rows:
            self._swatch(Shapes.box(role, *self._place(y)))
            y = self._entry(name, note, y)
        return y + 2.2 * self._unit

    def zones(self, show: Show, zones: Sequence[Zone], booths: Sequence[Booth], view: View, top: float) -> float:
        """Set the colours and names of zones; return where the next section starts."""
        if not zones:
            return top
        members: dict[str, list[Booth]] = {}
        if view is not View.PUBLIC:
            for booth in booths:
                zone = show.zone_of(booth)
                if zone is not None:
                    members.setdefault(zone.id, []).append(booth)
        y = self._heading("zones", top)
        for zone in zones:
            self._swatch(Shapes.box("zone.swatch", *self._place(y), zone.colour))
            inside = members.get(zone.id, [])
            note = figures(inside, self._lang) if inside else ""
            y = self._entry(joined(zone.name, zone.name_native, self._lang), note, y, zone.id)
        return y + 2.2 * self._unit

    def fixtures(self, fixtures: Sequence[Fixture], view: View, top: float) -> float:
        """Set the symbols of fixtures; return where the next section starts."""
        shown = fixtures if view is not View.PUBLIC else [row for row in fixtures if row.kind not in DROPS]
        counts = Counter(fixture.kind for fixture in shown)
        kinds = [kind for kind in FixtureKind if kind in counts and (kind in TILED or kind in _SWATCHED)]
        if not kinds:
            return top
        y = self._heading("fixtures", top)
        side = self._row * 0.82
        labels = [word(kind, self._lang) + ("" if view is View.PUBLIC else f" ({counts[kind]})") for kind in kinds]
        longest = max(width(label, 1) for label in labels)
        # In two columns if the words then stay readable, all of one size.
        fringe = side + 2.4 * self._unit
        columns = 2 if (self._right - self._left) / 2 - fringe >= 0.85 * self._size * longest else 1
        half = (self._right - self._left) / columns
        lines = -(-len(kinds) // columns)
        wide = half - fringe
        size = min(self._size, wide / longest)
        for index, (kind, label) in enumerate(zip(kinds, labels, strict=True)):
            column, row = divmod(index, lines)
            left, middle = self._left + column * half, y + row * self._row + self._row / 2
            if kind is FixtureKind.NO_BUILD:
                a, b = middle - side * 0.36, middle + side * 0.36
                self._page.box("fixture.no-build", left, a, left + side, b)
                strokes = [(left + side * (k + 0.4), a, left + side * k, b) for k in (0.05, 0.3, 0.55)]
                self._page.items.append(Lines.of("fixture.no-build", *strokes))
            elif kind is FixtureKind.COLUMN:
                self._page.box(
                    "fixture.column", left + side * 0.2, middle - side * 0.3, left + side * 0.8, middle + side * 0.3
                )
            else:
                turn = (0.0, 1.0) if kind not in DOORS or kind is FixtureKind.EXIT else (0.0, -1.0)
                self._page.items += pictogram(kind, left + side / 2, middle, side, turn)
            # A longer word than the column takes is set smaller; the composer reports one that cannot be set.
            self._page.line(label, left + side + 1.2 * self._unit, middle + size * 0.36, max(size, SMALLEST), wide)
        return y + lines * self._row + 2.2 * self._unit

    def _heading(self, key: str, top: float) -> float:
        unit = self._unit
        self._page.line(
            word(key, self._lang), self._left, top + 3.4 * unit, 2.6 * unit, self._right - self._left, bold=True
        )
        self._page.rule(self._left, top + 4.6 * unit, self._right, "rule")
        return top + 5.8 * unit

    def _place(self, y: float) -> tuple[float, float, float, float]:
        return self._left, y + 0.6 * self._unit, self._left + 6.4 * self._unit, y + self._row - 0.6 * self._unit

    def _swatch(self, swatch: Shapes) -> None:
        self._page.items.append(swatch)

    def _entry(self, name: str, note: str, y: float, key: str = "") -> float:
        base = y + self._row / 2 + self._size * 0.36
        left, page = self._left + 8 * self._unit, self._page
        used = page.line(
            note, self._right, base, self._size * 0.92, 0.5 * (self._right - left), role="text.soft", anchor=Anchor.END
        )
        wide = self._right - left - (used + 1.5 * self._unit if used else 0.0)
        taken = page.paragraph(name, left, base, self._size, wide, most=2, leading=1.15, key=key)
        return y + max(self._row, taken + self._row - self._size * 1.15)
