"""What a wheel holds: the package, and the resources inside it."""

from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]
PRINT = (
    "print-profiles/pdfx4.json",
    "print-profiles/ISOcoated_v2_300_bas.icc",
    "print-profiles/LICENSE-ISOcoated_v2_300_bas.txt",
)


def test_the_wheel_carries_the_resources_inside_the_package() -> None:
    held = {entry.distribution_path for entry in WheelBuilder(str(ROOT)).recurse_included_files()}
    assert "hallwright/__init__.py" in held
    for file in ("fonts/NotoSansSC-Regular.ttf", "fonts/OFL-NotoSansSC.txt", "icons/hash.svg", "icons/LICENSE", *PRINT):
        assert f"hallwright/_resources/{file}" in held
    assert [path for path in held if not path.startswith("hallwright/")] == []


def test_an_editable_install_copies_nothing_that_could_grow_stale() -> None:
    builder = WheelBuilder(str(ROOT))
    assert builder.config.dev_mode_dirs == ["src"]
    assert builder.config.force_include == {}
