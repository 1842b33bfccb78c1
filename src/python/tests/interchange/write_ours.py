"""Run here: prints the files that we write, one line of JSON each, for check_ours.py to open with the real libraries."""

import base64
import io
import json
import os
import sys
import tempfile

sys.path.insert(0, "/lib/playground/tests/interchange")

import numpy as np

import contents
import keras
import torch
from keras import layers

FOLDER = tempfile.mkdtemp()


def give(name, data):
    print(json.dumps({"name": name, "data": base64.b64encode(data).decode()}))


for name, made in (("tensors", contents.tensors(torch)), ("checkpoint", contents.checkpoint(torch))):
    for ending, zipped in (("pt", True), ("legacy.pt", False)):
        buffer = io.BytesIO()
        torch.save(made, buffer, _use_new_zipfile_serialization=zipped)
        give(f"{name}.{ending}", buffer.getvalue())

torch.manual_seed(0)
buffer = io.BytesIO()
torch.save(torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Tanh(), torch.nn.Linear(3, 1)), buffer)
give("model.pt", buffer.getvalue())

arrays = contents.arrays(np)
for name, save in (("arrays.npz", np.savez), ("compressed.npz", np.savez_compressed)):
    buffer = io.BytesIO()
    save(buffer, **arrays)
    give(name, buffer.getvalue())
buffer = io.BytesIO()
np.save(buffer, arrays["fortran"])
give("array.npy", buffer.getvalue())

model = keras.Sequential([keras.Input((3,)), layers.Dense(4, "relu"), layers.BatchNormalization(), layers.Dense(2)], name="net")
model.compile("adam", "mse", metrics=["mae"])
model.fit(np.linspace(-1, 1, 24).reshape(8, 3), np.zeros((8, 2)), epochs=2, verbose=0)
expected = {weight.path: weight.numpy().tolist() for weight in model.weights}
for name in ("model.keras", "model.h5", "model.weights.h5"):
    path = os.path.join(FOLDER, name)
    (model.save_weights if "weights" in name else model.save)(path)
    give(name, open(path, "rb").read())
give("expected.json", json.dumps(expected).encode())
