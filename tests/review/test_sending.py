"""Packets: whole or not at all, nothing of others in them, names safe, fields that readers know."""

import csv
import email
import re
from dataclasses import replace
from email import policy
from pathlib import Path

import pikepdf
import pytest
from tests.review.shows import fair, sent

from hallwright.drawing.prooffacts import Price
from hallwright.drawing.wording import Lang
from hallwright.review.filenames import safe_name, unique_names
from hallwright.review.sending import DRAFTS, MERGE, PAGES, PROOFS, Wanted, chosen
from hallwright.review.tokens import token_of
from hallwright.support.errors import Refused

_PRIVATE = ("address", "contact", "phone", "email", "description", "contract", "zone_wanted", "note", "website")


def _bytes_of(path: Path) -> bytes:
    """Return all that a file holds, the streams of a PDF and what its fonts say of their signs unpacked."""
    raw = path.read_bytes()
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
            raw += b"\n".join(one.read_bytes() for one in streams)
            raw += "\n".join(str(one) for one in pdf.objects if isinstance(one, pikepdf.Dictionary)).encode()
    if path.suffix == ".eml":
        message = email.message_from_bytes(raw, policy=policy.default)
        raw += b"\n".join(
            part.get_content().encode() for part in message.walk() if part.get_content_type() == "text/plain"
        )
        raw += b"\n".join(part.get_payload(decode=True) for part in message.iter_attachments())  # type: ignore[misc]
    return raw


def test_a_packet_holds_nothing_private_of_anybody_else(tmp_path: Path) -> None:
    show, made = sent(fair(), tmp_path / "out", wanted=Wanted(drafts=True, price=Price(1000.0, "CNY")))
    files = {one.name: one for folder in (PROOFS, PAGES, DRAFTS) for one in (made.folder / folder).iterdir()}
    assert len(files) == 3 * 5
    looked = 0
    for exhibitor in show.exhibitors.values():
        stem = safe_name(exhibitor.name)
        for name in (f"{stem}.pdf", f"{stem}.html", f"{stem}.eml"):
            held = _bytes_of(files[name])
            for other in show.exhibitors.values():
                for field in _PRIVATE:
                    value = getattr(other, field)
                    if value and (other is not exhibitor or field == "note"):
                        looked += 1
                        assert value.encode() not in held, (name, field, other.id)
            for packet in made.packets:
                assert packet.secret.encode() not in held
                if packet.exhibitor != exhibitor.id:
                    assert token_of(packet).encode() not in held
    assert looked > 300


def test_what_only_staff_may_know_is_not_told_to_neighbours(tmp_path: Path) -> None:
    # A held booth is not public: its exhibitor's name is told to nobody but itself.
    _, made = sent(fair(), tmp_path / "out")
    for path in (made.folder / PAGES).iterdir():
        assert (b"Secretive" in path.read_bytes()) is (path.stem == "Secretive")


def test_names_of_neighbours_only_if_the_organiser_allows(tmp_path: Path) -> None:
    _, made = sent(fair(), tmp_path / "out", "x3", wanted=Wanted(named=False, lang=Lang.EN))
    assert b"R\\u0026D" not in (made.folder / PAGES / "Kugou.html").read_bytes()
    _, told = sent(fair(), tmp_path / "told", "x3", wanted=Wanted(lang=Lang.EN))
    assert b"R\\u0026D" in (told.folder / PAGES / "Kugou.html").read_bytes()


def test_a_guest_is_not_told_what_its_host_pays(tmp_path: Path) -> None:
    wanted = Wanted(price=Price(1000.0, "CNY"))
    _, made = sent(fair(), tmp_path / "out", "x1", "x4", wanted=wanted)
    pages = made.folder / PAGES
    host = pages / f"{safe_name('NetEase <b>&')}.html"
    assert re.search(r'"price":"[0-9,]+\.00 CNY"', host.read_text("utf-8"))
    assert '"price":""' in (pages / "Guest.html").read_text("utf-8")


def test_the_form_of_a_proof(tmp_path: Path) -> None:
    _, made = sent(fair(), tmp_path / "out", "x1")
    (path,) = (made.folder / PROOFS).iterdir()
    with pikepdf.open(path) as pdf:
        # One page a hall, the form on the first.
        assert len(pdf.pages) == 2
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        assert set(fields) == {"token", "answer", "comment", "name", "date"}
        assert str(fields["token"].V) == token_of(made.packets[0])
        assert int(fields["token"].Ff) & 1  # may not be changed
        assert int(fields["comment"].Ff) & 1 << 12  # several lines
        kids = fields["answer"].Kids
        assert sorted(name for kid in kids for name in list(kid.AP.N.keys())) == ["/Off", "/Off", "/approve", "/change"]
        assert len(pdf.pages[0].Annots) == 6
        assert all("/Parent" in kid for kid in kids)


def test_the_hall_is_written_once_and_shared(tmp_path: Path) -> None:
    _, made = sent(fair(), tmp_path / "out", "x2", "x3")
    forms = []
    for path in (made.folder / PROOFS).iterdir():
        with pikepdf.open(path) as pdf:
            (hall,) = pdf.pages[0].Resources.XObject.values()
            forms.append((hall.read_raw_bytes(), [float(v) for v in hall.BBox]))
    assert forms[0] == forms[1]
    assert len(forms[0][0]) > 200


def test_the_mail_merge_names_each_packet_s_files(tmp_path: Path) -> None:
    _, made = sent(fair(), tmp_path / "out")
    with (made.folder / MERGE).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["address"] for row in rows] == [*(f"mail@x{k}.example" for k in (1, 2, 3, 4)), ""]
    assert [one.name for one in made.without_address] == ["Secretive"]
    for row, packet in zip(rows, made.packets, strict=True):
        assert (made.folder / row["attachment"]).is_file()
        assert (made.folder / row["attachment2"]).is_file()
        assert row["token"] == token_of(packet)
    # By country, both where it is unknown and there are two names.
    assert [row["language"] for row in rows] == ["zh", "en", "both", "en", "en"]


def test_drafts_open_as_drafts(tmp_path: Path) -> None:
    _, made = sent(fair(), tmp_path / "out", "x3", wanted=Wanted(drafts=True))
    (path,) = (made.folder / DRAFTS).iterdir()
    message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    assert (message["X-Unsent"], message["To"]) == ("1", "mail@x3.example")
    assert [part.get_filename() for part in message.iter_attachments()] == ["Kugou.pdf", "Kugou.html"]
    assert "酷狗" in message.get_body().get_content()  # type: ignore[union-attr]


def test_an_address_that_is_none_stops_no_draft(tmp_path: Path) -> None:
    show = fair()
    for wrong in ('"', "a@", "a@[", "x@y.example\nBcc: z@z.example", "a@b.example; c@d.example"):
        row = show.exhibitors["x3"]
        changed = show.replaced([(row, replace(row, email=wrong))])
        _, made = sent(changed, tmp_path / str(hash(wrong)), "x3", wanted=Wanted(drafts=True, pages=False))
        (path,) = (made.folder / DRAFTS).iterdir()
        message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
        assert message["Bcc"] is None
        if ";" in wrong:
            assert message["To"] == "a@b.example, c@d.example"


def test_a_run_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    from tests.review.shows import NOW, WANTED

    from hallwright.review.sending import send

    def keep(_packets: object) -> None:
        raise Refused("no")

    show = fair()
    with pytest.raises(Refused):
        send(show, tmp_path / "out", chosen(show), WANTED, version="", position=0, now=NOW, keep=keep)
    assert list(tmp_path.iterdir()) == []


def test_only_a_folder_of_packets_is_replaced(tmp_path: Path) -> None:
    from tests.review.shows import NOW, WANTED

    from hallwright.review.sending import send

    show = fair()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.doc").write_text("kept")
    some = chosen(show, ["x3"])
    with pytest.raises(Refused, match="other files"):
        send(show, tmp_path / "out", some, WANTED, version="", position=0, now=NOW, keep=len, force=True)
    _, made = sent(show, tmp_path / "two", "x3")
    send(show, tmp_path / "two", some, WANTED, version="", position=0, now=NOW, keep=len, force=True)
    assert (made.folder / MERGE).is_file()


def test_who_has_no_booth_gets_no_proof() -> None:
    show = fair()
    with pytest.raises(Refused, match="no booth"):
        chosen(show.replaced([(show.booths["b3"], None)]), ["x3"])


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("A/B\\C:D*E?", "A-B-C-D-E"),
        ("CON", "CON-"),
        ("nul.tar", "nul.tar-"),
        ("...", "exhibitor"),
        ("网易（杭州）", "网易（杭州）"),
        ("a\x00b\u202egpj", "abgpj"),
        ("ends with dot.", "ends-with-dot"),
    ],
)
def test_names_of_files_are_safe_everywhere(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_long_and_equal_names() -> None:
    assert len(safe_name("展" * 200).encode()) <= 60
    assert unique_names(["Ab", "aB", "Ab"]) == ["Ab", "aB-2", "Ab-3"]
