"""Lists written to CSV and XLSX: whole or not at all, and the same bytes for the same show."""

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hallwright.exchange.guard import guarded
from hallwright.exchange.listing import Cell, Export, Listing, listing
from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.support.files import written_whole
from hallwright.support.i18n import _

__all__ = ["Export", "write"]

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_WIDEST = 60
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def write(show: Show, what: Export | str, path: Path, *, force: bool = False) -> int:
    """Write a list to ``path``, whose ending tells the format, and return the number of its rows.

    CSV is UTF-8 with a byte order mark, so that Excel shows Chinese right; cells that a spreadsheet program would run
    as a formula get an apostrophe (see ``guard``). XLSX holds them as what they are, texts.

    Raises:
        Refused: no such list or format, or the file cannot be written.
    """
    try:
        export = Export(what)
    except ValueError:
        raise Refused(
            _("There is no list of {what}").format(what=what),
            mend=_("Choose one of {list}.").format(list=", ".join(Export)),
        ) from None
    writer = _WRITERS.get(path.suffix.casefold())
    if writer is None:
        shown = f"'{path.suffix}'" if path.suffix else _("a name without ending")
        raise Refused(
            _("A list cannot be written as {shown}").format(shown=shown),
            path.name,
            _("Use {list}.").format(list=_(" or ").join(_WRITERS)),
        )
    with written_whole(path, force=force) as temporary:
        return writer(listing(show, export), temporary)


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
