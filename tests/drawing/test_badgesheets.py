"""Sheets for badges as files."""

import json
from pathlib import Path

import pytest

from hallwright.drawing.badgesheets import STOCKS
from hallwright.support.errors import Refused
from hallwright.support.paths import resources


def test_every_sheet_that_comes_along_can_be_used_and_names_its_sources() -> None:
    assert STOCKS.names() == ["a4", "a3", "avery-5395", "avery-l4785", "letter", "sra3"]
    for name in STOCKS.names():
        stock = STOCKS.load(name)
        assert stock.title
        assert stock.title_native
        document = json.loads((resources() / "badge-sheets" / f"{name}.json").read_text(encoding="utf-8"))
        for part in ("paper", "fill", "labels"):
            assert all(entry["source"] for entry in document.get(part, {}).values())


@pytest.mark.parametrize(
    ("name", "size", "count"),
    [
        ("a4", (86, 124), 4),
        ("a4", (85.6, 53.98), 9),
        ("sra3", (86, 124), 9),
        ("letter", (101.6, 76.2), 4),
        ("avery-l4785", (80, 50), 10),
        ("avery-5395", (85.725, 59.267), 8),
    ],
)
def test_as_many_fit_as_should(name: str, size: tuple[float, float], count: int) -> None:
    sheet = STOCKS.load(name).sheet(*size)
    assert len(sheet.cells) == count
    wide, high = sheet.cell
    for left, top in sheet.cells:
        assert left >= 0
        assert left + wide <= sheet.width
        assert top >= 0
        assert top + high <= sheet.height
    boxes = [(left, top, left + wide, top + high) for left, top in sheet.cells]
    for k, one in enumerate(boxes):
        for other in boxes[k + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def _with(tmp_path: Path, **parts: object) -> Path:
    path = tmp_path / "own.json"
    document = json.loads((resources() / "badge-sheets" / "avery-l4785.json").read_text(encoding="utf-8"))
    path.write_text(json.dumps({key: value for key, value in (document | parts).items() if value is not None}))
    return path


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"labels": None}, "either fill or labels"),
        ({"paper": None}, "no paper of 20 mm"),
        ({"labels": {"columns": {"value": 2.5}}}, "labels.columns is no whole number"),
        ({"labels": {"columns": {"value": 2}}}, "labels.rows is missing"),
        ({"labels": {"columns": {"value": 0}}}, "labels.columns is no number"),
        ({"glue": 1}, "knows no glue"),
        ({"paper": {"width": {"value": 100}, "height": {"value": 100}}}, "over the edge"),
    ],
)
def test_a_sheet_that_cannot_be_used_is_told_in_one_line(tmp_path: Path, parts: dict[str, object], told: str) -> None:
    with pytest.raises(Refused, match=told):
        STOCKS.read(_with(tmp_path, **parts))


def test_labels_that_lie_on_each_other_are_refused(tmp_path: Path) -> None:
    document = json.loads((resources() / "badge-sheets" / "avery-l4785.json").read_text(encoding="utf-8"))
    document["labels"]["across"]["value"] = 60
    path = tmp_path / "own.json"
    path.write_text(json.dumps(document))
    with pytest.raises(Refused, match="lie on each other"):
        STOCKS.read(path)
