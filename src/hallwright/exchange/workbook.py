"""Spreadsheets of binary formats, read by a child process with limits."""

import json
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, cast

from hallwright.exchange.fields import What
from hallwright.exchange.limits import MOST_OUTPUT, MOST_SECONDS
from hallwright.support import fence
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _, language

_SAVE_AGAIN = N_("Open it in a spreadsheet program and save it again as XLSX or CSV.")


class Sheet(NamedTuple):
    """A sheet of a workbook: its name, the names of all visible ones, its rows as text."""

    name: str
    names: tuple[str, ...]
    rows: list[list[str]]


def read_sheet(
    path: Path, what: What, sheet: str | None, mapped: Iterable[str], *, seconds: float = MOST_SECONDS
) -> Sheet:
    """Read one sheet of an XLSX, XLS, XLSB or ODS in a child process.

    Args:
        path: the file.
        what: tells which headings are looked for when no sheet is named.
        sheet: name of the sheet, or None for the first that shows a known heading.
        mapped: headings that the user names.
        seconds: time that the child may take.

    Raises:
        Refused: what the child refuses, or it took too long or ended.
    """
    where = path.name
    request = json.dumps(
        {"path": str(path.resolve()), "what": what, "sheet": sheet, "mapped": list(mapped), "language": language()}
    )
    with tempfile.TemporaryFile() as output:
        status = _run(request, output.fileno(), where, seconds)
        output.seek(0, 2)
        if status != 0 or not 0 < output.tell() <= MOST_OUTPUT:
            raise Refused(
                _("The spreadsheet is damaged or too large (its reader ended with status {status})").format(
                    status=status
                ),
                where,
                _(_SAVE_AGAIN),
            )
        output.seek(0)
        answer = json.load(output)
    if "refused" in answer:
        raise Refused(answer["refused"]["what"], where, answer["refused"]["mend"])
    return Sheet(answer["sheet"], tuple(answer["sheets"]), cast("list[list[str]]", answer["rows"]))


def _run(request: str, output: int, where: str, seconds: float) -> int:
    try:
        done = subprocess.run(
            fence.arguments("hallwright.exchange.child"),
            input=request.encode(),
            stdout=output,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            env=fence.surroundings(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise Refused(
            _("The spreadsheet is damaged or too large (not read within {seconds:g} seconds)").format(seconds=seconds),
            where,
            _(_SAVE_AGAIN),
        ) from None
    except OSError as error:
        raise Refused(
            _("The reader of spreadsheets did not start ({strerror})").format(strerror=error.strerror),
            where,
            _("Use CSV."),
        ) from None
    return done.returncode
