"""Writing files and folders whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
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


@contextmanager
def folder_whole(
    target: Path, *, force: bool = False, replaceable: Callable[[Path], bool] = lambda _: False
) -> Iterator[Path]:
    """Give a temporary folder beside ``target`` that takes its name, with all in it, when the block ends well.

    Args:
        target: the folder to make.
        force: replace ``target`` if it exists.
        replaceable: says of an existing folder that is not empty whether it may be replaced, so that a slip of the
            name cannot cost a folder of other things.

    Raises:
        Refused: ``target`` exists and may not be replaced, or the folder around it is missing or cannot be written.
    """
    target = target.resolve()
    _require_room(target, force, replaceable)
    try:
        temporary = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
    except FileNotFoundError:
        raise Refused("The folder does not exist", str(target.parent), "Make it first.") from None
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        raise Refused(
            f"Cannot write here ({reason})", str(target.parent), "Choose a folder you may write to."
        ) from None
    try:
        yield temporary
        for path in sorted(temporary.rglob("*")):
            if path.is_file():
                with path.open("rb+") as stream:
                    os.fsync(stream.fileno())
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o777 & ~mask)
        # Again: what the block took its time over, somebody else may have made meanwhile.
        _require_room(target, force, replaceable)
        _take_place(temporary, target)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _require_room(target: Path, force: bool, replaceable: Callable[[Path], bool]) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise Refused("That is a file, not a folder", str(target), "Choose another name.")
    if not force:
        raise Refused("The folder exists already", str(target), "Choose another name or use --force.")
    if any(target.iterdir()) and not replaceable(target):
        raise Refused("The folder holds other files, which would be lost", str(target), "Choose another name.")


def _take_place(temporary: Path, target: Path) -> None:
    """Rename a folder over another, which is put back if that fails."""
    try:
        if not target.exists():
            temporary.rename(target)
            return
        aside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".old", dir=target.parent))
        old = target.rename(aside / target.name)
        try:
            temporary.rename(target)
        except OSError:
            old.rename(target)
            aside.rmdir()
            raise
        shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or "it cannot be renamed"
        raise Refused(
            f"The folder cannot take its place ({reason})", str(target), "Close programs that have it open."
        ) from None


def numbered(path: Path, count: int) -> list[Path]:
    """Return the names of so many files that belong together: ``plan-1.svg``, ``plan-2.svg`` for ``plan.svg``."""
    digits = len(str(count))
    return [path.with_name(f"{path.stem}-{number:0{digits}}{path.suffix}") for number in range(1, count + 1)]


@contextmanager
def written_together(targets: Sequence[Path], *, force: bool = False) -> Iterator[list[Path]]:
    """Give temporary paths for files of one folder that take their names, all of them, when the block ends well.

    Args:
        targets: the files to make, in one folder.
        force: replace those that exist.

    Raises:
        Refused: one exists and ``force`` is not set, or the folder is missing or cannot be written.
    """
    folder = targets[0].parent
    _require_free(targets, force)
    try:
        temporary = Path(tempfile.mkdtemp(prefix=f".{targets[0].name}.", suffix=".part", dir=folder))
    except FileNotFoundError:
        raise Refused("The folder does not exist", str(folder), "Make it first.") from None
    except OSError as error:
        raise Refused(
            f"Cannot write here ({error.strerror or 'it cannot be written'})",
            str(folder),
            "Choose a folder you may write to.",
        ) from None
    try:
        made = [temporary / target.name for target in targets]
        yield made
        for path in made:
            with path.open("rb+") as stream:
                os.fsync(stream.fileno())
        _require_free(targets, force)
        for path, target in zip(made, targets, strict=True):
            path.replace(target)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _require_free(targets: Sequence[Path], force: bool) -> None:
    for target in targets:
        if target.is_dir():
            raise Refused("That is a folder, not a file", str(target), "Add a file name.")
        if target.exists() and not force:
            raise Refused("The file exists already", str(target), "Choose another name or use --force.")
