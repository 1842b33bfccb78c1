"""Encoders of columns with categories: as numbers, or each category as a column of its own."""

import warnings

import numpy as np

from sklearn.base import BaseEstimator, TransformerMixin, check_is_fitted
from sklearn.preprocessing._sparse import SparseRows


def _columns(X):
    """The columns of a table, as arrays."""
    if isinstance(X, np.ndarray) and X.ndim == 2:
        return [X[:, j] for j in range(X.shape[1])]
    rows = X.tolist() if hasattr(X, "tolist") else list(X)
    if not rows or not isinstance(rows[0], (list, tuple)):
        shown = np.array(rows)
        raise ValueError(
            f"Expected 2D array, got 1D array instead:\narray={shown}.\nReshape your data either using array.reshape(-1, 1) if your data has a "
            "single feature or array.reshape(1, -1) if it contains a single sample."
        )
    mixed = len({type(value) is str for row in rows for value in row}) > 1
    return [np.array(list(column), dtype=object if mixed else None) for column in zip(*rows, strict=True)]


def _categories_of(column):
    if column.dtype.kind != "O":
        return np.unique(column)
    values = set(column.tolist())
    if len({type(value) is str for value in values}) > 1:
        raise TypeError("Encoders require their input argument must be uniformly strings or numbers. Got ['int', 'str']")
    return np.array(sorted(values), dtype=object)


class _Encoder(TransformerMixin, BaseEstimator):
    def _learn(self, X):
        columns = _columns(X)
        self.n_features_in_ = len(columns)
        if isinstance(self.categories, str):
            self.categories_ = [_categories_of(column) for column in columns]
        else:
            if len(self.categories) != len(columns):
                raise ValueError("Shape mismatch: if categories is an array, it has to be of shape (n_features,).")
            self.categories_ = [np.array(list(each), dtype=columns[j].dtype) for j, each in enumerate(self.categories)]
        if self.handle_unknown == "error":
            self._codes(columns, "fit")
        return columns

    def _codes(self, columns, during):
        """The number of each value's category; -1 where it is unknown and that is allowed."""
        found = []
        for j, column in enumerate(columns):
            place = {value: i for i, value in enumerate(self.categories_[j].tolist())}
            flat = column.tolist()
            unknown = sorted({value for value in flat if value not in place}, key=str)
            if unknown and self.handle_unknown == "error":
                raise ValueError(f"Found unknown categories {unknown} in column {j} during {during}")
            found.append([place.get(value, -1) for value in flat])
        return found

    def _checked(self, X):
        check_is_fitted(self)
        columns = _columns(X)
        if len(columns) != self.n_features_in_:
            raise ValueError(
                f"X has {len(columns)} features, but {type(self).__name__} is expecting {self.n_features_in_} features as input."
            )
        return columns


class OneHotEncoder(_Encoder):
    """A column of 0 and 1 for every category of every column; by default as rows of the ones' positions (see toarray())."""

    def __init__(
        self, *, categories="auto", drop=None, sparse="deprecated", sparse_output=True, dtype=np.float64, handle_unknown="error",
        min_frequency=None, max_categories=None,
    ):  # fmt: skip
        self.categories, self.drop, self.sparse, self.sparse_output = categories, drop, sparse, sparse_output
        self.dtype, self.handle_unknown, self.min_frequency, self.max_categories = dtype, handle_unknown, min_frequency, max_categories

    def fit(self, X, y=None):
        """Learns categories_."""
        if self.min_frequency is not None or self.max_categories is not None:
            raise NotImplementedError("OneHotEncoder(min_frequency=…, max_categories=…) is not here")
        if self.sparse != "deprecated":
            warnings.warn(
                "`sparse` was renamed to `sparse_output` in version 1.2 and will be removed in 1.4. `sparse_output` is ignored unless you leave "
                "`sparse` to its default value.",
                FutureWarning,
                stacklevel=2,
            )
        self._learn(X)
        self.drop_idx_ = self._dropped()
        return self

    def _dropped(self):
        if self.drop is None:
            return None
        if isinstance(self.drop, str):
            every = self.drop == "first"
            return np.array([0 if every or len(each) == 2 else None for each in self.categories_], dtype=object)
        return np.array([each.tolist().index(value) for each, value in zip(self.categories_, self.drop, strict=True)], dtype=object)

    def _kept(self):
        """(column, category's number) of each new column."""
        dropped = [None] * len(self.categories_) if self.drop_idx_ is None else self.drop_idx_.tolist()
        return [(j, i) for j, each in enumerate(self.categories_) for i in range(len(each)) if i != dropped[j]]

    def transform(self, X):
        """The new columns."""
        codes = self._codes(self._checked(X), "transform")
        place = {pair: at for at, pair in enumerate(self._kept())}
        rows = []
        for row in zip(*codes, strict=True):
            rows.append([place[j, i] for j, i in enumerate(row) if (j, i) in place])
        made = SparseRows(rows, len(place), self.dtype)
        dense = self.sparse is False or (self.sparse == "deprecated" and not self.sparse_output)
        return made.toarray() if dense else made

    def inverse_transform(self, X):
        """The categories of new columns."""
        check_is_fitted(self)
        X = X.toarray() if hasattr(X, "toarray") else np.asarray(X)
        kept = self._kept()
        dropped = [None] * len(self.categories_) if self.drop_idx_ is None else self.drop_idx_.tolist()
        rows = []
        for row in X.tolist():
            best = dict(enumerate(dropped))
            top = [0.0] * len(dropped)
            for value, (j, i) in zip(row, kept, strict=True):
                if value > top[j]:
                    best[j], top[j] = i, value
            rows.append([None if best[j] is None else self.categories_[j][best[j]] for j in range(len(dropped))])
        kinds = {each.dtype.kind for each in self.categories_}
        whole = all(value is not None for row in rows for value in row)
        return np.array(rows) if whole and len(kinds) == 1 and "O" not in kinds else np.array(rows, dtype=object)

    def get_feature_names_out(self, input_features=None):
        """The names of the new columns: x0_category."""
        check_is_fitted(self)
        names = [f"x{j}" for j in range(self.n_features_in_)] if input_features is None else list(input_features)
        return np.array([f"{names[j]}_{self.categories_[j][i]}" for j, i in self._kept()], dtype=object)


class OrdinalEncoder(_Encoder):
    """Categories as numbers, column by column."""

    def __init__(self, *, categories="auto", dtype=np.float64, handle_unknown="error", unknown_value=None):
        self.categories, self.dtype, self.handle_unknown, self.unknown_value = categories, dtype, handle_unknown, unknown_value

    def fit(self, X, y=None):
        """Learns categories_."""
        self._learn(X)
        return self

    def transform(self, X):
        """The numbers."""
        codes = np.array(self._codes(self._checked(X), "transform")).T.astype(self.dtype)
        if self.handle_unknown == "use_encoded_value":
            codes[codes == -1] = self.unknown_value
        return codes

    def inverse_transform(self, X):
        """The categories of numbers."""
        check_is_fitted(self)
        columns = [self.categories_[j][column.astype(np.int64)] for j, column in enumerate(np.asarray(X).T)]
        same = len({column.dtype for column in columns}) == 1
        return np.array([list(row) for row in zip(*columns, strict=True)], dtype=columns[0].dtype if same else object)
