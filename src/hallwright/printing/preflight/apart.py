"""The preflight of a file that anybody may have made, in a process of its own with limits."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from hallwright.printing.preflight.finding import Finding
from hallwright.printing.preflight.limits import MOST_OUTPUT, MOST_SECONDS
from hallwright.printing.preflight.report import Report
from hallwright.printing.profiles import load
from hallwright.support import fence
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, language

_CHILD = "hallwright.printing.preflight.child"


def _nothing() -> None:
    pass


def check_apart(
    path: Path, profile: str = "", *, seconds: float = MOST_SECONDS, pulse: Callable[[], None] = _nothing
) -> Report:
    """Check a PDF of whatever origin; as ``checking.check``, but nothing in the file can harm this process.

    Args:
        path: the file.
        profile: name of the print profile; empty for the one whose standard the file claims.
        seconds: time that it may take.
        pulse: called while it works; what it raises stops it.

    Raises:
        Refused: no such profile or file, it is no PDF, damaged, or beyond the limits.
    """
    if profile:
        load(profile)
    request = {"path": str(path.absolute()), "profile": profile, "language": language()}
    with tempfile.TemporaryFile() as output:
        try:
            status = fence.run(_CHILD, request, output, seconds=seconds, pulse=pulse)
        except TimeoutError:
            raise _broken(path, _("not read within {seconds:g} seconds").format(seconds=seconds)) from None
        except OSError as error:
            raise Refused(
                _("The preflight did not start ({reason})").format(reason=error.strerror), path.name
            ) from None
        answer = _answer(output, status)
    if answer is None:
        raise _broken(path, _("its reader ended with status {status}").format(status=status))
    if "refused" in answer:
        raise Refused(*answer["refused"])
    return _report(answer)


def _answer(output: IO[bytes], status: int) -> dict[str, Any] | None:
    output.seek(0)
    text = output.read(MOST_OUTPUT)
    try:
        return dict(json.loads(text)) if status == 0 else None
    except ValueError:
        return None


def _report(answer: dict[str, Any]) -> Report:
    findings = [
        Finding(**{**entry, "at": tuple(entry["at"]) if entry["at"] else None}) for entry in answer.pop("findings")
    ]
    fonts = tuple((name, how) for name, how in answer.pop("fonts"))
    colours, sizes = tuple(answer.pop("colours")), tuple(answer.pop("sizes"))
    return Report(findings=tuple(findings), fonts=fonts, colours=colours, sizes=sizes, **answer)


def _broken(path: Path, reason: str) -> Refused:
    return Refused(
        _("The file is damaged or too large ({reason})").format(reason=reason),
        path.name,
        _("Save it anew from the program that made it, in parts."),
    )
