"""Opens a plan in programs of others, and in this one, on a screen of its own.

``python -m benching.peers DXF SVG PROJECT`` prints as JSON, for each program that is installed, the
milliseconds from its start to the last change of its picture.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

SCREEN = "1440x960x24"
STILL = 2.0
"""Seconds without change and without work after which a program counts as open."""
WORK = 0.1
"""Seconds of processor time that an idle program may take in that time."""
LIMIT = 90.0
MOVED = 0.002
"""Part of the screen that must change to count: a caret that blinks is less."""
_LIBRECAD = "[Startup]\nFirstLoad=0\n[Appearance]\nLanguage=en\n"
"""Past the question of a first start."""


def _tool(name: str) -> str:
    """Return the path of an installed program."""
    found = shutil.which(name)
    assert found is not None, f"asked for only where {name} is installed"
    return found


class Screen:
    """A virtual screen whose picture lies in a file."""

    def __init__(self, folder: Path) -> None:
        read, write = os.pipe()
        self._server = subprocess.Popen(
            [
                _tool("Xvfb"),
                "-displayfd",
                str(write),
                "-screen",
                "0",
                SCREEN,
                "-fbdir",
                str(folder),
                "-nolisten",
                "tcp",
            ],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = f":{answer.readline().strip()}"
        self._picture = np.memmap(folder / "Xvfb_screen0", dtype=np.uint8, mode="r")

    def look(self) -> "np.ndarray[tuple[int], np.dtype[np.uint8]]":
        """Return what is shown now, one byte in four: enough to see a change."""
        return np.array(self._picture[::4])

    def close(self) -> None:
        """End the server."""
        self._server.terminate()
        self._server.wait()


@contextlib.contextmanager
def screen() -> Iterator[Screen]:
    """Give a screen for a while."""
    with tempfile.TemporaryDirectory(prefix="hallwright-screen-") as folder:
        shown = Screen(Path(folder))
        try:
            yield shown
        finally:
            shown.close()


def opened(command: Sequence[str], home: Path) -> float:
    """Start a program on an empty screen; returns milliseconds until its picture changed for the last time."""
    environment: Mapping[str, str] = {
        **{name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "DISPLAY")},
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local"),
        "QT_QPA_PLATFORM": "xcb",
    }
    with screen() as shown:
        before = shown.look()
        start = last = rested = time.monotonic()
        worked = 0.0
        process = subprocess.Popen(
            command, env={**environment, "DISPLAY": shown.name}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while process.poll() is None and time.monotonic() - start < LIMIT:
            now, after = time.monotonic(), shown.look()
            if (work := _work(process.pid)) - worked > WORK:
                worked, rested = work, now
            if np.count_nonzero(after != before) > MOVED * len(after):
                before, last = after, now
            elif last > start and now - max(last, rested) > STILL:
                break
            time.sleep(0.01)
        process.kill()
        process.wait()
    return (last - start) * 1000


def _work(process: int) -> float:
    """Return the seconds of processor time that a process has taken; Linux tells in ticks."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main(dxf: str, svg: str, project: str) -> None:
    """Print the times by name of program."""
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="hallwright-home-") as folder:
        home = Path(folder)
        settings = home / ".config" / "LibreCAD"
        settings.mkdir(parents=True)
        (settings / "LibreCAD.conf").write_text(_LIBRECAD)
        if shutil.which("Xvfb"):
            commands = {
                "hallwright": [sys.executable, "-m", "hallwright.app.main", project],
                "LibreCAD": ["librecad", dxf],
                "Inkscape": ["inkscape", svg],
            }
            for name, command in commands.items():
                if shutil.which(command[0]):
                    found[name] = opened(command, home)
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:4])
