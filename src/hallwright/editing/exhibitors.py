"""Edits of exhibitors, one by one and from a file."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from hallwright.editing.change import Change, Edit, amend, create, remove
from hallwright.editing.merging import Keys, Merge, Record, Rejection, matched
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import BoothStatus
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.ids import new_id
from hallwright.support.text import count_of, folded


def add(name: str, **values: Any) -> Change:
    """Add an exhibitor."""
    if not name.strip():
        raise Refused(_("An exhibitor needs a name"))
    row = Exhibitor(id=new_id(), name=name.strip(), **values)
    return Change.of("add-exhibitor", f"Add {row.name}", [create(row)])


def amend_exhibitor(show: Show, exhibitor: str, **values: Any) -> Change:
    """Set fields of an exhibitor.

    Raises:
        Refused: it is gone, the name would be empty, or ``host`` is no exhibitor to share with.
    """
    row = _exhibitor(show, exhibitor)
    if not values.get("name", row.name).strip():
        raise Refused(_("An exhibitor needs a name"), row.name, _("Delete it instead, if that is meant."))
    host = values.get("host")
    if host is not None:
        reason = _no_host(show.exhibitors, row, _exhibitor(show, host))
        if reason:
            raise Refused(reason[:1].upper() + reason[1:], row.name, _("Choose another host."))
    return Change.of("amend-exhibitor", f"Edit {row.name}", [amend(row, **values)])


def delete(show: Show, ids: Iterable[str]) -> Change:
    """Delete exhibitors; their booths become available, their people and co-exhibitors lose the link."""
    edits: list[Edit] = []
    gone = [_exhibitor(show, key) for key in dict.fromkeys(ids)]
    keys = {row.id for row in gone}
    for row in gone:
        for booth in show.booths.where("exhibitor", row.id):
            edits.append(amend(booth, exhibitor=None, status=BoothStatus.AVAILABLE, held_until=None))
        for person in show.people.where("exhibitor", row.id):
            edits.append(amend(person, exhibitor=None, company=person.company or row.name))
        for guest in show.exhibitors.where("host", row.id):
            if guest.id not in keys:
                edits.append(amend(guest, host=None))
        edits.append(remove(row))
    summary = f"Delete {gone[0].name}" if len(gone) == 1 else f"Delete {count_of(len(gone), 'exhibitor')}"
    return Change.of("delete-exhibitors", summary, edits)


def by_name(exhibitors: Iterable[Exhibitor]) -> dict[str, Exhibitor]:
    """Return exhibitors by folded name in either script; ``name`` goes before ``name_native``, earlier before later."""
    rows = list(exhibitors)
    names = {folded(row.name): row for row in reversed(rows)}
    natives = {folded(row.name_native): row for row in reversed(rows) if row.name_native}
    return natives | names


def merge(show: Show, records: Sequence[Record]) -> Merge:
    """Bring exhibitors from a file into the show.

    A row is the same exhibitor if its contract number is, else if its name is, in either script (case and accents do
    not count). ``values`` may hold any field of Exhibitor, and ``host`` as a *name*. Absent fields are left alone.
    """
    rejected: list[Rejection] = []
    named = []
    for record in records:
        if record.values.get("name") or record.values.get("name_native"):
            named.append(record)
        else:
            rejected.append(Rejection(record.row, "name", "", _("no name")))
    keys = {row.id: _keys(row.contract, row.name, row.name_native) for row in show.exhibitors.values()}
    matches = matched(named, [_keys_of(record) for record in named], show.exhibitors.values(), keys)
    merged: dict[int, tuple[Exhibitor | None, Exhibitor]] = {}
    for match in matches:
        record = match.record
        if match.same_as is not None:
            name = record.values.get("name") or record.values["name_native"]
            rejected.append(
                Rejection(record.row, "name", name, _("same exhibitor as row {row}").format(row=match.same_as))
            )
            continue
        values = {name: value for name, value in record.values.items() if name != "host"}
        merged[record.row] = match.known, _taken(match.known, values)
    after = {row.id: row for row in show.exhibitors.values()} | {row.id: row for _, row in merged.values()}
    names = by_name(after.values())
    for record in named:
        host = record.values.get("host")
        if not host or record.row not in merged:
            continue
        known, row = merged[record.row]
        party = names.get(folded(host))
        reason = _("no such exhibitor to share with") if party is None else _no_host(after, row, party)
        if party is None or reason:
            rejected.append(
                Rejection(record.row, "host", host, _("{reason}; the rest of the row is taken").format(reason=reason))
            )
            continue
        merged[record.row] = known, replace(row, host=party.id)
        after[row.id] = merged[record.row][1]
    edits = [create(row) if known is None else amend(known, **_values(row)) for known, row in merged.values()]
    added = sum(edit.before is None for edit in edits)
    unchanged = sum(edit.before is edit.after for edit in edits)
    updated = len(edits) - added - unchanged
    change = Change.of("import-exhibitors", f"Import {count_of(added + updated, 'exhibitor')}", edits)
    return Merge(change, added, updated, unchanged, [], sorted(rejected, key=lambda item: item.row))


def _exhibitor(show: Show, key: str) -> Exhibitor:
    if key not in show.exhibitors:
        raise Refused(_("The exhibitor no longer exists"), mend=_("Select another."))
    return show.exhibitors[key]


def _keys(contract: str, *names: str) -> Keys:
    return (folded(contract),) if contract else (), tuple(dict.fromkeys(folded(name) for name in names if name))


def _keys_of(record: Record) -> Keys:
    values = record.values
    return _keys(values.get("contract", ""), values.get("name", ""), values.get("name_native", ""))


def _taken(known: Exhibitor | None, values: dict[str, Any]) -> Exhibitor:
    """Return the exhibitor that a record makes of a known one, or a new one; its revision is left to ``amend``."""
    if known is None:
        return Exhibitor(id=new_id(), **{"name": values.get("name_native", ""), **values})
    if known.name_native and folded(values.get("name", "")) == folded(known.name_native) != folded(known.name):
        # A list in the native script names it so; that is no reason to lose the Latin name.
        values = {name: value for name, value in values.items() if name != "name"}
    return replace(known, **values)


def _values(row: Exhibitor) -> dict[str, Any]:
    return {name: getattr(row, name) for name in Exhibitor.__dataclass_fields__ if name not in ("id", "revision")}


def _no_host(rows: Any, guest: Exhibitor, host: Exhibitor) -> str:
    """Return why an exhibitor cannot share another's booth, or an empty text: hosts are not guests themselves."""
    if host.id == guest.id:
        return _("an exhibitor does not share its own booth")
    if host.host is not None:
        return _("{host} shares another's booth itself").format(host=host.name)
    if any(row.host == guest.id for row in rows.values()):
        return _("{guest} has co-exhibitors itself").format(guest=guest.name)
    return ""
