import pytest
from tests.drawing.test_sheet import flat

from hallwright.drawing.culling import level
from hallwright.drawing.paper import SMALLEST, layout
from hallwright.drawing.primitives import Anchor, Page, Text
from hallwright.drawing.tables import Column, Row, Section, Tables
from hallwright.expo.event import Event

EVENT = Event(id="e", name="Fair")
COLUMNS = (Column("Booth", 20, bold=True), Column("Name", 60), Column("Count", 20, Anchor.END))


def texts(page: Page) -> list[Text]:
    return [item for item, _ in flat(page.items) if isinstance(item, Text)]


def made(rows: int, sheet: str = "A4", note: str = "") -> list[Page]:
    cells = [Row((f"A{k}", f"The name of number {k} " * (1 + k % 3), str(k)), f"b{k}") for k in range(rows)]
    tables = Tables(EVENT, layout(sheet, 100, True), "List", "Hall 1", "en", 120.0)
    pages, lost = tables.pages([Section("", COLUMNS, cells, note)])
    assert not lost
    return pages


@pytest.mark.parametrize("sheet", ["A4", "A3", "A0"])
def test_each_row_is_set_once_in_order_and_every_page_has_its_heads(sheet: str) -> None:
    pages = made(400, sheet)
    numbers = [text.text for page in pages for text in texts(page) if text.text.startswith("A") and text.bold]
    assert numbers == [f"A{k}" for k in range(400)]
    for number, page in enumerate(pages, 1):
        found = [text.text for text in texts(page)]
        assert "Booth" in found
        assert f"Hall 1   {number} / {len(pages)}" in found


def test_no_two_texts_of_a_page_overlap_and_all_lie_in_the_frame() -> None:
    place = layout("A4", 100, True)
    for page in made(80):
        boxes = [level(text) for text in texts(page)]
        for k, (left, top, right, bottom) in enumerate(boxes):
            assert place.frame[0] - 0.1 <= left
            assert right <= place.frame[2] + 0.1
            assert bottom <= place.frame[3] + 0.1
            for a, b, c, d in boxes[k + 1 :]:
                # A line's own air (above its capitals, below its baseline) may touch the next one's.
                apart = right <= a + 0.01 or c <= left + 0.01 or bottom - 1.0 <= b or d - 1.0 <= top
                assert apart


def test_a_cell_that_is_too_long_is_set_smaller_and_reported_when_that_does_not_help() -> None:
    place = layout("A4", 100, True)
    rows = [Row(("A1", "word " * 60, "1"), "long"), Row(("A2", "w" * 900, "2"), "endless")]
    pages, lost = Tables(EVENT, place, "List", "Hall 1", "en").pages([Section("", COLUMNS, rows)])
    assert [item.id for item in lost] == ["endless"]
    assert all(text.size >= SMALLEST - 1e-9 for text in texts(pages[0]))
    assert any(text.id == "long" for text in texts(pages[0]))


@pytest.mark.parametrize("rows", range(20, 60))
def test_a_note_never_stands_on_a_page_without_a_row(rows: int) -> None:
    last = [text.text for text in texts(made(rows, note="And a note.")[-1])]
    assert "And a note." in last
    assert f"A{rows - 1}" in last


def test_a_section_starts_on_the_next_page_if_its_first_row_has_no_room() -> None:
    rows = [Row((f"A{k}", "x", "1")) for k in range(31)]
    tables = Tables(EVENT, layout("A4", 100, True), "List", "Hall 1", "en", 200.0)
    pages, _ = tables.pages([Section("One", COLUMNS, rows), Section("Two", COLUMNS, rows[:3])])
    where = [k for k, page in enumerate(pages) if "Two" in [text.text for text in texts(page)]]
    assert len(where) == 1
    after = [text.text for text in texts(pages[where[0]])]
    assert after[after.index("Two") :].count("A0") == 1
