import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from tests.signing.any_token import KEY, OTHER, claims

from hallwright.signing import keyfiles
from hallwright.signing.keys import PrivateKey, PublicKey
from hallwright.signing.token import Claim
from hallwright.support.errors import Refused

PASSPHRASE = "correct horse"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(keyfiles, "user_data", lambda: tmp_path / "data")
    return tmp_path


@given(claims())
def test_another_key_does_not_verify(claim: Claim) -> None:
    assert not OTHER.public.verifies(KEY.sign(claim))


def test_a_public_key_is_read_back_from_its_text() -> None:
    text = KEY.public.text
    assert len(text) == 52
    spaced = f" {text[:20].lower()} {text[20:]}\n"
    assert PublicKey.read(spaced).text == text
    assert PublicKey.read(spaced).fingerprint == KEY.public.fingerprint


@pytest.mark.parametrize("text", ["", "MFRGG", "!" * 52, "too long", "密钥"])
def test_no_other_text_is_a_public_key(text: str) -> None:
    # The key is another in each run, and the name of a test is to be the same.
    text = KEY.public.text + "AA" if text == "too long" else text
    with pytest.raises(Refused, match="no public key"):
        PublicKey.read(text)


def test_a_key_is_kept_under_its_passphrase_for_this_user_alone(folder: Path) -> None:
    path = keyfiles.keep(KEY, PASSPHRASE)
    assert b"ENCRYPTED PRIVATE KEY" in path.read_bytes()
    assert keyfiles.unlock(KEY.public, PASSPHRASE).public.text == KEY.public.text
    with pytest.raises(Refused, match="passphrase does not open"):
        keyfiles.unlock(KEY.public, "something else")
    with pytest.raises(Refused, match="locked"):
        PrivateKey.unlocked(path.read_bytes(), "")
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_key_is_never_written_over() -> None:
    keyfiles.keep(KEY, PASSPHRASE)
    with pytest.raises(Refused, match="already"):
        keyfiles.keep(KEY, "another passphrase")
    assert keyfiles.unlock(KEY.public, PASSPHRASE).public.text == KEY.public.text


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(Refused, match="too short"):
        keyfiles.keep(KEY, "seven77")


def test_a_key_goes_to_another_computer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keyfiles.keep(KEY, PASSPHRASE)
    keyfiles.take_out(KEY.public, folder / "key.pem")
    monkeypatch.setattr(keyfiles, "user_data", lambda: folder / "other")
    with pytest.raises(Refused, match="not on this computer"):
        keyfiles.unlock(KEY.public, PASSPHRASE)
    with pytest.raises(Refused, match="another event"):
        keyfiles.bring_in(folder / "key.pem", OTHER.public, PASSPHRASE)
    with pytest.raises(Refused, match="passphrase does not open"):
        keyfiles.bring_in(folder / "key.pem", KEY.public, "something else")
    keyfiles.bring_in(folder / "key.pem", KEY.public, PASSPHRASE)
    assert keyfiles.unlock(KEY.public, PASSPHRASE).public.text == KEY.public.text


def test_a_missing_or_foreign_key_file_is_one_line(folder: Path) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        keyfiles.bring_in(folder / "none.pem", KEY.public, PASSPHRASE)
    (folder / "foreign.pem").write_text("no key\n")
    with pytest.raises(Refused, match="damaged"):
        keyfiles.bring_in(folder / "foreign.pem", KEY.public, PASSPHRASE)
