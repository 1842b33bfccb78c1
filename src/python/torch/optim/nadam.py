"""NAdam."""

import torch

from .optimizer import Optimizer, check_betas, check_not_negative, new_step, next_step


class NAdam(Optimizer):
    """Adam with Nesterov's momentum, μₜ = β₁ (1 - ½ · 0.96^(t · momentum_decay)). Dozat 2016."""

    _unlisted = {'capturable': False, 'differentiable': False, 'decoupled_weight_decay': False, 'maximize': False}

    def __init__(self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3,
                 decoupled_weight_decay=False, *, foreach=None, maximize=False, capturable=False, differentiable=False):
        check_not_negative('learning rate', lr)
        check_not_negative('epsilon value', eps)
        check_betas(betas)
        check_not_negative('weight_decay value', weight_decay)
        check_not_negative('momentum_decay value', momentum_decay)
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay,
                                      momentum_decay=momentum_decay, decoupled_weight_decay=decoupled_weight_decay,
                                      maximize=maximize, foreach=foreach, capturable=capturable,
                                      differentiable=differentiable))

    def _start(self, group, param):
        return {'step': new_step(), 'mu_product': torch.tensor(1.0),
                'exp_avg': torch.zeros_like(param, requires_grad=False),
                'exp_avg_sq': torch.zeros_like(param, requires_grad=False)}

    def _update(self, group, param, grad, state):
        step = next_step(state)
        beta1, beta2 = group['betas']
        lr, decay = float(group['lr']), group['momentum_decay']
        if group['weight_decay'] != 0:
            if group.get('decoupled_weight_decay'):
                param.mul_(1 - lr * group['weight_decay'])
            else:
                grad = grad.add(param, alpha=group['weight_decay'])
        mu = beta1 * (1.0 - 0.5 * 0.96 ** (step * decay))
        mu_next = beta1 * (1.0 - 0.5 * 0.96 ** ((step + 1) * decay))
        state['mu_product'] *= mu
        product = float(state['mu_product'])
        mean, square = state['exp_avg'], state['exp_avg_sq']
        mean.mul_(beta1).add_(grad, alpha=1 - beta1)
        square.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
        width = square.div(1 - beta2 ** step).sqrt_().add_(group['eps'])
        param.addcdiv_(grad, width, value=-lr * (1.0 - mu) / (1.0 - product))
        param.addcdiv_(mean, width, value=-lr * mu_next / (1.0 - product * mu_next))
