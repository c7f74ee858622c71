"""What a reader of a content stream needs of the interpreter above it."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from hallwright.printing.preflight.state import Font, Sheet
from hallwright.printing.preflight.streams import Budget


class Top(Protocol):
    """The interpreter as its readers know it."""

    @property
    def actions(self) -> Mapping[str, Callable[[Any, Any], None]]:
        """What each operator does to a reader."""
        ...

    @property
    def budget(self) -> Budget:
        """The work that is left for this file."""
        ...

    def font(self, obj: Any) -> Font:
        """Return what is worth knowing of a font."""
        ...

    def tell(self, hook: str, *what: object) -> None:
        """Show something to the checks."""
        ...

    def broken(self, sheet: Sheet, error: Exception) -> None:
        """Note a stream that cannot be read."""
        ...
