"""Makes a painted file a PDF/X: output intent, XMP, document information, graphics states, version.

PDF/X-4 as in ISO 15930-7:2010, PDF/X-1a:2003 as in ISO 15930-4:2003. Boxes and colours are the painter's work.
"""

import hashlib
import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from hallwright.printing.marks import REGISTRATION
from hallwright.printing.overprint import states
from hallwright.printing.press import Press
from hallwright.printing.profiles import X1A, X4

_EPOCH = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
_STEP = 1 << 20
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>{creator}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
{standard}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def finish(painted: BinaryIO, target: Path, press: Press, dated: datetime | None = None) -> None:
    """Write a painted file as the PDF/X that a profile asks for; the same file gives the same bytes.

    Args:
        painted: what ``PdfPainter`` wrote with this press.
        target: the file to make.
        press: profile and printing condition.
        dated: when the content is from; written as the dates of the document. The day of no project if None.
    """
    painted.seek(0)
    digest = _digest(painted)
    painted.seek(0)
    standard = press.profile.standard
    with pikepdf.open(painted) as pdf:
        _define_states(pdf)
        pdf.Root.OutputIntents = Array([_intent(pdf, press)])
        _describe(pdf, standard, dated or _EPOCH, uuid.UUID(bytes=digest[:16], version=5))
        pdf.save(
            target,
            force_version="1.6" if standard == X4 else "1.4",
            # PDF 1.4 has no object streams.
            object_stream_mode=pikepdf.ObjectStreamMode.generate
            if standard == X4
            else pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
            fix_metadata_version=False,
        )


def _digest(file: BinaryIO) -> bytes:
    machine = hashlib.sha256()
    while part := file.read(_STEP):
        machine.update(part)
    return machine.digest()


def _intent(pdf: pikepdf.Pdf, press: Press) -> Dictionary:
    condition = press.condition
    icc = Stream(pdf, press.icc)
    icc.N = 4
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(condition.identifier),
        Info=String(condition.name),
        DestOutputProfile=pdf.make_indirect(icc),
    )
    if condition.registry:
        intent.OutputCondition = String(condition.name)
        intent.RegistryName = String(condition.registry)
    return intent


def _describe(pdf: pikepdf.Pdf, standard: str, dated: datetime, document: uuid.UUID) -> None:
    """Write document information and XMP; the two say the same."""
    info = pdf.docinfo
    title, author, creator = (str(info.get(key, "")) for key in ("/Title", "/Author", "/Creator"))
    offset = dated.strftime("%z") or "+0000"
    stamp = f"D:{dated:%Y%m%d%H%M%S}" + (f"{offset[:3]}'{offset[3:5]}'" if int(offset) else "Z")
    for key in ("/CreationDate", "/ModDate"):
        info[key] = String(stamp)
    info["/Trapped"] = Name("/False")
    for key in ("/Keywords", "/Subject"):
        # The one is empty, the other the title again; the XMP holds neither.
        if key in info:
            del info[key]
    if standard == X1A:
        info["/GTS_PDFXVersion"] = String(standard)
        info["/GTS_PDFXConformance"] = String(standard)
        mark = f"<pdfx:GTS_PDFXVersion>{standard}</pdfx:GTS_PDFXVersion>\n"
        mark += f"<pdfx:GTS_PDFXConformance>{standard}</pdfx:GTS_PDFXConformance>"
    else:
        mark = f"<pdfxid:GTS_PDFXVersion>{standard}</pdfxid:GTS_PDFXVersion>"
    xmp = _XMP.format(
        title=_plain(title),
        author=_plain(author),
        creator=_plain(creator),
        date=f"{dated:%Y-%m-%dT%H:%M:%S}" + (f"{offset[:3]}:{offset[3:5]}" if int(offset) else "Z"),
        id=document,
        standard=mark,
    )
    metadata = Stream(pdf, xmp.encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(metadata)


def _plain(text: str) -> str:
    """Return text for XML, which knows no control characters."""
    return escape("".join(sign for sign in text if sign >= " " and sign not in "\ufffe\uffff"))


def _define_states(pdf: pikepdf.Pdf) -> None:
    """Give every page and form the states and the colour that the painter names; ReportLab gives forms none."""
    names = Dictionary()
    for name, stroke, fill in states():
        names[f"/{name}"] = pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=stroke, op=fill, OPM=1))
    shared = pdf.make_indirect(names)
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    registration = Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])
    spaces = pdf.make_indirect(Dictionary({f"/{REGISTRATION}": registration}))
    for resources in _resources(pdf):
        resources.ExtGState = shared
        resources.ColorSpace = spaces
    for page in pdf.pages:
        # A presentation's transition, empty; it has no place on paper.
        if "/Trans" in page.obj:
            del page.obj["/Trans"]


def _resources(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get("/Type") == Name.Page:
            yield item.Resources
        elif isinstance(item, Stream) and item.get("/Subtype") == Name.Form:
            yield item.stream_dict.Resources
