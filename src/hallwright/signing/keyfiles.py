"""Where private keys lie: one file an event in the user's own folder, under a passphrase, never in the project."""

import os
from pathlib import Path

from hallwright.signing.keys import PrivateKey, PublicKey
from hallwright.support.errors import Refused
from hallwright.support.files import written_whole
from hallwright.support.i18n import _
from hallwright.support.paths import user_data

_FOLDER = "badge-keys"
_LARGEST = 1 << 16


def key_path(public: PublicKey) -> Path:
    """Return where the private half of a key lies on this computer, if it is here."""
    return user_data() / _FOLDER / f"{public.fingerprint.hex()}.pem"


def keep(key: PrivateKey, passphrase: str) -> Path:
    """Write a key into the user's folder, readable for that user alone.

    Raises:
        Refused: the passphrase is too short, or the file cannot be written.
    """
    path = key_path(key.public)
    pem = key.locked(passphrase)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Never for a moment readable for others.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(pem)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise Refused(_("The key is on this computer already"), str(path)) from None
    except OSError as error:
        raise Refused(
            _("The key cannot be written here ({reason})").format(reason=error.strerror), str(path.parent)
        ) from None
    return path


def unlock(public: PublicKey, passphrase: str) -> PrivateKey:
    """Return the private half of a key from the user's folder.

    Raises:
        Refused: it is not on this computer, or the passphrase does not open it.
    """
    key = PrivateKey.unlocked(_read(require_here(public)), passphrase)
    if key.public.text != public.text:
        raise Refused(
            _("The file holds the key of another event"), str(key_path(public)), _("Bring the right key file here.")
        )
    return key


def require_here(public: PublicKey) -> Path:
    """Return where the private half of a key lies.

    Raises:
        Refused: it is not on this computer.
    """
    path = key_path(public)
    if not path.is_file():
        raise Refused(
            _("The private key of this event's badges is not on this computer"),
            mend=_("Export its key file on the computer that made it, and import it here."),
        )
    return path


def take_out(public: PublicKey, target: Path, *, force: bool = False) -> None:
    """Copy a locked key into a file, to bring it to another computer.

    Raises:
        Refused: the key is not here, or the file cannot be written.
    """
    pem = _read(require_here(public))
    with written_whole(target, force=force) as temporary:
        temporary.write_bytes(pem)
    target.chmod(0o600)


def bring_in(source: Path, public: PublicKey, passphrase: str) -> Path:
    """Take over a locked key from a file into the user's folder.

    Raises:
        Refused: the passphrase does not open it, it is the key of another event, or it is here already.
    """
    key = PrivateKey.unlocked(_read(source), passphrase)
    if key.public.text != public.text:
        raise Refused(_("The file holds the key of another event"), str(source), _("Choose this event's key file."))
    return keep(key, passphrase)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError as error:
        raise Refused(_("The key file cannot be read ({reason})").format(reason=error.strerror), str(path)) from None
