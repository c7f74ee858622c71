"""``import booths`` from DXF and SVG."""

from pathlib import Path

from tests.cli.conftest import Call
from tests.exchange.underlays import files

from hallwright.geometry.outline import centre
from hallwright.store.project import open_project


def outlines(project: Path) -> dict[str, frozenset[tuple[int, int]]]:
    store = open_project(project)
    try:
        return {row.number: frozenset(row.outline) for row in store.load().show.booths.values()}
    finally:
        store.close()


def test_a_plan_goes_out_as_dxf_and_comes_back_the_same(call: Call, tmp_path: Path) -> None:
    sample, copy = tmp_path / "sample.expo", tmp_path / "copy.expo"
    call("new", sample, "--sample")
    store = open_project(sample)
    document = files.drawing()
    space = document.modelspace()
    booths = store.load().show.booths
    for row in booths.values():
        space.add_lwpolyline([(x, -y) for x, y in row.outline], close=True, dxfattribs={"layer": "BOOTHS"})
        x, y = centre(row.outline)
        files.add_text(space, row.number, x if len(row.outline) != 6 else row.outline[0][0] + 400, -y, height=200)
    store.close()
    plan = files.saved(document, tmp_path / "plan.dxf")
    call("new", copy)
    said = call("import", "booths", copy, plan, "--hall", "Hall 1", "--json")
    assert (said.status, said.json["added"], said.json["drafts"], said.json["rejected"]) == (0, 336, 0, [])
    found, wanted = outlines(copy), outlines(sample)
    same = [number for number, outline in wanted.items() if found.get(number) == outline]
    assert len(same) == len(wanted) == 336
    again = call("import", "booths", copy, plan, "--hall", "Hall 1", "--json").json
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 336)


def test_without_a_unit_the_sizes_are_listed_and_nothing_is_written(call: Call, small: Path, tmp_path: Path) -> None:
    document = files.drawing(0)
    files.add_box(document.modelspace(), 0, 0, 124.8, 80.2)
    plan = files.saved(document, tmp_path / "plan.dxf")
    said = call("import", "booths", small, plan, "--hall", "Hall 1")
    assert said.status == 2
    assert "The file does not say its unit. Give it with --unit (mm: 0.125 × 0.0802 m, " in said.err
    assert "m: 124.8 × 80.2 m" in said.err
    assert call("info", small, "--json").json["changes"] == 1


def test_layers_are_named_and_unknown_ones_refused(call: Call, small: Path, tmp_path: Path) -> None:
    box = '<rect x="{x}" width="30" height="30"/>'
    plan = files.svg(
        tmp_path / "plan.svg",
        f'<g id="Booths">{box.format(x=0)}<text x="5" y="20" font-size="8">S1</text></g>'
        f'<g id="Tables">{box.format(x=100)}</g>',
    )
    arguments = ("import", "booths", small, plan, "--hall", "Hall 2", "--unit", "cm")
    assert "There are: Booths (1), Tables (1)." in call(*arguments, "--layer", "none").err
    assert "No closed outline of a booth's size" in call(*arguments).err
    said = call(*arguments[:-1], "m", "--layer", "booths", "--dry-run", "--json")
    assert (said.json["added"], said.json["numbered"], said.json["outlines"]) == (1, 1, 1)
    assert said.json["layers"][0] == {"name": "Booths", "on": True, "paths": 1, "texts": 1}
    plain = call(*arguments[:-1], "m", "--layer", "booths", "--dry-run").out
    assert plain.startswith("Nothing is written; there would be 1 added, 0 updated")


def test_a_dwg_is_refused_with_what_to_do(call: Call, small: Path, tmp_path: Path) -> None:
    path = files.written(tmp_path / "plan.dwg", b"AC1032" + bytes(50))
    assert "Save it as DXF" in call("import", "booths", small, path).err


def test_lists_know_no_inches(call: Call, small: Path, tmp_path: Path) -> None:
    path = files.written(tmp_path / "list.csv", "number,width\nA,1\n")
    assert "The unit of a list cannot be in" in call("import", "booths", small, path, "--unit", "in").err
