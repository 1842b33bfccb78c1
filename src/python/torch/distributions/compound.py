"""Distributions of vectors."""

import math

import torch

from . import constraints
from .distribution import Distribution


class Independent(Distribution):
    """The last batch dimensions of a distribution read as one event: log_prob sums over them."""

    def __init__(self, base_distribution, reinterpreted_batch_ndims, validate_args=None):
        self.base_dist = base_distribution
        self.reinterpreted_batch_ndims = reinterpreted_batch_ndims
        shape = base_distribution.batch_shape + base_distribution.event_shape
        event = reinterpreted_batch_ndims + len(base_distribution.event_shape)
        super().__init__(shape[: len(shape) - event], shape[len(shape) - event :], validate_args=validate_args)

    mean = property(lambda self: self.base_dist.mean)
    variance = property(lambda self: self.base_dist.variance)
    has_rsample = property(lambda self: self.base_dist.has_rsample)

    def sample(self, sample_shape=()):
        return self.base_dist.sample(sample_shape)

    def rsample(self, sample_shape=()):
        return self.base_dist.rsample(sample_shape)

    def _summed(self, value):
        dims = tuple(range(-self.reinterpreted_batch_ndims, 0))
        return value.sum(dims) if dims else value

    def log_prob(self, value):
        return self._summed(self.base_dist.log_prob(value))

    def entropy(self):
        return self._summed(self.base_dist.entropy())

    def __repr__(self):
        return f"Independent({self.base_dist}, {self.reinterpreted_batch_ndims})"


class MultivariateNormal(Distribution):
    """Normal vectors of a mean and a covariance matrix."""

    has_rsample = True
    arg_constraints = {"loc": constraints.real_vector, "covariance_matrix": constraints.positive_definite}
    support = constraints.real_vector

    def __init__(self, loc, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
        given = [each is not None for each in (covariance_matrix, precision_matrix, scale_tril)]
        if sum(given) != 1:
            raise ValueError("Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.")
        if precision_matrix is not None:
            covariance_matrix = torch.linalg.inv(precision_matrix)
        self.scale_tril = scale_tril if scale_tril is not None else torch.linalg.cholesky(covariance_matrix)
        shape = torch.broadcast_shapes(loc.shape[:-1], self.scale_tril.shape[:-2])
        self.loc = loc.expand(*shape, loc.shape[-1])
        super().__init__(shape, loc.shape[-1:], validate_args=validate_args)

    mean = mode = property(lambda self: self.loc)
    covariance_matrix = property(lambda self: self.scale_tril @ self.scale_tril.mT)
    variance = property(lambda self: (self.scale_tril**2).sum(-1).expand(self.loc.shape))

    def rsample(self, sample_shape=()):
        eps = torch.randn(self._shape(sample_shape), dtype=self.loc.dtype)
        return self.loc + (self.scale_tril @ eps.unsqueeze(-1)).squeeze(-1)

    def log_prob(self, value):
        self._validate_sample(value)
        difference = (value - self.loc).unsqueeze(-1)
        z = torch.linalg.solve_triangular(self.scale_tril, difference, upper=False).squeeze(-1)
        half_log_det = self.scale_tril.diagonal(0, -2, -1).log().sum(-1)
        return -0.5 * (self.loc.shape[-1] * math.log(2 * math.pi) + (z**2).sum(-1)) - half_log_det

    def entropy(self):
        half_log_det = self.scale_tril.diagonal(0, -2, -1).log().sum(-1)
        return 0.5 * self.loc.shape[-1] * (1.0 + math.log(2 * math.pi)) + half_log_det
