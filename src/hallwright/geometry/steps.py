"""Long work in steps: a generator that gives way now and then, and its result at the end.

A window takes a step between two looks at its events; everybody else has it finished in one go.
"""

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

Steps = Generator[None, None, T]
"""Yields between steps, each short enough that nobody notices it, and returns the result."""


def finished(steps: Steps[T]) -> T:
    """Take all steps, and return the result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]  # what a generator of this type returns
