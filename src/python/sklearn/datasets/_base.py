"""Measured data sets, unpacked from the modules in data/: load_iris(), load_digits(), …"""

import base64
import zlib
from importlib import import_module

import numpy as np

from sklearn.utils import Bunch

_TEXTS = {
    "iris": "Iris plants: 150 flowers of three kinds, four lengths in centimetres each (R. A. Fisher, 1936).",
    "wine": "Wine recognition: 178 wines of three growers, 13 chemical measurements each.",
    "breast_cancer": "Breast cancer Wisconsin (diagnostic): 569 tumours, 30 measurements of cell nuclei each, malignant or benign.",
    "digits": "Handwritten digits: 1797 images of 8 x 8 pixels with values from 0 to 16.",
    "diabetes": "Diabetes: 442 patients, ten measurements each; the target is the progression of the disease after a year.",
}


def _unpacked(module):
    return zlib.decompress(base64.b85decode(module.PACKED.replace("\n", "")))


def _columns(module):
    rows = [line.split(",") for line in _unpacked(module).decode().split("\n")]
    table = np.array([[float(value) for value in row] for row in rows])
    return np.ascontiguousarray(table[:-1].T), table[-1]


def _no_frame(as_frame):
    if as_frame:
        raise ImportError("as_frame=True needs pandas, which is not here: use the arrays .data and .target")


def _bunch(name, as_frame, **parts):
    _no_frame(as_frame)
    return Bunch(**{"frame": None, "DESCR": _TEXTS[name], **parts})


def _classes(name, return_X_y, as_frame):
    _no_frame(as_frame)
    module = import_module(f"sklearn.datasets.data.{name}")
    data, target = _columns(module)
    target = target.astype(np.int64)
    if return_X_y:
        return data, target
    features = np.array(module.FEATURES) if name == "breast_cancer" else list(module.FEATURES)
    return _bunch(name, as_frame, data=data, target=target, target_names=np.array(module.TARGETS), feature_names=features)


def load_iris(*, return_X_y=False, as_frame=False):
    """150 iris flowers of three kinds, four lengths each."""
    return _classes("iris", return_X_y, as_frame)


def load_wine(*, return_X_y=False, as_frame=False):
    """178 wines of three growers, 13 measurements each."""
    return _classes("wine", return_X_y, as_frame)


def load_breast_cancer(*, return_X_y=False, as_frame=False):
    """569 tumours, 30 measurements each; 0 malignant, 1 benign."""
    return _classes("breast_cancer", return_X_y, as_frame)


def load_digits(*, n_class=10, return_X_y=False, as_frame=False):
    """1797 images of handwritten digits, 8 × 8 pixels from 0 to 16."""
    _no_frame(as_frame)
    from sklearn.datasets.data import digits as module

    numbers = np.frombuffer(_unpacked(module), dtype=np.uint8)
    count, width = module.SHAPE
    data = numbers[: count * width].reshape(count, width).astype(np.float64)
    target = numbers[count * width :].astype(np.int64)
    if n_class < 10:
        kept = target < n_class
        data, target = data[kept], target[kept]
    if return_X_y:
        return data, target
    names = np.array(module.TARGETS)
    images = data.reshape(-1, 8, 8)
    return _bunch("digits", as_frame, data=data, target=target, feature_names=list(module.FEATURES), target_names=names, images=images)


def load_diabetes(*, return_X_y=False, as_frame=False, scaled=True):
    """442 patients, ten measurements each (with mean 0 and squares that sum to 1); a target to regress."""
    _no_frame(as_frame)
    from sklearn.datasets.data import diabetes as module

    data, target = _columns(module)
    if scaled:
        data = (data - data.mean(axis=0)) / data.std(axis=0) / len(data) ** 0.5
    if return_X_y:
        return data, target
    return _bunch("diabetes", as_frame, data=data, target=target, feature_names=list(module.FEATURES))
