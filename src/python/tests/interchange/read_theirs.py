"""Run here: files that real PyTorch and NumPy wrote (fixtures/) give what the same program makes here."""

import sys

FOLDER = "/lib/playground/tests/interchange"
sys.path.insert(0, FOLDER)

import numpy as np

import contents
import keras
import torch
from keras import layers


def _path(name):
    return f"{FOLDER}/fixtures/{name}"


for ending in ("pt", "legacy.pt"):
    contents.same(torch.load(_path(f"tensors.{ending}")), contents.tensors(torch))
    loaded = torch.load(_path(f"checkpoint.{ending}"))
    contents.same(loaded, contents.checkpoint(torch))
    tensors = torch.load(_path(f"tensors.{ending}"), map_location="cpu")
    tensors["base"][1, 2] = 99
    assert tensors["row"][2] == 99 and tensors["turned"][2, 1] == 99 and tensors["part"][0, 1] == 99, "views share memory"
    loaded["parameter"].data[1] = 5
    assert loaded["shared"][0][1] == 5 and loaded["shared"][1][0] == 5
    for name, state in loaded["optimizers"].items():  # training goes on from their state
        net = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Tanh(), torch.nn.Linear(4, 2))
        net.load_state_dict(loaded["model"])
        optimizer = getattr(torch.optim, name)(net.parameters())
        optimizer.load_state_dict(state)
        net(torch.ones(2, 3)).sum().backward()
        optimizer.step()
        assert int(next(iter(optimizer.state.values())).get("step", 4)) == 4, name
    print(f"{ending}: read")

model = torch.load(_path("model.pt"), weights_only=False)
torch.manual_seed(0)
again = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Tanh(), torch.nn.Linear(3, 1))
assert torch.allclose(model(torch.ones(4, 2)), again(torch.ones(4, 2))) and str(model) == str(again)
print("model.pt: read")

want = contents.arrays(np)
for name in ("arrays.npz", "compressed.npz"):
    contents.same_arrays(np, dict(np.load(_path(name))), want)
    print(f"{name}: read")
array = np.load(_path("array.npy"))
assert array.flags["F_CONTIGUOUS"] and array.tolist() == want["fortran"].tolist()
try:
    np.load(_path("objects.npy"))
except ValueError as error:
    assert "Object arrays cannot be loaded when allow_pickle=False" in str(error), error
    print("objects.npy: refused")

x = np.linspace(-1, 1, 12).astype("float32").reshape(4, 3)
prediction = contents.keras_prediction(np, x)
for name in ("model.keras", "model.h5"):
    model = keras.models.load_model(_path(name), compile=name != "model.h5")
    assert np.allclose(model.predict(x, verbose=0), prediction, atol=1e-6), name
    print(f"{name}: read")
try:
    keras.models.load_model(_path("model.h5"))
except ValueError as error:  # as Keras 3.15 does with a loss that a .h5 file names shortly
    assert "Could not deserialize 'keras.metrics.mse'" in str(error), error
    print("model.h5: a short loss is refused")
for name in ("model.weights.h5", "latest.weights.h5", "model.h5", "model.keras"):
    model = keras.Sequential([keras.Input((3,)), layers.Dense(4, "relu"), layers.BatchNormalization(), layers.Dense(2)])
    model.load_weights(_path(name))
    assert np.allclose(model.predict(x, verbose=0), prediction, atol=1e-6), name
    print(f"{name}: weights read")
try:
    model.load_weights(_path("compressed.weights.h5"))
except OSError as error:
    assert "chunked or compressed arrays" in str(error), error
    print("compressed.weights.h5: refused")
