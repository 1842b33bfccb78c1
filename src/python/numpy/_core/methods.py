"""The methods of arrays that convert, copy, reshape and give their bytes; those with a function of the same name stand beside it."""

import array as _array

import bridge
from numpy._core import dtypes
from numpy._core.construct import copy_of
from numpy._core.buffers import from_bytes
from numpy._core.dtypes import as_dtype
from numpy._core.errstate import report, warn
from numpy._core.ndarray import as_array, cast, element, from_values, method, ndarray, values
from numpy._core.promotion import can_cast, check_casting
from numpy._core.scalars import make_scalar
from numpy._core.writing import assign

# --- conversion ---------------------------------------------------------------------------------------------------------


@method
def astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True):
    """A copy with another dtype."""
    kind = as_dtype(dtype)
    check_casting(casting)
    if casting != "unsafe" and not can_cast(self._dtype, kind, casting):
        raise TypeError(f"Cannot cast array data from {self._dtype!r} to {kind!r} according to the rule {casting!r}")
    if kind == self._dtype:
        return copy_of(self, order) if copy else self
    if kind.kind in "iu" and self._dtype.kind == "f" and bridge.nonfinite(self._array_handle):
        report("invalid", "cast")
    if kind.kind == "U" and kind.itemsize == 0 and self._dtype.kind in "iufb":
        return from_values(_texts(self), self.shape, dtypes.text_dtype(_text_room(self._dtype)))
    return cast(self, kind)


def _texts(a):
    kind = a._dtype
    return [str(make_scalar(kind, value)) for value in values(a)]


def _text_room(kind):
    from numpy._core.promotion import _text_length

    return _text_length(kind)


@method
def tolist(self):
    """Nested lists of Python numbers; a number for no dimensions."""
    shape = self.shape
    flat = values(self)
    if not shape:
        return flat[0]
    if 0 in shape:
        return _empty_lists(shape)
    for size in reversed(shape[1:]):
        flat = [flat[i : i + size] for i in range(0, len(flat), size)]
    return flat


def _empty_lists(shape):
    return [_empty_lists(shape[1:]) for _ in range(shape[0])] if len(shape) > 1 and shape[0] else []


@method
def item(self, *args):
    """One element as a Python number: of an array of one element, at a flat position, or at indices."""
    if not args:
        if self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return element(self)
    if len(args) == 1 and not isinstance(args[0], tuple):
        position = args[0].__index__()
        if not -self.size <= position < self.size:
            where = "axis 0 with size" if self.ndim == 1 else "size"
            raise IndexError(f"index {position} is out of bounds for {where} {self.size}")
        return element(self.reshape(-1)[position : position + 1 or None])
    found = self[args[0] if len(args) == 1 else args]
    return found.item() if hasattr(found, "item") else found


@method
def itemset(self, *args):
    """Writes one element."""
    *at, value = args
    if not at:
        self[...] = value
    elif len(at) == 1 and not isinstance(at[0], tuple):
        self[tuple(int(each) for each in unravel_one(at[0], self.shape))] = value
    else:
        self[tuple(at[0]) if len(at) == 1 else tuple(at)] = value


def unravel_one(position, shape):
    """The indices of one flat position."""
    at = []
    for size in reversed(shape):
        at.append(position % size)
        position //= size
    return reversed(at)


def _single(self, name):
    if self.size != 1:
        raise TypeError("only size-1 arrays can be converted to Python scalars")
    return element(self)


ndarray.__float__ = lambda self: float(_single(self, "float"))
ndarray.__int__ = lambda self: int(_single(self, "int"))
ndarray.__complex__ = lambda self: complex(_single(self, "complex"))


@method
def __bool__(self):
    if self.size == 1:
        return bool(element(self))
    if self.size == 0:
        warn(
            "The truth value of an empty array is ambiguous. Returning False, but in future this will result in an error. "
            "Use `array.size > 0` to check that an array is not empty.",
            DeprecationWarning,
        )
        return False
    raise ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")


@method
def __index__(self):
    if self.shape != () or self._dtype.kind not in "iu":
        raise TypeError("only integer scalar arrays can be converted to a scalar index")
    return element(self)


@method
def __len__(self):
    if not self.shape:
        raise TypeError("len() of unsized object")
    return self.shape[0]


@method
def __iter__(self):
    shape = self.shape
    if not shape:
        raise TypeError("iteration over a 0-d array")
    if len(shape) == 1:
        kind = self._dtype
        return iter([make_scalar(kind, value) for value in values(self)])
    return (self[i] for i in range(shape[0]))


@method
def __contains__(self, value):
    return bool(as_array(self == value).any())


# --- copies, bytes and pickles ----------------------------------------------------------------------------------------


@method
def copy(self, order="C"):
    """A copy with memory of its own."""
    return copy_of(self, order)


ndarray.__copy__ = lambda self: copy_of(self)


@method
def __deepcopy__(self, memo):
    import copy

    made = copy_of(self)
    if self._dtype.kind == "O":
        made._pool = copy.deepcopy(self._pool, memo)
    memo[id(self)] = made
    return made


@method
def tobytes(self, order="C"):
    """The elements as bytes, row by row (order='F': column by column)."""
    kind = self._dtype
    if order == "F":
        return self.T.tobytes()
    if kind.kind == "U":
        width = kind.itemsize
        return b"".join(text.encode("utf-32-le").ljust(width, b"\0") for text in values(self))
    if kind.kind == "S":
        return b"".join(text.ljust(kind.itemsize, b"\0") for text in values(self))
    if kind.kind == "c":
        flat = [part for value in values(self) for part in (value.real, value.imag)]
        return _array.array("f" if kind.itemsize == 8 else "d", flat).tobytes()
    if kind.kind == "O":
        raise NotImplementedError("the bytes of an object array would be addresses")
    if kind._mask:
        return _array.array({2: "H", 4: "I", 8: "Q"}[kind.itemsize], values(self)).tobytes()
    return bridge.numbers_of(self._array_handle, kind._typecode).tobytes()


ndarray.tostring = ndarray.tobytes


@method
def __buffer__(self, flags):
    kind = self._dtype
    code = {"?": "?", "l": "q", "L": "Q"}.get(kind.char, kind.char)  # a C long has four bytes here
    contiguous = bridge.is_contiguous(self._array_handle) and not kind._mask and not kind._pooled
    if self.size == 0 or not contiguous:
        return memoryview(bytearray(self.tobytes())).cast(code, self.shape) if self.size else memoryview(b"")
    import ctypes

    own = (ctypes.c_char * self.nbytes).from_address(bridge.data_ptr(self._array_handle))
    own.kept = self
    view = memoryview(own).cast("B").cast(code, self.shape)
    return view.toreadonly() if self._locked else view


@method
def tofile(self, fid, sep="", format="%s"):
    """Writes the elements to a file, as bytes or as text."""
    raw = self.tobytes() if sep == "" else sep.join(format % value for value in values(self)).encode()
    if hasattr(fid, "write"):
        fid.write(raw)
        return
    with open(fid, "wb") as file:
        file.write(raw)


@method
def dump(self, file):
    """Pickles the array into a file."""
    import pickle

    if hasattr(file, "write"):
        pickle.dump(self, file)
        return
    with open(file, "wb") as opened:
        pickle.dump(self, opened)


@method
def dumps(self):
    """The pickled array."""
    import pickle

    return pickle.dumps(self)


def rebuild_array(raw, shape, kind):
    """Unpickles an array."""
    kind = as_dtype(kind)
    if kind.kind == "O":
        return from_values(raw, shape, kind)
    return from_bytes(raw, shape, kind)


@method
def __reduce__(self):
    kind = self._dtype
    return (rebuild_array, (values(self) if kind.kind == "O" else self.tobytes(), self.shape, kind.str))


@method
def setflags(self, write=None, align=None, uic=None):
    """Makes the array read-only (write=False) or writeable."""
    if write is not None:
        if write and self._base is not None and self._base._locked:
            raise ValueError("cannot set WRITEABLE flag to True of this array")
        self._locked = not write


@method
def byteswap(self, inplace=False):
    """The elements with the order of their bytes reversed."""
    raw = self.tobytes()
    size = self.itemsize
    turned = b"".join(raw[i : i + size][::-1] for i in range(0, len(raw), size))
    made = from_bytes(turned, self.shape, self._dtype)
    if inplace:
        assign(self, made)
        return self
    return made


@method
def fill(self, value):
    """Writes one value everywhere."""
    self[...] = value
