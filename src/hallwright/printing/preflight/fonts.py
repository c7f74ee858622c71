"""What is worth knowing of a font."""

from typing import Any

from pikepdf import Array, Dictionary, Name

from hallwright.printing.preflight.state import Font

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def font_of(obj: Any) -> Font:
    """Return a font from its dictionary."""
    if obj.get("/Subtype") == Name.Type3:
        return Font(_name(obj), True, False, obj)
    wide = obj.get("/Subtype") == Name.Type0
    inner = obj
    if wide:
        descendants = obj.get("/DescendantFonts")
        inner = descendants[0] if isinstance(descendants, Array) and len(descendants) else obj
    descriptor = inner.get("/FontDescriptor")
    embedded = isinstance(descriptor, Dictionary) and any(key in descriptor for key in _FILES)
    return Font(_name(obj), embedded, wide)


def _name(obj: Any) -> str:
    return str(obj.get("/BaseFont", obj.get("/Name", "/Type3")))[1:]
