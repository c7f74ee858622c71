"""Colours of the plan: read by everybody, on screen and paper, in colour and in grey."""

from itertools import pairwise

import pytest
from tests.seeing import EYES, contrast, difference, lightness, mixed, nearest

from hallwright.drawing.theme import ANSWER_FILLS, STATUS_FILLS, Theme, paper, screen
from hallwright.expo.space import BoothStatus
from hallwright.tools.draw_zone import COLOURS

THEMES = [screen(False), screen(True), paper()]


def fills(theme: Theme) -> dict[str, str]:
    found = {}
    for status in BoothStatus:
        fill = theme.style(f"booth.{status}").fill
        assert fill is not None
        found[str(status)] = fill.rgb
    return found


def rgb(theme: Theme, role: str) -> str:
    fill = theme.style(role).fill
    assert fill is not None
    return fill.rgb


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_states_of_booths_are_told_apart_by_all_eyes(theme: Theme, eyes: str) -> None:
    apart, one, two = nearest(fills(theme), eyes)
    assert apart >= 12, f"{one} and {two} look alike"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_booth_of_any_state_stands_out_from_the_zone_beneath(theme: Theme) -> None:
    # By day the ink of its outline tells as well; at night outlines are faint.
    least = 12 if theme.name == "dark" else 5
    for zone in COLOURS:
        for status, fill in fills(theme).items():
            assert difference(fill, mixed(zone, theme.tint, rgb(theme, "hall"))) >= least, (status, zone)


@pytest.mark.parametrize("theme", [screen(False), paper()], ids=lambda theme: theme.name)
def test_printed_in_grey_each_state_is_darker_than_the_one_before(theme: Theme) -> None:
    greys = [lightness(colour) for colour in fills(theme).values()]
    assert all(bright - dark >= 7 for bright, dark in pairwise(greys)), greys


def test_the_inks_of_the_states_make_the_same_steps_on_a_press_that_prints_black_only() -> None:
    # As a grey printer weighs the inks.
    darkness = [
        0.3 * cyan + 0.59 * magenta + 0.11 * yellow + black
        for cyan, magenta, yellow, black in (colour.cmyk for colour in STATUS_FILLS.values())
    ]
    assert all(two - one >= 0.07 for one, two in pairwise(darkness)), darkness


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_numbers_and_names_are_read_on_every_state(theme: Theme) -> None:
    for status, fill in fills(theme).items():
        for role in ("booth.number", "booth.name"):
            assert contrast(rgb(theme, role), fill) >= 4.5, (status, role)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", THEMES[:2], ids=lambda theme: theme.name)
def test_the_answers_of_exhibitors_are_told_apart_by_all_eyes_and_lettered_legibly(theme: Theme, eyes: str) -> None:
    answers = {stage: rgb(theme, f"answer.{stage}") for stage in ANSWER_FILLS}
    apart, one, two = nearest(answers, eyes)
    assert apart >= 12, f"{one} and {two} look alike"
    for fill in answers.values():
        assert contrast(rgb(theme, "booth.number"), fill) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_labels_of_zones_and_aisles_are_read_on_every_zone(theme: Theme) -> None:
    floor = rgb(theme, "hall")
    for colour in COLOURS:
        ground = mixed(colour, theme.tint, floor)
        for role in ("zone.label", "aisle.label"):
            assert contrast(rgb(theme, role), ground) >= 4.5, (role, colour, ground)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_texts_and_symbols_stand_out_from_what_they_lie_on(theme: Theme) -> None:
    for text, ground in (
        ("text", "paper"),
        ("text", "panel"),
        ("text.soft", "paper"),
        ("text.soft", "panel"),
        ("text.alarm", "paper"),
        ("fixture.label", "fixture"),
        ("fixture.symbol", "fixture.exit.tile"),
        ("fixture.symbol", "fixture.hydrant.tile"),
        ("fixture.symbol", "fixture.information.tile"),
        ("fixture.symbol", "fixture.toilet.tile"),
    ):
        assert contrast(rgb(theme, text), rgb(theme, ground)) >= 4.5, (text, ground)
