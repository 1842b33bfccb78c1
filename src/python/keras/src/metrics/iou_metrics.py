"""Intersection over union of classes, from a confusion matrix."""

import torch

from keras.src.backend import epsilon, placing, wrap
from keras.src.metrics.metric import Metric, plain


class _IoUBase(Metric):
    """Counts predictions (columns) of each class (rows)."""

    def __init__(
        self, num_classes, name=None, dtype=None, ignore_class=None, sparse_y_true=True, sparse_y_pred=True, axis=-1
    ):
        super().__init__(name=name, dtype=dtype or "int64")
        self.num_classes = num_classes
        self.ignore_class = ignore_class
        self.sparse_y_true = sparse_y_true
        self.sparse_y_pred = sparse_y_pred
        self.axis = axis
        self.total_cm = self.add_variable(
            name="total_confusion_matrix", shape=(num_classes, num_classes), initializer="zeros", dtype=self.dtype
        )

    def update_state(self, y_true, y_pred, sample_weight=None):
        truth, prediction = plain(y_true), plain(y_pred)
        if not self.sparse_y_true:
            truth = torch.argmax(truth, self.axis)
        if not self.sparse_y_pred:
            prediction = torch.argmax(prediction, self.axis)
        truth, prediction = truth.to(torch.int64).reshape(-1), prediction.to(torch.int64).reshape(-1)
        weight = placing.ones(truth.shape) if sample_weight is None else plain(sample_weight, self.dtype).to(torch.float32).reshape(-1)
        weight = weight.expand(truth.shape)
        inside = (truth >= 0) & (truth < self.num_classes) & (prediction >= 0) & (prediction < self.num_classes)
        if self.ignore_class is not None:
            inside = inside & (truth != self.ignore_class)
        places = truth[inside] * self.num_classes + prediction[inside]
        counts = torch.bincount(places.cpu(), weight[inside].cpu().to(torch.float64), self.num_classes**2)
        total = self.total_cm.own()
        total.add_(placing.to(counts.reshape(total.shape), total.dtype))

    def get_config(self):
        return {
            **super().get_config(), "num_classes": self.num_classes, "ignore_class": self.ignore_class,
            "sparse_y_true": self.sparse_y_true, "sparse_y_pred": self.sparse_y_pred, "axis": self.axis,
        }  # fmt: skip


class IoU(_IoUBase):
    """The mean over some classes of intersection / union."""

    def __init__(
        self, num_classes, target_class_ids, name=None, dtype=None, ignore_class=None, sparse_y_true=True, sparse_y_pred=True, axis=-1
    ):
        super().__init__(
            num_classes, name=name, dtype=dtype, ignore_class=ignore_class, sparse_y_true=sparse_y_true, sparse_y_pred=sparse_y_pred,
            axis=axis,
        )  # fmt: skip
        if max(target_class_ids) >= num_classes:
            raise ValueError(f"Target class id {max(target_class_ids)} is out of range, which is [0, {num_classes}).")
        self.target_class_ids = list(target_class_ids)

    def result(self):
        matrix = self.total_cm._t.to(torch.float32)
        right = torch.diagonal(matrix)
        union = matrix.sum(0) + matrix.sum(1) - right
        chosen = placing.tensor(self.target_class_ids)
        right, union = right[chosen], union[chosen]
        present = (union > 1e-9).to(torch.float32).sum()
        return wrap((right / (union + epsilon())).sum() / (present + epsilon()))

    def get_config(self):
        return self._in_order("name dtype num_classes target_class_ids")

    def _in_order(self, names):
        """The config with these names first, as in Keras."""
        found = {**super().get_config(), "target_class_ids": self.target_class_ids}
        return {**{name: found[name] for name in names.split()}, **found}


class BinaryIoU(IoU):
    """IoU of two classes from probabilities."""

    def __init__(self, target_class_ids=(0, 1), threshold=0.5, name=None, dtype=None):
        super().__init__(num_classes=2, target_class_ids=target_class_ids, name=name, dtype=dtype)
        self.threshold = threshold

    def update_state(self, y_true, y_pred, sample_weight=None):
        super().update_state(y_true, wrap((plain(y_pred) >= self.threshold).to(torch.int64)), sample_weight)

    def get_config(self):
        return {
            "target_class_ids": self.target_class_ids, "threshold": self.threshold, "name": self.name, "dtype": self._dtype
        }  # fmt: skip


class MeanIoU(IoU):
    """The mean IoU of all classes."""

    def __init__(self, num_classes, name=None, dtype=None, ignore_class=None, sparse_y_true=True, sparse_y_pred=True, axis=-1):
        super().__init__(
            num_classes, list(range(num_classes)), name=name, dtype=dtype, ignore_class=ignore_class, sparse_y_true=sparse_y_true,
            sparse_y_pred=sparse_y_pred, axis=axis,
        )  # fmt: skip

    def get_config(self):
        config = self._in_order("num_classes name dtype")
        del config["target_class_ids"]
        return config


class OneHotIoU(IoU):
    """IoU of one-hot labels."""

    def __init__(self, num_classes, target_class_ids, name=None, dtype=None, ignore_class=None, sparse_y_pred=False, axis=-1):
        super().__init__(
            num_classes, target_class_ids, name=name, dtype=dtype, ignore_class=ignore_class, sparse_y_true=False,
            sparse_y_pred=sparse_y_pred, axis=axis,
        )  # fmt: skip

    def get_config(self):
        config = self._in_order("num_classes target_class_ids name dtype")
        del config["sparse_y_true"]
        return config


class OneHotMeanIoU(MeanIoU):
    """The mean IoU of one-hot labels."""

    def __init__(self, num_classes, name=None, dtype=None, ignore_class=None, sparse_y_pred=False, axis=-1):
        super().__init__(
            num_classes, name=name, dtype=dtype, ignore_class=ignore_class, sparse_y_true=False, sparse_y_pred=sparse_y_pred, axis=axis
        )

    def get_config(self):
        config = super().get_config()
        del config["sparse_y_true"]
        return config
