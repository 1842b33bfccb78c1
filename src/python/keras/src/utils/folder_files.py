"""The files of a folder with their subfolders' numbers, as text_dataset_from_directory and image_dataset_from_directory want them."""

import os

import numpy as np

from keras.src.utils import io_utils


def check(what, labels, label_mode, class_names, validation_split, subset, shuffle, seed):
    if labels not in ("inferred", None):
        if not isinstance(labels, (list, tuple)):
            raise ValueError(
                f"`labels` argument should be a list/tuple of integer labels, of the same size as the number of {what} files in the target "
                "directory. If you wish to infer the labels from the subdirectory names in the target directory, pass "
                f'`labels="inferred"`. If you wish to get a dataset that only contains {"images" if what == "image" else "text samples"} (no labels), pass `labels=None`. '
                f"Received: labels={labels}"
            )
        if class_names:
            raise ValueError(
                f'You can only pass `class_names` if `labels="inferred"`. Received: labels={labels}, and class_names={class_names}'
            )
    if label_mode not in ("int", "categorical", "binary", None):
        raise ValueError(f'`label_mode` argument must be one of "int", "categorical", "binary", or None. Received: label_mode={label_mode}')
    if validation_split and not 0 < validation_split < 1:
        raise ValueError(f"`validation_split` must be between 0 and 1, received: {validation_split}")
    if (validation_split or subset) and not (validation_split and subset):
        raise ValueError("If `subset` is set, `validation_split` must be set, and inversely.")
    if subset not in ("training", "validation", "both", None):
        raise ValueError(f'`subset` must be either "training", "validation" or "both", received: {subset}')
    if validation_split and shuffle and seed is None:
        raise ValueError(
            "If using `validation_split` and shuffling the data, you must provide a `seed` argument, to make sure that there is no overlap "
            "between the training and validation subset."
        )


def files(directory, endings, labels, class_names, shuffle, seed, verbose):
    """The paths, their class numbers and the classes' names."""
    found = [""]
    if class_names is not None and labels is None:
        raise ValueError("When `labels=None` (no labels), argument `class_names` cannot be specified.")
    if labels == "inferred":
        found = [name for name in sorted(os.listdir(directory)) if os.path.isdir(os.path.join(directory, name)) and not name.startswith(".")]
        if class_names is not None and not set(class_names) <= set(found):
            raise ValueError(
                "The `class_names` passed did not match the names of the subdirectories of the target directory. "
                f"Expected: {found} (or a subset of it), but received: class_names={class_names}"
            )
        found = found if class_names is None else list(class_names)
    paths, numbers = [], []
    for number, name in enumerate(found):
        for folder, _, files in sorted(os.walk(os.path.join(directory, name))):
            chosen = [os.path.join(folder, file) for file in sorted(files) if file.lower().endswith(endings)]
            paths += chosen
            numbers += [number] * len(chosen)
    if labels is None:
        io_utils.print_msg(f"Found {len(paths)} files.") if verbose else None
        numbers, names = None, None
    else:
        names = found
        if labels != "inferred":
            if len(labels) != len(paths):
                raise ValueError(
                    "Expected the lengths of `labels` to match the number of files in the target directory. len(labels) is "
                    f"{len(labels)} while we found {len(paths)} files in directory {directory}."
                )
            numbers, names = list(labels), [str(label) for label in sorted(set(labels))]
        io_utils.print_msg(f"Found {len(paths)} files belonging to {len(names)} classes.") if verbose else None
    if shuffle:
        np.random.RandomState(seed).shuffle(paths)
        if numbers is not None:
            np.random.RandomState(seed).shuffle(numbers)
    return paths, numbers, names


def part_of(paths, labels, share, part):
    if not share:
        return paths, labels
    count = int(share * len(paths))
    if part == "training":
        io_utils.print_msg(f"Using {len(paths) - count} files for training.")
        chosen = slice(None, -count)
    else:
        io_utils.print_msg(f"Using {count} files for validation.")
        chosen = slice(-count, None)
    return paths[chosen], None if labels is None else labels[chosen]


def numbers_of(labels, label_mode, classes):
    """The labels as the mode wants them."""
    numbers = np.asarray(labels, dtype="int32")
    if label_mode == "binary":
        return numbers.astype("float32")[:, None]
    return np.eye(classes, dtype="float32")[numbers] if label_mode == "categorical" else numbers
