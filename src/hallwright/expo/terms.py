"""The field's words for kinds, types, statuses and roles, in the language of the window."""

from typing import Final, Protocol

from hallwright.support.i18n import N_, _, language


class Named(Protocol):
    """What has a name in Latin script and one in the venue's own."""

    @property
    def name(self) -> str:
        """In Latin script."""

    @property
    def name_native(self) -> str:
        """In the venue's own script, or empty."""


WORDS: Final = frozenset(
    (
        # statuses
        N_("available"),
        N_("held"),
        N_("offered"),
        N_("reserved"),
        N_("confirmed"),
        N_("blocked"),
        N_("draft"),
        # exhibitors
        N_("unplaced"),
        N_("waitlisted"),
        N_("placed"),
        # construction
        N_("raw"),
        N_("shell"),
        # types by open sides
        N_("enclosed"),
        N_("inline"),
        N_("corner"),
        N_("peninsula"),
        N_("island"),
        N_("Enclosed"),
        N_("Inline"),
        N_("Perimeter"),
        N_("Corner"),
        N_("End cap"),
        N_("Peninsula"),
        N_("Split island"),
        N_("Island"),
        # fixtures
        N_("column"),
        N_("wall"),
        N_("entrance"),
        N_("exit"),
        N_("fire exit"),
        N_("hydrant"),
        N_("extinguisher"),
        N_("electrical panel"),
        N_("power"),
        N_("water"),
        N_("data"),
        N_("compressed air"),
        N_("stage"),
        N_("seating"),
        N_("catering"),
        N_("toilet"),
        N_("information"),
        N_("registration"),
        N_("first aid"),
        N_("cloakroom"),
        N_("office"),
        N_("storage"),
        N_("meeting tables"),
        N_("recruitment counter"),
        N_("no build"),
        # roles on badges
        N_("exhibitor"),
        N_("visitor"),
        N_("speaker"),
        N_("press"),
        N_("organiser"),
        N_("staff"),
        N_("contractor"),
        N_("vip"),
        N_("delegation"),
    )
)
"""Marked for the catalogue: the values of the enums, with spaces for dashes."""

FAULTS: Final = frozenset(
    (
        N_("the outline has fewer than three corners"),
        N_("the outline encloses no area"),
        N_("the outline crosses itself"),
        N_("an L-shape has its notch in a corner"),
        N_("the notch must be smaller than the booth"),
        N_("the notch must leave an arm on both of its sides and a back"),
        N_("only a rectangle takes a notch"),
        N_("they do not all share an edge or overlap"),
        N_("Line {number} is not 'x y' in metres: {line}"),
        N_("Line {number} lies beyond 100 km: {line}"),
        N_("they would enclose floor that belongs to none of them"),
    )
)
"""What ``geometry`` says is wrong with an outline; it knows no language, whoever shows it calls ``_``."""


def called(row: Named) -> str:
    """Return the name of a hall, a zone, a fixture or an aisle in the script of the window's language.

    The native one where Chinese is spoken, the Latin one elsewhere; the other where that is missing, and a fixture that
    has none is called by its kind.
    """
    both = (row.name_native, row.name) if language().startswith("zh") else (row.name, row.name_native)
    return next(filter(None, both), "") or term(str(getattr(row, "kind", "")))


def term(value: str) -> str:
    """Return the word for a member of an enum, or for a booth's type."""
    return _(str(value).replace("-", " "))
