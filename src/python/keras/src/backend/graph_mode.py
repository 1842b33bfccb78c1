"""Where TensorFlow would trace a graph (steps of fit(), shapes of custom layers, tf.function, Dataset.map), a tensor has no numbers yet:
a program that asks for them fails as it does there, although here they would be known. What the library itself reads is not asked.

Inside "function" TensorFlow rewrites Python's if, for, float(), int() and len(), so that these work; inside "step" it does not.
"""

import sys

_LIBRARY = __file__.rpartition("/keras/")[0] + "/"
# None, "step" or "function".
mode = None
# Told of variables that a traced function makes, and whether values print as symbols; symbols.py sets them.
variable_made = None
symbolic = False
# The name of the tensor in messages, by the library's file through which the program was called.
_NAMES = {"compile_loss.py": "data_1", "compile_metrics.py": "data_1", "tracing.py": "Placeholder", "loops.py": "data", "transforms.py": "args_0"}
_RESOLUTIONS = (
    " is not allowed. You can attempt the following resolutions to the problem: If you are running in Graph mode, use Eager execution mode "
    "or decorate this function with @tf.function. If you are using AutoGraph, you can try decorating this function with @tf.function. If "
    "that does not work, then you may be using an unsupported feature or your source code may not be visible to AutoGraph. See "
    "https://github.com/tensorflow/tensorflow/blob/master/tensorflow/python/autograph/g3doc/reference/limitations.md#access-to-source-code "
    "for more information."
)


class OperatorNotAllowedInGraphError(TypeError):
    """Python asked a tensor of a graph for its numbers."""

    __module__ = "tensorflow.python.framework.errors_impl"


class tracing:
    """`with tracing("step"):` the program's code runs as if it were traced; None: as usual."""

    __slots__ = ("_kind", "_before")

    def __init__(self, kind):
        self._kind = kind

    def __enter__(self):
        global mode
        self._before, mode = mode, self._kind

    def __exit__(self, *_error):
        global mode
        mode = self._before


def _asked_by_program(tensor):
    """Whether the program, not the library, asks, for a tensor that it did not have before."""
    frame = sys._getframe(3)
    while frame is not None and frame.f_code.co_filename.startswith(_LIBRARY + "numpy/"):
        frame = frame.f_back
    if frame is None or frame.f_code.co_filename.startswith((_LIBRARY, "/lib/python")):
        return False
    if any(value is tensor for value in list(frame.f_globals.values())):
        return False
    return not any(frame.f_locals.get(name) is tensor for name in frame.f_code.co_freevars)


def _name():
    frame = sys._getframe(3)
    while frame is not None:
        found = _NAMES.get(frame.f_code.co_filename.rpartition("/")[2])
        if found is not None:
            return f"{found}:0"
        frame = frame.f_back
    return "x:0"


def _raise(error):
    error.of_graph = True
    raise error


def refuse(what, tensor):
    """Raises what a tensor of a graph answers to `what`; called while `mode` is set."""
    if (mode == "function" and what not in ("numpy", "array")) or not _asked_by_program(tensor):
        return
    name = _name()
    if what == "numpy":
        _raise(AttributeError("'SymbolicTensor' object has no attribute 'numpy'"))
    if what == "array":
        _raise(NotImplementedError(
            f"Cannot convert a symbolic tf.Tensor ({name}) to a numpy array. This error may indicate that you're trying to pass a Tensor "
            "to a NumPy call, which is not supported."
        ))  # fmt: skip
    if what == "float":
        _raise(TypeError("float() argument must be a string or a real number, not 'SymbolicTensor'"))
    if what == "int":
        _raise(TypeError("int() argument must be a string, a bytes-like object or a real number, not 'SymbolicTensor'"))
    if what == "index":
        _raise(TypeError("'SymbolicTensor' object cannot be interpreted as an integer"))
    if what == "len":
        _raise(TypeError(f"len is not well defined for a symbolic Tensor ({name}). Please call `x.shape` rather than `len(x)` for shape information."))
    if what == "iter":
        _raise(OperatorNotAllowedInGraphError(f"Iterating over a symbolic `tf.Tensor`{_RESOLUTIONS}"))
    _raise(OperatorNotAllowedInGraphError(f"Using a symbolic `tf.Tensor` as a Python `bool`{_RESOLUTIONS}"))
