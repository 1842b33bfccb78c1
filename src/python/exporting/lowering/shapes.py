"""Shapes, joins, choices by position, and reductions."""

import bridge

from ..builder import BOOL, INT64, product
from ..graph import Size, UnsupportedOperationError, is_dynamic
from .register import result, rule


@rule("reshape", "view", "flatten", "squeeze", "unsqueeze")
def _reshape(b, node, x):
    return b.reshape(x, result(node)[0])


@rule("expand")
def _expand(b, node, x):
    return b.expand(x, result(node)[0])


@rule("permute")
def _permute(b, node, x):
    return b.transpose(x, node.numbers[0])


@rule("transpose")
def _transpose(b, node, x):
    first, second = (d % max(1, x.rank) for d in node.numbers)
    order = list(range(x.rank))
    order[first], order[second] = order[second], order[first]
    return b.transpose(x, order)


@rule("t")
def _t(b, node, x):
    return b.transpose(x, range(x.rank)[::-1])


@rule("select")
def _select(b, node, x):
    dim, index = node.numbers
    dim %= x.rank
    if index < 0 or is_dynamic(index):
        index = _moved(index, x.shape[dim])
    piece = b.slice(x, dim, index, 1)
    return b.reshape(piece, x.shape[:dim] + x.shape[dim + 1 :])


def _moved(index, size):
    """A negative position as one from the start, which changes with the size."""
    first, other = int(index), getattr(index, "other", int(index))
    first = first + int(size) if first < 0 else first
    other = other + getattr(size, "other", int(size)) if other < 0 else other
    return first if first == other else Size(first, other)


@rule("slice")
def _slice(b, node, x):
    dim, start, length, step = node.numbers
    return b.slice(x, dim, start, length, int(step))


@rule("cat")
def _cat(b, node, *wires):
    dtype = result(node)[1]
    wires = [wire for wire in wires if wire.shape != (0,)]
    return b.concat([b.cast(wire, dtype) for wire in wires], node.numbers[0])


@rule("diagonal")
def _diagonal(b, node, x):
    return _by_position(b, node, x, "diagonal", node.numbers)


@rule("unfold")
def _unfold(b, node, x):
    return _by_position(b, node, x, "unfold", node.numbers)


@rule("as_strided")
def _as_strided(b, node, x):
    raise UnsupportedOperationError(f"torch.as_strided of a tensor that depends on an input is not written to {b.format} files.")


def _by_position(b, node, x, op, numbers):
    """A view of irregular shape: the engine says which element of the flat operand goes where."""
    if any(map(is_dynamic, x.shape)):
        raise UnsupportedOperationError(f"{op} of a size that changes is not written to {b.format} files.")
    count = product(x.shape)
    places = b.constant(bridge.arange(0, 1, count, INT64, 0))
    places = b.reshape(places, x.shape)
    chosen = b.constant(bridge.contiguous(getattr(bridge, op)(places.handle, *map(int, numbers))))
    return b.gather(b.reshape(x, (count,)), chosen, 0)


@rule("tril", "triu")
def _triangle(b, node, x):
    ones = bridge.full(BOOL, 1, 0, 0, *map(int, x.shape[-2:]))
    if any(map(is_dynamic, x.shape[-2:])):
        raise UnsupportedOperationError(f"{node.op} of a size that changes is not written to {b.format} files.")
    kept = b.constant(getattr(bridge, node.op)(ones, int(node.numbers[0])))
    bridge.free(ones)
    return b.where(kept, x, b.number(0, x.dtype))


@rule("pad_constant")
def _pad(b, node, x):
    (value, _), amounts = node.numbers
    before, after = [0] * x.rank, [0] * x.rank
    for at in range(len(amounts) // 2):
        before[x.rank - 1 - at], after[x.rank - 1 - at] = amounts[2 * at], amounts[2 * at + 1]
    for d in range(x.rank):
        if before[d] < 0 or after[d] < 0:
            cut, end = max(0, -before[d]), max(0, -after[d])
            size = x.shape[d]
            length = Size(size - cut - end, size.other - cut - end) if is_dynamic(size) else size - cut - end
            x = b.slice(x, d, cut, length)
    before, after = [max(0, n) for n in before], [max(0, n) for n in after]
    if not any(before) and not any(after):
        return x
    made = b.pad(x, before, after, float(value) if x.dtype <= 3 else int(value))
    made.shape = result(node)[0]
    return made


# --- choices by position ----------------------------------------------------------------------------------------------


def _whole(b, indices):
    return b.cast(indices, INT64)


@rule("index_select")
def _index_select(b, node, x, indices):
    indices = _whole(b, indices)
    if indices.rank == 0:
        indices = b.reshape(indices, (1,))
    return b.gather(x, indices, node.numbers[0])


@rule("embedding")
def _embedding(b, node, weight, indices):
    return b.gather(weight, _whole(b, indices), 0)


@rule("gather")
def _gather(b, node, x, indices):
    return b.gather_elements(x, _whole(b, indices), node.numbers[0])


@rule("index")
def _index(b, node, x, *indices):
    """x[i, j, …] on the leading dimensions: their positions in the flattened dimensions."""
    shape = result(node)[0]
    flat = None
    for index, size in zip(indices, x.shape):
        index = _whole(b, index)
        below = b.compare("lt", index, b.number(0, INT64))
        index = b.where(below, b.binary("add", index, b.number(size, INT64)), index)
        flat = index if flat is None else b.binary("add", b.binary("mul", flat, b.number(size, INT64)), index)
    count = product(x.shape[: len(indices)])
    rows = x if len(indices) == 1 else b.reshape(x, (count, *x.shape[len(indices) :]))
    return b.reshape(b.gather(rows, flat, 0), shape)


@rule("take_flat")
def _take_flat(b, node, flat):
    shape, _ = result(node)
    _static(b, node)
    return b.reshape(b.gather(flat, b.integers(node.numbers[0]), 0), shape)


@rule("put_flat")
def _put_flat(b, node, flat, value):
    _static(b, node)
    places = node.numbers[0]
    if not hasattr(b, "scatter_elements"):
        raise UnsupportedOperationError(f"Assignments to parts of a tensor (x[i] = y) are not written to {b.format} files.")
    return b.scatter_elements(flat, b.integers(places), b.reshape(value, (len(places),)), 0)


def _static(b, node):
    if any(map(is_dynamic, node.numbers[0])) or any(map(is_dynamic, result(node)[0])):
        raise UnsupportedOperationError(
            "Assignments to parts of a tensor (x[i] = y) whose size changes with the inputs are not exported. Use torch.stack "
            "or torch.cat, or export without dynamic axes."
        )


@rule("scatter", "scatter_number")
def _scatter(b, node, x, indices, source=None):
    if not hasattr(b, "scatter_elements"):
        raise UnsupportedOperationError(f"scatter is not written to {b.format} files.")
    if source is None:
        value = node.numbers[1][0]
        source = b.number(float(value) if x.dtype <= 3 else int(value), x.dtype)
        source = b.expand(source, indices.shape)
    return b.scatter_elements(x, _whole(b, indices), source, node.numbers[0] % x.rank)


@rule("topk_with_ties")
def _topk(b, node, x):
    k, dim, largest, is_sorted = node.numbers
    if not hasattr(b, "top_k"):
        raise UnsupportedOperationError(f"topk is not written to {b.format} files.")
    return b.top_k(x, int(k), dim, bool(largest), bool(is_sorted))


@rule("sort", "sort_with_ties")
def _sort(b, node, x):
    dim, descending = node.numbers
    if not hasattr(b, "top_k") or is_dynamic(x.shape[dim]):
        raise UnsupportedOperationError(f"sort of this shape is not written to {b.format} files.")
    return b.top_k(x, int(x.shape[dim]), dim, bool(descending), True)


# --- reductions -------------------------------------------------------------------------------------------------------


def _axes(dims, x):
    return [d % x.rank for d in dims] or list(range(x.rank))


@rule("sum", "mean", "prod")
def _reduce(b, node, x):
    keep, _, dims = node.numbers
    return b.reduce(node.op, b.cast(x, result(node)[1]), _axes(dims, x), bool(keep))


@rule("amax", "amin")
def _extremes(b, node, x):
    keep, dims = node.numbers
    return b.reduce(node.op[1:], x, _axes(dims, x), bool(keep))


@rule("max_all", "min_all")
def _extreme_of_all(b, node, x):
    return b.reduce(node.op[:3], x, range(x.rank), False)


@rule("max_dim", "min_dim")
def _extreme_along(b, node, x):
    dim, keep = node.numbers
    op = node.op[:3]
    return [b.reduce(op, x, [dim], bool(keep)), b.arg(op, x, dim, bool(keep))]


@rule("argmax", "argmin")
def _arg(b, node, x):
    dim, keep = node.numbers
    if dim == -999:
        flat = b.arg(node.op[3:], b.reshape(x, (product(x.shape),)), 0, False)
        return b.reshape(flat, result(node)[0])
    return b.arg(node.op[3:], x, dim, bool(keep))


@rule("any", "all")
def _truths(b, node, x):
    keep, dims = node.numbers
    counted = b.cast(x, 5)
    op = "max" if node.op == "any" else "min"
    return b.cast(b.reduce(op, counted, _axes(dims, x), bool(keep)), BOOL)


@rule("var", "std")
def _variance(b, node, x):
    correction, keep, dims = node.numbers
    axes = _axes(dims, x)
    centred = b.binary("sub", x, b.reduce("mean", x, axes, True))
    total = b.reduce("sum", b.binary("mul", centred, centred), axes, bool(keep))
    count = product([x.shape[d] for d in axes])
    less = Size(count - int(correction), count.other - int(correction)) if is_dynamic(count) else count - int(correction)
    spread = b.binary("div", total, b.number(less if is_dynamic(less) else float(less), x.dtype))
    return b.unary("sqrt", spread) if node.op == "std" else spread


@rule("norm2")
def _norm2(b, node, x):
    keep, dims = node.numbers
    return b.unary("sqrt", b.reduce("sum", b.binary("mul", x, x), _axes(dims, x), bool(keep)))


@rule("logsumexp")
def _logsumexp(b, node, x):
    keep, dims = node.numbers
    axes = _axes(dims, x)
    largest = b.reduce("max", x, axes, True)
    total = b.reduce("sum", b.unary("exp", b.binary("sub", x, largest)), axes, True)
    return b.reshape(b.binary("add", b.unary("log", total), largest), result(node)[0])


@rule("softmax")
def _softmax(b, node, x):
    return b.softmax(b.cast(x, result(node)[1]), node.numbers[0])


@rule("log_softmax")
def _log_softmax(b, node, x):
    return b.log_softmax(b.cast(x, result(node)[1]), node.numbers[0])
