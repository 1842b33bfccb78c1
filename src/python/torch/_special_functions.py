"""Rarer functions of torch.special, composed of tensor operations in float64: series, continued fractions and integrals.

Sources: Abramowitz & Stegun, Handbook of Mathematical Functions, chapters 6, 7, 9, 22 and 23.
"""

import functools
import math

import torch
from torch._ops.register import must_be_tensor

_TERMS = 150  # enough for arguments up to about 100


def _in_float64(op, computed_in=torch.float64):
    """Computes in float64 and gives the result the dtype of the arguments (the default one for whole numbers)."""

    @functools.wraps(op)
    def call(input, *others, out=None):
        given = [each for each in (input, *others) if isinstance(each, torch.Tensor)]
        if not given:
            must_be_tensor(f"special_{op.__name__}", "input", 1, input)
        kind = functools.reduce(torch.promote_types, (each.dtype for each in given))
        kind = kind if kind.is_floating_point else torch.get_default_dtype()
        wide = [torch.as_tensor(each, dtype=computed_in or kind) for each in (input, *others)]
        made = op(*wide).to(kind)
        return made if out is None else out.copy_(made)

    return call


def _sum_of_squares(x, shift):
    """Σ (x²/4)ᵏ / (k! (k + shift)!)."""
    quarter = x * x / 4
    total = term = torch.ones_like(x) / math.factorial(shift)
    for k in range(1, _TERMS):
        term = term * quarter / (k * (k + shift))
        total = total + term
    return total


# --- Bessel functions -----------------------------------------------------------------------------------------------


@_in_float64
def i0e(input):
    """exp(-|x|) times the modified Bessel function of order 0."""
    return torch.exp(-input.abs()) * _sum_of_squares(input, 0)


@_in_float64
def i1(input):
    """The modified Bessel function of order 1."""
    return input / 2 * _sum_of_squares(input, 1)


@_in_float64
def i1e(input):
    """exp(-|x|) i1(x)."""
    return torch.exp(-input.abs()) * input / 2 * _sum_of_squares(input, 1)


def _bessel_j(input, order):
    # Bessel's integral over a period: the trapezoidal rule is exact there but for terms beyond its points.
    angles = torch.arange(400, dtype=torch.float64) * (2 * math.pi / 400)
    return torch.cos(order * angles - input.unsqueeze(-1) * torch.sin(angles)).mean(-1)


@_in_float64
def bessel_j0(input):
    """The Bessel function of the first kind of order 0."""
    return _bessel_j(input, 0)


@_in_float64
def bessel_j1(input):
    """The Bessel function of the first kind of order 1."""
    return torch.where(input == 0, 0.0, _bessel_j(input, 1))


def _scaled_k(input, order):
    steps = torch.arange(0, 8, 1 / 64, dtype=torch.float64)
    values = torch.exp(-input.unsqueeze(-1) * (torch.cosh(steps) - 1)) * torch.cosh(order * steps)
    return (values.sum(-1) - values[..., 0] / 2) / 64


@_in_float64
def modified_bessel_k0(input):
    """The modified Bessel function of the second kind of order 0."""
    return torch.exp(-input) * _scaled_k(input, 0)


@_in_float64
def modified_bessel_k1(input):
    """The modified Bessel function of the second kind of order 1."""
    return torch.exp(-input) * _scaled_k(input, 1)


@_in_float64
def scaled_modified_bessel_k0(input):
    """exp(x) modified_bessel_k0(x)."""
    return _scaled_k(input, 0)


@_in_float64
def scaled_modified_bessel_k1(input):
    """exp(x) modified_bessel_k1(x)."""
    return _scaled_k(input, 1)


@_in_float64
def spherical_bessel_j0(input):
    """sin(x) / x, 1 at 0."""
    return torch.sinc(input / math.pi)


# --- error function and gamma function ----------------------------------------------------------------------------


@_in_float64
def erfcx(input):
    """exp(x²) erfc(x), also where erfc(x) is too small for a number."""
    low, high = input.clamp(max=3), input.clamp(min=3)
    fraction = high
    for k in range(80, 0, -1):
        fraction = high + k / 2 / fraction
    return torch.where(input < 3, torch.exp(low * low) * torch.erfc(low), 1 / (math.sqrt(math.pi) * fraction))


@_in_float64
def log_ndtr(input):
    """The logarithm of the distribution function of the standard normal distribution."""
    scaled = input * math.sqrt(0.5)
    low = torch.log(erfcx(-scaled.clamp(max=-0.5)) / 2) - scaled * scaled
    return torch.where(input < -1, low, torch.log1p(-torch.erfc(scaled.clamp(min=-0.8)) / 2))


_BERNOULLI = (1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6)


@_in_float64
def zeta(input, other):
    """Hurwitz' zeta function Σ (k + other)⁻ˣ, by Euler and Maclaurin's formula."""
    end = other + 12
    total = sum((other + k) ** -input for k in range(12)) + end ** (1 - input) / (input - 1) + end**-input / 2
    term = input * end ** (-input - 1) / 2
    for k, number in enumerate(_BERNOULLI, 1):
        total = total + number * term
        term = term * (input + 2 * k - 1) * (input + 2 * k) / (end * end * (2 * k + 1) * (2 * k + 2))
    return torch.where(input > 1, total, torch.where(input == 1, math.inf, math.nan))


def _lower_share(a, x):
    """The regularized incomplete gamma function: its series below a + 1, its continued fraction above."""
    front = torch.exp(a * torch.log(x) - x - torch.lgamma(a + 1))
    total = term = torch.ones_like(front)
    for k in range(1, 2 * _TERMS):
        term = term * x / (a + k)
        total = total + term
    far = torch.maximum(x, a + 1)
    fraction = far + 401 - a
    for k in range(200, 0, -1):
        fraction = far + 2 * k - 1 - a - k * (k - a) / fraction
    lower = x < a + 1
    share = torch.where(lower, front * total, front * a / fraction)
    return lower, share


@_in_float64
def gammainc(input, other):
    """The regularized lower incomplete gamma function of shape `input` up to `other`."""
    lower, share = _lower_share(input, other)
    return torch.where(lower, share, 1 - share)


@_in_float64
def gammaincc(input, other):
    """1 - gammainc(input, other), exact where that is small."""
    lower, share = _lower_share(input, other)
    return torch.where(lower, 1 - share, share)


# --- orthogonal polynomials -----------------------------------------------------------------------------------------


def _polynomial(name, doc, first, step):
    """A family from its polynomial of degree 1 and what follows two neighbours."""

    def op(input, n):
        before, now = torch.ones_like(input), first(input)
        made = torch.where(n < 0, 0.0, before)
        for degree in range(1, int(n.max().item()) + 1):
            made = torch.where(n == degree, now, made)
            before, now = now, step(input, degree, now, before)
        return made

    op.__name__ = op.__qualname__ = name
    op.__doc__ = f"{doc} of degree n."
    return _in_float64(op, None)


def _doubling(x, _degree, now, before):
    return 2 * x * now - before


chebyshev_polynomial_t = _polynomial("chebyshev_polynomial_t", "Chebyshev's polynomial of the first kind", lambda x: x, _doubling)
chebyshev_polynomial_u = _polynomial("chebyshev_polynomial_u", "Chebyshev's polynomial of the second kind", lambda x: 2 * x, _doubling)
chebyshev_polynomial_v = _polynomial("chebyshev_polynomial_v", "Chebyshev's polynomial of the third kind", lambda x: 2 * x - 1, _doubling)
chebyshev_polynomial_w = _polynomial("chebyshev_polynomial_w", "Chebyshev's polynomial of the fourth kind", lambda x: 2 * x + 1, _doubling)
hermite_polynomial_h = _polynomial(
    "hermite_polynomial_h", "The physicists' Hermite polynomial", lambda x: 2 * x, lambda x, n, now, before: 2 * x * now - 2 * n * before
)
hermite_polynomial_he = _polynomial(
    "hermite_polynomial_he", "The statisticians' Hermite polynomial", lambda x: x, lambda x, n, now, before: x * now - n * before
)
laguerre_polynomial_l = _polynomial(
    "laguerre_polynomial_l", "Laguerre's polynomial", lambda x: 1 - x, lambda x, n, now, before: ((2 * n + 1 - x) * now - n * before) / (n + 1)
)
legendre_polynomial_p = _polynomial(
    "legendre_polynomial_p", "Legendre's polynomial", lambda x: x, lambda x, n, now, before: ((2 * n + 1) * x * now - n * before) / (n + 1)
)
