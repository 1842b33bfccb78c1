"""What NumPy's scalar types have in common: the abstract types above float64, int32 and the others of scalars.py."""

import struct

from numpy._core import dtypes
from numpy._core.errstate import warn_of_bounds
from numpy._core.floatformat import scalar_text
from numpy._core.naming import Named


_new = object.__new__


def round_float32(value):
    """The nearest float32, as a Python float."""
    try:
        return struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def round_float16(value):
    """The nearest float16, as a Python float."""
    try:
        return struct.unpack("e", struct.pack("e", value))[0]
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


class generic(metaclass=Named):
    """The base of all scalar types."""

    __module__ = "numpy"
    __slots__ = ()
    _numpy_scalar = True
    __array_priority__ = -1000000.0
    shape = strides = ()
    ndim = 0
    size = 1
    base = None
    __iter__ = None  # a[()] works, so Python would take scalars for empty sequences

    def __getattr__(self, name):
        if name.startswith("__") or name in ("_v", "_as_tensor_handle"):
            raise AttributeError(f"'{type(self).__module__}.{type(self).__name__}' object has no attribute {name!r}")
        from numpy._core.construct import array

        try:
            return getattr(array(self), name)
        except AttributeError:
            raise AttributeError(f"'numpy.{type(self).__name__}' object has no attribute {name!r}") from None

    def item(self, *args):
        """The value as a Python object."""
        return self._v

    def tolist(self):
        """The value as a Python object."""
        return self._v

    @property
    def nbytes(self):
        return self.dtype.itemsize

    itemsize = nbytes
    real = property(lambda self: self)
    imag = property(lambda self: type(self)(0))
    T = property(lambda self: self)

    def conjugate(self):
        """The number itself: it is real."""
        return self

    conj = conjugate

    def copy(self, order="C"):
        return self

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return (rebuild, (self.dtype.str, self._v))

    def __hash__(self):
        return hash(self._v)

    def __bool__(self):
        return bool(self._v)

    def __int__(self):
        return int(self._v)

    def __float__(self):
        return float(self._v)

    def __complex__(self):
        return complex(self._v)

    def __repr__(self):
        return str(self._v)

    __str__ = __repr__

    def __format__(self, spec):
        return format(self._v, spec)

    def __array__(self, dtype=None, copy=None):
        from numpy._core.construct import array

        return array(self, dtype=dtype)

    def __getitem__(self, key):
        if key == () or key is Ellipsis or key is None or isinstance(key, tuple):
            return self.__array__()[key]
        raise IndexError("invalid index to scalar variable.")

    def _torch_dtype_code(self):
        return self.dtype._code

    def tobytes(self, order="C"):
        return self.__array__().tobytes()


def rebuild(text, value):
    """Unpickles a scalar."""
    made = dtypes.as_dtype(text)
    return made.type(value)


class number(generic):
    """Numbers."""

    __module__ = "numpy"
    __slots__ = ()


class integer(number):
    """Whole numbers."""

    __module__ = "numpy"
    __slots__ = ()

    def __new__(cls, value=0, *args):
        if isinstance(value, (list, tuple)) or getattr(value, "shape", ()):
            from numpy._core.construct import array

            return array(value, dtype=cls.dtype)
        made = _new(cls)
        made._v = wrap_integer(cls, _whole(value, cls))
        if made._v != value and type(value) is int:
            warn_of_bounds(value, cls.__name__)
        return made

    def __index__(self):
        return self._v

    def is_integer(self):
        """True."""
        return True

    numerator = property(lambda self: self)
    denominator = property(lambda self: type(self)(1))

    def __trunc__(self):
        return self._v

    def __invert__(self):
        return wrapped(type(self), ~self._v)

    def __round__(self, ndigits=None):
        return self._v if ndigits is None else type(self)(round(self._v, ndigits))

    @classmethod
    def __class_getitem__(cls, item):
        return cls


class signedinteger(integer):
    """Integers with a sign."""

    __module__ = "numpy"
    __slots__ = ()


class unsignedinteger(integer):
    """Integers without a sign."""

    __module__ = "numpy"
    __slots__ = ()


class inexact(number):
    """Numbers that are rounded."""

    __module__ = "numpy"
    __slots__ = ()

    @classmethod
    def __class_getitem__(cls, item):
        return cls


class floating(inexact):
    """Floating-point numbers."""

    __module__ = "numpy"
    __slots__ = ()

    def __repr__(self):
        return scalar_text(self._v, self.dtype.itemsize)

    __str__ = __repr__

    def __round__(self, ndigits=None):
        if ndigits is None:
            return round(self._v)
        from numpy._core.fromnumeric import around

        return around(self, ndigits)

    def is_integer(self):
        """Whether the value is a whole number."""
        return float(self._v).is_integer()

    def as_integer_ratio(self):
        """A pair of integers whose quotient is the value."""
        return float(self._v).as_integer_ratio()

    def __trunc__(self):
        return int(self._v)

    def __floor__(self):
        return float(self._v).__floor__()

    def __ceil__(self):
        return float(self._v).__ceil__()


class complexfloating(inexact):
    """Complex numbers."""

    __module__ = "numpy"
    __slots__ = ()


class flexible(generic):
    """Types whose size is not fixed."""

    __module__ = "numpy"
    __slots__ = ()


class character(flexible):
    """Text."""

    __module__ = "numpy"
    __slots__ = ()


def _whole(value, cls):
    kind = type(value)
    if kind is int:
        return value
    if kind is float or isinstance(value, floating):
        return int(value)
    if isinstance(value, (int, generic)):
        return int(value)
    if isinstance(value, str):
        return int(value)
    if hasattr(value, "item"):
        return int(value.item())
    return int(value)


BITS = {}


def wrap_integer(cls, value):
    """The value modulo the type's range."""
    bits, signed = BITS[cls]
    if signed:
        half = 1 << (bits - 1)
        return value if -half <= value < half else ((value + half) & ((1 << bits) - 1)) - half
    return value & ((1 << bits) - 1)


def wrapped(cls, value):
    """A scalar of an integer type, wrapped to its range."""
    made = _new(cls)
    made._v = wrap_integer(cls, value)
    return made
