"""Operators and indexing of Tensors, with TensorFlow's rules: both sides of one dtype, Python values take the tensor's."""

import numbers

import numpy
import torch

from . import dtypes, placing, placing
from .convert import to_torch
from .errors import InvalidArgumentError, invalid, shape_mismatch, sizes_text, type_mismatch
from .op_types import check_type
from .tensor import Tensor, unwrap, wrap


def _operand(op, tensor, other):
    """The other operand as a torch tensor or number of the tensor's dtype."""
    if type(other) is Tensor or hasattr(other, "_read"):
        found = unwrap(other)
    elif isinstance(other, (numpy.ndarray, list, tuple)):
        if isinstance(other, numpy.ndarray) and other.dtype.kind in "US":
            raise type_mismatch(op, dtypes.TO_NAME[tensor.dtype], "string")
        found = to_torch(other)
        if isinstance(other, numpy.ndarray) or not found.is_floating_point() or tensor.is_floating_point():
            return found.to(tensor.dtype)  # an array's fractions are cut off
        if op == "RealDiv":
            raise _unlike(tensor, found)
        raise _cannot(other, tensor)
    elif isinstance(other, (str, bytes)):
        if op in ("Equal", "NotEqual"):
            raise _cannot(other, tensor)
        raise type_mismatch(op, dtypes.TO_NAME[tensor.dtype], "string")
    else:
        return _number(op, tensor, other)
    if found.dtype is not tensor.dtype:
        if op == "RealDiv":
            raise _unlike(tensor, found)
        raise type_mismatch(op, dtypes.TO_NAME[tensor.dtype], dtypes.TO_NAME[found.dtype])
    return found


def _cannot(value, tensor):
    return TypeError(f"Cannot convert {value!r} to EagerTensor of dtype {_SHORT.get(dtypes.TO_NAME[tensor.dtype])}")


_SHORT = {"float32": "float", "float64": "double", "float16": "half", **{n: n for n in ("int64", "int32", "uint8", "int8", "int16", "bool", "bfloat16")}}


def _unlike(first, second):
    names = (f"tf.{dtypes.TO_NAME[each.dtype]}" for each in (first, second))
    return TypeError("`x` and `y` must have the same dtype, got {} != {}.".format(*names))


def _number(op, tensor, other):
    if isinstance(other, (bool, numpy.bool_)):
        if tensor.dtype is not torch.bool:
            raise _cannot(other, tensor)
        return placing.tensor(bool(other))
    if isinstance(other, numbers.Number) or isinstance(other, numpy.generic):
        if isinstance(other, (float, numpy.floating)) and not tensor.is_floating_point():
            if isinstance(other, numpy.generic):
                return int(other)
            raise _unlike(tensor, placing.tensor(0.0)) if op == "RealDiv" else _cannot(other, tensor)
        if tensor.dtype is torch.bool:
            return placing.tensor(bool(other))
        return float(other) if tensor.is_floating_point() else int(other)
    if other is None:
        raise ValueError("Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a Tensor.")
    if hasattr(other, "__array__"):
        return to_torch(other, dtypes.TO_NAME[tensor.dtype])
    return None


def _symbolic(other):
    return type(other).__name__ == "KerasTensor"


def _binary(op, compute):
    def forward(self, other):
        if _symbolic(other):
            return NotImplemented
        first = unwrap(self)
        second = _operand(op, first, other)
        if second is None:
            return NotImplemented
        return _applied(op, compute, first, second)

    def backward(self, other):
        first = unwrap(self)
        second = _operand(op, first, other)
        if second is None:
            return NotImplemented
        if not isinstance(second, torch.Tensor):
            second = placing.tensor(second, dtype=first.dtype)
        return _applied(op, compute, second, first)

    return forward, backward


def _applied(op, compute, first, second):
    if first.dtype is torch.bool and op in _WITHOUT_BOOL:
        check_type(op, "bool")
    try:
        return wrap(compute(first, second))
    except RuntimeError as error:
        if "must match" in str(error) or "broadcast" in str(error):
            raise shape_mismatch(op, first.shape, getattr(second, "shape", ())) from None
        if "ZeroDivisionError" in str(error):
            raise invalid(op, "Integer division by zero") from None
        raise


_WITHOUT_BOOL = frozenset("AddV2 Sub Mul RealDiv FloorDiv FloorMod Pow Less LessEqual Greater GreaterEqual".split())


def _divide(first, second):
    if first.is_floating_point():
        return first / second
    wide = torch.float32 if first.dtype in (torch.int8, torch.uint8, torch.int16) else torch.float64
    second = placing.to(second, wide) if isinstance(second, torch.Tensor) else float(second)
    return placing.to(first, wide) / second


def matmul(first, second, transpose_first=False, transpose_second=False):
    """torch's product of the last two dimensions, with TensorFlow's errors, which tell the shapes as they were given."""
    plain = (first.dim() < 3 or first.dim() != second.dim()) and (second.dim() < 3 or first.dim() < 2)
    op = "MatMul" if plain else "BatchMatMulV2"
    if first.dtype is torch.bool:
        check_type(op, "bool")
    shapes = [sizes_text(each.shape) for each in (first, second)]
    if first.dim() < 2 or second.dim() < 2:
        if first.dim() != second.dim():
            raise invalid(op, f"In[0] and In[1] has different ndims: {shapes[0]} vs. {shapes[1]}")
        raise invalid(op, f"In[0] and In[1] ndims must be == 2: {first.dim()}")
    a = first.transpose(-1, -2) if transpose_first else first
    b = second.transpose(-1, -2) if transpose_second else second
    if a.shape[-1] != b.shape[-2]:
        raise invalid(op, f"Matrix size-incompatible: In[0]: {shapes[0]}, In[1]: {shapes[1]}")
    try:
        return torch.matmul(a, b)
    except RuntimeError as error:
        if "must match" not in str(error) and "broadcast" not in str(error):
            raise
        raise invalid(op, f"In[0] and In[1] must have compatible batch dimensions: {shapes[0]} vs. {shapes[1]}") from None


def _logical(op, whole, boolean):
    def compute(first, second):
        return (boolean if first.dtype is torch.bool else whole)(first, second)

    return _binary(op, compute)


Tensor.__add__, Tensor.__radd__ = _binary("AddV2", torch.add)
Tensor.__sub__, Tensor.__rsub__ = _binary("Sub", torch.sub)
Tensor.__mul__, Tensor.__rmul__ = _binary("Mul", torch.mul)
Tensor.__truediv__, Tensor.__rtruediv__ = _binary("RealDiv", _divide)
Tensor.__floordiv__, Tensor.__rfloordiv__ = _binary("FloorDiv", torch.floor_divide)
Tensor.__mod__, Tensor.__rmod__ = _binary("FloorMod", torch.remainder)
Tensor.__pow__, Tensor.__rpow__ = _binary("Pow", torch.pow)
Tensor.__matmul__, Tensor.__rmatmul__ = _binary("MatMul", matmul)
Tensor.__and__, Tensor.__rand__ = _logical("LogicalAnd", torch.bitwise_and, torch.logical_and)
Tensor.__or__, Tensor.__ror__ = _logical("LogicalOr", torch.bitwise_or, torch.logical_or)
Tensor.__xor__, Tensor.__rxor__ = _logical("LogicalXor", torch.bitwise_xor, torch.logical_xor)
Tensor.__lt__ = _binary("Less", torch.lt)[0]
Tensor.__le__ = _binary("LessEqual", torch.le)[0]
Tensor.__gt__ = _binary("Greater", torch.gt)[0]
Tensor.__ge__ = _binary("GreaterEqual", torch.ge)[0]


def _equality(op, compute, unequal):
    compare = _binary(op, compute)[0]

    def operator(self, other):
        if other is None:
            return unequal
        try:
            return compare(self, other)
        except InvalidArgumentError as error:
            if "Incompatible shapes" not in str(error):
                raise
            return wrap(placing.tensor(unequal))  # as TensorFlow: shapes that do not broadcast are simply not equal

    return operator


_hash = Tensor.__hash__
Tensor.__eq__ = _equality("Equal", torch.eq, False)
Tensor.__ne__ = _equality("NotEqual", torch.ne, True)
Tensor.__hash__ = _hash


def _unary(compute):
    return lambda self: wrap(compute(unwrap(self)))


Tensor.__neg__ = _unary(torch.neg)
Tensor.__abs__ = _unary(torch.abs)
Tensor.__pos__ = lambda self: self
Tensor.__invert__ = _unary(lambda t: torch.logical_not(t) if t.dtype is torch.bool else torch.bitwise_not(t))


# --- indexing -----------------------------------------------------------------------------------------------------

_VALID = "Only integers, slices (`:`), ellipsis (`...`), tf.newaxis (`None`) and scalar tf.int32/tf.int64 tensors are valid indices, got "


def getitem(self, index):
    """`tensor[index]`: integers, slices with any step, `...`, None, scalar tensors, or one boolean mask."""
    tensor = unwrap(self)
    if isinstance(index, Tensor) or isinstance(index, numpy.ndarray):
        found = unwrap(index)
        if found.dtype is torch.bool:
            return wrap(tensor[found])
    if isinstance(index, bool):
        raise ValueError("mask cannot be scalar.")
    items = tuple(index) if isinstance(index, (tuple, list)) else (index,)
    return wrap(torch_index(tensor, items))


def torch_index(tensor, items):
    """Indexing of a torch tensor with TensorFlow's checks and negative steps."""
    whole = []
    flips = []
    used = sum(1 for each in items if each is not None and each is not Ellipsis)
    if used > tensor.dim():
        raise IndexError(f"too many indices for tensor of dimension {tensor.dim()}: {used}") if tensor.dim() == 0 else invalid(
            "StridedSlice", f"Index out of range using input dim {tensor.dim()}; input has only {tensor.dim()} dims", name="strided_slice/"
        )
    source = 0
    for each in items:
        if each is Ellipsis:
            source += tensor.dim() - used
            whole.append(each)
        elif each is None:
            whole.append(None)
        elif isinstance(each, slice):
            whole.append(_plain_slice(each, tensor.shape[source], len(whole), flips, whole))
            source += 1
        else:
            whole.append(_position(each, tensor.shape[source], source))
            source += 1
    for axis in flips:
        tensor = tensor.flip(axis)
    return tensor[tuple(whole)] if whole else tensor


def _bound(value):
    return None if value is None else int(value)


def _plain_slice(given, size, position, flips, before):
    start, stop, step = (_bound(each) for each in (given.start, given.stop, given.step))
    if step is None or step > 0:
        return slice(start, stop, step)
    if step == 0:
        raise invalid("StridedSlice", f"strides[{position}] must be non-zero")
    # tensor[start:stop:-k] is the flipped tensor's ascending slice.
    first, last, _ = slice(start, stop, step).indices(size)
    flips.append(_source_axis(before))
    return slice(size - 1 - first, size - 1 - last, -step)


def _source_axis(before):
    if Ellipsis in before:
        raise NotImplementedError("a negative step behind `...` is not here: write the dimensions out")
    return sum(1 for each in before if each is not None)


def _position(each, size, axis):
    if isinstance(each, (list, tuple, float, str)) or (isinstance(each, (numpy.ndarray, Tensor)) and each.ndim):
        raise TypeError(f"{_VALID}{each!r}")
    position = int(each)
    if not -size <= position < size:
        raise invalid("StridedSlice", f"slice index {position} of dimension {axis} out of bounds.", name="strided_slice/")
    return position


Tensor.__getitem__ = getitem
