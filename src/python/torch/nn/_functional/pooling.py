"""Pooling of lines and images (volumes: pooling3d.py). The engine has windows in two dimensions and adaptive windows come from them; the rest is composed."""

import math

import bridge
import torch

from ._common import named, wrap, wrap_all
from .convolution import _tuple


def _window(kernel_size, stride, padding, dilation, count):
    kernel = _tuple(kernel_size, count)
    if 0 in kernel or stride is not None and 0 in _tuple(stride, count):
        raise RuntimeError('stride should not be zero')
    stride = kernel if stride is None or stride == () or stride == [] else _tuple(stride, count)
    return kernel, stride, _tuple(padding, count), _tuple(dilation, count)


def _dimensions_text(name, input):
    return (f"Expected 2 to 3 dimensions, but got {input.dim()}-dimensional tensor for argument #1 'self' (while checking "
            f'arguments for {name})')


def _batched(name, input, count):
    """The input with a batch dimension, and whether it had none."""
    if input.dim() not in (count + 1, count + 2):
        if name == 'avg_pool1d':
            raise RuntimeError(_dimensions_text(name, input))
        if name == 'max_pool2d':
            raise RuntimeError('non-empty 3D or 4D (batch mode) tensor expected for input')
        raise RuntimeError(f'{name}: Expected {count + 1}D or {count + 2}D (batch mode) tensor with optional 0 dim batch '
                           f"size for input, but got:{' ' if count > 1 else ''}{list(input.shape)}")
    alone = input.dim() == count + 1
    return (input.unsqueeze(0) if alone else input), alone


# ------------------------------------------------------------------ maxima


def max_pool2d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False,
                            return_indices=True):
    """Largest elements of the windows of [N, C, H, W] and their flat positions in the plane."""
    images, alone = _batched('max_pool2d', input, 2)
    if isinstance(kernel_size, (tuple, list)) and len(kernel_size) not in (1, 2):
        raise RuntimeError('max_pool2d: kernel_size must either be a single int, or a tuple of two ints')
    kernel, stride, padding, dilation = _window(kernel_size, stride, padding, dilation, 2)
    values, indices = wrap_all(bridge.max_pool2d(images._handle, ceil_mode, *kernel, *stride, *padding, *dilation), 2)
    if alone:
        return named(values.squeeze(0), 'MaxPool2DWithIndicesBackward0'), indices.squeeze(0)
    return values, indices


def max_pool2d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """The largest element of each window: [N, C, H, W] → [N, C, H', W']."""
    both = max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode)
    return both if return_indices else both[0]


def max_pool1d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False,
                            return_indices=True):
    """Largest elements of the windows of [N, C, L] and their positions."""
    lines, alone = _batched('max_pool1d', input, 1)
    (size,), (step,), (edge,), (gap,) = _window(kernel_size, stride, padding, dilation, 1)
    if edge * 2 > size:
        raise RuntimeError(f'max_pool1d() padding should be at most half of kernel size, but got padding={edge} and '
                           f'kernel_size={size}')
    rows = lines.unsqueeze(2)
    values, indices = wrap_all(bridge.max_pool2d(rows._handle, ceil_mode, 1, size, 1, step, 0, edge, 1, gap), 2)
    values, indices = values.squeeze(2), indices.squeeze(2)
    return (values.squeeze(0), indices.squeeze(0)) if alone else (values, indices)


def max_pool1d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """The largest element of each window: [N, C, L] → [N, C, L']."""
    both = max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode)
    return both if return_indices else both[0]


def max_unpool2d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    """Values put back to the positions that max_pool2d gave; everything else is 0."""
    kernel, stride, padding, _ = _window(kernel_size, stride, padding, 1, 2)
    height, width = (output_size[-2:] if output_size is not None else
                     [(input.size(d - 2) - 1) * stride[d] - 2 * padding[d] + kernel[d] for d in range(2)])
    if indices.numel() and indices.is_cpu and int(indices.max()) >= height * width:
        raise RuntimeError(f'Found an invalid max index: {int(indices.max())} (output volumes are of size {height}x{width}')
    flat = input.new_zeros(*input.shape[:-2], height * width)
    out = flat.scatter(-1, indices.flatten(-2), input.flatten(-2)).view(*input.shape[:-2], height, width)
    return named(out, 'MaxUnpool2DBackward0')


def max_unpool1d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    """Values put back to the positions that max_pool1d gave; everything else is 0."""
    (size,), (step,), (edge,), _ = _window(kernel_size, stride, padding, 1, 1)
    length = output_size[-1] if output_size is not None else (input.size(-1) - 1) * step - 2 * edge + size
    return input.new_zeros(*input.shape[:-1], length).scatter(-1, indices, input)


# ------------------------------------------------------------------ averages


def avg_pool2d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True,
               divisor_override=None):
    """The mean of each window: [N, C, H, W] → [N, C, H', W']."""
    if divisor_override == 0:
        raise RuntimeError('divisor must be not zero')
    images, alone = _batched('avg_pool2d', input, 2)
    kernel, stride, padding, _ = _window(kernel_size, stride, padding, 1, 2)
    out = wrap(bridge.avg_pool2d(images._handle, ceil_mode, count_include_pad, divisor_override or 0, *kernel, *stride,
                                 *padding, 1, 1))
    return named(out.squeeze(0), 'AvgPool2DBackward0') if alone else out


def avg_pool1d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True):
    """The mean of each window: [N, C, L] → [N, C, L']."""
    lines, alone = _batched('avg_pool1d', input, 1)
    (size,), (step,), (edge,), _ = _window(kernel_size, stride, padding, 1, 1)
    rows = lines.unsqueeze(2)
    out = wrap(bridge.avg_pool2d(rows._handle, ceil_mode, count_include_pad, 0, 1, size, 1, step, 0, edge, 1, 1)).squeeze(2)
    return out.squeeze(0) if alone else out


def _powers(norm_type, pooled, window):
    out = pooled * window
    return (torch.sign(out) * torch.relu(torch.abs(out))).pow(1.0 / norm_type)


def lp_pool1d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """(Σ xᵖ)^(1/p) of each window of [N, C, L]."""
    pooled = avg_pool1d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode)
    return _powers(norm_type, pooled, _tuple(kernel_size, 1)[0])


def lp_pool2d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """(Σ xᵖ)^(1/p) of each window of [N, C, H, W]."""
    pooled = avg_pool2d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode)
    return _powers(norm_type, pooled, math.prod(_tuple(kernel_size, 2)))


# ------------------------------------------------------------------ windows that fit a given output size


def _targets(input, output_size, count, name=None):
    if name is not None and 1 < count >= input.dim() and not isinstance(output_size, int):
        raise ValueError(f'Input dimension should be at least {count + 1}')
    if name is not None and input.dim() not in (count + 1, count + 2):
        if count == 1:
            raise RuntimeError(_dimensions_text(name, input))
        raise RuntimeError(f"{name}(): Expected {count + 1}D or {count + 2}D tensor, but got{':' if 'max' in name else ''} "
                           f'{list(input.shape)}')
    sizes = _tuple(output_size, count)
    return [input.size(d - count) if size is None else size for d, size in enumerate(sizes)]


def _ranges(length, pieces):
    """Start and end of each window: ⌊i·L/n⌋ to ⌈(i+1)·L/n⌉."""
    return [(i * length // pieces, -(-(i + 1) * length // pieces)) for i in range(pieces)]


def _adaptive_average(input, output_size, count):
    """Averages along each dimension: a plain window where sizes divide, else a product with a matrix of shares."""
    sizes = _targets(input, output_size, count)
    out = input
    for d, size in enumerate(sizes):
        dim = d - count
        length = input.size(dim)
        if size == length:
            continue
        rows = [[0.0] * length for _ in range(size)]
        for row, (start, end) in zip(rows, _ranges(length, size)):
            row[start:end] = [1.0 / (end - start)] * (end - start)
        matrix = torch.tensor(rows, dtype=input.dtype, device=input.device)
        out = torch.matmul(out.transpose(dim, -1), matrix.t()).transpose(dim, -1)
    return out


def adaptive_avg_pool1d(input, output_size):
    """[N, C, L] → [N, C, output_size]."""
    (size,) = _targets(input, output_size, 1, 'adaptive_avg_pool1d')
    if size and input.size(-1) % size == 0:
        return avg_pool1d(input, input.size(-1) // size)
    return named(_adaptive_average(input, output_size, 1), 'SqueezeBackward1')


def adaptive_avg_pool2d(input, output_size):
    """[N, C, H, W] → [N, C, *output_size]; None keeps a size."""
    height, width = _targets(input, output_size, 2, 'adaptive_avg_pool2d')
    if height == width == 1:
        return input.mean((-1, -2), keepdim=True)
    rows, columns = input.shape[-2:]
    if height and width and rows % height == 0 and columns % width == 0:
        out = avg_pool2d(input, (rows // height, columns // width))
    else:
        out = _adaptive_average(input, output_size, 2).contiguous()
    return named(out, 'AdaptiveAvgPool2DBackward0')


def adaptive_avg_pool3d(input, output_size):
    """[N, C, D, H, W] → [N, C, *output_size]."""
    return named(_adaptive_average(input, output_size, 3).contiguous(), 'AdaptiveAvgPool3DBackward0')


def adaptive_max_pool2d_with_indices(input, output_size, return_indices=True):
    """Largest elements of adaptive windows and their flat positions in the plane."""
    height, width = _targets(input, output_size, 2, 'adaptive_max_pool2d')
    rows, columns = input.shape[-2:]
    if rows % height == 0 and columns % width == 0:
        values, indices = max_pool2d_with_indices(input, (rows // height, columns // width))
        return named(values, 'AdaptiveMaxPool2DBackward0'), indices
    values, indices = [], []
    for top, bottom in _ranges(rows, height):
        for left, right in _ranges(columns, width):
            block = input[..., top:bottom, left:right].flatten(-2)
            value, at = block.max(-1)
            span = right - left
            values.append(value)
            indices.append((at // span + top) * columns + at % span + left)
    shape = (*input.shape[:-2], height, width)
    out = named(torch.stack(values, -1).view(shape), 'AdaptiveMaxPool2DBackward0')
    return out, torch.stack(indices, -1).view(shape)


def adaptive_max_pool2d(input, output_size, return_indices=False):
    """[N, C, H, W] → [N, C, *output_size]."""
    both = adaptive_max_pool2d_with_indices(input, output_size)
    return both if return_indices else both[0]


def adaptive_max_pool1d_with_indices(input, output_size, return_indices=True):
    """Largest elements of adaptive windows and their positions."""
    (size,) = _targets(input, output_size, 1, 'adaptive_max_pool1d')
    values, indices = adaptive_max_pool2d_with_indices(input.unsqueeze(-2), (1, size))
    return values.squeeze(-2), indices.squeeze(-2)


def adaptive_max_pool1d(input, output_size, return_indices=False):
    """[N, C, L] → [N, C, output_size]."""
    both = adaptive_max_pool1d_with_indices(input, output_size)
    return both if return_indices else both[0]
