"""Splitting data into parts for training and testing."""

from sklearn._missing import missing
from sklearn.model_selection._split import KFold, ShuffleSplit, StratifiedKFold, StratifiedShuffleSplit, train_test_split  # noqa: F401


def __getattr__(name):
    return missing(__name__, name)
