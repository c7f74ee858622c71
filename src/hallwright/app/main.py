"""The program's entry: the command line when a command is given, the window otherwise."""

import sys
from collections.abc import Sequence
from pathlib import Path

COMMANDS = frozenset(
    (
        *("new", "info", "import", "export", "assign", "release", "hold", "check", "print", "preflight", "review"),
        *("log", "undo", "redo", "version"),
    )
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run Hallwright and return the exit status."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if _for_command_line(arguments):
        from hallwright.cli.main import main as run_command

        return run_command(arguments)
    # Late: only the window needs Qt.
    from hallwright.app.desktop import run

    return run(arguments)


def _for_command_line(arguments: Sequence[str]) -> bool:
    if not arguments:
        return False
    first = arguments[0]
    if first in COMMANDS or first in ("-h", "--help", "--version"):
        return True
    # A mistyped command is not the name of a project: the command line knows better what to answer.
    return first.isalpha() and first.isascii() and not Path(first).exists()


if __name__ == "__main__":
    sys.exit(main())
