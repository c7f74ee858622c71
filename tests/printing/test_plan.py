from datetime import date
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from tests.drawing.shows import HARD, renamed, small, with_rows
from tests.printing.reading import fonts, rectangles, texts

from hallwright.drawing.plan import View
from hallwright.drawing.sheet import SheetOptions
from hallwright.expo.show import Show
from hallwright.expo.space import Hall
from hallwright.geometry.outline import bounds, rectangle
from hallwright.printing.plan import print_plan
from hallwright.support.errors import Refused

OPTIONS = SheetOptions(sheet="A3", scale=150, view=View.STAFF, version="3", printed=date(2024, 8, 1))


@pytest.mark.parametrize(("scale", "sheet"), [(100, "A1"), (200, "A3"), (500, "A3")])
def test_distances_on_paper_are_true_to_the_scale(tmp_path: Path, scale: int, sheet: str) -> None:
    show = small()
    path = tmp_path / "plan.pdf"
    print_plan(show, path, options=SheetOptions(sheet=sheet, scale=scale))
    found = rectangles(path)
    hall = bounds(show.halls["hall"].outline)
    sizes = found[:, 2:] - found[:, :2]
    outline = found[np.all(np.abs(sizes - np.array([hall.width, hall.height]) / scale) < 0.05, axis=1)][0]
    for booth in show.booths.values():
        box = np.array(bounds(booth.outline)) / scale + np.array([outline[0], outline[1], outline[0], outline[1]])
        assert np.abs(found - box).max(axis=1).min() < 0.05


def test_every_name_is_text_in_an_embedded_subset(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    done = print_plan(small(), path, options=OPTIONS)
    together = "".join("".join(texts(path)).split())
    assert not done.not_shown
    for name in HARD:
        assert "".join(name.split()) in together
    assert all(fonts(path).values())
    assert all("+NotoSans" in name for name in fonts(path))


def test_the_report_tells_what_was_made(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    done = print_plan(renamed(small(), "firm0", "Rocket 🚀"), path, options=OPTIONS)
    assert done.file == path
    assert done.bytes == path.stat().st_size
    assert done.pages == len(texts(path))
    assert {item.id for item in done.not_shown} == {"booth0"}
    with pikepdf.open(path) as pdf:
        assert "Test Fair" in str(pdf.docinfo.Title)
        sizes = {tuple(round(float(value) * 25.4 / 72) for value in page.MediaBox) for page in pdf.pages}
    assert sizes == {(0, 0, 420, 297)}


def test_the_same_show_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        print_plan(small(), tmp_path / name, options=OPTIONS)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_all_halls_are_printed_unless_one_is_named(tmp_path: Path) -> None:
    show = with_rows(small(), Hall(id="two", name="Hall 2", outline=rectangle(0, 0, 20_000, 10_000)))
    whole = print_plan(show, tmp_path / "all.pdf", options=OPTIONS)
    one = print_plan(show, tmp_path / "one.pdf", hall="two", options=OPTIONS)
    assert one.pages < whole.pages
    assert "Hall 2" in texts(tmp_path / "one.pdf")[0]
    zone = print_plan(show, tmp_path / "zone.pdf", options=SheetOptions(zone="zone"))
    assert zone.pages < whole.pages


def test_a_refusal_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no hall"):
        print_plan(Show(), tmp_path / "a.pdf")
    with pytest.raises(Refused, match="does not fit"):
        print_plan(small(), tmp_path / "a.pdf", options=SheetOptions(sheet="A4", scale=50))
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "a.pdf").write_text("mine")
    with pytest.raises(Refused, match="exists"):
        print_plan(small(), tmp_path / "a.pdf", options=OPTIONS)
    assert (tmp_path / "a.pdf").read_text() == "mine"
    print_plan(small(), tmp_path / "a.pdf", options=OPTIONS, force=True)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
