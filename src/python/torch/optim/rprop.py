"""Resilient backpropagation."""

import torch

from .optimizer import Optimizer, check_not_negative, new_step, next_step


class Rprop(Optimizer):
    """Steps of a size of their own for each weight, grown while the gradient keeps its sign. Riedmiller & Braun 1993."""

    _unlisted = {'capturable': False, 'differentiable': False}

    def __init__(self, params, lr=1e-2, etas=(0.5, 1.2), step_sizes=(1e-6, 50), *, capturable=False, foreach=None,
                 maximize=False, differentiable=False):
        check_not_negative('learning rate', lr)
        if not 0.0 < etas[0] < 1.0 < etas[1]:
            raise ValueError(f'Invalid eta values: {etas[0]}, {etas[1]}')
        super().__init__(params, dict(lr=lr, etas=etas, step_sizes=step_sizes, foreach=foreach, maximize=maximize,
                                      differentiable=differentiable, capturable=capturable))

    def _start(self, group, param):
        return {'step': new_step(), 'prev': torch.zeros_like(param, requires_grad=False),
                'step_size': torch.full_like(param, float(group['lr']), requires_grad=False)}

    def _update(self, group, param, grad, state):
        next_step(state)
        shrink, grow = group['etas']
        low, high = group['step_sizes']
        agreement = grad * state['prev']
        one = torch.ones_like(agreement)
        factor = torch.where(agreement > 0, one * grow, torch.where(agreement < 0, one * shrink, one))
        state['step_size'].mul_(factor).clamp_(low, high)
        grad = torch.where(agreement < 0, torch.zeros_like(grad), grad)
        param.addcmul_(grad.sign(), state['step_size'], value=-1)
        state['prev'].copy_(grad)
