import io
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from tests.printing.reading import MM, fonts, operators, picture, rectangles, texts

from hallwright.drawing.primitives import Anchor, Bitmap, Drawing, Group, Lines, Page, Shapes, Text
from hallwright.drawing.theme import paper
from hallwright.geometry.outline import Outline
from hallwright.printing.painter import PdfPainter

TRIANGLE: dict[str, Outline] = {"t": ((10, 10), (40, 10), (10, 50))}


def printed(path: Path, *pages: Page) -> Path:
    painter = PdfPainter(path, paper(), title="Title", author="Author")
    for page in pages:
        painter.page(page)
    painter.close()
    return path


def page(*items: Drawing | object, width: float = 100, height: float = 80) -> Page:
    return Page(width, height, tuple(items))  # type: ignore[arg-type]


def test_shapes_lie_where_they_should(tmp_path: Path) -> None:
    inner = Shapes.box("booth.available", 1000, 2000, 4000, 5000)
    path = printed(tmp_path / "a.pdf", page(Group((inner,), 1 / 100, 5, 7), Shapes.box("panel", 1, 2, 3, 4)))
    assert rectangles(path) == pytest.approx(np.array([[15, 27, 45, 57], [1, 2, 3, 4]]), abs=0.004)


def test_line_width_is_paper_whatever_the_scale(tmp_path: Path) -> None:
    line = Lines.of("hall", (0, 0, 9000, 0))
    for scale in (1, 1 / 100):
        found = operators(printed(tmp_path / f"{scale}.pdf", page(Group((line,), scale))))
        assert [float(values[0]) for name, values in found if name == "w"] == [pytest.approx(0.6 * MM, abs=1e-3)]


def test_a_clip_hides_what_lies_beyond(tmp_path: Path) -> None:
    group = Group((Shapes.box("scale.dark", 0, 0, 100, 100),), 1, 0, 0, (20, 20, 60, 50))
    shown = picture(printed(tmp_path / "a.pdf", page(group)), scale=1 / MM * 4) < 128
    rows, columns = np.where(shown)
    assert (columns.min() / 4, (columns.max() + 1) / 4) == pytest.approx((20, 60), abs=0.3)
    assert (rows.min() / 4, (rows.max() + 1) / 4) == pytest.approx((20, 50), abs=0.3)


def test_colour_set_inside_a_clip_does_not_leak_out(tmp_path: Path) -> None:
    dark = Group((Shapes.box("fixture.wall", 0, 0, 10, 10),), 1, 0, 0, (0, 0, 10, 10))
    light = Shapes.box("badge.press", 50, 50, 60, 60)
    path = printed(tmp_path / "a.pdf", page(light, dark, Shapes.box("badge.press", 70, 50, 80, 60)))
    grey = picture(path, scale=1 / MM * 4)
    assert grey[55 * 4, 55 * 4] == grey[55 * 4, 75 * 4]
    assert grey[5 * 4, 5 * 4] == 0


def test_polygons_keep_their_corners(tmp_path: Path) -> None:
    shown = picture(printed(tmp_path / "a.pdf", page(Shapes.of("fixture.wall", TRIANGLE))), scale=1 / MM * 4) < 128
    assert shown[15 * 4, 12 * 4]
    assert not shown[45 * 4, 35 * 4]


def test_black_and_greys_are_black_ink_alone(tmp_path: Path) -> None:
    items = (
        Text("text", "Black", 10, 20, 5),
        Text("text.soft", "Grey", 10, 30, 5),
        Shapes.box("booth.confirmed", 1, 1, 9, 9),
    )
    found = operators(printed(tmp_path / "a.pdf", page(*items)))
    assert [float(values[0]) for name, values in found if name == "g"] == [0, 0.35]
    assert [name for name, _ in found if name in ("rg", "RG")] == ["rg"]


def test_text_of_every_script_comes_back_as_it_was(tmp_path: Path) -> None:
    lines = [
        "R&D <Lab>",
        "{0} %s \\ ()",
        "Ελληνικά",
        "Русский",
        "한국보안연구소",
        "陳大文 张伟 \U00020087",
        "José Łukasz Ørsted",
    ]
    items = [Text("text", line, 5, 8 + 8 * k, 5, bold=k % 2 == 0) for k, line in enumerate(lines)]
    path = printed(tmp_path / "a.pdf", page(*items))
    assert texts(path)[0].split("\r\n") == lines
    assert all(fonts(path).values())
    assert all("+NotoSans" in name for name in fonts(path))


@pytest.mark.parametrize(("anchor", "left"), [(Anchor.START, 50), (Anchor.MIDDLE, 40), (Anchor.END, 30)])
def test_anchors(tmp_path: Path, anchor: Anchor, left: float) -> None:
    path = printed(tmp_path / "a.pdf", page(Text("text", "网络", 50, 40, 10, anchor)))
    columns = np.where(picture(path, scale=1 / MM * 4) < 128)[1] / 4
    assert columns.min() == pytest.approx(left, abs=1)
    assert columns.max() == pytest.approx(left + 20, abs=1)


def test_turned_text_reads_clockwise(tmp_path: Path) -> None:
    path = printed(tmp_path / "a.pdf", page(Text("text", "网络", 50, 40, 10, angle=90)))
    rows, columns = np.where(picture(path, scale=1 / MM * 4) < 128)
    assert rows.min() / 4 == pytest.approx(40, abs=1)
    assert rows.max() / 4 == pytest.approx(60, abs=1)
    assert columns.min() / 4 == pytest.approx(49, abs=1)
    assert columns.max() / 4 == pytest.approx(58.5, abs=1)


def test_an_unknown_glyph_is_a_question_mark(tmp_path: Path) -> None:
    assert texts(printed(tmp_path / "a.pdf", page(Text("text", "a🚀b", 10, 20, 5))))[0] == "a?b"


def test_a_bitmap_is_exact(tmp_path: Path) -> None:
    ink = np.random.default_rng(1).random((21, 21)) > 0.5
    path = printed(tmp_path / "a.pdf", page(Bitmap("qr", (10, 10, 52, 52), ink)))
    shown = picture(path, scale=1 / MM * 4) < 128
    middles = (10 + 2 * np.arange(21) + 1) * 4
    assert (shown[np.ix_(middles, middles)] == ink).all()


def test_a_named_group_is_written_once(tmp_path: Path) -> None:
    art = Group((Shapes.box("badge.press", 0, 0, 20, 20), Text("text.inverse", "Once", 2, 10, 5)), name="art")
    path = printed(tmp_path / "a.pdf", *[page(art, Text("text", f"Page {k}", 5, 40, 5)) for k in range(3)])
    with pikepdf.open(path) as pdf:
        forms = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form"]
        assert len(forms) == 1
    assert [set(text.split("\r\n")) for text in texts(path)] == [{"Once", f"Page {k}"} for k in range(3)]


def test_pages_have_their_own_size_and_trim(tmp_path: Path) -> None:
    path = printed(tmp_path / "a.pdf", page(width=86, height=124), page(width=420, height=297))
    with pikepdf.open(path) as pdf:
        for each, size in zip(pdf.pages, ((86, 124), (420, 297)), strict=True):
            for box in (each.MediaBox, each.TrimBox):
                assert [float(value) / MM for value in box] == pytest.approx([0, 0, *size], abs=0.001)
        assert str(pdf.Root.Lang) == "en"
        assert (str(pdf.docinfo.Title), str(pdf.docinfo.Author)) == ("Title", "Author")


def test_painting_twice_gives_the_same_bytes() -> None:
    files = []
    for _ in range(2):
        stream = io.BytesIO()
        painter = PdfPainter(stream, paper(), title="Title")
        painter.page(page(Shapes.of("zone", TRIANGLE, "#b3cff2"), Text("text", "网络 Net 한국", 10, 20, 5)))
        painter.close()
        files.append(stream.getvalue())
    assert files[0] == files[1]
