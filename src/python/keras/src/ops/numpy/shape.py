"""keras.ops that move elements without changing them: reshape, transpose, pad, take, tile, flip, …"""

import math

import numpy
import torch

from keras.src.backend import KerasTensor, placing, unwrap, wrap
from keras.src.backend.errors import invalid
from keras.src.backend.indexed_slices import rows
from keras.src.ops.symbolic import axes_of, broadcast, op, same, shape_of, symbolic


def handed_out(x):
    """A torch tensor of which a view will be handed out: a variable then copies before it is written in place."""
    if hasattr(x, "_shared"):
        x._shared = True
    return unwrap(x)


def _sizes(shape):
    if isinstance(shape, int):
        return (shape,)
    return tuple(int(size) if size is not None else -1 for size in (shape if isinstance(shape, (list, tuple)) else unwrap(shape).tolist()))


def reshaped(shape, newshape):
    """The symbolic result of a reshape; -1 is worked out where it can be."""
    newshape = tuple(newshape) if isinstance(newshape, (list, tuple)) else (newshape,)
    known = None if None in shape else math.prod(shape)
    if -1 not in newshape and None not in newshape:
        if known is not None and known != math.prod(newshape):
            raise ValueError(
                f"The total size of the tensor must be unchanged. Received: input_shape={tuple(shape)}, target_shape={newshape}"
            )
        return newshape
    rest = math.prod(size for size in newshape if size not in (-1, None))
    if known is None:
        return tuple(None if size in (-1, None) else size for size in newshape)
    if rest == 0 or known % rest:
        raise ValueError(
            f"The total size of the tensor must be unchanged, however, the input size cannot by divided by the specified dimensions in "
            f"target_shape. Received: input_shape={tuple(shape)}, target_shape={newshape}"
        )
    return tuple(known // rest if size in (-1, None) else size for size in newshape)


@op(lambda x, newshape: symbolic(reshaped(x.shape, newshape), x.dtype), tensors=("x",))
def reshape(x, newshape):
    """The elements in their order under another shape; one size may be -1."""
    found, wanted = handed_out(x), _sizes(newshape)
    try:
        return wrap(found.reshape(wanted))
    except RuntimeError:
        raise cannot_reshape(found, wanted, (x, newshape)) from None


def cannot_reshape(found, wanted, given):
    """The InvalidArgumentError for sizes that do not fit the number of elements."""
    free = [i for i, each in enumerate(wanted) if each == -1]
    known = math.prod(each for each in wanted if each != -1)
    if len(free) > 1:
        why = f"Only one input size may be -1, not both {free[0]} and {free[1]}"
    else:
        requested = f"requires a multiple of {known}" if free else f"has {known}"
        why = f"Input to reshape is a tensor with {found.numel()} values, but the requested shape {requested}"
    return invalid("Reshape", why, given=given)


def _transpose_spec(x, axes=None):
    order = range(len(x.shape) - 1, -1, -1) if axes is None else axes
    return symbolic([x.shape[i] for i in order], x.dtype)


@op(_transpose_spec)
def transpose(x, axes=None):
    """The dimensions in another order (reversed by default)."""
    found = handed_out(x)
    return wrap(found.permute(*(range(found.dim() - 1, -1, -1) if axes is None else [int(a) for a in axes])))


def permute_dims(x, axes=None):
    """transpose() by another name."""
    return transpose(x, axes)


def _expand_spec(x, axis):
    shape = list(x.shape)
    given = list(axis) if isinstance(axis, (list, tuple)) else [axis]
    rank = len(shape) + len(given)
    for each in sorted(a % rank if -rank <= a < rank else a for a in given):
        shape.insert(each, 1)
    return symbolic(shape, x.dtype)


@op(_expand_spec, tensors=("x",))
def expand_dims(x, axis):
    """New dimensions of size 1."""
    found = handed_out(x)
    given = list(axis) if isinstance(axis, (list, tuple)) else [axis]
    rank = found.dim() + len(given)
    for each in sorted(a % rank for a in given):
        found = found.unsqueeze(each)
    return wrap(found)


def _squeeze_spec(x, axis=None):
    if axis is None:
        return symbolic([size for size in x.shape if size != 1], x.dtype)
    axes = axes_of(axis, len(x.shape))
    for each in axes:
        if x.shape[each] not in (1, None):
            raise ValueError(f"Cannot squeeze axis {axis}, because the dimension is not 1. Received: x.shape={tuple(x.shape)}, axis={axis}")
    return symbolic([size for i, size in enumerate(x.shape) if i not in axes], x.dtype)


@op(_squeeze_spec)
def squeeze(x, axis=None):
    """Without dimensions of size 1."""
    found = handed_out(x)
    if axis is None:
        return wrap(found.squeeze())
    for each in sorted(axes_of(axis, found.dim()), reverse=True):
        if found.shape[each] != 1:
            raise ValueError(
                f"Cannot squeeze axis={each}, because the dimension is not 1."
            )
        found = found.squeeze(each)
    return wrap(found)


def _pairs(pad_width, rank):
    if isinstance(pad_width, int):
        return [(pad_width, pad_width)] * rank
    pairs = [(each, each) if isinstance(each, int) else tuple(each) for each in pad_width]
    if len(pairs) == 1:
        pairs *= rank
    elif len(pad_width) == 2 and isinstance(pad_width[0], int) and rank != 2:
        pairs = [tuple(pad_width)] * rank
    return pairs


def _pad_spec(x, pad_width, mode="constant", constant_values=None):
    pairs = _pairs(pad_width, len(x.shape))
    return symbolic([None if s is None else s + a + b for s, (a, b) in zip(x.shape, pairs)], x.dtype)


@op(_pad_spec, tensors=("x",))
def pad(x, pad_width, mode="constant", constant_values=None):
    """More elements around: constants, or 'reflect', 'symmetric', 'edge', 'wrap' of what is there."""
    found = unwrap(x)
    pairs = _pairs(pad_width, found.dim())
    if mode == "constant":
        flat = [size for pair in reversed(pairs) for size in pair]
        return wrap(torch.nn.functional.pad(found, flat, value=0 if constant_values is None else constant_values))
    for axis, (before, after) in enumerate(pairs):
        if before or after:
            places = numpy.pad(numpy.arange(found.shape[axis]), (before, after), mode=mode)
            found = found.index_select(axis, placing.tensor(places.astype("int64")))
    return wrap(found)


def _take_spec(x, indices, axis=None):
    inner = shape_of(indices)
    if axis is None:
        return symbolic(inner, x.dtype)
    axis %= len(x.shape)
    return symbolic((*x.shape[:axis], *inner, *x.shape[axis + 1 :]), x.dtype)


@op(_take_spec, tensors=("x", "indices"))
def take(x, indices, axis=None):
    """The elements (or slices along a dimension) at given positions; negative ones count from the end."""
    found, given = unwrap(x), unwrap(indices)
    places = given.to(torch.int64)
    if axis is None:
        found, axis = found.reshape(-1), 0
    axis %= found.dim()
    places = torch.where(places < 0, places + found.shape[axis], places)
    size = found.shape[axis]
    if places.numel() and bool(((places < 0) | (places >= size)).any()):
        position = int(torch.nonzero((places.reshape(-1) < 0) | (places.reshape(-1) >= size))[0])
        at = ""
        for extent in reversed(places.shape):
            at, position = f",{position % extent}{at}", position // extent
        wrong = places[(places < 0) | (places >= size)].reshape(-1)[0]
        raise invalid("GatherV2", f"indices{f'[{at[1:]}]' if at else ''} = {int(wrong)} is not in [0, {size})")
    if axis == 0:
        return wrap(rows(found, places, given.dtype))
    made = found.index_select(axis, places.reshape(-1))
    return wrap(made.reshape((*found.shape[:axis], *places.shape, *found.shape[axis + 1 :])))


@op(lambda x, indices, axis=None: symbolic(shape_of(indices), x.dtype), tensors=("x", "indices"))
def take_along_axis(x, indices, axis=None):
    """For each position the element that `indices` names along a dimension."""
    found, places = unwrap(x), unwrap(indices).to(torch.int64)
    if axis is None:
        return wrap(found.reshape(-1)[places.reshape(-1)])
    places = torch.where(places < 0, places + found.shape[axis], places)
    target = list(torch.broadcast_shapes([1 if i == axis % found.dim() else s for i, s in enumerate(found.shape)], [
        1 if i == axis % found.dim() else s for i, s in enumerate(places.shape)]))  # fmt: skip
    target[axis] = found.shape[axis]
    wide = [places.shape[axis] if i == axis % found.dim() else s for i, s in enumerate(target)]
    return wrap(torch.gather(found.expand(target), axis, places.expand(wide)))


def _repeat_spec(x, repeats, axis=None):
    shape = list(x.shape) if axis is not None else [None if None in x.shape else math.prod(x.shape)]
    place = 0 if axis is None else axis
    count = repeats if isinstance(repeats, int) else None
    shape[place] = shape[place] * count if shape[place] is not None and count is not None else None
    return symbolic(shape, x.dtype)


@op(_repeat_spec, tensors=("x",))
def repeat(x, repeats, axis=None):
    """Each element several times in a row."""
    found = unwrap(x)
    counts = repeats if isinstance(repeats, int) else unwrap(repeats).to(torch.int64)
    return wrap(torch.repeat_interleave(found, counts, dim=axis))


def _tile_spec(x, repeats):
    repeats = [repeats] if isinstance(repeats, int) else list(repeats)
    shape = [1] * (len(repeats) - len(x.shape)) + list(x.shape)
    repeats = [1] * (len(shape) - len(repeats)) + repeats
    return symbolic([None if s is None else s * r for s, r in zip(shape, repeats)], x.dtype)


@op(_tile_spec, tensors=("x",))
def tile(x, repeats):
    """The whole several times."""
    return wrap(torch.tile(unwrap(x), _sizes(repeats)))


@op(same)
def flip(x, axis=None):
    """The other way round."""
    found = unwrap(x)
    return wrap(found.flip(*axes_of(axis, found.dim())) if found.dim() else found)


@op(same, tensors=("x",))
def roll(x, shift, axis=None):
    """Moved along; what falls out at the end comes in at the start."""
    found = unwrap(x)
    if axis is None:
        return wrap(torch.roll(found, shift))
    return wrap(torch.roll(found, shift, axis))


def _swap_spec(x, axis1, axis2):
    shape = list(x.shape)
    shape[axis1], shape[axis2] = shape[axis2], shape[axis1]
    return symbolic(shape, x.dtype)


@op(_swap_spec, tensors=("x",))
def swapaxes(x, axis1, axis2):
    """Two dimensions exchanged."""
    return wrap(handed_out(x).transpose(axis1, axis2))


def _moved_order(rank, source, destination):
    source, destination = axes_of(source, rank), axes_of(destination, rank)
    order = [i for i in range(rank) if i not in source]
    for target, origin in sorted(zip(destination, source)):
        order.insert(target, origin)
    return order


@op(lambda x, source, destination: symbolic([x.shape[i] for i in _moved_order(len(x.shape), source, destination)], x.dtype), tensors=("x",))
def moveaxis(x, source, destination):
    """Dimensions moved to other places."""
    found = handed_out(x)
    return wrap(found.permute(*_moved_order(found.dim(), source, destination)))


@op(lambda x: symbolic([None if None in x.shape else math.prod(x.shape)], x.dtype))
def ravel(x):
    """One dimension."""
    return wrap(handed_out(x).reshape(-1))


@op(lambda x, shape: symbolic([size for size in shape], x.dtype), tensors=("x",))
def broadcast_to(x, shape):
    """Sizes of 1 repeated to a larger shape."""
    return wrap(handed_out(x).expand(_sizes(shape)))


def broadcast_shapes(*shapes):
    """The shape that arrays of these shapes broadcast to."""
    return broadcast(*[tuple(each) for each in shapes])


def meshgrid(*x, indexing="xy"):
    """Coordinates of a grid, one tensor for each dimension."""
    return [wrap(each) for each in torch.meshgrid(*[unwrap(v) for v in x], indexing=indexing)]


def atleast_1d(x):
    """At least one dimension."""
    return wrap(torch.atleast_1d(unwrap(x)))


def atleast_2d(x):
    """At least two dimensions."""
    return wrap(torch.atleast_2d(unwrap(x)))


def atleast_3d(x):
    """At least three dimensions."""
    return wrap(torch.atleast_3d(unwrap(x)))


@op(same)
def rot90(x, k=1, axes=(0, 1)):
    """Turned by quarter circles."""
    return wrap(torch.rot90(unwrap(x), k, list(axes)))


def size(x):
    """The number of elements."""
    shape = shape_of(x)
    return None if None in shape else wrap(placing.tensor(math.prod(shape), dtype=torch.int32))


def ndim(x):
    """The number of dimensions."""
    return len(shape_of(x))


def _item_spec(x, key):
    """Follows numpy's indexing on the sizes; None stays unknown."""
    # A key that comes from a file is a list.
    items = list(key) if isinstance(key, (tuple, list)) else [key]
    used = sum(1 for each in items if each is not None and each is not Ellipsis)
    if used > len(x.shape):
        raise ValueError(f"Too many indices for tensor of shape {tuple(x.shape)}: {key}")
    if Ellipsis in items:
        place = items.index(Ellipsis)
        items[place : place + 1] = [slice(None)] * (len(x.shape) - used)
    items += [slice(None)] * (len(x.shape) - sum(1 for each in items if each is not None))
    shape, source = [], 0
    for each in items:
        if each is None:
            shape.append(1)
            continue
        length = x.shape[source]
        source += 1
        if isinstance(each, slice):
            whole = each.start in (None, 0) and each.stop is None and each.step in (None, 1)
            if length is None:
                known = isinstance(each.stop, int) and each.stop >= 0 and (each.start or 0) >= 0
                shape.append(None if whole or not known else len(range(each.start or 0, each.stop, each.step or 1)))
            else:
                shape.append(len(range(*each.indices(length))))
        elif isinstance(each, int) and length is not None and not -length <= each < length:
            raise ValueError(f"Array has shape {tuple(x.shape)} but out-of-bounds index {key} was requested.")
    return symbolic(shape, x.dtype)


@op(_item_spec, tensors=("x", "key"))
def get_item(x, key):
    """x[key]."""
    key = tuple(key) if isinstance(key, list) else key
    return (x if hasattr(x, "__getitem__") and not isinstance(x, (list, KerasTensor)) else wrap(unwrap(x)))[key]


__all__ = [
    "atleast_1d", "atleast_2d", "atleast_3d", "broadcast_shapes", "broadcast_to", 
    "expand_dims", "flip", "get_item", "meshgrid", "moveaxis", "ndim", "pad", "permute_dims", "ravel", "repeat", "reshape", "roll", "rot90",
    "size", "squeeze", "swapaxes", "take", "take_along_axis", "tile", "transpose", 
]  # fmt: skip
