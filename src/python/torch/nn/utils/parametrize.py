"""Parametrizations: a module's tensor computed from other parameters each time it is read."""

from contextlib import contextmanager

import torch

from ..modules.container import ModuleDict, ModuleList
from ..parameter import Parameter


@contextmanager
def cached():
    """Accepted for compatibility: parametrized tensors are computed at every reading."""
    yield


class ParametrizationList(ModuleList):
    """The parametrizations of one tensor and the parameters that they start from (`original`, or `original0`, …)."""

    def __init__(self, modules, original, unsafe=False):
        super().__init__(modules)
        start = original
        with torch.no_grad():
            for module in reversed(list(self)):
                if hasattr(module, 'right_inverse'):
                    start = module.right_inverse(start)
        self.is_tensor = not isinstance(start, (tuple, list))
        trained = isinstance(original, Parameter)
        parts = [start] if self.is_tensor else list(start)
        self.ntensors = len(parts)
        for i, part in enumerate(parts):
            name = 'original' if self.is_tensor else f'original{i}'
            if trained:
                if self.is_tensor and part is original:
                    self.register_parameter(name, original)
                else:
                    self.register_parameter(name, Parameter(part.detach().clone(), original.requires_grad))
            else:
                self.register_buffer(name, part)

    def right_inverse(self, value):
        """Sets the original parameters so that the parametrized tensor becomes `value`."""
        with torch.no_grad():
            for module in reversed(list(self)):
                if not hasattr(module, 'right_inverse'):
                    raise RuntimeError(f'parametrization {type(module).__name__} does not implement right_inverse.')
                value = module.right_inverse(value)
            if self.is_tensor:
                self.original.data = value
                return
            for i, part in enumerate(value):
                getattr(self, f'original{i}').data = part

    def forward(self):
        first, *rest = list(self)
        parts = [self.original] if self.is_tensor else [getattr(self, f'original{i}') for i in range(self.ntensors)]
        value = first(*parts)
        for module in rest:
            value = module(value)
        return value


def is_parametrized(module, tensor_name=None):
    """Whether a module (or one of its tensors) is parametrized."""
    found = getattr(module, 'parametrizations', None)
    if found is None or not isinstance(found, ModuleDict):
        return False
    return len(found) > 0 if tensor_name is None else tensor_name in found


def register_parametrization(module, tensor_name, parametrization, *, unsafe=False):
    """Makes `module.tensor_name` the result of `parametrization`, a module; further ones are applied on top."""
    parametrization.train(module.training)
    if is_parametrized(module, tensor_name):
        module.parametrizations[tensor_name].append(parametrization)
        return module
    if tensor_name not in module._buffers and tensor_name not in module._parameters:
        raise ValueError(f"Module '{module}' does not have a parameter, a buffer, or a parametrized element with name "
                         f"'{tensor_name}'")
    original = getattr(module, tensor_name)
    held = ParametrizationList([parametrization], original, unsafe)
    delattr(module, tensor_name)
    if not is_parametrized(module):
        _own_class(module)
        module.parametrizations = ModuleDict()
    setattr(type(module), tensor_name, _computed(tensor_name))
    module.parametrizations[tensor_name] = held
    return module


def _computed(tensor_name):
    """The attribute: reading it runs the parametrizations, writing it their inverses."""

    def read(self):
        return self.parametrizations[tensor_name]()

    def write(self, value):
        self.parametrizations[tensor_name].right_inverse(value)

    return property(read, write)


def _own_class(module):
    """A class of its own, so that the computed attribute belongs to this module only."""
    base = type(module)
    module.__class__ = type(f'Parametrized{base.__name__}', (base,), {'__module__': base.__module__})


def type_before_parametrizations(module):
    """The module's class before it was parametrized."""
    return type(module).__bases__[0] if is_parametrized(module) else type(module)


def remove_parametrizations(module, tensor_name, leave_parametrized=True):
    """Ends the parametrization; the tensor keeps its present value, or returns to the original one."""
    if not is_parametrized(module, tensor_name):
        raise ValueError(f'Module {module} does not have a parametrization on {tensor_name}')
    held = module.parametrizations[tensor_name]
    if leave_parametrized:
        with torch.no_grad():
            value = Parameter(getattr(module, tensor_name).detach().clone())
    else:
        if not held.is_tensor:
            raise ValueError('Cannot leave unparametrized (`leave_parametrized=False`) a tensor that is parametrized in '
                             'terms of a sequence of tensors.')
        value = held.original
    delattr(type(module), tensor_name)
    del module.parametrizations[tensor_name]
    module.register_parameter(tensor_name, value)
    if not is_parametrized(module):
        base = type(module).__bases__[0]
        delattr(module, 'parametrizations')
        module.__class__ = base
    return module
