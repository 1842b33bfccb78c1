"""tf.experimental: little of it is here."""

from tensorflow.function import PolymorphicFunction  # noqa: F401
