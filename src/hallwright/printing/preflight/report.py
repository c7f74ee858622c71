"""Collects findings, those of one kind on one page as one, and what is worth knowing about a file."""

from dataclasses import dataclass, field

from hallwright.printing.preflight.finding import Finding
from hallwright.printing.preflight.limits import MOST_FINDINGS
from hallwright.support.i18n import _

At = tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a preflight.

    Attributes:
        profile: name of the print profile.
        standard: what the file says it is, e.g. ``PDF/X-4``; empty if nothing.
        pages: number of pages.
        findings: by page, those of the whole document first.
        fonts: name, ``embedded``, ``subset`` or ``missing``, of each font that shows text.
        colours: each colour space that something is painted in.
        sizes: trimmed sizes of pages, ``210 x 297 mm``.
    """

    profile: str
    standard: str
    pages: int
    findings: tuple[Finding, ...]
    fonts: tuple[tuple[str, str], ...] = ()
    colours: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Noted:
    message: str
    page: int
    at: At
    value: float | None
    limit: float | None
    count: int = 1


@dataclass(slots=True)
class Notes:
    """Findings while they are made."""

    fonts: dict[str, str] = field(default_factory=dict)
    colours: set[str] = field(default_factory=set)
    sizes: dict[str, None] = field(default_factory=dict)
    _noted: dict[tuple[str, int, str], _Noted] = field(default_factory=dict)
    _more: int = 0

    def note(
        self,
        rule: str,
        message: str,
        page: int = 0,
        at: At = None,
        *,
        key: str = "",
        value: float | None = None,
        limit: float | None = None,
    ) -> None:
        """Note a finding. Those of one rule, page and key become one, which tells the one farthest from the limit."""
        known = self._noted.get((rule, page, key))
        if known is None:
            if len(self._noted) < MOST_FINDINGS:
                self._noted[rule, page, key] = _Noted(message, page, at, value, limit)
            else:
                self._more += 1
            return
        known.count += 1
        if value is None or known.value is None or limit is None:
            return
        if abs(value - limit) > abs(known.value - limit):
            known.message, known.at, known.value = message, at, value

    def findings(self) -> tuple[Finding, ...]:
        """Return all, by page, in the order in which they were found."""
        found = []
        for (rule, _page, _key), noted in self._noted.items():
            message = noted.message
            if noted.count > 1:
                message = _("{message} ({count:,} times on this page)").format(message=message, count=noted.count)
            found.append(Finding(rule, message, noted.page, noted.at, noted.value, noted.limit, noted.count))
        found.sort(key=lambda finding: finding.page)
        if self._more:
            found.append(Finding("more", _("{count:,} more findings are not listed").format(count=self._more)))
        return tuple(found)
