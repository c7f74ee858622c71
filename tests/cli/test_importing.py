"""``import`` and ``export``: lists in and out."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Call

REAL = Path(__file__).parents[3] / "shared" / "real" / "trade-fair-sector.csv"
BOOTHS = 'Booth No,Outline WKT (m)\nB1,"POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))"\n'
CROSSED = BOOTHS + 'B2,"POLYGON ((0 0, 3 3, 3 0, 0 3, 0 0))"\n'


@pytest.mark.skipif(not REAL.exists(), reason="the real plan lies beside the repository, and is not here")
def test_the_real_plan_comes_in_whole(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "real.expo"
    call("new", path)
    said = call("import", "booths", path, REAL, "--unit", "m", "--hall", "Sector A", "--json")
    assert said.status == 0
    document = said.json
    assert (document["added"], document["updated"], document["drafts"]) == (219, 0, 3)
    assert document["rejected"] == []
    assert [(row["row"], row["value"]) for row in document["draft_rows"]] == [
        (7, "FDA1019"),
        (163, "FDA720"),
        (203, "FDA819"),
    ]
    assert all("crosses itself" in row["reason"] for row in document["draft_rows"])
    info = call("info", path, "--json").json
    assert (info["booths"], info["drafts"], info["halls"], info["changes"]) == (219, 3, 1, 1)
    checked = call("check", path, "--json")
    assert checked.status == 1
    rules = [finding["rule"] for finding in checked.json["findings"]]
    assert rules.count("booth-overlap") == 34
    assert rules.count("booth-draft") == 3
    again = call("import", "booths", path, REAL, "--unit", "m", "--hall", "Sector A", "--json").json
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 219)
    assert call("info", path, "--json").json["changes"] == 1


def test_a_draft_is_kept_and_named_by_row(call: Call, small: Path, tmp_path: Path) -> None:
    source = tmp_path / "plan.csv"
    source.write_text(CROSSED)
    said = call("import", "booths", small, source, "--hall", "Hall 2")
    assert said.status == 0
    assert said.out.startswith("2 added, 0 updated, 0 unchanged, 1 draft, 0 rejected.")
    assert "row 3: number 'B2': kept as a draft, the outline crosses itself" in said.out
    assert call("import", "booths", small, source, "--hall", "Hall 2", "--strict").status == 1


def test_a_dry_run_writes_nothing(call: Call, small: Path, tmp_path: Path) -> None:
    source = tmp_path / "plan.csv"
    source.write_text(BOOTHS)
    before = small.read_bytes()
    said = call("import", "booths", small, source, "--hall", "Hall 2", "--dry-run")
    assert said.out.startswith("Nothing is written; there would be 1 added")
    assert small.read_bytes() == before


def test_columns_can_be_mapped_and_left_out(call: Call, small: Path, tmp_path: Path) -> None:
    source = tmp_path / "firms.csv"
    source.write_text("Who=what,Country,Memo\nAegis,GR,secret\n")
    said = call("import", "exhibitors", small, source, "--map", "Who=what=name", "--map", "Country=-", "--json")
    assert said.json["added"] == 1
    assert said.json["mapping"] == {"Who=what": "name"}
    target = tmp_path / "out.csv"
    call("export", "exhibitors", small, target)
    assert "Aegis" in target.read_text("utf-8-sig")
    assert "GR" not in target.read_text("utf-8-sig")


def test_rows_with_faults_are_told_and_strict_ends_with_1(call: Call, small: Path, tmp_path: Path) -> None:
    source = tmp_path / "people.csv"
    source.write_text("Given name,Family name,Role\nMei,Wong,astronaut\nLi,Na,press\n")
    said = call("import", "people", small, source, "--json")
    assert said.status == 0
    assert [row["row"] for row in said.json["rejected"]] == [2]
    source.write_text("Given name,Family name,Role\nAda,Byron,astronaut\n")
    assert call("import", "people", small, source, "--strict").status == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gbk", "gb18030"])
def test_chinese_lists_come_in_whatever_their_encoding(call: Call, small: Path, tmp_path: Path, encoding: str) -> None:
    source = tmp_path / "firms.csv"
    source.write_bytes(
        "公司名称,国家,联系人\n深圳市安全科技有限公司,中国,王伟\n广州数据服务中心,中国,李娜\n".encode(encoding)
    )
    assert call("import", "exhibitors", small, source, "--json").json["added"] == 2


@pytest.mark.parametrize(
    ("content", "arguments", "says"),
    [
        (b"", (), "empty"),
        (b"12,7\n13,8\n", (), "heading"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", (), "picture"),
        (BOOTHS.encode(), ("--map", "Nowhere=number"), "Nowhere"),
        (BOOTHS.encode(), ("--map", "nonsense"), "COLUMN=FIELD"),
        (BOOTHS.encode(), ("--map", "Booth No=colour of the carpet"), "colour of the carpet"),
        (BOOTHS.encode(), ("--unit", "parsec"), "parsec"),
        (BOOTHS.encode(), ("--sheet", "One"), "sheet"),
        (BOOTHS.encode(), ("--encoding", "klingon"), "klingon"),
    ],
)
def test_a_file_that_cannot_be_read_as_asked_is_refused(
    call: Call, small: Path, tmp_path: Path, content: bytes, arguments: tuple[str, ...], says: str
) -> None:
    source = tmp_path / "plan.csv"
    source.write_bytes(content)
    before = small.read_bytes()
    said = call("import", "booths", small, source, "--hall", "Hall 2", *arguments)
    assert said.status == 2
    assert says in said.err
    assert small.read_bytes() == before


@pytest.mark.parametrize("what", ["booths", "exhibitors", "people", "assignments"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_every_list_can_be_written(call: Call, small: Path, tmp_path: Path, what: str, ending: str) -> None:
    target = tmp_path / f"list.{ending}"
    document = call("export", what, small, target, "--json").json
    assert document["file"] == str(target)
    assert document["rows"] > 0
    assert target.stat().st_size > 0
    assert "exists already" in call("export", what, small, target).err
    assert call("export", what, small, target, "--force").status == 0


def test_an_exported_list_comes_back_unchanged(call: Call, small: Path, tmp_path: Path) -> None:
    for what in ("exhibitors", "people"):
        target = tmp_path / f"{what}.csv"
        call("export", what, small, target)
        document = call("import", what, small, target, "--json").json
        assert (document["added"], document["updated"], document["rejected"]) == (0, 0, [])


def test_a_list_never_replaces_its_project(call: Call, small: Path, tmp_path: Path) -> None:
    project = small.rename(tmp_path / "project.csv")
    before = project.read_bytes()
    said = call("export", "people", project, project, "--force")
    assert said.status == 2
    assert "project itself" in said.err
    assert project.read_bytes() == before


@pytest.mark.parametrize("ending", ["geojson", "dxf", "svg"])
def test_a_map_or_drawing_goes_out_and_comes_back_unchanged(
    call: Call, small: Path, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"plan.{ending}"
    document = call("export", "booths", small, target, "--hall", "Hall 1", "--json").json
    assert document["rows"] == 5
    said = call("import", "booths", small, target, "--hall", "Hall 1", "--json")
    counts = {key: said.json[key] for key in ("added", "updated", "unchanged", "rejected")}
    assert counts == {"added": 0, "updated": 0, "unchanged": 5, "rejected": []}


def test_a_map_stands_on_the_globe_where_it_is_said(call: Call, small: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.geojson"
    call("export", "booths", small, target, "--at", "113.364,23.101")
    document = json.loads(target.read_text("utf-8"))
    assert document["features"][0]["geometry"]["coordinates"][0][0] == [113.364, 23.101]
    said = call("import", "booths", small, target, "--json").json
    assert (said["coordinates"], said["unchanged"], said["rejected"]) == ("degrees", 6, [])
    assert "Give the longitude first" in call("export", "booths", small, target, "--force", "--at", "23.1,113.4").err
    assert "is no LON,LAT" in call("export", "booths", small, target, "--force", "--at", "here").err


def test_a_map_of_another_program_is_told_how_it_is_read(call: Call, small: Path, tmp_path: Path) -> None:
    ring = [[0, 0], [3, 0], [3, 3], [0, 3], [0, 0]]
    features = [
        {"type": "Feature", "properties": {"name": "Z1"}, "geometry": {"type": "Polygon", "coordinates": [ring]}},
        {"type": "Feature", "properties": {"name": "Z2"}, "geometry": {"type": "Point", "coordinates": [1, 2]}},
    ]
    plan = tmp_path / "plan.geojson"
    plan.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    options = ("--hall", "Hall 1", "--map", "name=number", "--dry-run")
    said = call("import", "booths", small, plan, *options)
    assert "The coordinates are lengths on a plane, not degrees; y grows upwards." in said.out
    assert "row 2: geometry (m) 'POINT': a POINT; an outline is a POLYGON" in said.out
    assert "y grows downwards" in call("import", "booths", small, plan, *options, "--y-down").out
    assert "degrees: laid on a plane" in call("import", "booths", small, plan, *options, "--coordinates", "degrees").out
