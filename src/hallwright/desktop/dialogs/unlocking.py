"""Asking for the passphrase of the key that signs badges, once a window."""

from PySide6.QtWidgets import QLineEdit, QWidget

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.frame import Frame, Role, add_row, form, soft
from hallwright.signing.keyfiles import require_here, unlock
from hallwright.signing.keys import PrivateKey, PublicKey
from hallwright.support.errors import Refused
from hallwright.support.i18n import _


def key_of(desk: Desk) -> PrivateKey | None:
    """Return the unlocked key of the event, or None while it is locked, or where the event has none."""
    key = desk.key
    return key if key is not None and key.public.text == desk.show.event.badge_key else None


def may_sign(desk: Desk, parent: QWidget | None) -> bool:
    """Make sure that badges can be made: the event signs none, or its key is unlocked, by asking if need be.

    Returns:
        False if the user changed their mind.

    Raises:
        Refused: the private key is not on this computer.
    """
    text = desk.show.event.badge_key
    if not text or key_of(desk) is not None:
        return True
    public = PublicKey.read(text)
    require_here(public)
    return UnlockDialog(desk, public, parent).exec() == UnlockDialog.DialogCode.Accepted


class UnlockDialog(Frame):
    """Takes the passphrase; the key then stays unlocked until the window closes."""

    def __init__(self, desk: Desk, public: PublicKey, parent: QWidget | None = None) -> None:
        super().__init__(_("Unlock the signing key"), parent)
        self._desk, self._public = desk, public
        self.body.addWidget(
            soft(_("The codes of this event's badges are signed. The key stays unlocked until you quit."))
        )
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        fields = form()
        add_row(fields, _("&Passphrase"), self.passphrase)
        self.body.addLayout(fields)
        self.ok = self.add_button(_("Unlock"), Role.AcceptRole, default=True)
        self.add_button(_("Cancel"), Role.RejectRole)
        self.buttons.accepted.connect(self._unlock)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("m") * 40)
        self.passphrase.setFocus()

    def _unlock(self) -> None:
        try:
            self._desk.key = unlock(self._public, self.passphrase.text())
        except Refused as refusal:
            self.message.refuse(refusal)
            self.passphrase.selectAll()
            self.passphrase.setFocus()
            return
        self.accept()
