"""Scalers of features and encoders of classes."""

from sklearn._missing import missing
from sklearn.preprocessing._data import MaxAbsScaler, MinMaxScaler, Normalizer, StandardScaler, minmax_scale, normalize, scale  # noqa: F401
from sklearn.preprocessing._encoders import OneHotEncoder, OrdinalEncoder  # noqa: F401
from sklearn.preprocessing._label import LabelBinarizer, LabelEncoder, label_binarize  # noqa: F401


def __getattr__(name):
    return missing(__name__, name)
