"""Checks of arguments: random states, lengths, arrays."""

import numbers
import warnings

import numpy as np

from sklearn.base import check_is_fitted, matrix  # noqa: F401
from sklearn.exceptions import DataConversionWarning


def check_random_state(seed):
    """A RandomState of None (the global one), a number, or a RandomState."""
    if seed is None or seed is np.random:
        return np.random.mtrand._rand
    if isinstance(seed, (numbers.Integral, np.integer)):
        return np.random.RandomState(seed)
    if isinstance(seed, np.random.RandomState):
        return seed
    raise ValueError(f"{seed!r} cannot be used to seed a numpy.random.RandomState instance")


def check_consistent_length(*arrays):
    """Refuses arrays with different numbers of samples."""
    lengths = [len(each) for each in arrays if each is not None]
    if len(set(lengths)) > 1:
        raise ValueError(f"Found input variables with inconsistent numbers of samples: {lengths!r}")


def check_array(array, dtype="numeric", ensure_2d=True, force_all_finite=True, **rest):
    """A finite two-dimensional array."""
    if ensure_2d:
        return matrix(array, allow_nan=not force_all_finite, keep=(np.float64, np.float32, np.int64, np.int32))
    return np.asarray(array)


def column_or_1d(y, *, dtype=None, warn=False):
    """A vector; a matrix of one column is flattened."""
    y = np.asarray(y)
    if y.ndim == 1:
        return y
    if y.ndim == 2 and y.shape[1] == 1:
        if warn:
            warnings.warn(
                "A column-vector y was passed when a 1d array was expected. Please change the shape of y to (n_samples, ), for example using ravel().",
                DataConversionWarning,
                stacklevel=2,
            )
        return y.reshape(-1)
    raise ValueError(f"y should be a 1d array, got an array of shape {y.shape} instead.")


def check_X_y(X, y, **rest):
    """check_array of X and a vector y of the same length."""
    X, y = check_array(X), column_or_1d(y, warn=True)
    check_consistent_length(X, y)
    return X, y
