"""Shapes of what a Python function makes of symbolic inputs, by following it: first with KerasTensors, and where it calls
what only takes numbers (a tf function), twice with zeros of different sizes for the unknown dimensions."""

import contextlib

from keras.src import tree
from keras.src.backend import graph_mode, symbolic_scope, symbols
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.backend.step_trace import StepTrace
from keras.src.utils import naming


def compute_output_spec(fn, *args, **kwargs):
    """KerasTensors with the shapes and dtypes of fn's outputs."""
    symbolic_scope.following += 1
    try:
        with _said_once(fn) as trace:
            until = trace.said()
            try:
                return compute_symbolically(fn, *args, **kwargs)
            except Exception as error:
                first = error
            trace.unsay(until)
            try:
                with graph_mode.tracing("step"):
                    return _by_trial(fn, args, kwargs)
            except Exception as error:
                raise (error if hasattr(error, "of_graph") else first) from None
    finally:
        symbolic_scope.following -= 1


@contextlib.contextmanager
def _said_once(fn):
    """What a program's function prints is heard as in one trace, however often it is followed."""
    if symbols.current is not None or not _is_of_program(fn):
        yield symbols.current or symbols.UNHEARD
        return
    trace = StepTrace((), ())
    try:
        with symbols.tracing(trace):
            yield trace
    finally:
        trace.tell(twice=False)


def _is_of_program(fn):
    code = getattr(fn, "__code__", None)
    return code is not None and (not symbols.is_library(code) or type(getattr(fn, "__self__", None)).__name__ == "Lambda")


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
    return tree.map_structure(lambda x: _stand_in(KerasTensor(x.shape, dtype=x.dtype, name=x.name), x) if isinstance(x, KerasTensor) else x, structure)


def _stand_in(made, x):
    """A trace calls what stands for a tensor as it calls that tensor."""
    if symbols.current is not None:
        symbols.current.stand_in(made, x)
    return made


def _as_symbolic(x):
    from keras.src import backend

    if x is None:
        return x
    if isinstance(x, KerasTensor):
        return _stand_in(KerasTensor(x.shape, dtype=x.dtype), x)
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

            return _stand_in(ops.zeros(tuple(size if d is None else d for d in x.shape), dtype=x.dtype), x)

        with symbols.withheld(bool(runs)):
            runs.append(fn(*tree.map_structure(zeros, args), **tree.map_structure(zeros, kwargs)))

    def compare(one, other):
        one, other = _as_symbolic(one), _as_symbolic(other)
        if one is None:
            return None
        shape = tuple(a if a == b else None for a, b in zip(one.shape, other.shape))
        return KerasTensor(shape, dtype=one.dtype)

    return tree.map_structure(compare, *runs)
