"""Dates as the language of the window writes them."""

from datetime import date

from PySide6.QtCore import QLocale

from hallwright.support.i18n import language


def locale() -> QLocale:
    """Return the locale of the language spoken now."""
    return QLocale(language())


def weekday(day: date) -> str:
    """Return the short name of a day of the week: ``Mon``, ``周一``."""
    return locale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
