"""keras.losses, part by part, and losses by name."""

from keras.src.losses import losses as _losses
from keras.src.losses.loss import Loss
from keras.src.losses.losses import *  # noqa: F403
from keras.src.losses.losses import LossFunctionWrapper
from keras.src.utils.identifiers import lookup

_CLASSES = (
    "CategoricalCrossentropy", "CategoricalFocalCrossentropy", "BinaryCrossentropy", "BinaryFocalCrossentropy", "CategoricalHinge", "Circle",
    "CosineSimilarity", "CTC", "Dice", "Hinge", "Huber", "KLDivergence", "LogCosh", "MeanAbsoluteError", "MeanAbsolutePercentageError",
    "MeanSquaredError", "MeanSquaredLogarithmicError", "Poisson", "SparseCategoricalCrossentropy", "SquaredHinge", "Tversky",
    "CategoricalGeneralizedCrossEntropy",
)  # fmt: skip
_FUNCTIONS = (
    "binary_crossentropy", "binary_focal_crossentropy", "categorical_crossentropy", "categorical_focal_crossentropy",
    "categorical_generalized_cross_entropy", "categorical_hinge", "circle", "cosine_similarity", "ctc", "dice", "hinge", "huber",
    "kl_divergence", "log_cosh", "mean_absolute_error", "mean_absolute_percentage_error", "mean_squared_error",
    "mean_squared_logarithmic_error", "poisson", "sparse_categorical_crossentropy", "squared_hinge", "tversky",
)  # fmt: skip
ALL_OBJECTS_DICT = {"Loss": Loss, "LossFunctionWrapper": LossFunctionWrapper}
ALL_OBJECTS_DICT.update((name, getattr(_losses, name)) for name in (*_CLASSES, *_FUNCTIONS))
for _short, _name in {
    "bce": "binary_crossentropy", "kld": "kl_divergence", "mae": "mean_absolute_error", "mse": "mean_squared_error",
    "mape": "mean_absolute_percentage_error", "msle": "mean_squared_logarithmic_error",
}.items():  # fmt: skip
    ALL_OBJECTS_DICT[_short] = ALL_OBJECTS_DICT[_short.upper()] = ALL_OBJECTS_DICT[_name]

globals().update((name, ALL_OBJECTS_DICT[name]) for name in (*_CLASSES, *_FUNCTIONS))
get, serialize, deserialize = lookup("loss", ALL_OBJECTS_DICT)
__all__ = ["Loss", "get", "serialize", "deserialize", *_CLASSES, *_FUNCTIONS]
