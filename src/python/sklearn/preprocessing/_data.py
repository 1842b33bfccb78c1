"""Scalers: each column to mean 0 and variance 1, to a range, or each row to length 1."""

import numpy as np

from sklearn.base import BaseEstimator, TransformerMixin, check_features, check_is_fitted, matrix


def _without_zeros(scale, constant=None):
    """Divisors: 1 where a column is constant."""
    if constant is None:
        constant = scale < 10 * np.finfo(scale.dtype).eps
    scale = scale.copy()
    scale[constant] = 1.0
    return scale


class _ColumnNames:
    """get_feature_names_out() of scalers: the names of the input."""

    def get_feature_names_out(self, input_features=None):
        """The names of the columns."""
        if input_features is not None:
            return np.asarray(input_features, dtype=object)
        return np.array([f"x{i}" for i in range(self.n_features_in_)], dtype=object)


class StandardScaler(_ColumnNames, TransformerMixin, BaseEstimator):
    """z = (x - mean) / standard deviation, column by column."""

    def __init__(self, *, copy=True, with_mean=True, with_std=True):
        self.copy, self.with_mean, self.with_std = copy, with_mean, with_std

    def fit(self, X, y=None, sample_weight=None):
        """Learns mean_, var_ and scale_."""
        self.__dict__.pop("n_samples_seen_", None)
        return self.partial_fit(X, y, sample_weight)

    def partial_fit(self, X, y=None, sample_weight=None):
        """Learns from more rows (T. Chan, G. Golub, R. LeVeque, Algorithms for computing the sample variance, 1983)."""
        if sample_weight is not None:
            raise NotImplementedError("StandardScaler with sample_weight is not here")
        first = not hasattr(self, "n_samples_seen_")
        X = matrix(X, self, allow_nan=True)
        check_features(self, X, first)
        seen = np.sum(~np.isnan(X), axis=0)
        wide = X.astype(np.float64)
        total = np.nansum(wide, axis=0)
        away = wide - total / seen
        squares = np.nansum(away**2, axis=0) - np.nansum(away, axis=0) ** 2 / seen
        mean, count = total / seen, seen
        if not first:
            before = self._counts
            count = before + seen
            before_total = self._means * before
            mean = (before_total + total) / count
            ratio = before / seen
            squares = self._variances * before + squares + ratio / count * (before_total / ratio - total) ** 2
        self._means, self._variances, self._counts = mean, squares / count, count
        same = bool((count == count[0]).all())
        self.n_samples_seen_ = count[0] if same else count
        self.mean_ = mean if self.with_mean or self.with_std else None
        self.var_ = self.scale_ = None
        if self.with_std:
            self.var_ = self._variances
            eps = np.finfo(np.float64).eps
            constant = self.var_ <= count * eps * self.var_ + (count * mean * eps) ** 2
            self.scale_ = _without_zeros(np.sqrt(self.var_), constant)
        return self

    def transform(self, X, copy=None):
        """The scaled columns."""
        check_is_fitted(self)
        X = matrix(X, self, allow_nan=True)
        check_features(self, X, False)
        kind = X.dtype
        if self.with_mean:
            X = X - self.mean_.astype(kind)
        if self.with_std:
            X = X / self.scale_.astype(kind)
        return X

    def inverse_transform(self, X, copy=None):
        """Back to the original columns."""
        check_is_fitted(self)
        X = matrix(X, self, allow_nan=True)
        if self.with_std:
            X = X * self.scale_.astype(X.dtype)
        if self.with_mean:
            X = X + self.mean_.astype(X.dtype)
        return X


class MinMaxScaler(_ColumnNames, TransformerMixin, BaseEstimator):
    """Each column to a range, by default [0, 1]."""

    def __init__(self, feature_range=(0, 1), *, copy=True, clip=False):
        self.feature_range, self.copy, self.clip = feature_range, copy, clip

    def fit(self, X, y=None):
        """Learns data_min_ and data_max_."""
        self.__dict__.pop("n_samples_seen_", None)
        return self.partial_fit(X, y)

    def partial_fit(self, X, y=None):
        """Learns from more rows."""
        low, high = self.feature_range
        if low >= high:
            raise ValueError(f"Minimum of desired feature range must be smaller than maximum. Got {self.feature_range}.")
        first = not hasattr(self, "n_samples_seen_")
        X = matrix(X, self, allow_nan=True)
        check_features(self, X, first)
        least, most = np.nanmin(X, axis=0), np.nanmax(X, axis=0)
        if not first:
            least, most = np.minimum(self.data_min_, least), np.maximum(self.data_max_, most)
        self.n_samples_seen_ = X.shape[0] + (0 if first else self.n_samples_seen_)
        self.data_min_, self.data_max_, self.data_range_ = least, most, most - least
        self.scale_ = (high - low) / _without_zeros(self.data_range_)
        self.min_ = low - least * self.scale_
        return self

    def transform(self, X):
        """The scaled columns."""
        check_is_fitted(self)
        X = matrix(X, self, allow_nan=True)
        check_features(self, X, False)
        X = X * self.scale_.astype(X.dtype) + self.min_.astype(X.dtype)
        return np.clip(X, *self.feature_range) if self.clip else X

    def inverse_transform(self, X):
        """Back to the original columns."""
        check_is_fitted(self)
        X = matrix(X, self, allow_nan=True)
        return (X - self.min_.astype(X.dtype)) / self.scale_.astype(X.dtype)


class MaxAbsScaler(_ColumnNames, TransformerMixin, BaseEstimator):
    """Each column divided by its largest size."""

    def __init__(self, *, copy=True):
        self.copy = copy

    def fit(self, X, y=None):
        """Learns max_abs_."""
        X = matrix(X, self, allow_nan=True)
        check_features(self, X, True)
        self.n_samples_seen_ = X.shape[0]
        self.max_abs_ = np.nanmax(np.abs(X), axis=0)
        self.scale_ = _without_zeros(self.max_abs_)
        return self

    def transform(self, X):
        """The scaled columns."""
        check_is_fitted(self)
        X = matrix(X, self, allow_nan=True)
        check_features(self, X, False)
        return X / self.scale_.astype(X.dtype)

    def inverse_transform(self, X):
        """Back to the original columns."""
        check_is_fitted(self)
        X = matrix(X, self, allow_nan=True)
        return X * self.scale_.astype(X.dtype)


def normalize(X, norm="l2", *, axis=1, copy=True, return_norm=False):
    """Each row (axis=0: column) divided by its norm 'l2', 'l1' or 'max'."""
    if norm not in ("l1", "l2", "max"):
        raise ValueError(f"The 'norm' parameter of normalize must be a str among {{'l1', 'l2', 'max'}}. Got {norm!r} instead.")
    X = matrix(X)
    if norm == "l2":
        sizes = np.sqrt((X * X).sum(axis=axis))
    else:
        sizes = np.abs(X).sum(axis=axis) if norm == "l1" else np.abs(X).max(axis=axis)
    divisors = _without_zeros(sizes)
    scaled = X / (divisors[:, None] if axis == 1 else divisors)
    return (scaled, divisors) if return_norm else scaled


class Normalizer(_ColumnNames, TransformerMixin, BaseEstimator):
    """Each row to length 1."""

    def __init__(self, norm="l2", *, copy=True):
        self.norm, self.copy = norm, copy

    def fit(self, X, y=None):
        """Nothing to learn but the number of columns."""
        check_features(self, matrix(X, self), True)
        return self

    def transform(self, X, copy=None):
        """The scaled rows."""
        return normalize(X, self.norm)


def scale(X, *, axis=0, with_mean=True, with_std=True, copy=True):
    """StandardScaler's result in one call."""
    X = np.asarray(X, dtype=np.float64) if not hasattr(X, "dtype") or np.asarray(X).dtype.kind != "f" else np.asarray(X)
    vector = X.ndim == 1
    table = X.reshape(-1, 1) if vector else X.T if axis == 1 else X
    scaled = StandardScaler(with_mean=with_mean, with_std=with_std).fit_transform(table)
    return scaled.reshape(-1) if vector else scaled.T if axis == 1 else scaled


def minmax_scale(X, feature_range=(0, 1), *, axis=0, copy=True):
    """MinMaxScaler's result in one call."""
    X = np.asarray(X)
    vector = X.ndim == 1
    table = X.reshape(-1, 1) if vector else X.T if axis == 1 else X
    scaled = MinMaxScaler(feature_range).fit_transform(table)
    return scaled.reshape(-1) if vector else scaled.T if axis == 1 else scaled
