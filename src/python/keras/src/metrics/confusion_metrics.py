"""Metrics of binary decisions: precision, recall, counts, and trade-offs between them. AUC is in auc.py."""

import torch

from keras.src.backend import wrap
from keras.src.metrics import confusion
from keras.src.metrics.confusion import one_or_all, ratio
from keras.src.metrics.metric import Metric


class _Count(Metric):
    """One of the four counts, at each threshold."""

    _counts = None

    def __init__(self, thresholds=None, name=None, dtype=None):
        super().__init__(name=name, dtype=dtype)
        self.init_thresholds = thresholds
        self.thresholds = confusion.parse_thresholds(thresholds)
        self._even = confusion.evenly_spaced(self.thresholds)
        self.accumulator = self.add_variable(shape=(len(self.thresholds),), initializer="zeros", name="accumulator")

    def __getattr__(self, name):
        if name == type(self)._counts:
            return self.__dict__["accumulator"]
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def update_state(self, y_true, y_pred, sample_weight=None):
        confusion.count(self, y_true, y_pred, self.thresholds, self._even, sample_weight)

    def result(self):
        return one_or_all(self.accumulator._t)

    def get_config(self):
        return {**super().get_config(), "thresholds": self.init_thresholds}


class FalsePositives(_Count):
    """How many negatives were taken for positives."""

    _counts = "false_positives"


class FalseNegatives(_Count):
    """How many positives were missed."""

    _counts = "false_negatives"


class TrueNegatives(_Count):
    """How many negatives were recognized."""

    _counts = "true_negatives"


class TruePositives(_Count):
    """How many positives were recognized."""

    _counts = "true_positives"


class _Share(Metric):
    """True positives as a share of them and another count."""

    _other = None

    def __init__(self, thresholds=None, top_k=None, class_id=None, name=None, dtype=None):
        super().__init__(name=name, dtype=dtype)
        self.init_thresholds = thresholds
        self.top_k = top_k
        self.class_id = class_id
        self.thresholds = confusion.parse_thresholds(thresholds, 0.5 if top_k is None else confusion.NEG_INF)
        self._even = confusion.evenly_spaced(self.thresholds)
        shape = (len(self.thresholds),)
        self.true_positives = self.add_variable(shape=shape, initializer="zeros", name="true_positives")
        setattr(self, self._other, self.add_variable(shape=shape, initializer="zeros", name=self._other))

    def update_state(self, y_true, y_pred, sample_weight=None):
        confusion.count(self, y_true, y_pred, self.thresholds, self._even, sample_weight, self.top_k, self.class_id)

    def result(self):
        return one_or_all(ratio(self.true_positives._t, getattr(self, self._other)._t))

    def get_config(self):
        return {**super().get_config(), "thresholds": self.init_thresholds, "top_k": self.top_k, "class_id": self.class_id}


class Precision(_Share):
    """How many of those taken for positive are: TP / (TP + FP)."""

    _other = "false_positives"


class Recall(_Share):
    """How many of the positives are recognized: TP / (TP + FN)."""

    _other = "false_negatives"


class SensitivitySpecificityBase(Metric):
    """The best of one rate where another is at least a given value."""

    # The argument's name, the rate that it bounds, the rate that is made large.
    _argument, _bounded, _best = "value", None, None

    def __init__(self, value, num_thresholds=200, class_id=None, name=None, dtype=None):
        if value < 0 or value > 1:
            raise ValueError(f"Argument `{self._argument}` must be in the range [0, 1]. Received: {self._argument}={value}")
        super().__init__(name=name, dtype=dtype)
        if num_thresholds <= 0:
            raise ValueError(f"Argument `num_thresholds` must be an integer > 0. Received: num_thresholds={num_thresholds}")
        self.value = value
        self.class_id = class_id
        self.num_thresholds = num_thresholds
        self.thresholds = [0.5] if num_thresholds == 1 else [i / (num_thresholds - 1) for i in range(num_thresholds)]
        for each in ("true_positives", "false_positives", "true_negatives", "false_negatives"):
            setattr(self, each, self.add_variable(shape=(len(self.thresholds),), initializer="zeros", name=each))

    def update_state(self, y_true, y_pred, sample_weight=None):
        confusion.count(self, y_true, y_pred, self.thresholds, self.num_thresholds > 1, sample_weight, class_id=self.class_id)

    def _rate(self, name):
        first, second = {
            "sensitivity": (self.true_positives, self.false_negatives), "recall": (self.true_positives, self.false_negatives),
            "specificity": (self.true_negatives, self.false_positives), "precision": (self.true_positives, self.false_positives),
        }[name]  # fmt: skip
        return ratio(first._t, second._t)

    def result(self):
        bounded, best = self._rate(self._bounded), self._rate(self._best)
        return wrap(torch.amax(torch.where(bounded >= self.value, best, torch.zeros_like(best)), 0))

    def get_config(self):
        return {
            **super().get_config(), "class_id": self.class_id, "num_thresholds": self.num_thresholds, self._argument: self.value
        }  # fmt: skip


class SensitivityAtSpecificity(SensitivitySpecificityBase):
    """The best sensitivity with at least this specificity."""

    _argument, _bounded, _best = "specificity", "specificity", "sensitivity"

    def __init__(self, specificity, num_thresholds=200, class_id=None, name=None, dtype=None):
        super().__init__(specificity, num_thresholds, class_id, name, dtype)
        self.specificity = specificity


class SpecificityAtSensitivity(SensitivitySpecificityBase):
    """The best specificity with at least this sensitivity."""

    _argument, _bounded, _best = "sensitivity", "sensitivity", "specificity"

    def __init__(self, sensitivity, num_thresholds=200, class_id=None, name=None, dtype=None):
        super().__init__(sensitivity, num_thresholds, class_id, name, dtype)
        self.sensitivity = sensitivity


class PrecisionAtRecall(SensitivitySpecificityBase):
    """The best precision with at least this recall."""

    _argument, _bounded, _best = "recall", "recall", "precision"

    def __init__(self, recall, num_thresholds=200, class_id=None, name=None, dtype=None):
        super().__init__(recall, num_thresholds, class_id, name, dtype)
        self.recall = recall


class RecallAtPrecision(SensitivitySpecificityBase):
    """The best recall with at least this precision."""

    _argument, _bounded, _best = "precision", "precision", "recall"

    def __init__(self, precision, num_thresholds=200, class_id=None, name=None, dtype=None):
        super().__init__(precision, num_thresholds, class_id, name, dtype)
        self.precision = precision
