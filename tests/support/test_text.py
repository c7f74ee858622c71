"""Text that people typed, ids, and errors."""

from hypothesis import given
from hypothesis import strategies as st

from hallwright.support.errors import Refused
from hallwright.support.ids import LENGTH, new_id
from hallwright.support.text import count_of, folded, natural_key, one_line


def test_numbers_sort_as_people_count() -> None:
    mixed = ["A10", "A2", "a1", "B1", "12", "2", "", "展位3", "A2b"]
    assert sorted(mixed, key=natural_key) == ["", "2", "12", "a1", "A2", "A2b", "A10", "B1", "展位3"]


@given(st.lists(st.text(max_size=6)))
def test_any_texts_can_be_sorted_from_any_order(texts: list[str]) -> None:
    backwards = texts[::-1]
    keys = [natural_key(text) for text in sorted(texts, key=natural_key)]
    assert keys == [natural_key(text) for text in sorted(backwards, key=natural_key)]


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 3))
def test_numbers_in_names_sort_by_value(one: int, two: int, zeros: int) -> None:
    assert (natural_key(f"A{'0' * zeros}{one}") < natural_key(f"A{two}")) == (one < two)


def test_a_number_of_thousands_of_digits_can_be_sorted() -> None:
    assert natural_key("9" * 9000) < natural_key("1" + "0" * 9000)


def test_folding_ignores_case_accents_width_and_spaces() -> None:
    assert folded("  Élan　ＡＢＣ ") == folded("elan abc") == "elan abc"
    assert folded("网易") != folded("网 易")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_one_line_is_one_line_and_stays_so(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
    assert line == line.strip()


def test_counts_are_read_aloud() -> None:
    assert [count_of(n, "booth") for n in (0, 1, 2, 1234)] == ["0 booths", "1 booth", "2 booths", "1,234 booths"]
    assert count_of(2, "person", "people") == "2 people"


def test_ids_are_fresh_and_plain() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(key) == LENGTH and key.isalnum() and key == key.lower() for key in ids)


@given(st.text(), st.text(), st.text())
def test_a_refusal_is_one_line(what: str, where: str, mend: str) -> None:
    assert len(Refused(what, where, mend).line().splitlines()) <= 1


def test_a_refusal_says_where_what_and_the_mend() -> None:
    refusal = Refused("Number A12 is taken", "Hall 1", "Choose another.")
    assert str(refusal) == refusal.line() == "Hall 1: Number A12 is taken. Choose another."
    assert Refused("Alone").line() == "Alone"
