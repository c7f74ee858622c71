"""Times prints: ``python -m benching.printing plan|chosen|atlas|badges|press PROJECT OUT.pdf``.

It prints seconds and bytes as JSON. As in the bare loops, imports and the reading of the data are not counted,
registering the fonts is.
"""

import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from hallwright.app.desktop import session_of
from hallwright.drawing.sheet import SheetOptions
from hallwright.printing.badges import print_badges
from hallwright.printing.plan import print_plan
from hallwright.printing.printed import OFFICE, Finish

DATED = datetime(2027, 1, 1, tzinfo=UTC)
PLANS = {"plan": SheetOptions(sheet="A0", scale=300), "chosen": SheetOptions(), "atlas": SheetOptions(atlas=True)}
"""The bare loop's sheet; one that the program chooses; a sheet a zone."""


def main(what: str, project: str, out: str) -> None:
    """Print, and print how long it took."""
    show = session_of(Path(project)).show
    start = time.perf_counter()
    if what in ("badges", "press"):
        # For the press with all that belongs to it: inks, PDF/X-4 and the preflight.
        finish = Finish("pdfx4", dated=DATED) if what == "press" else OFFICE
        printed = print_badges(show, Path(out), finish=finish, force=True)
    else:
        printed = print_plan(show, Path(out), options=PLANS[what], force=True)
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "bytes": printed.bytes, "pages": printed.pages}))


if __name__ == "__main__":
    main(*sys.argv[1:4])
