"""Divergences of pairs of different distributions: -H(p) - E[log q(x)], each q's expectation written with moments of p.

The pairs, and the two in which the ends of an interval count as outside, are those that PyTorch registers.
"""

import math

import torch

from ._moved import Gumbel, Pareto
from .bernoulli import Bernoulli
from .beta import Beta
from .binomial import Binomial
from .continuous_bernoulli import ContinuousBernoulli
from .exponential import Exponential
from .gamma import Gamma
from .laplace import Laplace
from .normal import Normal
from .poisson import Poisson
from .uniform import Uniform
from .utils import euler_constant

# --- moments ------------------------------------------------------------------------------------------------------


def _x_log_x(x):
    return x * x.log()


def _mean_log(p):
    """E[log x]."""
    if isinstance(p, Beta):
        return p.concentration1.digamma() - (p.concentration1 + p.concentration0).digamma()
    if isinstance(p, Gamma):
        return p.concentration.digamma() - p.rate.log()
    if isinstance(p, Exponential):
        return -euler_constant - p.rate.log()
    if isinstance(p, Pareto):
        return p.scale.log() + p.alpha.reciprocal()
    return (_x_log_x(p.high) - _x_log_x(p.low)) / (p.high - p.low) - 1


def _mean_log_rest(p):
    """E[log (1 - x)] of a uniform x."""
    return -(_x_log_x(1 - p.high) - _x_log_x(1 - p.low)) / (p.high - p.low) - 1


def _mean_exp(p, t):
    """E[exp(-t x)]."""
    if isinstance(p, Gamma):
        return (1 + t / p.rate).pow(-p.concentration)
    if isinstance(p, Exponential):
        return p.rate / (p.rate + t)
    if isinstance(p, Normal):
        return torch.exp(-t * p.loc + 0.5 * (t * p.scale).pow(2))
    return (torch.exp(-t * p.low) - torch.exp(-t * p.high)) / (t * (p.high - p.low))


# --- E[log q(x)] --------------------------------------------------------------------------------------------------


def _of_exponential(p, q):
    return q.rate.log() - q.rate * p.mean


def _of_gamma(p, q):
    c = q.concentration
    return c * q.rate.log() - c.lgamma() + (c - 1) * _mean_log(p) - q.rate * p.mean


def _of_normal(p, q):
    return -0.5 * (2 * math.pi * q.scale.pow(2)).log() - (p.variance + (p.mean - q.loc).pow(2)) / (2 * q.scale.pow(2))


def _of_gumbel(p, q):
    return -q.scale.log() - (p.mean - q.loc) / q.scale - torch.exp(q.loc / q.scale) * _mean_exp(p, q.scale.reciprocal())


def _of_pareto(p, q):
    return q.alpha.log() + q.alpha * q.scale.log() - (q.alpha + 1) * _mean_log(p)


def _of_beta(p, q):
    a, b = q.concentration1, q.concentration0
    return (a - 1) * _mean_log(p) + (b - 1) * _mean_log_rest(p) + (a + b).lgamma() - a.lgamma() - b.lgamma()


def _of_continuous_bernoulli(p, q):
    return p.mean * q.logits + torch.log1p(-q.probs) + q._log_normaliser()


def _of_uniform(p, q):
    return -(q.high - q.low).log()


def _of_poisson(p, q):
    return p.probs * q.rate.log() - q.rate


# --- pairs --------------------------------------------------------------------------------------------------------


def _below_zero(p, q):
    return p.low < 0


# p, q, E[log q(x)], where the divergence is infinite
_FINITE = [
    (Bernoulli, Poisson, _of_poisson, None),
    (Beta, ContinuousBernoulli, _of_continuous_bernoulli, None),
    (Beta, Exponential, _of_exponential, None),
    (Beta, Gamma, _of_gamma, None),
    (Beta, Normal, _of_normal, None),
    (Beta, Uniform, _of_uniform, lambda p, q: (q.low > 0) | (q.high < 1)),
    (ContinuousBernoulli, Exponential, _of_exponential, None),
    (ContinuousBernoulli, Normal, _of_normal, None),
    (ContinuousBernoulli, Uniform, _of_uniform, lambda p, q: (q.low >= 0) | (q.high <= 1)),
    (Exponential, Gumbel, _of_gumbel, None),
    (Gamma, Exponential, _of_exponential, None),
    (Gamma, Gumbel, _of_gumbel, None),
    (Gamma, Normal, _of_normal, None),
    (Gumbel, Normal, _of_normal, None),
    (Normal, Gumbel, _of_gumbel, None),
    (Pareto, Exponential, _of_exponential, lambda p, q: p.alpha <= 1),
    (Pareto, Gamma, _of_gamma, lambda p, q: p.alpha <= 1),
    (Pareto, Normal, _of_normal, lambda p, q: p.alpha <= 2),
    (Uniform, Beta, _of_beta, lambda p, q: (p.high > 1) | (p.low < 0)),
    (Uniform, ContinuousBernoulli, _of_continuous_bernoulli, lambda p, q: (p.high >= 1) | (p.low <= 0)),
    (Uniform, Exponential, _of_exponential, _below_zero),
    (Uniform, Gamma, _of_gamma, _below_zero),
    (Uniform, Gumbel, _of_gumbel, None),
    (Uniform, Pareto, _of_pareto, lambda p, q: p.low < q.scale),
]

# Where p gives values that q never does
_INFINITE = {
    Beta: [Pareto],
    ContinuousBernoulli: [Pareto],
    Exponential: [Beta, ContinuousBernoulli, Pareto, Uniform],
    Gamma: [Beta, ContinuousBernoulli, Pareto, Uniform],
    Gumbel: [Beta, ContinuousBernoulli, Exponential, Gamma, Pareto, Uniform],
    Laplace: [Beta, ContinuousBernoulli, Exponential, Gamma, Pareto, Uniform],
    Normal: [Beta, ContinuousBernoulli, Exponential, Gamma, Pareto, Uniform],
    Pareto: [Beta, ContinuousBernoulli, Uniform],
    Poisson: [Bernoulli, Binomial],
}


def _finite(expected, outside):
    def divergence(p, q):
        found = -p.entropy() - expected(p, q)
        return found if outside is None else torch.where(outside(p, q), torch.inf, found)

    return divergence


def _infinite(p, q):
    return torch.full(p.batch_shape, torch.inf, dtype=p.mean.dtype, device=p.mean.device)


def register(registry):
    """Enters the pairs of this module."""
    for p, q, expected, outside in _FINITE:
        registry[p, q] = _finite(expected, outside)
    for p, others in _INFINITE.items():
        for q in others:
            registry[p, q] = _infinite
