"""Making arrays: from Python data, filled, counted, from functions and buffers."""

import array as _array
import builtins
import math

import bridge
from numpy._core import dtypes
from numpy._core.dtypes import as_dtype, dtype as _dtype
from numpy._core.ndarray import (
    as_array, cast, from_handle, from_values, handle_of, like, method, ndarray, numbers_from, values, view_of, wrap,
)
from numpy._core.promotion import promote, python_dtype
from numpy._core.scalars import generic

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
        return frombuffer(view.tobytes(), dtypes.as_dtype("uint8" if isinstance(given, bytearray) else code)).reshape(view.shape)
    if hasattr(given, "numpy") and callable(given.numpy):
        return given.numpy()
    return None


def array(object, dtype=None, *, copy=True, order="K", subok=False, ndmin=0, like=None):
    """A new array with a copy of `object`: a number, nested sequences, another array or a tensor.

    Without a dtype, whole numbers give int64, others float64, True and False bool; numbers of several kinds the widest.
    """
    kind = None if dtype is None else as_dtype(dtype)
    made = _array_of(object, kind, copy)
    if order == "F" and made.ndim > 1:
        made = made.T.copy().T
    missing = ndmin - made.ndim
    return made.reshape((1,) * missing + made.shape) if missing > 0 else made


def _array_of(given, kind, copy):
    if isinstance(given, ndarray):
        if kind is None or kind == given._dtype:
            return copy_of(given) if copy else given
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
    if kind is None or (kind.kind in "US" and kind.itemsize == 0):
        found = _inferred(level)
        kind = found if kind is None else kind
    return from_values(level, shape, kind)


_PLAIN = {int, float, bool, str, complex, type(None)}


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
    if order in ("F", "K") and len(a.shape) > 1 and a.flags.fortran:
        turned = like(a, bridge.clone(a.T._handle))
        return like(turned, bridge.permute(turned._handle, *range(len(a.shape) - 1, -1, -1)))
    return like(a, bridge.clone(a._handle))


def asarray(a, dtype=None, order=None, *, copy=None, like=None):
    """The array itself when it already has the dtype, else a new array."""
    return array(a, dtype=dtype, copy=bool(copy), order=order or "K")


asanyarray = asarray


def ascontiguousarray(a, dtype=None):
    """An array of at least one dimension whose elements lie row by row."""
    made = asarray(a, dtype=dtype)
    if made.shape == ():
        return made.reshape(1)
    return made if bridge.is_contiguous(made._handle) else copy_of(made)


def asfortranarray(a, dtype=None):
    """An array whose elements lie column by column."""
    made = asarray(a, dtype=dtype)
    return made if made.flags.f_contiguous else made.T.copy().T


def asarray_chkfinite(a, dtype=None, order=None):
    """Like asarray; refuses NaN and infinity."""
    made = asarray(a, dtype=dtype)
    if made._dtype.kind == "f" and not bridge.item(bridge.all(bridge.isfinite(made._handle), 0)):
        raise ValueError("array must not contain infs or NaNs")
    return made


def copy(a, order="K", subok=False):
    """A copy of the array."""
    return array(a, copy=True)


# --- filled -----------------------------------------------------------------------------------------------------


def shape_tuple(shape):
    """A shape given as a number or a sequence, checked."""
    if isinstance(shape, (int, generic)):
        shape = (shape,)
    elif isinstance(shape, ndarray):
        shape = shape.tolist()
        shape = (shape,) if isinstance(shape, int) else shape
    sizes = []
    for size in shape:
        try:
            size = size.__index__()
        except AttributeError:
            raise TypeError(f"'{type(size).__name__}' object cannot be interpreted as an integer") from None
        if size < 0:
            raise ValueError("negative dimensions are not allowed")
        sizes.append(size)
    if len(sizes) > 32:
        raise ValueError(f"maximum supported dimension for an ndarray is 32, found {len(sizes)}")
    return tuple(sizes)


def filled(shape, value, kind):
    """An array with one value everywhere."""
    if kind._pooled:
        return from_values([value] * math.prod(shape), shape, kind)
    if kind.kind == "b":
        return wrap(bridge.full(9, 1 if value else 0, 0, 0, *shape), kind)
    if kind._mask or type(value) not in (int, float, bool):
        one = from_values([value], (), kind)
        spread = bridge.expand(one._handle, *shape)
        made = wrap(bridge.clone(spread), kind)
        bridge.free(spread)
        return made
    if kind.kind in "iu":
        from numpy._core.ndarray import convert

        value = convert(value, kind)
    return wrap(bridge.full(kind._code, value, 2 if kind.kind == "f" else 1, 0, *shape), kind)


def _ordered(made, order):
    """The array with its elements laid out column by column when asked for."""
    return asfortranarray(made) if order == "F" and made.ndim > 1 else made


def zeros(shape, dtype=float, order="C", *, like=None):
    """An array of zeros."""
    kind = as_dtype(dtype)
    blank = {"U": "", "S": b""}.get(kind.kind, 0)
    if kind.kind in "US" and kind.itemsize == 0:
        kind = dtypes.text_dtype(1, kind.kind)
    return _ordered(filled(shape_tuple(shape), blank, kind), order)


def ones(shape, dtype=float, order="C", *, like=None):
    """An array of ones."""
    return _ordered(filled(shape_tuple(shape), 1, as_dtype(dtype)), order)


def empty(shape, dtype=float, order="C", *, like=None):
    """An array whose elements are to be written; here they start as zeros (None for objects)."""
    kind = as_dtype(dtype)
    return filled(shape_tuple(shape), None, kind) if kind.kind == "O" else zeros(shape, kind, order)


def full(shape, fill_value, dtype=None, order="C", *, like=None):
    """An array with one value everywhere, or an array stretched to a shape."""
    sizes = shape_tuple(shape)
    source = asarray(fill_value)
    kind = source._dtype if dtype is None else as_dtype(dtype)
    if source.shape == ():
        return _ordered(filled(sizes, source.item(), kind), order)
    made = zeros(sizes, kind)
    made[...] = source
    return made


def _kind_like(a, dtype):
    source = as_array(a)
    return source, source._dtype if dtype is None else as_dtype(dtype)


def zeros_like(a, dtype=None, order="K", subok=True, shape=None):
    """Zeros in the shape and dtype of another array."""
    source, kind = _kind_like(a, dtype)
    return zeros(source.shape if shape is None else shape, kind)


def ones_like(a, dtype=None, order="K", subok=True, shape=None):
    """Ones in the shape and dtype of another array."""
    source, kind = _kind_like(a, dtype)
    return ones(source.shape if shape is None else shape, kind)


def empty_like(prototype, dtype=None, order="K", subok=True, shape=None):
    """An array to be written in the shape and dtype of another."""
    source, kind = _kind_like(prototype, dtype)
    return empty(source.shape if shape is None else shape, kind)


def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None):
    """One value everywhere in the shape and dtype of another array."""
    source, kind = _kind_like(a, dtype)
    return full(source.shape if shape is None else shape, fill_value, kind)


# --- counted ------------------------------------------------------------------------------------------------------


def arange(start, stop=None, step=1, dtype=None, *, like=None):
    """Numbers from start (0) up to but not including stop, `step` apart."""
    if stop is None:
        start, stop = 0, start
    if step is None:
        step = 1
    given = [python_dtype(each) if not isinstance(each, ndarray) else each._dtype for each in (start, stop, step)]
    start, stop, step = (each.item() if hasattr(each, "item") else each for each in (start, stop, step))
    if dtype is None:
        kind = given[0]
        for each in given[1:]:
            kind = promote(kind, each)
        kind = dtypes.int64 if kind.kind == "b" else kind
    else:
        kind = as_dtype(dtype)
    if step == 0:
        raise ZeroDivisionError("division by zero")
    count = builtins.max(0, math.ceil((stop - start) / step))
    if kind.kind == "f":
        if builtins.any(isinstance(each, float) for each in (start, step)):
            # NumPy's loop: the difference of the first two elements, in the array's precision, times the position.
            delta = (start + step) - start
            return cast(wrap(bridge.arange(start, delta, count, 1, 0), dtypes.float64), kind)
        return cast(wrap(bridge.arange(start, step, count, 1, 0), dtypes.float64), kind)
    if isinstance(start, int) and isinstance(step, int) and not kind._pooled and abs(start) + abs(step) * count < 2**53:
        return cast(wrap(bridge.arange(start, step, count, 4, 0), dtypes.int64), kind)
    if kind.kind in "iu":
        first, second = int(start), int(start + step)
        return from_values([first + i * (second - first) for i in range(count)], (count,), kind)
    return from_values([start + i * step for i in range(count)], (count,), kind)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    """`num` numbers evenly spaced from start to stop."""
    num = num.__index__() if not isinstance(num, float) else _no_float(num)
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    div = num - 1 if endpoint else num
    first, last = as_array(start) * 1.0, as_array(stop) * 1.0
    first, last = as_array(first), as_array(last)
    delta = as_array(last - first)
    kind = None if dtype is None else as_dtype(dtype)
    inner = promote(promote(first._dtype, last._dtype), dtypes.float64)
    y = cast(wrap(bridge.arange(0, 1, num, 4, 0), dtypes.int64), inner).reshape((num,) + (1,) * delta.ndim)
    step = delta / div if div > 0 else math.nan
    if div > 0:
        # A step of 0 loses all digits: multiply by the distance after dividing, as NumPy does.
        y = y * step if not as_array(as_array(step) == 0).any() else (y / div) * delta
    else:
        y = y * delta
    y = as_array(y + first)
    if endpoint and num > 1:
        y[-1, ...] = last
    if axis != 0:
        from numpy._core.shape_base import moveaxis

        y = moveaxis(y, 0, axis)
    if kind is not None and kind.kind in "iu":
        from numpy._core.umath import floor

        y = floor(y)
    y = cast(y, kind or inner)
    from numpy._core.ndarray import result

    return (y, result(as_array(step)) if isinstance(step, ndarray) else as_array(step)[()]) if retstep else y


def _no_float(num):
    raise TypeError(f"'{type(num).__name__}' object cannot be interpreted as an integer")


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    """Numbers evenly spaced on a logarithmic scale, from base**start to base**stop."""
    from numpy._core.umath import power

    y = power(base, linspace(start, stop, num=num, endpoint=endpoint, axis=axis))
    return y if dtype is None else y.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    """Numbers in geometric progression from start to stop."""
    from numpy._core.umath import log10, sign

    first, last = as_array(start) * 1.0, as_array(stop) * 1.0
    if as_array(as_array(first) == 0).any() or as_array(as_array(last) == 0).any():
        raise ValueError("Geometric sequence cannot include zero")
    both = sign(first)
    out = as_array(logspace(log10(first / both), log10(last / both), num=num, endpoint=endpoint, base=10.0) * both)
    if num > 0:
        out[0] = first
        if num > 1 and endpoint:
            out[-1] = last
    return out if dtype is None else out.astype(dtype)


def eye(N, M=None, k=0, dtype=float, order="C", *, like=None):
    """Ones on the k-th diagonal, zeros elsewhere; shape (N, M)."""
    rows, columns = N.__index__(), N.__index__() if M is None else M.__index__()
    made = zeros((rows, columns), dtype)
    count = builtins.min(rows, columns - k) if k >= 0 else builtins.min(rows + k, columns)
    if count > 0:
        from numpy._core.ndarray import strided

        strided(made, (count,), (columns + 1,), k if k >= 0 else -k * columns)[...] = 1
    return made


def identity(n, dtype=None, *, like=None):
    """The identity matrix; shape (n, n)."""
    return eye(n, dtype=dtype)


def fromfunction(function, shape, *, dtype=float, like=None, **options):
    """The function's value for the coordinates of every element."""
    return function(*indices(shape, dtype=dtype), **options)


def indices(dimensions, dtype=int, sparse=False):
    """The coordinates of every element of a grid; shape (N, *dimensions)."""
    dimensions = tuple(dimensions)
    n = len(dimensions)
    axes = [arange(size, dtype=dtype).reshape((1,) * d + (size,) + (1,) * (n - d - 1)) for d, size in enumerate(dimensions)]
    if sparse:
        return tuple(axes)
    out = zeros((n, *dimensions), dtype)
    for d, axis in enumerate(axes):
        out[d] = axis
    return out


def fromiter(iter, dtype, count=-1, *, like=None):
    """A one-dimensional array of what an iterator gives."""
    flat = []
    for value in iter:
        if count >= 0 and len(flat) == count:
            break
        flat.append(value)
    if len(flat) < count:
        raise ValueError("iterator too short")
    return from_values(flat, (len(flat),), as_dtype(dtype))


def fromstring(string, dtype=float, count=-1, *, sep):
    """A one-dimensional array of the numbers in a text."""
    parts = string.split(sep if sep.strip() else None)
    return from_values([float(part) for part in parts if part.strip()][: count if count >= 0 else None], (len(parts),), as_dtype(dtype))


_RAW = {"uint16": "H", "uint32": "I", "uint64": "Q"}


def frombuffer(buffer, dtype=float, count=-1, offset=0, *, like=None):
    """A read-only one-dimensional array of the bytes of a buffer (copied: Python may move its memory)."""
    kind = as_dtype(dtype)
    raw = bytes(memoryview(buffer).cast("B"))[offset:]
    size = kind.itemsize
    if count < 0:
        if len(raw) % size:
            raise ValueError("buffer size must be a multiple of element size")
        count = len(raw) // size
    if count * size > len(raw):
        raise ValueError("buffer is smaller than requested size")
    made = from_bytes(raw[: count * size], (count,), kind)
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


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    """Coordinate matrices of coordinate vectors: with 'xy' the first varies along columns."""
    if indexing not in ("xy", "ij"):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    n = len(xi)
    parts = [as_array(x).reshape((1,) * d + (-1,) + (1,) * (n - d - 1)) for d, x in enumerate(xi)]
    if indexing == "xy" and n > 1:
        parts[0] = parts[0].reshape((1, -1) + (1,) * (n - 2))
        parts[1] = parts[1].reshape((-1, 1) + (1,) * (n - 2))
    if not sparse:
        from numpy._core.shape_base import broadcast_arrays

        parts = [each.copy() if copy else each for each in broadcast_arrays(*parts)]
    return list(parts)


@method
def __array__(self, dtype=None, copy=None):
    return self if dtype is None else cast(self, as_dtype(dtype))


__all__ = [name for name, value in list(globals().items()) if not name.startswith("_") and callable(value) and getattr(value, "__module__", "") == __name__]
