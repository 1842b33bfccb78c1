"""FlatBuffers' format, as far as TFLite files need it: tables of numbers, texts, vectors and other tables.

Source: https://flatbuffers.dev/internals/. Objects are laid out front to back: a table comes before what it refers to, so that its
references, which count forward, are filled in when their targets have been placed.
"""

import struct

_FORMATS = {"bool": "<?", "int8": "<b", "uint8": "<B", "int32": "<i", "uint32": "<I", "float32": "<f", "int64": "<q"}


class Scalar:
    """A number of a kind; None as a field's value leaves the field out."""

    def __init__(self, kind, value):
        self.data = struct.pack(_FORMATS[kind], value)


class Table:
    """Fields by their number in the schema: Scalars, Tables, texts, bytes, or lists (Vectors)."""

    def __init__(self, fields):
        self.fields = {at: value for at, value in fields.items() if value is not None}


class Vector:
    """Numbers of one kind."""

    def __init__(self, kind, numbers):
        form = _FORMATS[kind]
        self.count = len(numbers)
        self.width = struct.calcsize(form)
        self.data = struct.pack(f"<{len(numbers)}{form[1]}", *numbers)


class Blob:
    """Bytes that begin at a multiple of 16."""

    def __init__(self, data):
        self.data = data


def finished(root, identifier):
    """The file of a root table."""
    writer = _Writer()
    writer.out += bytes(4) + identifier
    writer.refer(0, writer.table(root))
    return bytes(writer.out)


class _Writer:
    def __init__(self):
        self.out = bytearray()

    def align(self, to, before=0):
        """Pads so that what follows `before` bytes begins at a multiple of `to`."""
        self.out += bytes(-(len(self.out) + before) % to)

    def refer(self, at, target):
        """Fills in a reference: how many bytes further its target lies."""
        struct.pack_into("<I", self.out, at, target - at)

    def table(self, table):
        """Places a table with all that it refers to; where it lies."""
        highest = max(table.fields, default=-1)
        # Wide fields first, so that each lies at a multiple of its own size.
        order = sorted(table.fields, key=lambda at: -len(self._inline(table.fields[at])))
        offsets, size = {}, 4
        for at in order:
            width = len(self._inline(table.fields[at]))
            size += -size % width
            offsets[at] = size
            size += width
        entries = [offsets.get(at, 0) for at in range(highest + 1)]
        vtable = struct.pack(f"<{len(entries) + 2}H", 2 * len(entries) + 4, size, *entries)
        self.align(8, len(vtable))
        vtable_at = len(self.out)
        self.out += vtable
        start = len(self.out)
        self.out += struct.pack("<i", start - vtable_at) + bytes(size - 4)
        for at in order:
            value, place = table.fields[at], start + offsets[at]
            if isinstance(value, Scalar):
                self.out[place : place + len(value.data)] = value.data
            else:
                self.refer(place, self.place(value))
        return start

    @staticmethod
    def _inline(value):
        return value.data if isinstance(value, Scalar) else bytes(4)

    def place(self, value):
        """Places what a field refers to; where it lies."""
        if isinstance(value, Table):
            return self.table(value)
        if isinstance(value, str):
            return self._counted(value.encode() + b"\0", len(value.encode()), 4)
        if isinstance(value, Blob):
            return self._counted(value.data, len(value.data), 16)
        if isinstance(value, Vector):
            return self._counted(value.data, value.count, max(4, value.width))
        self.align(4)
        start = len(self.out)
        self.out += struct.pack("<I", len(value)) + bytes(4 * len(value))
        for at, item in enumerate(value):
            self.refer(start + 4 + 4 * at, self.place(item))
        return start

    def _counted(self, data, count, alignment):
        self.align(alignment, 4)
        start = len(self.out)
        self.out += struct.pack("<I", count) + data
        return start
