"""Content streams as operators, within limits."""

import base64
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Stream

from hallwright.printing.preflight.limits import MOST_OPERATORS, MOST_STREAM, MOST_UNPACKED
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

_STEP = 1 << 20
_PACKED = {"/LZWDecode": 1400, "/LZW": 1400, "/RunLengthDecode": 64, "/RL": 64}
"""How much larger these filters can make a stream."""
_HEX = {"/ASCIIHexDecode", "/AHx"}
_PLAIN = {"/ASCII85Decode", "/A85", *_HEX}
_FLATE = {"/FlateDecode", "/Fl"}
_KEPT = 64
_SOME = 4096
"""Instructions that are read before somebody may end the run."""
_SMALL = 20_000


class TooMuch(Refused):
    """A file asks for more work than any real one."""

    def __init__(self, what: str) -> None:
        super().__init__(what, mend=_("Save it anew from the program that made it, in parts."))


class Budget:
    """The work that one file may ask for, and the streams that it shows again and again."""

    def __init__(self, still: Callable[[], None] = lambda: None) -> None:
        self._still = still
        self._operators = 0
        self._unpacked = 0
        self._kept: dict[tuple[int, int], list[Any]] = {}

    def instructions(self, source: Any) -> Iterator[Any]:
        """Return the instructions of a page, form, pattern or glyph.

        Raises:
            TooMuch: it is beyond the limits.
            pikepdf.PdfError: it cannot be read.
        """
        key = source.objgen if isinstance(source, Stream) else (0, 0)
        found = self._kept.get(key) if key != (0, 0) else None
        if found is None:
            for stream in _streams(source):
                self._unpack(stream)
            found = list(pikepdf.parse_content_stream(source))
            if key != (0, 0) and len(found) < _SMALL:
                if len(self._kept) >= _KEPT:
                    self._kept.pop(next(iter(self._kept)))
                self._kept[key] = found
        self._operators += len(found) + 1
        if self._operators > MOST_OPERATORS:
            raise TooMuch(_("The pages hold more than {most:,} instructions").format(most=MOST_OPERATORS))
        return self._given(found)

    def _given(self, found: list[Any]) -> Iterator[Any]:
        for start in range(0, len(found), _SOME):
            self._still()
            yield from found[start : start + _SOME]

    def _unpack(self, stream: Any) -> None:
        """Count the bytes of a stream before anything unpacks it whole."""
        size = unpacked_size(stream, MOST_STREAM)
        self._unpacked += size
        if size > MOST_STREAM or self._unpacked > MOST_UNPACKED:
            raise TooMuch(_("The pages unpack to more than {most:,} MB").format(most=MOST_STREAM // 1_000_000))


def unpacked_size(stream: Any, most: int) -> int:
    """Return the bytes of a stream once unpacked, as far as ``most``: then anything larger than it."""
    filters = stream.get("/Filter", [])
    names = [str(one) for one in (filters.as_list() if isinstance(filters, Array) else [filters] if filters else [])]
    raw = stream.read_raw_bytes()
    while names and names[0] in _PLAIN:
        bare = _bare(raw, names[0])
        if bare is None:
            break
        raw, names = bare, names[1:]
    size = len(raw)
    packed = [name for name in names if name not in _PLAIN]
    if not packed:
        return size
    if packed == [names[0]] and packed[0] in _FLATE:
        return _inflated(raw, most)
    # Filters upon filters: each may blow it up; only small ones can be proved harmless without doing the work.
    for name in packed:
        size *= _PACKED.get(name, 1040)
    return size


def _bare(raw: bytes, name: str) -> bytes | None:
    """Return the bytes that a stream spells out as text; None if it is no such text."""
    text = b"".join(raw.split())
    try:
        if name in _HEX:
            digits = text.partition(b">")[0]
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        return base64.a85decode(text.removeprefix(b"<~").partition(b"~")[0])
    except ValueError:
        return None


def _inflated(raw: bytes, most: int) -> int:
    machine = zlib.decompressobj()
    size = 0
    rest = raw
    try:
        while rest and size <= most and not machine.eof:
            size += len(machine.decompress(rest, _STEP))
            rest = machine.unconsumed_tail
    except zlib.error:
        # Damaged data: what there is of it will be read or refused by the parser.
        return size
    return size


def _streams(source: Any) -> list[Any]:
    if isinstance(source, Stream):
        return [source]
    contents = source.get("/Contents")
    if isinstance(contents, Array):
        return [part for part in contents.as_list() if isinstance(part, Stream)]
    return [contents] if isinstance(contents, Stream) else []
