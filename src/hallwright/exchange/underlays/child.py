"""The process of its own in which drawings and pictures are opened: a hostile file can end it, and nothing else.

Run as ``python -m hallwright.exchange.underlays.child``. A request comes as one JSON object on standard input:
``path``, ``kind`` (dxf, svg, pdf, image), ``page``, ``language`` and maybe ``see_through``. The answer goes to standard
output: a line of JSON, then the content as bytes; or a line with ``refused`` and its ``what`` and ``mend``.
"""

import json
import logging
import sys
from pathlib import Path
from typing import Any

from hallwright.exchange.underlays import dxf, pdf, raster, svg
from hallwright.exchange.underlays.limits import MOST_MEMORY, MOST_OUTPUT, MOST_SECONDS
from hallwright.support.errors import Refused
from hallwright.support.fence import limit_self
from hallwright.support.i18n import _, use
from hallwright.support.numbers import write_with

Answer = tuple[dict[str, Any], bytes]


def main() -> int:
    """Answer one request; the exit status is 0 when an answer was written, be it a refusal."""
    limit_self(MOST_MEMORY, MOST_SECONDS, MOST_OUTPUT)
    logging.disable(logging.CRITICAL)
    request = json.load(sys.stdin)
    use(request["language"])
    write_with(*request["marks"])
    content = b""
    try:
        see_through = bool(request.get("see_through"))
        head, content = answer(request["kind"], Path(request["path"]), int(request["page"]), see_through=see_through)
    except Refused as error:
        head = _refused(error)
    except MemoryError:
        head = _refused(Refused(_("The drawing needs too much memory"), mend=_("Save only the layers needed.")))
    except RecursionError:
        head = _refused(Refused(_("The drawing is nested too deep"), mend=_("Explode or ungroup it and save again.")))
    except Exception as error:  # noqa: BLE001  a library's own fault: one line, as for any other file that cannot be read
        reason = f"{type(error).__name__} {' '.join(str(error).split())[:80]}".strip()
        head = _refused(
            Refused(
                _("The file cannot be read ({reason})").format(reason=reason), mend=_("Save it again, or a picture.")
            )
        )
    sys.stdout.buffer.write(json.dumps(head, ensure_ascii=True).encode() + b"\n" + content)
    sys.stdout.buffer.flush()
    return 0


def answer(kind: str, path: Path, page: int, *, see_through: bool = False) -> Answer:
    """Return what is said of a file, and its content.

    Raises:
        Refused: it cannot be read.
    """
    if kind in ("dxf", "svg"):
        drawn = dxf.read(path) if kind == "dxf" else svg.read(path)
        lines, steps = drawn.gridded
        return {"unit": drawn.unit, "steps": steps, "notes": drawn.notes}, lines.encoded()
    if kind == "pdf":
        rendered = pdf.read(path, page)
        pixels = rendered.pixels
        head: dict[str, Any] = {"pages": rendered.pages, "paper": rendered.paper}
    else:
        pixels, head = raster.read(path, see_through=see_through), {}
    return {"width": pixels.width, "height": pixels.height, **head}, pixels.content


def _refused(error: Refused) -> dict[str, Any]:
    return {"refused": {"what": error.what, "mend": error.mend}}


if __name__ == "__main__":
    sys.exit(main())
