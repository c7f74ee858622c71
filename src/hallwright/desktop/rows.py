"""What the lists beside the plan say of exhibitors and booths."""

from collections.abc import Iterable
from typing import Any

from hallwright.desktop.desk import Desk
from hallwright.desktop.listing import Entry
from hallwright.drawing.columns import role_of
from hallwright.drawing.theme import Theme
from hallwright.expo.lengths import area_word, told_area
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus, Fixture, FixtureKind
from hallwright.expo.supplies import Supplied, supplied
from hallwright.expo.terms import term
from hallwright.support.i18n import _
from hallwright.support.text import folded, natural_key

UNPLACED = "unplaced"
_KINDS = {kind: order for order, kind in enumerate(FixtureKind)}
STATUS_ORDER = {status: order for order, status in enumerate(BoothStatus)}


def state_of(show: Show, exhibitor: Exhibitor) -> str:
    """Return where an exhibitor stands in the sale: its furthest booth's status, or why it has none."""
    booths = show.booths_of(exhibitor)
    if booths:
        return max((booth.status for booth in booths), key=STATUS_ORDER.__getitem__)
    return "waitlisted" if exhibitor.waitlisted else UNPLACED


class ExhibitorRows:
    """The rows of the exhibitors, as the show has them now."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        self._desk = desk
        self.theme = theme

    def ids(self) -> Iterable[str]:
        """Return all exhibitors."""
        return self._desk.show.exhibitors

    def has(self, key: str) -> bool:
        """Say whether the exhibitor is still there."""
        return key in self._desk.show.exhibitors

    def entry(self, key: str) -> Entry:
        """Return name, booths, state, and the colour of the state."""
        show, row = self._desk.show, self._desk.show.exhibitors[key]
        numbers, state = self._numbers(row), state_of(show, row)
        swatch = self.theme.style(f"booth.{state}").fill if show.booths_of(row) else None
        native = _native(row)
        tip = f"{row.name}\n{native}\n{numbers or term(state)}".replace("\n\n", "\n")
        if row.size_wanted:
            tip += "\n" + _("wants {area}").format(area=told_area(row.size_wanted))
        name = f"{row.name}  {native}".strip()
        return Entry(key, (name, numbers, term(state)), swatch.rgb if swatch else "", tip)

    def sort_key(self, key: str, column: int) -> Any:
        """Return folded name, natural key of the booths' numbers, or state."""
        row = self._desk.show.exhibitors[key]
        if column == 0:
            return folded(row.sort_name or row.name)
        return natural_key(self._numbers(row)) if column == 1 else state_of(self._desk.show, row)

    def search(self, key: str) -> str:
        """Return all that a filter may name."""
        row = self._desk.show.exhibitors[key]
        state = state_of(self._desk.show, row)
        return folded(
            f"{row.name} {_native(row)} {row.sort_name} {self._numbers(row)} {state} {term(state)} {row.country}"
        )

    def _numbers(self, row: Exhibitor) -> str:
        return ", ".join(sorted((booth.number for booth in self._desk.show.booths_of(row)), key=natural_key))


def _native(row: Exhibitor) -> str:
    return row.name_native if row.name_native != row.name else ""


class BoothRows:
    """The rows of the booths, as the show has them now."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        self._desk = desk
        self.theme = theme
        self._supplied: Supplied | None = None

    def forget(self) -> None:
        """Look anew which drops stand where, once that is asked for."""
        self._supplied = None

    def renew(self, ids: Iterable[str]) -> None:
        """Look anew which drops stand in some booths."""
        if self._supplied is not None:
            known = self._desk.show.booths
            found = supplied(self._desk.show, [known[key] for key in ids if key in known])
            for key in ids:
                self._supplied.pop(key, None)
            self._supplied |= found

    def ids(self) -> Iterable[str]:
        """Return all booths."""
        return self._desk.show.booths

    def has(self, key: str) -> bool:
        """Say whether the booth is still there."""
        return key in self._desk.show.booths

    def entry(self, key: str) -> Entry:
        """Return number, area, state, exhibitor, supplies, and the colour of the state."""
        booth = self._desk.show.booths[key]
        fill, state, who = self.theme.style(role_of(booth)).fill, _state(booth), self._who(booth)
        size = told_area(booth.area)
        tip = f"{booth.number}\n{term(booth.type)}, {term(booth.construction)}, {size}\n{who or term(state)}"
        drops = drops_text(self._drops(key))
        tip += f"\n{drops}" if drops else ""
        return Entry(
            key,
            (booth.number or "—", size.removesuffix(f" {area_word()}"), term(state), who, drops),
            fill.rgb if fill else "",
            tip,
        )

    def sort_key(self, key: str, column: int) -> Any:
        """Return natural key of the number, area, state, folded exhibitor, or what is supplied and how often."""
        booth = self._desk.show.booths[key]
        if column == 0:
            return natural_key(booth.number)
        if column == 1:
            return booth.area
        if column == 4:
            # Those with supplies first, kind by kind, when the arrow points down as for any other text.
            kinds = sorted(_KINDS[drop.kind] for drop in self._drops(key))
            return (not kinds, kinds)
        return _state(booth) if column == 2 else folded(self._who(booth))

    def search(self, key: str) -> str:
        """Return all that a filter may name."""
        booth = self._desk.show.booths[key]
        words = (_state(booth), booth.type, booth.construction, *{str(drop.kind) for drop in self._drops(key)})
        # Both as the window says it and as the file does: whoever switches languages types either.
        return folded(" ".join((booth.number, *words, *map(term, words), self._who(booth))))

    def _drops(self, key: str) -> tuple[Fixture, ...]:
        if self._supplied is None:
            self._supplied = supplied(self._desk.show)
        return self._supplied.get(key, ())

    def _who(self, booth: Booth) -> str:
        party = self._desk.show.exhibitors.get(booth.exhibitor) if booth.exhibitor else None
        return f"{party.name}  {party.name_native}".strip() if party else ""


def drops_text(drops: Iterable[Fixture]) -> str:
    """Return drops as ``2 × power, water``, or an empty text."""
    kinds = [drop.kind for drop in drops]
    parts = [
        f"{kinds.count(kind)} × {term(kind)}" if kinds.count(kind) > 1 else term(kind)
        for kind in FixtureKind
        if kind in kinds
    ]
    return _(", ").join(parts)


def _state(booth: Booth) -> str:
    return "draft" if booth.draft else str(booth.status)
