"""keras.losses: what training makes small."""

from keras.src import losses as _losses
from keras.src.losses import *  # noqa: F403
from keras.src.losses import deserialize, get, serialize  # noqa: F401

# tf.keras' short names.
for _short in ("bce", "kld", "mae", "mse", "mape", "msle"):
    globals()[_short] = globals()[_short.upper()] = _losses.ALL_OBJECTS_DICT[_short]
logcosh = _losses.log_cosh
kullback_leibler_divergence = _losses.kl_divergence
