"""The sample expo that ships with the program: invented data on the frame of a real event."""

from hallwright.editing.change import Change, create
from hallwright.editing.sample import event, floor


def build() -> Change:
    """Return the change that fills an empty show with the sample expo.

    It is the same on every call: ids come from names, choices from hashes of names.
    """
    return Change.of("sample", "Sample expo", [create(row) for row in (*event.rows(), *floor.rows())])
