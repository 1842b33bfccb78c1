"""Arrays as batches: converted once, then cut (or gathered in shuffled order)."""

import math

import numpy as np
import torch
from torch import _philox
from torch.utils.data import _rows

from keras.src import backend, tree
from keras.src.backend import placing
from keras.src.random import tf_seeds
from keras.src.trainers.data_adapters import data_adapter_utils as utils


def _cut(part, rows):
    """Some rows of a torch tensor (or of _Strings): a slice of them, or those of which a tensor has the numbers."""
    if part is None:
        return None
    if type(part) is torch.Tensor:
        found = part[rows] if type(rows) is slice else _rows.chosen(part, rows)
        return backend.wrap(placing.place(found) if placing.has_gpu else found)
    return part[rows] if type(rows) is slice else part.index_select(0, rows)


def is_array(x):
    """True for NumPy arrays, tensors and pandas-like objects."""
    return (
        x is None
        or isinstance(x, (np.ndarray, torch.Tensor, backend.Tensor, backend.Variable))
        or type(x).__module__.startswith("pandas.")
    )


def can_convert_arrays(arrays):
    """True if all leaves are arrays."""
    return all(is_array(x) for x in tree.flatten(arrays))


class ArrayDataAdapter:
    """x, y and weights given as arrays, or lists or dicts of arrays."""

    def __init__(self, x, y=None, sample_weight=None, batch_size=None, steps=None, shuffle=False, class_weight=None):
        if sample_weight is not None:
            if class_weight is not None:
                raise ValueError("You cannot `class_weight` and `sample_weight` at the same time.")
            if tree.is_nested(y):
                sample_weight = _weights_by_output(y, sample_weight)
        if class_weight is not None:
            if tree.is_nested(y):
                raise ValueError("`class_weight` is only supported for Models with a single output.")
            sample_weight = utils.class_weight_to_sample_weights(y, class_weight)
        parts = (x, y, sample_weight)
        utils.check_data_cardinality(parts)
        self._num_samples = next(int(a.shape[0]) for a in tree.flatten(parts) if a is not None)
        parts = utils.pack_x_y_sample_weight(*tree.map_structure(_to_torch, tree.lists_to_tuples(parts)))
        self._parts = parts if isinstance(parts, tuple) else (parts,)
        self._bare = not isinstance(parts, tuple)
        if not batch_size:
            batch_size = math.ceil(self._num_samples / steps) if steps else 32
        self._batch_size = batch_size
        self._shuffle = shuffle
        self._graph = tf_seeds.Graph()
        self.num_batches = math.ceil(self._num_samples / batch_size)
        if batch_size < 0:
            raise ValueError(f"Invalid value in tensor used for shape: {self.num_batches}")
        self.has_static_batches = self._num_samples % batch_size == 0

    def __iter__(self):
        size, total = self._batch_size, self._num_samples
        if self._shuffle:
            batches = _rows.parts(self._order(), size)
        else:
            batches = [slice(start, min(start + size, total)) for start in range(0, total, size)]
        flat = all(part is None or hasattr(part, "index_select") for part in self._parts)
        for rows in batches:
            if flat:
                batch = tuple([_cut(part, rows) for part in self._parts])
            else:
                batch = tuple(tree.map_structure(lambda part, rows=rows: _cut(part, rows), part) for part in self._parts)
            yield batch[0] if self._bare else batch

    def _order(self):
        """All rows in random order, or (shuffle="batch") the rows of each batch. In Keras a tf.data function shuffles, whose stream
        begins anew with each iterator: after set_random_seed all epochs have one order."""
        total, size = self._num_samples, self._batch_size
        graph = self._graph.anew()
        parts = []
        step = size if self._shuffle == "batch" else total
        for start in range(0, total, step):
            with tf_seeds.inside(graph):
                parts.append(start + _permutation(min(step, total - start)))
        return torch.cat(parts)

    def on_epoch_begin(self):
        pass

    def on_epoch_end(self):
        pass


def _permutation(n):
    return _philox.permutation(n, tf_seeds.place("RandomShuffle", None, tf_seeds.shuffle_blocks(n)))


def _to_torch(x):
    if x is None:
        return None
    if type(x).__module__.startswith("pandas."):
        x = x.to_numpy()
    if isinstance(x, backend.StringTensor):
        return _Strings(np.asarray(x))
    # All rows stay where Python is; batches go to the GPU.
    with placing.on("cpu"):
        found = utils.to_tensor(x)
    return found._t.detach()


class _Strings:
    """An array of strings, cut in the way of a torch tensor."""

    def __init__(self, array):
        self._array = array
        self._t = self

    def __getitem__(self, where):
        return backend.convert_to_tensor(self._array[where])

    def index_select(self, dim, chosen):
        """The chosen rows."""
        return backend.convert_to_tensor(self._array[chosen.numpy()])


def _weights_by_output(y, sample_weight):
    if isinstance(sample_weight, (list, tuple, dict)):
        try:
            tree.assert_same_structure(y, sample_weight)
        except ValueError:
            raise ValueError(
                "You should provide one `sample_weight` array per output in `y`. The two structures did not match:\n"
                f"- y: {y}\n- sample_weight: {sample_weight}\n"
            ) from None
        return sample_weight
    shape = sample_weight.shape
    if not (len(shape) == 1 or (len(shape) == 2 and shape[1] == 1)):
        raise ValueError(
            "For a model with multiple outputs, when providing a single `sample_weight` array, it should only have one "
            "scalar score per sample (i.e. shape `(num_samples,)`). If you want to use non-scalar sample weights, pass a "
            "`sample_weight` argument with one array per model output."
        )
    return tree.map_structure(lambda _: sample_weight, y)
