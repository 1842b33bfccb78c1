"""tensor[...] and tensor[...] = value: numbers, slices, None, Ellipsis, masks and index tensors in PyTorch's order.

Numbers, slices and None make views, one dimension at a time; masks and index tensors that remain are brought to the front,
looked up in one engine call, and their dimensions put back where they stood if they were neighbours.
"""

import warnings

import bridge
from torch._tensor import Tensor, number_kind, plain_number, rename, wrap

_ZERO_DIM = (
    "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor "
    "to a number"
)


def __getitem__(self, index):
    kind = type(index)
    if kind is int:
        if not self.shape:
            raise IndexError(_ZERO_DIM)
        return wrap(bridge.select(self._handle, 0, index))
    if kind is slice and self.shape:
        return _slice(self, 0, index)
    view, picks = _walk(self, index)
    if picks:
        return _look_up(view, picks)
    return wrap(bridge.alias(self._handle)) if view is self else view


def __setitem__(self, index, value):
    if index is False:
        return
    if not isinstance(value, Tensor):
        value = _assigned(self, value)
    view, picks = (self, []) if index is True else _walk(self, index)
    if picks:
        _write_picks(view, picks, value)
    elif isinstance(value, Tensor):
        _write_view(view, value)
    else:
        bridge.fill_(view._handle, plain_number(value), number_kind(value))


def _assigned(self, value):
    """A number stays one; NumPy arrays become tensors."""
    if number_kind(value) is not None:
        return value
    if hasattr(value, "_as_tensor_handle"):
        return wrap(value._as_tensor_handle())
    raise TypeError(f"can't assign a {type(value).__name__} to a {self.type()}")


def _write_view(view, value):
    if bridge.device(value._handle) != bridge.device(view._handle):
        value = value.to(view.device)
    while value.ndim > view.ndim and value.shape[0] == 1:  # leading dimensions of size 1 do not count
        value = value.squeeze(0)
    bridge.copy_(view._handle, value._handle)


# --- the walk over the index -------------------------------------------------------------------------------------


def _walk(tensor, index):
    """The view that numbers, slices and None make, and (dimension, index tensor) for the rest."""
    items = _as_tuple(index)
    rank = len(tensor.shape)
    given = sum(_dimensions_of(item) for item in items)
    if given > rank:
        if rank == 0:
            raise IndexError(_ZERO_DIM)
        raise IndexError(f"too many indices for tensor of dimension {rank}")
    view, picks, dim = tensor, [], 0
    for position, item in enumerate(items):
        if type(item) is int:
            view = _select(view, dim, item, position)
        elif isinstance(item, slice):
            view = _slice(view, dim, item)
            dim += 1
        elif item is Ellipsis:
            dim += rank - given
        elif item is None:
            view = wrap(bridge.unsqueeze(view._handle, dim))
            dim += 1
        elif isinstance(item, bool):
            view = wrap(bridge.unsqueeze(view._handle, dim))
            picks.append((dim, _place_of_bool(item)))
            dim += 1
        elif item.ndim == 0 and bridge.dtype(item._handle) == 9:
            view = wrap(bridge.unsqueeze(view._handle, dim))
            picks.append((dim, _place_of_bool(bool(item))))
            dim += 1
        elif item.ndim == 0:
            view = _select(view, dim, int(item.item()), position)
        else:
            picks.append((dim, item))
            dim += item.ndim if bridge.dtype(item._handle) >= 8 else 1
    return view, picks


def _as_tuple(index):
    """The index as a tuple whose sequences have become tensors."""
    if type(index) is list and _is_tuple_in_disguise(index):
        index = tuple(index)
    if type(index) is not tuple:
        index = (index,)
    return [_item(each) for each in index]


def _is_tuple_in_disguise(index):
    """`x[[a, b]]` with slices, None or lists inside means `x[a, b]`, as in old NumPy."""
    if len(index) >= 32:
        return False
    return any(
        isinstance(each, (list, tuple, slice, Tensor)) and not (isinstance(each, Tensor) and each.ndim == 0)
        or each is Ellipsis
        or each is None
        for each in index
    )


def _item(each):
    kind = type(each)
    if kind is int or kind is slice or kind is bool or each is None or each is Ellipsis:
        return each
    if isinstance(each, Tensor):
        if bridge.dtype(each._handle) < 4:
            raise IndexError("tensors used as indices must be long, int, byte or bool tensors")
        return each
    if hasattr(each, "_as_tensor_handle") or isinstance(each, (list, tuple, range)):
        from torch._creation import from_data

        made = from_data(each, 4 if isinstance(each, (list, tuple)) and len(each) == 0 else -1, 0)
        return _item(made)
    if isinstance(each, int) or getattr(each, "_numpy_scalar", False) and each.dtype.kind in "iu":
        return int(each)
    if isinstance(each, str):
        raise TypeError("new(): invalid data type 'str'")
    raise IndexError(
        "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices "
        f"(got {kind.__name__})"
    )


def _dimensions_of(item):
    if item is None or item is Ellipsis or isinstance(item, bool):
        return 0
    if isinstance(item, Tensor) and bridge.dtype(item._handle) >= 8:
        return item.ndim
    return 1


def _select(view, dim, index, position):
    """PyTorch's error names the place in the index as the dimension."""
    try:
        return wrap(bridge.select(view._handle, dim, index))
    except IndexError:
        size = view.shape[dim]
        raise IndexError(f"index {index} is out of bounds for dimension {position} with size {size}") from None


def _slice(view, dim, given):
    step = 1 if given.step is None else given.step.__index__()
    if step == 0:
        raise ValueError("slice step cannot be zero")
    if step < 0:
        raise ValueError("step must be greater than zero")
    start, stop, step = given.indices(view.shape[dim])
    return wrap(bridge.slice(view._handle, dim, start, max(0, (stop - start + step - 1) // step), step))


def _place_of_bool(value):
    """Which of a dimension of one entry: the first or none."""
    return wrap(bridge.full(4, 0, 0, 0, int(value)))


# --- masks and index tensors ---------------------------------------------------------------------------------------


def _resolved(view, picks):
    """Index tensors of one shape with the dimensions that they index."""
    dims, indices = [], []
    for position, (dim, item) in enumerate(picks):
        if bridge.device(item._handle) == 1:  # positions are looked up by the engine's cpu side
            if bridge.device(view._handle) == 0:
                raise RuntimeError("indices should be either on cpu or on the same device as the indexed tensor (cpu)")
            item = item.cpu()
        if bridge.dtype(item._handle) >= 8:
            _check_mask(view, dim, item, position)
            if bridge.dtype(item._handle) == 8:
                _warn_of_bytes()
            places = wrap(bridge.nonzero(item._handle))
            for axis in range(item.ndim):
                dims.append(dim + axis)
                indices.append(wrap(bridge.select(places._handle, 1, axis)))
        else:
            dims.append(dim)
            indices.append(item)
    if len({each.shape for each in indices}) > 1:
        indices = _broadcast(indices)
    return dims, indices


def _warn_of_bytes():
    """Points to the line of the index: below __getitem__ or __setitem__, and one function between."""
    message = "indexing with dtype torch.uint8 is now deprecated, please use a dtype torch.bool instead."
    warnings.warn(message, UserWarning, stacklevel=5)


def _check_mask(view, dim, mask, position):
    for axis, size in enumerate(mask.shape):
        if view.shape[dim + axis] != size:
            raise IndexError(
                f"The shape of the mask {list(mask.shape)} at index {axis} does not match the shape of the indexed tensor "
                f"{list(view.shape)} at index {dim + axis}"
            )


def _broadcast(indices):
    from torch._ops.shape import broadcast_shapes

    try:
        shape = broadcast_shapes(*(each.shape for each in indices))
    except RuntimeError:
        shapes = ", ".join(str(list(each.shape)) for each in indices)
        raise IndexError(
            f"shape mismatch: indexing tensors could not be broadcast together with shapes {shapes}"
        ) from None
    return [wrap(bridge.expand(each._handle, *shape)) for each in indices]


def _to_front(view, dims):
    """The indexed dimensions first, and where their result belongs: in place of neighbours, else in front."""
    first = dims[0]
    neighbours = dims == list(range(first, first + len(dims)))
    if neighbours and first == 0:
        return view, 0
    order = dims + [dim for dim in range(view.ndim) if dim not in dims]
    return wrap(bridge.permute(view._handle, *order)), first if neighbours else 0


def _look_up(view, picks):
    dims, indices = _resolved(view, picks)
    front, place = _to_front(view, dims)
    found = wrap(bridge.index(front._handle, *(each._handle for each in indices)))
    if place == 0:
        return found
    count = indices[0].ndim
    order = [count + i for i in range(place)] + list(range(count)) + list(range(count + place, found.ndim))
    moved = wrap(bridge.permute(found._handle, *order))
    return rename(moved if moved.is_contiguous() else moved.contiguous(), "IndexBackward0")


def _write_picks(view, picks, value):
    mask = _only_mask(view, picks, value)
    if mask is not None:
        if not isinstance(value, Tensor) or not bridge.requires_grad(value._handle):
            number = value.item() if isinstance(value, Tensor) else value
            bridge.masked_fill_number_(view._handle, mask._handle, plain_number(number), number_kind(number))
            rename(view, "IndexPutBackward0")
            return
        value = value.to(view.dtype)
    dims, indices = _resolved(view, picks)
    front, place = _to_front(view, dims)
    count = indices[0].ndim
    rest = front.shape[len(dims) :]
    shape = [*rest[:place], *indices[0].shape, *rest[place:]]
    if not isinstance(value, Tensor):
        code = bridge.dtype(view._handle)
        value = wrap(bridge.full(code, plain_number(value), number_kind(value), bridge.device(view._handle)))
    else:
        if bridge.dtype(value._handle) != bridge.dtype(view._handle):
            _check_assigned_type(view, value)
        if bridge.device(value._handle) != bridge.device(view._handle):
            value = value.to(view.device)
    value = _fitted(value, shape)
    if place:
        order = [*range(place, place + count), *range(place), *range(place + count, len(shape))]
        value = wrap(bridge.permute(value._handle, *order))
    bridge.index_put_(front._handle, False, value._handle, *(each._handle for each in indices))


def _only_mask(view, picks, value):
    """The mask, shaped to broadcast, if one is the whole index and the value is a single number (of any dtype, then)."""
    if len(picks) > 1 or isinstance(value, Tensor) and value.numel() != 1:
        return None
    ((dim, mask),) = picks
    if bridge.dtype(mask._handle) < 8:
        return None
    _check_mask(view, dim, mask, 0)
    if bridge.dtype(mask._handle) == 8:
        _warn_of_bytes()
    return mask.to(view.device).bool().reshape(*mask.shape, *(1,) * (view.ndim - dim - mask.ndim))


def _check_assigned_type(view, value):
    raise RuntimeError(
        f"Index put requires the source and destination dtypes match, got {view.dtype._scalar_name} for the destination "
        f"and {value.dtype._scalar_name} for the source."
    )


def _fitted(value, shape):
    while value.ndim > len(shape) and value.shape[0] == 1:
        value = value.squeeze(0)
    own = value.shape
    fits = len(own) <= len(shape) and all(a in (1, b) for a, b in zip(reversed(own), reversed(shape)))
    if not fits:
        raise RuntimeError(
            f"shape mismatch: value tensor of shape {list(own)} cannot be broadcast to indexing result of shape {list(shape)}"
        )
    return wrap(bridge.expand(value._handle, *shape))


def __delitem__(self, index):
    raise TypeError("Tensor does not support deleting items")


Tensor.__getitem__ = __getitem__
Tensor.__setitem__ = __setitem__
Tensor.__delitem__ = __delitem__
