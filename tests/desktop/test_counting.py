"""What the window counts and checks in small steps is what it would count and check at once."""

from pytestqt.qtbot import QtBot
from tests.desktop.conftest import Driver

from hallwright.desktop.desk import LARGE
from hallwright.desktop.legend import Legend
from hallwright.drawing.theme import screen
from hallwright.editing import booths
from hallwright.editing.assignment import assign
from hallwright.editing.change import Change, create
from hallwright.expo.space import Booth
from hallwright.geometry.outline import rectangle
from hallwright.rules.rulebook import check


def rows(legend: Legend) -> list[tuple[str, int]]:
    return legend._rows


def anew(driver: Driver) -> list[tuple[str, int]]:
    window = driver.window
    legend = Legend(window.desk, screen(False), window.canvas)
    found = rows(legend)
    legend.deleteLater()
    return found


def test_the_legend_counts_along_with_every_change(driver: Driver) -> None:
    desk, legend = driver.window.desk, driver.window.legend
    bowtie = ((0, 0), (3000, 3000), (3000, 0), (0, 3000))
    edits = (
        lambda: assign(desk.show, "b1", "x2"),
        lambda: booths.block(desk.show, ["b2"]),
        lambda: booths.draw(desk.show, "h1", rectangle(30_000, 20_000, 3000, 3000), number="Z1"),
        lambda: booths.reshape(desk.show, "b3", bowtie),
        lambda: booths.delete(desk.show, ["b4", "b5"]),
    )
    for edit in edits:
        assert desk.do(edit)
        assert rows(legend) == anew(driver)
    for _ in edits:
        desk.undo()
        assert rows(legend) == anew(driver)


def test_the_legend_forgets_overlaps_of_booths_that_are_gone(driver: Driver) -> None:
    desk = driver.window.desk
    desk.do(lambda: booths.move(desk.show, ["b1"], 1500, 0))
    desk.check_now()
    assert ("conflict", 2) in rows(driver.window.legend)
    desk.do(lambda: booths.delete(desk.show, ["b1", "b2"]))
    assert "conflict" not in dict(rows(driver.window.legend))


def test_rules_run_one_by_one_find_what_they_find_together(driver: Driver, qtbot: QtBot) -> None:
    desk = driver.window.desk
    with qtbot.waitSignal(desk.findings_changed):
        desk.do(lambda: booths.move(desk.show, ["b1"], 1500, 0))
    assert desk.findings == check(desk.show)
    assert desk.findings


def test_a_change_between_two_rules_starts_them_again(driver: Driver, qtbot: QtBot) -> None:
    desk = driver.window.desk
    desk.do(lambda: booths.move(desk.show, ["b1"], 1500, 0))
    desk._check_step()
    desk.do(lambda: booths.move(desk.show, ["b1"], -1500, 0))
    with qtbot.waitSignal(desk.findings_changed):
        desk.check_soon()
    assert desk.findings == check(desk.show)
    assert [finding for finding in desk.findings if finding.rule == "booth-overlap"] == []


def test_a_large_selection_is_told_to_lists_once_it_rests(driver: Driver, qtbot: QtBot) -> None:
    desk = driver.window.desk
    many = [Booth(id=f"n{k}", hall="h1", number=f"N{k}", outline=rectangle(90 * k, 9000, 80, 80)) for k in range(LARGE)]
    assert desk.do(lambda: Change.of("many", "Many", [create(row) for row in many]))
    told: list[int] = []
    desk.selection_settled.connect(lambda: told.append(len(desk.selection)))
    desk.select(["b1"])
    assert told == [1]
    with qtbot.waitSignal(desk.selection_settled):
        desk.select(["b1", *(row.id for row in many)])
        assert told == [1]
        assert len(desk.selection) == LARGE + 1
    assert told == [1, LARGE + 1]
    assert driver.window.inspector.form.isVisibleTo(driver.window)
