"""The Wishart distribution of positive definite matrices. Sampling: M. S. Bartlett, 1933."""

import math
import warnings

import torch

from . import constraints
from .chi2 import Chi2
from .distribution import Distribution
from .multivariate_normal import MultivariateNormal
from .utils import lazy_property


class Wishart(Distribution):
    """The sum of df outer products of normal vectors with the given covariance (df may be any number above size - 1)."""

    has_rsample = True
    arg_constraints = {
        "covariance_matrix": constraints.positive_definite,
        "precision_matrix": constraints.positive_definite,
        "scale_tril": constraints.lower_cholesky,
        "df": constraints.positive,
    }
    support = constraints.positive_definite

    def __init__(self, df, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
        given = {"covariance_matrix": covariance_matrix, "scale_tril": scale_tril, "precision_matrix": precision_matrix}
        given = {name: matrix for name, matrix in given.items() if matrix is not None}
        if len(given) != 1:
            raise AssertionError("Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.")
        ((name, matrix),) = given.items()
        if matrix.dim() < 2:
            raise ValueError("scale_tril must be at least two-dimensional, with optional leading batch dimensions")
        size = matrix.shape[-1]
        df = torch.as_tensor(df, dtype=matrix.dtype)
        batch = torch.broadcast_shapes(matrix.shape[:-2], df.shape)
        self.df = df.expand(batch)
        if self.df.le(size - 1).any():
            raise ValueError(f"Value of df={df} expected to be greater than ndim - 1 = {size - 1}.")
        setattr(self, name, matrix.expand(tuple(batch) + (-1, -1)))
        super().__init__(batch, matrix.shape[-2:], validate_args=validate_args)
        normal = MultivariateNormal(torch.zeros(size, dtype=matrix.dtype), **given)
        self._root = normal._root
        self._chi2 = Chi2(self.df.unsqueeze(-1) - torch.arange(size, dtype=matrix.dtype))

    def _whole(self, matrix):
        return matrix.expand(tuple(self._batch_shape + self._event_shape))

    @lazy_property
    def scale_tril(self):
        return self._whole(self._root)

    @lazy_property
    def covariance_matrix(self):
        return self._whole(self._root @ self._root.mT)

    @lazy_property
    def precision_matrix(self):
        return self._whole(torch.cholesky_inverse(self._root))

    _degrees = property(lambda self: self.df.reshape(tuple(self._batch_shape) + (1, 1)))
    mean = property(lambda self: self._degrees * self.covariance_matrix)

    @property
    def mode(self):
        factor = self._degrees - self._event_shape[-1] - 1
        return torch.where(factor > 0, factor, torch.nan) * self.covariance_matrix

    @property
    def variance(self):
        V = self.covariance_matrix
        diagonal = V.diagonal(dim1=-2, dim2=-1)
        return self._degrees * (V.pow(2) + diagonal.unsqueeze(-1) * diagonal.unsqueeze(-2))

    def rsample(self, sample_shape=()):
        sample = self._drawn(sample_shape)
        # PyTorch draws again what is positive definite too, with its warning: the numbers follow from that.
        again = self._fits(sample)
        if again.any():
            warnings.warn("Singular sample detected.", stacklevel=2)
            for _ in range(10):
                fresh = self._drawn(again[again].shape)
                sample[again] = fresh
                again[again.clone()] = ~self._fits(fresh)
                if not again.any():
                    break
        return sample

    def _fits(self, sample):
        fits = self.support.check(sample)
        return fits.amax(tuple(range(-len(self._batch_shape), 0))) if self._batch_shape else fits

    def _drawn(self, sample_shape):
        size = self._event_shape[-1]
        noise = self._chi2.rsample(sample_shape).sqrt().diag_embed()
        rows, columns = torch.tril_indices(size, size, offset=-1)
        noise[..., rows, columns] = torch.randn(*sample_shape, *self._batch_shape, size * (size - 1) // 2, dtype=noise.dtype)
        root = self._root @ noise
        return root @ root.mT

    def _log_root(self):
        return self._root.diagonal(dim1=-2, dim2=-1).log().sum(-1)

    def log_prob(self, value):
        self._validate_sample(value)
        n, p = self.df, self._event_shape[-1]
        inner = torch.cholesky_solve(value, self._root).diagonal(dim1=-2, dim2=-1).sum(-1)
        constant = -n * (p * math.log(2) / 2 + self._log_root()) - torch.mvlgamma(n / 2, p)
        return constant + (n - p - 1) / 2 * torch.linalg.slogdet(value).logabsdet - inner / 2

    def entropy(self):
        n, p = self.df, self._event_shape[-1]
        digammas = torch.digamma((n.unsqueeze(-1) - torch.arange(p, dtype=n.dtype)) / 2).sum(-1)
        return (
            (p + 1) * (p * math.log(2) / 2 + self._log_root()) + torch.mvlgamma(n / 2, p) - (n - p - 1) / 2 * digammas + n * p / 2
        )
