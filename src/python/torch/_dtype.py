"""Element types: torch.float32 and its siblings, finfo, iinfo and the default dtype. Promotion itself is the engine's."""

import builtins

import bridge
from torch._type_name import type_name


class dtype:
    """The type of a tensor's elements. Compare with `is` or `==`; prints as `torch.float32`."""

    __module__ = "torch"
    __slots__ = ("_name", "_code", "itemsize", "is_floating_point", "is_complex", "is_signed", "_typecode", "_scalar_name")

    def __init__(self, name, code, itemsize, typecode, scalar_name, *, floating=False, signed=True, is_complex=False):
        self._name = name
        self._code = code  # the engine's
        self.itemsize = itemsize
        self.is_floating_point = floating
        self.is_complex = is_complex
        self.is_signed = signed
        self._typecode = typecode  # of Python's array module; half types travel as float32
        self._scalar_name = scalar_name

    def __call__(self, *values):
        raise TypeError("'torch.dtype' object is not callable")

    def __repr__(self):
        return f"torch.{self._name}"

    def __reduce__(self):
        return self._name  # pickled as the global torch.float32, as PyTorch does

    def __copy__(self):
        return self

    def __deepcopy__(self, _memo):
        return self

    def to_complex(self):
        return complex128 if self is float64 else complex64

    def to_real(self):
        return {complex64: float32, complex128: float64}.get(self, self)


float32 = float = dtype("float32", 0, 4, "f", "Float", floating=True)
float64 = double = dtype("float64", 1, 8, "d", "Double", floating=True)
float16 = half = dtype("float16", 2, 2, "f", "Half", floating=True)
bfloat16 = dtype("bfloat16", 3, 2, "f", "BFloat16", floating=True)
int64 = long = dtype("int64", 4, 8, "q", "Long")
int32 = int = dtype("int32", 5, 4, "i", "Int")
int16 = short = dtype("int16", 6, 2, "h", "Short")
int8 = dtype("int8", 7, 1, "b", "Char")
uint8 = dtype("uint8", 8, 1, "B", "Byte", signed=False)
bool = dtype("bool", 9, 1, "B", "Bool", signed=False)
# The engine has none of them: torch/_complex keeps such tensors as pairs of real numbers.
complex64 = cfloat = dtype("complex64", -2, 8, "", "ComplexFloat", floating=False, is_complex=True)
complex128 = cdouble = dtype("complex128", -2, 16, "", "ComplexDouble", floating=False, is_complex=True)

BY_CODE = (float32, float64, float16, bfloat16, int64, int32, int16, int8, uint8, bool)
BY_NAME = {each._name: each for each in (*BY_CODE, complex64, complex128)}
BY_NAME.update(float=float32, double=float64, half=float16, long=int64, int=int32, short=int16)

PYTHON_TYPES = {builtins.float: float64, builtins.int: int64, builtins.bool: bool}


def code_of(given, default=-1, name=None):
    """The engine's code of a dtype argument; `default` for None. Python's float, int and bool are dtypes too."""
    if given is None:
        return default
    if isinstance(given, dtype):
        if given._code < 0:
            raise NotImplementedError(f"tensors of {given!r} are not here for this operation; use torch.view_as_real")
        return given._code
    python_type = PYTHON_TYPES.get(given)
    if python_type is None:
        what = "dtype" if name is None else f"{name}(): argument 'dtype'"
        raise TypeError(f"{what} must be torch.dtype, not {type_name(given)}")
    return python_type._code


def default_code():
    """The engine's code of the default floating type."""
    return bridge.default_dtype()


def get_default_dtype():
    """The dtype of `torch.tensor([1.0])` and `torch.zeros(3)`: float32 unless changed."""
    return BY_CODE[bridge.default_dtype()]


def set_default_dtype(d):
    """Changes the floating dtype of new tensors."""
    if not isinstance(d, dtype):
        raise TypeError("invalid dtype object: only floating-point types are supported as the default type")
    if not d.is_floating_point:
        raise TypeError("only floating-point types are supported as the default type")
    bridge.set_default_dtype(d._code)


def set_default_tensor_type(t):
    """The older spelling: set_default_tensor_type(torch.DoubleTensor)."""
    name = t if isinstance(t, str) else f"torch.{t.__name__}"
    for each in BY_CODE:
        if name in (f"torch.{each._scalar_name}Tensor", f"torch.cuda.{each._scalar_name}Tensor"):
            return set_default_dtype(each)
    raise TypeError(f"invalid type object: {t}")


# eps, smallest normal, largest, decimal digits, smallest subnormal
_FLOAT_LIMITS = {
    float32: (2.0**-23, 2.0**-126, (2 - 2.0**-23) * 2.0**127, 1e-6, 2.0**-149),
    float64: (2.0**-52, 2.0**-1022, (2 - 2.0**-52) * 2.0**1023, 1e-15, 2.0**-1074),
    float16: (2.0**-10, 2.0**-14, 65504.0, 1e-3, 2.0**-24),
    bfloat16: (2.0**-7, 2.0**-126, (2 - 2.0**-7) * 2.0**127, 1e-2, 2.0**-133),
}


class finfo:
    """Limits of a floating dtype: bits, eps, max, min, tiny (smallest_normal), resolution."""

    __module__ = "torch"

    def __init__(self, type=None):
        type = get_default_dtype() if type is None else type
        if type not in _FLOAT_LIMITS:
            raise TypeError("torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'")
        self.bits = type.itemsize * 8
        self.eps, self.tiny, self.max, self.resolution, self.smallest_subnormal = _FLOAT_LIMITS[type]
        self.smallest_normal = self.tiny
        self.min = -self.max
        self.dtype = type._name

    def __repr__(self):
        return (
            f"finfo(resolution={self.resolution:g}, min={self.min:g}, max={self.max:g}, eps={self.eps:g}, "
            f"smallest_normal={self.smallest_normal:g}, tiny={self.tiny:g}, dtype={self.dtype})"
        )


class iinfo:
    """Limits of an integer dtype: bits, min, max."""

    __module__ = "torch"

    def __init__(self, type):
        if not isinstance(type, dtype) or type.is_floating_point or type.is_complex or type is bool:
            raise TypeError("torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'")
        self.bits = type.itemsize * 8
        self.min = -(2 ** (self.bits - 1)) if type.is_signed else 0
        self.max = 2 ** (self.bits - 1) - 1 if type.is_signed else 2**self.bits - 1
        self.dtype = type._name

    def __repr__(self):
        return f"iinfo(min={self.min:g}, max={self.max:g}, dtype={self.dtype})"
