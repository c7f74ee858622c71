"""The event's signing key: made here, shown to gates, brought to other desks."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import Frame, Role, add_row, explain, form, soft
from hallwright.desktop.dialogs.saving import ask_where
from hallwright.editing.badges import set_key
from hallwright.expo.printed import now
from hallwright.signing.keyfiles import bring_in, keep, key_path, take_out
from hallwright.signing.keys import SHORTEST, PrivateKey, PublicKey
from hallwright.support.errors import Refused
from hallwright.support.i18n import _


class SigningDialog(Frame):
    """Shows the public key; makes a key pair, takes one over, gives it on."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Signing key of badges"), parent)
        self._desk = desk
        self.body.addWidget(
            soft(
                _(
                    "With a key the QR code of each badge carries a signature, and no badge can be forged. Gates need "
                    "the public key only. The private key is a file on this computer, under a passphrase, never in the "
                    "project. Keep a copy: without it no badge of this event can be signed."
                )
            )
        )
        self.public = QLineEdit(readOnly=True)
        self.public.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.public.setPlaceholderText(_("none: codes are not signed"))
        self.where = soft()
        self.where.setWordWrap(True)
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        for field in (self.passphrase, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textChanged.connect(self._look)
        fields = form()
        add_row(fields, _("Public &key"), self.public)
        fields.addRow("", self.where)
        add_row(fields, _("&Passphrase"), self.passphrase)
        add_row(fields, _("The same a&gain"), self.again, name=_("The same passphrase again"))
        self.fields = fields
        self.body.addLayout(fields)
        self.body.addStretch(1)
        self.copy = self.add_button(_("&Copy public key"), Role.ActionRole)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.public.text()))
        self.export = self.add_button(_("&Export key file…"), Role.ActionRole)
        self.export.clicked.connect(self._ask_and_export)
        self.bring = self.add_button(_("&Import key file…"), Role.ActionRole)
        self.bring.clicked.connect(self._ask_and_import)
        self.ok = self.add_button(_("&Make key"), Role.ActionRole, default=True)
        self.ok.clicked.connect(self.make)
        self.add_button(_("Close"), Role.RejectRole)
        desk.changed.connect(self._look)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("m") * 64)
        self._look()

    def make(self) -> None:
        """Make a key pair and name its public half in the project."""
        key = PrivateKey.new()
        try:
            # First what may be refused without having left anything behind.
            set_key(self._desk.show, key.public.text, now())
            path = keep(key, self.passphrase.text())
        except Refused as refusal:
            self.message.refuse(refusal)
            return
        if self.commit(self._desk, lambda: set_key(self._desk.show, key.public.text, now())):
            self._desk.key = key
            self._done(_("The key is made. Keep a copy of {path} and its passphrase apart.").format(path=path))

    def import_from(self, path: Path) -> None:
        """Take over the private key of this event from a file."""
        try:
            bring_in(path, PublicKey.read(self._desk.show.event.badge_key), self.passphrase.text())
        except Refused as refusal:
            self.message.refuse(refusal)
            return
        self._done(_("This computer can sign badges now."))

    def export_to(self, path: Path) -> None:
        """Copy the locked key into a file."""
        try:
            take_out(PublicKey.read(self._desk.show.event.badge_key), path, force=True)
        except Refused as refusal:
            self.message.refuse(refusal)
            return
        self.message.tell(
            _("Saved {path}. It opens with its passphrase; send the two on different ways.").format(path=path)
        )

    def _done(self, line: str) -> None:
        self.passphrase.clear()
        self.again.clear()
        self._look()
        self.message.tell(line)

    def _look(self) -> None:
        text = self._desk.show.event.badge_key
        here = False
        line = ""
        if text:
            try:
                path = key_path(PublicKey.read(text))
            except Refused as refusal:
                line = refusal.line()
            else:
                here = path.is_file()
                line = (
                    _("Private key: {path}").format(path=path)
                    if here
                    else _("The private key is not on this computer: it can verify badges, not sign them.")
                )
        self.public.setText(text)
        self.public.setCursorPosition(0)
        self.where.setText(line)
        self.fields.setRowVisible(self.where, bool(line))
        needs_passphrase = not here
        self.fields.setRowVisible(self.passphrase, needs_passphrase)
        self.fields.setRowVisible(self.again, needs_passphrase and not text)
        typed = self.passphrase.text()
        reason = ""
        if len(typed) < SHORTEST:
            reason = _("Type a passphrase of at least {count} signs.").format(count=SHORTEST)
        elif not text and typed != self.again.text():
            reason = _("The two passphrases differ.")
        self.ok.setVisible(not text)
        self.bring.setVisible(bool(text) and not here)
        for button in (self.copy, self.export):
            button.setVisible(bool(text) and (here or button is self.copy))
        if text:
            explain(self.bring, reason)
            self.hint.setText(reason if not here else "")
        else:
            self.require(self.ok, reason)

    def _ask_and_export(self) -> None:
        path = ask_where(self, _("Export key file"), "badge-key", (("PEM", "pem"),))
        if path is not None:
            self.export_to(path)

    def _ask_and_import(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("Import key file"), "", "PEM (*.pem);;(*)")
        if name:
            self.import_from(Path(name))
