"""People to try a badge with: real ones, the longest name, the emptiest record, and a stand-in while there are none."""

from collections.abc import Sequence

from hallwright.drawing.fonts import width
from hallwright.expo.people import Person, Role
from hallwright.expo.show import Show

_FILLED = ("title", "given", "family", "native", "exhibitor", "company", "company_native", "job", "delegation", "seat")
STAND_IN = Person(
    id="",
    role=Role.EXHIBITOR,
    title="Dr.",
    given="Alex",
    family="Example",
    native="例小明",
    company="Example Company Ltd.",
    company_native="示例有限公司",
    job="Head of Examples",
    seat="A12",
    code="P0123456789AB",
)


def tried(show: Show, roles: Sequence[str]) -> list[Person]:
    """Return the people of some roles, of all if none are named, in the order of their names."""
    found = [person for person in show.people.values() if not roles or person.role in roles]
    return sorted(found, key=lambda person: (person.family or person.native, person.given, person.id))


def longest(people: Sequence[Person]) -> Person:
    """Return the person whose names and company are the widest."""
    return max(people, key=lambda one: max(width(one.latin, 1, True), width(one.native, 1, True)), default=STAND_IN)


def emptiest(people: Sequence[Person]) -> Person:
    """Return the person of whom the least is known."""
    return min(people, key=lambda one: (_known(one), len(one.latin + one.native)), default=STAND_IN)


def _known(person: Person) -> int:
    return sum(bool(getattr(person, name)) for name in _FILLED)
