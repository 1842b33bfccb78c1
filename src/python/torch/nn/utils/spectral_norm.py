"""The older names of spectral normalisation, on the parametrization."""

from . import parametrize
from .parametrizations import spectral_norm as _parametrized


def spectral_norm(module, name='weight', n_power_iterations=1, eps=1e-12, dim=None):
    """weight / its largest singular value: Miyato et al. 2018."""
    return _parametrized(module, name, n_power_iterations, eps, dim)


def remove_spectral_norm(module, name='weight'):
    """Ends spectral_norm; the weight keeps its present value."""
    return parametrize.remove_parametrizations(module, name)
