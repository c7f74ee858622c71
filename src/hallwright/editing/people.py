"""Edits of people who wear a badge, one by one and from a file."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hallwright.editing.change import Change, Edit, amend, create, remove
from hallwright.editing.exhibitors import by_name
from hallwright.editing.merging import Keys, Merge, Record, Rejection, matched
from hallwright.expo.people import Exhibitor, Person, Role
from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.ids import new_id
from hallwright.support.text import count_of, folded

_APART = re.compile(r"[;；、|]")
_ALL_ZONES = frozenset(("all", "every zone", "全部", "所有展区"))


def add(show: Show, **values: Any) -> Change:
    """Add a person; ``values`` are fields of Person, and a code is made when none is given.

    Raises:
        Refused: no name, an exhibitor that does not exist, or a code that another bears.
    """
    person = Person(id=new_id(), **values)
    if not person.code:
        person = replace(person, code=new_code({other.code for other in show.people.values()}))
    _check(show, person)
    return Change.of("add-person", f"Add {name_of(person)}", [create(person)])


def amend_person(show: Show, person: str, **values: Any) -> Change:
    """Set fields of a person.

    Raises:
        Refused: the person is gone, or as for ``add``.
    """
    row = _person(show, person)
    edit = amend(row, **values)
    assert isinstance(edit.after, Person)
    _check(show, edit.after)
    return Change.of("amend-person", f"Edit {name_of(edit.after)}", [edit])


def delete(show: Show, ids: Iterable[str]) -> Change:
    """Delete people."""
    gone = [_person(show, key) for key in dict.fromkeys(ids)]
    summary = f"Delete {name_of(gone[0])}" if len(gone) == 1 else f"Delete {count_of(len(gone), 'person', 'people')}"
    return Change.of("delete-people", summary, [remove(row) for row in gone])


def name_of(person: Person) -> str:
    """Return the name a person is listed by: Latin, else native."""
    return person.latin or person.native


def new_code(taken: Collection[str]) -> str:
    """Return a badge code that is not taken: P and 12 signs, capitals and digits, which make the smallest QR code."""
    while True:
        code = f"P{new_id()[:12].upper()}"
        if code not in taken:
            return code


def merge(show: Show, records: Sequence[Record]) -> Merge:
    """Bring people from a file into the show.

    A row is the same person if the code is, else if e-mail and name are, else if name and company are (case and accents
    do not count). ``values`` may hold any field of Person, and ``exhibitor`` as a *name*: one that is not known is kept
    as the company. A new person of role exhibitor is linked to the exhibitor that bears the company's name. New people
    get a code. Absent fields are left alone. ``access`` is a text: names of zones with semicolons between them, or
    ``all`` for all that are open to everyone; a row that names another zone is rejected.
    """
    rejected: list[Rejection] = []
    parties = by_name(show.exhibitors.values())
    named = []
    zones = _zones(show)
    for record in records:
        if not any(record.values.get(name) for name in ("given", "family", "native")):
            rejected.append(Rejection(record.row, "name", "", _("no name")))
            continue
        values = _resolved(record.values, parties)
        if "access" in values:
            access = _opened(values["access"], zones)
            if isinstance(access, str):
                rejected.append(Rejection(record.row, "access", access, _("no zone is called so")))
                continue
            values["access"] = access
        named.append(Record(record.row, values))
    keys = {row.id: _keys_of_person(show, row) for row in show.people.values()}
    matches = matched(named, [_keys_of_record(show, record) for record in named], show.people.values(), keys)
    codes = {row.code for row in show.people.values()} | {record.values.get("code", "") for record in named}
    edits: list[Edit] = []
    for match in matches:
        row, values = match.record.row, dict(match.record.values)
        if match.same_as is not None:
            rejected.append(
                Rejection(
                    row,
                    "name",
                    _latin(values) or values["native"],
                    _("same person as row {row}").format(row=match.same_as),
                )
            )
        elif match.known is not None:
            edits.append(amend(match.known, **_for_known(match.known, values)))
        else:
            if not values.get("code"):
                values["code"] = new_code(codes)
                codes.add(values["code"])
            edits.append(create(Person(id=new_id(), **_linked(values, parties))))
    added = sum(edit.before is None for edit in edits)
    unchanged = sum(edit.before is edit.after for edit in edits)
    updated = len(edits) - added - unchanged
    summary = f"Import {count_of(added + updated, 'person', 'people')}"
    change = Change.of("import-people", summary, edits)
    return Merge(change, added, updated, unchanged, [], sorted(rejected, key=lambda item: item.row))


def _person(show: Show, key: str) -> Person:
    if key not in show.people:
        raise Refused(_("The person no longer exists"), mend=_("Select another."))
    return show.people[key]


def _check(show: Show, person: Person) -> None:
    if not name_of(person).strip():
        raise Refused(_("A person needs a name"))
    if person.exhibitor is not None and person.exhibitor not in show.exhibitors:
        raise Refused(_("The exhibitor no longer exists"), name_of(person), _("Choose another."))
    if not person.code:
        raise Refused(_("A person needs a badge code"), name_of(person))
    other = next((o for o in show.people.where("code", person.code) if o.id != person.id), None)
    if other is not None:
        raise Refused(
            _("Badge code {code} is already {other}'s").format(code=person.code, other=name_of(other)),
            name_of(person),
            _("Choose another."),
        )


def _resolved(values: Any, parties: dict[str, Exhibitor]) -> dict[str, Any]:
    """Return values whose exhibitor is an id, or the company's name where no exhibitor bears it."""
    result = dict(values)
    name = result.pop("exhibitor", "")
    if name:
        party = parties.get(folded(name))
        if party is not None:
            result["exhibitor"] = party.id
        else:
            result.setdefault("company", name)
    return result


def _zones(show: Show) -> dict[str, tuple[str, ...]]:
    """Return the ids of the zones of each name, in either script; halls may have zones of one name."""
    found: dict[str, tuple[str, ...]] = {}
    for zone in show.zones.values():
        for name in {folded(zone.name), folded(zone.name_native)} - {""}:
            found[name] = (*found.get(name, ()), zone.id)
    return found


def _opened(text: Any, zones: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | str:
    """Return the ids of the zones that a text names, or the name that no zone has."""
    if not isinstance(text, str):
        return tuple(text)
    if folded(text) in zones:
        return zones[folded(text)]
    if folded(text) in _ALL_ZONES:
        return ()
    found: list[str] = []
    for name in _APART.split(text):
        if folded(name):
            if folded(name) not in zones:
                return name.strip()
            found += zones[folded(name)]
    return tuple(dict.fromkeys(found))


def _linked(values: dict[str, Any], parties: dict[str, Exhibitor]) -> dict[str, Any]:
    if values.get("role") is Role.EXHIBITOR and "exhibitor" not in values:
        names = (values.get("company", ""), values.get("company_native", ""))
        party = next((parties[folded(name)] for name in names if name and folded(name) in parties), None)
        if party is not None:
            return {**values, "exhibitor": party.id}
    return values


def _for_known(known: Person, values: dict[str, Any]) -> dict[str, Any]:
    """Return the values that a known person takes: the whole name in one field is no other name."""
    if _latin(values) and folded(_latin(values)) == folded(known.latin) and {"given", "family"} - values.keys():
        return {name: value for name, value in values.items() if name not in ("given", "family")}
    return values


def _latin(values: Mapping[str, Any]) -> str:
    return f"{values.get('given', '')} {values.get('family', '')}".strip()


def _keys(code: str, email: str, names: Iterable[str], companies: Iterable[str]) -> Keys:
    known = [folded(name) for name in names if name.strip()]
    firms = [folded(firm) for firm in companies if firm] or [""]
    return (
        (code,) if code else (),
        tuple(f"{folded(email)}\n{name}" for name in known) if email else (),
        tuple(f"{name}\n{firm}" for name in known for firm in dict.fromkeys(firms)),
    )


def _firms(show: Show, exhibitor: str | None, *companies: str) -> list[str]:
    party = show.exhibitors.get(exhibitor) if exhibitor else None
    return [*companies, party.name, party.name_native] if party else list(companies)


def _keys_of_person(show: Show, row: Person) -> Keys:
    return _keys(
        row.code, row.email, (row.latin, row.native), _firms(show, row.exhibitor, row.company, row.company_native)
    )


def _keys_of_record(show: Show, record: Record) -> Keys:
    values = record.values
    names = (_latin(values), values.get("native", ""))
    firms = _firms(show, values.get("exhibitor"), values.get("company", ""), values.get("company_native", ""))
    return _keys(values.get("code", ""), values.get("email", ""), names, firms)
