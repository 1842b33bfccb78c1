"""Protocol Buffers' wire format, as far as writing and reading ONNX files needs it.

Source: https://protobuf.dev/programming-guides/encoding/. Eighty lines of our own: the generated classes of a library would
weigh more than everything else in this package.
"""

import struct

_VARINT, _BYTES, _FLOAT = 0, 2, 5


def varint(number):
    """A whole number in groups of seven bits; negative ones as 64 bits."""
    number &= 2**64 - 1  # negative numbers take ten bytes
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


class Message:
    """Fields in the order in which they are added; each method gives the message."""

    def __init__(self):
        self._parts = []

    def integer(self, field, number):
        """An int32, int64, bool or enum."""
        self._parts.append(varint(field << 3 | _VARINT) + varint(number))
        return self

    def number(self, field, number):
        """A float."""
        self._parts.append(varint(field << 3 | _FLOAT) + struct.pack("<f", number))
        return self

    def data(self, field, data):
        """Bytes, a text or another message."""
        data = data.encode() if isinstance(data, str) else bytes(data)
        self._parts += (varint(field << 3 | _BYTES), varint(len(data)), data)
        return self

    def integers(self, field, numbers):
        """Repeated integers, packed."""
        return self.data(field, b"".join(map(varint, numbers)))

    def numbers(self, field, numbers):
        """Repeated floats, packed."""
        return self.data(field, struct.pack(f"<{len(numbers)}f", *numbers))

    def __bytes__(self):
        return b"".join(self._parts)


def fields(data):
    """Pairs (field, value) of a message: integers as they are, everything else as bytes."""
    at = 0
    while at < len(data):
        key, at = read_varint(data, at)
        field, kind = key >> 3, key & 7
        if kind == _VARINT:
            value, at = read_varint(data, at)
        else:
            length = {1: 8, _FLOAT: 4}.get(kind)
            if length is None:
                length, at = read_varint(data, at)
            value, at = data[at : at + length], at + length
        if at > len(data):
            raise ValueError("the message ends in the middle of a field")
        yield field, value


def read_varint(data, at):
    """(number, where the next thing starts)."""
    number = shift = 0
    while True:
        if at >= len(data) or shift > 63:
            raise ValueError("the message ends in the middle of a number")
        byte = data[at]
        number |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return number, at
