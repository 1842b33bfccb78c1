"""Kullback–Leibler divergences of pairs of distributions."""

import math

import torch

from . import _kl_mixed
from ._moved import Gumbel, HalfNormal, LogNormal, Pareto
from .bernoulli import Bernoulli
from .beta import Beta
from .binomial import Binomial
from .categorical import Categorical
from .cauchy import Cauchy
from .continuous_bernoulli import ContinuousBernoulli
from .dirichlet import Dirichlet
from .exp_family import ExponentialFamily
from .exponential import Exponential
from .gamma import Gamma
from .geometric import Geometric
from .independent import Independent
from .laplace import Laplace
from .lowrank_multivariate_normal import LowRankMultivariateNormal
from .multivariate_normal import MultivariateNormal
from .normal import Normal
from .one_hot_categorical import OneHotCategorical
from .poisson import Poisson
from .transformed_distribution import TransformedDistribution
from .uniform import Uniform
from .utils import euler_constant, sum_rightmost

_registered = {}
_kl_mixed.register(_registered)


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


@register_kl(ExponentialFamily, ExponentialFamily)
def _families(p, q):
    if type(p) is not type(q):
        space = " " * 28
        raise NotImplementedError(
            f"The cross KL-divergence between different exponential families cannot {space}be computed using Bregman divergences"
        )
    raise NotImplementedError(f"No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}")


@register_kl(Normal, Normal)
def _normal(p, q):
    ratio = (p.scale / q.scale).pow(2)
    distance = ((p.loc - q.loc) / q.scale).pow(2)
    return 0.5 * (ratio + distance - 1 - ratio.log())


@register_kl(Categorical, Categorical)
def _categorical(p, q):
    terms = p.probs * (p.logits - q.logits)
    terms = torch.where((q.probs == 0).expand_as(terms), torch.inf, terms)
    return torch.where((p.probs == 0).expand_as(terms), 0.0, terms).sum(-1)


@register_kl(OneHotCategorical, OneHotCategorical)
def _one_hot(p, q):
    return _categorical(p._categorical, q._categorical)


def _binary(p, q):
    one = p.probs * (torch.nn.functional.softplus(-q.logits) - torch.nn.functional.softplus(-p.logits))
    zero = (1 - p.probs) * (torch.nn.functional.softplus(q.logits) - torch.nn.functional.softplus(p.logits))
    one = torch.where(q.probs == 0, torch.inf, one).masked_fill(p.probs == 0, 0)
    zero = torch.where(q.probs == 1, torch.inf, zero).masked_fill(p.probs == 1, 0)
    return one + zero


register_kl(Bernoulli, Bernoulli)(_binary)


@register_kl(Binomial, Binomial)
def _binomial(p, q):
    if bool((p.total_count < q.total_count).any()):
        raise NotImplementedError("KL between Binomials where q.total_count > p.total_count is not implemented")
    kl = p.total_count * (p.probs * (p.logits - q.logits) + (-p.probs).log1p() - (-q.probs).log1p())
    return torch.where((p.total_count > q.total_count).expand_as(kl), torch.inf, kl)


@register_kl(Beta, Beta)
def _beta(p, q):
    p_sum, q_sum = p.concentration1 + p.concentration0, q.concentration1 + q.concentration0
    logs = (
        q.concentration1.lgamma() + q.concentration0.lgamma() + p_sum.lgamma()
        - p.concentration1.lgamma() - p.concentration0.lgamma() - q_sum.lgamma()
    )  # fmt: skip
    first = (p.concentration1 - q.concentration1) * torch.digamma(p.concentration1)
    second = (p.concentration0 - q.concentration0) * torch.digamma(p.concentration0)
    return logs + first + second + (q_sum - p_sum) * torch.digamma(p_sum)


@register_kl(Cauchy, Cauchy)
def _cauchy(p, q):
    """Chyzak & Nielsen, A closed-form formula for the Kullback-Leibler divergence between Cauchy distributions, 2019."""
    return ((p.scale + q.scale).pow(2) + (p.loc - q.loc).pow(2)).log() - (4 * p.scale * q.scale).log()


@register_kl(ContinuousBernoulli, ContinuousBernoulli)
def _continuous_bernoulli(p, q):
    own = p.mean * p.logits + torch.log1p(-p.probs) + p._log_normaliser()
    return own - (p.mean * q.logits + torch.log1p(-q.probs) + q._log_normaliser())


@register_kl(Dirichlet, Dirichlet)
def _dirichlet(p, q):
    p_sum, q_sum = p.concentration.sum(-1), q.concentration.sum(-1)
    logs = p_sum.lgamma() - q_sum.lgamma() - (p.concentration.lgamma() - q.concentration.lgamma()).sum(-1)
    away = p.concentration.digamma() - p_sum.digamma().unsqueeze(-1)
    return logs + ((p.concentration - q.concentration) * away).sum(-1)


@register_kl(Gamma, Gamma)
def _gamma(p, q):
    return (
        q.concentration * (p.rate / q.rate).log() + torch.lgamma(q.concentration) - torch.lgamma(p.concentration)
        + (p.concentration - q.concentration) * torch.digamma(p.concentration) + (q.rate - p.rate) * (p.concentration / p.rate)
    )  # fmt: skip


@register_kl(Exponential, Exponential)
def _exponential(p, q):
    ratio = q.rate / p.rate
    return -ratio.log() + ratio - 1


@register_kl(Exponential, Gamma)
def _exponential_gamma(p, q):
    ratio = q.rate / p.rate
    return -q.concentration * torch.log(ratio) + ratio + q.concentration.lgamma() + q.concentration * euler_constant - (1 + euler_constant)


@register_kl(Exponential, Normal)
def _exponential_normal(p, q):
    variance, rate = q.scale.pow(2), p.rate.pow(2)
    return 0.5 * torch.log(rate * variance * 2 * math.pi) - 1 + (1 / rate - q.loc / p.rate + q.loc.pow(2) / 2) / variance


@register_kl(Poisson, Poisson)
def _poisson(p, q):
    return p.rate * (p.rate.log() - q.rate.log()) - (p.rate - q.rate)


@register_kl(Geometric, Geometric)
def _geometric(p, q):
    return -p.entropy() - torch.log1p(-q.probs) / p.probs - q.logits


@register_kl(Laplace, Laplace)
def _laplace(p, q):
    ratio, away = p.scale / q.scale, (p.loc - q.loc).abs()
    return -ratio.log() + away / q.scale + ratio * torch.exp(-away / p.scale) - 1


@register_kl(Laplace, Normal)
def _laplace_normal(p, q):
    variance = q.scale.pow(2)
    ratio = p.scale.pow(2) / variance
    loc = 0.5 * p.loc.pow(2) - p.loc * q.loc + 0.5 * q.loc.pow(2)
    return -0.5 * torch.log(2 * ratio / math.pi) + ratio + loc / variance - 1


@register_kl(Normal, Laplace)
def _normal_laplace(p, q):
    away = p.loc - q.loc
    ratio, z = p.scale / q.scale, away / p.scale
    near = math.sqrt(2 / math.pi) * p.scale * torch.exp(-0.5 * z.pow(2)) + away * torch.erf(math.sqrt(0.5) * z)
    return -torch.log(ratio) + near / q.scale - (0.5 + 0.5 * math.log(0.5 * math.pi))


@register_kl(Gumbel, Gumbel)
def _gumbel(p, q):
    ratio, q_over, p_over = p.scale / q.scale, q.loc / q.scale, p.loc / q.scale
    return -ratio.log() - q_over + p_over + ratio * euler_constant + torch.exp(q_over + (1 + ratio).lgamma() - p_over) - (1 + euler_constant)


@register_kl(HalfNormal, HalfNormal)
def _half_normal(p, q):
    return _normal(p.base_dist, q.base_dist)


@register_kl(LogNormal, LogNormal)
@register_kl(TransformedDistribution, TransformedDistribution)
def _transformed(p, q):
    if p.transforms != q.transforms or p.event_shape != q.event_shape:
        raise NotImplementedError
    return kl_divergence(p.base_dist, q.base_dist)


@register_kl(Pareto, Pareto)
def _pareto(p, q):
    scale, ratio = p.scale / q.scale, q.alpha / p.alpha
    kl = q.alpha * scale.log() - ratio.log() + ratio - 1
    return torch.where(p.scale < q.scale, torch.inf, kl)


@register_kl(Uniform, Uniform)
def _uniform(p, q):
    kl = torch.log((q.high - q.low) / (p.high - p.low))
    return torch.where((q.low > p.low) | (q.high < p.high), torch.inf, kl)


@register_kl(Uniform, Normal)
def _uniform_normal(p, q):
    width = p.high - p.low
    spread = width.pow(2) / 12 + ((p.high + p.low - 2 * q.loc) / 2).pow(2)
    return (math.sqrt(math.pi * 2) * q.scale / width).log() + 0.5 * spread / q.scale.pow(2)


@register_kl(Independent, Independent)
def _independent(p, q):
    if p.reinterpreted_batch_ndims != q.reinterpreted_batch_ndims:
        raise NotImplementedError
    return sum_rightmost(kl_divergence(p.base_dist, q.base_dist), p.reinterpreted_batch_ndims)


@register_kl(LowRankMultivariateNormal, LowRankMultivariateNormal)
@register_kl(LowRankMultivariateNormal, MultivariateNormal)
@register_kl(MultivariateNormal, LowRankMultivariateNormal)
@register_kl(MultivariateNormal, MultivariateNormal)
def _multivariate(p, q):
    if p.event_shape != q.event_shape:
        ranks = [isinstance(each, LowRankMultivariateNormal) for each in (p, q)]
        named = "Low Rank " if all(ranks) else "(Low Rank) " if any(ranks) else ""
        space = " " * 26
        raise ValueError(f"KL-divergence between two {named}Multivariate Normals with{space}different event shapes cannot be computed")
    own, other = (each.scale_tril for each in (p, q))
    between = torch.linalg.solve_triangular(other, own, upper=False).pow(2).sum((-2, -1))
    away = torch.linalg.solve_triangular(other, (q.loc - p.loc).unsqueeze(-1), upper=False).pow(2).sum((-2, -1))
    own_half, other_half = (root.diagonal(dim1=-2, dim2=-1).log().sum(-1) for root in (own, other))
    return other_half - own_half + 0.5 * (between + away - p.event_shape[0])
