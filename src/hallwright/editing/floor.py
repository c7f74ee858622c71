"""Edits of the floor that booths stand on, and of the event; booths from a file."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hallwright.editing.assignment import LET
from hallwright.editing.change import Change, Edit, amend, create
from hallwright.editing.exhibitors import by_name
from hallwright.editing.merging import Merge, Record, Rejection, matched
from hallwright.editing.typing_booths import with_types
from hallwright.expo.bearings import FULL
from hallwright.expo.event import Event
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import NOT_GROSS, Booth, BoothStatus, Fixture, FixtureKind, Hall, Zone
from hallwright.expo.terms import term
from hallwright.geometry.outline import Outline, bounds_of, fault, rectangle, same_ring, tidy
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.ids import new_id
from hallwright.support.text import count_of, folded, one_line

MARGIN = 4_000
"""Free floor around the booths of a hall that an import makes, in mm."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")


def amend_event(show: Show, **values: Any) -> Change:
    """Set fields of the event; it is added while the project has none.

    Raises:
        Refused: the last day would come before the first.
    """
    row = show.event
    after = replace(row, **values)
    if after.starts and after.ends and after.ends < after.starts:
        raise Refused(_("The last day comes before the first"), row.name, _("Change one of them."))
    edit = amend(row, **values) if row.id in show.table(Event) else create(after)
    return Change.of("amend-event", f"Edit {after.name or 'event'}", [edit])


def add_hall(show: Show, name: str, outline: Outline, **values: Any) -> Change:
    """Add a hall.

    Raises:
        Refused: the name is empty or taken, or the outline encloses no proper floor.
    """
    name = _hall_name(show, name, "")
    hall = Hall(id=new_id(), name=name, outline=_sound(outline, f"hall {name}"), **_wound(values))
    return Change.of("add-hall", f"Add {hall.name}", [create(hall)])


def free_name(show: Show) -> str:
    """Return the first of ``Hall 1``, ``Hall 2`` that no hall bears."""
    borne = {folded(hall.name) for hall in show.halls.values()}
    names = (_("Hall {number}").format(number=number) for number in range(1, len(borne) + 2))
    return next(name for name in names if folded(name) not in borne)


def amend_hall(show: Show, hall: str, **values: Any) -> Change:
    """Set fields of a hall; booths beside a wall that moves are typed anew. Refused as for ``add_hall``."""
    row = _hall(show, hall)
    if "name" in values:
        values["name"] = _hall_name(show, values["name"], row.id)
    if "outline" in values:
        _sound(values["outline"], f"hall {row.name}")
    return with_types(show, Change.of("amend-hall", f"Edit {row.name}", [amend(row, **_wound(values))]))


def add_zone(show: Show, hall: str, name: str, colour: str, outline: Outline, **values: Any) -> Change:
    """Add a zone to a hall; ``colour`` is ``#rrggbb``.

    Raises:
        Refused: the name is empty, the colour is none, or the outline encloses no proper floor.
    """
    row = _hall(show, hall)
    name, colour = one_line(name), colour.strip().casefold()
    if not name:
        raise Refused(_("A zone needs a name"), row.name)
    if not _COLOUR.fullmatch(colour):
        raise Refused(
            _("'{colour}' is no colour").format(colour=colour),
            _("zone {name}").format(name=name),
            _("Write it like #1f77b4."),
        )
    zone = Zone(id=new_id(), hall=hall, name=name, colour=colour, outline=_sound(outline, f"zone {name}"), **values)
    return Change.of("add-zone", f"Add {zone.name}", [create(zone)])


def add_fixture(show: Show, hall: str, kind: FixtureKind, outline: Outline, **values: Any) -> Change:
    """Add a fixture to a hall; booths beside a wall or a room are typed anew.

    Catering, offices and storage do not count to the gross area unless ``gross`` says so.

    Raises:
        Refused: the outline encloses no proper floor.
    """
    row = _hall(show, hall)
    values.setdefault("gross", kind not in NOT_GROSS)
    fixture = Fixture(id=new_id(), hall=row.id, kind=kind, outline=_sound(outline, str(kind)), **values)
    change = Change.of("add-fixture", f"Add {fixture.name or kind.replace('-', ' ')}", [create(fixture)])
    return with_types(show, change)


def merge_booths(show: Show, hall_name: str, records: Sequence[Record]) -> Merge:
    """Bring booths from a file into the show.

    A row is the same booth if its number is, within the hall (case does not count). New booths need an outline; one
    that crosses itself is kept as a draft and listed. A hall that is missing is made around its booths. ``values`` may
    hold any field of Booth, ``hall`` and ``exhibitor`` as *names*. Absent fields are left alone.

    Args:
        show: the show as it is.
        hall_name: hall of the rows that name none; if empty, the only hall there is.
        records: rows of the file.
    """
    taker = _Taker(show, hall_name)
    placed = [(record, hall) for record in records if (hall := taker.hall_of(record)) is not None]
    numbers = {row.id: ((_key(row.hall, row.number),),) for row in show.booths.values()}
    wanted = [((_key(hall, record.values["number"]),),) for record, hall in placed]
    matches = matched([record for record, _ in placed], wanted, show.booths.values(), numbers)
    for match, (record, hall) in zip(matches, placed, strict=True):
        if match.same_as is not None:
            taker.reject(
                record, "number", record.values["number"], _("same number as row {row}").format(row=match.same_as)
            )
        else:
            taker.take(record, hall, match.known)
    return taker.merge()


def _key(hall: str, number: str) -> str:
    return f"{hall}\n{folded(number)}"


class _Taker:
    """Takes the records of one file one by one and keeps account."""

    def __init__(self, show: Show, hall_name: str) -> None:
        self._show = show
        self._parties = by_name(show.exhibitors.values())
        self._halls = {folded(hall.name): hall.id for hall in reversed(list(show.halls.values()))}
        self._halls_made: dict[str, str] = {}
        only = next(iter(show.halls.values())).name if len(show.halls) == 1 else ""
        self._default = one_line(hall_name) or only
        self._edits: list[Edit] = []
        self._waiting: dict[str, Exhibitor] = {}
        self._told: dict[str, int] = {}
        self._drafts: list[Rejection] = []
        self._rejected: list[Rejection] = []

    def reject(self, record: Record, column: str, value: str, reason: str) -> None:
        self._rejected.append(Rejection(record.row, column, value, reason))

    def hall_of(self, record: Record) -> str | None:
        """Return the id of a record's hall, one made up where it is missing; None if the record was rejected."""
        if not record.values.get("number"):
            self.reject(record, "number", "", _("no number"))
            return None
        name: str = record.values.get("hall") or self._default
        if not name:
            self.reject(record, "hall", "", _("no hall"))
            return None
        key = folded(name)
        if key not in self._halls:
            self._halls[key] = new_id()
            self._halls_made[self._halls[key]] = one_line(name)
        return self._halls[key]

    def take(self, record: Record, hall: str, known: Booth | None) -> None:
        values = {k: v for k, v in record.values.items() if k not in ("number", "hall", "exhibitor", "status")}
        number = record.values["number"]
        if known is None and "outline" not in values:
            self.reject(record, "outline", "", _("no outline, and no booth {number} yet").format(number=number))
            return
        if known and "outline" in values and same_ring(values["outline"], tidy(known.outline)):
            # Corners drawn twice, the first corner and the way round are lost in a file; that is no new outline.
            del values["outline"]
        base = known or Booth(id=new_id(), hall=hall, number=number, outline=values["outline"])
        if "open_sides" in values:
            self._told[base.id] = values["open_sides"]
        wanted = replace(base, **values)
        if wanted.fault and "outline" in record.values:
            self._drafts.append(Rejection(record.row, "number", number, wanted.fault))
        values |= self._let(record, wanted)
        self._edits.append(amend(known, **values) if known else create(replace(base, **values)))

    def _let(self, record: Record, booth: Booth) -> dict[str, Any]:
        """Return status and exhibitor as a record wants them, as far as they can stand together."""
        name: str = record.values.get("exhibitor", "")
        status: BoothStatus | None = record.values.get("status")
        if name:
            party = self._parties.get(folded(name))
            reason = _("no such exhibitor, import exhibitors first") if party is None else self._no_place(party, booth)
            if party is None or reason:
                self.reject(
                    record, "exhibitor", name, _("{reason}; the rest of the row is taken").format(reason=reason)
                )
                return {}
            if booth.exhibitor is None:
                self._waiting[party.id] = party
                booth = replace(booth, exhibitor=party.id, status=BoothStatus.RESERVED, held_until=None)
        if status is not None and status is not booth.status:
            reason = _no_status(status, booth)
            if reason:
                self.reject(
                    record, "status", str(status), _("{reason}; the rest of the row is taken").format(reason=reason)
                )
            else:
                booth = replace(booth, status=status, held_until=None)
        return {"exhibitor": booth.exhibitor, "status": booth.status, "held_until": booth.held_until}

    def _no_place(self, party: Exhibitor, booth: Booth) -> str:
        """Return why an exhibitor cannot have a booth, or an empty text; what stands already is not questioned."""
        if booth.exhibitor == party.id:
            return ""
        if booth.exhibitor is not None:
            return _("the booth is let to {other}, release it first").format(
                other=self._show.exhibitors[booth.exhibitor].name
            )
        if booth.draft:
            return _("the booth is a draft, {fault}").format(fault=booth.fault)
        if booth.status is BoothStatus.BLOCKED:
            return _("the booth is blocked")
        if party.host:
            return _("it shares its host's booth")
        return ""

    def merge(self) -> Merge:
        added = sum(edit.before is None for edit in self._edits)
        unchanged = sum(edit.before is edit.after for edit in self._edits)
        updated = len(self._edits) - added - unchanged
        halls = [create(hall) for key, name in self._halls_made.items() if (hall := self._around(key, name))]
        listed = [amend(party, waitlisted=False) for party in self._waiting.values()]
        summary = f"Import {count_of(added + updated, 'booth')}"
        change = with_types(self._show, Change.of("import-booths", summary, [*halls, *self._edits, *listed]))
        change = Change.of(change.operation, change.summary, map(self._as_told, change))
        rejected = sorted(self._rejected, key=lambda item: item.row)
        return Merge(change, added, updated, unchanged, self._drafts, rejected)

    def _as_told(self, edit: Edit) -> Edit:
        """Keep the open sides that the file names; those that the plan does not show were set by hand."""
        row = edit.after
        if not isinstance(row, Booth) or self._told.get(row.id, row.open_sides) == row.open_sides:
            return edit
        return Edit(edit.before, replace(row, open_sides=self._told[row.id], sides_fixed=True))

    def _around(self, key: str, name: str) -> Hall | None:
        """Return the hall that its new booths need: their box, a margin, whole metres; None if it has no booth."""
        rows = [edit.row for edit in self._edits]
        box = bounds_of(row.outline for row in rows if isinstance(row, Booth) and row.hall == key)
        if box is None:
            return None
        wide = box.grown(MARGIN)
        left, top = wide.left // 1000 * 1000, wide.top // 1000 * 1000
        right, bottom = -(-wide.right // 1000) * 1000, -(-wide.bottom // 1000) * 1000
        return Hall(id=key, name=name, outline=rectangle(left, top, right - left, bottom - top))


def _no_status(status: BoothStatus, booth: Booth) -> str:
    if status in LET and booth.exhibitor is None:
        return _("a booth without exhibitor cannot be {status}").format(status=term(status))
    if status not in LET and booth.exhibitor is not None:
        return _("a let booth cannot be {status}, release it first").format(status=term(status))
    return ""


def _hall(show: Show, key: str) -> Hall:
    if key not in show.halls:
        raise Refused(_("The hall no longer exists"), mend=_("Choose another hall."))
    return show.halls[key]


def _hall_name(show: Show, name: str, except_for: str) -> str:
    name = one_line(name)
    if not name:
        raise Refused(_("A hall needs a name"))
    if any(folded(hall.name) == folded(name) and hall.id != except_for for hall in show.halls.values()):
        raise Refused(_("There is a hall {name} already").format(name=name), mend=_("Choose another name."))
    return name


def _wound(values: dict[str, Any]) -> dict[str, Any]:
    """Return a hall's fields with the bearing of its plan within one turn."""
    north = values.get("north")
    return values if north is None else {**values, "north": north % FULL}


def _sound(outline: Outline, where: str) -> Outline:
    wrong = fault(outline)
    if wrong:
        raise Refused(_("It cannot be drawn so: {wrong}").format(wrong=_(wrong)), where, _("Draw it again."))
    return outline
