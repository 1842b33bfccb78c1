"""`.grad`, gradient hooks and backward() of single tensors."""

import warnings
import weakref

import bridge
from torch._ops.register import method
from torch._tensor import Tensor, _new, wrap
from torch.utils.hooks import RemovableHandle


def get_grad(tensor):
    """tensor.grad, the same object as long as somebody holds it."""
    handle = bridge.grad(tensor._handle)
    if handle == 0:
        if bridge.requires_grad(tensor._handle) and not bridge.is_leaf(tensor._handle):
            _warn_non_leaf(tensor)
        return None
    try:
        seen = tensor._grad_seen()
    except AttributeError:
        seen = None
    if seen is not None and seen._handle == handle:
        bridge.free(handle)
        return seen
    grad = wrap(handle)
    tensor._grad_seen = weakref.ref(grad)
    return grad


def _warn_non_leaf(tensor):
    if bridge.retains_grad(tensor._handle):
        return
    warnings.warn(
        "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated "
        "during autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use "
        ".retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the leaf "
        "Tensor instead. See github.com/pytorch/pytorch/pull/30531 for more informations.",
        UserWarning,
        stacklevel=4,
    )


def set_grad(tensor, value):
    """tensor.grad = value, with PyTorch's checks."""
    if value is None:
        bridge.set_grad(tensor._handle, 0)
        return
    if not isinstance(value, Tensor):
        raise TypeError(f"assigned grad expected to be a Tensor or None but got grad of type{type(value).__name__}")
    if value is tensor:
        raise RuntimeError("can't assign Variable as its own grad")
    if value.dtype != tensor.dtype:
        raise RuntimeError("assigned grad has data of a different type")
    if value.device != tensor.device:
        raise RuntimeError("assigned grad has data located on a different device")
    if value.shape != tensor.shape:
        raise RuntimeError("assigned grad has data of a different size")
    bridge.set_grad(tensor._handle, value._handle)
    tensor._grad_seen = weakref.ref(value)


@method
def backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None):
    """Adds the derivative of this scalar (or of its product with `gradient`) to the .grad of every leaf it depends on."""
    from torch import autograd

    autograd.backward(self, gradient, retain_graph, create_graph, inputs=inputs)


# --- hooks --------------------------------------------------------------------------------------------------------


class _HookTable(dict):
    """What a RemovableHandle takes a hook out of: also the engine's table."""

    def __init__(self, tensor):
        self._tensor = weakref.ref(tensor)

    def pop(self, hook_id, *default):
        tensor = self._tensor()
        if tensor is not None:
            bridge.remove_hook(tensor._handle, hook_id)
        bridge.drop_hook(hook_id)
        return dict.pop(self, hook_id, *default)

    def __delitem__(self, hook_id):
        self.pop(hook_id)


def _calling(hook, cls=Tensor):
    """A hook as the engine calls it: handles in and out."""

    def run(grad_handle):
        grad = _new(Tensor)
        grad._handle = grad_handle
        replacement = hook(grad)
        if replacement is None:
            return 0
        if not isinstance(replacement, Tensor):
            kind = type(replacement)
            given = f"{kind.__module__}.{kind.__name__}" if kind.__module__ in ("torch", "numpy") else kind.__name__
            raise TypeError(f"expected Variable, but hook returned '{given}'")
        name = getattr(hook, "__name__", type(hook).__name__)
        if replacement.dtype is not grad.dtype:
            change = f"was {grad.type()} got {replacement.type()}"
            raise RuntimeError(f"hook '{name}' has changed the type of value ({change})")
        if replacement.shape != grad.shape:
            raise RuntimeError(f"hook '{name}' has changed the size of value")
        return bridge.share(replacement._handle)

    return run


@method
def register_hook(self, hook):
    """Calls hook(grad) when the gradient of this tensor is computed; what it returns replaces the gradient."""
    if not bridge.requires_grad(self._handle):
        raise RuntimeError("cannot register a hook on a tensor that doesn't require gradient")
    hook_id = bridge.keep_hook(_calling(hook))
    bridge.add_hook(self._handle, hook_id)
    table = _HookTable(self)
    handle = RemovableHandle(table)
    handle.id = hook_id
    dict.__setitem__(table, hook_id, hook)
    handle._keep_table = table
    return handle


@method
def retain_grad(self):
    """Keeps the gradient of a tensor that is not a leaf in its .grad."""
    if not bridge.requires_grad(self._handle):
        raise RuntimeError("can't retain_grad on Tensor that has requires_grad=False")
    bridge.retain_grad(self._handle, bridge.keep_hook(lambda grad: 0))


Tensor.retains_grad = property(
    lambda self: bridge.retains_grad(self._handle), doc="Whether retain_grad() was called on a non-leaf."
)
