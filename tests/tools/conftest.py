"""A small hall for scripted gestures: three booths in a row, one apart."""

import pytest

from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Hall
from hallwright.geometry.outline import rectangle


@pytest.fixture
def show() -> Show:
    return Show.of(
        [
            Hall(id="h", name="Hall 1", outline=rectangle(0, 0, 40_000, 30_000)),
            *(
                Booth(id=f"b{k}", hall="h", number=f"A0{k + 1}", outline=rectangle(3000 + 3000 * k, 3000, 3000, 3000))
                for k in range(3)
            ),
            Booth(id="far", hall="h", number="B01", outline=rectangle(20_000, 15_000, 4000, 3000)),
        ]
    )
