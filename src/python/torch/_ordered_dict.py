"""The dictionary of state_dict(): an OrderedDict that prints as in the texts that learners read.

Python 3.12 changed `OrderedDict([('a', 1)])` to `OrderedDict({'a': 1})`. Only what is printed differs: it is saved as a
collections.OrderedDict.
"""

import collections
import copy


class OrderedDict(collections.OrderedDict):
    """collections.OrderedDict with the older printing."""

    def __repr__(self):
        return f"OrderedDict({list(self.items())!r})" if self else "OrderedDict()"

    def __reduce__(self):
        return collections.OrderedDict, (), self.__dict__ or None, None, iter(self.items())

    def __deepcopy__(self, memo):
        made = type(self)((key, copy.deepcopy(value, memo)) for key, value in self.items())
        made.__dict__.update(copy.deepcopy(self.__dict__, memo))
        return made


OrderedDict.__module__ = "collections"  # as type(model.state_dict()) prints
