import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

attempt(lambda: layers.Conv2D(2, 3, name="c")(np.zeros((8, 8, 1), "float32")))
attempt(lambda: layers.Conv1D(2, 3, name="c1")(np.zeros((8, 8, 1, 1), "float32")))
attempt(lambda: layers.MaxPooling2D(name="p")(np.zeros((8, 8, 1), "float32")))
attempt(lambda: layers.LSTM(2, name="l")(np.zeros((8, 8), "float32")))
attempt(lambda: layers.GRU(2, name="g")(keras.Input((8,))))
attempt(lambda: layers.SimpleRNN(2, name="r")(keras.Input((8, 2, 2))))
attempt(lambda: layers.Dense(2, name="d")(np.zeros(3, "float32")))
attempt(lambda: layers.Dense(2, name="d0")(keras.Input(())))
attempt(lambda: layers.GlobalAveragePooling2D(name="gap")(keras.Input((3, 3))))
attempt(lambda: layers.UpSampling2D(name="u")(keras.Input((3, 3))))
attempt(lambda: layers.ZeroPadding2D(name="z")(keras.Input((3, 3))))
attempt(lambda: layers.BatchNormalization(axis=3, name="bn")(keras.Input((3,))))
attempt(lambda: layers.Conv2D(2, 5, name="big")(keras.Input((3, 3, 1))))
attempt(lambda: layers.MaxPooling2D(5, name="bigp")(keras.Input((3, 3, 1))).shape)
attempt(lambda: layers.Flatten()(keras.Input((3, None, 1))).shape)
attempt(lambda: layers.Dense(3)(layers.Flatten()(keras.Input((3, None, 1)))).shape)
attempt(lambda: layers.Reshape((4, 4), name="rs")(keras.Input((15,))))
attempt(lambda: layers.Permute((1, 3), name="pm")(keras.Input((15, 2))))
attempt(lambda: layers.RepeatVector(3, name="rv")(keras.Input((15, 2))))
attempt(lambda: layers.TimeDistributed(layers.Dense(1), name="td")(keras.Input((15,))))
attempt(lambda: layers.Conv2DTranspose(2, 3, name="ct")(keras.Input((15,))))
attempt(lambda: layers.SeparableConv2D(2, 3, name="sc")(keras.Input((15, 2))))

keras.utils.clear_session()
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

a, b, c = keras.Input((2, 3)), keras.Input((3, 3)), keras.Input((4,))
attempt(lambda: layers.Concatenate(name="cat")([a, b]))
attempt(lambda: layers.Concatenate(axis=1, name="cat")([a, b]).shape)
attempt(lambda: layers.Concatenate(name="cat")([a, c]))
attempt(lambda: layers.Concatenate(name="cat")([a]))
attempt(lambda: layers.Concatenate(name="cat")(a))
attempt(lambda: layers.concatenate([a, b]))
attempt(lambda: layers.Add(name="add")([a, b]))
attempt(lambda: layers.Add(name="add")([a]))
attempt(lambda: layers.Add(name="add")(a))
attempt(lambda: layers.Add(name="add")([keras.Input((2,)), keras.Input((3,))]))
attempt(lambda: layers.Multiply(name="mul")([keras.Input((2,)), keras.Input((3,))]))
attempt(lambda: layers.Subtract(name="sub")([a, a, a]))
attempt(lambda: layers.Dot(axes=1, name="dot")([keras.Input((2,)), keras.Input((3,))]))
attempt(lambda: layers.Dot(axes=1, name="dot")([keras.Input((2,))]))
attempt(lambda: layers.Average(name="avg")([keras.Input((2,)), keras.Input((2,), batch_size=3)]).shape)
attempt(lambda: layers.Average(name="avg")([keras.Input((2,), batch_size=2), keras.Input((2,), batch_size=3)]).shape)
attempt(lambda: keras.ops.concatenate([np.zeros((2, 2)), np.zeros((3, 3))], axis=0))
attempt(lambda: keras.ops.matmul(keras.Input((2, 3)), keras.Input((2, 3))))
attempt(lambda: keras.ops.add(keras.Input((2,)), keras.Input((3,))))
attempt(lambda: keras.Input((2,)) + keras.Input((3,)))
attempt(lambda: keras.ops.reshape(keras.Input((4,)), (-1, 3)))
