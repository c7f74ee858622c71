"""A print run for the press: its profile, the printing condition, and the separation into that condition's inks."""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from hallwright.printing.profiles import Condition, PrintProfile
from hallwright.printing.separation import MOST_BYTES, Separation, described
from hallwright.support.errors import Refused
from hallwright.support.i18n import _


@dataclass(frozen=True, slots=True, eq=False)
class Press:
    """What the painter and the PDF/X finish need of a print shop's wishes.

    Attributes:
        profile: limits and standard.
        condition: what the output intent names.
        icc: content of the condition's ICC profile.
        separation: into its inks.
    """

    profile: PrintProfile
    condition: Condition
    icc: bytes
    separation: Separation


def press_of(profile: PrintProfile, icc: Path | None = None) -> Press | None:
    """Return what a press profile asks for; None for a profile that is not for the press.

    Args:
        profile: the print profile.
        icc: the print shop's own ICC profile, or None for the one that the print profile names.

    Raises:
        Refused: the ICC profile cannot be read or is not one of a CMYK printer, or one is given for an office print.
    """
    if not profile.for_press or profile.condition is None:
        if icc is not None:
            raise Refused(
                _("The print profile {name} takes no ICC profile").format(name=profile.name),
                mend=_("Take a profile for the print shop with it, such as pdfx4."),
            )
        return None
    path = icc or profile.condition.icc
    try:
        size, changed = path.stat().st_size, path.stat().st_mtime_ns
        content = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise Refused(
            _("The ICC profile cannot be read ({reason})").format(reason=error.strerror),
            str(path),
            _("Name the file of a CMYK output profile."),
        ) from None
    try:
        separation = _separation(str(path), changed, size, profile.limit("ink_percent", 400))
        condition = profile.condition
        if icc is not None:
            # ISO 15930: a condition that no registry lists is "Custom", and the ICC profile alone describes it.
            condition = Condition("Custom", described(content) or path.stem, "", path)
    except Refused as refusal:
        raise Refused(refusal.what, str(path), refusal.mend) from None
    return Press(profile, replace(condition, icc=path), content, separation)


@lru_cache(maxsize=4)
def _separation(path: str, _changed: int, size: int, ink_percent: float) -> Separation:
    """Return the separation of an ICC profile's file; kept until the file changes."""
    return Separation(Path(path).read_bytes() if size <= MOST_BYTES else b"", ink_percent / 100)
