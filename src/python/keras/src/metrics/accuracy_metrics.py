"""Accuracies: how often the prediction is right."""

import torch

from keras.src import ops
from keras.src.backend import config, dtypes, wrap
from keras.src.backend.errors import shape_mismatch
from keras.src.losses.loss import same_rank
from keras.src.metrics.metric import plain
from keras.src.metrics.reduction_metrics import Named


def _float(flags):
    return wrap(flags.to(dtypes.torch_dtype(config.floatx())))


def _same(first, second):
    try:
        return first == second
    except RuntimeError:
        raise shape_mismatch("Equal", first.shape, second.shape) from None


def accuracy(y_true, y_pred):
    """Where y_true equals y_pred."""
    prediction = plain(y_pred)
    truth, prediction = same_rank(plain(y_true).to(prediction.dtype), prediction)
    return _float(_same(truth, prediction))


def binary_accuracy(y_true, y_pred, threshold=0.5):
    """Where (y_pred > threshold) equals y_true."""
    truth, prediction = same_rank(plain(y_true), plain(y_pred))
    return _float(_same(truth, (prediction > threshold).to(truth.dtype)))


def categorical_accuracy(y_true, y_pred):
    """Where the largest prediction is at the largest entry of y_true."""
    prediction = plain(y_pred)
    return _same_class(torch.argmax(plain(y_true), -1), prediction)


def _same_class(labels, prediction):
    shape = labels.shape
    if labels.dim() > 0 and prediction.dim() > 1 and labels.dim() != prediction.dim() - 1:
        labels = labels.reshape(-1)
        prediction = prediction.reshape(-1, prediction.shape[-1])
    matches = _same(labels.to(torch.int64), torch.argmax(prediction, -1))
    return _float(matches.reshape(shape) if matches.numel() == labels.numel() and matches.shape != shape else matches)


def sparse_categorical_accuracy(y_true, y_pred):
    """Where the largest prediction is at class y_true."""
    prediction, truth = plain(y_pred), plain(y_true)
    if truth.dim() == prediction.dim() and truth.shape[-1] == 1 and truth.dim() > 1:
        truth = truth.squeeze(-1)
    return _same_class(truth, prediction)


def top_k_categorical_accuracy(y_true, y_pred, k=5):
    """Where the class is among the k largest predictions."""
    return sparse_top_k_categorical_accuracy(wrap(torch.argmax(plain(y_true), -1)), y_pred, k)


def sparse_top_k_categorical_accuracy(y_true, y_pred, k=5, from_sorted_ids=False):
    """Where class y_true is among the k largest predictions (or among the first k of sorted class numbers)."""
    prediction, labels = plain(y_pred), plain(y_true).to(torch.int64)
    shape = labels.shape
    labels, prediction = labels.reshape(-1), prediction.reshape(-1, prediction.shape[-1])
    if from_sorted_ids:
        return _float((prediction[:, :k].to(torch.int64) == labels.unsqueeze(-1)).any(-1).reshape(shape))
    return _float(ops.in_top_k(wrap(labels), wrap(prediction), k=k)._t.reshape(shape))


class Accuracy(Named):
    """How often predictions equal labels."""

    def __init__(self, name="accuracy", dtype=None):
        super().__init__(accuracy, name=name, dtype=dtype)


class BinaryAccuracy(Named):
    """How often probabilities above the threshold belong to label 1."""

    def __init__(self, name="binary_accuracy", dtype=None, threshold=0.5):
        if threshold is not None and (threshold <= 0 or threshold >= 1):
            raise ValueError(
                f"Invalid value for argument `threshold`. Expected a value in interval (0, 1). Received: threshold={threshold}"
            )
        super().__init__(binary_accuracy, name=name, dtype=dtype, threshold=threshold)


class CategoricalAccuracy(Named):
    """How often the largest probability is that of the one-hot label."""

    def __init__(self, name="categorical_accuracy", dtype=None):
        super().__init__(categorical_accuracy, name=name, dtype=dtype)


class SparseCategoricalAccuracy(Named):
    """How often the largest probability is that of the class number."""

    def __init__(self, name="sparse_categorical_accuracy", dtype=None):
        super().__init__(sparse_categorical_accuracy, name=name, dtype=dtype)


class TopKCategoricalAccuracy(Named):
    """How often the one-hot label is among the k largest probabilities."""

    def __init__(self, k=5, name="top_k_categorical_accuracy", dtype=None):
        super().__init__(top_k_categorical_accuracy, name=name, dtype=dtype, k=k)


class SparseTopKCategoricalAccuracy(Named):
    """How often the class number is among the k largest probabilities."""

    def __init__(self, k=5, name="sparse_top_k_categorical_accuracy", dtype=None, from_sorted_ids=False):
        super().__init__(sparse_top_k_categorical_accuracy, name=name, dtype=dtype, k=k, from_sorted_ids=from_sorted_ids)
        self.from_sorted_ids = from_sorted_ids

    def get_config(self):
        config = super().get_config()
        if not self.from_sorted_ids:
            del config["from_sorted_ids"]
        return config
