"""A badge template as one file, ``.hwbadge``: JSON with its whole design, and its pictures as base64.

What a stranger sends is believed in nothing: the design is read strictly, and every picture is opened by the fenced
process that opens underlays and written anew, so that only its pixels come in.
"""

import base64
import binascii
import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from hallwright.exchange.underlays.reading import read_underlay
from hallwright.expo.badges import Template
from hallwright.expo.design import Design
from hallwright.expo.designfile import LONGEST_NAME, Part, read_plain, whole, written
from hallwright.expo.show import Show
from hallwright.expo.templates import design_of
from hallwright.expo.underlay import Media
from hallwright.support.errors import Refused
from hallwright.support.files import written_whole
from hallwright.support.i18n import _
from hallwright.support.text import one_line

SUFFIX = ".hwbadge"
_MARK = "hallwright-badge-template"
_VERSION = 1
MOST_BYTES = 64 * 1024 * 1024
MOST_PICTURES = 50
PutAsset = Callable[[bytes], str]
"""Keeps bytes and returns their SHA-256."""


class Imported(NamedTuple):
    """A template as a file has it; its pictures are kept already."""

    name: str
    design: Design


def export_template(
    show: Show, row: Template, asset: Callable[[str], bytes], path: Path, *, force: bool = False
) -> int:
    """Write a template with all that it inherits; return the bytes of the file.

    Args:
        show: the expo.
        row: the template.
        asset: returns the bytes kept under a hash.
        path: the file to make.
        force: replace it if it exists.

    Raises:
        Refused: a picture is missing, or the file cannot be written.
    """
    design = design_of(show, row)
    document = {
        _MARK: _VERSION,
        "name": row.name,
        "design": json.loads(written(Part(design.page, design.elements))),
        "pictures": {key: base64.b64encode(asset(key)).decode("ascii") for key in sorted(design.assets)},
    }
    content = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
    with written_whole(path, force=force) as temporary:
        temporary.write_bytes(content)
    return len(content)


def import_template(path: Path, put_asset: PutAsset) -> Imported:
    """Read a template.

    Args:
        path: the file.
        put_asset: keeps its pictures; called once all of them have been read.

    Raises:
        Refused: one line that says what is wrong with the file.
    """
    where = path.name
    document = _document(path)
    version = document.get(_MARK)
    if version is None:
        raise _bad(where, _("it is none"))
    if version != _VERSION:
        raise _bad(where, _("its version is {version}; this program reads {known}").format(
            version=str(version)[:20], known=_VERSION
        ))  # fmt: skip
    name, pictures = document.get("name"), document.get("pictures", {})
    if not isinstance(name, str) or not one_line(name):
        raise _bad(where, _("it has no name"))
    if not isinstance(pictures, dict) or len(pictures) > MOST_PICTURES:
        raise _bad(where, _("more than {most} pictures").format(most=MOST_PICTURES))
    design = whole(read_plain(document.get("design"), where), where)
    missing = design.assets - pictures.keys()
    if missing:
        raise _bad(where, _("a picture of it is missing"))
    read = {key: _picture(key, pictures[key], where) for key in sorted(design.assets)}
    kept = {key: (put_asset(content), size) for key, (content, size) in read.items()}
    elements = tuple(
        replace(one, asset=kept[one.asset][0], pixels=kept[one.asset][1]) if one.asset else one
        for one in design.elements
    )
    return Imported(one_line(name)[:LONGEST_NAME], Design(design.page, elements))


def _document(path: Path) -> dict[str, Any]:
    where = path.name
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _bad(where, _("it is larger than {most} MB").format(most=MOST_BYTES // 1024**2))
        value = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise Refused(
            _("The file cannot be read ({strerror})").format(strerror=error.strerror),
            str(path),
            _("Check its name."),
        ) from None
    except (ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())[:80]
        raise _bad(where, _("it is no JSON ({reason})").format(reason=reason)) from None
    if not isinstance(value, dict):
        raise _bad(where, _("it is none"))
    return value


def _picture(key: str, text: Any, where: str) -> tuple[bytes, tuple[int, int]]:
    """Return a picture's own pixels as a new file, and its size."""
    try:
        content = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except (binascii.Error, ValueError):
        content = b""
    if sha256(content).hexdigest() != key:
        raise _bad(where, _("a picture of it is damaged"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "picture"
        file.write_bytes(content)
        try:
            found = read_underlay(file, see_through=True)
        except Refused as refusal:
            raise Refused(refusal.what, where, _("Export it again, or make it anew.")) from None
    if found.media is not Media.RASTER or found.paper is not None:
        raise _bad(where, _("a picture of it is damaged"))
    return found.content, (found.width, found.height)


def _bad(where: str, what: str) -> Refused:
    return Refused(
        _("The file is no badge template that can be read: {what}").format(what=what),
        where,
        _("Export it again, or make it anew."),
    )
