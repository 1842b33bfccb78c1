"""a[key] = value; what a key means is in indexing.py."""

import bridge
from numpy._core import fastpath
from numpy._core.convert import convert
from numpy._core.indexing import (
    back, full_mask, index_order, nonzero_of, parse, plain_position, together,
)  # fmt: skip
from numpy._core.ndarray import as_array, cast, from_values, handle_as, method, ndarray, values, view_of
from numpy._core.ufunc import shape_text
from numpy._core.writing import apart, assign


@method
def __setitem__(self, key, value):
    if self._locked:
        raise ValueError("assignment destination is read-only")
    if type(value) in (int, float) and not self._dtype._pooled and not self._dtype._mask:
        shape = self.shape
        at = None
        if type(key) is int and len(shape) == 1:
            at = plain_position((key,), shape)
        elif type(key) is tuple and len(key) == len(shape):
            at = plain_position(key, shape)
        if at is not None and (type(value) is int or self._dtype.kind == "f"):
            if type(value) is int and self._dtype.kind != "f" and not -(2**53) < value < 2**53:
                value = values(from_values([value], (), self._dtype))[0]
            bridge.set_at(self._array_handle, value, 2 if type(value) is float else 1, *at)
            return
        if type(key) in (int, slice, tuple) and fastpath.fits(value, self._dtype):
            handle = fastpath.view(self, key)
            if handle is not None:
                bridge.fill_(handle, value, 2 if type(value) is float else 1)
                bridge.free(handle)
                return
    _set(self, key, value)


@method
def __delitem__(self, key):
    raise ValueError("cannot delete array elements")


def _set(a, key, value):
    kind = a._dtype
    if kind.kind == "O" and not isinstance(value, ndarray) and _one_element(a, key):
        value = from_values([value], (), kind)
    if isinstance(value, complex) and kind.kind in "iuf":
        convert(complex(value), kind)  # raises: arrays of complex numbers only warn
    source = _source(value, kind)
    if full_mask(a, key):
        _set_masked(a, key, source)
        return
    parsed = parse(a, key)
    if not parsed.arrays:
        assign(parsed.view, _fit(source, parsed.view))
        return
    arrays, shape = together(parsed)
    indexed, rest = index_order(parsed)
    order = [*indexed, *rest]
    target = view_of(parsed.view, bridge.permute(parsed.view._array_handle, *order))
    wanted = shape + target.shape[len(indexed) :]
    if parsed.adjacent and indexed[0] > 0:
        first = indexed[0]
        shown = parsed.view.shape[:first] + shape + parsed.view.shape[first + len(indexed) :]
        source = _fitted(source, shown)
        turn = back(first, len(shape), len(rest))
        source = source.transpose([turn.index(d) for d in range(len(turn))])
    else:
        source = _fitted(source, wanted)
    _put(target, arrays, source)


def _one_element(a, key):
    keys = key if isinstance(key, tuple) else (key,)
    return len(keys) == a.ndim and all(isinstance(each, int) or hasattr(each, "__index__") and not isinstance(each, ndarray) for each in keys)


def _source(value, kind):
    if isinstance(value, ndarray):
        return value
    if kind.kind == "O" and isinstance(value, dict | str | None):
        return from_values([value], (), kind)
    made = as_array(value, None if not kind._pooled else kind)
    if made._dtype._pooled and not kind._pooled:
        made = cast(made, kind)
    elif kind.kind in "iu" and made._dtype.kind == "f" and not isinstance(value, ndarray) and made.shape == ():
        made = from_values([value], (), kind)
    return made


def _fit(source, view):
    """The source without leading dimensions of 1 that the view lacks."""
    own, shape = source.shape, view.shape
    while len(own) > len(shape) and own[0] == 1:
        own = own[1:]
    if len(own) > len(shape) or any(m not in (1, n) for m, n in zip(reversed(own), reversed(shape), strict=False)):
        if not shape:
            raise ValueError("setting an array element with a sequence.")
        raise ValueError(f"could not broadcast input array from shape {shape_text(source.shape)} into shape {shape_text(shape)}")
    return source if len(own) == len(source.shape) else source.reshape(own)


def _fitted(source, shape):
    from numpy._core.shape_base import broadcast_to

    own = source.shape
    while len(own) > len(shape) and own[0] == 1:
        own = own[1:]
    if len(own) > len(shape) or any(m not in (1, n) for m, n in zip(reversed(own), reversed(shape), strict=False)):
        raise ValueError(
            f"shape mismatch: value array of shape {shape_text(source.shape)} could not be broadcast to indexing result of shape {shape_text(shape)}"
        )
    return broadcast_to(source.reshape(own), shape)


def _put(target, arrays, source):
    if target._dtype._pooled:
        places = bridge.index(target._array_handle, *(each._array_handle for each in arrays))
        assign(view_of(target, places), source)
        return
    handle = apart(handle_as(source, target._dtype), target)
    try:
        bridge.index_put_(target._array_handle, 0, handle, *(each._array_handle for each in arrays))
    finally:
        bridge.free(handle)


def _set_masked(a, mask, source):
    kind = a._dtype
    if source.shape == () and not kind._pooled:
        shown = mask.reshape(mask.shape + (1,) * (a.ndim - mask.ndim)) if mask.ndim < a.ndim else mask
        handle = apart(handle_as(source, kind), a)
        bridge.masked_fill_(a._array_handle, shown._array_handle, handle)
        bridge.free(handle)
        return
    arrays = nonzero_of(mask)
    count = arrays[0].size
    wanted = (count, *a.shape[mask.ndim :])
    if len(source.shape) == len(wanted) and source.shape[0] not in (1, count) and len(wanted) == 1:
        raise ValueError(
            f"NumPy boolean array indexing assignment cannot assign {source.size} input values to the {count} output values where the mask is true"
        )
    _put(a, arrays, _fitted(source, wanted))
