"""What layers with a chance of their own do while training: dropout, noise, recurrent dropout."""
import numpy as np
import keras
from keras import layers as L, ops

np.set_printoptions(precision=6, suppress=True, linewidth=110)
show = lambda value: print(np.array(ops.convert_to_numpy(value)))
F = "float32"
x = np.arange(1, 13, dtype=F).reshape(3, 4)
for make in (
    lambda: L.Dropout(0.5, seed=1), lambda: L.Dropout(0.3, noise_shape=(3, 1), seed=1), lambda: L.GaussianNoise(0.5, seed=1),
    lambda: L.GaussianDropout(0.3, seed=1), lambda: L.AlphaDropout(0.3, seed=1), lambda: L.Dropout(0.2), lambda: L.Dropout(1.0), lambda: L.Dropout(0.5, dtype="float16", seed=2),
):
    keras.utils.set_random_seed(3)
    layer = make()
    print(type(layer).__name__)
    show(layer(-x, training=True))
    show(layer(x, training=True))
    show(layer(x))
maps = np.ones((2, 3, 4), F)
show(L.SpatialDropout1D(0.5, seed=1)(maps, training=True))
show(L.SpatialDropout2D(0.5, seed=1)(np.ones((2, 2, 2, 4), F), training=True))
steps = np.linspace(-1, 1, 24, dtype=F).reshape(2, 4, 3)
for make in (
    lambda: L.SimpleRNN(2, dropout=0.5, recurrent_dropout=0.4), lambda: L.LSTM(2, dropout=0.5), lambda: L.GRU(2, dropout=0.5),
    lambda: L.LSTM(2, dropout=0.5, recurrent_dropout=0.5), lambda: L.GRU(2, dropout=0.3, recurrent_dropout=0.5),
    lambda: L.GRU(2, dropout=0.3, recurrent_dropout=0.5, reset_after=False), lambda: L.Bidirectional(L.LSTM(2, dropout=0.5)),
    lambda: L.RNN(L.LSTMCell(2, dropout=0.5)),
):
    keras.utils.set_random_seed(3)
    layer = make()
    print(type(layer).__name__)
    show(layer(steps, training=True))
    show(layer(steps))
    show(layer(steps, training=True))
keras.utils.set_random_seed(3)
attention = L.MultiHeadAttention(2, 2, dropout=0.4)
show(attention(steps, steps, training=True))
show(L.Attention(dropout=0.4, seed=2)([steps, steps], training=True))
