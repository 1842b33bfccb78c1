"""tf's functions that keep values or norms in bounds."""

import torch

from keras.src import ops
from keras.src.backend import IndexedSlices, unwrap, wrap
from tensorflow._api.array import convert


def clip_by_value(t, clip_value_min, clip_value_max, name=None):
    """Values outside of [min, max] become its ends."""
    found = convert(t)
    for bound in (clip_value_min, clip_value_max):
        if isinstance(bound, float) and not found.dtype.is_floating:
            raise TypeError(f"Cannot convert {bound!r} to EagerTensor of dtype {found.dtype.name}")
    return ops.maximum(ops.minimum(found, ops.cast(clip_value_max, found.dtype)), ops.cast(clip_value_min, found.dtype))


def clip_by_norm(t, clip_norm, axes=None, name=None):
    """The tensor scaled so that its norm is at most clip_norm; of IndexedSlices the slices count, one by one."""
    if isinstance(t, IndexedSlices):
        return t.with_values(unwrap(clip_by_norm(t.values, clip_norm, axes)))
    found = unwrap(t)
    norm = torch.sqrt(torch.square(found).sum() if axes is None else torch.square(found).sum(axes, keepdim=True))
    return wrap(found * clip_norm / torch.clamp(norm, min=float(clip_norm)))


def _numbers(t):
    return unwrap(t.values if isinstance(t, IndexedSlices) else t)


def global_norm(t_list, name=None):
    """sqrt of the sum of all squares of several tensors."""
    return wrap(torch.sqrt(sum(torch.square(_numbers(each)).sum() for each in t_list if each is not None)))


def clip_by_global_norm(t_list, clip_norm, use_norm=None, name=None):
    """(tensors scaled so that their global norm is at most clip_norm, the norm before)."""
    norm = unwrap(global_norm(t_list) if use_norm is None else use_norm)
    scale = clip_norm * torch.clamp(1.0 / norm, max=1.0 / clip_norm)

    def scaled(each):
        found = _numbers(each) * scale
        return each.with_values(found) if isinstance(each, IndexedSlices) else wrap(found)

    return [None if each is None else scaled(each) for each in t_list], wrap(norm)
