"""``print plan`` into pictures: a numbered SVG or PNG for each page."""

import argparse
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from hallwright.cli.output import result, rounded
from hallwright.support.errors import Refused
from hallwright.support.text import count_of

if TYPE_CHECKING:
    from hallwright.drawing.sheet import SheetOptions
    from hallwright.expo.show import Show

_SVG, _PNG = ".svg", ".png"
ENDINGS = (_SVG, _PNG)
_LISTED = 20


def require(options: argparse.Namespace) -> None:
    """Refuse options that do not go with the kind of file."""
    from hallwright.exchange.pages import LEAST_DPI, MOST_DPI

    ending = options.out.suffix.lower()
    if options.dpi is not None:
        if ending != _PNG:
            raise Refused("Only a PNG has dots", "--dpi", "Name the output OUT.png, or leave --dpi out.")
        if not LEAST_DPI <= options.dpi <= MOST_DPI:
            raise Refused(f"{options.dpi} dots an inch make no picture", "--dpi", f"Give {LEAST_DPI} to {MOST_DPI}.")
    if ending in ENDINGS and (options.profile != "office" or options.icc is not None):
        raise Refused("Pictures have the colours of a screen", "--profile", "Name the output OUT.pdf for a press.")


def plan(options: argparse.Namespace, show: "Show", hall: str | None, sheet: "SheetOptions") -> int:
    """Write the pages of a plan as pictures."""
    from hallwright.exchange.pages import DPI, write_png, write_svg
    from hallwright.printing.plan import composed, print_plan

    start = time.perf_counter()
    out: Path = options.out
    if out.suffix.lower() == _SVG:
        pages, lost = composed(show, hall, sheet)
        files = write_svg(pages, out, force=options.force)
    else:
        # Through the PDF, whose renderer needs no window and draws what a printer would.
        with tempfile.TemporaryDirectory() as folder:
            printed = print_plan(show, Path(folder) / "plan.pdf", hall=hall, options=sheet)
            lost = list(printed.not_shown)
            files = write_png(printed.file, out, dpi=options.dpi or DPI, force=options.force)
    document = {
        "file": str(files[0]),
        "files": [str(file) for file in files],
        "pages": len(files),
        "bytes": sum(file.stat().st_size for file in files),
        "not_shown": [{"id": one.id, "text": one.text, "reason": one.reason} for one in lost],
        "seconds": rounded(time.perf_counter() - start, 3),
    }
    last = f" to {files[-1].name}" if len(files) > 1 else ""
    lines = [f"Drew {count_of(len(files), 'page')}: {files[0]}{last}."]
    lines += [f"  not shown: {one.text}, {one.reason}" for one in lost[:_LISTED]]
    if len(lost) > _LISTED:
        lines.append(f"  and {len(lost) - _LISTED:,} more; --json lists them all")
    result(options, document, lines)
    return 0
