"""Days as people read them: ``Mon 9 – Sun 15 Sep``, ``9月9日–15日``."""

from collections.abc import Sequence
from datetime import date, timedelta

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def spans(days: Sequence[date]) -> list[tuple[date, date]]:
    """Join days that follow each other into ``(first, last)`` spans, in order."""
    found: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if found and day - found[-1][1] == timedelta(days=1):
            found[-1] = found[-1][0], day
        else:
            found.append((day, day))
    return found


def _day(day: date) -> str:
    return f"{_DAYS[day.weekday()]} {day.day}"


def english(days: Sequence[date]) -> str:
    """Return days in English, each month named once where it ends."""
    parts = []
    found = spans(days)
    for index, (first, last) in enumerate(found):
        following = found[index + 1][0] if index + 1 < len(found) else None
        month = "" if following and following.month == last.month else f" {_MONTHS[last.month - 1]}"
        if first == last:
            parts.append(f"{_day(last)}{month}")
        elif first.month == last.month:
            parts.append(f"{_day(first)} – {_day(last)}{month}")
        else:
            parts.append(f"{_day(first)} {_MONTHS[first.month - 1]} – {_day(last)}{month}")
    return ", ".join(parts)


def chinese(days: Sequence[date]) -> str:
    """Return days in Chinese, each month named once where it starts."""
    parts = []
    month = 0
    for first, last in spans(days):
        start = f"{first.day}日" if first.month == month else f"{first.month}月{first.day}日"
        month = last.month
        if first == last:
            parts.append(start)
        else:
            parts.append(
                f"{start}–{last.day}日" if first.month == last.month else f"{start}–{last.month}月{last.day}日"
            )
    return "、".join(parts)
