"""Asking where a file goes, with its ending and its replacement settled by the dialog."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget

from hallwright.support.i18n import _

_ILL = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def ask_where(parent: QWidget | None, title: str, name: str, kinds: Sequence[tuple[str, str]]) -> Path | None:
    """Ask for the name of a file to write; replacing an existing one has been confirmed.

    Args:
        parent: the window that asks.
        title: of the dialog.
        name: suggested, without ending; signs that file systems refuse are left out.
        kinds: name and ending of each format, the usual one first: ``("PDF", "pdf")``.

    Returns:
        The path, or None if the user changed their mind.
    """
    endings = {f"{label} (*.{ending})": ending for label, ending in kinds}
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(endings))
    # By this, not by appending to the answer: the question about replacing must be about the final name.
    dialog.setDefaultSuffix(kinds[0][1])
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(endings[chosen]))
    dialog.selectFile(QDir.toNativeSeparators(f"{file_name(name)}.{kinds[0][1]}"))
    answer = Path(dialog.selectedFiles()[0]) if dialog.exec() and dialog.selectedFiles() else None
    dialog.deleteLater()
    return answer


def file_name(text: str) -> str:
    """Return a text without the signs that file systems refuse."""
    return " ".join(_ILL.sub(" ", text).split()).strip(". ") or _("untitled")
