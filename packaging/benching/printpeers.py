"""The same sheet by programs of others: Inkscape turns its SVG into a PDF, pycairo draws what the bare loop draws."""

import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benching.running import FONT, run, wall

_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def printing_peers(folder: Path, project: Path, count: int, rounds: int) -> dict[str, float]:
    """Return milliseconds by name of program, of those that are installed.

    Inkscape's are of its whole process, for it cannot be timed otherwise; pycairo's leave out imports, as the
    loop's do.
    """
    found: dict[str, float] = {}
    if shutil.which("inkscape"):
        svg = _svg(project, folder / "plan.svg")
        found["Inkscape, from SVG"] = _median(
            rounds, lambda: wall(["inkscape", str(svg), f"--export-filename={folder / 'inkscape.pdf'}"])
        )
    python = _python_with_cairo()
    if python:
        with TemporaryDirectory(prefix="hallwright-fonts-") as cache:
            fonts = Path(cache) / "fonts.conf"
            fonts.write_text(_FONTS.format(fonts=FONT.parent, cache=cache), encoding="utf-8")
            script = Path(__file__).with_name("cairoplan.py")
            command = ["env", f"FONTCONFIG_FILE={fonts}", python, str(script), str(count), str(folder / "cairo.pdf")]
            found["pycairo"] = _median(rounds, lambda: float(run(command).said["seconds"]) * 1000)
    return found


def _svg(project: Path, path: Path) -> Path:
    # In a process of its own: this one stays small, see ``running.run``.
    command = ("print", "plan", str(project), str(path), "--sheet", "A0", "--scale", "300", "--force")
    wall([sys.executable, "-m", "hallwright.app.main", *command])
    # A plan of several pages is a file a page.
    return path if path.exists() else path.with_name(f"{path.stem}-1.svg")


def _python_with_cairo() -> str:
    """Return an interpreter that has pycairo: this one, or the system's."""
    for python in (sys.executable, "/usr/bin/python3"):
        asked = [python, "-c", "import cairo"]
        if shutil.which(python) and not subprocess.run(asked, check=False, capture_output=True).returncode:
            return python
    return ""


def _median(rounds: int, figure: Callable[[], float]) -> float:
    return statistics.median(figure() for _ in range(rounds))
