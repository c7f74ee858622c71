"""Ids and choices of the sample never change: these values are part of what tests and pictures rely on."""

from hallwright.editing.sample.keys import pick, share, shuffled, stable_id


def test_known_values() -> None:
    assert stable_id("booth:A01") == "v6p4kzjrea1tsafm"
    assert round(share("a"), 9) == 0.026629726
    assert pick("b", "abcdefgh") == "b"
    assert shuffled("x", "abcd") == ["d", "c", "b", "a"]


def test_share_is_spread_over_the_unit_interval() -> None:
    values = [share(f"k{number}") for number in range(1000)]
    assert min(values) >= 0
    assert max(values) < 1
    assert 0.45 < sum(values) / 1000 < 0.55


def test_pick_and_shuffle_keep_to_the_items() -> None:
    items = ["a", "b", "c", "d"]
    assert {pick(f"k{number}", items) for number in range(100)} == set(items)
    assert sorted(shuffled("x", items)) == items
    assert shuffled("x", items) == shuffled("x", items)
