"""keras.ops about tensors themselves, loops and branches: cast, shape, scatter, slice, scan, while_loop, cond, map, …"""

import builtins

import torch

from keras.src import backend, tree
from keras.src.backend import cast as _cast, placing
from keras.src.backend import convert_to_numpy, convert_to_tensor as _convert, dtypes, is_tensor, unwrap, wrap
from keras.src.ops.symbolic import dtype_of, op, shape_of, symbolic

from .numpy.shape import handed_out


@op(lambda x, dtype: symbolic(x.shape, dtypes.standardize_dtype(dtype)), tensors=("x",))
def cast(x, dtype):
    """The tensor in another dtype."""
    return _cast(x, dtype)


@op(lambda x, dtype: symbolic(x.shape, dtypes.standardize_dtype(dtype)), tensors=("x",))
def saturate_cast(x, dtype):
    """The tensor in another dtype; values outside of its range become its ends."""
    found, wanted = unwrap(x), dtypes.torch_dtype(dtype)
    if not wanted.is_floating_point and wanted is not torch.bool:
        info = torch.iinfo(wanted)
        found = torch.clamp(found, info.min, info.max)
    return _cast(wrap(found), dtype)


def convert_to_tensor(x, dtype=None, sparse=None, ragged=None):
    """A tensor of any data; KerasTensors are cast."""
    if type(x) is backend.KerasTensor:
        return x if dtype is None or dtypes.standardize_dtype(dtype) == x.dtype else cast(x, dtype)
    return _convert(x, None if dtype is None else dtypes.standardize_dtype(dtype))


def shape(x):
    """The sizes as a tuple; None where a KerasTensor's are unknown."""
    return tuple(shape_of(x)) if hasattr(x, "shape") else tuple(unwrap(x).shape)


def dtype(x):
    """The dtype by name."""
    return dtypes.standardize_dtype(dtype_of(x))


@op(lambda variable: symbolic(variable.shape, variable.dtype))
def stop_gradient(variable):
    """The same values; gradients do not pass."""
    return wrap(handed_out(variable).detach())


def _places(indices):
    found = unwrap(indices).to(torch.int64)
    return tuple(found.reshape(-1, found.shape[-1]).unbind(-1)), found.shape[:-1]


def scatter(indices, values, shape):
    """Zeros of a shape with the values added at the indices (one row of `indices` for each)."""
    update = unwrap(values)
    places, outer = _places(indices)
    made = placing.zeros(tuple(shape), dtype=update.dtype)
    return wrap(made.index_put(places, update.reshape((-1, *update.shape[len(outer) :])), accumulate=True))


@op(lambda inputs, indices, updates, reduction=None: symbolic(inputs.shape, inputs.dtype))
def scatter_update(inputs, indices, updates, reduction=None):
    """The tensor with other values at the indices (or combined by 'add', 'max', 'min', 'mul')."""
    found, update = unwrap(inputs), unwrap(updates)
    places, outer = _places(indices)
    update = update.to(found.dtype).reshape((-1, *update.shape[len(outer) :]))
    if reduction in (None, "add"):
        return wrap(found.index_put(places, update, accumulate=reduction == "add"))
    combine = {"max": torch.maximum, "min": torch.minimum, "mul": torch.mul}[reduction]
    for row in range(update.shape[0]):
        at = tuple(p[row : row + 1] for p in places)
        found = found.index_put(at, combine(found[at], update[row : row + 1]))
    return wrap(found)


@op(lambda inputs, start_indices, shape: symbolic(shape, inputs.dtype), tensors=("inputs",))
def slice(inputs, start_indices, shape):
    """A part of the given shape that starts at the given indices."""
    found = handed_out(inputs)
    starts = [int(s) for s in start_indices]
    for axis, (start, size) in enumerate(zip(starts, shape)):
        found = found.narrow(axis, start, found.shape[axis] - start if size == -1 else int(size))
    return wrap(found)


@op(lambda inputs, start_indices, updates: symbolic(inputs.shape, inputs.dtype), tensors=("inputs", "start_indices", "updates"))
def slice_update(inputs, start_indices, updates):
    """The tensor with a part replaced."""
    found, update = unwrap(inputs).clone(), unwrap(updates)
    where = tuple(builtins.slice(int(s), int(s) + n) for s, n in zip(unwrap(start_indices).tolist(), update.shape))
    found[where] = update.to(found.dtype)
    return wrap(found)


def _unstack_spec(x, num=None, axis=0):
    count = x.shape[axis] if num is None else num
    if count is None:
        raise ValueError("Cannot infer argument `num` from shape {}. Either provide a tensor with a concrete shape in the `axis` dimension or explicitly pass the `num` argument.".format(x.shape))
    rest = [s for i, s in enumerate(x.shape) if i != axis % len(x.shape)]
    return [symbolic(rest, x.dtype) for _ in range(count)]


@op(_unstack_spec)
def unstack(x, num=None, axis=0):
    """The slices along a dimension, as a list."""
    return [wrap(part) for part in handed_out(x).unbind(axis)]


def _stacked(results):
    return tree.map_structure(lambda *parts: wrap(torch.stack([unwrap(p) for p in parts])), *results)


def map(f, xs):
    """f for each slice along the first dimension; the results stacked."""
    count = shape_of(tree.flatten(xs)[0])[0]
    return _stacked([f(tree.map_structure(lambda x: wrap(unwrap(x)[i]), xs)) for i in range(count)])


def vectorized_map(function, elements):
    """map() by another name."""
    return map(function, elements)


def scan(f, init, xs=None, length=None, reverse=False, unroll=1):
    """carry, y = f(carry, x) for each x in turn; the last carry and the stacked ys."""
    count = length if xs is None else shape_of(tree.flatten(xs)[0])[0]
    order = range(count - 1, -1, -1) if reverse else range(count)
    carry, results = init, []
    for i in order:
        carry, result = f(carry, None if xs is None else tree.map_structure(lambda x: wrap(unwrap(x)[i]), xs))
        results.append(result)
    if reverse:
        results.reverse()
    return carry, None if not results or results[0] is None else _stacked(results)


def associative_scan(f, elems, reverse=False, axis=0):
    """Running combinations f(f(x0, x1), x2) along a dimension."""
    flat = tree.flatten(elems)
    parts = [list(unwrap(x).unbind(axis)) for x in flat]
    count = len(parts[0])
    order = list(range(count))[:: -1 if reverse else 1]

    def at(i):
        return tree.pack_sequence_as(elems, [wrap(p[i]) for p in parts])

    running = at(order[0])
    results = {order[0]: running}
    for i in order[1:]:
        running = f(running, at(i))
        results[i] = running
    columns = [[unwrap(tree.flatten(results[i])[j]) for i in range(count)] for j in range(len(flat))]
    return tree.pack_sequence_as(elems, [wrap(torch.stack(c, axis)) for c in columns])


def while_loop(cond, body, loop_vars, maximum_iterations=None):
    """body(*loop_vars) as long as cond(*loop_vars) holds."""
    single = not isinstance(loop_vars, (list, tuple))
    values = [loop_vars] if single else list(loop_vars)
    values = [tree.map_structure(_convert, v) for v in values]
    done = 0
    while bool(cond(*values)) and (maximum_iterations is None or done < maximum_iterations):
        made = body(*values)
        values = list(made) if isinstance(made, (list, tuple)) else [made]
        done += 1
    return values[0] if single else type(loop_vars)(values)


def fori_loop(lower, upper, body_fun, init_val):
    """value = body_fun(i, value) for i from lower to upper - 1."""
    value = init_val
    for i in range(int(lower), int(upper)):
        value = body_fun(_convert(i), value)
    return value


def cond(pred, true_fn, false_fn):
    """true_fn() or false_fn()."""
    return true_fn() if bool(pred) else false_fn()


def switch(index, branches, *operands):
    """The branch of this number."""
    place = builtins.min(builtins.max(int(index), 0), len(branches) - 1)
    return branches[place](*operands)


def custom_gradient(f):
    """A function that returns (result, gradient function) with that gradient."""

    def wrapped(*args, **options):
        tensors = [_convert(each) for each in args]

        class Call(torch.autograd.Function):
            @staticmethod
            def forward(context, *inputs):
                result, context.grad = f(*[wrap(each.detach()) for each in inputs], **options)
                context.single = not isinstance(result, (list, tuple))
                results = [result] if context.single else result
                made = tuple(unwrap(each).clone() for each in results)
                return made[0] if context.single else made

            @staticmethod
            def backward(context, *grads):
                found = context.grad(*[wrap(each) for each in grads])
                found = found if isinstance(found, (list, tuple)) else [found]
                return tuple(None if each is None else unwrap(each) for each in found)

        made = Call.apply(*[unwrap(each) for each in tensors])
        return tuple(wrap(each) for each in made) if isinstance(made, tuple) else wrap(made)

    wrapped.__name__ = getattr(f, "__name__", "wrapped")
    return wrapped


__all__ = [
    "associative_scan", "cast", "cond", "convert_to_numpy", "convert_to_tensor", "custom_gradient", "dtype", "fori_loop", "is_tensor", "map", "saturate_cast",
    "scan", "scatter", "scatter_update", "shape", "slice", "slice_update", "stop_gradient", "switch", "unstack", "vectorized_map", "while_loop",
]  # fmt: skip
