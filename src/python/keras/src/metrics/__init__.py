"""keras.metrics, part by part, and metrics by name."""

from keras.src.metrics.accuracy_metrics import (
    Accuracy, BinaryAccuracy, CategoricalAccuracy, SparseCategoricalAccuracy, SparseTopKCategoricalAccuracy, TopKCategoricalAccuracy,
)  # fmt: skip
from keras.src.metrics.auc import AUC
from keras.src.metrics.confusion_metrics import (
    FalseNegatives, FalsePositives, Precision, PrecisionAtRecall, Recall, RecallAtPrecision, SensitivityAtSpecificity,
    SpecificityAtSensitivity, TrueNegatives, TruePositives,
)  # fmt: skip
from keras.src.metrics.f_score_metrics import F1Score, FBetaScore
from keras.src.metrics.iou_metrics import BinaryIoU, IoU, MeanIoU, OneHotIoU, OneHotMeanIoU
from keras.src.metrics.metric import Metric
from keras.src.metrics.reduction_metrics import Mean, MeanMetricWrapper, Sum
from keras.src.metrics.regression_metrics import (
    BinaryCrossentropy, CategoricalCrossentropy, CategoricalHinge, ConcordanceCorrelation, CosineSimilarity, Hinge, KLDivergence,
    LogCoshError, MeanAbsoluteError, MeanAbsolutePercentageError, MeanSquaredError, MeanSquaredLogarithmicError, PearsonCorrelation, Poisson,
    R2Score, RootMeanSquaredError, SparseCategoricalCrossentropy, SquaredHinge,
)  # fmt: skip
from keras.src.utils.identifiers import lookup
from keras.src.utils.naming import to_snake_case

_CLASSES = (
    Metric, Mean, Sum, MeanMetricWrapper, MeanSquaredError, RootMeanSquaredError, MeanAbsoluteError, MeanAbsolutePercentageError,
    MeanSquaredLogarithmicError, CosineSimilarity, LogCoshError, R2Score, AUC, FalseNegatives, FalsePositives, Precision, PrecisionAtRecall,
    Recall, RecallAtPrecision, SensitivityAtSpecificity, SpecificityAtSensitivity, TrueNegatives, TruePositives, ConcordanceCorrelation,
    PearsonCorrelation, Hinge, SquaredHinge, CategoricalHinge, KLDivergence, Poisson, BinaryCrossentropy, CategoricalCrossentropy,
    SparseCategoricalCrossentropy, Accuracy, BinaryAccuracy, CategoricalAccuracy, SparseCategoricalAccuracy, TopKCategoricalAccuracy,
    SparseTopKCategoricalAccuracy, F1Score, FBetaScore, IoU, BinaryIoU, MeanIoU, OneHotIoU, OneHotMeanIoU,
)  # fmt: skip
ALL_OBJECTS_DICT = {cls.__name__: cls for cls in _CLASSES}
ALL_OBJECTS_DICT.update({to_snake_case(cls.__name__): cls for cls in _CLASSES})
for _short, _cls in {
    "bce": BinaryCrossentropy, "mse": MeanSquaredError, "mae": MeanAbsoluteError, "mape": MeanAbsolutePercentageError,
    "msle": MeanSquaredLogarithmicError,
}.items():  # fmt: skip
    ALL_OBJECTS_DICT[_short] = ALL_OBJECTS_DICT[_short.upper()] = _cls
get, serialize, deserialize = lookup("metric", ALL_OBJECTS_DICT)
__all__ = [*(cls.__name__ for cls in _CLASSES), "get", "serialize", "deserialize"]
