"""Small data sets, made up or measured."""

from sklearn._missing import missing
from sklearn.datasets._base import load_breast_cancer, load_diabetes, load_digits, load_iris, load_wine  # noqa: F401
from sklearn.datasets._samples_generator import (  # noqa: F401
    make_blobs, make_circles, make_classification, make_moons, make_regression, make_s_curve, make_swiss_roll,
)  # fmt: skip


def __getattr__(name):
    return missing(__name__, name)
