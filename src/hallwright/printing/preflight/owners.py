"""What dictionaries of a PDF hold, read so that nothing in them can surprise."""

from typing import Any

from pikepdf import Dictionary

from hallwright.printing.preflight.matrices import IDENTITY, Matrix, finite


def dictionary(value: Any) -> Any:
    """Return a dictionary, an empty one for anything else."""
    return value if isinstance(value, Dictionary) else Dictionary()


def matrix_of(owner: Any, key: str = "/Matrix", without: Matrix = IDENTITY) -> Matrix:
    """Return the matrix that an owner holds, or another where it holds none."""
    values = finite(owner.get(key, without))
    return (values[0], values[1], values[2], values[3], values[4], values[5]) if len(values) == 6 else without
