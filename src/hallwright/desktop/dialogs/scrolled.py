"""A form that takes the height it needs as long as there is so much, and is scrolled when there is not."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QSizePolicy, QWidget

_LEAST_LINES = 8


class Scrolled(QScrollArea):
    """Holds a form; never narrower than it, and no bar is shown while all of it is seen."""

    def __init__(self, fields: QFormLayout) -> None:
        super().__init__()
        self._form = inner = QWidget()
        inner.setLayout(fields)
        fields.setContentsMargins(0, 0, 0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(inner)
        # Its fields are reached one by one; the one that has the focus is scrolled into view.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Of the window, not of a list.
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """Ask for room for all of the form."""
        return self._inner(self._form.sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Be content with a few lines, but not with less than its width."""
        least = self._form.minimumSizeHint()
        return self._inner(QSize(least.width(), min(least.height(), _LEAST_LINES * self.fontMetrics().lineSpacing())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the form when rows of it are shown or hidden."""
        if watched is self._form and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _inner(self, size: QSize) -> QSize:
        # The bar has its place kept, so that nothing is cut off when it comes.
        return size + QSize(self.verticalScrollBar().sizeHint().width(), 0)
