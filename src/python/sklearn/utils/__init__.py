"""Helpers that are useful outside of scikit-learn too: seeds, shuffling, Bunch."""

import numbers

import numpy as np

from sklearn.utils.validation import check_array, check_consistent_length, check_random_state, check_X_y, column_or_1d  # noqa: F401


class Bunch(dict):
    """A dictionary whose keys are attributes too."""

    def __init__(self, **kwargs):
        super().__init__(kwargs)

    def __getattr__(self, key):
        try:
            return self[key]
        except KeyError:
            raise AttributeError(key) from None

    def __setattr__(self, key, value):
        self[key] = value

    def __dir__(self):
        return self.keys()


def take(data, indices):
    """The samples at positions, in the container's own kind."""
    if isinstance(data, np.ndarray):
        return data[indices]
    positions = np.asarray(indices).tolist()
    if isinstance(data, (list, tuple, str)):
        return [data[i] for i in positions]
    return data[positions] if hasattr(data, "shape") else [data[i] for i in positions]


def resample(*arrays, replace=True, n_samples=None, random_state=None, stratify=None):
    """Random samples of arrays, the same ones of each."""
    if stratify is not None:
        raise NotImplementedError("resample(stratify=…) is not here: use train_test_split(…, stratify=y)")
    if not arrays:
        return None
    generator = check_random_state(random_state)
    check_consistent_length(*arrays)
    count = len(arrays[0])
    most = count if n_samples is None else n_samples
    if not replace and most > count:
        raise ValueError(f"Cannot sample {most} out of arrays with dim {count} when replace is False")
    if replace:
        indices = generator.randint(0, count, size=(most,))
    else:
        indices = np.arange(count)
        generator.shuffle(indices)
        indices = indices[:most]
    found = [take(np.asarray(each) if isinstance(each, np.ndarray) else each, indices) for each in arrays]
    return found[0] if len(found) == 1 else found


def shuffle(*arrays, random_state=None, n_samples=None):
    """Arrays in one random order."""
    return resample(*arrays, replace=False, n_samples=n_samples, random_state=random_state)


def is_number(value):
    """Whether something is an integer (NumPy's included)."""
    return isinstance(value, (numbers.Integral, np.integer)) and not isinstance(value, bool)
