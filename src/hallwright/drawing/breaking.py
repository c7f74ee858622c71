"""Where a line of text may be broken: at spaces and after hyphens in Latin, between characters in Chinese."""

import re
from functools import lru_cache
from typing import NamedTuple

from hallwright.drawing.fonts import width

# Not first on a line, and not last on one (the usual rules of Chinese and Japanese setting).
_NEVER_FIRST = frozenset(
    "、。，．：；！？）〕］｝〉》」』】〗’”…‥・·ー々〜～％‰℃,.;:!?)]}%" + "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
)
_NEVER_LAST = frozenset("（〔［｛〈《「『【〖‘“([{")
_DASHES = frozenset("-–—|")  # between spaces they end a line rather than begin one
_HAN = "\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
# "Limited company" ends most Chinese and Japanese firm names and reads badly torn apart.
_KEPT = frozenset(("有限公司", "株式会社"))
_PIECES = re.compile(rf"\s+|{'|'.join(sorted(_KEPT))}|[{_HAN}]|[^\s{_HAN}]+?(?:[-‐–/](?=\w\w)|(?=[\s{_HAN}]|$))")


class Piece(NamedTuple):
    """A part of a line that is never broken: its text, width at size 1, and the space before it at size 1."""

    text: str
    width: float
    space: float


@lru_cache(maxsize=1 << 15)
def pieces(text: str, bold: bool = False, kept: bool = True) -> tuple[Piece, ...]:
    """Split a text into the pieces between which a line may break; ``kept`` holds the words of ``_KEPT`` together."""
    found: list[Piece] = []
    gap = width(" ", 1, bold)
    space = False
    for part in _PIECES.findall(text.strip()):
        if part.isspace():
            space = True
            continue
        if part in _DASHES and found:
            last = found.pop()
            text = f"{last.text} {part}" if space else last.text + part
            found.append(Piece(text, width(text, 1, bold), last.space))
            space = False
            continue
        for piece in (part,) if kept or part not in _KEPT else part:
            if found and not space and (piece[0] in _NEVER_FIRST or found[-1].text[-1] in _NEVER_LAST):
                last = found.pop()
                piece = last.text + piece
                found.append(Piece(piece, width(piece, 1, bold), last.space))
            else:
                found.append(Piece(piece, width(piece, 1, bold), gap if space else 0.0))
            space = False
    return tuple(found)


class Measured(NamedTuple):
    """A text to be tried in lines of several widths.

    Attributes:
        widest: width of the widest piece at size 1.
        whole: width of all on one line.
        parts: the pieces.
        looser: the same with kept words torn apart, for lines that are too narrow for them; None without such words.
    """

    widest: float
    whole: float
    parts: tuple[Piece, ...]
    looser: "Measured | None" = None

    def lines(self, limit: float) -> int:
        """Return how many lines no wider than ``limit`` the text fills; 0 when a piece alone is wider."""
        if self.widest > limit:
            return self.looser.lines(limit) if self.looser is not None else 0
        return 1 if self.whole <= limit else count(self.parts, limit)


def _sized(parts: tuple[Piece, ...], looser: Measured | None = None) -> Measured:
    widest = whole = 0.0
    for _, wide, space in parts:
        widest = max(widest, wide)
        whole += wide if whole == 0.0 else space + wide
    return Measured(widest, whole, parts, looser)


@lru_cache(maxsize=1 << 15)
def measured(text: str, bold: bool = False) -> Measured:
    """Return a text as it is tried in lines of several widths."""
    looser = _sized(pieces(text, bold, False)) if any(word in text for word in _KEPT) else None
    return _sized(pieces(text, bold), looser)


def solid(text: str, bold: bool = False) -> Measured:
    """Return a text that is never broken."""
    wide = width(text, 1, bold)
    return Measured(wide, wide, (Piece(text, wide, 0.0),))


def count(parts: tuple[Piece, ...], limit: float) -> int:
    """Return how many lines no wider than ``limit`` the pieces fill; 0 when a piece alone is wider."""
    lines, used = 1, 0.0
    for _, wide, space in parts:
        if wide > limit:
            return 0
        if used == 0.0:
            used = wide
        elif used + space + wide <= limit:
            used += space + wide
        else:
            lines, used = lines + 1, wide
    return lines


def _lines(parts: tuple[Piece, ...], limit: float) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    for piece in parts:
        if line and used + piece.space + piece.width <= limit:
            line += (" " if piece.space else "") + piece.text
            used += piece.space + piece.width
        else:
            if line:
                lines.append(line)
            line, used = piece.text, piece.width
    return [*lines, line] if line else lines


def breakable(text: str, limit: float, bold: bool = False) -> tuple[tuple[Piece, ...], int]:
    """Return the pieces to set in lines of a width, and the number of lines (0: a piece is too wide)."""
    found = measured(text, bold)
    if found.widest > limit and found.looser is not None:
        found = found.looser
    return found.parts, found.lines(limit)


def filled(text: str, limit: float, bold: bool = False) -> list[str] | None:
    """Break a text into lines as full as they may be; None when a word alone is wider than ``limit``."""
    parts, lines = breakable(text, limit, bold)
    return _lines(parts, limit) if lines else None


_PHRASES = re.compile(r"(?<=[·：])\s*|(?<=[–—:]\s)")


def phrases(text: str) -> list[str]:
    """Split a title at its own marks: after ·, a dash or a colon."""
    return [part.strip() for part in _PHRASES.split(text) if part.strip()]


def balanced(text: str, limit: float, bold: bool = False) -> list[str] | None:
    """Break a text into the fewest lines no wider than ``limit`` times the size, all of much the same width.

    Returns:
        The lines, or None when a word alone is wider.
    """
    parts, lines = breakable(text, limit, bold)
    if not lines:
        return None
    if lines > 1:
        low, high = limit / lines * 0.8, limit
        for _ in range(6):
            middle = (low + high) / 2
            if count(parts, middle) == lines:
                high = middle
            else:
                low = middle
        limit = high
    return _lines(parts, limit)
