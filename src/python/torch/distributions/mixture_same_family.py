"""Mixtures of distributions of one kind."""

import torch

from . import constraints
from .categorical import Categorical
from .distribution import Distribution


class MixtureSameFamily(Distribution):
    """One of several components, chosen by a Categorical distribution."""

    arg_constraints = {}

    def __init__(self, mixture_distribution, component_distribution, validate_args=None):
        if not isinstance(mixture_distribution, Categorical):
            raise ValueError(" The Mixture distribution needs to be an  instance of torch.distributions.Categorical")
        if not isinstance(component_distribution, Distribution):
            raise ValueError("The Component distribution need to be an instance of torch.distributions.Distribution")
        kinds, parts = mixture_distribution.logits.shape[-1], component_distribution.batch_shape[-1]
        if kinds != parts:
            raise ValueError(f"`mixture_distribution component` ({kinds}) does not equal `component_distribution.batch_shape[-1]` ({parts})")
        self._mixture_distribution, self._component_distribution = mixture_distribution, component_distribution
        batch = component_distribution.batch_shape[:-1]
        super().__init__(batch, component_distribution.event_shape, validate_args=validate_args)

    mixture_distribution = property(lambda self: self._mixture_distribution)
    component_distribution = property(lambda self: self._component_distribution)
    has_rsample = False

    @property
    def support(self):
        inner = self._component_distribution.support
        return inner if isinstance(inner, constraints.Constraint) else None

    def _weights(self):
        probs = self.mixture_distribution.probs
        return probs.reshape(probs.shape + (1,) * len(self._event_shape))

    @property
    def mean(self):
        return (self._weights() * self.component_distribution.mean).sum(-1 - len(self._event_shape))

    @property
    def variance(self):
        dim = -1 - len(self._event_shape)
        within = (self._weights() * self.component_distribution.variance).sum(dim)
        mean = self.component_distribution.mean
        return within + (self._weights() * (mean - self.mean.unsqueeze(dim)).pow(2.0)).sum(dim)

    def cdf(self, value):
        below = self.component_distribution.cdf(value.unsqueeze(-1 - len(self._event_shape)))
        return (below * self.mixture_distribution.probs).sum(-1)

    def log_prob(self, value):
        self._validate_sample(value)
        each = self.component_distribution.log_prob(value.unsqueeze(-1 - len(self._event_shape)))
        return torch.logsumexp(each + torch.log_softmax(self.mixture_distribution.logits, dim=-1), dim=-1)

    def sample(self, sample_shape=()):
        with torch.no_grad():
            dim = len(tuple(sample_shape)) + len(self._batch_shape)
            chosen = self.mixture_distribution.sample(sample_shape)
            samples = self.component_distribution.sample(sample_shape)
            places = chosen.reshape(chosen.shape + (1,) * (len(self._event_shape) + 1))
            places = places.expand(chosen.shape + (1,) + tuple(self._event_shape))
            return torch.gather(samples, dim, places).squeeze(dim)

    def __repr__(self):
        return f"MixtureSameFamily(\n  {self.mixture_distribution},\n  {self.component_distribution})"
