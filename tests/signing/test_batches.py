"""Laws of batches: whatever is printed and voided, one badge of a person is good at most, and only that is let in."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shows import small_show
from tests.signing.any_token import KEY

from hallwright.editing.badges import record, void
from hallwright.expo.printed import good_badges
from hallwright.signing.signer import batch
from hallwright.signing.verifying import Why, verify

STEPS = st.lists(
    st.tuples(st.sampled_from(["print", "again", "void"]), st.sampled_from(["p1", "p2", "both"])), max_size=8
)


@settings(max_examples=50)
@given(STEPS)
def test_at_most_one_badge_of_a_person_is_good(steps: list[tuple[str, str]]) -> None:
    show = small_show()
    show = show.replaced([(show.event, replace(show.event, badge_key=KEY.public.text))])
    at = datetime(2024, 9, 9, 7)  # noqa: DTZ001
    printed: dict[str, str] = {}
    for what, who in steps:
        at += timedelta(minutes=1)
        people = [show.people[key] for key in ("p1", "p2") if who in (key, "both")]
        if what == "void":
            good = [badge.id for person in people for badge in good_badges(show, person.id)]
            show = void(show, good, at, "lost").applied(show)
            continue
        made = batch(show, people, KEY, anew=what == "print")
        show = record(show, made.badges, at).applied(show)
        printed |= {made.badges[key]: code for key, code in made.codes.items()}
    for key in ("p1", "p2"):
        assert len(good_badges(show, key)) <= 1
    for badge, code in printed.items():
        verdict = verify(code, KEY.public, show.event.days[0], show=show)
        is_good = show.badges[badge].voided is None
        assert verdict.why is (None if is_good else Why.REVOKED)
