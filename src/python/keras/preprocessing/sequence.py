"""keras.preprocessing.sequence: pad_sequences."""

from keras.src.utils.sequence_utils import pad_sequences  # noqa: F401
