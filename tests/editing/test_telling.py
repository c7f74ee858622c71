"""A stored summary, told in the language of the window."""

from collections.abc import Iterator

import pytest

from hallwright.editing.telling import retold
from hallwright.expo.lengths import work_in
from hallwright.geometry.units import Unit
from hallwright.support.i18n import ENGLISH, use
from hallwright.support.numbers import write_with


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use(ENGLISH)


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        ("A01 to NetEase", "A01 分配给 NetEase"),
        ("Booth to NetEase", "展位 分配给 NetEase"),
        ("Move 1,204 booths", "移动 1,204 个展位"),
        ("Delete 2 people", "删除 2 人"),
        ("Undo: Number A01 → A02", "撤销：编号 A01 → A02"),
        ("Number 12 booths A01-A12", "为 12 个展位 编号 A01-A12"),
        ("Merge A01–A09 (9 booths) into A01", "合并 A01–A09（9 个展位） 为 A01"),
        ("Merge A01, A02 into A01, reserved for Bank of Zhuwan", "合并 A01, A02 为 A01，Bank of Zhuwan 已预订"),
        ("Split booth into 3 parts; NetEase keeps the first", "拆分 展位 为 3 份；NetEase 保留 第一份"),
        ("Print 1,000 badges", "打印 1,000 张证件"),
        ("Void badge of Mei Lin", "作废 Mei Lin 的证件"),
        ("Add fire exit", "添加 安全出口"),
        ("Edit R&D <Lab> {x}", "编辑 R&D <Lab> {x}"),
        ("Something of a later version", "Something of a later version"),
    ],
)
def test_a_summary_is_told_in_chinese_and_left_alone_in_english(summary: str, told: str) -> None:
    assert retold(summary) == summary
    use("zh_CN")
    assert retold(summary) == told


@pytest.mark.parametrize(
    ("summary", "english", "chinese"),
    [
        ("Move 1,204 booths", "Move 1.204 booths", "移动 1.204 个展位"),
        ("Distribute 12 booths 3.5 m apart", "Distribute 12 booths 3,5 m apart", "将 12 个展位 按间距 3,5 m 分布"),
        ("Rotate A01 by 22.5°", "Rotate A01 by 22,5°", ""),
        ("Move 2 booths with 1,000 drops", "Move 2 booths with 1.000 drops", ""),
        ("A1.5 to R&D, Inc. 1,000", "A1.5 to R&D, Inc. 1,000", ""),
        ("Undo: Fill with 5,000 booths", "Undo: Fill with 5.000 booths", ""),
        ("Number 12 booths A1.01-A1.12", "Number 12 booths A1.01-A1.12", ""),
    ],
)
def test_numbers_are_told_with_the_marks_of_the_window_and_names_stay(summary: str, english: str, chinese: str) -> None:
    write_with(",", ".")
    try:
        assert retold(summary) == english
        use("zh_CN")
        if chinese:
            assert retold(summary).count(chinese.split()[1])
    finally:
        write_with(".", ",")
    use(ENGLISH)
    assert retold(summary) == summary, "the command line tells what is stored"


def test_lengths_are_told_in_feet_where_the_user_works_in_them() -> None:
    work_in(Unit.FT)
    try:
        assert retold("Distribute 12 booths 3.048 m apart") == "Distribute 12 booths 10′ apart"
        assert retold("Calibrate underlay plan.dxf: 30.48 m") == "Calibrate underlay plan.dxf: 100′"
        use("zh_CN")
        assert "10′" in retold("Distribute 12 booths 3.048 m apart")
        assert "m" not in retold("Distribute 12 booths 3.048 m apart")
    finally:
        work_in(Unit.M)
