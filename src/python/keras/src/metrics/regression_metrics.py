"""Errors of numbers: mean squared error and its relatives, cosine similarity, R2, correlations, and the losses as metrics."""

import warnings

import torch

from keras.src import losses
from keras.src.backend import placing, unwrap, wrap
from keras.src.losses.functions import pair
from keras.src.losses.loss import same_rank
from keras.src.metrics.metric import Metric, plain
from keras.src.metrics.reduction_metrics import Mean, Named, named

MeanSquaredError = named("MeanSquaredError", losses.mean_squared_error, "mean_squared_error", __name__)
MeanAbsoluteError = named("MeanAbsoluteError", losses.mean_absolute_error, "mean_absolute_error", __name__)
MeanAbsolutePercentageError = named(
    "MeanAbsolutePercentageError", losses.mean_absolute_percentage_error, "mean_absolute_percentage_error", __name__
)
MeanSquaredLogarithmicError = named(
    "MeanSquaredLogarithmicError", losses.mean_squared_logarithmic_error, "mean_squared_logarithmic_error", __name__
)
LogCoshError = named("LogCoshError", losses.log_cosh, "logcosh", __name__)
_PROBABILISTIC = "keras.src.metrics.probabilistic_metrics"
KLDivergence = named("KLDivergence", losses.kl_divergence, "kl_divergence", _PROBABILISTIC)
Poisson = named("Poisson", losses.poisson, "poisson", _PROBABILISTIC)
_HINGE = "keras.src.metrics.hinge_metrics"
Hinge = named("Hinge", losses.hinge, "hinge", _HINGE)
SquaredHinge = named("SquaredHinge", losses.squared_hinge, "squared_hinge", _HINGE)
CategoricalHinge = named("CategoricalHinge", losses.categorical_hinge, "categorical_hinge", _HINGE)


class BinaryCrossentropy(Named):
    """The binary crossentropy as a metric."""

    __module__ = _PROBABILISTIC

    def __init__(self, name="binary_crossentropy", dtype=None, from_logits=False, label_smoothing=0):
        super().__init__(losses.binary_crossentropy, name=name, dtype=dtype, from_logits=from_logits, label_smoothing=label_smoothing)


class CategoricalCrossentropy(Named):
    """The categorical crossentropy as a metric."""

    __module__ = _PROBABILISTIC

    def __init__(self, name="categorical_crossentropy", dtype=None, from_logits=False, label_smoothing=0, axis=-1):
        super().__init__(
            losses.categorical_crossentropy, name=name, dtype=dtype, from_logits=from_logits, label_smoothing=label_smoothing, axis=axis
        )


class SparseCategoricalCrossentropy(Named):
    """The crossentropy of class numbers as a metric."""

    __module__ = _PROBABILISTIC

    def __init__(
        self, name="sparse_categorical_crossentropy", dtype=None, from_logits=False, ignore_class=None, axis=-1
    ):
        super().__init__(
            losses.sparse_categorical_crossentropy, name=name, dtype=dtype, from_logits=from_logits, ignore_class=ignore_class,
            axis=axis,
        )  # fmt: skip


class RootMeanSquaredError(Mean):
    """The root of the mean squared error."""

    def __init__(self, name="root_mean_squared_error", dtype=None):
        super().__init__(name, dtype=dtype)

    def update_state(self, y_true, y_pred, sample_weight=None):
        truth, prediction = same_rank(plain(y_true, self.dtype), plain(y_pred, self.dtype))
        super().update_state(wrap(torch.square(prediction - truth)), sample_weight=sample_weight)

    def result(self):
        return wrap(torch.sqrt(unwrap(super().result())))


def cosine_similarity(y_true, y_pred, axis=-1):
    """sum(unit(y_true) * unit(y_pred)): 1 for the same direction."""
    return wrap(-unwrap(losses.cosine_similarity(y_true, y_pred, axis=axis)))


class CosineSimilarity(Named):
    """The cosine of the angle between label and prediction."""

    def __init__(self, name="cosine_similarity", dtype=None, axis=-1):
        super().__init__(cosine_similarity, name=name, dtype=dtype, axis=axis)

    def get_config(self):
        return Metric.get_config(self)


class R2Score(Metric):
    """1 - residual sum of squares / total sum of squares, for each output; averaged by default."""

    def __init__(self, class_aggregation="uniform_average", num_regressors=0, name="r2_score", dtype=None):
        super().__init__(name=name, dtype=dtype)
        known = (None, "uniform_average", "variance_weighted_average")
        if class_aggregation not in known:
            raise ValueError(
                f"Invalid value for argument `class_aggregation`. Expected one of {known}. Received: class_aggregation={class_aggregation}"
            )
        if num_regressors < 0:
            raise ValueError(
                f"Invalid value for argument `num_regressors`. Expected a value >= 0. Received: num_regressors={num_regressors}"
            )
        self.class_aggregation = class_aggregation
        self.num_regressors = num_regressors
        self.num_samples = self.add_variable(shape=(), initializer="zeros", name="num_samples")
        self._built = False

    def _build(self, truth, prediction):
        if truth.dim() != 2 or prediction.dim() != 2:
            raise ValueError(
                "R2Score expects 2D inputs with shape (batch_size, output_dim). Received input shapes: "
                f"y_pred.shape={tuple(prediction.shape)} and y_true.shape={tuple(truth.shape)}."
            )
        shape = (prediction.shape[-1],)
        self.squared_sum = self.add_variable(shape, "zeros", name="squared_sum")
        self.sum = self.add_variable(shape, "zeros", name="sum")
        self.total_mse = self.add_variable(shape, "zeros", name="residual")
        self.count = self.add_variable(shape, "zeros", name="count")
        self._built = True

    def update_state(self, y_true, y_pred, sample_weight=None):
        truth, prediction = same_rank(plain(y_true, self.dtype), plain(y_pred, self.dtype))
        if not self._built:
            self._build(truth, prediction)
        weight = placing.ones(()) if sample_weight is None else plain(sample_weight, self.dtype)
        if weight.dim() == 1:
            weight = weight.unsqueeze(1)
        weight = weight.expand(truth.shape)
        self.sum.own().add_((truth * weight).sum(0))
        self.squared_sum.own().add_((truth * truth * weight).sum(0))
        self.total_mse.own().add_((torch.square(truth - prediction) * weight).sum(0))
        self.count.own().add_(weight.sum(0))
        self.num_samples.own().add_(truth.numel())

    def result(self):
        mean = self.sum._t / self.count._t
        total = self.squared_sum._t - self.sum._t * mean
        scores = 1 - self.total_mse._t / total
        scores = torch.where(torch.isinf(scores), torch.zeros_like(scores), scores)
        if self.class_aggregation == "uniform_average":
            scores = scores.mean()
        elif self.class_aggregation == "variance_weighted_average":
            scores = (total * scores).sum() / total.sum()
        if self.num_regressors:
            samples = float(self.num_samples)
            if self.num_regressors > samples - 1:
                warnings.warn("More independent predictors than datapoints in adjusted R2 score. Falling back to standard R2 score.", stacklevel=2)
            elif self.num_regressors == samples - 1:
                warnings.warn("Division by zero in Adjusted R2 score. Falling back to standard R2 score.", stacklevel=2)
            else:
                scores = 1.0 - (1.0 - scores) * (samples - 1.0) / (samples - self.num_regressors - 1.0)
        return wrap(scores)

    def get_config(self):
        return {**super().get_config(), "class_aggregation": self.class_aggregation, "num_regressors": self.num_regressors}


def pearson_correlation(y_true, y_pred, axis=-1):
    """The linear correlation along an axis."""
    truth, prediction = (_centered(each, axis) for each in pair(y_true, y_pred))
    unit = [each / torch.clamp(torch.sqrt(torch.square(each).sum(axis, keepdim=True)), min=1e-7) for each in (truth, prediction)]
    return wrap((unit[0] * unit[1]).sum(axis))


def _centered(tensor, axis):
    return tensor - tensor.mean(axis, keepdim=True)


def concordance_correlation(y_true, y_pred, axis=-1):
    """Lin's concordance: the correlation, lowered by differences of mean and scale."""
    truth, prediction = pair(y_true, y_pred)
    first, second = truth.mean(axis, keepdim=True), prediction.mean(axis, keepdim=True)
    v1 = torch.square(truth - first).mean(axis, keepdim=True)
    v2 = torch.square(prediction - second).mean(axis, keepdim=True)
    both = ((truth - first) * (prediction - second)).mean(axis, keepdim=True)
    return wrap((2.0 * both / (v1 + v2 + torch.square(first - second) + 1e-7)).squeeze(axis))


class PearsonCorrelation(Named):
    """The mean linear correlation."""

    def __init__(self, name="pearson_correlation", dtype=None, axis=-1):
        super().__init__(pearson_correlation, name=name, dtype=dtype, axis=axis)


class ConcordanceCorrelation(Named):
    """The mean concordance correlation."""

    def __init__(self, name="concordance_correlation", dtype=None, axis=-1):
        super().__init__(concordance_correlation, name=name, dtype=dtype, axis=axis)
