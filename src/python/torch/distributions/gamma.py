"""The gamma distribution, and the derivative of its samples."""

import math

import bridge
import torch
from torch._tensor import wrap

from . import constraints
from .exp_family import ExponentialFamily
from .utils import broadcast_all


class Gamma(ExponentialFamily):
    """Waiting times for `concentration` events of a rate."""

    has_rsample = True
    arg_constraints = {"concentration": constraints.positive, "rate": constraints.positive}
    support = constraints.nonnegative

    def __init__(self, concentration, rate, validate_args=None):
        self.concentration, self.rate = broadcast_all(concentration, rate)
        super().__init__(self.concentration.shape, validate_args=validate_args)

    mean = property(lambda self: self.concentration / self.rate)
    mode = property(lambda self: ((self.concentration - 1) / self.rate).clamp(min=0))
    variance = property(lambda self: self.concentration / self.rate.pow(2))

    def rsample(self, sample_shape=()):
        shape = self._shape(sample_shape)
        drawn = standard_gamma(self.concentration.expand(shape)) / self.rate.expand(shape)
        drawn.detach().clamp_(min=torch.finfo(drawn.dtype).tiny)
        return drawn

    def log_prob(self, value):
        self._validate_sample(value)
        a, b = self.concentration, self.rate
        return torch.xlogy(a, b) + torch.xlogy(a - 1, value) - b * value - torch.lgamma(a)

    def entropy(self):
        a = self.concentration
        return a - torch.log(self.rate) + torch.lgamma(a) + (1.0 - a) * torch.digamma(a)


def standard_gamma(concentration):
    """Gamma numbers of rate 1, by Marsaglia and Tsang's method (2000)."""
    return _StandardGamma.apply(concentration)


class _StandardGamma(torch.autograd.Function):
    @staticmethod
    def forward(ctx, concentration):
        plain = concentration.detach().cpu()
        drawn = wrap(bridge.sample_from(plain._handle, 0, 0)).to(concentration.device)
        ctx.save_for_backward(concentration, drawn)
        return drawn

    @staticmethod
    def backward(ctx, grad):
        concentration, drawn = ctx.saved_tensors
        slopes = [_slope(a, x) for a, x in zip(concentration.flatten().tolist(), drawn.flatten().tolist())]
        return grad * torch.tensor(slopes, dtype=grad.dtype, device=grad.device).reshape(drawn.shape)


def _slope(a, x):
    """dx/da at a fixed share of the probability: -(dP/da) / (dP/dx), with the series of the incomplete gamma function
    P(a, x) = Σ xᵃ⁺ⁿ e⁻ˣ / Γ(a + n + 1): Figurnov, Mohamed & Mnih 2018."""
    if x <= 0.0:
        return 0.0
    term = math.exp(a * math.log(x) - x - math.lgamma(a + 1))
    psi, total, n = _digamma(a + 1), 0.0, 0
    while n < 20 + 4 * (x + a) or abs(term) > 1e-17:
        total += term * (math.log(x) - psi)
        n += 1
        psi += 1 / (a + n)
        term *= x / (a + n)
        if n > 10000:
            break
    density = math.exp((a - 1) * math.log(x) - x - math.lgamma(a))
    return -total / density if density > 0.0 else 0.0


def _digamma(x):
    shift = 0.0
    while x < 10:
        shift -= 1 / x
        x += 1
    y = 1 / (x * x)
    return shift + math.log(x) - 0.5 / x - y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y / 240)))
