"""From a list of samples to a batch."""

from collections.abc import Mapping, Sequence

import torch
from torch._tensor import Tensor

default_collate_err_msg_format = ('default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; '
                                  'found {}')


def _is_array(value):
    return type(value).__module__.partition('.')[0] == 'numpy' and type(value).__name__ in ('ndarray', 'memmap')


def _is_numpy_number(value):
    return getattr(value, '_numpy_scalar', False)


def _check_array(array):
    if array.dtype.kind in 'SaUO':
        raise TypeError(default_collate_err_msg_format.format(array.dtype))


def default_convert(data):
    """NumPy arrays inside `data` become tensors; what else is there stays as it is."""
    if isinstance(data, Tensor):
        return data
    if _is_array(data):
        return data if data.dtype.kind in 'SaUO' else torch.as_tensor(data)
    if _is_numpy_number(data):
        return torch.as_tensor(data)
    if isinstance(data, Mapping):
        converted = {key: default_convert(value) for key, value in data.items()}
        return _like(data, converted)
    if isinstance(data, tuple) and hasattr(data, '_fields'):
        return type(data)(*(default_convert(each) for each in data))
    if isinstance(data, tuple):
        return [default_convert(each) for each in data]
    if isinstance(data, Sequence) and not isinstance(data, (str, bytes)):
        return _like(data, [default_convert(each) for each in data])
    return data


def _like(model, value):
    """`value` as the class of `model`, where that can be made from it."""
    try:
        return type(model)(value)
    except TypeError:
        return value


def collate(batch, *, collate_fn_map=None):
    """`default_collate` with functions of your own for given classes."""
    first = batch[0]
    if collate_fn_map:
        for kind, function in collate_fn_map.items():
            if isinstance(first, kind):
                return function(batch, collate_fn_map=collate_fn_map)
    return default_collate(batch)


def default_collate(batch):
    """Stacks tensors, arrays and numbers along a new first dimension; dicts and tuples are gone through.

    Raises:
        RuntimeError: tensors of different sizes, or sequences of different lengths.
        TypeError: something that is none of these.
    """
    first = batch[0]
    if isinstance(first, Tensor):
        return torch.stack(batch, 0)
    if _is_array(first):
        _check_array(first)
        return torch.stack([torch.as_tensor(each) for each in batch], 0)
    if _is_numpy_number(first):
        return torch.as_tensor(batch)
    if isinstance(first, float):
        return torch.tensor(batch, dtype=torch.float64)
    if isinstance(first, int):
        return torch.tensor(batch)
    if isinstance(first, (str, bytes)):
        return batch
    if isinstance(first, Mapping):
        return _like(first, {key: default_collate([each[key] for each in batch]) for key in first})
    if isinstance(first, tuple) and hasattr(first, '_fields'):
        return type(first)(*(default_collate(samples) for samples in zip(*batch)))
    if isinstance(first, Sequence):
        size = len(first)
        if any(len(each) != size for each in batch):
            raise RuntimeError('each element in list of batch should be of equal size')
        columns = [default_collate(samples) for samples in zip(*batch)]
        return columns if isinstance(first, tuple) else _like(first, columns)
    raise TypeError(default_collate_err_msg_format.format(type(first)))
