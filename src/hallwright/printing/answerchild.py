"""The process of its own in which filled proofs are read: a hostile file can end it, and nothing else.

Run as ``python -m hallwright.printing.answerchild``; asked with ``{"paths": [...]}`` on standard input, it answers with
one list: for each file its fields by name, or null for what is no PDF with fields.
"""

import json
import logging
import sys
from pathlib import Path
from typing import Any

from hallwright.support.fence import limit_self

MOST_MEMORY, MOST_SECONDS, MOST_OUTPUT = 1 << 30, 120, 1 << 26
MOST_BYTES = 20_000_000
"""Bytes of a file that is looked into; a proof has a hundred thousand, a scan some millions."""
_MOST_FIELDS = 200
_MOST_TEXT = 20_000


def fields(path: Path) -> dict[str, str] | None:
    """Return what is filled in, by the fields' names; None where nothing can be read."""
    import pikepdf

    if path.stat().st_size > MOST_BYTES:
        return None
    try:
        with pikepdf.open(path) as pdf:
            form: Any = pdf.Root.get("/AcroForm")
            listed = list(form.get("/Fields", [])) if form is not None else []
            return dict(_value(field) for field in listed[:_MOST_FIELDS])
    except (pikepdf.PdfError, OSError, ValueError, TypeError, AttributeError, KeyError, RuntimeError):
        return None


def _value(field: Any) -> tuple[str, str]:
    value = field.get("/V", "")
    if value == "" and "/Kids" in field:
        # Some readers say which mark is set at the mark only.
        states = [str(kid.get("/AS", "/Off")) for kid in list(field["/Kids"])[:20]]
        value = next((state for state in states if state != "/Off"), "")
    text = str(value)[:_MOST_TEXT]
    return str(field.get("/T", ""))[:100], "" if text == "/Off" else text.removeprefix("/")


def main() -> int:
    """Answer one request."""
    limit_self(MOST_MEMORY, MOST_SECONDS, MOST_OUTPUT)
    logging.disable(logging.CRITICAL)
    paths = json.load(sys.stdin)["paths"]
    json.dump([fields(Path(path)) for path in paths], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
