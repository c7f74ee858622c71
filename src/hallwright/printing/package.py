"""The print package: a folder with all that a print shop gets, written whole or not at all."""

import hashlib
import json
import re
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hallwright.drawing.badge import by_size
from hallwright.drawing.badgeface import Pictures, no_pictures
from hallwright.drawing.codes import Codes, plain
from hallwright.drawing.plan import View
from hallwright.drawing.primitives import NotShown
from hallwright.drawing.sheet import SheetOptions
from hallwright.drawing.ticket import ticket_pages
from hallwright.drawing.wording import Lang, joined, pair, word
from hallwright.expo.show import Show
from hallwright.printing.badges import print_badges
from hallwright.printing.jobs import Job
from hallwright.printing.output import NotForPress, write_pdf
from hallwright.printing.painter import PdfPainter
from hallwright.printing.plan import print_plan
from hallwright.printing.preflight.finding import Finding
from hallwright.printing.press import press_of
from hallwright.printing.printed import OFFICE, Finish, Printed
from hallwright.printing.profiles import load
from hallwright.printing.ticket import Filed, Terms, preflight_document, preflight_text, ticket, ticket_document
from hallwright.support.errors import Refused
from hallwright.support.files import folder_whole
from hallwright.support.i18n import _

SUMS = "SHA256SUMS"
TICKET, TICKET_PAGE = "job-ticket.json", "job-ticket.pdf"
PREFLIGHT, PREFLIGHT_TEXT = "preflight.json", "preflight.txt"
Progress = Callable[[int, int], None]
_LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
"""What file managers leave in a folder by themselves."""
_HALL_STEPS = 40
"""A hall's plan takes about as long as so many badges."""
_LETTERS = 40
_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class Package:
    """A finished print package.

    Attributes:
        folder: where it is.
        terms: what its files have in common.
        files: its PDFs that are to be printed.
        names: of all files in the folder.
        bytes: the size of all.
        seconds: how long it took.
    """

    folder: Path
    terms: Terms
    files: tuple[Filed, ...]
    names: tuple[str, ...]
    bytes: int
    seconds: float

    @property
    def findings(self) -> list[tuple[str, Finding]]:
        """What the preflight found, each with the name of its file."""
        return [(file.name, finding) for file in self.files for finding in file.report.findings]

    @property
    def not_shown(self) -> list[NotShown]:
        """What could not be shown on the pages."""
        return list(dict.fromkeys(lost for file in self.files for lost in file.not_shown))


def print_package(
    show: Show,
    folder: Path,
    *,
    finish: Finish,
    job: Job,
    lang: Lang = Lang.BOTH,
    view: View = View.PUBLIC,
    version: str = "",
    codes: Codes = plain,
    force: bool = False,
    pictures: Pictures = no_pictures,
    progress: Progress | None = None,
    still: Callable[[], None] = lambda: None,
) -> Package:
    """Make a folder with the plan of each hall, all badges, job ticket, preflight report and checksums.

    The same show and options give the same bytes: sheets bear the date of the project's last change, ``finish.dated``.

    Args:
        show: the expo.
        folder: the folder to make.
        finish: print profile, ICC profile, and whether findings stop the package.
        job: quantity, stock, finishing and sides by kind of file.
        lang: language of the sheets and of the ticket.
        view: for whom the plans are.
        version: name or number of the project's state.
        codes: gives the texts of the QR codes on a person's badge.
        force: replace the folder if it is a print package.
        pictures: returns photos and artwork of badges by their hash, as a store does.
        progress: called now and then with steps done and all steps; what it raises ends the run, and no folder is
            made.
        still: called again and again, also within a long file; what it raises ends the run, too.

    Raises:
        NotForPress: the preflight found something in a file; no folder was made.
        Refused: there is nothing to print, a plan does not fit, or the folder cannot be written.
    """
    start = time.perf_counter()
    profile = load(finish.profile)
    terms = Terms(show.event, version, finish.dated, profile, press_of(profile, finish.icc))
    if not show.halls:
        raise Refused(_("There is no hall to print"), mend=_("Draw a hall first."))
    with folder_whole(folder, force=force, replaceable=is_package) as temporary:
        maker = _Maker(show, temporary, terms, replace(finish, despite_findings=True), job, progress, still, pictures)
        options = SheetOptions(
            view=view, lang=lang, version=version, printed=finish.dated.date() if finish.dated is not None else None
        )
        maker.plans(options)
        maker.badges(codes)
        files = tuple(maker.files)
        found = [(file.name, finding) for file in files for finding in file.report.findings]
        if found and not finish.despite_findings:
            raise NotForPress([finding for _, finding in found], profile.name, [name for name, _ in found])
        _write_json(temporary / TICKET, ticket_document(terms, files))
        _write_json(temporary / PREFLIGHT, preflight_document(terms, files))
        (temporary / PREFLIGHT_TEXT).write_text(preflight_text(terms, files), encoding="utf-8", newline="\n")
        _write_ticket(temporary / TICKET_PAGE, terms, files, lang)
        _write_sums(temporary)
        names = tuple(sorted(path.name for path in temporary.iterdir()))
        size = sum(path.stat().st_size for path in temporary.iterdir())
        maker.step(maker.total)
    return Package(folder, terms, files, names, size, time.perf_counter() - start)


def is_package(folder: Path) -> bool:
    """Say whether a folder is a print package and nothing but one, so that it may be replaced."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):
        return False
    listed = {line[66:] for line in lines if re.match(r"[0-9a-f]{64}  .", line)}
    return TICKET in listed and all(
        path.is_file() and path.name in listed | _LITTER | {SUMS} for path in folder.iterdir()
    )


class _Maker:
    """The PDFs of one package, while they are made."""

    def __init__(
        self,
        show: Show,
        folder: Path,
        terms: Terms,
        finish: Finish,
        job: Job,
        progress: Progress | None,
        still: Callable[[], None],
        pictures: Pictures,
    ) -> None:
        self._show, self._folder, self._terms, self._finish, self._job = show, folder, terms, finish, job
        self._progress, self._still, self._pictures = progress, still, pictures
        self._done = 0
        self.total = _HALL_STEPS * len(show.halls) + 2 * len(show.people) + 1
        self.files: list[Filed] = []

    def step(self, done: int) -> None:
        """Tell how far the run is."""
        if self._progress is not None:
            self._progress(done, self.total)

    def plans(self, options: SheetOptions) -> None:
        """Print the plan of each hall into a file of its own."""
        halls = list(self._show.halls.values())
        digits = max(2, len(str(len(halls))))
        for number, hall in enumerate(halls, 1):
            self.step(self._done)
            name = "-".join(filter(None, ("plan", f"{number:0{digits}}", _slug(hall.name or hall.name_native))))
            path = self._folder / f"{name}.pdf"
            try:
                printed = print_plan(
                    self._show, path, hall=hall.id, options=options, finish=self._finish, still=self._still
                )
            except Refused as refusal:
                raise Refused(refusal.what, refusal.where or hall.name, refusal.mend) from None
            self._file("plan", (hall.name, hall.name_native), printed)
            self._done += _HALL_STEPS

    def badges(self, codes: Codes) -> None:
        """Print all badges, if there are people: those of one size into one file."""
        count = len(self._show.people)
        if not count:
            return
        before = self._done
        self.step(before)
        sizes = by_size(self._show)
        for (width, height), roles in sizes.items():
            size = f"{width:g}x{height:g}"
            printed = print_badges(
                self._show,
                self._folder / ("badges.pdf" if len(sizes) == 1 else f"badges-{size}.pdf"),
                roles=roles,
                codes=codes,
                pictures=self._pictures,
                finish=self._finish,
                progress=self._counting(),
                still=self._still,
            )
            english, chinese = pair("badges")
            told = "" if len(sizes) == 1 else f" {width:g} × {height:g} mm"
            self._file("badges", (english + told, chinese + told), printed)
            self._done += 2 * sum(len(self._show.people.where("role", role)) for role in roles)
        self._done = before + 2 * count
        self.step(self._done)

    def _counting(self) -> Progress:
        """Return what tells how far a file of badges is, from where the run is now."""
        start, count = self._done, len(self._show.people)
        return lambda done, _all: self.step(start + min(done, count))

    def _file(self, kind: str, title: tuple[str, str], printed: Printed) -> None:
        report = printed.report
        if report is None:
            # An office print is not checked where it is made; a package tells of every file.
            from hallwright.printing.preflight.checking import check

            report = check(printed.file, self._terms.profile, still=self._still)
        self.files.append(
            Filed(printed.file.name, kind, title, self._job[kind], printed.pages, report, printed.not_shown)
        )


def _slug(text: str) -> str:
    """Return a name for a file, of letters and digits of any script only."""
    plain = unicodedata.normalize("NFC", text).casefold()
    return re.sub(r"[\W_]+", "-", plain).strip("-")[:_LETTERS].strip("-")


def _write_json(path: Path, document: dict[str, Any]) -> None:
    text = json.dumps(document, ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _write_ticket(path: Path, terms: Terms, files: tuple[Filed, ...], lang: Lang) -> None:
    pages, _lost = ticket_pages(ticket(terms, files, lang), lang)

    def paint(painter: PdfPainter) -> None:
        for page in pages:
            painter.page(page)

    event = terms.event
    title = " – ".join(filter(None, (joined(event.name, event.name_native, lang), word("ticket", lang))))
    # For people to read and for any printer, whatever the files beside it are for.
    write_pdf(path, paint, OFFICE, title=title, author=event.name, lang="zh" if lang is Lang.ZH else "en")


def _write_sums(folder: Path) -> None:
    lines = []
    for path in sorted(folder.iterdir()):
        machine = hashlib.sha256()
        with path.open("rb") as file:
            while part := file.read(_STEP):
                machine.update(part)
        lines.append(f"{machine.hexdigest()}  {path.name}\n")
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
