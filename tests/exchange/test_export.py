"""Lists that are written are read again as they were."""

import csv
import zipfile
from collections.abc import Mapping, Sized
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shows import shows, small_show

from hallwright.editing import exhibitors, floor, people
from hallwright.editing.merging import Merge
from hallwright.exchange import tables
from hallwright.exchange.child import opened
from hallwright.exchange.export import Export, write
from hallwright.exchange.importing import What, read
from hallwright.exchange.workbook import Sheet
from hallwright.expo.people import Exhibitor, Person, Role
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, Hall
from hallwright.geometry.outline import rectangle, tidy
from hallwright.support.errors import Refused
from hallwright.support.text import folded

ENDINGS = [".csv", ".xlsx"]


def brought_back(show: Show, what: What, path: Path, into: Show | None = None) -> Merge:
    write(show, what.value, path, force=True)
    reading = read(path, what)
    assert reading.rejected == []
    base = show if into is None else into
    if what is What.BOOTHS:
        return floor.merge_booths(base, "", reading.records)
    return (exhibitors.merge if what is What.EXHIBITORS else people.merge)(base, reading.records)


def bare(row: Row) -> Row:
    return replace(row, id="", revision=0)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("what", What)
def test_a_small_show_comes_back_unchanged(tmp_path: Path, what: What, ending: str) -> None:
    show = small_show()
    merge = brought_back(show, what, tmp_path / f"list{ending}")
    rows: Sized = show.table({What.BOOTHS: Booth, What.EXHIBITORS: Exhibitor, What.PEOPLE: Person}[what])
    assert (merge.added, merge.updated, merge.unchanged, merge.rejected) == (0, 0, len(rows), [])
    assert not merge.change


@pytest.mark.parametrize("ending", ENDINGS)
def test_booths_as_a_spreadsheet_shows_them(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"list{ending}"
    assert write(small_show(), "booths", path) == 6
    if ending == ".csv":
        assert path.read_bytes().startswith(b"\xef\xbb\xbfBooth number,")
        with path.open(encoding="utf-8-sig", newline="") as stream:
            table = list(csv.reader(stream))
    else:
        sheet = openpyxl.load_workbook(path).active
        table = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert table[0] == [
        *("Booth number", "Hall", "Zone", "Type (open sides)", "Construction", "Status", "Exhibitor", "Area m2"),
        *("Outline WKT (m)", "X (m)", "Y (m)", "Width (m)", "Depth (m)", "Note"),
    ]
    square = "POLYGON ((3 0, 6 0, 6 3, 3 3, 3 0))"
    assert table[2] == [
        *("A02", "Hall 1", "Innovation", "corner", "raw", "available", "", "9", square, "3", "0", "3", "3", "ramp")
    ]
    assert table[4][5:9] == ["available", "", "", "POLYGON ((0 0, 3 3, 3 0, 0 3, 0 0))"]
    assert [row[0] for row in table[1:]] == ["A01", "A02", "A03", "A04", "A05", "A01"]


def test_assignments(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    assert write(small_show(), Export.ASSIGNMENTS, path) == 2
    assert path.read_text(encoding="utf-8-sig").splitlines() == [
        "Exhibitor,Native name,Contract number,Hall,Booth number,Status,Held until,Area m2",
        "NetEase,网易,,Hall 1,A01,reserved,,9",
        "NetEase,网易,,Hall 1,A05,held,2024-09-01 18:00,9",
    ]
    merge = floor.merge_booths(small_show(), "", read(path, What.BOOTHS).records)
    assert (merge.unchanged, merge.rejected) == (2, [])


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("what", Export)
def test_the_same_show_gives_the_same_bytes(tmp_path: Path, what: Export, ending: str) -> None:
    paths = [tmp_path / f"{k}{ending}" for k in range(2)]
    for path in paths:
        write(small_show(), what, path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    if ending == ".xlsx":
        with zipfile.ZipFile(paths[0]) as book:
            assert {part.date_time[0] for part in book.infolist()} == {1980}
            assert b"2000-01-01T00:00:00Z</dcterms:modified>" in book.read("docProps/core.xml")


def test_an_empty_show_gives_headings(tmp_path: Path) -> None:
    for ending in ENDINGS:
        for what in Export:
            assert write(Show.of([]), what, tmp_path / f"{what}{ending}") == 0
    assert (tmp_path / "people.csv").read_text(encoding="utf-8-sig").startswith("Role,Title,Given name,")


def test_no_text_is_a_formula(tmp_path: Path) -> None:
    texts = ["=1+1", "+86 20", "-cmd", "@SUM(A1)", "#N/A text", "_x0041_"]
    show = Show.of([Exhibitor(id=str(k), name=text, note=text) for k, text in enumerate(texts)])
    write(show, "exhibitors", tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
        assert b"quotePrefix" in book.read("xl/styles.xml")
    write(show, "exhibitors", tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert not [cell for row in csv.reader(stream) for cell in row if cell[:1] in tuple("=+-@")]
    for ending in ENDINGS:
        assert {record.values["name"] for record in read(tmp_path / f"a{ending}", What.EXHIBITORS).records} == set(
            texts
        )


@pytest.mark.parametrize(
    ("name", "what", "line"),
    [
        ("list.pdf", "people", "list.pdf: A list cannot be written as '.pdf'. Use .csv or .xlsx."),
        ("list", "people", "list: A list cannot be written as a name without ending. Use .csv or .xlsx."),
        ("l.csv", "halls", "There is no list of halls. Choose one of booths, exhibitors, people, assignments."),
    ],
)
def test_what_cannot_be_written(tmp_path: Path, name: str, what: str, line: str) -> None:
    with pytest.raises(Refused) as caught:
        write(small_show(), what, tmp_path / name)
    assert caught.value.line() == line
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_stays_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("mine")
    with pytest.raises(Refused):
        write(small_show(), "booths", path)
    assert path.read_text() == "mine"
    write(small_show(), "booths", path, force=True)
    assert path.read_text(encoding="utf-8-sig").startswith("Booth number")


_NASTY = ['=1+1|cmd"', "'=x", "+", "-", "@", "a,b;c|d", "“引号”", "名称 有限公司", "שלום עולם", "مرحبا", "_x0041_"]
_LINE = st.one_of(
    st.sampled_from([*_NASTY, "12.0", "01"]),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12),
).filter(lambda text: bool(folded(text)) and not text.startswith(("#", "Err:")))
_NOTE = st.lists(_LINE | st.just("a\tb"), max_size=3).map("\n".join)
_PLAIN = st.from_regex(r"[A-Za-z0-9+=@'.-]{0,8}", fullmatch=True).filter(lambda text: not text.startswith("#"))


@st.composite
def parties(draw: st.DrawFn) -> Show:
    names = draw(st.lists(st.tuples(_LINE, st.one_of(st.just(""), _LINE)), max_size=4))
    rows: list[Row] = []
    used: set[str] = set()
    for k, (name, native) in enumerate(names):
        if {folded(name), folded(native)} & used:
            continue
        used |= {folded(name), folded(native)} - {""}
        rows.append(
            Exhibitor(
                id=f"x{k}",
                name=name,
                name_native=native,
                fascia=draw(st.one_of(st.just(""), _LINE)),
                phone=draw(_PLAIN),
                description=draw(_NOTE),
                size_wanted=draw(st.one_of(st.none(), st.integers(0, 10**9))),
                priority=draw(st.integers(-9, 9)),
                waitlisted=draw(st.booleans()),
                note=draw(_NOTE),
            )
        )
    return Show.of(rows)


@st.composite
def guests(draw: st.DrawFn) -> Show:
    rows = [
        Person(
            id=f"p{k}",
            role=draw(st.sampled_from(Role)),
            given=draw(st.one_of(st.just(""), _LINE)),
            family=draw(_LINE),
            native=draw(st.one_of(st.just(""), _LINE)),
            company=draw(st.one_of(st.just(""), _LINE)),
            email=draw(_PLAIN),
            days=tuple(sorted(draw(st.sets(st.dates(date(2024, 9, 1), date(2024, 9, 30)), max_size=3)))),
            code=f"C{k}",
        )
        for k in range(draw(st.integers(0, 4)))
    ]
    return Show.of(rows)


def check_law(show: Show, what: What, ending: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"list{ending}"
        same = brought_back(show, what, path)
        assert (list(same.change), same.rejected) == ([], [])
        kind = Exhibitor if what is What.EXHIBITORS else Person
        empty = Show.of([])
        anew = brought_back(show, what, path, empty).change.applied(empty)
        assert {bare(row) for row in anew.table(kind).values()} == {bare(row) for row in show.table(kind).values()}


@given(parties())
def test_any_exhibitors_come_back_from_csv(show: Show) -> None:
    check_law(show, What.EXHIBITORS, ".csv")


@given(guests())
def test_any_people_come_back_from_csv(show: Show) -> None:
    check_law(show, What.PEOPLE, ".csv")


@settings(max_examples=40)
@given(parties(), guests())
def test_anybody_comes_back_from_xlsx(some: Show, others: Show) -> None:
    with pytest.MonkeyPatch.context() as patch:
        # A process for each example would take minutes; test_workbook holds what it adds.
        patch.setattr(tables, "read_sheet", _read_here)
        check_law(some, What.EXHIBITORS, ".xlsx")
        check_law(others, What.PEOPLE, ".xlsx")


def _read_here(path: Path, what: What, sheet: str | None, mapped: Mapping[str, str], **_more: object) -> Sheet:
    answer = opened(path, what, sheet, dict(mapped))
    return Sheet(answer["sheet"], tuple(answer["sheets"]), answer["rows"])


@given(shows())
def test_any_numbered_booths_come_back(show: Show) -> None:
    # A booth without number or floor cannot be named in a list.
    show = show.replaced((b, None) for b in show.booths.values() if not b.number or len(tidy(b.outline)) < 3)
    with TemporaryDirectory() as folder:
        merge = brought_back(show, What.BOOTHS, Path(folder) / "list.csv")
    assert (merge.added, merge.updated, merge.unchanged, merge.rejected) == (0, 0, len(show.booths), [])
    assert [draft.row for draft in merge.drafts] == sorted(draft.row for draft in merge.drafts)
    assert len(merge.drafts) == sum(booth.draft for booth in show.booths.values())


def test_what_neither_format_can_hold_is_left_out(tmp_path: Path) -> None:
    hall = Hall(id="h", name="H", outline=rectangle(0, 0, 9000, 9000))
    booth = Booth(id="b", hall="h", number="A1", outline=rectangle(0, 0, 3000, 3000), note="a\x00b\ud800c\ufffed\r\ne")
    for ending in ENDINGS:
        path = tmp_path / f"a{ending}"
        write(Show.of([hall, booth]), "booths", path)
        assert read(path, What.BOOTHS).records[0].values["note"] == "abcd\ne"


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_smallest_area_comes_back_without_an_exponent(tmp_path: Path, ending: str) -> None:
    show = Show.of([Exhibitor(id="x", name="Dot", size_wanted=1), Exhibitor(id="y", name="Bit", size_wanted=12_345)])
    merge = brought_back(show, What.EXHIBITORS, tmp_path / f"list{ending}")
    assert merge.unchanged == 2
