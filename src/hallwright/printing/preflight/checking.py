"""The preflight of one file: all checks that a print profile asks for."""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf

from hallwright.printing.preflight import checks
from hallwright.printing.preflight.checks.standard import claimed
from hallwright.printing.preflight.interpreter import Interpreter
from hallwright.printing.preflight.limits import MOST_BYTES, MOST_PAGES
from hallwright.printing.preflight.matrices import Box, finite
from hallwright.printing.preflight.report import Notes, Report
from hallwright.printing.preflight.state import Sheet
from hallwright.printing.preflight.streams import TooMuch
from hallwright.printing.preflight.watching import Check
from hallwright.printing.profiles import PrintProfile, load
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

_LETTER: Box = (0.0, 0.0, 612.0, 792.0)


@cache
def all_checks() -> tuple[type[Check], ...]:
    """Return the checks of every module in ``checks``, by their names."""
    found = []
    for info in pkgutil.iter_modules(checks.__path__):
        module = importlib.import_module(f"{checks.__name__}.{info.name}")
        found += [
            value
            for value in vars(module).values()
            if isinstance(value, type) and issubclass(value, Check) and value.__module__ == module.__name__
        ]
    return tuple(found)


def check(path: Path, profile: PrintProfile | None = None, *, still: Callable[[], None] = lambda: None) -> Report:
    """Check a PDF.

    Args:
        path: the file; it is only read.
        profile: what it is to be; None for the press profile whose standard the file claims, PDF/X-4 if none.
        still: called again and again; what it raises ends the check.

    Raises:
        Refused: it is no PDF, damaged beyond reading, or beyond the limits.
    """
    where = path.name
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TooMuch(_("The file is larger than {most:,} MB").format(most=MOST_BYTES // 1_000_000))
        with path.open("rb") as file:
            if b"%PDF-" not in file.read(1024):
                raise Refused(_("This is no PDF"), mend=_("Name a PDF file."))
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            return _checked(pdf, path, profile, still)
    except pikepdf.PasswordError:
        chosen = profile or load("pdfx4")
        notes = Notes()
        notes.note("encryption", _("the file is encrypted and cannot be read without its password"))
        return Report(chosen.name, "", 0, notes.findings())
    except FileNotFoundError:
        raise Refused(_("There is no such file"), str(path), _("Check its name.")) from None
    except OSError as error:
        raise Refused(
            _("The file cannot be read ({reason})").format(reason=error.strerror), str(path), _("Name a PDF file.")
        ) from None
    except Refused as refusal:
        raise refusal if refusal.where else Refused(refusal.what, where, refusal.mend) from None
    except (pikepdf.PdfError, ValueError, TypeError, RecursionError) as error:
        # Libraries raise all of these for objects that are not what their place in the file calls for.
        reason = " ".join(str(error).split())[:120]
        raise Refused(
            _("The PDF is damaged ({reason})").format(reason=reason), where, _("Save it anew from its program.")
        ) from None


def _checked(pdf: Any, path: Path, profile: PrintProfile | None, still: Callable[[], None]) -> Report:
    standard = claimed(pdf)
    chosen = profile or load("pdfx1a" if standard.startswith(("PDF/X-1a", "PDF/X-1:")) else "pdfx4")
    notes = Notes()
    made = [kind(chosen, notes) for kind in all_checks() if kind.wanted(chosen)]
    count = len(pdf.pages)
    if count > MOST_PAGES:
        raise TooMuch(_("The file has more than {most:,} pages").format(most=MOST_PAGES))
    for each in made:
        each.document(pdf, path)
    interpreter = Interpreter(made, still)
    for number, page in enumerate(pdf.pages, 1):
        unit = finite([page.obj.get("/UserUnit", 1)])[0] or 1.0
        interpreter.page(_sheet(page, number, unit), unit)
    for each in made:
        each.end()
    for warning in pdf.get_warnings()[:1]:
        notes.note("damaged", _("the file needed repair: {reason}").format(reason=_plain(str(warning), path)))
    return Report(
        chosen.name,
        standard,
        count,
        notes.findings(),
        tuple(sorted(notes.fonts.items())),
        tuple(sorted(notes.colours)),
        tuple(notes.sizes),
    )


def _plain(warning: str, path: Path) -> str:
    """Return a warning without the path before it."""
    return " ".join(warning.replace(str(path), "").split()).lstrip(" :")[:120]


def _sheet(page: Any, number: int, unit: float) -> Sheet:
    media = _box(page.mediabox, unit) or _LETTER
    obj = page.obj
    cut = _box(obj.get("/TrimBox", obj.get("/ArtBox")), unit)
    trim = cut or _box(page.cropbox, unit) or media
    bleed = _box(obj.get("/BleedBox"), unit) or trim
    return Sheet(number, trim, bleed, media, cut is not None, obj)


def _box(value: Any, unit: float) -> Box | None:
    numbers = [number * unit for number in finite(value)] if isinstance(value, pikepdf.Array) else []
    if len(numbers) != 4:
        return None
    left, right = sorted((numbers[0], numbers[2]))
    bottom, top = sorted((numbers[1], numbers[3]))
    return (left, bottom, right, top) if right > left and top > bottom else None
