"""Transparency, where it is not allowed."""

from typing import Any

from pikepdf import Array, Name

from hallwright.printing.preflight.matrices import finite
from hallwright.printing.preflight.state import Image, Sheet, State
from hallwright.printing.preflight.watching import Check
from hallwright.printing.profiles import PrintProfile
from hallwright.support.i18n import _

_PLAIN = ("/Normal", "/Compatible")


class Transparency(Check):
    """Rule ``transparency``."""

    @classmethod
    def wanted(cls, profile: PrintProfile) -> bool:
        """Only where it is forbidden."""
        return profile.choices["transparency"] == "forbidden"

    def settings(self, sheet: Sheet, settings: Any, state: State) -> None:
        """Look at opacity, blend mode and soft mask of a graphics state."""
        for key in ("/ca", "/CA"):
            if key in settings and finite([settings[key]])[0] < 1:
                self._note(sheet, _("opacity below 100 %"), key)
        mode = settings.get("/BM")
        modes = [str(one) for one in (mode.as_list() if isinstance(mode, Array) else [mode] if mode else [])]
        if modes and modes[0] not in _PLAIN:
            self._note(sheet, _("blend mode {name}").format(name=modes[0][1:]), "/BM")
        if settings.get("/SMask", Name("/None")) != Name("/None"):
            self._note(sheet, _("a soft mask"), "/SMask")

    def group(self, sheet: Sheet, group: Any) -> None:
        """A group is transparency by itself."""
        self._note(sheet, _("a transparency group"), "group")

    def image(self, sheet: Sheet, image: Image) -> None:
        """Look for an image's soft mask."""
        if "/SMask" in image.source or finite([image.source.get("/SMaskInData", 0)])[0]:
            self._note(sheet, _("an image with a soft mask"), "image", sheet.mm(image.box[0], image.box[3]))

    def _note(self, sheet: Sheet, what: str, key: str, at: tuple[float, float] | None = None) -> None:
        message = _("transparency is not allowed: {what}").format(what=what)
        self.notes.note("transparency", message, sheet.number, at, key=key)
