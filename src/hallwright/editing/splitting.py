"""Edits that make several booths of one and one of several: split, merge; and what becomes of who has them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import count as count_from
from string import ascii_lowercase
from typing import NamedTuple

from hallwright.editing.assignment import LET
from hallwright.editing.booths import SMALLEST
from hallwright.editing.change import Change, Edit, amend, create, remove
from hallwright.editing.numbering import following, renumbered
from hallwright.editing.shaping import chosen
from hallwright.editing.typing_booths import with_types
from hallwright.expo.lengths import told
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus
from hallwright.geometry.cutting import NotJoined, cut, equal_offsets, joined, strips
from hallwright.geometry.outline import Outline, Point, area, bounds
from hallwright.geometry.shapes import frame_of
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, counted
from hallwright.support.ids import new_id
from hallwright.support.text import count_of, natural_key

MOST_PARTS = 200


class Naming(StrEnum):
    """How the parts of a booth are numbered."""

    SUFFIX = "suffix"
    """A12 becomes A12a, A12b."""
    NEW = "new"
    """One part stays A12, the others get the next free numbers of the series."""


class Heir(StrEnum):
    """Which part stays the booth that was: its id, number, exhibitor and note."""

    LARGEST = "largest"
    FIRST = "first"


class Parts(NamedTuple):
    """The parts of a booth in reading order, and which of them stays the booth that was."""

    outlines: tuple[Outline, ...]
    main: int


class Keep(StrEnum):
    """Which number a merged booth bears."""

    LOWEST = "lowest"
    HIGHEST = "highest"


def split_by_line(
    show: Show, booth: str, start: Point, end: Point, naming: Naming = Naming.SUFFIX, heir: Heir = Heir.LARGEST
) -> Change:
    """Split a booth where a line crosses it.

    Raises:
        Refused: the line does not cross it, a part would be too small, or the booth is a draft.
    """
    row = _whole(show, booth)
    return _split(show, row, parts_by_line(row, start, end, heir), naming)


def parts_by_line(row: Booth, start: Point, end: Point, heir: Heir = Heir.LARGEST) -> Parts:
    """Return the parts that ``split_by_line`` would make, for a preview; refused as there."""
    parts = cut(row.outline, start, end)
    if len(parts) < 2:
        raise Refused(_("The line does not cross the booth"), _where(row), _("Draw it from one side to the other."))
    return _parts(row, parts, heir)


def split_equally(
    show: Show,
    booth: str,
    count: int,
    across_width: bool | None = None,
    naming: Naming = Naming.SUFFIX,
    heir: Heir = Heir.LARGEST,
) -> Change:
    """Split a booth in parts of equal area side by side, along its longer side unless ``across_width`` says which.

    Raises:
        Refused: the count is not 2 or more, a part would be too small, or the shape falls into more pieces.
    """
    row = _whole(show, booth)
    if not 2 <= count <= MOST_PARTS:
        raise Refused(
            _("A booth is split into 2 to {most_parts} parts, not {count}").format(most_parts=MOST_PARTS, count=count),
            _where(row),
        )
    along = _along_width(row.outline) if across_width is None else across_width
    offsets = equal_offsets(row.outline, count, across_width=along)
    return _split(show, row, _parts(row, _strips(row, offsets, along), heir), naming)


def split_by_size(
    show: Show,
    booth: str,
    size: int,
    across_width: bool | None = None,
    naming: Naming = Naming.SUFFIX,
    heir: Heir = Heir.LARGEST,
) -> Change:
    """Split off parts of a length in mm from the left or top; what remains stays a part of its own.

    Raises:
        Refused: the length is not smaller than the booth's, a part would be too small, or there would be too many.
    """
    row = _whole(show, booth)
    along = _along_width(row.outline) if across_width is None else across_width
    frame = frame_of(row.outline)
    whole = frame.width if along else frame.depth
    if not SMALLEST <= size < whole - 1:
        raise Refused(
            _("Parts of {size} do not fit into {whole}").format(size=told(size), whole=told(whole)),
            _where(row),
        )
    if whole / size > MOST_PARTS:
        raise Refused(
            _("That gives more than {most_parts} parts").format(most_parts=MOST_PARTS),
            _where(row),
            _("Choose a larger size."),
        )
    offsets = [size * k for k in range(1, int(whole // size) + 1) if whole - size * k > 1]
    return _split(show, row, _parts(row, _strips(row, offsets, along), heir), naming)


def merge(show: Show, ids: Sequence[str], keep: Keep | str = Keep.LOWEST) -> Change:
    """Make one booth of several that share an edge or overlap.

    The booth that is kept (by the lowest or highest number, or by its id) keeps id, number, type and history, and
    remembers the numbers of the others. An exhibitor stays if nobody else has one of the others.

    Raises:
        Refused: fewer than two booths, of different halls, apart, let to different exhibitors, blocked or drafts.
    """
    rows = [_whole(show, key) for key in dict.fromkeys(ids)]
    if len(rows) < 2:
        raise Refused(_("To merge, select two booths or more"))
    if len({row.hall for row in rows}) > 1:
        raise Refused(_("The booths stand in different halls"), mend=_("Select booths of one hall."))
    kept = _kept(rows, keep)
    values = _tenancy(show, rows, kept)
    try:
        outline = joined([row.outline for row in rows])
    except NotJoined as error:
        apart = ", ".join(rows[k].number or _("one") for k in error.apart[:5])
        refusal = (
            _("{apart} and the others cannot become one booth: {reason}")
            if apart
            else _("{booths} cannot become one booth: {reason}")
        )
        raise Refused(
            refusal.format(apart=apart, booths=_shown(rows), reason=_(str(error))),
            mend=_("Move them together first."),
        ) from None
    notes = [row.note.strip() for row in (kept, *rows)]
    values["note"] = "; ".join(dict.fromkeys(note for note in notes if note))
    # Whoever looks for a number that is gone finds what became of it.
    lost = [number for row in rows if row.id != kept.id for number in (*row.former_numbers, row.number)]
    values["former_numbers"] = tuple(
        dict.fromkeys(number for number in (*kept.former_numbers, *lost) if number and number != kept.number)
    )
    edits: list[Edit] = [amend(kept, outline=outline, **values)]
    edits += [remove(row) for row in rows if row.id != kept.id]
    party = show.exhibitors.get(str(values["exhibitor"])) if values["exhibitor"] else None
    tenant = f", {values['status']} for {party.name}" if party else ""
    summary = f"Merge {_list(rows)} into {kept.number or 'one booth'}{tenant}"
    return with_types(show, Change.of("merge-booths", summary, edits))


def _kept(rows: Sequence[Booth], keep: Keep | str) -> Booth:
    if keep in (Keep.LOWEST, Keep.HIGHEST):
        # A booth without a number is kept only if none has one.
        numbered = [row for row in rows if row.number] or list(rows)
        order = sorted(numbered, key=lambda row: (natural_key(row.number), row.id))
        return order[0] if keep == Keep.LOWEST else order[-1]
    for row in rows:
        if row.id == keep:
            return row
    raise Refused(_("The booth whose number shall stay is none of them"), mend=_("Choose one of the booths."))


def _tenancy(show: Show, rows: Sequence[Booth], kept: Booth) -> dict[str, object]:
    """Return exhibitor, status and end of a hold of the merged booth."""
    let = [row for row in rows if row.exhibitor is not None]
    blocked = [row for row in rows if row.status is BoothStatus.BLOCKED]
    if not let:
        status = BoothStatus.BLOCKED if blocked else BoothStatus.AVAILABLE
        return {"exhibitor": None, "status": status, "held_until": None}
    if blocked:
        raise Refused(
            _("{blocked} is blocked and {let} let").format(blocked=_shown(blocked), let=_shown(let)),
            mend=_("Unblock or release one first."),
        )
    if len({row.exhibitor for row in let}) > 1:
        parties = [show.exhibitors.get(row.exhibitor or "") for row in let]
        whom = _(" and ").join(dict.fromkeys(party.name if party else _("another") for party in parties))
        raise Refused(
            _("{let} are let to {whom}").format(let=_shown(let), whom=whom),
            mend=_("Release all but one exhibitor's booths first."),
        )
    # The same exhibitor has them all: the step that was reached farthest stands for the whole.
    first = max(let, key=lambda row: (LET.index(row.status) if row.status in LET else -1, row.id == kept.id))
    until = first.held_until if first.status is BoothStatus.HELD else None
    return {"exhibitor": first.exhibitor, "status": first.status, "held_until": until}


def _parts(row: Booth, parts: list[Outline], heir: Heir) -> Parts:
    """Put the parts in reading order and find the heir."""
    for part in parts:
        box = frame_of(part)
        if min(box.width, box.depth) < SMALLEST:
            raise Refused(
                _("A part would be {width}, and a booth is at least {smallest}").format(
                    width=told(round(min(box.width, box.depth))), smallest=told(SMALLEST)
                ),
                _where(row),
                _("Split it elsewhere."),
            )
    frame = frame_of(row.outline)
    parts = sorted(parts, key=lambda part: _reading(frame.local(*_middle(part))))
    main = 0 if heir is Heir.FIRST else max(range(len(parts)), key=lambda k: (round(area(parts[k])), -k))
    return Parts(tuple(parts), main)


def _split(show: Show, row: Booth, parts: Parts, naming: Naming) -> Change:
    main, numbers = parts.main, part_numbers(show, row, len(parts.outlines), parts.main, naming)
    status = BoothStatus.BLOCKED if row.status is BoothStatus.BLOCKED else BoothStatus.AVAILABLE
    free = replace(row, revision=0, exhibitor=None, status=status, held_until=None, note="", former_numbers=())
    edits: list[Edit] = []
    for k, (part, number) in enumerate(zip(parts.outlines, numbers, strict=True)):
        if k == main:
            kept = renumbered(row, number).after
            assert isinstance(kept, Booth), "a booth is renumbered"
            edits.append(amend(row, outline=part, number=number, former_numbers=kept.former_numbers))
        else:
            edits.append(create(replace(free, id=new_id(), outline=part, number=number)))
    return with_types(show, Change.of("split-booth", _told(show, row, numbers, main), edits))


def part_numbers(show: Show, row: Booth, count: int, main: int, naming: Naming) -> list[str]:
    """Return the numbers of a booth's parts in reading order; the part ``main`` stays the booth that was."""
    if not row.number:
        return [""] * count
    taken = {other.number.casefold() for other in show.booths.where("hall", row.hall) if other.id != row.id}
    if naming is Naming.SUFFIX:
        # A12a is split into A12a1, A12a2: a second letter would read as the part of another.
        signs = map(str, count_from(1)) if row.number[-1].isalpha() else _letters()
        found: list[str] = []
        while len(found) < count:
            number = row.number + next(signs)
            if number.casefold() not in taken:
                found.append(number)
        return found
    taken.add(row.number.casefold())
    found, last = [], row.number
    for k in range(count):
        if k == main:
            found.append(row.number)
        else:
            last = following(last, taken)
            taken.add(last.casefold())
            found.append(last)
    return found


def _letters() -> Iterator[str]:
    yield from ascii_lowercase
    yield from (first + second for first in ascii_lowercase for second in ascii_lowercase)


def _told(show: Show, row: Booth, numbers: Sequence[str], main: int) -> str:
    into = f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 3 else ", ".join(numbers)
    text = f"Split {row.number} into {into}" if row.number else f"Split booth into {count_of(len(numbers), 'part')}"
    party = show.exhibitors.get(row.exhibitor) if row.exhibitor else None
    return f"{text}; {party.name} keeps {numbers[main] or 'the first'}" if party else text


def _strips(row: Booth, offsets: Sequence[int], along: bool) -> list[Outline]:
    parts = strips(row.outline, offsets, across_width=along)
    if len(parts) != len(offsets) + 1:
        raise Refused(
            counted(
                "Its shape would fall into {number} piece, not {wanted}",
                "Its shape would fall into {number} pieces, not {wanted}",
                len(parts),
                wanted=len(offsets) + 1,
            ),
            _where(row),
            _("Split it the other way or by a line."),
        )
    return parts


def _along_width(outline: Outline) -> bool:
    frame = frame_of(outline)
    return frame.width >= frame.depth


def _middle(part: Outline) -> tuple[float, float]:
    box = bounds(part)
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _reading(at: tuple[float, float]) -> tuple[float, float]:
    # Rows of half a metre, so that rounded corners do not decide which part comes first.
    return round(at[1] / 500), at[0]


def _whole(show: Show, booth: str) -> Booth:
    row = chosen(show, [booth])[0]
    if row.draft:
        raise Refused(_("It is a draft, {fault}").format(fault=row.fault), _where(row), _("Mend its outline first."))
    return row


def _list(rows: Sequence[Booth]) -> str:
    numbers = [row.number or "a booth" for row in sorted(rows, key=lambda row: natural_key(row.number))]
    return ", ".join(numbers) if len(numbers) < 5 else f"{numbers[0]}–{numbers[-1]} ({len(numbers)} booths)"


def _shown(rows: Sequence[Booth]) -> str:
    numbers = [row.number or _("a booth") for row in sorted(rows, key=lambda row: natural_key(row.number))]
    if len(numbers) < 5:
        return ", ".join(numbers)
    return _("{first}–{last} ({count} booths)").format(first=numbers[0], last=numbers[-1], count=len(numbers))


def _where(row: Booth) -> str:
    return f"booth {row.number}".rstrip()
