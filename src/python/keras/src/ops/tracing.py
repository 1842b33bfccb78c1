"""Shapes of what a Python function makes of symbolic inputs, by following it: first with KerasTensors, and where it calls
what only takes numbers (a tf function), twice with zeros of different sizes for the unknown dimensions."""

from keras.src import tree
from keras.src.backend import graph_mode, symbolic_scope
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.utils import naming


def compute_output_spec(fn, *args, **kwargs):
    """KerasTensors with the shapes and dtypes of fn's outputs."""
    symbolic_scope.following += 1
    try:
        try:
            return compute_symbolically(fn, *args, **kwargs)
        except Exception as error:
            first = error
        try:
            with graph_mode.tracing("step"):
                return _by_trial(fn, args, kwargs)
        except Exception as error:
            raise (error if hasattr(error, "of_graph") else first) from None
    finally:
        symbolic_scope.following -= 1


def compute_symbolically(fn, *args, **kwargs):
    """The same with KerasTensors alone; an error where fn takes only numbers."""
    symbolic_scope.following += 1
    try:
        # What is used on the way has no names of its own in Keras.
        with naming.names_given_back("keras_tensor"):
            outputs = fn(*_fresh(args), **_fresh(kwargs))
        return tree.map_structure(_as_symbolic, outputs)
    finally:
        symbolic_scope.following -= 1


def _fresh(structure):
    return tree.map_structure(
        lambda x: KerasTensor(x.shape, dtype=x.dtype, name=x.name) if isinstance(x, KerasTensor) else x, structure
    )


def _as_symbolic(x):
    from keras.src import backend

    if x is None:
        return x
    if isinstance(x, KerasTensor):
        return KerasTensor(x.shape, dtype=x.dtype)
    if not hasattr(x, "shape"):
        x = backend.convert_to_tensor(x)
    return KerasTensor(tuple(x.shape), dtype=backend.standardize_dtype(x.dtype))


def _by_trial(fn, args, kwargs):
    runs = []
    for size in (2, 3):

        def zeros(x, size=size):
            if not isinstance(x, KerasTensor):
                return x
            from keras.src import ops

            return ops.zeros(tuple(size if d is None else d for d in x.shape), dtype=x.dtype)

        runs.append(fn(*tree.map_structure(zeros, args), **tree.map_structure(zeros, kwargs)))

    def compare(one, other):
        one, other = _as_symbolic(one), _as_symbolic(other)
        if one is None:
            return None
        shape = tuple(a if a == b else None for a, b in zip(one.shape, other.shape))
        return KerasTensor(shape, dtype=one.dtype)

    return tree.map_structure(compare, *runs)
