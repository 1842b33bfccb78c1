"""The hook half of `Module`: registering hooks and running a call that has some; what a module holds is in module.py."""

from collections import OrderedDict

import torch
from torch._tensor import Tensor
from torch.utils.hooks import RemovableHandle


# The hooks of every module, by kind; they run before a module's own.
_global = {kind: OrderedDict() for kind in ('forward_pre', 'forward', 'backward_pre', 'backward')}


class _GlobalHandle(RemovableHandle):
    def remove(self):
        super().remove()
        _Hooks._hooked = any(_global.values())


def _add_global(kind, hook):
    handle = _GlobalHandle(_global[kind])
    _global[kind][handle.id] = hook
    _Hooks._hooked = True
    return handle


def register_module_forward_pre_hook(hook):
    """`hook(module, args)` runs before the `forward` of every module."""
    return _add_global('forward_pre', hook)


def register_module_forward_hook(hook, *, always_call=False):
    """`hook(module, args, output)` runs after the `forward` of every module."""
    return _add_global('forward', hook)


def register_module_full_backward_pre_hook(hook):
    """`hook(module, grad_output)` runs before the gradients of every module are formed."""
    return _add_global('backward_pre', hook)


def register_module_full_backward_hook(hook):
    """`hook(module, grad_input, grad_output)` runs when the gradients of a module are known, for every module."""
    return _add_global('backward', hook)


class _Hooks:
    """Registration of hooks, and the slow path of `__call__` that runs them."""

    _hooked = False  # set once a hook is registered; while it is False, a call goes straight to forward

    def _hooks_of(self, kind):
        """(key, hook) of every module and of this one."""
        return [*_global[kind].items(), *getattr(self, f'_{kind}_hooks').items()]

    def _add_hook(self, table, hook, prepend=False, with_kwargs=None, always_call=None):
        hooks = getattr(self, table)
        extra = [set_ for flag, set_ in ((with_kwargs, f'{table}_with_kwargs'), (always_call, f'{table}_always_called'))
                 if flag]
        handle = RemovableHandle(hooks, extra_dict=[getattr(self, name) for name in extra])
        hooks[handle.id] = hook
        for name in extra:
            getattr(self, name)[handle.id] = True
        if prepend:
            hooks.move_to_end(handle.id, last=False)
        self._hooked = True
        return handle

    def register_forward_pre_hook(self, hook, *, prepend=False, with_kwargs=False):
        """`hook(module, args)` runs before `forward`; a result that is not None replaces the arguments."""
        return self._add_hook('_forward_pre_hooks', hook, prepend, with_kwargs)

    def register_forward_hook(self, hook, *, prepend=False, with_kwargs=False, always_call=False):
        """`hook(module, args, output)` runs after `forward`; a result that is not None replaces the output."""
        return self._add_hook('_forward_hooks', hook, prepend, with_kwargs, always_call)

    def register_full_backward_pre_hook(self, hook, prepend=False):
        """`hook(module, grad_output)` runs before the module's gradients are formed; a result replaces grad_output."""
        return self._add_hook('_backward_pre_hooks', hook, prepend)

    def register_full_backward_hook(self, hook, prepend=False):
        """`hook(module, grad_input, grad_output)` runs when both are known; a result replaces grad_input."""
        if self._is_full_backward_hook is False:
            raise RuntimeError('Cannot use both regular backward hooks and full backward hooks on a single Module. '
                               'Please use only one of them.')
        self._is_full_backward_hook = True
        return self._add_hook('_backward_hooks', hook, prepend)

    def register_backward_hook(self, hook):
        """The older form. Here it behaves as `register_full_backward_hook`, which replaced it."""
        if self._is_full_backward_hook is True:
            raise RuntimeError('Cannot use both regular backward hooks and full backward hooks on a single Module. '
                               'Please use only one of them.')
        self._is_full_backward_hook = False
        return self._add_hook('_backward_hooks', hook)

    def _call_with_hooks(self, *args, **kwargs):
        result = None
        finished = set()
        try:
            args, kwargs = self._run_pre_hooks(args, kwargs)
            watch = _Gradients(self) if self._hooks_of('backward') or self._hooks_of('backward_pre') else None
            if watch is not None:
                args = watch.inputs(args)
            result = self.forward(*args, **kwargs)
            for key, hook in self._hooks_of('forward'):
                finished.add(key)
                result = self._run_forward_hook(key, hook, args, kwargs, result)
            return result if watch is None else watch.outputs(result)
        except Exception:
            for key, hook in list(self._forward_hooks.items()):
                if key in self._forward_hooks_always_called and key not in finished:
                    self._run_forward_hook(key, hook, args, kwargs, result)
            raise

    def _run_pre_hooks(self, args, kwargs):
        for key, hook in self._hooks_of('forward_pre'):
            if key in self._forward_pre_hooks_with_kwargs:
                changed = hook(self, args, kwargs)
                if changed is None:
                    continue
                if not (isinstance(changed, tuple) and len(changed) == 2):
                    raise RuntimeError('forward pre-hook must return None or a tuple of (new_args, new_kwargs), '
                                       f'but got {changed}.')
                args, kwargs = changed
            else:
                changed = hook(self, args)
                if changed is not None:
                    args = changed if isinstance(changed, tuple) else (changed,)
        return args, kwargs

    def _run_forward_hook(self, key, hook, args, kwargs, result):
        if key in self._forward_hooks_with_kwargs:
            changed = hook(self, args, kwargs, result)
        else:
            changed = hook(self, args, result)
        return result if changed is None else changed


class _Gradients:
    """Watches the gradients at a module's two ends for one call, and gives them to its backward hooks."""

    def __init__(self, module):
        self.module = module
        self.grad_output = None
        self.watched = []
        self.arity = 0

    def inputs(self, args):
        self.arity = len(args)
        self.watched = [i for i, arg in enumerate(args) if isinstance(arg, Tensor) and arg.requires_grad]
        if not self.watched or not torch.is_grad_enabled():
            self.watched = []
            return args
        seen = _function().apply(self._at_input, *[args[i] for i in self.watched])
        out = list(args)
        for i, tensor in zip(self.watched, seen if isinstance(seen, tuple) else (seen,)):
            out[i] = tensor
        return tuple(out)

    def outputs(self, result):
        single = isinstance(result, Tensor)
        parts = [result] if single else list(result) if isinstance(result, (tuple, list)) else None
        if parts is None:
            return result
        at = [i for i, part in enumerate(parts) if isinstance(part, Tensor) and part.requires_grad]
        if not at:
            return result
        self.output_arity, self.output_at = len(parts), at
        seen = _function().apply(self._at_output, *[parts[i] for i in at])
        for i, tensor in zip(at, seen if isinstance(seen, tuple) else (seen,)):
            parts[i] = tensor
        return parts[0] if single else type(result)(parts)

    def _at_output(self, grads):
        full = [None] * self.output_arity
        for i, grad in zip(self.output_at, grads):
            full[i] = grad
        full = tuple(full)
        for _key, hook in self.module._hooks_of('backward_pre'):
            changed = hook(self.module, full)
            if changed is not None:
                full = changed if isinstance(changed, tuple) else (changed,)
        self.grad_output = full
        if not self.watched:
            self._run((None,) * self.arity)
        return tuple(full[i] for i in self.output_at)

    def _at_input(self, grads):
        full = [None] * self.arity
        for i, grad in zip(self.watched, grads):
            full[i] = grad
        full = self._run(tuple(full))
        return tuple(full[i] for i in self.watched)

    def _run(self, grad_input):
        for _key, hook in self.module._hooks_of('backward'):
            changed = hook(self.module, grad_input, self.grad_output)
            if changed is None:
                continue
            changed = changed if isinstance(changed, tuple) else (changed,)
            if len(changed) != len(grad_input):
                raise RuntimeError('Backward hook returned an invalid number of grad_input, '
                                   f'got {len(changed)}, but expected {len(grad_input)}')
            grad_input = changed
        return grad_input


_watch_function = None


def _function():
    """Identity whose backward passes through a callable. Made on first use: autograd is not imported before nn."""
    global _watch_function
    if _watch_function is None:
        class BackwardHookFunction(torch.autograd.Function):
            @staticmethod
            def forward(ctx, seen, *tensors):
                ctx.seen = seen
                out = tuple(tensor.view_as(tensor) for tensor in tensors)
                return out if len(out) > 1 else out[0]

            @staticmethod
            def backward(ctx, *grads):
                return (None, *ctx.seen(grads))

        _watch_function = BackwardHookFunction
    return _watch_function


def new_hook_tables():
    """The empty tables of a module."""
    return {
        '_backward_pre_hooks': OrderedDict(), '_backward_hooks': OrderedDict(), '_is_full_backward_hook': None,
        '_forward_hooks': OrderedDict(), '_forward_hooks_with_kwargs': OrderedDict(),
        '_forward_hooks_always_called': OrderedDict(), '_forward_pre_hooks': OrderedDict(),
        '_forward_pre_hooks_with_kwargs': OrderedDict(), '_state_dict_hooks': OrderedDict(),
        '_state_dict_pre_hooks': OrderedDict(), '_load_state_dict_pre_hooks': OrderedDict(),
        '_load_state_dict_post_hooks': OrderedDict(),
    }
