"""torch.cpu: what programs ask of a device, for the one that is always there."""

import contextlib

from . import amp  # noqa: F401


def is_available():
    """True: code runs on it."""
    return True


def device_count():
    """1."""
    return 1


def current_device():
    """The name of the only one."""
    return "cpu"


def set_device(device):
    """Does nothing: there is one."""


def synchronize(device=None):
    """Does nothing: operations end before they return."""


class Stream:
    """Holds nothing: the cpu has no queues."""


def current_stream(device=None):
    """The only queue."""
    return Stream()


def stream(stream):
    """A context that changes nothing."""
    return contextlib.nullcontext()
