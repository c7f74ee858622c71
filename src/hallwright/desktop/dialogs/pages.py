"""The preview with its bar: which page, how large."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from hallwright.desktop.dialogs.frame import GRID
from hallwright.desktop.dialogs.preview import STEP, Preview
from hallwright.desktop.glyphs import Glyphs
from hallwright.drawing.primitives import Page
from hallwright.support.i18n import _
from hallwright.support.numbers import written


class _Number(QLineEdit):
    """A page number to type; Enter and leaving it go there, the arrow keys step, Enter does not reach the dialog."""

    chosen = Signal(int)
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Page"))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._validator = QIntValidator(1, 1, self)
        self.setValidator(self._validator)

    def set_range(self, most: int) -> None:
        """Take numbers from 1 to ``most``."""
        self._validator.setTop(most)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("0" * max(len(str(most)), 3)) + 3 * GRID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the page typed, or step."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go to the page typed."""
        self._choose()
        super().focusOutEvent(event)

    def _choose(self) -> None:
        self.chosen.emit(int(self.text()) if self.text().isdecimal() else 0)


class Pages(QWidget):
    """Shows a number of pages, one at a time; a page is only made when it is to be shown."""

    def __init__(self, glyphs: Glyphs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._at = 1
        self._make: Callable[[int], Page] | None = None
        self.preview = Preview(glyphs)
        self.preview.stepped.connect(self._step)
        self.preview.zoom_changed.connect(self._show_zoom)
        self._back = _button("", _("Previous page (Page Up)"), lambda: self._step(-1), Qt.ArrowType.LeftArrow)
        self._on = _button("", _("Next page (Page Down)"), lambda: self._step(1), Qt.ArrowType.RightArrow)
        self._number = _Number()
        self._number.chosen.connect(self.go_to)
        self._number.stepped.connect(self._step)
        self._of = QLabel()
        self._percent = QLabel()
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._percent.setMinimumWidth(self.fontMetrics().horizontalAdvance("1600 %"))
        self._fit = _button(_("Fit"), _("Show the whole page (0)"), self._fit_page)
        self._fit.setCheckable(True)
        full = _button("100 %", _("True size (1)"), lambda: self.preview.zoom_to(1.0))
        smaller = _button("−", _("Smaller (minus)"), lambda: self.preview.zoom_to(self.preview.zoom / STEP))
        larger = _button("+", _("Larger (plus)"), lambda: self.preview.zoom_to(self.preview.zoom * STEP))
        smaller.setShortcut(QKeySequence(QKeySequence.StandardKey.ZoomOut))
        larger.setShortcut(QKeySequence(QKeySequence.StandardKey.ZoomIn))
        bar = QHBoxLayout()
        bar.setSpacing(GRID // 2)
        for widget in (self._back, QLabel(_("Page")), self._number, self._of, self._on):
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in (self._percent, smaller, larger, self._fit, full):
            bar.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.preview, 1)
        layout.addLayout(bar)
        self.clear("")

    @property
    def count(self) -> int:
        """Number of pages."""
        return self._count

    @property
    def number(self) -> int:
        """The page shown, counted from 1; 0 if there is none."""
        return self._at if self._count else 0

    def go_to(self, number: int) -> None:
        """Show the page of a number counted from 1, or the nearest there is."""
        if self._count:
            number = min(max(number, 1), self._count)
            if number != self._at:
                self._at = number
                self._show_page()
            self._number.setText(str(number))

    def show_pages(self, count: int, make: Callable[[int], Page]) -> None:
        """Show pages, staying at the page number shown before.

        Args:
            count: number of pages, at least 1.
            make: makes the page of an index from 0.
        """
        self._count, self._make = count, make
        self._number.set_range(count)
        self._at = min(max(self._at, 1), count)
        self._of.setText(_("of {count:,}").format(count=written(count)))
        self._show_page()

    def clear(self, note: str) -> None:
        """Show a note in the place of pages."""
        self._count, self._make = 0, None
        self._of.setText(_("of {count:,}").format(count=written(0)))
        self.preview.show_page(None, note)
        self._switch()
        self._show_zoom()

    def _show_page(self) -> None:
        if self._make is not None:
            self.preview.show_page(self._make(self._at - 1))
        self._number.setText(str(self._at))
        self._switch()
        self._show_zoom()

    def _step(self, pages: int) -> None:
        self.go_to(self._at + pages)

    def _fit_page(self) -> None:
        self.preview.fit()
        self._show_zoom()

    def _switch(self) -> None:
        several = self._count > 1
        self._number.setEnabled(several)
        self._back.setEnabled(several and self._at > 1)
        self._on.setEnabled(several and self._at < self._count)

    def _show_zoom(self) -> None:
        shown = self.preview.page is not None
        self._percent.setText(f"{self.preview.zoom:.0%}".replace("%", " %") if shown else "")
        self._fit.setChecked(self.preview.fitting)


def _button(text: str, tip: str, action: Callable[[], object], arrow: Qt.ArrowType | None = None) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0])
    button.setAutoRaise(True)
    if arrow is not None:
        button.setArrowType(arrow)
    button.clicked.connect(action)
    return button
