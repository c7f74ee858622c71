"""The sheets of a printed plan: the view of a hall or zone, and the index of exhibitors where it has no room beside."""

from collections.abc import Callable
from functools import partial

from hallwright.drawing.atlas import Atlas
from hallwright.drawing.index import entries
from hallwright.drawing.listing import index_pages
from hallwright.drawing.options import SheetOptions
from hallwright.drawing.paper import layout
from hallwright.drawing.plan import View
from hallwright.drawing.primitives import NotShown, Page
from hallwright.drawing.supplements import supplement_pages
from hallwright.drawing.tiling import tiled
from hallwright.drawing.viewsheet import ViewSheet
from hallwright.drawing.wording import joined
from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

__all__ = ["SheetOptions", "plan_pages"]


def plan_pages(
    show: Show, hall_id: str, options: SheetOptions, still: Callable[[], None] = lambda: None
) -> tuple[list[Page], list[NotShown]]:
    """Make the sheets of one hall, or the one sheet of several views, which may be of other halls, too.

    Args:
        show: the expo.
        hall_id: the hall.
        options: how it is printed.
        still: called between sheets and tiles; what it raises ends the making.

    Returns:
        The plan, whole or in tiles, followed by pages of one size with the index where it does not fit beside the
        plan; and what could not be shown on them.

    Raises:
        Refused: no such hall or zone, or the plan does not fit the sheet at the scale.
    """
    if hall_id not in show.halls:
        raise Refused(_("There is no such hall"), mend=_("Name a hall of this project."))
    atlas = Atlas(show, show.halls[hall_id], options) if options.atlas and not options.parts else None
    sheets = atlas.sheets if atlas is not None else [ViewSheet(show, show.halls[hall_id], options)]
    lost: list[NotShown] = []
    if atlas is not None:
        lost += atlas.compose(still)
    else:
        sheets[0].compose()
    sheet = sheets[0]
    # In an atlas the lists tell of all booths, also of those that no zone holds.
    booths = show.booths.where("hall", hall_id) if atlas is not None else tuple(sheet.booths)
    reference = atlas.reference if atlas is not None else sheet.reference
    listed = []
    if options.index and options.view is not View.PERMIT:
        listed = entries(show, booths, reference, options.view, options.lang)
    if len(sheets) == 1 and listed and sheet.index_beside(listed):
        listed = []
    pages: list[Page] = []
    for each in sheets:
        still()
        lost += each.page.lost
        made = [each.made()]
        if options.tile is not None:
            made, more = tiled(made[0], f"{each.scales}   {each.place.sheet}", options.tile, options.lang)
            lost += more
        pages += made
    # Lists are set on the office paper itself: nobody glues a list.
    place = sheet.place
    if options.tile is not None:
        place = layout(options.tile, place.scale, pages[0].width > pages[0].height)
    hall = show.halls[hall_id]
    name = joined(hall.name, hall.name_native, "both") if len(sheets) > 1 else sheet.name
    made, more = index_pages(show.event, place, name, listed, options.lang)
    pages += made
    lost += more
    for one in sheet.halls:
        where = atlas.field if atlas is not None else partial(sheet.field, hall=one.id)
        here = [booth for booth in booths if booth.hall == one.id]
        called = name if len(sheet.halls) == 1 else joined(one.name, one.name_native, "both")
        made, more = supplement_pages(show, one, options, place, called, here, reference, where)
        pages += made
        lost += more
    return pages, list(dict.fromkeys(lost))
