"""NumPy's scalar types: what indexing one element or reducing a whole array returns.

float64 is a Python float, complex128 a complex and str_ a str, as in NumPy; the others hold a Python number in `_v`.
Anything that an array can do (`x.sum()`, `x.astype(int)`) a scalar does through an array without dimensions.
"""

import math
import numbers

from numpy._core import dtypes
from numpy._core.abstract import (
    BITS, character, complexfloating, floating, generic, inexact, integer, number, round_float16, round_float32, signedinteger, unsignedinteger,
    wrapped,
)  # fmt: skip
from numpy._core.dtypes import register_scalar, text_dtype
from numpy._core.floatformat import scalar_text

_new = object.__new__


def _integer_type(name, base, bits):
    made = type(name, (base,), {"__slots__": ("_v",), "__module__": "numpy", "__doc__": f"An integer of {bits} bits."})
    made.dtype = dtypes.BY_NAME[name]
    BITS[made] = (bits, base is signedinteger)
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
    return math.nan if value is None else float(value)


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
        return format(float.__float__(self), spec) if spec else str(self)

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
        if isinstance(value, (list, tuple)) or getattr(value, "shape", ()):
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
    __iter__ = str.__iter__
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
    __iter__ = bytes.__iter__
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


# Python asks for these where it wants a number of some kind (fractions, statistics, random).
numbers.Integral.register(integer)
numbers.Real.register(floating)
numbers.Complex.register(inexact)
numbers.Number.register(number)


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
