from hallwright.drawing.composing import Composer
from hallwright.drawing.index import Entry, IndexSetter, entries, sort_text
from hallwright.drawing.plan import View
from hallwright.drawing.primitives import Text
from hallwright.drawing.wording import Lang
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus
from hallwright.geometry.outline import rectangle


def show_of(*firms: tuple[str, str]) -> Show:
    rows: list[Exhibitor | Booth] = []
    for k, (name, native) in enumerate(firms):
        rows.append(Exhibitor(id=f"f{k}", name=name, name_native=native))
        outline = rectangle(3000 * k, 0, 3000, 3000)
        status = BoothStatus.CONFIRMED
        rows.append(Booth(id=f"b{k}", hall="h", number=f"A{k}", outline=outline, exhibitor=f"f{k}", status=status))
    return Show.of(rows)


def listed(show: Show, lang: Lang) -> list[tuple[str, str]]:
    found = entries(show, show.booths.values(), lambda booth: "A1", View.PUBLIC, lang)
    return [(entry.heading, entry.name) for entry in found]


def test_chinese_is_sorted_by_pinyin_among_latin_and_figures_come_first() -> None:
    show = show_of(
        ("Zebra", ""), ("网易", ""), ("Élan", ""), ("360", ""), ("奇安信", ""), ("Acme 10", ""), ("Acme 2", "")
    )
    assert listed(show, Lang.BOTH) == [
        ("0–9", "360"),
        ("A", "Acme 2"),
        ("A", "Acme 10"),
        ("E", "Élan"),
        ("Q", "奇安信"),
        ("W", "网易"),
        ("Z", "Zebra"),
    ]


def test_korean_stands_under_its_first_consonant() -> None:
    assert listed(show_of(("한국보안", ""), ("두름암호", "")), Lang.BOTH) == [("ㄷ", "두름암호"), ("ㅎ", "한국보안")]


def test_booths_of_one_field_share_a_line() -> None:
    setter = IndexSetter(Composer(), 60.0, 1.0)
    two = setter.rows([Entry("a", "A", "Acme", "", (("A1", "C4"), ("A2", "C4"), ("B9", "D4")))])[1]
    assert [text.text for text in two.texts] == ["C4", "A1, A2", "D4", "B9", "Acme"]


def test_the_language_decides_the_name_that_leads() -> None:
    show = show_of(("NetEase", "网易"), ("Kugou", "酷狗"))
    assert listed(show, Lang.EN) == [("K", "Kugou"), ("N", "NetEase")]
    assert listed(show, Lang.ZH) == [("K", "酷狗"), ("W", "网易")]


def test_pinyin() -> None:
    assert sort_text("唯品会") == "wei pin hui"
    assert sort_text("Łódź") == sort_text("Łódz".lower())


def test_columns_end_with_no_heading_and_lose_nothing() -> None:
    show = show_of(*((f"{chr(65 + k % 26)} firm {k}", "公司" * (k % 4)) for k in range(120)))
    setter = IndexSetter(Composer(), 60.0, 1.0)
    rows = setter.rows(entries(show, show.booths.values(), lambda booth: "C4", View.PUBLIC, Lang.BOTH))
    for columns in (setter.columns(rows, 90.0), setter.evened(rows, 7)):
        assert [row for column in columns for row in column] == rows
        assert not any(column[-1].heading for column in columns)
    assert len(setter.evened(rows, 7)) <= 7
    assert all(setter.height(column) <= 90.0 for column in setter.columns(rows, 90.0))


def test_a_word_wider_than_the_column_is_broken_not_lost() -> None:
    page = Composer()
    setter = IndexSetter(page, 60.0, 1.0)
    name = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    show = show_of((name, ""))
    setter.place(setter.rows(entries(show, show.booths.values(), lambda booth: "C4", View.PUBLIC, Lang.EN)), 0, 0)
    assert (
        "".join(item.text for item in page.items if isinstance(item, Text) and item.role == "text")[1:].replace(
            "A0", ""
        )
        == name
    )
