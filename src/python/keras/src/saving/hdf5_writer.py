"""Writes HDF5 files: groups, attributes and whole arrays, in the oldest layout, which every HDF5 library reads.

Source: the HDF5 File Format Specification, version 3.0 (superblock 0, object headers 1, symbol table groups).
Left out: compression, chunks, links. Groups have one symbol table node each, made large enough for the largest group.
"""

import struct

import numpy as np

_UNDEFINED = 0xFFFFFFFFFFFFFFFF
_INTERNAL_K = 16


def _aligned(data):
    return data + bytes(-len(data) % 8)


class Group(dict):
    """Named members (Groups and arrays) and attributes (`attrs`: strings, bytes, lists of strings, numbers, arrays)."""

    def __init__(self):
        super().__init__()
        self.attrs = {}

    def require(self, path):
        """The group at a path, made if it isn't there."""
        group = self
        for name in filter(None, path.split("/")):
            group = group.setdefault(name, Group())
        return group

    def put(self, path, array):
        """Puts an array at a path."""
        folder, _, name = path.rpartition("/")
        self.require(folder)[name] = np.asarray(array)


def write(path, root):
    """Writes a tree of Groups to a file."""
    with open(path, "wb") as file:
        file.write(dumps(root))


def dumps(root):
    """The bytes of a file with this tree."""
    largest = max(_sizes(root))
    writer = _Writer(leaf_k=max(4, -(-largest // 2)))
    root_header = writer.group(root)
    return writer.finish(root_header)


def _sizes(group):
    yield len(group)
    for member in group.values():
        if isinstance(member, Group):
            yield from _sizes(member)


class _Writer:
    def __init__(self, leaf_k):
        self.leaf_k = leaf_k
        self.parts = []
        self.end = 96

    def place(self, data):
        """Appends a block; its address."""
        data = _aligned(data)
        address = self.end
        self.parts.append(data)
        self.end += len(data)
        return address

    def finish(self, root_header):
        superblock = b"\x89HDF\r\n\x1a\n" + bytes([0, 0, 0, 0, 0, 8, 8, 0])
        superblock += struct.pack("<HHI", self.leaf_k, _INTERNAL_K, 0)
        superblock += struct.pack("<QQQQ", 0, _UNDEFINED, self.end, _UNDEFINED)
        superblock += struct.pack("<QQII16x", 0, root_header, 0, 0)
        return superblock + b"".join(self.parts)

    def header(self, messages):
        body = b""
        for kind, data in messages:
            data = _aligned(data)
            if len(data) > 0xFFF8:
                raise ValueError(
                    f"An HDF5 attribute holds at most 64 KB, but this one has {len(data)} bytes. Save as `.keras` instead."
                )
            body += struct.pack("<HHB3x", kind, len(data), 0) + data
        return self.place(struct.pack("<BxHII4x", 1, len(messages), 1, len(body)) + body)

    def group(self, group):
        names = sorted(group, key=lambda name: name.encode())
        headers = {}
        for name in names:
            member = group[name]
            headers[name] = self.group(member) if isinstance(member, Group) else self.dataset(member)
        heap, offsets = bytearray(8), {}
        for name in names:
            offsets[name] = len(heap)
            heap += _aligned(name.encode() + b"\0")
        heap_data = self.place(bytes(heap))
        heap_header = self.place(b"HEAP" + struct.pack("<B3xQQQ", 0, len(heap), 1, heap_data))
        node = b"SNOD" + struct.pack("<BxH", 1, len(names))
        for name in names:
            node += struct.pack("<QQII16x", offsets[name], headers[name], 0, 0)
        node_address = self.place(node.ljust(8 + 2 * self.leaf_k * 40, b"\0"))
        tree = b"TREE" + struct.pack("<BBHQQ", 0, 0, 1 if names else 0, _UNDEFINED, _UNDEFINED)
        if names:
            tree += struct.pack("<QQQ", 0, node_address, offsets[names[-1]])
        tree_address = self.place(tree.ljust(24 + (4 * _INTERNAL_K + 1) * 8, b"\0"))
        messages = [(0x11, struct.pack("<QQ", tree_address, heap_header))]
        messages += [(0x0C, _attribute(name, value)) for name, value in group.attrs.items()]
        return self.header(messages)

    def dataset(self, array):
        data = np.ascontiguousarray(array).tobytes()
        address = self.place(data) if data else _UNDEFINED
        messages = [
            (0x01, _dataspace(array.shape)),
            (0x03, _datatype(array.dtype)),
            (0x05, bytes([2, 2, 2, 0])),
            (0x08, struct.pack("<BBQQ", 3, 1, address, len(data))),
        ]
        return self.header(messages)


def _dataspace(shape):
    return struct.pack("<BBB5x", 1, len(shape), 0) + b"".join(struct.pack("<Q", size) for size in shape)


def _datatype(dtype):
    dtype = np.dtype(dtype)
    size = dtype.itemsize
    if dtype.kind == "f":
        exponent, mantissa = {2: (5, 10), 4: (8, 23), 8: (11, 52)}[size]
        bits = struct.pack("<BBB", 0x20, size * 8 - 1, 0)
        layout = struct.pack(
            "<HHBBBBI", 0, size * 8, mantissa, exponent, 0, mantissa, 2 ** (exponent - 1) - 1
        )
        return b"\x11" + bits + struct.pack("<I", size) + layout
    if dtype.kind in "iub":
        signed = 0x08 if dtype.kind == "i" else 0
        return b"\x10" + bytes([signed, 0, 0]) + struct.pack("<IHH", size, 0, size * 8)
    raise TypeError(f"HDF5 files hold numbers here, but received an array of dtype {dtype}.")


def _attribute(name, value):
    if isinstance(value, (str, bytes)):
        data = value.encode() if isinstance(value, str) else value
        kind, space = _string_type(max(len(data), 1)), _dataspace(())
        data = data or b"\0"
    elif isinstance(value, (list, tuple)) and all(isinstance(v, (str, bytes)) for v in value):
        texts = [v.encode() if isinstance(v, str) else v for v in value]
        width = max([1, *map(len, texts)])
        kind, space = _string_type(width), _dataspace((len(texts),))
        data = b"".join(text.ljust(width, b"\0") for text in texts)
    else:
        array = np.asarray(value)
        kind, space, data = _datatype(array.dtype), _dataspace(array.shape), array.tobytes()
    label = name.encode() + b"\0"
    head = struct.pack("<BxHHH", 1, len(label), len(kind), len(space))
    return head + _aligned(label) + _aligned(kind) + _aligned(space) + data


def _string_type(size):
    # Padded with zeros, UTF-8.
    return b"\x13" + bytes([0x11, 0, 0]) + struct.pack("<I", size)
