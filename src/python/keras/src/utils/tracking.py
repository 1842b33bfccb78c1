"""Notices variables, layers and metrics that are assigned to a layer's attributes, also inside lists and dicts."""

from collections import OrderedDict
from functools import wraps

from keras.src.backend.global_state import get_global_attribute, set_global_attribute


class DotNotTrackScope:
    """Within it nothing is tracked."""

    def __enter__(self):
        self.original_value = is_tracking_enabled()
        set_global_attribute("tracking_on", False)

    def __exit__(self, *args):
        set_global_attribute("tracking_on", self.original_value)


def is_tracking_enabled():
    """Whether assignments are tracked now."""
    value = get_global_attribute("tracking_on")
    return True if value is None else value


def no_automatic_dependency_tracking(fn):
    """A function within which nothing is tracked."""

    @wraps(fn)
    def wrapper(*args, **kwargs):
        with DotNotTrackScope():
            return fn(*args, **kwargs)

    return wrapper


class Tracker:
    """Sorts what it is shown into stores.

    Args:
        config: store name → (test of a value, list to append to).
        exclusions: store name → stores whose members it leaves alone.
    """

    def __init__(self, config, exclusions=None):
        self.config = config
        self.stored_ids = {name: set() for name in config}
        self.locked = False
        self._lock_violation_msg = None
        self.exclusions = exclusions or {}

    def track(self, attr):
        """The value itself, stored if it is of a kind that is kept; containers come back as tracking ones."""
        if not is_tracking_enabled():
            return attr
        for name, (is_kind, _) in self.config.items():
            if is_kind(attr):
                if any(self.is_in_store(other, attr) for other in self.exclusions.get(name, ())):
                    return attr
                if not self.is_in_store(name, attr):
                    self.add_to_store(name, attr)
                return attr
        if isinstance(attr, tuple):
            children = [self.track(e) for e in attr]
            return type(attr)(*children) if hasattr(attr, "_fields") else type(attr)(children)
        if isinstance(attr, list):
            return TrackedList(attr, self)
        if isinstance(attr, OrderedDict):
            return TrackedOrderedDict(attr, self)
        if isinstance(attr, dict):
            return TrackedDict(attr, self)
        if isinstance(attr, set):
            return TrackedSet(attr, self)
        return attr

    def untrack(self, value):
        """Takes a value out of all stores."""
        for name, ids in self.stored_ids.items():
            if id(value) in ids:
                ids.remove(id(value))
                _remove_by_id(self.config[name][1], value)

    def lock(self, msg=None):
        """From now on a new value is an error with this message."""
        self.locked = True
        if msg is not None:
            self._lock_violation_msg = msg

    def unlock(self):
        """Ends lock()."""
        self.locked = False

    def add_to_store(self, store_name, value):
        """Puts a value into a store."""
        if self.locked:
            raise ValueError(self._lock_violation_msg)
        self.config[store_name][1].append(value)
        self.stored_ids[store_name].add(id(value))

    def is_in_store(self, store_name, value):
        """Whether the store has this very object."""
        return id(value) in self.stored_ids[store_name]


def _remove_by_id(values, value):
    for i, candidate in enumerate(values):
        if candidate is value:
            del values[i]
            return


class TrackedList(list):
    """A list that tells a tracker of its members."""

    def __init__(self, values=None, tracker=None):
        self.tracker = tracker
        if tracker and values:
            values = [tracker.track(v) for v in values]
        super().__init__(values or [])

    def _track(self, value):
        return self.tracker.track(value) if self.tracker else value

    def append(self, value):
        super().append(self._track(value))

    def insert(self, index, value):
        super().insert(index, self._track(value))

    def extend(self, values):
        super().extend([self._track(v) for v in values])

    def __iadd__(self, values):
        self.extend(values)
        return self

    def __setitem__(self, index, value):
        super().__setitem__(index, self._track(value) if isinstance(index, int) else value)

    def remove(self, value):
        if self.tracker:
            self.tracker.untrack(value)
        _remove_by_id(self, value)

    def pop(self, index=-1):
        value = super().pop(index)
        if self.tracker:
            self.tracker.untrack(value)
        return value

    def clear(self):
        if self.tracker:
            for value in self:
                self.tracker.untrack(value)
        super().clear()

    def __delitem__(self, index):
        value = self[index]
        super().__delitem__(index)
        if self.tracker:
            self.tracker.untrack(value)

    def __reduce__(self):
        return (list, (list(self),))


class _TrackedMapping:
    """What the two dicts share."""

    def _track(self, value):
        return self.tracker.track(value) if self.tracker else value

    def __setitem__(self, key, value):
        super().__setitem__(key, self._track(value))

    def update(self, *mappings, **more):
        for key, value in dict(*mappings, **more).items():
            self[key] = value

    def pop(self, key, *default):
        value = super().pop(key, *default)
        if self.tracker:
            self.tracker.untrack(value)
        return value

    def clear(self):
        if self.tracker:
            for value in self.values():
                self.tracker.untrack(value)
        super().clear()


class TrackedDict(_TrackedMapping, dict):
    """A dict that tells a tracker of its values."""

    def __init__(self, values=None, tracker=None):
        self.tracker = tracker
        super().__init__()
        self.update(values or {})

    def __reduce__(self):
        return (dict, (dict(self),))


class TrackedOrderedDict(_TrackedMapping, OrderedDict):
    """An OrderedDict that tells a tracker of its values."""

    def __init__(self, values=None, tracker=None):
        self.tracker = tracker
        super().__init__()
        self.update(values or {})

    def __reduce__(self):
        return (OrderedDict, (list(self.items()),))


class TrackedSet(set):
    """A set that tells a tracker of its members."""

    def __init__(self, values=None, tracker=None):
        self.tracker = tracker
        super().__init__([tracker.track(v) for v in values or []] if tracker else values or [])

    def add(self, value):
        super().add(self.tracker.track(value) if self.tracker else value)

    def update(self, values):
        for value in values:
            self.add(value)

    def remove(self, value):
        if self.tracker:
            self.tracker.untrack(value)
        super().remove(value)

    def __reduce__(self):
        return (set, (set(self),))
