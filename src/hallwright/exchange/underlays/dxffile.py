"""A DXF file opened whole: its end looked for, its encoding found out, its faults mended or told."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hallwright.support.errors import Refused
from hallwright.support.i18n import _

SAVE_AGAIN = "Open it in a CAD program and save it again as DXF."
CHINESE, MARKED = "gb18030", "utf-8-sig"
_LOOKED_AT = 16 * 1024 * 1024
_EASTERN = re.compile(
    rb"\$DWGCODEPAGE\s+3\s+(?:ANSI_|DOS)?(?:932|936|949|950|1361|GB2312|BIG5|JOHAB|KSC)", re.IGNORECASE
)
_UNICODE = re.compile(rb"\$ACADVER\s+1\s+AC(?:102[1-9]|10[3-9]\d)")
_PAIR = re.compile(rb"[\xb0-\xf7][\xa1-\xfe]|[\xa1-\xa9][\xa1-\xfe]")
_HIGH = re.compile(rb"[\x80-\xff]")


def require_end(path: Path) -> None:
    """Refuse a file without its last tag: a part of a drawing opens as if it were all of it."""
    with path.open("rb") as stream:
        stream.seek(0, 2)
        stream.seek(max(stream.tell() - 1024, 0))
        tail = stream.read().rstrip(b"\0\x1a \t\r\n")
    if not tail.endswith(b"EOF"):
        raise Refused(_("The DXF file is cut short (it has no end mark)"), mend=_("Copy or save it again."))


def encoding_of(path: Path) -> str | None:
    """Return the encoding of a text DXF if it is another than the one the file names, else None.

    Before 2007 a DXF named the code page of the machine that wrote it; many programs name none, or name the Western one
    and write Chinese. Hanzi in GBK are pairs of high bytes, which Western texts have next to never.
    """
    with path.open("rb") as stream:
        data = stream.read(_LOOKED_AT)
    if data.startswith(b"\xef\xbb\xbf"):
        return MARKED
    if data.startswith(b"AutoCAD Binary DXF") or _UNICODE.search(data[:4096]):
        return None
    high = len(_HIGH.findall(data))
    if not high:
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4:  # cut amid a character, by looking at the start only
            return "utf-8"
    else:
        return "utf-8"
    if _EASTERN.search(data[:65536]):
        return None
    pairs = 2 * len(_PAIR.findall(data))
    return CHINESE if pairs >= 4 and pairs >= 0.9 * high else None


def opened(path: Path, encoding: str | None) -> tuple[Any, int]:
    """Return the document and the number of faults that had to be mended to get it."""
    from ezdxf import recover
    from ezdxf.filemanagement import read, readfile
    from ezdxf.lldxf.const import DXFError

    try:
        if encoding == MARKED:
            with path.open(encoding=MARKED, errors="surrogateescape") as stream:
                return read(stream), 0
        return readfile(path, encoding=encoding), 0
    except (DXFError, ValueError, LookupError, TypeError, AttributeError, UnicodeError):
        pass
    try:
        document, auditor = recover.readfile(path)
    except (DXFError, ValueError, LookupError, TypeError, AttributeError, UnicodeError, OSError) as error:
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise Refused(_("The DXF file is damaged ({reason})").format(reason=reason), mend=SAVE_AGAIN) from None
    return document, max(len(auditor.errors) + len(auditor.fixes), 1)


def raw_count(path: Path, kinds: Iterable[str]) -> int:
    """Count the entities of text DXF without the library, to notice when that drops some; 0 for binary DXF."""
    count = 0
    with path.open("rb") as stream:
        if stream.read(22).startswith(b"AutoCAD Binary DXF"):
            return 0
        stream.seek(0)
        names = {name.encode() for name in kinds}
        while True:
            code, value = stream.readline(), stream.readline()
            if not value:
                return count
            if code.strip() == b"0" and value.strip() in names:
                count += 1
