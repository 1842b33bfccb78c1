"""Dataset.bucket_by_sequence_length, and datasets that are kept in files."""

import os
import pickle

from keras.src.backend import convert_to_tensor, string_tensor
from tensorflow.data.structure import TensorSpec, leaves, mapped


def bucketed(
    source, element_length_func, bucket_boundaries, bucket_batch_sizes, padded_shapes=None, padding_values=None, pad_to_bucket_boundary=False,
    no_padding=False, drop_remainder=False, name=None,
):  # fmt: skip
    """Padded batches of elements of similar length."""
    boundaries, sizes = list(bucket_boundaries), list(bucket_batch_sizes)
    if len(sizes) != len(boundaries) + 1:
        raise ValueError(
            f"`len(bucket_batch_sizes)` must equal `len(bucket_boundaries) + 1` but `len(bucket_batch_sizes)={len(sizes)}` and "
            f"`len(bucket_boundaries)={len(boundaries)}`."
        )

    def key(*element):
        length = int(element_length_func(*element))
        return sum(length >= int(each) for each in boundaries)

    def batches(number, window):
        bucket = int(number)
        size = int(sizes[bucket])
        if no_padding:
            return window.batch(size, drop_remainder)
        shapes = padded_shapes
        if pad_to_bucket_boundary:
            if bucket == len(boundaries):
                raise ValueError("When pad_to_bucket_boundary=True, elements must have length < max(bucket_boundaries).")
            shapes = mapped(lambda spec: [int(boundaries[bucket]) - 1 if each is None else each for each in spec.shape], source.element_spec)
        return window.padded_batch(size, shapes, padding_values, drop_remainder)

    return source.group_by_window(key, batches, window_size_func=lambda bucket: int(sizes[int(bucket)]))


def save(dataset, path):
    """Writes the elements to a folder."""
    os.makedirs(path, exist_ok=True)
    elements = [mapped(lambda each: each.numpy(), each) for each in dataset.iterate()]
    spec = mapped(lambda each: (each.shape.as_list() if each.shape.rank is not None else None, each.dtype.name), dataset.element_spec)
    with open(os.path.join(path, "dataset.pickle"), "wb") as file:
        pickle.dump((elements, spec), file)


def load(dataset, path):
    """The dataset of a folder."""
    with open(os.path.join(path, "dataset.pickle"), "rb") as file:
        elements, spec = pickle.load(file)

    def tensor(value, kind):
        return string_tensor(value) if kind == "string" else convert_to_tensor(value, kind)

    def specs(each):
        if isinstance(each, dict):
            return {key: specs(value) for key, value in each.items()}
        if isinstance(each, tuple) and not (len(each) == 2 and isinstance(each[1], str) and not isinstance(each[0], tuple)):
            return tuple(map(specs, each))
        return TensorSpec(*each)

    signature = specs(spec)
    kinds = [each.dtype.name for each in leaves(signature)]

    def values():
        for each in elements:
            found = iter(kinds)
            yield mapped(lambda leaf: tensor(leaf, next(found)), each)

    return dataset.from_generator(values, output_signature=signature)


class Optional:
    """tf.experimental.Optional: the next element, or nothing."""

    def __init__(self, elements):
        self._elements = elements

    def has_value(self, name=None):
        return convert_to_tensor(bool(self._elements))

    def get_value(self, name=None):
        if not self._elements:
            from keras.src.backend.errors import invalid

            raise invalid("OptionalGetValue", "The given optional does not have a value.")
        return self._elements[0]
