"""keras.utils' load_img, save_img, array_to_img and img_to_array: arrays and PIL images, where Pillow is there."""

import numpy as np
from kernel_runtime import png  # noqa: F401  for tf.io, which reads and writes PNG files without Pillow

from keras.src import backend

_MODES = {"grayscale": "L", "rgb": "RGB", "rgba": "RGBA"}


def _pillow(user):
    try:
        from PIL import Image
    except ImportError:
        raise ImportError(f"Could not import PIL.Image. The use of `{user}` requires PIL.") from None
    return Image


def img_to_array(img, data_format=None, dtype=None):
    """A float array (height, width, channels) of an image."""
    data_format = backend.standardize_data_format(data_format)
    x = np.asarray(img, dtype=dtype or backend.floatx())
    if x.ndim == 2:
        x = x.reshape((1, *x.shape) if data_format == "channels_first" else (*x.shape, 1))
    elif x.ndim == 3:
        x = x.transpose(2, 0, 1) if data_format == "channels_first" else x
    else:
        raise ValueError(f"Unsupported image shape: {x.shape}")
    return x


def array_to_img(x, data_format=None, scale=True, dtype=None):
    """A PIL image of an array."""
    Image = _pillow("array_to_img")
    data_format = backend.standardize_data_format(data_format)
    x = np.asarray(x, dtype=dtype or backend.floatx())
    if x.ndim != 3:
        raise ValueError(f"Expected image array to have rank 3 (single image). Got array with shape: {x.shape}")
    if data_format == "channels_first":
        x = x.transpose(1, 2, 0)
    if scale:
        x = x - np.min(x)
        top = np.max(x)
        x = x / top * 255 if top != 0 else x
    if x.shape[2] == 1:
        return Image.fromarray(x[:, :, 0].astype("uint8"), "L")
    return Image.fromarray(x.astype("uint8"), "RGBA" if x.shape[2] == 4 else "RGB")


def save_img(path, x, data_format=None, file_format=None, scale=True, **kwargs):
    """Writes an array as an image file."""
    array_to_img(x, data_format=data_format, scale=scale).save(path, format=file_format, **kwargs)


def load_img(path, color_mode="rgb", target_size=None, interpolation="nearest", keep_aspect_ratio=False):
    """The PIL image of a file."""
    image_of = _pillow("load_img")
    if color_mode not in _MODES:
        raise ValueError('color_mode must be "grayscale", "rgb", or "rgba"')
    image = image_of.open(path).convert(_MODES[color_mode])
    if target_size is None or image.size == (target_size[1], target_size[0]):
        return image
    return image.resize((target_size[1], target_size[0]), getattr(image_of, interpolation.upper()))
