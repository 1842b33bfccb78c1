"""Convolutions and pooling of keras.ops, in one, two and three dimensions, with TensorFlow's paddings and layouts."""

import torch

import torch.nn.functional as F

from keras.src.backend import config, placing, unwrap, wrap
from keras.src.ops.symbolic import op, symbolic

_CONV = {1: F.conv1d, 2: F.conv2d, 3: F.conv3d}
_TRANSPOSED = {1: F.conv_transpose1d, 2: F.conv_transpose2d, 3: F.conv_transpose3d}


def tuple_of(value, rank):
    """A number for each spatial dimension."""
    return (value,) * rank if isinstance(value, int) else tuple(value)


def first(tensor):
    """Channels last to channels first."""
    return tensor.movedim(-1, 1)


def last(tensor):
    """Channels first to channels last."""
    return tensor.movedim(1, -1)


def same_padding(size, kernel, stride, dilation=1):
    """What TensorFlow adds before and after for 'same': the odd one at the end."""
    total = max((-(-size // stride) - 1) * stride + (kernel - 1) * dilation + 1 - size, 0)
    return total // 2, total - total // 2


def _padded(x, kernel, strides, dilation, value=0.0):
    """x (channels first) with what 'same' adds; also the pairs, first dimension first."""
    pairs = [same_padding(s, k, t, d) for s, k, t, d in zip(x.shape[2:], kernel, strides, dilation)]
    if any(a or b for a, b in pairs):
        x = F.pad(x, [size for pair in reversed(pairs) for size in pair], value=value)
    return x, pairs


def output_sizes(sizes, kernel, strides, padding, dilation):
    """Spatial sizes after a convolution or pooling; None stays."""
    made = []
    for size, k, stride, d in zip(sizes, kernel, strides, dilation):
        if size is None:
            made.append(None)
        elif padding == "valid":
            made.append((size - (k - 1) * d - 1) // stride + 1)
        else:
            made.append(-(-size // stride))
    return made


def _spatial(shape, data_format):
    return shape[1:-1] if data_format == "channels_last" else shape[2:]


def _whole(batch, channels, sizes, data_format):
    return (batch, *sizes, channels) if data_format == "channels_last" else (batch, channels, *sizes)


def _conv_spec(inputs, kernel, strides=1, padding="valid", data_format=None, dilation_rate=1):
    data_format = config.standardize_data_format(data_format)
    sizes = _spatial(inputs.shape, data_format)
    rank = len(sizes)
    made = output_sizes(sizes, kernel.shape[:rank], tuple_of(strides, rank), padding, tuple_of(dilation_rate, rank))
    return symbolic(_whole(inputs.shape[0], kernel.shape[-1], made, data_format), inputs.dtype)


def convolve(x, weight, strides, padding, dilation, groups, bias=None):
    """torch's convolution of a channels-first tensor; 'same' pads as TensorFlow does."""
    rank = x.dim() - 2
    around = 0
    if padding == "same":
        pairs = [same_padding(s, k, t, d) for s, k, t, d in zip(x.shape[2:], weight.shape[2:], strides, dilation)]
        if all(a == b for a, b in pairs):
            around = tuple(a for a, _ in pairs)
        else:
            x = F.pad(x, [size for pair in reversed(pairs) for size in pair])
    elif padding == "causal":
        x = F.pad(x, [dilation[0] * (weight.shape[2] - 1), 0])
    return _CONV[rank](x, weight, bias, strides, around, dilation, groups)


@op(_conv_spec)
def conv(inputs, kernel, strides=1, padding="valid", data_format=None, dilation_rate=1):
    """The convolution of (batch, …, channels) with a kernel (…, channels / groups, filters)."""
    data_format = config.standardize_data_format(data_format)
    x, k = unwrap(inputs), unwrap(kernel)
    rank = x.dim() - 2
    x = first(x) if data_format == "channels_last" else x
    weight = k.permute(rank + 1, rank, *range(rank))
    if x.shape[1] % weight.shape[1]:
        raise ValueError(
            f"The number of input channels must be evenly divisible by kernel's in_channels. Received input channels {x.shape[1]} and "
            f"kernel in_channels {weight.shape[1]}. "
        )
    made = convolve(x, weight, tuple_of(strides, rank), padding.lower(), tuple_of(dilation_rate, rank), x.shape[1] // weight.shape[1])
    return wrap(last(made) if data_format == "channels_last" else made)


def _depthwise_spec(inputs, kernel, strides=1, padding="valid", data_format=None, dilation_rate=1):
    data_format = config.standardize_data_format(data_format)
    sizes = _spatial(inputs.shape, data_format)
    rank = len(sizes)
    made = output_sizes(sizes, kernel.shape[:rank], tuple_of(strides, rank), padding, tuple_of(dilation_rate, rank))
    return symbolic(_whole(inputs.shape[0], kernel.shape[-2] * kernel.shape[-1], made, data_format), inputs.dtype)


@op(_depthwise_spec)
def depthwise_conv(inputs, kernel, strides=1, padding="valid", data_format=None, dilation_rate=1):
    """Each channel convolved on its own; kernel (…, channels, multiplier)."""
    data_format = config.standardize_data_format(data_format)
    x, k = unwrap(inputs), unwrap(kernel)
    rank = x.dim() - 2
    x = first(x) if data_format == "channels_last" else x
    channels = k.shape[-2]
    weight = k.permute(rank, rank + 1, *range(rank)).reshape(channels * k.shape[-1], 1, *k.shape[:rank])
    made = convolve(x, weight, tuple_of(strides, rank), padding.lower(), tuple_of(dilation_rate, rank), channels)
    return wrap(last(made) if data_format == "channels_last" else made)


def separable_conv(inputs, depthwise_kernel, pointwise_kernel, strides=1, padding="valid", data_format=None, dilation_rate=1):
    """A depthwise convolution, then one of size 1."""
    made = depthwise_conv(inputs, depthwise_kernel, strides, padding, data_format, dilation_rate)
    return conv(made, pointwise_kernel, strides=1, padding="valid", data_format=data_format)


def transposed_sizes(sizes, kernel, strides, padding, output_padding, dilation):
    """Spatial sizes after a transposed convolution; None stays."""
    made = []
    for i, (size, k, stride, d) in enumerate(zip(sizes, kernel, strides, dilation)):
        more = None if output_padding is None else output_padding if isinstance(output_padding, int) else output_padding[i]
        k = (k - 1) * d + 1
        if size is None:
            made.append(None)
        elif more is None:
            made.append(size * stride + max(k - stride, 0) if padding == "valid" else size * stride)
        else:
            made.append((size - 1) * stride + k - (2 * (k // 2) if padding == "same" else 0) + more)
    return made


def _transpose_spec(inputs, kernel, strides=1, padding="valid", output_padding=None, data_format=None, dilation_rate=1):
    data_format = config.standardize_data_format(data_format)
    sizes = _spatial(inputs.shape, data_format)
    rank = len(sizes)
    made = transposed_sizes(sizes, kernel.shape[:rank], tuple_of(strides, rank), padding, output_padding, tuple_of(dilation_rate, rank))
    return symbolic(_whole(inputs.shape[0], kernel.shape[-2], made, data_format), inputs.dtype)


@op(_transpose_spec)
def conv_transpose(inputs, kernel, strides=1, padding="valid", output_padding=None, data_format=None, dilation_rate=1):
    """The gradient of a convolution as a layer of its own; kernel (…, filters, channels)."""
    data_format = config.standardize_data_format(data_format)
    x, k = unwrap(inputs), unwrap(kernel)
    rank = x.dim() - 2
    x = first(x) if data_format == "channels_last" else x
    strides, dilation, padding = tuple_of(strides, rank), tuple_of(dilation_rate, rank), padding.lower()
    wanted = transposed_sizes(x.shape[2:], k.shape[:rank], strides, padding, output_padding, dilation)
    whole = _TRANSPOSED[rank](x, k.permute(rank + 1, rank, *range(rank)), None, strides, 0, 0, 1, dilation)
    for axis, size in enumerate(wanted, 2):
        total = max(whole.shape[axis] - size, 0)
        before = total // 2 if padding == "same" else 0
        if whole.shape[axis] < size:
            shape = list(whole.shape)
            shape[axis] = size - whole.shape[axis]
            whole = torch.cat([whole, placing.zeros(shape, dtype=whole.dtype)], axis)
        elif whole.shape[axis] != size:
            whole = whole.narrow(axis, before, size)
    return wrap(last(whole) if data_format == "channels_last" else whole)


def _pool_spec(inputs, pool_size, strides=None, padding="valid", data_format=None):
    data_format = config.standardize_data_format(data_format)
    sizes = _spatial(inputs.shape, data_format)
    rank = len(sizes)
    pool = tuple_of(pool_size, rank)
    made = output_sizes(sizes, pool, pool if strides is None else tuple_of(strides, rank), padding, (1,) * rank)
    channels = inputs.shape[-1] if data_format == "channels_last" else inputs.shape[1]
    return symbolic(_whole(inputs.shape[0], channels, made, data_format), inputs.dtype)


_MAX = {1: F.max_pool1d, 2: F.max_pool2d, 3: F.max_pool3d}
_MEAN = {1: F.avg_pool1d, 2: F.avg_pool2d, 3: F.avg_pool3d}


def _pool(inputs, pool_size, strides, data_format, same, compute):
    data_format = config.standardize_data_format(data_format)
    x = unwrap(inputs)
    rank = x.dim() - 2
    x = first(x) if data_format == "channels_last" else x
    pool = tuple_of(pool_size, rank)
    strides = pool if strides is None else tuple_of(strides, rank)
    if not same and any(size < window for size, window in zip(x.shape[2:], pool)):
        sizes = [max(0, (size - window) // stride + 1) for size, window, stride in zip(x.shape[2:], pool, strides)]
        made = x.new_zeros((*x.shape[:2], *sizes))
    else:
        made = compute(x, rank, pool, strides)
    return wrap(last(made) if data_format == "channels_last" else made)


@op(_pool_spec, tensors=("inputs",))
def max_pool(inputs, pool_size, strides=None, padding="valid", data_format=None):
    """The largest value of each window."""

    def compute(x, rank, pool, strides):
        if padding.lower() == "same":
            x, _ = _padded(x, pool, strides, (1,) * rank, float("-inf"))
        return _MAX[rank](x, pool, strides)

    return _pool(inputs, pool_size, strides, data_format, padding.lower() == "same", compute)


@op(_pool_spec, tensors=("inputs",))
def average_pool(inputs, pool_size, strides=None, padding="valid", data_format=None):
    """The mean of each window; what 'same' adds at the borders does not count."""

    def compute(x, rank, pool, strides):
        if padding.lower() != "same":
            return _MEAN[rank](x, pool, strides)
        wide, pairs = _padded(x, pool, strides, (1,) * rank)
        made = _MEAN[rank](wide, pool, strides)
        if any(a or b for a, b in pairs):
            inside, _ = _padded(placing.ones((1, 1, *x.shape[2:]), dtype=x.dtype), pool, strides, (1,) * rank)
            made = made / _MEAN[rank](inside, pool, strides)
        return made

    return _pool(inputs, pool_size, strides, data_format, padding.lower() == "same", compute)


__all__ = ["average_pool", "conv", "conv_transpose", "depthwise_conv", "max_pool", "separable_conv"]
