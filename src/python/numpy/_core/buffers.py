"""Arrays from bytes, texts and iterators."""

import array as _array

import bridge
from numpy._core.dtypes import as_dtype, native, reading_dtype
from numpy._core.ndarray import from_values, wrap


def fromiter(iter, dtype, count=-1, *, like=None):
    """A one-dimensional array of what an iterator gives."""
    flat = []
    for value in iter:
        if count >= 0 and len(flat) == count:
            break
        flat.append(value)
    if len(flat) < count:
        raise ValueError(f"iterator too short: Expected {count} but iterator had only {len(flat)} items.")
    return from_values(flat, (len(flat),), as_dtype(dtype))


def fromstring(string, dtype=float, count=-1, *, sep):
    """A one-dimensional array of the numbers in a text."""
    parts = string.split(sep if sep.strip() else None)
    return from_values([float(part) for part in parts if part.strip()][: count if count >= 0 else None], (len(parts),), as_dtype(dtype))


_RAW = {"uint16": "H", "uint32": "I", "uint64": "Q"}


def frombuffer(buffer, dtype=float, count=-1, offset=0, *, like=None):
    """A read-only one-dimensional array of the bytes of a buffer (copied: Python may move its memory)."""
    order = reading_dtype(dtype)
    kind = native(order)
    raw = bytes(memoryview(buffer).cast("B"))[offset:]
    size = kind.itemsize
    if count < 0:
        if len(raw) % size:
            raise ValueError("buffer size must be a multiple of element size")
        count = len(raw) // size
    if count * size > len(raw):
        raise ValueError("buffer is smaller than requested size")
    raw = raw[: count * size]
    if order is not kind:
        numbers = _array.array({2: "H", 4: "I", 8: "Q"}[size], raw)
        numbers.byteswap()
        raw = numbers.tobytes()
    made = from_bytes(raw, (count,), kind)
    made._locked = isinstance(buffer, bytes)
    return made


def from_bytes(raw, shape, kind):
    """An array of raw little-endian elements."""
    if kind.kind == "U":
        width = kind.itemsize
        texts = [raw[i : i + width].decode("utf-32-le").rstrip("\0") for i in range(0, len(raw), width)] if width else []
        return from_values(texts, shape, kind)
    if kind.kind == "S":
        width = kind.itemsize
        return from_values([raw[i : i + width].rstrip(b"\0") for i in range(0, len(raw), width)], shape, kind)
    if kind.kind == "c":
        numbers = _array.array("f" if kind.itemsize == 8 else "d", raw)
        return from_values([complex(re, im) for re, im in zip(numbers[::2], numbers[1::2], strict=True)], shape, kind)
    if kind.kind == "O":
        raise ValueError("cannot create an OBJECT array from memory buffer")
    if kind.name in _RAW:
        return from_values(_array.array(_RAW[kind.name], raw).tolist(), shape, kind)
    held = _array.array("B", raw)
    return wrap(bridge.from_address(kind._code, held.buffer_info()[0], *shape), kind)
