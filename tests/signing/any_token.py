"""Strategies for claims, and one key for all tests."""

from datetime import date, timedelta

from hypothesis import strategies as st

from hallwright.signing.keys import PrivateKey
from hallwright.signing.token import KINDS, Claim
from hallwright.support.ids import LENGTH

KEY = PrivateKey.new()
OTHER = PrivateKey.new()

ids = st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=LENGTH, max_size=LENGTH)
firsts = st.dates(date(2020, 1, 1), date(2064, 1, 1))


@st.composite
def day_sets(draw: st.DrawFn) -> tuple[date, ...]:
    """Days that a token can say: none, some of twelve, or many without a gap."""
    first = draw(firsts)
    some = st.sets(st.integers(0, 11), min_size=1).map(sorted)
    many = st.integers(1, 200).map(lambda count: list(range(count)))
    places = draw(st.one_of(st.just([]), some, many))
    return tuple(first + timedelta(days=place - places[0]) for place in places)


def claims(key: PrivateKey = KEY) -> st.SearchStrategy[Claim]:
    return st.builds(Claim, st.just(key.public.fingerprint), ids, st.sampled_from(KINDS), day_sets())
