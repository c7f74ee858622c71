"""The process of its own in which spreadsheets and GeoJSON are opened: a hostile file can end it, and nothing else.

Run as ``python -m hallwright.exchange.child``. A request comes as one JSON object on standard input: ``path``,
``language`` and ``kind``; for a ``sheet`` further ``what``, ``sheet`` (or null) and ``mapped`` (headings that the user
names), for ``features`` the arguments of ``geojson.read``. One JSON object goes to standard output: ``rows`` (lists of
texts) with ``sheet`` and ``sheets``, or with ``labels``, ``coordinates`` and ``notes``; or ``refused`` with ``what``
and ``mend``.
"""

import json
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from hallwright.exchange import geojson
from hallwright.exchange.coordinates import Lie
from hallwright.exchange.fields import What
from hallwright.exchange.headings import SEARCHED, heading_row
from hallwright.exchange.limits import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_MEMORY,
    MOST_OUTPUT,
    MOST_ROWS,
    MOST_SECONDS,
    too_long_cell,
    too_many_columns,
    too_many_rows,
)
from hallwright.support.errors import Refused
from hallwright.support.fence import limit_self
from hallwright.support.i18n import _, use
from hallwright.support.numbers import write_with, written

_LIKELY_SHEETS = 12


def main() -> int:
    """Answer one request; the exit status is 0 when an answer was written, be it a refusal."""
    limit_self(MOST_MEMORY, MOST_SECONDS, MOST_OUTPUT)
    request = json.load(sys.stdin)
    use(request["language"])
    write_with(*request["marks"])
    try:
        answer = _features(request) if request["kind"] == "features" else _sheet(request)
    except Refused as error:
        answer = {"refused": {"what": error.what, "mend": error.mend}}
    json.dump(answer, sys.stdout, ensure_ascii=True)
    sys.stdout.flush()
    return 0


def _sheet(request: dict[str, Any]) -> dict[str, Any]:
    mapped = dict.fromkeys(request["mapped"], "")
    return opened(Path(request["path"]), What(request["what"]), request["sheet"], mapped)


def _features(request: dict[str, Any]) -> dict[str, Any]:
    lie = Lie(*request["lie"])
    found = geojson.read(Path(request["path"]), lie, float(request["millimetres"]), request["encoding"])
    _require_sane(found.rows)
    return found._asdict()


def opened(path: Path, what: What, sheet: str | None, mapped: dict[str, str]) -> dict[str, Any]:
    """Return ``sheet``, ``sheets`` and ``rows`` of a workbook.

    Without a sheet named, the first visible one that shows a known heading is taken, else the first that is not empty.

    Raises:
        Refused: it is no workbook, is protected, lacks the sheet, or is too large.
    """
    import python_calamine as calamine

    try:
        with calamine.CalamineWorkbook.from_path(path) as book:
            sheets = [
                item.name
                for item in book.sheets_metadata
                if item.typ is calamine.SheetTypeEnum.WorkSheet and item.visible is calamine.SheetVisibleEnum.Visible
            ]
            if sheet is not None:
                name = _named(book.sheet_names, sheet)
                return {"sheet": name, "sheets": sheets, "rows": _rows(path, book.get_sheet_by_name(name))}
            first: dict[str, Any] | None = None
            for name in sheets[:_LIKELY_SHEETS]:
                rows = _rows(path, book.get_sheet_by_name(name))
                answer = {"sheet": name, "sheets": sheets, "rows": rows}
                if heading_row(what, rows[:SEARCHED], mapped) is not None:
                    return answer
                if rows and first is None:
                    first = answer
            return first or {"sheet": sheets[0] if sheets else "", "sheets": sheets, "rows": []}
    except calamine.PasswordError:
        raise Refused(_("The spreadsheet is protected by a password"), mend=_("Save it without one.")) from None
    except calamine.CalamineError as error:
        reason = " ".join(str(error).split())[:120]
        raise Refused(
            _("The spreadsheet is damaged or of no known kind ({reason})").format(reason=reason),
            mend=_("Save it again as XLSX or CSV."),
        ) from None


def _named(names: list[str], wanted: str) -> str:
    for name in names:
        if name.strip().casefold() == wanted.strip().casefold():
            return name
    raise Refused(
        _("There is no sheet '{wanted}'").format(wanted=wanted),
        mend=_("The sheets are: {list}.").format(list=", ".join(names)),
    )


def _rows(path: Path, sheet: Any) -> list[list[str]]:
    """Return the cells of a sheet as text, from its first row and column on, blank ends cut off."""
    if sheet.start is None:
        return []
    height, width = sheet.end[0] + 1, sheet.end[1] + 1
    if height > MOST_ROWS + 1:
        raise too_many_rows("")
    if width > MOST_COLUMNS:
        raise too_many_columns(width, "")
    if height * width > MOST_CELLS:
        raise Refused(
            _("The sheet has more than {most_cells:,} cells").format(most_cells=written(MOST_CELLS)),
            mend=_("Delete those not needed."),
        )
    rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    _require_sane(rows)
    for row, column, error in _formula_errors(path, sheet.name):
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = error
    for row_cells in rows:
        while row_cells and not row_cells[-1]:
            row_cells.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _require_sane(rows: list[list[str]]) -> None:
    """Refuse more text than a list has: a small archive may unpack to gigabytes of it."""
    total = 0
    for number, row in enumerate(rows, 1):
        longest = max(map(len, row), default=0)
        total += sum(map(len, row))
        if longest > LONGEST_CELL:
            raise too_long_cell(number, "")
        if total > MOST_CHARACTERS:
            raise Refused(
                _("The sheet has more than {most_characters:,} characters").format(
                    most_characters=written(MOST_CHARACTERS)
                ),
                mend=_("Split it."),
            )


def _text(cell: Any) -> str:
    """Return a cell as a person would type it: ``101`` for 101.0, ISO form for days."""
    if isinstance(cell, str):
        return cell.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        # Nobody types 1e-06, and a column of sizes would refuse it.
        short = f"{cell:.15g}"
        return f"{Decimal(short):f}" if "e" in short and 1e-12 < abs(cell) < 1e15 else short
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)


_CELL_ERROR = re.compile(
    rb'<c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*?\bt="e"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<]{1,20})</v>'
)


def _formula_errors(path: Path, sheet: str) -> Iterator[tuple[int, int, str]]:
    """Yield row, column and text of the cells of an XLSX whose formula failed: calamine gives them as empty."""
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        part = _part_of(archive, sheet)
        if part is None:
            return
        for letters, row, error in _CELL_ERROR.findall(archive.read(part)):
            column = 0
            for letter in letters:
                column = column * 26 + letter - 64
            yield int(row) - 1, column - 1, error.decode("utf-8", "replace")


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """Return the name of the part of an XLSX that holds a sheet, or None."""
    from xml.etree import ElementTree as ET

    main, links = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    names = set(archive.namelist())
    if not {main, links} <= names:
        return None
    targets = {item.get("Id"): item.get("Target", "") for item in ET.fromstring(archive.read(links))}  # noqa: S314
    for item in ET.fromstring(archive.read(main)).iter():  # noqa: S314 this process is the fence
        if item.tag.endswith("}sheet") and item.get("name") == sheet:
            link = next((value for key, value in item.attrib.items() if key.endswith("}id")), None)
            target = targets.get(link, "").lstrip("/")
            part = target if target.startswith("xl/") else f"xl/{target}"
            return part if part in names else None
    return None


if __name__ == "__main__":
    sys.exit(main())
