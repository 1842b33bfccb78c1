"""tf.function: runs the Python function as it is. (TensorFlow traces it into a graph once; results are the same, but Python's own side
effects other than print() happen here at every call.)"""

import builtins
import contextlib
import functools
import inspect

import numpy

from keras.src import tree
from keras.src.backend import Tensor, convert_to_tensor
from tensorflow._traced import traced


def _argument(value):
    return convert_to_tensor(value) if isinstance(value, numpy.ndarray) else value


def _result(value):
    if hasattr(value, "_read"):
        return convert_to_tensor(value)
    if isinstance(value, (bool, int, float, numpy.ndarray, numpy.generic)):
        return convert_to_tensor(value)
    return value


def _unnamed(spec):
    return f"TensorSpec(shape={spec.shape}, dtype={spec.dtype!r}, name=None)"


def _signature(value):
    """What tells one trace from another: dtype and shape of tensors, the value of everything else."""
    if isinstance(value, Tensor):
        return "tensor", value.dtype.name, tuple(value.shape)
    if isinstance(value, dict):
        return tuple((key, _signature(each)) for key, each in value.items())
    if isinstance(value, (list, tuple)):
        return tuple(_signature(each) for each in value)
    try:
        hash(value)
    except TypeError:
        return "object", id(value)
    return type(value).__name__, value


def _symbols(named, shapes):
    """Pairs (tensor, how it prints while the function is traced)."""
    found = []
    for name, value in named.items():
        leaves = [each for each in tree.flatten(value) if isinstance(each, Tensor)] if value is not None else []
        for i, each in enumerate(leaves):
            shape = shapes[len(found)] if shapes is not None and len(found) < len(shapes) else each.shape
            label = name if i == 0 else f"{name}_{i}"
            found.append((each, f'Tensor("{label}:0", shape={shape}, dtype={each.dtype.name})'))
    return found


@contextlib.contextmanager
def _printing(symbols):
    """Python's print() with arguments shown as symbols, or (None) silent."""
    before = builtins.print

    def shown(*values, **options):
        if symbols is not None:
            before(*[next((text for tensor, text in symbols if tensor is each), each) for each in values], **options)

    builtins.print = shown
    try:
        yield
    finally:
        builtins.print = before


class PolymorphicFunction:
    """What @tf.function makes of a function.

    TensorFlow runs the Python code once for each signature (dtypes and shapes of tensors, values of everything else) and then only what
    it recorded. Here the code runs at every call, but Python's print() is heard only when TensorFlow would trace, and shows the
    arguments as the symbols that they are then.
    """

    __module__ = "tensorflow.python.eager.polymorphic_function.polymorphic_function"

    def __init__(self, python_function, input_signature=None):
        self.python_function = python_function
        self.input_signature = input_signature
        self._seen = set()
        functools.update_wrapper(self, python_function)

    def __call__(self, *args, **options):
        if self.input_signature is not None:
            args, options = self._checked(args, options)
        args = [tree.map_structure(_argument, each) for each in args]
        options = {key: tree.map_structure(_argument, each) for key, each in options.items()}
        if _eagerly:
            made = self.python_function(*args, **options)
        else:
            with traced(self.python_function):
                made = self._traced(args, options)
        return None if made is None else tree.map_structure(_result, made)

    def _bound(self, args, options):
        """The arguments by their names, defaults included."""
        try:
            bound = inspect.signature(self.python_function).bind(*args, **options)
        except (TypeError, ValueError):
            return None
        bound.apply_defaults()
        return bound.arguments

    def _traced(self, args, options):
        named = self._bound(args, options)
        if named is None:
            return self.python_function(*args, **options)
        if self.input_signature is not None:
            key, shapes = "signature", [each.shape for each in tree.flatten(list(self.input_signature))]
        else:
            key, shapes = tuple((name, _signature(value)) for name, value in named.items()), None
        new = key not in self._seen
        self._seen.add(key)
        with _printing(_symbols(named, shapes) if new else None):
            return self.python_function(*args, **options)

    def _checked(self, args, options):
        named = self._bound(args, options)
        wanted = list(self.input_signature)
        names = list(inspect.signature(self.python_function).parameters)[: len(wanted)]
        spec_text = ", ".join(f"{name}: {_unnamed(spec)}" for name, spec in zip(names, wanted))
        where = f"Received args: {tuple(args)} and kwargs: {options} for signature: ({spec_text})."
        if named is None:
            missing = names[len(args)] if len(args) < len(names) else None
            why = f"missing a required argument: '{missing}'" if missing else "too many positional arguments"
            raise TypeError(f"Binding inputs to tf.function failed due to `{why}`. {where}")
        made = []
        for name, spec in zip(names, wanted):
            value = named[name]
            if not hasattr(spec, "shape") or not hasattr(spec, "dtype"):
                made.append(value)
                continue
            found = value if isinstance(value, Tensor) else convert_to_tensor(value, spec.dtype.name if spec.dtype.name != "string" else None)
            if found.dtype != spec.dtype or not spec.shape.is_compatible_with(found.shape):
                have = f"TensorSpec(shape={found.shape}, dtype={found.dtype!r}, name=None)"
                raise TypeError(f"Binding inputs to tf.function failed due to `Can not cast {have} to {_unnamed(spec)}`. {where}")
            made.append(found)
        return made, {}

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        bound = PolymorphicFunction(functools.partial(self.python_function, instance), self.input_signature)
        # What an instance has traced is remembered with it.
        bound._seen = instance.__dict__.setdefault(f"_traces_of_{self.__name__}", set()) if hasattr(instance, "__dict__") else self._seen
        return bound

    def get_concrete_function(self, *_args, **_options):
        """The function itself: there is no graph to make."""
        return self

    def experimental_get_tracing_count(self):
        """How many signatures the function was called with."""
        return len(self._seen)

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
