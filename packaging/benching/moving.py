"""Times committed moves of one booth, and bare transactions on the same disk.

``python -m benching.moving PROJECT MOVES`` prints milliseconds as JSON: from the release of the mouse until all is
painted, and of a bare SQLite transaction of the same size with the same durability, one after the other in turn.
"""

import json
import os
import sqlite3
import sys
import time
from pathlib import Path

from benching.stage import Stage
from benching.summary import summary

ZOOM = 0.02
LONG = 30.0
"""Pixels of a move: half a booth, so that it does not snap back to where it was."""


def bare(project: Path) -> sqlite3.Connection:
    """Make a database like a project file, with one booth and a journal."""
    path = project.with_suffix(".bare")
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in (
        "PRAGMA journal_mode=DELETE",
        "PRAGMA synchronous=FULL",
        "CREATE TABLE booth (id TEXT PRIMARY KEY, outline TEXT)",
        "CREATE TABLE journal (seq INTEGER PRIMARY KEY, payload TEXT)",
        "INSERT INTO booth VALUES ('b', '[]')",
    ):
        connection.execute(statement).close()
    return connection


def transaction(connection: sqlite3.Connection, k: int) -> float:
    """Write one row and one journal entry; returns milliseconds."""
    outline = json.dumps([[k, 0], [k + 3000, 0], [k + 3000, 2900], [k, 2900]])
    start = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE booth SET outline = ? WHERE id = 'b'", (outline,))
    connection.execute("INSERT INTO journal (payload) VALUES (?)", (outline * 8,))
    connection.execute("COMMIT")
    return (time.perf_counter() - start) * 1000


def main(project: str, moves: int) -> None:
    """Print the summaries by name."""
    stage = Stage(project)
    stage.look(ZOOM)
    columns = stage.canvas.scenery.columns
    at = stage.pointer(700, 450)
    booth = columns.ids[int(((columns.boxes[:, 0] - at.x) ** 2 + (columns.boxes[:, 1] - at.y) ** 2).argmin())]
    database = bare(Path(project))
    commits, syncs = [], []
    for k in range(moves):
        left, top, right, bottom = columns.boxes[columns.slots[booth]].tolist()
        x, y = stage.view.to_pixel((left + right) / 2, (top + bottom) / 2)
        long = LONG if k % 2 else -LONG
        before = stage.session.position
        stage.press(x, y)
        stage.drag(x + long / 2, y + long / 2)
        stage.drag(x + long, y + long)
        commits.append(stage.release(x + long, y + long))
        assert stage.session.position == before + 1, "a move that writes nothing would be measured as fast"
        stage.settle()
        syncs.append(transaction(database, k))
    database.close()
    print(json.dumps({"move": summary(commits), "bare": summary(syncs)}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
