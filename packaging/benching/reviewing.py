"""Times proofs: ``python -m benching.reviewing PROJECT FOLDER COUNT`` prints seconds and bytes as JSON.

A batch as ``review send`` makes it, without review pages: facts, drawing, fields, tokens and the mail merge.
``python -m benching.reviewing PROJECT OUT.html`` writes the review page for all instead.
"""

import json
import sys
import time
from datetime import date, datetime
from pathlib import Path

from hallwright.app.desktop import session_of
from hallwright.review.page import PageMaker
from hallwright.review.sending import PROOFS, Wanted, chosen, send
from hallwright.review.standing import standings

NOW = datetime(2027, 1, 1)  # noqa: DTZ001 - the same packets every time but for their tokens


def proofs(project: str, folder: str, count: int) -> None:
    """Make packets, and print how long it took."""
    show = session_of(Path(project)).show
    wanted = Wanted(deadline=date(2027, 2, 1), pages=False)
    start = time.perf_counter()
    some = chosen(show)[:count]
    made = send(show, Path(folder), some, wanted, version="1", position=1, now=NOW, keep=len, force=True)
    seconds = time.perf_counter() - start
    size = sum(path.stat().st_size for path in (made.folder / PROOFS).iterdir())
    start = time.perf_counter()
    standings(show, date(2027, 1, 1))
    told = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "bytes": size, "count": len(some), "standings": told}))


def page(project: str, out: str) -> None:
    """Write the page for all, and print how large it is."""
    show = session_of(Path(project)).show
    start = time.perf_counter()
    PageMaker(show).write_for_all(Path(out), "1")
    print(json.dumps({"seconds": time.perf_counter() - start, "bytes": Path(out).stat().st_size}))


if __name__ == "__main__":
    if len(sys.argv) > 3:
        proofs(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    else:
        page(sys.argv[1], sys.argv[2])
