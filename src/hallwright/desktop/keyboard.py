"""The way without a mouse: from pane to pane, from booth to booth, from a booth to its fields and back."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QTabWidget, QWidget

from hallwright.desktop.actions import ActionSpec
from hallwright.drawing.primitives import Floats
from hallwright.support.i18n import N_, _

if TYPE_CHECKING:
    from hallwright.desktop.window import Window

TITLES = {"left": N_("&Left"), "right": N_("&Right"), "up": N_("&Up"), "down": N_("Do&wn")}
WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
MARGIN = 40
"""A booth that is selected by a key comes at least this many pixels into view."""


def neighbour(boxes: Floats, slot: int, way: tuple[int, int]) -> int | None:
    """Return the slot of the next box in a direction, or None; boxes that lie abreast come before slanting ones.

    Args:
        boxes: (n, 4) left, top, right, bottom; NaN for a box that is gone.
        slot: where to start.
        way: a unit vector along an axis.
    """
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    along, across = (0, 1) if way[0] else (1, 0)
    ahead = (middles[:, along] - middles[slot, along]) * way[along]
    # Nothing lies between boxes that share a part of the other axis: only the gap to such a part counts as slant.
    gap = np.maximum(boxes[:, across] - boxes[slot, across + 2], boxes[slot, across] - boxes[:, across + 2])
    slant = np.maximum(gap, 0) * 4 + np.abs(middles[:, across] - middles[slot, across]) * 0.25
    cost = np.where((ahead > 1) & (np.maximum(gap, 0) <= ahead * 2), ahead + slant, np.inf)
    cost[~np.isfinite(cost)] = np.inf
    best = int(np.argmin(cost)) if len(cost) else 0
    return best if len(cost) and np.isfinite(cost[best]) else None


class Keyboard(QObject):
    """Actions and keys that move the focus and the selection."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def specs(self) -> list[ActionSpec]:
        """Return the table of actions."""
        spec, view, booth = ActionSpec, "&View", "&Booth"
        return [
            spec("next-pane", view, _("Ne&xt pane"), partial(self._turn, 1), shortcuts=("F6",), separate=True),
            spec("previous-pane", view, _("Pre&vious pane"), partial(self._turn, -1), shortcuts=("Shift+F6",)),
            spec("assign", booth, _("&Assign exhibitor"), self.to_exhibitor, "user-plus", ("A",), separate=True),
            spec("edit-number", booth, _("&Edit number"), self.to_number, "hash"),
            *(
                spec(
                    f"neighbour-{name}",
                    f"{booth}/Select ne&xt",
                    title,
                    partial(self.step, name),
                    shortcuts=(f"Ctrl+{name.capitalize()}",),
                )
                for name, title in TITLES.items()
            ),
        ]

    def furnish(self) -> None:
        """Set the order of Tab, and let Esc lead back to the plan and Enter into the inspector."""
        window = self._window
        self._lists, self._side = window.list_tabs, window.side_tabs
        window.canvas.installEventFilter(self)
        for pane in (self._lists, self._side, window.search):
            back = QShortcut(QKeySequence(Qt.Key.Key_Escape), pane)
            back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            back.activated.connect(self._back)
        chain = [window.halls, window.search, *_focusable(self._lists), window.canvas, *_focusable(self._side)]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)
        window.desk.selection_settled.connect(self._enable)
        self._enable()

    def step(self, name: str) -> None:
        """Select the next booth in a direction; without a selection, the booth nearest to the middle of the view."""
        desk, canvas = self._window.desk, self._window.canvas
        columns = canvas.scenery.columns
        slots = [columns.slots[key] for key in desk.selection if key in columns.slots]
        if slots:
            way = WAYS[name]
            start = max(slots, key=lambda slot: float(np.dot(columns.boxes[slot, :2] + columns.boxes[slot, 2:], way)))
            found = neighbour(columns.boxes, start, way)
        else:
            found = self._central(columns.boxes)
        if found is not None:
            desk.select([columns.ids[found]])
            self._bring(*columns.boxes[found].tolist())
            canvas.setFocus()

    def to_number(self) -> None:
        """Go to the number of the selected booth."""
        self._to(self._window.inspector.form.number)

    def to_exhibitor(self) -> None:
        """Go to the field in which an exhibitor is found and assigned."""
        self._to(self._window.inspector.form.exhibitor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter on a selected booth lead to its number, unless a tool that draws wants it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self._window.canvas:
            tool = self._window.canvas.hand.tool
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and tool is not None and tool.name == "select" and len(self._window.desk.selected()) == 1:
                self.to_number()
                return True
        return super().eventFilter(watched, event)

    def _to(self, field: QLineEdit) -> None:
        if len(self._window.desk.selected()) == 1:
            self._side.setCurrentWidget(self._window.inspector)
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def _enable(self) -> None:
        one = len(self._window.desk.selected()) == 1
        for name in ("assign", "edit-number"):
            self._window.actions_[name].setEnabled(one)

    def _back(self) -> None:
        # What was typed and not yet entered is given up, as Esc does everywhere.
        self._window.inspector.refresh()
        self._window.canvas.setFocus()

    def _turn(self, by: int) -> None:
        """Give the focus to the next pane: to what had it there last, or to its first field."""
        panes = [self._lists, self._window.canvas, self._side]
        focus = QApplication.focusWidget()
        here = next((k for k, pane in enumerate(panes) if focus is pane or pane.isAncestorOf(focus)), 1) if focus else 0
        pane = panes[(here + by) % len(panes)]
        page = pane.currentWidget() if isinstance(pane, QTabWidget) else pane
        inner = [widget for widget in _focusable(page) if widget.isVisible() and widget.isEnabled()]
        last = page.focusWidget()
        target = last if last in inner else inner[0] if inner else page
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _central(self, boxes: Floats) -> int | None:
        canvas = self._window.canvas
        x, y = canvas.view.to_mm(canvas.width() / 2, canvas.height() / 2)
        far = np.abs((boxes[:, 0] + boxes[:, 2]) / 2 - x) + np.abs((boxes[:, 1] + boxes[:, 3]) / 2 - y)
        return int(np.nanargmin(far)) if len(far) and not np.isnan(far).all() else None

    def _bring(self, left: float, top: float, right: float, bottom: float) -> None:
        """Pan just as far as a booth needs to come into view."""
        canvas = self._window.canvas
        x1, y1 = canvas.view.to_pixel(left, top)
        x2, y2 = canvas.view.to_pixel(right, bottom)
        dx = _shift(x1, x2, canvas.width())
        dy = _shift(y1, y2, canvas.height())
        if dx or dy:
            canvas.pan(dx, dy)


def _shift(low: float, high: float, room: int) -> int:
    if low < MARGIN:
        return round(MARGIN - low)
    return min(round(room - MARGIN - high), 0)


def _focusable(parent: QWidget) -> list[QWidget]:
    """Return the widgets that Tab may reach, in the order in which they were made."""
    return [
        widget
        for widget in parent.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.window() is parent.window()  # the list that a combo box drops down is a window of its own
    ]
