"""The bytes of a `.safetensors` file: eight of the header's length, the header in JSON, the tensors' elements without gaps.

Source: https://github.com/huggingface/safetensors#format. Nothing in it can run code; everything that it says is checked before
an element is read, so that a damaged file is refused whole.
"""

import json
import os

from kernel_runtime import file_json

SIZES = {
    "BOOL": 1, "U8": 1, "I8": 1, "I16": 2, "U16": 2, "F16": 2, "BF16": 2, "I32": 4, "U32": 4, "F32": 4, "F64": 8, "I64": 8, "U64": 8,
}  # fmt: skip
_LARGEST_HEADER = 100_000_000
_LARGEST_COUNT = 2**53


class SafetensorError(Exception):
    """The file is not a `.safetensors` file, is damaged, or lacks the tensor asked for."""


def _refuse(kind, why):
    raise SafetensorError(f"Error while deserializing header: {kind}: {why}") from None


def _pairs(pairs):
    made = dict(pairs)
    if len(made) != len(pairs):
        _refuse("InvalidHeaderDeserialization", "a key stands twice in the header")
    return made


def parse(raw):
    """(entries, metadata): name → (dtype, shape, elements' bytes), in the order in which they lie in the file."""
    if len(raw) < 8:
        _refuse("HeaderTooSmall", f"the file has {len(raw)} bytes, and its header's length alone takes 8")
    length = int.from_bytes(raw[:8], "little")
    if length > _LARGEST_HEADER:
        _refuse("HeaderTooLarge", f"the header says that it has {length} bytes; at most {_LARGEST_HEADER} are allowed")
    if 8 + length > len(raw):
        _refuse("InvalidHeaderLength", f"the header needs {length} bytes, but the file ends after {len(raw) - 8}")
    text = bytes(raw[8 : 8 + length])
    if not text.startswith(b"{"):
        _refuse("InvalidHeaderStart", "the header does not begin with {: this is not a .safetensors file")
    try:
        header = file_json.loads(text.decode(), object_pairs_hook=_pairs)
    except UnicodeDecodeError as error:
        _refuse("InvalidHeader", f"invalid UTF-8 in header: {error}")
    except ValueError as error:
        _refuse("InvalidHeaderDeserialization", f"invalid JSON in header: {error}")
    metadata = header.pop("__metadata__", None)
    if metadata is not None and not (isinstance(metadata, dict) and all(isinstance(v, str) for v in metadata.values())):
        _refuse("InvalidHeaderDeserialization", "__metadata__ must map texts to texts")
    body = memoryview(raw)[8 + length :]
    described = sorted((_described(name, each) for name, each in header.items()), key=lambda each: each[3:])
    entries, end = {}, 0
    for name, dtype, shape, first, last in described:
        if first != end:
            _refuse("InvalidOffset", f"the elements of {name!r} begin at {first}, but those before end at {end}")
        end = last
        entries[name] = (dtype, shape, body[first:last])
    if end != len(body):
        _refuse("MetadataIncompleteBuffer", f"the tensors need {end} bytes, but the file has {len(body)}: it is cut off or damaged")
    return entries, metadata


def _is_count(number):
    return type(number) is int and 0 <= number <= _LARGEST_COUNT


def _described(name, entry):
    """(name, dtype, shape, first byte, last byte) of one tensor."""
    wrong = not isinstance(entry, dict) or set(entry) != {"dtype", "shape", "data_offsets"}
    if wrong or not all(isinstance(entry[key], list) and all(map(_is_count, entry[key])) for key in ("shape", "data_offsets")):
        _refuse("InvalidHeaderDeserialization", f"{name!r} must have a dtype, a shape and data_offsets, but says {entry!r:.200}")
    dtype, shape, offsets = entry["dtype"], entry["shape"], entry["data_offsets"]
    if dtype not in SIZES:
        _refuse("InvalidHeaderDeserialization", f"{name!r} has the dtype {dtype!r}; known are {', '.join(SIZES)}")
    count = SIZES[dtype]
    for size in shape:
        count *= size
        if count > _LARGEST_COUNT:
            _refuse("ValidationOverflow", f"{name!r} has too many elements: {shape}")
    if len(offsets) != 2 or offsets[1] - offsets[0] != count:
        _refuse("TensorInvalidInfo", f"{name!r} of shape {shape} and dtype {dtype} needs {count} bytes, but has the bytes {offsets}")
    return name, dtype, tuple(shape), offsets[0], offsets[1]


def serialized(entries, metadata=None):
    """The file of name → (dtype, shape, bytes): wide elements first, so that all are aligned."""
    order = list(SIZES)
    names = sorted(entries, key=lambda name: (-order.index(entries[name][0]), name))
    header, end, parts = {}, 0, []
    if metadata is not None:
        for key, value in metadata.items():
            if not isinstance(key, str) or not isinstance(value, str):
                raise TypeError(f"metadata must map texts to texts, but has {key!r}: {value!r}")
        header["__metadata__"] = dict(metadata)
    for name in names:
        dtype, shape, data = entries[name]
        header[name] = {"dtype": dtype, "shape": [int(size) for size in shape], "data_offsets": [end, end + len(data)]}
        end += len(data)
        parts.append(data)
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    return b"".join([len(text).to_bytes(8, "little"), text, *parts])


def read(filename):
    """The bytes of a file."""
    path = os.fspath(filename)
    if not os.path.exists(path):
        raise FileNotFoundError(f"No such file or directory: {path}")
    with open(path, "rb") as file:
        return file.read()


def write(filename, data):
    """Writes the bytes of a file."""
    with open(os.fspath(filename), "wb") as file:
        file.write(data)
