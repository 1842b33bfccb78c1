"""@op: a function of keras.ops computes on tensors and records an Operation on KerasTensors; the rule for shapes stands in
its decorator."""

import functools
import inspect

from keras.src.backend import KerasTensor, dtypes, placing
from keras.src.ops.operation import Operation


def _camel(name):
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def _is_symbolic(value):
    if type(value) is KerasTensor:
        return True
    if isinstance(value, (list, tuple)):
        return any(_is_symbolic(each) for each in value)
    return isinstance(value, KerasTensor)


class Op(Operation):
    """The base of the operations that @op makes: tensors are arguments of the call, all else of the constructor."""

    _function = None
    _spec = None

    def __init__(self, *args, name=None, **options):
        super().__init__(name=name)
        bound = type(self)._settings_signature.bind(*args, **options)
        bound.apply_defaults()
        self._settings = dict(bound.arguments)

    def call(self, *tensors, **more):
        return type(self)._function(*tensors, **more, **self._settings)

    def compute_output_spec(self, *tensors, **more):
        return type(self)._spec(*tensors, **more, **self._settings)

    def get_config(self):
        return {**self._settings, "name": self.name}


def op(spec, name=None, tensors=None, module=None):
    """Makes a function an operation of keras.ops.

    spec: takes the function's arguments with KerasTensors and returns KerasTensors. tensors: names of the arguments that are
    tensors (by default the leading ones without a default value).
    """

    def decorate(function):
        parameters = list(inspect.signature(function).parameters.values())
        names = tensors
        if names is None:
            names = tuple(p.name for p in parameters if p.default is p.empty)
        settings = [p for p in parameters if p.name not in names]
        kinds = {
            "_function": staticmethod(function),
            "_spec": staticmethod(spec),
            "_settings_signature": inspect.Signature(
                [p.replace(kind=p.POSITIONAL_OR_KEYWORD, default=None if p.default is p.empty else p.default) for p in settings]
            ),
            "__module__": module or ".".join(function.__module__.split(".")[:4]),
            "__doc__": function.__doc__,
        }
        cls = type(_camel(name or function.__name__), (Op,), kinds)
        compute = placing.aside(function)
        order = [p.name for p in parameters]

        def symbolic(args, options):
            given = dict(zip(order, args))
            given.update(options)
            called = [given.pop(each) for each in names if each in given]
            return cls(**given).symbolic_call(*called)

        @functools.wraps(function)
        def dispatch(*args, **options):
            for each in args:
                if type(each) is KerasTensor or (type(each) in (list, tuple) and _is_symbolic(each)):
                    return symbolic(args, options)
            if options:
                for each in options.values():
                    if _is_symbolic(each):
                        return symbolic(args, options)
            return compute(*args, **options)

        dispatch.operation = cls
        return dispatch

    return decorate


# --- rules for shapes ---------------------------------------------------------------------------------------------


def shape_of(value):
    """The shape of anything; () for numbers."""
    shape = getattr(value, "shape", None)
    if shape is not None:
        return tuple(shape)
    if isinstance(value, (list, tuple)):
        import numpy

        return numpy.asarray(value).shape
    return ()


def dtype_of(value):
    """The dtype by name; Python's int and float stay weak."""
    if isinstance(value, str):
        raise ValueError("dtype='string' is not a valid dtype for Keras type promotion.")
    if type(value) in (int, float):
        return type(value)
    if type(value) is bool:
        return "bool"
    found = getattr(value, "dtype", None)
    if found is not None:
        return dtypes.standardize_dtype(found)
    if isinstance(value, (list, tuple)):
        from keras.src.backend import convert_to_tensor

        return convert_to_tensor(value).dtype.name
    return "float32"


def broadcast(*shapes):
    """The common shape; None stands for an unknown size."""
    rank = max(map(len, shapes))
    result = []
    for position in range(-rank, 0):
        sizes = [shape[position] for shape in shapes if len(shape) >= -position]
        known = {size for size in sizes if size not in (1, None)}
        if len(known) > 1:
            first, second = shapes[0], shapes[-1]
            raise ValueError(f"Cannot broadcast shape, the failure dim has value {sizes[0]}, which cannot be broadcasted to {sizes[1]}. Input shapes are: {list(first)} and {list(second)}.")
        result.append(known.pop() if known else (None if None in sizes else 1))
    return tuple(result)


def symbolic(shape, dtype="float32"):
    """A KerasTensor."""
    return KerasTensor(tuple(shape), dtype=dtype)


def same(x, *_args, **_options):
    """The result looks like the first argument."""
    return KerasTensor(x.shape, dtype=x.dtype)


def same_float(x, *_args, **_options):
    """The shape of the first argument; whole numbers become floats."""
    dtype = dtype_of(x)
    return KerasTensor(x.shape, dtype=dtype if dtype in dtypes.FLOAT_TYPES else dtypes.result_type(dtype, float))


def same_bool(x, *_args, **_options):
    """The shape of the first argument, of booleans."""
    return KerasTensor(x.shape, dtype="bool")


def promoted(x1, x2, *_args, **_options):
    """Broadcast shapes, promoted dtypes."""
    return KerasTensor(broadcast(shape_of(x1), shape_of(x2)), dtype=dtypes.result_type(dtype_of(x1), dtype_of(x2)))


def promoted_float(x1, x2, *_args, **_options):
    """Broadcast shapes, a floating dtype."""
    return KerasTensor(broadcast(shape_of(x1), shape_of(x2)), dtype=dtypes.result_type(dtype_of(x1), dtype_of(x2), float))


def compared(x1, x2, *_args, **_options):
    """Broadcast shapes, booleans."""
    return KerasTensor(broadcast(shape_of(x1), shape_of(x2)), dtype="bool")


def axes_of(axis, rank):
    """Dimensions counted from the front, as a list."""
    if axis is None:
        return list(range(rank))
    given = axis if isinstance(axis, (list, tuple)) else [axis]
    return [each + rank if each < 0 else each for each in given]


def reduced_shape(shape, axis, keepdims=False):
    """The shape after a reduction over `axis`."""
    axes = axes_of(axis, len(shape))
    for each in axes:
        if not 0 <= each < len(shape):
            raise ValueError(f"Axis {axis} is out of bounds for tensor of rank {len(shape)}. Received: shape={shape}")
    if keepdims:
        return tuple(1 if i in axes else size for i, size in enumerate(shape))
    return tuple(size for i, size in enumerate(shape) if i not in axes)
