"""The status line in a narrow window."""

from tests.desktop.conftest import Driver

from hallwright.desktop.status import Line


def test_a_long_hint_gives_way_to_fields_and_scale(driver: Driver) -> None:
    window = driver.window
    window.use("calibrate")
    window.resize(window.minimumSizeHint())
    status = window.status
    line = status.findChild(Line)
    assert line is not None
    status.resize(700, status.height())
    assert line.text().endswith("…")
    assert status.text.endswith("in the hall.")
    assert line.toolTip() == status.text
    assert status.field("distance").width() == 80
