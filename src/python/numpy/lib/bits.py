"""packbits and unpackbits: Boolean arrays as the bits of bytes."""

from numpy._core import dtypes
from numpy._core.axes import moveaxis
from numpy._core.ndarray import as_array, from_values
from numpy._core.reduction import normalize_axis


def _rows(a, axis):
    a = as_array(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    d = normalize_axis(axis, a.ndim)
    turned = moveaxis(a, d, -1)
    return d, turned.shape[:-1], turned.reshape(-1, turned.shape[-1]).tolist()


def _joined(rows, shape, d):
    flat = [each for row in rows for each in row]
    return moveaxis(from_values(flat, (*shape, len(rows[0]) if rows else 0), dtypes.uint8), -1, d)


def packbits(a, /, axis=None, bitorder="big"):
    """Eight truth values a byte; missing ones at the end are 0."""
    d, shape, rows = _rows(a, axis)
    weights = [1 << k for k in range(8)] if bitorder == "little" else [128 >> k for k in range(8)]
    packed = [
        [sum(w for w, bit in zip(weights, row[i : i + 8], strict=False) if bit) for i in range(0, len(row), 8)] for row in rows
    ]
    return _joined(packed, shape, d)


def unpackbits(a, /, axis=None, count=None, bitorder="big"):
    """The bits of bytes as zeros and ones."""
    if as_array(a)._dtype.name != "uint8":
        raise TypeError("Expected an input array of unsigned byte data type")
    d, shape, rows = _rows(a, axis)
    places = range(8) if bitorder == "little" else range(7, -1, -1)
    bits = [[byte >> k & 1 for byte in row for k in places][: count if count is not None else None] for row in rows]
    return _joined(bits, shape, d)
