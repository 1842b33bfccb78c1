"""Averaged stochastic gradient descent."""

import torch

from .optimizer import Optimizer, check_not_negative, new_step, next_step


class ASGD(Optimizer):
    """SGD with a falling rate that also keeps the average of the weights (`ax`) from step t0. Polyak & Juditsky 1992."""

    _unlisted = {'capturable': False, 'differentiable': False}

    def __init__(self, params, lr=1e-2, lambd=1e-4, alpha=0.75, t0=1e6, weight_decay=0, foreach=None, maximize=False,
                 differentiable=False, capturable=False):
        check_not_negative('learning rate', lr)
        check_not_negative('weight_decay value', weight_decay)
        super().__init__(params, dict(lr=lr, lambd=lambd, alpha=alpha, t0=t0, weight_decay=weight_decay, foreach=foreach,
                                      maximize=maximize, differentiable=differentiable, capturable=capturable))

    def _start(self, group, param):
        return {'step': new_step(), 'eta': torch.tensor(float(group['lr'])), 'mu': torch.tensor(1.0),
                'ax': torch.zeros_like(param, requires_grad=False)}

    def _update(self, group, param, grad, state):
        step = next_step(state)
        lr = float(group['lr'])
        eta, mu, average = float(state['eta']), float(state['mu']), state['ax']
        if group['weight_decay'] != 0:
            grad = grad.add(param, alpha=group['weight_decay'])
        param.mul_(1 - group['lambd'] * eta)
        param.add_(grad, alpha=-eta)
        if mu != 1:
            average.add_(param.sub(average).mul_(mu))
        else:
            average.copy_(param)
        state['eta'] = torch.tensor(lr / (1 + group['lambd'] * lr * step) ** group['alpha'])
        state['mu'] = torch.tensor(1 / max(1, step - group['t0']))
