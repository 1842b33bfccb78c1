"""Adadelta."""

import torch

from .optimizer import Optimizer, check_not_negative, new_step, next_step


class Adadelta(Optimizer):
    """v ← ρ v + (1 - ρ) g²;  Δ = √(u + eps) / √(v + eps) · g;  u ← ρ u + (1 - ρ) Δ²;  w ← w - lr Δ. Zeiler 2012."""

    _unlisted = {'capturable': False, 'differentiable': False}

    def __init__(self, params, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0, foreach=None, *, capturable=False,
                 maximize=False, differentiable=False):
        check_not_negative('learning rate', lr)
        if not 0.0 <= rho <= 1.0:
            raise ValueError(f'Invalid rho value: {rho}')
        check_not_negative('epsilon value', eps)
        check_not_negative('weight_decay value', weight_decay)
        super().__init__(params, dict(lr=lr, rho=rho, eps=eps, weight_decay=weight_decay, maximize=maximize,
                                      capturable=capturable, foreach=foreach, differentiable=differentiable))

    def _start(self, group, param):
        return {'step': new_step(), 'square_avg': torch.zeros_like(param, requires_grad=False),
                'acc_delta': torch.zeros_like(param, requires_grad=False)}

    def _update(self, group, param, grad, state):
        next_step(state)
        rho, eps = group['rho'], group['eps']
        if group['weight_decay'] != 0:
            grad = grad.add(param, alpha=group['weight_decay'])
        square, moved = state['square_avg'], state['acc_delta']
        square.mul_(rho).addcmul_(grad, grad, value=1 - rho)
        delta = moved.add(eps).sqrt_().div_(square.add(eps).sqrt_()).mul_(grad)
        moved.mul_(rho).addcmul_(delta, delta, value=1 - rho)
        param.add_(delta, alpha=-float(group['lr']))
