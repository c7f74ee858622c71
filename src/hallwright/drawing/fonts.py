"""The bundled fonts' own metrics: which face draws a character, and how wide it is.

Every drawing is measured here, with the very files that the window and the PDFs draw with. There is no kerning: a
line is as wide as its advances, in every painter.
"""

import struct
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import BinaryIO, NamedTuple

from hallwright.support.paths import resources

CAP_HEIGHT = 0.714
"""Height of Latin capitals and figures, in parts of the size."""
ASCENT = 0.88
"""How far ordinary letters and Han characters reach above the baseline."""
DESCENT = 0.24
"""How far they reach below it."""
REPLACEMENT = "?"
"""Drawn for a character that no bundled font has; ``missing`` reports it."""


class Face(NamedTuple):
    """One font file: its name in ``resources/fonts``, its family name, and whether it is the bold cut."""

    file: str
    family: str
    bold: bool


FACES: Mapping[str, Face] = {
    "sans": Face("NotoSans-Regular.ttf", "Noto Sans", False),
    "sans-bold": Face("NotoSans-Bold.ttf", "Noto Sans", True),
    "sc": Face("NotoSansSC-Regular.ttf", "Noto Sans SC", False),
    "sc-bold": Face("NotoSansSC-Bold.ttf", "Noto Sans SC", True),
    "kr": Face("NotoSansKR-Regular.ttf", "Noto Sans KR", False),
    "kr-bold": Face("NotoSansKR-Bold.ttf", "Noto Sans KR", True),
}
_ORDER = {False: ("sans", "sc", "kr"), True: ("sans-bold", "sc-bold", "kr-bold")}


def _tables(stream: BinaryIO, wanted: Collection[str]) -> dict[str, bytes]:
    """Return some tables of an OpenType file (the bundled ones, whose directories are sound) by tag."""
    (count,) = struct.unpack_from(">4xH6x", stream.read(12))
    found = {}
    for tag, offset, length in struct.iter_unpack(">4s4xLL", stream.read(16 * count)):
        name = tag.decode("ascii")
        if name in wanted:
            found[name] = offset, length
    tables = {}
    for name, (offset, length) in found.items():
        stream.seek(offset)
        tables[name] = stream.read(length)
    return tables


class _Metrics:
    """Coverage and advances of one file, looked up in its raw tables.

    fontTools names all 30,000 glyphs of a Chinese font to give a character map, which takes 0.1 s a file; a search in
    the map's segments needs none of that, nor the time to load fontTools before the first paint.
    """

    def __init__(self, file: str) -> None:
        with (resources() / "fonts" / file).open("rb") as stream:
            tables = _tables(stream, ("hmtx", "hhea", "head", "cmap"))
        self._widths = tables["hmtx"]
        (self._wide,) = struct.unpack_from(">H", tables["hhea"], 34)
        (self._em,) = struct.unpack_from(">H", tables["head"], 18)
        self._read_map(tables["cmap"])

    def _read_map(self, table: bytes) -> None:
        """Take the fullest Unicode map: format 12 (all planes) if there is one, else format 4."""
        offsets = {}
        for k in range(struct.unpack_from(">H", table, 2)[0]):
            _, _, offset = struct.unpack_from(">HHL", table, 4 + 8 * k)
            offsets[struct.unpack_from(">H", table, offset)[0]] = offset
        if 12 in offsets:
            start = offsets[12]
            (count,) = struct.unpack_from(">L", table, start + 12)
            groups = struct.unpack_from(f">{3 * count}L", table, start + 16)
            self._starts: tuple[int, ...] = groups[0::3]
            self._ends: tuple[int, ...] = groups[1::3]
            self._glyphs: tuple[int, ...] = groups[2::3]
            self._list = b""
            return
        start = offsets[4]
        (twice,) = struct.unpack_from(">H", table, start + 6)
        count = twice // 2
        parts = [struct.unpack_from(f">{count}H", table, start + 14 + k * twice + 2 * (k > 0)) for k in range(4)]
        self._ends, self._starts = parts[:2]
        self._deltas: tuple[int, ...] = parts[2]
        self._ranges: tuple[int, ...] = parts[3]
        self._glyphs = ()
        self._list = table[start + 16 + 3 * twice :]

    def glyph(self, code: int) -> int:
        """Return the glyph's number, 0 for none."""
        k = bisect_right(self._starts, code) - 1
        if k < 0 or code > self._ends[k]:
            return 0
        if self._glyphs:
            return self._glyphs[k] + code - self._starts[k]
        if not self._ranges[k]:
            return (code + self._deltas[k]) & 0xFFFF
        # The offset counts from its own place in the table of offsets.
        glyph: int = struct.unpack_from(">H", self._list, 2 * k + self._ranges[k] + 2 * (code - self._starts[k]))[0]
        return (glyph + self._deltas[k]) & 0xFFFF if glyph else 0

    def advance(self, glyph: int) -> float:
        """Return a glyph's advance in parts of the size."""
        (advance,) = struct.unpack_from(">H", self._widths, 4 * min(glyph, self._wide - 1))
        return float(advance / self._em)


@cache
def _metrics(key: str) -> _Metrics:
    return _Metrics(FACES[key].file)


class _Shown(NamedTuple):
    """How a character is drawn: by which face, how wide, and as what; an ignorable one as nothing."""

    key: str
    advance: float
    char: str


class _Characters(dict[str, _Shown]):
    """How each character is drawn in one weight, found out when it is first met."""

    def __init__(self, bold: bool) -> None:
        self._order = _ORDER[bold]

    def __missing__(self, char: str) -> _Shown:
        found = self[char] = self._found(char)
        return found

    def _found(self, char: str) -> _Shown:
        if char > "~" and _ignorable(char):
            return _Shown("", 0.0, "")
        for key in self._order:
            metrics = _metrics(key)
            glyph = metrics.glyph(ord(char))
            if glyph:
                return _Shown(key, metrics.advance(glyph), char)
        return self[" " if char.isspace() or unicodedata.category(char) == "Cc" else REPLACEMENT]


_CHARACTERS = {bold: _Characters(bold) for bold in (False, True)}


def _ignorable(char: str) -> bool:
    """Say whether a character has no form of its own: joiners, direction marks, variation selectors."""
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


@lru_cache(maxsize=1 << 16)
def _laid_out(text: str, bold: bool) -> tuple[tuple[tuple[str, str], ...], float, str]:
    """Return the runs of a text, its width at size 1 and the characters that no face has."""
    known = _CHARACTERS[bold]
    found = [known[char] for char in text]
    total = sum([advance for _, advance, _ in found])
    keys = {key for key, _, _ in found}
    shown = "".join([char for _, _, char in found])
    lost = ""
    if shown != text:
        replaced = (char for char, (_, _, drawn) in zip(text, found, strict=True) if drawn == REPLACEMENT != char)
        lost = "".join(dict.fromkeys(replaced))
        keys.discard("")
    if len(keys) == 1:
        # A plain name in one script, as most are.
        return ((keys.pop(), shown),), total, lost
    parts = groupby((one for one in found if one.char), key=itemgetter(0))
    return tuple((key, "".join([char for _, _, char in part])) for key, part in parts), total, lost


def runs(text: str, bold: bool = False) -> tuple[tuple[str, str], ...]:
    """Split one line into ``(key of FACES, text)`` runs, each drawn with the first face that covers it.

    A character that no face has becomes ``?`` and is reported by ``missing``; control characters become spaces.
    """
    return _laid_out(text, bold)[0]


def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of one line, in the unit of ``size``."""
    return _laid_out(text, bold)[1] * size


def missing(text: str) -> str:
    """Return the characters of a text that no bundled font has, each once."""
    known = _CHARACTERS[False]
    return "".join(dict.fromkeys([char for char in text if known[char].char == REPLACEMENT != char]))
