"""Splitting data into parts for training and testing."""

from sklearn.model_selection._split import KFold, ShuffleSplit, StratifiedKFold, StratifiedShuffleSplit, train_test_split  # noqa: F401
