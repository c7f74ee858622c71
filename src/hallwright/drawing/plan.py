"""The plan of one hall in world millimetres: floor, booths and names."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from hallwright.drawing.columns import BoothColumns
from hallwright.drawing.floor import floor_shapes
from hallwright.drawing.floor_names import floor_labels
from hallwright.drawing.fonts import missing
from hallwright.drawing.labels import booth_label
from hallwright.drawing.primitives import Drawing, Item, NotShown, Shapes, Text
from hallwright.drawing.supplies import drops_of, supplies
from hallwright.drawing.wording import joined, names
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus
from hallwright.support.i18n import _

LARGEST = 620.0
"""Greatest size of a name on the canvas, mm of floor."""


class View(StrEnum):
    """For whom a plan is drawn: it decides what a booth's colour says and whose names are shown."""

    PUBLIC = "public"
    STAFF = "staff"
    PERMIT = "permit"


_LET = frozenset((BoothStatus.RESERVED, BoothStatus.CONFIRMED))
_PUBLIC_ROLES: Mapping[str, str] = {
    f"booth.{status}": "booth.let" if status in _LET else "booth.free" for status in BoothStatus
}


def let(booth: Booth) -> bool:
    """Say whether the public may know who stands in a booth."""
    return booth.exhibitor is not None and booth.status in _LET


def named(booth: Booth, view: View) -> bool:
    """Say whether a booth bears its exhibitor's name in a view."""
    return booth.exhibitor is not None if view is View.STAFF else view is View.PUBLIC and let(booth)


def seen_as(role: str, view: View) -> str:
    """Return the role under which a booth's role is painted in a view: by status for the staff, alike for others."""
    if view is View.STAFF or role not in _PUBLIC_ROLES:
        return role
    return _PUBLIC_ROLES[role] if view is View.PUBLIC else "booth.let"


def background(show: Show, hall_id: str, lang: str) -> Drawing:
    """Return what lies under the booths: hall, zones, fixtures and their names."""
    return *floor_shapes(show, hall_id), *floor_labels(show, hall_id, lang)[0]


def booth_shapes(
    show: Show, hall_id: str, view: View = View.STAFF, columns: BoothColumns | None = None
) -> list[Shapes]:
    """Return the booths of a hall, by status for the staff, alike for others.

    Args:
        show: the expo.
        hall_id: the hall.
        view: for whom.
        columns: columns of this hall that are at hand already, or None.
    """
    return as_seen((columns or BoothColumns.of(show, hall_id)).shapes(), view)


def as_seen(batches: list[Shapes], view: View) -> list[Shapes]:
    """Return booths by status as they are painted in a view."""
    if view is View.STAFF:
        return batches
    found = [replace(batch, role=seen_as(batch.role, view)) for batch in batches]
    return sorted(found, key=lambda batch: batch.role == "booth.let")


def booth_names(show: Show, booth: Booth, view: View, lang: str) -> tuple[str, str]:
    """Return the Latin and the native name that a booth bears in a view; either may be empty."""
    exhibitor = show.exhibitors.get(booth.exhibitor or "") if named(booth, view) else None
    return names(exhibitor.name, exhibitor.name_native, lang) if exhibitor else ("", "")


def booth_labels(
    show: Show,
    booths: Iterable[Booth],
    *,
    smallest: float,
    largest: float = LARGEST,
    lang: str = "both",
    view: View = View.STAFF,
) -> tuple[list[Text], list[NotShown]]:
    """Set the numbers and names of booths inside their outlines.

    Args:
        show: the expo.
        booths: the booths to label.
        smallest: least size of a text, mm of floor.
        largest: greatest size of a name.
        lang: ``en``, ``zh`` or ``both``.
        view: for whom.

    Returns:
        The texts, and what does not fit or has characters that no font has.
    """
    texts: list[Text] = []
    lost: list[NotShown] = []
    for booth in booths:
        if not booth.outline:
            continue
        latin, native = booth_names(show, booth, view, lang)
        found, whole = booth_label(
            booth.outline, booth.number, latin, native, smallest=smallest, largest=largest, key=booth.id
        )
        texts += found
        name = "  ".join(part for part in (native, latin) if part)
        if not found and booth.number:
            lost.append(
                NotShown(booth.id, f"{booth.number} {name}".strip(), _("neither number nor name fits the booth"))
            )
        elif not whole and len(found) > 1:
            lost.append(
                NotShown(booth.id, latin, _("only one of two names fits booth {number}").format(number=booth.number))
            )
        elif not whole and name:
            lost.append(
                NotShown(
                    booth.id,
                    name,
                    _("the name does not fit booth {number}; it bears its number only").format(number=booth.number),
                )
            )
        lost += unknown(booth.id, f"{booth.number} {name}")
    return texts, lost


def unknown(key: str, text: str) -> list[NotShown]:
    """Report the characters of a text that no font has."""
    chars = missing(text)
    return (
        [NotShown(key, text.strip(), _("no font has {characters}; shown as ?").format(characters=" ".join(chars)))]
        if chars
        else []
    )


def hall_drawing(
    show: Show,
    hall_id: str,
    *,
    smallest: float,
    largest: float = LARGEST,
    lang: str = "both",
    labels: bool = True,
    status: bool = True,
    view: View | None = None,
    columns: BoothColumns | None = None,
) -> tuple[Drawing, list[NotShown]]:
    """Return the whole plan of a hall.

    Args:
        show: the expo.
        hall_id: the hall.
        smallest: least size of any text, mm of floor.
        largest: greatest size of a booth's name.
        lang: ``en``, ``zh`` or ``both``.
        labels: whether booths bear numbers and names.
        status: whether colours tell the status of booths (staff) or every let booth looks alike (public).
        view: takes the place of ``status``.
        columns: columns of this hall that are at hand already, or None.

    Returns:
        The drawing, and what could not be shown.
    """
    view = view or (View.STAFF if status else View.PUBLIC)
    names_of_floor, lost = floor_labels(show, hall_id, lang, smallest=smallest, largest=largest)
    items: list[Item] = [*floor_shapes(show, hall_id), *names_of_floor, *booth_shapes(show, hall_id, view, columns)]
    if view is not View.PUBLIC:
        items += supplies(drops_of(show, hall_id))
    if labels:
        booths = show.booths.where("hall", hall_id)
        texts, more = booth_labels(show, booths, smallest=smallest, largest=largest, lang=lang, view=view)
        items += texts
        lost += more
    for zone in show.zones.where("hall", hall_id):
        lost += unknown(zone.id, joined(zone.name, zone.name_native, lang))
    for fixture in show.fixtures.where("hall", hall_id):
        lost += unknown(fixture.id, joined(fixture.name, fixture.name_native, lang))
    return tuple(items), lost
