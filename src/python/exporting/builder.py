"""The primitives in which operations are lowered: shapes and dtypes of results, constants folded by the engine itself.

A format derives from Builder and writes each primitive in `_name(operands…, out)`; `out` is the Wire of the result with its
shape and dtype. Constants are engine tensors (`Wire.handle`), so what depends on constants alone is simply computed.
"""

import bridge

from .graph import ExportError, Size, is_dynamic

FLOAT, DOUBLE, INT64, INT32, BOOL = 0, 1, 4, 5, 9
TO_THE_END = 2**31 - 1


class Wire:
    """A tensor in the file that is being written."""

    __slots__ = ("shape", "dtype", "handle", "name")

    def __init__(self, shape, dtype, handle=0, name=None):
        self.shape, self.dtype, self.handle, self.name = tuple(shape), dtype, handle, name

    @property
    def rank(self):
        return len(self.shape)


def broadcast(*shapes):
    """The shape of an elementwise result; a size that may change wins over its plain number."""
    rank = max(map(len, shapes))
    out = []
    for d in range(rank):
        sizes = [shape[d - rank + len(shape)] for shape in shapes if d - rank + len(shape) >= 0]
        wide = [size for size in sizes if size != 1 or is_dynamic(size)] or [1]
        out.append(next((size for size in wide if is_dynamic(size)), wide[0]))
    return tuple(out)


def product(sizes):
    """The number of elements, which may change with the sizes."""
    value = other = 1
    for size in sizes:
        value, other = value * int(size), other * getattr(size, "other", int(size))
    return value if value == other else Size(value, other)


class Builder:
    """Makes Wires; derived classes write them."""

    format = "?"

    def __init__(self):
        self._owned = []

    def close(self):
        """Frees constants that were computed on the way."""
        for handle in self._owned:
            bridge.free(handle)
        self._owned.clear()

    # --- constants ------------------------------------------------------------------------------------------------

    def constant(self, handle, name=None):
        """A constant of an engine tensor that this builder takes over."""
        self._owned.append(handle)
        return self.borrowed(handle, name)

    def borrowed(self, handle, name=None):
        """A constant of an engine tensor of someone else."""
        return Wire(bridge.shape_of(handle), bridge.dtype(handle), handle, name)

    def number(self, value, dtype):
        """A Python number as a tensor without dimensions; a size that may change is read from an input."""
        if is_dynamic(value):
            return self.cast(self.size_as_tensor(value), dtype)
        kind = 2 if isinstance(value, float) else 0 if isinstance(value, bool) else 1
        return self.constant(bridge.full(dtype, value, kind, 0))

    def integers(self, numbers, dtype=INT64):
        """A vector of whole numbers."""
        handle = bridge.empty(dtype, 0, len(numbers))
        for at, number in enumerate(numbers):
            bridge.set_at(handle, int(number), 1, at)
        return self.constant(handle)

    def size_as_tensor(self, size):
        """A size that may change, as an int64 tensor without dimensions."""
        raise ExportError(f"{self.format} files cannot compute with a size that changes ({size!r}).")

    def equal(self, x, y):
        """Whether two constants hold equal numbers."""
        return bridge.equal(x.handle, y.handle)

    def _folded(self, *wires):
        return all(wire is None or wire.handle for wire in wires)

    # --- element by element ---------------------------------------------------------------------------------------

    def unary(self, op, x):
        """A function of one operand, named as the engine names it."""
        if x.handle:
            return self.constant(getattr(bridge, op)(x.handle))
        return self._unary(op, x, Wire(x.shape, x.dtype))

    def binary(self, op, x, y):
        """add, sub, mul, div, pow, maximum or minimum of operands of one dtype."""
        if self._folded(x, y):
            return self.constant(getattr(bridge, op)(x.handle, y.handle))
        return self._binary(op, x, y, Wire(broadcast(x.shape, y.shape), x.dtype))

    def compare(self, op, x, y):
        """eq, lt, le, gt or ge: truth values."""
        if self._folded(x, y):
            return self.constant(getattr(bridge, op)(x.handle, y.handle))
        return self._compare(op, x, y, Wire(broadcast(x.shape, y.shape), BOOL))

    def logical(self, op, *wires):
        """and, or, xor or not of truth values."""
        if self._folded(*wires):
            return self.constant(getattr(bridge, f"logical_{op}")(*(wire.handle for wire in wires)))
        return self._logical(op, wires, Wire(broadcast(*(wire.shape for wire in wires)), BOOL))

    def where(self, condition, x, y):
        """x where the condition holds, else y."""
        if self._folded(condition, x, y):
            return self.constant(bridge.where(condition.handle, x.handle, y.handle))
        return self._where(condition, x, y, Wire(broadcast(condition.shape, x.shape, y.shape), x.dtype))

    def cast(self, x, dtype):
        """The same numbers in another dtype."""
        if x.dtype == dtype:
            return x
        if x.handle:
            return self.constant(bridge.cast(x.handle, dtype))
        return self._cast(x, Wire(x.shape, dtype))

    # --- shapes ---------------------------------------------------------------------------------------------------

    def reshape(self, x, shape):
        """Another shape with the same elements in the same order."""
        shape = tuple(shape)
        if x.handle and not any(map(is_dynamic, shape)):
            return self.constant(bridge.reshape(x.handle, *shape), x.name)
        if shape == x.shape and [is_dynamic(s) for s in shape] == [is_dynamic(s) for s in x.shape]:
            return x
        return self._reshape(x, Wire(shape, x.dtype))

    def transpose(self, x, order):
        """The dimensions in another order."""
        order = [d % x.rank for d in order]
        if order == list(range(x.rank)):
            return x
        if x.handle:
            return self.constant(bridge.contiguous(bridge.permute(x.handle, *order)), x.name)
        return self._transpose(x, order, Wire([x.shape[d] for d in order], x.dtype))

    def expand(self, x, shape):
        """Dimensions of size 1 repeated, leading ones added."""
        if x.handle and not any(map(is_dynamic, shape)):
            return self.constant(bridge.contiguous(bridge.expand(x.handle, *shape)))
        return self._expand(x, Wire(shape, x.dtype))

    def concat(self, wires, axis):
        """Tensors joined along a dimension."""
        axis %= wires[0].rank
        if self._folded(*wires):
            return self.constant(bridge.cat(axis, *(wire.handle for wire in wires)))
        shape = list(broadcast(*(wire.shape[:axis] + (1,) + wire.shape[axis + 1 :] for wire in wires)))
        total = sum(int(wire.shape[axis]) for wire in wires)
        other = sum(getattr(wire.shape[axis], "other", int(wire.shape[axis])) for wire in wires)
        shape[axis] = total if total == other else Size(total, other)
        return self._concat(wires, axis, Wire(shape, wires[0].dtype))

    def slice(self, x, axis, start, length, step=1):
        """`length` positions of a dimension from `start`."""
        axis %= x.rank
        if x.handle and not is_dynamic(start) and not is_dynamic(length):
            return self.constant(bridge.contiguous(bridge.slice(x.handle, axis, start, length, step)))
        shape = x.shape[:axis] + (length,) + x.shape[axis + 1 :]
        return self._slice(x, axis, _from_end(start, x.shape[axis]), _end(x.shape[axis], start, length, step), step,
                           Wire(shape, x.dtype))

    def gather(self, x, indices, axis):
        """Positions of a dimension, chosen by whole numbers of any shape."""
        axis %= x.rank
        return self._gather(x, indices, axis, Wire(x.shape[:axis] + indices.shape + x.shape[axis + 1 :], x.dtype))

    def gather_elements(self, x, indices, axis):
        """out[i][j] = x[indices[i][j]][j] for axis 0, and likewise."""
        return self._gather_elements(x, indices, axis % x.rank, Wire(indices.shape, x.dtype))

    def pad(self, x, before, after, value):
        """Constant padding; amounts for each dimension, none negative."""
        sizes = [b + s + a if b or a else s for b, s, a in zip(before, x.shape, after)]
        return self._pad(x, before, after, value, Wire(sizes, x.dtype))

    # --- products and windows -------------------------------------------------------------------------------------

    def matmul(self, x, y):
        """Matrices, or batches of them, with at least two dimensions each."""
        batch = broadcast(x.shape[:-2], y.shape[:-2]) if x.rank > 2 or y.rank > 2 else ()
        return self._matmul(x, y, Wire((*batch, x.shape[-2], y.shape[-1]), x.dtype))

    def linear(self, x, weight, bias):
        """x Wᵀ + b; weight [out, in]."""
        return self._linear(x, weight, bias, Wire((*x.shape[:-1], weight.shape[0]), x.dtype))

    def conv2d(self, x, weight, bias, window, out_shape):
        """Cross-correlation of [N, C, H, W] with [O, C / groups, kh, kw]."""
        return self._conv2d(x, weight, bias, window, Wire(out_shape, x.dtype))

    def conv_transpose2d(self, x, weight, bias, window, out_shape):
        """The gradient of a convolution by its input; weight [C, O / groups, kh, kw]."""
        return self._conv_transpose2d(x, weight, bias, window, Wire(out_shape, x.dtype))

    def max_pool2d(self, x, window, out_shape):
        """The largest element of each window of [N, C, H, W]."""
        return self._max_pool2d(x, window, Wire(out_shape, x.dtype))

    def avg_pool2d(self, x, window, count_padding, out_shape):
        """The mean of each window of [N, C, H, W]."""
        return self._avg_pool2d(x, window, count_padding, Wire(out_shape, x.dtype))

    # --- along dimensions -----------------------------------------------------------------------------------------

    def reduce(self, op, x, axes, keep):
        """sum, mean, prod, max or min over dimensions."""
        axes = sorted(d % x.rank for d in axes)
        if not axes:
            return x
        shape = [1 if d in axes else s for d, s in enumerate(x.shape) if keep or d not in axes]
        return self._reduce(op, x, axes, keep, Wire(shape, x.dtype))

    def arg(self, op, x, axis, keep):
        """The position of the largest (max) or smallest (min) element, int64."""
        axis %= x.rank
        shape = [1 if d == axis else s for d, s in enumerate(x.shape) if keep or d != axis]
        return self._arg(op, x, axis, keep, Wire(shape, INT64))

    def softmax(self, x, axis):
        """Exponentials that sum to 1 along a dimension."""
        return self._softmax(x, axis % x.rank, Wire(x.shape, x.dtype))

    def log_softmax(self, x, axis):
        """The logarithm of softmax."""
        return self._log_softmax(x, axis % x.rank, Wire(x.shape, x.dtype))

    def cumsum(self, x, axis):
        """Running sums along a dimension."""
        return self._cumsum(x, axis % x.rank, Wire(x.shape, x.dtype))

    # --- what most formats compose --------------------------------------------------------------------------------

    def scaled(self, x, factor):
        """x times a number."""
        return self.binary("mul", x, self.number(float(factor), x.dtype))

    def plus(self, x, term):
        """x plus a number."""
        return self.binary("add", x, self.number(float(term), x.dtype))

    def normalized(self, x, axes, eps):
        """(x - mean) / √(variance + eps) over dimensions."""
        centred = self.binary("sub", x, self.reduce("mean", x, axes, True))
        variance = self.reduce("mean", self.binary("mul", centred, centred), axes, True)
        return self.binary("mul", centred, self.unary("rsqrt", self.plus(variance, eps)))

    def layer_norm(self, x, weight, bias, count, eps):
        """Normalisation over the last `count` dimensions."""
        y = self.normalized(x, range(x.rank - count, x.rank), eps)
        y = y if weight is None else self.binary("mul", y, weight)
        return y if bias is None else self.binary("add", y, bias)

    def batch_norm(self, x, weight, bias, mean, variance, eps):
        """Normalisation of dimension 1 with given statistics: one factor and one term for each channel."""
        factor = self.unary("rsqrt", self.plus(variance, eps))
        factor = factor if weight is None else self.binary("mul", factor, weight)
        term = self.unary("neg", self.binary("mul", mean, factor))
        term = term if bias is None else self.binary("add", term, bias)
        shape = (1, x.shape[1], *[1] * (x.rank - 2))
        return self.binary("add", self.binary("mul", x, self.reshape(factor, shape)), self.reshape(term, shape))


def _from_end(position, size):
    """A position that moves with the size, counted from the end."""
    if not is_dynamic(position):
        return int(position)
    if is_dynamic(size) and int(position) - int(size) == position.other - size.other:
        return int(position) - int(size)
    raise ExportError(f"A slice starts at a position that changes with the inputs ({position!r}).")


def _end(size, start, length, step):
    stop, other = (int(start) + int(length) * step, getattr(start, "other", start) + getattr(length, "other", length) * step)
    if stop >= size and other >= getattr(size, "other", size):
        return TO_THE_END
    return _from_end(stop if stop == other else Size(stop, other), size)
