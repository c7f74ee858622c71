"""Runs probes and bare loops, each in a process of its own, and tells what the process took."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FLOORS = ROOT.parent / "shared" / "floors"
FONT = ROOT / "resources" / "fonts" / "NotoSansSC-Regular.ttf"


@dataclass(frozen=True, slots=True)
class Run:
    """What a process printed, and what it took.

    Attributes:
        said: the JSON object on its last line.
        wall, cpu: milliseconds from its start to its end.
        peak: most memory it held, in MB of 1,000,000 bytes; 0 where the system does not tell.
    """

    said: dict[str, Any]
    wall: float
    cpu: float
    peak: float


class Broken(Exception):
    """A process that was to measure failed; the text is the end of what it wrote about that."""


def run(command: Sequence[str]) -> Run:
    """Run a process that prints one line of JSON.

    Raises:
        Broken: it failed, or printed something else.
    """
    # Compiled files are kept, as they are where the program is installed.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "QT_QPA_PLATFORM": "offscreen"}
    start = time.perf_counter()
    # This process stays small: on Linux a child's peak counts from what its parent held.
    process = subprocess.Popen(
        command, cwd=HERE.parent, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    used = _resources(process)
    out, complaint = process.communicate()
    wall = (time.perf_counter() - start) * 1000
    try:
        said = json.loads(out.strip().rpartition("\n")[2])
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise Broken(" | ".join(complaint.strip().splitlines()[-3:]) or f"{command[-1]} printed nothing")
    if used is None:
        return Run(said, wall, said.get("cpu_seconds", 0.0) * 1000, 0.0)
    # Linux counts in KiB, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(said, wall, (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss * unit / 1e6)


def wall(command: Sequence[str]) -> float:
    """Return the milliseconds that a program takes, from its start to its end.

    Raises:
        Broken: it failed.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Broken(" | ".join(done.stderr.strip().splitlines()[-3:]) or f"{command[0]} failed")
    return (time.perf_counter() - start) * 1000


def _resources(process: "subprocess.Popen[str]") -> Any:
    """Wait for the end of a process that prints little; returns its resources, or None where there are none."""
    if not hasattr(os, "wait4"):
        return None
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used


def probe(module: str, *args: object) -> Run:
    """Run one of the modules beside this one."""
    return run([sys.executable, "-m", f"benching.{module}", *map(str, args)])


def floor(script: str, *args: object) -> Run | None:
    """Run a bare loop; None where the checkout has none beside it."""
    path = FLOORS / script
    return run([sys.executable, str(path), *map(str, args)]) if path.is_file() else None
