"""torch.distributions: the distributions that lessons use, with sampling, log probabilities, entropy and divergences."""

from .distribution import Distribution
from .discrete import Bernoulli, Binomial, Categorical, Geometric, OneHotCategorical, Poisson
from .continuous import (
    Beta, Cauchy, Chi2, Dirichlet, Exponential, Gamma, Gumbel, HalfNormal, Laplace, LogNormal, Normal, StudentT, Uniform,
)  # fmt: skip
from .compound import Independent, MultivariateNormal
from .kl import kl_divergence, register_kl
from .transformed import HalfCauchy, Kumaraswamy, MixtureSameFamily, Pareto, TransformedDistribution, Weibull
from .transforms import (
    AbsTransform, AffineTransform, ComposeTransform, ExpTransform, PowerTransform, SigmoidTransform, SoftmaxTransform,
    SoftplusTransform, TanhTransform, Transform, identity_transform,
)  # fmt: skip

__all__ = [
    "Bernoulli", "Beta", "Binomial", "Categorical", "Cauchy", "Chi2", "Dirichlet", "Distribution", "Exponential", "Gamma",
    "Geometric", "Gumbel", "HalfNormal", "Independent", "Laplace", "LogNormal", "MultivariateNormal", "Normal", "OneHotCategorical",
    "Poisson", "StudentT", "Uniform", "kl_divergence", "register_kl", "HalfCauchy", "Kumaraswamy", "MixtureSameFamily", "Pareto",
    "TransformedDistribution", "Weibull", "AbsTransform", "AffineTransform", "ComposeTransform", "ExpTransform", "PowerTransform",
    "SigmoidTransform", "SoftmaxTransform", "SoftplusTransform", "TanhTransform", "Transform", "identity_transform",
]  # fmt: skip
