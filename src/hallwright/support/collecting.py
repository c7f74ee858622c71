"""The garbage collector, held back while a piece of work makes very many objects that all stay until its end."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_holding = 0
_was_on = False


@contextmanager
def uncollected() -> Iterator[None]:
    """Let no garbage be looked for while this lasts; nested, and in several threads, until the last one ends.

    A printed plan is a hundred thousand small objects without a cycle among them. Looking through them over and over
    takes a third of the time, and finds nothing.
    """
    global _holding, _was_on  # noqa: PLW0603 - as the collector itself, one for the whole program
    with _lock:
        if not _holding:
            _was_on = gc.isenabled()
            gc.disable()
        _holding += 1
    try:
        yield
    finally:
        with _lock:
            _holding -= 1
            if not _holding and _was_on:
                gc.enable()
