"""Each rule on small plans made for it."""

from hypothesis import given
from tests.shows import BOWTIE, booth, shows, small_show

from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Hall
from hallwright.geometry.outline import contains, rectangle
from hallwright.rules import draft, number_duplicate, number_missing, outside_hall, overlap
from hallwright.rules.finding import Severity
from hallwright.rules.rulebook import check, rules

HALL = Hall(id="h1", name="Hall 1", outline=rectangle(0, 0, 60_000, 40_000))
OTHER = Hall(id="h2", name="Hall 2", outline=((0, 0), (9000, 0), (9000, 3000), (3000, 3000), (3000, 9000), (0, 9000)))


def _show(*rows: Row) -> Show:
    return Show.of([HALL, OTHER, *rows])


def test_booths_that_share_more_than_a_hundredth_of_a_square_metre_overlap() -> None:
    # 3 m by 3 mm are 0.009 m2, by 4 mm 0.012 m2.
    show = _show(booth("b1", "A01"), booth("b2", "A02", 2997), booth("b3", "A03", 0, 2996))
    findings = overlap.check(show)
    assert [(f.booths, f.value, f.limit, f.severity) for f in findings] == [(("b1", "b3"), 0.01, 0.01, Severity.ERROR)]
    assert "A01 and A03 in Hall 1 overlap by 0.01 m²" in findings[0].message
    assert contains(show.booths["b1"].outline, *findings[0].at)


def test_booths_side_by_side_in_other_halls_or_drafts_do_not_overlap() -> None:
    show = _show(
        booth("b1", "A01"), booth("b2", "A02", 3000), booth("b3", "A03", hall="h2"), booth("b4", "A04", outline=BOWTIE)
    )
    assert overlap.check(show) == []


def test_a_hall_can_be_asked_about_some_booths_only() -> None:
    show = _show(*(booth(f"b{k}", f"A0{k}", k * 2000) for k in range(4)))
    assert len(overlap.check_hall(show, "h1")) == 3
    assert [f.booths for f in overlap.check_hall(show, "h1", frozenset({"b0"}))] == [("b0", "b1")]
    assert overlap.check_hall(show, "h1", frozenset({"gone"})) == []
    outer = _show(booth("b1", "A01", -3000), booth("b2", "A02", 59_000))
    assert [f.booths for f in outside_hall.check_hall(outer, "h1", frozenset({"b2"}))] == [("b2",)]


def test_booths_beyond_the_hall_are_found_in_a_room_of_any_shape() -> None:
    show = _show(
        booth("b1", "A01", 57_000, 37_000),
        booth("b2", "A02", 57_500, 0),
        booth("b3", "B01", 0, 6000, hall="h2"),
        booth("b4", "B02", 3000, 3000, hall="h2"),
        booth("b5", "A03", 57_003, 30_000),
    )
    findings = outside_hall.check(show)
    assert [(f.booths, f.value) for f in findings] == [(("b2",), 1.5), (("b4",), 9.0)]
    assert "reaches 1.50 m² beyond Hall 1" in findings[0].message


def test_a_number_may_be_borne_once_in_a_hall() -> None:
    show = _show(
        booth("b1", "a01"), booth("b2", "A01", 3000), booth("b3", "A01", hall="h2"), booth("b4", ""), booth("b5", "")
    )
    findings = number_duplicate.check(show)
    assert [(f.booths, f.value) for f in findings] == [(("b1", "b2"), 2)]
    assert [f.booths for f in number_missing.check(show)] == [("b4",), ("b5",)]


def test_a_draft_is_found_with_its_reason() -> None:
    (finding,) = draft.check(small_show())
    assert (finding.booths, finding.severity) == (("b4",), Severity.WARNING)
    assert "A04 in Hall 1 is a draft, the outline crosses itself" in finding.message


def test_the_rulebook_has_every_rule_under_its_own_name() -> None:
    assert {"booth-draft", "booth-outside-hall", "booth-overlap", "number-duplicate", "number-missing"} <= set(rules())
    show = _show(booth("b1", "A01", -9000), booth("b2", "A01", -9000), booth("b3", "", outline=BOWTIE))
    findings = check(show)
    assert {f.rule for f in findings} >= {"booth-draft", "booth-outside-hall", "booth-overlap", "number-duplicate"}
    order = [list(Severity).index(f.severity) for f in findings]
    assert order == sorted(order)


@given(shows())
def test_every_finding_names_rows_that_exist_and_one_line(show: Show) -> None:
    for finding in check(show):
        assert finding.rule in rules()
        assert finding.hall in show.halls
        assert finding.booths
        assert all(show.booths[key].hall == finding.hall for key in finding.booths)
        assert len(finding.message.splitlines()) == 1
