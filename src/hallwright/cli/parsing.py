"""The parser: errors as one line, examples in every help, and arguments that commands share."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, Protocol

from hallwright.editing.session import Session
from hallwright.support.collecting import uncollected
from hallwright.support.errors import Refused

Run = Callable[[argparse.Namespace], int]


class Commands(Protocol):
    """What ``add_subparsers`` returns."""

    def add_parser(
        self,
        name: str,
        *,
        help: str,  # noqa: A002
        description: str,
        epilog: str,
        formatter_class: type[argparse.HelpFormatter],
    ) -> "Parser":
        """Add one command."""
        ...


class Parser(argparse.ArgumentParser):
    """A parser that refuses in one line; argparse itself prints the usage first."""

    def error(self, message: str) -> NoReturn:
        """Raise ``Refused`` for arguments that do not fit."""
        raise Refused(message, mend=f"See: {self.prog} --help")


def command(commands: Commands, name: str, does: str, run: Run, *examples: str) -> Parser:
    """Add a command that calls ``run``; ``does`` is one sentence for the help, examples are whole lines."""
    parser = commands.add_parser(
        name,
        help=does[0].lower() + does[1:].rstrip("."),
        description=does,
        epilog="examples:\n" + "\n".join(f"  {example}" for example in examples),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)
    return parser


def group(commands: Commands, name: str, does: str) -> Commands:
    """Add a command that only has commands below it, such as ``print``."""
    parser = commands.add_parser(
        name,
        help=does[0].lower() + does[1:].rstrip("."),
        description=does,
        epilog=f"'hallwright {name} WHAT --help' tells more.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    return parser.add_subparsers(title="what", metavar="WHAT", required=True)


def takes_project(parser: Parser) -> None:
    """Add the argument PROJECT."""
    parser.add_argument("project", metavar="PROJECT", help="a project file, e.g. demo.expo")


def takes_force(parser: Parser) -> None:
    """Add the option to replace an existing output."""
    parser.add_argument("--force", action="store_true", help="replace the output if it exists")


@contextmanager
def opened(project: str) -> Iterator[Session]:
    """Open a project for the length of a block."""
    # Late: SQLAlchemy costs most of the start, and a help text needs none of it.
    from hallwright.store.project import open_project

    with uncollected():
        session = Session(open_project(project))
    try:
        yield session
    finally:
        session.close()


def require_other_file(output: Path, project: str) -> None:
    """Refuse to write an output over the project it is made from, even when forced."""
    if output.exists() and Path(project).exists() and output.samefile(project):
        raise Refused("That is the project itself", str(output), "Choose another name for the output.")
