"""The .h5 files of Keras before its third version: a model's config and weights in one HDF5 file."""

import inspect
import json
import os
import warnings

import numpy as np

from kernel_runtime import file_json

from keras.src.saving import hdf5_reader, hdf5_writer, serialization_lib


def save_model_to_hdf5(model, path, include_optimizer=True):
    """Writes architecture, weights and training arguments."""
    from keras import __version__

    root = hdf5_writer.Group()
    root.attrs["keras_version"] = __version__
    root.attrs["backend"] = "tensorflow"
    config = serialization_lib.serialize_keras_object(model)
    compile_config = config.pop("compile_config", None)
    root.attrs["model_config"] = json.dumps(config)
    _put_weights(root.require("model_weights"), model)
    optimizer = getattr(model, "optimizer", None)
    if include_optimizer and model.compiled:
        root.attrs["training_config"] = json.dumps(_training_config(compile_config))
        if optimizer is not None and optimizer.variables:
            group = root.require("optimizer_weights")
            _put_list(group, [(v.path, v) for v in optimizer.variables])
    hdf5_writer.write(path, root)


def load_model_from_hdf5(path, custom_objects=None, compile=True, safe_mode=True):
    """A model from save_model_to_hdf5()'s file."""
    if not os.path.exists(path):
        raise FileNotFoundError(
            f"[Errno 2] Unable to synchronously open file (unable to open file: name = '{path}', errno = 2, error message = "
            "'No such file or directory', flags = 0, o_flags = 0)"
        )
    root = hdf5_reader.load(path)
    config = root.attrs.get("model_config")
    if config is None:
        raise ValueError(f"No model config found in the file at {path}.")
    model = serialization_lib.deserialize_keras_object(
        _with_modules(file_json.loads(config)), custom_objects=custom_objects, safe_mode=safe_mode
    )
    _take_weights(root["model_weights"], model)
    training_config = root.attrs.get("training_config")
    if compile and training_config is not None:
        model.compile(**_compile_arguments(file_json.loads(training_config), custom_objects))
        if "optimizer_weights" in root and model.optimizer is not None:
            group = root["optimizer_weights"]
            # As in Keras the optimizer comes back with its step count alone, built for the variables that the model holds
            # itself, not for its layers': it can't train them on.
            model.optimizer.build(model._trainable_variables)
            values = [group[name] for name in _names(group, "weight_names")]
            for variable, value in zip(model.optimizer.variables, values):
                if tuple(variable.shape) == value.shape:
                    variable.assign(value)
    elif compile:
        warnings.warn(
            "No training configuration found in the save file, so the model was *not* compiled. Compile it manually.",
            stacklevel=2,
        )
    return model


def _training_config(compile_config):
    """compile()'s arguments as these files keep them, with the optimizer apart."""
    made = dict(compile_config or {})
    optimizer = made.pop("optimizer", None)
    if isinstance(optimizer, dict):
        made["optimizer_config"] = {"class_name": optimizer["class_name"], "config": optimizer["config"]}
    elif optimizer is not None:
        made["optimizer_config"] = {"class_name": optimizer, "config": {}}
    return made


def _compile_arguments(training_config, custom_objects):
    """The same as compile() takes it; older versions' options of optimizers are left out."""
    from keras.src import losses, metrics

    made = dict(training_config)
    optimizer = made.pop("optimizer_config", None)
    made["loss"] = _each(made.get("loss"), lambda loss: losses.deserialize(loss, custom_objects))

    def metric(found):
        return found if found in ("accuracy", "acc", "crossentropy", "ce") else metrics.deserialize(found, custom_objects)

    for part in ("metrics", "weighted_metrics"):
        made[part] = _each(made.get(part), metric)
    if optimizer is not None:
        from keras.src import optimizers

        name = optimizer["class_name"].split(">")[-1]
        known = inspect.signature(getattr(optimizers, name, optimizers.Optimizer).__init__).parameters
        options = {key: value for key, value in optimizer["config"].items() if key in known}
        config = {"module": "keras.optimizers", "class_name": name, "config": options, "registered_name": name}
        made["optimizer"] = serialization_lib.deserialize_keras_object(config, custom_objects=custom_objects)
    known = ("optimizer", "loss", "metrics", "weighted_metrics", "loss_weights")
    return {key: value for key, value in made.items() if key in known and value is not None}


def _each(config, revive):
    """The losses or metrics of a config, which may hold them in lists and dicts by output."""
    if config is None:
        return None
    if isinstance(config, dict) and "class_name" not in config:
        return {key: _each(value, revive) for key, value in config.items()}
    return [_each(value, revive) for value in config] if isinstance(config, list) else revive(config)


def _names(group, attribute):
    """A list of names, which long ones are cut into pieces (layer_names0, layer_names1, …)."""
    if attribute in group.attrs:
        return list(group.attrs[attribute])
    found = []
    while f"{attribute}{len(found)}" in group.attrs:
        found.append(group.attrs[f"{attribute}{len(found)}"])
    return [name for piece in found for name in piece]


def _with_modules(config):
    """Configs of Keras 2 as Keras 3 writes them: the module follows from the class, `batch_input_shape` is the input layer's."""
    if isinstance(config, list):
        return [_with_modules(c) for c in config]
    if not isinstance(config, dict):
        return config
    made = {key: _with_modules(value) for key, value in config.items()}
    if "class_name" in made:
        # Layers are built when the model calls them, within its name.
        made.pop("build_config", None)
    if set(made) >= {"class_name", "config"} and "module" not in made and not made["class_name"].startswith("__"):
        name = made["class_name"]
        made["module"] = "keras" if name in ("Sequential", "Model") else "keras.layers"
        if name == "Functional":
            made["module"] = "keras.src.models.functional"
        made["registered_name"] = name
        made["config"] = _without_older_options(name, made["config"])
    return made


def _without_older_options(name, config):
    if not isinstance(config, dict):
        return config
    config = dict(config)
    if name == "InputLayer" and "batch_input_shape" in config:
        config["batch_shape"] = config.pop("batch_input_shape")
    if name == "BatchNormalization" and isinstance(config.get("axis"), list):
        config["axis"] = config["axis"][0]
    for option in ("time_major", "groups") if name in ("LSTM", "GRU", "SimpleRNN", "Conv2DTranspose", "DepthwiseConv2D") else ():
        config.pop(option, None)
    layers = config.get("layers")
    if name == "Sequential" and isinstance(layers, list) and layers:
        config["layers"] = _with_input_layer(layers)
    return config


def _with_input_layer(layers):
    """The first layer says the input's shape, in the oldest files without an input layer before it."""
    first = layers[0]
    shape = first["config"].get("batch_input_shape") if isinstance(first.get("config"), dict) else None
    for layer in layers:
        if isinstance(layer.get("config"), dict):
            layer["config"].pop("batch_input_shape", None)
    if shape is None or first["class_name"] == "InputLayer":
        return layers
    given = {"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape": shape}, "registered_name": "InputLayer"}
    return [given, *layers]


def save_weights(model, path):
    """Writes a model's weights alone."""
    root = hdf5_writer.Group()
    _put_weights(root, model)
    hdf5_writer.write(path, root)


def load_weights(model, path, skip_mismatch=False, by_name=None):
    """Reads the weights of an .h5 file of a model or of weights."""
    root = hdf5_reader.load(path)
    if "layer_names" not in root.attrs and "model_weights" in root:
        root = root["model_weights"]
    _take_weights(root, model, skip_mismatch=skip_mismatch, by_name=bool(by_name))


def _put_weights(group, model):
    from keras import __version__

    layers = model.layers
    group.attrs["layer_names"] = [layer.name for layer in layers] or np.zeros((0,), "int8")
    group.attrs["backend"] = "tensorflow"
    group.attrs["keras_version"] = __version__
    for layer in sorted(layers, key=lambda layer: layer.name):
        _put_list(group.require(layer.name), [(w.path, w) for w in layer.weights])
    group.require("top_level_model_weights").attrs["weight_names"] = np.zeros((0,), "int8")


def _put_list(group, weights):
    group.attrs["weight_names"] = [path for path, _ in weights] or np.zeros((0,), "int8")
    for path, weight in weights:
        group.put(path, weight.numpy())


def _take_weights(group, model, skip_mismatch=False, by_name=False):
    names = [name for name in _names(group, "layer_names") if _names(group[name], "weight_names")]
    layers = [layer for layer in model.layers if layer.weights]
    if by_name:
        pairs = [(layer, layer.name) for layer in layers if layer.name in names]
    else:
        if len(names) != len(layers):
            raise ValueError(
                f"Layer count mismatch when loading weights from file. Model expected {len(layers)} layers, found "
                f"{len(names)} saved layers."
            )
        pairs = list(zip(layers, names))
    values = []  # all is read before anything is changed
    for layer, name in pairs:
        saved = group[name]
        weight_names = _names(saved, "weight_names")
        if len(weight_names) != len(layer.weights):
            raise ValueError(
                f"Weight count mismatch for top-level weights of layer {layer.name}: expected {len(layer.weights)} weights, "
                f"but the saved file has {len(weight_names)}."
            )
        values.append([saved[weight_name] for weight_name in weight_names])
    for (layer, _), arrays in zip(pairs, values):
        for variable, value in zip(layer.weights, arrays):
            if skip_mismatch and tuple(variable.shape) != value.shape:
                warnings.warn(f"Skipping loading of weights of layer {layer.name} due to a mismatch in shape.", stacklevel=3)
                continue
            variable.assign(value)
