"""Edits of exhibitors, one by one and from a file."""

from collections.abc import Iterable, Sequence
from typing import Any

from hallwright.editing.change import Change, Edit, amend, create, remove
from hallwright.editing.merging import Merge, Record, Rejection
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import BoothStatus
from hallwright.support.errors import Refused
from hallwright.support.ids import new_id
from hallwright.support.text import count_of, folded


def add(name: str, **values: Any) -> Change:
    """Add an exhibitor."""
    if not name.strip():
        raise Refused("An exhibitor needs a name")
    row = Exhibitor(id=new_id(), name=name.strip(), **values)
    return Change.of("add-exhibitor", f"Add {row.name}", [create(row)])


def amend_exhibitor(show: Show, exhibitor: str, **values: Any) -> Change:
    """Set fields of an exhibitor."""
    row = show.exhibitors[exhibitor]
    if not values.get("name", row.name).strip():
        raise Refused("An exhibitor needs a name", row.name, "Delete it instead, if that is meant.")
    return Change.of("amend-exhibitor", f"Edit {row.name}", [amend(row, **values)])


def delete(show: Show, ids: Iterable[str]) -> Change:
    """Delete exhibitors; their booths become available, their people and co-exhibitors lose the link."""
    edits: list[Edit] = []
    gone = [show.exhibitors[key] for key in ids]
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


def merge(show: Show, records: Sequence[Record]) -> Merge:
    """Bring exhibitors from a file into the show.

    A row is the same exhibitor if its contract number is, else if its name is (case and accents do not count).
    ``values`` may hold any field of Exhibitor, and ``host`` as a *name*. Absent fields are left alone.
    """
    by_contract = {folded(row.contract): row for row in show.exhibitors.values() if row.contract}
    by_name = {folded(row.name): row for row in show.exhibitors.values()}
    by_name |= {folded(row.name_native): row for row in show.exhibitors.values() if row.name_native}
    edits: list[Edit] = []
    rejected: list[Rejection] = []
    added = updated = unchanged = 0
    seen: dict[str, int] = {}
    hosts: list[tuple[Record, Exhibitor]] = []
    for record in records:
        values = dict(record.values)
        host = values.pop("host", None)
        values.setdefault("name", values.get("name_native", ""))
        if not values["name"]:
            rejected.append(Rejection(record.row, "name", "", "no name"))
            continue
        known = by_contract.get(folded(str(values.get("contract", "")))) or by_name.get(folded(values["name"]))
        if known is not None and known.id in seen:
            reason = f"same exhibitor as row {seen[known.id]}"
            rejected.append(Rejection(record.row, "name", values["name"], reason))
            continue
        if known is None:
            row = Exhibitor(id=new_id(), **values)
            edit = create(row)
            by_name[folded(row.name)] = row
            if row.name_native:
                by_name.setdefault(folded(row.name_native), row)
            if row.contract:
                by_contract[folded(row.contract)] = row
            added += 1
        else:
            edit = amend(known, **values)
            updated, unchanged = updated + (edit.before is not edit.after), unchanged + (edit.before is edit.after)
        after = edit.row
        assert isinstance(after, Exhibitor)
        seen[after.id] = record.row
        edits.append(edit)
        if host:
            hosts.append((Record(record.row, {"host": host}), after))
    for record, guest in hosts:
        party = by_name.get(folded(str(record.values["host"])))
        if party is None or party.id == guest.id:
            value = str(record.values["host"])
            rejected.append(Rejection(record.row, "host", value, "no such exhibitor to share with; the rest is taken"))
        else:
            edits = [_with_host(edit, party.id) if edit.row.id == guest.id else edit for edit in edits]
    change = Change.of("import-exhibitors", f"Import {count_of(added + updated, 'exhibitor')}", edits)
    return Merge(change, added, updated, unchanged, [], sorted(rejected, key=lambda item: item.row))


def _with_host(edit: Edit, host: str) -> Edit:
    from dataclasses import replace

    row = edit.row
    assert isinstance(row, Exhibitor)
    if edit.before is None:
        return Edit(None, replace(row, host=host))
    assert isinstance(edit.before, Exhibitor)
    return Edit(edit.before, replace(row, host=host, revision=edit.before.revision + 1))
