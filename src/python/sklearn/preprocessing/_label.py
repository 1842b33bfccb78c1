"""Encoders of target classes: numbers, or columns of 0 and 1."""

import numpy as np

from sklearn.base import BaseEstimator, TransformerMixin, check_is_fitted
from sklearn.utils.validation import column_or_1d


def positions(values, classes):
    """Where each value stands among sorted classes; an unknown one is refused."""
    place = {value: i for i, value in enumerate(classes.tolist())}
    flat = values.tolist()
    unknown = sorted({value for value in flat if value not in place}, key=str)
    if unknown:
        raise ValueError(f"y contains previously unseen labels: {unknown}")
    return np.array([place[value] for value in flat], dtype=np.int64)


class LabelEncoder(TransformerMixin, BaseEstimator):
    """Classes as the numbers 0 … n-1, in sorted order."""

    def fit(self, y):
        """Learns classes_."""
        self.classes_ = np.unique(column_or_1d(y, warn=True))
        return self

    def fit_transform(self, y):
        """Learns classes_ and gives the numbers."""
        self.classes_, codes = np.unique(column_or_1d(y, warn=True), return_inverse=True)
        return codes

    def transform(self, y):
        """The number of each class."""
        check_is_fitted(self)
        y = column_or_1d(y, warn=True)
        return positions(y, self.classes_) if len(y) else np.array([])

    def inverse_transform(self, y):
        """The class of each number."""
        check_is_fitted(self)
        y = column_or_1d(y, warn=True)
        if len(y) == 0:
            return np.array([])
        unknown = np.setdiff1d(y, np.arange(len(self.classes_)))
        if len(unknown):
            raise ValueError(f"y contains previously unseen labels: {unknown}")
        return self.classes_[y]


class LabelBinarizer(TransformerMixin, BaseEstimator):
    """A column of 0 and 1 for each class (one column for two classes)."""

    def __init__(self, *, neg_label=0, pos_label=1, sparse_output=False):
        self.neg_label, self.pos_label, self.sparse_output = neg_label, pos_label, sparse_output

    def fit(self, y):
        """Learns classes_."""
        self.classes_ = np.unique(column_or_1d(y))
        return self

    def transform(self, y):
        """The columns."""
        check_is_fitted(self)
        y = column_or_1d(y)
        found = (y[:, None] == self.classes_[None, :]).astype(np.int64)
        if len(self.classes_) <= 2:
            found = found[:, -1:] if len(self.classes_) == 2 else np.zeros((len(y), 1), dtype=np.int64)
        return np.where(found == 1, self.pos_label, self.neg_label)

    def inverse_transform(self, Y, threshold=None):
        """The classes of columns."""
        check_is_fitted(self)
        Y = np.asarray(Y)
        if len(self.classes_) == 2:
            limit = (self.pos_label + self.neg_label) / 2.0 if threshold is None else threshold
            return self.classes_[(Y.reshape(-1) > limit).astype(np.int64)]
        return self.classes_[Y.argmax(axis=1)]


def label_binarize(y, *, classes, neg_label=0, pos_label=1, sparse_output=False):
    """LabelBinarizer's result for given classes."""
    binarizer = LabelBinarizer(neg_label=neg_label, pos_label=pos_label)
    binarizer.classes_ = np.unique(np.asarray(classes))
    return binarizer.transform(y)
