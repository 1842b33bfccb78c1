"""keras.preprocessing.image: arrays and PIL images."""

from keras.src.utils.image_utils import array_to_img, img_to_array, load_img, save_img  # noqa: F401
