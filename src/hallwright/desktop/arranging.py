"""What the Arrange menu does, and the clipboard's part of the Edit menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from hallwright.desktop.actions import Actions, ActionSpec
from hallwright.editing import arranging, copying, shaping, splitting
from hallwright.editing.arranging import Edge
from hallwright.editing.change import Change
from hallwright.expo.space import Booth
from hallwright.geometry.outline import bounds, bounds_of
from hallwright.geometry.shapes import frame_of
from hallwright.support.i18n import N_

if TYPE_CHECKING:
    from hallwright.desktop.window import Window

BOOTHS_MIME = "application/x-hallwright-booths+json"
STEP = 1000
"""How far (mm) a paste comes to lie beside the one before when the pointer is not over the plan."""
_ALIGN = (
    (Edge.LEFT, N_("&Left"), "align-start-vertical"),
    (Edge.ACROSS, N_("Centres &across"), "align-center-vertical"),
    (Edge.RIGHT, N_("&Right"), "align-end-vertical"),
    (Edge.TOP, N_("&Top"), "align-start-horizontal"),
    (Edge.DOWN, N_("Centres &down"), "align-center-horizontal"),
    (Edge.BOTTOM, N_("&Bottom"), "align-end-horizontal"),
)


class Arranging(QObject):
    """One method for each action on the selected booths; edits go through the desk."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._actions: Actions | None = None
        self._pointer: tuple[float, float] | None = None
        self._pasted = 0
        self._pasteable = _on_clipboard() is not None
        window.canvas.pointed.connect(self._point)
        QGuiApplication.clipboard().dataChanged.connect(self._look_at_clipboard)

    def specs(self) -> list[ActionSpec]:
        """Return the table of actions."""
        spec = ActionSpec
        edit, menu = N_("&Edit"), N_("&Arrange")
        aligns = [
            spec(f"align-{edge.name.lower()}", f"{menu}/&Align", text, partial(self.align, edge), icon)
            for edge, text, icon in _ALIGN
        ]
        even, gaps = self.distribute, f"{menu}/&Distribute"
        return [
            spec("booths-cut", edit, N_("Cu&t"), self.cut, "scissors", ("Ctrl+X",), before="select-all"),
            spec("booths-copy", edit, N_("&Copy"), self.copy, "copy", ("Ctrl+C",), before="select-all"),
            spec("booths-paste", edit, N_("&Paste"), self.paste, "clipboard-paste", ("Ctrl+V",), before="select-all"),
            spec("duplicate", edit, N_("D&uplicate"), self.duplicate, "copy-plus", ("Ctrl+D",), before="select-all"),
            spec(
                "rotate-right", menu, N_("Rotate &right 90°"), partial(self.rotate, 90), "rotate-cw-square", ("Ctrl+]",)
            ),
            spec(
                "rotate-left", menu, N_("Rotate &left 90°"), partial(self.rotate, -90), "rotate-ccw-square", ("Ctrl+[",)
            ),
            spec("rotate-by", menu, N_("R&otate by…"), self.rotate_by, "rotate-cw"),
            spec("mirror-across", menu, N_("Mirror left to ri&ght"), partial(self.mirror, True), "flip-vertical-2"),
            spec("mirror-down", menu, N_("Mirror top to &bottom"), partial(self.mirror, False), "flip-horizontal-2"),
            spec("resize", menu, N_("Si&ze…"), self.resize, "scaling", ("Ctrl+T",), separate=True),
            spec("notch", menu, N_("&Notch for L- or U-shape…"), self.notch),
            *aligns,
            spec("distribute-across", gaps, N_("&Across"), partial(even, True), "align-horizontal-space-between"),
            spec("distribute-down", gaps, N_("&Down"), partial(even, False), "align-vertical-space-between"),
            spec("distribute-aisle", gaps, N_("By aisle &width…"), self.set_aisle, separate=True),
            spec("split-into", menu, N_("&Split into…"), self.split, "table-cells-split", ("Ctrl+K",), separate=True),
            spec("merge", menu, N_("&Merge"), self.merge, "table-cells-merge", ("Ctrl+M",)),
            spec("merge-keeping", menu, N_("Merge &keeping number…"), self.merge_keeping, shortcuts=("Ctrl+Shift+M",)),
        ]

    def enable(self, actions: Actions, rows: Sequence[Booth]) -> None:
        """Offer only what can be done with the selected booths."""
        self._actions = actions
        count = len(rows)
        sound = not any(row.draft for row in rows)
        square = count == 1 and sound and frame_of(rows[0].outline).square
        some = ("booths-cut", "booths-copy", "duplicate", "rotate-right", "rotate-left", "rotate-by")
        for name in (*some, "mirror-across", "mirror-down"):
            actions[name].setEnabled(count > 0)
        for name in (*(f"align-{edge.name.lower()}" for edge in Edge), "distribute-aisle"):
            actions[name].setEnabled(count > 1)
        for name, can in (
            ("resize", count > 0 and sound),
            ("notch", square),
            ("distribute-across", count > 2),
            ("distribute-down", count > 2),
            ("split-into", count == 1 and sound),
            ("merge", count > 1 and sound),
            ("merge-keeping", count > 1 and sound),
        ):
            actions[name].setEnabled(can)
        self._offer_paste()

    # -- the clipboard ------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the selected booths on the clipboard; other programs get number and size by tabs."""
        rows = sorted(self._desk.selected(), key=lambda row: (bounds(row.outline).top, bounds(row.outline).left))
        if not rows:
            return
        data = QMimeData()
        data.setData(BOOTHS_MIME, copying.clipping(self._desk.show, [row.id for row in rows]).encode())
        data.setText("\n".join(copying.plain_lines(rows)))
        self._pasted = 0
        QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy the selected booths and delete them; the question about let ones is that of deleting."""
        self.copy()
        self._window.commands.delete()

    def paste(self) -> None:
        """Add the booths of the clipboard at the pointer, or beside where they came from."""
        text = _on_clipboard()
        if text is None:
            return
        desk, grid = self._desk, self._window.canvas.grid if self._window.canvas.snap else 1
        at = (round(self._pointer[0]), round(self._pointer[1])) if self._pointer is not None else None
        self._pasted += 1
        shift = (0, 0) if at is not None else (STEP * self._pasted, STEP * self._pasted)
        desk.do(
            lambda: copying.paste(desk.show, desk.hall, text, at, shift, grid),
            select_made=True,
            rows=text.count('"outline"'),
        )

    def duplicate(self) -> None:
        """Add copies beside the selected booths: to the right if the hall has room there, else below."""
        rows = self._desk.selected()
        around = bounds_of(row.outline for row in rows)
        if around is None:
            return
        hall = bounds(self._desk.show.halls[rows[0].hall].outline)
        if around.right + around.width <= hall.right:
            dx, dy = around.width, 0
        elif around.bottom + around.height <= hall.bottom:
            dx, dy = 0, around.height
        else:
            dx, dy = STEP, STEP
        self._desk.do(lambda: copying.duplicate(self._desk.show, self._ids(), dx, dy), select_made=True, rows=len(rows))

    def _point(self, at: tuple[float, float] | None) -> None:
        self._pointer = at

    def _look_at_clipboard(self) -> None:
        self._pasteable = _on_clipboard() is not None
        self._offer_paste()

    def _offer_paste(self) -> None:
        if self._actions is not None:
            self._actions["booths-paste"].setEnabled(bool(self._desk.hall) and self._pasteable)

    # -- the plan -----------------------------------------------------------------------------------------------

    def rotate(self, degrees: float) -> None:
        """Turn the selection about its middle."""
        self._do(lambda: shaping.rotate(self._desk.show, self._ids(), degrees))

    def mirror(self, left_right: bool) -> None:
        """Mirror the selection at its middle."""
        self._do(lambda: shaping.flip(self._desk.show, self._ids(), left_right=left_right))

    def align(self, edge: Edge) -> None:
        """Bring the booths to one line."""
        self._do(lambda: arranging.align(self._desk.show, self._ids(), edge))

    def distribute(self, across: bool) -> None:
        """Share out the gaps."""
        self._do(lambda: arranging.distribute(self._desk.show, self._ids(), across=across))

    def merge(self) -> None:
        """Make one booth of the selected ones; the lowest number stays."""
        self._do(lambda: splitting.merge(self._desk.show, self._ids()))

    def rotate_by(self) -> None:
        """Ask for an angle."""
        from hallwright.desktop.dialogs.sizing import RotateDialog

        self._ask(RotateDialog(self._desk, self._ids(), self._window))

    def resize(self) -> None:
        """Ask for width and depth."""
        from hallwright.desktop.dialogs.sizing import SizeDialog

        self._ask(SizeDialog(self._desk, self._ids(), self._window))

    def set_aisle(self) -> None:
        """Ask for the width of the aisles between the booths."""
        from hallwright.desktop.dialogs.sizing import AisleDialog

        self._ask(AisleDialog(self._desk, self._ids(), self._window))

    def notch(self) -> None:
        """Ask for the notch of an L- or U-shape."""
        from hallwright.desktop.dialogs.dividing import NotchDialog

        self._ask(NotchDialog(self._desk, self._ids(), self._window))

    def split(self) -> None:
        """Ask into what to split a booth."""
        from hallwright.desktop.dialogs.dividing import SplitDialog

        self._ask(SplitDialog(self._desk, self._ids(), self._window))

    def merge_keeping(self) -> None:
        """Ask which number a merged booth bears."""
        from hallwright.desktop.dialogs.dividing import MergeDialog

        self._ask(MergeDialog(self._desk, self._ids(), self._window))

    def _ask(self, dialog: QDialog) -> None:
        if self._desk.selected():
            dialog.exec()

    def _ids(self) -> list[str]:
        return [row.id for row in self._desk.selected()]

    def _do(self, edit: Callable[[], Change]) -> None:
        rows = len(self._desk.selected())
        if rows:
            self._desk.do(edit, rows=rows)


def _on_clipboard() -> str | None:
    """Return the booths on the clipboard as text; None if it holds something else."""
    # An empty clipboard has no data at all on some systems, whatever the type says.
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(BOOTHS_MIME):
        return None
    return bytes(data.data(BOOTHS_MIME).data()).decode("utf-8", "replace")
