"""Making arrays: from Python data, filled, counted, from functions and buffers."""

import array as _array
import builtins

import bridge
from numpy._core import dtypes
from numpy._core.dtypes import as_dtype
from numpy._core.ndarray import cast, from_values, like, method, ndarray
from numpy._core.promotion import promote, python_dtype
from numpy._core.abstract import generic

_SEQUENCES = (list, tuple, range)


def _sequence(given):
    """Whether an element stands for a further dimension."""
    if isinstance(given, _SEQUENCES):
        return True
    if isinstance(given, (str, bytes, dict, set, generic, type)):
        return False
    if isinstance(given, ndarray):
        return given.shape != ()
    shape = getattr(given, "shape", None)
    if shape is not None:
        return len(shape) > 0
    return hasattr(given, "__len__") and hasattr(given, "__getitem__") and not callable(given)


def _from_foreign(given):
    """An array of something that knows how to become one (a tensor, an array.array), or None."""
    if hasattr(given, "__array__") and not isinstance(given, type):
        return given.__array__()
    if isinstance(given, (_array.array, memoryview, bytearray)):
        view = memoryview(given)
        code = "l" if view.format == "q" else view.format
        from numpy._core.buffers import frombuffer

        return frombuffer(view.tobytes(), dtypes.as_dtype("uint8" if isinstance(given, bytearray) else code)).reshape(view.shape)
    if hasattr(given, "numpy") and callable(given.numpy):
        return given.numpy()
    return None


def array(object, dtype=None, *, copy=True, order="K", subok=False, ndmin=0, like=None):
    """A new array with a copy of `object`: a number, nested sequences, another array or a tensor.

    Without a dtype, whole numbers give int64, others float64, True and False bool; numbers of several kinds the widest.
    """
    kind = None if dtype is None else as_dtype(dtype)
    made = _array_of(object, kind, copy, order)
    if order == "F" and made.ndim > 1 and not made.flags.f_contiguous:
        made = copy_of(made, "F")
    missing = ndmin - made.ndim
    return made.reshape((1,) * missing + made.shape) if missing > 0 else made


def _array_of(given, kind, copy, order="K"):
    if isinstance(given, ndarray):
        if kind is None or kind == given._dtype:
            return copy_of(given, order) if copy else given
        return cast(given, kind)
    if isinstance(given, generic):
        return from_values([given], (), kind or given.dtype)
    if not isinstance(given, _SEQUENCES):
        foreign = None if isinstance(given, (int, float, complex, str, bytes, type(None))) else _from_foreign(given)
        if foreign is not None:
            shared = kind is None or kind == foreign._dtype
            return copy_of(foreign) if shared and copy else cast(foreign, kind) if kind is not None else foreign
        if not _sequence(given):
            return _scalar_array(given, kind)
        given = list(given)
    return _from_nested(given, kind)


def _scalar_array(value, kind):
    if kind is None:
        kind = python_dtype(value)
        if isinstance(value, bytes):
            kind = dtypes.text_dtype(len(value), "S")
    if kind.kind in "iufbc" and not isinstance(value, (int, float, complex, str, bytes)) and not hasattr(value, "item"):
        name = "int()" if kind.kind in "iu" else "float()"
        wanted = "a string, a bytes-like object or a real number" if kind.kind in "iu" else "a string or a real number"
        if kind.kind != "b" and not hasattr(value, "__float__") and not hasattr(value, "__int__"):
            raise TypeError(f"{name} argument must be {wanted}, not {type(value).__name__!r}")
    return from_values([value], (), kind)


def _from_nested(given, kind):
    level, shape = [given], []
    while True:
        shape.append(len(level[0]))
        level = [each for part in level for each in part]
        if not level:
            break
        kinds = set(map(type, level))
        if kinds <= _PLAIN:
            break
        nested = [_sequence(each) for each in level] if not kinds <= {list, tuple} else [True]
        if not builtins.any(nested):
            break
        if not builtins.all(nested) or len({len(each) for each in level}) > 1:
            if kind is not None and kind.kind == "O":
                break
            raise ValueError(
                "setting an array element with a sequence. The requested array has an inhomogeneous shape after "
                f"{len(shape)} dimensions. The detected shape was {tuple(shape)} + inhomogeneous part."
            )
        if list not in kinds and tuple not in kinds and range not in kinds:
            joined = _stacked(level, tuple(shape), kind)
            if joined is not None:
                return joined
    if not set(map(type, level)) <= _PLAIN:
        level = [_number_of_foreign(each) for each in level]
    if kind is None or (kind.kind in "US" and kind.itemsize == 0):
        found = _inferred(level)
        kind = found if kind is None else kind
    return from_values(level, shape, kind)


_PLAIN = {int, float, bool, str, complex, type(None)}


def _number_of_foreign(value):
    """The scalar of a tensor without dimensions; anything else as it is."""
    if isinstance(value, (ndarray, generic)) or getattr(value, "ndim", None) != 0:
        return value
    found = _from_foreign(value)
    return value if found is None else found[()]


def _stacked(level, shape, kind):
    """Arrays or tensors of one shape as the last dimensions of a new array."""
    parts = [each if isinstance(each, ndarray) else _from_foreign(each) for each in level]
    if builtins.any(part is None or part.shape != parts[0].shape for part in parts):
        return None
    from numpy._core.shape_base import concatenate

    flat = concatenate([part.reshape((1, *part.shape)) for part in parts])
    return cast(flat.reshape(shape + parts[0].shape), kind or flat._dtype)


def _inferred(flat):
    kinds = set(map(type, flat))
    if not kinds or kinds <= {float, int, bool} and float in kinds:
        return dtypes.float64
    if kinds == {bool}:
        return dtypes.bool_
    found = None
    if kinds <= {int, bool}:
        low, high = builtins.min(flat), builtins.max(flat)
        if -(2**63) <= low and high < 2**63:
            return dtypes.int64
    if kinds == {str}:
        return dtypes.text_dtype(builtins.max(map(len, flat)) or 1)
    for value in flat:
        own = dtypes.text_dtype(len(value), "S") if isinstance(value, bytes) else python_dtype(value)
        found = own if found is None else promote(found, own)
    return found


def copy_of(a, order="C"):
    """A copy with memory of its own."""
    if len(a.shape) > 1 and (order == "F" or order in ("K", "A") and a.flags.fortran):
        turned = a.T
        made = like(a, bridge.clone(turned._array_handle))
        return like(made, bridge.permute(made._array_handle, *range(len(a.shape) - 1, -1, -1)))
    return like(a, bridge.clone(a._array_handle))


def asarray(a, dtype=None, order=None, *, copy=None, like=None):
    """The array itself when it already has the dtype, else a new array."""
    return array(a, dtype=dtype, copy=bool(copy), order=order or "K")


asanyarray = asarray


def ascontiguousarray(a, dtype=None):
    """An array of at least one dimension whose elements lie row by row."""
    made = asarray(a, dtype=dtype)
    if made.shape == ():
        return made.reshape(1)
    return made if bridge.is_contiguous(made._array_handle) else copy_of(made)


def asfortranarray(a, dtype=None):
    """An array whose elements lie column by column."""
    made = asarray(a, dtype=dtype)
    return made if made.flags.f_contiguous else copy_of(made, "F")


def asarray_chkfinite(a, dtype=None, order=None):
    """Like asarray; refuses NaN and infinity."""
    made = asarray(a, dtype=dtype)
    if made._dtype.kind == "f" and not bridge.item(bridge.all(bridge.isfinite(made._array_handle), 0)):
        raise ValueError("array must not contain infs or NaNs")
    return made


def copy(a, order="K", subok=False):
    """A copy of the array."""
    return array(a, copy=True)


@method
def __array__(self, dtype=None, copy=None):
    return self if dtype is None else cast(self, as_dtype(dtype))


