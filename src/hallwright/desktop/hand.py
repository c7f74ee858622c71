"""The hand: holds the active tool, asks it about each event and carries out what it answers."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hallwright.desktop.desk import Desk
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.tools.tool import Answer, Pointer, Preview, Scene, Tool, Verdict

_log = logging.getLogger(__name__)


class Hand(QObject):
    """Between the canvas and the tools: a tool that fails leaves the plan as it is."""

    previewed = Signal()
    """The preview is another now."""
    ended = Signal()
    """A gesture ended, so a tool's options may have new values."""

    def __init__(self, desk: Desk, scene: Callable[[], Scene], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._scene = scene
        self._tool: Tool | None = None
        self._pressed = False
        self._lingers = False
        self.preview: Preview | None = None
        desk.changed.connect(self._on_change)
        desk.selection_changed.connect(self._on_change)
        desk.hall_changed.connect(self._on_change)

    @property
    def tool(self) -> Tool | None:
        """The active tool."""
        return self._tool

    @property
    def pressed(self) -> bool:
        """Whether a gesture is under way."""
        return self._pressed

    def use(self, tool: Tool) -> None:
        """Make a tool the active one; a gesture under way is given up."""
        if self._tool is not None:
            self._tool.reset()
        self._pressed = False
        self._tool = tool
        self._show(None)
        self.ended.emit()

    def press(self, at: Pointer) -> None:
        """Hand on the press of the primary button."""
        tool = self._usable(told=True)
        if tool is not None:
            self._pressed = True
            self._ask(lambda: tool.press(self._scene(), at))

    def double(self, at: Pointer) -> None:
        """Hand on a double click, in place of its second press."""
        tool = self._usable()
        if tool is not None:
            self._pressed = True
            self._ask(lambda: tool.double(self._scene(), at))

    def move(self, at: Pointer) -> None:
        """Hand on a move, as a drag or a hover."""
        tool = self._usable()
        if tool is not None:
            step = tool.drag if self._pressed else tool.hover
            self._ask(lambda: step(self._scene(), at))

    def release(self, at: Pointer) -> None:
        """Hand on the release of the button."""
        tool = self._tool
        if tool is not None and self._pressed:
            self._pressed = False
            self._ask(lambda: tool.release(self._scene(), at))

    def key(self, name: str, *, shift: bool) -> bool:
        """Hand on a key; False if the tool does not want it."""
        tool = self._usable()
        if tool is None:
            return False
        if name == "escape" and not tool.takes("\t"):
            # Where a length is being typed, Esc takes that back and the gesture goes on.
            self._pressed = False
        return self._ask(lambda: tool.key(self._scene(), name, shift=shift), ends=True)

    def takes(self, text: str) -> bool:
        """Say whether the tool wants a typed character, which then is no shortcut."""
        tool = self._usable()
        return tool is not None and tool.takes(text)

    def type(self, text: str) -> bool:
        """Hand on a typed character; False if the tool does not want it."""
        tool = self._usable()
        if tool is None or not tool.takes(text):
            return False
        return self._ask(lambda: tool.type(self._scene(), text), ends=True)

    def look_at_selection(self, at: Pointer) -> None:
        """Let a tool that works on the selection show its handles before the mouse moves."""
        if self._tool is not None and self._tool.shows_selection and not self._pressed:
            self.move(at)

    def leave(self) -> None:
        """Take a hover's preview off: the pointer left the plan."""
        if not self._pressed and self.preview is not None and not self.preview.handles:
            self._show(None)

    def _usable(self, *, told: bool = False) -> Tool | None:
        """Return the tool if there is floor for it to work on; else, if wanted, tell how to come by some."""
        tool = self._tool
        if tool is None or self._desk.hall or not tool.needs_hall:
            return tool
        if told:
            self._desk.refused.emit(_("There is no hall yet. Draw one first, with Tools > Draw a hall."))
        return None

    def _ask(self, event: Callable[[], Answer | None], *, ends: bool = False) -> bool:
        """Ask the tool and carry out its answer; what ends by a key has no release to come.

        Returns:
            False if the tool does not want it.
        """
        try:
            answer = event()
        except Refused as refusal:
            self._give_up(refusal.line())
            return True
        except Exception:  # noqa: BLE001 - whatever a tool does wrong, the plan stays as it is
            self._give_up(_("This step failed; nothing was changed."))
            _log.exception("tool %s failed", self._tool.name if self._tool else "")
            return True
        if answer is None:
            return False
        if ends and answer.verdict is not Verdict.KEEP:
            self._pressed = False
        self._take(answer)
        return True

    def _give_up(self, line: str) -> None:
        if self._tool is not None:
            self._tool.reset()
        self._pressed = False
        self._show(None)
        self._desk.refused.emit(line)

    def _take(self, answer: Answer) -> None:
        if answer.verdict is Verdict.KEEP:
            self._show(answer.preview)
        if answer.selection is not None:
            self._desk.select(answer.selection)
        if answer.item is not None:
            self._desk.select_item(answer.item)
        change = answer.change
        done = False
        if answer.verdict is Verdict.COMMIT and answer.edit is not None:
            done = self._desk.do(answer.edit, select_made=answer.select_made, rows=answer.rows, told=answer.told)
            if not done and self._tool is not None:
                # As where a tool refuses at once: what it took for done is forgotten.
                self._tool.reset()
        elif answer.verdict is Verdict.COMMIT and change is not None:
            done = self._desk.do(lambda: change, select_made=answer.select_made, told=answer.told)
        if answer.verdict is not Verdict.KEEP:
            self._show(answer.preview if done else None)
            self._lingers = done and answer.preview is not None
            self.ended.emit()

    def _on_change(self) -> None:
        """Take off what was shown after a change: it is not true after another one."""
        if self._lingers:
            self._show(None)

    def _show(self, preview: Preview | None) -> None:
        self._lingers = False
        if preview is not None or self.preview is not None:
            self.preview = preview
            self.previewed.emit()
