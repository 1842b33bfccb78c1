"""Values that belong to the session as a whole: name counters, scopes, settings; `clear_session` forgets them."""

import gc

_STATE = {}


def set_global_attribute(name, value):
    """Stores a session value."""
    _STATE[name] = value


def get_global_attribute(name, default=None, set_to_default=False):
    """Reads a session value, or `default` where none was stored."""
    value = _STATE.get(name)
    if value is None and default is not None:
        value = default
        if set_to_default:
            _STATE[name] = value
    return value


def clear_session(free_memory=True):
    """Resets all state that Keras keeps: automatic names start again at `dense`, `dense_1`, …"""
    _STATE.clear()
    if free_memory:
        gc.collect()
