"""Sorting and searching: sort, argsort, partition, lexsort, searchsorted."""

import builtins

import bridge
from numpy._core import dtypes
from numpy._core.ndarray import as_array, cast, from_values, handle_as, like, method, ndarray, result, values, wrap
from numpy._core.promotion import promote
from numpy._core.reduction import normalize_axis
from numpy._core.writing import assign


def _sorted(a, axis):
    """(sorted array, positions) along an axis; stable, NaN last."""
    if a._dtype._pooled:
        return _sorted_in_python(a, axis)
    handle = bridge.sort(a._array_handle, axis, 0)
    return wrap(handle, a._dtype), wrap(bridge.next_result(), dtypes.int64)


def _key(kind):
    return (lambda x: (x.real, x.imag)) if kind.kind == "c" else None


def _sorted_in_python(a, axis):
    turned = a.transpose([*(d for d in range(a.ndim) if d != axis), axis])
    flat, size = values(turned), a.shape[axis]
    key = _key(a._dtype)
    positions = []
    for start in range(0, len(flat), builtins.max(size, 1)):
        row = flat[start : start + size]
        positions.extend(sorted(range(size), key=(lambda i, row=row: row[i] if key is None else key(row[i]))))
    at = from_values(positions, turned.shape, dtypes.int64)
    back = list(range(axis)) + [a.ndim - 1] + list(range(axis, a.ndim - 1))
    at = at.transpose(back)
    from numpy._core.multiarray import take_along_axis

    return take_along_axis(a, at, axis), like(at, bridge.clone(at._array_handle))


def _check_kind(kind):
    if kind is not None and str(kind)[:1].lower() not in ("q", "h", "s", "m"):
        raise ValueError(f"sort kind must be one of 'quick', 'heap', or 'stable' (got {kind!r})")


def sort(a, axis=-1, kind=None, order=None):
    """A sorted copy along an axis (None: flattened); NaN last."""
    _check_kind(kind)
    a = as_array(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    if a.ndim == 0:
        normalize_axis(axis, 0)
    return _sorted(a, normalize_axis(axis, a.ndim))[0]


def argsort(a, axis=-1, kind=None, order=None):
    """The positions that would sort along an axis."""
    _check_kind(kind)
    a = as_array(a)
    if a.ndim == 0:
        return from_values([0], (1,), dtypes.int64)
    if axis is None:
        a, axis = a.reshape(-1), 0
    return _sorted(a, normalize_axis(axis, a.ndim))[1]


def _sort_in_place(self, axis=-1, kind=None, order=None):
    """Sorts in place along an axis."""
    if self._locked:
        raise ValueError("sort array is read-only")
    assign(self, sort(self, axis))


_sort_in_place.__name__ = "sort"
ndarray.sort = _sort_in_place
ndarray.argsort = argsort


def partition(a, kth, axis=-1, kind="introselect", order=None):
    """A copy whose kth element is where sorting would put it (here: a sorted copy)."""
    return sort(a, axis)


def argpartition(a, kth, axis=-1, kind="introselect", order=None):
    """Positions for which partition holds (here: those that sort)."""
    return argsort(a, axis)


def _partition_in_place(self, kth, axis=-1, kind="introselect", order=None):
    """Sorts in place, which is a partition at every position."""
    self.sort(axis)


_partition_in_place.__name__ = "partition"
ndarray.partition = _partition_in_place
ndarray.argpartition = argpartition


def msort(a):
    """A copy sorted along the first axis."""
    return sort(a, axis=0)


def sort_complex(a):
    """Sorted by real part, then imaginary part; complex."""
    return sort(cast(as_array(a), dtypes.complex128))


def lexsort(keys, axis=-1):
    """Positions that sort by several keys; the last key matters most."""
    keys = [as_array(each) for each in keys]
    at = None
    for each in keys:
        at = argsort(each) if at is None else at[argsort(each[at])]
    return at


@method
def searchsorted(a, v, side="left", sorter=None):
    """Where values would have to be inserted to keep a sorted array sorted."""
    if side not in ("left", "right"):
        raise ValueError(f"search side must be 'left' or 'right' (got {side!r})")
    a = as_array(a)
    if sorter is not None:
        a = a[as_array(sorter)]
    wanted = as_array(v)
    if a.ndim != 1:
        raise ValueError("object too deep for desired array")
    kind = promote(a._dtype, wanted._dtype)
    if kind._pooled or kind.kind == "u":
        import bisect

        find = bisect.bisect_left if side == "left" else bisect.bisect_right
        row = values(cast(a, kind))
        made = from_values([find(row, each) for each in values(cast(wanted, kind))], wanted.shape, dtypes.int64)
        return result(made)
    first, second = handle_as(a, dtypes.float64 if kind.kind == "f" else dtypes.int64), handle_as(wanted, dtypes.float64 if kind.kind == "f" else dtypes.int64)
    made = wrap(bridge.numpy_searchsorted(first, second, 1 if side == "right" else 0), dtypes.int64)
    bridge.free(first)
    bridge.free(second)
    return result(made)
