"""The window's own colours: every text is read on every ground on which it stands (WCAG 2.2, AA)."""

import pytest
from tests.seeing import contrast

from hallwright.desktop.style import DARK, LIGHT, Colours

GROUNDS = ("window", "panel", "field", "hover")
TEXTS = ("ink", "soft", "accent", "alarm", "warning")


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_texts_are_read_on_every_ground(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_texts_on_what_is_chosen_and_in_captions_are_read(colours: Colours) -> None:
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    # Captions at the pointer and tool tips are the other way round.
    assert contrast(colours.field, colours.ink) >= 7


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_what_has_the_focus_stands_out_from_the_field_around_it(colours: Colours) -> None:
    for ground in ("window", "panel", "field"):
        assert contrast(colours.accent, getattr(colours, ground)) >= 3
    assert contrast(colours.accent, colours.line) >= 3
