"""What the preflight found."""

from dataclasses import dataclass

from hallwright.support.i18n import _


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a print shop would send a file back for.

    Attributes:
        rule: its name, e.g. ``rgb-colour``.
        message: what is wrong.
        page: number of the page from 1, or 0 for the whole document.
        at: the first place, mm from the top left corner of the trimmed page; None for the whole page.
        value, limit: what was measured and what the profile allows, in the unit of the message.
        count: how often it is so on this page.
    """

    rule: str
    message: str
    page: int = 0
    at: tuple[float, float] | None = None
    value: float | None = None
    limit: float | None = None
    count: int = 1

    def line(self) -> str:
        """Return it as one line of text."""
        return _("{where}: {what}").format(where=f"{self.rule} {self.place}".strip(), what=self.message)

    @property
    def place(self) -> str:
        """Page and millimetres, for reading; empty for the whole document."""
        if not self.page:
            return ""
        page = _("page {number}").format(number=self.page)
        if self.at is None:
            return page
        return _("{page} at {x:.0f}, {y:.0f} mm").format(page=page, x=self.at[0], y=self.at[1])
