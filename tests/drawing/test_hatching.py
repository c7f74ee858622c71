import pytest

from hallwright.drawing.hatching import hatch
from hallwright.geometry.outline import Outline, contains, rectangle

ELL: Outline = ((0, 0), (6000, 0), (6000, 3000), (3000, 3000), (3000, 6000), (0, 6000))


@pytest.mark.parametrize("outline", [rectangle(0, 0, 5000, 2000), ELL, ((0, 0), (4000, 500), (1000, 3000))])
def test_lines_rise_at_45_degrees_inside_the_outline(outline: Outline) -> None:
    lines = hatch("fixture.no-build", outline, 700).points.tolist()
    assert len(lines) > 4
    for x1, y1, x2, y2 in lines:
        assert x2 - x1 == pytest.approx(y1 - y2)
        assert contains(outline, (x1 + x2) / 2, (y1 + y2) / 2)
        assert (x1 + y1) % 700 == pytest.approx(0, abs=1e-6)


def test_an_outline_without_floor_has_no_lines() -> None:
    assert len(hatch("fixture.no-build", ((5, 5),), 700).points) == 0
