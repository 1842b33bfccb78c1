"""tf's functions that make tensors or move their elements: constant, zeros, reshape, concat, gather, where, one_hot, pad, …"""

import builtins

import numpy
import torch

from keras.src import ops
from keras.src.backend import StringTensor, Tensor, TensorShape, convert_to_tensor, dtypes, is_text, string_tensor, to_torch, unwrap, wrap
from keras.src.backend.errors import InvalidArgumentError, invalid
from keras.src.ops.numpy.join import joined
from keras.src.ops.numpy.shape import handed_out
from tensorflow._convert import axes, both, is_tensor_like, refuse_symbolic, sizes, t


def constant(value, dtype=None, shape=None, name="Const"):
    """A tensor of Python or NumPy data; with a shape, one value fills it."""
    if is_text(value):
        return string_tensor(value)
    refuse_symbolic(value)
    if dtype is not None and not isinstance(value, (numpy.ndarray, Tensor)):
        _check_dtype(value, dtypes.as_dtype(dtype))
    found = to_torch(value, None if dtype is None else dtypes.as_dtype(dtype).name)
    if shape is not None:
        shape = sizes(shape)
        count = 1
        for size in shape:
            count *= size
        if found.numel() not in (1, count):
            raise TypeError(f"Eager execution of tf.constant with unsupported shape. Tensor {value!r} (converted from {value!r}) has {found.numel()} elements, but got `shape` {shape} with {count} elements).")
        found = found.reshape(shape) if found.numel() == count else found.expand(shape)
    return wrap(found if found.is_contiguous() else found.contiguous())


def _check_dtype(value, dtype):
    if dtype.is_integer and _has_float(value):
        raise TypeError(f"Cannot convert {value!r} to EagerTensor of dtype {dtype.name}")


def _has_float(value):
    if isinstance(value, (list, tuple)):
        return any(_has_float(each) for each in value)
    return isinstance(value, float)


def convert(value, dtype=None, dtype_hint=None, name=None):
    """tf.convert_to_tensor: a tensor of any data; a tensor of another dtype is an error."""
    refuse_symbolic(value)
    wanted = None if dtype is None else dtypes.as_dtype(dtype).name
    if is_tensor_like(value):
        found = wrap(handed_out(value))
        if wanted is not None and found.dtype.name != wanted:
            raise ValueError(
                f"Tensor conversion requested dtype {wanted} for Tensor with dtype {found.dtype.name}: {value!r}"
            )
        return value if type(value) is Tensor else found
    if isinstance(value, StringTensor):
        return value
    return constant(value, dtype) if not is_text(value) else string_tensor(value)


def _filled(number):
    def function(shape, dtype="float32", name=None):
        kind = dtypes.as_dtype(dtype).name
        if kind == "string":
            return string_tensor(numpy.full(sizes(shape), "", dtype=object))
        return wrap(torch.full(sizes(shape), number, dtype=dtypes.torch_dtype(kind)))

    return function


zeros, ones = _filled(0), _filled(1)
zeros.__name__ = zeros.__qualname__ = "zeros"
ones.__name__ = ones.__qualname__ = "ones"


def zeros_like(input, dtype=None, name=None, layout=None):
    """Zeros of the same shape."""
    found = t(input)
    return wrap(torch.zeros(found.shape, dtype=dtypes.torch_dtype(dtype) or found.dtype))


def ones_like(input, dtype=None, name=None, layout=None):
    """Ones of the same shape."""
    found = t(input)
    return wrap(torch.ones(found.shape, dtype=dtypes.torch_dtype(dtype) or found.dtype))


def fill(dims, value, name=None, layout=None):
    """One value in a shape."""
    return wrap(t(value).expand(sizes(dims)).clone())


def eye(num_rows, num_columns=None, batch_shape=None, dtype="float32", name=None):
    """Identity matrices."""
    made = unwrap(ops.eye(int(num_rows), None if num_columns is None else int(num_columns), dtype=dtypes.as_dtype(dtype).name))
    return wrap(made if batch_shape is None else made.expand(*sizes(batch_shape), *made.shape).clone())


def range(start, limit=None, delta=1, dtype=None, name="range"):
    """start, start + delta, … below limit."""
    given = [start, limit, delta]
    if limit is None:
        given = [0, start, delta]
    kinds = [each for each in given if each is not None]
    if dtype is None:
        dtype = next((t(each).dtype for each in kinds if is_tensor_like(each) or hasattr(each, "dtype")), None)
        if dtype is None:
            dtype = torch.float32 if any(isinstance(each, float) for each in kinds) else torch.int32
        elif not dtype.is_floating_point and any(isinstance(each, float) for each in kinds):
            dtype = torch.float32
    numbers = [each if isinstance(each, (int, float)) else t(each).item() for each in given]
    return wrap(torch.arange(*numbers).to(dtypes.torch_dtype(dtype) if not isinstance(dtype, torch.dtype) else dtype))


def linspace(start, stop, num, name=None, axis=0):
    """num equally spaced values."""
    first, last = t(start), t(stop)
    if not first.is_floating_point():
        first, last = first.to(torch.float64), last.to(torch.float64)
    return ops.linspace(wrap(first), wrap(last), int(num), axis=axis)


def shape(input, out_type="int32", name=None):
    """The sizes as a tensor."""
    found = tuple(input.shape) if hasattr(input, "shape") else tuple(t(input).shape)
    return wrap(torch.tensor(found, dtype=dtypes.torch_dtype(out_type)))


def size(input, out_type="int32", name=None):
    """The number of elements as a tensor."""
    count = int(numpy.prod(tuple(input.shape))) if hasattr(input, "shape") else t(input).numel()
    return wrap(torch.tensor(count, dtype=dtypes.torch_dtype(out_type)))


def rank(input, name=None):
    """The number of dimensions as a tensor."""
    return wrap(torch.tensor(len(input.shape) if hasattr(input, "shape") else t(input).dim(), dtype=torch.int32))


def cast(x, dtype, name=None):
    """The tensor in another dtype; fractions are cut off."""
    refuse_symbolic(x)
    wanted = dtypes.as_dtype(dtype)
    if isinstance(x, StringTensor):
        raise InvalidArgumentError(None, None, f"Cast string to {wanted.name} is not supported [Op:Cast] name: ")
    from keras.src.backend import cast as _cast

    return _cast(x, wanted.name)


def identity(input, name=None):
    """The same values."""
    return input if isinstance(input, StringTensor) else wrap(handed_out(input))


def stop_gradient(input, name=None):
    """The same values; gradients do not pass."""
    return wrap(handed_out(input).detach())


def reshape(tensor, shape, name=None):
    """The elements in their order under another shape; one size may be -1."""
    if isinstance(tensor, StringTensor):
        return string_tensor(tensor._strings.reshape(sizes(shape)))
    refuse_symbolic(tensor)
    found, wanted = handed_out(tensor), sizes(shape)
    known = 1
    for each in wanted:
        known *= each if each != -1 else 1
    if (-1 not in wanted and known != found.numel()) or (-1 in wanted and (known == 0 or found.numel() % known)):
        if -1 in wanted:
            raise invalid("Reshape", f"Input to reshape is a tensor with {found.numel()} values, but the requested shape requires a multiple of {known}")
        raise invalid("Reshape", f"Input to reshape is a tensor with {found.numel()} values, but the requested shape has {known}")
    return wrap(found.reshape(wanted))


def transpose(a, perm=None, conjugate=False, name="transpose"):
    """The dimensions in another order (reversed by default)."""
    return ops.transpose(convert(a), None if perm is None else sizes(perm))


def expand_dims(input, axis, name=None):
    """A new dimension of size 1."""
    return wrap(handed_out(input).unsqueeze(int(axis)))


def squeeze(input, axis=None, name=None):
    """Without dimensions of size 1."""
    return ops.squeeze(convert(input), axes(axis))


def concat(values, axis, name="concat"):
    """Tensors one after another along an axis."""
    values = list(values) if isinstance(values, (list, tuple)) else [values]
    if any(is_text(each) for each in values):
        return string_tensor(numpy.concatenate([string_tensor(each)._strings for each in values], int(axis)))
    found = _one_dtype("ConcatV2", values)
    return wrap(joined(found, int(axis)))


def _one_dtype(op, values):
    model = next((t(each) for each in values if is_tensor_like(each)), None)
    if model is None:
        return [t(each) for each in values]
    return [both(op, wrap(model), each)[1] for each in values]


def stack(values, axis=0, name="stack"):
    """Tensors of one shape side by side in a new dimension."""
    values = list(values)
    if any(is_text(each) for each in values):
        return string_tensor(numpy.stack([string_tensor(each)._strings for each in values], int(axis)))
    found = _one_dtype("Pack", values)
    for i, each in enumerate(found):
        if each.shape != found[0].shape:
            raise invalid("Pack", f"Shapes of all inputs must match: values[0].shape = {list(found[0].shape)} != values[{i}].shape = {list(each.shape)}".replace(", ", ","))
    return wrap(torch.stack(found, int(axis)))


def unstack(value, num=None, axis=0, name="unstack"):
    """The slices along an axis, as a list."""
    return [wrap(each) for each in handed_out(value).unbind(int(axis))]


def split(value, num_or_size_splits, axis=0, num=None, name="split"):
    """Equal parts (a number) or parts of given sizes along an axis."""
    found, axis = handed_out(value), int(axis)
    if isinstance(num_or_size_splits, int):
        if found.shape[axis] % num_or_size_splits:
            raise invalid("Split", f"Number of ways to split should evenly divide the split dimension, but got split_dim {axis} (size = {found.shape[axis]}) and num_split {num_or_size_splits}")
        return [wrap(part) for part in found.split(found.shape[axis] // num_or_size_splits, axis)]
    given = list(sizes(num_or_size_splits))
    if -1 in given:
        given[given.index(-1)] = found.shape[axis] - sum(each for each in given if each != -1)
    return [wrap(part) for part in found.split(given, axis)]


def where(condition, x=None, y=None, name=None):
    """x where the condition holds, y elsewhere; without them the index rows where it holds."""
    found = t(condition)
    if x is None and y is None:
        return wrap(torch.nonzero(found))
    first, second = both("SelectV2", x, y)
    return wrap(torch.where(found.to(torch.bool), first, second))


def tile(input, multiples, name=None):
    """The whole several times along each dimension."""
    return wrap(torch.tile(t(input), sizes(multiples)))


def repeat(input, repeats, axis=None, name=None):
    """Each element several times in a row."""
    return ops.repeat(convert(input), repeats if isinstance(repeats, int) else convert(repeats), axis=axes(axis))


def reverse(tensor, axis, name=None):
    """The other way round along axes."""
    return ops.flip(convert(tensor), axes(axis))


def roll(input, shift, axis, name=None):
    """Moved along an axis; what falls out comes in at the other end."""
    return ops.roll(convert(input), axes(shift), axes(axis))


def pad(tensor, paddings, mode="CONSTANT", constant_values=0, name=None):
    """More elements around: constants, or REFLECT or SYMMETRIC copies."""
    pairs = [tuple(int(each) for each in pair) for pair in (unwrap(paddings).tolist() if not isinstance(paddings, list) else paddings)]
    mode = mode.lower()
    return ops.pad(convert(tensor), pairs, mode, constant_values if mode == "constant" else None)


def broadcast_to(input, shape, name=None):
    """Sizes of 1 repeated to a larger shape."""
    return wrap(handed_out(input).expand(sizes(shape)))


def broadcast_static_shape(shape_x, shape_y):
    """The shape that both broadcast to."""
    return TensorShape(torch.broadcast_shapes(tuple(shape_x), tuple(shape_y)))


def one_hot(indices, depth, on_value=None, off_value=None, axis=-1, dtype=None, name=None):
    """on_value (1) at the class number, off_value (0) elsewhere."""
    kind = dtypes.as_dtype(dtype).name if dtype is not None else None
    if kind is None:
        kind = dtypes.TO_NAME[t(on_value).dtype] if on_value is not None else "float32"
    made = unwrap(ops.one_hot(convert(indices), int(depth), axis=-1 if axis is None else axis, dtype=kind))
    if on_value is None and off_value is None:
        return wrap(made)
    on, off = (1 if on_value is None else t(on_value).item()), (0 if off_value is None else t(off_value).item())
    return wrap(torch.where(made == 1, torch.full_like(made, on), torch.full_like(made, off)))


def unique(x, out_idx="int32", name=None):
    """The different values in the order of their first occurrence, and each element's place among them."""
    import collections

    values = t(x).tolist()
    order = list(dict.fromkeys(values))
    places = [order.index(each) for each in values]
    made = collections.namedtuple("Unique", ["y", "idx"])
    return made(wrap(torch.tensor(order, dtype=t(x).dtype)), wrap(torch.tensor(places, dtype=torch.int32)))


def sort(values, axis=-1, direction="ASCENDING", name=None):
    """In ascending or descending order."""
    return wrap(torch.sort(t(values), int(axis), descending=direction == "DESCENDING")[0])


def argsort(values, axis=-1, direction="ASCENDING", stable=False, name=None):
    """The positions that put the values in order, int32."""
    return wrap(torch.sort(t(values), int(axis), descending=direction == "DESCENDING", stable=True)[1].to(torch.int32))


def searchsorted(sorted_sequence, values, side="left", out_type="int32", name=None):
    """Where values would have to be inserted."""
    return ops.searchsorted(convert(sorted_sequence), convert(values), side=side)


def meshgrid(*args, indexing="xy", **_options):
    """Coordinates of a grid."""
    return ops.meshgrid(*[convert(each) for each in args], indexing=indexing)


def sequence_mask(lengths, maxlen=None, dtype="bool", name=None):
    """Rows that are true up to each length."""
    found = t(lengths)
    count = int(found.max()) if maxlen is None else int(maxlen)
    made = torch.arange(count) < found.unsqueeze(-1)
    return wrap(made.to(dtypes.torch_dtype(dtype)))


def ensure_shape(x, shape, name=None):
    """The tensor, checked to have a shape."""
    found = convert(x)
    if not found.shape.is_compatible_with(TensorShape(shape)):
        raise ValueError(f"Tensor's shape {found.shape} is not compatible with expected shape {TensorShape(shape)}.")
    return found


def convert_to_numpy(value):
    """The tensor's elements as NumPy has them."""
    return convert_to_tensor(value).numpy()
