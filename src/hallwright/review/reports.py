"""Lists of where everybody stands: for the file, and of whom to remind."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from hallwright.exchange.guard import guarded
from hallwright.expo.people import Exhibitor
from hallwright.expo.show import Show
from hallwright.review.standing import NAMES, Stage, Standing
from hallwright.support.files import written_whole
from hallwright.support.i18n import N_, _
from hallwright.support.text import natural_key

REMIND = (Stage.OVERDUE, Stage.SENT, Stage.STALE, Stage.NOT_SENT)
"""Who still owes an answer, or is owed a new proof."""
_HEADINGS = (
    *(N_("Exhibitor"), N_("Booths"), N_("Status"), N_("Sent"), N_("Deadline"), N_("Version"), N_("Answered")),
    *(N_("Answer"), N_("Name"), N_("Comment"), N_("Settled"), N_("Address")),
)


def name_of(exhibitor: Exhibitor) -> str:
    """Return what an exhibitor is called."""
    return exhibitor.name or exhibitor.name_native


def booths_of(show: Show, exhibitor: Exhibitor) -> str:
    """Return the numbers of an exhibitor's booths."""
    return ", ".join(sorted((booth.number for booth in show.booths_of(exhibitor)), key=natural_key))


def rows(show: Show, standings: Iterable[Standing]) -> list[tuple[str, ...]]:
    """Return one row an exhibitor, in the order of the headings."""
    found: list[tuple[str, ...]] = []
    for one in standings:
        packet, reply = one.packet, one.reply
        found.append(
            (
                name_of(one.exhibitor),
                booths_of(show, one.exhibitor),
                _(NAMES[one.stage]),
                f"{packet.sent:%Y-%m-%d %H:%M}" if packet is not None else "",
                str(packet.deadline or "") if packet is not None else "",
                packet.version if packet is not None else "",
                f"{reply.received:%Y-%m-%d %H:%M}" if reply is not None else "",
                str(reply.answer) if reply is not None else "",
                reply.name if reply is not None else "",
                reply.comment if reply is not None else "",
                str(reply.state) if reply is not None else "",
                one.exhibitor.email,
            )
        )
    return found


def write_report(path: Path, show: Show, standings: Sequence[Standing], *, force: bool = False) -> None:
    """Write the list as CSV, whole or not at all.

    Raises:
        Refused: the file exists, or cannot be written.
    """
    with written_whole(path, force=force) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow([_(heading) for heading in _HEADINGS])
        for row in rows(show, standings):
            table.writerow([guarded(cell) for cell in row])
