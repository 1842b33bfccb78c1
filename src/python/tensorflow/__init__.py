"""tensorflow: tensors, variables, gradient tapes and datasets as TensorFlow 2 has them, on our torch; tf.keras is keras."""

from tensorflow import _keras_alias

_keras_alias.install()

import tensorflow.keras as keras  # noqa: E402
