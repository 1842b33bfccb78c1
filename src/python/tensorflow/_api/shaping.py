"""tf's functions that move elements: reshape, transpose, concat, stack, split, tile, pad, … with TensorFlow's errors."""

import numpy
import torch

from keras.src import ops
from keras.src.backend import RaggedTensor, StringTensor, TensorShape, is_text, placing, string_tensor, unwrap, wrap
from keras.src.backend.errors import InvalidArgumentError, invalid, sizes_text
from keras.src.ops.numpy.join import joined
from keras.src.ops.numpy.shape import handed_out
from tensorflow import ragged
from tensorflow._api.array import convert
from tensorflow._convert import axes, both, is_tensor_like, refuse_symbolic, sizes, t


def reshape(tensor, shape, name=None):
    """The elements in their order under another shape; one size may be -1."""
    if is_text(tensor):
        return string_tensor(string_tensor(tensor)._strings.reshape(sizes(shape)))
    refuse_symbolic(tensor)
    if isinstance(shape, str):
        raise InvalidArgumentError(
            None,
            None,
            "Value for attr 'Tshape' of string is not in the list of allowed values: int32, int64\n\t; NodeDef: {{node Reshape}}; "
            "Op<name=Reshape; signature=tensor:T, shape:Tshape -> output:T; attr=T:type; "
            "attr=Tshape:type,default=DT_INT32,allowed=[DT_INT32, DT_INT64]> [Op:Reshape]",
        )
    found, wanted = handed_out(tensor), sizes(shape)
    given = (tensor, shape)
    free = [i for i, each in enumerate(wanted) if each == -1]
    if len(free) > 1:
        raise invalid("Reshape", f"Only one input size may be -1, not both {free[0]} and {free[1]}", given=given)
    known = 1
    for each in wanted:
        known *= each if each != -1 else 1
    count = found.numel()
    if free and (known == 0 or count % known):
        why = f"Input to reshape is a tensor with {count} values, but the requested shape requires a multiple of {known}"
        raise invalid("Reshape", why, given=given)
    if not free and known != count:
        raise invalid("Reshape", f"Input to reshape is a tensor with {count} values, but the requested shape has {known}", given=given)
    return wrap(found.reshape(wanted))


def transpose(a, perm=None, conjugate=False, name="transpose"):
    """The dimensions in another order (reversed by default)."""
    if is_text(a):
        return string_tensor(string_tensor(a)._strings.transpose(None if perm is None else sizes(perm)))
    found = convert(a)
    if perm is None:
        return ops.transpose(found)
    order, rank = sizes(perm), len(found.shape)
    given = (a, perm)
    if len(order) != rank:
        raise invalid("Transpose", f"transpose expects a vector of size {rank}. But input(1) is a vector of size {len(order)}", given=given)
    for each in order:
        if not -rank <= each < rank:
            raise invalid("Transpose", f"{each} is out of range [0 .. {rank})", given=given)
    missing = next((axis for axis in range(rank) if axis not in [each % rank for each in order]), None)
    if missing is not None:
        raise invalid("Transpose", f"{missing} is missing from {{{','.join(map(str, order))}}}.", given=given)
    return ops.transpose(found, order)


def expand_dims(input, axis, name=None):
    """A new dimension of size 1."""
    if isinstance(input, RaggedTensor):
        return RaggedTensor(input, [0, len(input)], uniform=True)
    if is_text(input):
        return string_tensor(numpy.expand_dims(string_tensor(input)._strings, int(axis)))
    found, axis = handed_out(input), int(axis)
    if not -found.dim() - 1 <= axis <= found.dim():
        raise invalid("ExpandDims", f"Tried to expand dim index {axis} for tensor with {found.dim()} dimensions.", given=(input,))
    return wrap(found.unsqueeze(axis))


def squeeze(input, axis=None, name=None):
    """Without dimensions of size 1."""
    if is_text(input):
        return string_tensor(string_tensor(input)._strings.squeeze(axes(axis)))
    found, wanted = convert(input), axes(axis)
    rank = len(found.shape)
    for each in () if wanted is None else wanted if isinstance(wanted, tuple) else (wanted,):
        if not -rank <= each < rank:
            raise invalid("Squeeze", f"Tried to squeeze dim index {each} for tensor with {rank} dimensions.", given=(input,))
        if found.shape[each] != 1:
            why = f"Can not squeeze dim[{each % rank}], expected a dimension of 1, got {found.shape[each]}"
            raise invalid("Squeeze", why, given=(input,))
    return ops.squeeze(found, wanted)


def concat(values, axis, name="concat"):
    """Tensors one after another along an axis."""
    values = list(values) if isinstance(values, (list, tuple)) else [values]
    if any(isinstance(each, RaggedTensor) for each in values):
        return ragged.concat(values, int(axis))
    if not values:
        raise ValueError("tf.concat needs at least one tensor, but received an empty list.")
    if is_text(values[0]):
        return string_tensor(numpy.concatenate([string_tensor(each)._strings for each in values], int(axis)))
    if len(values) == 1 and is_tensor_like(values[0]):
        return convert(values[0])
    found = _one_dtype("ConcatV2", values, "concat")
    if not found[0].dim():
        raise invalid("ConcatV2", "ConcatOp : Can't concatenate scalars (use tf.stack instead)", f"_N_{len(found)}", "concat")
    return wrap(joined(found, int(axis)))


def _one_dtype(op, values, name):
    model = next((t(each) for each in values if is_tensor_like(each)), None)
    if model is None:
        found = [t(each) for each in values]
        kind = next((each.dtype for each in found if each.is_floating_point()), found[0].dtype)
        return [each.to(kind) for each in found]
    model = wrap(model)
    return [both(op, model, each, name, position)[1] for position, each in enumerate(values)]


def stack(values, axis=0, name="stack"):
    """Tensors of one shape side by side in a new dimension."""
    values = list(values)
    if any(isinstance(each, RaggedTensor) for each in values):
        return ragged.stack(values)
    if not values:
        return wrap(placing.zeros((0,)))
    if any(is_text(each) for each in values):
        return string_tensor(numpy.stack([string_tensor(each)._strings for each in values], int(axis)))
    found, axis = _one_dtype("Pack", values, name), int(axis)
    for i, each in enumerate(found):
        if each.shape != found[0].shape:
            why = f"Shapes of all inputs must match: values[0].shape = {sizes_text(found[0].shape)} != values[{i}].shape = {sizes_text(each.shape)}"
            raise invalid("Pack", why, f"_N_{len(found)}", name)
    rank = found[0].dim() + 1
    if not -rank <= axis < rank:
        raise ValueError(f"Argument `axis` = {axis} not in range [{-rank}, {rank})")
    return wrap(torch.stack(found, axis))


def unstack(value, num=None, axis=0, name="unstack"):
    """The slices along an axis, as a list."""
    if is_text(value):
        return [string_tensor(each) for each in numpy.moveaxis(string_tensor(value)._strings, int(axis), 0)]
    found, axis = handed_out(value), int(axis)
    rank = found.dim()
    if not -rank <= axis < rank:
        raise ValueError(f"Argument `axis` = {axis} not in range [{-rank}, {rank})")
    if num is not None and found.shape[axis] != num:
        why = f"Input shape axis {axis} must equal {num}, got shape {sizes_text(found.shape)}"
        raise invalid("Unpack", why, f"_num_{num}", name, given=(value,))
    return [wrap(each) for each in found.unbind(axis)]


def split(value, num_or_size_splits, axis=0, num=None, name="split"):
    """Equal parts (a number) or parts of given sizes along an axis."""
    if is_text(value):
        strings = string_tensor(value)._strings
        parts = num_or_size_splits if isinstance(num_or_size_splits, int) else numpy.cumsum(sizes(num_or_size_splits))[:-1].tolist()
        return [string_tensor(each) for each in numpy.split(strings, parts, int(axis))]
    found, axis = handed_out(value), int(axis)
    rank, given = found.dim(), (value,)
    parts = num_or_size_splits if isinstance(num_or_size_splits, int) else None
    if parts is None and getattr(num_or_size_splits, "shape", None) == ():
        parts = int(num_or_size_splits)
    wanted = None if parts is not None else list(sizes(num_or_size_splits))
    op, attributes = ("Split", f"_num_split_{parts}") if wanted is None else ("SplitV", f"_num_split_{len(wanted)}")
    if not -rank <= axis < rank:
        raise invalid(op, f"-input rank(-{rank}) <= split_dim < input rank ({rank}), but got {axis}", attributes, name, given)
    size = found.shape[axis]
    if wanted is None:
        if size % parts:
            why = f"Number of ways to split should evenly divide the split dimension, but got split_dim {axis} (size = {size}) and num_split {parts}"
            raise invalid(op, why, attributes, name, given)
        return [wrap(part) for part in found.split(size // parts, axis)]
    total = sum(each for each in wanted if each != -1)
    if total > size or (-1 not in wanted and total != size):
        why = (
            "Determined shape must either match input shape along split_dim exactly if fully specified, or be less than the size of the "
            f"input along split_dim if not fully specified.  Got: {total}"
        )
        raise invalid(op, why, attributes, name, given)
    wanted = [size - total if each == -1 else each for each in wanted]
    return [wrap(part) for part in found.split(wanted, axis)]


def tile(input, multiples, name=None):
    """The whole several times along each dimension."""
    given = (input, multiples)
    if isinstance(multiples, int):
        raise invalid("Tile", "Expected multiples to be 1-D, but got shape []", given=given)
    times = sizes(multiples)
    if is_text(input):
        return string_tensor(numpy.tile(string_tensor(input)._strings, times))
    found = t(input)
    if len(times) != found.dim():
        raise invalid("Tile", f"Expected multiples argument to be a vector of length {found.dim()} but got length {len(times)}", given=given)
    for i, each in enumerate(times):
        if each < 0:
            raise invalid("Tile", f"Expected multiples[{i}] >= 0, but got {each}", given=given)
    return wrap(torch.tile(found, times))


def repeat(input, repeats, axis=None, name=None):
    """Each element several times in a row."""
    if is_text(input):
        return string_tensor(numpy.repeat(string_tensor(input)._strings, sizes(repeats), axes(axis)))
    found, axis = convert(input), axes(axis)
    rank = len(found.shape)
    if axis is not None and not -rank <= axis < rank:
        raise ValueError(f"axis={axis} out of bounds: expected {-rank}<=axis<{rank}")
    return ops.repeat(found, repeats if isinstance(repeats, int) else convert(repeats), axis=axis)


def reverse(tensor, axis, name=None):
    """The other way round along axes."""
    if is_text(tensor):
        return string_tensor(numpy.flip(string_tensor(tensor)._strings, axes(axis)))
    found, wanted = convert(tensor), axes(axis)
    rank = len(found.shape)
    for i, each in enumerate(wanted if isinstance(wanted, tuple) else (wanted,)):
        if not -rank <= each < rank:
            raise invalid("ReverseV2", f"'axis'[{i}] = {each} is out of valid range [0, {rank - 1}", given=(tensor, axis))
    return ops.flip(found, wanted)


def roll(input, shift, axis, name=None):
    """Moved along an axis; what falls out comes in at the other end."""
    found, wanted = convert(input), axes(axis)
    rank = len(found.shape)
    for each in wanted if isinstance(wanted, tuple) else (wanted,):
        if not -rank <= each < rank:
            raise invalid("Roll", f"axis {each} is out of range", given=(input,))
    return ops.roll(found, axes(shift), wanted)


def pad(tensor, paddings, mode="CONSTANT", constant_values=0, name=None):
    """More elements around: constants, or REFLECT or SYMMETRIC copies."""
    if is_text(tensor):
        filler = string_tensor(constant_values or "")._strings.tolist()
        pairs = [tuple(each) for each in unwrap(paddings).tolist()]
        return string_tensor(numpy.pad(string_tensor(tensor)._strings, pairs, constant_values=filler))
    mode = mode.upper()
    if mode not in ("CONSTANT", "REFLECT", "SYMMETRIC"):
        raise ValueError(f'Value of argument `mode` expected to be one of "CONSTANT", "REFLECT", or "SYMMETRIC". Received `mode` = {mode}')
    found, table, given = convert(tensor), unwrap(paddings), (tensor, paddings)
    shape = tuple(found.shape)
    op = "Pad" if mode == "CONSTANT" else "MirrorPad"
    if table.dim() != 2 or table.shape[1] != 2:
        raise invalid(op, f"paddings must be a matrix with 2 columns: {sizes_text(table.shape)}", given=given)
    if table.shape[0] != len(shape):
        why = f"The first dimension of paddings must be the rank of inputs{sizes_text(table.shape)} {sizes_text(shape)}"
        raise invalid(op, why, given=given)
    pairs = [tuple(each) for each in table.tolist()]
    for size, (before, after) in zip(shape, pairs):
        if before < 0 or after < 0:
            raise invalid(op, f"Paddings must be non-negative: {before} {after}", given=given)
        if mode == "REFLECT" and max(before, after) >= size:
            raise invalid(op, f"paddings must be less than the dimension size: {before}, {after} not less than {size}", given=given)
        if mode == "SYMMETRIC" and max(before, after) > size:
            raise invalid(op, f"paddings must be no greater than the dimension size: {before}, {after} greater than {size}", given=given)
    return ops.pad(found, pairs, mode.lower(), constant_values if mode == "CONSTANT" else None)


def broadcast_to(input, shape, name=None):
    """Sizes of 1 repeated to a larger shape."""
    if isinstance(input, StringTensor) or is_text(input):
        return string_tensor(numpy.broadcast_to(string_tensor(input)._strings, sizes(shape)).copy())
    found, wanted = handed_out(input), sizes(shape)
    given = (input, shape)
    if found.dim() > len(wanted):
        why = f"Rank of input ({found.dim()}) must be no greater than rank of output shape ({len(wanted)})."
        raise invalid("BroadcastTo", why, given=given)
    if any(have not in (1, want) for have, want in zip(reversed(found.shape), reversed(wanted))):
        raise invalid("BroadcastTo", f"Incompatible shapes: {sizes_text(found.shape)} vs. {sizes_text(wanted)}", given=given)
    return wrap(found.expand(wanted))


def broadcast_static_shape(shape_x, shape_y):
    """The shape that both broadcast to."""
    try:
        return TensorShape(torch.broadcast_shapes(tuple(shape_x), tuple(shape_y)))
    except RuntimeError:
        raise ValueError(
            "Incompatible shapes for broadcasting. Two shapes are compatible if for each dimension pair they are either equal or one of "
            f"them is 1. Received: {TensorShape(shape_x)} and {TensorShape(shape_y)}."
        ) from None


def broadcast_dynamic_shape(shape_x, shape_y):
    """The shape that both broadcast to, as a tensor."""
    return wrap(placing.tensor(list(broadcast_static_shape(sizes(shape_x), sizes(shape_y))), dtype=torch.int32))


def meshgrid(*args, indexing="xy", **_options):
    """Coordinates of a grid."""
    return ops.meshgrid(*[convert(each) for each in args], indexing=indexing)
