"""Images of another size: a sum of weighted rows and of weighted columns, for each of TensorFlow's kernels."""

import math

import torch
import torch.nn.functional as F

from keras.src.backend import placing

KERNELS = ("bilinear", "nearest", "bicubic", "lanczos3", "lanczos5", "area")


def resized(x, size, interpolation, antialias=False):
    """Float images (batch, rows, columns, channels) of another size; pixel centres are half way between pixels.

    antialias widens the kernel where the images shrink, so that every pixel counts.
    """
    height, width = size
    if interpolation == "nearest":
        return x.index_select(1, _nearest(x.shape[1], height)).index_select(2, _nearest(x.shape[2], width))
    first = x.permute(0, 3, 1, 2)
    if interpolation == "bilinear" and not antialias:
        made = F.interpolate(first, size=(height, width), mode="bilinear", align_corners=False)
    else:
        rows = _weights(x.shape[1], height, interpolation, antialias, x)
        columns = _weights(x.shape[2], width, interpolation, antialias, x)
        made = rows @ first @ columns.mT
    return made.permute(0, 2, 3, 1)


def _nearest(size, wanted):
    places = torch.floor((placing.arange(wanted).float() + 0.5) * (size / wanted)).long()
    return torch.clamp(places, 0, size - 1)


def _weights(size, wanted, interpolation, antialias, like):
    """The share of every old place (column) in every new one (row); what lies outside of the image has none."""
    if interpolation == "area":
        return _overlaps(size, wanted, like)
    kernel, radius = _KERNELS[interpolation]
    wide = max(size / wanted, 1.0) if antialias else 1.0
    table = []
    for place in range(wanted):
        centre = (place + 0.5) * size / wanted - 0.5
        if interpolation == "bicubic" and not antialias:  # TensorFlow looks that kernel up in a table of 1024 steps
            centre = math.floor(centre) + round((centre - math.floor(centre)) * 1024) / 1024
        away = [abs(old - centre) / wide for old in range(size)]
        row = [kernel(distance) if distance < radius else 0.0 for distance in away]
        total = sum(row)
        table.append([weight / total for weight in row])
    return placing.tensor(table, dtype=like.dtype, device=like.device)


def _overlaps(size, wanted, like):
    """How much of every new place each old one covers."""
    edges = [place * size / wanted for place in range(wanted + 1)]
    pairs = zip(edges, edges[1:])
    shared = [[max(0.0, min(old + 1, end) - max(old, start)) for old in range(size)] for start, end in pairs]
    return placing.tensor(shared, dtype=like.dtype, device=like.device) * (wanted / size)


def _triangle(x):
    return max(0.0, 1.0 - x)


def _cubic(x):
    """Keys, Cubic convolution interpolation for digital image processing, 1981, with a = -1/2."""
    if x < 1:
        return (1.5 * x - 2.5) * x * x + 1
    return ((-0.5 * x + 2.5) * x - 4) * x + 2


def _lanczos(radius):
    def kernel(x):
        if x <= 1e-3:
            return 1.0
        return radius * math.sin(math.pi * x) * math.sin(math.pi * x / radius) / (math.pi * x) ** 2

    return kernel


_KERNELS = {"bilinear": (_triangle, 1), "bicubic": (_cubic, 2), "lanczos3": (_lanczos(3), 3), "lanczos5": (_lanczos(5), 5)}
