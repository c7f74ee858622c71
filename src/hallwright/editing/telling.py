"""What was done, told in the language of the window.

The journal keeps its summaries in English, for people of several languages read one project and a stored text cannot
follow a switch. Here a stored summary is recognised by the sentence that it was made of, and that sentence is told.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from hallwright.expo.lengths import told, working
from hallwright.expo.terms import WORDS
from hallwright.geometry.units import Unit
from hallwright.support.i18n import ENGLISH, N_, _, counted, language, marked
from hallwright.support.numbers import PLAIN, figure, marks

SENTENCES = (
    N_("Undo: {summary}"),
    N_("Redo: {summary}"),
    N_("{summary}; {left} left"),
    N_("{summary} with {drops}"),
    N_("Sample expo"),
    N_("Number booths"),
    N_("Number {booth} → {number}"),
    N_("Number {booths} {first}-{last}"),
    N_("Note on {booths}"),
    N_("Draw booth {number}"),
    N_("Draw booth"),
    N_("Type {booths} by geometry"),
    N_("Name aisle {name}"),
    N_("Edit aisle {name}"),
    N_("Delete aisle {name}"),
    N_("Convert {count} outlines to booths"),
    N_("Convert {count} outlines to fixtures"),
    N_("Add underlay {name}"),
    N_("Move underlay {name}"),
    N_("Turn underlay {name}"),
    N_("Resize underlay {name}"),
    N_("Calibrate underlay {name}: {distance} m"),
    N_("Calibrate underlay {name} on two points"),
    N_("Dim underlay {name} by {percent} %"),
    N_("Lock underlay {name}"),
    N_("Unlock underlay {name}"),
    N_("Show other layers of underlay {name}"),
    N_("Rename underlay {name}"),
    N_("Delete underlay {name}"),
    N_("Photos of {people}"),
    N_("Add badge template {name}"),
    N_("Rename badge template {name} → {new}"),
    N_("Delete badge template {name}"),
    N_("Design badge template {name}"),
    N_("Use badge template {name}"),
    N_("Rotate {booths} by {angle}°"),
    N_("Mirror {booths} left to right"),
    N_("Mirror {booths} top to bottom"),
    N_("L-shape of {booths}"),
    N_("U-shape of {booths}"),
    N_("Align {booths} left"),
    N_("Align {booths} right"),
    N_("Align {booths} top"),
    N_("Align {booths} bottom"),
    N_("Align {booths} centres across"),
    N_("Align {booths} centres down"),
    N_("Distribute {booths} evenly"),
    N_("Distribute {booths} {gap} m apart"),
    N_("Duplicate {booths} as {numbers}"),
    N_("Duplicate {booths}"),
    N_("Paste {booths} as {numbers}"),
    N_("Paste {booths}"),
    N_("Fill with {booths}"),
    N_("Merge {booths} into {kept}, {status} for {party}"),
    N_("Merge {booths} into {kept}"),
    N_("Split {booth} into {parts}; {party} keeps {number}"),
    N_("Split {booth} into {parts}"),
    N_("Hold {booth} for {party}"),
    N_("Release {booths}"),
    N_("Block {booths}"),
    N_("Unblock {booths}"),
    N_("Retype {booths}"),
    N_("Resize {booths}"),
    N_("Print badge of {party}"),
    N_("Print {what}"),
    N_("Void badge of {party}"),
    N_("Void {what}"),
    N_("Set the key of badges"),
    N_("Join {count} entries of {party}"),
    N_("Erase {what}"),
    N_("Import {rows}"),
    N_("Delete {what}"),
    N_("Move {what}"),
    N_("Reshape {what}"),
    N_("Edit {what}"),
    N_("Add {what}"),
    N_("Send {proofs}"),
    N_("Receive {answers}"),
    N_("Accept answer of {party}"),
    N_("Decline answer of {party}"),
    N_("Reopen answer of {party}"),
    N_("{booths} held"),
    N_("{booths} offered"),
    N_("{booths} reserved"),
    N_("{booths} confirmed"),
    N_("{booth} to {party}"),
)
"""Every sentence that a summary is made of, those with more words of their own before those that would fit, too."""

_COUNTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "booth": marked("{number} booth", "{number} booths"),
        "exhibitor": marked("{number} exhibitor", "{number} exhibitors"),
        "person": marked("{number} person", "{number} people"),
        "badge": marked("{number} badge", "{number} badges"),
        "part": marked("{number} part", "{number} parts"),
        "aisle": marked("{number} aisle", "{number} aisles"),
        "drop": marked("{number} drop", "{number} drops"),
        "proof": marked("{number} proof", "{number} proofs"),
        "answer": marked("{number} answer", "{number} answers"),
        "named drop": marked("{number} named drop", "{number} named drops"),
    }
)
_NOUNS = {"people": "person"}
_WORDS = WORDS | {N_("booth"), N_("one booth"), N_("zone"), N_("event"), N_("the first"), N_("a booth")}
_COUNTED = re.compile(r"([\d,]+) ((?:named )?[a-z]+)")
_FORMS = {"booths": r"[0-9,]+ booths|.*?", "drops": r"[0-9,]+ drops?", "left": r"[0-9,]+ named drops?"}
_NUMBER = re.compile(r"-?[\d,]+(\.\d+)?")
_METRES = re.compile(r"\{(gap|distance)\} ?(?:m|米)(?!\w)")
_RANGE = re.compile(r"(\S+)–(\S+) \(([\d,]+) booths\)")


def retold(summary: str) -> str:
    """Return a summary of the journal in the language of the window, with its marks and its unit of length.

    One of an unknown form stays as it is.
    """
    if language() == ENGLISH and marks() == PLAIN and working() is not Unit.FT:
        return summary
    for sentence, pattern in _patterns():
        found = pattern.fullmatch(summary)
        if found is not None:
            # A length is stored in metres and told with whatever unit the user works in.
            words = _METRES.sub(r"{\1}", _(sentence))
            return words.format(**{name: _part(name, text) for name, text in found.groupdict().items()})
    return summary


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((sentence, re.compile(_pattern(sentence), re.DOTALL)) for sentence in SENTENCES)


def _pattern(sentence: str) -> str:
    parts = re.split(r"\{(\w+)\}", sentence)
    # What is a count is read as one before anything else is tried.
    groups = [f"(?P<{name}>{_FORMS.get(name, '.*?')})" for name in parts[1::2]]
    return "".join(re.escape(plain) + group for plain, group in zip(parts[::2], [*groups, ""], strict=True))


def _part(name: str, text: str) -> str:
    """Tell a part of a sentence: a count, a range of booths, a word of the field; names stay."""
    if name == "summary":
        return retold(text)
    if name in ("party", "name", "new"):
        return text
    if name in ("gap", "distance", "angle", "percent", "count") and _NUMBER.fullmatch(text):
        value = float(text.replace(",", ""))
        return told(value * 1000) if name in ("gap", "distance") else figure(value, 4)
    if found := _COUNTED.fullmatch(text):
        noun = _NOUNS.get(found[2], found[2].removesuffix("s"))
        if noun in _COUNTS:
            return counted(*_COUNTS[noun], int(found[1].replace(",", "")))
    if found := _RANGE.fullmatch(text):
        count = figure(int(found[3].replace(",", "")), 0)
        return _("{first}–{last} ({count} booths)").format(first=found[1], last=found[2], count=count)
    if language() == ENGLISH:
        return text
    return _(text.lower() if text == "Booth" else text) if text.lower() in _WORDS else text
