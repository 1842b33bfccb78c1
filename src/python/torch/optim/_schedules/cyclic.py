"""Schedules that also move the momentum: CyclicLR and OneCycleLR."""

import math

from .base import LRScheduler


def _listed(name, optimizer, param):
    count = len(optimizer.param_groups)
    if not isinstance(param, (list, tuple)):
        return [param] * count
    if len(param) != count:
        raise ValueError(f'expected {count} values for {name}, got {len(param)}')
    return list(param)


class CyclicLR(LRScheduler):
    """Between base_lr and max_lr and back, step_size_up and step_size_down batches long. Smith 2015.

    Modes: triangular; triangular2 (half the height each cycle); exp_range (gamma^batch). Called after every batch.
    """

    def __init__(self, optimizer, base_lr, max_lr, step_size_up=2000, step_size_down=None, mode='triangular', gamma=1.0,
                 scale_fn=None, scale_mode='cycle', cycle_momentum=True, base_momentum=0.8, max_momentum=0.9,
                 last_epoch=-1, verbose=False):
        self.optimizer = optimizer
        base_lrs = _listed('base_lr', optimizer, base_lr)
        if last_epoch == -1:
            for lr, group in zip(base_lrs, optimizer.param_groups):
                group['lr'] = lr
        self.max_lrs = _listed('max_lr', optimizer, max_lr)
        step_size_up = float(step_size_up)
        step_size_down = float(step_size_down) if step_size_down is not None else step_size_up
        self.total_size = step_size_up + step_size_down
        self.step_ratio = step_size_up / self.total_size
        if mode not in ('triangular', 'triangular2', 'exp_range') and scale_fn is None:
            raise ValueError('mode is invalid and scale_fn is None')
        self.mode = mode
        self.gamma = gamma
        self._scale_fn_custom = scale_fn
        self.scale_mode = scale_mode if scale_fn is not None else 'iterations' if mode == 'exp_range' else 'cycle'
        self.cycle_momentum = cycle_momentum
        if cycle_momentum:
            if 'momentum' not in optimizer.defaults and 'betas' not in optimizer.defaults:
                raise ValueError('optimizer must support momentum or beta1 with `cycle_momentum` option enabled')
            self.use_beta1 = 'betas' in optimizer.defaults
            self.base_momentums = _listed('base_momentum', optimizer, base_momentum)
            self.max_momentums = _listed('max_momentum', optimizer, max_momentum)
            if last_epoch == -1:
                for momentum, group in zip(self.max_momentums, optimizer.param_groups):
                    _set_momentum(group, momentum)
        super().__init__(optimizer, last_epoch, verbose)
        self.base_lrs = base_lrs

    def scale_fn(self, x):
        """The height of a cycle (or batch) relative to the first."""
        if self._scale_fn_custom is not None:
            return self._scale_fn_custom(x)
        if self.mode == 'triangular':
            return 1.0
        return 1 / 2.0 ** (x - 1) if self.mode == 'triangular2' else self.gamma ** x

    def get_lr(self):
        self._warn_outside_step()
        cycle = math.floor(1 + self.last_epoch / self.total_size)
        x = 1.0 + self.last_epoch / self.total_size - cycle
        height = x / self.step_ratio if x <= self.step_ratio else (x - 1) / (self.step_ratio - 1)
        at = cycle if self.scale_mode == 'cycle' else self.last_epoch
        lrs = [base + (top - base) * height * self.scale_fn(at) for base, top in zip(self.base_lrs, self.max_lrs)]
        if self.cycle_momentum:
            for low, high, group in zip(self.base_momentums, self.max_momentums, self.optimizer.param_groups):
                _set_momentum(group, high - (high - low) * height * self.scale_fn(at))
        return lrs


def _set_momentum(group, momentum):
    if 'betas' in group:
        group['betas'] = (momentum, *group['betas'][1:])
    else:
        group['momentum'] = momentum


class OneCycleLR(LRScheduler):
    """Up from max_lr / div_factor to max_lr, then down to that / final_div_factor, in one run. Smith & Topin 2017.

    `total_steps`, or `epochs` and `steps_per_epoch`; called after every batch. The momentum moves the other way.
    """

    def __init__(self, optimizer, max_lr, total_steps=None, epochs=None, steps_per_epoch=None, pct_start=0.3,
                 anneal_strategy='cos', cycle_momentum=True, base_momentum=0.85, max_momentum=0.95, div_factor=25.0,
                 final_div_factor=1e4, three_phase=False, last_epoch=-1, verbose=False):
        self.optimizer = optimizer
        self.total_steps = _total_steps(total_steps, epochs, steps_per_epoch)
        if pct_start < 0 or pct_start > 1 or not isinstance(pct_start, float):
            raise ValueError(f'Expected float between 0 and 1 pct_start, but got {pct_start}')
        self._schedule_phases = self._phases(pct_start, three_phase)
        if anneal_strategy not in ('cos', 'linear'):
            raise ValueError("anneal_strategy must by one of 'cos' or 'linear', instead got " + str(anneal_strategy))
        self._anneal_func_type = anneal_strategy
        for lr, group in zip(_listed('max_lr', optimizer, max_lr), optimizer.param_groups):
            if last_epoch == -1:
                group['initial_lr'] = lr / div_factor
                group['max_lr'] = lr
                group['min_lr'] = group['initial_lr'] / final_div_factor
        self.cycle_momentum = cycle_momentum
        if cycle_momentum:
            if 'momentum' not in optimizer.defaults and 'betas' not in optimizer.defaults:
                raise ValueError('optimizer must support momentum or beta1 with `cycle_momentum` option enabled')
            self.use_beta1 = 'betas' in optimizer.defaults
            tops = _listed('max_momentum', optimizer, max_momentum)
            lows = _listed('base_momentum', optimizer, base_momentum)
            if last_epoch == -1:
                for top, low, group in zip(tops, lows, optimizer.param_groups):
                    _set_momentum(group, top)
                    group['max_momentum'] = top
                    group['base_momentum'] = low
        super().__init__(optimizer, last_epoch, verbose)

    def _phases(self, pct_start, three_phase):
        """Where each phase ends and what it moves between."""
        def phase(end, lr, momentum):
            return {'end_step': end, 'start_lr': lr[0], 'end_lr': lr[1], 'start_momentum': momentum[0],
                    'end_momentum': momentum[1]}

        up, down = ('max_momentum', 'base_momentum'), ('base_momentum', 'max_momentum')
        peak = float(pct_start * self.total_steps) - 1
        if three_phase:
            return [phase(peak, ('initial_lr', 'max_lr'), up),
                    phase(float(2 * pct_start * self.total_steps) - 2, ('max_lr', 'initial_lr'), down),
                    phase(self.total_steps - 1, ('initial_lr', 'min_lr'), ('max_momentum', 'max_momentum'))]
        return [phase(peak, ('initial_lr', 'max_lr'), up), phase(self.total_steps - 1, ('max_lr', 'min_lr'), down)]

    def anneal_func(self, start, end, share):
        """`share` of the way from start to end, along a cosine or a line."""
        if self._anneal_func_type == 'linear':
            return (end - start) * share + start
        return end + (start - end) / 2.0 * (math.cos(math.pi * share) + 1)

    def get_lr(self):
        self._warn_outside_step()
        step = self.last_epoch
        if step > self.total_steps:
            raise ValueError(f'Tried to step {step + 1} times. The specified number of total steps is {self.total_steps}')
        lrs = []
        for group in self.optimizer.param_groups:
            start = 0.0
            for i, phase in enumerate(self._schedule_phases):
                end = phase['end_step']
                if step <= end or i == len(self._schedule_phases) - 1:
                    share = (step - start) / (end - start)
                    lr = self.anneal_func(group[phase['start_lr']], group[phase['end_lr']], share)
                    if self.cycle_momentum:
                        _set_momentum(group, self.anneal_func(group[phase['start_momentum']],
                                                              group[phase['end_momentum']], share))
                    break
                start = end
            lrs.append(lr)
        return lrs


def _total_steps(total_steps, epochs, steps_per_epoch):
    if total_steps is not None:
        if total_steps <= 0 or not isinstance(total_steps, int):
            raise ValueError(f'Expected positive integer total_steps, but got {total_steps}')
        return total_steps
    if epochs is None or steps_per_epoch is None:
        raise ValueError('You must define either total_steps OR (epochs AND steps_per_epoch)')
    if epochs <= 0 or not isinstance(epochs, int):
        raise ValueError(f'Expected positive integer epochs, but got {epochs}')
    if steps_per_epoch <= 0 or not isinstance(steps_per_epoch, int):
        raise ValueError(f'Expected positive integer steps_per_epoch, but got {steps_per_epoch}')
    return epochs * steps_per_epoch
