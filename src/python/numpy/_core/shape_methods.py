"""The methods of arrays that change their shape or view their memory otherwise."""

import operator

import bridge
from numpy._core.construct import copy_of
from numpy._core.buffers import from_bytes
from numpy._core.dtypes import as_dtype
from numpy._core.ndarray import method, ndarray, placement, view_of

_type = type


@method
def reshape(self, *shape, order="C", copy=None):
    """The elements in another shape: a view where the memory allows it. One size may be -1."""
    if len(shape) == 1 and not isinstance(shape[0], int):
        shape = shape[0]
        if hasattr(shape, "__index__") and not isinstance(shape, (tuple, list)):
            shape = (shape.__index__(),) if not isinstance(shape, ndarray) or shape.shape == () else shape.tolist()
    sizes = _resolved(tuple(map(operator.index, shape)), self)
    if order in ("F", "A") and (order == "F" or self.ndim > 1 and self.flags.fortran) and (len(sizes) > 1 or self.ndim > 1):
        return self.T.reshape(sizes[::-1]).T
    if bridge.is_contiguous(self._array_handle) or self.size == 0:
        return view_of(self, bridge.view(self._array_handle, *sizes))
    made = bridge.reshape(self._array_handle, *sizes)
    out = view_of(self, made)
    if not bridge.same_storage(made, self._array_handle):
        out._base, out._locked = None, False
    return out


def _resolved(sizes, a):
    known, count = 1, a.size
    holes = 0
    for size in sizes:
        if size < 0:
            holes += 1
        else:
            known *= size
    if holes > 1:
        raise ValueError("can only specify one unknown dimension")
    text = _wanted(sizes)
    if holes:
        if known == 0 or count % known:
            raise ValueError(f"cannot reshape array of size {count} into shape {text}")
        return tuple(count // known if size < 0 else size for size in sizes)
    if known != count:
        raise ValueError(f"cannot reshape array of size {count} into shape {text}")
    return sizes


def _wanted(sizes):
    """A shape as reshape's errors print it: a size to be found is left out in front and called newaxis elsewhere."""
    first = next((i for i, size in enumerate(sizes) if size >= 0), len(sizes))
    words = [str(size) if size >= 0 else "newaxis" for size in sizes[first:]]
    return f"({','.join(words)}{',' if len(sizes) == 1 and words else ''})"


@method
def ravel(self, order="C"):
    """One dimension; a view where the memory allows it. order='K': as the elements lie in memory."""
    return self.reshape(-1, order="A" if order == "K" else order)


@method
def flatten(self, order="C"):
    """A copy with one dimension."""
    made = self.reshape(-1, order="A" if order == "K" else order)
    return copy_of(made) if made._base is not None else made


@method
def resize(self, *new_shape, refcheck=True):
    """Changes shape and size in place; new elements are 0."""
    from numpy._core.filled import shape_tuple, zeros

    if self._base is not None:
        raise ValueError("cannot resize this array: it does not own its data")
    sizes = shape_tuple(new_shape[0] if len(new_shape) == 1 else new_shape)
    made = zeros(sizes, self._dtype)
    flat, old = made.reshape(-1), self.reshape(-1)
    count = min(flat.size, old.size)
    flat[:count] = old[:count]
    self._array_handle, made._array_handle = made._array_handle, self._array_handle
    self._shape = self._place = None
    self._pool = made._pool


@method
def view(self, dtype=None, type=None):
    """The same memory; with another dtype the same bytes read as that type."""
    for each in (dtype, type):
        if isinstance(each, _type) and issubclass(each, ndarray) and each is not ndarray:
            raise NotImplementedError("subclasses of ndarray are not here: hold the array in an attribute instead")
    if dtype is None or dtype is ndarray:
        return view_of(self, bridge.detach(self._array_handle))
    kind = as_dtype(dtype)
    if kind == self._dtype:
        return view_of(self, bridge.detach(self._array_handle))
    from numpy._core.construct import ascontiguousarray

    raw = ascontiguousarray(self).tobytes() if self.shape else self.tobytes()
    last = (self.shape[-1] if self.shape else 1) * self.itemsize
    if last % kind.itemsize:
        raise ValueError(
            "When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array."
        )
    shape = (*self.shape[:-1], last // kind.itemsize) if self.shape else ()
    return from_bytes(raw, shape, kind)


@method
def diagonal(self, offset=0, axis1=0, axis2=1):
    """The elements of a diagonal; a read-only view."""
    if self.ndim < 2:
        raise ValueError("diag requires an array of at least two dimensions")
    made = view_of(self, bridge.diagonal(self._array_handle, offset, axis1, axis2))
    made._locked = True
    return made


def is_overlapping(a, b):
    """Whether the memory that two arrays span has bytes in common."""
    if a.size == 0 or b.size == 0 or not bridge.same_storage(a._array_handle, b._array_handle):
        return False
    first, second = _span(a), _span(b)
    return first[0] <= second[1] and second[0] <= first[1]


def _span(a):
    strides, offset = placement(a)
    low = high = offset
    for size, stride in zip(a.shape, strides, strict=True):
        if stride < 0:
            low += (size - 1) * stride
        else:
            high += (size - 1) * stride
    return low, high
