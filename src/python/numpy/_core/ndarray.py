"""numpy.ndarray: an engine tensor on the cpu seen as an array. This file has what an array is made of; its operators and
methods are added by the modules of this package (@method), so that each stands beside the function of the same name."""

import array as _array

import bridge
from numpy._core import dtypes
from numpy._core.convert import convert, numbers_from
from numpy._core.naming import Named
from numpy._core.dtypes import as_dtype, text_dtype
from numpy._core.scalars import make_scalar

_new = object.__new__
_ABSENT = {
    "ctypes": "no C libraries can be loaded in the browser", "getfield": "use view() or one array per field",
    "setfield": "use view() or one array per field", "newbyteorder": "arrays are little-endian; use byteswap()",
}  # fmt: skip


class ndarray(metaclass=Named):
    """An array of elements of one dtype, in any number of dimensions. Make one with np.array, np.zeros, np.arange, …"""

    __module__ = "numpy"
    __slots__ = ("_array_handle", "_dtype", "_shape", "_place", "_base", "_pool", "_locked", "__weakref__")
    __array_priority__ = 0.0
    __hash__ = None
    _is_array = True

    def __new__(cls, shape, dtype=float, buffer=None, offset=0, strides=None, order=None):
        from numpy._core.buffers import frombuffer
        from numpy._core.filled import empty

        if buffer is not None:
            shape = (shape,) if isinstance(shape, int) else tuple(shape)
            count = 1
            for size in shape:
                count *= size
            return frombuffer(buffer, dtype, count, offset).reshape(shape)
        return empty(shape, dtype)

    def __del__(self):
        try:
            bridge.free(self._array_handle)
        except (AttributeError, TypeError):  # never finished, or the interpreter is shutting down
            pass

    def __getattr__(self, name):
        if name in _ABSENT:
            from numpy._missing import NotHere

            raise NotHere(f"ndarray.{name} is not here: {_ABSENT[name]}")
        raise AttributeError(f"'numpy.ndarray' object has no attribute {name!r}", name=name, obj=self)

    @staticmethod
    def _from_handle(handle):
        """The array that owns a new cpu handle of the engine."""
        return from_handle(handle)

    # --- what it is -----------------------------------------------------------------------------------------------

    @property
    def shape(self):
        """Sizes of the dimensions."""
        found = self._shape
        if found is None:
            found = self._shape = bridge.shape_of(self._array_handle)
        return found

    @shape.setter
    def shape(self, value):
        made = self.reshape(value)
        if not bridge.same_storage(made._array_handle, self._array_handle):
            raise AttributeError(
                "Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape."
            )
        self._array_handle, made._array_handle = made._array_handle, self._array_handle
        self._shape = self._place = None

    @property
    def dtype(self):
        """The type of the elements."""
        return self._dtype

    @dtype.setter
    def dtype(self, value):
        made = self.view(value)
        self._array_handle, made._array_handle = made._array_handle, self._array_handle
        self._dtype, self._shape, self._place = made._dtype, None, None

    @property
    def ndim(self):
        """The number of dimensions."""
        return len(self.shape)

    @property
    def size(self):
        """The number of elements."""
        count = 1
        for size in self.shape:
            count *= size
        return count

    @property
    def itemsize(self):
        """Bytes of one element."""
        return self._dtype.itemsize

    @property
    def nbytes(self):
        """Bytes of all elements."""
        return self._dtype.itemsize * self.size

    @property
    def strides(self):
        """Bytes to step in each dimension to reach the next element."""
        size = self._dtype.itemsize
        return tuple(step * size for step in placement(self)[0])

    @property
    def base(self):
        """The array whose memory this one views, or None."""
        return self._base

    @property
    def flags(self):
        """How the array lies in memory: C_CONTIGUOUS, F_CONTIGUOUS, OWNDATA, WRITEABLE."""
        from numpy._core.flatiter import flagsobj

        return flagsobj(self)

    @property
    def T(self):
        """The dimensions in reverse order; a view."""
        shape = self.shape
        if len(shape) < 2:
            return view_of(self, bridge.detach(self._array_handle))
        return view_of(self, bridge.permute(self._array_handle, *range(len(shape) - 1, -1, -1)))

    @property
    def flat(self):
        """A one-dimensional iterator over the elements that can be indexed and written."""
        from numpy._core.flatiter import flatiter

        return flatiter(self)

    @flat.setter
    def flat(self, value):
        from numpy._core.flatiter import flatiter

        flatiter(self)[:] = value

    @property
    def real(self):
        """The real parts (the array itself when there are no imaginary ones)."""
        if self._dtype.kind != "c":
            return self
        part = dtypes.float32 if self._dtype.itemsize == 8 else dtypes.float64
        return from_values([each.real for each in values(self)], self.shape, part)

    @property
    def imag(self):
        """The imaginary parts."""
        if self._dtype.kind != "c":
            return from_values([0] * self.size, self.shape, self._dtype)
        part = dtypes.float32 if self._dtype.itemsize == 8 else dtypes.float64
        return from_values([each.imag for each in values(self)], self.shape, part)

    @property
    def data(self):
        """A memoryview of the elements."""
        return memoryview(self)

    @property
    def __array_interface__(self):
        return {
            "shape": self.shape,
            "typestr": self._dtype.str,
            "data": (bridge.data_ptr(self._array_handle), bool(self._locked)),
            "strides": None if bridge.is_contiguous(self._array_handle) else self.strides,
            "version": 3,
        }

    # --- shared with torch ----------------------------------------------------------------------------------------

    def _as_tensor_handle(self, copy=False):
        """A new engine handle for a torch tensor over this memory (or over a copy of it)."""
        kind = self._dtype
        if kind._pooled or kind._mask:
            raise TypeError(
                f"can't convert np.ndarray of type numpy.{kind.type.__name__}. The only supported types are: float64, float32, "
                "float16, complex64, complex128, int64, int32, int16, int8, uint8, and bool."
            )
        if any(step < 0 for step in placement(self)[0]):
            raise ValueError(
                "At least one stride in the given numpy array is negative, and tensors with negative strides are not currently "
                "supported. (You can probably work around this by making a copy of your array  with array.copy().) "
            )
        return bridge.clone(self._array_handle) if copy else bridge.detach(self._array_handle)

    def _torch_dtype_code(self):
        return self._dtype._code


# --- making arrays ------------------------------------------------------------------------------------------------


def wrap(handle, dtype, pool=None):
    """The array that owns an engine handle whose dtype is known."""
    made = _new(ndarray)
    made._array_handle = handle
    made._dtype = dtype
    made._pool = pool
    made._shape = made._place = made._base = None
    made._locked = False
    return made


def from_handle(handle):
    """The array that owns an engine handle."""
    kind = dtypes.BY_CODE[bridge.dtype(handle)]
    if kind is None:
        raise TypeError("Got unsupported ScalarType BFloat16")
    return wrap(handle, kind)


def view_of(source, handle):
    """An array over the memory of `source` that owns `handle`."""
    made = _new(ndarray)
    made._array_handle = handle
    made._dtype = source._dtype
    made._pool = source._pool
    made._shape = made._place = None
    made._base = source if source._base is None else source._base
    made._locked = source._locked
    return made


def like(source, handle):
    """A new array with the dtype of `source` that owns `handle`: the result of moving elements about.

    Texts and objects get a pool of their own, in which every element has its own place: so they can be written there.
    """
    kind = source._dtype
    if not kind._pooled:
        return wrap(handle, kind)
    pool = source._pool
    taken = [pool[i] for i in bridge.numbers_of(handle, "q")]
    shape = bridge.shape_of(handle)
    bridge.free(handle)
    return wrap(handle_of(_array.array("q", range(len(taken))), shape, 4), kind, taken)


def method(function):
    """Adds a function to ndarray under its own name."""
    setattr(ndarray, function.__name__, function)
    return function


def placement(a):
    """(strides in elements, offset in elements)."""
    found = a._place
    if found is None:
        found = a._place = (bridge.strides_of(a._array_handle), bridge.storage_offset(a._array_handle))
    return found


def strided(a, shape, strides, offset):
    """A view with the given geometry, in elements of the storage."""
    return view_of(a, bridge.as_strided(a._array_handle, offset, *shape, *strides))


def result(array):
    """What a function returns: a scalar in place of an array without dimensions."""
    return scalar(array) if array.shape == () else array


def scalar(array):
    """The one element of an array as a NumPy scalar."""
    kind = array._dtype
    return make_scalar(kind, element(array))


def element(array):
    """The one element of an array as a Python object."""
    kind = array._dtype
    if kind.name == "float16":
        return values(array)[0]
    value = bridge.item_at(array._array_handle)
    if kind._pooled:
        return array._pool[value]
    if kind.kind == "f":
        return -0.0 if value is False else float(value)
    return value & kind._mask if kind._mask else value if type(value) is bool else int(value)


# --- elements to and from Python ------------------------------------------------------------------------------------


def values(a):
    """The elements, row by row, as a flat list of Python objects."""
    kind = a._dtype
    if kind.name == "float16":
        wide = bridge.cast(a._array_handle, 0)
        numbers = bridge.numbers_of(wide, "f")
        bridge.free(wide)
        return numbers.tolist()
    numbers = bridge.numbers_of(a._array_handle, kind._typecode)
    if kind._pooled:
        pool = a._pool
        return [pool[i] for i in numbers]
    if kind._mask == 0xFFFFFFFFFFFFFFFF:
        return [value & kind._mask for value in numbers]
    return [value != 0 for value in numbers] if kind.name == "bool" else numbers.tolist()


def from_values(flat, shape, kind):
    """An array of a flat list of Python objects, converted to the dtype."""
    if kind._pooled:
        pool = [convert(value, kind) for value in flat]
        if kind.kind in "US" and kind.itemsize == 0:
            kind = sized_text(kind, pool)
        return wrap(handle_of(_array.array("q", range(len(pool))), shape, 4), kind, pool)
    return wrap(handle_of(numbers_from(flat, kind), shape, 0 if kind._code == 2 else kind._code, kind._code), kind)


def sized_text(kind, pool):
    """The text dtype that has room for the longest of the texts."""
    return text_dtype(max((len(value) for value in pool), default=0) or 1, kind.kind)


def handle_of(numbers, shape, code, cast_to=None):
    """An engine tensor with a copy of an array.array's numbers."""
    handle = bridge.from_address(code, numbers.buffer_info()[0], *shape)
    if cast_to is None or cast_to == code:
        return handle
    narrow = bridge.cast(handle, cast_to)
    bridge.free(handle)
    return narrow


def masked(handle, kind):
    """Wraps the carried integers of an unsigned dtype after arithmetic; takes over the handle."""
    if kind._mask == 0 or kind._mask == 0xFFFFFFFFFFFFFFFF:
        return handle
    cut = bridge.bitwise_and_scalar(handle, kind._mask, 1)
    bridge.free(handle)
    return cut


def handle_as(a, kind):
    """A new handle of the elements of `a` in the carrier type of another dtype that the engine has."""
    own = a._dtype
    if own is kind or own.name == kind.name:
        return bridge.detach(a._array_handle)
    if own._pooled:
        made = from_values(values(a), a.shape, kind)
        return bridge.detach(made._array_handle)
    if own._mask == 0xFFFFFFFFFFFFFFFF and kind.kind == "f":
        made = from_values([float(value) for value in values(a)], a.shape, kind)
        return bridge.detach(made._array_handle)
    return masked(bridge.cast(a._array_handle, kind._code), kind)


def cast(a, kind):
    """A new array (or the same when nothing changes) of another dtype."""
    own = a._dtype
    if own is kind or own == kind:
        return a
    if own._pooled or kind._pooled:
        if own.kind == "c" and kind.kind in "iuf":
            return cast(_real_parts(a), kind)
        return from_values(values(a), a.shape, kind)
    return wrap(handle_as(a, kind), kind)


def _real_parts(a):
    from numpy._core.errstate import warn
    from numpy.lib.type_check import ComplexWarning

    warn("Casting complex values to real discards the imaginary part", ComplexWarning)
    return a.real


def as_array(given, kind=None):
    """The array itself, or an array of what was given."""
    if type(given) is ndarray:
        return given if kind is None else cast(given, as_dtype(kind))
    from numpy._core.construct import array

    return array(given, dtype=kind, copy=False)
