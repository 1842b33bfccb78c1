"""Views with given strides: as_strided and sliding windows."""

from numpy._core.ndarray import as_array, placement, strided
from numpy._core.reduction import normalize_axis

__all__ = ["as_strided", "sliding_window_view", "broadcast_arrays", "broadcast_shapes", "broadcast_to"]


def as_strided(x, shape=None, strides=None, subok=False, writeable=True):
    """A view of a shape with steps in bytes; nothing checks that it stays inside the memory."""
    a = as_array(x)
    shape = a.shape if shape is None else shape
    steps = placement(a)[0] if strides is None else [each // a.itemsize for each in strides]
    made = strided(a, tuple(shape), tuple(steps), placement(a)[1])
    made._locked = made._locked or not writeable
    return made


def sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False):
    """All windows of a shape, as new last axes."""
    a = as_array(x)
    window = (window_shape,) if isinstance(window_shape, int) else tuple(window_shape)
    if any(each < 0 for each in window):
        raise ValueError("`window_shape` cannot contain negative values")
    if axis is None:
        axes = tuple(range(a.ndim))
        if len(window) != len(axes):
            raise ValueError(
                f"Since axis is None, must provide window_shape for all dimensions of `x`; got {len(window)} window_shape elements and `x.ndim` is {a.ndim}."
            )
    else:
        axes = tuple(normalize_axis(each, a.ndim) for each in ((axis,) if isinstance(axis, int) else axis))
    strides, offset = placement(a)
    shape, steps = list(a.shape), list(strides)
    for d, size in zip(axes, window, strict=True):
        if shape[d] < size:
            raise ValueError("window shape cannot be larger than input array shape")
        shape[d] -= size - 1
        steps.append(strides[d])
    made = strided(a, (*shape, *window), steps, offset)
    made._locked = not writeable
    return made
