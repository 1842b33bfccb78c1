"""Adagrad."""

import torch

from .optimizer import Optimizer, check_not_negative, new_step, next_step


class Adagrad(Optimizer):
    """s ← s + g²;  w ← w - lr / (1 + (t - 1) lr_decay) · g / (√s + eps). Duchi et al. 2011."""

    _unlisted = {'differentiable': False, 'fused': None}

    def __init__(self, params, lr=1e-2, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10, foreach=None,
                 *, maximize=False, differentiable=False, fused=None):
        check_not_negative('learning rate', lr)
        check_not_negative('lr_decay value', lr_decay)
        check_not_negative('weight_decay value', weight_decay)
        check_not_negative('initial_accumulator_value value', initial_accumulator_value)
        check_not_negative('epsilon value', eps)
        super().__init__(params, dict(lr=lr, lr_decay=lr_decay, eps=eps, weight_decay=weight_decay,
                                      initial_accumulator_value=initial_accumulator_value, foreach=foreach,
                                      maximize=maximize, differentiable=differentiable, fused=fused))
        for group in self.param_groups:
            for param in group['params']:
                self.state[param].update(self._start(group, param))

    def _start(self, group, param):
        return {'step': new_step(),
                'sum': torch.full_like(param, group['initial_accumulator_value'], requires_grad=False)}

    def share_memory(self):
        """There is one process here: nothing to do."""

    def _update(self, group, param, grad, state):
        step = next_step(state)
        if group['weight_decay'] != 0:
            grad = grad.add(param, alpha=group['weight_decay'])
        total = state['sum']
        total.addcmul_(grad, grad, value=1)
        lr = float(group['lr']) / (1 + (step - 1) * group['lr_decay'])
        param.addcdiv_(grad, total.sqrt().add_(group['eps']), value=-lr)
