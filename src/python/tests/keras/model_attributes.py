import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

m = keras.Sequential([keras.Input((4, 4, 1), name="in"), layers.Conv2D(2, 3, name="c"), layers.Flatten(name="f"), layers.Dense(3, name="d")], name="net")
print(m, repr(m.layers[0]), m.layers); print(m.get_layer("d").units, m.get_layer(index=0).name, m.get_layer(index=-1).name)
d = m.get_layer("d"); print(d.input, d.output, d.input.shape, d.dtype, d.compute_dtype, d.variable_dtype, d.dtype_policy); d.set_weights([np.ones((8, 3)), np.zeros(3)]); print(d.kernel, d.bias); print(d.weights)
print(m.inputs, m.outputs, m.input_shape, m.output_shape, m.dtype, m.built, m.trainable)
print(d.input_spec, m.layers[0].input_spec, layers.LSTM(2).input_spec, layers.MaxPooling2D().input_spec); print(d.path, d.name, d.supports_masking, d.use_bias, d.activation.__name__, type(d.kernel_initializer).__name__)
print(m.layers[0].kernel.shape, m.layers[0].strides, m.layers[0].padding, m.layers[0].data_format, m.layers[0].filters, m.layers[0].kernel_size)
print(m.submodules if hasattr(m, "submodules") else "no submodules", m.variables[0].name, m.non_trainable_variables, m.losses, m.metrics, m.metrics_names)
print(layers.Dense(3), layers.Dropout(0.2, name="dr"), layers.Conv2D(1, 1, name="q"), keras.Sequential(name="z"), keras.Model(m.inputs, d.output, name="fm"), keras.losses.MeanSquaredError(), sep="\n") if False else print(layers.Dense(3, name="w"), layers.Dropout(0.2, name="dr"), keras.Sequential(name="z"), keras.Model(m.inputs, d.output, name="fm"))
print(keras.Variable([1.0, 2.0], name="v"), repr(keras.Variable(3, name="k", dtype="int32")), keras.KerasTensor((2, None), name="t"), keras.InputSpec(ndim=2), keras.Input((2,), batch_size=3, dtype="int32", name="j"))
print(keras.metrics.Mean(), keras.metrics.Accuracy(name="acc"), keras.metrics.Mean().result(), keras.metrics.Mean(name="q").variables)
for l in m.layers: print(l.name, l.__class__.__name__, l.output.shape, l.count_params(), l.trainable, l.get_config()["name"])
attempt(lambda: m.layers[0].output_shape); attempt(lambda: m.layers[0].input_shape); attempt(lambda: m.predict_classes); attempt(lambda: m.get_weights()[0].shape); attempt(lambda: m.layers.append(1)); attempt(lambda: m.layers[9]); attempt(lambda: m[0]); attempt(lambda: len(m)); attempt(lambda: m.state_updates)

keras.utils.clear_session()
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

def attempt(f):
    try: print("fine", f())
    except Exception as e: print(type(e).__name__, e)

def names(*ls): return [l.name for l in ls]
print(names(layers.Dense(1), layers.Dense(1), layers.Conv2D(1, 1), layers.MaxPool2D(), layers.AvgPool2D(2), layers.GlobalMaxPool1D(), layers.LSTM(1), layers.GRU(1), layers.ReLU(), layers.LeakyReLU(), layers.PReLU(), layers.ELU(), layers.BatchNormalization(), layers.LayerNormalization(), layers.Conv2DTranspose(1, 1), layers.SeparableConv2D(1, 1), layers.Bidirectional(layers.LSTM(1)), layers.TimeDistributed(layers.Dense(1)), layers.GaussianNoise(0.1), layers.SpatialDropout2D(0.1), layers.UpSampling2D(), layers.ZeroPadding2D(), layers.RandomFlip(), layers.Rescaling(1.0), layers.MultiHeadAttention(1, 1), layers.SimpleRNN(1), layers.Conv1D(1, 1), layers.Conv3D(1, 1), layers.Lambda(lambda x: x), layers.InputLayer((1,)), layers.Masking(), layers.Softmax(), layers.Add(), layers.Activation("relu"), layers.Flatten(), layers.Dense(1)))
print(keras.Sequential().name, keras.Sequential().name, keras.Model(keras.Input((1,)), keras.Input((1,)) if False else (lambda i: i)(keras.Input((1,)))).name if False else "skip")
i = keras.Input((2,)); m = keras.Model(i, layers.Dense(1)(i)); print(m.name, i.name, m.layers[0].name, m.layers[1].name, m.output.name, m.output_names); k = keras.Model(i, layers.Dense(1)(i)); print(k.name)
attempt(lambda: setattr(m, "name", "x")); m._name = "renamed"; print(m.name); d = layers.Dense(1, name="old"); attempt(lambda: setattr(d, "name", "new")); d._name = "new"; print(d.name); d.build((None, 2)); print([w.path for w in d.weights])
class MyGreatLayer(layers.Layer): pass
class HTTPLayer2D(layers.Layer): pass
class MyNet(keras.Model): pass
print(names(MyGreatLayer(), MyGreatLayer(), HTTPLayer2D(), MyNet(), MyNet()))
keras.backend.clear_session(); print(layers.Dense(1).name, keras.Sequential().name, keras.Input((1,)).name, keras.optimizers.Adam().name, keras.metrics.Mean().name, keras.losses.MeanSquaredError().name)
keras.utils.clear_session(); print(layers.Dense(1).name); s = keras.Sequential([keras.Input((1,)), layers.Dense(1)]); t = keras.Sequential([keras.Input((1,)), layers.Dense(1)]); print(s.name, t.name, s.layers[0].name, t.layers[0].name)
x = keras.Input((3,), name="x"); ys = [x + 1, x * 2, x ** 2, -x, x / 3, x - 1, x @ np.ones((3, 1)), abs(x), x[:, 0], keras.ops.relu(x), keras.ops.mean(x), keras.ops.concatenate([x, x]), keras.ops.expand_dims(x, 0), x > 0, 1 - x]
f = keras.Model(x, ys); print([l.name for l in f.operations] if hasattr(f, "operations") else None, f.output_names); keras.Model(x, keras.ops.relu(x * 2 + 1) @ np.ones((3, 2), "float32")).summary()
with keras.name_scope("scope"): print(keras.Variable(1.0, name="inside").path, layers.Dense(1, name="in").name)
q = layers.Dense(1, name="q"); r = keras.Sequential([keras.Input((2,)), q], name="first"); r2 = keras.Sequential([keras.Input((2,)), q], name="second"); print([w.path for w in r2.weights], r.layers[0] is r2.layers[0])
