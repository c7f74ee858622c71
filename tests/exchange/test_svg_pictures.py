"""Pictures in SVG: within the file, upright or upside down."""

import base64
import re

from tests.drawing.test_badgeface import png

from hallwright.drawing.primitives import Group, Picture
from hallwright.drawing.theme import paper
from hallwright.exchange.svg import Sheet, SvgPainter


def test_a_picture_lies_in_the_file_at_its_place() -> None:
    content = png(4, 3)
    painter = SvgPainter(paper())
    upright = Picture((10, 20, 30, 35), "a" * 64, content)
    turned = Picture((0, 0, 8, 6), "a" * 64, content, turned=True)
    painter.sheet(Sheet("Badge", (Group((upright,), dx=5.0), turned)))
    text = painter.text(0, 0, 86, 124)
    found = re.findall(r"<image [^>]*>", text)
    assert len(found) == 2
    assert 'x="15" y="20" width="20" height="15"' in found[0]
    assert "rotate" not in found[0]
    assert 'transform="rotate(180 4 3)"' in found[1]
    data = re.search(r'href="data:image/png;base64,([^"]*)"', found[0])
    assert data is not None
    assert base64.b64decode(data[1]) == content
