"""Making tensors from Python data and NumPy arrays. Filled ones are in _ops/filled.py, random ones in random.py."""

import array
import builtins
import functools
import math
import operator
import warnings

import bridge
from torch import _device
from torch._dtype import BY_CODE, code_of
from torch._ops.promotion import promote_types
from torch._ops.register import function
from torch._tensor import Tensor, number_kind, plain_number, wrap
from torch._type_name import type_name

_INT64 = (-(2**63), 2**63 - 1)

# --- from data ----------------------------------------------------------------------------------------------------


@function
def tensor(data, *, dtype=None, device=None, requires_grad=False, pin_memory=False):
    """A new tensor with a copy of `data`: a number, nested lists, a NumPy array.

    Whole numbers give int64, True and False bool, other numbers the default floating type.
    """
    if isinstance(data, Tensor):
        warnings.warn(
            "To copy construct from a tensor, it is recommended to use sourceTensor.clone().detach() or "
            "sourceTensor.clone().detach().requires_grad_(True), rather than torch.tensor(sourceTensor).",
            UserWarning,
            stacklevel=2,
        )
        made = data.detach().to(dtype=dtype, device=device, copy=True)
    else:
        try:
            made = from_data(data, code_of(dtype, name="tensor"), _device.code_of(device))
        except (TypeError, NotImplementedError):
            if not has_complex(data):
                raise
            return _complex_data(data, dtype, device, requires_grad)
    return leaf(made, requires_grad)


def has_complex(values):
    """Whether there is a complex number, tensor or array in nested lists."""
    if isinstance(values, (list, tuple)):
        return any(map(has_complex, values))
    return isinstance(values, complex) or getattr(getattr(values, "dtype", None), "kind", "") == "c"


def _complex_data(data, dtype=None, device=None, requires_grad=False):
    from torch._complex.make import from_data

    return from_data(data, dtype, device, requires_grad)


def leaf(made, requires_grad):
    """Marks a fresh tensor; the dtype must be floating."""
    if requires_grad:
        if bridge.dtype(made._handle) > 3:
            raise RuntimeError("Only Tensors of floating point and complex dtype can require gradients")
        bridge.set_requires_grad(made._handle, True)
    return made


def from_data(data, dtype, device):
    """A tensor of Python data with engine codes; dtype -1 is inferred."""
    if hasattr(data, "_as_tensor_handle"):
        return _moved(wrap(data._as_tensor_handle(copy=True)), dtype, device)
    shape = _shape_of(data)
    arrays = []
    flat = [data] if not shape else _flattened(data, shape, arrays)
    if arrays:
        _warn_of_arrays()
    if dtype < 0:
        dtype = functools.reduce(_dtype_join, arrays) if arrays else _inferred(flat)
    return _moved(_from_numbers(flat, shape, dtype), dtype, device)


@functools.cache  # once, as PyTorch does
def _warn_of_arrays():
    warnings.warn(
        "Creating a tensor from a list of numpy.ndarrays is extremely slow. Please consider converting the list to a single "
        "numpy.ndarray with numpy.array() before converting to a tensor.",
        UserWarning,
        stacklevel=4,
    )


def _moved(made, dtype, device):
    handle = made._handle
    if dtype >= 0 and bridge.dtype(handle) != dtype:
        made = wrap(bridge.cast(handle, dtype))
    return made if device == 0 else wrap(bridge.to_device(made._handle, device))


def _is_sequence(data):
    if isinstance(data, (list, tuple, range)):
        return True
    if isinstance(data, Tensor):
        return False  # a tensor in a list counts as one number
    if hasattr(data, "_as_tensor_handle"):
        return len(data.shape) > 0
    if isinstance(data, (str, bytes, dict, set)):
        return False
    return hasattr(data, "__len__") and hasattr(data, "__getitem__")


def _shape_of(data):
    """Lengths of the first element of each depth, as PyTorch infers sizes."""
    if isinstance(data, str):
        raise TypeError("new(): invalid data type 'str'")
    shape = []
    while _is_sequence(data):
        if hasattr(data, "_as_tensor_handle"):
            shape.extend(data.shape)
            break
        shape.append(len(data))
        if len(data) == 0:
            break
        data = data[0]
    if isinstance(data, str):
        raise ValueError("too many dimensions 'str'")
    return shape


def _flattened(data, shape, arrays, depth=0):
    """The numbers in one list; the dtypes of NumPy arrays on the way are added to `arrays`."""
    if hasattr(data, "_as_tensor_handle") and len(data.shape) > 0:
        if list(data.shape) != shape[depth:]:
            raise ValueError(f"expected sequence of length {shape[depth]} at dim {depth} (got {len(data)})")
        arrays.append(data._torch_dtype_code())
        return _deep(data.tolist(), len(shape) - depth)
    if not _is_sequence(data):
        raise TypeError("not a sequence")
    if len(data) != shape[depth]:
        raise ValueError(f"expected sequence of length {shape[depth]} at dim {depth} (got {len(data)})")
    if depth == len(shape) - 1:
        return list(data)
    return [number for part in data for number in _flattened(part, shape, arrays, depth + 1)]


def _deep(nested, depth):
    for _ in range(depth - 1):
        nested = [number for part in nested for number in part]
    return nested


def _inferred(flat):
    """bool < whole < floating, over all elements; tensors and NumPy scalars bring their own dtype."""
    kinds = set(map(builtins.type, flat))
    if not kinds or float in kinds:
        if all(kind in (float, int, bool) for kind in kinds):
            return bridge.default_dtype()
    elif kinds <= {int, bool}:
        return 9 if kinds == {bool} else 4
    code = -1
    for number in flat:
        own = _own_dtype(number)
        code = own if code < 0 else _dtype_join(code, own)
    return code


def _own_dtype(number):
    if isinstance(number, Tensor):
        return bridge.dtype(number._handle)
    if hasattr(number, "_numpy_scalar") or hasattr(number, "_as_tensor_handle"):
        return number._torch_dtype_code()
    kind = number_kind(number)
    if kind is None:
        if isinstance(number, (list, tuple)):
            raise TypeError(f"'{builtins.type(number).__name__}' object cannot be interpreted as an integer")
        if isinstance(number, str):
            raise TypeError("new(): invalid data type 'str'")
        if isinstance(number, complex):
            raise NotImplementedError("complex numbers are not here for this operation")
        raise RuntimeError(f"Could not infer dtype of {builtins.type(number).__name__}")
    return (9, 4, bridge.default_dtype())[kind]


def _dtype_join(a, b):
    return promote_types(BY_CODE[a], BY_CODE[b])._code


def _from_numbers(flat, shape, dtype):
    """Python numbers into memory: through an array of the dtype, or of float32 for the half types."""
    target = BY_CODE[dtype]
    floating = target.is_floating_point
    try:
        numbers = array.array(target._typecode, map(_truth, flat) if dtype == 9 else flat)
    except (TypeError, OverflowError, ValueError, RuntimeError):
        numbers = array.array(target._typecode, [_element(value, target) for value in flat])
    handle = bridge.from_address(0 if target.itemsize == 2 and floating else dtype, numbers.buffer_info()[0], *shape)
    return wrap(handle)


def _truth(value):
    if isinstance(value, (list, tuple, str)):
        raise TypeError
    return 1 if value else 0


def _element(value, target):
    """One element the slow way: tensors, NumPy scalars, numbers too large."""
    if isinstance(value, Tensor) and value.numel() != 1:
        value = float(value) if target.is_floating_point else operator.index(value)  # each refuses in its own words
    if isinstance(value, Tensor) or hasattr(value, "_as_tensor_handle"):
        value = value.item()
    value = plain_number(value)
    if number_kind(value) is None:
        if _is_sequence(value):
            raise TypeError(f"'{type_name(value)}' object cannot be interpreted as an integer")
        raise TypeError(f"must be real number, not {type_name(value)}")
    if not target.is_floating_point and target._name != "bool":
        if isinstance(value, float) and not math.isfinite(value):
            raise RuntimeError(f"value cannot be converted to type {_C_NAMES[target._name]} without overflow")
        value = int(value)
        low, high = (-(2 ** (8 * target.itemsize - 1)), 2 ** (8 * target.itemsize - 1) - 1) if target.is_signed else (0, 255)
        if not _INT64[0] <= value <= _INT64[1]:
            raise RuntimeError("Overflow when unpacking long")
        if not low <= value <= high:
            raise RuntimeError(f"value cannot be converted to type {_C_NAMES[target._name]} without overflow")
        return value
    return float(value) if target.is_floating_point else _truth(value)


_C_NAMES = {"int64": "int64_t", "int32": "int", "int16": "int16_t", "int8": "int8_t", "uint8": "uint8_t"}


@function
def as_tensor(data, dtype=None, device=None):
    """The data as a tensor, sharing memory with a tensor or NumPy array where that is possible."""
    if isinstance(data, Tensor):
        return data.to(dtype=dtype, device=device)
    if hasattr(data, "_as_tensor_handle"):
        return from_numpy(data).to(dtype=dtype, device=device)
    if has_complex(data):
        return _complex_data(data, dtype, device)
    return from_data(data, code_of(dtype), _device.code_of(device))


@function
def asarray(obj, *, dtype=None, device=None, copy=None, requires_grad=False):
    """Like as_tensor; copy=True always copies."""
    made = as_tensor(obj, dtype, device)
    return leaf(made.detach().clone() if copy else made, requires_grad)


@function
def from_numpy(array):
    """A tensor over the memory of a NumPy array: writing to one changes the other."""
    if not hasattr(array, "_as_tensor_handle") or getattr(array, "_numpy_scalar", False):
        raise TypeError(f"expected np.ndarray (got {type_name(array)})")
    return _complex_data(array) if array.dtype.kind == "c" else wrap(array._as_tensor_handle())


@function
def frombuffer(buffer, *, dtype, count=-1, offset=0, requires_grad=False):
    """A tensor of the bytes of a buffer (copied: Python may move its memory)."""
    raw = bytes(memoryview(buffer).cast("B"))[offset:]
    count = len(raw) // dtype.itemsize if count < 0 else count
    if count == 0 or count * dtype.itemsize > len(raw):
        raise ValueError("both buffer length and count must not be 0")
    held = array.array("B", raw[: count * dtype.itemsize])
    return leaf(wrap(bridge.from_address(dtype._code, held.buffer_info()[0], count)), requires_grad)


@function
def scalar_tensor(s, *, dtype=None, device=None, requires_grad=False):
    """A tensor without dimensions."""
    made = from_data(s, bridge.default_dtype() if dtype is None else code_of(dtype), _device.code_of(device))
    return leaf(made, requires_grad)


# --- the older constructors: torch.Tensor(2, 3), torch.LongTensor([1, 2]) ---------------------------------------------


def legacy_tensor(*args, device=None, dtype=None, requires_grad=False):
    """torch.Tensor(sizes…), torch.Tensor(data): the default dtype, or that of torch.LongTensor and its like."""
    code = bridge.default_dtype() if dtype is None else dtype._code
    if not args:
        return wrap(bridge.empty(code, 0, 0))
    first = args[0]
    if isinstance(first, Tensor):
        return wrap(bridge.detach(first._handle)) if bridge.dtype(first._handle) == code else first.detach().to(BY_CODE[code])
    if len(args) == 1 and (isinstance(first, (list, tuple, range)) or hasattr(first, "_as_tensor_handle")):
        if isinstance(first, tuple) and builtins.type(first).__name__ == "Size":
            return wrap(bridge.empty(code, 0, *first))
        return from_data(first, code, 0)
    if all(isinstance(size, int) for size in args):
        return wrap(bridge.empty(code, _device.code_of(device), *args))
    if isinstance(first, str):
        raise TypeError("new(): invalid data type 'str'")
    raise TypeError(f"new(): data must be a sequence (got {builtins.type(first).__name__})")
