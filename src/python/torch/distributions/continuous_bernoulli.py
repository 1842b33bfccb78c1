"""The continuous Bernoulli distribution."""

import math

import torch

from . import constraints
from .exp_family import ExponentialFamily
from .utils import broadcast_all, clamp_probs, lazy_property, logits_to_probs, one_of, probs_to_logits


class ContinuousBernoulli(ExponentialFamily):
    """Numbers in [0, 1] of density ∝ pˣ (1 - p)¹⁻ˣ: Loaiza-Ganem & Cunningham 2019."""

    has_rsample = True
    arg_constraints = {"probs": constraints.unit_interval, "logits": constraints.real}
    support = constraints.unit_interval

    def __init__(self, probs=None, logits=None, lims=(0.499, 0.501), validate_args=None):
        if one_of(probs, logits):
            (self.probs,) = broadcast_all(probs)
            self.probs = clamp_probs(self.probs)
        else:
            (self.logits,) = broadcast_all(logits)
        self._lims = lims
        shape = (self.logits if probs is None else self.probs).shape
        super().__init__(shape, validate_args=validate_args)

    @lazy_property
    def probs(self):
        return clamp_probs(logits_to_probs(self.logits, is_binary=True))

    @lazy_property
    def logits(self):
        return probs_to_logits(self.probs, is_binary=True)

    def _unstable(self):
        """Where p is so near ½ that the formulas divide 0 by 0."""
        return (self.probs > self._lims[0]) & (self.probs <= self._lims[1])

    def _safe(self):
        return torch.where(self._unstable(), self._lims[0], self.probs)

    def _log_normaliser(self):
        p = self._safe()
        value = torch.log((torch.log1p(-p) - torch.log(p)).abs()) - torch.log((1 - 2 * p).abs())
        x = (self.probs - 0.5).pow(2)
        return torch.where(self._unstable(), math.log(2.0) + (4.0 / 3.0 + 104.0 / 45.0 * x) * x, value)

    @property
    def mean(self):
        p = self._safe()
        value = p / (2.0 * p - 1.0) + 1.0 / (torch.log1p(-p) - torch.log(p))
        x = self.probs - 0.5
        return torch.where(self._unstable(), 0.5 + (1.0 / 3.0 + 16.0 / 45.0 * x.pow(2)) * x, value)

    @property
    def variance(self):
        p = self._safe()
        value = p * (p - 1.0) / (1.0 - 2.0 * p).pow(2) + 1.0 / (torch.log1p(-p) - torch.log(p)).pow(2)
        x = (self.probs - 0.5).pow(2)
        return torch.where(self._unstable(), 1.0 / 12.0 - (1.0 / 15.0 - 128.0 / 945.0 * x) * x, value)

    def rsample(self, sample_shape=()):
        return self.icdf(torch.rand(self._shape(sample_shape), dtype=self.probs.dtype))

    def log_prob(self, value):
        self._validate_sample(value)
        logits, value = broadcast_all(self.logits, value)
        plain = torch.nn.functional.binary_cross_entropy_with_logits(logits, value, reduction="none")
        return -plain + self._log_normaliser()

    def icdf(self, value):
        p = self._safe()
        stretched = (torch.log1p(-p + value * (2.0 * p - 1.0)) - torch.log1p(-p)) / (torch.log(p) - torch.log1p(-p))
        return torch.where(self._unstable(), value, stretched)

    def entropy(self):
        fall, rise = torch.log1p(-self.probs), torch.log(self.probs)
        return self.mean * (fall - rise) - self._log_normaliser() - fall
