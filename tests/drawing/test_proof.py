"""Proofs: true to scale, only what the exhibitor may know, in its language, whatever it has."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from tests.review.shows import fair
from tests.shows import booth

from hallwright.drawing.fields import FieldKind
from hallwright.drawing.primitives import Group, Item, Lines, Page, Shapes, Text
from hallwright.drawing.proof import HEIGHT, WIDTH, Proofs, Stamp
from hallwright.drawing.prooffacts import Known, Price, as_text, facts_of, fingerprint, from_text, lang_of
from hallwright.drawing.wording import Lang
from hallwright.expo.show import Show
from hallwright.expo.space import BoothStatus
from hallwright.geometry.outline import rectangle

STAMP = Stamp("k3f9-0000-1111-2222-3333-4444-5555", "Draft 2", "0123456789ab", date(2026, 12, 10), "", "en")


def pages(show: Show, key: str, *, named: bool = True, lang: str = "en", price: str = "") -> list[Page]:
    """Draw the proof of an exhibitor; all of it must be shown."""
    row = show.exhibitors[key]
    made, lost = Proofs(show, named=named).pages(row, facts_of(show, row), replace(STAMP, lang=lang, price=price))
    assert lost == []
    return made


def flat(items: tuple[Item, ...], scale: float = 1.0, dx: float = 0.0, dy: float = 0.0) -> Iterator[tuple[Item, float]]:
    """Yield all items of a page with the scale at which they are drawn."""
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items, scale * item.scale, dx + scale * item.dx, dy + scale * item.dy)
        else:
            yield item, scale


def words(page: Page) -> str:
    """Return all text of a page."""
    return "\n".join(item.text for item, _ in flat(page.items) if isinstance(item, Text))


def test_the_booth_is_drawn_true_to_the_scale_that_is_told() -> None:
    (page,) = pages(fair(), "x3")
    ((own, scale),) = [
        (item, scale) for item, scale in flat(page.items) if isinstance(item, Shapes) and item.role == "proof.own"
    ]
    left, _, right, _ = own.boxes[0].tolist()
    assert (right - left) * scale == pytest.approx(3000 * scale)
    assert f"1:{round(1 / scale)}" in words(page)
    assert (page.width, page.height) == (WIDTH, HEIGHT) == (210.0, 297.0)


def test_what_the_exhibitor_is_told() -> None:
    first, second = pages(fair(), "x1", price="18,000.00 CNY")
    text = words(first)
    for part in (
        "A01",
        "3 × 3 m",
        "9.00 m²",
        "Robots",
        "end cap",
        "2.44 m",
        "0.4 × 0.4 m",
        "1 × Power",
        "18,000.00 CNY",
    ):
        assert part in text, part
    for part in ("NETEASE 网易", "Draft 2", "0123456789ab", "2026-12-10", "You are here", 'A02 R&D "Lab"'):
        assert part in text, part
    # The form stands on the first page only; a page for each hall.
    assert [field.name for field in first.fields] == ["token", "answer", "answer", "comment", "name", "date"]
    assert first.fields[0].kind is FieldKind.HIDDEN
    assert second.fields == ()
    assert "B01" in words(second)
    assert "A01" not in words(second)


def test_neighbours_are_named_only_if_the_organiser_allows() -> None:
    assert "Kugou" in words(pages(fair(), "x2")[0])
    (page,) = pages(fair(), "x2", named=False)
    assert "Kugou" not in words(page)
    assert "Neighbours" not in words(page)
    # Who is only held is nobody's business.
    assert "Secretive" not in words(pages(fair(), "x3")[0])


def test_the_words_are_in_the_exhibitor_s_language() -> None:
    chinese = words(pages(fair(), "x3", lang="zh")[0])
    assert "展位确认单" in chinese
    assert "Placement" not in chinese
    assert "酷狗" in chinese
    both = words(pages(fair(), "x3", lang="both")[0])
    assert "Placement proof 展位确认单" in both
    show = fair()
    assert [lang_of(show.exhibitors[key]) for key in ("x1", "x2", "x3", "x5")] == [Lang.ZH, Lang.EN, Lang.BOTH, Lang.EN]


def test_open_sides_are_drawn_where_the_plan_has_them() -> None:
    def sides(show: Show) -> int:
        items = [item for item, _ in flat(pages(show, "x3")[0].items) if isinstance(item, Lines)]
        return sum(len(item.points) for item in items if item.role == "proof.open")

    show = fair()
    row = show.booths["b3"]
    # Between two others it is open to the front and the back.
    assert sides(show.replaced([(row, replace(row, open_sides=2))])) == 2
    # Set by hand to what the plan does not show, none is drawn; the number is told.
    assert sides(show.replaced([(row, replace(row, open_sides=1, sides_fixed=True))])) == 0


def test_an_exhibitor_with_many_booths_finds_room() -> None:
    more = [
        booth(
            f"m{k}",
            f"M{k:02}",
            3000 * (k % 10),
            12_000 + 3000 * (k // 10),
            exhibitor="x3",
            status=BoothStatus.CONFIRMED,
        )
        for k in range(20)
    ]
    show = fair().replaced([(None, one) for one in more])
    (page,) = pages(show, "x3", lang="both")
    for item, scale in flat(page.items):
        if isinstance(item, Text) and scale == 1.0:
            assert 0 < item.y < HEIGHT
    fields = [field.box for field in page.fields if field.kind is not FieldKind.HIDDEN]
    assert all(0 < left < right < WIDTH and 0 < top < bottom < HEIGHT for left, top, right, bottom in fields)


def test_all_proofs_share_the_hall() -> None:
    show = fair()
    proofs = Proofs(show)
    named = []
    for key in ("x2", "x3"):
        made, _ = proofs.pages(show.exhibitors[key], facts_of(show, show.exhibitors[key]), STAMP)
        named += [item for item in made[0].items if isinstance(item, Group) and item.name]
    assert named[0] is named[1]
    # No text in it: fonts are each file's own.
    assert not any(isinstance(item, Text) for item, _ in flat((named[0],)))


def test_facts_are_the_same_alone_and_together_and_after_a_round_trip() -> None:
    show = fair()
    known = Known.of(show)
    for row in show.exhibitors.values():
        facts = facts_of(show, row)
        assert facts_of(show, row, known) == facts
        assert from_text(as_text(facts)) == facts
    assert from_text("{") == from_text('[{"no": 1}]') == ()
    assert len(fingerprint("x")) == 12


def test_a_change_of_others_changes_no_facts_but_one_of_its_own_does() -> None:
    show = fair()
    facts = as_text(facts_of(show, show.exhibitors["x1"]))
    other = show.booths["b5"]
    after = show.replaced([(other, replace(other, outline=rectangle(20_000, 20_000, 3000, 3000)))])
    assert as_text(facts_of(after, after.exhibitors["x1"])) == facts
    own = show.booths["b1"]
    for values in ({"number": "A99"}, {"outline": rectangle(3000, 3000, 3000, 2500)}, {"open_sides": 3}):
        after = show.replaced([(own, replace(own, **values))])
        assert as_text(facts_of(after, after.exhibitors["x1"])) != facts


def test_a_price_adds_the_surcharge_of_the_profile() -> None:
    show = fair()
    (facts,) = facts_of(show, show.exhibitors["x3"])
    plain = replace(facts, kind="inline")
    assert Price(1000, "CNY").of(show, [plain]) == "9,000.00 CNY"
    island = Price(1000).of(show, [replace(facts, kind="island")])
    assert float(island.replace(",", "")) >= 9000
    assert np.isfinite(float(island.replace(",", "")))
