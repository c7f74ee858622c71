"""The texts of an element set into its box by its fit rule: never cut off unseen, never under the least size."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from hallwright.drawing.abbreviating import abbreviated, cut
from hallwright.drawing.breaking import phrases
from hallwright.drawing.fonts import CAP_HEIGHT
from hallwright.drawing.labels import Fitted, Line, fit
from hallwright.drawing.paper import POINT
from hallwright.drawing.primitives import Anchor, Text
from hallwright.expo.design import Across, Down, Element, Fit

_LITTLE = 0.8
_MARKS = "·：:–—"
"""Some of which every title has that is broken at its own marks."""


class Box(NamedTuple):
    """Where texts go, in millimetres of the face."""

    left: float
    top: float
    right: float
    bottom: float


class Setting(NamedTuple):
    """Texts in their places.

    Attributes:
        foot: the last baseline; the top of the box when there is nothing.
        shown: what stands there if it was written shorter, or empty.
        fits: False when nothing could be set.
    """

    texts: tuple[Text, ...]
    foot: float
    shown: str = ""
    fits: bool = True


def paragraphs(element: Element, texts: Sequence[str], inks: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines to set of an element's paragraphs.

    Args:
        element: the element.
        texts: each paragraph with its fields filled in; empty for those left out.
        inks: roles of the paragraphs' colours.
    """
    there = [k for k, text in enumerate(texts) if text]
    found = []
    for k in there:
        words = element.words[k]
        leads = k == there[0] and words.lead > 0
        percent = words.lead if leads else words.size
        if len(there) == 1 and words.alone:
            percent = words.alone
        found.append(
            Line(
                texts[k],
                inks[k],
                words.bold or leads,
                percent / 100,
                element.fit is not Fit.SHRINK,
                words.gap / 100,
                words.most,
            )
        )
    return tuple(found)


def setting(element: Element, lines: tuple[Line, ...], box: Box, key: str) -> Setting:
    """Set lines into a box."""
    if not lines:
        return Setting((), box.top)
    wide, high = round(box.right - box.left, 3), round(box.bottom - box.top, 3)
    smallest, largest = element.smallest * POINT, element.size * POINT
    fitted = fit(wide, high, lines, smallest=smallest, largest=largest)
    if fitted is not None and len(fitted.texts) > len(lines):
        fitted = _at_marks(lines, fitted, wide, high, smallest, largest)
    shown = ""
    if fitted is None and element.fit is Fit.ABBREVIATE:
        lines, fitted = _shorter(lines, wide, high, smallest, largest)
        shown = "  ".join(line.text for line in lines)
    if fitted is None:
        return Setting((), box.top, "", False)
    texts = _placed(fitted, box, element.across, element.down, key)
    return Setting(texts, texts[-1].y, shown)


def _at_marks(
    lines: tuple[Line, ...], fitted: Fitted, wide: float, high: float, smallest: float, largest: float
) -> Fitted:
    """Return a block with its titles broken at their own marks: that reads best, even if a little smaller."""
    if not any(mark in line.text for line in lines for mark in _MARKS):
        return fitted
    parts: list[Line] = []
    for line in lines:
        some = phrases(line.text) if line.wraps else []
        if 1 < len(some) <= line.lines:
            parts += [
                line._replace(text=text, wraps=False, gap=line.gap if not k else 0) for k, text in enumerate(some)
            ]
        else:
            parts.append(line)
    if len(parts) == len(lines):
        return fitted
    better = fit(wide, high, tuple(parts), smallest=smallest, largest=largest)
    return better if better is not None and better.size >= _LITTLE * fitted.size else fitted


@lru_cache(maxsize=1 << 12)
def _shorter(
    lines: tuple[Line, ...], wide: float, high: float, smallest: float, largest: float
) -> tuple[tuple[Line, ...], Fitted | None]:
    """Return lines written shorter until they fit, and how they do; the longest is cut first."""
    lines = tuple(line._replace(text=abbreviated(line.text)) for line in lines)
    fitted = fit(wide, high, lines, smallest=smallest, largest=largest)
    whole = [line.text for line in lines]
    lengths = [len(text) for text in whole]
    while fitted is None and max(lengths) > 1:
        longest = max(range(len(lengths)), key=lambda k: lengths[k] * lines[k].ratio)
        if lengths[longest] <= 1:
            break
        lengths[longest] -= max(lengths[longest] // 20, 1)
        lines = tuple(
            line._replace(text=cut(text, length)) for line, text, length in zip(lines, whole, lengths, strict=True)
        )
        fitted = fit(wide, high, lines, smallest=smallest, largest=smallest / min(line.ratio for line in lines))
    return lines, fitted


def _placed(fitted: Fitted, box: Box, across: Across, down: Down, key: str) -> tuple[Text, ...]:
    """Return a block's lines in the box: capitals on its upper side, or baseline on its lower."""
    first, last = fitted.texts[0], fitted.texts[-1]
    top, foot = first.y - CAP_HEIGHT * first.size, last.y
    if down is Down.TOP:
        shift = box.top - top
    elif down is Down.BOTTOM:
        shift = box.bottom - foot
    else:
        shift = (box.top + box.bottom) / 2 - (top + foot) / 2
    if across is Across.LEFT:
        x, anchor = box.left, Anchor.START
    elif across is Across.CENTRE:
        x, anchor = (box.left + box.right) / 2, Anchor.MIDDLE
    else:
        x, anchor = box.right, Anchor.END
    return tuple([Text(t.role, t.text, x, t.y + shift, t.size, anchor, t.bold, 0.0, key) for t in fitted.texts])
