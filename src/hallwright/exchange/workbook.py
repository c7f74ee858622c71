"""Spreadsheets of binary formats, and GeoJSON, read by a child process with limits."""

import json
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast

from hallwright.exchange.coordinates import Lie
from hallwright.exchange.fields import What
from hallwright.exchange.geojson import Features
from hallwright.exchange.limits import MOST_OUTPUT, MOST_SECONDS
from hallwright.support import fence
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _, language
from hallwright.support.numbers import marks

_CHILD = "hallwright.exchange.child"


class _Words(NamedTuple):
    """What is said of a file that cannot be read."""

    ended: str
    late: str
    unstarted: str
    mend: str
    other: str


_SHEETS = _Words(
    N_("The spreadsheet is damaged or too large (its reader ended with status {status})"),
    N_("The spreadsheet is damaged or too large (not read within {seconds:g} seconds)"),
    N_("The reader of spreadsheets did not start ({strerror})"),
    N_("Open it in a spreadsheet program and save it again as XLSX or CSV."),
    N_("Use CSV."),
)
_FEATURES = _Words(
    N_("The GeoJSON file is damaged or too large (its reader ended with status {status})"),
    N_("The GeoJSON file is damaged or too large (not read within {seconds:g} seconds)"),
    N_("The reader of GeoJSON did not start ({strerror})"),
    N_("Save only the booths of it."),
    N_("Use CSV."),
)


class Sheet(NamedTuple):
    """A sheet of a workbook: its name, the names of all visible ones, its rows as text."""

    name: str
    names: tuple[str, ...]
    rows: list[list[str]]


def _nothing() -> None:
    pass


def read_sheet(
    path: Path,
    what: What,
    sheet: str | None,
    mapped: Iterable[str],
    *,
    seconds: float = MOST_SECONDS,
    pulse: Callable[[], None] = _nothing,
) -> Sheet:
    """Read one sheet of an XLSX, XLS, XLSB or ODS in a child process.

    Args:
        path: the file.
        what: tells which headings are looked for when no sheet is named.
        sheet: name of the sheet, or None for the first that shows a known heading.
        mapped: headings that the user names.
        seconds: time that the child may take.
        pulse: called while it works; what it raises ends the child.

    Raises:
        Refused: what the child refuses, or it took too long or ended.
    """
    request = {"kind": "sheet", "what": what, "sheet": sheet, "mapped": list(mapped)}
    answer = _answer(path, request, _SHEETS, seconds, pulse)
    return Sheet(answer["sheet"], tuple(answer["sheets"]), cast("list[list[str]]", answer["rows"]))


def read_features(
    path: Path,
    lie: Lie,
    millimetres: float,
    encoding: str | None = None,
    *,
    seconds: float = MOST_SECONDS,
    pulse: Callable[[], None] = _nothing,
) -> Features:
    """Read a GeoJSON file in a child process; arguments and refusals are those of ``geojson.read``."""
    request = {"kind": "features", "lie": list(lie), "millimetres": millimetres, "encoding": encoding}
    answer = _answer(path, request, _FEATURES, seconds, pulse)
    return Features(answer["rows"], answer["labels"], answer["coordinates"], answer["notes"])


def _answer(
    path: Path, request: Mapping[str, Any], words: _Words, seconds: float, pulse: Callable[[], None]
) -> dict[str, Any]:
    where = path.name
    request = {"path": str(path.resolve()), "language": language(), "marks": marks(), **request}
    with tempfile.TemporaryFile() as output:
        try:
            status = fence.run(_CHILD, request, output, seconds=seconds, pulse=pulse)
        except TimeoutError:
            raise Refused(_(words.late).format(seconds=seconds), where, _(words.mend)) from None
        except OSError as error:
            raise Refused(_(words.unstarted).format(strerror=error.strerror), where, _(words.other)) from None
        output.seek(0, 2)
        if status != 0 or not 0 < output.tell() <= MOST_OUTPUT:
            raise Refused(_(words.ended).format(status=status), where, _(words.mend))
        output.seek(0)
        answer: dict[str, Any] = json.load(output)
    if "refused" in answer:
        raise Refused(answer["refused"]["what"], where, answer["refused"]["mend"])
    return answer
