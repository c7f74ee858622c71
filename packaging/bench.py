"""Measures Hallwright against bare loops that only draw, in one run: ``sh packaging/bench``.

Every figure and its floor are taken several times in turn, each in a process of its own, and the medians are told.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benching.rows import GROUPS, Row, Setting
from benching.running import FLOORS, Broken

ROUNDS = 3
NUMBERS = {1, 2, 4, 5}
"""Columns of the table that are set flush right."""
UNITS = {"ms": "ms", "per_second": "a second", "mb": "MB"}


def main(argv: Sequence[str]) -> int:
    """Print the table, or JSON; the exit status is 1 when a figure could not be taken."""
    parser = argparse.ArgumentParser(prog="sh packaging/bench", description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--only", nargs="+", action="extend", choices=list(GROUPS), metavar="GROUP", help=", ".join(GROUPS)
    )
    parser.add_argument("--json", action="store_true", help="one JSON document instead of the table")
    parser.add_argument("--quick", action="store_true", help="tiny shows, once: to see that it runs, not how fast")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often each figure is taken (default {ROUNDS})")
    options = parser.parse_args(argv)
    if not FLOORS.is_dir():
        print("bench: the bare loops are not beside this checkout, so there are no ratios to them", file=sys.stderr)
    rows: list[Row] = []
    broken = 0
    with tempfile.TemporaryDirectory(prefix="hallwright-bench-") as folder:
        setting = Setting(Path(folder), 1 if options.quick else max(options.rounds, 1), options.quick)
        for name in options.only or GROUPS:
            print(f"bench: {name} ...", file=sys.stderr)
            try:
                rows += GROUPS[name](setting)
            except Broken as error:
                print(f"bench: {name} could not be measured: {error}", file=sys.stderr)
                broken += 1
    print(json.dumps({"rows": [row.plain() for row in rows]}, indent=1) if options.json else table(rows))
    return 1 if broken else 0


def table(rows: Sequence[Row]) -> str:
    """Return the rows as columns of text."""
    lines = [("figure", "n", "value", "unit", "floor", "ratio", "floor is")]
    for row in rows:
        plain = row.plain()
        floor, ratio = ("" if plain[name] is None else f"{plain[name]:,g}" for name in ("floor", "ratio"))
        lines.append((row.name, f"{row.n:,}", f"{plain['value']:,g}", UNITS[row.unit], floor, ratio, row.peer))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        cell.rjust(width) if place in NUMBERS else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(padded).rstrip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
