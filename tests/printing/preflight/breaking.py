"""The ways in which a sound file is broken: each changes one thing of it."""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from tests.printing.preflight.making import Break, at_mm, content, form, icc, image, tint

BOX = at_mm(70, 50, 10, 10)
POINT = 72 / 25.4
HELVETICA = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
LARGE = f"{20 * POINT} 0 0 {20 * POINT} {40 * POINT} {30 * POINT} cm"
"""An image of 20 mm somewhere on the page."""
Defects = dict[str, tuple[Break, set[str]]]
"""Ways to break a file, with the rules that must be found."""


def root(key: str, value: Any = None) -> Break:
    """Set or remove an entry of the catalogue."""

    def change(pdf: pikepdf.Pdf) -> None:
        if value is None:
            del pdf.Root[key]
        else:
            pdf.Root[key] = value(pdf) if callable(value) else value

    return change


def page(key: str, value: Any = None) -> Break:
    """Set or remove an entry of the first page."""

    def change(pdf: pikepdf.Pdf) -> None:
        if value is None:
            del pdf.pages[0].obj[key]
        else:
            pdf.pages[0].obj[key] = value(pdf) if callable(value) else value

    return change


def xmp(old: str, new: str) -> Break:
    """Change the text of the XMP."""

    def change(pdf: pikepdf.Pdf) -> None:
        text = pdf.Root.Metadata.read_bytes().decode()
        assert old in text
        pdf.Root.Metadata.write(text.replace(old, new).encode())

    return change


def intent(key: str, value: Any) -> Break:
    """Set or remove an entry of the output intent."""

    def change(pdf: pikepdf.Pdf) -> None:
        found = pdf.Root.OutputIntents[0]
        if value is None:
            del found[key]
        else:
            found[key] = value(pdf) if callable(value) else value

    return change


def used(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.pages[0].Resources.Font


def kept_font(code: str) -> Break:
    """Show text in the first font of the page that is embedded."""

    def change(pdf: pikepdf.Pdf) -> None:
        name = next(iter(used(pdf).keys()))
        content(code.replace("/F", name))(pdf)

    return change


def without_font_files(pdf: pikepdf.Pdf) -> None:
    for font in used(pdf).values():
        if "/FontDescriptor" in font:
            del font.FontDescriptor["/FontFile2"]


def never_overprinting(pdf: pikepdf.Pdf) -> None:
    for state in pdf.pages[0].Resources.ExtGState.values():
        state.op = False


def type3(pdf: pikepdf.Pdf) -> dict[str, Any]:
    glyph = pdf.make_stream(b"1000 0 d0 1 0 0 rg 0 0 750 750 re f")
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=[0, 0, 750, 750],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=Dictionary(square=glyph),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.square])),
        FirstChar=97,
        LastChar=97,
        Widths=[1000],
    )
    return {"T3": font}


def tiling(pdf: pikepdf.Pdf) -> dict[str, Any]:
    stream = Stream(pdf, b"1 0 0 rg 0 0 5 5 re f")
    stream.stream_dict = Dictionary(
        PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 10, 10], XStep=10, YStep=10, Resources=Dictionary()
    )
    return {"P1": stream}


def shading(pdf: pikepdf.Pdf) -> dict[str, Any]:
    colours = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 0, 1], N=1)
    return {"S1": Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 90, 0], Function=colours)}


def shading_pattern(pdf: pikepdf.Pdf) -> dict[str, Any]:
    return {"P2": Dictionary(PatternType=2, Shading=shading(pdf)["S1"])}


def nested(pdf: pikepdf.Pdf) -> dict[str, Any]:
    inner = form(pdf, f"1 0 0 rg {BOX} f")
    return {"X1": form(pdf, "/X2 Do", Dictionary(XObject=Dictionary(X2=pdf.make_indirect(inner))))}


def unchanged(_: pikepdf.Pdf) -> None:
    pass


def second_page(width: float) -> Break:
    def change(pdf: pikepdf.Pdf) -> None:
        for box in ("/MediaBox", "/BleedBox", "/TrimBox"):
            left, bottom, right, top = (float(edge) for edge in pdf.pages[1].obj[box].as_list())
            pdf.pages[1].obj[box] = Array([left, bottom, right + width, top])

    return change


def emptied(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Contents = pdf.make_stream(b"0 0 0 0 k 0 0 500 500 re f")


def annotation(pdf: pikepdf.Pdf) -> Array:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[100, 100, 120, 120], Contents=String("!"))
    return Array([pdf.make_indirect(note)])


def script(pdf: pikepdf.Pdf) -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def layers(pdf: pikepdf.Pdf) -> Dictionary:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    return Dictionary(OCGs=[group], D=Dictionary(Order=[group], ON=[group]))


def attached(pdf: pikepdf.Pdf) -> Dictionary:
    return Dictionary(EmbeddedFiles=Dictionary(Names=[]))


def rgb_profile(pdf: pikepdf.Pdf) -> Any:
    return icc(pdf, 3)[1]


def separation(name: str) -> Array:
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint()])


def device_n(*names: str) -> Array:
    function = Dictionary(FunctionType=4, Domain=[0, 1] * len(names), Range=[0, 1] * 4)
    return Array([Name.DeviceN, Array([Name(f"/{name}") for name in names]), Name.DeviceCMYK, function])


def picture(**more: Any) -> Break:
    return content(f"{LARGE} /I1 Do", XObject=lambda pdf: {"I1": image(pdf, **more)})
