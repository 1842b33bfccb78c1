"""The arguments of a layer's call, sorted into tensors and others, and what they mean for build()'s arguments."""

import inspect

from keras.src import backend, tree
from keras.src.backend.keras_tensor import KerasTensor, standardize_shape


def is_tensor_or_symbolic(x, allow_none=False):
    """True for a tensor with or without numbers."""
    return backend.is_tensor(x) or isinstance(x, KerasTensor) or (allow_none and x is None)


class CallSpec:
    """A call's arguments by name: all, those the user gave, and those that are (nests of) tensors."""

    def __init__(self, signature, args, kwargs):
        if "training" in kwargs and "training" not in signature.parameters:
            kwargs = dict(kwargs)
            given = {"training": kwargs.pop("training")}
        else:
            given = {}
        bound = signature.bind(*args, **kwargs)
        self.user_arguments_dict = {**given, **bound.arguments}
        bound.apply_defaults()
        self.arguments_dict = dict(bound.arguments)
        self.tensor_arguments_dict = {}
        self.nested_tensor_argument_names = []
        for name, value in self.arguments_dict.items():
            if is_tensor_or_symbolic(value):
                self.tensor_arguments_dict[name] = value
            elif isinstance(value, (list, tuple, dict)) and len(value) > 0:
                leaves = tree.flatten(value)
                if all(is_tensor_or_symbolic(x, allow_none=True) for x in leaves):
                    self.tensor_arguments_dict[name] = value
                    self.nested_tensor_argument_names.append(name)
                elif any(is_tensor_or_symbolic(x) for x in leaves):
                    raise ValueError(
                        "In a nested call() argument, you cannot mix tensors and non-tensors. "
                        f"Received invalid mixed argument: {name}={value}"
                    )
        self.first_arg = next(iter(self.arguments_dict.values()), None)
        self.eager = all(backend.is_tensor(x) for x in self.tensor_arguments_dict.values())


class CallContext:
    """What nested layer calls share: the outermost layer and the value of `training`."""

    __slots__ = ("entry_layer", "training")

    def __init__(self, entry_layer):
        self.entry_layer = entry_layer
        self.training = None


def _shape_of(x):
    return None if x is None else standardize_shape(tuple(x.shape))


def get_shapes_dict(call_spec):
    """`NAME_shape` for each tensor argument of a call."""
    shapes = {}
    for name, value in call_spec.tensor_arguments_dict.items():
        if name in ("mask", "args", "kwargs") or name.endswith("_mask"):
            continue
        if name in call_spec.nested_tensor_argument_names:
            shapes[f"{name}_shape"] = tree.map_structure(_shape_of, value)
        else:
            shapes[f"{name}_shape"] = _shape_of(value)
    return shapes


def shapes_for(target_fn, shapes_dict, call_spec, class_name):
    """The arguments for a build() or compute_output_shape() method, chosen by the names of its parameters."""
    expected = [
        name
        for name, parameter in inspect.signature(target_fn).parameters.items()
        if parameter.kind in (parameter.POSITIONAL_OR_KEYWORD, parameter.POSITIONAL_ONLY, parameter.KEYWORD_ONLY)
    ]
    # One parameter: the shape of the first tensor, whatever the parameter is called.
    if len(expected) == 1:
        values = tuple(shapes_dict.values())
        return {expected[0]: values[0] if values else None}
    kwargs = {}
    method = target_fn.__name__
    preamble = (
        f"For a `{method}()` method with more than one argument, all arguments should have a `_shape` suffix and match an "
        f"argument from `call()`. E.g. `{method}(self, foo_shape, bar_shape)` "
    )
    for name in expected:
        if not name.endswith("_shape"):
            raise ValueError(
                f"{preamble} For layer '{class_name}', Received `{method}()` argument `{name}`, "
                "which does not end in `_shape`."
            )
        call_arg = name.removesuffix("_shape")
        if call_arg not in call_spec.arguments_dict:
            raise ValueError(
                f"{preamble} For layer '{class_name}', received `{method}()` argument `{name}`, "
                f"but `call()` does not have argument `{call_arg}`."
            )
        if name in shapes_dict:
            kwargs[name] = shapes_dict[name]
    return kwargs
