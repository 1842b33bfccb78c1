"""keras.metrics: numbers that tell how good a model is."""

from keras.src import losses as _losses
from keras.src.metrics import *  # noqa: F403
from keras.src.metrics.accuracy_metrics import (  # noqa: F401
    binary_accuracy, categorical_accuracy, sparse_categorical_accuracy, sparse_top_k_categorical_accuracy, top_k_categorical_accuracy,
)  # fmt: skip

for _name in (
    "binary_crossentropy", "binary_focal_crossentropy", "categorical_crossentropy", "categorical_focal_crossentropy", "categorical_hinge",
    "hinge", "huber", "kl_divergence", "log_cosh", "mean_absolute_error", "mean_absolute_percentage_error", "mean_squared_error",
    "mean_squared_logarithmic_error", "poisson", "sparse_categorical_crossentropy", "squared_hinge",
):  # fmt: skip
    globals()[_name] = getattr(_losses, _name)
for _short in ("mse", "mae", "mape", "msle", "kld"):
    globals()[_short] = globals()[_short.upper()] = _losses.ALL_OBJECTS_DICT[_short]
