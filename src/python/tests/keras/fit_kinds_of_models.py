import os, re
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", re.sub("0x[0-9a-f]+", "0x", str(f())))
    except Exception as e: print(type(e).__name__, re.sub("0x[0-9a-f]+", "0x", str(e)))
def fixed(m, scale=0.3): m.set_weights([scale * np.cos(np.arange(w.size) * 0.7 + i).reshape(w.shape) for i, w in enumerate(m.get_weights())]); return m
def r(h, n=4): return {k: [round(float(v), n) for v in vs] for k, vs in (h.history if hasattr(h, "history") else h).items()}

t = np.linspace(0, 6, 24).astype("float32"); seq = np.stack([np.sin(t[i:i + 6]) for i in range(12)])[..., None]; nxt = np.sin(t[6:18])[:, None]
for name, ls in [("lstm", [layers.LSTM(3), layers.Dense(1)]), ("gru", [layers.GRU(3, return_sequences=True), layers.GRU(2), layers.Dense(1)]), ("rnn", [layers.SimpleRNN(3), layers.Dense(1)]), ("conv1d", [layers.Conv1D(3, 2, activation="relu"), layers.GlobalMaxPooling1D(), layers.Dense(1)]), ("bi", [layers.Bidirectional(layers.LSTM(2)), layers.Dense(1)]), ("flat", [layers.Flatten(), layers.Dense(4, activation="tanh"), layers.Dense(1)])]:
    m = fixed(keras.Sequential([keras.Input((6, 1)), *ls])); m.compile(keras.optimizers.Adam(0.05), "mse", metrics=["mae", keras.metrics.RootMeanSquaredError()])
    h = m.fit(seq, nxt, epochs=3, batch_size=4, shuffle=False, verbose=0); print(name, r(h), m.predict(seq[:1], verbose=0).round(4).ravel())
tok = np.array([[1, 2, 0], [3, 1, 2], [2, 2, 1], [4, 0, 0]]); lab = np.array([0, 1, 0, 1])
m = fixed(keras.Sequential([keras.Input((3,), dtype="int32"), layers.Embedding(5, 2, mask_zero=True), layers.LSTM(2), layers.Dense(1, activation="sigmoid")])); m.compile("rmsprop", "binary_crossentropy", metrics=["accuracy", keras.metrics.AUC(num_thresholds=5), "Precision", "Recall"]); h = m.fit(tok, lab, epochs=2, batch_size=2, shuffle=False, verbose=0); print(r(h))
img = np.stack([np.outer(np.cos(np.arange(6) + i), np.sin(np.arange(6) * i)) for i in range(6)])[..., None]; y = np.array([0, 1, 2, 0, 1, 2])
for name, ls in [("bn", [layers.Conv2D(2, 3), layers.BatchNormalization(), layers.ReLU(), layers.GlobalAveragePooling2D()]), ("sep", [layers.SeparableConv2D(2, 3, activation="relu"), layers.AveragePooling2D(2), layers.Flatten()]), ("dw", [layers.DepthwiseConv2D(3), layers.LayerNormalization(), layers.Flatten()]), ("same", [layers.Conv2D(2, 3, padding="same", strides=2, activation="elu"), layers.MaxPooling2D(2), layers.Flatten()]), ("up", [layers.Conv2D(1, 3), layers.UpSampling2D(2), layers.Conv2DTranspose(1, 2), layers.Flatten()])]:
    m = fixed(keras.Sequential([keras.Input((6, 6, 1)), *ls, layers.Dense(3, activation="softmax")])); m.compile(keras.optimizers.SGD(0.1, momentum=0.9), "sparse_categorical_crossentropy", metrics=["accuracy", "sparse_top_k_categorical_accuracy"]); h = m.fit(img, y, epochs=2, batch_size=3, shuffle=False, verbose=0, validation_data=(img, y)); print(name, r(h))
