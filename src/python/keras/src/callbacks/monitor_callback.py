"""MonitorCallback: the base of callbacks that watch one metric and ask whether it has improved."""

import warnings

import numpy as np

from keras.src.callbacks.callback import Callback

# Classes whose larger values are better; metrics made from a loss are better when smaller.
_UP = (
    "Accuracy BinaryAccuracy CategoricalAccuracy SparseCategoricalAccuracy TopKCategoricalAccuracy "
    "SparseTopKCategoricalAccuracy Precision Recall SensitivityAtSpecificity SpecificityAtSensitivity PrecisionAtRecall "
    "RecallAtPrecision AUC FBetaScore F1Score _IoUBase IoU BinaryIoU MeanIoU OneHotIoU OneHotMeanIoU CosineSimilarity R2Score "
    "PearsonCorrelation ConcordanceCorrelation"
).split()
_DOWN = (
    "Hinge SquaredHinge CategoricalHinge KLDivergence Poisson BinaryCrossentropy CategoricalCrossentropy "
    "SparseCategoricalCrossentropy MeanSquaredError RootMeanSquaredError MeanAbsoluteError MeanAbsolutePercentageError "
    "MeanSquaredLogarithmicError LogCoshError"
).split()


def _direction_of(metric):
    names = [cls.__name__ for cls in type(metric).__mro__]
    if any(name in _UP for name in names):
        return "up"
    return "down" if any(name in _DOWN for name in names) else None


class MonitorCallback(Callback):
    """Watches a metric.

    Args:
        monitor: name of the metric in the logs.
        mode: "min", "max" or "auto" (by the metric's own direction).
        baseline: first value to beat.
        min_delta: least change that counts.
    """

    def __init__(self, monitor="val_loss", mode="auto", baseline=None, min_delta=0):
        super().__init__()
        if mode not in ("auto", "min", "max"):
            warnings.warn(
                f"{self.__class__.__name__} mode '{mode}' is unknown, fallback to auto mode.", stacklevel=3
            )
            mode = "auto"
        self.monitor = monitor
        self.mode = mode
        self.best = baseline
        self.min_delta = abs(min_delta)
        self.monitor_op = None

    def _set_monitor_op(self):
        if self.mode != "auto":
            self.monitor_op = np.less if self.mode == "min" else np.greater
        else:
            self.monitor_op = self._op_by_name()
        if self.monitor_op is np.less:
            self.min_delta *= -1

    def _op_by_name(self):
        name = self.monitor.removeprefix("val_")
        found = np.less if name == "loss" else None
        compiled = getattr(self.model, "_compile_metrics", None)
        own = [m for m in getattr(self.model, "metrics", ()) if m is not compiled]
        for metric in [*own, *(compiled.metrics if compiled is not None else ())]:
            direction = getattr(metric, "_direction", None) or _direction_of(metric)
            if metric.name == name and direction is not None:
                found = np.greater if direction == "up" else np.less
        if found is None:
            raise ValueError(
                f"{self.__class__.__name__} callback received monitor={self.monitor}, but Keras isn't able to automatically "
                "determine whether that metric should be maximized or minimized. Pass `mode='max'` in order to monitor based "
                "on the highest metric value, or pass `mode='min'` in order to use the lowest value."
            )
        return found

    def _is_improvement(self, monitor_value, reference_value):
        if reference_value is None:
            return True
        return self.monitor_op(monitor_value - self.min_delta, reference_value)
