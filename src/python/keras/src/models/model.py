"""Model: a layer that can be compiled, trained and saved. Training is left to trainers/, files to saving/."""

import inspect
import json
import warnings

from keras.src import tree
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.layers.layer import Layer, is_default
from keras.src.ops import tracing
from keras.src.trainers.trainer import Trainer
from keras.src.utils import summary_utils


class Model(Trainer, Layer):
    """A model, in one of three ways.

    * `Model(inputs, outputs)` from symbolic tensors (see keras.Input);
    * a subclass whose __init__ makes layers and whose call() uses them;
    * keras.Sequential.

    Args:
        inputs, outputs: KerasTensors, or lists or dicts of them.
        name: by default the class name in snake case.
    """

    def __new__(cls, *args, **kwargs):
        if cls is Model and functional_init_arguments(args, kwargs):
            from keras.src.models.functional import Functional

            return Functional.__new__(Functional, *args, **kwargs)
        # As in Keras the arguments don't reach the automatic config: a model that takes any needs a get_config() of its own.
        return super().__new__(cls)

    def __init__(self, *args, **kwargs):
        Trainer.__init__(self)
        if functional_init_arguments(args, kwargs):
            from keras.src.models.functional import Functional

            inject_functional_model_class(self.__class__)
            Functional.__init__(self, *args, **kwargs)
        else:
            Layer.__init__(self, *args, **kwargs)

    def call(self, *args, **kwargs):
        raise NotImplementedError(f"Model {self.__class__.__name__} does not have a `call()` method implemented.")

    @property
    def layers(self):
        """The layers, in the order in which they were made."""
        return self._flatten_layers(include_self=False, recursive=False)

    @layers.setter
    def layers(self, _):
        raise AttributeError("`Model.layers` attribute is reserved and should not be used. Please use another name.")

    def get_layer(self, name=None, index=None):
        """A layer by its name or its position."""
        if index is not None and name is not None:
            raise ValueError(f"Provide only a layer name or a layer index. Received: index={index}, name={name}.")
        if index is not None:
            if len(self.layers) <= index:
                raise ValueError(
                    f"Was asked to retrieve layer at index {index} but model only has {len(self.layers)} layers."
                )
            return self.layers[index]
        if name is not None:
            for layer in self.layers:
                if layer.name == name:
                    return layer
            raise ValueError(f"No such layer: {name}. Existing layers are: {[layer.name for layer in self.layers]}.")
        raise ValueError("Provide either a layer name or layer index at `get_layer`.")

    def summary(
        self,
        line_length=None,
        positions=None,
        print_fn=None,
        expand_nested=False,
        show_trainable=False,
        layer_range=None,
    ):
        """Prints a table of the layers with their output shapes and numbers of parameters."""
        summary_utils.print_summary(
            self,
            line_length=line_length,
            positions=positions,
            print_fn=print_fn,
            expand_nested=expand_nested,
            show_trainable=show_trainable,
            layer_range=layer_range,
        )

    def save(self, filepath, overwrite=True, zipped=None, **kwargs):
        """Writes the model (architecture, weights, compile arguments, optimizer) to a .keras or .h5 file."""
        from keras.src.saving import saving_api

        return saving_api.save_model(self, filepath, overwrite=overwrite, zipped=zipped, **kwargs)

    def save_weights(self, filepath, overwrite=True, max_shard_size=None):
        """Writes the weights to a .weights.h5 file."""
        from keras.src.saving import saving_api

        return saving_api.save_weights(self, filepath, overwrite=overwrite, max_shard_size=max_shard_size)

    def load_weights(self, filepath, skip_mismatch=False, **kwargs):
        """Reads weights from a .weights.h5, .keras or .h5 file."""
        from keras.src.saving import saving_api

        saving_api.load_weights(self, filepath, skip_mismatch=skip_mismatch, **kwargs)

    def export(self, filepath, format="tf_saved_model", verbose=None, input_signature=None, **kwargs):
        """Writes the model for inference elsewhere: format="onnx" (model.onnx) or "litert" (model.tflite)."""
        from keras.src.export import export_api

        export_api.export_model(self, filepath, format, verbose, input_signature, **kwargs)

    def build_from_config(self, config):
        """Builds the model by following call() with inputs of the saved shapes."""
        if not config:
            return
        shapes = config.get("shapes_dict")
        if "input_shape" in config:
            shapes = None
            built = self._try_build(config["input_shape"])
        else:
            built = self._try_build_by_name(shapes or {})
        self.__dict__["_build_shapes_dict"] = shapes or config
        if not built:
            warnings.warn(
                f"Model '{self.name}' had a build config, but the model cannot be built automatically in "
                "`build_from_config(config)`. You should implement `def build_from_config(self, config)`, and you might "
                "also want to implement the method  that generates the config at saving time, `def get_build_config(self)`. "
                "The method `build_from_config()` is meant to create the state of the model (i.e. its variables) upon "
                "deserialization.",
                stacklevel=2,
            )

    def _try_build(self, input_shape):
        input_shape = _as_shape(input_shape)
        try:
            if is_default(self.build):
                tracing.compute_output_spec(self.call, tree.map_shape_structure(KerasTensor, input_shape))
            else:
                self.build(input_shape)
        except Exception:
            return False
        return True

    def _try_build_by_name(self, shapes):
        try:
            if is_default(self.build):
                symbolic = {
                    name.removesuffix("_shape"): tree.map_shape_structure(KerasTensor, _as_shape(shape))
                    for name, shape in shapes.items()
                }
                tracing.compute_output_spec(self.call, **symbolic)
            else:
                self.build(**shapes)
        except Exception:
            return False
        return True

    def to_json(self, **kwargs):
        """The architecture as JSON; keras.models.model_from_json reads it."""
        from keras.src.saving import serialization_lib

        return json.dumps(serialization_lib.serialize_keras_object(self), **kwargs)

    @classmethod
    def from_config(cls, config, custom_objects=None):
        from keras.src.models.functional import Functional

        functional_keys = ["name", "layers", "input_layers", "output_layers"]
        arguments = inspect.getfullargspec(cls.__init__)
        revivable = (
            cls in (Functional, Model)
            or arguments.args[1:] == inspect.getfullargspec(Functional.__init__).args[1:]
            or (arguments.varargs == "args" and arguments.varkw == "kwargs")
        )
        if all(key in config for key in functional_keys) and revivable:
            from keras.src.models.functional_config import functional_from_config

            return functional_from_config(cls, config, custom_objects=custom_objects)
        try:
            return cls(**config)
        except TypeError as error:
            raise TypeError(
                "Unable to revive model from config. When overriding the `get_config()` method, make sure that the returned "
                f"config contains all items used as arguments in the  constructor to {cls}, which is the default behavior. "
                "You can override this default behavior by defining a `from_config(cls, config)` class method to specify how "
                f"to create an instance of {cls.__name__} from its config.\n\nReceived config={config}\n\nError encountered "
                f"during deserialization: {error}"
            ) from error


def _as_shape(shape):
    """Shapes come back from JSON as lists."""
    if isinstance(shape, list) and all(d is None or isinstance(d, int) for d in shape):
        return tuple(shape)
    return shape


def model_from_json(json_string, custom_objects=None):
    """A model, without weights, from to_json()'s text."""
    from keras.src.saving import serialization_lib

    return serialization_lib.deserialize_keras_object(json.loads(json_string), custom_objects=custom_objects)


def functional_init_arguments(args, kwargs):
    """Whether Model(...) was called with inputs and outputs."""
    return (
        len(args) == 2 or (len(args) == 1 and "outputs" in kwargs) or ("inputs" in kwargs and "outputs" in kwargs)
    )


def inject_functional_model_class(cls):
    """Makes Functional the base of a subclass of Model that was called with inputs and outputs."""
    from keras.src.models.functional import Functional

    if cls is Model:
        return Functional
    if cls is object or not issubclass(cls, Model) or issubclass(cls, Functional):
        return cls
    cls.__bases__ = tuple(inject_functional_model_class(base) for base in cls.__bases__)
    return cls
