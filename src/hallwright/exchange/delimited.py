"""CSV, TSV and their kin as rows of text."""

import csv
import io
from collections.abc import Callable, Sequence
from itertools import islice

from hallwright.exchange.limits import MOST_COLUMNS, MOST_ROWS, too_long_cell, too_many_columns, too_many_rows
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

DELIMITERS = ",;\t|"
_TRIED_ROWS = 30
_END = "hallwright: end of file"


def rows_of(text: str, headings: Callable[[Sequence[str]], int], where: str) -> list[list[str]]:
    """Return the records of delimited text, blank ones included, so that places are row numbers.

    Args:
        text: the whole file.
        headings: how many known headings a row shows; tells a delimiter from a comma inside cells.
        where: the file, for errors.

    Raises:
        Refused: too many rows or columns, a quotation mark that is never closed, or a cell too long.
    """
    first = text.partition("\n")[0]
    named = first.strip().casefold()
    if named.startswith("sep=") and len(named) in (4, 5):
        # Excel's own way to name the delimiter; the line keeps its place in the count.
        delimiter = first.strip()[4:] or "\t"
        text = "\n" + text[len(first) + 1 :]
    else:
        delimiter = _sniffed(text, headings)
    rows: list[list[str]] = []
    # The last line shows whether a quotation mark swallowed the end of the file.
    ended = text if text.endswith(("\n", "\r")) else f"{text}\n"
    reader = csv.reader(io.StringIO(f"{ended}{_END}", newline=""), delimiter=delimiter)
    try:
        for row in reader:
            rows.append([cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row])
            if len(rows) > MOST_ROWS + 1:
                raise too_many_rows(where)
            if len(row) > MOST_COLUMNS and any(cell.strip() for cell in row[MOST_COLUMNS:]):
                raise too_many_columns(len(row), where)
    except csv.Error:
        # The module's own limit of one field is the same.
        raise too_long_cell(len(rows) + 1, where) from None
    if rows[-1] != [_END]:
        raise Refused(
            _("Row {count} has a quotation mark that is never closed").format(count=len(rows)),
            where,
            _("Close it, or double it inside a cell."),
        )
    rows.pop()
    return rows


def _sniffed(text: str, headings: Callable[[Sequence[str]], int]) -> str:
    """Return the delimiter that shows most headings, and among equals the one that parts rows most evenly."""
    sample = text[:100_000]
    best, chosen = (0, 0, 0), ","
    for delimiter in DELIMITERS:
        try:
            rows = list(islice(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), _TRIED_ROWS))
        except csv.Error:
            continue
        widths = [len(row) for row in rows if row]
        usual = max(set(widths), key=widths.count, default=1)
        even = sum(width == usual for width in widths) if usual > 1 else 0
        score = (max(map(headings, rows), default=0), even, usual)
        if score > best:
            best, chosen = score, delimiter
    return chosen
