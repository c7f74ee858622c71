"""Lists written to CSV and XLSX, booths as maps and drawings: whole or not at all, the same bytes for the same show."""

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hallwright.exchange.earth import Earth
from hallwright.exchange.features import write_features
from hallwright.exchange.guard import guarded
from hallwright.exchange.listing import Cell, Export, Listing, in_order, listing
from hallwright.expo.show import Show
from hallwright.expo.space import Booth
from hallwright.support.errors import Refused
from hallwright.support.files import written_whole
from hallwright.support.i18n import _
from hallwright.support.text import folded

__all__ = ["DRAWINGS", "Export", "write"]

_MAPS = (".geojson", ".json")
DRAWINGS = (".dxf", ".svg")
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_WIDEST = 60
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def write(
    show: Show, what: Export | str, path: Path, *, force: bool = False, hall: str = "", at: Earth | None = None
) -> int:
    """Write a list to ``path``, whose ending tells the format, and return the number of its rows.

    CSV is UTF-8 with a byte order mark, so that Excel shows Chinese right; cells that a spreadsheet program would run
    as a formula get an apostrophe (see ``guard``). XLSX holds them as what they are, texts. Booths also go to GeoJSON
    (``features``), and to DXF and SVG, which hold one hall with all that is in it (``plans``).

    Args:
        show: the expo.
        what: the list.
        path: the file.
        force: replace it if it exists.
        hall: name of the only hall whose booths are written to GeoJSON, DXF or SVG; DXF and SVG need it where there are
            several.
        at: of GeoJSON, where the origin of the hall's coordinates stands on the globe; metres without it.

    Raises:
        Refused: no such list, format or hall, or the file cannot be written.
    """
    try:
        export = Export(what)
    except ValueError:
        raise Refused(
            _("There is no list of {what}").format(what=what),
            mend=_("Choose one of {list}.").format(list=", ".join(Export)),
        ) from None
    ending = path.suffix.casefold()
    maps = export is Export.BOOTHS
    if at is not None and not (maps and ending in _MAPS):
        raise Refused(_("Only GeoJSON can lie on the globe"), path.name, _("Use .geojson."))
    writer = _WRITERS.get(ending)
    if writer is not None:
        with written_whole(path, force=force) as temporary:
            return writer(listing(show, export), temporary)
    if maps and ending in _MAPS:
        booths = in_order(show)
        if hall:
            key = _hall(show, hall, path.name)
            booths = [booth for booth in booths if booth.hall == key]
        if at is not None:
            at = at._replace(north=_north(show, booths, path.name))
        with written_whole(path, force=force) as temporary:
            return write_features(show, booths, temporary, at)
    if maps and ending in DRAWINGS:
        from hallwright.exchange import plans

        key = _hall(show, hall, path.name)
        with written_whole(path, force=force) as temporary:
            return plans.WRITERS[ending](show, key, temporary)
    shown = f"'{path.suffix}'" if path.suffix else _("a name without ending")
    known = [*_WRITERS, *(_MAPS[:1] if maps else ()), *(DRAWINGS if maps else ())]
    raise Refused(
        _("A list cannot be written as {shown}").format(shown=shown),
        path.name,
        _("Use {list}.").format(list=_(" or ").join([_(", ").join(known[:-1]), known[-1]])),
    )


def _north(show: Show, booths: Sequence[Booth], where: str) -> int:
    """Return the bearing that the halls of some booths have in common; up is north where nobody has said it."""
    halls = [show.halls[key] for key in dict.fromkeys(booth.hall for booth in booths)]
    if len({hall.north or 0 for hall in halls}) > 1:
        names = _(", ").join(hall.name for hall in halls)
        raise Refused(
            _("North does not lie alike in these halls"),
            where,
            _("Write one hall a file with --hall: {names}.").format(names=names),
        )
    return next((hall.north or 0 for hall in halls), 0)


def _hall(show: Show, name: str, where: str) -> str:
    """Return the id of the hall of a name, or of the only one there is."""
    halls = list(show.halls.values())
    found = [hall for hall in halls if folded(hall.name) == folded(name)] if name else halls
    if len(found) == 1:
        return found[0].id
    names = _(", ").join(hall.name for hall in halls)
    if not halls:
        raise Refused(_("There is no hall to draw"), where, _("Add one first."))
    if name:
        raise Refused(
            _("There is no hall '{name}'").format(name=name), where, _("The halls are: {names}.").format(names=names)
        )
    raise Refused(
        _("A drawing holds one hall, and there are {number}").format(number=len(halls)),
        where,
        _("Name it with --hall: {names}.").format(names=names),
    )


def _clean(cell: Cell) -> Cell:
    """Return a cell without what neither format can hold: control signs, lone surrogates, non-characters."""
    if not isinstance(cell, str):
        return cell
    text = cell.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in text if sign in "\n\t" or not _unfit(sign))


def _unfit(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs") or sign in "\ufffe\uffff"


def _csv(some: Listing, path: Path) -> int:
    rows = [[_csv_cell(_clean(cell)) for cell in row] for row in some.rows]
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([some.headings, *rows])
    return len(rows)


def _csv_cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    # Six decimals of a square metre are one square millimetre.
    return f"{cell:.6f}".rstrip("0").rstrip(".")


def _xlsx(some: Listing, path: Path) -> int:
    import openpyxl
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    rows = [[_clean(cell) for cell in row] for row in some.rows]
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(some.name)
    sheet.freeze_panes = "A2"
    for k, heading in enumerate(some.headings):
        longest = max([len(heading), *(max(map(len, str(row[k]).split("\n"))) for row in rows)])
        sheet.column_dimensions[get_column_letter(k + 1)].width = min(_WIDEST, longest + 3)
    bold, wrapped = Font(bold=True), Alignment(wrap_text=True, vertical="top")

    def cell_of(value: Cell, *, heading: bool = False) -> Any:
        if value == "":
            return None
        if not isinstance(value, str):
            return WriteOnlyCell(sheet, value=value)
        cell = WriteOnlyCell(sheet, value=_ESCAPE.sub("_x005F_", value))
        # Whatever it looks like, it is a text; the quote prefix keeps it one when somebody edits the cell.
        cell.data_type = "s"
        cell.quotePrefix = guarded(value) != value
        if heading:
            cell.font = bold
        elif "\n" in value:
            cell.alignment = wrapped
        return cell

    sheet.append([cell_of(heading, heading=True) for heading in some.headings])
    for row in rows:
        sheet.append([cell_of(value) for value in row])
    if rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(some.headings))}{len(rows) + 1}"
    book.properties.creator = "Hallwright"
    book.properties.created = _EPOCH
    buffer = io.BytesIO()
    book.save(buffer)
    _timeless(buffer, path)
    return len(rows)


def _timeless(source: io.BytesIO, path: Path) -> None:
    """Write an XLSX again without the time of writing, which its library puts into the archive and one of its parts."""
    modified = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = modified.sub(rb"\g<1>" + f"{_EPOCH.isoformat()}Z".encode(), data)
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, data)


_WRITERS: Mapping[str, Callable[[Listing, Path], int]] = {".csv": _csv, ".xlsx": _xlsx}
