"""The sample expo that ships with the program: invented data on the frame of a real event."""

from dataclasses import replace

from hallwright.editing.change import Change, create
from hallwright.editing.sample import assignment, event, exhibitors, floor, people
from hallwright.expo.row import Row
from hallwright.expo.show import Show
from hallwright.expo.space import Booth, BoothStatus


def build() -> Change:
    """Return the change that fills an empty show with the sample expo.

    It is the same on every call: ids come from names, choices from hashes of names.
    """
    space = Show.of(floor.rows())
    applications = exhibitors.applications()
    booths = assignment.placed(space, applications)
    signed = {booth.exhibitor for booth in booths if booth.status is BoothStatus.CONFIRMED}
    rows: list[Row] = [*event.rows(), *(row for row in space.rows() if not isinstance(row, Booth))]
    # A contract number is given when the contract is signed.
    rows += [
        one.exhibitor if one.exhibitor.id in signed else replace(one.exhibitor, contract="") for one in applications
    ]
    rows += booths
    rows += people.rows(applications, Show.of(rows).event.days)
    return Change.of("sample", "Sample expo", [create(row) for row in rows])
