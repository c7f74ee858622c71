"""How much a file may hold: beyond this it is a slip or an attack, not a list of an exhibition."""

from hallwright.support.errors import Refused

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
    return Refused(f"The file is larger than {MOST_BYTES // 1024**2} MB", where, "Split it.")


def too_many_rows(where: str) -> Refused:
    """Return the refusal of a table of too many rows."""
    return Refused(f"The table has more than {MOST_ROWS:,} rows", where, "Split it.")


def too_long_cell(row: int, where: str) -> Refused:
    """Return the refusal of a cell that no person typed."""
    return Refused(f"Row {row} has a cell of more than {LONGEST_CELL:,} characters", where, "Shorten it.")


def too_many_columns(number: int, where: str) -> Refused:
    """Return the refusal of a table of too many columns."""
    return Refused(f"The table has {number:,} columns; {MOST_COLUMNS} at most are read", where, "Delete some.")
