"""What many files have in common, written and packed once: the plan of the hall in two thousand proofs."""

import zlib
from typing import Any


class SharedForms:
    """Packed content of forms by name; such forms show no text, for fonts are each document's own."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._packed

    def keep(self, name: str, code: str) -> None:
        """Pack the content of a form."""
        self._packed[name] = zlib.compress(code.encode("latin-1"), 9)

    def object(self, name: str, size: tuple[float, float]) -> Any:
        """Return the form as an object for one document."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject

        packed = self._packed[name]

        class Form(PDFObject):  # type: ignore[misc]
            """A form whose content is packed already."""

            def format(self, document: Any) -> bytes:
                head = PDFDictionary(
                    {
                        "Type": PDFName("XObject"),
                        "Subtype": PDFName("Form"),
                        "BBox": PDFArray([0, 0, *size]),
                        "Resources": PDFDictionary({}),
                        "Filter": PDFName("FlateDecode"),
                        "Length": len(packed),
                    }
                )
                return bytes(head.format(document)) + b"\nstream\n" + packed + b"\nendstream\n"

        return Form()
