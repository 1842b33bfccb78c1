"""The saving half of `Module`: `state_dict` and `load_state_dict`; what a module holds is in module.py."""

from collections import namedtuple
from collections.abc import Mapping

import torch
from torch._ordered_dict import OrderedDict
from torch._tensor import Tensor
from torch.utils.hooks import RemovableHandle

from ..parameter import Parameter, is_lazy

_EXTRA_STATE_KEY_SUFFIX = '_extra_state'


class _IncompatibleKeys(namedtuple('IncompatibleKeys', ['missing_keys', 'unexpected_keys'])):
    """What `load_state_dict` did not find, and what it found without use."""

    __slots__ = ()

    def __repr__(self):
        if not self.missing_keys and not self.unexpected_keys:
            return '<All keys matched successfully>'
        return super().__repr__()

    __str__ = __repr__


def _quoted(keys):
    return ', '.join(f'"{key}"' for key in keys)


class _StateDict:
    """Reading a module's tensors into an OrderedDict and writing them back."""

    _version = 1

    def get_extra_state(self):
        """What else a module wants in its state_dict. Override together with `set_extra_state`."""
        raise RuntimeError('Reached a code path in Module.get_extra_state() that should never be called. '
                           'Please file an issue at https://github.com/pytorch/pytorch/issues/new?template=bug-report.yml '
                           'to report this bug.')

    def set_extra_state(self, state):
        """Receives what `get_extra_state` gave."""
        raise RuntimeError('Reached a code path in Module.set_extra_state() that should never be called. '
                           'Please file an issue at https://github.com/pytorch/pytorch/issues/new?template=bug-report.yml '
                           'to report this bug.')

    def _has_own(self, name):
        return any(name in vars(cls) for cls in type(self).__mro__ if cls is not _StateDict)

    def _register_state_dict_hook(self, hook):
        handle = RemovableHandle(self._state_dict_hooks)
        self._state_dict_hooks[handle.id] = hook
        return handle

    def register_state_dict_pre_hook(self, hook):
        """`hook(module, prefix, keep_vars)` runs before the module's state is read."""
        handle = RemovableHandle(self._state_dict_pre_hooks)
        self._state_dict_pre_hooks[handle.id] = hook
        return handle

    def register_state_dict_post_hook(self, hook):
        """`hook(module, state_dict, prefix, local_metadata)` runs after the module's state was read."""
        return self._register_state_dict_hook(hook)

    def register_load_state_dict_pre_hook(self, hook):
        """`hook(module, state_dict, prefix, local_metadata, strict, missing, unexpected, errors)`."""
        return self._register_load_state_dict_pre_hook(hook, with_module=True)

    def _register_load_state_dict_pre_hook(self, hook, with_module=False):
        handle = RemovableHandle(self._load_state_dict_pre_hooks)
        bound = (lambda *args: hook(self, *args)) if with_module else hook
        self._load_state_dict_pre_hooks[handle.id] = bound
        return handle

    def register_load_state_dict_post_hook(self, hook):
        """`hook(module, incompatible_keys)` runs after loading and may change the lists in place."""
        handle = RemovableHandle(self._load_state_dict_post_hooks)
        self._load_state_dict_post_hooks[handle.id] = hook
        return handle

    def _save_to_state_dict(self, destination, prefix, keep_vars):
        for name, param in self._parameters.items():
            if param is not None:
                destination[prefix + name] = param if keep_vars else param.detach()
        for name, buffer in self._buffers.items():
            if buffer is not None and name not in self._non_persistent_buffers_set:
                destination[prefix + name] = buffer if keep_vars else buffer.detach()
        if self._has_own('get_extra_state'):
            destination[prefix + _EXTRA_STATE_KEY_SUFFIX] = self.get_extra_state()

    def state_dict(self, *args, destination=None, prefix='', keep_vars=False):
        """All parameters and persistent buffers by dotted name.

        The values share memory with the module: a later optimizer step changes them. Copy (`copy.deepcopy`) or save
        to keep a state.
        """
        for name, value in zip(('destination', 'prefix', 'keep_vars'), args):
            if name == 'destination':
                destination = value
            elif name == 'prefix':
                prefix = value
            else:
                keep_vars = value
        if destination is None:
            destination = OrderedDict()
            destination._metadata = OrderedDict()
        local_metadata = dict(version=self._version)
        if hasattr(destination, '_metadata'):
            destination._metadata[prefix[:-1]] = local_metadata
        for hook in self._state_dict_pre_hooks.values():
            hook(self, prefix, keep_vars)
        self._save_to_state_dict(destination, prefix, keep_vars)
        for name, module in self._modules.items():
            if module is not None:
                module.state_dict(destination=destination, prefix=f'{prefix}{name}.', keep_vars=keep_vars)
        for hook in self._state_dict_hooks.values():
            changed = hook(self, destination, prefix, local_metadata)
            if changed is not None:
                destination = changed
        return destination

    def _load_from_state_dict(self, state_dict, prefix, local_metadata, strict, missing_keys, unexpected_keys,
                              error_msgs):
        """Copies this module's own tensors (not its children's) from `state_dict`."""
        for hook in self._load_state_dict_pre_hooks.values():
            hook(state_dict, prefix, local_metadata, strict, missing_keys, unexpected_keys, error_msgs)
        own = [(name, param) for name, param in self._parameters.items() if param is not None]
        own += [(name, buffer) for name, buffer in self._buffers.items()
                if buffer is not None and name not in self._non_persistent_buffers_set]
        assign = local_metadata.get('assign_to_params_buffers', False)
        for name, target in own:
            key = prefix + name
            if key in state_dict:
                problem = self._load_one(name, target, key, state_dict[key], assign)
                if problem is not None:
                    error_msgs.append(problem)
            elif strict:
                missing_keys.append(key)
        self._load_extra_state(state_dict, prefix, strict, missing_keys, unexpected_keys)
        if strict:
            known = {name for name, _ in own}
            for key in state_dict:
                if not key.startswith(prefix) or key == prefix + _EXTRA_STATE_KEY_SUFFIX:
                    continue
                first, dot, _rest = key[len(prefix):].partition('.')
                if (first not in self._modules) if dot else (first not in known):
                    unexpected_keys.append(key)

    def _load_one(self, name, target, key, value, assign):
        """None, or the sentence that tells why `value` does not fit."""
        if not isinstance(value, Tensor):
            return (f'While copying the parameter named "{key}", expected torch.Tensor or Tensor-like object from '
                    f'checkpoint but received {type(value)}')
        if target.dim() == 0 and value.dim() == 1 and value.shape[0] == 1:
            value = value[0]  # checkpoints older than 0-dim tensors
        if not is_lazy(target) and value.shape != target.shape:
            return (f'size mismatch for {key}: copying a param with shape {value.shape} from checkpoint, '
                    f'the shape in current model is {target.shape}.')
        try:
            with torch.no_grad():
                if assign:
                    if isinstance(target, Parameter) and not isinstance(value, Parameter):
                        value = Parameter(value, requires_grad=target.requires_grad)
                    setattr(self, name, value)
                else:
                    target.copy_(value)
        except Exception as problem:
            return (f'While copying the parameter named "{key}", whose dimensions in the model are {target.size()} and '
                    f'whose dimensions in the checkpoint are {value.size()}, an exception occurred : {problem.args}.')
        return None

    def _load_extra_state(self, state_dict, prefix, strict, missing_keys, unexpected_keys):
        key = prefix + _EXTRA_STATE_KEY_SUFFIX
        if self._has_own('set_extra_state'):
            if key in state_dict:
                self.set_extra_state(state_dict[key])
            elif strict:
                missing_keys.append(key)
        elif strict and key in state_dict:
            unexpected_keys.append(key)

    def load_state_dict(self, state_dict, strict=True, assign=False):
        """Copies the tensors of `state_dict` into this module and its children.

        With `strict` the names must agree exactly; sizes always must. `assign=True` puts the given tensors in the
        place of the module's own. Returns the keys that were missing and those without use.

        Raises:
            RuntimeError: names or sizes differ; every difference is listed.
        """
        if not isinstance(state_dict, Mapping):
            raise TypeError(f'Expected state_dict to be dict-like, got {type(state_dict)}.')
        metadata = getattr(state_dict, '_metadata', None)
        state_dict = OrderedDict(state_dict)
        missing, unexpected, errors = [], [], []

        def load(module, local, prefix):
            own_metadata = {} if metadata is None else dict(metadata.get(prefix[:-1], {}))
            if assign:
                own_metadata['assign_to_params_buffers'] = True
            module._load_from_state_dict(local, prefix, own_metadata, True, missing, unexpected, errors)
            for name, child in module._modules.items():
                if child is not None:
                    below = f'{prefix}{name}.'
                    load(child, {key: value for key, value in local.items() if key.startswith(below)}, below)
            keys = _IncompatibleKeys(missing, unexpected)
            for hook in module._load_state_dict_post_hooks.values():
                if hook(module, keys) is not None:
                    raise AssertionError('Hooks registered with ``register_load_state_dict_post_hook`` are not'
                                         'expected to return new values, if incompatible_keys need to be modified,'
                                         'it should be done inplace.')

        load(self, state_dict, '')
        if strict:
            if unexpected:
                errors.insert(0, f'Unexpected key(s) in state_dict: {_quoted(unexpected)}. ')
            if missing:
                errors.insert(0, f'Missing key(s) in state_dict: {_quoted(missing)}. ')
        if errors:
            listed = '\n\t'.join(errors)
            raise RuntimeError(f'Error(s) in loading state_dict for {type(self).__name__}:\n\t{listed}')
        return _IncompatibleKeys(missing, unexpected)
