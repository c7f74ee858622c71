"""The bare loop's badges by programs of others, those that the interpreter finds.

``python -m benching.badgepeers NAME COUNT OUT.pdf`` prints seconds as JSON. For all of them: ``pip install fpdf2 typst
weasyprint segno``. Codes are made by the same segno for each, and count.
"""

import base64
import html
import importlib.util
import io
import json
import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benching.running import FONT

ROLES = ("EXHIBITOR", "VISITOR", "PRESS", "STAFF")
COLOURS = ("#0066e6", "#4ce633", "#e61a4d", "#333333")
LATIN = ("José García", "Zoë Müller", "Łukasz Dvořák", "Ana Østergård", "John Smith")
NATIVE = ("张伟", "王芳芳", "欧阳雨泽", "陈大文", "李思远")
FIRMS = ("Acme Robotics GmbH", "上海精密机械有限公司", "Blue Quantum Instruments Ltd")
MODULES: Mapping[str, str] = {"fpdf2": "fpdf", "typst": "typst", "WeasyPrint": "weasyprint"}
SIDE = 36
"""Of the code, mm."""


def installed() -> list[str]:
    """Return the programs that this interpreter finds."""
    if not importlib.util.find_spec("segno"):
        return []
    return [name for name, module in MODULES.items() if importlib.util.find_spec(module)]


def people(count: int) -> list[tuple[int, str, str, str, str, str]]:
    """Return role, two names, company, booth and the code's text of each badge."""
    rng = random.Random(7)  # noqa: S311 - the same people every time
    return [
        (
            rng.randrange(len(ROLES)),
            rng.choice(LATIN),
            rng.choice(NATIVE),
            rng.choice(FIRMS),
            f"{rng.randint(1, 12)}{rng.choice('ABCDEFGH')}-{rng.randint(1, 400):03d}",
            f"https://expo.example.org/b/{k:06d}-{rng.getrandbits(128):032x}",
        )
        for k in range(count)
    ]


def _png(text: str) -> bytes:
    import segno

    out = io.BytesIO()
    segno.make_qr(text, error="m").save(out, kind="png", scale=8, border=4)
    return out.getvalue()


def fpdf2(rows: Sequence[tuple[int, str, str, str, str, str]], out: Path) -> None:
    """Draw with fpdf2."""
    from fpdf import FPDF

    pdf = FPDF(unit="mm", format=(86, 124))
    pdf.set_auto_page_break(False)
    pdf.add_font("F", fname=str(FONT))
    for role, latin, native, firm, booth, url in rows:
        pdf.add_page()
        pdf.set_fill_color(COLOURS[role])
        pdf.rect(0, 0, 86, 30, style="F")
        pdf.set_text_color(255)
        pdf.set_font("F", size=20)
        pdf.set_xy(0, 16)
        pdf.cell(86, 8, ROLES[role], align="C")
        pdf.set_text_color(0)
        for text, y, largest in ((latin, 38, 26), (native, 48, 22), (firm, 58, 15)):
            pdf.set_font("F", size=largest)
            wide = pdf.get_string_width(text)
            if wide > 78:
                pdf.set_font("F", size=largest * 78 / wide)
            pdf.set_xy(4, y)
            pdf.cell(78, 8, text, align="C")
        pdf.set_font("F", size=14)
        pdf.text(6, 94, booth)
        pdf.image(io.BytesIO(_png(url)), 46, 74, SIDE, SIDE)
    pdf.output(str(out))


def typst(rows: Sequence[tuple[int, str, str, str, str, str]], out: Path) -> None:
    """Draw with typst: one source with the data beside it."""
    import typst as program

    codes = [base64.b64encode(_png(row[5])).decode("ascii") for row in rows]
    names = out.with_suffix(".codes")
    names.mkdir(exist_ok=True)
    for k, code in enumerate(codes):
        (names / f"{k}.png").write_bytes(base64.b64decode(code))
    (names / "rows.json").write_text(json.dumps([row[:5] for row in rows]), encoding="utf-8")
    (names / "main.typ").write_text(
        f"""
#set page(width: 86mm, height: 124mm, margin: 0mm)
#set text(font: "Noto Sans SC")
#let colours = ({", ".join(f'rgb("{colour}")' for colour in COLOURS)})
#let roles = ({", ".join(f'"{role}"' for role in ROLES)})
#for (k, row) in json("rows.json").enumerate() [
  #place(top, rect(width: 86mm, height: 30mm, fill: colours.at(row.at(0))))
  #place(top + center, dy: 16mm, text(20pt, white, roles.at(row.at(0))))
  #place(top + center, dy: 38mm, text(26pt, row.at(1)))
  #place(top + center, dy: 49mm, text(22pt, row.at(2)))
  #place(top + center, dy: 60mm, text(15pt, row.at(3)))
  #place(top + left, dx: 6mm, dy: 90mm, text(14pt, row.at(4)))
  #place(top + left, dx: 46mm, dy: 74mm, image(str(k) + ".png", width: {SIDE}mm))
  #pagebreak(weak: true)
]
""",
        encoding="utf-8",
    )
    program.compile(str(names / "main.typ"), output=str(out), font_paths=[str(FONT.parent)])


def weasyprint(rows: Sequence[tuple[int, str, str, str, str, str]], out: Path) -> None:
    """Draw with WeasyPrint: one HTML page."""
    from weasyprint import HTML

    style = f"""
@font-face {{ font-family: F; src: url("{FONT.as_uri()}") }}
@page {{ size: 86mm 124mm; margin: 0 }} body {{ font-family: F; margin: 0; text-align: center }}
section {{ position: relative; width: 86mm; height: 124mm; page-break-after: always }}
header {{ height: 30mm; color: white; font-size: 20pt; line-height: 44mm }}
img {{ position: absolute; left: 46mm; top: 74mm; width: {SIDE}mm }} i {{ position: absolute; left: 6mm; top: 90mm }}
"""
    parts = [f"<style>{style}</style>"]
    for role, latin, native, firm, booth, url in rows:
        code = base64.b64encode(_png(url)).decode("ascii")
        parts.append(
            f"<section><header style='background:{COLOURS[role]}'>{ROLES[role]}</header><p style='font-size:26pt'>"
            f"{html.escape(latin)}<p style='font-size:22pt'>{native}<p style='font-size:15pt'>{html.escape(firm)}"
            f"<i>{booth}</i><img src='data:image/png;base64,{code}'></section>"
        )
    HTML(string="".join(parts)).write_pdf(str(out))


_DRAW: Mapping[str, Callable[[Sequence[tuple[int, str, str, str, str, str]], Path], None]] = {
    "fpdf2": fpdf2,
    "typst": typst,
    "WeasyPrint": weasyprint,
}


def main(name: str, count: int, out: str) -> None:
    """Draw, and print how long it took."""
    rows = people(count)
    draw = _DRAW[name]
    __import__(MODULES[name])
    start = time.perf_counter()
    draw(rows, Path(out))
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "bytes": Path(out).stat().st_size}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
