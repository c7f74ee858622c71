"""Settings and objects that are up to the press, or that not every press reads."""

from typing import Any

from pikepdf import Array, Name

from hallwright.printing.preflight.state import Image, Sheet, State
from hallwright.printing.preflight.watching import Check
from hallwright.printing.profiles import X1A, PrintProfile
from hallwright.support.i18n import _

_CURVES = (("/TR", ("/Identity",)), ("/TR2", ("/Identity", "/Default")), ("/HTP", ()))


class Devices(Check):
    """Rules ``device-setting`` and ``forbidden-object``."""

    @classmethod
    def wanted(cls, profile: PrintProfile) -> bool:
        """Only where a standard is asked for."""
        return bool(profile.standard)

    def settings(self, sheet: Sheet, settings: Any, state: State) -> None:
        """Look for transfer curves, which change what the press was told."""
        for key, allowed in _CURVES:
            if key in settings and str(settings[key]) not in allowed:
                message = _("a graphics state sets {key}, which is up to the press").format(key=key[1:])
                self.notes.note("device-setting", message, sheet.number, key=key)

    def xobject(self, sheet: Sheet, xobject: Any) -> None:
        """Look for PostScript, references to other files, alternate images."""
        what = ""
        if xobject.get("/Subtype") == Name.PS or xobject.get("/Subtype2") == Name.PS or "/PS" in xobject:
            what = "PostScript"
        elif "/OPI" in xobject:
            what = "OPI"
        elif "/Ref" in xobject:
            what = _("content of another file")
        elif "/Alternates" in xobject:
            what = _("alternate images")
        if what:
            message = _("not allowed in {standard}: {what}").format(standard=self.profile.standard, what=what)
            self.notes.note("forbidden-object", message, sheet.number, key=what)

    def image(self, sheet: Sheet, image: Image) -> None:
        """Look for JPEG 2000, which PDF 1.4 does not know."""
        filters = image.source.get("/Filter")
        names = filters.as_list() if isinstance(filters, Array) else [filters]
        if self.profile.standard == X1A and Name.JPXDecode in names:
            message = _("not allowed in {standard}: {what}").format(standard=X1A, what="JPEG 2000")
            self.notes.note("forbidden-object", message, sheet.number, sheet.mm(image.box[0], image.box[3]), key="JPX")
