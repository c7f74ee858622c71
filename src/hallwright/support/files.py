"""Writing files whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hallwright.support.errors import Refused


@contextmanager
def written_whole(target: Path, *, force: bool = False) -> Iterator[Path]:
    """Give a temporary path beside ``target`` that takes its name when the block ends well.

    Args:
        target: the file to make.
        force: replace ``target`` if it exists.

    Raises:
        Refused: ``target`` exists and ``force`` is not set, or its folder is missing or cannot be written.
    """
    try:
        if target.is_dir():
            raise Refused("That is a folder, not a file", str(target), "Add a file name.")
        if target.exists() and not force:
            raise Refused("The file exists already", str(target), "Choose another name or use --force.")
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    except FileNotFoundError:
        raise Refused("The folder does not exist", str(target.parent), "Make it first.") from None
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        raise Refused(
            f"Cannot write here ({reason})", str(target.parent), "Choose a folder you may write to."
        ) from None
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        with temporary.open("rb+") as stream:
            os.fsync(stream.fileno())
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        if force:
            temporary.replace(target)
        else:
            _rename_new(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)


def _rename_new(temporary: Path, target: Path) -> None:
    """Rename without replacing a file that another program made meanwhile."""
    if target.exists():
        raise Refused("The file exists already", str(target), "Choose another name or use --force.")
    temporary.replace(target)
