"""The sheets of a printed plan: the view of a hall or zone, and the index of exhibitors where it has no room beside."""

from hallwright.drawing.index import entries
from hallwright.drawing.listing import index_pages
from hallwright.drawing.options import SheetOptions
from hallwright.drawing.paper import layout
from hallwright.drawing.plan import View
from hallwright.drawing.primitives import NotShown, Page
from hallwright.drawing.tiling import tiled
from hallwright.drawing.viewsheet import ViewSheet
from hallwright.expo.show import Show
from hallwright.support.errors import Refused
from hallwright.support.i18n import _

__all__ = ["SheetOptions", "plan_pages"]


def plan_pages(show: Show, hall_id: str, options: SheetOptions) -> tuple[list[Page], list[NotShown]]:
    """Make the sheets of one hall.

    Returns:
        The plan, whole or in tiles, followed by pages of one size with the index where it does not fit beside the
        plan; and what could not be shown on them.

    Raises:
        Refused: no such hall or zone, or the plan does not fit the sheet at the scale.
    """
    if hall_id not in show.halls:
        raise Refused(_("There is no such hall"), mend=_("Name a hall of this project."))
    sheet = ViewSheet(show, show.halls[hall_id], options)
    sheet.compose()
    listed = []
    if options.index and options.view is not View.PERMIT:
        listed = entries(show, sheet.booths, sheet.reference, options.view, options.lang)
    if sheet.index_beside(listed):
        listed = []
    pages, lost = [sheet.made()], list(sheet.page.lost)
    place = sheet.place
    if options.tile is not None:
        pages, more = tiled(pages[0], place, options.tile, options.lang)
        lost += more
        # Lists are set on the office paper itself: nobody glues a list.
        place = layout(options.tile, place.scale, pages[0].width > pages[0].height)
    made, more = index_pages(show.event, place, sheet.name, listed, options.lang)
    return pages + made, list(dict.fromkeys(lost + more))
