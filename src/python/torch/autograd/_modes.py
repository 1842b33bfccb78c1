"""Grad modes: no_grad, enable_grad, set_grad_enabled and inference_mode, as context managers and decorators."""

import functools
import inspect

import bridge


class _Mode:
    """A context manager that is also a decorator, for functions, generators and classes' methods alike."""

    def __enter__(self):
        raise NotImplementedError

    def __exit__(self, *_error):
        raise NotImplementedError

    def clone(self):
        return type(self)()

    def __call__(self, function):
        if inspect.isgeneratorfunction(function):
            return self._wrap_generator(function)

        @functools.wraps(function)
        def decorated(*args, **options):
            with self.clone():
                return function(*args, **options)

        return decorated

    def _wrap_generator(self, function):
        """The mode holds while the generator runs, not between its values."""

        @functools.wraps(function)
        def decorated(*args, **options):
            running = function(*args, **options)
            sent = None
            while True:
                try:
                    with self.clone():
                        value = running.send(sent)
                except StopIteration as stop:
                    return stop.value
                sent = yield value

        return decorated


class _FixedMode(_Mode):
    _enabled = False
    _before = True

    def __new__(cls, function=None):
        made = object.__new__(cls)
        return made if function is None else made(function)  # `@no_grad` without parentheses

    def __enter__(self):
        self._before = bridge.set_grad_mode(self._enabled)

    def __exit__(self, *_error):
        bridge.set_grad_mode(self._before)


class no_grad(_FixedMode):
    """Nothing that is computed inside is recorded for gradients."""

    __module__ = "torch"


class enable_grad(_FixedMode):
    """Recording again, inside no_grad."""

    __module__ = "torch"
    _enabled = True


class set_grad_enabled(_Mode):
    """Switches recording on or off, at once or for a `with` block."""

    __module__ = "torch"

    def __init__(self, mode):
        self._before = bridge.set_grad_mode(bool(mode))
        self.mode = bool(mode)

    def __call__(self, function):
        bridge.set_grad_mode(self._before)
        return super().__call__(function)

    def __enter__(self):
        bridge.set_grad_mode(self.mode)

    def __exit__(self, *_error):
        bridge.set_grad_mode(self._before)

    def clone(self):
        return set_grad_enabled(self.mode)


class inference_mode(_Mode):
    """Like no_grad; and the tensors that are made inside may never enter a graph later."""

    __module__ = "torch"

    def __new__(cls, mode=True):
        made = object.__new__(cls)
        if isinstance(mode, bool):
            return made
        made.mode = True
        return made(mode)

    def __init__(self, mode=True):
        self.mode = mode
        self._before = (True, False)

    def __enter__(self):
        self._before = bridge.set_grad_mode(not self.mode), bridge.set_inference_mode(self.mode)

    def __exit__(self, *_error):
        grad_mode, inference = self._before
        bridge.set_grad_mode(grad_mode)
        bridge.set_inference_mode(inference)

    def clone(self):
        return inference_mode(self.mode)


def is_grad_enabled():
    """Whether operations are recorded."""
    return bridge.grad_mode()


def is_inference_mode_enabled():
    """Whether inference_mode is on."""
    return bridge.inference_mode()
