"""Rows as plain values and back."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.shows import booth, small_rows

from hallwright.expo import codec
from hallwright.expo.row import Row
from hallwright.expo.show import KINDS
from hallwright.expo.space import Booth


@pytest.mark.parametrize("row", small_rows(), ids=lambda row: row.id)
def test_a_row_comes_back_through_json(row: Row) -> None:
    text = json.dumps(codec.to_plain(row))
    assert codec.from_plain(type(row), json.loads(text)) == row


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_any_row_comes_back_through_json(kind: type[Row], data: st.DataObject) -> None:
    finite = {
        item.name: st.floats(allow_nan=False, allow_infinity=False) for item in fields(kind) if item.type is float
    }
    row = data.draw(st.builds(kind, **finite))
    assert codec.from_plain(kind, json.loads(json.dumps(codec.to_plain(row)))) == row


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_name_and_starts_with_id_and_revision(kind: type[Row]) -> None:
    assert codec.BY_NAME[codec.NAMES[kind]] is kind
    assert codec.columns(kind)[:2] == ("id", "revision")


def test_missing_fields_take_their_defaults_and_unknown_ones_are_ignored() -> None:
    plain = {"id": "b", "hall": "h1", "number": "A01", "outline": [[0, 0], [9, 0], [9, 9]], "carpet": "blue"}
    row = codec.from_plain(Booth, plain)
    assert row == Booth(id="b", hall="h1", number="A01", outline=((0, 0), (9, 0), (9, 9)))


@pytest.mark.parametrize("change", [{"status": "sold out"}, {"outline": 7}, {"held_until": "soon"}, {"outline": [[1]]}])
def test_values_that_describe_no_row_are_refused(change: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        codec.from_plain(Booth, codec.to_plain(booth("b", "A01")) | change)
