"""What a tool is told and what it answers; tools know nothing of Qt, the canvas nothing of tools."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from hallwright.drawing.columns import BoothColumns
from hallwright.editing.change import Change
from hallwright.expo.show import Show
from hallwright.geometry.outline import Box, Outline
from hallwright.geometry.units import Unit
from hallwright.rules.finding import Finding


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pointer event: position in mm of the hall, and how many mm one screen pixel covers."""

    x: float
    y: float
    pixel: float = 10.0
    shift: bool = False
    ctrl: bool = False
    alt: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What a tool may look at.

    Attributes:
        columns: the booths of ``hall`` for picking and snapping.
        item: id of the selected hall, zone or fixture, or empty.
        grid: snap grid in mm.
        snap: False while the user has snapping off.
        unit: in which lengths are told.
        beneath: outlines of the storey beneath that are shown, and lend their corners and lines.
    """

    show: Show
    hall: str
    columns: BoothColumns
    selection: frozenset[str] = frozenset()
    grid: int = 100
    snap: bool = True
    item: str = ""
    unit: Unit = Unit.M
    beneath: tuple[Outline, ...] = ()


class Sign(StrEnum):
    """What a guide tells, and so how it is drawn.

    ``EDGE`` and ``CENTRE`` are lines that something was brought to, ``SPACING`` a distance that it was brought to,
    ``DISTANCE`` one that just is so, ``DRAWN`` a line that is being drawn.
    """

    EDGE = "edge"
    CENTRE = "centre"
    SPACING = "spacing"
    DISTANCE = "distance"
    DRAWN = "drawn"


@dataclass(frozen=True, slots=True)
class Guide:
    """A line over the plan, in mm, that tells why something snapped, or how far it is from what stands around.

    Attributes:
        text: the length, for a spacing or a distance.
    """

    x1: float
    y1: float
    x2: float
    y2: float
    sign: Sign = Sign.EDGE
    text: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A text that stands at a place of the plan, such as a measured length; mm."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What is drawn over the plan while a gesture lasts.

    Attributes:
        outlines: booths as they would stand, by id; an empty id is a booth still to be made.
        conflicts: ids in ``outlines`` or standing booths that would share floor.
        band: rubber band.
        handles: corners that can be dragged.
        caption: text beside the pointer, such as the size being drawn.
        hidden: ids of standing booths that are drawn through ``outlines`` instead.
        notes: texts that stay at their place, other than the caption.
        measured: findings whose measured line is drawn, such as an aisle too narrow.
        entry: what is being typed, shown beside the pointer.
        role: how to draw outlines that are not booths, e.g. ``zone``; empty for booths.
        drops: drops as they would stand, by id; ``hidden`` names them, too.
    """

    outlines: dict[str, Outline] = field(default_factory=dict)
    conflicts: frozenset[str] = frozenset()
    guides: tuple[Guide, ...] = ()
    band: Box | None = None
    handles: tuple[tuple[float, float], ...] = ()
    caption: str = ""
    hidden: frozenset[str] = frozenset()
    numbers: dict[str, str] = field(default_factory=dict)
    role: str = ""
    drops: dict[str, Outline] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    measured: tuple[Finding, ...] = ()
    entry: str = ""


class Verdict(StrEnum):
    """What becomes of the gesture."""

    KEEP = "keep"
    COMMIT = "commit"
    REVERT = "revert"


@dataclass(frozen=True, slots=True)
class Answer:
    """A tool's answer to an event.

    Attributes:
        preview: what is drawn from now on; with COMMIT until the pointer moves or something else happens.
        change: to be committed, with COMMIT; None commits nothing.
        selection: the new selection, or None to leave it.
        select_made: select what the change makes.
        item: the hall, zone or fixture to select, empty for none, or None to leave it.
        edit: makes the change, in place of ``change``, where that takes its time; it may be called in another thread.
        rows: how many rows it will concern.
        told: what to say, once the change is made, after what the journal says.
    """

    verdict: Verdict = Verdict.KEEP
    preview: Preview | None = None
    change: Change | None = None
    selection: frozenset[str] | None = None
    select_made: bool = False
    item: str | None = None
    edit: Callable[[], Change] | None = None
    rows: int = 0
    told: str = ""


def keep(preview: Preview | None = None, selection: frozenset[str] | None = None, *, item: str | None = None) -> Answer:
    """Go on with the gesture."""
    return Answer(Verdict.KEEP, preview, None, selection, False, item)


def commit(change: Change | None, selection: frozenset[str] | None = None, *, select_made: bool = False) -> Answer:
    """End the gesture with a change."""
    return Answer(Verdict.COMMIT, None, change, selection, select_made)


def commit_made(edit: Callable[[], Change], rows: int, *, select_made: bool = False) -> Answer:
    """End the gesture with a change that is still to be made, of so many rows."""
    return Answer(Verdict.COMMIT, select_made=select_made, edit=edit, rows=rows)


def revert(selection: frozenset[str] | None = None) -> Answer:
    """End the gesture; nothing happened."""
    return Answer(Verdict.REVERT, None, None, selection)


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a tool that the user can type, or choose, while the tool is active.

    Attributes:
        choices: ``(value, label)`` to choose from; empty to type.
        only: name of another option, and the values of it with which this one matters; None for always.
    """

    name: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    only: tuple[str, frozenset[str]] | None = None


class Tool:
    """A tool of the canvas. Subclasses override the events they care for and keep a gesture's state in themselves.

    Class attributes declare it: toolbar, menu and shortcut build themselves from them.
    """

    name: ClassVar[str]
    label: ClassVar[str]
    icon: ClassVar[str]
    shortcut: ClassVar[str]
    hint: ClassVar[str]
    order: ClassVar[int]
    cursor: ClassVar[str] = "arrow"
    shows_selection: ClassVar[bool] = False
    """Whether the preview depends on the selection, so that ``hover`` is asked whenever that changes."""
    options: ClassVar[tuple[Option, ...]] = ()
    needs_hall: ClassVar[bool] = True
    """False for what can be used in a project that has no hall yet."""

    def press(self, scene: Scene, at: Pointer) -> Answer:
        """Take the press of the primary button."""
        return keep()

    def double(self, scene: Scene, at: Pointer) -> Answer:
        """Take a double click in place of its second press; its first press and release came before."""
        return self.press(scene, at)

    def drag(self, scene: Scene, at: Pointer) -> Answer:
        """Take a move with the button held."""
        return keep()

    def hover(self, scene: Scene, at: Pointer) -> Answer:
        """Take a move without a button."""
        return keep()

    def release(self, scene: Scene, at: Pointer) -> Answer:
        """Take the release of the button."""
        return revert()

    def key(self, scene: Scene, key: str, *, shift: bool = False) -> Answer | None:
        """Take a key (``left right up down escape enter backspace``); None leaves it to others."""
        return None

    def takes(self, text: str) -> bool:
        """Say whether a typed character belongs to the gesture under way; shortcuts then keep away from it."""
        return False

    def type(self, scene: Scene, text: str) -> Answer | None:
        """Take a typed character, or a tab, that it ``takes``."""
        return None

    def reset(self) -> None:
        """Forget the gesture: it was cancelled, or the tool was changed."""
