"""Choosing a version of the plan: the present one, a named one, or the state after a change of the journal."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

from hallwright.desktop.locales import moment as told
from hallwright.editing.earlier import Moment, present
from hallwright.editing.session import Session
from hallwright.editing.telling import retold
from hallwright.support.i18n import _

_RECENT = 30
"""Changes of the journal that can be chosen beside the named versions, the newest first."""


class VersionChoice(QComboBox):
    """Offers versions; what is chosen is a position of the journal, or None for the present plan."""

    def fill(self, session: Session, chosen: int | None, also: int | None = None) -> None:
        """Offer what there is now.

        Args:
            session: the project.
            chosen: what is chosen then; without a signal.
            also: a position that is offered though it is not among the newest.
        """
        log = session.log()
        with QSignalBlocker(self):
            self.clear()
            self.addItem(_("Now"), None)
            for version in reversed(session.versions()):
                self.addItem(_("{name} ({when})").format(name=version.name, when=told(version.at)), version.seq)
            if log:
                self.insertSeparator(self.count())
            recent = list(reversed(log[-_RECENT:]))
            others = {1, also} - {entry.seq for entry in recent}
            for entry in [*recent, *(entry for entry in log if entry.seq in others)]:
                text = retold(f"{entry.kind.prefix}{entry.summary}")
                self.addItem(_("Change {number}: {summary}").format(number=entry.seq, summary=text), entry.seq)
            self.setCurrentIndex(0 if chosen is None else max(self.findData(chosen), 0))

    def chosen(self) -> int | None:
        """Return the position that is chosen, or None for the present plan."""
        seq = self.currentData()
        return None if seq is None else int(seq)

    def moment(self, session: Session) -> Moment:
        """Return what is chosen with its name."""
        seq = self.chosen()
        if seq is None:
            return present(session)
        return Moment(next((one.name for one in session.versions() if one.seq == seq), f"#{seq}"), seq)


def older(session: Session) -> int | None:
    """Return the newest named version that is not the present plan, else the first change, or None without any."""
    named = (version.seq for version in reversed(session.versions()) if version.seq < session.position)
    return next(named, 1 if session.position else None)
