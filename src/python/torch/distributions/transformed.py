"""Distributions of functions of other variables."""

import math

import torch

from . import constraints
from .continuous import Exponential, Uniform
from .distribution import Distribution, broadcast
from .transforms import AffineTransform, ComposeTransform, ExpTransform, PowerTransform, Transform, sum_rightmost


class TransformedDistribution(Distribution):
    """The distribution of transforms(x) for x from a base distribution."""

    def __init__(self, base_distribution, transforms, validate_args=None):
        if isinstance(transforms, Transform):
            transforms = [transforms]
        elif not isinstance(transforms, list) or not all(isinstance(each, Transform) for each in transforms):
            raise ValueError(f"transforms must be a Transform or a list of Transforms, but was {transforms}")
        self.base_dist, self.transforms = base_distribution, transforms
        shape = base_distribution.batch_shape + base_distribution.event_shape
        events = max(len(base_distribution.event_shape), ComposeTransform(transforms).event_dim)
        super().__init__(shape[: len(shape) - events], shape[len(shape) - events :])

    has_rsample = property(lambda self: self.base_dist.has_rsample)

    def sample(self, sample_shape=()):
        with torch.no_grad():
            return self._moved(self.base_dist.sample(sample_shape))

    def rsample(self, sample_shape=()):
        return self._moved(self.base_dist.rsample(sample_shape))

    def _moved(self, x):
        for transform in self.transforms:
            x = transform(x)
        return x

    def log_prob(self, value):
        events = len(self.event_shape)
        total = 0.0
        for transform in reversed(self.transforms):
            before = transform.inv(value)
            stretch = transform.log_abs_det_jacobian(before, value)
            total = total - sum_rightmost(stretch, events - transform.event_dim)
            value = before
        return total + sum_rightmost(self.base_dist.log_prob(value), events - len(self.base_dist.event_shape))

    def cdf(self, value):
        for transform in reversed(self.transforms):
            value = transform.inv(value)
        return self.base_dist.cdf(value)


class Pareto(TransformedDistribution):
    """Numbers from scale upwards whose tail falls as a power alpha."""

    arg_constraints = {"alpha": constraints.positive, "scale": constraints.positive}

    def __init__(self, scale, alpha, validate_args=None):
        self.scale, self.alpha = broadcast(scale, alpha)
        super().__init__(Exponential(self.alpha), [ExpTransform(), AffineTransform(loc=0, scale=self.scale)])

    @property
    def mean(self):
        a = self.alpha.clamp(min=1)
        return a * self.scale / (a - 1)

    @property
    def variance(self):
        a = self.alpha.clamp(min=2)
        return self.scale.pow(2) * a / ((a - 1).pow(2) * (a - 2))

    def entropy(self):
        return (self.scale / self.alpha).log() + (1 + self.alpha.reciprocal())


class Weibull(TransformedDistribution):
    """Lifetimes: scale · E^(1 / concentration) for an exponential E."""

    arg_constraints = {"scale": constraints.positive, "concentration": constraints.positive}

    def __init__(self, scale, concentration, validate_args=None):
        self.scale, self.concentration = broadcast(scale, concentration)
        power = PowerTransform(exponent=self.concentration.reciprocal())
        base = Exponential(torch.ones_like(self.scale))
        super().__init__(base, [power, AffineTransform(loc=0, scale=self.scale)])

    mean = property(lambda self: self.scale * torch.exp(torch.lgamma(1 + self.concentration.reciprocal())))

    @property
    def variance(self):
        first = torch.exp(2 * torch.lgamma(1 + self.concentration.reciprocal()))
        return self.scale.pow(2) * (torch.exp(torch.lgamma(1 + 2 * self.concentration.reciprocal())) - first)


class Kumaraswamy(TransformedDistribution):
    """Numbers in (0, 1), like a Beta distribution but with a simple distribution function."""

    arg_constraints = {"concentration1": constraints.positive, "concentration0": constraints.positive}

    def __init__(self, concentration1, concentration0, validate_args=None):
        self.concentration1, self.concentration0 = broadcast(concentration1, concentration0)
        base = Uniform(torch.zeros_like(self.concentration0), torch.ones_like(self.concentration0))
        super().__init__(base, [
            PowerTransform(exponent=self.concentration0.reciprocal()),
            AffineTransform(loc=1.0, scale=-1.0),
            PowerTransform(exponent=self.concentration1.reciprocal()),
        ])  # fmt: skip


class HalfCauchy(Distribution):
    """The size of a Cauchy number around 0."""

    has_rsample = True

    def __init__(self, scale, validate_args=None):
        (self.scale,) = broadcast(scale)
        super().__init__(self.scale.shape)

    def rsample(self, sample_shape=()):
        shape = self._shape(sample_shape)
        eps = torch.empty(shape, dtype=self.scale.dtype).cauchy_()
        return (eps * self.scale).abs()

    def log_prob(self, value):
        density = -math.log(math.pi) - self.scale.log() - (1 + (value / self.scale) ** 2).log() + math.log(2)
        return torch.where(value >= 0, density, -math.inf)

    def cdf(self, value):
        return 2 * (torch.atan(value / self.scale) / math.pi + 0.5) - 1

    def entropy(self):
        return math.log(4 * math.pi) + self.scale.log() - math.log(2)

    mean = property(lambda self: torch.full_like(self.scale, math.inf))
    variance = property(lambda self: self.scale.pow(2) * math.inf)


class MixtureSameFamily(Distribution):
    """One of several components, chosen by a Categorical distribution."""

    def __init__(self, mixture_distribution, component_distribution, validate_args=None):
        self.mixture_distribution, self.component_distribution = mixture_distribution, component_distribution
        batch = component_distribution.batch_shape[:-1]
        super().__init__(batch, component_distribution.event_shape)

    def _weights(self):
        probs = self.mixture_distribution.probs
        return probs.reshape(probs.shape + (1,) * len(self.event_shape))

    @property
    def mean(self):
        return (self._weights() * self.component_distribution.mean).sum(-1 - len(self.event_shape))

    @property
    def variance(self):
        dim = -1 - len(self.event_shape)
        within = (self._weights() * self.component_distribution.variance).sum(dim)
        mean = self.component_distribution.mean
        return within + (self._weights() * (mean - self.mean.unsqueeze(dim)) ** 2).sum(dim)

    def log_prob(self, value):
        each = self.component_distribution.log_prob(value.unsqueeze(-1 - len(self.event_shape)))
        return torch.logsumexp(each + torch.log_softmax(self.mixture_distribution.logits, -1), -1)

    def sample(self, sample_shape=()):
        with torch.no_grad():
            dim = len(tuple(sample_shape)) + len(self.batch_shape)
            chosen = self.mixture_distribution.sample(sample_shape)
            samples = self.component_distribution.sample(sample_shape)
            places = chosen.reshape(chosen.shape + (1,) * (len(self.event_shape) + 1))
            places = places.expand(chosen.shape + (1,) + tuple(self.event_shape))
            return torch.gather(samples, dim, places).squeeze(dim)

    def __repr__(self):
        return f"MixtureSameFamily(\n  {self.mixture_distribution},\n  {self.component_distribution})"
