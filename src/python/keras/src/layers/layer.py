"""Layer: the base class of all layers. build() makes its variables, call() computes; its state is kept in layer_state.py,
what happens around call() is in layer_call.py."""

import contextlib
import functools
import inspect
import warnings

from keras.src import backend, dtype_policies, regularizers, tree
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.backend import symbolic_scope
from keras.src.backend.name_scope import current_path, name_scope
from keras.src.layers import call_spec as call_specs
from keras.src.layers import layer_state
from keras.src.layers.call_spec import CallSpec
from keras.src.layers.layer_call import LayerCall
from keras.src.ops import tracing
from keras.src.ops.operation import Operation, _same_type
from keras.src.utils import naming
from keras.src.utils.python_utils import named_copy

_PLAIN = frozenset((bool, int, float, str, type(None)))


@functools.lru_cache(maxsize=1024)
def _call_signature(call):
    return inspect.signature(call)


def is_default(method):
    """True for a method that only the base class defines."""
    return getattr(method, "_is_default", False)


def _default(method):
    method._is_default = True
    return method


def _wrap_build(build):
    """A build() that opens the layer's name scope and marks the layer as built; calls of super().build() pass through."""

    @functools.wraps(build)
    def wrapped(self, *args, **kwargs):
        state = self.__dict__
        if state.get("_building"):
            return build(self, *args, **kwargs)
        state["_building"] = True
        # A model that is built while a function is followed records a graph of its own.
        followed, symbolic_scope.following = symbolic_scope.following, 0
        try:
            with self._open_name_scope(), naming.names_kept("keras_tensor") if followed else contextlib.nullcontext():
                state["_path"] = current_path()
                build(self, *args, **kwargs)
        finally:
            state["_building"] = False
            symbolic_scope.following = followed
        state["_build_shapes_dict"] = dict(inspect.signature(build).bind(self, *args, **kwargs).arguments)
        state["_build_shapes_dict"].pop(next(iter(inspect.signature(build).parameters)))
        state["built"] = True
        self._post_build()
        self._lock_state()
        return None

    return wrapped


class Layer(LayerCall, layer_state.LayerState, Operation):
    """A function with state.

    Args:
        activity_regularizer: regularizer of the output.
        trainable: whether training changes the variables.
        dtype: dtype name or policy of computations and variables.
        name: by default the class name in snake case, numbered.

    Subclasses define `build(input_shape)`, which makes the variables with add_weight(), and `call(inputs, …)`. An argument
    `training` or `mask` of call() is filled in when the caller leaves it out.
    """

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if cls.__module__.startswith("keras.src.") and "__init__" not in cls.__dict__:
            # Python then names this class, and not the base, when an argument is missing.
            cls.__init__ = named_copy(cls.__init__, f"{cls.__name__}.__init__")
        if "build" in cls.__dict__:
            cls.build = _wrap_build(cls.__dict__["build"])

    def __new__(cls, *args, **kwargs):
        layer = super().__new__(cls, *args, **kwargs)
        layer.__dict__["_lock"] = True
        return layer

    def __init__(self, *, activity_regularizer=None, trainable=True, dtype=None, autocast=True, name=None, **kwargs):
        self._lock = False
        Operation.__init__(self, name=name)
        self._dtype_policy = dtype_policies.get(dtype)
        self.activity_regularizer = regularizers.get(activity_regularizer)
        input_dim = kwargs.pop("input_dim", None)
        input_shape = kwargs.pop("input_shape", None)
        if input_dim is not None:
            input_shape = (input_dim,)
        if input_shape is not None:
            warnings.warn(
                "Do not pass an `input_shape`/`input_dim` argument to a layer. When using Sequential models, prefer using "
                "an `Input(shape)` object as the first layer in the model instead.",
                stacklevel=2,
            )
            self.__dict__["_input_shape_arg"] = input_shape
        if kwargs:
            raise ValueError(f"Unrecognized keyword arguments passed to {self.__class__.__name__}: {kwargs}")
        if not isinstance(trainable, bool):
            raise ValueError(
                f"Expected `trainable` to be a boolean. Received: trainable={trainable} (of type {type(trainable)})"
            )
        self._initialize_tracker()
        signature = _call_signature(type(self).call)
        names = list(signature.parameters)
        self.__dict__.update(
            _path=None,
            built=False,
            autocast=autocast,
            _input_spec=None,
            _called=False,
            supports_jit=True,
            _trainable=trainable,
            _losses=[],
            call_signature_parameters=names[1:],
            _call_has_training_arg="training" in names,
            _call_has_mask_arg="mask" in names,
            _supports_masking=not is_default(self.compute_mask),
            _convert_input_args=True,
            _allow_non_tensor_positional_args=False,
            _build_shapes_dict=None,
            _parent_path=None,
            _ready_shape=None,
        )

    # Building

    @_default
    def build(self, input_shape):
        """Makes the variables for inputs of this shape."""
        self._check_super_called()
        if is_default(self.build) and any(not layer.built for layer in self._layers):
            layer_state.warn_about_unbuilt(self)
        self.built = True

    def _post_build(self):
        pass

    def _lock_state(self):
        if not self._tracker.locked:
            self._tracker.lock(
                "You cannot add new elements of state (variables or sub-layers) to a layer that is already built. All state "
                "must be created in the `__init__()` method or in the `build()` method."
            )

    def _build_at_init(self):
        if is_default(self.build):
            self.built = True
            self._post_build()
            self._lock_state()

    def _open_name_scope(self):
        if self._parent_path is None:
            self.__dict__["_parent_path"] = current_path()
        return name_scope(self.name, caller=self)

    def _maybe_build(self, spec):
        if self.built:
            return
        shapes = call_specs.get_shapes_dict(spec)
        first_shape = next(iter(shapes.values()), None)
        if not is_default(self.build):
            self.build(**call_specs.shapes_for(self.build, shapes, spec, type(self).__name__))
            self._assert_input_compatibility(spec.first_arg)
            return
        if any(not layer.built for layer in self._layers):
            if spec.eager:
                # The call itself builds the sub-layers; what is left is done after it.
                self.__dict__["_shape_after_call"] = first_shape
                return
            try:
                tracing.compute_output_spec(self.call, **spec.arguments_dict)
            except Exception as error:
                warnings.warn(
                    f"Layer '{self.name}' looks like it has unbuilt state, but Keras is not able to trace the layer `call()` "
                    "in order to build it automatically. Possible causes:\n1. The `call()` method of your layer may be "
                    "crashing. Try to `__call__()` the layer eagerly on some test input first to see if it works. E.g. "
                    "`x = np.random.random((3, 4)); y = layer(x)`\n2. If the `call()` method is correct, then you may need to "
                    "implement the `def build(self, input_shape)` method on your layer. It should create all variables used "
                    "by the layer (e.g. by calling `layer.build()` on all its children layers).\n"
                    f"Exception encountered: ''{error}''",
                    stacklevel=2,
                )
        self.build(first_shape)

    def __reduce__(self):
        from keras.src.saving import saving_lib

        return saving_lib.unpacked, (saving_lib.packed(self),)

    def get_build_config(self):
        """The shapes with which the layer was built."""
        shapes = self._build_shapes_dict
        if shapes is None:
            return None
        return {"input_shape": next(iter(shapes.values()))} if len(shapes) == 1 else {"shapes_dict": shapes}

    def build_from_config(self, config):
        """Builds the layer with the shapes of get_build_config()."""
        if config:
            if "input_shape" in config:
                self.build(config["input_shape"])
            elif "shapes_dict" in config:
                self.build(**config["shapes_dict"])

    # What subclasses define

    def call(self, *args, **kwargs):
        """The computation."""
        raise self._not_implemented("call")

    def compute_output_spec(self, *args, **kwargs):
        if is_default(self.compute_output_shape):
            return tracing_spec(self, args, kwargs)
        spec = CallSpec(inspect.signature(self.call), args, kwargs)
        shapes = call_specs.get_shapes_dict(spec)
        shapes = call_specs.shapes_for(self.compute_output_shape, shapes, spec, type(self).__name__)
        shape = self.compute_output_shape(**shapes)
        if isinstance(shape, (list, tuple)) and all(d is None or isinstance(d, int) for d in shape):
            return KerasTensor(tuple(shape), dtype=self.compute_dtype)
        if not isinstance(shape, (list, tuple, dict)):
            try:
                return KerasTensor(tuple(shape), dtype=self.compute_dtype)
            except TypeError:
                raise ValueError(
                    f"Method `compute_output_shape()` of layer {self.__class__.__name__} is returning a type that cannot be "
                    f"interpreted as a shape. It should return a shape tuple. Received: {shape}"
                ) from None
        return tree.map_shape_structure(lambda s: KerasTensor(s, dtype=self.compute_dtype), shape)

    @_default
    def compute_output_shape(self, *args, **kwargs):
        """The output's shape for an input's shape."""
        raise self._not_implemented("compute_output_shape", " Should implement `def compute_output_shape(self, input_shape)`.")

    def _not_implemented(self, name, more=""):
        return NotImplementedError(f"Layer {self.__class__.__name__} does not have a `{name}` method implemented.{more}")

    # Names and dtypes

    @property
    def path(self):
        """model/layer, once built."""
        return self._path

    @property
    def input_spec(self):
        """What the layer accepts."""
        return self._input_spec

    @input_spec.setter
    def input_spec(self, value):
        self.__dict__["_input_spec"] = value

    @property
    def dtype_policy(self):
        """The policy behind compute_dtype and variable_dtype."""
        return self._dtype_policy

    @dtype_policy.setter
    def dtype_policy(self, value):
        self.__dict__["_dtype_policy"] = dtype_policies.get(value)

    @property
    def dtype(self):
        """The dtype of the variables."""
        return self.variable_dtype

    @property
    def compute_dtype(self):
        """The dtype of the computation."""
        return self._dtype_policy.compute_dtype

    @property
    def variable_dtype(self):
        """The dtype of the variables."""
        return self._dtype_policy.variable_dtype

    @property
    def input_dtype(self):
        """The dtype to which floating inputs are converted."""
        return self.compute_dtype

    quantization_mode = None

    def get_config(self):
        self._check_super_called()
        config = super().get_config()
        config["trainable"] = self.trainable
        config["dtype"] = dtype_policies.serialize(self.dtype_policy)
        if self.activity_regularizer is not None:
            config["activity_regularizer"] = regularizers.serialize(self.activity_regularizer)
        return config

    def add_metric(self, *args, **kwargs):
        """Gone since Keras 3."""
        raise NotImplementedError(
            "Layer `add_metric()` method is deprecated. Add your metric in `Model.compile(metrics=[...])`, or create metric "
            "trackers in init() or build() when subclassing the layer or model, then call `metric.update_state()` whenever "
            "necessary."
        )

    def __repr__(self):
        return f"<{self.__class__.__name__} name={self.name}, built={self.built}>"

    def __setattr__(self, name, value):
        if type(value) not in _PLAIN:
            if "_tracker" not in self.__dict__:
                self._initialize_tracker()
            value = self._tracker.track(value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        value = getattr(self, name)
        if isinstance(value, backend.Variable):
            self._untrack_variable(value)
        object.__delattr__(self, name)

    def _check_super_called(self):
        if self.__dict__.get("_lock", True):
            raise RuntimeError(
                f"In layer '{self.__class__.__name__}', you forgot to call `super().__init__()` as the first statement in "
                "the `__init__()` method. Go add it!"
            )


Layer.build = _wrap_build(Layer.build)
Layer.get_config._is_default = True

def tracing_spec(layer, args, kwargs):
    """KerasTensors for a layer that doesn't tell its output's shape: call() is followed."""
    try:
        return tracing.compute_output_spec(layer.call, *args, **kwargs)
    except Exception as error:
        name = type(layer).__name__
        raise _same_type(
            error,
            f"Could not automatically infer the output shape / dtype of '{layer.name}' (of type {name}). Either the "
            f"`{name}.call()` method is incorrect, or you need to implement the `{name}.compute_output_spec() / "
            f"compute_output_shape()` method. Error encountered:\n\n{error}",
        ).with_traceback(error.__traceback__) from None
