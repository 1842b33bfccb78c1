"""torch.special: other names of functions that torch has."""

from torch._ops.register import FUNCTIONS as _functions

_SAME = {
    "digamma": "digamma", "psi": "digamma", "erf": "erf", "erfc": "erfc", "erfinv": "erfinv", "exp2": "exp2", "expit": "sigmoid",
    "expm1": "expm1", "gammaln": "lgamma", "i0": "i0", "log1p": "log1p", "log_softmax": "log_softmax", "logit": "logit",
    "logsumexp": "logsumexp", "multigammaln": "mvlgamma", "polygamma": "polygamma", "round": "round", "sinc": "sinc", "softmax": "softmax", "xlogy": "xlogy",
}  # fmt: skip
globals().update({name: _functions[same] for name, same in _SAME.items()})


def entr(input):
    """-x log(x), 0 at 0."""
    return -_functions["xlogy"](input, input)


def xlog1py(input, other):
    """input * log(1 + other), 0 where input is 0."""
    return _functions["where"](input == 0, input * 0.0, input * _functions["log1p"](other))


def ndtr(input):
    """The distribution function of the standard normal distribution."""
    return (_functions["erf"](input * 0.7071067811865476) + 1) * 0.5


def ndtri(input):
    """The inverse of ndtr."""
    return _functions["erfinv"](2 * input - 1) * 1.4142135623730951


modified_bessel_i0 = _functions["i0"]

from torch._special_functions import (  # noqa: E402, F401  composed of the operations above
    bessel_j0, bessel_j1, chebyshev_polynomial_t, chebyshev_polynomial_u, chebyshev_polynomial_v, chebyshev_polynomial_w, erfcx,
    gammainc, gammaincc, hermite_polynomial_h, hermite_polynomial_he, i0e, i1, i1e, laguerre_polynomial_l, legendre_polynomial_p,
    log_ndtr, modified_bessel_k0, modified_bessel_k1, scaled_modified_bessel_k0, scaled_modified_bessel_k1, spherical_bessel_j0,
    zeta,
)  # fmt: skip

modified_bessel_i1 = i1

import torch as _torch  # noqa: E402

_torch.igamma = _torch.Tensor.igamma = gammainc
_torch.igammac = _torch.Tensor.igammac = gammaincc
