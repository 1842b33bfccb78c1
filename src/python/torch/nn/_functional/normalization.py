"""Normalisation: over batches, layers, groups, instances and neighbouring channels."""

import bridge
import torch

from ._common import handle_or_zero, refuse_whole, wrap, wrap_all
from .padding import pad
from .pooling import avg_pool2d
from .pooling3d import avg_pool3d


def _require_several(sizes):
    values = sizes[0]
    for size in sizes[2:]:
        values *= size
    if values == 1:
        raise ValueError(f'Expected more than 1 value per channel when training, got input size {sizes}')


def batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-5):
    """(x - mean) / √(var + eps) · weight + bias for each channel (dimension 1): Ioffe & Szegedy 2015.

    While training, mean and var are the batch's and the running ones move towards them by `momentum` (the running
    variance towards the unbiased one); otherwise the running ones are used.
    """
    handle, scale, shift = input._handle, handle_or_zero(weight), handle_or_zero(bias)
    refuse_whole('batch_norm', input)
    if not training:
        for name, given in (('running_mean', running_mean), ('running_var', running_var)):
            if given is None:
                raise RuntimeError(f'{name} must be defined in evaluation mode')
        _check_channels(input, running_mean, 'running_mean')
        return wrap(bridge.batch_norm_eval(handle, scale, shift, running_mean._handle, running_var._handle, eps))
    _require_several(input.shape)
    for name, tensor in (('running_mean', running_mean), ('weight', weight)):
        if tensor is not None:
            _check_channels(input, tensor, name)
    out, mean, var = wrap_all(bridge.batch_norm_train(handle, scale, shift, eps), 3)
    if running_mean is not None:
        count = bridge.numel(handle) // mean.numel()
        with torch.no_grad():
            running_mean.mul_(1 - momentum).add_(mean, alpha=momentum)
            running_var.mul_(1 - momentum).add_(var, alpha=momentum * count / (count - 1))
    return out


def _check_channels(input, tensor, name):
    channels = input.shape[1]
    if tensor.numel() != channels:
        raise RuntimeError(f'{name} should contain {channels} elements not {tensor.numel()}')


def instance_norm(input, running_mean=None, running_var=None, weight=None, bias=None, use_input_stats=True,
                  momentum=0.1, eps=1e-5):
    """batch_norm in which every sample is a batch of its own: Ulyanov et al. 2017."""
    batch, channels = input.shape[:2]
    if use_input_stats:
        values = 1
        for size in input.shape[2:]:
            values *= size
        if values == 1:
            raise ValueError('Expected more than 1 spatial element when training, got input size '
                             f'{input.size()}')
    flat = input.reshape(1, batch * channels, *input.shape[2:])

    def each(tensor):
        return None if tensor is None else tensor.repeat(batch)

    mean, var = each(running_mean), each(running_var)
    out = batch_norm(flat, mean, var, each(weight), each(bias), use_input_stats, momentum, eps)
    if running_mean is not None and use_input_stats:
        with torch.no_grad():
            running_mean.copy_(mean.view(batch, channels).mean(0))
            running_var.copy_(var.view(batch, channels).mean(0))
    return out.view(input.shape)


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5):
    """(x - mean) / √(var + eps) · weight + bias over the last dimensions: Ba et al. 2016."""
    shape = input.shape
    count = len(normalized_shape)
    if shape[len(shape) - count:] != tuple(normalized_shape) or len(shape) < count:
        raise RuntimeError(f'Given normalized_shape={list(normalized_shape)}, expected input with shape '
                           f'[*, {", ".join(str(size) for size in normalized_shape)}], but got input of size'
                           f'{list(shape)}')
    refuse_whole('LayerNormKernelImpl', input)
    return wrap(bridge.layer_norm(input._handle, 0 if weight is None else weight._handle,
                                  0 if bias is None else bias._handle, count, eps))


def rms_norm(input, normalized_shape, weight=None, eps=None):
    """x / √(mean(x²) + eps) · weight over the last dimensions: Zhang & Sennrich 2019."""
    dims = tuple(range(-len(normalized_shape), 0))
    if eps is None:
        eps = torch.finfo(input.dtype).eps
    out = input * torch.rsqrt(input.pow(2).mean(dims, keepdim=True) + eps)
    return out if weight is None else out * weight


def group_norm(input, num_groups, weight=None, bias=None, eps=1e-5):
    """(x - mean) / √(var + eps) over groups of channels of one sample: Wu & He 2018."""
    if input.dim() < 2:
        raise RuntimeError(f'Expected at least 2 dimensions for input tensor but received {input.dim()}')
    channels = input.size(1)
    _require_several([input.size(0) * channels // num_groups, num_groups, *input.shape[2:]])
    if channels % num_groups != 0:
        raise RuntimeError('Expected number of channels in input to be divisible by num_groups, but got input of shape '
                           f'{list(input.shape)} and num_groups={num_groups}')
    for name, each in (('weight', weight), ('bias', bias)):
        if each is not None and tuple(each.shape) != (channels,):
            raise RuntimeError(f'Expected {name} to be a vector of size equal to the number of channels in input, but got '
                               f'{name} of shape {list(each.shape)} and input of shape {list(input.shape)}')
    return wrap(bridge.group_norm(input._handle, handle_or_zero(weight), handle_or_zero(bias), num_groups, eps))


def local_response_norm(input, size, alpha=1e-4, beta=0.75, k=1.0):
    """x / (k + α · mean of x² over `size` neighbouring channels)^β: Krizhevsky et al. 2012."""
    if input.dim() < 3:
        raise ValueError('Expected 3D or higher dimensionality                          input (got '
                         f'{input.dim()} dimensions)')
    squares = input.mul(input)
    if input.dim() == 3:
        padded = pad(squares.unsqueeze(1), (0, 0, size // 2, (size - 1) // 2))
        mean = avg_pool2d(padded, (size, 1), stride=1).squeeze(1)
    else:
        sizes = input.shape
        volume = squares.reshape(sizes[0], 1, sizes[1], sizes[2], -1)
        padded = pad(volume, (0, 0, 0, 0, size // 2, (size - 1) // 2))
        mean = avg_pool3d(padded, (size, 1, 1), stride=1).squeeze(1).reshape(sizes)
    return input / mean.mul(alpha).add(k).pow(beta)
