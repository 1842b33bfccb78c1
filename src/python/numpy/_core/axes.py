"""Axes added, dropped, exchanged, moved, reversed and turned; views wherever possible."""

import bridge
from numpy._core.ndarray import as_array, method, ndarray, placement, strided, view_of
from numpy._core.reduction import AxisError, normalize_axes, normalize_axis


def expand_dims(a, axis):
    """The array with new axes of size 1."""
    a = as_array(a)
    axes = (axis,) if isinstance(axis, int) else tuple(axis)
    rank = a.ndim + len(axes)
    found = [normalize_axis(each, rank) for each in axes]
    rest = iter(a.shape)
    return a.reshape(tuple(1 if d in found else next(rest) for d in range(rank)))


@method
def squeeze(a, axis=None):
    """The array without axes of size 1; a view."""
    a = as_array(a)
    if axis is None:
        keep = [d for d, size in enumerate(a.shape) if size != 1]
    else:
        axes = normalize_axes(axis, a.ndim)
        if any(a.shape[d] != 1 for d in axes):
            raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
        keep = [d for d in range(a.ndim) if d not in axes]
    strides, offset = placement(a)
    return strided(a, [a.shape[d] for d in keep], [strides[d] for d in keep], offset)


def transpose(a, axes=None):
    """The axes in another order (None: reversed); a view."""
    if type(a) is not ndarray and hasattr(a, "__array_wrap__"):
        return a.__array_wrap__(as_array(a).transpose(axes))
    return as_array(a).transpose(axes)


def _transpose(self, *axes):
    if len(axes) == 1 and not isinstance(axes[0], int):
        axes = axes[0]
    if not axes:
        return self.T
    if len(axes) != self.ndim:
        raise ValueError("axes don't match array")
    order = [normalize_axis(each, self.ndim) for each in axes]
    if len(set(order)) != len(order):
        raise ValueError("repeated axis in transpose")
    return view_of(self, bridge.permute(self._array_handle, *order))


_transpose.__name__ = "transpose"


_transpose.__doc__ = transpose.__doc__


ndarray.transpose = _transpose


@method
def swapaxes(a, axis1, axis2):
    """Two axes exchanged; a view."""
    a = as_array(a)
    first = _named_axis(axis1, a.ndim, "axis1")
    second = _named_axis(axis2, a.ndim, "axis2")
    return view_of(a, bridge.transpose(a._array_handle, first, second))


def _named_axis(axis, ndim, name):
    if not -ndim <= axis < ndim:
        raise AxisError(axis, ndim, name)
    return axis % ndim


def moveaxis(a, source, destination):
    """Axes moved to other places; a view."""
    a = as_array(a)
    source, destination = ([each] if isinstance(each, int) else list(each) for each in (source, destination))
    if len(source) != len(destination):
        raise ValueError("`source` and `destination` arguments must have the same number of elements")
    source = [_named_axis(each, a.ndim, "source") for each in source]
    destination = [_named_axis(each, a.ndim, "destination") for each in destination]
    order = [d for d in range(a.ndim) if d not in source]
    for to, come in sorted(zip(destination, source, strict=True)):
        order.insert(to, come)
    return a.transpose(order)


def rollaxis(a, axis, start=0):
    """An axis moved before another; a view."""
    a = as_array(a)
    axis = normalize_axis(axis, a.ndim)
    order = [d for d in range(a.ndim) if d != axis]
    start = start + a.ndim if start < 0 else start
    order.insert(start - 1 if axis < start else start, axis)
    return a.transpose(order)


def flip(m, axis=None):
    """The elements in reverse order along axes (None: all); a view."""
    m = as_array(m)
    axes = normalize_axes(axis, m.ndim)
    return m[tuple(slice(None, None, -1) if d in axes else slice(None) for d in range(m.ndim))]


def flipud(m):
    """The rows in reverse order."""
    m = as_array(m)
    if m.ndim < 1:
        raise ValueError("Input must be >= 1-d.")
    return m[::-1, ...]


def fliplr(m):
    """The columns in reverse order."""
    m = as_array(m)
    if m.ndim < 2:
        raise ValueError("Input must be >= 2-d.")
    return m[:, ::-1]


def rot90(m, k=1, axes=(0, 1)):
    """Turned by 90 degrees k times, from the first axis towards the second."""
    m = as_array(m)
    k %= 4
    if k == 0:
        return m[:]
    if k == 2:
        return flip(flip(m, axes[0]), axes[1])
    order = list(range(m.ndim))
    first, second = (normalize_axis(each, m.ndim) for each in axes)
    order[first], order[second] = order[second], order[first]
    return flip(m, second).transpose(order) if k == 1 else flip(m.transpose(order), second)


def roll(a, shift, axis=None):
    """Elements moved along an axis; those that fall off come back at the other end."""
    from numpy._core.shape_base import broadcast_arrays, concatenate

    a = as_array(a)
    if axis is None:
        return roll(a.reshape(-1), shift, 0).reshape(a.shape)
    pairs = broadcast_arrays(as_array(shift), as_array(axis))
    flat = zip(pairs[0].reshape(-1).tolist(), pairs[1].reshape(-1).tolist(), strict=True)
    for step, each in flat:
        d = normalize_axis(each, a.ndim)
        size = a.shape[d]
        if size == 0:
            continue
        front = (slice(None),) * d
        cut = size - step % size
        a = concatenate([a[(*front, slice(cut, None))], a[(*front, slice(None, cut))]], axis=d)
    return a.copy() if a._base is not None else a
