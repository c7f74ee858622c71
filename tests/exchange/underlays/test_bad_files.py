"""What strangers send: each bad file ends in one clear line, and soon."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from tests.exchange.underlays import files

from hallwright.exchange.underlays import child, svg
from hallwright.exchange.underlays.reading import read_underlay
from hallwright.support.errors import Refused
from hallwright.support.numbers import write_with


def refusal(path: Path, **options: object) -> str:
    with pytest.raises(Refused) as caught:
        read_underlay(path, **options)  # type: ignore[arg-type]
    line = caught.value.line()
    assert "\n" not in line
    assert line.startswith(path.name)
    return line


def _half(path: Path) -> Path:
    document = files.drawing()
    for k in range(200):
        files.add_box(document.modelspace(), 3000 * k, 0, 3000, 3000)
    whole = files.saved(document, path).read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    return path


def _half_with_end(path: Path) -> Path:
    """A third of the entities lost, and an end mark after all, as broken transfers and repair programs leave it."""
    document = files.drawing()
    for k in range(300):
        files.add_box(document.modelspace(), 3000 * k, 0, 3000, 3000)
    text = files.saved(document, path).read_text("utf-8")
    entities = text.index("ENTITIES")
    cut = text.index("LWPOLYLINE", entities + (len(text) - entities) // 2)
    path.write_text(text[:cut] + "LWPOLYLINE\n  5\nZZ\n 90\nnot a number\n  0\nEOF\n", "utf-8")
    return path


def _bomb(path: Path) -> Path:
    levels = [("B0", files.line() * 10)]
    levels += [(f"B{k}", files.insert(f"B{k - 1}") * 10) for k in range(1, 9)]
    return files.blocks_dxf(path, *levels)


def _grid_bomb(path: Path) -> Path:
    files.blocks_dxf(path, ("B0", files.line()))
    rows = files.insert("B0") + "70\n32000\n71\n32000\n44\n1\n45\n1\n"
    path.write_text(path.read_text("ascii").replace(files.insert("B0"), rows), "ascii")
    return path


def _use_bomb(path: Path) -> Path:
    parts = ['<g id="g0"><path d="M0 0H10"/></g>']
    parts += [f'<g id="g{k}">' + f'<use xlink:href="#g{k - 1}"/>' * 10 + "</g>" for k in range(1, 10)]
    return files.svg(path, f"<defs>{''.join(parts)}</defs><use xlink:href='#g9'/>")


def _laughs(path: Path) -> Path:
    names = "".join(f'<!ENTITY l{k} "{f"&l{k - 1};" * 10}">' for k in range(1, 9))
    return files.svg(path, "<text>&l8;</text>", before=f'<!DOCTYPE svg [<!ENTITY l0 "ha">{names}]>')


def _half_picture(path: Path) -> Path:
    Image.effect_noise((300, 300), 80).save(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


BAD: dict[str, tuple[str, Callable[[Path], Path], str]] = {
    "half a DXF": ("a.dxf", _half, "cut short"),
    "half a DXF with an end": ("a.dxf", _half_with_end, "damaged"),
    "block bomb of 10^9 lines": ("a.dxf", _bomb, "has 1,000,000,000 lines and texts with its blocks expanded"),
    "one block in a billion places": ("a.dxf", _grid_bomb, "has 1,024,000,000 lines and texts"),
    "block in itself": ("a.dxf", lambda p: files.blocks_dxf(p, ("A", files.insert("A") + files.line())), "itself"),
    "blocks in a circle": (
        "a.dxf",
        lambda p: files.blocks_dxf(p, ("A", files.insert("B")), ("B", files.insert("A"))),
        "contains itself",
    ),
    "empty DXF": ("a.dxf", lambda p: files.saved(files.drawing(), p), "nothing to draw in it (0 lines)"),
    "use bomb": ("a.svg", _use_bomb, "has 3,222,222,223 lines"),
    "use of itself": ("a.svg", lambda p: files.svg(p, '<g id="a"><use href="#a"/></g>'), "uses itself"),
    "external entity": (
        "a.svg",
        lambda p: files.svg(p, "<text>&x;</text>", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "refers to another file (file:///etc/passwd)",
    ),
    "use of another file": ("a.svg", lambda p: files.svg(p, '<use href="b.svg#a"/>'), "refers to another file"),
    "billion laughs": ("a.svg", _laughs, "entity that expands"),
    "deep SVG": ("a.svg", lambda p: files.svg(p, "<g>" * 5000 + "</g>" * 5000), "deep in each other"),
    "half an SVG": ("a.svg", lambda p: files.written(p, "<svg><g><path d='M0 0"), "cut short"),
    "empty SVG": ("a.svg", lambda p: files.svg(p, "<g/>"), "nothing to draw in it (0 lines)"),
    "no SVG": ("a.svg", lambda p: files.written(p, "<html><p>Hi</p></html>"), "no SVG drawing"),
    "900 megapixels": ("a.png", lambda p: files.png_of(p, 30_000, 30_000), "900 megapixels (30,000 × 30,000)"),
    "half a PNG": ("a.png", _half_picture, "damaged or cut short"),
    "encrypted PDF": ("a.pdf", lambda p: files.pdf(p, password="secret"), "protected by a password"),
    "half a PDF": ("a.pdf", lambda p: files.written(p, b"%PDF-1.7\n1 0 obj\n<<"), "damaged"),
    "blank page": ("a.pdf", lambda p: files.pdf(p, drawn=False), "nothing on the page"),
    "DWG": ("a.dwg", lambda p: files.written(p, b"AC1032" + bytes(100)), "Save it as DXF"),
    "DWG called DXF": ("a.dxf", lambda p: files.written(p, b"AC1018" + bytes(100)), "Save it as DXF"),
    "text": ("a.dxf", lambda p: files.written(p, "Dear Sir,\nplease find\n"), "no drawing"),
    "nothing": ("a.svg", lambda p: files.written(p, " \n"), "empty"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_ends_in_one_clear_line(name: str, tmp_path: Path) -> None:
    ending, make, said = BAD[name]
    assert said in refusal(make(tmp_path / ending))


def test_a_pdf_of_10_000_pages_gives_the_page_that_is_asked_for(tmp_path: Path) -> None:
    path = files.pdf(tmp_path / "a.pdf", 10_000)
    found = read_underlay(path, page=9_999)
    assert (found.page, found.pages) == (9_999, 10_000)
    assert found.name == "a.pdf, page 9999"
    assert "has no page 10,001; it has 10,000" in refusal(path, page=10_001)


def test_a_reader_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    assert "not read within 0 seconds" in refusal(files.pdf(tmp_path / "a.pdf"), seconds=0)


def test_a_reader_that_dies_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hallwright.exchange.underlays.reading._CHILD", "hallwright.no_such_module")
    assert "its reader ended with status 1" in refusal(files.pdf(tmp_path / "a.pdf"))


def test_a_fault_of_a_library_is_one_line_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def broken(_path: Path) -> None:
        raise KeyError("of a library")

    monkeypatch.setattr(svg, "read", broken)
    monkeypatch.setattr(child, "limit_self", lambda *_limits: None)
    path = files.svg(tmp_path / "a.svg", "<g/>")
    request = {"path": str(path), "kind": "svg", "page": 1, "language": "en", "marks": [".", ","]}
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(request)))
    assert child.main() == 0
    refused = json.loads(capfdbinary.readouterr().out)["refused"]
    assert refused["what"] == "The file cannot be read (KeyError 'of a library')"


def test_a_pulse_that_raises_stops_the_reader(tmp_path: Path) -> None:
    def enough() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_underlay(files.pdf(tmp_path / "a.pdf", 300), pulse=enough)


def test_what_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is no such file"):
        read_underlay(tmp_path / "none.dxf")
    with pytest.raises(Refused, match="That is a folder"):
        read_underlay(tmp_path)


def test_numbers_in_a_refusal_have_the_marks_of_the_window(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    files.svg(path, "<g/>")
    path.write_bytes(path.read_bytes()[:-8] + b"\n" * 1500 + b"<")
    write_with(",", ".")
    try:
        with pytest.raises(Refused, match=r"line 1\.50\d"):
            read_underlay(path)
    finally:
        write_with(".", ",")
    with pytest.raises(Refused, match=r"line 1,50\d"):
        read_underlay(path)
