"""Mending drafts: outlines that cross themselves, straightened without moving a corner."""

from hallwright.editing.booths import reshape
from hallwright.editing.change import Change
from hallwright.expo.show import Show
from hallwright.geometry.outline import fault
from hallwright.geometry.untangling import untangled
from hallwright.support.errors import Refused
from hallwright.support.i18n import _


def mend(show: Show, booth: str) -> Change:
    """Give a draft an outline that uses its own corners and does not cross itself.

    Raises:
        Refused: the booth is gone, or no order of its corners encloses an area, so a corner must be dragged by hand.
    """
    if booth not in show.booths:
        raise Refused(_("The booth no longer exists"), mend=_("Select another."))
    row = show.booths[booth]
    outline = untangled(row.outline)
    if fault(outline):
        raise Refused(
            _("No order of its corners gives a sound outline"),
            _("booth {number}").format(number=row.number),
            _("Drag its corners into place."),
        )
    return reshape(show, booth, outline)
