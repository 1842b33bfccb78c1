"""What layers and ops share: a name, calls that are numeric or symbolic, and a config made from the constructor's arguments."""

import functools
import inspect

from keras.src import tree
from keras.src.backend import symbolic_scope
from keras.src.backend.keras_tensor import any_symbolic_tensors
from keras.src.ops.node import Node
from keras.src.utils import traceback_utils
from keras.src.utils.naming import auto_name, to_snake_case

_PLAIN = (str, int, float, bool, type(None))

_EXAMPLE = """
class CustomLayer(keras.layers.Layer):
    def __init__(self, arg1, arg2, **kwargs):
        super().__init__(**kwargs)
        self.arg1 = arg1
        self.arg2 = arg2

    def get_config(self):
        config = super().get_config()
        config.update({
            "arg1": self.arg1,
            "arg2": self.arg2,
        })
        return config
"""


@functools.lru_cache(maxsize=1024)
def _constructor_signature(cls):
    return inspect.signature(cls.__init__)


class AutoConfig:
    """The constructor's arguments of an object, kept for get_config()."""

    def __init__(self, **config):
        self.config = config


class Operation:
    """A function with a name. On KerasTensors a call records a Node; on tensors it computes."""

    def __new__(cls, *args, **kwargs):
        instance = super().__new__(cls)
        vars(instance)["_auto_config"] = _auto_config(cls, args, kwargs)
        return instance

    def __init__(self, name=None):
        if name is None:
            # What a followed function does is no part of a model, and takes no number.
            unnumbered = symbolic_scope.following and not hasattr(self, "add_weight")
            name = to_snake_case(self.__class__.__name__) if unnumbered else auto_name(self.__class__.__name__)
        if not isinstance(name, str) or "/" in name:
            raise ValueError(
                "Argument `name` must be a string and cannot contain character `/`. "
                f"Received: name={name} (of type {type(name)})"
            )
        self.name = name
        self._inbound_nodes = []
        self._outbound_nodes = []

    def __call__(self, *args, **kwargs):
        function = self.symbolic_call if any_symbolic_tensors(args, kwargs) else self.call
        try:
            return function(*args, **kwargs)
        except Exception as error:
            raise traceback_utils.with_arguments(error, self.call, args, kwargs, f"{type(self).__name__}.call()") from None

    def symbolic_call(self, *args, **kwargs):
        """Works out the shapes and dtypes of the outputs and records the call."""
        outputs = self.compute_output_spec(*args, **kwargs)
        Node(operation=self, call_args=args, call_kwargs=kwargs, outputs=outputs)
        return outputs

    def call(self, *args, **kwargs):
        """The computation; subclasses define it."""
        raise NotImplementedError

    def compute_output_spec(self, *args, **kwargs):
        """KerasTensors with the outputs' shapes; by default from a trial run of `call`."""
        from keras.src import backend

        try:
            return backend.compute_output_spec(self.call, *args, **kwargs)
        except Exception as error:
            name = self.__class__.__name__
            raise _same_type(
                error,
                f"Could not automatically infer the output shape / dtype of '{self.name}' (of type {name}). "
                f"Either the `{name}.call()` method is incorrect, or you need to implement the "
                f"`{name}.compute_output_spec() / compute_output_shape()` method. Error encountered:\n\n{error}",
            ).with_traceback(error.__traceback__) from None

    def get_config(self):
        """The arguments that make an equal object. A class whose arguments aren't plain values overrides it."""
        config = {"name": self.name}
        if overrides_get_config(type(self)):
            return config
        auto = self._auto_config
        name = type(self).__name__
        if isinstance(auto, AutoConfig):
            config.update(auto.config)
            parameters = inspect.signature(self.__init__).parameters
            takes_any = "kwargs" in parameters and parameters["kwargs"].kind is inspect.Parameter.VAR_KEYWORD
            if "name" not in parameters and not takes_any:
                config.pop("name", None)
            return config
        if auto == "positional":
            reason = (
                f"\nObject {name} was created by passing\npositional only or variadic positional arguments (e.g.,\n"
                "`*args`) to `__init__()`, which is not supported by the\nautomatic config generation. Please remove all "
                "positional\nonly and variadic arguments from `__init__()`\nor override `get_config()` and "
                "`from_config()` to make\nthe object serializatble.\n\nExample:\n\n"
            )
        else:
            reason = (
                f"\nObject {name} was created by passing\nnon-serializable argument values in `__init__()`,\nand "
                "therefore the object must override `get_config()` in\norder to be serializable. Please implement "
                "`get_config()`.\n\nExample:\n\n"
            )
        raise NotImplementedError(reason + _EXAMPLE)

    @classmethod
    def from_config(cls, config):
        """An object made from get_config()'s dict."""
        if isinstance(config.get("dtype"), dict):
            from keras.src.saving import serialization_lib

            config = dict(config)
            policy = serialization_lib.deserialize_keras_object(config["dtype"])
            config["dtype"] = getattr(policy, "name", policy)
        try:
            return cls(**config)
        except Exception as error:
            raise TypeError(
                f"Error when deserializing class '{cls.__name__}' using config={config}.\n\nException encountered: {error}"
            ) from error

    def __repr__(self):
        return f"<Operation name={self.name}>"

    @property
    def input(self):
        """The symbolic input(s) of the first call."""
        return self._get_node_attribute_at_index(0, "input_tensors", "input")

    @property
    def output(self):
        """The symbolic output(s) of the first call."""
        return self._get_node_attribute_at_index(0, "output_tensors", "output")

    def _get_node_attribute_at_index(self, node_index, attr, attr_name):
        if not self._inbound_nodes:
            raise AttributeError(f"The layer {self.name} has never been called and thus has no defined {attr_name}.")
        if len(self._inbound_nodes) <= node_index:
            raise ValueError(
                f"Asked to get {attr_name} at node {node_index}, but the operation has only "
                f"{len(self._inbound_nodes)} inbound nodes."
            )
        values = getattr(self._inbound_nodes[node_index], attr)
        if isinstance(values, list) and len(values) == 1:
            return values[0]
        return values


def overrides_get_config(cls):
    """True if a class outside the base classes defines get_config."""
    return not getattr(cls.get_config, "_is_default", False)


def _same_type(error, message):
    try:
        return type(error)(message)
    except Exception:
        return RuntimeError(message)


def _auto_config(cls, args, kwargs):
    signature = _constructor_signature(cls)
    first, *parameters = signature.parameters.values()
    try:
        bound = signature.bind(None, *args, **kwargs)
    except TypeError:
        return None
    if any(p.kind is p.POSITIONAL_ONLY for p in parameters):
        return "positional"
    bound.apply_defaults()
    config = dict(bound.arguments)
    config.pop(first.name, None)
    for p in parameters:
        if p.kind is p.VAR_KEYWORD:
            config.update(config.pop(p.name))
        elif p.kind is p.VAR_POSITIONAL:
            if config.pop(p.name):
                return "positional"
    config.pop("name", None)
    if all(isinstance(value, _PLAIN) for value in tree.flatten(config)):
        return AutoConfig(**config)
    return None


Operation.get_config._is_default = True
