"""RAdam."""

import math

import torch

from .optimizer import Optimizer, check_betas, check_not_negative, new_step, next_step


class RAdam(Optimizer):
    """Adam that divides by √v only once v's estimate can be trusted, and is rectified then. Liu et al. 2019."""

    _unlisted = {'capturable': False, 'differentiable': False, 'decoupled_weight_decay': False, 'maximize': False}

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, decoupled_weight_decay=False, *,
                 foreach=None, maximize=False, capturable=False, differentiable=False):
        check_not_negative('learning rate', lr)
        check_not_negative('epsilon value', eps)
        check_betas(betas)
        check_not_negative('weight_decay value', weight_decay)
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, maximize=maximize,
                                      foreach=foreach, capturable=capturable,
                                      decoupled_weight_decay=decoupled_weight_decay, differentiable=differentiable))

    def _start(self, group, param):
        return {'step': new_step(), 'exp_avg': torch.zeros_like(param, requires_grad=False),
                'exp_avg_sq': torch.zeros_like(param, requires_grad=False)}

    def _update(self, group, param, grad, state):
        step = next_step(state)
        beta1, beta2 = group['betas']
        lr = float(group['lr'])
        if group['weight_decay'] != 0:
            if group.get('decoupled_weight_decay'):
                param.mul_(1 - lr * group['weight_decay'])
            else:
                grad = grad.add(param, alpha=group['weight_decay'])
        mean, square = state['exp_avg'], state['exp_avg_sq']
        mean.mul_(beta1).add_(grad, alpha=1 - beta1)
        square.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
        corrected = mean / (1 - beta1 ** step)
        rest = 1 - beta2 ** step
        longest = 2 / (1 - beta2) - 1
        length = longest - 2 * step * beta2 ** step / rest
        if length > 5.0:
            rectified = math.sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length))
            width = math.sqrt(rest) / square.sqrt().add_(group['eps'])
            param.add_(corrected * lr * width * rectified, alpha=-1.0)
        else:
            param.add_(corrected * lr, alpha=-1.0)
