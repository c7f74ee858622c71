from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.signing.any_token import KEY, claims

from hallwright.drawing.qr import qr_bits
from hallwright.expo.people import Role
from hallwright.signing.token import KINDS, SIGNS, SIZE, Claim, MalformedError, NewerError, Token
from hallwright.support.errors import Refused
from hallwright.support.ids import new_id


@given(claims())
def test_what_is_signed_is_read_back(claim: Claim) -> None:
    token = KEY.sign(claim)
    assert len(token.payload + token.signature) == SIZE == 83
    assert len(token.text) == SIGNS
    read = Token.read(token.text)
    assert read == token
    assert read.claim() == claim
    assert KEY.public.verifies(read)


@given(claims())
def test_small_letters_are_read_alike_a_mixture_is_not(claim: Claim) -> None:
    text = KEY.sign(claim).text
    assert Token.read(f" {text.lower()}\r\n") == Token.read(text)
    place = next(place for place, sign in enumerate(text) if sign.isalpha())
    with pytest.raises(MalformedError):
        Token.read(text[:place] + text[place].lower() + text[place + 1 :])


@given(claims(), st.integers(0, SIZE * 8 - 1))
def test_one_bit_changed_is_refused(claim: Claim, place: int) -> None:
    token = KEY.sign(claim)
    packed = bytearray(token.payload + token.signature)
    packed[place // 8] ^= 1 << place % 8
    changed = Token(bytes(packed[:19]), bytes(packed[19:]))
    try:
        read = Token.read(changed.text)
    except MalformedError:
        assert place < 8, "only another version is no token"
    else:
        assert read.event != KEY.public.fingerprint or not KEY.public.verifies(read)


@given(claims(), st.integers(0, SIGNS - 1), st.integers(0, 6))
def test_one_bit_of_a_letter_changed_is_refused(claim: Claim, place: int, bit: int) -> None:
    text = KEY.sign(claim).text
    changed = text[:place] + chr(ord(text[place]) ^ 1 << bit) + text[place + 1 :]
    try:
        read = Token.read(changed)
    except MalformedError:
        return
    assert read.event != KEY.public.fingerprint or not KEY.public.verifies(read)


@given(st.text(max_size=200))
def test_no_other_text_is_a_token(text: str) -> None:
    with pytest.raises(MalformedError):
        Token.read(text)


def test_a_token_of_a_later_layout_says_so() -> None:
    token = KEY.sign(Claim(KEY.public.fingerprint, new_id(), Role.VIP, ()))
    later = Token(bytes((2,)) + token.payload[1:], token.signature)
    with pytest.raises(NewerError):
        Token.read(later.text)


def test_the_layout_is_as_documented() -> None:
    claim = Claim(b"\x01\x02\x03\x04", "0000000000000001", Role.SPEAKER, (date(2024, 9, 9), date(2024, 9, 11)))
    first = (date(2024, 9, 9) - date(2020, 1, 1)).days
    expected = b"\x01" + b"\x01\x02\x03\x04" + bytes(9) + b"\x01" + (2 << 27 | first << 12 | 0b101).to_bytes(4, "big")
    assert claim.packed() == expected
    days = tuple(date(2024, 9, 1) + timedelta(days=k) for k in range(13))
    assert int.from_bytes(Claim(bytes(4), "0" * 16, Role.EXHIBITOR, days).packed()[15:], "big") & 0xFFF == 12
    # Printed badges say these numbers: nobody may change them.
    assert [KINDS.index(role) for role in Role] == list(range(9))


def test_it_makes_a_qr_code_of_version_6() -> None:
    text = KEY.sign(Claim(KEY.public.fingerprint, new_id(), Role.VISITOR, ())).text
    assert qr_bits(text).shape == (17 + 4 * 6,) * 2


@pytest.mark.parametrize(
    "days",
    [
        (date(2019, 12, 31),),
        (date(2070, 1, 1),),
        (date(2024, 1, 1), date(2024, 1, 13)),
    ],
)
def test_days_that_cannot_be_said_are_refused_not_rounded(days: tuple[date, ...]) -> None:
    with pytest.raises(Refused):
        Claim(bytes(4), "0" * 16, Role.VIP, days).packed()
