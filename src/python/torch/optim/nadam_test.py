"""NAdam against the formula of its paper in plain Python; PyTorch 1.13, the oracle elsewhere, computed it wrongly."""

import math

import torch


def test_follows_the_formula():
    """Three steps of one weight with gradients 1, -2, 0.5."""
    lr, beta1, beta2, eps, decay = 0.1, 0.9, 0.999, 1e-8, 4e-3
    w = torch.nn.Parameter(torch.tensor([1.0], dtype=torch.float64))
    optimizer = torch.optim.NAdam([w], lr=lr)
    value, m, v, product = 1.0, 0.0, 0.0, 1.0
    for t, g in enumerate([1.0, -2.0, 0.5], 1):
        w.grad = torch.tensor([g], dtype=torch.float64)
        optimizer.step()
        mu = beta1 * (1 - 0.5 * 0.96 ** (t * decay))
        mu_next = beta1 * (1 - 0.5 * 0.96 ** ((t + 1) * decay))
        product *= mu
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g
        m_hat = mu_next * m / (1 - product * mu_next) + (1 - mu) * g / (1 - product)
        value -= lr * m_hat / (math.sqrt(v / (1 - beta2 ** t)) + eps)
        assert abs(w.item() - value) < 1e-6, (t, w.item(), value)
