"""Photos on the command line."""

from pathlib import Path

from PIL import Image
from tests.cli.conftest import Call


def test_photos_are_given_to_people_and_taken_back(call: Call, small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    code = "1"
    Image.new("RGB", (400, 500), "#808080").save(folder / f"{code}.jpg")
    Image.new("RGB", (400, 500), "#808080").save(folder / "nobody.jpg")
    said = call("import", "photos", small, folder, "--dry-run", "--json").json
    assert (said["photos"], [one["file"] for one in said["not_taken"]]) == (1, ["nobody.jpg"])
    assert call("import", "photos", small, folder, "--strict").status == 1
    assert call("import", "photos", small, folder, "--json").json["changed"] == 0
    assert "Photos of 1 person" in call("undo", small).out
    assert "cannot be read" in call("import", "photos", small, tmp_path / "gone").err
