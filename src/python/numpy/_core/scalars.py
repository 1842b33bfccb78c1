"""NumPy's scalar types: what indexing one element or reducing a whole array returns.

float64 is a Python float, complex128 a complex and str_ a str, as in NumPy; the others hold a Python number in `_v`.
Anything that an array can do (`x.sum()`, `x.astype(int)`) a scalar does through an array without dimensions.
"""

import struct

from numpy._core import dtypes
from numpy._core.dtypes import register_scalar, text_dtype
from numpy._core.floatformat import scalar_text

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


class generic:
    """The base of all scalar types."""

    __module__ = "numpy"
    __slots__ = ()
    _numpy_scalar = True
    __array_priority__ = -1000000.0
    shape = strides = ()
    ndim = 0
    size = 1
    base = None

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
        return format(self._v, spec) if spec else str(self)

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

    __slots__ = ()


class integer(number):
    """Whole numbers."""

    __slots__ = ()

    def __new__(cls, value=0, *args):
        if isinstance(value, (list, tuple)) or getattr(value, "shape", ()):
            from numpy._core.construct import array

            return array(value, dtype=cls.dtype)
        made = _new(cls)
        made._v = wrap_integer(cls, _whole(value, cls))
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

    __slots__ = ()


class unsignedinteger(integer):
    """Integers without a sign."""

    __slots__ = ()


class inexact(number):
    """Numbers that are rounded."""

    __slots__ = ()

    @classmethod
    def __class_getitem__(cls, item):
        return cls


class floating(inexact):
    """Floating-point numbers."""

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

    __slots__ = ()


class flexible(generic):
    """Types whose size is not fixed."""

    __slots__ = ()


class character(flexible):
    """Text."""

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


_BITS = {}


def wrap_integer(cls, value):
    """The value modulo the type's range."""
    bits, signed = _BITS[cls]
    if signed:
        half = 1 << (bits - 1)
        return value if -half <= value < half else ((value + half) & ((1 << bits) - 1)) - half
    return value & ((1 << bits) - 1)


def wrapped(cls, value):
    """A scalar of an integer type, wrapped to its range."""
    made = _new(cls)
    made._v = wrap_integer(cls, value)
    return made


def _integer_type(name, base, bits):
    made = type(name, (base,), {"__slots__": ("_v",), "__module__": "numpy", "__doc__": f"An integer of {bits} bits."})
    made.dtype = dtypes.BY_NAME[name]
    _BITS[made] = (bits, base is signedinteger)
    register_scalar(name, made)
    return made


int8 = _integer_type("int8", signedinteger, 8)
int16 = _integer_type("int16", signedinteger, 16)
int32 = _integer_type("int32", signedinteger, 32)
int64 = _integer_type("int64", signedinteger, 64)
uint8 = _integer_type("uint8", unsignedinteger, 8)
uint16 = _integer_type("uint16", unsignedinteger, 16)
uint32 = _integer_type("uint32", unsignedinteger, 32)
uint64 = _integer_type("uint64", unsignedinteger, 64)


def _number_of(value):
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, generic):
        return value._v
    if isinstance(value, str):
        return float(value)
    if hasattr(value, "item"):
        return value.item()
    return float(value)


class float64(floating, float):
    """A floating-point number of 64 bits; also a Python float."""

    __module__ = "numpy"
    __slots__ = ()
    dtype = dtypes.float64
    _v = property(float.__float__)

    def __new__(cls, value=0.0):
        if isinstance(value, (list, tuple)) or getattr(value, "shape", ()):
            from numpy._core.construct import array

            return array(value, dtype="float64")
        return float.__new__(cls, _number_of(value))

    __repr__ = __str__ = lambda self: scalar_text(float.__float__(self), 8)
    __hash__ = float.__hash__
    __bool__ = float.__bool__
    __int__ = float.__int__
    __float__ = float.__float__

    def __format__(self, spec):
        return format(float.__float__(self), spec) if spec else repr(self)

    def __reduce__(self):
        return (float64, (float.__float__(self),))

    def __getnewargs__(self):
        return (float.__float__(self),)


class float32(floating):
    """A floating-point number of 32 bits."""

    __module__ = "numpy"
    __slots__ = ("_v",)
    dtype = dtypes.float32

    def __new__(cls, value=0.0):
        if isinstance(value, (list, tuple)) or getattr(value, "shape", ()):
            from numpy._core.construct import array

            return array(value, dtype=cls.dtype)
        made = _new(cls)
        made._v = round_float32(_number_of(value))
        return made


class float16(floating):
    """A floating-point number of 16 bits."""

    __module__ = "numpy"
    __slots__ = ("_v",)
    dtype = dtypes.float16

    def __new__(cls, value=0.0):
        if isinstance(value, (list, tuple)) or getattr(value, "shape", ()):
            from numpy._core.construct import array

            return array(value, dtype=cls.dtype)
        made = _new(cls)
        made._v = round_float16(_number_of(value))
        return made


class complex128(complexfloating, complex):
    """A complex number of two float64; also a Python complex."""

    __module__ = "numpy"
    __slots__ = ()
    dtype = dtypes.complex128
    _v = property(lambda self: complex(complex.__complex__(self)))

    def __new__(cls, real=0.0, imag=0.0):
        if isinstance(real, generic):
            real = real._v
        return complex.__new__(cls, real, imag) if imag else complex.__new__(cls, real)

    real = property(lambda self: float64(complex.real.__get__(self)))
    imag = property(lambda self: float64(complex.imag.__get__(self)))
    __hash__ = complex.__hash__
    __bool__ = complex.__bool__

    def conjugate(self):
        """The number mirrored at the real axis."""
        return complex128(complex.conjugate(self))

    conj = conjugate
    __repr__ = __str__ = lambda self: repr(self._v)

    def __float__(self):
        return float(self._v.real)


class complex64(complexfloating):
    """A complex number of two float32."""

    __module__ = "numpy"
    __slots__ = ("_v",)
    dtype = dtypes.complex64

    def __new__(cls, value=0.0):
        made = _new(cls)
        value = complex(value._v if isinstance(value, generic) else value)
        made._v = complex(round_float32(value.real), round_float32(value.imag))
        return made

    real = property(lambda self: float32(self._v.real))
    imag = property(lambda self: float32(self._v.imag))

    def conjugate(self):
        """The number mirrored at the real axis."""
        return complex64(self._v.conjugate())

    conj = conjugate


class bool_(generic):
    """True or False."""

    __module__ = "numpy"
    __slots__ = ("_v",)
    dtype = dtypes.bool_

    def __new__(cls, value=False):
        if getattr(value, "shape", ()):
            from numpy._core.construct import array

            return array(value, dtype=bool)
        return TRUE if value else FALSE

    def __invert__(self):
        return FALSE if self._v else TRUE

    def __index__(self):
        raise TypeError("In the future `np.bool_` scalars will not be usable as an index")


TRUE, FALSE = _new(bool_), _new(bool_)
TRUE._v, FALSE._v = True, False


class str_(character, str):
    """A piece of text; also a Python str."""

    __module__ = "numpy"
    __slots__ = ()
    dtype = property(lambda self: text_dtype(len(self)))
    _v = property(str.__str__)
    __hash__ = str.__hash__
    __str__ = str.__str__
    __repr__ = str.__repr__
    __format__ = str.__format__
    __getitem__ = str.__getitem__
    __len__ = str.__len__
    __getattr__ = object.__getattribute__

    def __new__(cls, value=""):
        return str.__new__(cls, value)

    def item(self, *args):
        """The text as a Python str."""
        return str.__str__(self)

    def tolist(self):
        """The text as a Python str."""
        return str.__str__(self)

    def __bool__(self):
        return len(self) > 0

    def __reduce__(self):
        return (str_, (str.__str__(self),))


class bytes_(character, bytes):
    """Bytes; also Python bytes."""

    __module__ = "numpy"
    __slots__ = ()
    dtype = property(lambda self: text_dtype(len(self), "S"))
    _v = property(lambda self: bytes.__getitem__(self, slice(None)))
    __hash__ = bytes.__hash__
    __repr__ = __str__ = bytes.__repr__
    __getitem__ = bytes.__getitem__
    __getattr__ = object.__getattribute__

    def __new__(cls, value=b""):
        return bytes.__new__(cls, value)

    def __bool__(self):
        return len(self) > 0


class object_(generic):
    """Named by object arrays only; its values are the Python objects themselves."""

    __slots__ = ()

    def __new__(cls, value=None):
        return value


for _name, _type in (
    ("float64", float64), ("float32", float32), ("float16", float16), ("complex128", complex128), ("complex64", complex64), ("bool", bool_),
    ("object", object_), ("U", str_), ("S", bytes_),
):  # fmt: skip
    register_scalar(_name, _type)
dtypes._FROM_TYPE[str_] = text_dtype(0)
dtypes._FROM_TYPE[bytes_] = text_dtype(0, "S")
text_dtype(0).type, text_dtype(0, "S").type = str_, bytes_
dtypes.ABSTRACT.update({
    floating: dtypes.float64, inexact: dtypes.float64, number: dtypes.float64, integer: dtypes.int64,
    signedinteger: dtypes.int64, unsignedinteger: dtypes.uint64, complexfloating: dtypes.complex128, generic: dtypes.float64,
})  # fmt: skip


def make_scalar(dtype, value):
    """The scalar of a dtype from a Python value that it can hold exactly."""
    kind = dtype.type
    if kind is float64:
        return float.__new__(float64, value)
    if kind is bool_:
        return TRUE if value else FALSE
    if dtype._pooled:
        return value if dtype.kind == "O" else kind(value)
    made = _new(kind)
    made._v = value
    return made


def scalar_of(dtype, value):
    """The scalar of a dtype from any Python number: rounded and wrapped to what the dtype can hold."""
    if dtype.kind in "iu":
        return wrapped(dtype.type, int(value))
    return dtype.type(value) if dtype.kind != "O" else value
