"""keras.ops that put tensors together and take them apart: concatenate, stack, split."""

import builtins

import torch

from keras.src.backend import dtypes, unwrap, wrap
from keras.src.backend.dtypes import TO_NAME
from keras.src.backend.errors import cannot_join, invalid, sizes_text
from keras.src.ops.symbolic import dtype_of, op, shape_of, symbolic

from .shape import _sizes, handed_out


def joined_dtype(xs):
    """The common dtype by name."""
    return dtypes.result_type(*[dtype_of(x) for x in xs])


def alike(xs):
    """Torch tensors of one dtype."""
    found = [unwrap(x) for x in xs]
    if builtins.all(t.dtype is found[0].dtype for t in found):
        return found
    common = dtypes.torch_dtype(dtypes.result_type(*[TO_NAME[t.dtype] for t in found]))
    return [t.to(common) for t in found]


def _concatenate_spec(xs, axis=0):
    first = list(shape_of(xs[0]))
    axis = axis % len(first)
    total = 0
    for x in xs:
        size = shape_of(x)[axis]
        total = None if total is None or size is None else total + size
    first[axis] = total
    return symbolic(first, joined_dtype(xs))


@op(_concatenate_spec)
def concatenate(xs, axis=0):
    """Tensors one after another along a dimension."""
    return wrap(joined(alike(xs), axis))


def joined(tensors, axis):
    """torch.cat with TensorFlow's error."""
    try:
        return torch.cat(tensors, axis)
    except (RuntimeError, IndexError):
        error = cannot_join(tensors, axis)
        if error is None:
            raise
        raise error from None


concat = concatenate


def _stack_spec(x, axis=0):
    shape = list(shape_of(x[0]))
    shape.insert(axis % (len(shape) + 1), len(x))
    return symbolic(shape, joined_dtype(x))


@op(_stack_spec)
def stack(x, axis=0):
    """Tensors of one shape side by side in a new dimension."""
    found = alike(x)
    for i, each in enumerate(found):
        if each.shape != found[0].shape:
            shapes = sizes_text(found[0].shape), sizes_text(each.shape)
            why = f"Shapes of all inputs must match: values[0].shape = {shapes[0]} != values[{i}].shape = {shapes[1]}"
            raise invalid("Pack", why, f"_N_{len(found)}", "stack")
    return wrap(torch.stack(found, axis))


@op(lambda xs: _concatenate_spec(xs, 0 if len(shape_of(xs[0])) == 1 else 1))
def hstack(xs):
    """Side by side: along the second dimension."""
    return wrap(torch.hstack(alike(xs)))


@op(lambda xs: _stack_spec(xs, 0) if len(shape_of(xs[0])) == 1 else _concatenate_spec(xs, 0))
def vstack(xs):
    """One below the other: along the first dimension."""
    return wrap(torch.vstack(alike(xs)))


def dstack(xs):
    """Behind one another: along the third dimension."""
    return wrap(torch.dstack(alike(xs)))


def _split_spec(x, indices_or_sections, axis=0):
    size = x.shape[axis]
    if isinstance(indices_or_sections, int):
        if size is not None and size % indices_or_sections:
            raise ValueError(
                f"`x` size on given `axis` must be divisible by `indices_or_sections` when `indices_or_sections` is an int. But received "
                f"{size} and {indices_or_sections}."
            )
        parts = [None if size is None else size // indices_or_sections] * indices_or_sections
    else:
        edges = [0, *indices_or_sections, size]
        parts = [None if b is None else b - a for a, b in zip(edges, edges[1:])]
    return [symbolic([part if i == axis % len(x.shape) else s for i, s in enumerate(x.shape)], x.dtype) for part in parts]


@op(_split_spec, tensors=("x",))
def split(x, indices_or_sections, axis=0):
    """Equal parts (a number), or parts between the given positions, along a dimension."""
    found = handed_out(x)
    size = found.shape[axis]
    if isinstance(indices_or_sections, int):
        if size % indices_or_sections:
            parts = indices_or_sections
            why = f"Number of ways to split should evenly divide the split dimension, but got split_dim {axis} (size = {size}) and num_split {parts}"
            raise invalid("Split", why, f"_num_split_{parts}", "split")
        step = size // indices_or_sections
        edges = [i * step for i in range(indices_or_sections + 1)]
    else:
        edges = [0, *_sizes(indices_or_sections), size]
    return [wrap(found.narrow(axis, a, b - a)) for a, b in zip(edges, edges[1:])]


def array_split(x, indices_or_sections, axis=0):
    """Nearly equal parts."""
    return [wrap(part) for part in torch.tensor_split(handed_out(x), indices_or_sections, axis)]


def append(x1, x2, axis=None):
    """x2 behind x1 (both flat by default)."""
    first, second = alike([x1, x2])
    return wrap(torch.cat([first.reshape(-1), second.reshape(-1)])) if axis is None else wrap(torch.cat([first, second], axis))


__all__ = ["append", "array_split", "concat", "concatenate", "dstack", "hstack", "split", "stack", "vstack"]
