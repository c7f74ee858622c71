"""Photos of people from a folder: each file bears a badge code, an e-mail address or a name.

They are opened by fenced processes, some dozens in one, cropped to the form that badges want, and written anew.
"""

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from hallwright.expo.people import Person
from hallwright.expo.show import Show
from hallwright.support import fence
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, language
from hallwright.support.text import folded

ENDINGS = (".jpg", ".jpeg", ".png")
MOST_FILES = 50_000
MOST_BYTES = 64 * 1024 * 1024
"""Bytes of one file that is read."""
_TOGETHER = 40
_SECONDS = 120.0
_CHILD = "hallwright.exchange.photochild"
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A file that is nobody's photo, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Photos:
    """Photos by the id of the person, and the files that were not taken."""

    found: Mapping[str, bytes]
    not_taken: Sequence[NotTaken]


def read_photos(show: Show, folder: Path, step: Step = lambda _done, _all: None) -> Photos:
    """Read the photos of a folder.

    Args:
        show: the expo.
        folder: with JPEG and PNG files.
        step: told how many of how many files are done; what it raises ends the run.

    Raises:
        Refused: it is no folder, or there is no picture in it.
    """
    files = _files(folder)
    owners = _owners(show)
    lost: list[NotTaken] = []
    wanted: list[tuple[str, Path]] = []
    taken: dict[str, str] = {}
    for file in files:
        people = owners.get(folded(file.stem), ())
        if not people:
            lost.append(NotTaken(file.name, _("nobody has this code, e-mail address or name")))
        elif len(people) > 1:
            lost.append(NotTaken(file.name, _("{count} people are called so; name it by the badge code").format(
                count=len(people)
            )))  # fmt: skip
        elif people[0] in taken:
            lost.append(NotTaken(file.name, _("the same person as {file}").format(file=taken[people[0]])))
        else:
            taken[people[0]] = file.name
            wanted.append((people[0], file))
    found: dict[str, bytes] = {}
    for start in range(0, len(wanted), _TOGETHER):
        step(start, len(wanted))
        some = wanted[start : start + _TOGETHER]
        answers = _answers([file for _key, file in some])
        if answers is None:
            # One of them ended the process: it alone is to be lost.
            answers = [one for _key, file in some for one in _answers([file]) or [_("it cannot be read")]]
        for (key, file), answer in zip(some, answers, strict=True):
            if isinstance(answer, bytes):
                found[key] = answer
            else:
                lost.append(NotTaken(file.name, answer))
    step(len(wanted), len(wanted))
    return Photos(found, sorted(lost, key=lambda one: one.file))


def _files(folder: Path) -> list[Path]:
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS and path.is_file())
    except OSError as error:
        raise Refused(
            _("The folder cannot be read ({strerror})").format(strerror=error.strerror),
            str(folder),
            _("Check its name."),
        ) from None
    if not files:
        raise Refused(_("There is no JPEG or PNG in the folder"), str(folder), _("Choose the folder with the photos."))
    if len(files) > MOST_FILES:
        raise Refused(_("There are more than {most:,} pictures").format(most=MOST_FILES), str(folder))
    return files


def _owners(show: Show) -> dict[str, tuple[str, ...]]:
    """Return the ids of the people whom each text names; a code or address is surer than a name."""
    sure: dict[str, tuple[str, ...]] = {}
    named: dict[str, tuple[str, ...]] = {}
    for person in show.people.values():
        for text in {folded(person.code), folded(person.email)} - {""}:
            sure[text] = (*sure.get(text, ()), person.id)
        for text in _names(person):
            named[text] = (*named.get(text, ()), person.id)
    return named | sure


def _names(person: Person) -> set[str]:
    names = {person.latin, f"{person.family} {person.given}", person.native}
    return {folded(name) for name in names} - {""}


def _answers(files: Sequence[Path]) -> list[bytes | str] | None:
    """Return a photo or a reason for each file; None if the process came to no good end."""
    request = {"paths": [str(file.resolve()) for file in files], "language": language()}
    with tempfile.TemporaryFile() as output:
        try:
            status = fence.run(_CHILD, request, output, seconds=_SECONDS, pulse=lambda: None)
        except (TimeoutError, OSError):
            return None
        output.seek(0)
        try:
            return [_answer(output) for _file in files] if status == 0 else None
        except (ValueError, KeyError, TypeError):
            return None


def _answer(output: IO[bytes]) -> bytes | str:
    head: dict[str, Any] = json.loads(output.readline(4096))
    if "refused" in head:
        return str(head["refused"])
    content = output.read(int(head["size"]))
    if len(content) != int(head["size"]):
        raise ValueError("cut short")
    return content
