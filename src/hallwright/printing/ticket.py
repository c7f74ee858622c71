"""What goes with the PDFs of a print package: job ticket and preflight report, as JSON and for reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hallwright.drawing.primitives import NotShown
from hallwright.drawing.ticket import Line, Ticket
from hallwright.drawing.wording import Lang, joined, word
from hallwright.expo.event import Event
from hallwright.printing.jobs import Order
from hallwright.printing.preflight.finding import Finding
from hallwright.printing.preflight.report import Report
from hallwright.printing.press import Press
from hallwright.printing.profiles import PrintProfile

_NOTES: Mapping[str, tuple[str, str]] = {
    "quantity": (
        "Quantity is copies of each page; sheets are those of all copies together.",
        "“份数”指每页的印数；“总张数”为全部份数的纸张数。",
    ),
    "press": (
        (
            "All files are {standard} in CMYK with {bleed:g} mm bleed beyond the trim; badges bear crop marks. "
            "Print at 100 %."
        ),
        "所有文件为 {standard}，CMYK，成品外四周出血 {bleed:g} mm；证件带裁切标记。请按 100 % 输出。",
    ),
    "office": (
        (
            "All files are RGB without bleed, for an office printer. Print at 100 %, never fitted to the page; plans "
            "bear a bar of 100 mm to check it."
        ),
        "所有文件为 RGB，无出血，供办公打印机使用。请按 100 % 打印，勿缩放；平面图上有 100 mm 校准线。",
    ),
    "passed": (
        "Every file has passed the preflight for {profile}; preflight.txt tells what was checked.",
        "所有文件均已通过“{profile}”印前检查，详见 preflight.txt。",
    ),
    "findings": (
        (
            "The preflight for {profile} has findings ({count}); they are in preflight.txt, and the files were made "
            "despite them."
        ),
        "按“{profile}”印前检查发现 {count} 个问题，详见 preflight.txt；文件仍按要求生成。",
    ),
    "sums": (
        "SHA256SUMS holds the checksum of each file: check with sha256sum -c SHA256SUMS.",
        "SHA256SUMS 为各文件校验值，可用 sha256sum -c SHA256SUMS 核对。",
    ),
}
"""Sentences of the ticket, in English and in Chinese."""


@dataclass(frozen=True, slots=True)
class Filed:
    """One PDF of a package.

    Attributes:
        name: of the file in the folder.
        kind: ``plan`` or ``badges``.
        title: what it shows, Latin and native.
        order: what is asked for.
        pages: number of its pages.
        report: its preflight.
        not_shown: what could not be shown on its pages.
    """

    name: str
    kind: str
    title: tuple[str, str]
    order: Order
    pages: int
    report: Report
    not_shown: tuple[NotShown, ...]

    @property
    def sheets(self) -> int:
        """Sheets of all copies."""
        return self.order.quantity * self.order.sheets(self.pages)

    @property
    def trims(self) -> list[tuple[float, float]]:
        """Trimmed sizes of its pages, width and height in mm."""
        found = []
        for size in self.report.sizes:
            wide, _, high = size.removesuffix(" mm").partition(" x ")
            found.append((float(wide), float(high)))
        return found


@dataclass(frozen=True, slots=True)
class Terms:
    """What all files of a package have in common.

    Attributes:
        event: of the expo.
        version: name or number of the project's state.
        dated: when the project was last changed.
        profile: the print profile.
        press: its press, or None for an office printer.
    """

    event: Event
    version: str
    dated: datetime | None
    profile: PrintProfile
    press: Press | None

    @property
    def condition(self) -> dict[str, str]:
        """The print condition, for JSON."""
        found = {"profile": self.profile.name, "standard": self.profile.standard}
        if self.press is None:
            return found
        condition = self.press.condition
        return {
            **found,
            "identifier": condition.identifier,
            "name": condition.name,
            "icc": condition.icc.name,
        }

    def colours(self, order: Order) -> str:
        """Return the colours of front and back as print shops write them, such as ``4/0 CMYK``."""
        if self.press is None:
            return "RGB"
        return f"{'4/4' if order.sides == 'duplex' else '4/0'} CMYK"


def ticket_document(terms: Terms, files: Sequence[Filed]) -> dict[str, Any]:
    """Return the job ticket for JSON."""
    return {
        "event": {"name": terms.event.name, "name_native": terms.event.name_native},
        "version": terms.version,
        "dated": terms.dated.isoformat() if terms.dated is not None else None,
        "profile": terms.profile.name,
        "bleed_mm": _bleed(terms),
        "files": [file_document(terms, file) for file in files],
        "sheets": sum(file.sheets for file in files),
        "findings": sum(len(file.report.findings) for file in files),
    }


def file_document(terms: Terms, file: Filed) -> dict[str, Any]:
    """Return one file of the ticket for JSON."""
    order = file.order
    return {
        "file": file.name,
        "kind": file.kind,
        "title": file.title[0],
        "title_native": file.title[1],
        "quantity": order.quantity,
        "trim_mm": [list(trim) for trim in file.trims],
        "pages": file.pages,
        "sheets": file.sheets,
        "colours": terms.colours(order),
        "colour_spaces": list(file.report.colours),
        "stock": order.stock,
        "stock_native": order.stock_native,
        "finishing": order.finishing,
        "finishing_native": order.finishing_native,
        "sides": order.sides,
        "print_condition": terms.condition,
    }


def preflight_document(terms: Terms, files: Sequence[Filed]) -> dict[str, Any]:
    """Return the preflight of all files for JSON."""
    return {
        "profile": terms.profile.name,
        "conforms": not any(file.report.findings for file in files),
        "files": [
            {
                "file": file.name,
                "standard": file.report.standard,
                "pages": file.report.pages,
                "sizes": list(file.report.sizes),
                "colours": list(file.report.colours),
                "fonts": [{"name": name, "embedding": how} for name, how in file.report.fonts],
                "findings": [_finding(finding) for finding in file.report.findings],
            }
            for file in files
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "page": finding.page,
        "message": finding.message,
        "at_mm": list(finding.at) if finding.at is not None else None,
        "value": finding.value,
        "limit": finding.limit,
        "count": finding.count,
    }


def preflight_text(terms: Terms, files: Sequence[Filed]) -> str:
    """Return the preflight of all files for reading, in English like all that print shops exchange."""
    count = sum(len(file.report.findings) for file in files)
    lines = [
        f"Preflight for {terms.profile.name}: {terms.profile.title}",
        f"{count:,} finding{'s' if count != 1 else ''} in {len(files):,} file{'s' if len(files) != 1 else ''}",
        "",
        "Checked for",
        *(f"  {key.replace('_', ' ')}: {value or 'none'}" for key, value in terms.profile.choices.items()),
        *(f"  {key.replace('_', ' ')}: {value:g}" for key, value in terms.profile.limits.items()),
    ]
    for file in files:
        report = file.report
        lines += ["", file.name]
        lines.append(f"  {report.standard or 'no PDF/X'}; {report.pages:,} pages; {', '.join(report.sizes)}")
        lines.append(f"  colours: {', '.join(report.colours) or 'none'}")
        lines.append(f"  fonts: {', '.join(f'{name} ({how})' for name, how in report.fonts) or 'none'}")
        lines += [f"  ! {finding.line()}" for finding in report.findings] or ["  no findings"]
    return "\n".join(lines) + "\n"


def ticket(terms: Terms, files: Sequence[Filed], lang: Lang) -> Ticket:
    """Return the job ticket as texts in a language."""
    event, profile = terms.event, terms.profile
    count = sum(len(file.report.findings) for file in files)
    title = _either(profile.title, profile.title_native, lang)
    bleed = _bleed(terms)
    facts = [
        ("version", terms.version),
        ("as-of", f"{terms.dated:%Y-%m-%d %H:%M %Z}".strip() if terms.dated is not None else ""),
        ("preflight", f"{count:,}" if count else word("passed", lang)),
        ("profile", title),
        ("condition", terms.press.condition.name if terms.press is not None else ""),
        ("bleed", f"{bleed:g} mm" if bleed else word("none", lang)),
    ]
    notes = ["quantity", "press" if terms.press is not None else "office", "findings" if count else "passed", "sums"]
    values = {"standard": profile.standard, "bleed": bleed, "count": count}
    languages = (0, 1) if lang is Lang.BOTH else (1,) if lang is Lang.ZH else (0,)
    sentences = [
        _NOTES[key][k].format(profile=(profile.title, profile.title_native or profile.title)[k], **values)
        for k in languages
        for key in notes
    ]
    return Ticket(
        joined(event.name, event.name_native, lang),
        [(word(key, lang), value) for key, value in facts if value],
        [_line(terms, file, lang) for file in files],
        sentences,
    )


def _line(terms: Terms, file: Filed, lang: Lang) -> Line:
    order = file.order
    condition = terms.condition
    where = [condition["standard"] or terms.profile.name, condition.get("identifier", "")]
    if condition.get("identifier") == "Custom":
        where[1] = condition["name"]
    return Line(
        "\n".join((file.name, joined(*file.title, lang))),
        f"{order.quantity:,}",
        "\n".join(f"{wide:g} × {high:g}" for wide, high in file.trims),
        f"{file.pages:,}",
        f"{file.sheets:,}",
        terms.colours(order),
        "\n".join(_both(word(order.sides, Lang.EN), word(order.sides, Lang.ZH), lang)),
        "\n".join(_both(order.stock, order.stock_native, lang)),
        "\n".join(_both(order.finishing, order.finishing_native, lang)),
        "\n".join(where),
    )


def _both(text: str, native: str, lang: Lang) -> list[str]:
    if lang is Lang.BOTH:
        return [part for part in (text, native) if part]
    return [_either(text, native, lang)]


def _either(text: str, native: str, lang: Lang) -> str:
    return native or text if lang is Lang.ZH else text


def _bleed(terms: Terms) -> float:
    return terms.profile.limit("bleed_mm") if terms.press is not None else 0.0
