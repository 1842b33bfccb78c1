"""torch.autograd.Function: operations whose derivative is written in Python."""

import functools
import weakref

import bridge
from torch._tensor import Tensor, wrap

_FREED = (
    "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). "
    "Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True "
    "if you need to backward through the graph a second time or if you need to access saved tensors after calling backward."
)
# Whether the backward pass that runs keeps saved tensors; set by torch.autograd.
retaining = False


class FunctionCtx:
    """The `ctx` of a call: carries what backward needs from forward."""

    def __init__(self, function, needs):
        self._function = function
        self.needs_input_grad = needs
        self._to_save = ()
        self._saved = ()
        self._freed = False
        self._dirty = ()
        self._plain = ()
        self._materialize = True
        self._outputs = ()

    def save_for_backward(self, *tensors):
        """Keeps tensors for backward; read them from ctx.saved_tensors."""
        for tensor in tensors:
            if tensor is not None and not isinstance(tensor, Tensor):
                raise TypeError(
                    f"save_for_backward can only save variables, but argument 0 is of type {type(tensor).__name__}"
                )
        self._to_save = tensors

    save_for_forward = save_for_backward

    def mark_dirty(self, *tensors):
        """Says that forward wrote into these inputs."""
        self._dirty = tensors

    def mark_non_differentiable(self, *tensors):
        """Says that these outputs have no gradient."""
        self._plain = tensors

    def set_materialize_grads(self, value):
        """False: gradients of unused outputs are None instead of zeros."""
        self._materialize = value

    @property
    def saved_tensors(self):
        """The tensors given to save_for_backward()."""
        if self._freed:
            raise RuntimeError(_FREED)
        return tuple(kept() for kept in self._saved)

    saved_variables = saved_tensors

    # --- called by the bridge ---------------------------------------------------------------------------------------

    def run_backward(self, handles):
        """The gradients of the inputs, as handles that the engine then owns."""
        grads = [self._incoming(position, handle) for position, handle in enumerate(handles)]
        results = self._function.backward(self, *grads)
        results = results if isinstance(results, tuple) else (results,)
        name = self._function.__name__ + "Backward"
        count = len(self.needs_input_grad)
        if len(results) > count and any(extra is not None for extra in results[count:]) or len(results) < count:
            raise RuntimeError(
                f"function {name} returned an incorrect number of gradients (expected {count}, got {len(results)})"
            )
        if not retaining and self._saved:
            self._saved, self._freed = (), True
        return [self._outgoing(name, position, grad) for position, grad in enumerate(results[:count])]

    def _incoming(self, position, handle):
        if handle:
            return wrap(handle)
        if not self._materialize or position >= len(self._outputs):
            return None
        return self._outputs[position]()

    def _outgoing(self, name, position, grad):
        if grad is None:
            return 0
        if not isinstance(grad, Tensor):
            raise RuntimeError(f"expected Variable or None (got {type(grad).__name__})")
        return bridge.share(grad._handle)

    def _keep_saved(self, outputs):
        """An output is kept without the graph that it heads, which would otherwise own itself."""
        kept = []
        for tensor in self._to_save:
            if tensor is None:
                kept.append(lambda: None)
            elif bridge.saved_hooks:
                kept.append(_hooked_keeper(tensor))
            elif any(tensor is output for output in outputs):
                kept.append(_output_keeper(tensor))
            else:
                kept.append(_input_keeper(tensor))
        self._saved, self._to_save = tuple(kept), ()


def _hooked_keeper(tensor):
    """Kept by torch.autograd.graph.saved_tensors_hooks."""
    unpack = bridge.saved_hooks[-1](bridge.share(tensor._handle))
    return lambda: wrap(unpack())


def _input_keeper(tensor):
    version = bridge.version(tensor._handle)

    def unpack():
        now = bridge.version(tensor._handle)
        if now != version:
            raise RuntimeError(
                "one of the variables needed for gradient computation has been modified by an inplace operation: "
                f"[{tensor.type()} {list(tensor.shape)}] is at version {now}; expected version {version} instead. Hint: "
                "enable anomaly detection to find the operation that failed to compute its gradient, with "
                "torch.autograd.set_detect_anomaly(True)."
            )
        return tensor

    return unpack


def _output_keeper(tensor):
    plain, alive = tensor.detach(), weakref.ref(tensor)

    def unpack():
        output = alive()
        return plain if output is None else output

    return unpack


class Function:
    """Base of operations with a derivative of their own.

    Write `forward(ctx, *args)` and `backward(ctx, *grad_outputs)` as static methods and call `MyFunction.apply(...)`.
    """

    def __init__(self, *args, **kwargs):
        raise RuntimeError(
            "Legacy autograd function with non-static forward method is deprecated. Please use new-style autograd function "
            "with static forward method. (Example: https://pytorch.org/docs/stable/autograd.html#torch.autograd.Function)"
        )

    @staticmethod
    def forward(*args, **kwargs):
        raise NotImplementedError("You must implement the forward function for custom autograd.Function.")

    @staticmethod
    def backward(ctx, *grad_outputs):
        raise NotImplementedError(
            "You must implement either the backward or vjp method for your custom autograd.Function to use it with backward "
            "mode AD."
        )

    setup_context = None

    @classmethod
    def apply(cls, *args):
        """Runs forward and records backward."""
        needs = tuple(isinstance(arg, Tensor) and arg.requires_grad for arg in args)
        ctx = FunctionCtx(cls, needs)
        record = bridge.grad_mode() and any(needs)
        before = bridge.set_grad_mode(False)
        try:
            if cls.setup_context is not None:
                outputs = cls.forward(*args)
                cls.setup_context(ctx, args, outputs)
            else:
                outputs = cls.forward(ctx, *args)
        finally:
            bridge.set_grad_mode(before)
        several = isinstance(outputs, tuple)
        results = [_as_output(ctx, args, each) for each in (outputs if several else (outputs,))]
        if record:
            _record(ctx, cls, args, results)
        ctx._keep_saved(results)
        return tuple(results) if several else results[0]


def _as_output(ctx, args, output):
    """An input returned as it is becomes a view of itself, so that it can have a history of its own."""
    for dirty in ctx._dirty:
        if dirty is output and dirty.is_leaf and dirty.requires_grad and bridge.grad_mode():
            raise RuntimeError("a leaf Variable that requires grad has been used in an in-place operation.")
    if any(output is arg for arg in args) and not any(output is dirty for dirty in ctx._dirty):
        return output.detach()
    return output


def _record(ctx, cls, args, results):
    outputs = [each for each in results if isinstance(each, Tensor) and not any(each is plain for plain in ctx._plain)]
    ctx._outputs = [_zeros_like(each) for each in results]
    if len(outputs) != len(results):
        ctx = _PartialCtx(ctx, [any(each is output for output in outputs) for each in results])
    bridge.set_function_name(*map(ord, cls.__name__ + "Backward"))
    inputs = [arg._handle if isinstance(arg, Tensor) else 0 for arg in args]
    bridge.record_function(bridge.keep_function(ctx), len(inputs), *inputs, *(each._handle for each in outputs))


def _zeros_like(output):
    """Makes the gradient of an output that nothing used, without keeping the output."""
    if not isinstance(output, Tensor):
        return lambda: None
    code, device, shape = bridge.dtype(output._handle), bridge.device(output._handle), tuple(output.shape)
    return lambda: wrap(bridge.full(code, 0, 1, device, *shape))


class _PartialCtx:
    """Puts the gradients of the differentiable outputs at their places among all outputs."""

    def __init__(self, ctx, places):
        self._ctx = ctx
        self._places = places

    def run_backward(self, handles):
        given = iter(handles)
        return self._ctx.run_backward([next(given) if place else 0 for place in self._places])


def once_differentiable(backward):
    """Decorates a backward that cannot be differentiated again."""

    @functools.wraps(backward)
    def run(ctx, *grads):
        before = bridge.set_grad_mode(False)
        try:
            return backward(ctx, *grads)
        finally:
            bridge.set_grad_mode(before)

    return run
