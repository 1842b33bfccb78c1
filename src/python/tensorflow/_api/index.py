"""tf's functions that take elements by their positions: where, gather, scatter, slices, masks."""

import builtins

import numpy
import torch

from keras.src import ops
from keras.src.backend import RaggedTensor, TensorShape, dtypes, is_text, placing, string_tensor, unwrap, wrap
from keras.src.backend.errors import InvalidArgumentError, invalid, named, sizes_text, type_mismatch
from keras.src.backend.operators import torch_index
from keras.src.ops.numpy.shape import handed_out
from tensorflow import ragged
from tensorflow._api.array import convert
from tensorflow._convert import both, sizes, t


def where(condition, x=None, y=None, name=None):
    """x where the condition holds, y elsewhere; without them the index rows where it holds."""
    found = t(condition)
    if x is None and y is None:
        return wrap(torch.nonzero(found))
    if x is None or y is None:
        raise ValueError("x and y must both be non-None or both be None.")
    if is_text(x) or is_text(y):
        return string_tensor(numpy.where(found.numpy(), string_tensor(x)._strings, string_tensor(y)._strings))
    if found.dtype is not torch.bool:
        raise type_mismatch("SelectV2", "bool", dtypes.TO_NAME[found.dtype], 0)
    first, second = both("SelectV2", x, y, position=2)
    try:
        return wrap(torch.where(found, first, second))
    except RuntimeError:
        shapes = [sizes_text(each.shape) for each in (found, first, second)]
        why = f"condition {shapes[0]}, then {shapes[1]}, and else {shapes[2]} must be broadcastable"
        raise invalid("SelectV2", why, given=(condition, x, y)) from None


def _whole(op, indices, signature, before, after, given):
    """Index numbers as int64, checked to be whole numbers."""
    found = t(indices)
    if found.is_floating_point() or found.dtype is torch.bool:
        kind = dtypes.short(dtypes.TO_NAME[found.dtype])
        raise InvalidArgumentError(
            None,
            None,
            f"Value for attr 'Tindices' of {kind} is not in the list of allowed values: int16, int32, int64\n\t; NodeDef: {{{{node {op}}}}}; "
            f"Op<name={op}; signature={signature} -> output:Tparams; {before}attr=Tparams:type; "
            f"attr=Tindices:type,allowed=[DT_INT16, DT_INT32, DT_INT64]; {after}> [Op:{op}]{named('', given)}",
        )
    return found.to(torch.int64)


def gather(params, indices, validate_indices=None, axis=None, batch_dims=0, name=None):
    """The slices at given positions along an axis."""
    if isinstance(indices, RaggedTensor):
        return indices.with_flat_values(gather(params, indices.flat_values, axis=axis))
    if isinstance(params, RaggedTensor):
        return ragged.stack([params[int(each)] for each in t(indices).reshape(-1).tolist()])
    given = (params, indices)
    places = _whole(
        "GatherV2", indices, "params:Tparams, indices:Tindices, axis:Taxis", "attr=batch_dims:int,default=0; ",
        "attr=Taxis:type,allowed=[DT_INT32, DT_INT64]", given,
    )  # fmt: skip
    if is_text(params):
        return string_tensor(string_tensor(params)._strings[places.numpy()])
    found = handed_out(params)
    wanted = int(axis or 0) if axis is not None or not batch_dims else batch_dims
    if not -found.dim() <= wanted < found.dim():
        raise invalid("GatherV2", f"Shape must be at least rank {wanted + 1 if wanted >= 0 else -wanted} but is rank {found.dim()}", given=given)
    axis = wanted % found.dim()
    if batch_dims:
        rows = [unwrap(gather(wrap(found[i]), wrap(places[i]), axis=axis - 1, batch_dims=batch_dims - 1)) for i in builtins.range(found.shape[0])]
        return wrap(torch.stack(rows))
    size_ = found.shape[axis]
    if places.numel() and (int(places.min()) < 0 or int(places.max()) >= size_):
        position = int(torch.nonzero((places.reshape(-1) < 0) | (places.reshape(-1) >= size_))[0])
        at = ",".join(str(int(each)) for each in numpy.unravel_index(position, tuple(places.shape))) if places.dim() else None
        value = int(places.reshape(-1)[position])
        raise invalid("GatherV2", f"indices{'' if at is None else f'[{at}]'} = {value} is not in [0, {size_})", given=given)
    return ops.take(wrap(found), wrap(t(indices)), axis=axis)


def gather_nd(params, indices, batch_dims=0, name=None):
    """The slices at given index rows."""
    found, given = handed_out(params), (params, indices)
    places = _whole("GatherNd", indices, "params:Tparams, indices:Tindices", "", 'attr=bad_indices_policy:string,default=""', given)
    if batch_dims:
        rows = [unwrap(gather_nd(wrap(found[i]), wrap(places[i]), batch_dims - 1)) for i in builtins.range(found.shape[0])]
        return wrap(torch.stack(rows))
    depth = places.shape[-1]
    if depth > found.dim():
        raise invalid("GatherNd", f"index innermost dimension length must be <= params rank; saw: {depth} vs. {found.dim()}", given=given)
    _check_rows("GatherNd", places, found.shape, "does not index into param shape", ", node name: GatherNd", given)
    return wrap(found[tuple(places.unbind(-1))] if depth else found)


def _check_rows(op, places, shape, words, after, given):
    depth = places.shape[-1]
    limits = placing.tensor(list(shape[:depth]), dtype=torch.int64)
    wrong = ((places < 0) | (places >= limits)).any(-1).reshape(-1)
    if bool(wrong.any()):
        row = int(torch.nonzero(wrong)[0])
        value = ", ".join(str(each) for each in places.reshape(-1, depth)[row].tolist())
        at = "" if places.dim() == 1 else f"[{row}]" if places.dim() == 2 else "[" + ",".join(map(str, numpy.unravel_index(row, tuple(places.shape[:-1])))) + "]"
        raise invalid(op, f"indices{at} = [{value}] {words} {sizes_text(shape)}{after}", given=given)


def scatter_nd(indices, updates, shape, name=None):
    """Zeros with values added at index rows."""
    places, values, given = t(indices).to(torch.int64), t(updates), (indices, updates, shape)
    outer = tuple(places.shape[:-1])
    if tuple(values.shape[: len(outer)]) != outer:
        count = len(outer)
        why = f"Dimensions [0,{count}) of indices[shape={sizes_text(places.shape)}] must match dimensions [0,{count}) of updates[shape={sizes_text(values.shape)}]"
        raise invalid("ScatterNd", why, given=given)
    wanted = sizes(shape)
    _check_rows("ScatterNd", places, wanted, "does not index into shape", "", given)
    return ops.scatter(wrap(places), wrap(values), wanted)


def _scatter(op, reduction, doc):
    def function(tensor, indices, updates, name=None):
        found = t(tensor)
        places, values = t(indices).to(torch.int64), both(op, wrap(found), updates, position=2)[1]
        _check_rows(op, places, found.shape, "does not index into shape", "", (tensor, indices, updates))
        return ops.scatter_update(wrap(found), wrap(places), wrap(values), **({} if reduction is None else {"reduction": reduction}))

    function.__doc__ = doc
    return function


tensor_scatter_nd_update = _scatter("TensorScatterUpdate", None, "The tensor with other values at index rows.")
tensor_scatter_nd_add = _scatter("TensorScatterAdd", "add", "The tensor with values added at index rows.")
tensor_scatter_nd_max = _scatter("TensorScatterMax", "max", "The tensor with the larger values at index rows.")
tensor_scatter_nd_min = _scatter("TensorScatterMin", "min", "The tensor with the smaller values at index rows.")


def tensor_scatter_nd_sub(tensor, indices, updates, name=None):
    """The tensor with values subtracted at index rows."""
    return tensor_scatter_nd_add(tensor, indices, -wrap(t(updates)))


def boolean_mask(tensor, mask, axis=None, name="boolean_mask"):
    """The elements (or slices) where the mask is true."""
    mask = t(mask).to(torch.bool)
    if not mask.dim():
        raise ValueError("mask cannot be scalar.")
    axis = int(axis or 0)
    if is_text(tensor):
        return string_tensor(string_tensor(tensor)._strings[mask.numpy()])
    found = t(tensor)
    covered = tuple(found.shape[axis : axis + mask.dim()])
    if covered != tuple(mask.shape):
        raise ValueError(f"Shapes {TensorShape(covered)} and {TensorShape(mask.shape)} are incompatible")
    if axis:
        return wrap(found.index_select(axis, torch.nonzero(mask).reshape(-1)))
    return wrap(found[mask])


def dynamic_partition(data, partitions, num_partitions, name=None):
    """The rows with the numbers 0, 1, …, a list."""
    found, groups = t(data), t(partitions)
    return [wrap(found[groups == each]) for each in builtins.range(int(num_partitions))]


def dynamic_stitch(indices, data, name=None):
    """Rows put where the indices say."""
    places = torch.cat([t(each).reshape(-1).to(torch.int64) for each in indices])
    parts = [t(each).reshape(t(each).shape[t(where_).dim() :].numel() and (-1, *t(each).shape[t(where_).dim() :])) for where_, each in zip(indices, data)]
    rows = torch.cat(parts)
    made = placing.zeros((int(places.max()) + 1, *rows.shape[1:]), dtype=rows.dtype)
    made[places] = rows
    return wrap(made)


def slice(input_, begin, size, name=None):
    """A part of the given sizes (-1: to the end) from the given start."""
    found, starts, counts = convert(input_), sizes(begin), sizes(size)
    shape, given = tuple(found.shape), (input_, begin, size)
    if len(starts) != len(shape) or len(counts) != len(shape):
        why = f"Expected begin and size arguments to be 1-D tensors of size {len(shape)}, but got shapes [{len(starts)}] and [{len(counts)}] instead."
        raise invalid("Slice", why, given=given)
    for i, (start, count, whole) in enumerate(zip(starts, counts, shape)):
        if not 0 <= start <= whole:
            raise invalid("Slice", f"Expected begin[{i}] in [0, {whole}], but got {start}", given=given)
        if count != -1 and not 0 <= count <= whole - start:
            raise invalid("Slice", f"Expected size[{i}] in [0, {whole - start}], but got {count}", given=given)
    return ops.slice(found, starts, counts)


def strided_slice(input_, begin, end, strides=None, **_options):
    """input_[begin:end:strides]."""
    starts, stops = sizes(begin), sizes(end)
    steps = sizes(strides) if strides is not None else (1,) * len(starts)
    return wrap(torch_index(handed_out(input_), [builtins.slice(a, b, c) for a, b, c in zip(starts, stops, steps)]))
