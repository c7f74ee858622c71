"""Files broken on purpose, each by one defect: each gives its rule and no other."""

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from tests.printing.preflight.making import Break, at_mm, broken, content, form, icc, image, rules, sound, tint

from hallwright.printing.preflight.checking import all_checks, check
from hallwright.printing.profiles import load

BOX = at_mm(70, 50, 10, 10)
POINT = 72 / 25.4
HELVETICA = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
LARGE = f"{20 * POINT} 0 0 {20 * POINT} {40 * POINT} {30 * POINT} cm"
"""An image of 20 mm somewhere on the page."""


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


X4: dict[str, tuple[Break, set[str]]] = {
    "no version key": (xmp("pdfxid:GTS_PDFXVersion", "pdfxid:Nothing"), {"pdfx-version"}),
    "another version": (xmp(">PDF/X-4<", ">PDF/X-5<"), {"pdfx-version"}),
    "no title": (xmp("Sound", ""), {"pdfx-metadata"}),
    "no document id": (xmp("xmpMM:DocumentID", "xmpMM:Other"), {"pdfx-metadata"}),
    "no intent": (root("/OutputIntents"), {"output-intent"}),
    "intent of another kind": (intent("/S", Name.GTS_PDFA1), {"output-intent"}),
    "intent without condition": (intent("/OutputConditionIdentifier", None), {"output-intent"}),
    "intent without profile": (intent("/DestOutputProfile", None), {"output-intent"}),
    "intent for a screen": (intent("/DestOutputProfile", rgb_profile), {"output-intent"}),
    "intent with rubbish": (intent("/DestOutputProfile", lambda pdf: pdf.make_stream(b"?" * 200)), {"output-intent"}),
    "no trim": (page("/TrimBox"), {"trim-box"}),
    "trim and art": (page("/ArtBox", Array([30, 30, 200, 200])), {"trim-box"}),
    "trim outside": (page("/TrimBox", Array([-90, 30, 200, 200])), {"trim-box"}),
    "trim of three numbers": (page("/TrimBox", Array([30, 30, 200])), {"trim-box"}),
    "no bleed box": (page("/BleedBox"), {"bleed-box"}),
    "too little bleed": (page("/BleedBox", Array([20, 20, 309, 252])), {"bleed-box"}),
    "bleed outside": (page("/BleedBox", Array([-20, -20, 400, 400])), {"bleed-box"}),
    "colour ends at the trim": (content(f"1 0 0 0 k {at_mm(0, 60, 10, 10)} f"), {"bleed"}),
    "colour ends in the bleed": (content(f"1 0 0 0 k {at_mm(95, 60, 6, 10)} f"), {"bleed"}),
    "a clip cuts the bleed off": (
        content(f"{at_mm(0, 0, 100, 80)} W n 1 0 0 0 k {at_mm(-5, 60, 10, 10)} f"),
        {"bleed"},
    ),
    "no font files": (without_font_files, {"font-not-embedded"}),
    "a standard font": (
        content("BT /H 12 Tf 60 60 Td 0 0 0 1 k (Hello) Tj ET", Font={"H": HELVETICA}),
        {"font-not-embedded"},
    ),
    "rgb fill": (content(f"1 0 0 rg {BOX} f"), {"rgb-colour"}),
    "rgb stroke": (content(f"1 0 0 RG {BOX} S"), {"rgb-colour"}),
    "rgb by name": (content(f"/DeviceRGB cs 1 0 0 sc {BOX} f"), {"rgb-colour"}),
    "lab": (content(f"/L cs 50 0 0 sc {BOX} f", ColorSpace={"L": Array([Name.Lab, Dictionary()])}), {"rgb-colour"}),
    "icc rgb": (content(f"/I cs 1 0 0 sc {BOX} f", ColorSpace=lambda pdf: {"I": icc(pdf, 3)}), {"rgb-colour"}),
    "indexed rgb": (
        content(
            f"/X cs 0 sc {BOX} f", ColorSpace={"X": Array([Name.Indexed, Name.DeviceRGB, 1, String("\0\0\0\0\0\0")])}
        ),
        {"rgb-colour"},
    ),
    "rgb image": (picture(space=Name.DeviceRGB), {"rgb-colour"}),
    "rgb inline image": (
        content(f"{20} 0 0 {20} 100 100 cm BI /W 80 /H 80 /BPC 8 /CS /RGB ID {'0' * 19200} EI"),
        {"rgb-colour"},
    ),
    "rgb in forms": (content("/X1 Do", XObject=nested), {"rgb-colour"}),
    "rgb in a pattern": (content(f"/Pattern cs /P1 scn {BOX} f", Pattern=tiling), {"rgb-colour"}),
    "rgb in a glyph": (content("BT /T3 12 Tf 60 60 Td (a) Tj ET", Font=type3), {"rgb-colour"}),
    "rgb shading": (content(f"{BOX} W n /S1 sh", Shading=shading), {"rgb-colour"}),
    "rgb shading as pattern": (content(f"/Pattern cs /P2 scn {BOX} f", Pattern=shading_pattern), {"rgb-colour"}),
    "group mixed in rgb": (
        page("/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)),
        {"rgb-colour"},
    ),
    "spot": (content(f"/Z cs 1 scn {BOX} f", ColorSpace={"Z": separation("Gold")}), {"spot-colour"}),
    "spot among inks": (
        content(f"/Z cs 1 0 scn {BOX} f", ColorSpace={"Z": device_n("Cyan", "Gold")}),
        {"spot-colour"},
    ),
    "registration": (content(f"/All cs 1 scn {BOX} f"), {"registration-colour"}),
    "too much ink": (content(f"1 1 1 0.2 k {BOX} f"), {"total-ink"}),
    "too much ink in a line": (content(f"1 1 1 0.2 K {BOX} S"), {"total-ink"}),
    "too much ink in inks by name": (
        content(f"/Z cs 1 1 1 1 scn {BOX} f", ColorSpace={"Z": device_n("Cyan", "Magenta", "Yellow", "Black")}),
        {"total-ink"},
    ),
    "thin line": (content(f"0.1 w 0 0 0 1 K {BOX} S"), {"hairline"}),
    "line of no width": (content(f"0 w 0 0 0 1 K {BOX} S"), {"hairline"}),
    "line scaled thin": (content("0.1 0 0 0.1 0 0 cm 1 w 0 0 0 1 K 900 900 m 1900 900 l S"), {"hairline"}),
    "line thin by its state": (
        content(f"/Thin gs 0 0 0 1 K {BOX} S", ExtGState={"Thin": Dictionary(LW=0.1)}),
        {"hairline"},
    ),
    "small text": (kept_font("BT 0 0 0 1 k /F 3 Tf 1 0 0 1 60 60 Tm (a) Tj ET"), {"small-text"}),
    "text scaled small": (kept_font("BT 0 0 0 1 k /F 10 Tf .3 0 0 .3 60 60 Tm [(a)] TJ ET"), {"small-text"}),
    "coarse image": (picture(size=100), {"image-resolution"}),
    "coarse bitmap": (
        content("40 0 0 40 100 100 cm BI /W 100 /H 100 /IM true ID " + "0" * 1300 + " EI"),
        {"image-resolution"},
    ),
    "black text cut out": (never_overprinting, {"black-text-knockout"}),
    "white overprints": (content(f"/Over01 gs 0 0 0 0 k {BOX} f"), {"white-overprint"}),
    "note": (page("/Annots", annotation), {"annotation"}),
    "script": (root("/OpenAction", script), {"action"}),
    "script of a page": (page("/AA", lambda pdf: Dictionary(O=script(pdf))), {"action"}),
    "layers": (root("/OCProperties", layers), {"layer"}),
    "attachment": (root("/Names", attached), {"attachment"}),
    "transfer curve": (
        content(f"/Curve gs 1 0 0 0 k {BOX} f", ExtGState={"Curve": Dictionary(TR=tint())}),
        {"device-setting"},
    ),
    "postscript": (
        content("/X1 Do", XObject=lambda pdf: {"X1": form(pdf, "", Subtype2=Name.PS)}),
        {"forbidden-object"},
    ),
    "alternates": (picture(Alternates=Array([])), {"forbidden-object"}),
    "rubbish in the content": (
        lambda pdf: pdf.pages[0].contents_add(pdf.make_stream(b"q (never closed 1 0 0 rg")),
        {"damaged"},
    ),
}

X1A: dict[str, tuple[Break, set[str]]] = {
    "no version key": (lambda pdf: pdf.docinfo.__delitem__("/GTS_PDFXVersion"), {"pdfx-version"}),
    "not trapped nor untrapped": (lambda pdf: pdf.docinfo.__delitem__("/Trapped"), {"pdfx-metadata"}),
    "opacity": (
        content(f"/Half gs 1 0 0 0 k {BOX} f", ExtGState={"Half": Dictionary(ca=0.5)}),
        {"transparency"},
    ),
    "blend mode": (
        content(f"/Mix gs 1 0 0 0 k {BOX} f", ExtGState={"Mix": Dictionary(BM=Name.Multiply)}),
        {"transparency"},
    ),
    "group": (page("/Group", Dictionary(S=Name.Transparency)), {"transparency"}),
    "group of a form": (
        content("/X1 Do", XObject=lambda pdf: {"X1": form(pdf, "", Group=Dictionary(S=Name.Transparency))}),
        {"transparency"},
    ),
    "soft mask": (
        content(
            f"/Mask gs 1 0 0 0 k {BOX} f",
            ExtGState={"Mask": Dictionary(SMask=Dictionary(S=Name.Luminosity))},
        ),
        {"transparency"},
    ),
    "image with soft mask": (picture(SMask=Dictionary()), {"transparency"}),
    "icc cmyk": (
        content(f"/I cs 1 0 0 0 sc {BOX} f", ColorSpace=lambda pdf: {"I": icc(pdf, 4)}),
        {"device-independent-colour"},
    ),
    "calibrated grey": (
        content(f"/C cs 0 sc {BOX} f", ColorSpace={"C": Array([Name.CalGray, Dictionary()])}),
        {"device-independent-colour"},
    ),
    "jpeg 2000": (picture(Filter=Name.JPXDecode), {"forbidden-object"}),
}


@pytest.mark.parametrize("name", X4)
def test_a_defect_gives_its_rule_alone(tmp_path: Path, name: str) -> None:
    breaking, expected = X4[name]
    assert rules(broken(tmp_path / "a.pdf", breaking)) == expected


@pytest.mark.parametrize("name", X1A)
def test_a_defect_of_x1a_gives_its_rule_alone(tmp_path: Path, name: str) -> None:
    breaking, expected = X1A[name]
    assert rules(broken(tmp_path / "a.pdf", breaking, "pdfx1a")) == expected


@pytest.mark.parametrize("profile", ["pdfx4", "pdfx1a"])
def test_a_sound_file_has_no_findings(tmp_path: Path, profile: str) -> None:
    report = check(sound(tmp_path / "a.pdf", profile, pages=2))
    assert report.findings == ()
    assert (report.profile, report.pages, report.sizes) == (profile, 2, ("100 x 80 mm",))
    assert {"DeviceCMYK", "Separation All"} == set(report.colours)
    assert {how for _, how in report.fonts} == {"subset"}


def test_an_empty_page_and_one_of_another_size(tmp_path: Path) -> None:
    report = broken(tmp_path / "a.pdf", emptied, pages=3)
    assert [(finding.rule, finding.page) for finding in report.findings] == [("empty-page", 2)]
    report = broken(tmp_path / "b.pdf", second_page(5), pages=3)
    assert [(finding.rule, finding.page) for finding in report.findings] == [("page-size", 2)]


def test_encryption(tmp_path: Path) -> None:
    locked = pikepdf.Encryption(owner="o", user="", R=4)
    assert rules(broken(tmp_path / "a.pdf", unchanged, encryption=locked)) == {"encryption"}
    locked = pikepdf.Encryption(owner="o", user="secret")
    sound(tmp_path / "b.pdf")
    with pikepdf.open(tmp_path / "b.pdf", allow_overwriting_input=True) as pdf:
        pdf.save(tmp_path / "b.pdf", encryption=locked)
    assert rules(check(tmp_path / "b.pdf")) == {"encryption"}


def test_a_newer_format(tmp_path: Path) -> None:
    assert rules(broken(tmp_path / "a.pdf", unchanged, force_version="1.7")) == {"pdf-version"}
    # An older header alone does not make an older file.
    sound(tmp_path / "b.pdf", "pdfx1a")
    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        pdf.save(tmp_path / "c.pdf", force_version="1.5", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    (tmp_path / "c.pdf").write_bytes((tmp_path / "c.pdf").read_bytes().replace(b"%PDF-1.5", b"%PDF-1.4", 1))
    assert rules(check(tmp_path / "c.pdf")) == {"pdf-version"}


def test_one_kind_of_finding_on_a_page_is_told_once_with_its_worst(tmp_path: Path) -> None:
    lines = " ".join(f"{width} w 60 {60 + 5 * k} m 90 {60 + 5 * k} l S" for k, width in enumerate((0.2, 0.05, 0.1)))
    report = broken(tmp_path / "a.pdf", content(f"0 0 0 1 K {lines}"))
    (finding,) = report.findings
    assert (finding.rule, finding.page, finding.count) == ("hairline", 1, 3)
    assert finding.value == pytest.approx(0.05)
    assert finding.limit == 0.25
    assert "3 times" in finding.message


def test_the_place_is_millimetres_from_the_trimmed_corner(tmp_path: Path) -> None:
    report = broken(tmp_path / "a.pdf", content(f"1 0 0 rg {at_mm(70, 50, 10, 10)} f"))
    assert report.findings[0].at == (70.0, 50.0)
    assert "page 1 at 70, 50 mm" in report.findings[0].line()


def test_what_does_not_print_or_is_only_beside_the_page_is_no_fault(tmp_path: Path) -> None:
    fine = [
        "BT 3 Tr /H 12 Tf 60 60 Td (unseen) Tj ET",
        f"0.1 w 0 0 0 1 K {at_mm(10, 60, 10, 10)} W n",
        f"1 1 1 1 k {at_mm(-8, 10, 4, 4)} f",
        f"1 0 0 0 k {at_mm(-3, 60, 10, 10)} f",
        f"0 0 0 0 k {at_mm(0, 60, 10, 10)} f",
    ]
    report = broken(tmp_path / "a.pdf", content(" ".join(f"q {code} Q" for code in fine), Font={"H": HELVETICA}))
    assert rules(report) == set()


def test_black_text_on_bare_paper_or_on_grey_need_not_overprint(tmp_path: Path) -> None:
    for ground, expected in (("0 0 0 0", set()), ("0 0 0 .3", set()), ("0 .4 0 0", {"black-text-knockout"})):
        code = f"{ground} k {at_mm(10, 50, 40, 20)} f 0 0 0 1 k BT /F 12 Tf 60 90 Td (aaa) Tj ET"
        found = rules(broken(tmp_path / "a.pdf", kept_font(code)))
        assert found == expected, ground


def test_the_profile_is_the_one_the_file_claims(tmp_path: Path) -> None:
    assert check(sound(tmp_path / "a.pdf", "pdfx1a")).profile == "pdfx1a"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "b.pdf")
    report = check(tmp_path / "b.pdf")
    assert (report.profile, report.standard) == ("pdfx4", "")
    assert {"output-intent", "pdfx-version", "trim-box", "empty-page"} <= rules(report)
    assert rules(check(tmp_path / "b.pdf", load("office"))) == {"empty-page"}


def test_every_check_is_found_by_looking() -> None:
    names = {kind.__name__ for kind in all_checks()}
    assert {"Standard", "Intent", "Boxes", "Bleed", "Embedding", "Colours", "Ink", "Overprint", "Transparency"} <= names
    assert len(all_checks()) == 15
