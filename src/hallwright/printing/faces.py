"""The bundled fonts inside a PDF: registered once, embedded as subsets of what a document uses."""

import re
from functools import cache
from typing import Any

from hallwright.drawing.fonts import FACES, runs
from hallwright.support.paths import resources

_KEPT = 20_000
_PREFIX = "hallwright-"


_RARE = re.compile(r"<([0-9A-F]{5,6})>")
_ESCAPED = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {ord(c): f"\\{c}" for c in "\\()"}
"""What stands for a byte in a string of a content stream, where it is not the byte itself."""


def _pair(match: "re.Match[str]") -> str:
    return f"<{chr(int(match[1], 16)).encode('utf-16-be').hex().upper()}>"


@cache
def _font_class() -> Any:
    from reportlab.pdfbase.ttfonts import TTFont

    class Font(TTFont):  # type: ignore[misc]
        """A font whose rare Han characters (beyond U+FFFF) can be copied and searched in the PDF, too.

        ReportLab writes them as five digits where the format wants a surrogate pair.
        """

        def addObjects(self, doc: Any) -> None:  # noqa: N802
            super().addObjects(doc)
            for name, made in doc.idToObject.items():
                if name.startswith("toUnicodeCMap:"):
                    made.content = _RARE.sub(_pair, made.content)

    return Font


@cache
def font(key: str) -> Any:
    """Return ReportLab's font for a key of ``FACES``; parsed at its first use, since a Chinese face takes 50 ms."""
    from reportlab.pdfbase import pdfmetrics

    # Only the Latin face starts its first subset with all of ASCII: the others are never asked for it.
    made = _font_class()(_PREFIX + key, resources() / "fonts" / FACES[key].file, asciiReadable=key == "sans")
    # Only text that ReportLab shapes looks characters up by glyph, and none of ours is: 5 MB in a Chinese face.
    made.face.glyphToChar.clear()
    pdfmetrics.registerFont(made)
    return made


def first_font() -> str:
    """Return the name of the font with which a page starts; without it ReportLab lists an unembedded Helvetica."""
    return str(font("sans").fontName)


class Encoder:
    """Turns text into the font names and escaped strings of one document."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._known: dict[tuple[str, bool], list[tuple[str, str]]] = {}

    def encoded(self, text: str, bold: bool) -> list[tuple[str, str]]:
        """Return ``(font resource, string)`` pairs that show one line of text."""
        key = (text, bold)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            found = self._known[key] = []
            for face, part in runs(text, bold):
                face_font = font(face)
                for subset, codes in face_font.splitString(part, self._document):
                    name = face_font.getSubsetInternalName(subset, self._document)
                    found.append((name, codes.decode("latin-1").translate(_ESCAPED)))
        return found
