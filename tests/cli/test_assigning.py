"""``assign``, ``release``, ``hold``, and how people name what they mean."""

from pathlib import Path

import pytest
from tests.cli.conftest import Call

from hallwright.store.project import open_project


def test_assign_and_release(call: Call, small: Path) -> None:
    said = call("assign", small, "a02", "kugou", "--json")
    assert said.json | {"changes": 2} == said.json
    assert (said.json["booth"], said.json["exhibitor"], said.json["status"]) == ("A02", "Kugou", "reserved")
    store = open_project(small)
    show = store.load().show
    store.close()
    assert show.booths["b2"].exhibitor == "x3"
    assert not show.exhibitors["x3"].waitlisted
    assert call("assign", small, "A02", "C-3").out == "A02: reserved, Kugou, as before.\n"
    assert call("release", small, "A02").out == "A02: available.\n"
    assert "not let" in call("release", small, "A02").err


def test_hold_until_an_hour_or_the_end_of_a_day(call: Call, small: Path) -> None:
    said = call("hold", small, "A02", "--until", "2024-09-01 18:00", "--for", "网易")
    assert said.out == "A02: held, NetEase until 2024-09-01 18:00.\n"
    document = call("hold", small, "A02", "--until", "2024-09-02", "--for", "NetEase", "--json").json
    assert document["held_until"] == "2024-09-02T23:59:00"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("assign", "A99", "Kugou"), "There is no booth 'A99'. There is: A01, A02"),
        (("assign", "A0", "Kugou"), "Did you mean A01 or A02 or A03?"),
        (("assign", "A02", "Kuguo"), "There is no exhibitor 'Kuguo'. Did you mean Kugou?"),
        (("assign", "A01", "Kugou"), "borne in 2 halls. Say 'Hall 1:A01' or 'Hall 2:A01'."),
        (("assign", "Hall 1:A01", "Kugou"), "let to NetEase"),
        (("assign", "A03", "Kugou"), "blocked"),
        (("assign", "A04", "Kugou"), "draft"),
        (("assign", "A02", "R&D <Lab>"), "host"),
        (("assign", "A02", ""), "There is no exhibitor ''"),
        (("assign", "A02"), "required: EXHIBITOR"),
        (("release", "A02"), "not let"),
        (("hold", "A02", "--until", "soon", "--for", "Kugou"), "'soon' is no time"),
        (("hold", "A02", "--for", "Kugou"), "required: --until"),
    ],
)
def test_what_cannot_be_placed_is_refused(call: Call, small: Path, arguments: tuple[str, ...], says: str) -> None:
    before = small.read_bytes()
    said = call(arguments[0], small, *arguments[1:])
    assert said.status == 2
    assert says in said.err
    assert small.read_bytes() == before


def test_a_hall_tells_booths_of_one_number_apart(call: Call, small: Path) -> None:
    assert call("assign", small, "二号馆:A01", "Kugou", "--json").json["hall"] == "Hall 2"
