"""tf's functions that make tensors: constant, zeros, range, cast, one_hot, unique, sort, …"""

import builtins
import collections

import numpy
import torch

from keras.src import ops
from keras.src.backend import RaggedTensor, StringTensor, Tensor, TensorShape, convert_to_tensor, dtypes, is_text, placing, string_tensor, to_torch, unwrap, wrap
from keras.src.backend.errors import InvalidArgumentError, UnimplementedError, framed, invalid, named, sizes_text
from keras.src.ops.numpy.shape import handed_out
from tensorflow._convert import is_tensor_like, refuse_symbolic, sizes, t


def constant(value, dtype=None, shape=None, name="Const"):
    """A tensor of Python or NumPy data; with a shape, one value fills it."""
    wanted = None if dtype is None else dtypes.as_dtype(dtype)
    if is_text(value):
        if wanted is not None and wanted.name != "string":
            raise TypeError(f"Cannot convert {_shown(value)} to EagerTensor of dtype {wanted.name}")
        return string_tensor(value) if shape is None else _filled_text(value, sizes(shape))
    refuse_symbolic(value)
    if wanted is not None:
        if is_tensor_like(value) and value.dtype != wanted:
            raise TypeError(f"Expected tensor {value} with dtype {wanted!r}, but got dtype {dtypes.as_dtype(value.dtype)!r}.")
        if not isinstance(value, (numpy.ndarray, Tensor)):
            _check_dtype(value, wanted)
            if wanted.name == "string":
                raise TypeError(f"Cannot convert {value!r} to EagerTensor of dtype string")
    found = to_torch(value, None if wanted is None else wanted.name)
    if shape is not None:
        shape = sizes(shape)
        count = 1
        for size in shape:
            count *= size
        if found.numel() not in (1, count):
            shown = wrap(found).numpy()
            raise TypeError(
                f"Eager execution of tf.constant with unsupported shape. Tensor {shown} (converted from {value!r}) has {found.numel()} "
                f"elements, but got `shape` {shape} with {count} elements)."
            )
        found = found.reshape(shape) if found.numel() == count else found.expand(shape)
    return wrap(found if found.is_contiguous() else found.contiguous())


def _shown(value):
    return repr(value.decode() if isinstance(value, bytes) else value)


def _filled_text(value, shape):
    return string_tensor(numpy.broadcast_to(string_tensor(value)._strings, shape).copy())


def _check_dtype(value, dtype):
    if dtype.is_integer and _has_float(value) or dtype.name == "bool" and isinstance(value, (int, float)) and not isinstance(value, bool):
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
        wanted = sizes(shape)
        if kind == "string":
            return string_tensor(numpy.full(wanted, "", dtype=object))
        _positive(wanted)
        return wrap(placing.full(wanted, number, dtype=dtypes.torch_dtype(kind)))

    return function


def _positive(shape, given=()):
    for size in shape:
        if size < 0:
            raise invalid("Fill", f"Dimension {size} must be >= 0", given=given)


zeros, ones = _filled(0), _filled(1)
zeros.__name__ = zeros.__qualname__ = "zeros"
ones.__name__ = ones.__qualname__ = "ones"


def zeros_like(input, dtype=None, name=None, layout=None):
    """Zeros of the same shape."""
    if is_text(input):
        return string_tensor(numpy.full(string_tensor(input)._strings.shape, "", dtype=object))
    found = t(input)
    return wrap(placing.zeros(found.shape, dtype=dtypes.torch_dtype(dtype) or found.dtype))


def ones_like(input, dtype=None, name=None, layout=None):
    """Ones of the same shape."""
    found = t(input)
    return wrap(placing.ones(found.shape, dtype=dtypes.torch_dtype(dtype) or found.dtype))


def fill(dims, value, name=None, layout=None):
    """One value in a shape."""
    wanted = sizes(dims)
    if is_text(value):
        return _filled_text(value, wanted)
    found = t(value)
    if found.dim():
        raise invalid("Fill", f"value must represent a scalar, got shape {sizes_text(found.shape)}", given=(dims, value))
    _positive(wanted, (dims,))
    return wrap(found.expand(wanted).clone())


def eye(num_rows, num_columns=None, batch_shape=None, dtype="float32", name=None):
    """Identity matrices."""
    for count in (num_rows, num_columns):
        if isinstance(count, float):
            columns = num_rows if num_columns is None else num_columns
            raise TypeError(
                "Arguments `num_rows` and `num_columns` must be positive integer values. "
                f"Received: num_rows={num_rows}, num_columns={columns}"
            )
        if count is not None:
            _positive((int(count),))
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
    if any(is_text(each) for each in kinds):
        raise TypeError(f"tf.range needs numbers, but received {kinds}.")
    numbers = [each if isinstance(each, (int, float)) else t(each).item() for each in given]
    first, last, step = numbers
    if step == 0:
        raise invalid("Range", f"Requires delta != 0: {step}")
    if (last - first) * step < 0:
        why = f"start <= limit when delta > 0: {first}/{last}" if step > 0 else f"start >= limit when delta < 0: {first}/{last}"
        raise invalid("Range", f"Requires {why}")
    return wrap(placing.arange(*numbers).to(dtypes.torch_dtype(dtype) if not isinstance(dtype, torch.dtype) else dtype))


def linspace(start, stop, num, name=None, axis=0):
    """num equally spaced values."""
    first, last = t(start), t(stop)
    if not first.is_floating_point():
        first, last = placing.to(first, torch.float64), placing.to(last, torch.float64)
    return ops.linspace(wrap(first), wrap(last), int(num), axis=axis)


def shape(input, out_type="int32", name=None):
    """The sizes as a tensor."""
    input = string_tensor(input) if is_text(input) else input
    found = tuple(input.shape) if hasattr(input, "shape") else tuple(t(input).shape)
    return wrap(placing.tensor(found, dtype=dtypes.torch_dtype(out_type)))


def size(input, out_type="int32", name=None):
    """The number of elements as a tensor."""
    if isinstance(input, RaggedTensor):
        return size(input.flat_values, out_type)
    input = string_tensor(input) if is_text(input) else input
    count = int(numpy.prod(tuple(input.shape))) if hasattr(input, "shape") else t(input).numel()
    return wrap(placing.tensor(count, dtype=dtypes.torch_dtype(out_type)))


def rank(input, name=None):
    """The number of dimensions as a tensor."""
    input = string_tensor(input) if is_text(input) else input
    return wrap(placing.tensor(len(input.shape) if hasattr(input, "shape") else t(input).dim(), dtype=torch.int32))


def cast(x, dtype, name=None):
    """The tensor in another dtype; fractions are cut off."""
    if isinstance(x, RaggedTensor):
        return x.with_flat_values(cast(x.flat_values, dtype))
    if type(x).__name__ == "SparseTensor":
        return type(x)(x.indices, cast(x.values, dtype), x.dense_shape)
    x = string_tensor(x) if is_text(x) else x
    refuse_symbolic(x)
    wanted = dtypes.as_dtype(dtype)
    if isinstance(x, StringTensor):
        if wanted.name == "string":
            return x
        raise UnimplementedError(None, None, framed("Cast", f"Cast string to {dtypes.short(wanted.name)} is not supported"))
    if wanted.name == "string":
        kind = dtypes.short(dtypes.TO_NAME[t(x).dtype])
        raise UnimplementedError(None, None, framed("Cast", f"Cast {kind} to string is not supported"))
    from keras.src.backend import cast as _cast

    return _cast(x, wanted.name)


def identity(input, name=None):
    """The same values."""
    return string_tensor(input) if is_text(input) else wrap(handed_out(input))


def identity_n(input, name=None):
    """The same values, a list."""
    return [identity(each) for each in input]


def shape_n(input, out_type="int32", name=None):
    """The sizes of several tensors."""
    return [shape(each, out_type) for each in input]


def bitcast(input, type, name=None):  # noqa: A002  tf's name
    """The same bits as another type."""
    return wrap(t(input).view(dtypes.torch_dtype(type)))


def saturate_cast(value, dtype, name=None):
    """cast() that stays within the type."""
    found, wanted = t(value), dtypes.as_dtype(dtype)
    if wanted.is_integer:
        found = found.clamp(int(wanted.min), int(wanted.max))
    return cast(wrap(found), wanted)


def stop_gradient(input, name=None):
    """The same values; gradients do not pass."""
    return wrap(handed_out(input).detach())


def one_hot(indices, depth, on_value=None, off_value=None, axis=-1, dtype=None, name=None):
    """on_value (1) at the class number, off_value (0) elsewhere."""
    if is_text(on_value) or is_text(off_value):
        chosen = one_hot(indices, depth, axis=axis)._t.to(torch.bool).numpy()
        return string_tensor(numpy.where(chosen, string_tensor(on_value)._strings, string_tensor(off_value)._strings))
    if t(indices).is_floating_point() or t(indices).dtype is torch.bool:
        kind = dtypes.short(dtypes.TO_NAME[t(indices).dtype])
        raise InvalidArgumentError(
            None,
            None,
            f"Value for attr 'TI' of {kind} is not in the list of allowed values: uint8, int8, int32, int64\n\t; NodeDef: {{{{node OneHot}}}}; "
            "Op<name=OneHot; signature=indices:TI, depth:int32, on_value:T, off_value:T -> output:T; attr=axis:int,default=-1; attr=T:type; "
            f"attr=TI:type,default=DT_INT64,allowed=[DT_UINT8, DT_INT8, DT_INT32, DT_INT64]> [Op:OneHot]{named('', (indices,))}",
        )
    if int(depth) < 0:
        raise invalid("OneHot", f"depth must be non-negative, got: {int(depth)}", given=(indices,))
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
    return _Unique(*_different(x)[:2])


def unique_with_counts(x, out_idx="int32", name=None):
    """unique() and how often each value occurs."""
    return _UniqueWithCounts(*_different(x))


def _different(x):
    text = is_text(x)
    values = (string_tensor(x)._strings if text else t(x)).tolist()
    order = list(dict.fromkeys(values))
    places = {each: place for place, each in enumerate(order)}
    found = [places[each] for each in values]
    first = string_tensor(order) if text else wrap(placing.tensor(order, dtype=t(x).dtype))
    counts = [found.count(place) for place in builtins.range(len(order))]
    return first, wrap(placing.tensor(found, dtype=torch.int32)), wrap(placing.tensor(counts, dtype=torch.int32))


_Unique = collections.namedtuple("Unique", ["y", "idx"])
_UniqueWithCounts = collections.namedtuple("UniqueWithCounts", ["y", "idx", "count"])


def _sorted(values, axis, direction):
    found, axis = t(values), int(axis)
    if direction not in ("ASCENDING", "DESCENDING"):
        raise ValueError(f"Argument `direction` should be one of ASCENDING, DESCENDING. Received: direction={direction}")
    if not -found.dim() <= axis < found.dim():
        raise invalid("StridedSlice", f"slice index {axis} of dimension 0 out of bounds.", name="strided_slice/")
    return torch.sort(found, axis, descending=direction == "DESCENDING", stable=True)


def sort(values, axis=-1, direction="ASCENDING", name=None):
    """In ascending or descending order."""
    return wrap(_sorted(values, axis, direction)[0])


def argsort(values, axis=-1, direction="ASCENDING", stable=False, name=None):
    """The positions that put the values in order, int32."""
    return wrap(_sorted(values, axis, direction)[1].to(torch.int32))


def searchsorted(sorted_sequence, values, side="left", out_type="int32", name=None):
    """Where values would have to be inserted."""
    return ops.searchsorted(convert(sorted_sequence), convert(values), side=side)


def sequence_mask(lengths, maxlen=None, dtype="bool", name=None):
    """Rows that are true up to each length."""
    found = t(lengths)
    count = int(found.max()) if maxlen is None else int(maxlen)
    made = placing.arange(count) < found.unsqueeze(-1)
    return wrap(made.to(dtypes.torch_dtype(dtype)))


def ensure_shape(x, shape, name=None):
    """The tensor, checked to have a shape."""
    found = convert(x)
    if not found.shape.is_compatible_with(TensorShape(shape)):
        wanted = "[" + ",".join("?" if size is None else str(size) for size in shape) + "]"
        raise invalid("EnsureShape", f"Shape of tensor input {sizes_text(found.shape)} is not compatible with expected shape {wanted}.")
    return found


def convert_to_numpy(value):
    """The tensor's elements as NumPy has them."""
    return convert_to_tensor(value).numpy()
