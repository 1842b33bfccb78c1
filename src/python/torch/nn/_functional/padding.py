"""`pad` in all modes, pixel shuffles and upsampling."""

import math
import warnings

import bridge
import torch

from ._common import named, number_kind, plain_number, refuse, wrap


def pad(input, pad, mode='constant', value=None):
    """Widens (or, with negative amounts, cuts) an input.

    `pad` has two amounts for each dimension, the last dimension first: (left, right, top, bottom, …). Modes: constant,
    reflect, replicate, circular.
    """
    if len(pad) % 2 != 0:
        raise RuntimeError('Padding length must be divisible by 2')
    if mode == 'constant':
        value = 0.0 if value is None else plain_number(value)
        try:
            return wrap(bridge.pad_constant(input._handle, value, number_kind(value), *pad))
        except AttributeError:
            refuse('pad', input=input)
    if value is not None and value != 0:
        raise ValueError(f'Padding mode "{mode}" doesn\'t take in value argument')
    if mode not in _POSITIONS:
        raise NotImplementedError(f'Unrecognised padding mode {mode}')
    count = len(pad) // 2
    if input.dim() not in (count + 1, count + 2):
        raise NotImplementedError('Only 2D, 3D, 4D, 5D padding with non-constant padding are supported for now')
    out = input
    for i in range(count):
        before, after = pad[2 * i], pad[2 * i + 1]
        dim = input.dim() - 1 - i
        index = _POSITIONS[mode](input, dim, before, after)
        out = out.index_select(dim, torch.tensor(index, device=input.device))
    word = {'reflect': f'ReflectionPad{count}DBackward0', 'replicate': f'ReplicationPad{count}DBackward0'}
    return named(out, word.get(mode, 'CopySlices'))


def _reflected(input, dim, before, after):
    size = input.size(dim)
    if before >= size or after >= size:
        raise RuntimeError('Argument #4: Padding size should be less than the corresponding input dimension, but got: '
                           f'padding ({before}, {after}) at dimension {dim} of input {list(input.shape)}')
    return [abs(i) if i < size else 2 * (size - 1) - i for i in range(-before, size + after)]


def _replicated(input, dim, before, after):
    size = input.size(dim)
    return [min(max(i, 0), size - 1) for i in range(-before, size + after)]


def _circular(input, dim, before, after):
    size = input.size(dim)
    if before > size or after > size:
        raise RuntimeError('Padding value causes wrapping around more than once.')
    return [i % size for i in range(-before, size + after)]


_POSITIONS = {'reflect': _reflected, 'replicate': _replicated, 'circular': _circular}

# ------------------------------------------------------------------ channels and space


def pixel_shuffle(input, upscale_factor):
    """[*, C·r², H, W] → [*, C, H·r, W·r]: Shi et al. 2016."""
    r = upscale_factor
    *batch, channels, height, width = input.shape
    if channels % (r * r) != 0:
        raise RuntimeError("pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of "
                           f'upscale_factor, but input.size(-3)={channels} is not divisible by {r * r}')
    n = len(batch)
    split = input.reshape(*batch, channels // (r * r), r, r, height, width)
    order = [*range(n + 1), n + 3, n + 1, n + 4, n + 2]
    out = split.permute(order).reshape(*batch, channels // (r * r), height * r, width * r)
    return named(out, 'PixelShuffleBackward0')


def pixel_unshuffle(input, downscale_factor):
    """[*, C, H·r, W·r] → [*, C·r², H, W]."""
    r = downscale_factor
    *batch, channels, height, width = input.shape
    for name, size in (('height', height), ('width', width)):
        if size % r != 0:
            raise RuntimeError(f'pixel_unshuffle expects {name} to be divisible by downscale_factor, but input.size('
                               f'{-2 if name == "height" else -1})={size} is not divisible by {r}')
    n = len(batch)
    split = input.reshape(*batch, channels, height // r, r, width // r, r)
    order = [*range(n + 1), n + 2, n + 4, n + 1, n + 3]
    out = split.permute(order).reshape(*batch, channels * r * r, height // r, width // r)
    return named(out, 'PixelUnshuffleBackward0')


def channel_shuffle(input, groups):
    """Channels seen as groups × C/groups and transposed: Zhang et al. 2017."""
    batch, channels = input.shape[:2]
    if channels % groups != 0:
        raise RuntimeError('Number of channels must be divisible by groups. Got '
                           f'{channels} channels and {groups} groups.')
    split = input.reshape(batch, groups, channels // groups, *input.shape[2:])
    return split.transpose(1, 2).reshape(input.shape)


native_channel_shuffle = channel_shuffle

# ------------------------------------------------------------------ resizing

_LINEAR = {'linear': 1, 'bilinear': 2, 'trilinear': 3}


def interpolate(input, size=None, scale_factor=None, mode='nearest', align_corners=None, recompute_scale_factor=None,
                antialias=False):
    """Resizes the spatial dimensions of [N, C, *] to `size` or by `scale_factor`.

    Modes: nearest, nearest-exact, linear (3D), bilinear and bicubic (4D), trilinear (5D), area. `align_corners` puts the
    centres of the corner elements (rather than the corners themselves) on each other.

    Partly: no antialias=True
    """
    spatial = input.dim() - 2
    if not 1 <= spatial <= 3:
        raise NotImplementedError('Input Error: Only 3D, 4D and 5D input Tensors supported (got '
                                  f'{input.dim()}D) for the modes: nearest | linear | bilinear | bicubic | trilinear | '
                                  f'area | nearest-exact (got {mode})')
    if mode in ('nearest', 'area', 'nearest-exact'):
        if align_corners is not None:
            raise ValueError('align_corners option can only be set with the interpolating modes: '
                             'linear | bilinear | bicubic | trilinear')
    elif align_corners is None:
        align_corners = False
    if size is not None and scale_factor is not None:
        raise ValueError('only one of size or scale_factor should be defined')
    if size is None and scale_factor is None:
        raise ValueError('either size or scale_factor should be defined')
    scales = [None] * spatial
    if size is not None:
        sizes = list(size) if isinstance(size, (tuple, list)) else [size] * spatial
        _check_count('size', sizes, input, spatial)
    else:
        scales = list(scale_factor) if isinstance(scale_factor, (tuple, list)) else [scale_factor] * spatial
        _check_count('scale_factor', scales, input, spatial)
        sizes = [int(math.floor(float(input.size(d + 2)) * scale)) for d, scale in enumerate(scales)]
        if recompute_scale_factor:
            scales = [None] * spatial
    if antialias:
        raise NotImplementedError('interpolate(antialias=True) is not here; without it the same sizes are possible')
    if mode == 'area':
        from . import pooling

        return (pooling.adaptive_avg_pool1d, pooling.adaptive_avg_pool2d, pooling.adaptive_avg_pool3d)[spatial - 1](input, sizes)
    if mode in ('nearest', 'nearest-exact'):
        return _nearest(input, sizes, scales, 0.5 if mode == 'nearest-exact' else 0.0, spatial)
    if mode == 'bicubic' and spatial == 2:
        return _weighted(input, sizes, scales, align_corners, _cubic_taps, 'UpsampleBicubic2DBackward1')
    if _LINEAR.get(mode) == spatial:
        word = {1: 'Linear1D', 2: 'Bilinear2D', 3: 'Trilinear3D'}[spatial]
        return _weighted(input, sizes, scales, align_corners, _linear_taps, f'Upsample{word}Backward1')
    wanted = {'linear': '3D', 'bilinear': '4D', 'bicubic': '4D', 'trilinear': '5D'}.get(mode)
    if wanted is not None and input.dim() in (3, 4, 5):
        raise NotImplementedError(f'Got {input.dim()}D input, but {mode} mode needs {wanted} input')
    raise NotImplementedError('Input Error: Only 3D, 4D and 5D input Tensors supported '
                              f'(got {input.dim()}D) for the modes: nearest | linear | bilinear | bicubic | trilinear | '
                              f'area | nearest-exact (got {mode})')


def _check_count(name, values, input, spatial):
    if len(values) != spatial:
        raise ValueError('Input and output must have the same number of spatial dimensions, but got input with spatial '
                         f'dimensions of {list(input.shape[2:])} and output {name} of {values}. Please provide input tensor '
                         'in (N, C, d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format.')


def _nearest(input, sizes, scales, offset, spatial):
    out = input
    for d, size in enumerate(sizes):
        length = input.size(d + 2)
        step = 1 / scales[d] if scales[d] else length / size
        index = [min(int(math.floor((i + offset) * step)), length - 1) for i in range(size)]
        out = out.index_select(d + 2, torch.tensor(index, device=input.device))
    return named(out, f'UpsampleNearest{spatial}DBackward1')


def _source(i, size, length, scale, align_corners):
    """Where output element i lies in the input."""
    if align_corners:
        return i * (length - 1) / (size - 1) if size > 1 else 0.0
    return (i + 0.5) * (1 / scale if scale else length / size) - 0.5


def _linear_taps(at, length):
    at = max(at, 0.0)
    low = min(int(at), length - 1)
    return [(low, 1 - (at - low)), (min(low + 1, length - 1), at - low)]


def _cubic_taps(at, length):
    low = math.floor(at)
    t = at - low
    a = -0.75

    def near(x):
        return ((a + 2) * x - (a + 3)) * x * x + 1

    def far(x):
        return ((a * x - 5 * a) * x + 8 * a) * x - 4 * a

    weights = (far(t + 1), near(t), near(1 - t), far(2 - t))
    return [(min(max(low - 1 + k, 0), length - 1), weight) for k, weight in enumerate(weights)]


def _weighted(input, sizes, scales, align_corners, taps, name):
    """Interpolation is linear in the input: along each dimension a product with a small matrix of weights."""
    out = input
    for d, size in enumerate(sizes):
        length = input.size(d + 2)
        rows = [[0.0] * length for _ in range(size)]
        for i, row in enumerate(rows):
            for at, weight in taps(_source(i, size, length, scales[d], align_corners), length):
                row[at] += weight
        matrix = torch.tensor(rows, dtype=input.dtype, device=input.device)
        moved = out.transpose(d + 2, -1)
        out = torch.matmul(moved, matrix.t()).transpose(d + 2, -1)
    return named(out.contiguous() if not out.is_contiguous() else out, name)


def upsample(input, size=None, scale_factor=None, mode='nearest', align_corners=None):
    """The older name of interpolate."""
    warnings.warn('nn.functional.upsample is deprecated. Use nn.functional.interpolate instead.', stacklevel=2)
    return interpolate(input, size, scale_factor, mode, align_corners)


def upsample_nearest(input, size=None, scale_factor=None):
    """The older name of interpolate with mode 'nearest'."""
    warnings.warn('nn.functional.upsample_nearest is deprecated. Use nn.functional.interpolate instead.', stacklevel=2)
    return interpolate(input, size, scale_factor, mode='nearest')


def upsample_bilinear(input, size=None, scale_factor=None):
    """The older name of interpolate with mode 'bilinear' and aligned corners."""
    warnings.warn('nn.functional.upsample_bilinear is deprecated. Use nn.functional.interpolate instead.', stacklevel=2)
    return interpolate(input, size, scale_factor, mode='bilinear', align_corners=True)


def affine_grid(theta, size, align_corners=None):
    """Sampling positions of affine maps [N, 2, 3] for images of `size` [N, C, H, W]: [N, H, W, 2] in -1…1."""
    if align_corners is None:
        warnings.warn('Default grid_sample and affine_grid behavior has changed to align_corners=False since 1.3.0. '
                      'Please specify align_corners=True if the old behavior is desired. '
                      'See the documentation of grid_sample for details.')
        align_corners = False
    batch, _, height, width = size
    if theta.dim() != 3 or tuple(theta.shape[-2:]) != (2, 3):
        raise ValueError(f'Expected a batch of 2D affine matrices of shape Nx2x3 for size {tuple(size)}. Got {theta.shape}.')

    def positions(count):
        line = torch.linspace(-1, 1, count, dtype=theta.dtype) if count > 1 else torch.zeros(1, dtype=theta.dtype)
        return line if align_corners else line * (count - 1) / count

    xs = positions(width).view(1, width).expand(height, width)
    ys = positions(height).view(height, 1).expand(height, width)
    base = torch.stack([xs, ys, torch.ones(height, width, dtype=theta.dtype)], dim=-1).view(1, height * width, 3)
    out = torch.matmul(base.expand(batch, -1, -1), theta.transpose(1, 2)).view(batch, height, width, 2)
    return named(out, 'AffineGridGeneratorBackward0')


def _cubic(share, place):
    """Keys' weights (a = -0.75) of four neighbours for a point `share` of the way from the second to the third."""
    distance = (share + 1, share, 1 - share, 2 - share)[place]
    if place in (1, 2):
        return ((1.25 * distance - 2.25) * distance) * distance + 1
    return ((-0.75 * distance + 3.75) * distance - 6.0) * distance + 3.0


def grid_sample(input, grid, mode='bilinear', padding_mode='zeros', align_corners=None):
    """Images [N, C, H, W] read at positions `grid` [N, H', W', 2] (x, y in -1…1): [N, C, H', W'].

    Partly: images, not volumes
    """
    if mode not in ('bilinear', 'nearest', 'bicubic'):
        raise ValueError("nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: "
                         f"'{mode}'")
    if padding_mode not in ('zeros', 'border', 'reflection'):
        raise ValueError("nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but "
                         f"got: '{padding_mode}'")
    if input.dim() == 5:
        raise NotImplementedError('grid_sample() of volumes is not here; sample frame by frame')
    if align_corners is None:
        warnings.warn('Default grid_sample and affine_grid behavior has changed to align_corners=False since 1.3.0. '
                      'Please specify align_corners=True if the old behavior is desired. '
                      'See the documentation of grid_sample for details.')
    batch, channels, height, width = input.shape
    if grid.size(-1) != 2:
        raise RuntimeError('grid_sampler(): expected grid to have size 2 in last dimension, but got grid with sizes '
                           f'{list(grid.shape)}')
    if grid.size(0) != batch:
        raise RuntimeError('grid_sampler(): expected grid and input to have same batch size, but got input with sizes '
                           f'{list(input.shape)} and grid with sizes {list(grid.shape)}')

    def inside_of(at, length):
        if padding_mode == 'reflection':
            low, span = (0.0, length - 1) if align_corners else (-0.5, length)
            away = (at - low).abs() % (2 * span) if span else at * 0
            at = torch.where(away < span, away, 2 * span - away) + low
        return at.clamp(0, length - 1) if padding_mode != 'zeros' else at

    def place(coordinate, length):
        at = (coordinate + 1) / 2 * (length - 1) if align_corners else ((coordinate + 1) * length - 1) / 2
        return at if mode == 'bicubic' else inside_of(at, length)

    x, y = place(grid[..., 0], width), place(grid[..., 1], height)
    flat = input.reshape(batch, channels, height * width)

    def read(column, row):
        inside = (column >= 0) & (column <= width - 1) & (row >= 0) & (row <= height - 1)
        index = row.clamp(0, height - 1).long() * width + column.clamp(0, width - 1).long()
        index = index.view(batch, 1, -1).expand(-1, channels, -1)
        values = flat.gather(2, index).view(batch, channels, *grid.shape[1:3])
        return values * inside.to(input.dtype).unsqueeze(1)

    if mode == 'nearest':
        return named(read(x.detach().round(), y.detach().round()), 'GridSampler2DBackward0')
    left, top = x.detach().floor(), y.detach().floor()
    if mode == 'bicubic':
        rows = [sum(read(inside_of(left + i - 1, width), inside_of(top + j - 1, height)) * _cubic(x - left, i).unsqueeze(1)
                    for i in range(4)) for j in range(4)]
        out = sum(row * _cubic(y - top, j).unsqueeze(1) for j, row in enumerate(rows))
        return named(out, 'GridSampler2DBackward0')
    right_share, bottom_share = (x - left).unsqueeze(1), (y - top).unsqueeze(1)
    out = (read(left, top) * (1 - right_share) * (1 - bottom_share)
           + read(left + 1, top) * right_share * (1 - bottom_share)
           + read(left, top + 1) * (1 - right_share) * bottom_share
           + read(left + 1, top + 1) * right_share * bottom_share)
    return named(out, 'GridSampler2DBackward0')
