"""Differences and consequences in plain words, in the language of the window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hallwright.expo.people import Exhibitor
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Aisle, Booth, BoothStatus
from hallwright.expo.terms import called, term
from hallwright.geometry.outline import Outline
from hallwright.review.consequences import Consequence, Effect
from hallwright.review.differences import Difference, What
from hallwright.review.effects import effect_text
from hallwright.review.words import change, details, kind_of, party, shift_text, size, subject
from hallwright.support.i18n import N_, _, counted

WHATS: Mapping[What | Effect, str] = {
    What.REMOVED: N_("removed"),
    What.ADDED: N_("added"),
    What.REDRAWN: N_("drawn anew"),
    What.REASSIGNED: N_("reassigned"),
    What.MOVED: N_("moved"),
    What.RESIZED: N_("resized"),
    What.TURNED: N_("turned"),
    What.RENUMBERED: N_("renumbered"),
    What.RENAMED: N_("renamed"),
    What.RETYPED: N_("retyped"),
    What.CONSTRUCTION: N_("construction"),
    What.STATUS: N_("status"),
    What.RECOLOURED: N_("recoloured"),
    What.DETAILS: N_("details"),
    Effect.PRICE: N_("price basis"),
    Effect.FRONTAGE: N_("frontage"),
    Effect.AISLE: N_("aisle before it"),
    Effect.NEIGHBOURS: N_("neighbours"),
}
"""How each kind of difference is called; who shows it calls ``_``."""


@dataclass(frozen=True, slots=True)
class Line:
    """One difference or consequence in words.

    Attributes:
        about: what it tells.
        kind: of the row: Booth, Zone ...
        subject: the booth's number, or the name.
        hall: name of the hall, or empty.
        what: in a word.
        text: what it was and what it is; may be empty.
    """

    about: Difference | Consequence
    kind: str
    subject: str
    hall: str
    what: str
    text: str

    @property
    def rows(self) -> tuple[Row | None, Row | None]:
        """The row before and after."""
        return self.about.before, self.about.after

    @property
    def told(self) -> str:
        """All of it in one line: ``A12, moved: 3.2 m to the right``."""
        values = {"subject": self.subject, "what": self.what, "text": self.text}
        return (_("{subject}, {what}: {text}") if self.text else _("{subject}, {what}")).format(**values)

    @property
    def row(self) -> Row:
        """The row as it is known: after if it is there, else before."""
        before, after = self.rows
        row = after if after is not None else before
        assert row is not None, "a line needs a row"
        return row


def lines(a: Show, b: Show, found: Sequence[Difference], followed: Sequence[Consequence] = ()) -> list[Line]:
    """Tell the differences between two versions, each followed at its booth by what it meant for it."""
    by_booth: dict[str, list[Consequence]] = {}
    for one in followed:
        by_booth.setdefault(one.after.id, []).append(one)
    made: list[Line] = []
    for k, each in enumerate(found):
        made.append(line(a, b, each))
        last = k + 1 == len(found) or found[k + 1].row is not each.row
        if last and isinstance(each.after, Booth):
            made += [line(a, b, one) for one in by_booth.pop(each.after.id, ())]
    made += [line(a, b, one) for some in by_booth.values() for one in some]
    return made


def line(a: Show, b: Show, about: Difference | Consequence) -> Line:
    """Tell one of them."""
    row: Row = about.after if isinstance(about, Consequence) else about.row
    hall = b.halls.get(str(getattr(row, "hall", ""))) or a.halls.get(str(getattr(row, "hall", "")))
    what = about.effect if isinstance(about, Consequence) else about.what
    text = effect_text(a, b, about) if isinstance(about, Consequence) else difference_text(a, b, about)
    return Line(about, kind_of(row), subject(row), called(hall) if hall is not None else "", _(WHATS[what]), text)


def difference_text(a: Show, b: Show, one: Difference) -> str:
    """Tell a difference in a sentence without its subject."""
    before, after = one.before, one.after
    if before is None or after is None:
        return _there(a if after is None else b, one)
    if one.what is What.MOVED:
        return _moved(a, b, one)
    if one.what is What.REDRAWN:
        return _("under the same number")
    if one.what is What.TURNED:
        return _("of the same size")
    if one.what is What.RESIZED:
        return change(size(_outline(before)), size(_outline(after)))
    if one.what is What.RENAMED:
        return change(*(_names(row, one.fields) for row in (before, after)))
    if one.what is What.RECOLOURED:
        return change(str(getattr(before, "colour", "")), str(getattr(after, "colour", "")))
    return details(one.fields) if one.what is What.DETAILS else _valued(a, b, one)


def _names(row: Row, fields: Sequence[str]) -> str:
    """Return those names of a row that differ: a new native name is seen, whichever is spoken."""
    return " / ".join(filter(None, (str(getattr(row, name)) for name in fields)))


def _moved(a: Show, b: Show, one: Difference) -> str:
    if "hall" in one.fields:
        halls = [show.halls.get(str(getattr(row, "hall", ""))) for show, row in ((a, one.before), (b, one.after))]
        was, now = (called(hall) if hall is not None else "–" for hall in halls)
        return _("from {was} to {now}").format(was=was, now=now)
    hall = b.halls.get(one.hall)
    return shift_text(*one.shift, hall.north if hall is not None else None)


def _valued(a: Show, b: Show, one: Difference) -> str:
    before, after = one.before, one.after
    if isinstance(before, Booth) and isinstance(after, Booth):
        return _of_booth(a, b, one.what, before, after)
    if isinstance(before, Exhibitor) and isinstance(after, Exhibitor):
        if one.what is What.STATUS:
            return _("On the waiting list now") if after.waitlisted else _("No longer on the waiting list")
        return (
            _("Shares the booth of {host} now").format(host=party(b, after.host))
            if after.host
            else _("No longer shares the booth of {host}").format(host=party(a, before.host))
        )
    if isinstance(before, Aisle) and isinstance(after, Aisle):
        return _("A main aisle now") if after.main else _("No longer a main aisle")
    return change(term(str(getattr(before, "kind", ""))), term(str(getattr(after, "kind", ""))))


def _of_booth(a: Show, b: Show, what: What, before: Booth, after: Booth) -> str:
    if what is What.REASSIGNED:
        if before.exhibitor is None:
            return _("To {now}; was free").format(now=party(b, after.exhibitor))
        if after.exhibitor is None:
            return _("Free now; was {was}").format(was=party(a, before.exhibitor))
        return _("From {was} to {now}").format(was=party(a, before.exhibitor), now=party(b, after.exhibitor))
    if what is What.RENUMBERED:
        return change(before.number, after.number)
    if what is What.CONSTRUCTION:
        return change(term(before.construction), term(after.construction))
    if what is What.RETYPED:
        sides = counted("{number} open side", "{number} open sides", after.open_sides)
        return _("{change}, {sides}").format(change=change(term(before.type), term(after.type)), sides=sides)
    return change(_status(before), _status(after))


def _status(booth: Booth) -> str:
    if booth.status is BoothStatus.HELD and booth.held_until is not None:
        return _("held until {when}").format(when=f"{booth.held_until:%Y-%m-%d %H:%M}")
    return term(booth.status)


def _there(show: Show, one: Difference) -> str:
    row, added = one.row, one.before is None
    if not isinstance(row, Booth):
        return ""
    values = {"size": size(row.outline), "exhibitor": party(show, row.exhibitor)}
    if row.exhibitor is None:
        return values["size"] if added else _("{size}; it was free").format(**values)
    return (_("{size}, for {exhibitor}") if added else _("{size}; {exhibitor} had it")).format(**values)


def _outline(row: Row) -> Outline:
    found: Outline = getattr(row, "outline", ())
    return found
