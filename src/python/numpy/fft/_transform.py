"""The discrete Fourier transform of a list of complex numbers, of any length, in O(n log n).

Sources: J. W. Cooley and J. W. Tukey, "An algorithm for the machine calculation of complex Fourier series", 1965 (lengths that
have small factors); L. I. Bluestein, "A linear filtering approach to the computation of the discrete Fourier transform", 1970.
"""

import cmath
import functools
import math

# Factors up to here are summed directly.
_DIRECT = 13


@functools.lru_cache(maxsize=64)
def _roots(n):
    """exp(-2πik/n) for all k; exact at the quarters."""
    exact = {0: 1, n / 4: -1j, n / 2: -1, 3 * n / 4: 1j}
    return [complex(exact[k]) if k in exact else cmath.rect(1.0, -2 * math.pi * k / n) for k in range(n)]


def transform(x):
    """Sums of x[k] · exp(-2πijk/n) for every j."""
    n = len(x)
    if n <= 1:
        return list(x)
    factor = _smallest_factor(n)
    if factor > _DIRECT:
        return _bluestein(x)
    if factor == n:
        roots = _roots(n)
        return [sum((x[k] * roots[j * k % n] for k in range(1, n)), x[0]) for j in range(n)]
    return _combine([transform(x[k::factor]) for k in range(factor)], n, factor)


def _combine(parts, n, factor):
    """The transform of n numbers from those of every factor-th of them."""
    roots, size = _roots(n), n // factor
    out = [0j] * n
    if factor == 2:
        even, odd = parts
        for j in range(size):
            turned = odd[j] * roots[j]
            out[j], out[j + size] = even[j] + turned, even[j] - turned
        return out
    for j in range(n):
        at = j % size
        total = parts[0][at]
        for k in range(1, factor):
            total += parts[k][at] * roots[j * k % n]
        out[j] = total
    return out


def _smallest_factor(n):
    for factor in (2, 3, 5, 7, 11, 13):
        if n % factor == 0:
            return factor
    return n


def _bluestein(x):
    """Any length, as a convolution whose length is a power of two."""
    n = len(x)
    chirp = [cmath.rect(1.0, -math.pi * (k * k % (2 * n)) / n) for k in range(n)]
    size = 1 << (2 * n - 1).bit_length()
    a = [x[k] * chirp[k] for k in range(n)] + [0j] * (size - n)
    b = [0j] * size
    for k in range(n):
        b[k] = b[-k] = chirp[k].conjugate()
    product = [p * q for p, q in zip(transform(a), transform(b), strict=True)]
    back = inverse(product)
    return [back[k] * chirp[k] for k in range(n)]


def inverse(x):
    """The inverse transform, divided by the length."""
    n = len(x)
    made = transform(x)
    return [made[-k] / n for k in range(n)]
