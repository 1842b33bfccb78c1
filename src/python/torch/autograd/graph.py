"""Nodes of the graph as Python sees them: `tensor.grad_fn`, its name, and what it leads to."""

import bridge
from torch._tensor import Tensor, wrap
from torch.utils.hooks import RemovableHandle

_kinds = {}
# What PyTorch's nodes show of the tensors that an operation saved, in the order in which the engine saves them.
_SAVED = {
    **{f"{name}Backward0": ("_saved_self", "_saved_other") for name in ("Mul", "Div", "Atan2")},
    **{f"{name}Backward0": ("_saved_self",) for name in ("Pow", "Log", "Sin", "Cos", "Abs", "Log2", "Log10", "Log1P", "Erf", "Silu", "Gelu")},
    **{f"{name}Backward0": ("_saved_result",) for name in ("Exp", "Sigmoid", "Tanh", "Sqrt", "Relu", "Softmax", "LogSoftmax", "Reciprocal", "Rsqrt")},
    "MmBackward0": ("_saved_self", "_saved_mat2"),
    "BmmBackward0": ("_saved_self", "_saved_mat2"),
}


class Node:
    """An operation that backward() will pass gradients through; its class is named after the derivative."""

    __slots__ = ("_number", "__weakref__")

    def name(self):
        """The name of the derivative, such as 'AddBackward0'."""
        return type(self).__name__

    @property
    def next_functions(self):
        """The nodes of the inputs, each with which of its outputs the input was; None where no gradient is needed."""
        edges = []
        for edge in range(bridge.node_edges(self._number)):
            number = bridge.node_edge(self._number, edge)
            node = of_number(number) if number else None
            edges.append((node, bridge.node_edge_index(self._number, edge)))
        return tuple(edges)

    def __getattr__(self, name):
        function = bridge.node_function(self._number)
        if function:  # in PyTorch this node is the ctx of the call
            call = bridge._functions[function]
            ctx = getattr(call, "_ctx", call)
            if hasattr(type(ctx), name) or name in vars(ctx):
                return getattr(ctx, name)
        saved = _SAVED.get(type(self).__name__, ())
        if name not in saved:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        if type(self).__name__ == "MulBackward0" and self.next_functions[1 - saved.index(name)][0] is None:
            return None  # a factor is only kept for the gradient of the other
        handle = bridge.node_saved(self._number, saved.index(name))
        return wrap(handle) if handle else None

    def __dir__(self):
        return sorted({*object.__dir__(self), *_SAVED.get(type(self).__name__, ())})

    def register_hook(self, fn):
        """Calls fn(grad_inputs, grad_outputs) after this node ran; what it returns replaces grad_inputs."""
        return _hooked(self, fn, False)

    def register_prehook(self, fn):
        """Calls fn(grad_outputs) before this node runs; what it returns replaces grad_outputs."""
        return _hooked(self, fn, True)

    def __eq__(self, other):
        return isinstance(other, Node) and bridge.node_key(self._number) == bridge.node_key(other._number)

    def __hash__(self):
        return bridge.node_key(self._number)

    def __del__(self):
        try:
            bridge.free_node(self._number)
        except AttributeError:
            pass


class _NodeHook:
    """A hook as the engine keeps it: handles of gradients in and out."""

    def __init__(self, fn, before, outputs):
        self._fn = fn
        self._before = before
        self._outputs = outputs

    def run_backward(self, handles):
        grads = [wrap(handle) if handle else None for handle in handles]
        incoming, outgoing = tuple(grads[: self._outputs]), tuple(grads[self._outputs :])
        replaced = self._fn(incoming) if self._before else self._fn(outgoing, incoming)
        if replaced is None:
            return []
        replaced = replaced if isinstance(replaced, tuple) else (replaced,)
        return [0 if grad is None else bridge.share(grad._handle) for grad in replaced]


class _NodeHooks(dict):
    """What a RemovableHandle takes a node's hook out of."""

    def __init__(self, node):
        self._node = node

    def pop(self, hook_id, *default):
        bridge.node_remove_hook(self._node._number, hook_id)
        return default[0] if default else None


def _hooked(node, fn, before):
    hook_id = bridge.keep_function(_NodeHook(fn, before, bridge.node_outputs(node._number)))
    bridge.node_add_hook(node._number, hook_id, before)
    table = _NodeHooks(node)
    handle = RemovableHandle(table)
    handle.id, handle._keep_table = hook_id, table
    return handle


class AccumulateGrad(Node):
    """Where the gradient of a leaf ends."""

    __slots__ = ()
    __module__ = "builtins"

    @property
    def variable(self):
        """The leaf."""
        return wrap(bridge.node_variable(self._number))


_kinds["AccumulateGrad"] = AccumulateGrad


def of_number(number):
    """The Node that owns an engine node number."""
    name = bridge.node_name(number)
    kind = _kinds.get(name)
    if kind is None:
        # Operations print as `<AddBackward0 object …>`, a learner's own as `<torch.autograd.function.SquareBackward …>`.
        home = "builtins" if name[-1].isdigit() or name == "CopySlices" else "torch.autograd.function"
        kind = _kinds[name] = type(name, (Node,), {"__slots__": (), "__module__": home})
    node = object.__new__(kind)
    node._number = number
    return node


def node_of(tensor):
    """tensor.grad_fn."""
    number = bridge.node_of(tensor._handle)
    return of_number(number) if number else None


class saved_tensors_hooks:
    """Inside its `with`, pack_hook(tensor) is called with each tensor saved for backward, and what it returns is kept instead.

    unpack_hook(packed) must give an equal tensor back when backward needs it. The innermost pair counts.

    Partly: hooks cannot wait for the GPU, so they may not read values of tensors on cuda.
    """

    def __init__(self, pack_hook, unpack_hook):
        self.pack_hook = pack_hook
        self.unpack_hook = unpack_hook

    def __enter__(self):
        bridge.saved_hooks.append(self._pack)
        bridge.hook_saved_tensors(True)

    def __exit__(self, *error):
        bridge.saved_hooks.pop()
        bridge.hook_saved_tensors(bool(bridge.saved_hooks))

    def _pack(self, handle):
        """Packs the tensor of a handle; returns what unpacks it into a handle for the engine."""
        bridge.hook_saved_tensors(False)  # what the hook computes is not packed itself
        # The tensor keeps its place in the graph, so that gradients of gradients find it; the hook may still call numpy().
        before = bridge.set_grad_mode(False)
        try:
            packed = self.pack_hook(wrap(handle))
        finally:
            bridge.set_grad_mode(before)
            bridge.hook_saved_tensors(True)
        unpack_hook = self.unpack_hook

        def unpack():
            tensor = unpack_hook(packed)
            if not isinstance(tensor, Tensor):
                raise TypeError(f"Output of saved tensor unpack_hook expected to be a Tensor but got result of type {type(tensor).__name__}")
            return bridge.share(tensor._handle)

        return unpack


class save_on_cpu(saved_tensors_hooks):
    """Keeps saved tensors on the cpu between forward and backward."""

    def __init__(self, pin_memory=False, device_type="cuda"):
        super().__init__(lambda tensor: (tensor.device, tensor.cpu()), lambda packed: packed[1].to(packed[0]))
