"""Areas and counts."""

from hypothesis import given
from tests.shows import shows, small_show

from hallwright.expo.figures import figures
from hallwright.expo.show import Show


def test_figures_count_a_hall_or_all() -> None:
    show = small_show()
    whole, hall = figures(show), figures(show, "h2")
    assert (whole.gross, whole.net, whole.sold, whole.booths, whole.drafts) == (3.3e9, 45e6, 9e6, 6, 1)
    assert (hall.gross, hall.net, hall.sold, hall.booths, hall.drafts) == (9e8, 9e6, 0, 1, 0)
    assert hall.utilisation == 0.01


def test_an_empty_show_has_no_utilisation() -> None:
    assert figures(Show()).utilisation == 0


@given(shows())
def test_the_halls_add_up_to_the_whole(show: Show) -> None:
    whole, parts = figures(show), [figures(show, hall) for hall in show.halls]
    for name in ("gross", "net", "sold", "booths", "drafts"):
        assert getattr(whole, name) == sum(getattr(part, name) for part in parts)
