"""tf.nn: activations, losses, convolutions and pooling."""

import torch

from keras.src import ops
from keras.src.backend import dtypes, wrap
from keras.src.backend.errors import invalid, sizes_text
from tensorflow._api.math import (  # noqa: F401
    in_top_k, l2_normalize, log_sigmoid, log_softmax, sigmoid, softmax, softplus, tanh, top_k, zero_fraction,
)  # fmt: skip
from tensorflow._api.index import gather
from tensorflow import random as _random
from tensorflow._convert import floating, t


def relu(features, name=None):
    """max(x, 0)."""
    return wrap(torch.relu(t(features)))


def relu6(features, name=None):
    """min(max(x, 0), 6)."""
    return ops.relu6(features)


def leaky_relu(features, alpha=0.2, name=None):
    """x where it is positive, alpha * x elsewhere."""
    return ops.leaky_relu(features, negative_slope=alpha)


def elu(features, name=None):
    """x where it is positive, exp(x) - 1 elsewhere."""
    return ops.elu(features)


def selu(features, name=None):
    """The scaled exponential linear unit."""
    return ops.selu(features)


def gelu(features, approximate=False, name=None):
    """x * P(X <= x) for a standard normal X."""
    return ops.gelu(features, approximate=approximate)


def silu(features, beta=1.0, name=None):
    """x * sigmoid(beta * x)."""
    found = t(features)
    return wrap(found * torch.sigmoid(beta * found))


swish = silu


def softsign(features, name=None):
    """x / (1 + |x|)."""
    return ops.softsign(features)


def crelu(features, axis=-1, name=None):
    """relu of x and of -x, side by side."""
    found = t(features)
    return wrap(torch.relu(torch.cat([found, -found], axis)))


def dropout(x, rate, noise_shape=None, seed=None, name=None):
    """Elements at 0 with probability rate, the others times 1 / (1 - rate)."""
    found, rate = t(x), float(rate)
    if not 0 <= rate < 1:
        raise ValueError(f"`rate` must be a scalar tensor or a float in the range [0, 1). Received: rate={rate}")
    if rate == 0:
        return wrap(found)
    shape = found.shape if noise_shape is None else [n if n is not None else s for n, s in zip(noise_shape, found.shape)]
    kept = t(_random.uniform(shape, dtype=dtypes.TO_NAME[found.dtype], seed=seed)) >= rate
    return wrap(torch.where(kept, found * (1 / (1 - rate)), 0.0))


def softmax_cross_entropy_with_logits(labels, logits, axis=-1, name=None):
    """-sum(labels * log(softmax(logits)))."""
    found = floating("SoftmaxCrossEntropyWithLogits", t(logits))
    truth = t(labels).to(found.dtype)
    try:
        return wrap(-(truth * torch.log_softmax(found, axis)).sum(axis))
    except RuntimeError:
        why = f"logits and labels must be broadcastable: logits_size={sizes_text(found.shape)} labels_size={sizes_text(truth.shape)}"
        raise invalid("SoftmaxCrossEntropyWithLogits", why) from None


def sparse_softmax_cross_entropy_with_logits(labels, logits, name=None):
    """-log(softmax(logits))[label]."""
    return ops.sparse_categorical_crossentropy(wrap(t(labels)), wrap(t(logits)), from_logits=True)


def sigmoid_cross_entropy_with_logits(labels=None, logits=None, name=None):
    """Binary crossentropy of each element."""
    first, second = t(labels), t(logits)
    if first.shape != second.shape:
        raise ValueError(f"`logits` and `labels` must have the same shape, received ({tuple(second.shape)} vs {tuple(first.shape)}).")
    return ops.binary_crossentropy(wrap(first), wrap(second), from_logits=True)


def weighted_cross_entropy_with_logits(labels, logits, pos_weight, name=None):
    """Binary crossentropy with the positive part weighted."""
    x = t(logits)
    y = t(labels).to(x.dtype)
    return wrap((1 - y) * x + (1 + (pos_weight - 1) * y) * torch.logaddexp(-x, torch.zeros_like(x)))


def l2_loss(t_, name=None):
    """sum(x**2) / 2."""
    return wrap(torch.square(t(t_)).sum() / 2)


def moments(x, axes, shift=None, keepdims=False, name=None):
    """The mean and the population variance."""
    return ops.moments(wrap(t(x)), axes, keepdims=keepdims)


def batch_normalization(x, mean, variance, offset, scale, variance_epsilon, name=None):
    """(x - mean) / sqrt(variance + epsilon) * scale + offset."""
    factor = torch.rsqrt(t(variance) + variance_epsilon)
    factor = factor if scale is None else factor * t(scale)
    made = t(x) * factor - t(mean) * factor
    return wrap(made if offset is None else made + t(offset))


def bias_add(value, bias, data_format=None, name=None):
    """A bias for each channel."""
    found, added = t(value), t(bias)
    if added.dim() != 1 or added.shape[0] != found.shape[-1]:
        why = f"Must provide as many biases as the last dimension of the input tensor: {sizes_text(added.shape)} vs. {sizes_text(found.shape)}"
        raise invalid("BiasAdd", why, given=(value, bias))
    return wrap(t(value) + t(bias))


def embedding_lookup(params, ids, max_norm=None, name=None):
    """Rows of a table."""
    return gather(params, wrap(t(ids)))


def _spatial(value, rank):
    """The sizes for the spatial dimensions of a number, of one for each of them, or of one for each of all dimensions."""
    if isinstance(value, int):
        return (value,) * rank
    value = tuple(int(v) for v in value)
    return value * rank if len(value) == 1 else value[1:-1] if len(value) == rank + 2 else value


def _same(padding):
    return padding.lower() if isinstance(padding, str) else "valid"


def _conv(rank):
    def convolve(input, filters, strides=1, padding="VALID", data_format=None, dilations=None, name=None):
        """The convolution of (batch, …, channels) with (…, channels, filters)."""
        x = wrap(t(input))
        depth, expected = x.shape[-1], t(filters).shape[-2]
        if depth % expected:
            raise invalid("Conv2D", f"input depth must be evenly divisible by filter depth: {depth} vs {expected}", given=(input, filters))
        if not isinstance(padding, str):
            x = ops.pad(x, [tuple(each) for each in padding])
        return ops.conv(
            x, wrap(t(filters)), strides=_spatial(strides, rank), padding=_same(padding), dilation_rate=_spatial(dilations or 1, rank)
        )

    return convolve


conv1d, conv2d, conv3d = _conv(1), _conv(2), _conv(3)


def convolution(input, filters, strides=None, padding="VALID", data_format=None, dilations=None, name=None):
    """The convolution in as many dimensions as the input has."""
    return _conv(len(input.shape) - 2)(input, filters, strides or 1, padding, data_format, dilations)


def depthwise_conv2d(input, filter, strides, padding, data_format=None, dilations=None, name=None):
    """Each channel convolved on its own."""
    return ops.depthwise_conv(wrap(t(input)), wrap(t(filter)), strides=_spatial(strides, 2), padding=_same(padding), dilation_rate=_spatial(dilations or 1, 2))


def conv2d_transpose(input, filters, output_shape, strides, padding="SAME", data_format="NHWC", dilations=None, name=None):
    """The gradient of conv2d."""
    return ops.conv_transpose(wrap(t(input)), wrap(t(filters)), strides=_spatial(strides, 2), padding=_same(padding))


def _pool(rank, pool):
    def over_windows(input, ksize, strides, padding, data_format=None, name=None):
        """The largest value, or the mean, of each window."""
        return pool(wrap(t(input)), _spatial(ksize, rank), strides=_spatial(strides, rank), padding=_same(padding))

    return over_windows


max_pool1d, max_pool2d, max_pool3d = (_pool(rank, ops.max_pool) for rank in (1, 2, 3))
avg_pool1d, avg_pool2d, avg_pool3d = (_pool(rank, ops.average_pool) for rank in (1, 2, 3))


def max_pool(input, ksize, strides, padding, data_format=None, name=None):
    """The largest value of each window."""
    return _pool(len(input.shape) - 2, ops.max_pool)(input, ksize, strides, padding)


def avg_pool(input, ksize, strides, padding, data_format=None, name=None):
    """The mean of each window."""
    return _pool(len(input.shape) - 2, ops.average_pool)(input, ksize, strides, padding)


max_pool_v2, avg_pool_v2 = max_pool, avg_pool


def depth_to_space(input, block_size, data_format="NHWC", name=None):
    """Channels become blocks of pixels."""
    x, b = t(input), block_size
    n, h, w, c = x.shape
    made = x.reshape(n, h, w, b, b, c // (b * b)).permute(0, 1, 3, 2, 4, 5)
    return wrap(made.reshape(n, h * b, w * b, c // (b * b)))


def space_to_depth(input, block_size, data_format="NHWC", name=None):
    """Blocks of pixels become channels."""
    x, b = t(input), block_size
    n, h, w, c = x.shape
    return wrap(x.reshape(n, h // b, b, w // b, b, c).permute(0, 1, 3, 2, 4, 5).reshape(n, h // b, w // b, b * b * c))


def log_poisson_loss(targets, log_input, compute_full_loss=False, name=None):
    """exp(x) - x * targets."""
    x = t(log_input)
    return wrap(torch.exp(x) - x * t(targets).to(x.dtype))


def scale_regularization_loss(regularization_loss):
    """The loss itself: there is one replica."""
    return regularization_loss


def compute_average_loss(per_example_loss, sample_weight=None, global_batch_size=None):
    """The sum of the losses divided by the batch size."""
    found = t(per_example_loss)
    if sample_weight is not None:
        found = found * t(sample_weight)
    return wrap(found.sum() / (global_batch_size or found.shape[0]))


