"""The bare loop for proofs: ``python -m benching.proofloop COUNT BOOTHS FOLDER`` prints seconds and bytes as JSON.

ReportLab alone: for each exhibitor a file that places the hall's form (its booths as rectangles), writes as many lines
of text as a proof has in the same four fonts, and the same fields. Nothing is measured, fitted, looked up or drawn to
scale; the text is as long as that of a proof in both languages.
"""

import json
import sys
import time
from pathlib import Path

from benching.running import FONT
from benching.shows import LATIN, NATIVE, columns_for, number, place

LABELS = (
    ("Placement proof", "展位确认单"),
    ("Please answer by 2027-02-01", "请于前回复"),
    ("Plan version", "平面图版本"),
    ("Check sum", "校验码"),
    ("Your booth at 1:100", "展位详图"),
    ("Booth", "展位号"),
    ("Hall 1", "一号馆展馆"),
    ("Zone", "展区"),
    ("Size 3 × 2.9 m", "尺寸"),
    ("Area 8.70 m²", "面积"),
    ("Open sides 1 (inline)", "开口面单开口"),
    ("Height limit 2.44 m", "限高"),
    ("Construction Shell scheme", "搭建方式标展"),
    ("Columns inside none", "展位内柱子无"),
    ("Supplies inside none", "展位内接口"),
    ("Fascia text, as it will be printed", "楣板文字（将按此印制）"),
    ("Neighbours", "相邻展位"),
    ("Where you stand in Hall 1", "您在的位置"),
    ("You are here", "您的位置"),
    ("Your answer", "您的回复"),
    (
        "Fill in on the screen, save, and send this file back",
        "请在屏幕上填写、保存后发回本文件；也可打印签字后发回扫描件。",
    ),
    ("We approve this placement", "确认，同意该展位安排"),
    ("We want a change", "需要调整"),
    ("Comment or wish", "意见或要求"),
    ("Name", "姓名"),
    ("Date", "日期"),
    ("Token of this proof, do not change", "本确认单编号，请勿更改"),
)


def main(count: int, booths: int, folder: str) -> None:
    """Write the files, and print how long it took."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    Path(folder).mkdir(exist_ok=True)
    start = time.perf_counter()
    for name, file in (("s", "Sans-Regular"), ("b", "Sans-Bold"), ("c", "SansSC-Regular"), ("d", "SansSC-Bold")):
        pdfmetrics.registerFont(TTFont(name, str(FONT.parent / f"Noto{file}.ttf")))
    columns = columns_for(booths)
    hall = []
    for k in range(booths):
        x, y = place(k, columns)
        hall.append(f"{40 + x * 0.0016:.2f} {250 + y * 0.0016:.2f} 4.80 4.64 re B")
    code = "\n".join(["0.5 w 1 g 0 G", *hall])
    size = 0
    for k in range(count):
        path = Path(folder) / f"{k}.pdf"
        canvas = Canvas(str(path), pagesize=(595.28, 841.89), pageCompression=1)
        canvas.beginForm("hall", 0, 0, 595.28, 841.89)
        canvas._code.append(code)
        canvas.endForm()
        canvas.doForm("hall")
        y = 800.0
        for line, (latin, native) in enumerate(LABELS):
            bold = line in (0, 18, 19)
            canvas.setFont("b" if bold else "s", 9)
            canvas.drawString(40, y, latin)
            canvas.setFont("d" if bold else "c", 9)
            canvas.drawString(240, y, native)
            y -= 12
        for j in range(12):
            canvas.setFont("s", 8)
            canvas.drawString(340, 800 - 12 * j, f"{number(k + j)} {LATIN[(k + j) % 5]} {k + j}")
        canvas.setFont("b", 12)
        canvas.drawString(40, 820, f"{LATIN[k % 5]} {k}")
        canvas.setFont("d", 12)
        canvas.drawString(240, 820, f"{NATIVE[k % 5]}{k}")
        form = canvas.acroForm
        for value in ("approve", "change"):
            form.radio(name="answer", value=value, x=50, y=150 if value == "approve" else 130, size=14)
        form.textfield(name="comment", x=50, y=70, width=480, height=50, fieldFlags="multiline")
        form.textfield(name="name", x=50, y=40, width=300, height=20)
        form.textfield(name="date", x=370, y=40, width=160, height=20)
        form.textfield(name="token", x=50, y=20, width=100, height=8, value=f"{k:028d}")
        canvas.showPage()
        canvas.save()
        size += path.stat().st_size
    print(json.dumps({"seconds": time.perf_counter() - start, "bytes": size}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
