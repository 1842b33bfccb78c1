"""What estimators share: parameters by name, their printed form, fit_transform, and clone()."""

import inspect

import numpy as np

from sklearn.exceptions import NotFittedError


class BaseEstimator:
    """An object whose constructor only keeps its parameters and whose fit() learns attributes that end in _."""

    @classmethod
    def _parameters(cls):
        if cls.__init__ is object.__init__:
            return {}
        found = inspect.signature(cls.__init__).parameters
        return {name: each.default for name, each in found.items() if name != "self"}

    def get_params(self, deep=True):
        """The parameters by name."""
        return {name: getattr(self, name) for name in sorted(self._parameters())}

    def set_params(self, **params):
        """Changes parameters."""
        known = self._parameters()
        for name, value in params.items():
            if name not in known:
                raise ValueError(f"Invalid parameter {name!r} for estimator {self}. Valid parameters are: {sorted(known)!r}.")
            setattr(self, name, value)
        return self

    def __repr__(self):
        changed = []
        for name, default in sorted(self._parameters().items()):
            value = getattr(self, name)
            if repr(value) != repr(default):
                changed.append(f"{name}={value!r}")
        return f"{type(self).__name__}({', '.join(changed)})"


class TransformerMixin:
    """fit_transform() of what has fit() and transform()."""

    def fit_transform(self, X, y=None, **fit_params):
        """fit(X, y) and transform(X)."""
        fitted = self.fit(X, **fit_params) if y is None else self.fit(X, y, **fit_params)
        return fitted.transform(X)


class ClassifierMixin:
    """score() as accuracy."""

    def score(self, X, y, sample_weight=None):
        """The accuracy of predict(X)."""
        from sklearn.metrics import accuracy_score

        return accuracy_score(y, self.predict(X), sample_weight=sample_weight)


class RegressorMixin:
    """score() as R²."""

    def score(self, X, y, sample_weight=None):
        """The R² of predict(X)."""
        from sklearn.metrics import r2_score

        return r2_score(y, self.predict(X), sample_weight=sample_weight)


def clone(estimator, *, safe=True):
    """An unfitted copy with the same parameters."""
    if isinstance(estimator, (list, tuple)):
        return type(estimator)(clone(each) for each in estimator)
    return type(estimator)(**estimator.get_params())


def check_is_fitted(estimator, attributes=None):
    """Refuses an estimator without learned attributes."""
    learned = [name for name in vars(estimator) if name.endswith("_") and not name.startswith("__")]
    if not learned:
        raise NotFittedError(
            f"This {type(estimator).__name__} instance is not fitted yet. Call 'fit' with appropriate arguments before using this estimator."
        )


def check_features(estimator, X, reset):
    """Remembers the number of features at fit(), compares it later."""
    if reset:
        estimator.n_features_in_ = X.shape[1]
    elif X.shape[1] != estimator.n_features_in_:
        raise ValueError(
            f"X has {X.shape[1]} features, but {type(estimator).__name__} is expecting {estimator.n_features_in_} features as input."
        )


def matrix(X, estimator=None, allow_nan=False, keep=(np.float64, np.float32)):
    """A two-dimensional array of floats (float32 stays), with scikit-learn's refusals; torch tensors are welcome."""
    array = np.asarray(X)
    if array.dtype.kind in "OUS":
        array = array.astype(np.float64)
    if array.ndim < 2:
        shown = f"array={array}" if array.ndim else f"array={array[()]}"
        kind = "scalar" if array.ndim == 0 else "1D"
        raise ValueError(
            f"Expected 2D array, got {kind} array instead:\n{shown}.\nReshape your data either using array.reshape(-1, 1) if your data has a "
            "single feature or array.reshape(1, -1) if it contains a single sample."
        )
    if array.ndim > 2:
        name = f" by {type(estimator).__name__}" if estimator is not None else ""
        raise ValueError(f"Found array with dim {array.ndim}. {type(estimator).__name__ if name else 'Estimator'} expected <= 2.")
    if array.shape[0] < 1:
        name = f" by {type(estimator).__name__}" if estimator is not None else ""
        raise ValueError(f"Found array with 0 sample(s) (shape={array.shape}) while a minimum of 1 is required{name}.")
    # As in scikit-learn, a float32 tensor becomes float64 where a float32 array stays.
    foreign = not isinstance(X, np.ndarray) and array.dtype.kind == "f"
    if foreign or array.dtype not in [np.dtype(each) for each in keep]:
        array = array.astype(np.float64)
    if not allow_nan and not np.isfinite(array).all():
        what = "NaN" if np.isnan(array).any() else f"infinity or a value too large for {array.dtype!r}"
        raise ValueError(f"Input X contains {what}.")
    return array
