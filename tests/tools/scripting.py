"""Plays gestures as the canvas would."""

from hallwright.drawing.columns import BoothColumns
from hallwright.expo.show import Show
from hallwright.tools.tool import Answer, Pointer, Scene, Tool, Verdict


class Script:
    """Keeps the selection, applies what is committed; a pixel covers 10 mm."""

    def __init__(self, show: Show, tool: Tool) -> None:
        self.show = show
        self.tool = tool
        self.selection: frozenset[str] = frozenset()
        self.snap = True

    def scene(self) -> Scene:
        return Scene(self.show, "h", BoothColumns.of(self.show, "h"), self.selection, 100, self.snap)

    def take(self, answer: Answer | None) -> Answer:
        assert answer is not None
        if answer.selection is not None:
            self.selection = answer.selection
        change = answer.edit() if answer.edit is not None else answer.change
        if answer.verdict is Verdict.COMMIT and change is not None:
            self.show = change.applied(self.show)
        return answer

    def hold(self, *path: tuple[float, float], shift: bool = False, alt: bool = False, ctrl: bool = False) -> Answer:
        """Press at the first point and drag over the others."""
        points = [Pointer(x, y, 10.0, shift=shift, alt=alt, ctrl=ctrl) for x, y in path]
        answer = self.take(self.tool.press(self.scene(), points[0]))
        for point in points[1:]:
            answer = self.take(self.tool.drag(self.scene(), point))
        self.last = points[-1]
        return answer

    def drag(self, *path: tuple[float, float], shift: bool = False, alt: bool = False, ctrl: bool = False) -> Answer:
        """Press, drag and release."""
        self.hold(*path, shift=shift, alt=alt, ctrl=ctrl)
        return self.take(self.tool.release(self.scene(), self.last))

    def box(self, booth: str) -> tuple[int, int, int, int]:
        """Return left, top, right and bottom of a booth."""
        xs, ys = zip(*self.show.booths[booth].outline, strict=True)
        return min(xs), min(ys), max(xs), max(ys)
