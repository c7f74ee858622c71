"""The revocation list: a plain file of the badges that are void, for gates that do not have the project.

``# Hallwright revoked badges``, ``# key: PUBLIC``, ``# as of: UTC``, then one badge a line: id, tab, when it was voided
(UTC), tab, reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hallwright.expo.show import Show
from hallwright.signing.keys import PublicKey
from hallwright.support.errors import Refused
from hallwright.support.files import written_whole
from hallwright.support.i18n import _
from hallwright.support.text import one_line

_HEAD = "# Hallwright revoked badges"
_KEY = "# key: "
_AS_OF = "# as of: "
_LARGEST = 64 << 20


@dataclass(frozen=True, slots=True)
class Revoked:
    """One void badge: since when (UTC), and why, which may be empty."""

    at: datetime
    reason: str


Revocations = Mapping[str, Revoked]
"""Void badges by id."""


def revoked(show: Show) -> Revocations:
    """Return the void badges of a show."""
    return {
        badge.id: Revoked(badge.voided, badge.void_reason) for badge in show.badges.values() if badge.voided is not None
    }


def write(show: Show, path: Path, at: datetime, *, force: bool = False) -> int:
    """Write the void badges of a show; return how many.

    Raises:
        Refused: the event has no key, or the file cannot be written.
    """
    if not show.event.badge_key:
        raise Refused(_("The badges of this event are not signed"), mend=_("Make its signing key first."))
    rows = sorted(revoked(show).items(), key=lambda item: (item[1].at, item[0]))
    lines = [_HEAD, _KEY + show.event.badge_key, _AS_OF + at.isoformat()]
    lines += [f"{key}\t{one.at.isoformat()}\t{one_line(one.reason)}" for key, one in rows]
    with written_whole(path, force=force) as temporary:
        temporary.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return len(rows)


def read(path: Path, public: PublicKey) -> Revocations:
    """Return the void badges of a file.

    Raises:
        Refused: the file cannot be read, is no such list, or is of another event; a list that is read in part would
            let in whom it should keep out.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise Refused(_("The list of revoked badges is too large"), str(path))
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise Refused(_("The file cannot be read ({reason})").format(reason=error.strerror), str(path)) from None
    except UnicodeError:
        lines = []
    if not lines or lines[0] != _HEAD or len(lines) < 2 or not lines[1].startswith(_KEY):
        raise Refused(
            _("That is no list of revoked badges"), str(path), _("Export it from the project: Badges > Revoked badges.")
        )
    if lines[1].removeprefix(_KEY).strip() != public.text:
        raise Refused(_("The list of revoked badges is of another event"), str(path), _("Choose this event's list."))
    found: dict[str, Revoked] = {}
    for number, line in enumerate(lines[2:], 3):
        if not line or line.startswith("#"):
            continue
        key, *rest = line.split("\t")
        try:
            found[key] = Revoked(datetime.fromisoformat(rest[0]), rest[1] if len(rest) > 1 else "")
        except (IndexError, ValueError):
            raise Refused(
                _("The list of revoked badges is damaged"),
                f"{path}, {_('line {number}').format(number=number)}",
                _("Export it again."),
            ) from None
    return found
