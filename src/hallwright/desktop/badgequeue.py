"""The queue of a badge desk: one badge after another to a printer or into a file, recorded once it is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.worker import Token, Worker
from hallwright.desktop.officeprinter import layout_of, print_pages
from hallwright.drawing.badge import badge_pages
from hallwright.drawing.badgeface import Pictures
from hallwright.drawing.codes import Content, codes
from hallwright.editing.badges import record
from hallwright.editing.people import name_of
from hallwright.expo.people import Person
from hallwright.expo.printed import now
from hallwright.expo.show import Show
from hallwright.printing.badges import print_badges
from hallwright.signing.keys import PrivateKey
from hallwright.signing.signer import Batch, batch
from hallwright.support.errors import Refused
from hallwright.support.i18n import N_, _


class State(StrEnum):
    """How far a job is."""

    WAITING = N_("waiting")
    PRINTING = N_("printing")
    PRINTED = N_("printed")
    FAILED = N_("failed")


@dataclass(frozen=True, slots=True)
class Job:
    """One badge on its way.

    Attributes:
        name: of the person.
        target: name of a printer, or the file to make.
        made: the badge's id and code.
        desk, reason: for the record.
        why: why it failed.
    """

    show: Show
    person: Person
    name: str
    target: str | Path
    made: Batch
    desk: str
    reason: str
    state: State = State.WAITING
    why: str = ""


def printer_named(name: str) -> QPrinter:
    """Return a printer of this computer."""
    return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)


class BadgeQueue(QObject):
    """Prints jobs in turn.

    Args:
        desk: of the window.
        parent: the dialog.
        printers: makes the printer of a name, in the window's own thread.
    """

    changed = Signal()

    def __init__(
        self, desk: Desk, parent: QObject | None = None, printers: Callable[[str], QPrinter] = printer_named
    ) -> None:
        super().__init__(parent)
        self._printers = printers
        self._desk = desk
        self.jobs: list[Job] = []
        self.worker = Worker(self)
        self.worker.done.connect(self._printed)
        self.worker.refused.connect(self._failed)
        self.worker.cancelled.connect(lambda: self._failed(Refused(_("Stopped."))))

    def add(self, person: Person, target: str | Path, key: PrivateKey | None, desk: str, reason: str) -> None:
        """Put a badge into the queue.

        Raises:
            Refused: the badge of this person is in the queue already, or its days cannot be said in a code.
        """
        if any(job.person.id == person.id and job.state in (State.WAITING, State.PRINTING) for job in self.jobs):
            raise Refused(_("The badge is being printed already"), name_of(person), _("Wait until it is done."))
        show = self._desk.show
        made = batch(show, [person], key)
        self.jobs.append(Job(show, person, name_of(person), target, made, desk, reason))
        self._next()

    @property
    def busy(self) -> bool:
        """Whether a badge is still on its way."""
        return any(job.state in (State.WAITING, State.PRINTING) for job in self.jobs)

    def _next(self) -> None:
        waiting = next((place for place, job in enumerate(self.jobs) if job.state is State.WAITING), None)
        if not self.worker.busy and waiting is not None:
            job = self.jobs[waiting]
            self._set(waiting, State.PRINTING)
            self.worker.run(_work(job, self._printers, self._desk.session.store.asset))
        self.changed.emit()

    def _set(self, place: int, state: State, why: str = "") -> None:
        self.jobs[place] = replace(self.jobs[place], state=state, why=why)

    def _current(self) -> int:
        return next(place for place, job in enumerate(self.jobs) if job.state is State.PRINTING)

    def _printed(self, _outcome: object) -> None:
        place = self._current()
        job = self.jobs[place]
        lines: list[str] = []
        self._desk.refused.connect(lines.append)
        try:
            # What another desk printed meanwhile becomes void by this one, too.
            self._desk.session.refresh()
            done = self._desk.do(
                lambda: record(self._desk.show, job.made.badges, now(), desk=job.desk, reason=job.reason)
            )
        except Refused as refusal:
            lines.append(refusal.line())
            done = False
        finally:
            self._desk.refused.disconnect(lines.append)
        self._set(place, State.PRINTED if done else State.FAILED, lines[-1] if lines else "")
        self._next()

    def _failed(self, refusal: Refused) -> None:
        self._set(self._current(), State.FAILED, refusal.line())
        self._next()


def _work(job: Job, printers: Callable[[str], QPrinter], pictures: Pictures) -> Callable[[Token], int]:
    """Return the work that prints one badge; a printer is set up in the window's own thread."""
    said = codes(job.show, (Content.BADGE,), job.made.codes)
    if isinstance(job.target, Path):
        path = job.target
        whose = {job.person.id}
        return lambda _: print_badges(job.show, path, people=whose, pictures=pictures, codes=said, force=True).pages
    pages = list(badge_pages(job.show, [job.person], [], pictures=pictures, codes=said))
    printer = printers(job.target)
    printer.setDocName(job.name)
    printer.setPageLayout(layout_of(pages[0]))
    return lambda token: print_pages(printer, pages, len(pages), token.step)
