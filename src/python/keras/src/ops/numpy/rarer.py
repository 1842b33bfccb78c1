"""The rarest operations of keras.ops: flips, choices, distances, pixels as channels, patches, Fourier transforms of pairs."""

import math

import torch

from keras.src.backend import convert_to_tensor, placing, unwrap, wrap

from keras.src.ops.symbolic import broadcast, op, same, same_float, shape_of, symbolic

from .elementwise import _numeric, operands
from .shape import flip


def fliplr(x):
    """Columns in the opposite order."""
    return flip(x, axis=1)


def flipud(x):
    """Rows in the opposite order."""
    return flip(x, axis=0)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    """Numbers with a constant ratio between neighbours."""
    steps = max(num - 1 if endpoint else num, 1)
    ratio = (stop / start) ** (1.0 / steps)
    made = placing.tensor([start * ratio**i for i in range(num)])
    return convert_to_tensor(wrap(made), dtype) if dtype is not None else wrap(made)


def allclose(x1, x2, rtol=1e-5, atol=1e-8, equal_nan=False):
    """Whether all numbers are nearly equal, as a tensor."""
    first, second = operands(x1, x2)
    return wrap(torch.isclose(first, second, rtol=rtol, atol=atol, equal_nan=equal_nan).all())


def _select_spec(condlist, choicelist, default=0):
    return symbolic(broadcast(*(shape_of(each) for each in (*condlist, *choicelist))), choicelist[0].dtype)


@op(_select_spec, tensors=("condlist", "choicelist"))
def select(condlist, choicelist, default=0):
    """The choice of the first condition that holds, number by number."""
    made = None
    for condition, choice in reversed(list(zip(condlist, choicelist))):
        chosen = unwrap(convert_to_tensor(choice))
        if made is None:
            made = torch.full_like(chosen, default)
        made = torch.where(unwrap(convert_to_tensor(condition)).bool(), chosen, made)
    return wrap(made)


@op(lambda x, kth=None, axis=-1: symbolic(x.shape, "int32"), tensors=("x",))
def argpartition(x, kth, axis=-1):
    """Numbers of the places, the kth + 1 smallest first."""
    return wrap(torch.argsort(unwrap(x), dim=axis, stable=True).to(torch.int32))


@op(same_float)
def i0(x):
    """The modified Bessel function of the first kind, of order 0."""
    return wrap(torch.i0(_numeric(unwrap(x))))


@op(lambda x1, x2, metric="euclidean": symbolic((*broadcast(x1.shape[:-2], x2.shape[:-2]), x1.shape[-2], x2.shape[-2]), x1.dtype))
def cdist(x1, x2, metric="euclidean"):
    """Distances of all pairs of rows."""
    first, second = operands(x1, x2)
    return wrap(torch.sqrt(torch.square(first.unsqueeze(-2) - second.unsqueeze(-3)).sum(-1)))


def _scaled(x, data_format, change, channels):
    """The symbol of images whose sides and channels are changed."""
    n, *rest = x.shape
    h, w, c = (*rest[1:], rest[0]) if data_format == "channels_first" else rest
    h, w = (None if side is None else change(side) for side in (h, w))
    return symbolic((n, channels(c), h, w) if data_format == "channels_first" else (n, h, w, channels(c)), x.dtype)


def _space_to_depth_spec(x, block_size, data_format="channels_last"):
    return _scaled(x, data_format, lambda side: side // block_size, lambda c: c * block_size**2)


def _depth_to_space_spec(x, block_size, data_format="channels_last"):
    return _scaled(x, data_format, lambda side: side * block_size, lambda c: c // block_size**2)


@op(_space_to_depth_spec, tensors=("x",))
def space_to_depth(x, block_size, data_format="channels_last"):
    """Blocks of pixels as channels."""
    found = unwrap(x)
    if data_format == "channels_first":
        found = found.permute(0, 2, 3, 1)
    n, h, w, c = found.shape
    b = block_size
    made = found.reshape(n, h // b, b, w // b, b, c).permute(0, 1, 3, 2, 4, 5).reshape(n, h // b, w // b, b * b * c)
    return wrap(made.permute(0, 3, 1, 2) if data_format == "channels_first" else made)


@op(_depth_to_space_spec, tensors=("x",))
def depth_to_space(x, block_size, data_format="channels_last"):
    """Channels as blocks of pixels."""
    found = unwrap(x)
    if data_format == "channels_first":
        found = found.permute(0, 2, 3, 1)
    n, h, w, c = found.shape
    b = block_size
    made = found.reshape(n, h, w, b, b, c // (b * b)).permute(0, 1, 3, 2, 4, 5).reshape(n, h * b, w * b, c // (b * b))
    return wrap(made.permute(0, 3, 1, 2) if data_format == "channels_first" else made)


def _unfold_spec(x, kernel_size, dilation=1, padding=0, stride=1):
    pairs = [(each, each) if isinstance(each, int) else tuple(each) for each in (kernel_size, dilation, padding, stride)]
    counts = [(n + 2 * p - d * (k - 1) - 1) // s + 1 for n, k, d, p, s in zip(x.shape[2:], *pairs)]
    return symbolic((x.shape[0], x.shape[1] * pairs[0][0] * pairs[0][1], counts[0] * counts[1]), x.dtype)


@op(_unfold_spec, tensors=("x",))
def unfold(x, kernel_size, dilation=1, padding=0, stride=1):
    """Patches of images (batch, channels, rows, cols) as columns."""
    return wrap(torch.nn.functional.unfold(unwrap(x), kernel_size, dilation, padding, stride))


def vectorize(pyfunc, *, excluded=None, signature=None):
    """A function for tensors from one for single numbers; functions of tensors' operations are taken as they are."""
    return pyfunc


@op(lambda x: tuple(symbolic(part.shape, part.dtype) for part in x))
def fft(x):
    """The Fourier transform of a pair (real parts, imaginary parts), as such a pair."""
    real, imaginary = (_numeric(unwrap(part)) for part in x)
    n = real.shape[-1]
    # Turns without the whole ones: the angle of a large product would have no digits left of its place in the circle.
    turns = torch.remainder(torch.outer(placing.arange(n), placing.arange(n)), n)
    angle = turns.to(real.dtype) * (-2 * math.pi / n)
    cos, sin = torch.cos(angle), torch.sin(angle)
    made = torch.matmul(real, cos) - torch.matmul(imaginary, sin), torch.matmul(real, sin) + torch.matmul(imaginary, cos)
    return tuple(wrap(part) for part in made)


def _rfft_spec(x, fft_length=None):
    length = x.shape[-1] if fft_length is None else fft_length
    made = symbolic((*x.shape[:-1], None if length is None else length // 2 + 1), x.dtype)
    return made, symbolic(made.shape, made.dtype)


@op(_rfft_spec)
def rfft(x, fft_length=None):
    """The Fourier transform of real numbers, its first half, as a pair of real and imaginary parts."""
    found = _numeric(unwrap(x))
    if fft_length is not None:
        n = found.shape[-1]
        found = found[..., :fft_length] if fft_length <= n else torch.nn.functional.pad(found, (0, fft_length - n))
    half = found.shape[-1] // 2 + 1
    return tuple(wrap(unwrap(part)[..., :half]) for part in fft((wrap(found), wrap(torch.zeros_like(found)))))


__all__ = [
    "allclose", "argpartition", "cdist", "depth_to_space", "fft", "fliplr", "flipud", "geomspace", "i0", "rfft", "select",
    "space_to_depth", "unfold", "vectorize",
]  # fmt: skip
