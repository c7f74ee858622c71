"""One caller for every edit function, with arguments drawn at random."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from tests.editing.any_template import TEMPLATES
from tests.editing.any_underlay import UNDERLAYS
from tests.shows import outlines

from hallwright.editing import (
    aisles,
    arranging,
    assignment,
    badges,
    booths,
    copying,
    duplicates,
    exhibitors,
    fittings,
    floor,
    generating,
    halls,
    mending,
    people,
    retention,
    reviewing,
    schemes,
    shaping,
    splitting,
    typing_booths,
)
from hallwright.editing.change import Change, amend
from hallwright.editing.layout import Layout, Rows
from hallwright.editing.schemes import Scheme
from hallwright.expo.people import Role
from hallwright.expo.review import Answer, Packet, Reply, ReplyState
from hallwright.expo.show import Show
from hallwright.expo.space import BoothStatus, Construction, FixtureKind
from hallwright.geometry.shapes import Anchor, Side
from hallwright.support.errors import Refused

T = TypeVar("T")


class Draw(Protocol):
    """What hypothesis hands out as ``draw`` and as ``data.draw``."""

    def __call__(self, strategy: SearchStrategy[T], /) -> T: ...


Caller = Callable[[Draw, Show], Change]
_DATES = st.dates(date(2024, 9, 1), date(2024, 9, 30))
_HALLS = st.sampled_from(["h1", "h2", "gone"])
_NAMES = st.sampled_from(["", "Hall 1", "NetEase", "展馆 3", "R&D <Lab>"])
_LENGTHS = st.integers(-2, 20).map(lambda k: k * 500)
_NUMBERS = st.sampled_from(["", "A01", "B01", "C007", "X", "展位 9"])


def _one(draw: Draw, show: Show) -> str:
    return draw(st.sampled_from([*show.booths, "gone"]))


def _some(draw: Draw, show: Show) -> list[str]:
    return draw(st.lists(st.sampled_from(list(show.booths)), unique=True)) if show.booths else []


def _party(draw: Draw, show: Show) -> str:
    return draw(st.sampled_from([*show.exhibitors, "gone"]))


def _packet(key: str) -> Packet:
    return Packet(id=key, exhibitor="x1", sent=datetime(2024, 7, 1), secret="s")  # noqa: DTZ001


def _reply(packet: str) -> Reply:
    return Reply(id="new", packet=packet, received=datetime(2024, 7, 2), answer=Answer.COMMENT)  # noqa: DTZ001


def _until(draw: Draw) -> datetime:
    return draw(st.datetimes(datetime(2024, 1, 1), datetime(2025, 1, 1)))  # noqa: DTZ001


def _item(draw: Draw, show: Show) -> str:
    return draw(st.sampled_from([*show.halls, *show.zones, *show.fixtures, *show.aisles, "gone"]))


def _person(draw: Draw, show: Show) -> str:
    return draw(st.sampled_from([*show.people, "gone"]))


CALLERS: dict[str, Caller] = {
    "booths.draw": lambda draw, show: booths.draw(
        show, draw(st.sampled_from(["h1", "h2", "gone"])), draw(outlines()), number=draw(_NUMBERS)
    ),
    "booths.move": lambda draw, show: booths.move(
        show, _some(draw, show), draw(st.integers(-900, 900)), draw(st.integers(-900, 900))
    ),
    "booths.nudge": lambda draw, show: booths.nudge(
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
    "typing_booths.type_by_geometry": lambda draw, show: typing_booths.type_by_geometry(
        show, _some(draw, show), release=draw(st.booleans())
    ),
    "typing_booths.with_types": lambda draw, show: typing_booths.with_types(
        show, Change.of("turn", "Turn", [amend(row, outline=draw(outlines())) for row in show.booths.values()])
    ),
    "generating.generate": lambda draw, show: generating.generate(
        show,
        draw(_HALLS),
        draw(outlines()),
        Layout(width=draw(st.sampled_from([200, 1000, 3000])), rows=draw(st.sampled_from(Rows)), wall_aisle=0),
    ),
    "schemes.renumber": lambda draw, show: schemes.renumber(
        show, _some(draw, show), Scheme.usual(draw(st.sampled_from(schemes.Pattern)))
    ),
    "aisles.add_aisle": lambda draw, show: aisles.add_aisle(
        show, draw(_HALLS), draw(_NAMES), draw(outlines()), main=draw(st.booleans())
    ),
    "aisles.amend_aisle": lambda draw, show: aisles.amend_aisle(
        show, draw(st.sampled_from([*show.aisles, "gone"])), name=draw(_NAMES), main=draw(st.booleans())
    ),
    "aisles.delete_aisles": lambda draw, show: aisles.delete_aisles(
        show, draw(st.lists(st.sampled_from([*show.aisles, "gone"]), unique=True))
    ),
    "mending.mend": lambda draw, show: mending.mend(show, _one(draw, show)),
    "halls.move_hall": lambda draw, show: halls.move_hall(
        show,
        draw(st.sampled_from(["h1", "h2", "gone"])),
        draw(st.integers(-900, 900)),
        250,
        underlays=draw(st.booleans()),
    ),
    "fittings.move_item": lambda draw, show: fittings.move_item(
        show, _item(draw, show), draw(st.integers(-900, 900)), draw(st.integers(-900, 900))
    ),
    "fittings.reshape_item": lambda draw, show: fittings.reshape_item(show, _item(draw, show), draw(outlines())),
    "fittings.amend_item": lambda draw, show: fittings.amend_item(
        show, _item(draw, show), name=draw(st.text(max_size=8))
    ),
    "fittings.delete_item": lambda draw, show: fittings.delete_item(show, _item(draw, show)),
    "floor.amend_event": lambda draw, show: floor.amend_event(
        show, name=draw(st.text(max_size=8)), starts=draw(st.none() | _DATES), ends=draw(st.none() | _DATES)
    ),
    "floor.add_hall": lambda draw, show: floor.add_hall(show, draw(_NAMES), draw(outlines())),
    "floor.amend_hall": lambda draw, show: floor.amend_hall(show, draw(_HALLS), name=draw(_NAMES)),
    "floor.add_zone": lambda draw, show: floor.add_zone(
        show, draw(_HALLS), draw(_NAMES), draw(st.sampled_from(["#aabbcc", "red"])), draw(outlines())
    ),
    "floor.add_fixture": lambda draw, show: floor.add_fixture(
        show, draw(_HALLS), draw(st.sampled_from(FixtureKind)), draw(outlines())
    ),
    "exhibitors.add": lambda draw, show: exhibitors.add(draw(_NAMES)),
    "exhibitors.amend_exhibitor": lambda draw, show: exhibitors.amend_exhibitor(
        show, _party(draw, show), name=draw(_NAMES), priority=draw(st.integers(0, 9))
    ),
    "exhibitors.delete": lambda draw, show: exhibitors.delete(show, [_party(draw, show)]),
    "reviewing.send_proofs": lambda draw, show: reviewing.send_proofs(
        [_packet(f"q{k}") for k in range(draw(st.integers(0, 2)))]
    ),
    "reviewing.receive_answers": lambda draw, show: reviewing.receive_answers(
        show, [_reply(draw(st.sampled_from([*show.packets, "gone"])))]
    ),
    "reviewing.settle_answer": lambda draw, show: reviewing.settle_answer(
        show, draw(st.sampled_from([*show.replies, "gone"])), draw(st.sampled_from(ReplyState)), _until(draw)
    ),
    "people.add": lambda draw, show: people.add(show, native=draw(_NAMES), role=draw(st.sampled_from(Role))),
    "people.amend_person": lambda draw, show: people.amend_person(show, _person(draw, show), native=draw(_NAMES)),
    "people.delete": lambda draw, show: people.delete(show, [_person(draw, show)]),
    "duplicates.join": lambda draw, show: duplicates.join(
        show, draw(st.lists(st.sampled_from([*show.people, "gone"]), max_size=3))
    ),
    "retention.erase": lambda draw, show: retention.erase(show, [_person(draw, show)], _until(draw)),
    "retention.keep_for": lambda draw, show: retention.keep_for(show, list(show.people), draw(st.none() | _DATES)),
    "badges.record": lambda draw, show: badges.record(
        show,
        {key: f"new-{key}" for key in draw(st.lists(st.sampled_from([*show.people, "gone"]), min_size=1, unique=True))},
        _until(draw),
        desk=draw(st.sampled_from(["", "2"])),
        reason=draw(_NAMES),
    ),
    "badges.void": lambda draw, show: badges.void(
        show, [draw(st.sampled_from([*show.badges, "gone"]))], _until(draw), draw(_NAMES)
    ),
    "badges.set_key": lambda draw, show: badges.set_key(
        show, draw(st.sampled_from(["", "MFRGG", "KRSXG"])), _until(draw)
    ),
    "shaping.rotate": lambda draw, show: shaping.rotate(
        show, _some(draw, show), draw(st.sampled_from([0, 90, -90, 12.5, 360])), each=draw(st.booleans())
    ),
    "shaping.flip": lambda draw, show: shaping.flip(show, _some(draw, show), left_right=draw(st.booleans())),
    "shaping.resize": lambda draw, show: shaping.resize(
        show, _some(draw, show), draw(_LENGTHS), draw(st.none() | _LENGTHS), draw(st.sampled_from(Anchor))
    ),
    "shaping.notch_corner": lambda draw, show: shaping.notch_corner(
        show, _one(draw, show), draw(_LENGTHS), draw(_LENGTHS), draw(st.sampled_from(Anchor))
    ),
    "shaping.notch_side": lambda draw, show: shaping.notch_side(
        show, _one(draw, show), draw(_LENGTHS), draw(_LENGTHS), draw(st.sampled_from(Side))
    ),
    "arranging.align": lambda draw, show: arranging.align(
        show, _some(draw, show), draw(st.sampled_from(arranging.Edge))
    ),
    "arranging.distribute": lambda draw, show: arranging.distribute(
        show, _some(draw, show), across=draw(st.booleans()), gap=draw(st.none() | _LENGTHS)
    ),
    "copying.duplicate": lambda draw, show: copying.duplicate(show, _some(draw, show), draw(_LENGTHS), 0),
    "copying.paste": lambda draw, show: copying.paste(
        show,
        draw(_HALLS),
        draw(st.just("[]") | st.just(copying.to_text(list(show.booths.values())))),
        draw(st.none() | st.tuples(_LENGTHS, _LENGTHS)),
    ),
    "splitting.split_by_line": lambda draw, show: splitting.split_by_line(
        show,
        _one(draw, show),
        draw(st.tuples(_LENGTHS, _LENGTHS)),
        draw(st.tuples(_LENGTHS, _LENGTHS)),
        draw(st.sampled_from(splitting.Naming)),
        draw(st.sampled_from(splitting.Heir)),
    ),
    "splitting.split_equally": lambda draw, show: splitting.split_equally(
        show, _one(draw, show), draw(st.integers(0, 5)), draw(st.none() | st.booleans())
    ),
    "splitting.split_by_size": lambda draw, show: splitting.split_by_size(
        show, _one(draw, show), draw(_LENGTHS), draw(st.none() | st.booleans())
    ),
    "splitting.merge": lambda draw, show: splitting.merge(
        show, _some(draw, show), draw(st.sampled_from(splitting.Keep) | st.sampled_from(["gone", *show.booths]))
    ),
}
CALLERS |= UNDERLAYS | TEMPLATES


def attempt(draw: Draw, show: Show, name: str) -> Change | None:
    """Call an edit function; None when it refuses, which must be with one line of text."""
    try:
        return CALLERS[name](draw, show)
    except Refused as refusal:
        line = refusal.line()
    assert line
    assert "\n" not in line
    return None
