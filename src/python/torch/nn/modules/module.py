"""`Module`, the base of everything with parameters. Hooks are in _hooks.py, saving in _state.py, containers apart."""

from collections import OrderedDict

import torch
from torch._tensor import Tensor

from ..parameter import Buffer, Parameter
from ._convert import parse_to
from ._hooks import (  # noqa: F401 (found here in PyTorch)
    _Hooks, new_hook_tables, register_module_forward_hook, register_module_forward_pre_hook,
    register_module_full_backward_hook, register_module_full_backward_pre_hook,
)
from ._names import _addindent, check_name
from ._state import _EXTRA_STATE_KEY_SUFFIX, _IncompatibleKeys, _StateDict  # noqa: F401 (found here in PyTorch)

_REGISTRIES = ('_parameters', '_buffers', '_modules')


class Module(_Hooks, _StateDict):
    """Base class of all neural network modules: a tree of modules that carry parameters and buffers.

    Assigning a `Parameter` or a `Module` to an attribute registers it, so that `parameters()`, `to()`, `state_dict()`
    and printing find it. A subclass calls `super().__init__()` first and defines `forward`.
    """

    dump_patches = False
    call_super_init = False

    def __init__(self, *args, **kwargs):
        if not self.call_super_init:
            if kwargs:
                raise TypeError(f"{type(self).__name__}.__init__() got an unexpected keyword argument "
                                f"'{next(iter(kwargs))}'")
            if args:
                raise TypeError(f'{type(self).__name__}.__init__() takes 1 positional argument but '
                                f'{len(args) + 1} were given')
        own = self.__dict__
        own['training'] = True
        own['_parameters'] = OrderedDict()
        own['_buffers'] = OrderedDict()
        own['_non_persistent_buffers_set'] = set()
        own.update(new_hook_tables())
        own['_modules'] = OrderedDict()
        if self.call_super_init:
            super().__init__(*args, **kwargs)

    # ------------------------------------------------------------------ calling

    def forward(self, *input):
        """The computation of the module. Every subclass defines it."""
        raise NotImplementedError(f'Module [{type(self).__name__}] is missing the required "forward" function')

    def __call__(self, *args, **kwargs):
        if self._hooked:
            return self._call_with_hooks(*args, **kwargs)
        return self.forward(*args, **kwargs)

    # ------------------------------------------------------------------ registration

    def register_parameter(self, name, param):
        """Adds a parameter; `None` keeps the name without a tensor (as `Linear(bias=False)` does)."""
        if '_parameters' not in self.__dict__:
            raise AttributeError('cannot assign parameter before Module.__init__() call')
        check_name('parameter', name)
        if hasattr(self, name) and name not in self._parameters:
            raise KeyError(f"attribute '{name}' already exists")
        if param is not None:
            if not isinstance(param, Parameter):
                raise TypeError(f"cannot assign '{torch.typename(param)}' object to parameter '{name}' "
                                '(torch.nn.Parameter or None required)')
            if param.grad_fn is not None:
                raise ValueError(f"Cannot assign non-leaf Tensor to parameter '{name}'. Model parameters must be created "
                                 f"explicitly. To express '{name}' as a function of another Tensor, compute the value in "
                                 'the forward() method.')
        self._parameters[name] = param

    def register_buffer(self, name, tensor, persistent=True):
        """Adds a tensor that is state but not learned; it moves with `to()` and is saved when `persistent`."""
        if '_buffers' not in self.__dict__:
            raise AttributeError('cannot assign buffer before Module.__init__() call')
        check_name('buffer', name)
        if hasattr(self, name) and name not in self._buffers:
            raise KeyError(f"attribute '{name}' already exists")
        if tensor is not None and not isinstance(tensor, Tensor):
            raise TypeError(f"cannot assign '{torch.typename(tensor)}' object to buffer '{name}' "
                            '(torch Tensor or None required)')
        self._buffers[name] = tensor
        if persistent:
            self._non_persistent_buffers_set.discard(name)
        else:
            self._non_persistent_buffers_set.add(name)

    def add_module(self, name, module):
        """Adds a child module under `name`."""
        if not isinstance(module, Module) and module is not None:
            raise TypeError(f'{torch.typename(module)} is not a Module subclass')
        if not isinstance(name, str):
            raise TypeError(f'module name should be a string. Got {torch.typename(name)}')
        if hasattr(self, name) and name not in self._modules:
            raise KeyError(f"attribute '{name}' already exists")
        check_name('module', name)
        self._modules[name] = module

    register_module = add_module

    def _forget(self, name, *registries):
        """A name lives in one place only."""
        self.__dict__.pop(name, None)
        for registry in registries:
            self.__dict__.get(registry, {}).pop(name, None)
        self.__dict__.get('_non_persistent_buffers_set', set()).discard(name)

    def __setattr__(self, name, value):
        own = self.__dict__
        if isinstance(value, Parameter):
            if '_parameters' not in own:
                raise AttributeError('cannot assign parameters before Module.__init__() call')
            self._forget(name, '_buffers', '_modules')
            self.register_parameter(name, value)
        elif isinstance(value, Buffer):
            self._forget(name, '_parameters', '_modules')
            self.register_buffer(name, value, value.persistent)
        elif isinstance(value, Module) and name not in own.get('_parameters', ()):
            if '_modules' not in own:
                raise AttributeError('cannot assign module before Module.__init__() call')
            self._forget(name, '_parameters', '_buffers')
            own['_modules'][name] = value
        elif name in own.get('_parameters', ()):
            if value is not None:
                raise TypeError(f"cannot assign '{torch.typename(value)}' as parameter '{name}' "
                                '(torch.nn.Parameter or None expected)')
            own['_parameters'][name] = None
        elif name in own.get('_modules', ()):
            if value is not None:
                raise TypeError(f"cannot assign '{torch.typename(value)}' as child module '{name}' "
                                '(torch.nn.Module or None expected)')
            own['_modules'][name] = None
        elif name in own.get('_buffers', ()):
            if value is not None and not isinstance(value, Tensor):
                raise TypeError(f"cannot assign '{torch.typename(value)}' as buffer '{name}' "
                                '(torch.Tensor or None expected)')
            own['_buffers'][name] = value
        else:
            object.__setattr__(self, name, value)

    def __getattr__(self, name):
        own = self.__dict__
        for registry in ('_modules', '_parameters', '_buffers'):
            held = own.get(registry)
            if held is not None and name in held:
                return held[name]
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __delattr__(self, name):
        for registry in _REGISTRIES:
            if name in self.__dict__[registry]:
                del self.__dict__[registry][name]
                self._non_persistent_buffers_set.discard(name)
                return
        object.__delattr__(self, name)

    def __dir__(self):
        names = {*dir(type(self)), *self.__dict__, *self._parameters, *self._modules, *self._buffers}
        return sorted(name for name in names if not name[0].isdigit())

    def __setstate__(self, state):
        self.__dict__.update(new_hook_tables())
        self.__dict__.update(state)

    # ------------------------------------------------------------------ walking the tree

    def named_modules(self, memo=None, prefix='', remove_duplicate=True):
        """(dotted name, module) of this module and all below it, parents first; a shared one comes once."""
        memo = set() if memo is None else memo
        if self in memo:
            return
        if remove_duplicate:
            memo.add(self)
        yield prefix, self
        for name, module in self._modules.items():
            if module is not None:
                yield from module.named_modules(memo, f'{prefix}.{name}' if prefix else name, remove_duplicate)

    def modules(self):
        """This module and all below it."""
        for _, module in self.named_modules():
            yield module

    def named_children(self):
        """(name, module) of the direct children; a shared one comes once."""
        seen = set()
        for name, module in self._modules.items():
            if module is not None and module not in seen:
                seen.add(module)
                yield name, module

    def children(self):
        """The direct children."""
        for _, module in self.named_children():
            yield module

    def _named_members(self, registry, prefix, recurse, remove_duplicate):
        seen = set()
        modules = self.named_modules(prefix=prefix, remove_duplicate=remove_duplicate) if recurse else [(prefix, self)]
        for path, module in modules:
            for name, member in getattr(module, registry).items():
                if member is None or id(member) in seen:
                    continue
                if remove_duplicate:
                    seen.add(id(member))
                yield f'{path}.{name}' if path else name, member

    def named_parameters(self, prefix='', recurse=True, remove_duplicate=True):
        """(dotted name, parameter) in order of registration; a shared one comes once."""
        yield from self._named_members('_parameters', prefix, recurse, remove_duplicate)

    def parameters(self, recurse=True):
        """All parameters: what an optimizer is given."""
        for _, param in self.named_parameters(recurse=recurse):
            yield param

    def named_buffers(self, prefix='', recurse=True, remove_duplicate=True):
        """(dotted name, buffer) in order of registration."""
        yield from self._named_members('_buffers', prefix, recurse, remove_duplicate)

    def buffers(self, recurse=True):
        """All buffers."""
        for _, buffer in self.named_buffers(recurse=recurse):
            yield buffer

    def get_submodule(self, target):
        """The module at a dotted name; '' is this module."""
        module = self
        for name in target.split('.') if target else ():
            if not hasattr(module, name):
                raise AttributeError(f'{module._get_name()} has no attribute `{name}`')
            module = getattr(module, name)
            if not isinstance(module, Module):
                raise AttributeError(f'`{name}` is not an nn.Module')
        return module

    def _get_member(self, target, kind, belongs):
        path, _, name = target.rpartition('.')
        module = self.get_submodule(path)
        if not hasattr(module, name):
            raise AttributeError(f'{module._get_name()} has no attribute `{name}`')
        member = getattr(module, name)
        if not belongs(module, name, member):
            raise AttributeError(f'`{name}` is not {kind}')
        return member

    def get_parameter(self, target):
        """The parameter at a dotted name."""
        return self._get_member(target, 'an nn.Parameter', lambda module, name, member: isinstance(member, Parameter))

    def get_buffer(self, target):
        """The buffer at a dotted name."""
        return self._get_member(target, 'a buffer', lambda module, name, member: name in module._buffers)

    def apply(self, fn):
        """Runs `fn(module)` on all modules below and then on this one; returns self."""
        for module in self.children():
            module.apply(fn)
        fn(self)
        return self

    # ------------------------------------------------------------------ modes and gradients

    def train(self, mode=True):
        """Training mode (dropout active, batch statistics) for this module and all below; returns self."""
        if not isinstance(mode, bool):
            raise ValueError('training mode is expected to be boolean')
        self.training = mode
        for module in self.children():
            module.train(mode)
        return self

    def eval(self):
        """Evaluation mode: the same as `train(False)`."""
        return self.train(False)

    def requires_grad_(self, requires_grad=True):
        """Freezes (`False`) or thaws all parameters; returns self."""
        for param in self.parameters():
            param.requires_grad_(requires_grad)
        return self

    def zero_grad(self, set_to_none=True):
        """Drops the gradients of all parameters, or fills them with zero."""
        for param in self.parameters():
            if param.grad is not None:
                if set_to_none:
                    param.grad = None
                else:
                    param.grad.detach_().zero_()

    def share_memory(self):
        """There is one process here: nothing to do."""
        return self

    def compile(self, *args, **kwargs):
        """`torch.compile` runs the module as it is."""

    # ------------------------------------------------------------------ dtypes and devices

    def _apply(self, fn, recurse=True):
        """Every parameter, its gradient and every buffer become `fn` of themselves; parameters keep their identity."""
        if recurse:
            for module in self.children():
                module._apply(fn)
        with torch.no_grad():
            for param in self._parameters.values():
                if param is None:
                    continue
                grad = param.grad
                data = param.data
                changed = fn(data)
                if changed is not data:
                    if grad is not None:
                        param.grad = None
                    param.data = changed
                    if grad is not None:
                        param.grad = fn(grad.detach()).requires_grad_(grad.requires_grad)
            for name, buffer in self._buffers.items():
                if buffer is not None:
                    self._buffers[name] = fn(buffer)
        return self

    def _cast(self, dtype):
        return self._apply(lambda tensor: tensor.to(dtype) if tensor.is_floating_point() else tensor)

    def float(self):
        """Floating parameters and buffers become float32."""
        return self._cast(torch.float32)

    def double(self):
        """Floating parameters and buffers become float64."""
        return self._cast(torch.float64)

    def half(self):
        """Floating parameters and buffers become float16."""
        return self._cast(torch.float16)

    def bfloat16(self):
        """Floating parameters and buffers become bfloat16."""
        return self._cast(torch.bfloat16)

    def type(self, dst_type):
        """All parameters and buffers become `dst_type`."""
        return self._apply(lambda tensor: tensor.type(dst_type))

    def cpu(self):
        """Moves parameters and buffers to the cpu."""
        return self._apply(lambda tensor: tensor.cpu())

    def cuda(self, device=None):
        """Moves parameters and buffers to the GPU."""
        return self._apply(lambda tensor: tensor.cuda(device))

    def to_empty(self, *, device, recurse=True):
        """Moves to `device` without keeping values."""
        return self._apply(lambda tensor: torch.empty_like(tensor, device=device), recurse=recurse)

    def to(self, *args, **kwargs):
        """`to(device)`, `to(dtype)`, `to(device, dtype)` or `to(tensor)`; integer buffers keep their dtype."""
        memory_format = kwargs.pop('memory_format', None)
        device, dtype = parse_to(args, kwargs)
        if dtype is not None and not (dtype.is_floating_point or dtype.is_complex):
            raise TypeError('nn.Module.to only accepts floating point or complex dtypes, but got desired '
                            f'dtype={dtype}')

        def convert(tensor):
            wanted = dtype if dtype is not None and tensor.is_floating_point() else tensor.dtype
            form = memory_format if tensor.ndim == (5 if memory_format is torch.channels_last_3d else 4) else None
            return tensor.to(device=device if device is not None else tensor.device, dtype=wanted, memory_format=form)

        return self._apply(convert)

    # ------------------------------------------------------------------ printing

    def _get_name(self):
        return type(self).__name__

    def extra_repr(self):
        """What the printed module shows between its parentheses. Override in a subclass."""
        return ''

    def __repr__(self):
        extra = self.extra_repr()
        extra_lines = extra.split('\n') if extra else []
        children = [f'({name}): {_addindent(repr(module), 2)}' for name, module in self._modules.items()]
        if len(extra_lines) == 1 and not children:
            return f'{self._get_name()}({extra_lines[0]})'
        lines = extra_lines + children
        if not lines:
            return f'{self._get_name()}()'
        return f'{self._get_name()}(\n  ' + '\n  '.join(lines) + '\n)'
