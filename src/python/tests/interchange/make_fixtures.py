"""`/usr/bin/python3 src/python/tests/interchange/make_fixtures.py` (with PyTorch, NumPy and h5py) writes fixtures/ anew."""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import json  # noqa: E402
import zipfile  # noqa: E402
from io import BytesIO  # noqa: E402

import h5py  # noqa: E402
import numpy as np  # noqa: E402
import torch  # noqa: E402

import contents  # noqa: E402

FOLDER = os.path.join(HERE, "fixtures")
os.makedirs(FOLDER, exist_ok=True)


def path(name):
    return os.path.join(FOLDER, name)


for name, made in (("tensors", contents.tensors(torch)), ("checkpoint", contents.checkpoint(torch))):
    torch.save(made, path(f"{name}.pt"))
    torch.save(made, path(f"{name}.legacy.pt"), _use_new_zipfile_serialization=False)
torch.manual_seed(0)
torch.save(torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Tanh(), torch.nn.Linear(3, 1)), path("model.pt"))
arrays = contents.arrays(np)
np.savez(path("arrays.npz"), **arrays)
np.savez_compressed(path("compressed.npz"), **arrays)
np.save(path("array.npy"), arrays["fortran"])
np.save(path("objects.npy"), np.array([{"a": 1}], dtype=object), allow_pickle=True)

# Keras' files as Keras 3 and Keras 2 lay them out, written by h5py. Layers: Dense(4, relu), BatchNormalization, Dense(2).

weights = contents.keras_weights(np)


def keras3_weights(file):
    for layer, variables in weights.items():
        group = file.create_group(f"layers/{layer}/vars")
        for at, value in enumerate(variables.values()):
            group[str(at)] = value
    file.create_group("vars")


with h5py.File(path("model.weights.h5"), "w") as file:
    keras3_weights(file)
with h5py.File(path("latest.weights.h5"), "w", libver="latest") as file:
    keras3_weights(file)

dense = {"name": "dense", "trainable": True, "dtype": "float32", "units": 4, "activation": "relu", "use_bias": True}
layers3 = [
    {"module": "keras.layers", "class_name": "InputLayer", "registered_name": None,
     "config": {"batch_shape": [None, 3], "dtype": "float32", "sparse": False, "name": "input_layer"}},
    {"module": "keras.layers", "class_name": "Dense", "registered_name": None, "config": dense, "build_config": {"input_shape": [None, 3]}},
    {"module": "keras.layers", "class_name": "BatchNormalization", "registered_name": None,
     "config": {"name": "batch_normalization", "axis": -1, "momentum": 0.99, "epsilon": 0.001}, "build_config": {"input_shape": [None, 4]}},
    {"module": "keras.layers", "class_name": "Dense", "registered_name": None,
     "config": {**dense, "name": "dense_1", "units": 2, "activation": "linear"}, "build_config": {"input_shape": [None, 4]}},
]  # fmt: skip
config = {"module": "keras", "class_name": "Sequential", "registered_name": None, "build_config": {"input_shape": [None, 3]},
          "config": {"name": "sequential", "trainable": True, "layers": layers3, "build_input_shape": [None, 3]}}  # fmt: skip
buffer = BytesIO()
with h5py.File(buffer, "w") as file:
    keras3_weights(file)
with zipfile.ZipFile(path("model.keras"), "w") as archive:
    archive.writestr("metadata.json", json.dumps({"keras_version": "3.5.0", "date_saved": "2024-09-01@12:00:00"}))
    archive.writestr("config.json", json.dumps(config))
    archive.writestr("model.weights.h5", buffer.getvalue())

layers2 = [
    {"class_name": "InputLayer", "config": {"batch_input_shape": [None, 3], "dtype": "float32", "sparse": False, "name": "dense_input"}},
    {"class_name": "Dense", "config": {**dense, "batch_input_shape": [None, 3]}},
    {"class_name": "BatchNormalization", "config": {"name": "batch_normalization", "axis": [1], "momentum": 0.99, "epsilon": 0.001}},
    {"class_name": "Dense", "config": {**dense, "name": "dense_1", "units": 2, "activation": "linear"}},
]
with h5py.File(path("model.h5"), "w") as file:
    file.attrs["keras_version"] = b"2.11.0"
    file.attrs["backend"] = b"tensorflow"
    file.attrs["model_config"] = json.dumps({"class_name": "Sequential", "config": {"name": "sequential", "layers": layers2}}).encode()
    file.attrs["training_config"] = json.dumps({"loss": "mse", "metrics": None, "weighted_metrics": None, "loss_weights": None,
                                                "optimizer_config": {"class_name": "Adam", "config": {"learning_rate": 0.01}}}).encode()
    group = file.create_group("model_weights")
    group.attrs["layer_names"] = [layer.encode() for layer in weights]
    group.attrs["backend"] = b"tensorflow"
    group.attrs["keras_version"] = b"2.11.0"
    for layer, variables in weights.items():
        inner = group.create_group(layer)
        inner.attrs["weight_names"] = [f"{layer}/{name}:0".encode() for name in variables]
        for name, value in variables.items():
            inner.create_dataset(f"{layer}/{name}:0", value.shape, dtype=value.dtype)[:] = value
with h5py.File(path("compressed.weights.h5"), "w") as file:
    file.create_dataset("layers/dense/vars/0", data=weights["dense"]["kernel"], compression="gzip", chunks=(1, 4))
