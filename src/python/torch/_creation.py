"""Making tensors: from Python data and NumPy arrays, and filled ones. Random ones are in random.py."""

import array
import builtins
import math
import warnings

import bridge
from torch import _device, _dtype
from torch._dtype import BY_CODE, code_of
from torch._ops.register import both, function, method, result
from torch._tensor import Tensor, number_kind, plain_number, wrap, write_out

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
        made = from_data(data, code_of(dtype), _device.code_of(device))
    return leaf(made, requires_grad)


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
    flat = [data] if not shape else _flattened(data, shape)
    if dtype < 0:
        dtype = _inferred(flat)
    return _moved(_from_numbers(flat, shape, dtype), dtype, device)


def _moved(made, dtype, device):
    handle = made._handle
    if dtype >= 0 and bridge.dtype(handle) != dtype:
        made = wrap(bridge.cast(handle, dtype))
    return made if device == 0 else wrap(bridge.to_device(made._handle, device))


def _is_sequence(data):
    if isinstance(data, (list, tuple, range)):
        return True
    if isinstance(data, Tensor) or hasattr(data, "_as_tensor_handle"):
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
        if isinstance(data, Tensor) or hasattr(data, "_as_tensor_handle"):
            shape.extend(data.shape)
            break
        shape.append(len(data))
        if len(data) == 0:
            break
        data = data[0]
    if isinstance(data, str):
        raise ValueError("too many dimensions 'str'")
    return shape


def _flattened(data, shape, depth=0):
    if isinstance(data, Tensor) or hasattr(data, "_as_tensor_handle"):
        if list(data.shape) != shape[depth:]:
            raise ValueError(f"expected sequence of length {shape[depth]} at dim {depth} (got {len(data)})")
        return _deep(data.tolist(), len(shape) - depth)
    if not _is_sequence(data):
        raise TypeError("not a sequence")
    if len(data) != shape[depth]:
        raise ValueError(f"expected sequence of length {shape[depth]} at dim {depth} (got {len(data)})")
    if depth == len(shape) - 1:
        return list(data)
    return [number for part in data for number in _flattened(part, shape, depth + 1)]


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
            raise NotImplementedError("complex tensors are not here; keep the real and imaginary parts in two tensors")
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
    if isinstance(value, Tensor) or hasattr(value, "_as_tensor_handle"):
        value = value.item()
    value = plain_number(value)
    if number_kind(value) is None:
        if _is_sequence(value):
            raise TypeError(f"'{builtins.type(value).__name__}' object cannot be interpreted as an integer")
        raise TypeError(f"must be real number, not {builtins.type(value).__name__}")
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
        raise TypeError(f"expected np.ndarray (got {builtins.type(array).__name__})")
    return wrap(array._as_tensor_handle())


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
    raise TypeError(f"new(): data must be a sequence (got {builtins.type(first).__name__})")


# --- filled -------------------------------------------------------------------------------------------------------


def sizes_of(name, size):
    """Sizes given as `2, 3` or `(2, 3)`."""
    if len(size) == 1 and not isinstance(size[0], int) and not (isinstance(size[0], Tensor) and size[0].ndim == 0):
        inner = size[0]
        if not isinstance(inner, (tuple, list)):
            raise TypeError(
                f"{name}(): argument 'size' (position 1) must be tuple of ints, not {builtins.type(inner).__name__}"
            )
        size = inner
    for position, each in enumerate(size):
        if builtins.type(each) is not int:
            break
    else:
        return size
    return tuple(_size(name, position, each) for position, each in enumerate(size))


def _size(name, position, each):
    try:
        if isinstance(each, bool) or isinstance(each, float):
            raise TypeError
        return each.__index__()
    except (AttributeError, TypeError):
        kind = builtins.type(each).__name__
        raise TypeError(
            f"{name}(): argument 'size' must be tuple of ints, but found element of type {kind} at pos {position + 1}"
        ) from None


def _filled(name, value, kind):
    def make(*size, out=None, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False, **options):
        if "size" in options:
            size = (options["size"],)
        sizes = sizes_of(name, size)
        if out is not None:
            return write_out(out, bridge.full(bridge.dtype(out._handle), value, kind, 0, *sizes))
        code = bridge.default_dtype() if dtype is None else code_of(dtype)
        return leaf(wrap(bridge.full(code, value, kind, _device.code_of(device), *sizes)), requires_grad)

    make.__name__ = make.__qualname__ = name
    make.__doc__ = f"A tensor of the given sizes filled with {value}: torch.{name}(2, 3)."
    return function(make)


zeros = _filled("zeros", 0, 1)
ones = _filled("ones", 1, 1)


@function
def empty(*size, out=None, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False, memory_format=None, **options):
    """A tensor of the given sizes whose values are whatever was in memory (zeros here)."""
    return zeros(*size, out=out, dtype=dtype, device=device, requires_grad=requires_grad, **options)


@function
def full(size, fill_value, *, out=None, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False):
    """A tensor filled with one value, whose kind decides the dtype."""
    if isinstance(fill_value, Tensor):
        fill_value = fill_value.item()
    kind = number_kind(fill_value)
    if kind is None:
        raise TypeError(
            f"full(): argument 'fill_value' (position 2) must be Number, not {builtins.type(fill_value).__name__}"
        )
    code = (9, 4, bridge.default_dtype())[kind] if dtype is None else code_of(dtype)
    handle = bridge.full(code, plain_number(fill_value), kind, _device.code_of(device), *sizes_of("full", (size,)))
    return leaf(result(handle, out), requires_grad)


def _like(name, value, kind):
    def make(input, *, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False, memory_format=None):
        handle = input._handle
        code = bridge.dtype(handle) if dtype is None else code_of(dtype)
        place = bridge.device(handle) if device is None else _device.code_of(device)
        return leaf(wrap(bridge.full(code, value, kind, place, *input.shape)), requires_grad)

    make.__name__ = make.__qualname__ = name
    make.__doc__ = f"A tensor of the input's sizes, dtype and device filled with {value}."
    return function(make)


zeros_like = _like("zeros_like", 0, 1)
ones_like = _like("ones_like", 1, 1)
empty_like = _like("empty_like", 0, 1)


@function
def full_like(input, fill_value, *, dtype=None, layout=None, device=None, requires_grad=False, memory_format=None):
    """A tensor of the input's sizes, dtype and device filled with one value."""
    return full(
        input.shape, fill_value, dtype=dtype or input.dtype, device=device or input.device, requires_grad=requires_grad
    )


def _new_filled(name, value):
    def make(self, *size, dtype=None, device=None, requires_grad=False, layout=None, pin_memory=False, **options):
        if "size" in options:
            size = (options["size"],)
        sizes = sizes_of(name, size)
        return full(
            sizes, value, dtype=dtype or self.dtype, device=device or self.device, requires_grad=requires_grad
        )

    make.__name__ = make.__qualname__ = name
    make.__doc__ = f"A tensor filled with {value}, with this tensor's dtype and device."
    return method(make)


for _name, _value in (("new_zeros", 0), ("new_ones", 1), ("new_empty", 0)):
    _new_filled(_name, _value)


@method
def new_full(self, size, fill_value, *, dtype=None, device=None, requires_grad=False):
    """A tensor filled with one value, with this tensor's dtype and device."""
    return full(size, fill_value, dtype=dtype or self.dtype, device=device or self.device, requires_grad=requires_grad)


@method
def new_tensor(self, data, *, dtype=None, device=None, requires_grad=False):
    """A new tensor with a copy of data, with this tensor's dtype and device."""
    if isinstance(data, Tensor):
        data = data.detach().clone()
        return leaf(data.to(dtype=dtype or data.dtype, device=device or self.device), requires_grad)
    return tensor(data, dtype=dtype or self.dtype, device=device or self.device, requires_grad=requires_grad)


@method
def new(self, *args, **options):
    """The older spelling of new_empty and new_tensor."""
    return legacy_tensor(*args, dtype=self.dtype, **options)


# --- promotion (the rules are the engine's; these answer questions about them) -------------------------------------------


@function
def promote_types(type1, type2):
    """The smallest dtype that holds both: promote_types(torch.int32, torch.float32) is float32."""
    for each in (type1, type2):
        if not isinstance(each, _dtype.dtype):
            raise TypeError(f"promote_types(): argument must be torch.dtype, not {builtins.type(each).__name__}")
    first, second = wrap(bridge.empty(type1._code, 0, 0)), wrap(bridge.empty(type2._code, 0, 0))
    return _joined(first, second)


def _joined(first, second):
    return wrap(bridge.maximum(first._handle, second._handle)).dtype


@function
def result_type(tensor1, tensor2):
    """The dtype of `tensor1 + tensor2`; either may be a Python number."""
    if not isinstance(tensor1, Tensor):
        tensor1, tensor2 = tensor2, tensor1
    if not isinstance(tensor1, Tensor):
        return _joined(tensor(tensor1), tensor(tensor2))
    shape = (0,) if tensor1.ndim else ()
    first = wrap(bridge.empty(bridge.dtype(tensor1._handle), 0, *shape))
    if isinstance(tensor2, Tensor):
        return _joined(first, wrap(bridge.empty(bridge.dtype(tensor2._handle), 0, *((0,) if tensor2.ndim else ()))))
    return wrap(bridge.mul_scalar(first._handle, plain_number(tensor2), number_kind(tensor2))).dtype


@function
def can_cast(from_, to):
    """Whether the dtype may be converted without falling to a lower category."""

    def category(each):
        return 2 if each.is_floating_point else 0 if each._name == "bool" else 1

    return category(from_) <= category(to)


@both
def is_nonzero(input):
    """Whether the one element is not zero."""
    return bool(input)


@function
def is_tensor(obj):
    """Whether the object is a torch.Tensor."""
    return isinstance(obj, Tensor)


@function
def is_storage(obj):
    """Whether the object is a storage."""
    from torch.storage import TypedStorage, UntypedStorage

    return isinstance(obj, (TypedStorage, UntypedStorage))
