"""What the designer takes from files and writes into them; what is refused is said in its message line."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from hallwright.desktop.designer.artwork import FILES, read_artwork
from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import Message
from hallwright.desktop.dialogs.saving import ask_where
from hallwright.exchange.templates import SUFFIX, Imported, export_template, import_template
from hallwright.expo.badges import Template
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, counted


class Kept(NamedTuple):
    """A picture that the project keeps: its hash, and its width and height in pixels."""

    asset: str
    pixels: tuple[int, int]


class Files:
    """Asks for files, unless one is given, and reads or writes them."""

    def __init__(self, desk: Desk, message: Message, parent: QWidget) -> None:
        self._desk = desk
        self._message = message
        self._parent = parent

    def picture(self, title: str, path: Path | None = None) -> Kept | None:
        """Read a picture and keep it; None if nobody chose one, or it was refused."""
        path = path or self._asked(title, f"{_('Pictures')} ({FILES})")
        if path is None:
            return None
        try:
            found = read_artwork(path)
            if found.pages > 1:
                page = self._page(found.pages)
                if page is None:
                    return None
                found = read_artwork(path, page)
            asset = self._desk.session.store.put_asset(found.content)
        except Refused as refusal:
            self._message.refuse(refusal)
            return None
        return Kept(asset, (found.width, found.height))

    def template_in(self, path: Path | None = None) -> Imported | None:
        """Read a template with its pictures; None as for ``picture``."""
        path = path or self._asked(_("Import badge template"), f"{_('Badge templates')} (*{SUFFIX})")
        if path is None:
            return None
        try:
            return import_template(path, self._desk.session.store.put_asset)
        except Refused as refusal:
            self._message.refuse(refusal)
            return None

    def template_out(self, row: Template, path: Path | None = None) -> None:
        """Write a template with all that it inherits."""
        path = path or ask_where(
            self._parent, _("Export badge template"), row.name, ((_("Badge template"), SUFFIX[1:]),)
        )
        if path is None:
            return
        try:
            export_template(self._desk.show, row, self._desk.session.store.asset, path, force=True)
        except Refused as refusal:
            self._message.refuse(refusal)
        else:
            self._message.tell(_("Saved {path}.").format(path=path))

    def _page(self, pages: int) -> int | None:
        title, label = _("Choose a page"), counted("of {number} page", "of {number} pages", pages)
        page, agreed = QInputDialog.getInt(self._parent, title, label, 1, 1, pages)
        return page if agreed else None

    def _asked(self, title: str, kinds: str) -> Path | None:
        name, _kind = QFileDialog.getOpenFileName(self._parent, title, "", kinds)
        return Path(name) if name else None
