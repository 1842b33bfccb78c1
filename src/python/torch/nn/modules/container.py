"""Modules that hold other modules: Sequential, ModuleList, ModuleDict. Those that hold parameters are beside this file."""

import operator
from collections import OrderedDict
from collections.abc import Iterable, Mapping

from .module import Module, _addindent
from .parameter_containers import ParameterDict, ParameterList, _checked_index  # noqa: F401 (found here in PyTorch)


class Sequential(Module):
    """Runs its modules one after the other, each on the output of the one before.

    Takes modules, or one OrderedDict of named modules. Can be indexed, sliced, appended to and iterated.
    """

    def __init__(self, *args):
        super().__init__()
        if len(args) == 1 and isinstance(args[0], OrderedDict):
            for name, module in args[0].items():
                self.add_module(name, module)
        else:
            for i, module in enumerate(args):
                self.add_module(str(i), module)

    def forward(self, input):
        for module in self._modules.values():
            input = module(input)
        return input

    def _name_at(self, index):
        length = len(self)
        at = operator.index(index)
        if not -length <= at < length:
            raise IndexError(f'index {at} is out of range')
        return list(self._modules)[at]

    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)(OrderedDict(list(self._modules.items())[index]))
        return self._modules[self._name_at(index)]

    def __setitem__(self, index, module):
        return setattr(self, self._name_at(index), module)

    def __delitem__(self, index):
        names = list(self._modules)[index] if isinstance(index, slice) else [self._name_at(index)]
        for name in names:
            delattr(self, name)
        self._renumber()

    def _renumber(self):
        self._modules = OrderedDict((str(i), module) for i, module in enumerate(self._modules.values()))

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules.values())

    def __dir__(self):
        return [name for name in super().__dir__() if not name.isdigit()]

    def __add__(self, other):
        if not isinstance(other, Sequential):
            raise ValueError('add operator supports only objects of Sequential class, but '
                             f'{type(other)} is given.')
        return Sequential(*self, *other)

    def __iadd__(self, other):
        return self.extend(other)

    def __mul__(self, times):
        if not isinstance(times, int):
            raise TypeError(f"unsupported operand type(s) for *: {type(self)} and {type(times)}")
        if times <= 0:
            raise ValueError(f'Non-positive multiplication factor {times} for {type(self)}')
        return Sequential(*(module for _ in range(times) for module in self))

    __rmul__ = __mul__

    def append(self, module):
        """Adds a module at the end; returns self."""
        self.add_module(str(len(self)), module)
        return self

    def insert(self, index, module):
        """Puts a module before position `index`; returns self."""
        if not isinstance(module, Module):
            raise AssertionError(f'module should be of type: {Module}')
        length = len(self)
        if not -length <= index <= length:
            raise IndexError(f'Index out of range: {index}')
        modules = list(self._modules.values())
        modules.insert(index if index >= 0 else index + length, module)
        self._modules = OrderedDict((str(i), each) for i, each in enumerate(modules))
        return self

    def extend(self, sequential):
        """Adds all modules of another sequence; returns self."""
        for module in sequential:
            self.append(module)
        return self

    def pop(self, index):
        """Removes and returns the module at `index`."""
        module = self[index]
        del self[index]
        return module


class ModuleList(Module):
    """A list of modules that are registered; it has no forward of its own."""

    def __init__(self, modules=None):
        super().__init__()
        if modules is not None:
            self += modules

    def _replace(self, modules):
        self._modules = OrderedDict((str(i), module) for i, module in enumerate(modules))

    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)(list(self._modules.values())[index])
        return self._modules[str(_checked_index(index, len(self)))]

    def __setitem__(self, index, module):
        return setattr(self, str(_checked_index(index, len(self))), module)

    def __delitem__(self, index):
        modules = list(self._modules.values())
        del modules[index if isinstance(index, slice) else _checked_index(index, len(self))]
        self._replace(modules)

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules.values())

    def __iadd__(self, modules):
        return self.extend(modules)

    def __add__(self, other):
        return ModuleList([*self, *other])

    def insert(self, index, module):
        """Puts a module before position `index`."""
        modules = list(self._modules.values())
        modules.insert(index, module)
        self._replace(modules)

    def append(self, module):
        """Adds a module at the end; returns self."""
        self.add_module(str(len(self)), module)
        return self

    def pop(self, key):
        """Removes and returns the module at `key`."""
        module = self[key]
        del self[key]
        return module

    def extend(self, modules):
        """Adds all modules of an iterable; returns self."""
        if not isinstance(modules, Iterable):
            raise TypeError('ModuleList.extend should be called with an iterable, but got '
                            + type(modules).__name__)
        for module in list(modules):
            self.append(module)
        return self

    def __repr__(self):
        """Runs of modules that print alike are shown once, with their count (as PyTorch 2 does)."""
        runs = []
        for i, text in enumerate(repr(module) for module in self):
            if runs and runs[-1][2] == text:
                runs[-1][1] = i
            else:
                runs.append([i, i, text])
        if not runs:
            return f'{self._get_name()}()'
        lines = [f'({first}): {_addindent(text, 2)}' if first == last
                 else f'({first}-{last}): {last - first + 1} x {_addindent(text, 2)}' for first, last, text in runs]
        return f'{self._get_name()}(\n  ' + '\n  '.join(lines) + '\n)'


class ModuleDict(Module):
    """A dictionary of modules that are registered; it has no forward of its own."""

    def __init__(self, modules=None):
        super().__init__()
        if modules is not None:
            self.update(modules)

    def __getitem__(self, key):
        return self._modules[key]

    def __setitem__(self, key, module):
        self.add_module(key, module)

    def __delitem__(self, key):
        del self._modules[key]

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules)

    def __contains__(self, key):
        return key in self._modules

    def clear(self):
        """Removes all modules."""
        self._modules.clear()

    def pop(self, key):
        """Removes and returns the module under `key`."""
        return self._modules.pop(key)

    def keys(self):
        """The names."""
        return self._modules.keys()

    def items(self):
        """(name, module) pairs."""
        return self._modules.items()

    def values(self):
        """The modules."""
        return self._modules.values()

    def update(self, modules):
        """Adds the modules of a mapping or of (name, module) pairs."""
        if not isinstance(modules, Iterable):
            raise TypeError('ModuleDict.update should be called with an iterable of key/value pairs, but got '
                            + type(modules).__name__)
        if isinstance(modules, (OrderedDict, ModuleDict, Mapping)):
            pairs = modules.items()
        else:
            pairs = list(modules)
            for i, pair in enumerate(pairs):
                if not isinstance(pair, Iterable):
                    raise TypeError(f'ModuleDict update sequence element #{i} should be Iterable; is'
                                    + type(pair).__name__)
                if len(pair) != 2:
                    raise ValueError(f'ModuleDict update sequence element #{i} has length {len(pair)}; 2 is required')
        for name, module in pairs:
            self[name] = module
