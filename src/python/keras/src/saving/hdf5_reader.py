"""Reads HDF5 files as Keras and h5py write them by default: groups, attributes, arrays stored in one piece.

Source: the HDF5 File Format Specification, version 3.0. Left out: compression and chunks, links, the newer layout of groups with many members.
"""

import functools
import math
import struct

import numpy as np

_UNDEFINED = 0xFFFFFFFFFFFFFFFF


class H5Error(OSError):
    """The file isn't HDF5, is damaged, or uses a part of the format that isn't read here."""


_LARGEST_UNWRITTEN = 2**26  # bytes of an array that the file doesn't hold


def _guarded(method):
    """Whatever a damaged file makes of the numbers in it is told as that."""

    @functools.wraps(method)
    def call(self, *args):
        try:
            return method(self, *args)
        except (struct.error, ValueError, IndexError, KeyError, TypeError, OverflowError, RecursionError, MemoryError) as error:
            raise H5Error(f"This HDF5 file is damaged ({type(error).__name__}: {error}).") from None

    return call


class Group:
    """A group of a file: a mapping from names to Groups and arrays, with `attrs`."""

    def __init__(self, file, header):
        self._file = file
        self._messages = file.messages(header)
        self.attrs = {}
        self._members = None
        for kind, data in self._messages:
            if kind == 0x0C:
                name, value = file.attribute(data)
                self.attrs[name] = value

    def _links(self):
        if self._members is None:
            self._members = {}
            for kind, data in self._messages:
                if kind == 0x11:
                    tree, heap = struct.unpack_from("<QQ", data)
                    self._members.update(self._file.symbols(tree, self._file.heap(heap)))
                elif kind == 0x06:
                    self._members.update(self._file.link(data))
                elif kind == 0x02 and self._file.is_dense(data):
                    raise H5Error("This HDF5 file has a group of many members in the newer layout, which isn't read here.")
        return self._members

    def keys(self):
        """The members' names."""
        return list(self._links())

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._links())

    def __contains__(self, path):
        try:
            self[path]
        except KeyError:
            return False
        return True

    def __getitem__(self, path):
        found = self
        for name in filter(None, path.split("/")):
            if not isinstance(found, Group) or name not in found._links():
                raise KeyError(f"Unable to open object (object '{name}' doesn't exist)")
            found = self._file.thing(found._links()[name])
        return found

    def get(self, path, default=None):
        """The member at a path, or `default`."""
        return self[path] if path in self else default


def load(path):
    """The root group of a file."""
    with open(path, "rb") as file:
        return loads(file.read())


def loads(data):
    """The root group of a file's bytes."""
    return _File(data).root()


class _File:
    def __init__(self, data):
        self.data = data
        if data[:8] != b"\x89HDF\r\n\x1a\n":
            raise H5Error("Unable to open file (file signature not found)")

    @_guarded
    def root(self):
        version = self.data[8]
        if version < 4:
            (end,) = struct.unpack_from("<Q", self.data, {0: 40, 1: 44}.get(version, 28))
            if end > len(self.data):
                raise H5Error(
                    f"Unable to open file (truncated file: eof = {len(self.data)}, sblock->base_addr = 0, stored_eof = {end})"
                )
        if version in (0, 1):
            at = 24 + (4 if version == 1 else 0) + 32
            return Group(self, struct.unpack_from("<Q", self.data, at + 8)[0])
        if version in (2, 3):
            return Group(self, struct.unpack_from("<Q", self.data, 12 + 24)[0])
        raise H5Error(f"HDF5 superblock version {version} isn't read here.")

    @_guarded
    def thing(self, header):
        """The group or array whose object header is at an address."""
        messages = self.messages(header)
        kinds = dict(messages)
        return self.array(kinds) if 0x08 in kinds else Group(self, header)

    @_guarded
    def messages(self, header):
        """Pairs (kind, data) of an object header."""
        if self.data[header : header + 4] == b"OHDR":
            return self._messages_v2(header)
        count, _, size = struct.unpack_from("<HII", self.data, header + 2)
        blocks, found = [(header + 16, size)], []
        while blocks and len(found) < count:
            at, left = blocks.pop(0)
            end = at + left
            while at + 8 <= end and len(found) < count:
                kind, length = struct.unpack_from("<HH", self.data, at)
                body = self.data[at + 8 : at + 8 + length]
                if kind == 0x10:
                    blocks.append(struct.unpack("<QQ", body[:16]))
                found.append((kind, body))
                at += 8 + length
        return found

    def _messages_v2(self, header):
        flags = self.data[header + 5]
        at = header + 6 + (16 if flags & 0x20 else 0) + (4 if flags & 0x10 else 0)
        width = 1 << (flags & 3)
        size = int.from_bytes(self.data[at : at + width], "little")
        blocks, found, seen = [(at + width, size)], [], set()
        while blocks:
            at, left = blocks.pop(0)
            end = at + left
            if at in seen or end > len(self.data):
                raise H5Error("This HDF5 file is damaged (a header that leads to itself or out of the file).")
            seen.add(at)
            while at + 4 < end:
                kind = self.data[at]
                length = struct.unpack_from("<H", self.data, at + 1)[0]
                at += 4 + (2 if flags & 4 else 0)
                body = self.data[at : at + length]
                if kind == 0x10:
                    start, size = struct.unpack("<QQ", body[:16])
                    blocks.append((start + 4, size - 8))
                found.append((kind, body))
                at += length
        return found

    @_guarded
    def link(self, data):
        """Name and object header of a member, as the newer group layout says them."""
        flags, at = data[1], 2
        kind = data[at] if flags & 8 else 0
        at += bool(flags & 8) + (8 if flags & 4 else 0) + bool(flags & 16)
        width = 1 << (flags & 3)
        length = int.from_bytes(data[at : at + width], "little")
        at += width
        if kind != 0:
            raise H5Error("This HDF5 file has links to other places, which aren't followed here.")
        return {data[at : at + length].decode(): struct.unpack_from("<Q", data, at + length)[0]}

    @_guarded
    def is_dense(self, data):
        """Whether a group's members are kept in a heap of their own."""
        return struct.unpack_from("<Q", data, 10 if data[1] & 1 else 2)[0] != _UNDEFINED

    def heap(self, address):
        """The address of a local heap's data."""
        return struct.unpack_from("<Q", self.data, address + 24)[0]

    @_guarded
    def symbols(self, tree, heap, depth=0):
        """Names and object headers below a node of a group's tree."""
        if depth > 20:
            raise H5Error("This HDF5 file is damaged (a group's tree has no end).")
        if self.data[tree : tree + 4] == b"SNOD":
            count = struct.unpack_from("<H", self.data, tree + 6)[0]
            found = {}
            for i in range(count):
                name, header = struct.unpack_from("<QQ", self.data, tree + 8 + 40 * i)
                end = self.data.index(b"\0", heap + name)
                found[self.data[heap + name : end].decode()] = header
            return found
        count = struct.unpack_from("<H", self.data, tree + 6)[0]
        found = {}
        for i in range(count):
            child = struct.unpack_from("<Q", self.data, tree + 24 + 16 * i + 8)[0]
            found.update(self.symbols(child, heap, depth + 1))
        return found

    def array(self, kinds):
        shape = _shape(kinds[0x01])
        kind = _Type(kinds[0x03])
        layout = kinds[0x08]
        count = math.prod(shape)
        version, cls = layout[0], layout[1]
        if version not in (3, 4) or cls not in (0, 1):
            raise H5Error("This HDF5 file has chunked or compressed arrays, which aren't read here.")
        if cls == 0:
            size = struct.unpack_from("<H", layout, 2)[0]
            data = layout[4 : 4 + size]
        else:
            address, size = struct.unpack_from("<QQ", layout, 2)
            if address == _UNDEFINED and count * kind.size > _LARGEST_UNWRITTEN:
                raise H5Error(f"This HDF5 file has an array of shape {shape} without elements.")
            data = bytes(count * kind.size) if address == _UNDEFINED else self.data[address : address + size]
        return kind.values(data, shape, self)

    @_guarded
    def attribute(self, data):
        version, flags, name_size, type_size, space_size = struct.unpack_from("<BBHHH", data)
        at = 9 if version == 3 else 8

        def step(size):
            return size + (-size % 8 if version == 1 else 0)

        name = data[at : at + name_size].split(b"\0")[0].decode()
        at += step(name_size)
        kind = _Type(data[at : at + type_size])
        at += step(type_size)
        shape = _shape(data[at : at + space_size])
        at += step(space_size)
        values = kind.values(data[at:], shape, self)
        if shape == () and isinstance(values, np.ndarray):
            values = values[()]
        return name, values

    def shared_object(self, address, index):
        """The bytes of an object of a global heap."""
        at = address + 16
        end = address + struct.unpack_from("<Q", self.data, address + 8)[0]
        while at < end:
            number, _, size = struct.unpack_from("<HH4xQ", self.data, at)
            if number == index:
                return self.data[at + 16 : at + 16 + size]
            at += 16 + size + -size % 8
        return b""


def _shape(data):
    version, rank = data[0], data[1]
    at = 8 if version == 1 else 4
    return tuple(struct.unpack_from(f"<{rank}Q", data, at))


class _Type:
    """A datatype message."""

    def __init__(self, data):
        self.cls = data[0] & 0x0F
        self.size = struct.unpack_from("<I", data, 4)[0]
        self.signed = bool(data[1] & 0x08)
        self.big = bool(data[1] & 0x01) and self.cls in (0, 1)
        self.is_text = self.cls == 9 and (data[1] & 0x0F) == 1
        self.base = _Type(data[8:]) if self.cls == 8 else None

    def values(self, data, shape, file):
        """The values as an array, a text, or a list of texts."""
        count = math.prod(shape)
        if count * self.size > len(data):
            raise H5Error(f"This HDF5 file is damaged ({count} elements of {self.size} bytes in {len(data)} bytes).")
        if self.cls in (0, 1):
            letter = "f" if self.cls == 1 else "i" if self.signed else "u"
            dtype = np.dtype(f"{'>' if self.big else '<'}{letter}{self.size}")
            return np.frombuffer(data[: count * self.size], dtype=dtype).reshape(shape).copy()
        if self.cls == 8:
            return self.base.values(data, shape, file).astype(bool)
        if self.cls == 3:
            texts = [data[i * self.size : (i + 1) * self.size].rstrip(b"\0") for i in range(count)]
        elif self.is_text:
            texts = []
            for i in range(count):
                length, address, index = struct.unpack_from("<IQI", data, 16 * i)
                texts.append(file.shared_object(address, index)[:length])
        else:
            raise H5Error(f"HDF5 datatype class {self.cls} isn't read here.")
        texts = [text.decode() for text in texts]
        return texts[0] if shape == () else texts
