"""Windows for spectra: hanning, hamming, blackman, bartlett, kaiser."""

import math

from numpy._core import dtypes, umath
from numpy._core.ranges import arange
from numpy._core.filled import zeros
from numpy._core.multiarray import where
from numpy._core.ndarray import as_array, from_values, result, values


def i0(x):
    """The modified Bessel function of order 0."""

    def bessel(value):
        total, term, k = 1.0, 1.0, 1
        while term > 1e-17 * total:
            term *= (value / 2) ** 2 / k**2
            total += term
            k += 1
        return total

    x = as_array(x, "float64")
    return result(from_values([bessel(abs(each)) for each in values(x)], x.shape, dtypes.float64))


def _window(M, rule):
    if M < 1:
        return zeros(0)
    if M == 1:
        return zeros(1) + 1
    return rule(arange(1 - M, M, 2))


def hanning(M):
    """A raised cosine."""
    return _window(M, lambda n: 0.5 + 0.5 * umath.cos(math.pi * n / (M - 1)))


def hamming(M):
    """A raised cosine that does not reach 0."""
    return _window(M, lambda n: 0.54 + 0.46 * umath.cos(math.pi * n / (M - 1)))


def blackman(M):
    """A sum of three cosines."""
    return _window(M, lambda n: 0.42 + 0.5 * umath.cos(math.pi * n / (M - 1)) + 0.08 * umath.cos(2.0 * math.pi * n / (M - 1)))


def bartlett(M):
    """A triangle."""
    return _window(M, lambda n: where(n <= 0, 1 + n / (M - 1), 1 - n / (M - 1)))


def kaiser(M, beta):
    """A window from the Bessel function."""
    if M == 1:
        return zeros(1) + 1
    n = arange(0, M)
    alpha = (M - 1) / 2.0
    return i0(beta * umath.sqrt(1 - ((n - alpha) / alpha) ** 2.0)) / i0(float(beta))
