"""keras.utils.text_dataset_from_directory: the .txt files of a folder, with their subfolders' numbers, as a tf.data.Dataset."""

import importlib

import numpy as np

from keras.src.utils import folder_files


def text_dataset_from_directory(
    directory, labels="inferred", label_mode="int", class_names=None, batch_size=32, max_length=None, shuffle=True, seed=None,
    validation_split=None, subset=None, follow_links=False, format="tf", verbose=True,
):  # fmt: skip
    """Batches of texts, with labels where there are any.

    Args:
        labels: "inferred" from the subfolders, None, or a list with a whole number for each file in the order of their paths.
        label_mode: "int", "categorical" (one-hot), "binary" (0.0 or 1.0) or None.
        max_length: most bytes of a text.
        subset: "training", "validation" or "both", for a validation_split.
    """
    folder_files.check("text", labels, label_mode, class_names, validation_split, subset, shuffle, seed)
    if labels is None or label_mode is None:
        labels = label_mode = None
    seed = np.random.randint(1e6) if seed is None else seed
    paths, labels, class_names = folder_files.files(directory, ".txt", labels, class_names, shuffle, seed, verbose)
    if label_mode == "binary" and len(class_names) != 2:
        raise ValueError(f'When passing `label_mode="binary"`, there must be exactly 2 class_names. Received: class_names={class_names}')

    def made(part, shuffled):
        chosen, numbers = folder_files.part_of(paths, labels, validation_split, part)
        if not chosen:
            kind = f"{part} " if subset == "both" else ""
            raise ValueError(f"No {kind}text files found in directory {directory}. Allowed format: .txt")
        dataset = _dataset(chosen, numbers, label_mode, len(class_names or ()), max_length)
        if shuffled:
            dataset = dataset.shuffle(buffer_size=1024 if batch_size is None else batch_size * 8, seed=seed)
        dataset = (dataset if batch_size is None else dataset.batch(batch_size)).prefetch(-1)
        dataset.class_names = class_names
        return dataset

    if subset == "both":
        return [made("training", shuffle), made("validation", False)]
    return made(subset, shuffle)


def _dataset(paths, labels, label_mode, classes, max_length):
    texts = []
    for path in paths:
        with open(path, "rb") as file:
            texts.append(file.read()[:max_length])
    source = importlib.import_module("tensorflow.data").Dataset
    if labels is None:
        return source.from_tensor_slices(texts)
    return source.from_tensor_slices((texts, folder_files.numbers_of(labels, label_mode, classes)))
