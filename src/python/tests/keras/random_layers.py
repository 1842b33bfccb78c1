"""The weights that layers draw after set_random_seed, and how many numbers of Python's generator each layer uses up."""
import random

import numpy as np
import keras
from keras import layers as L, ops

np.set_printoptions(precision=6, suppress=True, linewidth=110)
F = "float32"
line, seq, img, vol = np.ones((2, 3), F), np.ones((2, 4, 3), F), np.ones((1, 6, 6, 2), F), np.ones((1, 4, 4, 4, 2), F)
CASES = [
    ("Dense", lambda: L.Dense(3), line), ("Dense he", lambda: L.Dense(3, kernel_initializer="he_normal", bias_initializer="random_normal"), line),
    ("EinsumDense", lambda: L.EinsumDense("ab,bc->ac", output_shape=4), line), ("Embedding", lambda: L.Embedding(5, 3), np.array([[1, 2]])),
    ("Conv1D", lambda: L.Conv1D(2, 2), seq), ("Conv2D", lambda: L.Conv2D(2, 2), img), ("Conv3D", lambda: L.Conv3D(2, 2), vol),
    ("Conv2DTranspose", lambda: L.Conv2DTranspose(2, 2), img), ("DepthwiseConv2D", lambda: L.DepthwiseConv2D(2), img),
    ("SeparableConv2D", lambda: L.SeparableConv2D(2, 2), img), ("SeparableConv1D", lambda: L.SeparableConv1D(2, 2), seq),
    ("BatchNormalization", lambda: L.BatchNormalization(), line), ("LayerNormalization", lambda: L.LayerNormalization(), line),
    ("GroupNormalization", lambda: L.GroupNormalization(2), img), ("SpectralNormalization", lambda: L.SpectralNormalization(L.Dense(2)), line),
    ("SimpleRNN", lambda: L.SimpleRNN(3), seq), ("GRU", lambda: L.GRU(3), seq), ("LSTM", lambda: L.LSTM(3), seq),
    ("RNN", lambda: L.RNN([L.LSTMCell(2), L.GRUCell(2)]), seq), ("Bidirectional", lambda: L.Bidirectional(L.LSTM(2)), seq),
    ("ConvLSTM2D", lambda: L.ConvLSTM2D(2, 2), np.ones((1, 2, 4, 4, 1), F)), ("TimeDistributed", lambda: L.TimeDistributed(L.Dense(2)), seq),
    ("MultiHeadAttention", lambda: L.MultiHeadAttention(2, 3), (seq, seq)), ("MultiHeadAttention dropout", lambda: L.MultiHeadAttention(2, 3, dropout=0.5), (seq, seq)),
    ("GroupQueryAttention", lambda: L.GroupQueryAttention(2, 4, 2), (seq, seq)), ("Attention", lambda: L.Attention(), [seq, seq]),
    ("Attention dropout", lambda: L.Attention(use_scale=True, dropout=0.5), [seq, seq]), ("AdditiveAttention", lambda: L.AdditiveAttention(), [seq, seq]),
    ("PReLU", lambda: L.PReLU(), line), ("Dropout", lambda: L.Dropout(0.5), line), ("Dropout 0", lambda: L.Dropout(0.0), line),
    ("SpatialDropout1D", lambda: L.SpatialDropout1D(0.5), seq), ("GaussianNoise", lambda: L.GaussianNoise(0.1), line),
    ("GaussianDropout", lambda: L.GaussianDropout(0.1), line), ("AlphaDropout", lambda: L.AlphaDropout(0.1), line),
    ("UnitNormalization", lambda: L.UnitNormalization(), line), ("LSTMCell", lambda: L.LSTMCell(2), None), ("StackedRNNCells", lambda: L.StackedRNNCells([L.LSTMCell(2)]), None),
    ("RandomFlip", lambda: L.RandomFlip(), None), ("RandomRotation", lambda: L.RandomRotation(0.1), None), ("RandomZoom", lambda: L.RandomZoom(0.1), None),
    ("RandomTranslation", lambda: L.RandomTranslation(0.1, 0.1), None), ("RandomContrast", lambda: L.RandomContrast(0.1), None),
    ("RandomBrightness", lambda: L.RandomBrightness(0.1), None), ("RandomCrop", lambda: L.RandomCrop(2, 2), None), ("Discretization", lambda: L.Discretization([1.0]), None),
    ("Normalization", lambda: L.Normalization(), None), ("Flatten", lambda: L.Flatten(), line), ("Activation", lambda: L.Activation("relu"), line),
]
for name, make, data in CASES:
    keras.utils.set_random_seed(11)
    layer = make()
    made = random.random()
    if data is not None:
        layer(*data) if isinstance(data, tuple) else layer(data)
    print(name, made, random.random(), len(layer.weights))
    for weight in layer.weights:
        value = np.array(ops.convert_to_numpy(weight.value)).ravel()
        print("   ", weight.name, tuple(weight.shape), value[:4], float(value.sum()).__format__(".4f"))

keras.utils.set_random_seed(7)
inputs = keras.Input((4,))
hidden = L.Dropout(0.3)(L.Dense(3, activation="relu")(inputs))
model = keras.Model(inputs, L.Dense(1)(hidden))
print(random.random())
model.compile("adam", "mse", metrics=["mae"])
print(random.random())
for weight in model.get_weights():
    print(weight)
copy = keras.models.clone_model(model)
for weight in copy.get_weights():
    print(weight)
print(random.random())
again = keras.Sequential.from_config(keras.Sequential([L.Input((2,)), L.Dense(2)]).get_config())
print(again.get_weights(), random.random())
