"""Answers: round trips, what is refused and why, and where everybody then stands."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.review.shows import NOW, fair, sent

from hallwright.editing.reviewing import receive_answers, settle_answer
from hallwright.expo.approvals import approved
from hallwright.expo.review import Answer, Packet, ReplyState
from hallwright.expo.show import Show
from hallwright.geometry.outline import moved
from hallwright.review.answerfiles import claims_in, claims_of_text
from hallwright.review.receiving import Claim, take
from hallwright.review.sending import PROOFS
from hallwright.review.standing import Stage, standings, thread
from hallwright.review.tokens import check, code_of, codes_in, genuine, id_in, new_secret, token_of

LATER = NOW + timedelta(days=2)
TODAY = date(2026, 11, 5)


def stage(show: Show, key: str, today: date = TODAY) -> Stage:
    """Return where an exhibitor stands."""
    return next(one.stage for one in standings(show, today) if one.exhibitor.id == key)


def received(show: Show, *claims: Claim) -> Show:
    """Return the show with answers, all of which must be good."""
    good, bad = take(show, claims, LATER)
    assert not bad
    return receive_answers(show, good).applied(show)


def test_a_proof_filled_on_the_screen_comes_back(tmp_path: Path) -> None:
    show, made = sent(fair(), tmp_path / "out", "x1")
    (path,) = (made.folder / PROOFS).iterdir()
    with pikepdf.open(path) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        fields["answer"].V = pikepdf.Name("/change")
        fields["comment"].V = "请换到角位\r\n<script>alert(1)</script>"
        fields["name"].V = "林美"
        fields["date"].V = "2026-11-03"
        pdf.save(tmp_path / "back.pdf")
    claims, turned = claims_in([tmp_path / "back.pdf"])
    assert turned == []
    good, bad = take(show, claims, LATER)
    assert bad == []
    (reply,) = good
    assert (reply.packet, reply.answer, reply.name, reply.dated) == (made.packets[0].id, "change", "林美", "2026-11-03")
    assert reply.comment == "请换到角位\n<script>alert(1)</script>"
    assert not reply.stale
    after = receive_answers(show, good).applied(show)
    assert stage(after, "x1") is Stage.CHANGE
    # Nothing is done to the plan.
    assert after.booths is show.booths
    assert after.exhibitors is show.exhibitors


def test_a_mark_that_a_reader_sets_at_the_mark_only_counts(tmp_path: Path) -> None:
    _, made = sent(fair(), tmp_path / "out", "x3")
    (path,) = (made.folder / PROOFS).iterdir()
    with pikepdf.open(path) as pdf:
        (answer,) = [field for field in pdf.Root.AcroForm.Fields if field.T == "answer"]
        del answer.V
        next(kid for kid in answer.Kids if "/approve" in kid.AP.N).AS = pikepdf.Name("/approve")
        pdf.save(tmp_path / "back.pdf")
    (claim,), _ = claims_in([tmp_path / "back.pdf"])
    assert claim.answer == "approve"


def test_answer_files_codes_and_lists_come_back(tmp_path: Path) -> None:
    show, made = sent(fair(), tmp_path / "out")
    tokens = [token_of(packet) for packet in made.packets]
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    held = {
        "kind": "hallwright-answer",
        "token": tokens[0],
        "answer": "approve",
        "comment": "",
        "name": "Mei",
        "date": "",
    }
    (inbox / "a.json").write_text(json.dumps(held))
    (inbox / "mail.txt").write_text(
        f"Hello,\n> {code_of(tokens[1], Answer.CHANGE)}\n> Name: Ann\n> Comment: more power:\n> 16 A\n-- \nAnn"
    )
    (inbox / "list.csv").write_text(
        f"Token;Answer;Comment\n{tokens[2].upper()};同意;\n\n{tokens[3]};maybe;\n", "gb18030"
    )
    (inbox / "photo.jpg").write_bytes(b"\xff\xd8")
    claims, turned = claims_in([inbox])
    assert [(one.source, "hold no answers" in one.reason) for one in turned] == [("photo.jpg", True)]
    good, bad = take(show, claims, LATER)
    assert {(reply.packet, reply.answer) for reply in good} == {
        (made.packets[0].id, Answer.APPROVE),
        (made.packets[1].id, Answer.CHANGE),
        (made.packets[2].id, Answer.APPROVE),
    }
    (mail,) = [reply for reply in good if reply.answer is Answer.CHANGE]
    assert (mail.name, mail.comment) == ("Ann", "more power:\n16 A")
    assert [(one.source, one.reason) for one in bad] == [("list.csv, row 4", "'maybe' is no answer")]


def test_forgeries_duplicates_and_empty_answers_are_refused_with_the_reason(tmp_path: Path) -> None:
    show, made = sent(fair(), tmp_path / "out", "x1", "x2")
    one, two = made.packets
    good = token_of(one)
    # The MAC of another proof, and that of a key that is not the project's.
    swapped = id_in(good) + "".join(token_of(two).split("-"))[16:]
    forged = token_of(replace(one, secret=new_secret()))
    other = token_of(replace(one, id="0000000000000000"))
    claims = [
        Claim("1", good, "approve"),
        Claim("2", good, "approve"),
        Claim("3", swapped, "approve"),
        Claim("4", forged, "approve"),
        Claim("5", other, "approve"),
        Claim("6", "nonsense", "approve"),
        Claim("7", "", "approve"),
        Claim("8", good, "", " \n"),
        Claim("9", good, "", "only a word"),
    ]
    taken, bad = take(show, claims, LATER)
    assert [reply.source for reply in taken] == ["1", "9"]
    words = ["received already", "forged", "forged", "no proof of this", "mistyped", "no token", "nothing is filled"]
    assert [one.source for one in bad] == ["2", "3", "4", "5", "6", "7", "8"]
    assert all(word in one.reason for word, one in zip(words, bad, strict=True))
    # Again, once they are in the project.
    again, _ = take(receive_answers(show, taken).applied(show), claims[:1], LATER)
    assert again == []


def test_a_damaged_file_stops_no_other(tmp_path: Path) -> None:
    _, made = sent(fair(), tmp_path / "out", "x3")
    (path,) = (made.folder / PROOFS).iterdir()
    (tmp_path / "a.pdf").write_bytes(path.read_bytes()[:500])
    (tmp_path / "b.pdf").write_bytes(b"no PDF")
    (tmp_path / "c.json").write_text("{" * 5000)
    claims, turned = claims_in([tmp_path / "a.pdf", tmp_path / "b.pdf", tmp_path / "c.json", path])
    assert [claim.source for claim in claims] == ["Kugou.pdf"]
    assert [one.source for one in turned] == ["a.pdf", "b.pdf", "c.json"]


def test_an_answer_to_what_has_changed_since_is_stale(tmp_path: Path) -> None:
    show, made = sent(fair(), tmp_path / "out", "x1", "x5")
    booth = show.booths["b5"]
    after = show.replaced([(booth, replace(booth, outline=moved(booth.outline, 0, 3000)))])
    claims = [Claim(str(k), token_of(packet), "approve") for k, packet in enumerate(made.packets)]
    good, _ = take(after, claims, LATER)
    # x1 stands where it stood, though somebody else has moved.
    assert [reply.stale for reply in good] == [False, True]
    after = receive_answers(after, good).applied(after)
    assert (stage(after, "x1"), stage(after, "x5")) == (Stage.APPROVED, Stage.STALE)


def test_stages_from_not_sent_to_approved(tmp_path: Path) -> None:
    show = fair()
    assert stage(show, "x3") is Stage.NOT_SENT
    show, made = sent(show, tmp_path / "out", "x3")
    token = token_of(made.packets[0])
    assert stage(show, "x3") is Stage.SENT
    assert stage(show, "x3", date(2026, 12, 11)) is Stage.OVERDUE
    show = received(show, Claim("1", token, "", "hm"))
    assert stage(show, "x3") is Stage.OPENED
    show = received(show, Claim("2", token, "change", "bigger"))
    assert stage(show, "x3") is Stage.CHANGE
    show = received(show, Claim("3", token, "approve"))
    assert stage(show, "x3") is Stage.APPROVED
    ((packet, replies),) = thread(show, "x3")
    assert packet.id == made.packets[0].id
    assert [reply.comment for reply in replies] == ["hm", "bigger", ""]
    # A new proof of the same asks for nothing anew; one of something else does.
    assert stage(sent(show, tmp_path / "same", "x3")[0], "x3") is Stage.APPROVED
    booth = show.booths["b3"]
    show = show.replaced([(booth, replace(booth, number="A33"))])
    assert stage(sent(show, tmp_path / "again", "x3")[0], "x3") is Stage.SENT


def test_an_approval_freezes_the_number_only_once_a_person_accepts_it(tmp_path: Path) -> None:
    show, made = sent(fair(), tmp_path / "out", "x1", "x3")
    show = received(
        show, Claim("1", token_of(made.packets[0]), "approve"), Claim("2", token_of(made.packets[1]), "change")
    )
    assert approved(show) == frozenset()
    for reply in tuple(show.replies.values()):
        show = settle_answer(show, reply.id, ReplyState.ACCEPTED, LATER).applied(show)
    assert approved(show) == {"b1", "b4"}
    # The booth of somebody else is not frozen.
    booth = show.booths["b1"]
    assert approved(show.replaced([(booth, replace(booth, exhibitor="x2"))])) == {"b4"}
    first = next(iter(show.replies))
    assert approved(settle_answer(show, first, ReplyState.DECLINED, LATER).applied(show)) == frozenset()


_PACKETS = st.builds(
    Packet,
    id=st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=16, max_size=16),
    exhibitor=st.text(max_size=5),
    sent=st.just(NOW),
    shown=st.text(max_size=20),
    secret=st.text("0123456789abcdef", min_size=40, max_size=40),
)


@given(_PACKETS, st.sampled_from(Answer))
def test_a_code_is_read_as_it_was_made(packet: Packet, answer: Answer) -> None:
    token = token_of(packet)
    ((read, said, _, _),) = codes_in(f"x {code_of(token, answer)}, y")
    assert (read, said) == (token, answer)
    assert genuine(packet, read.upper().replace("-", " "))
    assert not genuine(replace(packet, shown=packet.shown + "x"), token)


@given(_PACKETS, st.integers(0, 27), st.sampled_from("0123456789abcdefghjkmnpqrstvwxyz"))
def test_a_slip_of_the_pen_is_caught(packet: Packet, place: int, sign: str) -> None:
    token = token_of(packet)
    plain = token.replace("-", "")
    wrong = plain[:place] + sign + plain[place + 1 :]
    code = f"A-{wrong}-{check('A', token)}"
    ((read, _, _, _),) = codes_in(code)
    assert (read == "") is (wrong != plain)


def test_a_code_with_a_slip_is_refused(tmp_path: Path) -> None:
    show, made = sent(fair(), tmp_path / "out", "x3")
    code = code_of(token_of(made.packets[0]), Answer.APPROVE)
    (claim,) = claims_of_text(f"A{code[1:-1]}{'0' if code[-1] != '0' else '1'}", "mail")
    _, (bad,) = take(show, [claim], LATER)
    assert "mistyped" in bad.reason


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="no such file"):
        claims_in([tmp_path / "gone.pdf"])


def test_each_code_of_a_text_keeps_its_own_comment(tmp_path: Path) -> None:
    _, made = sent(fair(), tmp_path / "out", "x1", "x3")
    first, second = (code_of(token_of(packet), Answer.CHANGE) for packet in made.packets)
    claims = claims_of_text(f"{first}\nComment: one\nmore\n{second}\nName: Ann\nComment: two\n", "mail")
    assert [(claim.comment, claim.name) for claim in claims] == [("one\nmore", ""), ("two", "Ann")]
    assert claims_of_text("no code", "mail") == []
