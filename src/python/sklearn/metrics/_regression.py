"""Metrics of predicted numbers."""

import warnings

import numpy as np

from sklearn.exceptions import UndefinedMetricWarning
from sklearn.metrics._targets import number_targets


def _combined(errors, multioutput):
    """One number of the outputs' numbers."""
    if isinstance(multioutput, str):
        if multioutput == "raw_values":
            return errors
        return np.average(errors)
    return np.average(errors, weights=multioutput)


def mean_squared_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", squared=True):
    """The mean of squared differences (squared=False: its root)."""
    y_true, y_pred = number_targets(y_true, y_pred, multioutput)
    errors = np.average((y_true - y_pred) ** 2, axis=0, weights=sample_weight)
    return _combined(errors if squared else np.sqrt(errors), multioutput)


def mean_absolute_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    """The mean size of differences."""
    y_true, y_pred = number_targets(y_true, y_pred, multioutput)
    return _combined(np.average(np.abs(y_pred - y_true), weights=sample_weight, axis=0), multioutput)


def mean_absolute_percentage_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    """The mean size of differences relative to the truth."""
    y_true, y_pred = number_targets(y_true, y_pred, multioutput)
    least = np.finfo(np.float64).eps
    share = np.abs(y_pred - y_true) / np.maximum(np.abs(y_true), least)
    return _combined(np.average(share, weights=sample_weight, axis=0), multioutput)


def mean_squared_log_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", squared=True):
    """The mean squared error of log(1 + y)."""
    first, second = number_targets(y_true, y_pred, multioutput)
    if (first < 0).any() or (second < 0).any():
        raise ValueError("Mean Squared Logarithmic Error cannot be used when targets contain negative values.")
    return mean_squared_error(
        np.log1p(first), np.log1p(second), sample_weight=sample_weight, multioutput=multioutput, squared=squared
    )


def median_absolute_error(y_true, y_pred, *, multioutput="uniform_average", sample_weight=None):
    """The median size of differences."""
    if sample_weight is not None:
        raise NotImplementedError("median_absolute_error with sample_weight is not here")
    y_true, y_pred = number_targets(y_true, y_pred, multioutput)
    return _combined(np.median(np.abs(y_pred - y_true), axis=0), multioutput)


def max_error(y_true, y_pred):
    """The largest difference."""
    y_true, y_pred = number_targets(y_true, y_pred, "uniform_average")
    if y_true.shape[1] > 1:
        raise ValueError("Multioutput not supported in max_error")
    return np.max(np.abs(y_true - y_pred))


def _explained(rest, total, multioutput, force_finite):
    """1 - rest / total, output by output, with the values for a total of 0."""
    scores = np.ones(len(rest))
    usual = (total != 0) & (rest != 0)
    scores = np.where(usual, 1 - rest / np.where(total == 0, 1, total), scores)
    unusual = (total == 0) & (rest != 0)
    if unusual.any():
        scores = np.where(unusual, 0.0 if force_finite else -np.inf, scores)
    if isinstance(multioutput, str):
        if multioutput == "raw_values":
            return scores
        weights = total if multioutput == "variance_weighted" and total.any() else None
        return np.average(scores, weights=weights)
    return np.average(scores, weights=multioutput)


def r2_score(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", force_finite=True):
    """The share of the truth's variance that the predictions explain."""
    y_true, y_pred = number_targets(y_true, y_pred, multioutput)
    if len(y_pred) < 2:
        warnings.warn("R^2 score is not well-defined with less than two samples.", UndefinedMetricWarning, stacklevel=2)
        return float("nan")
    weights = 1.0 if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)[:, None]
    rest = (weights * (y_true - y_pred) ** 2).sum(axis=0, dtype=np.float64)
    middle = np.average(y_true, axis=0, weights=sample_weight)
    total = (weights * (y_true - middle) ** 2).sum(axis=0, dtype=np.float64)
    return _explained(rest, total, multioutput, force_finite)


def explained_variance_score(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", force_finite=True):
    """R² that forgives a constant offset."""
    y_true, y_pred = number_targets(y_true, y_pred, multioutput)
    away = y_true - y_pred
    rest = np.average((away - np.average(away, weights=sample_weight, axis=0)) ** 2, weights=sample_weight, axis=0)
    middle = np.average(y_true, weights=sample_weight, axis=0)
    total = np.average((y_true - middle) ** 2, weights=sample_weight, axis=0)
    return _explained(rest, total, multioutput, force_finite)
