"""What has no place in a file for the press: locks, programs, notes, layers, attachments."""

from typing import Any

from pikepdf import Array, Dictionary, Name

from hallwright.printing.preflight.matrices import common, finite
from hallwright.printing.preflight.state import Sheet
from hallwright.printing.preflight.watching import Check
from hallwright.printing.profiles import PrintProfile
from hallwright.support.i18n import _

_FOR_PRINTERS = (Name.PrinterMark, Name.TrapNet)
_MOST = 1000


class Extras(Check):
    """Rules ``encryption``, ``action``, ``annotation``, ``layer`` and ``attachment``."""

    @classmethod
    def wanted(cls, profile: PrintProfile) -> bool:
        """Only where a standard is asked for, or layers are forbidden."""
        return bool(profile.standard) or profile.choices["layers"] == "forbidden"

    def document(self, pdf: Any, path: Any) -> None:
        """Look at the catalogue."""
        root, note = pdf.Root, self.notes.note
        if pdf.is_encrypted:
            note("encryption", _("the file is encrypted"))
        names = root.get("/Names")
        names = names if isinstance(names, Dictionary) else Dictionary()
        opens = root.get("/OpenAction")
        acts = isinstance(opens, Dictionary) and (opens.get("/S") not in (None, Name.GoTo) or "/Next" in opens)
        if acts or "/AA" in root or "/JavaScript" in names:
            note("action", _("the file runs a program or an action when it is opened"))
        if "/EmbeddedFiles" in names:
            note("attachment", _("other files are attached to it"))
        if self.profile.choices["layers"] == "forbidden":
            layers = root.get("/OCProperties")
            groups = layers.get("/OCGs") if isinstance(layers, Dictionary) else None
            if isinstance(groups, Array) and len(groups):
                titles = [str(one.get("/Name", "")) for one in groups.as_list()[:3] if isinstance(one, Dictionary)]
                note("layer", _("the file has layers ({names})").format(names=", ".join(titles)))

    def sheet(self, sheet: Sheet) -> None:
        """Look at a page's actions and annotations."""
        page = sheet.obj
        if "/AA" in page:
            self.notes.note("action", _("the page runs an action"), sheet.number)
        unit = finite([page.get("/UserUnit", 1)])[0] or 1.0
        annotations = page.get("/Annots")
        if not isinstance(annotations, Array):
            return
        for annotation in annotations.as_list()[:_MOST]:
            if not isinstance(annotation, Dictionary) or annotation.get("/Subtype") in _FOR_PRINTERS:
                continue
            box = [edge * unit for edge in finite(annotation.get("/Rect", ()))]
            if len(box) != 4:
                continue
            left, right = sorted((box[0], box[2]))
            bottom, top = sorted((box[1], box[3]))
            if common((left, bottom, right, top), sheet.bleed) is not None:
                kind = str(annotation.get("/Subtype", "/?"))[1:]
                self.notes.note(
                    "annotation",
                    _("an annotation ({kind}) lies on the page").format(kind=kind),
                    sheet.number,
                    sheet.mm(left, top),
                    key=kind,
                )
