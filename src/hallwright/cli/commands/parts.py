"""``print plan --part``: the views of a sheet as people type them, and one part of a hall in metres."""

from hallwright.cli.lookup import hall_named, zone_named
from hallwright.drawing.options import Part
from hallwright.expo.show import Show
from hallwright.geometry.outline import Box
from hallwright.support.errors import Refused
from hallwright.support.text import one_line

_KEYS = ("hall", "zone", "box", "scale", "title")


def parts_of(show: Show, texts: list[str], hall: str | None) -> tuple[Part, ...]:
    """Return the views that ``--part`` asks for.

    Args:
        show: the expo.
        texts: such as ``hall=Hall 1;scale=500``.
        hall: id of the hall of those that name none, or None for that of their zone, or the only one there is.

    Raises:
        Refused: a text is none, or names what there is not.
    """
    return tuple(_part(show, text, hall) for text in texts)


def _part(show: Show, text: str, hall: str | None) -> Part:
    values: dict[str, str] = {}
    for piece in filter(str.strip, text.split(";")):
        key, mark, value = piece.partition("=")
        key, value = key.strip().casefold(), value.strip()
        if not mark or key not in _KEYS or not value or key in values:
            raise Refused(
                f"'{piece.strip()}' is no part of a view",
                "--part",
                f"Write it like 'hall=Hall 1;zone=Industry;scale=200'; there are {', '.join(_KEYS)}, each once.",
            )
        values[key] = value
    if "zone" in values and "box" in values:
        raise Refused("A zone has its own part of the hall", f"--part '{text}'", "Leave out zone or box.")
    if "hall" in values:
        hall = hall_named(show, values["hall"]).id
    zone = zone_named(show, values["zone"], hall) if "zone" in values else None
    if zone is not None:
        hall = zone.hall
    if hall is None:
        if len(show.halls) != 1:
            names = ", ".join(row.name for row in show.halls.values()) or "none yet"
            raise Refused(f"'{text}' names no hall", "--part", f"Add hall=; there are: {names}.")
        hall = next(iter(show.halls))
    return Part(
        hall=hall,
        zone=zone.id if zone is not None else None,
        box=box_of(values["box"], "--part") if "box" in values else None,
        scale=_scale(values["scale"]) if "scale" in values else None,
        title=one_line(values.get("title", "")),
    )


def _scale(text: str) -> int:
    try:
        scale = int(text.removeprefix("1:"))
    except ValueError:
        scale = 0
    if scale < 1:
        raise Refused(f"There is no scale {text}", "--part", "Write scale=200 for 1:200.")
    return scale


def box_of(text: str, option: str) -> Box:
    """Return a part of a hall from metres, in millimetres.

    Raises:
        Refused: it is none, or less than a metre across or down.
    """
    try:
        left, top, wide, high = (round(float(part) * 1000) for part in text.split(","))
    except (ValueError, OverflowError):
        raise Refused(f"'{text}' is no part of a hall", option, "Write it like 0,0,40,25.") from None
    if min(wide, high) < 1000:
        raise Refused("The part of the hall is too small", option, "Give at least 1 m across and down.")
    return Box(left, top, left + wide, top + high)
