"""Writes proofs: one PDF an exhibitor, with fields to answer in."""

from collections.abc import Sequence
from pathlib import Path

from hallwright.drawing.primitives import Page
from hallwright.drawing.theme import paper
from hallwright.printing.painter import PdfPainter
from hallwright.printing.shared import SharedForms


class ProofWriter:
    """Writes the proofs of one batch; what their pages share is packed once.

    Args:
        author: of the documents.
    """

    def __init__(self, author: str = "") -> None:
        self._author = author
        self._shared = SharedForms()

    def write(self, path: Path, pages: Sequence[Page], title: str, lang: str) -> None:
        """Write one proof; the same pages give the same bytes."""
        with path.open("wb") as file:
            painter = PdfPainter(file, paper(), title=title, author=self._author, lang=lang, shared=self._shared)
            for page in pages:
                painter.page(page)
            painter.close()
