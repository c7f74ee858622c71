"""Times the import of a list of booths: ``python -m benching.importing BOOTHS FOLDER`` prints milliseconds as JSON.

``committed`` runs from the file to the project on disk, ``painted`` until the open window shows it, ``bare`` reads the
same file with the csv module and writes it with one ``executemany`` in one transaction.
"""

import csv
import json
import os
import sqlite3
import sys
import time
from pathlib import Path

from benching.shows import booth_list
from benching.stage import Stage
from hallwright.editing.floor import merge_booths
from hallwright.exchange.importing import What, read
from hallwright.geometry.units import Unit
from hallwright.store.project import create


def bare(source: Path, path: Path) -> float:
    """Return the milliseconds that csv and sqlite3 take for the same rows."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous=FULL").close()
    connection.execute("CREATE TABLE booth (number TEXT PRIMARY KEY, outline TEXT, status TEXT)").close()
    start = time.perf_counter()
    with source.open(encoding="utf-8", newline="") as stream:
        rows = []
        for row in csv.DictReader(stream):
            x, y, width, depth = (round(float(row[name]) * 1000) for name in ("x", "y", "width", "depth"))
            outline = ((x, y), (x + width, y), (x + width, y + depth), (x, y + depth))
            rows.append((row["Booth"], json.dumps(outline), row["Status"]))
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO booth VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")
    milliseconds = (time.perf_counter() - start) * 1000
    connection.close()
    return milliseconds


def main(count: int, folder: str) -> None:
    """Print the times by name."""
    source, project = Path(folder) / "booths.csv", Path(folder) / "import.expo"
    source.write_text(booth_list(count), "utf-8")
    create(project, force=True).close()
    committed: list[float] = []
    # The first to be told: what comes after is the window's own work.
    stage = Stage(str(project), lambda _: committed.append(time.perf_counter()))
    start = time.perf_counter()
    reading = read(source, What.BOOTHS, unit=Unit.M)
    merge = merge_booths(stage.session.show, "Hall 1", reading.records)
    stage.session.commit(merge.change)
    stage.flush()
    painted = time.perf_counter()
    assert merge.added == count, "rows that are rejected would be measured as fast"
    found = {
        "committed": (committed[0] - start) * 1000,
        "painted": (painted - start) * 1000,
        "bare": bare(source, Path(folder) / "import.bare"),
    }
    print(json.dumps(found), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
