"""Clearances are told while booths are dragged."""

from tests.tools.scripting import Script

from hallwright.editing.floor import amend_event
from hallwright.expo.show import Show
from hallwright.expo.space import Fixture, FixtureKind
from hallwright.geometry.outline import rectangle
from hallwright.tools.clearances import clearances
from hallwright.tools.select import Select


def test_an_aisle_that_gets_too_narrow_is_measured_while_the_booth_is_dragged(show: Show) -> None:
    show = amend_event(show, profile="shanghai").applied(show)
    script = Script(show, Select())
    # The row's lower side is at 6000; the booth is held 2.5 m below it.
    held = script.hold((21_000, 16_000), (6000, 10_500), (6000, 9500), alt=True)
    assert held.preview is not None
    (found,) = held.preview.measured
    assert (found.rule, found.value, found.line is not None) == ("aisle-width", 2.5, True)
    assert "far" in found.booths
    assert held.preview.conflicts == frozenset()


def test_a_booth_held_over_a_column_or_beyond_the_hall_is_marked(show: Show) -> None:
    column = Fixture(id="c", hall="h", kind=FixtureKind.COLUMN, outline=rectangle(30_000, 25_000, 800, 800))
    show = show.replaced([(None, column)])
    script = Script(show, Select())
    for to in ((30_000, 26_000), (39_500, 16_000)):
        held = script.hold((21_000, 16_000), to, alt=True)
        assert held.preview is not None
        assert held.preview.conflicts == {"far"}, to
        script.take(script.tool.key(script.scene(), "escape"))


def test_many_booths_are_checked_when_they_are_let_go(show: Show) -> None:
    script = Script(show, Select())
    many = {f"b{k}": rectangle(0, 0, 3000, 3000) for k in range(201)}
    assert clearances(script.scene(), many) == ()
    assert clearances(script.scene(), {}) == ()
