"""clone_model: the same architecture with new layers and fresh weights."""

from keras.src import tree
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.layers.core.input_layer import Input, InputLayer
from keras.src.models.functional import Functional, functional_like_constructor
from keras.src.models.sequential import Sequential
from keras.src.saving import serialization_lib


def clone_model(model, input_tensors=None, clone_function=None, call_function=None, recursive=False, **kwargs):
    """A copy of a model with newly initialized weights.

    Args:
        input_tensors: symbolic inputs to build it on; new ones by default.
        clone_function: function from a layer to the layer that takes its place.
        call_function: function (layer, *args, **kwargs) that calls a layer, for Functional models.
        recursive: clone the layers of inner models one by one too.
    """
    cache = kwargs.pop("cache", None)
    if kwargs:
        raise ValueError(f"Unexpected keyword argument(s): {tuple(kwargs.keys())}")
    if not isinstance(model, (Sequential, Functional)):
        if clone_function or input_tensors:
            raise ValueError(
                "Arguments `clone_function` and `input_tensors` are only supported for Sequential models or Functional "
                f"models. Received model of type '{model.__class__.__name__}', with clone_function={clone_function} and "
                f"input_tensors={input_tensors}"
            )
        config = serialization_lib.serialize_keras_object(model)
        return serialization_lib.deserialize_keras_object(
            config, custom_objects={model.__class__.__name__: model.__class__}
        )
    clone = _cloner(clone_function, call_function, recursive, {} if cache is None else cache)
    if isinstance(model, Sequential):
        if call_function is not None:
            raise ValueError(
                "`call_function` argument is not supported with Sequential models.  In a Sequential model, layers aren't "
                "called at model-construction time (they're merely listed). Use `call_function` with Functional models only. "
                f"Received model of type '{model.__class__.__name__}', with call_function={call_function}"
            )
        return _compiled_alike(model, _clone_sequential(model, clone, input_tensors))
    return _compiled_alike(model, _clone_functional(model, clone, input_tensors, call_function))


def _cloner(clone_function, call_function, recursive, cache):
    def clone(layer):
        if id(layer) not in cache:
            if recursive and isinstance(layer, (Sequential, Functional)):
                given = None if isinstance(layer, Sequential) else call_function
                made = clone_model(
                    layer, clone_function=clone_function, call_function=given, recursive=True, cache=cache
                )
            elif clone_function is not None:
                made = clone_function(layer)
            else:
                made = layer.__class__.from_config(layer.get_config())
            cache[id(layer)] = made
        return cache[id(layer)]

    return clone


def _compiled_alike(model, clone):
    if model.compiled:
        clone.compile_from_config(model.get_compile_config())
    return clone


def _clone_sequential(model, clone, input_tensors):
    layers = [clone(layer) for layer in model.layers]
    first = model._layers[0] if model._layers else None
    if input_tensors is not None:
        given = tree.flatten(input_tensors)
        if len(given) != 1:
            raise ValueError("Argument `input_tensors` must contain a single tensor.")
        if not isinstance(given[0], KerasTensor):
            raise ValueError(
                f"Argument `input_tensors` must be a KerasTensor. Received invalid value: input_tensors={input_tensors}"
            )
        layers.insert(0, Input(tensor=given[0], name=first.name if isinstance(first, InputLayer) else None))
    elif isinstance(first, InputLayer):
        layers.insert(0, Input(batch_shape=first.batch_shape, dtype=first.dtype, name=first.name))
    return Sequential(layers, name=model.name, trainable=model.trainable)


def _clone_functional(model, clone, input_tensors, call_function):
    if input_tensors is None:
        input_tensors = tree.map_structure(
            lambda x: Input(batch_shape=x.shape, dtype=x.dtype, name=x.name), model.input
        )
    elif not all(isinstance(x, KerasTensor) for x in tree.flatten(input_tensors)):
        raise ValueError(
            "All entries in `input_tensors` must be KerasTensors. Received invalid values: "
            f"inputs_tensors={input_tensors}"
        )

    def operation_fn(operation):
        made = clone(operation)
        if call_function is None:
            return made
        return lambda *args, **kwargs: call_function(made, *args, **kwargs)

    outputs = model._run_through_graph(input_tensors, operation_fn=operation_fn)
    cls = model.__class__ if functional_like_constructor(model.__class__) else Functional
    return cls(input_tensors, outputs, name=model.name)
