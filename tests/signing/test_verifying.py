from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.shows import small_rows, small_show
from tests.signing.any_token import KEY, OTHER

from hallwright.expo.badges import Badge
from hallwright.expo.event import Event
from hallwright.expo.people import Role
from hallwright.expo.show import Show
from hallwright.signing import revocations
from hallwright.signing.signer import batch
from hallwright.signing.token import Claim, Token
from hallwright.signing.verifying import Why, verify
from hallwright.support.errors import Refused

BADGE = "0123456789abcdef"
DAYS = (date(2024, 9, 9), date(2024, 9, 11))
DAY = DAYS[0]
AT = datetime(2024, 9, 9, 7)  # noqa: DTZ001


def token(badge: str = BADGE, days: tuple[date, ...] = DAYS) -> str:
    return KEY.sign(Claim(KEY.public.fingerprint, badge, Role.PRESS, days)).text


def with_badge(voided: datetime | None = None, person: str = "p1") -> Show:
    badge = Badge(id=BADGE, person=person, role=Role.PRESS, printed=AT, voided=voided, void_reason="lost")
    return Show.of([*small_rows(), badge])


def test_a_genuine_badge_is_good_on_its_days() -> None:
    for day in DAYS:
        verdict = verify(token(), KEY.public, day)
        assert verdict.good
        assert not verdict.reason
        assert verdict.claim is not None
        assert (verdict.claim.badge, verdict.claim.kind) == (BADGE, Role.PRESS)
    assert verify(token(days=()), KEY.public, date(2040, 1, 1)).good


@pytest.mark.parametrize(
    ("day", "why", "words"),
    [
        (date(2024, 9, 8), Why.NOT_YET, "from 2024-09-09 on"),
        (date(2024, 9, 10), Why.NOT_TODAY, "next on 2024-09-11"),
        (date(2024, 9, 12), Why.EXPIRED, "last day was 2024-09-11"),
    ],
)
def test_on_other_days_it_is_refused_with_the_reason(day: date, why: Why, words: str) -> None:
    verdict = verify(token(), KEY.public, day)
    assert verdict.why is why
    assert words in verdict.reason


def test_another_events_badge_says_so() -> None:
    verdict = verify(token(), OTHER.public, DAY)
    assert verdict.why is Why.OTHER_EVENT
    # Not even with the fingerprint of the event it pretends to be of.
    forged = OTHER.sign(Claim(KEY.public.fingerprint, BADGE, Role.VIP, ()))
    assert verify(forged.text, KEY.public, DAY).why is Why.FORGED


def test_a_claim_altered_is_forged() -> None:
    read = Token.read(token())
    longer = Claim(KEY.public.fingerprint, BADGE, Role.VIP, ()).packed()
    assert verify(Token(longer, read.signature).text, KEY.public, DAY).why is Why.FORGED


@pytest.mark.parametrize("text", ["", "P0123456789AB", "BEGIN:VCARD", "x" * 133])
def test_another_code_is_unreadable(text: str) -> None:
    assert verify(text, KEY.public, DAY).why is Why.UNREADABLE


def test_a_revoked_badge_is_refused_by_list_and_by_project(tmp_path: Path) -> None:
    show = with_badge(voided=AT)
    show = show.replaced([(show.event, replace(show.event, badge_key=KEY.public.text))])
    path = tmp_path / "revoked.txt"
    assert revocations.write(show, path, AT) == 2
    known = revocations.read(path, KEY.public)
    for verdict in (
        verify(token(), KEY.public, DAY, revocations=known),
        verify(token(), KEY.public, DAY, show=show),
    ):
        assert verdict.why is Why.REVOKED
        assert "lost" in verdict.reason
    assert verify(token("0" * 16), KEY.public, DAY, revocations=known).good


def test_the_project_knows_who_wears_it_and_what_it_never_printed() -> None:
    verdict = verify(token(), KEY.public, DAY, show=with_badge())
    assert verdict.good
    assert verdict.person is not None
    assert verdict.person.native == "林美"
    assert verify(token("0" * 16), KEY.public, DAY, show=with_badge()).why is Why.UNKNOWN


def test_a_gate_to_a_zone_lets_in_who_has_access() -> None:
    assert verify(token(), KEY.public, DAY, show=with_badge(), zone="z").why is Why.NO_ACCESS
    assert verify(token(), KEY.public, DAY, show=with_badge(person="p2"), zone="z").good


def test_a_list_that_is_damaged_foreign_or_missing_is_refused_whole(tmp_path: Path) -> None:
    path = tmp_path / "revoked.txt"
    with pytest.raises(Refused, match="cannot be read"):
        revocations.read(path, KEY.public)
    path.write_text("A01\n")
    with pytest.raises(Refused, match="no list"):
        revocations.read(path, KEY.public)
    show = with_badge(voided=AT)
    with_key = show.replaced([(show.event, replace(show.event, badge_key=KEY.public.text))])
    revocations.write(with_key, path, AT, force=True)
    with pytest.raises(Refused, match="another event"):
        revocations.read(path, OTHER.public)
    path.write_text(path.read_text() + "0123456789abcdef\n")
    with pytest.raises(Refused, match="line 6"):
        revocations.read(path, KEY.public)
    bare = show.replaced([(show.event, replace(show.event, badge_key=""))])
    with pytest.raises(Refused, match="not signed"):
        revocations.write(bare, tmp_path / "other.txt", AT)


def test_a_batch_is_signed_with_the_events_key_alone() -> None:
    show = small_show()
    event = Event(id="e", name="Expo", starts=date(2024, 9, 9), ends=date(2024, 9, 10), badge_key=KEY.public.text)
    show = show.replaced([(show.event, event)])
    people = list(show.people.values())
    made = batch(show, people, KEY)
    assert made.badges.keys() == made.codes.keys() == {"p1", "p2"}
    claim = Token.read(made.codes["p1"]).claim()
    assert (claim.badge, claim.kind, claim.days) == (made.badges["p1"], Role.EXHIBITOR, event.days)
    assert Token.read(made.codes["p2"]).claim().days == show.people["p2"].days
    with pytest.raises(Refused, match="not the one of this event"):
        batch(show, people, OTHER)
    assert not batch(show, people, None).codes
