"""What the checks see while pages are read."""

from typing import Any

from hallwright.printing.preflight.report import Notes
from hallwright.printing.preflight.state import Image, Path, Sheet, State, Text
from hallwright.printing.profiles import PrintProfile

HOOKS = ("sheet", "text", "path", "image", "shading", "settings", "group", "xobject", "sheet_end")


class Check:
    """One check: a file in ``checks`` with a subclass that overrides what it wants to see.

    Args:
        profile: what the file is to be.
        notes: takes the findings.
    """

    def __init__(self, profile: PrintProfile, notes: Notes) -> None:
        self.profile = profile
        self.notes = notes

    @classmethod
    def wanted(cls, profile: PrintProfile) -> bool:
        """Return whether a profile asks for this check."""
        return True

    def document(self, pdf: Any, path: Any) -> None:
        """See the document before its pages: a ``pikepdf.Pdf`` and the path of its file."""

    def sheet(self, sheet: Sheet) -> None:
        """See a page before what is on it."""

    def text(self, sheet: Sheet, text: Text) -> None:
        """See a string that is shown."""

    def path(self, sheet: Sheet, path: Path) -> None:
        """See a path that is painted."""

    def image(self, sheet: Sheet, image: Image) -> None:
        """See an image."""

    def shading(self, sheet: Sheet, space: Any, state: State) -> None:
        """See a shading, with the Space of its colours."""

    def settings(self, sheet: Sheet, settings: Any, state: State) -> None:
        """See the dictionary of a graphics state that is set."""

    def group(self, sheet: Sheet, group: Any) -> None:
        """See the transparency group of a page or a form."""

    def xobject(self, sheet: Sheet, xobject: Any) -> None:
        """See a form, an image or something else before it is shown."""

    def sheet_end(self, sheet: Sheet) -> None:
        """See the end of a page."""

    def end(self) -> None:
        """See the end of the document."""
