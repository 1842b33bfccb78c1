"""Automatic names: a class name in snake case, numbered from its second use in a session."""

import collections
import re

from keras.src.backend import global_state


def auto_name(prefix):
    """`MaxPooling2D` gives max_pooling2d, then max_pooling2d_1, …"""
    return uniquify(to_snake_case(prefix))


def _uids():
    uids = global_state.get_global_attribute("object_name_uids")
    if uids is None:
        uids = collections.defaultdict(int)
        global_state.set_global_attribute("object_name_uids", uids)
    return uids


def uniquify(name):
    """The name itself at first, then name_1, name_2, …"""
    uids = _uids()
    unique = f"{name}_{uids[name]}" if name in uids else name
    uids[name] += 1
    return unique


def skip_names(prefix, count):
    """Passes over names that Keras gives to objects which we don't need."""
    for _ in range(count):
        uniquify(prefix)


class names_given_back:
    """A scope after which the names of a prefix go on where they were before it, but for those used within names_kept."""

    _kept = 0

    def __init__(self, prefix):
        self._prefix = prefix

    def __enter__(self):
        self._before = _uids().get(self._prefix, 0)
        self._kept_outside, names_given_back._kept = names_given_back._kept, 0

    def __exit__(self, *_):
        count = self._before + names_given_back._kept
        if count:
            _uids()[self._prefix] = count
        else:
            _uids().pop(self._prefix, None)
        names_given_back._kept += self._kept_outside


class names_kept:
    """A scope within names_given_back whose names stay used."""

    def __init__(self, prefix):
        self._prefix = prefix

    def __enter__(self):
        self._before = _uids().get(self._prefix, 0)

    def __exit__(self, *_):
        names_given_back._kept += _uids().get(self._prefix, 0) - self._before


def to_snake_case(name):
    """`LayerNormalization` gives layer_normalization."""
    name = re.sub(r"\W+", "", name)
    name = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z])([A-Z])", r"\1_\2", name).lower()


def get_uid(prefix=""):
    """The next number for a prefix, from 1."""
    uids = _uids()
    uids[prefix] += 1
    return uids[prefix]


def reset_uids():
    """Starts all automatic names anew."""
    global_state.set_global_attribute("object_name_uids", collections.defaultdict(int))


def get_object_name(obj):
    """The `name` of an object, or its class or function name in snake case."""
    if hasattr(obj, "name"):
        return obj.name
    if hasattr(obj, "__name__"):
        return to_snake_case(obj.__name__)
    return to_snake_case(obj.__class__.__name__)
