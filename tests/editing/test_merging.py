"""Records of a file find the rows they mean."""

from hallwright.editing.merging import Keys, Match, Record, matched
from hallwright.expo.people import Exhibitor


def keys(number: str, *names: str) -> Keys:
    return (number,) if number else (), names


def found(wanted: list[Keys], rows: dict[str, Keys]) -> list[str | int | None]:
    """Return for each record the id of its row, the row number it repeats, or None."""
    known = [Exhibitor(id=key, name=key) for key in rows]
    matches: list[Match[Exhibitor]] = matched([Record(k + 2, {}) for k in range(len(wanted))], wanted, known, rows)
    assert [match.record.row for match in matches] == [k + 2 for k in range(len(wanted))]
    return [match.known.id if match.known else match.same_as for match in matches]


def test_a_number_goes_before_a_name() -> None:
    rows = {"a": keys("1", "ann"), "b": keys("2", "bob")}
    assert found([keys("2", "ann"), keys("", "bob")], rows) == ["b", 2]
    assert found([keys("", "ann"), keys("2", "ann")], rows) == ["a", "b"]


def test_a_namesake_further_up_does_not_take_the_row_of_a_number() -> None:
    assert found([keys("9", "ann"), keys("1", "ann")], {"a": keys("1", "ann")}) == [None, "a"]


def test_repeats_within_the_file() -> None:
    assert found([keys("", "ann"), keys("", "ann"), keys("", "bob")], {}) == [None, 2, None]
    assert found([keys("1", "ann"), keys("1", "bob")], {}) == [None, 2]
    assert found([keys("", "ann"), keys("", "ann")], {"a": keys("1", "ann")}) == ["a", 2]


def test_different_numbers_are_never_the_same() -> None:
    assert found([keys("1", "ann"), keys("2", "ann"), keys("3", "ann")], {"a": keys("1", "ann")}) == ["a", None, None]


def test_two_rows_of_one_key_are_taken_in_turn() -> None:
    assert found([keys("", "ann")] * 3, {"a": keys("", "ann"), "b": keys("", "ann")}) == ["a", "b", 2]


def test_any_of_several_names_will_do() -> None:
    assert found([keys("", "x", "anna")], {"a": keys("", "ann", "anna")}) == ["a"]


def test_nothing_to_match() -> None:
    assert found([], {"a": keys("", "ann")}) == []
    assert found([keys(""), keys("")], {"a": keys("")}) == [None, None]
