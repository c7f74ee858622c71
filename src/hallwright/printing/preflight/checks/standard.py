"""PDF/X keys, version of the file format, metadata."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Stream

from hallwright.printing.preflight.limits import MOST_METADATA
from hallwright.printing.preflight.streams import unpacked_size
from hallwright.printing.preflight.watching import Check
from hallwright.printing.profiles import X1A, PrintProfile
from hallwright.support.i18n import _

_XMP = {
    "standard": "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion",
    "created": "{http://ns.adobe.com/xap/1.0/}CreateDate",
    "changed": "{http://ns.adobe.com/xap/1.0/}ModifyDate",
    "described": "{http://ns.adobe.com/xap/1.0/}MetadataDate",
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "id": "{http://ns.adobe.com/xap/1.0/mm/}DocumentID",
    "version": "{http://ns.adobe.com/xap/1.0/mm/}VersionID",
    "rendition": "{http://ns.adobe.com/xap/1.0/mm/}RenditionClass",
    "trapped": "{http://ns.adobe.com/pdf/1.3/}Trapped",
}
_TAIL = 2048


class Standard(Check):
    """Rules ``pdf-version``, ``pdfx-version`` and ``pdfx-metadata``."""

    @classmethod
    def wanted(cls, profile: PrintProfile) -> bool:
        """Only where a standard is asked for."""
        return bool(profile.standard)

    def document(self, pdf: Any, path: Path) -> None:
        """Look at header, document information and XMP."""
        most, wanted = self.profile.choices["pdf_version"], self.profile.standard
        if str(pdf.pdf_version) > most:
            self.notes.note(
                "pdf-version",
                _("the file is PDF {version}, and {standard} goes up to {most}").format(
                    version=pdf.pdf_version, standard=wanted, most=most
                ),
            )
        elif most < "1.5" and not _has_plain_table(path):
            self.notes.note("pdf-version", _("the table of objects is a stream, as PDF 1.5 has them"))
        xmp = _xmp(pdf)
        claim = claimed(pdf, xmp)
        if not _meets(claim, wanted):
            self.notes.note(
                "pdfx-version",
                _("the file says it is {claim}, not {standard}").format(claim=claim, standard=wanted)
                if claim
                else _("nothing says that the file is {standard}").format(standard=wanted),
            )
        missing = _missing_in_info(pdf) if wanted == X1A else _missing_in_xmp(xmp, pdf)
        if missing:
            self.notes.note("pdfx-metadata", _("missing: {keys}").format(keys=", ".join(missing)))


def claimed(pdf: Any, xmp: dict[str, str] | None = None) -> str:
    """Return the PDF/X standard that a file says it follows; empty if none."""
    xmp = _xmp(pdf) if xmp is None else xmp
    return xmp.get("standard") or _info(pdf).get("/GTS_PDFXVersion", "")


def _meets(claim: str, wanted: str) -> bool:
    # X-1a:2003 reads what X-1a:2001 allows; the other way round would not do.
    return claim == wanted or (wanted == X1A and claim in ("PDF/X-1a:2001", "PDF/X-1:2001"))


def _info(pdf: Any) -> dict[str, str]:
    # A missing dictionary is not made: asking ``pdf.docinfo`` would.
    info = pdf.trailer.get("/Info")
    return {key: str(value) for key, value in info.items()} if isinstance(info, pikepdf.Dictionary) else {}


def _xmp(pdf: Any) -> dict[str, str]:
    stream = pdf.Root.get("/Metadata")
    if not isinstance(stream, Stream) or unpacked_size(stream, MOST_METADATA) > MOST_METADATA:
        return {}
    found = {}
    with suppress(Exception):  # whatever is wrong with it, it says nothing
        metadata = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
        for name, key in _XMP.items():
            if value := metadata.get(key):
                found[name] = str(value)
    return found


def _missing_in_info(pdf: Any) -> list[str]:
    info = _info(pdf)
    missing = [key[1:] for key in ("/Title", "/CreationDate", "/ModDate") if not info.get(key)]
    if info.get("/Trapped") not in ("/True", "/False", "True", "False"):
        missing.append("Trapped")
    return missing + _missing_id(pdf)


def _missing_in_xmp(xmp: dict[str, str], pdf: Any) -> list[str]:
    names = {
        "title": "dc:title",
        "created": "xmp:CreateDate",
        "changed": "xmp:ModifyDate",
        "described": "xmp:MetadataDate",
        "id": "xmpMM:DocumentID",
        "version": "xmpMM:VersionID",
        "rendition": "xmpMM:RenditionClass",
    }
    missing = [name for key, name in names.items() if not xmp.get(key)]
    if xmp.get("trapped") not in ("True", "False") and _info(pdf).get("/Trapped") not in ("/True", "/False"):
        missing.append("Trapped")
    return missing + _missing_id(pdf)


def _missing_id(pdf: Any) -> list[str]:
    return [] if "/ID" in pdf.trailer else ["ID"]


def _has_plain_table(path: Path) -> bool:
    """Return whether the last table of objects is a plain one; what cannot be read is told elsewhere."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL))
        words = file.read().rpartition(b"startxref")[2].split()
        if not words or not words[0].isdigit() or int(words[0]) >= size:
            return True
        file.seek(int(words[0]))
        return file.read(16).lstrip().startswith(b"xref")
