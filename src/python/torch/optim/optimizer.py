"""`Optimizer`: parameter groups, state, saving and hooks. Each algorithm is in a file of its own."""

import copy
import warnings
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping

import bridge
import torch
from torch._tensor import Tensor
from torch.utils.hooks import RemovableHandle


class _Required:
    """Stands for an argument without a default."""

    def __repr__(self):
        return '<required parameter>'


required = _Required()


class Optimizer:
    """Base class of all optimizers.

    Args:
        params: tensors, or dicts {'params': tensors, option: value} that make groups with options of their own.
        defaults: the options of groups that do not say otherwise.
    """

    # Switches that concern other devices or compilers, left out of the groups (and so of their printing) unless used:
    # PyTorch's releases differ in which of them an optimizer lists.
    _unlisted = {}

    def __init__(self, params, defaults):
        unlisted = self._unlisted
        self.defaults = defaults = {
            name: value for name, value in defaults.items() if name not in unlisted or value != unlisted[name]}
        self._optimizer_step_pre_hooks = OrderedDict()
        self._optimizer_step_post_hooks = OrderedDict()
        if isinstance(params, Tensor):
            raise TypeError('params argument given to the optimizer should be an iterable of Tensors or dicts, but got '
                            + torch.typename(params))
        self.state = defaultdict(dict)
        self.param_groups = []
        groups = list(params)
        if not groups:
            raise ValueError('optimizer got an empty parameter list')
        if not isinstance(groups[0], dict):
            groups = [{'params': groups}]
        for group in groups:
            self.add_param_group(group)

    def add_param_group(self, param_group):
        """Adds parameters, for example layers that are thawed later, with options of their own."""
        if not isinstance(param_group, dict):
            raise TypeError(f'param_group must be a dict, but got {type(param_group)}')
        params = param_group['params']
        if isinstance(params, Tensor):
            param_group['params'] = [params]
        elif isinstance(params, set):
            raise TypeError('optimizer parameters need to be organized in ordered collections, but the ordering of '
                            'tensors in sets will change between runs. Please use a list instead.')
        else:
            param_group['params'] = list(params)
        params = [param[1] if isinstance(param, tuple) else param for param in param_group['params']]
        # A complex parameter is updated as its real and imaginary parts, as PyTorch's optimizers do.
        params = [getattr(param, '_pair', param) for param in params]
        param_group['params'] = params
        for param in params:
            if not isinstance(param, Tensor):
                raise TypeError('optimizer can only optimize Tensors, but one of the params is ' + torch.typename(param))
            if not self.defaults.get('differentiable') and not (param.is_leaf or param.retains_grad):
                raise ValueError("can't optimize a non-leaf Tensor")
        for name, default in self.defaults.items():
            if default is required and name not in param_group:
                raise ValueError("parameter group didn't specify a value of required optimization parameter " + name)
            param_group.setdefault(name, default)
        if len(params) != len(set(params)):
            warnings.warn('optimizer contains a parameter group with duplicate parameters; in future, this will cause an '
                          'error; see github.com/pytorch/pytorch/issues/40967 for more information', stacklevel=3)
        known = {param for group in self.param_groups for param in group['params']}
        if not known.isdisjoint(params):
            raise ValueError('some parameters appear in more than one parameter group')
        self.param_groups.append(param_group)

    # ------------------------------------------------------------------ stepping

    def zero_grad(self, set_to_none=True):
        """Drops the gradients of all parameters, or fills them with zero."""
        if set_to_none:
            for group in self.param_groups:
                bridge.clear_grads(*[param._handle for param in group['params']])
            return
        for group in self.param_groups:
            for param in group['params']:
                if param.grad is not None:
                    grad = param.grad
                    grad.detach_() if grad.grad_fn is not None else grad.requires_grad_(False)
                    grad.zero_()

    def step(self, closure=None):
        """Updates the parameters by their gradients. `closure` computes the loss anew and is called first if given."""
        for hook in self._optimizer_step_pre_hooks.values():
            hook(self, (closure,) if closure is not None else (), {})
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        before = torch.is_grad_enabled()
        torch.set_grad_enabled(False)
        try:
            for group in self.param_groups:
                self._step_group(group)
        finally:
            torch.set_grad_enabled(before)
        for hook in self._optimizer_step_post_hooks.values():
            hook(self, (closure,) if closure is not None else (), {})
        return loss

    def _step_group(self, group):
        """Updates one group; an algorithm whose parameters do not depend on each other defines `_start` and `_update`."""
        for param in group['params']:
            grad = param.grad
            if grad is None:
                continue
            state = self.state[param]
            if not state:
                state.update(self._start(group, param))
            self._update(group, param, -grad if group.get('maximize') else grad, state)

    def _start(self, group, param):
        """The state of a parameter before its first step."""
        raise NotImplementedError

    def _update(self, group, param, grad, state):
        """One step of one parameter, in place."""
        raise NotImplementedError

    def register_step_pre_hook(self, hook):
        """`hook(optimizer, args, kwargs)` runs before every step."""
        handle = RemovableHandle(self._optimizer_step_pre_hooks)
        self._optimizer_step_pre_hooks[handle.id] = hook
        return handle

    def register_step_post_hook(self, hook):
        """`hook(optimizer, args, kwargs)` runs after every step."""
        handle = RemovableHandle(self._optimizer_step_post_hooks)
        self._optimizer_step_post_hooks[handle.id] = hook
        return handle

    # ------------------------------------------------------------------ saving

    def state_dict(self):
        """{'state': by number of the parameter, 'param_groups': options with those numbers}; shares the tensors."""
        numbers = {}
        groups = []
        for group in self.param_groups:
            for param in group['params']:
                numbers.setdefault(id(param), len(numbers))
            groups.append({**{name: value for name, value in group.items() if name != 'params'},
                           'params': [numbers[id(param)] for param in group['params']]})
        state = {numbers[id(key)] if isinstance(key, Tensor) else key: value for key, value in self.state.items()}
        return {'state': state, 'param_groups': groups}

    def load_state_dict(self, state_dict):
        """Takes over state and options from `state_dict`; tensors get their parameter's dtype and device."""
        saved_groups = state_dict['param_groups']
        if len(self.param_groups) != len(saved_groups):
            raise ValueError('loaded state dict has a different number of parameter groups')
        if any(len(own['params']) != len(saved['params']) for own, saved in zip(self.param_groups, saved_groups)):
            raise ValueError("loaded state dict contains a parameter group that doesn't match the size of optimizer's group")
        saved_groups = copy.deepcopy(saved_groups)
        by_number = {number: param for own, saved in zip(self.param_groups, saved_groups)
                     for number, param in zip(saved['params'], own['params'])}
        state = defaultdict(dict)
        for key, value in state_dict['state'].items():
            param = by_number.get(key)
            if param is None:
                state[key] = copy.deepcopy(value)
            else:
                state[param] = _fitted(param, value)
        groups = [{**saved, 'params': own['params']} for own, saved in zip(self.param_groups, saved_groups)]
        self.__setstate__({'state': state, 'param_groups': groups})

    # ------------------------------------------------------------------ printing and pickling

    def __getstate__(self):
        return {'defaults': self.defaults, 'state': self.state, 'param_groups': self.param_groups}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.__dict__.setdefault('_optimizer_step_pre_hooks', OrderedDict())
        self.__dict__.setdefault('_optimizer_step_post_hooks', OrderedDict())
        for group in self.param_groups:
            for name, default in self.__dict__.get('defaults', {}).items():
                group.setdefault(name, default)

    def __repr__(self):
        lines = [type(self).__name__ + ' (']
        for number, group in enumerate(self.param_groups):
            lines += [''] * (number > 0) + [f'Parameter Group {number}']
            lines += [f'    {name}: {group[name]}' for name in sorted(group) if name != 'params']
        return '\n'.join(lines) + '\n)'


def _fitted(param, value, key=None):
    """A loaded value as the parameter needs it: step counts stay as they are."""
    if isinstance(value, Tensor):
        if key == 'step':
            return value.clone()
        if param.is_floating_point():
            return value.to(dtype=param.dtype, device=param.device, copy=True)
        return value.to(device=param.device, copy=True)
    if isinstance(value, Mapping):
        return {name: _fitted(param, each, name) for name, each in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return type(value)(_fitted(param, each) for each in value)
    return value


def check_not_negative(name, value):
    """ValueError for a negative option."""
    if not 0.0 <= value:
        raise ValueError(f'Invalid {name}: {value}')


def check_betas(betas):
    """ValueError for a decay rate outside [0, 1)."""
    for index, beta in enumerate(betas):
        if not 0.0 <= beta < 1.0:
            raise ValueError(f'Invalid beta parameter at index {index}: {beta}')


def new_step():
    """A step count, as PyTorch keeps it: a float32 tensor on the cpu."""
    return torch.tensor(0.0, dtype=torch.float32, device='cpu')


def next_step(state):
    """Counts a step and returns the number as a Python float."""
    state['step'] += 1
    return float(state['step'])
