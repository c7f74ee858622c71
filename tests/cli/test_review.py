"""``review``: a round trip on the command line, with what is refused and why."""

import json
from pathlib import Path

import pikepdf
import pytest
from tests.cli.conftest import Call

from hallwright.editing.assignment import assign
from hallwright.editing.session import Session
from hallwright.store.project import open_project


@pytest.fixture
def let(small: Path) -> Path:
    """The small project, with a booth for Kugou."""
    session = Session(open_project(small))
    session.commit(assign(session.show, "b2", "x3"))
    session.close()
    return small


def test_out_and_in_again(call: Call, let: Path, tmp_path: Path) -> None:
    said = call("review", "send", let, tmp_path / "out", "--deadline", "2099-01-02", "--exhibitor", "Kugou", "--json")
    assert said.status == 0
    assert said.json["packets"] == 1
    assert said.json["without_address"] == ["Kugou"]
    path = tmp_path / "out" / "proofs" / "Kugou.pdf"
    with pikepdf.open(path) as pdf:
        next(field for field in pdf.Root.AcroForm.Fields if field.T == "answer").V = pikepdf.Name("/approve")
        pdf.save(tmp_path / "back.pdf")
    said = call("review", "receive", let, tmp_path / "back.pdf", path, "--json")
    assert said.status == 1
    assert [(one["exhibitor"], one["answer"], one["stale"]) for one in said.json["received"]] == [
        ("Kugou", "approve", False)
    ]
    assert said.json["refused"] == [{"file": "Kugou.pdf", "reason": "nothing is filled in"}]
    said = call("review", "status", let, "--json")
    assert said.json["counts"]["approved"] == 1
    (told,) = [one for one in said.json["exhibitors"] if one["exhibitor"] == "Kugou"]
    assert (told["stage"], told["booths"], told["deadline"], told["state"]) == ("approved", "A02", "2099-01-02", "open")
    assert "Kugou: approve accepted." in call("review", "accept", let, "Kugou").out
    (told,) = call("review", "status", let, "--stage", "approved", "--json").json["exhibitors"]
    assert told["state"] == "accepted"


def test_codes_are_read_from_standard_input(
    call: Call, let: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    call("review", "send", let, tmp_path / "out", "--exhibitor", "Kugou", "--no-pages")
    assert not (tmp_path / "out" / "pages").exists()
    from hallwright.expo.review import Answer
    from hallwright.review.tokens import code_of, token_of

    session = Session(open_project(let))
    (packet,) = [one for one in session.show.packets.values() if one.exhibitor == "x3"]
    session.close()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"> {code_of(token_of(packet), Answer.CHANGE)}\n> Comment: larger"))
    said = call("review", "receive", let, "-")
    assert said.status == 0
    assert "Kugou: change: larger" in said.out


def test_the_report_and_the_page(call: Call, let: Path, tmp_path: Path) -> None:
    assert call("review", "status", let, "--report", tmp_path / "r.csv").status == 0
    assert (tmp_path / "r.csv").read_text("utf-8-sig").startswith("Exhibitor,Booths,Status,Sent")
    said = call("review", "page", let, tmp_path / "plan.html", "--json")
    assert said.json["bytes"] == (tmp_path / "plan.html").stat().st_size
    assert "default-src 'none'" in (tmp_path / "plan.html").read_text("utf-8")
    assert call("review", "page", let, tmp_path / "plan.html").status == 2


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("send", "P", "out", "--deadline", "soon"), "'soon' is no day"),
        (("send", "P", "out", "--exhibitor", "Nobody"), "no exhibitor 'Nobody'"),
        (("send", "P", "out", "--price-per-m2", "-1"), "no price"),
        (("send", "P", "out", "--lang", "xx"), "--lang"),
        (("send", "P", "nowhere/out"), "folder does not exist"),
        (("receive", "P", "gone.pdf"), "no such file"),
        (("status", "P", "--stage", "lost"), "--stage"),
        (("accept", "P", "Kugou"), "no answer yet"),
    ],
)
def test_bad_input_gets_one_line(
    call: Call, let: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], word: str
) -> None:
    monkeypatch.chdir(tmp_path)
    said = call("review", *(let if one == "P" else one for one in arguments))
    assert said.status == 2
    assert word in said.err
    assert not (tmp_path / "out").exists()


def test_the_journal_tells_it(call: Call, let: Path, tmp_path: Path) -> None:
    call("review", "send", let, tmp_path / "out", "--exhibitor", "Kugou")
    summaries = [one["summary"] for one in json.loads(call("log", let, "--json").out)["entries"]]
    assert summaries[-1] == "Send 1 proof"


def test_a_stale_proof_tells_what_has_changed(call: Call, let: Path, tmp_path: Path) -> None:
    call("review", "send", let, tmp_path / "out", "--exhibitor", "Kugou")
    call("release", let, "A02")
    found = call("review", "status", let, "--stage", "stale", "--json").json["exhibitors"]
    told = {one["exhibitor"]: one["changed"] for one in found}
    assert told["Kugou"] == ["Booth A02 is no longer its own."]
