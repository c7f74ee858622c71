"""How large a picture is, read from the head of a PNG or JPEG without decoding it."""

import struct

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset((0x01, *range(0xD0, 0xD8)))


def size_of(content: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels, or None for what is neither PNG nor JPEG or is cut short."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        size: tuple[int, int] = struct.unpack_from(">II", content, 16)
        return size if min(size) > 0 else None
    return _jpeg(content) if content.startswith(b"\xff\xd8") else None


def _jpeg(content: bytes) -> tuple[int, int] | None:
    place = 2
    while place + 9 <= len(content):
        if content[place] != 0xFF:
            return None
        marker = content[place + 1]
        if marker == 0xFF:
            place += 1
        elif marker in _BARE:
            place += 2
        elif marker in _FRAMES:
            height, width = struct.unpack_from(">HH", content, place + 5)
            return (width, height) if min(width, height) > 0 else None
        else:
            (length,) = struct.unpack_from(">H", content, place + 2)
            place += 2 + length
    return None
