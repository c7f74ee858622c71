from dataclasses import replace
from datetime import date, datetime, timedelta

from tests.shows import small_show
from tests.signing.any_token import KEY

from hallwright.editing.badges import record, void
from hallwright.expo.show import Show
from hallwright.signing.gate import Gate
from hallwright.signing.signer import batch
from hallwright.signing.verifying import Why

AT = datetime(2024, 9, 9, 9, 12)  # noqa: DTZ001


def printed() -> tuple[Show, dict[str, str]]:
    show = small_show()
    show = show.replaced([(show.event, replace(show.event, badge_key=KEY.public.text))])
    made = batch(show, show.people.values(), KEY)
    return record(show, made.badges, AT).applied(show), dict(made.codes)


def test_a_badge_is_counted_once_a_day_and_told_when_it_came_before() -> None:
    show, codes = printed()
    gate = Gate(lambda: show)
    assert gate.scan(codes["p1"], AT).before is None
    again = gate.scan(codes["p1"], AT + timedelta(minutes=5))
    assert again.verdict.good
    assert again.before == AT
    gate.scan(codes["p1"], AT + timedelta(days=1))
    gate.scan("nonsense", AT)
    assert (gate.admitted, gate.refused) == (2, 1)
    assert [passage.verdict.why for passage in gate.passages] == [Why.UNREADABLE, None, None, None]


def test_a_badge_voided_meanwhile_is_refused_at_once() -> None:
    show, codes = printed()
    gate = Gate(lambda: show)
    assert gate.scan(codes["p1"], AT).verdict.good
    badge = show.badges.where("person", "p1")[-1].id
    show = void(show, [badge], AT, "lost").applied(show)
    assert gate.scan(codes["p1"], AT).verdict.why is Why.REVOKED


def test_another_day_and_another_zone_are_judged_anew() -> None:
    show, codes = printed()
    gate = Gate(lambda: show)
    gate.zone = "z"
    assert gate.scan(codes["p1"], AT).verdict.why is Why.NO_ACCESS
    assert gate.scan(codes["p2"], AT).verdict.good
    gate.day = date(2024, 9, 11)
    assert gate.scan(codes["p2"], AT).verdict.why is Why.EXPIRED
