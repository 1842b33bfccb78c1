"""Dropout: masks are drawn element by element from the cpu generator, as PyTorch built without MKL does."""

import math
import warnings

import bridge
import torch

from ._common import named, refuse


def _checked(p):
    if p < 0.0 or p > 1.0:
        raise ValueError(f'dropout probability has to be between 0 and 1, but got {p}')


def _dropped(input, p, sizes, inplace):
    """input · mask / (1 - p), the mask of the given sizes (1 where whole channels go together)."""
    if p == 1.0:
        mask = torch.zeros(sizes, dtype=input.dtype, device=input.device)
    else:
        mask = torch.empty(sizes, dtype=input.dtype, device=input.device).bernoulli_(1 - p).div_(1 - p)
    return input.mul_(mask) if inplace else input * mask


def dropout(input, p=0.5, training=True, inplace=False):
    """While training, each element is 0 with probability p and scaled by 1/(1-p) otherwise.

    Partly: masks follow torch.manual_seed, but builds of PyTorch differ in them
    """
    _checked(p)
    try:
        if not training or p == 0 or bridge.numel(input._handle) == 0:
            return input
    except AttributeError:
        refuse('dropout', input=input)
    return _dropped(input, p, input.shape, inplace)


def _channels(input, p, training, inplace, without_batch):
    """Whole channels; an input without a batch dimension gets one for the draw."""
    _checked(p)
    if not training or p == 0 or input.numel() == 0:
        return input
    if input.dim() < 2:
        raise RuntimeError('Feature dropout requires at least 2 dimensions in the input')
    channels = 1 if input.dim() == without_batch else 2
    sizes = [*input.shape[:channels], *[1] * (input.dim() - channels)]
    return _dropped(input, p, sizes, inplace)


def dropout1d(input, p=0.5, training=True, inplace=False):
    """Drops whole channels of [N, C, L] or [C, L]."""
    if input.dim() not in (2, 3):
        raise RuntimeError(f'dropout1d: Expected 2D or 3D input, but received a {input.dim()}D input. Note that dropout1d '
                           'exists to provide channel-wise dropout on inputs with 1 spatial dimension, a channel '
                           'dimension, and an optional batch dimension (i.e. 2D or 3D inputs).')
    return _channels(input, p, training, inplace, 2)


def dropout2d(input, p=0.5, training=True, inplace=False):
    """Drops whole channels of [N, C, H, W]."""
    if input.dim() not in (3, 4):
        warnings.warn(f'dropout2d: Received a {input.dim()}-D input to dropout2d, which is deprecated and will result in an '
                      'error in a future release. To retain the behavior and silence this warning, please use dropout '
                      'instead. Note that dropout2d exists to provide channel-wise dropout on inputs with 2 spatial '
                      'dimensions, a channel dimension, and an optional batch dimension (i.e. 3D or 4D inputs).')
    return _channels(input, p, training, inplace, 0)


def dropout3d(input, p=0.5, training=True, inplace=False):
    """Drops whole channels of [N, C, D, H, W]."""
    return _channels(input, p, training, inplace, 0)


_ALPHA = 1.7580993408473766  # -_ALPHA is where SELU goes for very negative inputs


def _alpha(input, p, sizes, inplace):
    """Dropped elements become SELU's lower limit; scale and shift restore mean 0 and variance 1."""
    if p == 1.0:
        return input.mul_(0) if inplace else input * torch.zeros((), dtype=input.dtype)
    scale = 1.0 / math.sqrt((_ALPHA * _ALPHA * p + 1) * (1 - p))
    mask = torch.empty(sizes, dtype=input.dtype, device=input.device).bernoulli_(1 - p)
    shift = (mask - 1).mul_(_ALPHA * scale).add_(_ALPHA * scale * p)
    mask = mask * scale
    out = input * mask + shift
    return input.copy_(out) if inplace else named(out, 'AddBackward0')


def alpha_dropout(input, p=0.5, training=False, inplace=False):
    """Dropout that keeps the mean and spread of SELU's outputs: Klambauer et al. 2017."""
    _checked(p)
    if not training or p == 0 or input.numel() == 0:
        return input
    return _alpha(input, p, input.shape, inplace)


def feature_alpha_dropout(input, p=0.5, training=False, inplace=False):
    """alpha_dropout of whole channels."""
    _checked(p)
    if not training or p == 0 or input.numel() == 0:
        return input
    return _alpha(input, p, [*input.shape[:2], *[1] * (input.dim() - 2)], inplace)
