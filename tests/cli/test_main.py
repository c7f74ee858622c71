"""The command line as a whole: help, statuses, and what happens when something goes wrong."""

import argparse
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Call

import hallwright
from hallwright.app.main import COMMANDS
from hallwright.cli import main as cli
from hallwright.cli.commands import projects


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _leaves(parser: argparse.ArgumentParser | None = None, *words: str) -> list[tuple[str, ...]]:
    below = _commands(parser or cli.parser())
    return [leaf for name, one in below.items() for leaf in _leaves(one, *words, name)] if below else [words]


def test_the_program_s_entry_knows_every_command() -> None:
    assert set(_commands(cli.parser())) == set(COMMANDS)


@pytest.mark.parametrize("words", _leaves(), ids=" ".join)
def test_every_command_has_help_with_examples_that_can_be_parsed(call: Call, words: tuple[str, ...]) -> None:
    said = call(*words, "--help")
    assert said.status == 0
    examples = [line.strip() for line in said.out.partition("examples:\n")[2].splitlines() if line.strip()]
    assert examples
    for example in examples:
        assert example.startswith(f"hallwright {' '.join(words)}")
        cli.parser().parse_args(shlex.split(example)[1:])


def test_version_and_help(call: Call) -> None:
    assert call("--version").out == f"Hallwright {hallwright.__version__}\n"
    assert "commands:" in call("--help").out


@pytest.mark.parametrize("arguments", [(), ("chek", "x.expo"), ("info",), ("info", "x", "--frobnicate"), ("print",)])
def test_arguments_that_do_not_fit_are_refused_in_one_line(call: Call, arguments: tuple[str, ...]) -> None:
    said = call(*arguments)
    assert said.status == 2
    assert "--help" in said.err


def test_stopping_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(projects, "info", stopped)
    assert cli.main(["info", "x.expo"]) == 130
    assert capsys.readouterr().err == "hallwright: Stopped; nothing is half-written.\n"


def test_a_fault_of_the_program_is_told_and_can_be_traced(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> int:
        raise ZeroDivisionError("a\nb")

    monkeypatch.setattr(projects, "info", broken)
    said = call("info", "x.expo")
    assert said.status == 2
    assert "ZeroDivisionError: a b" in said.err
    assert cli.TRACEBACK in said.err
    monkeypatch.setenv(cli.TRACEBACK, "1")
    with pytest.raises(ZeroDivisionError):
        cli.main(["info", "x.expo"])


def test_no_control_character_reaches_the_terminal(call: Call, small: Path, tmp_path: Path) -> None:
    source = tmp_path / "people.csv"
    source.write_text("Given name,Role\nMei,\x1b[31mking\n")
    assert "\x1b" not in call("import", "people", small, source).out


def test_a_short_command_loads_neither_qt_nor_pdf_nor_spreadsheets(small: Path) -> None:
    code = (
        "import sys; from hallwright.app.main import main; status = main(['info', sys.argv[1], '--json']);"
        "heavy = {'PySide6', 'reportlab', 'openpyxl', 'alembic', 'shapely'} & set(sys.modules);"
        "sys.exit(f'loads {heavy}' if heavy else status)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(small)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_leaves_early_is_no_error(small: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "hallwright.app.main", "log", str(small)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0
