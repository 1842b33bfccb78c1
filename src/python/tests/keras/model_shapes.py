import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

for l, s in [(layers.Dense(3), (None, 4)), (layers.Conv2D(2, 3, strides=2, padding="same"), (None, 9, 9, 1)), (layers.Conv2D(2, 3, dilation_rate=2), (None, 9, 9, 1)), (layers.MaxPooling2D(3, 2), (None, 9, 9, 2)), (layers.Flatten(), (None, 2, 3)), (layers.Flatten(), (2, None, 3)), (layers.Reshape((-1, 2)), (None, 6)),
    (layers.LSTM(3, return_sequences=True), (None, 5, 2)), (layers.LSTM(3, return_state=True), (None, 5, 2)), (layers.Bidirectional(layers.GRU(3)), (None, 5, 2)), (layers.Embedding(9, 4), (None, 7)), (layers.GlobalAveragePooling2D(keepdims=True), (None, 4, 4, 2)), (layers.UpSampling2D((2, 3)), (None, 4, 4, 2)), (layers.Conv2DTranspose(2, 3, strides=2, padding="same"), (None, 4, 4, 1)),
    (layers.Permute((2, 1)), (None, 3, 4)), (layers.RepeatVector(3), (None, 4)), (layers.TimeDistributed(layers.Dense(2)), (None, 3, 4)), (layers.Cropping2D(1), (None, 5, 5, 1)), (layers.ZeroPadding2D(((1, 2), (3, 4))), (None, 5, 5, 1)), (layers.BatchNormalization(), (None, 5)), (layers.Dropout(0.5), (None, 5)), (layers.Conv1D(2, 3, padding="causal"), (None, 9, 1)), (layers.AveragePooling1D(2), (None, 9, 1)), (layers.Resizing(3, 4), (None, 9, 9, 1)), (layers.CategoryEncoding(4, output_mode="one_hot"), (None, 1)), (layers.Dense(3), (4,)), (layers.Conv2D(2, 3), (None, None, None, 1)), (layers.Softmax(), (None, 3)), (layers.Conv2D(2, 3, data_format="channels_first"), (None, 1, 9, 9))]:
    attempt(lambda: (type(l).__name__, l.compute_output_shape(s)))
attempt(lambda: layers.Concatenate().compute_output_shape([(None, 2), (None, 3)])); attempt(lambda: layers.Add().compute_output_shape([(None, 3), (None, 3)])); attempt(lambda: layers.Dot(axes=1).compute_output_shape([(None, 3), (None, 3)]))
m = keras.Sequential([keras.Input((4,)), layers.Dense(3), layers.Dense(2)]); print(m.compute_output_shape((None, 4)), m.compute_output_shape((7, 4))); i = keras.Input((4,)); f = keras.Model(i, [i * 2, layers.Dense(1)(i)]); print(f.compute_output_shape((5, 4)), f.output_shape)
print(layers.Dense(3).compute_output_spec(keras.KerasTensor((2, 4)))); print(keras.Sequential([layers.Dense(3)]).compute_output_shape((2, 4)))
class L(layers.Layer):
    def call(self, x): return keras.ops.concatenate([x, x], axis=-1)
attempt(lambda: L().compute_output_shape((2, 3))); print(L()(keras.Input((3,))).shape, layers.Lambda(lambda t: keras.ops.sum(t, axis=1))(keras.Input((3, 4))).shape)
attempt(lambda: layers.Dense(3).compute_output_shape(None)); attempt(lambda: layers.Dense(3).compute_output_shape(())); attempt(lambda: layers.Conv2D(2, 5).compute_output_shape((None, 3, 3, 1))); attempt(lambda: layers.MaxPooling2D(5).compute_output_shape((None, 3, 3, 1)))
for shape in [(None, None), (None,), (), (2, None, 3)]: print(shape, keras.Input(shape).shape, keras.Input(shape, batch_size=2).shape)

keras.utils.clear_session()
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

def f(shape, *ls): keras.Sequential([keras.Input(shape), *ls]).summary()
f((10,), layers.Embedding(100000, 300, name="emb"), layers.Bidirectional(layers.LSTM(64, return_sequences=True)), layers.LSTM(2), layers.Dense(1))
f((32, 32, 3), layers.Conv2D(4, 3, name="a_very_long_name_of_a_convolution_layer_number_one"), layers.SeparableConv2D(3, 3), layers.DepthwiseConv2D(3), layers.GlobalAveragePooling2D(), layers.Dense(5000), layers.Dense(5000))
f((8,), layers.RepeatVector(3), layers.TimeDistributed(layers.Dense(4)), layers.LayerNormalization(), layers.Permute((2, 1)), layers.Reshape((3, 4)), layers.Conv1D(2, 2), layers.GlobalMaxPooling1D(), layers.Dropout(0.1), layers.Activation("relu"))
i = keras.Input((16, 16, 3)); x = layers.RandomFlip()(i); x = layers.Rescaling(1 / 255)(x); y = layers.Conv2D(3, 1, padding="same")(x); z = layers.Add()([x, y]); z = layers.Multiply()([z, y]); a = layers.GlobalAveragePooling2D()(z); b = layers.Flatten()(z)
keras.Model(i, [layers.Dense(2, name="k")(layers.concatenate([a, b])), a], name="multi").summary()
i = keras.Input((6,), dtype="int32", name="tok"); e = layers.Embedding(9, 4, mask_zero=True)(i); keras.Model(i, layers.Dense(1)(layers.GlobalAveragePooling1D()(layers.MultiHeadAttention(2, 2)(e, e)))).summary()
i = keras.Input((None, 5)); o, h, c = layers.LSTM(3, return_state=True)(i); keras.Model(i, [o, h, c]).summary()
i = keras.Input((3,), batch_size=4); keras.Model(i, layers.Dense(1)(keras.ops.sin(i) + 1)).summary(); keras.Sequential([keras.Input((3,), name="here"), layers.Dense(10**6)]).summary()
m = keras.Sequential([layers.Dense(1)]); m.summary(); keras.Sequential(name="empty").summary() if False else None
keras.Sequential([keras.Input((2,)), layers.Dense(2, dtype="float16"), layers.Dense(1, dtype="float64")]).summary()
