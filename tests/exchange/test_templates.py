import base64
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.drawing.test_badgeface import png

from hallwright.exchange.templates import export_template, import_template
from hallwright.expo.badges import Template
from hallwright.expo.design import Element, Kind
from hallwright.expo.designfile import Part, written
from hallwright.expo.show import Show
from hallwright.expo.starters import classic
from hallwright.support.errors import Refused

LOGO = png(30, 20)
KEY = sha256(LOGO).hexdigest()


def shown() -> tuple[Show, Template]:
    logo = Element("logo", Kind.PICTURE, 0, 0, 9000, 6000, asset=KEY, pixels=(1, 1))
    base = classic()
    parent = Template(id="p", name="All", design=written(Part(base.page, base.elements)))
    row = Template(id="t", name="Press", parent="p", design=written(Part(elements=(logo,))))
    return Show().replaced([(None, parent), (None, row)]), row


class Kept(dict[str, bytes]):
    def put(self, content: bytes) -> str:
        key = sha256(content).hexdigest()
        self[key] = content
        return key


def test_a_template_goes_through_a_file_with_all_it_inherits(tmp_path: Path) -> None:
    show, row = shown()
    path, kept = tmp_path / "press.hwbadge", Kept()
    export_template(show, row, {KEY: LOGO}.__getitem__, path)
    found = import_template(path, kept.put)
    assert found.name == "Press"
    assert found.design.elements[:-1] == classic().elements
    logo = found.design.elements[-1]
    assert logo.asset in kept
    assert logo.pixels == (30, 20)
    with pytest.raises(Refused, match="exists already"):
        export_template(show, row, {KEY: LOGO}.__getitem__, path)


def document(**more: Any) -> dict[str, Any]:
    base = classic()
    return {
        "hallwright-badge-template": 1,
        "name": "X",
        "design": json.loads(written(Part(base.page, base.elements))),
        "pictures": {},
        **more,
    }


PICTURED = {
    "version": 1,
    "page": {"width": 86000, "height": 124000},
    "elements": [{"name": "a", "kind": "picture", "x": 0, "y": 0, "width": 9, "height": 9, "asset": KEY}],
}
BOMB = b"\x89PNG\r\n\x1a\n" + LOGO[8:16] + (60_000).to_bytes(4, "big") * 2 + LOGO[24:]


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ([], "it is none"),
        ({}, "it is none"),
        (document(**{"hallwright-badge-template": 2}), "its version is 2"),
        (document(name=7), "no name"),
        (document(design=None), "no object"),
        (document(design={"version": 1}), "lacks page"),
        (document(pictures=[]), "pictures"),
        (document(design=PICTURED), "a picture of it is missing"),
        (document(design=PICTURED, pictures={KEY: "§"}), "damaged"),
        (document(design=PICTURED, pictures={KEY: base64.b64encode(b"other").decode()}), "damaged"),
    ],
)
def test_a_bad_file_is_refused_in_one_line(value: Any, says: str, tmp_path: Path) -> None:
    path, kept = tmp_path / "x.hwbadge", Kept()
    path.write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(Refused) as caught:
        import_template(path, kept.put)
    assert says in caught.value.line()
    assert caught.value.line().startswith("x.hwbadge: ")
    assert not kept


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[" * 200_000, b"{"])
def test_what_is_no_json_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.hwbadge"
    path.write_bytes(content)
    with pytest.raises(Refused, match="no JSON"):
        import_template(path, Kept().put)


@pytest.mark.parametrize("content", [BOMB, b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0L9 9'/></svg>"])
def test_pictures_that_are_none_stay_out(content: bytes, tmp_path: Path) -> None:
    key, path, kept = sha256(content).hexdigest(), tmp_path / "x.hwbadge", Kept()
    design = json.loads(json.dumps(PICTURED).replace(KEY, key))
    path.write_text(json.dumps(document(design=design, pictures={key: base64.b64encode(content).decode()})))
    with pytest.raises(Refused):
        import_template(path, kept.put)
    assert not kept


def test_unused_pictures_of_a_file_stay_out(tmp_path: Path) -> None:
    path, kept = tmp_path / "x.hwbadge", Kept()
    path.write_text(json.dumps(document(pictures={"0" * 64: "anything"})))
    assert import_template(path, kept.put).design == replace(classic())
    assert not kept
