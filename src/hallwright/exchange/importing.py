"""A list of booths, exhibitors or people in a file, read into records for the merges of ``editing``."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, groupby, product
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from hallwright.editing.merging import Record, Rejection
from hallwright.exchange.cells import value_of
from hallwright.exchange.coordinates import Lie
from hallwright.exchange.fields import Kind, What
from hallwright.exchange.geojson import GEOMETRY
from hallwright.exchange.guard import unguarded
from hallwright.exchange.headings import Column, columns, heading_row, unique
from hallwright.exchange.tables import Table, table_of
from hallwright.geometry.outline import rectangle, turned
from hallwright.geometry.units import Unit
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _

__all__ = ["Lie", "Reading", "What", "read"]

SAMPLE = 8
_SHORTENED = 80
_SIDES = ("x", "y", "width", "depth")
_OUTLINE_PARTS = frozenset({"outline", "rotation", *_SIDES})
_IDENTITY = {What.BOOTHS: frozenset({"number", "hall"}) | _OUTLINE_PARTS, What.EXHIBITORS: frozenset({"name"})}
"""Fields without which a row cannot be taken: a fault in one of them rejects the row, else only the cell."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds, before anything is changed by it.

    Attributes:
        headings: all headings, made unique, from left to right.
        mapping: heading to field name, for the columns that are read.
        unmapped: headings of the columns that are not.
        records: the rows that can be merged, typed.
        rejected: rows and cells that cannot be taken, with the reason.
        sample_rows: the first rows under the headings as text, one cell for each heading, for a preview.
        heading_row: row number of the headings, counted from 1.
        encoding: of a text file, else empty.
        sheet, sheets: the sheet read and all visible ones, else empty.
        coordinates: how those of a map were read, ``degrees`` or ``plane``, else empty.
        notes: what to say of that, for people.
    """

    headings: tuple[str, ...]
    mapping: dict[str, str]
    unmapped: tuple[str, ...]
    records: list[Record]
    rejected: list[Rejection]
    sample_rows: tuple[tuple[str, ...], ...]
    heading_row: int
    encoding: str
    sheet: str
    sheets: tuple[str, ...]
    coordinates: str = ""
    notes: tuple[str, ...] = ()


def _nothing() -> None:
    pass


def read(
    path: Path,
    what: What,
    *,
    mapping: Mapping[str, str] | None = None,
    sheet: str | None = None,
    encoding: str | None = None,
    unit: Unit | None = None,
    lie: Lie = Lie(),  # noqa: B008  frozen
    pulse: Callable[[], None] = _nothing,
) -> Reading:
    """Read a CSV, TSV, XLSX, XLS or ODS file; of booths also GeoJSON, whose rows are its features.

    Args:
        path: the file; its content tells the format, not its name.
        what: what its rows are.
        mapping: heading to field name, over the guesses; an empty name or ``-`` leaves the column out.
        sheet: name of the sheet of a workbook.
        encoding: encoding of a text file.
        unit: unit of lengths where neither cell nor heading names one; metres if None.
        lie: how the coordinates of a map are to be read.
        pulse: called while a child process reads; what it raises ends that.

    Raises:
        Refused: the file cannot be read as a table, or ``mapping`` names what is not there.
    """
    chosen = dict(mapping or {})
    table = table_of(path, what, chosen, sheet=sheet, encoding=encoding, unit=unit, lie=lie, pulse=pulse)
    if table.coordinates and "outline" not in chosen.values():
        # Whatever a property is called, the outline is the map's own.
        chosen.setdefault(GEOMETRY, "outline")
    place = heading_row(what, table.rows, chosen)
    if place is None:
        raise _no_headings(what, table, path.name)
    headings = unique(_heading_cells(table, place))
    found = columns(what, headings, chosen, path.name)
    return _reading(what, table, place, found, unit)


_NO_HEADING = {
    What.BOOTHS: N_("Row {row} has no heading that is known for booths: {shown}"),
    What.EXHIBITORS: N_("Row {row} has no heading that is known for exhibitors: {shown}"),
    What.PEOPLE: N_("Row {row} has no heading that is known for people: {shown}"),
}


def _no_headings(what: What, table: Table, where: str) -> Refused:
    first = next((k for k, row in enumerate(table.rows) if any(cell.strip() for cell in row)), 0)
    shown = ", ".join(cell for cell in table.rows[first] if cell.strip())[:_SHORTENED]
    return Refused(
        _(_NO_HEADING[what]).format(row=first + 1, shown=shown),
        _("{where}, sheet {sheet}").format(where=where, sheet=table.sheet) if table.sheet else where,
        _("Add a row of headings, or name columns with --map COLUMN=FIELD."),
    )


def _heading_cells(table: Table, place: int) -> list[str]:
    """Return the heading of every column, without empty columns at the end.

    In delimited text a row longer than the headings is out of step; in a workbook it only has a column without heading.
    """
    heads, below = table.rows[place], table.rows[place + 1 :]
    width = len(heads) if table.encoding else max(len(row) for row in table.rows[place:])
    cells = [*heads, *[""] * (width - len(heads))]
    filled = max((k for row in below for k, cell in enumerate(row, 1) if cell.strip()), default=0)
    while len(cells) > filled and not cells[-1].strip():
        cells.pop()
    return cells


def _reading(what: What, table: Table, place: int, found: Sequence[Column], unit: Unit | None) -> Reading:
    records: list[Record] = []
    rejected: list[Rejection] = []
    sample: list[tuple[str, ...]] = []
    rows = _Rows(what, found, unit)
    numbers = table.labels[place + 1 :] or range(place + 2, len(table.rows) + 1)
    for k, row in zip(numbers, table.rows[place + 1 :], strict=True):
        cells = [unguarded(cell) if table.encoding else cell for cell in row]
        if not any(cell.strip() for cell in cells):
            continue
        if len(sample) < SAMPLE:
            sample.append(tuple((cells + [""] * len(found))[: len(found)]))
        if any(cell.strip() for cell in cells[len(found) :]):
            reason = _("the row has {cells} cells, but there are {headings} headings").format(
                cells=len(cells), headings=len(found)
            )
            rejected.append(Rejection(k, "", "", reason))
            continue
        values, faults = rows.typed(k, cells)
        rejected.extend(faults)
        if values is not None:
            records.append(Record(k, values))
    if table.labels:
        records, told = _apart(records)
        rejected = sorted([*rejected, *told], key=lambda fault: fault.row)
    return Reading(
        headings=tuple(column.heading for column in found),
        mapping={column.heading: column.field.name for column in found if column.field},
        unmapped=tuple(column.heading for column in found if column.field is None),
        records=records,
        rejected=rejected,
        sample_rows=tuple(sample),
        heading_row=place + 1,
        encoding=table.encoding,
        sheet=table.sheet,
        sheets=table.sheets,
        coordinates=table.coordinates,
        notes=table.notes,
    )


def _apart(records: Sequence[Record]) -> tuple[list[Record], list[Rejection]]:
    """Give the parts of one feature numbers of their own, A12a and A12b, as splitting a booth does, and say so."""
    found: list[Record] = []
    told: list[Rejection] = []
    for row, group in groupby(records, lambda record: record.row):
        parts = list(group)
        number = parts[0].values.get("number")
        if len(parts) == 1 or not number:
            found += parts
            continue
        numbers = [f"{number}{mark}" for mark, _part in zip(_marks(), parts, strict=False)]
        found += [Record(row, {**part.values, "number": own}) for part, own in zip(parts, numbers, strict=True)]
        reason = _("an outline in {number} parts; each is a booth of its own: {numbers}").format(
            number=len(parts), numbers=_shortened(", ".join(numbers))
        )
        told.append(Rejection(row, GEOMETRY, "MultiPolygon", reason))
    return found, told


def _marks() -> Iterator[str]:
    """Yield a, b ... z, aa, ab ..."""
    for length in count(1):
        for letters in product(ascii_lowercase, repeat=length):
            yield "".join(letters)


class _Rows:
    """Types the rows of one file."""

    def __init__(self, what: What, found: Sequence[Column], unit: Unit | None) -> None:
        names = {column.field.name for column in found if column.field}
        self._identity = _IDENTITY.get(what, frozenset())
        self._unit = str(unit or Unit.M)
        # Width and depth alone, as sales lists have them, place no booth.
        self._by_sides = "outline" not in names and names.issuperset(_SIDES)
        skipped = _OUTLINE_PARTS - {"outline"} if what is What.BOOTHS and not self._by_sides else frozenset()
        self._columns = [(c, c.field) for c in found if c.field and c.field.name not in skipped]
        self._literal_native = bool(names & {"given", "family", "name"})

    def typed(self, row: int, cells: Sequence[str]) -> tuple[dict[str, Any] | None, list[Rejection]]:
        """Return the values of a row, None if it cannot be taken, and what is wrong with it."""
        values: dict[str, Any] = {}
        faults: list[Rejection] = []
        whole = True
        for column, field in self._columns:
            text = cells[column.place].strip() if column.place < len(cells) else ""
            if not text:
                continue
            kind = Kind.NAME if field.name == "native" and not self._literal_native else field.kind
            try:
                given = value_of(kind, field.name, text, column.unit or self._unit)
            except ValueError as error:
                fatal = field.name in self._identity
                whole = whole and not fatal
                reason = str(error) if fatal else _("{reason}; the rest of the row is taken").format(reason=error)
                faults.append(Rejection(row, column.heading, _shortened(text), reason))
                continue
            for name, value in given.items():
                if name == field.name or name not in values:
                    values[name] = value
        if whole and self._by_sides:
            fault = _outline_by_sides(row, values)
            if fault is not None:
                faults.append(fault)
                whole = False
        return (values if whole else None), faults


def _outline_by_sides(row: int, values: dict[str, Any]) -> Rejection | None:
    """Replace x, y, width, depth and rotation by the outline; return what is wrong with them."""
    sides = {name: values.pop(name) for name in _SIDES if name in values}
    degrees = values.pop("rotation", 0.0)
    if not sides:
        return None
    missing = [name for name in _SIDES if name not in sides]
    if missing:
        return Rejection(row, missing[0], "", _("an outline needs x, y, width and depth"))
    for name in ("width", "depth"):
        if sides[name] <= 0:
            return Rejection(row, name, str(sides[name] / 1000), _("not more than 0"))
    x, y, width, depth = (sides[name] for name in _SIDES)
    outline = rectangle(x, y, width, depth)
    # About the middle, as office programs turn a shape.
    values["outline"] = turned(outline, degrees, (x + width / 2, y + depth / 2)) if degrees % 360 else outline
    return None


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORTENED else f"{line[: _SHORTENED - 1]}…"
