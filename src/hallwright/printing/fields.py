"""Fields to fill in, as an AcroForm that ordinary readers know.

Only their places are written, and Helvetica, which every reader has, as the font to type with: what is typed is kept
as Unicode text, and a reader shows signs that Helvetica lacks, Chinese among them, in a font of its own. A Chinese font
for whatever may be typed would make each file 10 MB.
"""

from collections.abc import Callable, Sequence
from typing import Any

from hallwright.drawing.fields import Field, FieldKind

_PRINTED, _HIDDEN = 4, 2
_READ_ONLY, _SEVERAL_LINES, _ONE_OF, _STAYS = 1, 1 << 12, 1 << 15, 1 << 14
_TYPED = "/Helv 10 Tf 0 g"
_MARK = "q 0.1 0.1 0.1 rg 2 2 {0:.2f} {1:.2f} re f Q"

Rect = Callable[[tuple[float, float, float, float]], list[float]]
"""From mm of the page to points from its lower left corner."""


def add_fields(canvas: Any, fields: Sequence[Field], rect: Rect) -> None:
    """Add fields to the page that a ReportLab canvas is at."""
    document = canvas._doc
    form = _form(document)
    choices: dict[str, Any] = {}
    for field in fields:
        if field.kind is FieldKind.CHOICE:
            if field.name not in choices:
                parent = choices[field.name] = _dictionary(
                    FT=_name("Btn"), T=_text(field.name), TU=_text(field.label), Ff=_ONE_OF | _STAYS, V=_name("Off")
                )
                parent.dict["Kids"] = _array([])
                form.append(document.Reference(parent))
            mark = _mark(document, field, rect, choices[field.name])
            # An annotation is named by the page first; a reference then takes that name.
            canvas._addAnnotation(mark)
            choices[field.name].dict["Kids"].sequence.append(document.Reference(mark))
            continue
        place = _line(field, rect)
        canvas._addAnnotation(place)
        form.append(document.Reference(place))


def _form(document: Any) -> list[Any]:
    """Return the list of the document's fields, made when it has none."""
    known = getattr(document.Catalog, "AcroForm", None)
    if known is None:
        helvetica = _dictionary(
            Type=_name("Font"), Subtype=_name("Type1"), BaseFont=_name("Helvetica"), Encoding=_name("WinAnsiEncoding")
        )
        fonts = _dictionary(Font=_dictionary(Helv=document.Reference(helvetica)))
        known = document.Catalog.AcroForm = _dictionary(
            Fields=_array([]), DR=fonts, DA=_text(_TYPED), NeedAppearances=_raw("true")
        )
    fields: list[Any] = known.dict["Fields"].sequence
    return fields


def _line(field: Field, rect: Rect) -> Any:
    hidden = field.kind is FieldKind.HIDDEN
    flags = _READ_ONLY if hidden else _SEVERAL_LINES if field.kind is FieldKind.LINES else 0
    return _dictionary(
        Type=_name("Annot"),
        Subtype=_name("Widget"),
        FT=_name("Tx"),
        T=_text(field.name),
        TU=_text(field.label),
        V=_text(field.value),
        Ff=flags,
        F=_HIDDEN if hidden else _PRINTED,
        DA=_text(_TYPED),
        Rect=_array(rect(field.box)),
    )


def _mark(document: Any, field: Field, rect: Rect, parent: Any) -> Any:
    left, low, right, high = rect(field.box)
    shown = {
        field.value: _appearance(document, right - left, high - low, _MARK.format(right - left - 4, high - low - 4)),
        "Off": _appearance(document, right - left, high - low, " "),
    }
    return _dictionary(
        Type=_name("Annot"),
        Subtype=_name("Widget"),
        Parent=document.Reference(parent),
        TU=_text(field.label),
        F=_PRINTED,
        AS=_name("Off"),
        AP=_dictionary(N=_dictionary(**shown)),
        Rect=_array([left, low, right, high]),
    )


def _appearance(document: Any, wide: float, high: float, code: str) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFStream

    stream = PDFStream(_dictionary(), code)
    stream.dictionary.dict |= {
        "Type": _name("XObject"),
        "Subtype": _name("Form"),
        "BBox": _array([0, 0, round(wide, 2), round(high, 2)]),
        "Resources": _dictionary(),
    }
    return document.Reference(stream)


def _dictionary(**values: Any) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFDictionary

    return PDFDictionary(values)


def _array(values: list[Any]) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFArray

    return PDFArray(values)


def _name(value: str) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFName

    return PDFName(value)


def _text(value: str) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFString

    return PDFString(value)


def _raw(value: str) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFObject

    class Raw(PDFObject):  # type: ignore[misc]
        """A word of the format itself."""

        def format(self, _document: Any) -> bytes:
            return value.encode("ascii")

    return Raw()
