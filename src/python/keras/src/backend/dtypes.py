"""Element types by name: TensorFlow's tf.DType, torch's types behind it, and Keras' promotion between types."""

import functools

import torch

from . import config


class DType:
    """The type of a tensor's elements, such as tf.float32; equal to its name and to NumPy's type."""

    __module__ = "tensorflow.python.framework.dtypes"
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "tf." + self.name

    def __str__(self):
        return f"<dtype: '{self.name}'>"

    def __eq__(self, other):
        if isinstance(other, DType):
            return self.name == other.name
        if other is None:
            return False
        try:
            return self.name == _name_of(other)
        except (TypeError, ValueError):
            return False

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self.name)

    def __reduce__(self):
        return (as_dtype, (self.name,))

    @property
    def as_numpy_dtype(self):
        """NumPy's scalar type."""
        import numpy

        if self.name == "string":
            return numpy.object_
        return numpy.bool_ if self.name == "bool" else getattr(numpy, self.name)

    @property
    def is_floating(self):
        return self.name in FLOAT_TYPES

    @property
    def is_integer(self):
        return self.name in INT_TYPES

    @property
    def is_bool(self):
        return self.name == "bool"

    @property
    def is_complex(self):
        return self.name.startswith("complex")

    @property
    def is_unsigned(self):
        return self.name.startswith("uint")

    @property
    def is_numpy_compatible(self):
        return True

    @property
    def base_dtype(self):
        return self

    @property
    def real_dtype(self):
        return self

    @property
    def as_datatype_enum(self):
        return _ENUM[self.name]

    @property
    def size(self):
        """Bytes of one element."""
        return _torch_type(self.name).itemsize

    @property
    def min(self):
        """The least value of the type."""
        info = torch.finfo if self.is_floating else torch.iinfo
        return self.as_numpy_dtype(info(_torch_type(self.name)).min)

    @property
    def max(self):
        """The largest value of the type."""
        info = torch.finfo if self.is_floating else torch.iinfo
        return self.as_numpy_dtype(info(_torch_type(self.name)).max)

    def is_compatible_with(self, other):
        return as_dtype(other) == self


FLOAT_TYPES = ("bfloat16", "float16", "float32", "float64")
INT_TYPES = ("uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64")
ALLOWED_DTYPES = (
    "float16", "float32", "float64", "uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64", "bfloat16",
    "bool", "string", "float8_e4m3fn", "float8_e5m2", "complex64", "complex128",
)  # fmt: skip
_ENUM = {
    "float32": 1, "float64": 2, "int32": 3, "uint8": 4, "int16": 5, "int8": 6, "string": 7, "complex64": 8, "int64": 9, "bool": 10,
    "bfloat16": 14, "uint16": 17, "float16": 19, "uint32": 22, "uint64": 23,
}  # fmt: skip
BY_NAME = {name: DType(name) for name in ALLOWED_DTYPES}
TO_TORCH = {
    name: getattr(torch, name)
    for name in ("float32", "float64", "float16", "bfloat16", "int64", "int32", "int16", "int8", "uint8", "bool")
}
TO_NAME = {kind: name for name, kind in TO_TORCH.items()}
OF_TORCH = {kind: BY_NAME[name] for name, kind in TO_TORCH.items()}
# Types without tensors of their own are kept in the next wider one.
_WIDER = {"uint16": torch.int32, "uint32": torch.int64, "uint64": torch.int64}
_PYTHON = {bool: "bool", int: "int64", float: "float32", str: "string", "int": "int64", "float": "float32"}


def _torch_type(name):
    kind = TO_TORCH.get(name) or _WIDER.get(name)
    if kind is None:
        raise TypeError(f"tensors of dtype {name} are not here")
    return kind


def _name_of(given):
    if isinstance(given, str):
        return given
    kind = _PYTHON.get(given) if isinstance(given, type) else None
    if kind is not None:
        return kind
    name = TO_NAME.get(given)
    if name is None:
        name = getattr(given, "name", None) or getattr(given, "__name__", None)
    if name is None:
        raise TypeError(f"Cannot convert value {given!r} to a TensorFlow DType.")
    return name.rstrip("_")


def as_dtype(given):
    """The DType of a name, a NumPy type, a torch type or a Python type (tf.as_dtype: int is int64, as in NumPy)."""
    if type(given) is DType:
        return given
    try:
        name = {"half": "float16", "double": "float64", "float": "float32"}.get(given, None) if isinstance(given, str) else None
        name = name or _name_of(given)
        return BY_NAME[name]
    except (KeyError, TypeError):
        raise TypeError(f"Cannot convert the argument `type_value`: {given!r} to a TensorFlow DType.") from None


def standardize_dtype(dtype):
    """The name of a dtype; Keras' default float type for None."""
    if dtype is None:
        return config._floatx
    if type(dtype) is DType:
        return dtype.name
    if isinstance(dtype, str) and dtype in BY_NAME:
        return dtype
    try:
        dtype = _PYTHON.get(dtype, dtype)
        name = _name_of(dtype)
    except TypeError:
        name = dtype
    if name not in BY_NAME:
        raise ValueError(f"Invalid dtype: {name}")
    return name


def torch_dtype(dtype):
    """torch's type of a dtype in any spelling; None stays None."""
    if dtype is None:
        return None
    kind = TO_TORCH.get(dtype) if type(dtype) is str else None
    return kind or _torch_type(standardize_dtype(dtype))


def short(name):
    """A dtype's name as TensorFlow's messages have it."""
    return {"float16": "half", "float32": "float", "float64": "double"}.get(name, name)


def is_float_dtype(dtype):
    """Whether it is a floating type."""
    return standardize_dtype(dtype) in FLOAT_TYPES


def is_int_dtype(dtype):
    """Whether it is an integer type."""
    return standardize_dtype(dtype) in INT_TYPES


# --- Keras' promotion: a lattice in which each type points at the next wider ones -----------------------------------

_LATTICE = {
    "bool": ["int"],
    "uint8": ["int16", "uint16"],
    "uint16": ["int32", "uint32"],
    "uint32": ["int64", "uint64"],
    "uint64": ["float"],
    "int": ["uint8", "int8"],
    "int8": ["int16"],
    "int16": ["int32"],
    "int32": ["int64"],
    "int64": ["float"],
    "float": ["bfloat16", "float16"],
    "bfloat16": ["float32"],
    "float16": ["float32"],
    "float32": ["float64"],
    "float64": [],
}


@functools.lru_cache(None)
def _above(node):
    return frozenset({node}).union(*(_above(wider) for wider in _LATTICE[node]))


def result_type(*dtypes):
    """The type that an operation on these types has in Keras; Python's int and float give way to a tensor's type."""
    return _result_type(
        tuple("int" if d is int else "float" if d is float else standardize_dtype(d) for d in dtypes)
    )


@functools.lru_cache(512)
def _result_type(names):
    if not names:
        return config.floatx()
    weak = all(name in ("int", "float") for name in names)
    if len(set(names)) == 1 and not weak:
        return names[0]
    try:
        common = frozenset.intersection(*(_above(name) for name in names))
    except KeyError as missing:
        raise ValueError(f"dtype={missing.args[0]!r} is not a valid dtype for Keras type promotion.") from None
    least = next(name for name in common if common <= _above(name))
    precision = config.floatx()[-2:]
    return {"int": f"int{precision}", "float": f"float{precision}"}.get(least, least)
