"""One caller for every edit function of booths and assignment, with arguments drawn at random."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from tests.shows import outlines

from hallwright.editing import assignment, booths, mending
from hallwright.editing.change import Change
from hallwright.expo.show import Show
from hallwright.expo.space import BoothStatus, Construction
from hallwright.support.errors import Refused

T = TypeVar("T")


class Draw(Protocol):
    """What hypothesis hands out as ``draw`` and as ``data.draw``."""

    def __call__(self, strategy: SearchStrategy[T], /) -> T: ...


Caller = Callable[[Draw, Show], Change]
_NUMBERS = st.sampled_from(["", "A01", "B01", "C007", "X", "展位 9"])


def _one(draw: Draw, show: Show) -> str:
    return draw(st.sampled_from([*show.booths, "gone"]))


def _some(draw: Draw, show: Show) -> list[str]:
    return draw(st.lists(st.sampled_from(list(show.booths)), unique=True)) if show.booths else []


def _party(draw: Draw, show: Show) -> str:
    return draw(st.sampled_from([*show.exhibitors, "gone"]))


def _until(draw: Draw) -> datetime:
    return draw(st.datetimes(datetime(2024, 1, 1), datetime(2025, 1, 1)))  # noqa: DTZ001


CALLERS: dict[str, Caller] = {
    "booths.draw": lambda draw, show: booths.draw(
        show, draw(st.sampled_from(["h1", "h2", "gone"])), draw(outlines()), number=draw(_NUMBERS)
    ),
    "booths.move": lambda draw, show: booths.move(
        show, _some(draw, show), draw(st.integers(-900, 900)), draw(st.integers(-900, 900))
    ),
    "booths.reshape": lambda draw, show: booths.reshape(show, _one(draw, show), draw(outlines())),
    "booths.renumber": lambda draw, show: booths.renumber(show, _one(draw, show), draw(_NUMBERS)),
    "booths.number_run": lambda draw, show: booths.number_run(
        show, _some(draw, show), draw(_NUMBERS), draw(st.sampled_from([1, 2]))
    ),
    "booths.retype": lambda draw, show: booths.retype(
        show,
        _some(draw, show),
        draw(st.sampled_from([None, *Construction])),
        draw(st.sampled_from([None, 0, 1, 2, 3, 4, 5])),
    ),
    "booths.block": lambda draw, show: booths.block(show, _some(draw, show), draw(st.booleans())),
    "booths.annotate": lambda draw, show: booths.annotate(show, _one(draw, show), draw(st.text(max_size=8))),
    "booths.delete": lambda draw, show: booths.delete(show, _some(draw, show)),
    "assignment.assign": lambda draw, show: assignment.assign(
        show, _one(draw, show), _party(draw, show), draw(st.sampled_from(BoothStatus))
    ),
    "assignment.hold": lambda draw, show: assignment.hold(show, _one(draw, show), _party(draw, show), _until(draw)),
    "assignment.release": lambda draw, show: assignment.release(show, *_some(draw, show)),
    "assignment.advance": lambda draw, show: assignment.advance(
        show, _one(draw, show), draw(st.sampled_from(BoothStatus))
    ),
    "assignment.set_status": lambda draw, show: assignment.set_status(
        show, _some(draw, show), draw(st.sampled_from(BoothStatus))
    ),
    "mending.mend": lambda draw, show: mending.mend(show, _one(draw, show)),
}


def attempt(draw: Draw, show: Show, name: str) -> Change | None:
    """Call an edit function; None when it refuses, which must be with one line of text."""
    try:
        return CALLERS[name](draw, show)
    except Refused as refusal:
        line = refusal.line()
    assert line
    assert "\n" not in line
    return None
