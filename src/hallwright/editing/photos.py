"""The edit that gives people their photos."""

from collections.abc import Mapping

from hallwright.editing.change import Change, amend
from hallwright.expo.show import Show
from hallwright.support.text import count_of


def set_photos(show: Show, photos: Mapping[str, str]) -> Change:
    """Give people photos, each by the hash under which the store keeps it; people who are gone are passed over.

    Args:
        show: the show as it is.
        photos: hash by id of the person; empty to take a photo away.
    """
    edits = [amend(show.people[key], photo=photo) for key, photo in photos.items() if key in show.people]
    changed = sum(edit.before is not edit.after for edit in edits)
    return Change.of("set-photos", f"Photos of {count_of(changed, 'person', 'people')}", edits)
