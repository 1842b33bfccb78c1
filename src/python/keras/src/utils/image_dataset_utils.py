"""keras.utils.image_dataset_from_directory: the PNG files of a folder, with their subfolders' numbers, as a tf.data.Dataset."""

import importlib

import numpy as np

from keras.src import backend
from keras.src.utils import folder_files

ALLOWLIST_FORMATS = (".bmp", ".gif", ".jpeg", ".jpg", ".png")
_CHANNELS = {"rgb": 3, "rgba": 4, "grayscale": 1}
_INTERPOLATIONS = ("bilinear", "nearest", "bicubic", "area", "lanczos3", "lanczos5", "gaussian", "mitchellcubic")


def image_dataset_from_directory(
    directory, labels="inferred", label_mode="int", class_names=None, color_mode="rgb", batch_size=32, image_size=(256, 256), shuffle=True,
    seed=None, validation_split=None, subset=None, interpolation="bilinear", follow_links=False, crop_to_aspect_ratio=False,
    pad_to_aspect_ratio=False, data_format=None, format="tf", verbose=True,
):  # fmt: skip
    """Batches of images (batch, height, width, channels), float32 from 0 to 255, with labels where there are any.

    Args:
        labels: "inferred" from the subfolders, None, or a list with a whole number for each file in the order of their paths.
        label_mode: "int", "categorical" (one-hot), "binary" (0.0 or 1.0) or None.
        color_mode: "rgb", "rgba" or "grayscale".
        subset: "training", "validation" or "both", for a validation_split.
    """
    folder_files.check("image", labels, label_mode, class_names, None, None, False, seed)
    if labels is None or label_mode is None:
        labels = label_mode = None
    image_size = _checked(color_mode, image_size, interpolation, format)
    folder_files.check("image", labels, label_mode, None, validation_split, subset, shuffle, seed)
    seed = np.random.randint(1e6) if seed is None else seed
    paths, labels, class_names = folder_files.files(directory, ALLOWLIST_FORMATS, labels, class_names, shuffle, seed, verbose)
    if label_mode == "binary" and len(class_names) != 2:
        raise ValueError(f'When passing `label_mode="binary"`, there must be exactly 2 class_names. Received: class_names={class_names}')
    read = _reader(image_size, _CHANNELS[color_mode], interpolation, crop_to_aspect_ratio, pad_to_aspect_ratio, backend.standardize_data_format(data_format))
    chosen = {part: folder_files.part_of(paths, labels, validation_split, part) for part in (("training", "validation") if subset == "both" else (subset,))}

    def made(part):
        names, numbers = chosen[part]
        if not names:
            kind = f"{part} " if subset == "both" else ""
            raise ValueError(f"No {kind}images found in directory {directory}. Allowed formats: {ALLOWLIST_FORMATS}")
        dataset = _dataset(names, numbers, label_mode, len(class_names or ()))
        if shuffle and not (subset == "both" and part == "validation"):
            dataset = dataset.shuffle(buffer_size=1024 if batch_size is None else batch_size * 8, seed=seed)
        dataset = dataset.map(read) if label_mode is None else dataset.map(lambda path, label: (read(path), label))
        dataset = (dataset if batch_size is None else dataset.batch(batch_size)).prefetch(-1)
        dataset.class_names, dataset.file_paths = class_names, names
        return dataset

    return [made("training"), made("validation")] if subset == "both" else made(subset)


def _checked(color_mode, image_size, interpolation, format):
    if color_mode not in _CHANNELS:
        raise ValueError(f'`color_mode` must be one of {{"rgb", "rgba", "grayscale"}}. Received: color_mode={color_mode}')
    if isinstance(image_size, int):
        image_size = (image_size, image_size)
    elif not isinstance(image_size, (list, tuple)) or len(image_size) != 2:
        raise ValueError(f"Invalid `image_size` value. Expected a tuple of 2 integers. Received: image_size={image_size}")
    if interpolation.lower() not in _INTERPOLATIONS:
        raise ValueError(f"Argument `interpolation` should be one of {_INTERPOLATIONS}. Received: interpolation={interpolation}")
    if format != "tf":
        raise ValueError(f'`format` should be either "tf" or "grain". Received: format={format}')
    return tuple(image_size)


def _dataset(paths, labels, label_mode, classes):
    source = importlib.import_module("tensorflow.data").Dataset
    names = source.from_tensor_slices(paths)
    if label_mode is None:
        return names
    return source.zip((names, source.from_tensor_slices(folder_files.numbers_of(labels, label_mode, classes))))


def _reader(size, channels, interpolation, crop, pad, data_format):
    tf_io, tf_image, tf = (importlib.import_module(name) for name in ("tensorflow.io", "tensorflow.image", "tensorflow"))

    def read(path):
        image = tf_io.decode_image(tf_io.read_file(path), channels=channels, expand_animations=False)
        if crop:
            image = _cropped(image, size)
        resize = tf_image.resize_with_pad if pad else tf_image.resize
        image = resize(image, *size, method=interpolation) if pad else resize(image, size, method=interpolation)
        return tf.transpose(image, (2, 0, 1)) if data_format == "channels_first" else image

    return read


def _cropped(image, size):
    """The largest middle part with the proportions of `size`."""
    height, width = image.shape[0], image.shape[1]
    wanted_height = min(height, int(width * size[0] / size[1]))
    wanted_width = min(width, int(height * size[1] / size[0]))
    top, left = (height - wanted_height) // 2, (width - wanted_width) // 2
    return image[top : top + wanted_height, left : left + wanted_width]
