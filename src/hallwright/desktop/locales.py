"""Dates and numbers as the user of the window writes them.

Words are those of the language spoken; the order of a date and the marks of a number are those of the system, for
whoever reads English on a German computer still writes 3,5 and 24.12.2026.
"""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from hallwright.support import numbers
from hallwright.support.i18n import language

_ISO = "yyyy-MM-dd"


def locale() -> QLocale:
    """Return the locale of the language spoken now."""
    return QLocale(language())


def weekday(day: date) -> str:
    """Return the short name of a day of the week: ``Mon``, ``周一``."""
    return locale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def use_marks() -> None:
    """Write numbers with the system's marks from now on."""
    system = QLocale.system()
    numbers.write_with(system.decimalPoint(), system.groupSeparator())


def date_format() -> str:
    """Return how the system writes a date in digits, with all four of the year; ISO where it knows no such way."""
    system = QLocale.system()
    pattern = system.dateFormat(QLocale.FormatType.ShortFormat)
    if system.language() is QLocale.Language.C or "MMM" in pattern or "d" not in pattern:
        return _ISO
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")


def dated(day: date) -> str:
    """Return a date in digits: ``24.12.2026``, ``2026/12/24``."""
    return locale().toString(QDate(day.year, day.month, day.day), date_format())


def moment(at: datetime, *, seconds: bool = False) -> str:
    """Return a time of the journal as the user's clock shows it, to the minute or the second."""
    here = at.astimezone()
    system = QLocale.system()
    pattern = system.timeFormat(QLocale.FormatType.ShortFormat)
    if system.language() is QLocale.Language.C or "m" not in pattern:
        pattern = "HH:mm"
    if seconds and "s" not in pattern:
        pattern = pattern.replace("mm", "mm:ss")
    return f"{dated(here.date())} {locale().toString(QTime(here.hour, here.minute, here.second), pattern)}"
