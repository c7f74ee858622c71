"""Settings as files that a user can edit: profiles and jobs by name, the user's own before the program's.

A file's name is its own; what is wrong in it is told in one line that names the file. Files that are read are kept
until they change.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from hallwright.support.errors import Refused
from hallwright.support.i18n import _

T = TypeVar("T")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_LONGEST = 1_000_000
"""Bytes of a file; a real one has a few thousand."""
_KEPT = 32
UNSOURCED = "unsourced"
"""Where a number is from that nobody has confirmed."""


class Words(NamedTuple):
    """What is said of files of one kind; marked for translation where they are defined.

    Attributes:
        unknown: there is none of a ``{name}``.
        unread: one cannot be read, for a ``{reason}``.
        bad: one of a ``{name}`` cannot be used, for ``{what}`` is wrong in it.
    """

    unknown: str
    unread: str
    bad: str


class Held:
    """One file while it is read: its table, and its faults.

    Attributes:
        path: the file.
        table: the whole of it.
    """

    def __init__(self, path: Path, words: Words) -> None:
        self.path, self._words = path, words
        if path.stat().st_size > _LONGEST:
            raise self.bad(_("it is too long"))
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
        except (ValueError, RecursionError) as error:
            raise self.bad(_("it is no JSON: {reason}").format(reason=str(error).splitlines()[0])) from None
        self.table = self.as_table(document, "the file")

    def bad(self, what: str) -> Refused:
        """Return the refusal that says what is wrong in it."""
        return Refused(
            _(self._words.bad).format(name=self.path.stem, what=what), str(self.path), _("Mend the file, or remove it.")
        )

    def text(self, key: str) -> str:
        """Return an entry as text; empty without one."""
        return str(self.table.get(key) or "")

    def as_table(self, value: Any, place: str) -> Mapping[str, Any]:
        """Return a value that must be a table."""
        if not isinstance(value, dict):
            raise self.bad(_("{place} is no table").format(place=place))
        return value

    def as_number(self, value: Any, place: str, most: float, least: float = 0) -> float:
        """Return a value that must be a number within bounds."""
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise self.bad(
                _("{place} is no number from {least} to {most}").format(place=place, least=f"{least:g}", most=most)
            )
        return float(value)

    def entries(self, part: str, known: Collection[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Return the names and tables of a part; a name that is not known would be a setting silently not kept."""
        for key, entry in self.as_table(self.table.get(part, {}), part).items():
            self.require(part, key, known)
            yield key, self.as_table(entry, f"{part}.{key}")

    def require(self, part: str, key: str, known: Collection[str]) -> None:
        """Refuse a name that a part does not know."""
        if key not in known:
            raise self.bad(
                _("{part} knows no {key}; it knows {known}").format(
                    part=part, key=key, known=", ".join(known if isinstance(known, tuple) else sorted(known))
                )
            )


class Shelf(Generic[T]):
    """Files of one kind.

    Args:
        folders: returns where they lie, the user's own folder first.
        first: name of the one that goes where none is named.
        words: what is said of them.
        read: makes the settings of a file.
    """

    def __init__(
        self, folders: Callable[[], tuple[Path, ...]], first: str, words: Words, read: Callable[[Held], T]
    ) -> None:
        self._folders, self._first, self._words, self._make = folders, first, words, read
        self._kept: dict[Path, tuple[int, T]] = {}

    def names(self) -> list[str]:
        """Return the names of all files, the first one first."""
        found = {
            path.stem for folder in self._folders() for path in folder.glob("*.json") if _NAME.fullmatch(path.stem)
        }
        return sorted(found, key=lambda name: (name != self._first, name))

    def load(self, name: str = "") -> T:
        """Return the settings of a name; the first ones for an empty one.

        Raises:
            Refused: there are none of that name, or their file is not as it should be.
        """
        name = name.strip() or self._first
        if _NAME.fullmatch(name):
            for folder in self._folders():
                path = folder / f"{name}.json"
                if path.is_file():
                    return self.read(path)
        raise Refused(
            _(self._words.unknown).format(name=name),
            mend=_("Take one of: {names}.").format(names=", ".join(self.names())),
        )

    def read(self, path: Path) -> T:
        """Return the settings of a file. Refused as ``load``."""
        try:
            changed = path.stat().st_mtime_ns
            known = self._kept.get(path)
            if known is not None and known[0] == changed:
                return known[1]
            found = self._make(Held(path, self._words))
        except OSError as error:
            raise Refused(_(self._words.unread).format(reason=error.strerror), str(path)) from None
        if len(self._kept) >= _KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[path] = changed, found
        return found
