"""A file of any known format as rows of text."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from hallwright.exchange.coordinates import Lie
from hallwright.exchange.delimited import DELIMITERS, rows_of
from hallwright.exchange.encodings import decoded
from hallwright.exchange.fields import What
from hallwright.exchange.headings import SEARCHED, known_headings
from hallwright.exchange.limits import MOST_BYTES, too_large
from hallwright.exchange.workbook import read_features, read_sheet
from hallwright.geometry.units import Unit
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _

FORMATS = N_("CSV, TSV, XLSX, XLS or ODS")

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_OTHERS = (
    (b"%PDF", N_("a PDF")),
    (b"\x89PNG", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"GIF8", N_("a picture")),
    (b"BM", N_("a picture")),
    (b"II*\0", N_("a picture")),
    (b"MM\0*", N_("a picture")),
    (b"RIFF", N_("a picture or sound")),
    (b"{\\rtf", N_("a text document (RTF)")),
    (b"SQLite format 3\0", N_("a database or a Hallwright project")),
    (b"Rar!", N_("an archive")),
    (b"7z\xbc\xaf", N_("an archive")),
    (b"\x1f\x8b", N_("an archive")),
    (b"\x7fELF", N_("a program")),
    (b"MZ", N_("a program")),
)


class Table(NamedTuple):
    """Rows of text from the first row of the file on, blank ones included; what was read of the file.

    Attributes:
        labels: number by which people know each row where that is not its place: the feature of a map.
        coordinates: of a map, ``degrees`` or ``plane``; else empty.
        notes: how it was read, for people.
    """

    rows: list[list[str]]
    encoding: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    labels: tuple[int, ...] = ()
    coordinates: str = ""
    notes: tuple[str, ...] = ()


def _nothing() -> None:
    pass


def table_of(
    path: Path,
    what: What,
    mapping: Mapping[str, str],
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    unit: Unit | None = None,
    lie: Lie = Lie(),  # noqa: B008  frozen
    pulse: Callable[[], None] = _nothing,
) -> Table:
    """Read a file by its content.

    Args:
        path: the file.
        what: tells which headings are known.
        mapping: headings that the user names.
        sheet: name of the sheet of a workbook, or None.
        encoding: encoding of a text file, or None.
        unit: unit of a map's coordinates, unless they are degrees; metres if None.
        lie: how a map's coordinates are to be read.
        pulse: called while a child process reads; what it raises ends that.

    Raises:
        Refused: it cannot be read, is too large, empty, of another format, or in no known encoding.
    """
    where = path.name
    data = _content(path)
    if not data.strip():
        raise Refused(_("The file is empty"), where)
    if data.startswith(_COMPOUND) or (data.startswith(_ZIP) and _is_workbook(data, where)):
        found = read_sheet(path, what, sheet, mapping, pulse=pulse)
        table = Table(found.rows, "", found.name, found.names)
    elif what is What.BOOTHS and _is_json(data):
        map_ = read_features(path, lie, (unit or Unit.M).millimetres, encoding, pulse=pulse)
        table = Table(map_.rows, labels=tuple(map_.labels), coordinates=map_.coordinates, notes=tuple(map_.notes))
    else:
        _refuse_others(data, where)
        if sheet is not None:
            raise Refused(
                _("It is a text file and has no sheet '{sheet}'").format(sheet=sheet), where, _("Leave out --sheet.")
            )
        text = decoded(data, lambda some: headings_in(what, some), where, encoding)
        _refuse_markup(text.text, where)
        rows = rows_of(text.text, lambda row: known_headings(what, row), where)
        table = Table(rows, text.encoding)
    if not any(cell.strip() for row in table.rows for cell in row):
        raise Refused(
            _("There is nothing in it"),
            _("{where}, sheet {sheet}").format(where=where, sheet=table.sheet) if table.sheet else where,
        )
    return table


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Refused(_("That is a folder, not a file"), str(path), _("Name the file in it."))
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise Refused(_("There is no such file"), str(path), _("Check its name.")) from None
    except OSError as error:
        raise Refused(
            _("The file cannot be read ({strerror})").format(strerror=error.strerror),
            str(path),
            _("Check who may read it."),
        ) from None
    if len(data) > MOST_BYTES:
        raise too_large(path.name)
    return data


def _is_workbook(data: bytes, where: str) -> bool:
    """Say whether a ZIP archive is a workbook; refuse what it is instead."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            # Sizes in an archive are what its maker says: nothing but this short name is unpacked here.
            short = "mimetype" in names and archive.getinfo("mimetype").file_size < 200
            mime = archive.open("mimetype").read(200) if short else b""
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        raise Refused(_("The file is damaged or cut short"), where, _("Save or download it again.")) from None
    if {"xl/workbook.xml", "xl/workbook.bin"} & names or mime.endswith(b"opendocument.spreadsheet"):
        return True
    kinds = {"word/document.xml": N_("a text document (DOCX)"), "ppt/presentation.xml": N_("a presentation (PPTX)")}
    kind = next((text for name, text in kinds.items() if name in names), N_("an archive or a document, no spreadsheet"))
    raise _other(kind, where)


def _refuse_others(data: bytes, where: str) -> None:
    for magic, kind in _OTHERS:
        # Two letters may begin a heading; a picture or a program has zeros soon after them.
        if data.startswith(magic) and (len(magic) > 2 or b"\0" in data[:64]):
            raise _other(kind, where)


def _is_json(data: bytes) -> bool:
    """Say whether a file begins as a JSON object does, in whatever encoding."""
    start = data[:400].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"{") and start[1:].lstrip().startswith((b'"', b"}"))


def _refuse_markup(text: str, where: str) -> None:
    start = text.lstrip("\ufeff \t\r\n")[:200].casefold()
    if start.startswith(("<!doctype html", "<html", "<table", "<meta", "<head")):
        raise _other(N_("a web page, whatever its name says"), where)
    if start.startswith(("<?xml", "<svg")):
        raise _other(N_("an XML file"), where)
    if start.startswith(("{", "[{", "[\n", "[ {")):
        raise _other(N_("a JSON file"), where)


def _other(kind: str, where: str) -> Refused:
    return Refused(
        _("This is {kind}").format(kind=_(kind)), where, _("Save the list as {formats}.").format(formats=_(FORMATS))
    )


def headings_in(what: What, text: str) -> int:
    """Return how many known headings the best of the first lines shows, whatever the delimiter."""
    best = 0
    for line in text.split("\n", SEARCHED)[:SEARCHED]:
        cells = line
        for delimiter in DELIMITERS:
            cells = cells.replace(delimiter, ",")
        best = max(best, known_headings(what, _split(cells)))
    return best


def _split(line: str) -> Sequence[str]:
    return [cell.strip().strip('"') for cell in line.split(",", 200)]
