"""Student's t distribution."""

import math

import torch

from . import constraints
from .chi2 import Chi2
from .distribution import Distribution
from .utils import broadcast_all, standard_normal


class StudentT(Distribution):
    """A normal number over the root of an independent χ² / df."""

    has_rsample = True
    arg_constraints = {"df": constraints.positive, "loc": constraints.real, "scale": constraints.positive}
    support = constraints.real

    def __init__(self, df, loc=0.0, scale=1.0, validate_args=None):
        self.df, self.loc, self.scale = broadcast_all(df, loc, scale)
        self._chi2 = Chi2(self.df)
        super().__init__(self.df.shape, validate_args=validate_args)

    mean = property(lambda self: torch.where(self.df > 1, self.loc, math.nan))
    mode = property(lambda self: self.loc)

    @property
    def variance(self):
        wide = torch.where(self.df > 2, self.scale.pow(2) * self.df / (self.df - 2), math.inf)
        return torch.where(self.df > 1, wide, math.nan)

    def rsample(self, sample_shape=()):
        x = standard_normal(self._shape(sample_shape), self.df)
        z = self._chi2.rsample(sample_shape)
        return self.loc + self.scale * x * torch.rsqrt(z / self.df)

    def _log_normaliser(self):
        half = torch.lgamma(0.5 * self.df) - torch.lgamma(0.5 * (self.df + 1.0))
        return self.scale.log() + 0.5 * self.df.log() + 0.5 * math.log(math.pi) + half

    def log_prob(self, value):
        self._validate_sample(value)
        y = (value - self.loc) / self.scale
        return -0.5 * (self.df + 1.0) * torch.log1p(y**2.0 / self.df) - self._log_normaliser()

    def entropy(self):
        a, b = 0.5 * (self.df + 1), 0.5 * self.df
        beta = torch.lgamma(b) + math.lgamma(0.5) - torch.lgamma(a)
        return self.scale.log() + a * (torch.digamma(a) - torch.digamma(b)) + 0.5 * self.df.log() + beta
