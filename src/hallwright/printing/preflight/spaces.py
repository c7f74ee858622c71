"""Colour spaces, and the inks of a colour given in one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Name

_PROCESS = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}
_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
_CHANNELS = {"DeviceGray": 1, "CalGray": 1, "DeviceRGB": 3, "CalRGB": 3, "Lab": 3, "DeviceCMYK": 4}
_MOST_CHANNELS = 32
_DEEP = 6


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """A colour space; as quick to compare as an object, since every colour that is set asks for its own.

    Attributes:
        kind: ``DeviceCMYK``, ``ICCBased``, ``Separation`` ...; empty for one that is not understood.
        channels: numbers of a colour.
        names: colorants of a Separation or DeviceN.
        base: of an Indexed or a Pattern, the space of its colours.
    """

    kind: str
    channels: int = 0
    names: tuple[str, ...] = ()
    base: "Space | None" = None

    def parts(self) -> "Iterator[Space]":
        """Return the spaces in which colours really are: those behind an index or an uncoloured pattern."""
        if self.kind in ("Indexed", "Pattern"):
            if self.base is not None:
                yield from self.base.parts()
        else:
            yield self

    @property
    def is_rgb(self) -> bool:
        """Whether its colours are those of a screen."""
        return self.kind in ("DeviceRGB", "CalRGB", "Lab") or (self.kind == "ICCBased" and self.channels == 3)

    @property
    def spots(self) -> tuple[str, ...]:
        """Colorants that are none of the four process inks."""
        return tuple(name for name in self.names if name not in _PROCESS and name not in ("All", "None"))

    @property
    def label(self) -> str:
        """Its name for reading."""
        if self.names:
            return f"{self.kind} {', '.join(self.names)}"
        if self.kind == "ICCBased":
            return f"ICCBased {({1: 'grey', 3: 'RGB', 4: 'CMYK'}).get(self.channels, self.channels)}"
        return f"{self.kind} of {self.base.label}" if self.base else self.kind

    def start(self) -> tuple[float, ...]:
        """Return the colour that is set with the space."""
        if self.kind in ("Separation", "DeviceN"):
            return (1.0,) * self.channels
        if self.channels == 4:
            return 0.0, 0.0, 0.0, 1.0
        return (0.0,) * self.channels

    def inks(self, values: tuple[float, ...]) -> Mapping[str, float] | None:
        """Return the inks of a colour in parts of 1; None if that is up to a conversion."""
        if len(values) != self.channels or not self.channels:
            return None
        if self.names:
            found: dict[str, float] = {}
            for name, value in zip(self.names, values, strict=True):
                if name == "All":
                    found.update(dict.fromkeys("CMYK", value))
                elif name != "None":
                    found[_PROCESS.get(name, name)] = value
            return found
        if self.channels == 4:
            return dict(zip("CMYK", values, strict=True))
        if self.channels == 1 and self.kind != "Indexed":
            return {"K": 1.0 - values[0]}
        if self.is_rgb and self.kind != "Lab" and min(values) >= 1.0:
            return {}
        return None


GREY, RGB, CMYK = Space("DeviceGray", 1), Space("DeviceRGB", 3), Space("DeviceCMYK", 4)
UNKNOWN = Space("")


def space_of(value: Any, resources: Mapping[str, Any] | None = None, deep: int = 0) -> Space:
    """Return the colour space that a name or an array stands for; ``UNKNOWN`` if it is none."""
    if deep > _DEEP:
        return UNKNOWN
    if isinstance(value, Name):
        name = str(value)[1:]
        # Short names are those of inline images; a page may have a space of its own by the same name.
        if name not in _CHANNELS and resources is not None and f"/{name}" in resources:
            return space_of(resources[f"/{name}"], resources, deep + 1)
        name = _SHORT.get(name, name)
        return Space(name, _CHANNELS.get(name, 0)) if name in _CHANNELS or name == "Pattern" else UNKNOWN
    if not isinstance(value, Array) or not len(value) or not isinstance(value[0], Name):
        return UNKNOWN
    kind = _SHORT.get(str(value[0])[1:], str(value[0])[1:])
    rest = [value[k] for k in range(1, min(len(value), 3))]
    if kind in _CHANNELS:
        return Space(kind, _CHANNELS[kind])
    if kind == "Pattern":
        return Space(kind, base=space_of(rest[0], resources, deep + 1) if rest else None)
    if not rest:
        return UNKNOWN
    if kind == "ICCBased":
        channels = rest[0].get("/N", 0) if hasattr(rest[0], "stream_dict") else 0
        return Space(kind, int(channels)) if channels in (1, 3, 4) else UNKNOWN
    if kind == "Indexed":
        return Space(kind, 1, base=space_of(rest[0], resources, deep + 1))
    if kind == "Separation":
        return Space(kind, 1, (_name(rest[0]),))
    if kind == "DeviceN" and isinstance(rest[0], Array) and len(rest[0]) <= _MOST_CHANNELS:
        names = tuple(_name(one) for one in rest[0].as_list())
        return Space(kind, len(names), names)
    return UNKNOWN


def _name(value: Any) -> str:
    return str(value).removeprefix("/")
