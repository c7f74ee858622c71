"""Long steps: taken in another thread while the window goes on painting, with progress and a way to stop."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Any, TypeVar, cast

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hallwright.desktop.dialogs.worker import Cancelled, Token, Worker
from hallwright.editing.store import Step
from hallwright.support.i18n import _

T = TypeVar("T")
WAIT_MS = 300
"""A step that is done by then shows nothing of itself."""
GRID = 8


class Patience:
    """Runs the parts of one step, one after the other, and keeps the hand off the window meanwhile.

    Called, it runs a part that may write: told to stop, it is waited for, since only it knows whether it still can be
    given up. ``think`` runs one that only reads, which is forgotten at once.
    """

    def __init__(self, title: str, window: QWidget | None = None) -> None:
        self._title = title
        self._window = window
        self._clock = QElapsedTimer()
        self._clock.start()
        self._dialog: Waiting | None = None
        self._stopped = False
        self._stop: Callable[[], None] = lambda: None

    def __enter__(self) -> Patience:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        if self._dialog is not None:
            self._dialog.shut()
            self._dialog = None

    def entitle(self, title: str) -> None:
        """Say better what is being done."""
        self._title = title
        if self._dialog is not None:
            self._dialog.entitle(title)

    def __call__(self, work: Callable[[Step], T], /) -> T:
        """Return what the work returns, or raise what it raises; events are handled meanwhile.

        Raises:
            Cancelled: the user stopped it and it gave itself up, or stopped an earlier part.
        """
        return self._wait(work, forget=False)

    def think(self, work: Callable[[Step], T], /) -> T:
        """Do the same with work that only reads.

        Raises:
            Cancelled: the user stopped it.
        """
        return self._wait(work, forget=True)

    def _wait(self, work: Callable[[Step], T], *, forget: bool) -> T:
        if self._stopped:
            raise Cancelled
        outcome: list[tuple[Any, BaseException | None]] = []
        worker, loop = Worker(), QEventLoop()
        self._stop = worker.abandon if forget else worker.cancel

        def guarded(token: Token) -> tuple[Any, BaseException | None]:
            try:
                return work(token.step), None
            except Cancelled:
                raise
            except BaseException as fault:  # noqa: BLE001 - raised again below, where the step was asked for
                return None, fault

        worker.done.connect(outcome.append)
        worker.progress.connect(self._tell)
        for ended in (worker.done, worker.cancelled):
            ended.connect(lambda *_result: loop.quit())
        worker.run(guarded)
        if self._dialog is None:
            # Whatever is typed or clicked now waits its turn, as if the step had been quick.
            QTimer.singleShot(max(WAIT_MS - self._clock.elapsed(), 0), loop, loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if worker.busy:
            self._show()
            loop.exec()
        if not outcome:
            raise Cancelled
        result, fault = outcome[0]
        if fault is not None:
            raise fault
        return cast("T", result)

    def _show(self) -> None:
        if self._dialog is None:
            self._dialog = Waiting(self._title, QApplication.activeModalWidget() or self._window)
            self._dialog.rejected_by_user.connect(self._on_stop)
            self._dialog.show()

    def _tell(self, done: int, total: int) -> None:
        if self._dialog is not None:
            self._dialog.tell(done, total)

    def _on_stop(self) -> None:
        self._stopped = True
        self._stop()


class Waiting(QDialog):
    """Says what is being done and how far it is; modal, and open until the step ends."""

    rejected_by_user = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hallwright")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._ended = False
        self.text = QLabel(title)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.stop = QPushButton(_("Cancel"))
        self.stop.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.text)
        layout.addLayout(row)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("m") * 32)

    def entitle(self, title: str) -> None:
        """Say better what is being done."""
        self.text.setText(title)
        self.bar.setAccessibleName(title)

    def tell(self, done: int, total: int) -> None:
        """Show how far it is; written to the disk, its last part is not to be stopped any more."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def reject(self) -> None:
        """Ask for the step to be given up; the dialog stays until it is."""
        if self._ended:
            super().reject()
            return
        self.stop.setEnabled(False)
        self.text.setText(_("Giving up…"))
        self.rejected_by_user.emit()

    def shut(self) -> None:
        """Close, the step having ended."""
        self._ended = True
        self.close()
        self.deleteLater()
