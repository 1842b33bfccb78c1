"""F-scores: the weighted harmonic mean of precision and recall."""

import torch

from keras.src.backend import epsilon, wrap
from keras.src.metrics.metric import Metric, plain


class FBetaScore(Metric):
    """(1 + beta**2) * precision * recall / (beta**2 * precision + recall), for each class or averaged ('micro', 'macro', 'weighted')."""

    def __init__(self, average=None, beta=1.0, threshold=None, name="fbeta_score", dtype=None):
        super().__init__(name=name, dtype=dtype)
        if average not in (None, "micro", "macro", "weighted"):
            raise ValueError(
                f"Invalid `average` argument value. Expected one of: {{None, 'micro', 'macro', 'weighted'}}. Received: average={average}"
            )
        if not isinstance(beta, float):
            raise ValueError(f"Invalid `beta` argument value. It should be a Python float. Received: beta={beta} of type '{type(beta)}'")
        if beta <= 0.0:
            raise ValueError(f"Invalid `beta` argument value. It should be > 0. Received: beta={beta}")
        if threshold is not None:
            if not isinstance(threshold, float):
                raise ValueError(
                    f"Invalid `threshold` argument value. It should be a Python float. Received: threshold={threshold} of type "
                    f"'{type(threshold)}'"
                )
            if threshold > 1.0 or threshold <= 0.0:
                raise ValueError(f"Invalid `threshold` argument value. It should verify 0 < threshold <= 1. Received: threshold={threshold}")
        self.average = average
        self.beta = beta
        self.threshold = threshold
        self.axis = None if average == "micro" else 0
        self._built = False

    def _build(self, truth, prediction):
        if truth.dim() != 2 or prediction.dim() != 2:
            raise ValueError(
                "FBetaScore expects 2D inputs with shape (batch_size, output_dim). Received input shapes: "
                f"y_pred.shape={tuple(prediction.shape)} and y_true.shape={tuple(truth.shape)}."
            )
        shape = () if self.average == "micro" else (prediction.shape[-1],)
        for name in ("true_positives", "false_positives", "false_negatives", "intermediate_weights"):
            setattr(self, name, self.add_variable(shape, "zeros", dtype=self.dtype, name=name))
        self._built = True

    def update_state(self, y_true, y_pred, sample_weight=None):
        truth, prediction = plain(y_true, self.dtype), plain(y_pred, self.dtype)
        if not self._built:
            self._build(truth, prediction)
        if self.threshold is None:
            chosen = (prediction >= torch.amax(prediction, -1, keepdim=True)) & (torch.abs(prediction) > 1e-9)
        else:
            chosen = prediction > self.threshold
        chosen = chosen.to(truth.dtype)
        weight = None
        if sample_weight is not None:
            weight = plain(sample_weight, self.dtype)
            while weight.dim() < truth.dim():
                weight = weight.unsqueeze(-1)

        def total(value):
            value = value if weight is None else value * weight
            return value.sum() if self.axis is None else value.sum(0)

        self.true_positives.own().add_(total(chosen * truth))
        self.false_positives.own().add_(total(chosen * (1 - truth)))
        self.false_negatives.own().add_(total((1 - chosen) * truth))
        self.intermediate_weights.own().add_(total(truth))

    def result(self):
        right = self.true_positives._t
        precision = right / (right + self.false_positives._t + epsilon())
        recall = right / (right + self.false_negatives._t + epsilon())
        score = precision * recall / (self.beta**2 * precision + recall + epsilon()) * (1 + self.beta**2)
        if self.average == "weighted":
            weights = self.intermediate_weights._t
            score = (score * (weights / (weights.sum() + epsilon()))).sum()
        elif self.average is not None:
            score = score.mean()
        return wrap(score)

    def get_config(self):
        return {**super().get_config(), "average": self.average, "beta": self.beta, "threshold": self.threshold}


class F1Score(FBetaScore):
    """The harmonic mean of precision and recall."""

    def __init__(self, average=None, threshold=None, name="f1_score", dtype=None):
        super().__init__(average=average, beta=1.0, threshold=threshold, name=name, dtype=dtype)

    def get_config(self):
        config = super().get_config()
        del config["beta"]
        return config
