"""Adam."""

import bridge
import torch

from .optimizer import Optimizer, check_betas, check_not_negative, new_step, next_step


class Adam(Optimizer):
    """m ← β₁ m + (1 - β₁) g;  v ← β₂ v + (1 - β₂) g²;  w ← w - lr · m̂ / (√v̂ + eps), m̂ = m / (1 - β₁ᵗ), v̂ = v / (1 - β₂ᵗ).

    Kingma & Ba 2014. `weight_decay` is added to the gradient (AdamW takes it from the weight instead); `amsgrad` divides
    by the largest v so far (Reddi et al. 2018).
    """

    _decoupled = False

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, amsgrad=False, *, foreach=None,
                 maximize=False, capturable=False, differentiable=False, fused=False):
        check_not_negative('learning rate', lr)
        check_not_negative('epsilon value', eps)
        check_betas(betas)
        check_not_negative('weight_decay value', weight_decay)
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, amsgrad=amsgrad,
                                      maximize=maximize, foreach=foreach, capturable=capturable,
                                      differentiable=differentiable, fused=fused))

    def _start(self, group, param):
        state = {'step': new_step(), 'exp_avg': torch.zeros_like(param, requires_grad=False),
                 'exp_avg_sq': torch.zeros_like(param, requires_grad=False)}
        if group['amsgrad']:
            state['max_exp_avg_sq'] = torch.zeros_like(param, requires_grad=False)
        return state

    def _step_group(self, group):
        """One engine call for all parameters of the group."""
        held = self.state
        params, means, squares, largest, steps = [], [], [], [], []
        amsgrad = group['amsgrad']
        for param in group['params']:
            state = held.get(param)
            if not state:
                if not bridge.has_grad(param._handle):
                    continue
                state = held[param]
                state.update(self._start(group, param))
            params.append(param._handle)
            means.append(state['exp_avg']._handle)
            squares.append(state['exp_avg_sq']._handle)
            if amsgrad:
                largest.append(state['max_exp_avg_sq']._handle)
            steps.append(state['step']._handle)
        beta1, beta2 = group['betas']
        if params and not bridge.adam_step(float(group['lr']), beta1, beta2, group['eps'], group['weight_decay'],
                                           self._decoupled, group['maximize'], amsgrad, len(params), *params, *means,
                                           *squares, *largest, *steps):
            super()._step_group(group)

    def _update(self, group, param, grad, state):
        beta1, beta2 = group['betas']
        lr = float(group['lr'])
        step = next_step(state)
        if self._decoupled:
            param.mul_(1 - lr * group['weight_decay'])
        elif group['weight_decay'] != 0:
            grad = grad.add(param, alpha=group['weight_decay'])
        mean, square = state['exp_avg'], state['exp_avg_sq']
        mean.mul_(beta1).add_(grad, alpha=1 - beta1)
        square.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
        if group['amsgrad']:
            largest = state['max_exp_avg_sq']
            torch.maximum(largest, square, out=largest)
            square = largest
        width = (square.sqrt() / (1 - beta2 ** step) ** 0.5).add_(group['eps'])
        param.addcdiv_(mean, width, value=-lr / (1 - beta1 ** step))
