"""Automatic differentiation: backward, grad, grad modes, custom functions. The tape itself is the engine's."""

import bridge
from torch._tensor import Tensor, wrap

from . import _tensor_hooks, forward_ad, function, graph, profiler  # noqa: F401
from ._modes import enable_grad, inference_mode, is_grad_enabled, is_inference_mode_enabled, no_grad, set_grad_enabled
from .anomaly_mode import detect_anomaly, set_detect_anomaly
from .function import Function
from .gradcheck import GradcheckError, gradcheck, gradgradcheck



def _list(tensors):
    return (tensors,) if isinstance(tensors, Tensor) else tuple(tensors)


def _gradients(outputs, given):
    """Handles of the outputs' gradients; 0 stands for ones."""
    given = [None] * len(outputs) if given is None else _list(given)
    if len(given) != len(outputs):
        raise RuntimeError("got %d tensors and %d gradients" % (len(outputs), len(given)))
    handles = []
    for position, (output, grad) in enumerate(zip(outputs, given)):
        if grad is None:
            if bridge.requires_grad(output._handle) and bridge.numel(output._handle) != 1:
                raise RuntimeError("grad can be implicitly created only for scalar outputs")
            handles.append(0)
            continue
        if not isinstance(grad, Tensor):
            raise TypeError("gradients can be either Tensors or None, but got " + type(grad).__name__)
        if grad.shape != output.shape:
            raise RuntimeError(
                f"Mismatch in shape: grad_output[{position}] has a shape of {grad.shape} and output[{position}] has a shape of "
                f"{output.shape}."
            )
        handles.append(grad._handle)
    return handles


def _run(call, outputs, given, retain_graph, create_graph, inputs):
    grads = _gradients(outputs, given)
    retain = create_graph if retain_graph is None else retain_graph
    before, function.retaining = function.retaining, bool(retain)
    try:
        return call(
            bool(retain), bool(create_graph), len(outputs),
            *[each._handle for each in outputs], *grads, *[each._handle for each in inputs],
        )  # fmt: skip
    finally:
        function.retaining = before


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, grad_variables=None, inputs=None):
    """Adds the derivatives of scalars (or of their products with grad_tensors) to the .grad of leaves."""
    if inputs is not None and not isinstance(inputs, Tensor) and len(inputs) == 0:
        raise RuntimeError("'inputs' argument to backward() cannot be empty.")
    only = () if inputs is None else _list(inputs)
    _run(bridge.backward, _list(tensors), grad_tensors, retain_graph, create_graph, only)


def grad(
    outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, only_inputs=True, allow_unused=None,
    is_grads_batched=False, materialize_grads=False,
):  # fmt: skip
    """The derivatives of outputs with respect to inputs, as a tuple; no .grad is touched.

    Partly: no is_grads_batched=True
    """
    if is_grads_batched:
        raise NotImplementedError("is_grads_batched is not here; call grad once for each row of grad_outputs")
    outputs, inputs = _list(outputs), _list(inputs)
    first = _run(bridge.gradients, outputs, grad_outputs, retain_graph, create_graph, inputs)
    handles = [first, *[bridge.next_result() for _ in inputs[1:]]]
    results = tuple([wrap(handle) if handle else None for handle in handles])
    if materialize_grads:
        return tuple(i.detach() * 0 if r is None else r for r, i in zip(results, inputs))
    if not allow_unused and any([each is None for each in results]):
        raise RuntimeError(
            "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is "
            "the desired behavior."
        )
    return results


from . import functional  # noqa: E402  needs grad


class _VariableMeta(type):
    def __instancecheck__(cls, value):
        return isinstance(value, Tensor)

    def __call__(cls, data, requires_grad=False, volatile=None):
        made = data.detach()
        made.requires_grad_(requires_grad)
        return made


class Variable(metaclass=_VariableMeta):
    """The older way to make a tensor for autograd; every tensor is one."""


__all__ = [
    "Function", "GradcheckError", "Variable", "backward", "detect_anomaly", "enable_grad", "functional", "grad", "gradcheck",
    "gradgradcheck", "inference_mode", "is_grad_enabled", "is_inference_mode_enabled", "no_grad", "set_detect_anomaly",
    "set_grad_enabled",
]  # fmt: skip
