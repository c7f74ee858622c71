"""Areas and counts."""

from hypothesis import given
from tests.shows import shows, small_show

from hallwright.expo.figures import figures, gross_area
from hallwright.expo.show import Show
from hallwright.expo.space import Fixture, FixtureKind
from hallwright.geometry.outline import rectangle


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


def test_floor_that_does_not_count_is_taken_off_the_gross_area_once() -> None:
    def room(key: str, left: int, kind: FixtureKind, *, gross: bool, hall: str = "h2") -> Fixture:
        return Fixture(id=key, hall=hall, kind=kind, outline=rectangle(left, 0, 10_000, 10_000), gross=gross)

    rows = [
        room("cafe", 0, FixtureKind.CATERING, gross=False),
        room("office", 5000, FixtureKind.OFFICE, gross=False),
        room("stage", 15_000, FixtureKind.STAGE, gross=True),
        room("half outside", 25_000, FixtureKind.STORAGE, gross=False),
        room("elsewhere", 0, FixtureKind.STORAGE, gross=False, hall="h1"),
    ]
    show = small_show().replaced([(None, row) for row in rows])
    assert figures(show, "h2").gross == 900e6 - 150e6 - 50e6
    assert figures(show).gross == 3.3e9 - 200e6 - 100e6
    assert gross_area(show, "h2", rectangle(0, 0, 15_000, 20_000)) == 150e6
    assert gross_area(show, "h2", ((0, 0), (3000, 3000), (3000, 0), (0, 3000))) == 0
