"""What all entities have in common."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A frozen entity row.

    Attributes:
        id: made by the program, never reused, never shown.
        revision: counts the changes of this row; a write whose ``before`` has another revision is a conflict.
    """

    id: str
    revision: int = 0
