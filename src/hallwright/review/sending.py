"""Makes the packets of a batch: a folder, whole or not at all, with proofs, review pages, a mail merge and drafts."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from hallwright.drawing.primitives import NotShown
from hallwright.drawing.proof import Proofs, Stamp
from hallwright.drawing.prooffacts import BoothFacts, Known, Price, as_text, facts_of, fingerprint, lang_of
from hallwright.drawing.proofwords import said
from hallwright.drawing.wording import Lang, joined
from hallwright.expo.people import Exhibitor
from hallwright.expo.review import Packet
from hallwright.expo.show import Show
from hallwright.printing.proofs import ProofWriter
from hallwright.review.filenames import unique_names
from hallwright.review.letters import Letter, letter, write_draft, write_merge
from hallwright.review.page import PageMaker
from hallwright.review.tokens import new_secret, token_of
from hallwright.support.errors import Refused
from hallwright.support.files import folder_whole
from hallwright.support.i18n import _
from hallwright.support.ids import new_id

MERGE, PROOFS, PAGES, DRAFTS = "mail-merge.csv", "proofs", "pages", "drafts"
_NUMBERS = 6


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be sent.

    Attributes:
        deadline: day by which an answer is wanted, or None.
        lang: of all packets, or None for each exhibitor's own.
        named: whether neighbours' names are told.
        price: to tell, or None.
        pages: whether each gets a review page, too.
        drafts: whether mails are written as drafts, too.
    """

    deadline: date | None = None
    lang: Lang | None = None
    named: bool = True
    price: Price | None = None
    pages: bool = True
    drafts: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """A finished batch: its folder, its packets, who has no address, what could not be shown, bytes and seconds."""

    folder: Path
    packets: tuple[Packet, ...]
    without_address: tuple[Exhibitor, ...]
    not_shown: tuple[NotShown, ...]
    bytes: int
    seconds: float


def chosen(show: Show, ids: Sequence[str] | None = None) -> list[Exhibitor]:
    """Return who is sent a proof: those of some ids, or all who stand somewhere.

    Raises:
        Refused: one of them has no booth, or nobody has one.
    """
    if ids is None:
        found = [one for one in show.exhibitors.values() if _sound(show, one)]
        if not found:
            raise Refused(_("No exhibitor has a booth yet"), mend=_("Assign booths first."))
        return found
    rows = [show.exhibitors[key] for key in dict.fromkeys(ids)]
    for row in rows:
        if not _sound(show, row):
            raise Refused(_("There is no booth to show"), row.name or row.name_native, _("Assign one first."))
    return rows


def _sound(show: Show, exhibitor: Exhibitor) -> bool:
    return any(not booth.draft and booth.hall in show.halls for booth in show.booths_of(exhibitor))


def send(
    show: Show,
    folder: Path,
    exhibitors: Sequence[Exhibitor],
    wanted: Wanted,
    *,
    version: str,
    position: int,
    now: datetime,
    keep: Callable[[list[Packet]], object],
    force: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Sent:
    """Make the packets of some exhibitors; nothing is mailed.

    Args:
        show: the expo.
        folder: to make.
        exhibitors: who is sent a packet.
        wanted: what is in it.
        version: what the state of the plan is called.
        position: journal position of that state.
        now: in UTC.
        keep: writes the packets into the project; what it raises ends the run, and no folder is made.
        force: replace a folder of packets that is there.
        progress: called with the packets made and all; what it raises ends the run.

    Raises:
        Refused: the folder cannot be made.
    """
    start = time.perf_counter()
    packets: list[Packet] = []
    lost: list[NotShown] = []
    with folder_whole(folder, force=force, replaceable=_is_batch) as temporary:
        maker = _Maker(show, temporary, wanted, lost)

        def letters() -> Iterator[Letter]:
            names = unique_names(one.name or one.name_native for one in exhibitors)
            for done, (exhibitor, name) in enumerate(zip(exhibitors, names, strict=True)):
                progress(done, len(exhibitors))
                made = maker.make(exhibitor, name, version, position, now)
                packets.append(made.packet)
                yield made

        write_merge(temporary / MERGE, letters())
        size = sum(path.stat().st_size for path in temporary.rglob("*") if path.is_file())
        keep(packets)
    progress(len(exhibitors), len(exhibitors))
    silent = tuple(one for one in exhibitors if not one.email)
    return Sent(folder, tuple(packets), silent, tuple(lost), size, time.perf_counter() - start)


def _is_batch(folder: Path) -> bool:
    known = {MERGE, PROOFS, PAGES, DRAFTS, ".DS_Store", "Thumbs.db", "desktop.ini"}
    return (folder / MERGE).is_file() and {path.name for path in folder.iterdir()} <= known


class _Maker:
    """Makes packets one after the other; what they share is made once."""

    def __init__(self, show: Show, folder: Path, wanted: Wanted, lost: list[NotShown]) -> None:
        self._show, self._folder, self._wanted, self._lost = show, folder, wanted, lost
        self._known = Known.of(show)
        self._proofs = Proofs(show, named=wanted.named)
        self._writer = ProofWriter(show.event.name)
        self._pages = PageMaker(show, named=wanted.named) if wanted.pages else None
        for name, made in ((PROOFS, True), (PAGES, wanted.pages), (DRAFTS, wanted.drafts)):
            if made:
                (folder / name).mkdir()

    def make(self, exhibitor: Exhibitor, name: str, version: str, position: int, now: datetime) -> Letter:
        """Write one packet; return the mail that goes with it."""
        show, wanted = self._show, self._wanted
        facts = facts_of(show, exhibitor, self._known)
        lang = wanted.lang or lang_of(exhibitor)
        guest = any(show.booths[one.id].exhibitor != exhibitor.id for one in facts)
        packet = Packet(
            id=new_id(),
            exhibitor=exhibitor.id,
            sent=now,
            deadline=wanted.deadline,
            lang=str(lang),
            version=version,
            position=position,
            booths=tuple(one.id for one in facts),
            shown=as_text(facts),
            secret=new_secret(),
        )
        token = token_of(packet)
        stamp = Stamp(
            token=token,
            version=version,
            fingerprint=fingerprint(packet.shown),
            deadline=wanted.deadline,
            # A guest on another's booth is not told what that costs.
            price=wanted.price.of(show, facts) if wanted.price is not None and not guest else "",
            lang=str(lang),
        )
        pages, lost = self._proofs.pages(exhibitor, facts, stamp)
        self._lost += lost
        files = [f"{PROOFS}/{name}.pdf"]
        title = f"{said('proof', lang)} – {joined(exhibitor.name, exhibitor.name_native, lang)}"
        self._writer.write(self._folder / files[0], pages, title, "zh" if lang is Lang.ZH else "en")
        if self._pages is not None:
            files.append(f"{PAGES}/{name}.html")
            self._pages.write(self._folder / files[1], exhibitor, facts, stamp)
        one = letter(show.event, exhibitor, packet, _numbers(facts), tuple(files), token)
        if wanted.drafts:
            write_draft(self._folder / DRAFTS / f"{name}.eml", one, self._folder)
        return one


def _numbers(facts: Sequence[BoothFacts]) -> str:
    told = ", ".join(one.number for one in facts[:_NUMBERS])
    return f"{told} …" if len(facts) > _NUMBERS else told
