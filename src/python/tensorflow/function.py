"""tf.function: runs the Python function as it is. (TensorFlow traces it into a graph once; results are the same, but Python's own side
effects happen here at every call.)"""

import functools
import inspect

import numpy

from keras.src import tree
from keras.src.backend import convert_to_tensor


def _argument(value):
    return convert_to_tensor(value) if isinstance(value, numpy.ndarray) else value


def _result(value):
    if isinstance(value, (bool, int, float, numpy.ndarray, numpy.generic)):
        return convert_to_tensor(value)
    return value


class PolymorphicFunction:
    """What @tf.function makes of a function."""

    __module__ = "tensorflow.python.eager.polymorphic_function.polymorphic_function"

    def __init__(self, python_function, input_signature=None):
        self.python_function = python_function
        self.input_signature = input_signature
        functools.update_wrapper(self, python_function)

    def __call__(self, *args, **options):
        args = [tree.map_structure(_argument, each) for each in args]
        options = {key: tree.map_structure(_argument, each) for key, each in options.items()}
        made = self.python_function(*args, **options)
        return None if made is None else tree.map_structure(_result, made)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return PolymorphicFunction(functools.partial(self.python_function, instance), self.input_signature)

    def get_concrete_function(self, *_args, **_options):
        """The function itself: there is no graph to make."""
        return self

    def experimental_get_tracing_count(self):
        """There is no tracing."""
        return 0

    @property
    def function_spec(self):
        return inspect.signature(self.python_function)

    def __repr__(self):
        return f"<{self.__module__}.Function object at {hex(id(self))}>"


PolymorphicFunction.__name__ = PolymorphicFunction.__qualname__ = "Function"


def function(
    func=None, input_signature=None, autograph=True, jit_compile=None, reduce_retracing=False, experimental_implements=None,
    experimental_autograph_options=None, experimental_attributes=None, experimental_relax_shapes=None, experimental_compile=None,
    experimental_follow_type_hints=None,
):  # fmt: skip
    """@tf.function or @tf.function(...)."""
    if func is None:
        return lambda each: PolymorphicFunction(each, input_signature)
    return PolymorphicFunction(func, input_signature)


_eagerly = False


def run_functions_eagerly(run_eagerly):
    """Functions always run eagerly here; the flag is only remembered."""
    global _eagerly
    _eagerly = bool(run_eagerly)


def functions_run_eagerly():
    """The flag of run_functions_eagerly."""
    return _eagerly
