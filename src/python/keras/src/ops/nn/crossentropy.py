"""Crossentropies of keras.ops, one-hot and multi-hot codes, moments and normalisations."""

import torch

import torch.nn.functional as F

from keras.src.backend import StringTensor, Tensor, TensorShape, config, convert_to_tensor, dtypes, errors, placing, unwrap, wrap  # noqa: F401
from keras.src.ops.numpy.elementwise import _numeric
from keras.src.ops.symbolic import op, reduced_shape, same, shape_of, symbolic


def _shapes(target, output):
    return f"target.shape={TensorShape(target.shape)}, output.shape={TensorShape(output.shape)}"


def _same_shapes(target, output):
    if target.dim() != output.dim():
        raise ValueError(f"Arguments `target` and `output` must have the same rank (ndim). Received: {_shapes(target, output)}")
    if target.shape != output.shape:
        raise ValueError(f"Arguments `target` and `output` must have the same shape. Received: {_shapes(target, output)}")


def _logits(output, from_logits):
    """The logits behind a softmax or sigmoid where the tensor remembers them."""
    found = output.__dict__.get("_keras_logits") if type(output) is Tensor else getattr(output, "_keras_logits", None)
    return (unwrap(output), from_logits) if found is None else (unwrap(found), True)


def _spec_all(target, output, from_logits=False):
    return symbolic(output.shape, output.dtype)


def _spec_last(target, output, from_logits=False, axis=-1):
    return symbolic(output.shape[:-1] if axis == -1 else reduced_shape(output.shape, axis), output.dtype)


@op(_spec_all)
def binary_crossentropy(target, output, from_logits=False):
    """-(y log p + (1 - y) log(1 - p)), for each element; probabilities are kept away from 0 and 1 by epsilon."""
    output, from_logits = _logits(output, from_logits)
    target = unwrap(target).to(output.dtype)
    _same_shapes(target, output)
    if from_logits:
        # One call, whose derivative is right where a logit is exactly 0 (those of clamp and abs don't add up there).
        return wrap(F.binary_cross_entropy_with_logits(output, target.to(output.dtype), reduction="none"))
    epsilon = config.epsilon()
    output = torch.clamp(output, epsilon, 1.0 - epsilon)
    return wrap(-(target * torch.log(output) + (1 - target) * torch.log(1 - output)))


@op(_spec_last)
def categorical_crossentropy(target, output, from_logits=False, axis=-1):
    """-sum(y log p) along a dimension; probabilities are first scaled to the sum 1."""
    output, from_logits = _logits(output, from_logits)
    target = unwrap(target).to(output.dtype)
    if target.dim() < 1:
        raise ValueError(f"Arguments `target` and `output` must be at least rank 1. Received: {_shapes(target, output)}")
    _same_shapes(target, output)
    if from_logits:
        return wrap(-(target * torch.log_softmax(output, axis)).sum(axis))
    output = output / output.sum(axis, keepdim=True)
    output = torch.clamp(output, config.epsilon(), 1.0 - config.epsilon())
    return wrap(-(target * torch.log(output)).sum(axis))


@op(_spec_last)
def sparse_categorical_crossentropy(target, output, from_logits=False, axis=-1):
    """-log p[y] for class numbers y."""
    if axis != -1 and axis != len(output.shape) - 1:
        raise ValueError(f"Only axis=-1 is currently supported. Received: axis={axis}")
    output, from_logits = _logits(output, from_logits)
    target = unwrap(target)
    if target.dtype is not torch.int64:
        target = target.to(torch.int64)
    if target.dim() == output.dim() and target.shape[-1] == 1:
        target = target.squeeze(-1)
    sizes, rank = output.shape, target.dim()
    if not sizes:
        raise ValueError(f"Argument `output` must be at least rank 1. Received: output.shape={TensorShape(output.shape)}")
    if rank != len(sizes) - 1:
        raise ValueError(f"Argument `output` must have rank (ndim) `target.ndim - 1`. Received: {_shapes(target, output)}")
    *rows, classes = sizes
    if list(target.shape) != rows:
        raise ValueError(
            f"Arguments `target` and `output` must have the same shape up until the last dimension: {_shapes(target, output)}"
        )
    if not from_logits:
        output = torch.log(torch.clamp(output, config.epsilon(), 1 - config.epsilon()))
    each = (output, target) if rank == 1 else (output.reshape(-1, classes), target.reshape(-1))
    try:
        losses = F.cross_entropy(*each, reduction="none", ignore_index=-(2**31))
    except (IndexError, RuntimeError):
        raise _bad_label(target, classes) from None
    return wrap(losses if rank == 1 else losses.reshape(target.shape))


def _bad_label(target, classes):
    labels = target.reshape(-1).tolist()
    bad = min(labels) if min(labels) < 0 else max(labels)
    return errors.invalid(
        "SparseSoftmaxCrossEntropyWithLogits",
        f"Received a label value of {bad} which is outside the valid range of [0, {classes}).  Label values: " + " ".join(map(str, labels)),
    )


def _one_hot_spec(x, num_classes, axis=-1, dtype=None, sparse=False):
    shape = list(shape_of(x))
    shape.insert(axis % (len(shape) + 1), num_classes)
    return symbolic(shape, dtype or config.floatx())


@op(_one_hot_spec, tensors=("x",))
def one_hot(x, num_classes, axis=-1, dtype=None, sparse=False):
    """1 at the class number, 0 elsewhere; numbers outside of the range give zeros."""
    found = unwrap(x).to(torch.int64)
    codes = (found.unsqueeze(-1) == placing.arange(num_classes)).to(dtypes.torch_dtype(dtype or config.floatx()))
    return wrap(codes if axis in (-1, found.dim()) else codes.movedim(-1, axis))


def _multi_hot_spec(inputs, num_classes=None, axis=-1, dtype=None, sparse=False, **_more):
    shape = shape_of(inputs)
    return symbolic((num_classes,) if len(shape) <= 1 else (*shape[:-1], num_classes), dtype or config.floatx())


@op(_multi_hot_spec, tensors=("inputs",))
def multi_hot(inputs, num_classes=None, axis=-1, dtype=None, sparse=False, **_more):
    """1 for every class number that occurs along the last dimension."""
    codes = unwrap(one_hot(inputs, num_classes, axis=axis, dtype=dtype))
    reduce_over = 1 if len(shape_of(inputs)) > 1 else 0
    return wrap(torch.amax(codes, reduce_over))


def _moments_spec(x, axes, keepdims=False, synchronized=False):
    return symbolic(reduced_shape(x.shape, axes, keepdims), x.dtype), symbolic(reduced_shape(x.shape, axes, keepdims), x.dtype)


@op(_moments_spec, tensors=("x",))
def moments(x, axes, keepdims=False, synchronized=False):
    """The mean and the population variance over dimensions."""
    found = unwrap(x)
    axes = tuple(axes) if isinstance(axes, (list, tuple)) else (axes,)
    mean = found.mean(axes, keepdim=True)
    variance = torch.square(found - mean).mean(axes, keepdim=keepdims)
    return wrap(mean if keepdims else mean.reshape(variance.shape)), wrap(variance)


@op(same, tensors=("x", "mean", "variance", "offset", "scale"))
def batch_normalization(x, mean, variance, axis, offset=None, scale=None, epsilon=1e-3):
    """(x - mean) / sqrt(variance + epsilon) * scale + offset."""
    found = unwrap(x)
    shape = [1] * found.dim()
    shape[axis] = found.shape[axis]
    factor = torch.rsqrt(unwrap(variance).reshape(shape) + epsilon)
    if scale is not None:
        factor = factor * unwrap(scale).reshape(shape)
    shift = -unwrap(mean).reshape(shape) * factor
    if offset is not None:
        shift = shift + unwrap(offset).reshape(shape)
    return wrap((found * factor + shift).to(found.dtype))


@op(same)
def normalize(x, axis=-1, order=2, epsilon=None):
    """x divided by its norm along a dimension."""
    found = _numeric(unwrap(x))
    epsilon = config.epsilon() if epsilon is None else epsilon
    if order == 2:
        squares = torch.square(found).sum(axis, keepdim=True)
        return wrap(found * torch.rsqrt(torch.clamp(squares, min=epsilon**2)))
    size = torch.linalg.norm(found, ord=order, dim=axis, keepdim=True)
    return wrap(found / torch.clamp(size, min=epsilon))


@op(same, tensors=("x", "scale"))
def rms_normalization(x, scale=None, axis=-1, epsilon=None):
    """x divided by the root of its mean square."""
    found = unwrap(x)
    epsilon = config.epsilon() if epsilon is None else epsilon
    axis = tuple(axis) if isinstance(axis, (list, tuple)) else (axis,)
    made = found * torch.rsqrt(torch.square(found).mean(axis, keepdim=True) + epsilon)
    return wrap(made if scale is None else made * unwrap(scale))


@op(same, tensors=("x", "gamma", "beta"))
def layer_normalization(x, gamma=None, beta=None, axis=-1, epsilon=None, **_more):
    """(x - mean) / sqrt(variance + epsilon) over the given dimensions of each example."""
    found = unwrap(x)
    epsilon = config.epsilon() if epsilon is None else epsilon
    axis = tuple(axis) if isinstance(axis, (list, tuple)) else (axis,)
    mean = found.mean(axis, keepdim=True)
    variance = torch.square(found - mean).mean(axis, keepdim=True)
    made = (found - mean) * torch.rsqrt(variance + epsilon)
    if gamma is not None:
        made = made * unwrap(gamma)
    return wrap(made if beta is None else made + unwrap(beta))


@op(lambda x1, x2, max_val: symbolic((), "float32"), tensors=("x1", "x2"))
def psnr(x1, x2, max_val):
    """The peak signal-to-noise ratio of two images, in decibels."""
    first, second = _numeric(unwrap(x1)), _numeric(unwrap(x2))
    if first.shape != second.shape:
        raise ValueError(f"Input shapes {tuple(first.shape)} and {tuple(second.shape)} must match for PSNR calculation.")
    error = torch.square(first - second).mean()
    return wrap(20 * torch.log10(placing.tensor(float(max_val))) - 10 * torch.log10(error))


def dot_product_attention(query, key, value, bias=None, mask=None, scale=None, is_causal=False, flash_attention=None, attn_logits_soft_cap=None):
    """softmax(q k / sqrt(size)) v over (batch, time, heads, size) (Vaswani et al. 2017)."""
    q, k, v = unwrap(query), unwrap(key), unwrap(value)
    scale = 1.0 / q.shape[-1] ** 0.5 if scale is None else scale
    scores = torch.einsum("btnh,bsnh->bnts", q, k) * scale
    if bias is not None:
        scores = scores + unwrap(bias)
    if attn_logits_soft_cap is not None:
        scores = torch.tanh(scores / attn_logits_soft_cap) * attn_logits_soft_cap
    if mask is not None:
        scores = torch.where(unwrap(mask).to(torch.bool), scores, torch.full_like(scores, -1e30))
    if is_causal:
        allowed = torch.tril(placing.ones(scores.shape[-2:])) > 0
        scores = torch.where(allowed, scores, torch.full_like(scores, -1e30))
    return wrap(torch.einsum("bnts,bsnh->btnh", torch.softmax(scores, -1), v))


__all__ = [
    "batch_normalization", "binary_crossentropy", "categorical_crossentropy", "dot_product_attention", "layer_normalization", "moments", "multi_hot",
    "normalize", "one_hot", "psnr", "rms_normalization", "sparse_categorical_crossentropy",
]  # fmt: skip
