"""Pooling of volumes [N, C, D, H, W], composed of slices: the engine has windows in two dimensions."""

import itertools
import math

import torch

from ._common import named
from .padding import pad
from .pooling import _batched, _powers, _ranges, _targets, _window
from .convolution import _tuple


def _pooled_length(length, kernel, stride, padding, dilation, ceil):
    reach = length + 2 * padding - dilation * (kernel - 1) - 1
    count = (-(-reach // stride) if ceil else reach // stride) + 1
    if ceil and (count - 1) * stride >= length + padding:
        count -= 1  # the last window would start in the padding
    return count


def _windows(volume, kernel, stride, padding, dilation, ceil, value):
    """The volume's window elements, one slice for each place in the window, and those places."""
    sizes = [_pooled_length(volume.size(d + 2), kernel[d], stride[d], padding[d], dilation[d], ceil) for d in range(3)]
    if min(sizes) < 1:
        raise RuntimeError(f'Given input size: ({"x".join(map(str, volume.shape[1:]))}). Calculated output size: '
                           f'({volume.size(1)}x{"x".join(map(str, sizes))}). Output size is too small')
    margins = []
    for d in (2, 1, 0):
        need = (sizes[d] - 1) * stride[d] + dilation[d] * (kernel[d] - 1) + 1
        margins += [padding[d], max(padding[d], need - volume.size(d + 2) - padding[d])]
    padded = pad(volume, margins, value=value) if any(margins) else volume
    places = list(itertools.product(*(range(size) for size in kernel)))
    slices = []
    for place in places:
        starts = [place[d] * dilation[d] for d in range(3)]
        z, y, x = (slice(starts[d], starts[d] + (sizes[d] - 1) * stride[d] + 1, stride[d]) for d in range(3))
        slices.append(padded[:, :, z, y, x])
    return slices, places, sizes


def max_pool3d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False,
                            return_indices=True):
    """Largest elements of the windows and their flat positions in the volume."""
    volume, alone = _batched('max_pool3d', input, 3)
    kernel, stride, padding, dilation = _window(kernel_size, stride, padding, dilation, 3)
    slices, places, sizes = _windows(volume, kernel, stride, padding, dilation, ceil_mode, -math.inf)
    values, chosen = torch.stack(slices).max(0)
    offsets = torch.tensor(places, device=input.device)[chosen]
    flat = 0
    for d, length in enumerate(volume.shape[2:]):
        first = torch.arange(sizes[d], device=input.device) * stride[d] - padding[d]
        at = first.view([-1 if k == d else 1 for k in range(3)]) + offsets[..., d] * dilation[d]
        flat = flat * length + at
    out = named(values, 'MaxPool3DWithIndicesBackward0')
    return (out.squeeze(0), flat.squeeze(0)) if alone else (out, flat)


def max_pool3d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """The largest element of each window: [N, C, D, H, W] → [N, C, D', H', W']."""
    both = max_pool3d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode)
    return both if return_indices else both[0]


def max_unpool3d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    """Values put back to the positions that max_pool3d gave; everything else is 0."""
    kernel, stride, padding, _ = _window(kernel_size, stride, padding, 1, 3)
    sizes = (list(output_size[-3:]) if output_size is not None else
             [(input.size(d - 3) - 1) * stride[d] - 2 * padding[d] + kernel[d] for d in range(3)])
    flat = input.new_zeros(*input.shape[:-3], math.prod(sizes))
    out = flat.scatter(-1, indices.flatten(-3), input.flatten(-3)).view(*input.shape[:-3], *sizes)
    return named(out, 'MaxUnpool3DBackward0')


def avg_pool3d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True,
               divisor_override=None):
    """The mean of each window: [N, C, D, H, W] → [N, C, D', H', W']."""
    volume, alone = _batched('avg_pool3d', input, 3)
    kernel, stride, padding, _ = _window(kernel_size, stride, padding, 1, 3)
    slices, _, sizes = _windows(volume, kernel, stride, padding, (1, 1, 1), ceil_mode, 0.0)
    total = torch.stack(slices).sum(0)
    divisor = divisor_override
    if divisor is None:
        divisor = torch.ones(sizes, dtype=volume.dtype, device=volume.device)
        for d, length in enumerate(volume.shape[2:]):
            starts = [i * stride[d] - padding[d] for i in range(sizes[d])]
            ends = [min(start + kernel[d], length + padding[d]) for start in starts]
            if not count_include_pad:
                starts, ends = [max(start, 0) for start in starts], [min(end, length) for end in ends]
            counts = torch.tensor([end - start for start, end in zip(starts, ends)], dtype=volume.dtype, device=volume.device)
            divisor = divisor * counts.view([-1 if k == d else 1 for k in range(3)])
    out = named(total / divisor, 'AvgPool3DBackward0')
    return out.squeeze(0) if alone else out


def lp_pool3d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """(Σ xᵖ)^(1/p) of each window of [N, C, D, H, W]."""
    pooled = avg_pool3d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode)
    return _powers(norm_type, pooled, math.prod(_tuple(kernel_size, 3)))


def adaptive_max_pool3d_with_indices(input, output_size, return_indices=True):
    """Largest elements of adaptive windows and their flat positions in the volume."""
    targets = _targets(input, output_size, 3)
    frames, rows, columns = input.shape[-3:]
    values, indices = [], []
    for (z, far), (top, bottom), (left, right) in itertools.product(
            *(_ranges(length, pieces) for length, pieces in zip(input.shape[-3:], targets))):
        value, at = input[..., z:far, top:bottom, left:right].flatten(-3).max(-1)
        height, width = bottom - top, right - left
        depth_at, rest = at // (height * width), at % (height * width)
        values.append(value)
        indices.append(((depth_at + z) * rows + rest // width + top) * columns + rest % width + left)
    shape = (*input.shape[:-3], *targets)
    out = named(torch.stack(values, -1).view(shape), 'AdaptiveMaxPool3DBackward0')
    return out, torch.stack(indices, -1).view(shape)


def adaptive_max_pool3d(input, output_size, return_indices=False):
    """[N, C, D, H, W] → [N, C, *output_size]."""
    both = adaptive_max_pool3d_with_indices(input, output_size)
    return both if return_indices else both[0]
