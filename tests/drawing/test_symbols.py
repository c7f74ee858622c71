import pytest

from hallwright.drawing.symbols import TILED, pictogram
from hallwright.drawing.theme import paper, screen
from hallwright.expo.space import FixtureKind


@pytest.mark.parametrize("kind", sorted(TILED))
def test_figures_stay_on_their_tile_and_contrast_with_it(kind: FixtureKind) -> None:
    tile, *figures = pictogram(kind, 100, 200, 50, (1.0, 0.0))
    assert tile.boxes.tolist() == [[75, 175, 125, 225]]
    for item in figures:
        assert (item.boxes[:, :2] >= [75, 175]).all()
        assert (item.boxes[:, 2:] <= [125, 225]).all()
    for theme in (paper(), screen(False), screen(True)):
        ground, ink = theme.style(tile.role).fill, theme.style("fixture.symbol").fill
        assert ground is not None
        assert ink is not None
        assert sum(int(ground.rgb[k : k + 2], 16) for k in (1, 3, 5)) < 0.6 * 3 * 255
        assert ink.rgb == "#ffffff"


def test_an_arrow_points_where_it_is_told_and_a_figure_stays_upright() -> None:
    down = pictogram(FixtureKind.ENTRANCE, 0, 0, 1, (0.0, 1.0))[1].rings[0]
    right = pictogram(FixtureKind.ENTRANCE, 0, 0, 1, (1.0, 0.0))[1].rings[0]
    assert down[:, 1].max() == pytest.approx(0.34)
    assert right[:, 0].max() == pytest.approx(0.34)
    assert right[0].tolist() == pytest.approx([0.34, 0.0])
    runner = pictogram(FixtureKind.FIRE_EXIT, 0, 0, 1, (1.0, 0.0))[1]
    assert (runner.boxes == pictogram(FixtureKind.FIRE_EXIT, 0, 0, 1)[1].boxes).all()
