"""Protocol messages in Python: fields with defaults, text as protobuf prints it, bytes. Which messages there are is said in example.py."""

import struct

import numpy

from tensorflow.core import wire


def _text_of_bytes(value):
    plain = {34: '\\"', 39: "\\'", 92: "\\\\", 10: "\\n", 13: "\\r", 9: "\\t"}
    return '"' + "".join(plain.get(b) or (chr(b) if 32 <= b < 127 else f"\\{b:03o}") for b in value) + '"'


def _text_of_float(value):
    for digits in (6, 9):
        text = f"{value:.{digits}g}"
        if numpy.float32(text) == numpy.float32(value) or value != value:
            break
    return text


class Int64:
    """Signed whole numbers of 64 bits."""

    text = staticmethod(str)

    @staticmethod
    def check(value, owner):
        if isinstance(value, bool):
            raise TypeError(f"Field tensorflow.{owner}.value: Expected an int, got a boolean.")
        found = value.__index__() if hasattr(value, "__index__") else None
        if found is None:
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        if not -(1 << 63) <= found < 1 << 63:
            raise ValueError(f"Value out of range: {found}")
        return found

    @staticmethod
    def packed(values):
        return wire.field(1, b"".join(map(wire.varint, values)))

    @staticmethod
    def read(content, kind):
        return [wire.signed(each) for each in wire.varints(content, kind)]


class Float:
    """float32 numbers, held as Python floats."""

    text = staticmethod(_text_of_float)

    @staticmethod
    def check(value, owner):
        if isinstance(value, (str, bytes)) or not hasattr(value, "__float__") and not hasattr(value, "__index__"):
            raise TypeError(f"must be real number, not {type(value).__name__}")
        return float(numpy.float32(float(value)))

    @staticmethod
    def packed(values):
        return wire.field(1, struct.pack(f"<{len(values)}f", *values))

    @staticmethod
    def read(content, kind):
        return wire.floats(content)


class Bytes:
    """Strings of bytes."""

    text = staticmethod(_text_of_bytes)

    @staticmethod
    def check(value, owner):
        if not isinstance(value, (bytes, bytearray)):
            kind = type(value)
            raise TypeError(f"expected bytes, {kind.__name__ if kind.__module__ == 'builtins' else f'{kind.__module__}.{kind.__name__}'} found")
        return bytes(value)

    @staticmethod
    def packed(values):
        return b"".join(wire.field(1, each) for each in values)

    @staticmethod
    def read(content, kind):
        return [content]


class RepeatedScalarContainer(list):
    """The values of a list field."""

    __module__ = "google._upb._message"

    def __init__(self, kind, owner, values=()):
        super().__init__()
        self._kind, self._owner = kind, owner
        self.extend(values)

    def append(self, value):
        super().append(self._kind.check(value, self._owner))

    def extend(self, values):
        if not hasattr(values, "__iter__"):
            raise TypeError("must assign iterable")
        super().extend([self._kind.check(each, self._owner) for each in values])

    def __setitem__(self, index, value):
        super().__setitem__(index, self._kind.check(value, self._owner))

    def __getitem__(self, index):
        found = super().__getitem__(index)
        return list(found) if isinstance(index, slice) else found


class MessageMap(dict):
    """A map field: a key that is asked for is made."""

    __module__ = "google._upb._message"

    def __init__(self, kind):
        super().__init__()
        self._kind = kind

    def __missing__(self, key):
        made = self[key] = self._kind()
        return made


class RepeatedCompositeContainer(list):
    """A list of messages."""

    __module__ = "google._upb._message"

    def __init__(self, kind):
        super().__init__()
        self._kind = kind

    def add(self, **fields):
        """Appends a new message."""
        made = self._kind(**fields)
        self.append(made)
        return made


def repeated(kind):
    """A field of several numbers or strings."""
    return "values", kind


def one(kind):
    """A field of one message."""
    return "message", kind


def mapped(kind):
    """A field of messages by name."""
    return "map", kind


def several(kind):
    """A field of a list of messages."""
    return "list", kind


class Message:
    """The base: subclasses say their FIELDS, {name: (number, what)}, and ONEOF, the name of the group of which one field is set."""

    FIELDS = {}
    ONEOF = None

    def __init__(self, **given):
        self._held = {}
        for name, value in given.items():
            if name not in self.FIELDS:
                raise ValueError(f'Protocol message {type(self).__name__} has no "{name}" field.')
            if value is not None:
                self._give(name, value)

    def _give(self, name, value):
        form, kind = self.FIELDS[name][1]
        if form == "values":
            self._held[name] = RepeatedScalarContainer(kind, type(self).__name__, value)
        elif form == "message":
            if isinstance(value, dict):
                value = kind(**value)
            if not isinstance(value, kind):
                raise TypeError(
                    "Parameter to initialize message field must be dict or instance of same class: "
                    f"expected {kind} got {type(value)}."
                )
            self._chosen(name)
            self._held[name] = value
        else:
            held = getattr(self, name)
            for key, each in value.items() if form == "map" else enumerate(value):
                if not isinstance(each, kind):
                    raise TypeError(f"Parameter to CopyFrom() must be instance of same class: expected {kind} got {type(each)}.")
                if form == "map":
                    held[key] = each
                else:
                    held.append(each)

    def _chosen(self, name):
        if self.ONEOF is not None:
            for other in [each for each in self._held if each != name]:
                del self._held[other]

    def __getattr__(self, name):
        if name not in type(self).FIELDS:
            raise AttributeError(name)
        if name not in self._held:
            form, kind = self.FIELDS[name][1]
            if form == "values":
                self._held[name] = RepeatedScalarContainer(kind, type(self).__name__)
            elif form == "message":
                made = self._held[name] = kind()
                made._parent = (self, name)
            else:
                self._held[name] = MessageMap(kind) if form == "map" else RepeatedCompositeContainer(kind)
        return self._held[name]

    def __setattr__(self, name, value):
        if name in self.FIELDS:
            kind = "message" if self.FIELDS[name][1][0] == "message" else "repeated"
            raise AttributeError(f'Assignment not allowed to {kind} field "{name}" in protocol message object.')
        object.__setattr__(self, name, value)

    def _is_set(self, name):
        held = self._held.get(name)
        if held is None:
            return False
        return held._is_there() if isinstance(held, Message) else len(held) > 0

    def _is_there(self):
        return not hasattr(self, "_parent") or any(self._is_set(name) for name in self.FIELDS)

    def HasField(self, name):
        """Whether a message field is set."""
        return self._is_set(name)

    def WhichOneof(self, group):
        """The field of the group that is set, or None."""
        return next((name for name in self.FIELDS if self._is_set(name)), None)

    def ListFields(self):
        """(name, value) of what is set."""
        return [(name, self._held[name]) for name in self.FIELDS if self._is_set(name)]

    # --- bytes ------------------------------------------------------------------------------------------------------

    def SerializeToString(self, deterministic=None):
        """The message as bytes."""
        made = b""
        for name, (number, (form, kind)) in self.FIELDS.items():
            if not self._is_set(name):
                continue
            held = self._held[name]
            if form == "values":
                made += kind.packed(held)
            elif form == "message":
                made += wire.field(number, held.SerializeToString())
            elif form == "list":
                made += b"".join(wire.field(number, each.SerializeToString()) for each in held)
            else:
                for key in sorted(held):
                    made += wire.field(number, wire.field(1, key.encode()) + wire.field(2, held[key].SerializeToString()))
        return made

    def ByteSize(self):
        """The number of bytes."""
        return len(self.SerializeToString())

    def ParseFromString(self, data):
        """Replaces what the message holds; gives the number of bytes."""
        self._held.clear()
        try:
            self._read(bytes(data))
        except wire.DecodeError as error:
            raise wire.DecodeError(f"Error parsing message with type 'tensorflow.{type(self).__name__}': {error}") from None
        return len(data)

    def _read(self, data):
        by_number = {number: (name, form, kind) for name, (number, (form, kind)) in self.FIELDS.items()}
        for number, wire_kind, content in wire.fields(data):
            if number not in by_number:
                continue
            name, form, kind = by_number[number]
            if form == "values":
                getattr(self, name).extend(kind.read(content, wire_kind))
                continue
            if not isinstance(content, bytes):
                raise wire.DecodeError("Wire format was corrupt")
            if form == "map":
                entry = {part: inside for part, _, inside in wire.fields(content)}
                made = getattr(self, name)[entry.get(1, b"").decode()] = kind()
                made._read(entry.get(2, b""))
            else:
                made = kind()
                made._read(content)
                if form == "message":
                    self._chosen(name)
                    self._held[name] = made
                else:
                    getattr(self, name).append(made)

    @classmethod
    def FromString(cls, data):
        """The message of bytes."""
        made = cls()
        made.ParseFromString(data)
        return made

    def CopyFrom(self, other):
        """Takes what another message holds."""
        self.ParseFromString(other.SerializeToString())

    # --- text -------------------------------------------------------------------------------------------------------

    def _lines(self, indent):
        space = "  " * indent
        for name, held in self.ListFields():
            form, kind = self.FIELDS[name][1]
            if form == "values":
                yield from (f"{space}{name}: {kind.text(each)}" for each in held)
            elif form == "map":
                for key in sorted(held):
                    yield f"{space}{name} {{"
                    yield f"{space}  key: {_text_of_bytes(key.encode())}"
                    yield f"{space}  value {{"
                    yield from held[key]._lines(indent + 2)
                    yield f"{space}  }}"
                    yield f"{space}}}"
            else:
                for each in [held] if form == "message" else held:
                    yield f"{space}{name} {{"
                    yield from each._lines(indent + 1)
                    yield f"{space}}}"

    def __str__(self):
        return "".join(f"{line}\n" for line in self._lines(0))

    __repr__ = __str__

    def __eq__(self, other):
        return type(self) is type(other) and self.SerializeToString() == other.SerializeToString()

    __hash__ = None
