"""Whatever a project holds, its plan is drawn in every way there is, or refused in one line."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drawing.test_sheet import flat
from tests.shows import shows

from hallwright.drawing.options import Part
from hallwright.drawing.paper import SMALLEST
from hallwright.drawing.plan import View
from hallwright.drawing.primitives import Text
from hallwright.drawing.sheet import SheetOptions, plan_pages
from hallwright.drawing.supplements import Supplement
from hallwright.expo.show import Show
from hallwright.support.errors import Refused

Way = Callable[[Show], SheetOptions]


def parts(show: Show) -> SheetOptions:
    zones = [Part(zone.hall, zone=zone.id) for zone in show.zones.values()]
    return SheetOptions(parts=(*[Part(hall) for hall in show.halls], *zones)[:8])


@pytest.mark.parametrize(
    "way",
    [
        lambda _: SheetOptions(),
        lambda _: SheetOptions(sheet="A1", tile="A4"),
        lambda _: SheetOptions(atlas=True),
        parts,
    ],
    ids=["one view", "tiles", "atlas", "several views"],
)
@settings(max_examples=15, deadline=None)
@given(show=shows(), view=st.sampled_from(View))
def test_it_is_drawn_with_every_list(way: Way, show: Show, view: View) -> None:
    options = replace(way(show), view=view, supplements=frozenset(Supplement))
    for hall in show.halls:
        with suppress(Refused):
            pages, _lost = plan_pages(show, hall, options)
            assert pages
            for page in pages:
                texts = [(item, scale) for item, scale in flat(page.items) if isinstance(item, Text)]
                assert all(item.size * scale >= SMALLEST - 1e-9 for item, scale in texts)
