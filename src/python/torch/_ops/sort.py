"""Order and counting: sort, topk, median, mode, unique, histograms and searches in sorted values."""

import bisect
import builtins
import math

import bridge
from torch.amp.autocast_mode import in_float32
from torch._tensor import Tensor, rename, wrap, wrap_all
from torch._type_name import type_name
from torch.return_types import named_result

from .register import FUNCTIONS, both, function, method


@both
def sort(input, dim=-1, descending=False, stable=False, *, out=None, axis=None):
    """Values in order along a dimension, and where they came from. Equal values keep their order if stable=True."""
    if axis is not None:
        dim = axis
    run = bridge.sort if stable else bridge.sort_with_ties
    values, indices = wrap_all(run(input._handle, dim, bool(descending)), 2)
    return named_result("sort", values=values, indices=indices)


@both
def argsort(input, dim=-1, descending=False, stable=False, *, axis=None):
    """The positions that put a dimension in order."""
    if axis is not None:
        dim = axis
    return sort(input.detach(), dim, descending, stable)[1]


@both
def msort(input):
    """Values in order along the first dimension."""
    return sort(input, 0)[0]


@both
def topk(input, k, dim=-1, largest=True, sorted=True, *, out=None, axis=None):
    """The k largest (or smallest) values along a dimension and their positions."""
    if axis is not None:
        dim = axis
    if not hasattr(k, "__index__"):
        raise TypeError(f"topk(): argument 'k' (position 1) must be int, not {type_name(k)}")
    values, indices = wrap_all(bridge.topk_with_ties(input._handle, int(k), dim, largest, sorted), 2)
    return named_result("topk", values=values, indices=indices)


@both
def kthvalue(input, k, dim=-1, keepdim=False, *, axis=None, keepdims=None):
    """The k-th smallest value along a dimension and its position."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    if isinstance(k, (float, str)) or isinstance(k, Tensor) and (k.ndim or k.is_floating_point()):
        raise TypeError(f"kthvalue(): argument 'k' must be int, not {type(k).__name__}")
    k = int(k)
    if not 1 <= k <= (input.size(dim) if input.ndim else 1):
        raise RuntimeError("kthvalue(): selected number k out of range for dimension " + str(dim % max(1, input.ndim)))
    return _selected("kthvalue", input, dim, 0, k, keepdim)


def _selected(name, input, dim, kind, k, keepdim):
    """One element along a dimension by its rank (kind 0), as the median (1) or as the mode (2)."""
    searched = input.detach().cpu()  # the search is a loop on the CPU
    indices = wrap(bridge.selected_position(searched._handle, dim, kind, k)).to(input.device)
    values = wrap(bridge.gather(input._handle, dim, indices._handle))
    if not keepdim and input.ndim:
        values, indices = values.squeeze(dim), indices.squeeze(dim)
    return named_result(name, values=rename(values, f"{name.capitalize()}Backward0"), indices=indices)


@both
def median(input, dim=None, keepdim=False, *, axis=None, keepdims=None):
    """The middle value (the lower of two); with dim, values and positions."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    if dim is None:
        flat = input.reshape(-1)
        count = flat.shape[0]
        if count == 0:
            return FUNCTIONS["tensor"](float("nan"), dtype=input.dtype, device=input.device)
        if input.is_floating_point() and bool(input.isnan().any().item()):
            return flat[int(input.isnan().reshape(-1).int().argmax().item())]
        middle = sort(flat.detach(), 0)[0][(count - 1) // 2]
        if not flat.requires_grad:
            return middle
        # Equal elements share the gradient. Their mean may differ from them in its last digit: it only carries the gradient.
        mean = flat[flat.detach() == middle].mean()
        return rename(middle + (mean - mean.detach()), "MedianBackward0")
    return _selected("median", input, dim, 1, 0, keepdim)


@both
def nanmedian(input, dim=None, keepdim=False, *, axis=None, keepdims=None):
    """The middle of the values that are numbers."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    flat = input.reshape(-1)
    if dim is None:
        kept = flat[~flat.isnan()]
        return median(kept) if kept.shape[0] else flat[0]
    counts = (~input.isnan()).sum(dim, keepdim=True)
    order = sort(input, dim, stable=True)[1]
    indices = order.gather(dim, ((counts - 1) // 2).clamp(min=0))
    values = input.gather(dim, indices)
    if not keepdim:
        values, indices = values.squeeze(dim), indices.squeeze(dim)
    return named_result("nanmedian", values=rename(values, "NanmedianBackward0"), indices=indices)


@both
def mode(input, dim=-1, keepdim=False, *, axis=None, keepdims=None):
    """The most frequent value along a dimension (the smallest of several) and its last position."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    return _selected("mode", input, dim, 2, 0, keepdim)


@both
@in_float32
def quantile(input, q, dim=None, keepdim=False, *, interpolation="linear", axis=None, keepdims=None):
    """The value below which a share q of the elements lies, interpolated."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    if input.dtype not in (FUNCTIONS["float32"], FUNCTIONS["float64"]):
        raise RuntimeError("quantile() input tensor must be either float or double dtype")
    if not isinstance(q, Tensor):
        if not isinstance(q, (list, tuple)) and not 0 <= q <= 1:
            raise RuntimeError(f"quantile() q must be in the range [0, 1] but got {q:g}")
        q = FUNCTIONS["tensor"](q, dtype=input.dtype, device=input.device)
    elif q.dtype != input.dtype:
        raise RuntimeError("quantile() q tensor must be same dtype as the input tensor")
    if q.ndim > 1:
        raise RuntimeError("quantile() q must be a scalar or 1D tensor")
    if not bool(((q >= 0) & (q <= 1)).all().item()):
        raise RuntimeError("quantile() q values must be in the range [0, 1]")
    if input.numel() == 0:
        raise RuntimeError("quantile() input tensor must be non-empty")
    if dim is None:
        ordered, axis = sort(input.reshape(-1), 0)[0], 0
    else:
        axis = dim % input.ndim
        ordered = sort(input, axis)[0]
    last = ordered.shape[axis] - 1
    picks = [_interpolated(ordered, axis, each * last, interpolation) for each in q.reshape(-1).tolist()]
    if keepdim:
        picks = [each.reshape([1] * input.ndim) if dim is None else each.unsqueeze(axis) for each in picks]
    return picks[0] if q.ndim == 0 else FUNCTIONS["stack"](picks)


def _interpolated(ordered, axis, place, interpolation):
    low, high = math.floor(place), math.ceil(place)
    first, second = ordered.select(axis, low), ordered.select(axis, high)
    if interpolation == "lower":
        return first
    if interpolation == "higher":
        return second
    if interpolation == "nearest":
        return ordered.select(axis, round(place))
    return FUNCTIONS["lerp"](first, second, 0.5 if interpolation == "midpoint" else place - low)


@both
@in_float32
def nanquantile(input, q, dim=None, keepdim=False, *, interpolation="linear", axis=None, keepdims=None):
    """quantile of the elements that are numbers."""
    if axis is not None:
        dim = axis
    if keepdims is not None:
        keepdim = keepdims
    if dim is None:
        flat = input.reshape(-1)
        return quantile(flat[~flat.isnan()], q, interpolation=interpolation)
    rows = [nanquantile(row, q, interpolation=interpolation) for row in input.movedim(dim, -1).reshape(-1, input.shape[dim])]
    shape = list(input.movedim(dim, -1).shape[:-1])
    out = FUNCTIONS["stack"](rows).reshape(shape)
    return out.unsqueeze(dim) if keepdim else out


# --- unique -------------------------------------------------------------------------------------------------------


def _hashable(value):
    return tuple(map(_hashable, value)) if isinstance(value, list) else value


@both
def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None, *, axis=None):
    """The different values in order; which of them each element is, and how often each occurs."""
    if axis is not None:
        dim = axis
    source = input.detach().reshape(-1) if dim is None else input.detach().movedim(dim, 0)
    rows = [_hashable(value) for value in source.tolist()]
    order = builtins.sorted(set(rows))
    place = {value: i for i, value in enumerate(order)}
    firsts, counts, inverse = {}, [0] * len(order), []
    for i, value in enumerate(rows):
        firsts.setdefault(value, i)
        counts[place[value]] += 1
        inverse.append(place[value])
    values = source[_indices([firsts[value] for value in order], input)]
    values = values if dim is None else values.movedim(0, dim)
    inverse = _indices(inverse, input).reshape(input.shape) if dim is None else _indices(inverse, input)
    return _unique_results(values, inverse, _indices(counts, input), return_inverse, return_counts)


@both
def unique_consecutive(input, return_inverse=False, return_counts=False, dim=None, *, axis=None):
    """Without elements that equal the one before."""
    if axis is not None:
        dim = axis
    source = input.detach().reshape(-1) if dim is None else input.detach().movedim(dim, 0)
    starts, counts, inverse, last = [], [], [], object()
    for i, value in enumerate(_hashable(value) for value in source.tolist()):
        if value != last:
            starts.append(i)
            counts.append(0)
            last = value
        counts[-1] += 1
        inverse.append(len(starts) - 1)
    values = source[_indices(starts, input)]
    values = values if dim is None else values.movedim(0, dim)
    inverse = _indices(inverse, input).reshape(input.shape) if dim is None else _indices(inverse, input)
    return _unique_results(values, inverse, _indices(counts, input), return_inverse, return_counts)


def _indices(places, like):
    return FUNCTIONS["tensor"](places, dtype=FUNCTIONS["int64"], device=like.device)


def _unique_results(values, inverse, counts, return_inverse, return_counts):
    if not return_inverse and not return_counts:
        return values
    return (values, *((inverse,) if return_inverse else ()), *((counts,) if return_counts else ()))


# --- counting and searching ---------------------------------------------------------------------------------------


@both
def bincount(input, weights=None, minlength=0):
    """How often each whole number occurs (or the sum of its weights)."""
    if input.is_floating_point():
        raise RuntimeError(f"\"bincount_cpu\" not implemented for '{input.dtype._scalar_name}'")
    if input.ndim != 1:
        raise RuntimeError("bincount only supports 1-d non-negative integral inputs.")
    top = int(input.max().item()) + 1 if input.shape[0] else 0
    if input.shape[0] and int(input.min().item()) < 0:
        raise RuntimeError("bincount only supports 1-d non-negative integral inputs.")
    size = builtins.max(top, minlength)
    if weights is None:
        weights = FUNCTIONS["ones"](input.shape[0], dtype=FUNCTIONS["int64"], device=input.device)
    elif weights.dtype not in (FUNCTIONS["float32"], FUNCTIONS["float64"]):
        weights = weights.double()
    return FUNCTIONS["zeros"](size, dtype=weights.dtype, device=input.device).index_add_(0, input.long(), weights)


@both
def histc(input, bins=100, min=0, max=0, *, out=None):
    """Counts of elements in equal bins between min and max."""
    if not input.is_floating_point():
        raise RuntimeError(f"\"histogram_cpu\" not implemented for '{input.dtype._scalar_name}'")
    values = input.detach().reshape(-1)
    low, high = float(min), float(max)
    if low == high:
        low, high = float(values.min().item()), float(values.max().item())
    if low == high:
        low, high = low - 1, high + 1
    counts = [0] * bins
    for value in values.tolist():
        if low <= value <= high:
            counts[builtins.min(int((value - low) / (high - low) * bins), bins - 1)] += 1
    return FUNCTIONS["tensor"](counts, dtype=input.dtype, device=input.device)


@both
def histogram(input, bins=100, *, range=None, weight=None, density=False):
    """Counts of elements between bin edges, and the edges."""
    values = input.detach().reshape(-1)
    if isinstance(bins, Tensor):
        edges = bins
    else:
        low, high = range or (float(values.min().item()), float(values.max().item()))
        edges = FUNCTIONS["linspace"](low, high, bins + 1, dtype=input.dtype, device=input.device)
    places = edges.tolist()
    weights = [1.0] * values.shape[0] if weight is None else weight.reshape(-1).tolist()
    counts = [0.0] * (len(places) - 1)
    for value, share in zip(values.tolist(), weights):
        if places[0] <= value <= places[-1]:
            counts[builtins.min(bisect.bisect_right(places, value) - 1, len(counts) - 1)] += share
    if density:
        total = builtins.sum(counts)
        counts = [count / total / (b - a) for count, a, b in zip(counts, places, places[1:])]
    return named_result("histogram", hist=FUNCTIONS["tensor"](counts, dtype=input.dtype, device=input.device), bin_edges=edges)


@both
def searchsorted(sorted_sequence, input, *, out_int32=False, right=False, side=None, sorter=None):
    """Where values would have to be inserted to keep a sequence in order."""
    if isinstance(input, Tensor) and sorted_sequence.ndim > 1 and sorted_sequence.shape[:-1] != input.shape[:-1]:
        raise RuntimeError(
            "torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor "
            f"and input value tensor must match, but we got boundaries tensor {list(sorted_sequence.shape)} and input value "
            f"tensor {list(input.shape)}"
        )
    find = bisect.bisect_right if right or side == "right" else bisect.bisect_left
    dtype = FUNCTIONS["int32" if out_int32 else "int64"]
    if not isinstance(input, Tensor):
        return FUNCTIONS["tensor"](find(sorted_sequence.tolist(), input), dtype=dtype, device=sorted_sequence.device)
    if sorted_sequence.ndim == 1:
        line = sorted_sequence.tolist()
        places = [find(line, value) for value in input.reshape(-1).tolist()]
    else:
        lines = sorted_sequence.reshape(-1, sorted_sequence.shape[-1]).tolist()
        rows = input.reshape(-1, input.shape[-1]).tolist()
        places = [find(line, value) for line, row in zip(lines, rows) for value in row]
    return FUNCTIONS["tensor"](places, dtype=dtype, device=input.device).reshape(input.shape)


@both
def bucketize(input, boundaries, *, out_int32=False, right=False):
    """Which bin between boundaries each value falls into."""
    if boundaries.ndim != 1:
        raise RuntimeError(f"boundaries tensor must be 1 dimension, but got dim({boundaries.ndim})")
    return searchsorted(boundaries, input, out_int32=out_int32, right=right)


@function
def isin(elements, test_elements, *, assume_unique=False, invert=False):
    """Whether each element is among the test elements."""
    known = test_elements.reshape(-1).tolist() if isinstance(test_elements, Tensor) else [test_elements]
    if not isinstance(elements, Tensor):
        return FUNCTIONS["tensor"]((elements in known) != invert)
    known = set(known)
    found = [(value in known) != invert for value in elements.reshape(-1).tolist()]
    return FUNCTIONS["tensor"](found, dtype=FUNCTIONS["bool"], device=elements.device).reshape(elements.shape)


Tensor.isin = isin


@method
def apply_(self, function):
    """Each element replaced by function(element); slow, for small tensors."""
    flat = [function(value) for value in self.detach().reshape(-1).tolist()]
    return self.copy_(FUNCTIONS["tensor"](flat, dtype=self.dtype).reshape(self.shape))


@method
def map_(self, tensor, function):
    """Each element replaced by function(element, other element)."""
    pairs = zip(self.detach().reshape(-1).tolist(), tensor.expand_as(self).reshape(-1).tolist())
    return self.copy_(FUNCTIONS["tensor"]([function(a, b) for a, b in pairs], dtype=self.dtype).reshape(self.shape))


