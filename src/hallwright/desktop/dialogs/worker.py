"""Work in the background: one job at a time, the newest wins, and its outcome arrives in the window's own thread."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from hallwright.support.errors import Refused


class Cancelled(Exception):
    """Raised inside a job that was told to stop; whatever it was writing is dropped on the way out."""


class Token:
    """What a job holds of those who wait for it; usable from any thread."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._stop = Event()
        self._report = report
        self._percent = -1

    @property
    def cancelled(self) -> bool:
        """Whether the job was told to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Tell the job to stop."""
        self._stop.set()

    def check(self) -> None:
        """Raise Cancelled if the job was told to stop."""
        if self._stop.is_set():
            raise Cancelled

    def step(self, done: int, total: int) -> None:
        """Report progress, and raise Cancelled if the job was told to stop."""
        self.check()
        # A report a percent is all that a bar can show; more would only fill the window's event queue.
        percent = 100 * done // max(total, 1)
        if percent != self._percent:
            self._percent = percent
            self._report(done, total)


Work = Callable[[Token], Any]


class _Relay(QObject):
    """Carries news from the job's thread to the worker's; held by the job, so that it outlives a closed dialog."""

    progressed = Signal(object, int, int)
    ended = Signal(object, object, object)


class _Task(QRunnable):
    def __init__(self, work: Work, relay: _Relay) -> None:
        super().__init__()
        self._work = work
        self._relay = relay
        self.token = Token(self._tell)

    def _tell(self, done: int, total: int) -> None:
        self._relay.progressed.emit(self.token, done, total)

    def run(self) -> None:
        """Do the work in a thread of the pool."""
        result: Any = None
        error: BaseException | None = None
        try:
            self.token.check()
            result = self._work(self.token)
        except BaseException as fault:  # noqa: BLE001  # a thread has nobody above it: the worker raises it again
            error = fault
        self._relay.ended.emit(self.token, result, error)


class Worker(QObject):
    """Runs jobs one after another; a job started while another runs takes its place, and the older is forgotten.

    Exactly one of ``done`` (the result), ``refused`` (the Refused) and ``cancelled`` follows each job that no newer
    one displaced. Any other exception is raised again in the window's own thread, where it is logged like every fault
    of the program.
    """

    done = Signal(object)
    refused = Signal(object)
    cancelled = Signal()
    progress = Signal(int, int)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._token: Token | None = None
        self._next: Work | None = None

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._token is not None

    def run(self, work: Work) -> None:
        """Start a job; ``work`` gets a Token, must touch nothing of Qt's widgets, and returns the result of ``done``.

        Args:
            work: raises Refused for what the user can mend.
        """
        if self._token is None:
            self._launch(work)
            self.busy_changed.emit(True)
        else:
            # Not beside it: jobs share the interpreter, and the one displaced would slow the one awaited.
            self._token.cancel()
            self._next = work

    def cancel(self) -> None:
        """Tell the job to stop; ``cancelled`` follows when it has, or ``done`` if it was quicker."""
        self._next = None
        if self._token is not None:
            self._token.cancel()

    def abandon(self) -> None:
        """Forget the job at once: for work that only reads and may take long to notice that it is not wanted."""
        if self._token is not None:
            self._token.cancel()
            self._token, self._next = None, None
            self.busy_changed.emit(False)
            self.cancelled.emit()

    def _launch(self, work: Work) -> None:
        relay = _Relay()
        relay.progressed.connect(self._on_progress)
        relay.ended.connect(self._on_ended)
        task = _Task(work, relay)
        self._token = task.token
        QThreadPool.globalInstance().start(task)

    def _on_progress(self, token: Token, done: int, total: int) -> None:
        if token is self._token and not token.cancelled:
            self.progress.emit(done, total)

    def _on_ended(self, token: Token, result: object, error: BaseException | None) -> None:
        if token is self._token:
            following, self._next = self._next, None
            if following is not None:
                self._launch(following)
            else:
                self._token = None
                self.busy_changed.emit(False)
                self._tell(result, error)
        if error is not None and not isinstance(error, (Refused, Cancelled)):
            raise error

    def _tell(self, result: object, error: BaseException | None) -> None:
        if error is None:
            self.done.emit(result)
        elif isinstance(error, Refused):
            self.refused.emit(error)
        else:
            # A fault of the program ends the job as well: whoever shows 'busy' must hear of it.
            self.cancelled.emit()
