"""Stochastic gradient descent with momentum."""

import bridge
import torch

from .optimizer import Optimizer, check_not_negative, required


class SGD(Optimizer):
    """g ← grad + weight_decay · w;  b ← momentum · b + (1 - dampening) · g;  w ← w - lr · b.

    The first b is g itself. `nesterov` uses g + momentum · b in the place of b (Sutskever et al. 2013).
    """

    def __init__(self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False,
                 foreach=None, differentiable=False, fused=None):
        if lr is not required:
            check_not_negative('learning rate', lr)
        check_not_negative('momentum value', momentum)
        check_not_negative('weight_decay value', weight_decay)
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError('Nesterov momentum requires a momentum and zero dampening')
        super().__init__(params, dict(lr=lr, momentum=momentum, dampening=dampening, weight_decay=weight_decay,
                                      nesterov=nesterov, maximize=maximize, foreach=foreach,
                                      differentiable=differentiable))

    def _step_group(self, group):
        """One engine call for all parameters that have stepped before, one for those that have not."""
        momentum = group['momentum']
        if momentum == 0:
            handles = [param._handle for param in group['params']]
            if not handles or self._run(group, False, len(handles), handles):
                return
            return self._one_by_one(group)
        old, old_momenta, new, new_momenta = [], [], [], []
        for param in group['params']:
            state = self.state[param] if param in self.state else {}
            buffer = state.get('momentum_buffer')
            if buffer is not None:
                old.append(param._handle)
                old_momenta.append(buffer._handle)
            elif bridge.has_grad(param._handle):
                new.append(param)
        if old and not self._run(group, False, len(old), old + old_momenta):
            return self._one_by_one(group)
        for param in new:
            buffer = torch.empty_like(param, requires_grad=False)
            new_momenta.append(buffer)
        if new and not self._run(group, True, len(new), [each._handle for each in (*new, *new_momenta)]):
            return self._one_by_one(group, new)
        for param, buffer in zip(new, new_momenta):
            self.state[param]['momentum_buffer'] = buffer

    @staticmethod
    def _run(group, first, count, handles):
        return bridge.sgd_step(float(group['lr']), group['momentum'], group['dampening'], group['weight_decay'],
                               group['nesterov'], group['maximize'], first, count, *handles)

    def _one_by_one(self, group, params=None):
        """The formula in tensor operations, for parameters that the kernels do not take."""
        momentum = group['momentum']
        for param in group['params'] if params is None else params:
            grad = param.grad
            if grad is None:
                continue
            if group['maximize']:
                grad = -grad
            if group['weight_decay'] != 0:
                grad = grad.add(param, alpha=group['weight_decay'])
            if momentum != 0:
                state = self.state[param]
                buffer = state.get('momentum_buffer')
                if buffer is None:
                    buffer = state['momentum_buffer'] = grad.detach().clone()
                else:
                    buffer.mul_(momentum).add_(grad, alpha=1 - group['dampening'])
                grad = grad.add(buffer, alpha=momentum) if group['nesterov'] else buffer
            param.add_(grad, alpha=-float(group['lr']))
