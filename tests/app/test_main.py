"""The entry: which arguments are for the command line, and which open the window."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import hallwright.app.desktop
from hallwright.app.main import main


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """Return the arguments with which the window was opened, without opening it."""
    opened: list[list[str]] = []

    def run(argv: Sequence[str]) -> int:
        opened.append(list(argv))
        return 0

    monkeypatch.setattr(hallwright.app.desktop, "run", run)
    monkeypatch.chdir(tmp_path)
    return opened


@pytest.mark.parametrize("arguments", [[], ["demo.expo"], ["--sample"], ["--offscreen", "out"], ["./info"]])
def test_projects_and_options_open_the_window(window: list[list[str]], arguments: list[str]) -> None:
    assert main(arguments) == 0
    assert window == [arguments]


def test_a_project_without_an_ending_opens_the_window(window: list[list[str]]) -> None:
    Path("demo").touch()
    main(["demo"])
    assert window == [["demo"]]


@pytest.mark.parametrize(
    ("arguments", "status"), [(["--help"], 0), (["--version"], 0), (["info", "none.expo"], 2), (["chek", "x.expo"], 2)]
)
def test_commands_and_mistyped_ones_go_to_the_command_line(
    window: list[list[str]], capsys: pytest.CaptureFixture[str], arguments: list[str], status: int
) -> None:
    assert main(arguments) == status
    assert window == []
    assert capsys.readouterr().out or status
