"""Averages of weights over training: stochastic weight averaging and exponential moving averages."""

import copy
import math

import torch

from ..nn import Module
from .lr_scheduler import LRScheduler


def get_ema_avg_fn(decay=0.999):
    """average ← decay · average + (1 - decay) · weight."""
    def average(averaged, current, num_averaged):
        return decay * averaged + (1 - decay) * current

    return average


def get_swa_avg_fn():
    """The plain mean of all weights seen."""
    def average(averaged, current, num_averaged):
        return averaged + (current - averaged) / (num_averaged + 1)

    return average


def get_ema_multi_avg_fn(decay=0.999):
    """get_ema_avg_fn for lists of tensors, in place."""
    @torch.no_grad()
    def average(averaged, current, num_averaged):
        for mean, value in zip(averaged, current):
            mean.lerp_(value, 1 - decay)

    return average


def get_swa_multi_avg_fn():
    """get_swa_avg_fn for lists of tensors, in place."""
    @torch.no_grad()
    def average(averaged, current, num_averaged):
        for mean, value in zip(averaged, current):
            mean.add_((value - mean) / (num_averaged + 1))

    return average


class AveragedModel(Module):
    """A copy of a model whose parameters are the average of those given to `update_parameters`. Izmailov et al. 2018."""

    def __init__(self, model, device=None, avg_fn=None, multi_avg_fn=None, use_buffers=False):
        super().__init__()
        self.module = copy.deepcopy(model)
        if device is not None:
            self.module = self.module.to(device)
        self.register_buffer('n_averaged', torch.tensor(0, dtype=torch.long, device=device))
        if avg_fn is not None and multi_avg_fn is not None:
            raise AssertionError('Only one of avg_fn and multi_avg_fn should be provided')
        self.avg_fn = avg_fn or get_swa_avg_fn()
        self.multi_avg_fn = multi_avg_fn
        self.use_buffers = use_buffers

    def forward(self, *args, **kwargs):
        return self.module(*args, **kwargs)

    def update_parameters(self, model):
        """Takes the model's present parameters into the average."""
        own = list(self.module.parameters()) + (list(self.module.buffers()) if self.use_buffers else [])
        given = list(model.parameters()) + (list(model.buffers()) if self.use_buffers else [])
        with torch.no_grad():
            for averaged, current in zip(own, given):
                current = current.detach().to(averaged.device)
                if int(self.n_averaged) == 0 or not averaged.is_floating_point():
                    averaged.copy_(current)
                elif self.multi_avg_fn is not None:
                    self.multi_avg_fn([averaged.detach()], [current], int(self.n_averaged))
                else:
                    averaged.copy_(self.avg_fn(averaged.detach(), current, int(self.n_averaged)))
            if not self.use_buffers:
                for averaged, current in zip(self.module.buffers(), model.buffers()):
                    averaged.copy_(current.detach())
        self.n_averaged += 1


def update_bn(loader, model, device=None):
    """Computes the running statistics of a model's batch normalisations anew from a loader's inputs."""
    layers = {module: module.momentum for module in model.modules() if hasattr(module, 'reset_running_stats')}
    if not layers:
        return
    was_training = model.training
    model.train()
    for layer in layers:
        layer.reset_running_stats()
        layer.momentum = None
    with torch.no_grad():
        for batch in loader:
            inputs = batch[0] if isinstance(batch, (list, tuple)) else batch
            model(inputs if device is None else inputs.to(device))
    for layer, momentum in layers.items():
        layer.momentum = momentum
    model.train(was_training)


class SWALR(LRScheduler):
    """Anneals the rate to the constant `swa_lr` over `anneal_epochs`."""

    def __init__(self, optimizer, swa_lr, anneal_epochs=10, anneal_strategy='cos', last_epoch=-1):
        if anneal_strategy not in ('cos', 'linear'):
            raise ValueError(f"anneal_strategy must by one of 'cos' or 'linear', instead got {anneal_strategy}")
        if not isinstance(anneal_epochs, int) or anneal_epochs < 0:
            raise ValueError(f'anneal_epochs must be equal or greater than 0, got {anneal_epochs}')
        rates = swa_lr if isinstance(swa_lr, (list, tuple)) else [swa_lr] * len(optimizer.param_groups)
        for group, rate in zip(optimizer.param_groups, rates):
            group['swa_lr'] = rate
        self.anneal_epochs = anneal_epochs
        self._cosine = anneal_strategy == 'cos'
        super().__init__(optimizer, last_epoch)

    def _share(self, t):
        return (1 - math.cos(math.pi * t)) / 2 if self._cosine else t

    def get_lr(self):
        self._warn_outside_step()
        step = self._step_count - 1
        if self.anneal_epochs == 0:
            step = max(1, step)
        before = self._share(max(0, min(1, (step - 1) / max(1, self.anneal_epochs))))
        now = self._share(max(0, min(1, step / max(1, self.anneal_epochs))))
        out = []
        for group in self.optimizer.param_groups:
            start = group['lr'] if before == 1 else (group['lr'] - before * group['swa_lr']) / (1 - before)
            out.append(group['swa_lr'] * now + start * (1 - now))
        return out
