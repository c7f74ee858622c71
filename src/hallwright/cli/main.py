"""The command line's entry: parse, run one command, turn what goes wrong into one line and an exit status."""

import io
import os
import sys
from collections.abc import Sequence

import hallwright
from hallwright.cli.commands import (
    assigning,
    badges,
    checking,
    diff,
    exporting,
    history,
    importing,
    people,
    preflight,
    printing,
    projects,
    review,
    templates,
)
from hallwright.cli.parsing import Parser
from hallwright.support.errors import Refused
from hallwright.support.text import one_line

REFUSED = 2
STOPPED = 130
TRACEBACK = "HALLWRIGHT_TRACEBACK"
_GROUPS = (
    *(projects, importing, exporting, assigning, checking, printing, badges, people, templates),
    *(preflight, review, history, diff),
)


def parser() -> Parser:
    """Return the parser with all commands."""
    top = Parser(
        prog="hallwright",
        description="Plan an exhibition: halls, booths, exhibitors, printed plans and badges.",
        epilog="Without a command, 'hallwright [PROJECT]' opens the editor. 'hallwright COMMAND --help' has examples.",
    )
    top.add_argument("--version", action="version", version=f"Hallwright {hallwright.__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for group in _GROUPS:
        group.add(commands)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 when it is done, 1 when it is done but found something, 2 when it was refused and nothing was written,
        130 when the user stopped it.
    """
    _never_fail_to_print()
    try:
        options = parser().parse_args(sys.argv[1:] if argv is None else list(argv))
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except SystemExit as leaving:
        # argparse leaves so after --help and --version.
        return leaving.code if isinstance(leaving.code, int) else 0
    except Refused as refusal:
        return _say(refusal.line(), REFUSED)
    except KeyboardInterrupt:
        return _say("Stopped; nothing is half-written.", STOPPED)
    except BrokenPipeError:
        # The reader of our output, such as `head`, has gone; Python must not complain again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get(TRACEBACK):
            raise
        what = one_line(f"{type(error).__name__}: {error}")
        return _say(f"This is a fault of Hallwright ({what}). Set {TRACEBACK}=1 for a report to its makers.", REFUSED)


def _say(line: str, status: int) -> int:
    print(f"hallwright: {one_line(line)}", file=sys.stderr)
    return status


def _never_fail_to_print() -> None:
    """Let names in any script pass through a terminal that lacks their letters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
