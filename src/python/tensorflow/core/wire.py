"""Protocol buffers' wire format: whole numbers of seven bits a byte, and fields of a number and a kind (protobuf.dev/programming-guides/encoding)."""

import struct

from exporting import protobuf
from exporting.protobuf import varint

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5


class DecodeError(Exception):
    """Bytes that are no message."""

    __module__ = "google.protobuf.message"


def field(number, content):
    """A field that holds bytes."""
    return varint(number << 3 | BYTES) + varint(len(content)) + content


def read_varint(data, at):
    """(number, where the next thing starts)."""
    try:
        return protobuf.read_varint(data, at)
    except ValueError:
        raise DecodeError("Wire format was corrupt") from None


def signed(value):
    """The number as 64 signed bits."""
    return value - (1 << 64) if value >> 63 else value


def fields(data):
    """(number, kind, content) of each field: content is a number or bytes."""
    at = 0
    while at < len(data):
        tag, at = read_varint(data, at)
        number, kind = tag >> 3, tag & 7
        if kind == VARINT:
            content, at = read_varint(data, at)
        elif kind in (FIXED32, FIXED64, BYTES):
            size, at = read_varint(data, at) if kind == BYTES else (4 if kind == FIXED32 else 8, at)
            content, at = data[at : at + size], at + size
            if len(content) < size:
                raise DecodeError("Wire format was corrupt")
        else:
            raise DecodeError("Wire format was corrupt")
        if number == 0:
            raise DecodeError("Wire format was corrupt")
        yield number, kind, content


def varints(content, kind):
    """The numbers of a field that may be packed."""
    if kind == VARINT:
        return [content]
    found, at = [], 0
    while at < len(content):
        value, at = read_varint(content, at)
        found.append(value)
    return found


def floats(content):
    """float32 numbers."""
    return list(struct.unpack(f"<{len(content) // 4}f", content))
