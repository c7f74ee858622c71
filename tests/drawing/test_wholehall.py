"""What all views of one hall share."""

from hypothesis import given, settings
from tests.shows import shows, small_show

from hallwright.drawing.pane import sample
from hallwright.drawing.wholehall import WholeHall
from hallwright.expo.show import Show
from hallwright.expo.space import Zone
from hallwright.geometry.outline import Box, bounds, centre, contains


@given(shows())
@settings(max_examples=60, deadline=None)
def test_booths_are_found_by_their_middle(show: Show) -> None:
    whole = WholeHall(show, "h1")
    here = [booth for booth in show.booths.where("hall", "h1") if booth.outline]
    assert whole.booths == here
    box = Box(3000, 2000, 21_000, 14_000)
    middles = [centre(booth.outline) for booth in here]
    inside = [box.left <= x <= box.right and box.top <= y <= box.bottom for x, y in middles]
    assert whole.within(box) == [booth for booth, found in zip(here, inside, strict=True) if found]
    zone = Zone(id="z", hall="h1", name="Z", colour="#fff", outline=((0, 0), (20_000, 0), (0, 30_000)))
    assert whole.in_zone(zone) == [b for b in here if contains(zone.outline, *centre(b.outline))]


def test_all_that_stands_takes_floor() -> None:
    show = small_show()
    whole = WholeHall(show, "h1")
    standing = [b.outline for b in show.booths.where("hall", "h1") if b.outline]
    standing += [row.outline for row in show.fixtures.where("hall", "h1")]
    assert [Box(*box) for box in whole.taken.tolist()] == [bounds(outline) for outline in standing]


def test_a_sample_comes_from_all_over_the_list() -> None:
    booths = list(small_show().booths.values())
    assert sample(booths, len(booths)) == booths
    assert sample(booths, 3) == [booths[0], booths[2], booths[4]]
