"""A sound PDF/X to be broken, and the pieces that break it."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from hallwright.drawing.primitives import Page, Shapes, Text
from hallwright.drawing.theme import paper
from hallwright.printing import pdfx
from hallwright.printing.painter import PdfPainter
from hallwright.printing.preflight.checking import check
from hallwright.printing.preflight.report import Report
from hallwright.printing.press import press_of
from hallwright.printing.profiles import load
from hallwright.support.paths import resources

Break = Callable[[pikepdf.Pdf], None]
ICC = resources() / "print-profiles" / "ISOcoated_v2_300_bas.icc"


def sound(path: Path, profile: str = "pdfx4", pages: int = 1) -> Path:
    """Write a file that has nothing wrong: text on a coloured box, 100 x 80 mm, with bleed and marks."""
    press = press_of(load(profile))
    painted = io.BytesIO()
    painter = PdfPainter(painted, paper(), title="Sound", author="Tests", press=press, marks=True)
    for _ in range(pages):
        items = (Shapes.box("booth.confirmed", 20, 20, 60, 40), Text("text", "Booth 展位", 22, 30, 5))
        painter.page(Page(100, 80, items))
    painter.close()
    assert press is not None
    pdfx.finish(painted, path, press)
    return path


def broken(path: Path, breaking: Break, profile: str = "pdfx4", pages: int = 1, **saving: Any) -> Report:
    """Break a sound file and check it."""
    sound(path, profile, pages)
    version = "1.6" if profile == "pdfx4" else "1.4"
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        breaking(pdf)
        pdf.save(path, **{"force_version": version, "fix_metadata_version": False, **saving})
    return check(path, load(profile))


def rules(report: Report) -> set[str]:
    """Return the rules of all findings."""
    return {finding.rule for finding in report.findings}


def content(code: str, **named: Any) -> Break:
    """Add operators to the first page; ``named`` are resources: a category, then names and objects."""

    def add(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        for category, entries in named.items():
            for name, value in (entries(pdf) if callable(entries) else entries).items():
                found = page.Resources.get(f"/{category}", Dictionary())
                own = Dictionary(dict(found.items()))
                own[f"/{name}"] = value
                page.Resources[f"/{category}"] = own
        page.contents_add(pdf.make_stream(f"q {code} Q".encode()))

    return add


def at_mm(x: float, y: float, wide: float, high: float) -> str:
    """Return a rectangle given in mm from the trim's top left corner."""
    point = 72 / 25.4
    # The marks reach 8 mm out of a page that is 80 mm high.
    return f"{(8 + x) * point:.3f} {(88 - y - high) * point:.3f} {wide * point:.3f} {high * point:.3f} re"


def image(pdf: pikepdf.Pdf, space: Any = Name.DeviceCMYK, size: int = 400, **more: Any) -> Stream:
    """Return an image of one colour."""
    channels = {"/DeviceRGB": 3, "/DeviceGray": 1, "/DeviceCMYK": 4}.get(str(space), 1)
    stream = Stream(pdf, b"\0" * (size * size * channels))
    stream.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=size, Height=size, BitsPerComponent=8, ColorSpace=space, **more
    )
    return stream


def form(pdf: pikepdf.Pdf, code: str, resources: Dictionary | None = None, **more: Any) -> Stream:
    """Return a form as large as any page."""
    stream = Stream(pdf, code.encode())
    stream.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 5000, 5000]),
        Resources=resources if resources is not None else Dictionary(),
        **more,
    )
    return stream


def tint() -> Dictionary:
    """Return a function from one ink to CMYK."""
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 0, 0, 0], N=1)


def icc(pdf: pikepdf.Pdf, channels: int) -> Array:
    """Return an ICCBased space."""
    from PIL import ImageCms

    data = ICC.read_bytes() if channels == 4 else ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    stream = Stream(pdf, data)
    stream.N = channels
    return Array([Name.ICCBased, pdf.make_indirect(stream)])
