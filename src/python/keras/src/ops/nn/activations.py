"""Activation functions of keras.ops: relu and its relatives, sigmoid, softmax, gelu, …"""

import math

import torch

import torch.nn.functional as F

from keras.src.backend import Tensor, placing, unwrap, wrap
from keras.src.backend.errors import InvalidArgumentError
from keras.src.ops.numpy.elementwise import _numeric
from keras.src.ops.symbolic import op, same, same_float, symbolic

_SELU_ALPHA = 1.6732632423543772
_SELU_SCALE = 1.0507009873554805


def sigmoid_of(t):
    """torch.sigmoid; kept here for what builds on it."""
    return torch.sigmoid(t)


def _float(name, doc, spec=same_float):
    def decorate(compute):
        def function(x):
            return wrap(compute(_numeric(unwrap(x))))

        function.__name__ = function.__qualname__ = name
        function.__doc__ = doc
        return op(spec)(function)

    return decorate


@op(same)
def relu(x):
    """max(x, 0)."""
    return wrap(torch.relu(unwrap(x)))


@op(same)
def relu6(x):
    """min(max(x, 0), 6)."""
    return wrap(torch.clamp(unwrap(x), 0, 6))


@op(same_float)
def sigmoid(x):
    """1 / (1 + exp(-x)). The result remembers x, from which crossentropies compute exactly."""
    logits = _numeric(unwrap(x))
    made = wrap(torch.sigmoid(logits))
    made._keras_logits = wrap(logits)
    return made


sparse_sigmoid = _float("sparse_sigmoid", "0 below -1, 1 above 1, (x + 1) / 2 between.")(lambda t: torch.clamp(0.5 * (t + 1), 0.0, 1.0))
softplus = _float("softplus", "log(1 + exp(x)).")(lambda t: torch.logaddexp(t, torch.zeros_like(t)))
softsign = _float("softsign", "x / (1 + |x|).")(lambda t: t / (1 + torch.abs(t)))
silu = _float("silu", "x * sigmoid(x), also called swish.")(lambda t: t * torch.sigmoid(t))
log_sigmoid = _float("log_sigmoid", "log(sigmoid(x)).")(lambda t: F.logsigmoid(t))
hard_sigmoid = _float("hard_sigmoid", "relu6(x + 3) / 6.")(lambda t: torch.clamp(t + 3, 0, 6) / 6)
hard_silu = _float("hard_silu", "x * hard_sigmoid(x).")(lambda t: t * (torch.clamp(t + 3, 0, 6) / 6))
tanh_shrink = _float("tanh_shrink", "x - tanh(x).")(lambda t: t - torch.tanh(t))
hard_tanh = _float("hard_tanh", "x cut to [-1, 1].")(lambda t: torch.clamp(t, -1, 1))
selu = _float("selu", "The scaled exponential linear unit (Klambauer et al. 2017).")(
    lambda t: _SELU_SCALE * torch.where(t > 0, t, _SELU_ALPHA * torch.expm1(torch.clamp(t, max=0.0)))
)
sparse_plus = _float("sparse_plus", "0 below -1, x above 1, (x + 1)**2 / 4 between.")(
    lambda t: torch.where(t <= -1, torch.zeros_like(t), torch.where(t < 1, 0.25 * torch.square(t + 1), t))
)
swish, hard_swish = silu, hard_silu


@op(same)
def leaky_relu(x, negative_slope=0.2):
    """x where it is positive, negative_slope * x elsewhere."""
    found = _numeric(unwrap(x))
    return wrap(torch.where(found > 0, found, negative_slope * found))


@op(same)
def elu(x, alpha=1.0):
    """x where it is positive, alpha * (exp(x) - 1) elsewhere."""
    found = _numeric(unwrap(x))
    return wrap(torch.where(found > 0, found, alpha * torch.expm1(torch.clamp(found, max=0.0))))


@op(same)
def celu(x, alpha=1.0):
    """max(x, 0) + min(0, alpha * (exp(x / alpha) - 1))."""
    found = _numeric(unwrap(x))
    return wrap(torch.clamp(found, min=0.0) + alpha * torch.expm1(torch.clamp(found, max=0.0) / alpha))


@op(same)
def gelu(x, approximate=True):
    """x * P(X <= x) for a standard normal X; by a tanh formula or exactly."""
    found = _numeric(unwrap(x))
    if approximate:
        inner = math.sqrt(2.0 / math.pi) * (found + 0.044715 * found**3)
        return wrap(0.5 * found * (1.0 + torch.tanh(inner)))
    return wrap(0.5 * found * (1.0 + torch.erf(found / math.sqrt(2.0))))


@op(lambda x, axis=-1: symbolic([s // 2 if s is not None and i == axis % len(x.shape) else s for i, s in enumerate(x.shape)], x.dtype))
def glu(x, axis=-1):
    """The first half times the sigmoid of the second half."""
    found = unwrap(x)
    if found.shape[axis] % 2:
        raise ValueError(f"axis size must be divisible by 2. Received: x.shape={tuple(found.shape)} with axis={axis}")
    first, second = torch.chunk(found, 2, axis)
    return wrap(first * torch.sigmoid(second))


@op(same)
def soft_shrink(x, threshold=0.5):
    """x moved towards zero by the threshold, zero within it."""
    found = _numeric(unwrap(x))
    return wrap(torch.where(found > threshold, found - threshold, torch.where(found < -threshold, found + threshold, torch.zeros_like(found))))


@op(same)
def hard_shrink(x, threshold=0.5):
    """x outside of [-threshold, threshold], zero within."""
    found = _numeric(unwrap(x))
    return wrap(torch.where(torch.abs(found) > threshold, found, torch.zeros_like(found)))


@op(same, tensors=("x",))
def threshold(x, threshold, default_value):
    """x above the threshold, default_value elsewhere."""
    found = unwrap(x)
    return wrap(torch.where(found > threshold, found, torch.full_like(found, default_value)))


@op(same)
def squareplus(x, b=4):
    """(x + sqrt(x**2 + b)) / 2."""
    found = _numeric(unwrap(x))
    return wrap((found + torch.sqrt(torch.square(found) + b)) / 2)


def _checked_axis(name, x, axis):
    if isinstance(axis, int) and isinstance(x, Tensor) and not -x.ndim <= axis < x.ndim:
        why = f"`dim` must be in the range [{-x.ndim}, {x.ndim}) where {x.ndim} is the number of dimensions in the input. Received: dim={axis}"
        raise InvalidArgumentError(None, None, why)
    if isinstance(axis, int) and getattr(x, "shape", None) is not None and len(x.shape) and x.shape[axis] == 1:
        import warnings

        warnings.warn(
            f"You are using a softmax over axis {axis} of a tensor of shape {x.shape}. This axis has size 1. The softmax operation will "
            "always return the value 1, which is likely not what you intended. Did you mean to use a sigmoid instead?",
            stacklevel=3,
        )


def over_axes(tensor, axis, compute):
    """compute(tensor, dim) over one dimension, several taken together, or (None) all."""
    if axis is None:
        return compute(tensor.reshape(-1), -1).reshape(tensor.shape)
    if isinstance(axis, (tuple, list)):
        axes = [a % tensor.dim() for a in axis]
        rest = [i for i in range(tensor.dim()) if i not in axes]
        moved = tensor.permute(*rest, *axes)
        made = compute(moved.reshape(*moved.shape[: len(rest)], -1), -1).reshape(moved.shape)
        back = [0] * tensor.dim()
        for place, origin in enumerate((*rest, *axes)):
            back[origin] = place
        return made.permute(*back)
    return compute(tensor, axis)


@op(same_float)
def softmax(x, axis=-1):
    """exp(x) / sum(exp(x)) along a dimension. The result remembers x, from which crossentropies compute exactly."""
    _checked_axis("softmax", x, axis)
    logits = _numeric(unwrap(x))
    made = wrap(over_axes(logits, axis, torch.softmax))
    if not isinstance(axis, (tuple, list)):
        made._keras_logits = wrap(logits)
    return made


@op(same_float)
def log_softmax(x, axis=-1):
    """log(softmax(x)), computed without loss of precision."""
    return wrap(over_axes(_numeric(unwrap(x)), axis, torch.log_softmax))


@op(same)
def sparsemax(x, axis=-1):
    """The closest point of the simplex, with exact zeros (Martins & Astudillo 2016)."""
    found = _numeric(unwrap(x)).movedim(axis, -1)
    ordered = torch.sort(found, -1, descending=True)[0]
    rank = placing.arange(1, found.shape[-1] + 1).to(found.dtype)
    running = torch.cumsum(ordered, -1)
    support = (1 + rank * ordered > running).to(found.dtype)
    count = support.sum(-1, keepdim=True)
    tau = ((ordered * support).sum(-1, keepdim=True) - 1) / count
    return wrap(torch.clamp(found - tau, min=0.0).movedim(-1, axis))


__all__ = [
    "celu", "elu", "gelu", "glu", "hard_shrink", "hard_sigmoid", "hard_silu", "hard_swish", "hard_tanh", "leaky_relu", "log_sigmoid", "log_softmax", "relu",
    "relu6", "selu", "sigmoid", "silu", "soft_shrink", "softmax", "softplus", "softsign", "sparse_plus", "sparse_sigmoid", "sparsemax", "squareplus",
    "swish", "tanh_shrink", "threshold",
]  # fmt: skip
