"""Reads what exhibitors filled in into their proofs; strangers' files, so in a process of its own."""

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from hallwright.printing.answerchild import MOST_OUTPUT, MOST_SECONDS
from hallwright.support import fence

_CHILD = "hallwright.printing.answerchild"
_TOGETHER = 200
Fields = dict[str, str] | None


def read_answers(paths: Sequence[Path], pulse: Callable[[], None] = lambda: None) -> list[Fields]:
    """Return for each PDF its fields by name; None for one that cannot be read.

    Args:
        paths: the files.
        pulse: called while they are read; what it raises ends that.
    """
    found: list[Fields] = []
    for start in range(0, len(paths), _TOGETHER):
        some = paths[start : start + _TOGETHER]
        read = _asked(some, pulse)
        if read is None:
            # One of them ended the reader: each by itself then, so that the others are not lost with it.
            read = [(_asked([path], pulse) or [None])[0] for path in some]
        found += read
    return found


def _asked(paths: Sequence[Path], pulse: Callable[[], None]) -> list[Fields] | None:
    request = {"paths": [str(path.absolute()) for path in paths]}
    with tempfile.TemporaryFile() as output:
        try:
            status = fence.run(_CHILD, request, output, seconds=MOST_SECONDS, pulse=pulse)
        except (TimeoutError, OSError):
            return None
        output.seek(0)
        text = output.read(MOST_OUTPUT)
    try:
        answer = json.loads(text) if status == 0 else None
    except ValueError:
        return None
    return answer if isinstance(answer, list) and len(answer) == len(paths) else None
