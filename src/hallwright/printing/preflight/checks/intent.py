"""The output intent: for which printing condition the file is made."""

from pathlib import Path
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream

from hallwright.printing.preflight.limits import MOST_METADATA
from hallwright.printing.preflight.streams import unpacked_size
from hallwright.printing.preflight.watching import Check
from hallwright.printing.profiles import X4, PrintProfile
from hallwright.support.i18n import _

_RULE = "output-intent"
_HEAD = 40


class Intent(Check):
    """Rule ``output-intent``."""

    @classmethod
    def wanted(cls, profile: PrintProfile) -> bool:
        """Only where a standard is asked for."""
        return bool(profile.standard)

    def document(self, pdf: Any, path: Path) -> None:
        """Look at the output intents of the catalogue."""
        listed = pdf.Root.get("/OutputIntents")
        intents = [
            intent
            for intent in (listed.as_list() if isinstance(listed, Array) else [])
            if isinstance(intent, Dictionary) and intent.get("/S") == Name.GTS_PDFX
        ]
        if len(intents) != 1:
            self.notes.note(
                _RULE,
                _("there are {count} output intents for PDF/X").format(count=len(intents))
                if intents
                else _("there is no output intent: nothing says for which press the colours are"),
            )
            return
        intent = intents[0]
        if not str(intent.get("/OutputConditionIdentifier", "")).strip():
            self.notes.note(_RULE, _("the output intent names no printing condition"), key="name")
        profile = intent.get("/DestOutputProfile")
        if isinstance(profile, Stream):
            self._profile(profile)
        elif self.profile.standard == X4 or not str(intent.get("/RegistryName", "")).strip():
            self.notes.note(_RULE, _("the output intent holds no ICC profile"), key="profile")

    def _profile(self, profile: Any) -> None:
        if unpacked_size(profile, 8 * MOST_METADATA) > 8 * MOST_METADATA:
            self.notes.note(_RULE, _("the ICC profile of the output intent is too large"), key="profile")
            return
        head = profile.read_bytes()[:_HEAD]
        if head[36:40] != b"acsp":
            self.notes.note(_RULE, _("the ICC profile of the output intent is damaged"), key="profile")
        elif head[12:16] != b"prtr" or head[16:20] != b"CMYK":
            self.notes.note(
                _RULE, _("the ICC profile of the output intent is not one of a CMYK printer"), key="profile"
            )
