"""AUC: the area under the ROC or precision-recall curve, from counts at thresholds."""

import numpy
import torch

from keras.src.backend import epsilon, unwrap, wrap
from keras.src.metrics import confusion
from keras.src.metrics.confusion import ratio
from keras.src.metrics.metric import Metric, plain

_CURVES = {"roc": "ROC", "pr": "PR", "prgain": "PRGAIN"}
_METHODS = {"interpolation": "interpolation", "minoring": "minoring", "majoring": "majoring"}


def _safe(first, second):
    return torch.where(second == 0, torch.zeros_like(first), first / torch.where(second == 0, torch.ones_like(second), second))


class AUC(Metric):
    """The probability that a positive example gets a higher score than a negative one, approximated at num_thresholds thresholds."""

    __module__ = "keras.src.metrics.confusion_metrics"

    def __init__(
        self, num_thresholds=200, curve="ROC", summation_method="interpolation", name=None, dtype=None, thresholds=None, multi_label=False,
        num_labels=None, label_weights=None, from_logits=False,
    ):  # fmt: skip
        if str(curve).lower() not in _CURVES:
            raise ValueError(f'Invalid AUC curve value: "{curve}". Expected values are ["PR", "ROC", "PRGAIN"]')
        if str(summation_method).lower() not in _METHODS:
            raise ValueError(
                f'Invalid AUC summation method value: "{summation_method}". Expected values are ["interpolation", "majoring", "minoring"]'
            )
        super().__init__(name=name, dtype=dtype)
        self._init_from_thresholds = thresholds is not None
        if thresholds is not None:
            inner = sorted(thresholds)
            self.num_thresholds = len(inner) + 2
            self._even = confusion.evenly_spaced([0.0, *inner, 1.0])
        else:
            if num_thresholds <= 1:
                raise ValueError(f"Argument `num_thresholds` must be an integer > 1. Received: num_thresholds={num_thresholds}")
            self.num_thresholds = num_thresholds
            inner = [(i + 1) / (num_thresholds - 1) for i in range(num_thresholds - 2)]
            self._even = True
        # Beyond both ends, so that 0 and 1 themselves fall on the right side.
        self._thresholds = numpy.array([0.0 - epsilon(), *inner, 1.0 + epsilon()])
        self.curve = _CURVES[str(curve).lower()]
        self.summation_method = _METHODS[str(summation_method).lower()]
        self.multi_label = multi_label
        self.num_labels = num_labels
        self.label_weights = None if label_weights is None else unwrap(label_weights).to(torch.float32)
        self._from_logits = from_logits
        self._built = False
        if multi_label:
            if num_labels:
                self._build((None, num_labels))
        else:
            if num_labels:
                raise ValueError("`num_labels` is needed only when `multi_label` is True.")
            self._build(None)

    @property
    def thresholds(self):
        """The thresholds, with the ends."""
        return list(self._thresholds)

    def _build(self, shape):
        if self.multi_label:
            if len(shape) != 2:
                raise ValueError(
                    f"`y_pred` must have rank 2 when `multi_label=True`. Found rank {len(shape)}. Full shape received for `y_pred`: {shape}"
                )
            size = (self.num_thresholds, shape[1])
        else:
            size = (self.num_thresholds,)
        for each in ("true_positives", "false_positives", "true_negatives", "false_negatives"):
            setattr(self, each, self.add_variable(shape=size, initializer="zeros", name=each))
        self._built = True

    def update_state(self, y_true, y_pred, sample_weight=None):
        prediction = plain(y_pred, "float32")
        if not self._built:
            self._build(tuple(prediction.shape))
        if self._from_logits:
            prediction = torch.sigmoid(prediction)
        confusion.count(
            self, y_true, wrap(prediction), self._thresholds.tolist(), self._even, sample_weight, multi_label=self.multi_label,
            label_weights=self.label_weights,
        )  # fmt: skip

    def _summed(self, areas):
        if not self.multi_label:
            return wrap(areas.sum())
        by_label = areas.sum(0)
        if self.label_weights is None:
            return wrap(by_label.mean())
        return wrap((by_label * self.label_weights).sum() / self.label_weights.sum())

    def _interpolated_pr(self):
        """The area under the precision-recall curve with true positives interpolated (Davis & Goadrich 2006)."""
        tp, fn = self.true_positives._t, self.false_negatives._t
        p = tp + self.false_positives._t
        slope = _safe(tp[:-1] - tp[1:], torch.clamp(p[:-1] - p[1:], min=0.0))
        intercept = tp[1:] - slope * p[1:]
        both = (p[:-1] > 0) & (p[1:] > 0)
        quotient = torch.where(both, _safe(p[:-1], torch.clamp(p[1:], min=0.0)), torch.ones_like(p[1:]))
        return self._summed(_safe(slope * (tp[:-1] - tp[1:] + intercept * torch.log(quotient)), torch.clamp(tp[1:] + fn[1:], min=0.0)))

    def _gains(self):
        """Recall gain and precision gain (Flach & Kull 2015)."""
        tp, fp, fn = self.true_positives._t, self.false_positives._t, self.false_negatives._t
        scale = _safe(tp + fn, self.true_negatives._t + fp)
        recall, precision = 1.0 - scale * _safe(fn, tp), 1.0 - scale * _safe(fp, tp)
        none = tp == 0
        recall = torch.where(none, torch.zeros_like(recall), recall)
        return torch.clamp(recall, min=0.0), torch.where(none, torch.ones_like(precision), precision)

    def result(self):
        if self.curve == "PR" and self.summation_method == "interpolation":
            return self._interpolated_pr()
        recall = ratio(self.true_positives._t, self.false_negatives._t)
        if self.curve == "ROC":
            x, y = ratio(self.false_positives._t, self.true_negatives._t), recall
        elif self.curve == "PR":
            x, y = recall, ratio(self.true_positives._t, self.false_positives._t)
        else:
            x, y = self._gains()
        if self.summation_method == "interpolation":
            heights = (y[:-1] + y[1:]) / 2.0
        else:
            heights = (torch.minimum if self.summation_method == "minoring" else torch.maximum)(y[:-1], y[1:])
        return self._summed((x[:-1] - x[1:]) * heights)

    def get_config(self):
        config = {
            **super().get_config(), "num_thresholds": self.num_thresholds, "curve": self.curve,
            "summation_method": self.summation_method, "multi_label": self.multi_label, "num_labels": self.num_labels,
            "label_weights": None if self.label_weights is None else self.label_weights.tolist(), "from_logits": self._from_logits,
        }  # fmt: skip
        if self._init_from_thresholds:
            config["thresholds"] = self.thresholds[1:-1]
        return config
