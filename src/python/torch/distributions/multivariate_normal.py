"""Normal vectors."""

import math

import torch

from . import constraints
from .distribution import Distribution
from .utils import lazy_property, standard_normal


class MultivariateNormal(Distribution):
    """Normal vectors of a mean and a covariance matrix, its inverse, or its lower triangular root."""

    has_rsample = True
    arg_constraints = {
        "loc": constraints.real_vector,
        "covariance_matrix": constraints.positive_definite,
        "precision_matrix": constraints.positive_definite,
        "scale_tril": constraints.lower_cholesky,
    }
    support = constraints.real_vector

    def __init__(self, loc, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
        if loc.dim() < 1:
            raise ValueError("loc must be at least one-dimensional.")
        given = {"covariance_matrix": covariance_matrix, "scale_tril": scale_tril, "precision_matrix": precision_matrix}
        given = {name: matrix for name, matrix in given.items() if matrix is not None}
        if len(given) != 1:
            raise ValueError("Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.")
        ((name, matrix),) = given.items()
        if matrix.dim() < 2:
            named = "scale_tril matrix" if name == "scale_tril" else name
            raise ValueError(f"{named} must be at least two-dimensional, with optional leading batch dimensions")
        batch = torch.broadcast_shapes(matrix.shape[:-2], loc.shape[:-1])
        setattr(self, name, matrix.expand(tuple(batch) + (-1, -1)))
        self.loc = loc.expand(tuple(batch) + (-1,))
        super().__init__(batch, self.loc.shape[-1:], validate_args=validate_args)
        if name == "scale_tril":
            self._root = matrix
        elif name == "covariance_matrix":
            self._root = torch.linalg.cholesky(matrix)
        else:
            turned = torch.linalg.cholesky(torch.flip(matrix, (-2, -1))).flip((-2, -1)).mT
            self._root = torch.linalg.solve_triangular(turned, torch.eye(matrix.shape[-1], dtype=matrix.dtype), upper=False)

    def _square(self, matrix):
        return matrix.expand(tuple(self._batch_shape + self._event_shape) + tuple(self._event_shape))

    @lazy_property
    def scale_tril(self):
        return self._square(self._root)

    @lazy_property
    def covariance_matrix(self):
        return self._square(self._root @ self._root.mT)

    @lazy_property
    def precision_matrix(self):
        return self._square(torch.cholesky_inverse(self._root))

    mean = mode = property(lambda self: self.loc)
    variance = property(lambda self: self._root.pow(2).sum(-1).expand(self._batch_shape + self._event_shape))

    def rsample(self, sample_shape=()):
        eps = standard_normal(self._shape(sample_shape), self.loc)
        return self.loc + torch.matmul(self._root, eps.unsqueeze(-1)).squeeze(-1)

    def _half_log_det(self):
        return self._root.diagonal(dim1=-2, dim2=-1).log().sum(-1)

    def log_prob(self, value):
        self._validate_sample(value)
        away = (value - self.loc).unsqueeze(-1)
        z = torch.linalg.solve_triangular(self._root, away, upper=False).squeeze(-1)
        return -0.5 * (self._event_shape[0] * math.log(2 * math.pi) + z.pow(2).sum(-1)) - self._half_log_det()

    def entropy(self):
        value = 0.5 * self._event_shape[0] * (1.0 + math.log(2 * math.pi)) + self._half_log_det()
        return value.expand(self._batch_shape)
