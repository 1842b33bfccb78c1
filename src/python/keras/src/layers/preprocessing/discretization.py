"""Discretization: numbers as the numbers of the bins they fall into."""

import numpy as np

from keras.src import backend
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.layers.layer import Layer
from keras.src.layers.preprocessing.encoding import encode, encoded_shape


class Discretization(Layer):
    """Args:
    bin_boundaries: sorted list; bin i has boundaries[i-1] <= x < boundaries[i].
    num_bins: instead: number of bins of about equal size that adapt() shall find.
    output_mode: "int" (default), "one_hot", "multi_hot" or "count".
    """

    def __init__(
        self,
        bin_boundaries=None,
        num_bins=None,
        epsilon=0.01,
        output_mode="int",
        sparse=False,
        dtype=None,
        name=None,
    ):
        super().__init__(name=name, dtype=dtype)
        self._allow_non_tensor_positional_args = True
        if num_bins is not None and num_bins < 0:
            raise ValueError(f"`num_bins` must be greater than or equal to 0. Received: `num_bins={num_bins}`.")
        if num_bins is not None and bin_boundaries is not None:
            raise ValueError(
                "Both `num_bins` and `bin_boundaries` should not be set. "
                f"Received: `num_bins={num_bins}` and `bin_boundaries={bin_boundaries}`"
            )
        if num_bins is None and bin_boundaries is None:
            raise ValueError(
                "You need to set either `num_bins` or `bin_boundaries`."
            )
        self.input_bin_boundaries = bin_boundaries
        self.bin_boundaries = list(bin_boundaries) if bin_boundaries is not None else None
        self.num_bins = num_bins
        self.epsilon = epsilon
        self.output_mode = output_mode
        self.sparse = sparse
        self.summary = None
        if bin_boundaries is not None:
            self.built = True

    def adapt(self, data, steps=None):
        """Finds the boundaries from data."""
        if self.input_bin_boundaries is not None:
            raise ValueError("Cannot adapt a Discretization layer that has been initialized with `bin_boundaries`, use "
                             "`num_bins` instead.")
        self.summary = None
        batches = [data] if isinstance(data, np.ndarray) or backend.is_tensor(data) else data
        for i, batch in enumerate(batches):
            if steps is not None and i >= steps:
                break
            summary = _summarize(np.asarray(batch), self.epsilon)
            self.summary = summary if self.summary is None else _merged(self.summary, summary, self.epsilon)
        self.bin_boundaries = _compressed(self.summary, 1.0 / self.num_bins)[0, :-1].tolist()

    def call(self, inputs):
        if self.bin_boundaries is None:
            raise ValueError(
                "You need to either pass the `bin_boundaries` argument at construction time or call `adapt(dataset)` before you can start "
                "using the `Discretization` layer."
            )
        found = np.digitize(np.asarray(inputs), np.asarray(self.bin_boundaries))
        found = backend.convert_to_tensor(found, dtype="int32")
        return encode(found, self.output_mode, len(self.bin_boundaries) + 1, self._output_dtype())

    def _output_dtype(self):
        return "int32" if self.output_mode == "int" else self.compute_dtype

    def compute_output_shape(self, input_shape):
        depth = None if self.bin_boundaries is None else len(self.bin_boundaries) + 1
        return encoded_shape(input_shape, self.output_mode, depth)

    def compute_output_spec(self, inputs):
        return KerasTensor(self.compute_output_shape(inputs.shape), dtype=self._output_dtype())

    def get_config(self):
        return {
            "bin_boundaries": self.bin_boundaries,
            "num_bins": self.num_bins,
            "epsilon": self.epsilon,
            "output_mode": self.output_mode,
            "sparse": self.sparse,
            "name": self.name,
            "dtype": self.dtype,
        }


def _summarize(values, epsilon):
    """A summary of values: rows of values and of their weights."""
    values = np.sort(values.reshape(-1))
    increment = values.size * epsilon
    step = max(increment, 1)
    boundaries = values[int(increment) :: int(step)]
    weights = np.ones_like(boundaries, dtype="float32") * step
    return np.stack([boundaries.astype("float32"), weights])


def _compressed(summary, epsilon):
    if summary.shape[1] * epsilon < 1:
        return summary
    percents = epsilon + np.arange(0.0, 1.0, epsilon)
    cumulated = summary[1].cumsum()
    shares = cumulated / cumulated[-1]
    bins = np.interp(percents, shares, summary[0])
    weights = np.interp(percents, shares, cumulated)
    weights = weights - np.concatenate((np.array([0]), weights[:-1]))
    return np.stack((bins, weights)).astype("float32")


def _merged(one, other, epsilon):
    both = np.concatenate((one, other), axis=1)
    return _compressed(both[:, np.argsort(both[0])], epsilon)
