"""The bare loop's sheet, drawn by pycairo: ``python cairoplan.py COUNT OUT.pdf`` prints seconds as JSON.

For an interpreter that has pycairo and need have nothing else; the fonts are those that fontconfig finds.
"""

import colorsys
import json
import math
import random
import sys
import time

import cairo

MM = 72 / 25.4
SIDE = 10.0
NAMES = ("Acme Robotics GmbH", "上海精密机械有限公司", "Blue Harbor Foods", "北京华创科技", "Vista Optik")


def main(count: int, out: str) -> None:
    """Draw booths with number and name fitted to the width in 20 colours, and a page of index."""
    rng = random.Random(1)  # noqa: S311 - the same names every time
    columns = math.ceil(math.sqrt(count * 2))
    wide, high = columns * SIDE + 120, math.ceil(count / columns) * SIDE * 1.5 + 80
    booths = [
        (
            20 + k % columns * SIDE,
            40 + k // columns // 2 * 3 * SIDE + k // columns % 2 * SIDE,
            k % 20,
            f"{k // 400 + 1}{'ABCDEFGHIJ'[k // 40 % 10]}{k % 40 + 1:02d}",
            f"{rng.choice(NAMES)} {k}",
        )
        for k in range(count)
    ]
    start = time.perf_counter()
    surface = cairo.PDFSurface(out, wide * MM, high * MM)
    pen = cairo.Context(surface)
    pen.select_font_face("Noto Sans SC")
    pen.set_line_width(0.4)
    for kind in range(20):
        for x, y, own, _, _ in booths:
            if own == kind:
                pen.rectangle(x * MM, y * MM, SIDE * MM, SIDE * MM)
        pen.set_source_rgb(*colorsys.hsv_to_rgb(kind / 20, 0.35, 0.95))
        pen.fill_preserve()
        pen.set_source_rgb(0, 0, 0)
        pen.stroke()
    pen.set_source_rgb(0, 0, 0)
    for x, y, _, number, name in booths:
        for text, down in ((number, 4.0), (name, 7.5)):
            pen.set_font_size(6)
            across = pen.text_extents(text).x_advance
            if across > 9 * MM:
                pen.set_font_size(6 * 9 * MM / across)
                across = 9 * MM
            pen.move_to((x + SIDE / 2) * MM - across / 2, (y + down) * MM)
            pen.show_text(text)
    pen.show_page()
    pen.set_font_size(6)
    rows = int((high - 40) / 3.1)
    for k, (_, _, _, number, name) in enumerate(sorted(booths, key=lambda booth: booth[4])):
        column, row = divmod(k, rows)
        for text, left in ((number, 20), (name, 32)):
            pen.move_to((left + column * 57.5) * MM, (30 + row * 3.1) * MM)
            pen.show_text(text)
    pen.show_page()
    surface.finish()
    print(json.dumps({"seconds": time.perf_counter() - start}))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
