"""Files are written whole or not at all."""

import stat
from pathlib import Path

import pytest

from hallwright.support.errors import Refused
from hallwright.support.files import written_whole


def test_a_file_appears_when_the_block_ends_well(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    with written_whole(target) as temporary:
        assert temporary.parent == tmp_path
        temporary.write_bytes(b"whole")
        assert not target.exists()
    assert target.read_bytes() == b"whole"
    assert [item.name for item in tmp_path.iterdir()] == ["plan.pdf"]
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(ordinary.stat().st_mode)


def test_nothing_is_left_when_the_block_fails(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"before")

    def stop() -> None:
        with written_whole(target, force=True) as temporary:
            temporary.write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    assert target.read_bytes() == b"before"
    assert [item.name for item in tmp_path.iterdir()] == ["plan.pdf"]


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"

    def be_late() -> None:
        with written_whole(target) as temporary:
            temporary.write_bytes(b"mine")
            target.write_bytes(b"another program's")

    with pytest.raises(Refused, match="exists already"):
        be_late()
    assert target.read_bytes() == b"another program's"
    assert [item.name for item in tmp_path.iterdir()] == ["plan.pdf"]


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_is_no_file(tmp_path: Path, force: bool) -> None:
    with pytest.raises(Refused, match="folder"), written_whole(tmp_path, force=force):
        pass


def test_a_missing_folder_and_an_endless_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="folder does not exist"), written_whole(tmp_path / "none" / "plan.pdf"):
        pass
    for length in (250, 300):
        with pytest.raises(Refused), written_whole(tmp_path / ("x" * length)):
            pass
    assert list(tmp_path.iterdir()) == []


def test_replacing_needs_force(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"before")
    with pytest.raises(Refused, match="--force"), written_whole(target):
        pass
    with written_whole(target, force=True) as temporary:
        temporary.write_bytes(b"after")
    assert target.read_bytes() == b"after"
