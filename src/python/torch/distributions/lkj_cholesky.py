"""Cholesky factors of random correlation matrices. Source: D. Lewandowski, D. Kurowicka, H. Joe, 2009 (the onion method)."""

import math

import torch

from . import constraints
from .beta import Beta
from .distribution import Distribution
from .utils import broadcast_all


class LKJCholesky(Distribution):
    """Lower triangular L so that L L^T is a correlation matrix whose density grows with det ** (concentration - 1)."""

    arg_constraints = {"concentration": constraints.positive}
    support = constraints.corr_cholesky

    def __init__(self, dim, concentration=1.0, validate_args=None):
        if dim < 2:
            raise ValueError(f"Expected dim to be an integer greater than or equal to 2. Found dim={dim}.")
        self.dim = dim
        (self.concentration,) = broadcast_all(concentration)
        marginal = self.concentration + 0.5 * (dim - 2)
        offset = torch.arange(dim - 1, dtype=marginal.dtype)
        offset = torch.cat([torch.zeros(1, dtype=marginal.dtype), offset])
        self._beta = Beta(offset + 0.5, marginal.unsqueeze(-1) - 0.5 * offset)
        super().__init__(self.concentration.shape, torch.Size((dim, dim)), validate_args=validate_args)

    def sample(self, sample_shape=()):
        with torch.no_grad():
            y = self._beta.sample(sample_shape).unsqueeze(-1)
            directions = torch.randn(self._shape(sample_shape), dtype=y.dtype).tril(-1)
            directions = directions / directions.norm(dim=-1, keepdim=True)
            directions[..., 0, :] = 0.0
            w = torch.sqrt(y) * directions
            rest = torch.clamp(1 - torch.sum(w**2, dim=-1), min=torch.finfo(w.dtype).tiny).sqrt()
            return w + torch.diag_embed(rest)

    def log_prob(self, value):
        self._validate_sample(value)
        diagonal = value.diagonal(dim1=-1, dim2=-2)[..., 1:]
        order = 2 * (self.concentration - 1).unsqueeze(-1) + self.dim - torch.arange(2, self.dim + 1, dtype=value.dtype)
        others = self.dim - 1
        alpha = self.concentration + 0.5 * others
        constant = 0.5 * others * math.log(math.pi) + torch.mvlgamma(alpha - 0.5, others) - torch.lgamma(alpha) * others
        return (order * diagonal.log()).sum(-1) - constant
