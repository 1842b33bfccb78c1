"""Sets: unique, intersections, unions, differences, membership."""

from numpy._core import dtypes, umath
from numpy._core.ndarray import as_array, cast, from_values, values
from numpy._core.promotion import promote
from numpy._core.reduction import normalize_axis
from numpy._core.shape_base import concatenate
from numpy._core.axes import moveaxis
from numpy._core.sorting import argsort, sort


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True):
    """The different elements in order; with first positions, positions of each element in them, and counts."""
    a = as_array(ar)
    if axis is not None:
        return _unique_slices(a, normalize_axis(axis, a.ndim), return_index, return_inverse, return_counts)
    flat = a.reshape(-1)
    if not (return_index or return_inverse or return_counts):
        ordered = sort(flat)
        return ordered[_starts(ordered, equal_nan)]
    order = argsort(flat)
    ordered = flat[order]
    new = _starts(ordered, equal_nan)
    out = [ordered[new]]
    if return_index:
        out.append(order[new])
    if return_inverse:
        group = cast(new, dtypes.int64).cumsum() - 1
        inverse = from_values([0] * flat.size, (flat.size,), dtypes.int64)
        inverse[order] = group
        out.append(inverse)
    if return_counts:
        starts = concatenate([new.nonzero()[0], as_array([flat.size], dtypes.int64)])
        out.append(starts[1:] - starts[:-1])
    return out[0] if len(out) == 1 else tuple(out)


def _starts(ordered, equal_nan):
    """Where a new value begins in a sorted vector."""
    if ordered.size == 0:
        return from_values([], (0,), dtypes.bool_)
    new = ordered[1:] != ordered[:-1]
    if equal_nan and ordered._dtype.kind == "f":
        new = new & ~(umath.isnan(ordered[1:]) & umath.isnan(ordered[:-1]))
    return concatenate([as_array([True]), as_array(new)])


def _unique_slices(a, axis, return_index, return_inverse, return_counts):
    turned = moveaxis(a, axis, 0)
    rows = turned.reshape(turned.shape[0], -1)
    keys = [tuple(row) for row in rows.tolist()]
    order = sorted(range(len(keys)), key=lambda i: keys[i])
    first, counts, inverse = [], [], [0] * len(keys)
    for i in order:
        if not first or keys[i] != keys[first[-1]]:
            first.append(i)
            counts.append(0)
        counts[-1] += 1
        inverse[i] = len(first) - 1
    at = from_values(first, (len(first),), dtypes.int64)
    out = [moveaxis(turned[at], 0, axis).copy()]
    if return_index:
        out.append(at)
    if return_inverse:
        out.append(from_values(inverse, (len(inverse),), dtypes.int64))
    if return_counts:
        out.append(from_values(counts, (len(counts),), dtypes.int64))
    return out[0] if len(out) == 1 else tuple(out)


def in1d(ar1, ar2, assume_unique=False, invert=False, *, kind=None):
    """Whether each element of the first array is in the second; one dimension."""
    a, b = as_array(ar1).reshape(-1), as_array(ar2).reshape(-1)
    joined = promote(a._dtype, b._dtype)
    known = set(values(cast(b, joined)))
    return from_values([(each in known) != invert for each in values(cast(a, joined))], a.shape, dtypes.bool_)


def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
    """Whether each element of the first array is in the second."""
    element = as_array(element)
    return in1d(element, test_elements, invert=invert).reshape(element.shape)


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    """The elements that both arrays have, in order."""
    a, b = as_array(ar1).reshape(-1), as_array(ar2).reshape(-1)
    a, first = unique(a, return_index=True)
    b, second = unique(b, return_index=True)
    joined = concatenate((a, b))
    order = argsort(joined)
    ordered = joined[order]
    both = ordered[1:] == ordered[:-1]
    common = ordered[:-1][both]
    if not return_indices:
        return common
    return common, first[order[:-1][both]], second[order[1:][both] - a.size]


def union1d(ar1, ar2):
    """The elements that either array has, in order."""
    return unique(concatenate((as_array(ar1), as_array(ar2)), axis=None))


def setdiff1d(ar1, ar2, assume_unique=False):
    """The elements of the first array that the second lacks, in order."""
    a = as_array(ar1).reshape(-1) if assume_unique else unique(ar1)
    return a[in1d(a, ar2, invert=True)]


def setxor1d(ar1, ar2, assume_unique=False):
    """The elements that exactly one of the arrays has, in order."""
    joined = sort(concatenate((unique(ar1), unique(ar2))))
    if joined.size == 0:
        return joined
    edge = concatenate(([True], joined[1:] != joined[:-1], [True]))
    return joined[edge[1:] & edge[:-1]]


def ediff1d(ary, to_end=None, to_begin=None):
    """Differences of neighbours, with elements put before and behind."""
    a = as_array(ary).reshape(-1)
    parts = [] if to_begin is None else [as_array(to_begin).reshape(-1)]
    parts.append(a[1:] - a[:-1])
    if to_end is not None:
        parts.append(as_array(to_end).reshape(-1))
    return concatenate(parts) if len(parts) > 1 else parts[0]
