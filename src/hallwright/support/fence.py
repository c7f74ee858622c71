"""The fence around processes that open files of strangers: what they may use, and how they are started."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from os import environ, pathsep
from pathlib import Path
from typing import IO, Any

import hallwright

_LOOK = 0.05
"""Seconds between two looks at a child."""


def limit_self(memory: int, seconds: int, output: int) -> None:
    """Bind this process for good to so many bytes of memory and of output and seconds of work."""
    try:
        import resource
    except ImportError:  # Windows: the parent's time limit remains
        return
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, output),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def arguments(module: str) -> list[str]:
    """Return the command that runs a module; -P keeps the current folder, which may hold anything, off its path."""
    return [sys.executable, "-P", "-m", module]


def surroundings() -> dict[str, str]:
    """Return the environment in which a child finds this very program."""
    home = str(Path(hallwright.__file__).parents[1])
    paths = pathsep.join(filter(None, (home, environ.get("PYTHONPATH"))))
    return {**environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"}


def run(
    module: str, request: Mapping[str, Any], output: IO[bytes], *, seconds: float, pulse: Callable[[], None]
) -> int:
    """Run a module as a child with a request as JSON on its standard input.

    Args:
        module: name of the module.
        request: what it shall do.
        output: takes its standard output.
        seconds: time that it may take.
        pulse: called while it works; what it raises ends the child and goes on to the caller.

    Returns:
        Its exit status, below 0 when a signal ended it.

    Raises:
        TimeoutError: it took too long and was ended.
        OSError: it did not start.
    """
    with subprocess.Popen(
        arguments(module),
        stdin=subprocess.PIPE,
        stdout=output.fileno(),
        stderr=subprocess.DEVNULL,
        env=surroundings(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        try:
            return _awaited(child, json.dumps(request).encode(), seconds, pulse)
        except BaseException:
            child.kill()
            raise


def _awaited(child: "subprocess.Popen[bytes]", request: bytes, seconds: float, pulse: Callable[[], None]) -> int:
    end = time.monotonic() + seconds
    # A child that died at once reads no request; its status tells.
    question: bytes | None = request
    while True:
        try:
            child.communicate(question, timeout=_LOOK)
        except subprocess.TimeoutExpired:
            question = None
            pulse()
            if time.monotonic() > end:
                raise TimeoutError from None
        else:
            return child.returncode
