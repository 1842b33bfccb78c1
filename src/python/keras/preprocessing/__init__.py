"""keras.preprocessing: arrays of images and of sequences of different lengths."""

from keras.preprocessing import image, sequence  # noqa: F401
