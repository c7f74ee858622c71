"""How much a file may hold: beyond this it is a slip or an attack, not a list of an exhibition."""

from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.numbers import written

MOST_BYTES = 64 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 200
MOST_CELLS = 5_000_000
LONGEST_CELL = 131_072
MOST_CHARACTERS = 100_000_000
MOST_MEMORY = 2 * 1024**3
MOST_OUTPUT = 6 * MOST_CHARACTERS
MOST_SECONDS = 120


def too_large(where: str) -> Refused:
    """Return the refusal of a file of too many bytes."""
    return Refused(
        _("The file is larger than {most_bytes} MB").format(most_bytes=MOST_BYTES // 1024**2), where, _("Split it.")
    )


def too_many_rows(where: str) -> Refused:
    """Return the refusal of a table of too many rows."""
    return Refused(
        _("The table has more than {most_rows:,} rows").format(most_rows=written(MOST_ROWS)), where, _("Split it.")
    )


def too_long_cell(row: int, where: str) -> Refused:
    """Return the refusal of a cell that no person typed."""
    return Refused(
        _("Row {row} has a cell of more than {longest_cell:,} characters").format(
            row=row, longest_cell=written(LONGEST_CELL)
        ),
        where,
        _("Shorten it."),
    )


def too_many_columns(number: int, where: str) -> Refused:
    """Return the refusal of a table of too many columns."""
    return Refused(
        _("The table has {number:,} columns; {most_columns} at most are read").format(
            number=written(number), most_columns=written(MOST_COLUMNS)
        ),
        where,
        _("Delete some."),
    )
