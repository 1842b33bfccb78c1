"""Ready-made parametrizations: weight_norm, spectral_norm, orthogonal."""

import torch

from .. import functional as F
from ..modules.module import Module
from . import parametrize


def _norm_except(tensor, dim):
    """Length of each slice along `dim`, shaped to broadcast; dim None: of the whole."""
    if dim is None or dim == -1:
        return tensor.norm()
    others = [d for d in range(tensor.dim()) if d != dim % tensor.dim()]
    return tensor.norm(dim=others, keepdim=True) if others else tensor.abs()


class _WeightNorm(Module):
    def __init__(self, dim=0):
        super().__init__()
        self.dim = dim

    def forward(self, weight_g, weight_v):
        return weight_v * (weight_g / _norm_except(weight_v, self.dim))

    def right_inverse(self, weight):
        return _norm_except(weight, self.dim), weight


def weight_norm(module, name='weight', dim=0):
    """weight = g · v / ‖v‖ for each slice along `dim`: Salimans & Kingma 2016.

    The parameters become `parametrizations.weight.original0` (g) and `original1` (v).
    """
    return parametrize.register_parametrization(module, name, _WeightNorm(dim), unsafe=True)


class _SpectralNorm(Module):
    """Divides by the largest singular value, estimated by power iteration."""

    def __init__(self, weight, n_power_iterations=1, dim=0, eps=1e-12):
        super().__init__()
        if n_power_iterations <= 0:
            raise ValueError('Expected n_power_iterations to be positive, but got '
                             f'n_power_iterations={n_power_iterations}')
        self.dim = dim if dim >= 0 else dim + weight.ndim
        self.eps = eps
        if weight.ndim > 1:
            self.n_power_iterations = n_power_iterations
            matrix = self._matrix(weight)
            rows, columns = matrix.shape
            u, v = matrix.new_empty(rows).normal_(0, 1), matrix.new_empty(columns).normal_(0, 1)
            self.register_buffer('_u', F.normalize(u, dim=0, eps=eps))
            self.register_buffer('_v', F.normalize(v, dim=0, eps=eps))
            self._iterate(matrix, 15)

    def _matrix(self, weight):
        if self.dim != 0:
            weight = weight.permute(self.dim, *(d for d in range(weight.dim()) if d != self.dim))
        return weight.flatten(1)

    def _iterate(self, matrix, times):
        with torch.no_grad():
            for _ in range(times):
                self._u = F.normalize(torch.mv(matrix, self._v), dim=0, eps=self.eps)
                self._v = F.normalize(torch.mv(matrix.t(), self._u), dim=0, eps=self.eps)

    def forward(self, weight):
        if weight.ndim == 1:
            return F.normalize(weight, dim=0, eps=self.eps)
        matrix = self._matrix(weight)
        if self.training:
            self._iterate(matrix.detach(), self.n_power_iterations)
        u, v = self._u.clone(), self._v.clone()
        return weight / torch.dot(u, torch.mv(matrix, v))

    def right_inverse(self, value):
        return value


def spectral_norm(module, name='weight', n_power_iterations=1, eps=1e-12, dim=None):
    """weight / its largest singular value: Miyato et al. 2018."""
    weight = getattr(module, name)
    if dim is None:
        transposed = type(module).__name__.startswith('ConvTranspose')
        dim = 1 if transposed else 0
    return parametrize.register_parametrization(module, name,
                                                _SpectralNorm(weight.detach(), n_power_iterations, dim, eps))


class _Orthogonal(Module):
    """The orthogonal factor of a square or tall matrix's QR decomposition."""

    def forward(self, weight):
        tall = weight.size(-2) >= weight.size(-1)
        q, r = torch.linalg.qr(weight if tall else weight.transpose(-2, -1))
        q = q * torch.diagonal(r, dim1=-2, dim2=-1).sign().unsqueeze(-2)
        return q if tall else q.transpose(-2, -1)

    def right_inverse(self, value):
        return self.forward(value)


def orthogonal(module, name='weight', orthogonal_map=None, *, use_trivialization=True):
    """A weight whose rows or columns are orthonormal (kept so by QR; PyTorch's default map is matrix_exp)."""
    if getattr(module, name).ndim < 2:
        raise ValueError(f'Expected a matrix or batch of matrices. Got a tensor of {getattr(module, name).ndim} dimensions.')
    return parametrize.register_parametrization(module, name, _Orthogonal(), unsafe=True)
