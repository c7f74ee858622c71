import json
from pathlib import Path

import pytest

from hallwright.printing import jobs
from hallwright.printing.jobs import KINDS, Order, load, names
from hallwright.support.errors import Refused
from hallwright.support.paths import resources


def test_the_standard_job_answers_for_every_kind() -> None:
    job = load()
    assert names()[0] == "standard"
    assert set(job) == set(KINDS)
    assert all(order.stock and order.stock_native and order.finishing_native for order in job.values())
    document = json.loads((resources() / "print-jobs" / "standard.json").read_text("utf-8"))
    assert all(entry["source"] for kind in KINDS for entry in document[kind].values())


@pytest.mark.parametrize(("sides", "pages", "sheets"), [("simplex", 3, 3), ("duplex", 3, 2), ("duplex", 4, 2)])
def test_two_pages_of_duplex_make_a_sheet(sides: str, pages: int, sheets: int) -> None:
    assert Order(1, "", "", sides).sheets(pages) == sheets


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        *(("quantity", text) for text in ("0", "-1", "two", "9" * 400)),
        ("sides", "both"),
        ("stock", "x" * 999),
        ("colour", "red"),
    ],
)
def test_answers_that_cannot_be_given_are_refused(answer: str, text: str) -> None:
    with pytest.raises(Refused):
        Order(1, "", "", "simplex").answered(answer, text)


def test_an_own_stock_takes_the_place_of_both_languages() -> None:
    order = load()["badges"].answered("stock", "board\n350")
    assert (order.stock, order.stock_native) == ("board 350", "")
    same = load()["badges"]
    assert same.answered("stock", same.stock) == same


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"plan": None}, "plan is no table"),
        ({"plan": {"stok": {"value": "x"}}}, "knows no stok"),
        ({"badges": {"quantity": {"value": True}}}, "badges.quantity"),
        ({"badges": {"quantity": {"value": 0}}}, "badges.quantity"),
    ],
)
def test_a_job_that_is_not_sound_says_what(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, object], says: str
) -> None:
    folder = tmp_path / "print-jobs"
    folder.mkdir()
    document = json.loads((resources() / "print-jobs" / "standard.json").read_text("utf-8"))
    (folder / "own.json").write_text(json.dumps({**document, **change}), encoding="utf-8")
    (folder / "text.json").write_text("no", encoding="utf-8")
    monkeypatch.setattr(jobs, "user_data", lambda: tmp_path)
    assert names() == ["standard", "own", "text"]
    with pytest.raises(Refused, match=says):
        load("own")
    with pytest.raises(Refused, match="no JSON"):
        load("text")
    with pytest.raises(Refused, match="standard, own, text"):
        load("../own")
