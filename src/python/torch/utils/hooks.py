"""Handles by which registered hooks are removed."""

import weakref
from collections import OrderedDict


class RemovableHandle:
    """What register_hook() returns: remove() takes the hook away. Also a context manager."""

    next_id = 0

    def __init__(self, hooks_dict, *, extra_dict=None):
        self.hooks_dict_ref = weakref.ref(hooks_dict)
        self.id = RemovableHandle.next_id
        RemovableHandle.next_id += 1
        self.extra_dict_ref = ()
        if isinstance(extra_dict, dict):
            self.extra_dict_ref = (weakref.ref(extra_dict),)
        elif isinstance(extra_dict, list):
            self.extra_dict_ref = tuple(weakref.ref(each) for each in extra_dict)

    def remove(self):
        """Takes the hook away; a second call does nothing."""
        for reference in (self.hooks_dict_ref, *self.extra_dict_ref):
            table = reference()
            if table is not None:
                table.pop(self.id, None)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.remove()

    def __getstate__(self):
        return (self.hooks_dict_ref(), self.id)

    def __setstate__(self, state):
        table = OrderedDict() if state[0] is None else state[0]
        self.hooks_dict_ref, self.id, self.extra_dict_ref = weakref.ref(table), state[1], ()
        RemovableHandle.next_id = max(RemovableHandle.next_id, self.id + 1)
