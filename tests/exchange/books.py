"""Workbooks for tests, made on the spot."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

_ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Sheet1">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""
_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def xlsx(path: Path, *rows: Sequence[Any], title: str = "List", **more: Sequence[Sequence[Any]]) -> Path:
    """Write an XLSX with a sheet of rows, and further sheets by name."""
    book = openpyxl.Workbook()
    first = book.active
    first.title = title
    for row in rows:
        first.append(list(row))
    for name, others in more.items():
        sheet = book.create_sheet(name)
        for row in others:
            sheet.append(list(row))
    book.save(path)
    return path


def ods(path: Path, *rows: Sequence[str | float]) -> Path:
    """Write an ODS with a sheet of rows of texts and numbers."""

    def cell(value: str | float) -> str:
        if isinstance(value, str):
            return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'

    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    path.write_bytes(
        archive({"mimetype": kind, "content.xml": _ODS.format(rows=body), "META-INF/manifest.xml": _MANIFEST})
    )
    return path


def archive(parts: dict[str, str]) -> bytes:
    """Return a ZIP archive of texts by name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in parts.items():
            # A fixed date: the bytes name tests, and all workers must find the same tests.
            target.writestr(zipfile.ZipInfo(name, (2024, 9, 9, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
