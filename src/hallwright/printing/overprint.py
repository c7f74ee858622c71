"""The four states of overprinting, as graphics states that the painter names and the PDF/X finish defines."""

from collections.abc import Iterator

_PREFIX = "Over"


def state_name(stroke: bool, fill: bool) -> str:
    """Return the name of the graphics state in which strokes, or fills, overprint."""
    return f"{_PREFIX}{int(stroke)}{int(fill)}"


def states() -> Iterator[tuple[str, bool, bool]]:
    """Return name, strokes and fills of all states."""
    for stroke in (False, True):
        for fill in (False, True):
            yield state_name(stroke, fill), stroke, fill
