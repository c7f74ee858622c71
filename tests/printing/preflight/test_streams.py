"""How large a stream is once unpacked, known before anything unpacks it whole."""

import base64
import random
import zlib

import pikepdf
import pytest
from pikepdf import Array, Name, Stream

from hallwright.printing.preflight.limits import MOST_STREAM
from hallwright.printing.preflight.streams import unpacked_size

CODE = b"\n".join(b"%d %d m %d %d l S" % tuple(random.Random(k).sample(range(9999), 4)) for k in range(40_000))


def armoured(data: bytes) -> bytes:
    text = base64.a85encode(data, wrapcol=75)
    return text + b"~>"


@pytest.mark.parametrize(
    ("data", "filters"),
    [
        (CODE, []),
        (zlib.compress(CODE), [Name.FlateDecode]),
        # As ReportLab writes pages unless it is told otherwise.
        (armoured(zlib.compress(CODE)), [Name.ASCII85Decode, Name.FlateDecode]),
        (b"<~" + armoured(zlib.compress(CODE)), [Name.A85, Name.Fl]),
        (zlib.compress(CODE).hex().encode() + b">", [Name.ASCIIHexDecode, Name.FlateDecode]),
        (armoured(CODE), [Name.ASCII85Decode]),
    ],
)
def test_text_about_packed_bytes_does_not_hide_their_size(data: bytes, filters: list[Name]) -> None:
    with pikepdf.new() as pdf:
        stream = Stream(pdf, data)
        if filters:
            stream.Filter = Array(filters)
        assert unpacked_size(stream, MOST_STREAM) == len(CODE)


@pytest.mark.parametrize(
    ("data", "filters"),
    [
        (armoured(zlib.compress(b"\0" * 3_000_000)), [Name.ASCII85Decode, Name.FlateDecode]),
        (zlib.compress(zlib.compress(b"\0" * 3_000_000)), [Name.FlateDecode, Name.FlateDecode]),
        (b"{|}" * 9000, [Name.ASCII85Decode, Name.FlateDecode]),
    ],
)
def test_what_blows_up_or_cannot_be_known_counts_as_large(data: bytes, filters: list[Name]) -> None:
    with pikepdf.new() as pdf:
        stream = Stream(pdf, data)
        stream.Filter = Array(filters)
        assert unpacked_size(stream, 1_000_000) > 1_000_000
