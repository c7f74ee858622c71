"""The plan as it was: the show at an earlier position of the journal, found by taking changes back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hallwright.editing.journal import Version
from hallwright.editing.session import Session
from hallwright.expo.event import Event, ThemeDay
from hallwright.expo.people import Exhibitor
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Aisle, Booth, Fixture, Hall, Zone
from hallwright.expo.underlay import Underlay
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.text import folded

PLAN: tuple[type[Row], ...] = (Event, ThemeDay, Hall, Underlay, Zone, Fixture, Aisle, Exhibitor, Booth)
"""The kinds of which a version of the plan consists; people, badges and templates are no part of it."""
NOW = "now"
"""What the present state is called where a version is asked for."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A position of the journal with the words by which it was asked for.

    Attributes:
        name: as it was asked for.
        seq: the position.
        label: what it is called where "now" would soon mean something else, as on paper; the name if it is empty.
    """

    name: str
    seq: int
    label: str = ""

    @property
    def printed(self) -> str:
        """What it is called on paper."""
        return self.label or self.name


def present(session: Session) -> Moment:
    """Return the present position; on paper it is called by the newest version and the changes since."""
    name = session.version_name()
    return Moment(_("now"), session.position, f"#{name}" if name == str(session.position) else name)


def moment(session: Session, text: str) -> Moment:
    """Return the position that a text means: a version's name, ``now``, or a number of the journal such as ``12``.

    A version that is called like a number goes before the number, which can then be written ``#12``.

    Raises:
        Refused: no version is called so, and the journal is not so long.
    """
    wanted = folded(text)
    versions = session.versions()
    for version in versions:
        if folded(version.name) == wanted:
            return Moment(version.name, version.seq)
    if wanted in (NOW, folded(_("now"))):
        return present(session)
    number = wanted.removeprefix("#")
    if number.isascii() and number.isdecimal() and len(number) < 10:
        if int(number) <= session.position:
            return Moment(f"#{int(number)}", int(number))
        raise Refused(
            _("The journal has no change {number}").format(number=int(number)),
            mend=_("Its last one is {last}.").format(last=session.position),
        )
    raise Refused(_("No version is called '{name}'").format(name=text.strip()), mend=_mend(versions))


def _mend(versions: Sequence[Version]) -> str:
    names = [f"'{version.name}'" for version in versions]
    if not names:
        return _("None has a name yet; give a number of the journal, or 'now'.")
    return _("Choose one of {list}, 'now', or a number of the journal.").format(list=", ".join(names[-8:]))


def plan_at(
    session: Session, seq: int, still: Callable[[], None] = lambda: None, later: tuple[Show, int] | None = None
) -> Show:
    """Return the show as its plan was after an entry of the journal; people and badges are those of now.

    Entries are read one by one, so that memory grows with the rows that changed, not with the journal. It reaches over
    a migration as long as rows still are what the entries left, fields added since at their first value.

    Args:
        session: the project.
        seq: position of the journal, 0 for before the first change.
        still: called between entries; what it raises ends the search.
        later: a plan at hand and its position, to start from; the present one if it is None.

    Raises:
        Refused: there is no such position, or a migration changed rows so that the journal does not lead past it.
    """
    show, position = later or (session.show, session.position)
    if not 0 <= seq <= position:
        raise Refused(
            _("The journal has no change {number}").format(number=seq),
            mend=_("Its last one is {last}.").format(last=position),
        )
    was: dict[tuple[type[Row], str], Row | None] = {}
    for number in range(position, seq, -1):
        still()
        for before, after in session.store.change(number).edits:
            row = after if after is not None else before
            assert row is not None, "an edit needs a row"
            kind, key = type(row), (type(row), row.id)
            if kind not in PLAN:
                continue
            known = was[key] if key in was else show.table(kind).get(row.id)
            if known != after:
                raise Refused(
                    _("The journal does not lead back past change {number}").format(number=number),
                    session.name,
                    _("The file was changed by a newer version of its format since; compare later versions."),
                )
            was[key] = before
    return show.replaced((show.table(kind).get(key), row) for (kind, key), row in was.items())
