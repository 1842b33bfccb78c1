"""Keras models exported to ONNX and TFLite: see torch_models.py."""

import base64
import json
import os
import tempfile

import numpy as np

import keras
from exporting import tflite_file
from exporting.graph import is_dynamic
from keras import layers

keras.utils.set_random_seed(0)
FOLDER = tempfile.mkdtemp()


def _packed(name, array):
    array = np.asarray(array)
    return {"name": name, "dtype": str(array.dtype), "dims": list(array.shape), "data": array.reshape(-1).tolist()}


def _line(name, kind, path, inputs, outputs):
    """One file with its inputs and outputs, pairs (name, array)."""
    with open(path, "rb") as file:
        data = base64.b64encode(file.read()).decode()
    ins, outs = ([_packed(*pair) for pair in pairs] for pairs in (inputs, outputs))
    print(json.dumps({"name": name, "kind": kind, "file": data, "inputs": ins, "outputs": outs}))


def _outputs(model, inputs):
    given = model(inputs[0] if len(inputs) == 1 else list(inputs), training=False)
    outputs = list(given) if isinstance(given, (list, tuple)) else [given]
    return list(zip(["output"] if len(outputs) == 1 else [f"output_{at}" for at in range(len(outputs))], outputs))


def case(name, model, *inputs):
    """Exports the model and says what it predicts for the inputs. LiteRT for JavaScript runs files of one fixed size, so the open
    batch size of the .tflite file is used while it is written and then not mentioned."""
    names = [x.name for x in getattr(model, "inputs", None) or []] or ["input"]
    path = os.path.join(FOLDER, f"{name}.onnx")
    model.export(path, verbose=False)
    _line(name, "onnx", path, zip(names, inputs), _outputs(model, inputs))
    path = os.path.join(FOLDER, f"{name}.tflite")
    model.export(path, format="litert", verbose=False)
    tflite_file.is_dynamic = lambda size: False
    model.export(path, format="litert", verbose=False)
    tflite_file.is_dynamic = is_dynamic
    first = [x[:1] for x in inputs]
    _line(name, "tflite", path, zip(names, first), _outputs(model, first))


def trained(model, x):
    """A model whose normalisations have seen data."""
    model.compile("adam", "mse")
    model.fit(x, np.zeros_like(model.predict(x, verbose=0)), epochs=1, verbose=0)
    return model


random = np.random.RandomState(0)
rows = random.randn(3, 8).astype("float32")
images = random.randn(3, 12, 12, 3).astype("float32")
words = random.randint(0, 20, (3, 7)).astype("int32")
steps = random.randn(3, 6, 5).astype("float32")
Sequential = keras.Sequential

case("mlp", Sequential([keras.Input((8,)), layers.Dense(16, "relu"), layers.Dropout(0.5), layers.Dense(3, "softmax")]), rows)
case("cnn", trained(Sequential([
    keras.Input((12, 12, 3)), layers.Rescaling(0.5), layers.Conv2D(6, 3, padding="same"), layers.BatchNormalization(),
    layers.ReLU(), layers.MaxPooling2D(), layers.Conv2D(8, 3, strides=2, activation="elu"), layers.Flatten(),
    layers.Dense(10, "softmax"),
]), images), images)  # fmt: skip
case("same_strided", Sequential([
    keras.Input((12, 12, 3)), layers.ZeroPadding2D(1), layers.Conv2D(4, 3, strides=2, padding="same", activation="gelu"),
    layers.AveragePooling2D(2, padding="same"), layers.DepthwiseConv2D(3, activation="silu"), layers.SeparableConv2D(5, 1),
    layers.GlobalAveragePooling2D(),
]), images)  # fmt: skip
case("autoencoder", Sequential([
    keras.Input((12, 12, 3)), layers.Conv2D(4, 3, 2, "same", activation="leaky_relu"), layers.Conv2DTranspose(3, 3, 2, "same"),
    layers.UpSampling2D(2), layers.Cropping2D(2), layers.Activation("sigmoid"),
]), images)  # fmt: skip
case("conv1d", Sequential([
    keras.Input((6, 5)), layers.Conv1D(4, 3, padding="causal"), layers.PReLU(), layers.MaxPooling1D(2),
    layers.GlobalMaxPooling1D(), layers.Dense(1, "softplus"),
]), steps)  # fmt: skip
case("lstm", Sequential([keras.Input((6, 5)), layers.LSTM(4, return_sequences=True), layers.LSTM(3), layers.Dense(1)]), steps)
case("gru", Sequential([keras.Input((6, 5)), layers.Bidirectional(layers.GRU(3)), layers.Dense(2)]), steps)
case("rnn", Sequential([keras.Input((6, 5)), layers.SimpleRNN(3, return_sequences=True), layers.TimeDistributed(layers.Dense(2))]), steps)
case("embedding", Sequential([keras.Input((7,), dtype="int32"), layers.Embedding(20, 6), layers.GlobalAveragePooling1D(), layers.Dense(2)]), words)
case("norms", trained(Sequential([
    keras.Input((12, 12, 3)), layers.LayerNormalization(), layers.GroupNormalization(3), layers.UnitNormalization(), layers.BatchNormalization(),
]), images), images)  # fmt: skip

one, two = keras.Input((8,), name="left"), keras.Input((8,), name="right")
both = layers.Concatenate()([layers.Dense(4, "tanh")(one), layers.Dense(4, "selu")(two)])
merged = layers.Add()([both, layers.Multiply()([one, two])])
case("functional", keras.Model([one, two], [layers.Dense(2)(merged), layers.Maximum()([one, two])]), rows, rows[::-1].copy())

image = keras.Input((12, 12, 3))
x = layers.Conv2D(4, 3, padding="same", use_bias=False)(image)
y = layers.BatchNormalization()(layers.Conv2D(4, 3, padding="same")(layers.Activation("relu")(x)))
x = layers.add([x, y])
x = layers.MaxPooling2D(3, 2, padding="same")(x)
case("residual", keras.Model(image, layers.Dense(3)(layers.GlobalMaxPooling2D()(x))), images)

tokens = keras.Input((7,), dtype="int32")
x = layers.Embedding(20, 8)(tokens)
x = layers.LayerNormalization()(x + layers.MultiHeadAttention(2, 4)(x, x))
x = layers.Permute((2, 1))(layers.Dense(8, "relu")(x))
case("attention", keras.Model(tokens, layers.Dense(2)(layers.Flatten()(layers.Reshape((7, 8))(x)))), words)


class Perceptron(keras.Model):
    """A subclass whose inputs are known from its first call."""

    def __init__(self):
        super().__init__()
        self.hidden, self.out = layers.Dense(4, "relu"), layers.Dense(2)

    def call(self, x):
        return self.out(self.hidden(x))


model = Perceptron()
model(rows)
case("subclass", model, rows)
