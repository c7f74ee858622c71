"""The status line: what happened, the tool's hint and options, position, scale."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QStatusBar, QWidget

from hallwright.desktop.canvas import Canvas
from hallwright.desktop.desk import Desk
from hallwright.support.i18n import _
from hallwright.support.numbers import written
from hallwright.tools.tool import Option, Tool

SAID_MS = 6_000
REFUSED_MS = 15_000
PIXEL_MM = 25.4 / 96


class Line(QLabel):
    """A text on one line that gives way to what stands beside it: what does not fit is cut off with dots."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(80)
        self.whole = ""

    def say(self, text: str) -> None:
        """Show a text."""
        self.whole = text
        self.setToolTip(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut it anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width() - self.margin() * 2
        self.setText(self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideRight, room))
        self.setAccessibleDescription(self.whole)


class StatusBar(QStatusBar):
    """Says one thing at a time; a refusal stays longer and in the alarm colour."""

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._canvas = canvas
        self._tool: Tool | None = None
        self._text = Line()
        self._text.setAccessibleName(_("Message"))
        self._options = QWidget()
        self._fields: dict[str, QLineEdit] = {}
        self._sometimes: list[tuple[Option, tuple[QWidget, ...]]] = []
        self._choices: dict[str, QComboBox] = {}
        row = QHBoxLayout(self._options)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        self._position, self._scale, self._disk = QLabel(), QLabel(), QLabel(_("All changes saved"))
        self._position.setMinimumWidth(184)
        self._position.setAccessibleName(_("Position"))
        self._scale.setMinimumWidth(88)
        self._scale.setAccessibleName(_("Scale"))
        self._disk.setToolTip(
            _("Every change is written to the project file as you make it. There is nothing to save.")
        )
        self.addWidget(self._text, 1)
        for widget in (self._options, self._position, self._scale, self._disk):
            widget.setContentsMargins(8, 0, 8, 0)
            self.addPermanentWidget(widget)
        self._back = QTimer(self, singleShot=True)
        self._back.timeout.connect(self._hint)
        desk.said.connect(lambda text: self._say(text, SAID_MS))
        desk.refused.connect(lambda text: self._say(text, REFUSED_MS, alarm=True))
        canvas.pointed.connect(self._point)
        canvas.zoomed.connect(self._zoom)
        canvas.tool_changed.connect(self._fill)

    @property
    def text(self) -> str:
        """What is said now."""
        return self._text.whole

    def field(self, name: str) -> QLineEdit:
        """Return the field of a tool's option."""
        return self._fields[name]

    def show_tool(self, tool: Tool) -> None:
        """Show a tool's hint and fields for its options."""
        self._tool = tool
        row = self._options.layout()
        assert row is not None, "made in the constructor"
        while (item := row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                # At once: until it is gone it would lie beneath the new ones.
                widget.hide()
                widget.deleteLater()
        self._fields, self._sometimes, self._choices = {}, [], {}
        for option in tool.options:
            label = QLabel(_(option.label))
            row.addWidget(label)
            if option.choices:
                self._choices[option.name] = self._choice(tool, option)
                row.addWidget(self._choices[option.name])
                continue
            field = QLineEdit(str(getattr(tool, option.name)))
            field.setFixedWidth(80)
            field.setAccessibleName(_(option.label))
            field.textEdited.connect(lambda text, name=option.name: setattr(tool, name, text))
            field.returnPressed.connect(lambda: self._canvas.hand.key("enter", shift=False))
            row.addWidget(field)
            self._fields[option.name] = field
            self._sometimes.append((option, (label, field)))
        self._options.setVisible(bool(tool.options))
        self._show_some()
        self._hint()

    def _show_some(self) -> None:
        """Show the fields that matter with what is chosen beside them."""
        for option, widgets in self._sometimes:
            wanted = option.only is None or getattr(self._tool, option.only[0]) in option.only[1]
            for widget in widgets:
                widget.setVisible(wanted)

    def _choice(self, tool: Tool, option: Option) -> QComboBox:
        """Return a list from which a tool's option is chosen."""
        combo = QComboBox()
        combo.setAccessibleName(_(option.label))
        for value, label in option.choices:
            combo.addItem(_(label), value)
        combo.setCurrentIndex(max(combo.findData(getattr(tool, option.name)), 0))

        def chosen() -> None:
            setattr(tool, option.name, combo.currentData())
            self._show_some()

        combo.activated.connect(lambda _index: chosen())
        return combo

    def _fill(self) -> None:
        """Show what a gesture made of the options, e.g. the next number."""
        for name, field in self._fields.items():
            if self._tool is not None and not field.hasFocus():
                field.setText(str(getattr(self._tool, name)))
        for name, choice in self._choices.items():
            if self._tool is not None:
                choice.setCurrentIndex(max(choice.findData(getattr(self._tool, name)), 0))

    def _say(self, text: str, milliseconds: int, *, alarm: bool = False) -> None:
        self._show(text, alarm=alarm)
        self._back.start(milliseconds)

    def _hint(self) -> None:
        self._show(_(self._tool.hint) if self._tool else "", alarm=False)

    def _show(self, text: str, *, alarm: bool) -> None:
        self._text.setProperty("alarm", "true" if alarm else "false")
        self._text.style().unpolish(self._text)
        self._text.style().polish(self._text)
        self._text.say(text)

    def _point(self, at: tuple[float, float] | None) -> None:
        unit = self._canvas.unit
        x, y = (written(value / unit.millimetres) for value in at or (0, 0))
        self._position.setText(f"x {x:.2f} {unit}   y {y:.2f} {unit}" if at is not None else "")

    def _zoom(self, scale: float) -> None:
        ratio = 1 / (scale * PIXEL_MM)
        self._scale.setText(f"1 : {written(ratio):,.0f}")
