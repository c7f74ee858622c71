"""Times prints: ``python -m benching.printing plan|atlas|badges PROJECT OUT.pdf`` prints seconds and bytes as JSON.

As in the bare loops, imports and the reading of the data are not counted, registering the fonts is.
"""

import json
import sys
import time
from pathlib import Path

from hallwright.app.desktop import session_of
from hallwright.drawing.sheet import SheetOptions
from hallwright.printing.badges import print_badges
from hallwright.printing.plan import print_plan

PLANS = {"plan": SheetOptions(sheet="A0", scale=300), "chosen": SheetOptions(), "atlas": SheetOptions(atlas=True)}
"""The bare loop's sheet; one that the program chooses; a sheet a zone."""


def main(what: str, project: str, out: str) -> None:
    """Print, and print how long it took."""
    show = session_of(Path(project)).show
    start = time.perf_counter()
    if what == "badges":
        printed = print_badges(show, Path(out), force=True)
    else:
        printed = print_plan(show, Path(out), options=PLANS[what], force=True)
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "bytes": printed.bytes, "pages": printed.pages}))


if __name__ == "__main__":
    main(*sys.argv[1:4])
