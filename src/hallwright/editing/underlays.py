"""Edits of underlays: placing, moving, turning, calibrating, fading, locking."""

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from hallwright.editing.change import Change, amend, create, remove
from hallwright.editing.floor import add_hall
from hallwright.expo.lengths import told
from hallwright.expo.show import Show
from hallwright.expo.underlay import Media, Underlay
from hallwright.geometry.outline import bounds, rectangle
from hallwright.geometry.units import metres
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.ids import new_id
from hallwright.support.text import one_line

SMALLEST, LARGEST = 100, 10_000_000
"""Bounds of the longer side of an underlay, mm: 0.1 m to 10 km."""
NEAREST = 10.0
"""Shortest distance, mm of the hall, between two points that calibrate: a nearer pair would turn at random."""
FAR = 1_000_000
"""Coordinates beyond this, mm, are no hall's own."""
_SHARED = 0.7
"""Part of hall or drawing, whichever is less, that lies on the other when both have the same coordinates."""
Spot = tuple[float, float]


class Content(NamedTuple):
    """What an underlay shows.

    Attributes:
        asset: hash under which the store keeps the content.
        width, height: extent in steps or pixels.
        origin: where its upper left corner lay in the file's own coordinates, in steps, or None.
        hidden: names of the layers that are off.
    """

    name: str
    asset: str
    media: Media
    width: int
    height: int
    origin: tuple[int, int] | None = None
    hidden: tuple[str, ...] = ()


def add_underlay(show: Show, hall: str, content: Content, scale: float) -> Change:
    """Lay a drawing or picture beneath a hall.

    It keeps the file's own coordinates if it lies on the hall with them, as the export of a plan does; else its upper
    left corner comes to lie on the hall's.

    Args:
        show: the show as it is.
        hall: id of the hall.
        content: what it shows; the asset is kept already.
        scale: millimetres of a step or pixel.

    Raises:
        Refused: there is no such hall, or the scale gives it no sound size.
    """
    row = laid(show, hall, content, scale)
    return Change.of("add-underlay", f"Add underlay {row.name}", [create(row)])


def add_underlay_first(show: Show, name: str, content: Content, scale: float) -> Change:
    """Lay a drawing or picture beneath a hall that is made around it, for a project without one to trace over.

    It keeps the file's own coordinates unless they are far off, as those of a country are.

    Args:
        show: the show as it is.
        name: of the hall.
        content: what it shows; the asset is kept already.
        scale: millimetres of a step or pixel.

    Raises:
        Refused: the scale gives it no sound size, or the name is taken.
    """
    row = laid_anywhere(content, scale)
    if max(abs(row.x), abs(row.y)) > FAR:
        row = replace(row, x=0, y=0)
    box = bounds(row.outline)
    hall = add_hall(show, name, rectangle(box.left, box.top, box.width, box.height)).edits[0]
    return Change.of("add-underlay", f"Add underlay {row.name}", [hall, create(replace(row, hall=hall.row.id))])


def laid(show: Show, hall: str, content: Content, scale: float) -> Underlay:
    """Return the underlay that ``add_underlay`` adds; refused as there."""
    if hall not in show.halls:
        raise Refused(_("The hall no longer exists"), mend=_("Choose another hall."))
    scale = _sound(content.width, content.height, scale, content.name)
    x, y = place(show, hall, content, scale)
    return _row(hall, content, scale, x, y)


def laid_anywhere(content: Content, scale: float) -> Underlay:
    """Return an underlay of no hall, at the file's own coordinates: for outlines around which a hall is made.

    Raises:
        Refused: the scale gives it no sound size.
    """
    scale = _sound(content.width, content.height, scale, content.name)
    x, y = content.origin or (0, 0)
    return _row("", content, scale, round(x * scale), round(y * scale))


def _row(hall: str, content: Content, scale: float, x: int, y: int) -> Underlay:
    return Underlay(
        id=new_id(),
        hall=hall,
        name=one_line(content.name),
        asset=content.asset,
        media=content.media,
        width=content.width,
        height=content.height,
        scale=scale,
        x=x,
        y=y,
        hidden=content.hidden,
    )


def place(show: Show, hall: str, content: Content, scale: float) -> tuple[int, int]:
    """Return where the upper left corner of new content comes to lie."""
    room = bounds(show.halls[hall].outline)
    if content.origin is None:
        return room.left, room.top
    x, y = round(content.origin[0] * scale), round(content.origin[1] * scale)
    across, down = content.width * scale, content.height * scale
    shared_x = min(room.right, x + across) - max(room.left, x)
    shared_y = min(room.bottom, y + down) - max(room.top, y)
    lesser = min(room.width * room.height, across * down)
    same = shared_x > 0 and shared_y > 0 and shared_x * shared_y >= _SHARED * lesser
    return (x, y) if same else (room.left, room.top)


def move_underlay(show: Show, key: str, dx: int, dy: int) -> Change:
    """Shift an underlay by whole millimetres.

    Raises:
        Refused: it is locked.
    """
    row = _free(show, key)
    return Change.of("move-underlay", f"Move underlay {row.name}", [amend(row, x=row.x + dx, y=row.y + dy)])


def turn_underlay(show: Show, key: str, angle: float) -> Change:
    """Turn an underlay to an angle in degrees, clockwise on screen; its middle stays where it is.

    Raises:
        Refused: it is locked, or the angle is no number.
    """
    row = _free(show, key)
    if not math.isfinite(angle):
        raise Refused(_("That is no angle"), row.name, _("Type degrees, for example 90."))
    turned = _held(row, row.scale, _angle(angle), (row.width / 2, row.height / 2), _middle(row))
    return Change.of("turn-underlay", f"Turn underlay {row.name}", [amend(row, **turned)])


def resize_underlay(show: Show, key: str, scale: float) -> Change:
    """Give an underlay another scale, in millimetres of a step or pixel; its upper left corner stays.

    Raises:
        Refused: it is locked, or the scale gives it no sound size.
    """
    row = _free(show, key)
    scale = _sound(row.width, row.height, scale, row.name)
    return Change.of("resize-underlay", f"Resize underlay {row.name}", [amend(row, scale=scale)])


def measure_underlay(show: Show, key: str, one: Spot, two: Spot, distance: float) -> Change:
    """Give an underlay the scale at which two of its points lie a known distance apart; the first stays.

    Args:
        show: the show as it is.
        key: id of the underlay.
        one: a point where it lies now, in mm of the hall.
        two: another one.
        distance: how far apart they truly are, mm.

    Raises:
        Refused: it is locked, the points lie too near each other, or the size would not be sound.
    """
    row = _free(show, key)
    now = _apart(one, two, row.name)
    if not (math.isfinite(distance) and distance > 0):
        raise Refused(_("The true distance must be more than 0"), row.name, _("Type it in metres."))
    scale = _sound(row.width, row.height, row.scale * distance / now, row.name)
    held = _held(row, scale, row.angle, row.to_own(*one), one)
    summary = f"Calibrate underlay {row.name}: {metres(round(distance))} m"
    return Change.of("calibrate-underlay", summary, [amend(row, **held)])


def fit_underlay(show: Show, key: str, one: Spot, two: Spot, true_one: Spot, true_two: Spot) -> Change:
    """Scale, turn and move an underlay so that two of its points come to lie on two points of the hall.

    Args:
        show: the show as it is.
        key: id of the underlay.
        one: a point of the underlay where it lies now, mm of the hall.
        two: another one.
        true_one: where the first belongs.
        true_two: where the second belongs.

    Raises:
        Refused: it is locked, two points lie too near each other, or the size would not be sound.
    """
    row = _free(show, key)
    now, true = _apart(one, two, row.name), _apart(true_one, true_two, row.name)
    turn = math.atan2(true_two[1] - true_one[1], true_two[0] - true_one[0]) - math.atan2(
        two[1] - one[1], two[0] - one[0]
    )
    scale = _sound(row.width, row.height, row.scale * true / now, row.name)
    held = _held(row, scale, _angle(row.angle + math.degrees(turn)), row.to_own(*one), true_one)
    return Change.of("calibrate-underlay", f"Calibrate underlay {row.name} on two points", [amend(row, **held)])


def dim_underlay(show: Show, key: str, percent: int) -> Change:
    """Fade an underlay; 0 shows it in full, 100 not at all.

    Raises:
        Refused: the percentage is out of bounds.
    """
    row = _underlay(show, key)
    if not 0 <= percent <= 100:
        raise Refused(_("The underlay can be dimmed by 0 to 100 %"), row.name)
    return Change.of("dim-underlay", f"Dim underlay {row.name} by {percent} %", [amend(row, dim=percent)])


def lock_underlay(show: Show, key: str, locked: bool) -> Change:
    """Lock an underlay where it lies, or free it."""
    row = _underlay(show, key)
    verb = "Lock" if locked else "Unlock"
    return Change.of("lock-underlay", f"{verb} underlay {row.name}", [amend(row, locked=locked)])


def hide_layers(show: Show, key: str, hidden: Iterable[str]) -> Change:
    """Switch the named layers of an underlay off, all others on."""
    row = _underlay(show, key)
    names = tuple(sorted(set(hidden)))
    return Change.of("hide-layers", f"Show other layers of underlay {row.name}", [amend(row, hidden=names)])


def rename_underlay(show: Show, key: str, name: str) -> Change:
    """Give an underlay another name.

    Raises:
        Refused: the name is empty.
    """
    row = _underlay(show, key)
    name = one_line(name)
    if not name:
        raise Refused(_("An underlay needs a name"), row.name)
    return Change.of("rename-underlay", f"Rename underlay {row.name}", [amend(row, name=name)])


def delete_underlay(show: Show, key: str) -> Change:
    """Take an underlay away; undo brings it back."""
    row = _underlay(show, key)
    return Change.of("delete-underlay", f"Delete underlay {row.name}", [remove(row)])


def _underlay(show: Show, key: str) -> Underlay:
    if key not in show.underlays:
        raise Refused(_("The underlay no longer exists"), mend=_("Choose another."))
    return show.underlays[key]


def _free(show: Show, key: str) -> Underlay:
    row = _underlay(show, key)
    if row.locked:
        raise Refused(_("The underlay is locked"), row.name, _("Unlock it first."))
    return row


def _sound(width: int, height: int, scale: float, where: str) -> float:
    side = max(width, height) * scale if math.isfinite(scale) else 0.0
    if not SMALLEST <= side <= LARGEST:
        raise Refused(
            _("The underlay would be {size} long").format(size=told(side)),
            one_line(where),
            _("Give it {least} to {most}.").format(least=told(SMALLEST), most=told(LARGEST)),
        )
    return scale


def _apart(one: Spot, two: Spot, where: str) -> float:
    distance = math.dist(one, two)
    if distance < NEAREST:
        raise Refused(_("The two points lie too near each other"), where, _("Choose points far apart."))
    return distance


def _angle(angle: float) -> float:
    """Return an angle between -180 and 180 degrees, without the dust of binary fractions."""
    return round((angle + 180) % 360 - 180, 6)


def _middle(row: Underlay) -> Spot:
    return row.to_hall(row.width / 2, row.height / 2)


def _held(row: Underlay, scale: float, angle: float, own: Spot, there: Spot) -> dict[str, float]:
    """Return the place of an underlay of a scale and an angle, one of whose own points shall lie at a millimetre."""
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    x = there[0] - (own[0] * cosine - own[1] * sine) * scale
    y = there[1] - (own[0] * sine + own[1] * cosine) * scale
    return {"scale": scale, "angle": angle, "x": round(x), "y": round(y)}
