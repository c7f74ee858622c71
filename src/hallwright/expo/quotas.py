"""How many staff badges an exhibitor may have."""

from hallwright.expo.people import Exhibitor, Person, Role
from hallwright.expo.show import Show


def quota(show: Show, exhibitor: Exhibitor) -> int | None:
    """Return the number of badges of an exhibitor's own staff; None where the event sets none.

    So many as every exhibitor has, one more for each full ``badge_area`` of its own booths, and what it was granted; a
    co-exhibitor has no booth of its own.
    """
    event = show.event
    if not event.badge_area:
        return None
    area = sum(booth.area for booth in show.booths.where("exhibitor", exhibitor.id) if not booth.draft)
    return max(0, event.badges_first + int(area) // event.badge_area + exhibitor.badges_extra)


def staff_of(show: Show, exhibitor: Exhibitor) -> list[Person]:
    """Return the people who wear one of its badges."""
    return [person for person in show.people.where("exhibitor", exhibitor.id) if person.role is Role.EXHIBITOR]
