"""Where the program's own files lie, and where the user's go."""

from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """Return the folder ``resources``: beside ``src`` in a checkout, inside the package once installed."""
    package = Path(__file__).resolve().parents[1]
    checkout = package.parents[1] / "resources"
    return checkout if checkout.is_dir() else package / "_resources"


def user_data() -> Path:
    """Return the user's data folder for this program, made when missing."""
    import platformdirs

    return Path(platformdirs.user_data_dir("hallwright", appauthor=False, ensure_exists=True))
