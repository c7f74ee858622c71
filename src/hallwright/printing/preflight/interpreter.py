"""Reads the content streams of pages as a press would, and tells the checks what is painted, where and how."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from hallwright.printing.preflight.fonts import font_of
from hallwright.printing.preflight.operators import ACTIONS
from hallwright.printing.preflight.owners import dictionary
from hallwright.printing.preflight.reader import Reader
from hallwright.printing.preflight.state import Font, Sheet, State
from hallwright.printing.preflight.streams import Budget
from hallwright.printing.preflight.watching import HOOKS, Check
from hallwright.support.i18n import _


class Interpreter:
    """Reads pages, one after another.

    Args:
        checks: see what is painted.
        still: called again and again; what it raises ends the reading.
    """

    def __init__(self, checks: Iterable[Check], still: Callable[[], None] = lambda: None) -> None:
        checks = tuple(checks)
        self._tell: dict[str, list[Callable[..., None]]] = {
            # Only those that look: a plan has a hundred thousand things to show to each.
            hook: [getattr(check, hook) for check in checks if getattr(type(check), hook) is not getattr(Check, hook)]
            for hook in HOOKS
        }
        self._notes = checks[0].notes if checks else None
        self._budget = Budget(still)
        self._fonts: dict[tuple[int, int], Font] = {}

    def page(self, sheet: Sheet, unit: float) -> None:
        """Read one page.

        Args:
            sheet: the page.
            unit: points of one of its units.
        """
        for tell in self._tell["sheet"]:
            tell(sheet)
        start = (unit, 0.0, 0.0, unit, 0.0, 0.0)
        reader = Reader(self, sheet, State(start, sheet.media), dictionary(sheet.obj.get("/Resources")), 0, set())
        reader.group(sheet.obj)
        reader.read(sheet.obj)
        for tell in self._tell["sheet_end"]:
            tell(sheet)

    def font(self, obj: Any) -> Font:
        """Return what is worth knowing of a font; read once."""
        key = obj.objgen
        if key == (0, 0):
            return font_of(obj)
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = font_of(obj)
        return found

    @property
    def actions(self) -> Mapping[str, Callable[[Any, Any], None]]:
        """What each operator does to a reader."""
        return ACTIONS

    @property
    def budget(self) -> Budget:
        """The work that is left for this file."""
        return self._budget

    def tell(self, hook: str, *what: object) -> None:
        """Show something to the checks."""
        for look in self._tell[hook]:
            look(*what)

    def broken(self, sheet: Sheet, error: Exception) -> None:
        """Note a stream that cannot be read."""
        if self._notes is not None:
            reason = " ".join(str(error).split())[:120]
            self._notes.note("damaged", _("the content cannot be read ({reason})").format(reason=reason), sheet.number)
