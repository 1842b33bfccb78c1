"""RMSprop."""

import torch

from .optimizer import Optimizer, check_not_negative, new_step, next_step


class RMSprop(Optimizer):
    """v ← α v + (1 - α) g²;  w ← w - lr · g / (√v + eps).

    Hinton's lecture, 2012. `centered` takes the square of the mean gradient from v (Graves 2013); `momentum` collects the
    quotients.
    """

    _unlisted = {'capturable': False}

    def __init__(self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False,
                 capturable=False, foreach=None, maximize=False, differentiable=False):
        check_not_negative('learning rate', lr)
        check_not_negative('epsilon value', eps)
        check_not_negative('momentum value', momentum)
        check_not_negative('weight_decay value', weight_decay)
        check_not_negative('alpha value', alpha)
        super().__init__(params, dict(lr=lr, momentum=momentum, alpha=alpha, eps=eps, centered=centered,
                                      weight_decay=weight_decay, capturable=capturable, foreach=foreach,
                                      maximize=maximize, differentiable=differentiable))

    def _start(self, group, param):
        state = {'step': new_step(), 'square_avg': torch.zeros_like(param, requires_grad=False)}
        if group['momentum'] > 0:
            state['momentum_buffer'] = torch.zeros_like(param, requires_grad=False)
        if group['centered']:
            state['grad_avg'] = torch.zeros_like(param, requires_grad=False)
        return state

    def _update(self, group, param, grad, state):
        next_step(state)
        alpha = group['alpha']
        if group['weight_decay'] != 0:
            grad = grad.add(param, alpha=group['weight_decay'])
        square = state['square_avg']
        square.mul_(alpha).addcmul_(grad, grad, value=1 - alpha)
        if group['centered']:
            mean = state['grad_avg']
            mean.mul_(alpha).add_(grad, alpha=1 - alpha)
            width = square.addcmul(mean, mean, value=-1).sqrt_()
        else:
            width = square.sqrt()
        width.add_(group['eps'])
        if group['momentum'] > 0:
            buffer = state['momentum_buffer']
            buffer.mul_(group['momentum']).addcdiv_(grad, width)
            param.add_(buffer, alpha=-float(group['lr']))
        else:
            param.addcdiv_(grad, width, value=-float(group['lr']))
