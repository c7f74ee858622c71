"""What the staff sees: what has changed since, free booths like a wish, the report."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from tests.review.shows import fair, sent
from tests.review.test_receiving import LATER, TODAY
from tests.shows import booth

from hallwright.drawing.prooffacts import as_text, facts_of
from hallwright.editing.reviewing import receive_answers
from hallwright.expo.space import BoothStatus
from hallwright.geometry.outline import moved, rectangle
from hallwright.review.proposals import proposals
from hallwright.review.receiving import Claim, take
from hallwright.review.reports import booths_of, write_report
from hallwright.review.since import since
from hallwright.review.stages import Stages
from hallwright.review.standing import Stage, standings
from hallwright.review.tokens import token_of
from hallwright.support.errors import Refused


def test_what_has_changed_since_is_told_as_it_was_and_as_it_is(tmp_path: Path) -> None:
    show, made = sent(fair(), tmp_path / "out", "x3")
    (packet,) = made.packets
    assert since(show, packet) == []
    row = show.booths["b3"]
    values = {"number": "A33", "open_sides": 2, "outline": rectangle(9000, 3000, 3000, 2500)}
    lines = since(show.replaced([(row, replace(row, **values))]), packet)  # type: ignore[arg-type]
    assert lines[:3] == [
        "A03: number was A03, is A33",
        "A03: size was 3 × 3 m, is 3 × 2.5 m",
        "A03: open sides was 1, is 2",
    ]
    assert "A03: place or shape changed" in lines
    gone = show.replaced([(row, replace(row, exhibitor=None, status=BoothStatus.AVAILABLE))])
    assert since(gone, packet) == ["Booth A03 is no longer its own."]


def test_whatever_makes_an_answer_stale_is_told(tmp_path: Path) -> None:
    show, made = sent(fair(), tmp_path / "out", "x1")
    (packet,) = made.packets
    column, drop, zone = show.fixtures["c"], show.fixtures["d"], show.zones["z"]
    party = show.exhibitors["x1"]
    for before, after in (
        (column, replace(column, outline=moved(column.outline, 500, 0))),
        (drop, None),
        (zone, replace(zone, name="Cars")),
        (party, replace(party, fascia="NETEASE")),
        (show.halls["h2"], replace(show.halls["h2"], name="Hall 2b")),
    ):
        changed = show.replaced([(before, after)])
        assert as_text(facts_of(changed, changed.exhibitors["x1"])) != packet.shown
        assert since(changed, packet), before


def test_free_booths_are_proposed_the_likest_first() -> None:
    show = fair()
    row = show.exhibitors["x3"]
    more = [
        booth("f1", "F1", 20_000, 20_000, outline=rectangle(20_000, 20_000, 9000, 6000)),
        booth("f2", "F2", 9000, 9000),
        booth("f3", "F3", 9000, 9000, hall="h2"),
        booth("f4", "F4", 12_000, 9000, status=BoothStatus.BLOCKED),
    ]
    found = proposals(show.replaced([(None, one) for one in more]), row)
    # Blocked is not free; one far larger comes last, one of another hall has no distance.
    assert [one.booth.id for one in found] == ["b6", "f2", "f3", "f1"]
    assert found[0].away == pytest.approx(6000)
    assert found[2].away is None
    # Who asked for more is shown more.
    wanting = replace(row, size_wanted=54_000_000)
    assert proposals(show.replaced([(None, one) for one in more]), wanting)[0].booth.id == "f1"
    assert proposals(show, replace(row, id="nobody")) == []


def test_the_report_holds_answers_and_no_formula(tmp_path: Path) -> None:
    show, made = sent(fair(), tmp_path / "out", "x1")
    good, _ = take(show, [Claim("a", token_of(made.packets[0]), "change", "=HYPERLINK(1)", "Mei")], LATER)
    show = receive_answers(show, good).applied(show)
    write_report(tmp_path / "r.csv", show, standings(show, TODAY))
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["Exhibitor"]: row for row in csv.DictReader(file)}
    told = rows["NetEase <b>&"]
    assert (told["Booths"], told["Status"], told["Comment"]) == ("A01, B01", "change wanted", "'=HYPERLINK(1)")
    assert rows["Kugou"]["Status"] == "not sent"
    assert booths_of(show, show.exhibitors["x4"]) == "A01, B01"
    with pytest.raises(Refused):
        write_report(tmp_path / "r.csv", show, [])


def test_stages_are_kept_until_something_changes(tmp_path: Path) -> None:
    show, _ = sent(fair(), tmp_path / "out", "x1", "x3")
    stages = Stages()
    known = stages.all(show)
    assert stages.by_booth(show) == {
        "b1": Stage.SENT,
        "b4": Stage.SENT,
        "b3": Stage.SENT,
        "b2": Stage.NOT_SENT,
        "b5": Stage.NOT_SENT,
    }
    person = show.replaced([])
    assert stages.all(person) is known
    row = show.booths["b3"]
    assert stages.by_booth(show.replaced([(row, replace(row, number="A33"))]))["b3"] is Stage.STALE
