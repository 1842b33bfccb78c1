"""Adamax."""

import torch

from .optimizer import Optimizer, check_betas, check_not_negative, new_step, next_step


class Adamax(Optimizer):
    """m as in Adam;  u ← max(β₂ u, |g| + eps);  w ← w - lr / (1 - β₁ᵗ) · m / u. Kingma & Ba 2014."""

    _unlisted = {'capturable': False, 'differentiable': False}

    def __init__(self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, foreach=None, *, maximize=False,
                 differentiable=False, capturable=False):
        check_not_negative('learning rate', lr)
        check_not_negative('epsilon value', eps)
        check_betas(betas)
        check_not_negative('weight_decay value', weight_decay)
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, foreach=foreach,
                                      maximize=maximize, differentiable=differentiable, capturable=capturable))

    def _start(self, group, param):
        return {'step': new_step(), 'exp_avg': torch.zeros_like(param, requires_grad=False),
                'exp_inf': torch.zeros_like(param, requires_grad=False)}

    def _update(self, group, param, grad, state):
        step = next_step(state)
        beta1, beta2 = group['betas']
        if group['weight_decay'] != 0:
            grad = grad.add(param, alpha=group['weight_decay'])
        mean, largest = state['exp_avg'], state['exp_inf']
        mean.mul_(beta1).add_(grad, alpha=1 - beta1)
        largest.copy_(torch.maximum(largest.mul_(beta2), grad.abs().add_(group['eps'])))
        param.addcdiv_(mean, largest, value=-float(group['lr']) / (1 - beta1 ** step))
