"""What an import would do: a file read and merged into the show, without committing anything. Knows no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hallwright.desktop.dialogs.worker import Token
from hallwright.editing import exhibitors, floor, people
from hallwright.editing.merging import Merge, Record, Rejection
from hallwright.exchange.fields import IGNORED
from hallwright.exchange.headings import SEARCHED, unique
from hallwright.exchange.importing import SAMPLE, Lie, What, read
from hallwright.exchange.tables import table_of
from hallwright.expo.show import Show
from hallwright.geometry.units import Unit
from hallwright.support.errors import Refused
from hallwright.support.i18n import _, counted


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks for.

    Attributes:
        mapping: heading to field name or ``IGNORED`` for every column, once the user has seen them; else empty.
        hall: name of the hall of rows that name none; only for booths.
        unit: unit of bare lengths; only for booths.
        lie: how the coordinates of a map are to be read; only for booths.
    """

    path: Path
    what: What
    mapping: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    encoding: str | None = None
    unit: Unit | None = None
    hall: str = ""
    lie: Lie = field(default_factory=Lie)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a file holds and what an import of it would do to a show.

    Attributes:
        mapping: heading to field name for every heading, ``IGNORED`` for those that are not read.
        merge: counts and change; None if the columns must be mapped first.
        rejected: all rows and cells that are not taken, by row.
        problem: why there is no merge.
        coordinates: how those of a map were read, ``degrees`` or ``plane``, else empty.
        notes: what to say of that.
        show: the show that the change starts from.
    """

    headings: tuple[str, ...]
    mapping: Mapping[str, str]
    sample: Sequence[Sequence[str]]
    encoding: str
    sheet: str
    sheets: tuple[str, ...]
    show: Show
    merge: Merge | None = None
    rejected: tuple[Rejection, ...] = ()
    problem: Refused | None = None
    coordinates: str = ""
    notes: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """The counts in one line."""
        if self.merge is None:
            return ""
        parts = [
            counted("{number} added", "{number} added", self.merge.added),
            counted("{number} updated", "{number} updated", self.merge.updated),
            counted("{number} unchanged", "{number} unchanged", self.merge.unchanged),
            counted("{number} draft", "{number} drafts", len(self.merge.drafts)),
            counted("{number} rejected", "{number} rejected", len(self.rejected)),
        ]
        return _(", ").join(parts)

    def report(self) -> list[tuple[str, ...]]:
        """Return row, column, value and reason of all that was rejected or becomes a draft, by row."""
        drafts = self.merge.drafts if self.merge else []
        rows = [(item, item.reason) for item in self.rejected]
        rows += [(item, _("kept as a draft: {reason}").format(reason=item.reason)) for item in drafts]
        rows.sort(key=lambda pair: pair[0].row)
        return [(str(item.row), item.column, item.value, reason) for item, reason in rows]


def analyse(show: Show, request: Request, token: Token) -> Analysis:
    """Read a file and merge it into a show.

    Raises:
        Refused: the file cannot be read as a table at all.
        Cancelled: the token says so.
    """
    try:
        reading = read(
            request.path,
            request.what,
            mapping=request.mapping,
            sheet=request.sheet,
            encoding=request.encoding,
            unit=request.unit,
            lie=request.lie,
            pulse=token.check,
        )
    except Refused as refusal:
        token.check()
        return _unmapped(show, request, refusal)
    token.check()
    merge = merged(show, request, reading.records)
    mapping = {heading: reading.mapping.get(heading, IGNORED) for heading in reading.headings}
    rejected = tuple(sorted([*reading.rejected, *merge.rejected], key=lambda item: item.row))
    return Analysis(
        reading.headings,
        mapping,
        reading.sample_rows,
        reading.encoding,
        reading.sheet,
        reading.sheets,
        show,
        merge,
        rejected,
        coordinates=reading.coordinates,
        notes=reading.notes,
    )


def merged(show: Show, request: Request, records: Sequence[Record]) -> Merge:
    """Merge records into a show as their kind asks."""
    if request.what is What.BOOTHS:
        return floor.merge_booths(show, request.hall, records)
    if request.what is What.EXHIBITORS:
        return exhibitors.merge(show, records)
    return people.merge(show, records)


def _unmapped(show: Show, request: Request, refusal: Refused) -> Analysis:
    """Return a table whose headings are not known, so that its columns can be mapped by hand.

    Raises:
        Refused: it is no table; the refusal given is raised again.
    """
    try:
        table = table_of(
            request.path,
            request.what,
            request.mapping,
            sheet=request.sheet,
            encoding=request.encoding,
            unit=request.unit,
            lie=request.lie,
        )
    except Refused:
        raise refusal from None
    filled = [k for k, row in enumerate(table.rows[:SEARCHED]) if any(cell.strip() for cell in row)]
    if not filled:
        raise refusal
    # Titles stand alone in their row; the first row with several cells is the likeliest heading.
    place = next((k for k in filled if sum(bool(cell.strip()) for cell in table.rows[k]) > 1), filled[0])
    headings = tuple(unique(table.rows[place]))
    sample = [(row + [""] * len(headings))[: len(headings)] for row in table.rows[place + 1 : place + 1 + SAMPLE]]
    problem = Refused(
        _("No column has a heading that is known"), request.path.name, _("Choose what each column means.")
    )
    return Analysis(
        headings,
        dict.fromkeys(headings, IGNORED),
        sample,
        table.encoding,
        table.sheet,
        table.sheets,
        show,
        problem=problem,
        coordinates=table.coordinates,
        notes=table.notes,
    )
