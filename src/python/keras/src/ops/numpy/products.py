"""keras.ops that multiply matrices and vectors: matmul, dot, tensordot, einsum, …"""

import builtins

import torch

from keras.src.backend import dtypes, unwrap, wrap
from keras.src.backend.dtypes import TO_NAME
from keras.src.backend.operators import matmul as tf_matmul
from keras.src.ops.operation import Operation
from keras.src.ops.symbolic import broadcast, dtype_of, op, shape_of, symbolic

from .elementwise import operands


def _product_dtype(x1, x2):
    return dtypes.result_type(dtype_of(x1), dtype_of(x2))


def matmul_shape(first, second):
    """The shape of a matrix product."""
    if len(first) == 1 and len(second) == 1:
        return ()
    if len(first) == 1:
        return (*second[:-2], second[-1])
    if len(second) == 1:
        return first[:-1]
    inner1, inner2 = first[-1], second[-2]
    if inner1 is not None and inner2 is not None and inner1 != inner2:
        raise ValueError(
            "Inner dimensions (`x1.shape[-1]` and `x2.shape[-2]`) must be equal, but received "
            f"`x1.shape={tuple(first)}` and `x2.shape={tuple(second)}`."
        )
    return (*broadcast(first[:-2], second[:-2]), first[-2], second[-1])


@op(lambda x1, x2: symbolic(matmul_shape(shape_of(x1), shape_of(x2)), _product_dtype(x1, x2)))
def matmul(x1, x2):
    """The matrix product, over batches."""
    first, second = operands(x1, x2)
    return wrap(torch.matmul(first, second) if first.dim() < 2 or second.dim() < 2 else tf_matmul(first, second))


def _dot_spec(x1, x2):
    first, second = shape_of(x1), shape_of(x2)
    if not first or not second:
        shape = first or second
    elif len(second) == 1:
        shape = first[:-1]
    else:
        shape = (*first[:-1], *second[:-2], second[-1])
    return symbolic(shape, _product_dtype(x1, x2))


@op(_dot_spec)
def dot(x1, x2):
    """The product over the last dimension of x1 and the last but one of x2."""
    first, second = operands(x1, x2)
    if not first.dim() or not second.dim():
        return wrap(first * second)
    return wrap(torch.tensordot(first, second, ([first.dim() - 1], [builtins.max(second.dim() - 2, 0)])))


def _tensordot_axes(axes, rank):
    if isinstance(axes, int):
        return list(range(rank - axes, rank)), list(range(axes))
    first, second = axes
    return ([first] if isinstance(first, int) else list(first)), ([second] if isinstance(second, int) else list(second))


def _tensordot_spec(x1, x2, axes=2):
    a, b = shape_of(x1), shape_of(x2)
    first, second = _tensordot_axes(axes, len(a))
    first, second = [i % len(a) for i in first], [i % len(b) for i in second]
    kept = [s for i, s in enumerate(a) if i not in first] + [s for i, s in enumerate(b) if i not in second]
    return symbolic(kept, _product_dtype(x1, x2))


@op(_tensordot_spec)
def tensordot(x1, x2, axes=2):
    """The product summed over dimensions of both."""
    first, second = operands(x1, x2)
    return wrap(torch.tensordot(first, second, _tensordot_axes(axes, first.dim())))


@op(lambda x1, x2: symbolic((*shape_of(x1)[:-1], *shape_of(x2)[:-1]), _product_dtype(x1, x2)))
def inner(x1, x2):
    """The product summed over the last dimension of both."""
    first, second = operands(x1, x2)
    return wrap(first * second if not first.dim() or not second.dim() else torch.tensordot(first, second, ([-1], [-1])))


@op(lambda x1, x2: symbolic((*shape_of(x1), *shape_of(x2)), _product_dtype(x1, x2)))
def outer(x1, x2):
    """All products of an element of x1 and one of x2."""
    first, second = operands(x1, x2)
    return wrap(first.reshape(-1, 1) * second.reshape(1, -1))


def vdot(x1, x2):
    """The sum of the products of all elements."""
    first, second = operands(x1, x2)
    return wrap((first.reshape(-1) * second.reshape(-1)).sum())


def vecdot(x1, x2, axis=-1):
    """The sum of products along a dimension."""
    first, second = operands(x1, x2)
    return wrap((first * second).sum(axis))


@op(lambda x1, x2, axisa=-1, axisb=-1, axisc=-1, axis=None: symbolic(broadcast(shape_of(x1), shape_of(x2)), _product_dtype(x1, x2)))
def cross(x1, x2, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """The vector product."""
    first, second = operands(x1, x2)
    return wrap(torch.linalg.cross(first, second, dim=-1 if axis is None else axis))


def kron(x1, x2):
    """The Kronecker product."""
    first, second = operands(x1, x2)
    return wrap(torch.kron(first, second))


def einsum(subscripts, *operands_, **_options):
    """Einstein's summation: products named by letters, summed over letters that the result lacks."""
    if builtins.any(type(each).__name__ == "KerasTensor" for each in operands_):
        return Einsum(subscripts)(*operands_)
    found = [unwrap(each) for each in operands_]
    if len({t.dtype for t in found}) > 1:
        common = dtypes.torch_dtype(dtypes.result_type(*[TO_NAME[t.dtype] for t in found]))
        found = [t.to(common) for t in found]
    return wrap(torch.einsum(subscripts, *found))


def _einsum_shape(subscripts, shapes):
    left, _, right = subscripts.replace(" ", "").partition("->")
    sizes, extra = {}, ()
    for letters, shape in zip(left.split(","), shapes):
        if "..." in letters:
            before, after = letters.split("...")
            middle = shape[len(before) : len(shape) - len(after)]
            extra = broadcast(extra, middle) if extra else tuple(middle)
            letters, shape = before + after, (*shape[: len(before)], *shape[len(shape) - len(after) :])
        for letter, size in zip(letters, shape):
            if sizes.get(letter) in (None, 1):
                sizes[letter] = size
    if "->" not in subscripts:
        flat = left.replace(",", "").replace(".", "")
        right = ("..." if "..." in left else "") + "".join(c for c in builtins.sorted(set(flat)) if flat.count(c) == 1)
    head, dots, tail = right.partition("...")
    return (*[sizes[c] for c in head], *(extra if dots else ()), *[sizes[c] for c in tail])


class Einsum(Operation):
    """einsum() on KerasTensors."""

    def __init__(self, subscripts, name=None):
        super().__init__(name=name)
        self.subscripts = subscripts

    def call(self, *given):
        return einsum(self.subscripts, *given)

    def compute_output_spec(self, *given):
        dtype = dtypes.result_type(*[dtype_of(each) for each in given])
        return symbolic(_einsum_shape(self.subscripts, [shape_of(each) for each in given]), dtype)


__all__ = ["cross", "dot", "einsum", "inner", "kron", "matmul", "outer", "tensordot", "vdot", "vecdot"]
