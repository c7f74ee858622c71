from hallwright.editing.numbering import next_number, reading_order
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Hall
from hallwright.geometry.outline import rectangle


def show_of(*booths: tuple[str, int, int]) -> Show:
    hall = Hall(id="h", name="Hall 1", outline=rectangle(0, 0, 40_000, 30_000))
    rows = [Booth(id=n, hall="h", number=n, outline=rectangle(x, y, 3000, 3000)) for n, x, y in booths]
    return Show.of([hall, *rows])


def test_the_number_follows_the_nearest_booth_and_skips_what_is_taken() -> None:
    show = show_of(("A17", 0, 0), ("A18", 30_000, 0), ("2B09", 0, 20_000))
    assert next_number(show, "h", rectangle(3000, 0, 3000, 3000)) == "A19"
    assert next_number(show, "h", rectangle(3000, 20_000, 3000, 3000)) == "2B10"


def test_an_empty_hall_starts_at_a01() -> None:
    assert next_number(show_of(), "h", rectangle(0, 0, 3000, 3000)) == "A01"


def test_reading_order_goes_row_by_row_though_rows_are_not_quite_level() -> None:
    show = show_of(("4", 3000, 4100), ("2", 3000, 60), ("3", 0, 4000), ("1", 0, 100))
    assert reading_order(show, ["4", "3", "2", "1"]) == ["1", "2", "3", "4"]
