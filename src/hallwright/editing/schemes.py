"""Numbering schemes: rows are recognised from where booths stand, then numbered by a pattern."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from hallwright.editing.change import Change
from hallwright.editing.numbering import renumbered
from hallwright.editing.rowfinding import Corner, First, Lane, chain, facing, lanes
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.expo.space import Booth
from hallwright.geometry.outline import Outline
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, counted
from hallwright.support.numbers import written
from hallwright.support.text import count_of, natural_key, one_line

_DIGITS = re.compile(r"\d+")
_LISTED = 5
_PATIENCE = 10_000
"""So many numbers in a row may be skipped before a skip list is taken for one that leaves none."""


class Pattern(StrEnum):
    """What numbers look like.

    ROWS: a letter for each row, A01 A02 ..., B01. AISLES: hundreds for each aisle, 100 102 104 along the one side and
    101 103 105 across it. HALL: the hall's number, a letter for each aisle, odd and even across it, 2B15. PLAIN: one
    run through all booths.
    """

    ROWS = "rows"
    AISLES = "aisles"
    HALL = "hall"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Scheme:
    """How to number booths.

    Attributes:
        corner: where numbering starts; ``along`` which way it runs first.
        row: letter or number of the first row.
        first: first number of each row, of the first aisle or of all.
        step: from one number to the next; 2 leaves room for the booths across an aisle.
        digits: least digits of a number, filled with zeros.
        jump: numbers left out at each cross aisle.
        skip: numbers and row letters never given; ``*4*`` means all that contain a 4 after the prefix, since a hall has
            the number that it has.
        serpentine: every other row runs back.
        prefix: before every number; for HALL an empty one stands for the hall's own number.
    """

    pattern: Pattern = Pattern.ROWS
    corner: Corner = Corner.TOP_LEFT
    along: First = First.ACROSS
    row: str = "A"
    first: int = 1
    step: int = 1
    digits: int = 2
    jump: int = 0
    skip: tuple[str, ...] = ()
    serpentine: bool = False
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def usual(cls, pattern: Pattern) -> "Scheme":
        """Return the usual scheme of a pattern."""
        if pattern is Pattern.AISLES:
            return cls(pattern, first=100, step=2, digits=3)
        if pattern is Pattern.HALL:
            return cls(pattern, step=2)
        return cls(pattern, digits=2 if pattern is Pattern.ROWS else 1)

    def skips(self, *texts: str, whole: str = "") -> bool:
        """Say whether the skip list names one of the texts, or the whole number that they are parts of."""
        for token in self.skip:
            inner = token.strip("*").casefold()
            if token.startswith("*") and token.endswith("*") and inner:
                if any(inner in text.casefold() for text in texts):
                    return True
            elif inner == whole.casefold() or any(inner == text.casefold() for text in texts):
                return True
        return False


def skip_list(text: str) -> tuple[str, ...]:
    """Read a skip list: ``4, 13, contains 4, *7*, I``."""
    tokens = re.split(r"[,;，、\s]+", re.sub(r"contains\s+(\S+?)(?=[,;\s]|$)", r"*\1*", one_line(text)))
    return tuple(dict.fromkeys(token for token in tokens if token.strip("*")))


def sequence(
    outlines: Mapping[str, Outline],
    scheme: Scheme,
    taken: Container[str] = frozenset(),
    hall: str = "",
    *,
    around: Mapping[str, Outline] | None = None,
    slant: float | None = None,
) -> dict[str, str]:
    """Number outlines of one hall.

    Args:
        outlines: by id; each with a corner at least.
        scheme: how.
        taken: numbers, case folded, that are passed over like those of the skip list.
        hall: the hall's name, for the pattern that begins with its number.
        around: further outlines that are one row in the order given, such as that along the walls; numbered first.
        slant: degrees by which the rows are turned, where they are not to be recognised.

    Raises:
        Refused: the scheme makes no sense, or skips every number.
    """
    scheme = _sensible(scheme, hall)
    rows = lanes(outlines, scheme.corner, scheme.along, slant)
    if scheme.serpentine and scheme.pattern in (Pattern.ROWS, Pattern.PLAIN):
        rows = [lane.reversed() if index % 2 else lane for index, lane in enumerate(rows)]
    if around and scheme.pattern in (Pattern.ROWS, Pattern.PLAIN):
        rows = [chain(around), *rows]
    made: dict[str, str] = {}
    counter = _Counter(scheme, taken)
    if scheme.pattern is Pattern.PLAIN:
        at = scheme.first
        for lane in rows:
            at = counter.run(lane, at, "", made)
    elif scheme.pattern is Pattern.ROWS:
        for lane, label in zip(rows, _labels(scheme), strict=False):
            counter.run(lane, scheme.first, label, made)
    else:
        pairs = facing(rows)
        _by_aisles([(chain(around),), *pairs] if around else pairs, scheme, counter, made)
    return made


def _by_aisles(pairs: Sequence[Sequence[Lane]], scheme: Scheme, counter: "_Counter", made: dict[str, str]) -> None:
    """Number pairs of rows that face each other across an aisle: evens on the one side, odds on the other."""
    base, labels = scheme.first, _labels(scheme)
    for index, sides in enumerate(pairs):
        label = next(labels) if scheme.pattern is Pattern.HALL else ""
        end = base
        for offset, lane in enumerate(sides):
            run = lane.reversed() if scheme.serpentine and index % 2 else lane
            end = max(end, counter.run(run, base + offset, label, made))
        if scheme.pattern is Pattern.AISLES:
            # A long aisle uses up more than one hundred.
            base += 100 * max(1, -(-(end - scheme.step + 1 - base) // 100))


class _Counter:
    """Counts along rows, past what is skipped, taken or given already."""

    def __init__(self, scheme: Scheme, taken: Container[str]) -> None:
        self._scheme = scheme
        self._taken = taken
        self._given: set[str] = set()

    def run(self, lane: Lane, start: int, label: str, made: dict[str, str]) -> int:
        """Number the booths of a row; returns the number that would come next."""
        scheme, at = self._scheme, start
        for key, after_aisle in lane.steps():
            if after_aisle:
                at += scheme.jump * scheme.step
            number, at = self._next(label, at)
            made[key] = number
            at += scheme.step
        return at

    def _next(self, label: str, at: int) -> tuple[str, int]:
        scheme = self._scheme
        for count in range(at, at + _PATIENCE * scheme.step, scheme.step):
            digits = f"{count:0{scheme.digits}d}"
            own = f"{label}{digits}{scheme.suffix}"
            number = f"{scheme.prefix}{own}"
            known = number.casefold()
            if known in self._taken or known in self._given or scheme.skips(str(count), digits, own, whole=number):
                continue
            self._given.add(known)
            return number, count
        raise Refused(_("The skip list leaves no number"), mend=_("Shorten it."))


def _sensible(scheme: Scheme, hall: str) -> Scheme:
    if scheme.first < 0 or scheme.step < 1 or scheme.jump < 0 or not 0 <= scheme.digits <= 9:
        raise Refused(_("A numbering counts upwards from 0 or more"), mend=_("Give a step of at least 1."))
    if scheme.pattern in (Pattern.AISLES, Pattern.HALL) and scheme.step < 2:
        raise Refused(_("Numbers across an aisle need a step of 2"), mend=_("Set the step to 2."))
    if scheme.pattern in (Pattern.ROWS, Pattern.HALL) and not re.fullmatch(r"[A-Za-z]{1,3}|\d{1,6}", scheme.row):
        raise Refused(
            _("'{row}' is no first row").format(row=scheme.row), mend=_("Give a letter like A or a number like 1.")
        )
    if scheme.pattern is Pattern.HALL and not scheme.prefix:
        found = _DIGITS.search(hall)
        return replace(scheme, prefix=found[0] if found else "")
    return scheme


def _labels(scheme: Scheme) -> Iterator[str]:
    """Yield the rows' letters or numbers, without those that are skipped."""
    label, passed = scheme.row, 0
    while passed < _PATIENCE:
        if scheme.skips(label):
            passed += 1
        else:
            yield label
        label = _after(label)
    raise Refused(_("The skip list leaves no row"), mend=_("Shorten it."))


def _after(label: str) -> str:
    """Return the label that follows: A B ... Z AA AB ...; 01 02 ..."""
    if label.isdecimal():
        return f"{int(label) + 1:0{len(label)}d}"
    head, last = label[:-1], label[-1]
    if last not in "Zz":
        return head + chr(ord(last) + 1)
    first = "A" if last == "Z" else "a"
    return (_after(head) if head else first) + first


def next_row(show: Show, hall: str, scheme: Scheme) -> Scheme:
    """Return the scheme with the row letter, or the hundred, that follows those in use in a hall."""
    used = [booth.number for booth in show.booths.where("hall", hall) if booth.number]
    if scheme.pattern is Pattern.AISLES:
        counts = [int(number) for number in used if number.isascii() and number.isdecimal() and len(number) < 7]
        past = max(counts, default=-1) // 100 * 100 + 100
        return replace(scheme, first=past + scheme.first % 100) if past > scheme.first else scheme
    head = re.escape(_sensible(scheme, show.halls[hall].name).prefix)
    shape = re.compile(head + (r"(\d+)(?=\D)" if scheme.row.isdecimal() else r"([A-Za-z]{1,3})(?=\d)"))
    found = [match[1].upper() for number in used if (match := shape.match(number))]
    if scheme.pattern is Pattern.PLAIN or not found:
        return scheme
    # VIP1 is a name and no row behind Z and ZZ: letters become more only where the first of that many is in use.
    known = set(found)
    rows = [label for label in found if label.isdecimal() or len(label) == 1 or "A" * len(label) in known]
    return replace(scheme, row=_after(max(rows, key=lambda label: (len(label), label)))) if rows else scheme


def numbers(show: Show, ids: Iterable[str], scheme: Scheme) -> dict[str, str]:
    """Return the number that each booth would get, in the order of numbering; each hall is numbered on its own.

    Raises:
        Refused: a booth is gone, or the scheme makes no sense.
    """
    halls: dict[str, dict[str, Outline]] = {}
    for key in ids:
        if key not in show.booths:
            raise Refused(_("The booth no longer exists"), mend=_("Select another."))
        booth = show.booths[key]
        if booth.outline:
            halls.setdefault(booth.hall, {})[key] = booth.outline
    found: dict[str, str] = {}
    for hall, outlines in halls.items():
        found |= sequence(outlines, scheme, hall=show.halls[hall].name)
    return found


def clashes(show: Show, wanted: Mapping[str, str]) -> list[Booth]:
    """Return the booths that keep a number which another is to get, by number."""
    asked: dict[str, set[str]] = {}
    for key, number in wanted.items():
        asked.setdefault(show.booths[key].hall, set()).add(number.casefold())
    found = [
        booth
        for hall, some in asked.items()
        for booth in show.booths.where("hall", hall)
        if booth.number.casefold() in some and booth.id not in wanted
    ]
    return sorted(found, key=lambda booth: natural_key(booth.number))


def renumber(show: Show, ids: Iterable[str], scheme: Scheme) -> Change:
    """Number booths by a scheme; each remembers the number it bore.

    Raises:
        Refused: another booth bears one of the numbers, or the scheme makes no sense.
    """
    wanted = numbers(show, ids, scheme)
    taken = clashes(show, wanted)
    if taken:
        named = ", ".join(booth.number for booth in taken[:_LISTED])
        if len(taken) > _LISTED:
            named = _("{named} and {more:,} more").format(named=named, more=written(len(taken) - _LISTED))
        raise Refused(
            counted("{named} is already taken", "{named} are already taken", len(taken), named=named),
            show.halls[taken[0].hall].name,
            _("Start at another number or row."),
        )
    edits = [renumbered(show.booths[key], number) for key, number in wanted.items()]
    ends = list(wanted.values())
    summary = f"Number {count_of(len(ends), 'booth')} {ends[0]}-{ends[-1]}" if ends else "Number booths"
    return Change.of("number-booths", summary, edits)


def frozen(show: Show, today: date) -> bool:
    """Say whether booth numbers stand in print already, so that a change of one is to be confirmed."""
    since = show.event.numbers_frozen_on
    return since is not None and today >= since


def renumberings(change: Change) -> list[tuple[Booth, Booth]]:
    """Return the booths, before and after, to which a change gives another number than they bore.

    A let booth that is merged into another is renumbered as well: in print its exhibitor stands under a number that is
    gone.
    """
    found, gone = [], []
    heirs: dict[str, Booth] = {}
    for before, after in change:
        if not isinstance(before, Booth):
            continue
        if isinstance(after, Booth) and after.exhibitor is not None and after.outline != before.outline:
            heirs.setdefault(after.exhibitor, after)
        if not before.number:
            continue
        if isinstance(after, Booth) and before.number != after.number:
            found.append((before, after))
        elif after is None and before.exhibitor is not None:
            gone.append(before)
    return found + [(row, heirs[row.exhibitor]) for row in gone if row.exhibitor in heirs]


def to_tell(show: Show, booths: Iterable[Booth]) -> list[Exhibitor]:
    """Return the exhibitors, co-exhibitors included, who stand on booths and must hear of a new number."""
    hosts = dict.fromkeys(booth.exhibitor for booth in booths if booth.exhibitor in show.exhibitors)
    found = []
    for key in hosts:
        assert key is not None, "None is no exhibitor"
        found += [show.exhibitors[key], *show.exhibitors.where("host", key)]
    return found
