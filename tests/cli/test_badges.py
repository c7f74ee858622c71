"""``badge``, and what ``print badges`` records."""

from pathlib import Path

import pytest
from tests.cli.conftest import Call
from tests.printing.reading import picture
from tests.scanning import scanned

from hallwright.cli import badging
from hallwright.signing import keyfiles

PASSPHRASE = "correct horse"


@pytest.fixture(autouse=True)
def _passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyfiles, "user_data", lambda: tmp_path / "data")
    monkeypatch.setenv(badging.PASSPHRASE, PASSPHRASE)


@pytest.fixture
def keyed(call: Call, small: Path) -> Path:
    """The small project with a key of its own."""
    call("badge", "void", small, "Mei Lin", "--reason", "a new key")
    assert call("badge", "key", "new", small).status == 0
    return small


def codes(path: Path) -> list[str]:
    return [scanned(picture(path, page, scale=300 / 72))[-1] for page in range(2)]


def test_a_badge_goes_from_the_key_to_the_gate(call: Call, keyed: Path, tmp_path: Path) -> None:
    target, public = tmp_path / "badges.pdf", tmp_path / "key.txt"
    public.write_text(call("badge", "key", "show", keyed).out)
    assert call("print", "badges", keyed, target, "--desk", "2").status == 0
    token = codes(target)[0]
    said = call("badge", "verify", token, "--key", public, "--day", "2024-09-09")
    assert said.status == 0
    assert said.out.startswith("Genuine, valid on 2024-09-09.")
    said = call("badge", "verify", token, "--project", keyed, "--day", "2024-09-09", "--json")
    assert (said.json["genuine"], said.json["why"], said.json["person"]) == (True, None, "Mei Lin")
    said = call("badge", "verify", token, "--key", public, "--json")
    assert (said.status, said.json["why"]) == (1, "expired")
    forged = token[:60] + ("A" if token[60] != "A" else "B") + token[61:]
    said = call("badge", "verify", forged, "--key", public, "--day", "2024-09-09")
    assert (said.status, said.out) == (1, "Refused: The signature does not fit: forged or altered.\n")


def test_a_reprint_voids_the_earlier_badge_at_gates_with_the_list(call: Call, keyed: Path, tmp_path: Path) -> None:
    first, second, listed = tmp_path / "1.pdf", tmp_path / "2.pdf", tmp_path / "revoked.txt"
    key = call("badge", "key", "show", keyed, "--json").json["public"]
    call("print", "badges", keyed, first)
    said = call("print", "badges", keyed, second, "--person", "Mei Lin", "--reason", "lost", "--json")
    assert said.json["pages"] == 1
    assert call("badge", "revoked", keyed, listed, "--json").json["badges"] == 3
    old = codes(first)[0]
    gate = ("--key", key, "--revoked", listed, "--day", "2024-09-09")
    said = call("badge", "verify", old, *gate)
    assert said.status == 1
    assert "Revoked" in said.out
    assert "lost" in said.out
    new = scanned(picture(second, 0, scale=300 / 72))[-1]
    assert call("badge", "verify", new, *gate).status == 0


def test_only_new_and_only_changed(call: Call, keyed: Path, tmp_path: Path) -> None:
    target = tmp_path / "badges.pdf"
    assert "nothing" not in call("print", "badges", keyed, target, "--role", "exhibitor").out
    said = call("print", "badges", keyed, target, "--only", "new", "--force", "--json")
    assert said.json["pages"] == 1
    assert "All of them have a badge" in call("print", "badges", keyed, target, "--only", "new", "--force").err
    assert "nothing" not in call("print", "badges", keyed, target, "--only", "changed", "--force").err
    people = tmp_path / "people.csv"
    people.write_text("Badge code,Given name,Family name,Job title\n1,Mei,Lin,Director\n")
    assert call("import", "people", keyed, people).status == 0
    said = call("print", "badges", keyed, target, "--only", "changed", "--force", "--json")
    assert said.json["pages"] == 1
    assert "nothing" not in said.err


def test_a_delegation_gets_its_badges(call: Call, keyed: Path, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Badge code,Full name,Delegation\n2,Chan,Macao\n")
    call("import", "people", keyed, people)
    said = call("print", "badges", keyed, tmp_path / "b.pdf", "--delegation", "macao", "--json")
    assert said.json["pages"] == 1
    said = call("print", "badges", keyed, tmp_path / "c.pdf", "--delegation", "Mars")
    assert "There is: Macao." in said.err


def test_a_proof_is_neither_signed_nor_recorded(call: Call, keyed: Path, tmp_path: Path) -> None:
    before = call("info", keyed, "--json").json["changes"]
    assert call("print", "badges", keyed, tmp_path / "proof.pdf", "--proof").status == 0
    assert codes(tmp_path / "proof.pdf") == ["1", "2"]
    assert call("info", keyed, "--json").json["changes"] == before


def test_a_package_made_twice_voids_nothing(call: Call, keyed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    for _ in range(2):
        made = call("print", "package", keyed, folder, "--profile", "office", "--force")
        assert made.status in {0, 1}, made.err
    token = codes(folder / "badges.pdf")[0]
    assert call("badge", "verify", token, "--project", keyed, "--day", "2024-09-09").status == 0
    assert call("badge", "revoked", keyed, tmp_path / "r.txt", "--json").json["badges"] == 2


def test_without_the_key_nothing_is_printed_or_recorded(
    call: Call, keyed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "badges.pdf"
    monkeypatch.setenv(badging.PASSPHRASE, "something else")
    assert "passphrase does not open" in call("print", "badges", keyed, target).err
    monkeypatch.delenv(badging.PASSPHRASE)
    assert "--passphrase-file" in call("print", "badges", keyed, target).err
    monkeypatch.setattr(keyfiles, "user_data", lambda: tmp_path / "elsewhere")
    assert "not on this computer" in call("print", "badges", keyed, target).err
    assert not target.exists()


def test_the_key_goes_to_another_computer(
    call: Call, keyed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "key.pem"
    assert call("badge", "key", "export", keyed, key).status == 0
    monkeypatch.setattr(keyfiles, "user_data", lambda: tmp_path / "elsewhere")
    assert call("badge", "key", "show", keyed, "--json").json["private"] is None
    secret = tmp_path / "secret.txt"
    secret.write_text(f"{PASSPHRASE}\r\n")
    monkeypatch.delenv(badging.PASSPHRASE)
    assert call("badge", "key", "import", keyed, key, "--passphrase-file", secret).status == 0
    assert call("print", "badges", keyed, tmp_path / "b.pdf", "--passphrase-file", secret).status == 0


def test_what_is_missing_is_one_line(call: Call, small: Path, tmp_path: Path) -> None:
    assert "--key PUBLIC or --project" in call("badge", "verify", "A").err
    assert "no public key" in call("badge", "verify", "A", "--key", "B").err
    assert "no day" in call("badge", "verify", "A", "--key", "A" * 52, "--day", "today").err
    assert "not signed" in call("badge", "key", "show", small).err
    assert "no person 'Mei Lim'. Did you mean Mei Lin?" in call("badge", "void", small, "Mei Lim", "--reason", "x").err
    call("badge", "void", small, "1", "--reason", "lost")
    call("badge", "key", "new", small)
    call("print", "badges", small, tmp_path / "b.pdf")
    assert "all of them would be refused" in call("badge", "key", "new", small).err
    call("badge", "void", small, "1", "--reason", "lost")
    assert "no badge that is good" in call("badge", "void", small, "1", "--reason", "lost").err
