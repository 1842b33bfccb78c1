"""Which dtype an operation computes in: NumPy's tables, with scalars judged by their value (NumPy 1's rule)."""

from numpy._core import dtypes
from numpy._core.dtypes import as_dtype, dtype, text_dtype

_INTS = ("int8", "int16", "int32", "int64")
_UINTS = ("uint8", "uint16", "uint32", "uint64")
_FLOATS = ("float16", "float32", "float64")
_CATEGORY = {"b": 0, "u": 1, "i": 1, "f": 2, "c": 3, "S": 4, "U": 4, "O": 5}
# Scalars of a higher order than the arrays count with their whole type, others only with their value.
_VALUE_ORDER = {"b": 0, "u": 1, "i": 1, "f": 2, "c": 2, "S": 4, "U": 4, "O": 5}
# The smallest float that holds all integers of so many bytes.
_FLOAT_FOR = {1: "float16", 2: "float32", 4: "float64", 8: "float64"}
_LIMITS = {
    **{name: (-(2 ** (8 * size - 1)), 2 ** (8 * size - 1) - 1) for name, size in zip(_INTS, (1, 2, 4, 8), strict=True)},
    **{name: (0, 2 ** (8 * size) - 1) for name, size in zip(_UINTS, (1, 2, 4, 8), strict=True)},
}
_PYTHON = (bool, int, float, complex)
_pairs = {}
# NumPy 2's rule: NumPy's scalars count with their type, Python's numbers only with their kind; numpy2.py changes it.
python_numbers_are_weak = False


def limits(name):
    """Smallest and largest value of an integer dtype."""
    return _LIMITS[name]


def promote(a, b):
    """The smallest dtype to which both can be cast safely."""
    if a is b:
        return a
    key = (a.name, b.name)
    found = _pairs.get(key)
    if found is None:
        found = _pairs[key] = _promote(a, b)
    return found


def _promote(a, b):
    if a.name == b.name:
        return a
    ka, kb = a.kind, b.kind
    if "O" in (ka, kb):
        return dtypes.object_
    if ka in "US" or kb in "US":
        return _promote_text(a, b)
    if _CATEGORY[ka] > _CATEGORY[kb]:
        a, b, ka, kb = b, a, kb, ka
    if ka == "b":
        return b
    if kb == "c":
        narrow = (ka == "c" and a.itemsize == 8 and b.itemsize == 8) or (
            ka != "c" and b.itemsize == 8 and promote(a, dtypes.float32).itemsize == 4
        )
        return dtypes.complex64 if narrow else dtypes.complex128
    if kb == "f":
        if ka == "f":
            return a if a.itemsize > b.itemsize else b
        need = dtypes.BY_NAME[_FLOAT_FOR[a.itemsize]]
        return need if need.itemsize > b.itemsize else b
    if ka == kb:
        return a if a.itemsize > b.itemsize else b
    signed, unsigned = (a, b) if ka == "i" else (b, a)
    if signed.itemsize > unsigned.itemsize:
        return signed
    return dtypes.BY_NAME[f"int{16 * unsigned.itemsize}"] if unsigned.itemsize < 8 else dtypes.float64


_TEXT_LENGTH = {"b": 5, "f": 32, "c": 64}


def _text_length(a):
    if a.kind in "US":
        return a.itemsize // (4 if a.kind == "U" else 1)
    if a.kind in "iu":
        return {1: 4, 2: 6, 4: 11, 8: 21}[a.itemsize] - (a.kind == "u")
    return _TEXT_LENGTH[a.kind]


def _promote_text(a, b):
    kind = "U" if "U" in (a.kind, b.kind) else "S"
    return text_dtype(max(_text_length(a), _text_length(b)), kind)


def min_scalar(value, own):
    """The smallest dtype that holds the value of a scalar of dtype `own`."""
    kind = own.kind
    if kind in "iu":
        value = int(value)
        names = _UINTS if value >= 0 else _INTS
        for name in names:
            low, high = _LIMITS[name]
            if low <= value <= high:
                return dtypes.BY_NAME[name]
        return dtypes.object_
    if kind == "f":
        size = abs(float(value))
        if size != size or size == float("inf") or size < 65000:
            return dtypes.float16
        return dtypes.float32 if size < 3.4e38 else dtypes.float64
    if kind == "c":
        value = complex(value)
        return dtypes.complex64 if max(abs(value.real), abs(value.imag)) < 3.4e38 else dtypes.complex128
    return own


def python_dtype(value):
    """The dtype that a Python number has by itself."""
    if value is True or value is False:
        return dtypes.bool_
    kind = type(value)
    if kind is float:
        return dtypes.float64
    if kind is int:
        if -(2**63) <= value < 2**63:
            return dtypes.int64
        return dtypes.uint64 if 0 <= value < 2**64 else dtypes.object_
    if kind is complex:
        return dtypes.complex128
    if kind is str:
        return text_dtype(len(value))
    own = getattr(value, "dtype", None)
    return own if isinstance(own, dtype) else dtypes.object_


def weak(kind, value):
    """The dtype of `kind` together with a Python number."""
    group, own = kind.kind, type(value)
    if group in "OUS":
        return promote(kind, python_dtype(value))
    if own is bool or (own is int and group != "b"):
        if own is int and group in "iu":
            low, high = _LIMITS[kind.name]
            if not low <= value <= high:
                raise OverflowError(f"Python integer {value} out of bounds for {kind.name}")
        return kind
    if own is int:
        return dtypes.int64
    if own is float:
        return kind if group in "fc" else dtypes.float64
    return kind if group == "c" else dtypes.complex64 if kind.name in ("float32", "float16") else dtypes.complex128


def _resolve_weak(strong, numbers):
    result = strong[0]
    for each in strong[1:]:
        result = promote(result, each)
    for value in numbers:
        result = weak(result, value)
    return result


def resolve(arrays, scalars):
    """The common dtype of arrays' dtypes and of scalars, given as (value, dtype)."""
    if python_numbers_are_weak:
        strong = [*arrays, *(each for value, each in scalars if type(value) not in _PYTHON)]
        if strong:
            return _resolve_weak(strong, [value for value, _ in scalars if type(value) in _PYTHON])
    if not arrays:
        result = scalars[0][1]
        for _, each in scalars[1:]:
            result = promote(result, each)
        return result
    result = arrays[0]
    for each in arrays[1:]:
        result = promote(result, each)
    if not scalars:
        return result
    if max(_VALUE_ORDER[each.kind] for _, each in scalars) > max(_VALUE_ORDER[each.kind] for each in arrays):
        for _, each in scalars:
            result = promote(result, each)
        return result
    for value, each in scalars:
        least = min_scalar(value, each)
        if least.kind == "u" and result.kind == "i" and int(value) <= _LIMITS[least.name[1:]][1]:
            least = dtypes.BY_NAME[least.name[1:]]  # with its top bit free a positive number fits the signed type as well
        result = promote(result, least)
    return result


def result_type(*arrays_and_dtypes):
    """The dtype that NumPy's promotion gives for arrays, scalars and dtypes together."""
    from numpy._core.ndarray import ndarray
    from numpy._core.construct import asarray

    arrays, scalars = [], []
    for each in arrays_and_dtypes:
        if isinstance(each, ndarray):
            if each.shape == ():
                scalars.append((each.item(), each.dtype))
            else:
                arrays.append(each.dtype)
        elif isinstance(each, (dtype, type, str)):
            arrays.append(as_dtype(each))
        elif isinstance(each, (list, tuple)):
            arrays.append(asarray(each).dtype)
        else:
            scalars.append((each, python_dtype(each)))
    if not arrays and not scalars:
        raise ValueError("at least one array or dtype is required")
    return resolve(arrays, scalars)


def promote_types(type1, type2):
    """The smallest dtype to which both dtypes can be cast safely."""
    return promote(as_dtype(type1), as_dtype(type2))


def min_scalar_type(a):
    """The smallest dtype that can hold a scalar's value."""
    from numpy._core.ndarray import ndarray

    if isinstance(a, ndarray):
        if a.shape:
            return a.dtype
        a = a.item()
    return min_scalar(a, python_dtype(a))


_KIND_ORDER = {"b": 0, "u": 1, "i": 2, "f": 3, "c": 4, "S": 5, "U": 6, "O": 7}


def check_casting(casting):
    """Refuses what is no casting rule."""
    if casting not in ("no", "equiv", "safe", "same_kind", "unsafe"):
        raise ValueError(f"casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe' (got {casting!r})")


def can_cast(from_, to, casting="safe"):
    """Whether a cast is allowed under 'no', 'equiv', 'safe', 'same_kind' or 'unsafe'."""
    check_casting(casting)
    try:
        to = as_dtype(to)
        from_ = as_dtype(from_) if isinstance(from_, str) else from_
    except TypeError:
        raise TypeError("did not understand one of the types; 'None' not accepted") from None
    if not isinstance(from_, (dtype, type, str)):
        from numpy._core.ndarray import ndarray

        if isinstance(from_, ndarray) and from_.shape:
            from_ = from_.dtype
        else:
            value = from_.item() if isinstance(from_, ndarray) else from_
            own = min_scalar(value, python_dtype(value))
            if own.kind == "u" and to.kind == "i" and own.itemsize == to.itemsize:
                return _LIMITS[to.name][1] >= int(value)
            from_ = own
    from_ = as_dtype(from_)
    if casting == "unsafe":
        return True
    if casting in ("no", "equiv"):
        return from_ == to
    if to.kind in "US" and from_.kind not in "US" and to.itemsize == 0:
        return from_.kind != "O"
    safe = promote(from_, to) == to
    if casting == "safe" or safe:
        return safe
    return _KIND_ORDER[from_.kind] <= _KIND_ORDER[to.kind]


def issubdtype(arg1, arg2):
    """Whether a dtype lies below another in the hierarchy: issubdtype(np.float32, np.floating)."""
    from numpy._core import scalars

    def scalar_type(each):
        if isinstance(each, type) and issubclass(each, scalars.generic):
            return each
        return as_dtype(each).type

    return issubclass(scalar_type(arg1), scalar_type(arg2))


def float_for(given):
    """The floating type in which functions such as exp compute integers."""
    if given.kind in "fcO":
        return given
    return dtypes.BY_NAME[_FLOAT_FOR[given.itemsize]]
