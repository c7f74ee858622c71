"""What the command line says: text or one JSON document on stdout, progress on a terminal's stderr only."""

import argparse
import json
import sys
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any


def result(options: argparse.Namespace, document: dict[str, Any], lines: Iterable[str]) -> None:
    """Print the outcome of a command: the document with ``--json``, else the lines."""
    if options.json:
        print(json.dumps(document, ensure_ascii=False, indent=2))
        return
    for line in lines:
        print(_printable(line))


def _printable(line: str) -> str:
    """Return a line without control characters: names come from files, and must not steer the terminal."""
    return "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in line)


def rounded(value: float, digits: int = 2) -> float:
    """Return a figure for JSON without the dust of binary fractions."""
    return round(value, digits)


def progress(text: str) -> Callable[[int, int], None]:
    """Return what to call with the steps done and all steps; it shows them while stderr is a terminal."""

    def show(done: int, total: int) -> None:
        if sys.stderr.isatty():
            end = "\n" if done >= total else ""
            print(f"\r{text} {done:,} of {total:,}", end=end, file=sys.stderr, flush=True)

    return show
