"""finfo and iinfo: what numbers a dtype can hold."""

from numpy._core import dtypes
from numpy._core.dtypes import as_dtype
from numpy._core.promotion import limits

# bits, mantissa bits, exponent bits, decimal digits that are always right
_FLOATS = {"float16": (16, 10, 5, 3), "float32": (32, 23, 8, 6), "float64": (64, 52, 11, 15)}


class finfo:
    """Limits of a floating dtype: eps, max, min, tiny, resolution."""

    __module__ = "numpy"

    def __init__(self, dtype):
        kind = as_dtype(dtype if isinstance(dtype, (type, str, dtypes.dtype)) else getattr(dtype, "dtype", type(dtype)))
        if kind.kind == "c":
            kind = dtypes.float32 if kind.itemsize == 8 else dtypes.float64
        if kind.name not in _FLOATS:
            raise ValueError(f"data type {kind.type!r} not inexact")
        self.dtype = kind
        self.bits, self.nmant, self.iexp, self.precision = _FLOATS[kind.name]
        self.maxexp = 2 ** (self.iexp - 1)
        self.minexp = 2 - self.maxexp
        self.machep, self.negep = -self.nmant, -self.nmant - 1
        make = kind.type
        self.eps = make(2.0**-self.nmant)
        self.epsneg = make(2.0 ** -(self.nmant + 1))
        self.max = make((2 - 2.0**-self.nmant) * 2.0 ** (self.maxexp - 1))
        self.min = make(-(2 - 2.0**-self.nmant) * 2.0 ** (self.maxexp - 1))
        self.tiny = self.smallest_normal = make(2.0**self.minexp)
        self.smallest_subnormal = make(2.0 ** (self.minexp - self.nmant))
        self.resolution = make(f"1e-{self.precision}")

    def __repr__(self):
        # str() of each: format() of a scalar shows the digits of float64.
        return f"finfo(resolution={self.resolution!s}, min={self.min!s}, max={self.max!s}, dtype={self.dtype})"

    def __str__(self):
        digits = {16: 5, 32: 7, 64: 16}[self.bits]

        def text(value):
            return f"{float(value):.{digits}e}"

        line = "---------------------------------------------------------------"
        return (
            f"Machine parameters for {self.dtype}\n{line}\n"
            f"precision = {self.precision:3}   resolution = {text(self.resolution)}\n"
            f"machep = {self.machep:6}   eps =        {text(self.eps)}\n"
            f"negep =  {self.negep:6}   epsneg =     {text(self.epsneg)}\n"
            f"minexp = {self.minexp:6}   tiny =       {text(self.tiny)}\n"
            f"maxexp = {self.maxexp:6}   max =        {text(self.max)}\n"
            f"nexp =   {self.iexp:6}   min =        -max\n"
            f"smallest_normal = {text(self.smallest_normal)}   smallest_subnormal = {text(self.smallest_subnormal)}\n"
            f"{line}\n"
        )


class iinfo:
    """Limits of an integer dtype: min and max."""

    __module__ = "numpy"

    def __init__(self, int_type):
        kind = as_dtype(getattr(int_type, "dtype", int_type) if not isinstance(int_type, int) else int)
        if kind.kind not in "iu":
            raise ValueError(f"Invalid integer data type {kind.kind!r}.")
        self.dtype, self.kind, self.bits = kind, kind.kind, 8 * kind.itemsize
        self.min, self.max = limits(kind.name)

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"

    def __str__(self):
        line = "---------------------------------------------------------------"
        return f"Machine parameters for {self.dtype}\n{line}\nmin = {self.min}\nmax = {self.max}\n{line}\n"
