"""A redline: each kind of change has a mark of its own, and tags count through the table."""

from tests.seeing import lightness
from tests.shows import booth, small_show

from hallwright.drawing.options import SheetOptions
from hallwright.drawing.primitives import Group, Lines, Page, Shapes, Text
from hallwright.drawing.redline import Redline, redline_pages
from hallwright.drawing.redlinemarks import Kind, Mark, mark_items, tag_items
from hallwright.drawing.theme import paper
from hallwright.drawing.wording import Lang
from hallwright.expo.show import Show
from hallwright.expo.space import Hall
from hallwright.geometry.outline import Outline, moved, rectangle

HERE = rectangle(0, 0, 3000, 3000)
THERE = moved(HERE, 6000, 0)


def _roles(mark: Mark) -> list[str]:
    return [item.role for item in mark_items([mark], 200) if isinstance(item, Lines | Shapes)]


def test_each_kind_has_marks_of_its_own() -> None:
    assert _roles(Mark(Kind.ADDED, None, HERE)) == ["redline.added"]
    assert _roles(Mark(Kind.REMOVED, HERE, None)) == ["redline.removed", "redline.cross"]
    assert _roles(Mark(Kind.CHANGED, HERE, HERE)) == ["redline.changed"]
    shifted = _roles(Mark(Kind.MOVED, HERE, THERE, shifted=True))
    assert shifted == ["redline.before", "redline.moved", "redline.arrow", "redline.arrow"]
    # What only grew has no arrow, and what changed besides has a cloud, too.
    assert _roles(Mark(Kind.MOVED, HERE, THERE, also=True)) == ["redline.before", "redline.moved", "redline.changed"]
    assert _roles(Mark(Kind.ADDED, None, None)) == []


def test_an_arrow_too_short_to_be_seen_is_left_out() -> None:
    near = Mark(Kind.MOVED, HERE, moved(HERE, 300, 0), shifted=True)
    assert "redline.arrow" not in _roles(near)


def test_a_cloud_stays_within_its_booth() -> None:
    for outline in (HERE, HERE[::-1]):
        (cloud,) = mark_items([Mark(Kind.CHANGED, outline, outline)], 200)
        assert isinstance(cloud, Lines)
        assert cloud.points.min() >= -1
        assert cloud.points.max() <= 3001


def test_a_tag_names_the_row_of_the_table_and_the_number_of_before() -> None:
    texts = [one.text for one in tag_items([Mark(Kind.CHANGED, HERE, HERE, "12", "A01")], 200) if isinstance(one, Text)]
    assert texts == ["12", "A01"]


def test_what_is_before_and_after_is_told_apart_without_colour() -> None:
    styles = paper().styles
    assert styles["redline.before"].dash
    assert not styles["redline.moved"].dash
    for role in ("added", "moved", "changed"):
        stroke = styles[f"redline.{role}"].stroke
        assert stroke is not None
        assert lightness(stroke.rgb) < 60


def _redline(hall: str) -> Redline:
    marks = {hall: [Mark(Kind.MOVED, HERE, THERE, "1", shifted=True)]}
    return Redline("Draft 1", "Draft 2", marks, [("1", "Booth A01", "moved", "6 m")], [], [("NetEase", "A01", "moved")])


def _texts(page: Page) -> list[str]:
    found: list[str] = []
    waiting = list(page.items)
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, Group):
            waiting += item.items
        elif isinstance(item, Text):
            found.append(item.text)
    return found


def test_a_hall_with_changes_has_a_sheet_and_the_tables_follow() -> None:
    show = small_show()
    for lang, title in ((Lang.EN, "Redline"), (Lang.ZH, "修改对照图")):
        pages, _lost = redline_pages(show, show, _redline("h1"), SheetOptions(lang=lang, sheet="A3"))
        assert len(pages) == 2
        assert any(title in text for text in _texts(pages[0]))
        assert {"Draft 1", "Draft 2", "1"} <= set(_texts(pages[0]))
        assert {"Booth A01", "6 m", "NetEase"} <= set(_texts(pages[1]))


def test_a_hall_that_is_gone_is_drawn_as_it_was() -> None:
    hall = Hall(id="old", name="Old", outline=rectangle(0, 0, 20_000, 20_000))
    before = Show.of([hall, booth("b", "X1", 0, 0, hall="old")])
    pages, _lost = redline_pages(before, small_show(), _redline("old"), SheetOptions(lang=Lang.EN, sheet="A3"))
    assert "X1" in _texts(pages[0])


def _tag_box(outline: Outline) -> list[float]:
    box = next(one for one in tag_items([Mark(Kind.CHANGED, outline, outline, "12")], 200) if isinstance(one, Shapes))
    found: list[float] = box.boxes[0].tolist()
    return found


def test_a_tag_stands_beside_what_it_would_hide() -> None:
    left, _top, _right, bottom = _tag_box(rectangle(0, 0, 500, 500))
    assert (left, bottom) == (500, 0)
    left, top, right, _bottom = _tag_box(HERE)
    assert (top, right) == (0, 3000)
    assert left > 0


def test_on_a_screen_tags_that_would_cover_their_booths_are_left_out() -> None:
    mark = Mark(Kind.CHANGED, HERE, HERE, "12")
    assert list(tag_items([mark], 200, 2.6))
    assert not list(tag_items([mark], 2000, 2.6))
    assert list(tag_items([mark], 2000))
