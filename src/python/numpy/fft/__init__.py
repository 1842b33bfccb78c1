"""numpy.fft: discrete Fourier transforms along an axis, their frequencies and shifts; the algorithm is in _transform.py."""

import math

from numpy._core import dtypes
from numpy._core.axes import moveaxis
from numpy._core.axes import roll as _roll
from numpy._core.construct import asarray as _asarray
from numpy._core.ndarray import as_array, cast, from_values, values
from numpy._core.ranges import arange as _arange
from numpy._core.reduction import normalize_axis
from numpy._core.shape_base import concatenate
from numpy.fft import _transform

__all__ = ["fft", "ifft", "rfft", "irfft", "fft2", "ifft2", "fftn", "ifftn", "rfft2", "irfft2", "hfft", "ihfft", "fftfreq", "rfftfreq", "fftshift", "ifftshift"]


def _along(a, n, axis, rule, kind=dtypes.complex128):
    """A rule for lists applied to every vector along an axis, which is cut or filled with zeros to n first."""
    a = as_array(a)
    d = normalize_axis(axis, a.ndim)
    n = a.shape[d] if n is None else n
    if n < 1:
        raise ValueError(f"Invalid number of FFT data points ({n}) specified.")
    turned = moveaxis(cast(a, dtypes.complex128), d, -1)
    flat, size = values(turned), a.shape[d]
    rows = [rule((flat[i : i + size] + [0j] * (n - size))[:n]) for i in range(0, len(flat), max(size, 1))]
    length = len(rows[0]) if rows else n
    made = from_values([each for row in rows for each in row], (*turned.shape[:-1], length), kind)
    return moveaxis(made, -1, d)


def _scale(norm, n, forward):
    """What the sums are multiplied by."""
    if norm not in (None, "backward", "ortho", "forward"):
        raise ValueError(f'Invalid norm value {norm}; should be "backward", "ortho" or "forward".')
    if norm == "ortho":
        return 1 / math.sqrt(n)
    return 1.0 / n if (norm == "forward") == forward else 1.0


def _forward(norm):
    def rule(row):
        factor = _scale(norm, len(row), True)
        made = _transform.transform(row)
        return made if factor == 1.0 else [each * factor for each in made]

    return rule


def _backward(norm):
    def rule(row):
        made = _transform.inverse(row)
        factor = _scale(norm, len(row), False) * len(row)
        return made if factor == 1.0 else [each * factor for each in made]

    return rule


def fft(a, n=None, axis=-1, norm=None):
    """The transform along an axis."""
    return _along(a, n, axis, _forward(norm))


def ifft(a, n=None, axis=-1, norm=None):
    """The inverse transform along an axis."""
    return _along(a, n, axis, _backward(norm))


def rfft(a, n=None, axis=-1, norm=None):
    """The transform of real numbers: frequencies from 0 to the highest only."""
    forward = _forward(norm)
    return _along(_asarray(a), n, axis, lambda row: forward(row)[: len(row) // 2 + 1])


def irfft(a, n=None, axis=-1, norm=None):
    """The real numbers whose rfft is given."""
    a = as_array(a)
    count = 2 * (a.shape[normalize_axis(axis, a.ndim)] - 1) if n is None else n
    backward = _backward(norm)

    def rule(row):
        whole = row + [row[count - k].conjugate() for k in range(len(row), count)]
        return [each.real for each in backward(whole)]

    return _along(a, count // 2 + 1, axis, rule, dtypes.float64)


def hfft(a, n=None, axis=-1, norm=None):
    """The transform of a signal whose spectrum is real."""
    count = 2 * (as_array(a).shape[axis] - 1) if n is None else n
    swapped = {None: "forward", "backward": "forward", "ortho": "ortho", "forward": "backward"}[norm]
    return irfft(as_array(a).conj(), count, axis, swapped)


def ihfft(a, n=None, axis=-1, norm=None):
    """The inverse of hfft."""
    swapped = {None: "forward", "backward": "forward", "ortho": "ortho", "forward": "backward"}[norm]
    return rfft(a, n, axis, swapped).conj()


def _over(a, s, axes, norm, function):
    a = as_array(a)
    axes = list(range(a.ndim)) if axes is None else list(axes)
    sizes = [None] * len(axes) if s is None else list(s)
    for axis, n in zip(reversed(axes), reversed(sizes), strict=True):
        a = function(a, n, axis, norm)
    return a


def fft2(a, s=None, axes=(-2, -1), norm=None):
    """The transform along two axes."""
    return _over(a, s, axes, norm, fft)


def ifft2(a, s=None, axes=(-2, -1), norm=None):
    """The inverse transform along two axes."""
    return _over(a, s, axes, norm, ifft)


def fftn(a, s=None, axes=None, norm=None):
    """The transform along several axes."""
    return _over(a, s, axes, norm, fft)


def ifftn(a, s=None, axes=None, norm=None):
    """The inverse transform along several axes."""
    return _over(a, s, axes, norm, ifft)


def rfft2(a, s=None, axes=(-2, -1), norm=None):
    """The transform of a real image: half of the frequencies along the last axis."""
    first, last = axes
    n, m = (None, None) if s is None else s
    return fft(rfft(a, m, last, norm), n, first, norm)


def irfft2(a, s=None, axes=(-2, -1), norm=None):
    """The real image whose rfft2 is given."""
    first, last = axes
    n, m = (None, None) if s is None else s
    return irfft(ifft(a, n, first, norm), m, last, norm)


def fftfreq(n, d=1.0):
    """The frequencies of fft's results, in cycles per unit of the sample spacing d."""
    half = (n - 1) // 2 + 1
    return concatenate([_arange(0, half), _arange(-(n // 2), 0)]) * (1.0 / (n * d))


def rfftfreq(n, d=1.0):
    """The frequencies of rfft's results."""
    return _arange(0, n // 2 + 1) * (1.0 / (n * d))


def _shifted(x, axes, half):
    a = as_array(x)
    axes = range(a.ndim) if axes is None else (axes,) if isinstance(axes, int) else axes
    for axis in axes:
        a = _roll(a, half(a.shape[axis]), axis)
    return a


def fftshift(x, axes=None):
    """The zero frequency moved to the middle."""
    return _shifted(x, axes, lambda n: n // 2)


def ifftshift(x, axes=None):
    """The inverse of fftshift."""
    return _shifted(x, axes, lambda n: -(n // 2))
