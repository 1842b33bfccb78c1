"""Kullback–Leibler divergences of pairs of distributions."""

import torch

from .compound import Independent, MultivariateNormal
from .continuous import Exponential, Normal, Uniform
from .discrete import Bernoulli, Categorical

_registered = {}


def register_kl(type_p, type_q):
    """Registers the divergence of two types: a decorator."""

    def register(function):
        _registered[(type_p, type_q)] = function
        return function

    return register


def kl_divergence(p, q):
    """The expected log p(x) - log q(x) for x drawn from p."""
    for first in type(p).__mro__:
        for second in type(q).__mro__:
            if (first, second) in _registered:
                return _registered[(first, second)](p, q)
    raise NotImplementedError(f"No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}")


@register_kl(Normal, Normal)
def _normal(p, q):
    ratio = (p.scale / q.scale).pow(2)
    distance = ((p.loc - q.loc) / q.scale).pow(2)
    return 0.5 * (ratio + distance - 1 - ratio.log())


@register_kl(Categorical, Categorical)
def _categorical(p, q):
    return (p.probs * (p.logits - q.logits)).sum(-1)


@register_kl(Bernoulli, Bernoulli)
def _bernoulli(p, q):
    one = torch.xlogy(p.probs, p.probs / q.probs)
    return one + torch.xlogy(1 - p.probs, (1 - p.probs) / (1 - q.probs))


@register_kl(Exponential, Exponential)
def _exponential(p, q):
    ratio = q.rate / p.rate
    return ratio - 1 - ratio.log()


@register_kl(Uniform, Uniform)
def _uniform(p, q):
    outside = (q.low > p.low) | (q.high < p.high)
    return torch.where(outside, torch.inf, torch.log((q.high - q.low) / (p.high - p.low)))


@register_kl(Independent, Independent)
def _independent(p, q):
    return p._summed(kl_divergence(p.base_dist, q.base_dist))


@register_kl(MultivariateNormal, MultivariateNormal)
def _multivariate(p, q):
    half = (q.scale_tril.diagonal(0, -2, -1).log() - p.scale_tril.diagonal(0, -2, -1).log()).sum(-1)
    between = torch.linalg.solve_triangular(q.scale_tril, p.scale_tril, upper=False).pow(2).sum((-2, -1))
    mean = torch.linalg.solve_triangular(q.scale_tril, (q.loc - p.loc).unsqueeze(-1), upper=False).pow(2).sum((-2, -1))
    return half + 0.5 * (between + mean - p.loc.shape[-1])
