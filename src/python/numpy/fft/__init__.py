"""numpy.fft: discrete Fourier transforms of one or several axes, in float64."""

import math

import bridge
from numpy._core import dtypes
from numpy._core.axes import moveaxis, roll
from numpy._core.filled import zeros
from numpy._core.ndarray import as_array, from_values, handle_as, values, wrap
from numpy._core.ranges import arange
from numpy._core.shape_base import concatenate
from numpy._core.reduction import normalize_axis


def _parts(a):
    """Real and imaginary parts as float64 arrays."""
    a = as_array(a)
    if a._dtype.kind == "c":
        return wrap(handle_as(a.real, dtypes.float64), dtypes.float64), wrap(handle_as(a.imag, dtypes.float64), dtypes.float64)
    real = wrap(handle_as(a, dtypes.float64), dtypes.float64)
    return real, zeros(a.shape)


def _factor(n, norm, forward):
    if norm not in (None, "backward", "ortho", "forward"):
        raise ValueError(f'Invalid norm value {norm}; should be "backward","ortho" or "forward".')
    if norm == "ortho":
        return 1 / math.sqrt(n)
    return 1 / n if (norm == "forward") == forward else 1


def _sized(part, n):
    """The last axis cut or filled up with zeros to n."""
    if part.shape[-1] >= n:
        return part[..., :n]
    return concatenate([part, zeros((*part.shape[:-1], n - part.shape[-1]))], axis=-1)


def _transformed(real, imaginary, n, axis, norm, inverse):
    """Real and imaginary parts of the transform of an axis."""
    d = normalize_axis(axis, real.ndim)
    n = real.shape[d] if n is None else n
    if n < 1:
        raise ValueError(f"Invalid number of FFT data points ({n}) specified.")
    real, imaginary = (_sized(moveaxis(part, d, -1), n) for part in (real, imaginary))
    handle = bridge.numpy_fft(real._array_handle, imaginary._array_handle, inverse)
    made = [wrap(handle, dtypes.float64), wrap(bridge.next_result(), dtypes.float64)]
    factor = _factor(n, norm, not inverse)
    return [moveaxis(part if factor == 1 else part * factor, -1, d) for part in made]


def _joined(real, imaginary):
    flat = [complex(x, y) for x, y in zip(values(real), values(imaginary), strict=True)]
    return from_values(flat, real.shape, dtypes.complex128)


def fft(a, n=None, axis=-1, norm=None):
    """The transform of one axis."""
    return _joined(*_transformed(*_parts(a), n, axis, norm, False))


def ifft(a, n=None, axis=-1, norm=None):
    """The inverse of fft."""
    return _joined(*_transformed(*_parts(a), n, axis, norm, True))


def rfft(a, n=None, axis=-1, norm=None):
    """The transform of real numbers: its first half, which determines the rest."""
    if as_array(a)._dtype.kind == "c":
        raise TypeError("ufunc 'rfft' did not contain a loop for complex numbers: use fft")
    real, imaginary = _transformed(*_parts(a), n, axis, norm, False)
    half = real.shape[axis] // 2 + 1
    cut = [slice(None)] * real.ndim
    cut[axis] = slice(0, half)
    return _joined(real[tuple(cut)], imaginary[tuple(cut)])


def irfft(a, n=None, axis=-1, norm=None):
    """The inverse of rfft: n real numbers (by default an even number)."""
    real, imaginary = (moveaxis(part, axis, -1) for part in _parts(a))
    n = 2 * (real.shape[-1] - 1) if n is None else n
    half = n // 2 + 1
    real, imaginary = _sized(real, half), _sized(imaginary, half)
    # The other half mirrors the first one; its imaginary parts change sign.
    rest = slice(n - half, 0, -1)
    real = concatenate([real, real[..., rest]], axis=-1)
    imaginary = concatenate([imaginary, -imaginary[..., rest]], axis=-1)
    return moveaxis(_transformed(real, imaginary, n, -1, norm, True)[0], -1, axis)


def _over_axes(a, s, axes, norm, inverse):
    real, imaginary = _parts(a)
    if axes is None:
        axes = range(real.ndim) if s is None else range(-len(s), 0)
    sizes = [None] * len(axes) if s is None else s
    if len(sizes) != len(axes):
        raise ValueError("Shape and axes have different lengths.")
    for axis, n in reversed(list(zip(axes, sizes, strict=True))):
        real, imaginary = _transformed(real, imaginary, n, axis, norm, inverse)
    return _joined(real, imaginary)


def fft2(a, s=None, axes=(-2, -1), norm=None):
    """The transform of two axes."""
    return _over_axes(a, s, axes, norm, False)


def ifft2(a, s=None, axes=(-2, -1), norm=None):
    """The inverse of fft2."""
    return _over_axes(a, s, axes, norm, True)


def fftn(a, s=None, axes=None, norm=None):
    """The transform of several axes."""
    return _over_axes(a, s, axes, norm, False)


def ifftn(a, s=None, axes=None, norm=None):
    """The inverse of fftn."""
    return _over_axes(a, s, axes, norm, True)


def fftfreq(n, d=1.0):
    """The frequencies of fft's results, for samples d apart."""
    half = (n - 1) // 2 + 1
    return concatenate([arange(0, half), arange(-(n // 2), 0)]) * (1.0 / (n * d))


def rfftfreq(n, d=1.0):
    """The frequencies of rfft's results."""
    return arange(0, n // 2 + 1) * (1.0 / (n * d))


def _shifted(x, axes, back):
    x = as_array(x)
    axes = range(x.ndim) if axes is None else (axes,) if isinstance(axes, int) else axes
    for axis in axes:
        half = x.shape[axis] // 2
        x = roll(x, -half if back else half, axis)
    return x


def fftshift(x, axes=None):
    """Frequency 0 to the middle."""
    return _shifted(x, axes, False)


def ifftshift(x, axes=None):
    """The inverse of fftshift."""
    return _shifted(x, axes, True)
