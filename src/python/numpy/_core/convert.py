"""Python objects as plain values of a dtype, with NumPy's errors."""

import array as _array
import math

from numpy._core.abstract import generic, round_float16, round_float32, wrap_integer
from numpy._core.errstate import warn_of_bounds


def numbers_from(flat, kind):
    """Python numbers in an array.array of the engine's carrier type (float32 for float16)."""
    code = "f" if kind._code == 2 else kind._typecode
    if kind.kind == "b":
        return _array.array("B", [1 if value else 0 for value in flat])
    if not kind._mask:
        try:
            return _array.array(code, flat)
        except (TypeError, OverflowError, ValueError):
            pass
    carried = [convert(value, kind) for value in flat]
    if kind._mask == 0xFFFFFFFFFFFFFFFF:
        carried = [value - 2**64 if value >= 2**63 else value for value in carried]
    return _array.array(code, carried)


def convert(value, kind):
    """One Python object as a plain value of the dtype, with NumPy's errors."""
    plain = type(value) is int
    if isinstance(value, generic):
        value = value._v
    elif getattr(value, "_is_array", False) and kind.kind != "O":
        if value.size != 1:
            raise ValueError("setting an array element with a sequence.")
        value = value.item()
    group = kind.kind
    if group == "O":
        return value
    if group == "U":
        text = value if type(value) is str else value.decode("ascii") if isinstance(value, bytes) else _text(value)
        return text[: kind.itemsize // 4] if kind.itemsize else text
    if group == "S":
        raw = value if isinstance(value, bytes) else str(value).encode("ascii")
        return raw[: kind.itemsize] if kind.itemsize else raw
    if isinstance(value, (list, tuple)):
        raise ValueError("setting an array element with a sequence.")
    if not isinstance(value, (int, float, complex)) and hasattr(value, "item"):
        value = value.item()
    if group == "f":
        if value is None:
            return math.nan
        value = _real(value)
        return value if kind.itemsize == 8 else round_float32(value) if kind.itemsize == 4 else round_float16(value)
    if group == "c":
        return complex(value)
    if group == "b":
        return bool(value)
    if isinstance(value, float):
        if value != value:
            raise ValueError("cannot convert float NaN to integer")
        if value in (float("inf"), float("-inf")):
            raise OverflowError("cannot convert float infinity to integer")
    elif isinstance(value, complex):
        raise TypeError("can't convert complex to int")
    whole = int(value)
    if not -(2**63) <= whole < 2**64:
        raise OverflowError("Python int too large to convert to C long")
    fitting = wrap_integer(kind.type, whole)
    if fitting != whole and plain:
        warn_of_bounds(whole, kind.name)
    return fitting


def _text(value):
    return float.__repr__(value) if isinstance(value, float) else str(value)


def _real(value):
    if isinstance(value, complex):
        raise TypeError("can't convert complex to float")
    if isinstance(value, bytes):
        value = value.decode()
    return float(value)
