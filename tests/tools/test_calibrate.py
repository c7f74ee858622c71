"""Calibration by clicks: a distance, or two points of the hall."""

from dataclasses import replace

import pytest
from tests.expo.test_underlay import underlay

from hallwright.drawing.columns import BoothColumns
from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.tools.calibrate import Calibrate
from hallwright.tools.tool import Answer, Pointer, Scene, Verdict

ROW = replace(underlay(x=1000, y=1000), hall="h")


class Clicks:
    def __init__(self, show: Show, item: str = "") -> None:
        self.tool = Calibrate()
        self.show = show.replaced([(None, ROW)])
        self.item = item

    @property
    def scene(self) -> Scene:
        return Scene(self.show, "h", BoothColumns.of(self.show, "h"), item=self.item)

    def click(self, x: float, y: float) -> Answer:
        at = Pointer(x, y)
        self.tool.hover(self.scene, at)
        answer = self._take(self.tool.press(self.scene, at))
        if answer.verdict is Verdict.KEEP:
            self._take(self.tool.release(self.scene, at))
        return answer

    def key(self, name: str) -> Answer | None:
        answer = self.tool.key(self.scene, name)
        return self._take(answer) if answer is not None else None

    def _take(self, answer: Answer) -> Answer:
        if answer.item is not None:
            self.item = answer.item
        if answer.verdict is Verdict.COMMIT and answer.change is not None:
            self.show = answer.change.applied(self.show)
        return answer


def test_a_distance_typed_after_two_clicks(show: Show) -> None:
    clicks = Clicks(show)
    clicks.click(2000, 2000)
    assert clicks.item == "u"
    hover = clicks.tool.hover(clicks.scene, Pointer(7000, 2000))
    assert hover.preview is not None
    assert hover.preview.caption == "5 m"
    clicks.click(7000, 2000)
    clicks.tool.distance = "6,5 m"
    assert clicks.key("enter") is not None
    row = clicks.show.underlays["u"]
    assert row.scale == pytest.approx(13)
    assert row.to_hall(*ROW.to_own(2000, 2000)) == pytest.approx((2000, 2000), abs=1)
    assert clicks.tool.distance == ""


def test_a_distance_typed_before_commits_with_the_second_click(show: Show) -> None:
    clicks = Clicks(show)
    clicks.tool.distance = "10"
    clicks.click(2000, 2000)
    assert clicks.click(2000, 7000).verdict is Verdict.COMMIT
    assert clicks.show.underlays["u"].scale == pytest.approx(20)


def test_two_points_of_the_hall_catch_its_corners(show: Show) -> None:
    clicks = Clicks(show)
    clicks.click(1000, 1000)
    clicks.click(11_000, 1000)
    clicks.click(40, 30)
    assert clicks.click(50, 29_970).verdict is Verdict.COMMIT
    row = clicks.show.underlays["u"]
    assert row.angle == pytest.approx(90)
    assert row.to_hall(*ROW.to_own(1000, 1000)) == pytest.approx((0, 0), abs=1)
    assert row.to_hall(*ROW.to_own(11_000, 1000)) == pytest.approx((0, 30_000), abs=1)


def test_what_is_no_distance_is_refused_and_the_points_stay(show: Show) -> None:
    clicks = Clicks(show)
    clicks.click(2000, 2000)
    clicks.click(7000, 2000)
    for text in ("", "far", "-3", "nan", "1e9"):
        clicks.tool.distance = text
        with pytest.raises(Refused, match="no distance"):
            clicks.key("enter")
    clicks.tool.distance = "5"
    clicks.key("enter")
    assert clicks.show.underlays["u"].scale == pytest.approx(10)


def test_backspace_and_escape_forget_points(show: Show) -> None:
    clicks = Clicks(show)
    assert clicks.key("escape") is None
    clicks.click(2000, 2000)
    clicks.key("backspace")
    assert clicks.key("backspace") is None
    clicks.click(3000, 2000)
    answer = clicks.key("escape")
    assert answer is not None
    assert answer.verdict is Verdict.REVERT
    assert clicks.key("enter") is None


def test_which_underlay_is_meant(show: Show) -> None:
    clicks = Clicks(show)
    clicks.show = show
    with pytest.raises(Refused, match="There is no underlay"):
        clicks.click(0, 0)
    clicks.show = show.replaced([(None, ROW), (None, replace(ROW, id="v"))])
    with pytest.raises(Refused, match="several underlays"):
        clicks.click(0, 0)
    clicks.item = "v"
    clicks.tool.reset()
    clicks.click(0, 0)
    clicks.show = show.replaced([(None, replace(ROW, locked=True))])
    with pytest.raises(Refused, match="locked"):
        clicks.click(0, 0)
