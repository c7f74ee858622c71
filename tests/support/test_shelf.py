"""Settings in files: the user's own go first, what was read is kept until it changes, faults are told in one line."""

import json
import os
from pathlib import Path

import pytest

from hallwright.support.errors import Refused
from hallwright.support.shelf import Held, Shelf, Words

WORDS = Words("There is no recipe {name}", "The recipe cannot be read ({reason})", "The recipe {name} is bad: {what}")
KNOWN = frozenset(("flour", "salt"))


@pytest.fixture
def read() -> list[Path]:
    """Return the files that were read, in their order."""
    return []


@pytest.fixture
def shelf(tmp_path: Path, read: list[Path]) -> Shelf[dict[str, float]]:
    for folder in ("own", "shipped"):
        (tmp_path / folder).mkdir()

    def made(held: Held) -> dict[str, float]:
        read.append(held.path)
        return {key: held.as_number(row.get("value"), key, 100) for key, row in held.entries("grams", KNOWN)}

    return Shelf(lambda: (tmp_path / "own", tmp_path / "shipped"), "bread", WORDS, made)


def put(path: Path, **grams: object) -> Path:
    path.write_text(json.dumps({"grams": {key: {"value": value} for key, value in grams.items()}}), encoding="utf-8")
    return path


def test_the_users_own_goes_first_and_the_first_stands_first(shelf: Shelf[dict[str, float]], tmp_path: Path) -> None:
    put(tmp_path / "shipped" / "bread.json", salt=1)
    put(tmp_path / "shipped" / "a-cake.json", salt=2)
    assert (shelf.load(), shelf.load("a-cake")) == ({"salt": 1}, {"salt": 2})
    put(tmp_path / "own" / "bread.json", salt=3)
    assert shelf.load(" bread ") == {"salt": 3}
    assert shelf.names() == ["bread", "a-cake"]
    with pytest.raises(Refused, match=r"There is no recipe \.\./bread\. Take one of: bread, a-cake\."):
        shelf.load("../bread")


def test_a_file_is_read_again_only_when_it_changed(
    shelf: Shelf[dict[str, float]], tmp_path: Path, read: list[Path]
) -> None:
    path = put(tmp_path / "own" / "bread.json", salt=1)
    assert shelf.load() is shelf.load()
    assert len(read) == 1
    put(path, salt=2)
    os.utime(path, ns=(1, 1))
    assert shelf.load() == {"salt": 2}
    assert len(read) == 2


def test_a_bad_file_is_bad_every_time_and_names_itself(shelf: Shelf[dict[str, float]], tmp_path: Path) -> None:
    path = put(tmp_path / "own" / "bread.json", sugar=1)
    for _ in range(2):
        with pytest.raises(Refused, match="bread is bad: grams knows no sugar; it knows flour, salt") as caught:
            shelf.load()
        assert caught.value.where == str(path)
    put(path, salt=101)
    with pytest.raises(Refused, match="salt is no number from 0 to 100"):
        shelf.load()


def test_many_files_do_not_pile_up(shelf: Shelf[dict[str, float]], tmp_path: Path) -> None:
    for number in range(50):
        put(tmp_path / "own" / f"r{number}.json", salt=number)
        assert shelf.load(f"r{number}") == {"salt": number}
    assert len(shelf._kept) <= 32
