"""The one kind of error that a user is meant to read."""

from hallwright.support.i18n import _


class Refused(Exception):
    """Something was refused, and nothing was changed by it.

    Attributes:
        what: what is wrong, e.g. ``Number A12 is already taken``.
        where: the place it was found, e.g. ``hall 1, booth A12`` or ``booths.csv, row 7``; may be empty.
        mend: what the user can do about it; may be empty.
    """

    def __init__(self, what: str, where: str = "", mend: str = "") -> None:
        self.what = what
        self.where = where
        self.mend = mend
        super().__init__(self.line())

    def line(self) -> str:
        """Return the error as one line of text: where, what, the mend."""
        text = _("{where}: {what}").format(where=self.where, what=self.what) if self.where else self.what
        if self.mend:
            text = _("{what}. {mend}").format(what=text.rstrip(".。"), mend=self.mend)
        return " ".join(text.split())
