"""Modules that hold parameters: ParameterList and ParameterDict; container.py publishes them beside the other containers."""

import operator
from collections import OrderedDict
from collections.abc import Container as _Container, Iterable, Mapping

import torch
from torch._tensor import Tensor

from ..parameter import Parameter
from .module import Module


def _checked_index(index, length):
    at = operator.index(index)
    if not -length <= at < length:
        raise IndexError(f'index {at} is out of range')
    return at % length if length else at


def _as_parameter(value):
    return Parameter(value) if isinstance(value, Tensor) and not isinstance(value, Parameter) else value


def _member_line(key, value, word):
    if not isinstance(value, Tensor):
        return f'  ({key}): Object of type: {type(value).__name__}'
    size = 'x'.join(str(n) for n in value.size())
    where = f' ({value.device})' if value.is_cuda else ''
    kind = 'Parameter' if isinstance(value, Parameter) else 'Tensor'
    return f'  ({key}): {kind} containing: [{word(value)} of size {size}{where}]'


class ParameterList(Module):
    """A list of parameters that are registered; tensors put into it become parameters."""

    def __init__(self, values=None):
        super().__init__()
        self._size = 0
        if values is not None:
            self += values

    def __getitem__(self, index):
        if isinstance(index, slice):
            out = type(self)()
            for i in range(*index.indices(len(self))):
                out.append(self[i])
            return out
        return getattr(self, str(_checked_index(index, len(self))))

    def __setitem__(self, index, param):
        return setattr(self, str(_checked_index(index, len(self))), _as_parameter(param))

    def __len__(self):
        return self._size

    def __iter__(self):
        return iter(self[i] for i in range(len(self)))

    def __iadd__(self, parameters):
        return self.extend(parameters)

    def append(self, value):
        """Adds a parameter at the end; returns self."""
        self._size += 1
        self[self._size - 1] = value
        return self

    def extend(self, values):
        """Adds all parameters of an iterable; returns self."""
        if not isinstance(values, Iterable) or isinstance(values, Tensor):
            raise TypeError(f'ParameterList.extend should be called with an iterable, but got {type(values).__name__}')
        for value in values:
            self.append(value)
        return self

    def extra_repr(self):
        return '\n'.join(_member_line(i, value, lambda tensor: tensor.dtype) for i, value in enumerate(self))

    def __call__(self, *args, **kwargs):
        raise RuntimeError('ParameterList should not be called.')


class ParameterDict(Module):
    """A dictionary of parameters that are registered; tensors put into it become parameters."""

    def __init__(self, parameters=None):
        super().__init__()
        self._keys = {}
        if parameters is not None:
            self.update(parameters)

    def __getitem__(self, key):
        return getattr(self, key)

    def __setitem__(self, key, value):
        self._keys[key] = None
        setattr(self, key, _as_parameter(value))

    def __delitem__(self, key):
        del self._keys[key]
        delattr(self, key)

    def __len__(self):
        return len(self._keys)

    def __iter__(self):
        return iter(self._keys)

    def __reversed__(self):
        return reversed(list(self._keys))

    def __contains__(self, key):
        return key in self._keys

    def copy(self):
        """A new dictionary of the same parameters."""
        return ParameterDict(OrderedDict(self.items()))

    def setdefault(self, key, default=None):
        """The parameter under `key`, which becomes `default` if there is none."""
        if key not in self:
            self[key] = default
        return self[key]

    def clear(self):
        """Removes all parameters."""
        for key in list(self._keys):
            del self[key]

    def pop(self, key):
        """Removes and returns the parameter under `key`."""
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        """Removes and returns the last (key, parameter) pair."""
        key = list(self._keys)[-1]
        return key, self.pop(key)

    def get(self, key, default=None):
        """The parameter under `key`, or `default`."""
        return self[key] if key in self else default

    def fromkeys(self, keys, default=None):
        """A new dictionary with `default` under all keys."""
        return ParameterDict((key, default) for key in keys)

    def keys(self):
        """The names."""
        return self._keys.keys()

    def items(self):
        """(name, parameter) pairs."""
        return ((key, self[key]) for key in self._keys)

    def values(self):
        """The parameters."""
        return (self[key] for key in self._keys)

    def update(self, parameters):
        """Adds the parameters of a mapping (a plain one in sorted order) or of (name, parameter) pairs."""
        if not isinstance(parameters, _Container) and not isinstance(parameters, Iterable):
            raise TypeError('ParametersDict.update should be called with an iterable of key/value pairs, but got '
                            + type(parameters).__name__)
        if isinstance(parameters, (OrderedDict, ParameterDict)):
            pairs = parameters.items()
        elif isinstance(parameters, Mapping):
            pairs = sorted(parameters.items())
        else:
            pairs = parameters
        for key, value in list(pairs):
            self[key] = value

    def extra_repr(self):
        return '\n'.join(_member_line(key, value, torch.typename) for key, value in self.items())

    def __call__(self, input):
        raise RuntimeError('ParameterDict should not be called.')

    def __or__(self, other):
        out = self.copy()
        out.update(other)
        return out

    def __ior__(self, other):
        self.update(other)
        return self
