"""The von Mises distribution."""

import math

import torch

from . import constraints
from .distribution import Distribution
from .utils import broadcast_all


def _log_bessel(order, x):
    """log I₀(x) or log I₁(x), by Abramowitz & Stegun 9.8.1 to 9.8.4."""
    small, large = _COEFFICIENTS[order]
    y = x / 3.75
    below = _polynomial(y * y, small).log() if order == 0 else (x.abs() * _polynomial(y * y, small)).log()
    above = x - 0.5 * x.log() + _polynomial(3.75 / x, large).log()
    return torch.where(x < 3.75, below, above)


def _polynomial(y, coefficients):
    total = coefficients[-1]
    for coefficient in reversed(coefficients[:-1]):
        total = coefficient + y * total
    return total


_COEFFICIENTS = [
    ([1.0, 3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.360768e-1, 0.45813e-2],
     [0.39894228, 0.1328592e-1, 0.225319e-2, -0.157565e-2, 0.916281e-2, -0.2057706e-1, 0.2635537e-1, -0.1647633e-1, 0.392377e-2]),
    ([0.5, 0.87890594, 0.51498869, 0.15084934, 0.2658733e-1, 0.301532e-2, 0.32411e-3],
     [0.39894228, -0.3988024e-1, -0.362018e-2, 0.163801e-2, -0.1031555e-1, 0.2282967e-1, -0.2895312e-1, 0.1787654e-1, -0.420059e-2]),
]  # fmt: skip


class VonMises(Distribution):
    """Angles around loc; a larger concentration keeps them closer. Sampled as in Best & Fisher 1979."""

    arg_constraints = {"loc": constraints.real, "concentration": constraints.positive}
    support = constraints.real
    has_rsample = False

    def __init__(self, loc, concentration, validate_args=None):
        self.loc, self.concentration = broadcast_all(loc, concentration)
        super().__init__(self.loc.shape, validate_args=validate_args)

    mean = mode = property(lambda self: self.loc)
    variance = property(lambda self: 1 - (_log_bessel(1, self.concentration) - _log_bessel(0, self.concentration)).exp())

    def log_prob(self, value):
        self._validate_sample(value)
        height = self.concentration * torch.cos(value - self.loc)
        return height - math.log(2 * math.pi) - _log_bessel(0, self.concentration)

    def sample(self, sample_shape=()):
        with torch.no_grad():
            shape = self._shape(sample_shape)
            # On the cpu, since a GPU has no float64.
            loc, kappa = self.loc.cpu().double(), self.concentration.cpu().double()
            tau = 1 + (1 + 4 * kappa**2).sqrt()
            rho = (tau - (2 * tau).sqrt()) / (2 * kappa)
            proposal = torch.where(kappa < 1e-5, 1 / kappa + kappa, (1 + rho**2) / (2 * rho)).expand(shape)
            done = proposal.isnan()
            angles = torch.full(shape, math.nan, dtype=torch.float64, device="cpu")
            while not bool(done.all()):
                u1, u2, u3 = torch.rand((3, *shape), dtype=torch.float64, device="cpu").unbind()
                z = torch.cos(math.pi * u1)
                f = (1 + proposal * z) / (proposal + z)
                c = kappa * (proposal - f)
                accepted = ((c * (2 - c) - u2) > 0) | ((c / u2).log() + 1 - c >= 0)
                angles = torch.where(accepted & ~done, (u3 - 0.5).sign() * f.acos(), angles)
                done = done | accepted
            return ((angles + math.pi + loc) % (2 * math.pi) - math.pi).to(self.loc.dtype).to(self.loc.device)
