"""`LRScheduler`: counting epochs, setting the optimizer's rates, and the warnings about the order of calls."""

import types
import warnings
import weakref
from functools import wraps

from ..optimizer import Optimizer

EPOCH_DEPRECATION_WARNING = (
    'The epoch parameter in `scheduler.step()` was not necessary and is being deprecated where possible. Please use '
    '`scheduler.step()` to step the scheduler. During the deprecation, if epoch is different from None, the closed form is '
    'used instead of the new chainable form, where available. Please open an issue if you are unable to replicate your use '
    'case: https://github.com/pytorch/pytorch/issues/new/choose.')
_ORDER = ('See more details at https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate')


def _count_steps(optimizer):
    """Makes the optimizer's `step` count its calls, so that a scheduler can tell whether it was called."""
    if getattr(optimizer.step, '_with_counter', False):
        return
    owner = weakref.ref(optimizer)
    plain = type(optimizer).step

    @wraps(plain)
    def step(*args, **kwargs):
        instance = owner()
        instance._step_count += 1
        return plain(instance, *args, **kwargs)

    step._with_counter = True
    optimizer.step = step


class LRScheduler:
    """Base class of schedules: `get_lr` gives the rates of `last_epoch`, from the present ones where it can."""

    def __init__(self, optimizer, last_epoch=-1, verbose=False):
        if not isinstance(optimizer, Optimizer):
            raise TypeError(f'{type(optimizer).__name__} is not an Optimizer')
        self.optimizer = optimizer
        if last_epoch == -1:
            for group in optimizer.param_groups:
                group.setdefault('initial_lr', group['lr'])
        else:
            for i, group in enumerate(optimizer.param_groups):
                if 'initial_lr' not in group:
                    raise KeyError(f"param 'initial_lr' is not specified in param_groups[{i}] when resuming an optimizer")
        self.base_lrs = [group['initial_lr'] for group in optimizer.param_groups]
        self.last_epoch = last_epoch
        _count_steps(optimizer)
        self.verbose = verbose
        self._initial_step()

    def _initial_step(self):
        """The first rates, before any epoch."""
        self.optimizer._step_count = 0
        self._step_count = 0
        self.step()

    def state_dict(self):
        """Everything but the optimizer."""
        return {key: value for key, value in self.__dict__.items() if key != 'optimizer'}

    def load_state_dict(self, state_dict):
        """Takes over what `state_dict` gave. The optimizer's rates are in the optimizer's own state_dict."""
        self.__dict__.update(state_dict)

    def get_last_lr(self):
        """The rates that the last step set, one for each group."""
        return self._last_lr

    def get_lr(self):
        """The rates of `last_epoch`, one for each group. Called by `step`."""
        raise NotImplementedError

    def _warn_outside_step(self):
        if not self._get_lr_called_within_step:
            warnings.warn('To get the last learning rate computed by the scheduler, please use `get_last_lr()`.',
                          UserWarning, stacklevel=3)

    def print_lr(self, is_verbose, group, lr, epoch=None):
        """What `verbose=True` shows."""
        if is_verbose:
            if epoch is None:
                print(f'Adjusting learning rate of group {group} to {lr:.4e}.')
            else:
                shown = f'{epoch:.2f}' if isinstance(epoch, float) else f'{epoch:05d}'
                print(f'Epoch {shown}: adjusting learning rate of group {group} to {lr:.4e}.')

    def _warn_about_order(self):
        if not hasattr(self.optimizer.step, '_with_counter'):
            warnings.warn('Seems like `optimizer.step()` has been overridden after learning rate scheduler initialization. '
                          'Please, make sure to call `optimizer.step()` before `lr_scheduler.step()`. ' + _ORDER,
                          UserWarning, stacklevel=3)
        elif self.optimizer._step_count < 1:
            warnings.warn('Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, '
                          'you should call them in the opposite order: `optimizer.step()` before `lr_scheduler.step()`.  '
                          'Failure to do this will result in PyTorch skipping the first value of the learning rate '
                          'schedule. ' + _ORDER, UserWarning, stacklevel=3)

    def step(self, epoch=None):
        """Moves to the next epoch (once after each epoch, after the optimizer's steps)."""
        if self._step_count == 1:
            self._warn_about_order()
        self._step_count += 1
        self._get_lr_called_within_step = True
        try:
            if epoch is None:
                self.last_epoch += 1
                values = self.get_lr()
            else:
                warnings.warn(EPOCH_DEPRECATION_WARNING, UserWarning, stacklevel=2)
                self.last_epoch = epoch
                values = self._get_closed_form_lr() if hasattr(self, '_get_closed_form_lr') else self.get_lr()
        finally:
            self._get_lr_called_within_step = False
        self._set(values, epoch)

    def _set(self, values, epoch=None):
        for i, (group, lr) in enumerate(zip(self.optimizer.param_groups, values)):
            group['lr'] = lr
            self.print_lr(self.verbose, i, lr, epoch)
        self._last_lr = [group['lr'] for group in self.optimizer.param_groups]

    def _present(self):
        """The rates that the optimizer has now."""
        return [group['lr'] for group in self.optimizer.param_groups]


_LRScheduler = LRScheduler


def without_functions(scheduler, key):
    """A state_dict in which functions are left out, and callable objects give their attributes."""
    state = {name: value for name, value in scheduler.__dict__.items() if name not in ('optimizer', key)}
    state[key] = [None if isinstance(each, types.FunctionType) else dict(each.__dict__)
                  for each in scheduler.__dict__[key]]
    return state


def restore_functions(scheduler, key, state_dict):
    """Loads what `without_functions` saved: functions stay, callable objects take their attributes back."""
    saved = state_dict[key]
    scheduler.__dict__.update({name: value for name, value in state_dict.items() if name != key})
    for own, attributes in zip(scheduler.__dict__[key], saved):
        if attributes is not None:
            own.__dict__.update(attributes)
